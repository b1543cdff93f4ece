"""Listings: entries as a table on a terminal, as tab-separated lines in a pipe."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeVar

from sayso.errors import UsageError
from sayso.tell.csv import csv_lines
from sayso.tell.visible import visible

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

LOW = 0.5
"""Below this confidence a finding is grey."""
WIDE = 120
"""Columns of a terminal from which on an entry fits on one line."""

_MARKS = re.compile(r"\[\[|\]\]")
Entry = TypeVar("Entry")


class Column(NamedTuple, Generic[Entry]):
    """One column: its heading, what stands in it, and its share of the room that the fixed ones leave (0: fixed).

    A column with ``piped`` stands in pipes only, where room does not matter. ``field`` is the entry's field that it is
    sorted by, where that has another name. In a ``marked`` one what stands in [[brackets]] is made to stand out.
    ``brief`` makes of what stands in it what a terminal has room for.
    """

    heading: str
    value: Callable[[Entry], str | float | None]
    share: int = 0
    piped: bool = False
    field: str = ""
    marked: bool = False
    brief: Callable[[str], str] | None = None

    def cell(self, entry: Entry) -> str:
        """What stands in the entry's row."""
        value = self.value(entry)
        return "" if value is None else visible(str(value))

    def styled(self, entry: Entry) -> Text:
        """The same for a terminal."""
        from rich.text import Text

        if not self.marked:
            return Text(self.brief(self.cell(entry)) if self.brief else self.cell(entry))
        styled = Text()
        for number, part in enumerate(_MARKS.split(self.cell(entry))):
            styled.append(part, "bold yellow" if number % 2 else "")
        return styled


@dataclass(frozen=True, slots=True)
class Listing(Generic[Entry]):
    """A kind of list: its columns, how sure an entry is (below `LOW` it is grey), what to say of an empty one, and the
    command that shows it."""

    columns: tuple[Column[Entry], ...]
    confidence: Callable[[Entry], float]
    none: str
    name: str = ""

    def only(self, headings: str) -> Listing[Entry]:
        """The listing with these columns (headings with a comma between them); UsageError where one is not there."""
        columns = [self._column("columns", heading.strip())._replace(piped=False) for heading in headings.split(",")]
        return replace(self, columns=tuple(columns))

    def field(self, heading: str) -> str:
        """The field of an entry that this column is sorted by; a hyphen before the heading stays before it."""
        column = self._column("sort", heading.removeprefix("-"))
        return f"{'-' * heading.startswith('-')}{column.field or column.heading}"

    def _column(self, option: str, heading: str) -> Column[Entry]:
        for column in self.columns:
            if column.heading == heading.casefold():
                return column
        known = ", ".join(column.heading for column in self.columns)
        raise UsageError(f"{option}: {heading!r} is none of {known}")

    def csv(self, entries: Iterable[Entry]) -> Iterator[str]:
        """Lines of CSV, headings first, streaming."""
        yield from csv_lines([[column.heading for column in self.columns]])
        yield from csv_lines((column.cell(entry) for column in self.columns) for entry in entries)

    def lines(self, entries: Iterable[Entry]) -> Iterator[str]:
        """Tab-separated lines, headings first, streaming."""
        yield "\t".join(column.heading for column in self.columns)
        for entry in entries:
            yield "\t".join(column.cell(entry) for column in self.columns)

    def table(self, entries: Iterable[Entry], width: int = WIDE) -> Table:
        """A table for a terminal of ``width`` columns.

        Where it is wide, an entry has one line and what does not fit ends in an ellipsis; where it is narrow, words run
        over several lines. Marked words always do.
        """
        from rich import box
        from rich.table import Table

        columns = [column for column in self.columns if not column.piped]
        table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), show_edge=False, header_style="bold")
        for column in columns:
            wraps = column.marked or (width < WIDE and column.share > 0)
            overflow: Literal["fold", "ellipsis"] = "fold" if wraps else "ellipsis"
            table.add_column(column.heading, ratio=column.share or None, no_wrap=not wraps, overflow=overflow)
        for entry in entries:
            style = "bright_black" if self.confidence(entry) < LOW else ""
            table.add_row(*(column.styled(entry) for column in columns), style=style)
        return table
