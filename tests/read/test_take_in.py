from __future__ import annotations

import io
import json
import os
from datetime import date
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.model import Failure, Report
from sayso.model.ids import digest
from sayso.read import Intake, check_given, count_reports, latest_day, parse_day, take_in


def _report(*paths: Path | str, stdin: bytes = b"", **given: str) -> Report:
    (taken,) = take_in(paths, stdin=io.BytesIO(stdin), **given)
    assert isinstance(taken, Intake), taken
    return taken.report


def _reason(*paths: Path | str, stdin: bytes = b"") -> str:
    (taken,) = take_in(paths, stdin=io.BytesIO(stdin))
    assert isinstance(taken, Failure), taken
    assert "\n" not in taken.reason
    return taken.reason


def _file(folder: Path, content: bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def _names(*paths: Path) -> list[str]:
    return [Path(taken.path if isinstance(taken, Intake) else taken.name).name for taken in take_in(paths)]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Zürich — “so”\n".encode(), "Zürich — “so”\n"),
        (b"one\r\ntwo\r\n", "one\r\ntwo\r\n"),
        ("\ufeffmarked".encode(), "marked"),
        ("wide".encode("utf-16"), "wide"),
        ("wide".encode("utf-32"), "wide"),
    ],
)
def test_text_comes_in_untouched(tmp_path: Path, content: bytes, text: str) -> None:
    report = _report(_file(tmp_path, content))
    assert (report.text, report.id) == (text, digest(text))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"abc\0def", "a NUL at byte 3"),
        ("Größe für Käufer".encode() + b" caf\xe9" + "äöü äöü äöü äöü".encode(), "not UTF-8: byte 0xe9"),
        ("a\0b".encode("utf-16"), "a NUL at character 1"),
        (b"x" * 1_000_001, "too long: 1,000,001 characters"),
        (b"x" * 4_000_100, "too long"),
    ],
)
def test_bad_text_has_one_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    assert reason in _reason(_file(tmp_path, content))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"id": "r1", "text": ', "not JSON"),
        (b"[1]", "a list, not an object"),
        (b'{"text": "Words."}', "no id"),
        (b'{"id": "r1"}', "no text"),
        (b'{"id": 7, "text": "Words."}', "id is a number"),
        (b'{"id": "", "text": "Words."}', "id is empty"),
        (b'{"id": "a\\u001bb", "text": "Words."}', "cannot be printed"),
        (b'{"id": "r1", "text": null}', "text is null"),
        (b'{"id": "r1", "text": "  "}', "empty"),
        (b'{"id": "r1", "text": "a\\u0000b"}', "NUL at character 1"),
        (b'{"id": "r1", "text": "a\\ud800b"}', "surrogate pair at character 1"),
        (b'{"id": "r1", "text": "W.", "published": "6 Oct"}', "published: '6 Oct' is not a day (YYYY-MM-DD)"),
        (b'{"id": "r1", "text": "W.", "published": "20111006"}', "is not a day"),
        (b'{"id": "r1", "text": "W.", "published": "2011-02-30"}', "is not a day"),
        (b'{"id": "r1", "text": "W.", "outlet": ["x"]}', "outlet is a list"),
        (b'{"id": "r1", "text": "caf\xe9"}', "not UTF-8: byte 0xe9 at byte 25 of the line"),
        (b"[" * 100_000, "too deep"),
        (b'{"id": "r1", "text": "W.", "n": ' + b"9" * 5000 + b"}", "numbers too long"),
    ],
)
def test_a_bad_line_has_one_reason_and_the_rest_is_read(tmp_path: Path, line: bytes, reason: str) -> None:
    good = b'{"id": "good", "text": "Words."}'
    path = _file(tmp_path, b"\n".join([good, b"", line, good]), "a.jsonl")
    first, bad, last = take_in([path])
    assert isinstance(first, Intake)
    assert isinstance(last, Intake)
    assert (first.path, last.path) == (f"{path}:1", f"{path}:4")
    assert isinstance(bad, Failure)
    assert bad.name == f"{path}:3"
    assert reason in bad.reason


def test_a_line_brings_all_that_is_known(tmp_path: Path) -> None:
    given = {"id": "r1", "text": "Words.", "published": "2011-10-06", "outlet": "O", "url": "u", "title": "T", "x": 1}
    assert _report(_file(tmp_path, json.dumps(given).encode(), "a.JSONL")) == Report(
        "r1", "Words.", "2011-10-06", "O", "u", "T"
    )


def test_given_date_and_outlet_fill_what_is_missing(tmp_path: Path) -> None:
    line = b'{"id": "r1", "text": "W.", "published": "2011-10-06", "outlet": " "}'
    report = _report(_file(tmp_path, line, "a.jsonl"), published="2020-01-01", outlet="Given")
    assert (report.published, report.outlet) == ("2011-10-06", "Given")


def test_a_date_in_the_future_is_a_failure(tmp_path: Path) -> None:
    lines = (
        b'{"id": "r1", "text": "W.", "published": "2031-01-02"}\n{"id": "r2", "text": "W.", "published": "2031-01-01"}'
    )
    bad, good = take_in([_file(tmp_path, lines, "a.jsonl")], latest=date(2031, 1, 1))
    assert isinstance(bad, Failure)
    assert bad.reason == "its date of publication lies in the future: 2031-01-02"
    assert isinstance(good, Intake)


def test_a_given_date_is_checked() -> None:
    check_given(None, date(2031, 1, 1))
    check_given("2031-01-01", date(2031, 1, 1))
    for wrong in ("2031-01-02", "soon", ""):
        with pytest.raises(UsageError, match="published"):
            check_given(wrong, date(2031, 1, 1))
    assert parse_day("2020-01-01") < latest_day()


def test_folders_are_read_in_order_without_what_is_hidden_or_foreign(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b.jsonl", ".hidden/x.txt", "a/.y.txt", "notes.md", "C.TXT"):
        _file(tmp_path, b'{"id": "r1", "text": "W."}', name)
    (tmp_path / "pipe.txt").mkdir()
    os.mkfifo(tmp_path / "fifo.txt")
    assert _names(tmp_path) == ["C.TXT", "b.jsonl:1", "z.txt", "b.txt"]
    assert count_reports([tmp_path]) == 4


def test_links_that_go_round_end(tmp_path: Path) -> None:
    _file(tmp_path, b"Words.", "a/b.txt")
    (tmp_path / "a" / "round").symlink_to(tmp_path)
    assert _names(tmp_path) == ["b.txt"]


def test_links_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    _file(tmp_path, b"Words.", "b.txt")
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "round.txt").symlink_to(tmp_path / "round.txt")
    (tmp_path / "dead.md").symlink_to(tmp_path / "nowhere")
    read, *told = take_in([tmp_path])
    assert isinstance(read, Intake)
    assert told == [
        Failure(str(tmp_path / name), "read", "a link that leads nowhere") for name in ("dead.txt", "round.txt")
    ]


def test_paths_that_hold_nothing_say_so(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    assert _reason(tmp_path / "none") == "no file in it ends in .txt, .jsonl, .html, .htm or .xhtml"
    assert _reason(tmp_path / "missing.txt") == "no such file or directory"
    assert "does not end in .txt, " in _reason(_file(tmp_path, b"x", "a.pdf"))
    assert "null" in _reason("a\0b.txt")
    assert "too long" in _reason("x" * 300 + ".txt")


@pytest.mark.parametrize(
    ("stdin", "text", "path"),
    [
        (b"Plain words.\nMore.\n", "Plain words.\nMore.\n", "-"),
        (b'"just a string"\n', '"just a string"\n', "-"),
        (b'{"id": "r1", "text": "W."}\n', "W.", "-:1"),
        (b'{broken"\n', '{broken"\n', "-"),
    ],
)
def test_standard_input_tells_its_format_by_its_first_line(stdin: bytes, text: str, path: str) -> None:
    (taken,) = take_in(["-"], stdin=io.BytesIO(stdin))
    assert isinstance(taken, Intake)
    assert (taken.report.text, taken.path) == (text, path)


def test_empty_standard_input_is_a_failure() -> None:
    assert _reason("-") == "empty"


def test_lines_are_not_held_together(tmp_path: Path) -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            line = b'{"id": "r", "text": "W."}\n'
            buffer[: len(line)] = line  # type: ignore[index]
            return len(line)

    endless = take_in(["-"], stdin=io.BufferedReader(Endless()))
    assert all(isinstance(next(endless), Intake) for _ in range(1000))
    assert count_reports(["-"]) is None
