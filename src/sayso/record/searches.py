"""The search tables (SQLite FTS5), and the triggers that keep them in step with the rows they are made of.

``report_search`` keeps no text of its own (external content); the others repeat a few words a row, under a rowid made
of the report's number and the position in it, since VACUUM gives rows without a key of one number other rowids.
See https://www.sqlite.org/fts5.html#external_content_tables.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.record.indexed import INDEXED

_TOKENS = "tokenize = 'unicode61 remove_diacritics 2'"
_OF_FINDINGS = {table: columns for table, columns in INDEXED.items() if table != "report"}


def definitions() -> Iterator[str]:
    """The statements of SQL that make tables and triggers."""
    yield (
        "CREATE VIRTUAL TABLE report_search USING fts5"
        f"(headline, text, content = 'report', content_rowid = 'number', {_TOKENS})"
    )
    out = "INSERT INTO report_search (report_search, rowid, headline, text) VALUES ('delete', {0}, {1}, {2});"
    drop = out.format("old.number", "old.headline", "old.text")
    add = "INSERT INTO report_search (rowid, headline, text) VALUES (new.number, new.headline, new.text);"
    yield f"CREATE TRIGGER report_search_insert AFTER INSERT ON report BEGIN {add} END"
    yield f"CREATE TRIGGER report_search_delete AFTER DELETE ON report BEGIN {drop} END"
    yield f"CREATE TRIGGER report_search_update AFTER UPDATE ON report BEGIN {drop} {add} END"
    for table, columns in _OF_FINDINGS.items():
        search = f"{table}_search"
        yield (
            f"CREATE VIRTUAL TABLE {search} USING fts5"
            f"({', '.join(columns)}, report UNINDEXED, position UNINDEXED, {_TOKENS})"
        )
        drop = f"DELETE FROM {search} WHERE rowid = {_key('old.')};"
        add = f"{_into(search, columns)} VALUES ({_values('new.', columns)});"
        yield f"CREATE TRIGGER {search}_insert AFTER INSERT ON {table} BEGIN {add} END"
        yield f"CREATE TRIGGER {search}_delete AFTER DELETE ON {table} BEGIN {drop} END"
        yield f"CREATE TRIGGER {search}_update AFTER UPDATE ON {table} BEGIN {drop} {add} END"


def filling() -> Iterator[str]:
    """The statements of SQL that make the search tables anew from the rows that are there."""
    yield "INSERT INTO report_search (report_search) VALUES ('rebuild')"
    for table, columns in _OF_FINDINGS.items():
        yield f"DELETE FROM {table}_search"
        yield f"{_into(f'{table}_search', columns)} SELECT {_values('', columns)} FROM {table}"


def _key(row: str) -> str:
    return f"({row}report << 24) + {row}position"


def _into(search: str, columns: dict[str, str]) -> str:
    return f"INSERT INTO {search} (rowid, report, position, {', '.join(columns)})"


def _values(row: str, columns: dict[str, str]) -> str:
    return ", ".join(
        (_key(row), f"{row}report", f"{row}position", *(f'{row}"{source}"' for source in columns.values()))
    )
