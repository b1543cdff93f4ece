"""Sections: titled lines of label and value, coloured on a terminal, plain in a pipe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sayso.tell.visible import visible

if TYPE_CHECKING:
    from rich.table import Table

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

    def table(self) -> Table:
        """The same for a terminal, long values wrapped under themselves."""
        from rich.table import Table
        from rich.text import Text

        whole = Table.grid(padding=(0, 0, 0, 2 * self.depth))
        whole.add_column()
        whole.add_row(Text(visible(self.title), style="bright_black" if self.grey else "bold"))
        if self.lines:
            body = Table.grid(padding=(0, 0, 0, 2))
            labelled = any(line.label for line in self.lines)
            body.add_column(width=_LABEL if labelled else 0, no_wrap=True, style="bright_black")
            body.add_column(overflow="fold")
            for label, value, style in self.lines:
                body.add_row(label, Text(visible(value), style="bright_black" if self.grey else style))
            whole.add_row(body)
        return whole


def _padded(label: str) -> str:
    return f"{label:<{_LABEL}}" if label else ""
