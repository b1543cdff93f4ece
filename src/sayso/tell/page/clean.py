"""Text made fit for a page: nothing that turns the writing around, nothing that HTML has no place for."""

from __future__ import annotations

import re

from sayso.tell.visible import visible

_RUN = re.compile(r"(\s+)|\S+")


def clean(text: str) -> str:
    """``text`` with each run of blanks as one, and controls, lone surrogates and overrides written out.

    >>> clean("calm \\n\\tdown\\x1b[2J ")
    'calm down\\\\x1b[2J '
    """
    return _RUN.sub(lambda run: " " if run[1] else visible(run[0]), text)
