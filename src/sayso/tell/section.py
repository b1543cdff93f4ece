"""Sections: titled lines of label and value, coloured on a terminal, plain in a pipe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sayso.tell.visible import visible

if TYPE_CHECKING:
    from rich.padding import Padding

_LABEL = 11


class Line(NamedTuple):
    """A value under its label; ``style`` is one of rich's."""

    label: str
    value: str
    style: str = ""


class Section(NamedTuple):
    """What belongs together. A ``grey`` one is grey from title to end; ``depth`` indents it, two columns a step."""

    title: str
    lines: tuple[Line, ...] = ()
    depth: int = 0
    grey: bool = False

    def text(self) -> Iterator[str]:
        """Plain lines."""
        margin = "  " * self.depth
        yield margin + visible(self.title)
        for label, value, _ in self.lines:
            yield f"{margin}  {_padded(label)}{visible(value)}".rstrip()

    def rich(self) -> Padding:
        """The same for a terminal, long values wrapped under themselves."""
        from rich.console import Group
        from rich.padding import Padding
        from rich.table import Table
        from rich.text import Text

        title = Text(visible(self.title), style="bright_black" if self.grey else "bold")
        body = Table.grid()
        if any(line.label for line in self.lines):
            body.add_column(width=_LABEL, no_wrap=True, style="bright_black")
        body.add_column(overflow="fold")
        for label, value, style in self.lines:
            shown = Text(visible(value), style="bright_black" if self.grey else style)
            body.add_row(*((label, shown) if len(body.columns) > 1 else (shown,)))
        indented = Padding(body, (0, 0, 0, 2))
        return Padding(Group(title, indented) if self.lines else title, (0, 0, 0, 2 * self.depth))


def _padded(label: str) -> str:
    return f"{label:<{_LABEL}}" if label else ""
