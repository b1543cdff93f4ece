"""Bytes become the right characters, whatever is declared."""

from __future__ import annotations

import pytest

from sayso.errors import ReadError
from sayso.read.encoding import decode_page, decode_text

ENGLISH = "The minister said “no” — it’s over, at the café in Zürich."
RUSSIAN = "Президент сказал, что переговоры сорвались в понедельник. " * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_is_read_in_its_encoding(encoding: str) -> None:
    assert decode_text("a", ENGLISH.encode(encoding)) == ENGLISH
    assert decode_page("a", ENGLISH.encode(encoding)) == ENGLISH


def test_what_is_mostly_foreign_is_told_by_its_letters() -> None:
    assert decode_text("a", RUSSIAN.encode("cp1251")) == RUSSIAN


@pytest.mark.parametrize(
    "header", ["iso-8859-1", "windows-1251", "no-such-thing", "utf-16", "rot13", "hex", "idna", "\0"]
)
def test_a_wrong_header_does_no_harm_to_utf8(header: str) -> None:
    assert decode_page("a", ENGLISH.encode(), header) == ENGLISH
    assert decode_page("a", b"plain", header) == "plain"


def test_header_before_meta_before_guess() -> None:
    page = '<meta charset="windows-1251">' + RUSSIAN
    assert decode_page("a", page.encode("cp1251")) == page
    assert decode_page("a", page.encode("koi8-r"), "koi8-r") == page
    assert decode_page("a", page.encode("cp1251"), "utf-8") == page
    assert decode_page("a", page.encode("cp1251"), "unknown-8bit") == page


def test_latin1_is_read_as_the_web_reads_it() -> None:
    assert decode_page("a", ENGLISH.encode("cp1252"), "ISO-8859-1") == ENGLISH


def test_a_damaged_page_keeps_what_is_whole_and_a_damaged_text_says_where() -> None:
    damaged = RUSSIAN.encode() + b"\xff" + RUSSIAN.encode()
    assert decode_page("a", damaged) == f"{RUSSIAN}\ufffd{RUSSIAN}"
    with pytest.raises(ReadError, match=f"not UTF-8: byte 0xff at byte {len(RUSSIAN.encode())}"):
        decode_text("a", damaged)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"abc\0def", "binary, not text: a NUL at byte 3"),
        (b"+/v8-Hello", "UTF-7"),
        ("a\ud800b".encode("utf-16", "surrogatepass"), "not UTF-16"),
        (("x" * 40 + "\ud800").encode("utf-16-le", "surrogatepass"), "not UTF-16"),
    ],
)
def test_what_is_no_text_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        decode_text("a", data)


def test_utf7_is_never_read() -> None:
    with pytest.raises(ReadError, match="UTF-7"):
        decode_page("a", b"<meta charset=utf-7>+ADw-script+AD4- \xe9")
    assert decode_page("a", b"+ADw-script+AD4-", "utf-7") == "+ADw-script+AD4-"


def test_utf8_with_a_surrogate_of_its_own_does_not_pass() -> None:
    data = (RUSSIAN + "\ud800").encode("utf-8", "surrogatepass")
    assert "\ud800" not in decode_page("a", data)
    with pytest.raises(ReadError, match="not UTF-8"):
        decode_text("a", data)
