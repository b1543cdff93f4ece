"""Types of columns that hold the same, and sort the same, in SQLite and in PostgreSQL.

PostgreSQL keeps no NUL in its text and sorts by the language of the database; so there NULs are written out, and text
sorts by its code points, as SQLite's does.
"""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import BigInteger, Dialect, Integer, Text, TypeDecorator

_ESCAPE = "\x10"
_WRITTEN = re.compile(f"{_ESCAPE}(.)", re.DOTALL)
_MEANT = {"0": "\0", "1": _ESCAPE}


class _Escaped(TypeDecorator[str]):
    """Text of any code points but lone surrogates, in a column that takes no NUL."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return value and value.replace(_ESCAPE, f"{_ESCAPE}1").replace("\0", f"{_ESCAPE}0")

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or _ESCAPE not in value:
            return value
        return _WRITTEN.sub(lambda written: _MEANT[written[1]], value)


NUMBER: Any = Integer().with_variant(BigInteger(), "postgresql")
"""Numbers of reports and actors: up to 2**63 - 1."""

WORDS: Any = Text().with_variant(_Escaped(collation="C"), "postgresql")
"""Any text."""
