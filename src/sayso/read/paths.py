"""Paths -> reports: files, folders with all they hold, and the standard input."""

from __future__ import annotations

import codecs
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sayso.model import Failure
from sayso.read.address import is_address, read_address
from sayso.read.day import is_ahead
from sayso.read.formats import FORMATS, PAGES, format_of
from sayso.read.html import read_page
from sayso.read.intake import Intake
from sayso.read.jsonl import cut_lines, read_lines
from sayso.read.plain import read_plain
from sayso.read.source import Source

if TYPE_CHECKING:
    from sayso.read.fetch import Fetcher

STDIN = "-"


def take_in(
    paths: Iterable[str | os.PathLike[str]],
    *,
    published: str | None = None,
    outlet: str | None = None,
    latest: date | None = None,
    stdin: BinaryIO | None = None,
    fetch: bool | Fetcher = False,
) -> Iterator[Intake | Failure]:
    """The reports at ``paths`` in their order, and a Failure for each that is none.

    ``published`` (ISO day) and ``outlet`` are given to reports that bring none of their own; a report that is dated
    after ``latest`` is a Failure. ``-`` is the standard input: JSON Lines where its first line is an object, a
    page where it begins as one, else text. An address of the web is a Failure without ``fetch``.
    """
    for path in paths:
        name = os.fspath(path)
        found = read_address(name, fetch, latest) if is_address(name) else _read_path(name, stdin, latest)
        for taken in found:
            yield taken if isinstance(taken, Failure) else _check_date(_give(taken, published, outlet), latest)


def find_files(path: Path) -> Iterator[Path]:
    """The files to read at ``path``: itself, or what a folder holds; none where it cannot be entered."""
    found = _files(path, set()) if _is_folder(path) else [path]
    return (file for file in found if isinstance(file, Path))


def _read_path(path: str, stdin: BinaryIO | None, latest: date | None) -> Iterator[Intake | Failure]:
    if path == STDIN:
        yield from _read_stdin(stdin or sys.stdin.buffer, latest)
    elif _is_folder(Path(path)):
        yield from _read_folder(Path(path), latest)
    else:
        yield from _read_file(Path(path), latest)


def _read_folder(folder: Path, latest: date | None) -> Iterator[Intake | Failure]:
    empty = True
    for file in _files(folder, set()):
        empty = False
        yield from _read_file(file, latest) if isinstance(file, Path) else [file]
    if empty:
        yield Failure(str(folder), "read", f"no file in it ends in {_suffixes()}")


def _read_file(file: Path, latest: date | None) -> Iterator[Intake | Failure]:
    name, format = str(file), format_of(file.name)
    try:
        with file.open("rb") as stream:
            if format is None:
                reason = f"its name does not end in {_suffixes()} (text of any name: sayso read - < FILE)"
                yield Failure(name, "read", reason)
            else:
                yield from format.read(Source(name, stream, latest=latest))
    except (OSError, ValueError) as error:
        yield _failed(name, error)


def _read_stdin(stream: BinaryIO, latest: date | None) -> Iterator[Intake | Failure]:
    source = Source(STDIN, stream, next(cut_lines(stream), b""), latest=latest)
    read = read_page if _is_page(source.begun) else read_lines if _is_object(source.begun) else read_plain
    yield from read(source)


def _is_page(line: bytes) -> bool:
    return line.removeprefix(codecs.BOM_UTF8).lstrip()[:14].lower().startswith((b"<!doctype html", b"<html"))


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _files(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | Failure]:
    """The files to read under ``folder``, sorted by name.

    Hidden ones are skipped, what a browser saved beside a page ("page_files") too, and no folder is entered twice.
    """
    try:
        status = folder.stat()
        entries = [] if (status.st_dev, status.st_ino) in seen else sorted(folder.iterdir())
    except OSError as error:
        yield _failed(str(folder), error)
        return
    seen.add((status.st_dev, status.st_ino))
    pages = {f"{entry.stem}_files" for entry in entries if format_of(entry.name) in PAGES}
    for entry in entries:
        if not entry.name.startswith(".") and entry.name not in pages:
            if entry.is_dir():
                yield from _files(entry, seen)
            elif entry.is_file() and format_of(entry.name):
                yield entry
            elif entry.is_symlink() and format_of(entry.name) and not entry.exists():
                yield Failure(str(entry), "read", "a link that leads nowhere")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long to be asked for; opening it will say so
        return False


def _give(taken: Intake, published: str | None, outlet: str | None) -> Intake:
    report = taken.report
    return replace(
        taken, report=replace(report, published=report.published or published, outlet=report.outlet or outlet)
    )


def _check_date(taken: Intake, latest: date | None) -> Intake | Failure:
    published = taken.report.published
    if latest and is_ahead(published, latest):
        return Failure(taken.path, "read", f"its date of publication lies in the future: {published}")
    return taken


def _failed(name: str, error: OSError | ValueError) -> Failure:
    reason = error.strerror if isinstance(error, OSError) else None
    return Failure(name, "read", (reason or str(error)).lower())


def _suffixes() -> str:
    *others, last = (found.suffix for found in FORMATS)
    return f"{', '.join(others)} or {last}"
