"""Listings: entries as a table on a terminal, as tab-separated lines in a pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from sayso.tell.visible import visible

if TYPE_CHECKING:
    from rich.table import Table

LOW = 0.5
"""Below this confidence a finding is grey."""

Entry = TypeVar("Entry")


class Column(NamedTuple, Generic[Entry]):
    """One column: its heading, what stands in it, and its share of the room that the fixed ones leave (0: fixed).

    A column with ``piped`` stands in pipes only, where room does not matter.
    """

    heading: str
    value: Callable[[Entry], str | float | None]
    share: int = 0
    piped: bool = False

    def cell(self, entry: Entry) -> str:
        """What stands in the entry's row."""
        value = self.value(entry)
        return "" if value is None else visible(str(value))


@dataclass(frozen=True, slots=True)
class Listing(Generic[Entry]):
    """A kind of list: its columns, how sure an entry is (below `LOW` it is grey), and what to say of an empty one."""

    columns: tuple[Column[Entry], ...]
    confidence: Callable[[Entry], float]
    none: str

    def lines(self, entries: Iterable[Entry]) -> Iterator[str]:
        """Tab-separated lines, headings first, streaming."""
        yield "\t".join(column.heading for column in self.columns)
        for entry in entries:
            yield "\t".join(column.cell(entry) for column in self.columns)

    def table(self, entries: Iterable[Entry]) -> Table:
        """A table for a terminal, one line an entry; what does not fit ends in an ellipsis."""
        from rich import box
        from rich.table import Table
        from rich.text import Text

        columns = [column for column in self.columns if not column.piped]
        table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), show_edge=False, header_style="bold")
        for column in columns:
            table.add_column(column.heading, ratio=column.share or None, no_wrap=True, overflow="ellipsis")
        for entry in entries:
            style = "bright_black" if self.confidence(entry) < LOW else ""
            table.add_row(*(Text(column.cell(entry)) for column in columns), style=style)
        return table
