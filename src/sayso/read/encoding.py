"""Bytes -> characters: by byte order mark, by being UTF-8, by what is declared, and by guess last.

Declarations are often wrong, marks and UTF-8 hardly ever: no text in another encoding that is longer than a few letters
is valid UTF-8 (RFC 3629, section 1). The names of encodings are those of the WHATWG Encoding Standard.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

from sayso.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARK_OF_UTF7 = re.compile(rb"\+/v[89+/]")

_DECLARABLE = (
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "iso8859-2", "iso8859-3",
    "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-10", "iso8859-13", "iso8859-14",
    "iso8859-15", "iso8859-16", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "cp866", "gb18030", "big5", "euc_jp",
    "shift_jis", "cp932", "euc_kr", "cp949", "utf-8",
)  # fmt: skip
_READ_AS = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gbk": "gb18030", "gb2312": "gb18030"}
_GUESSED = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "koi8_r", "cp1256", "gb18030", "big5", "cp932", "cp949")

_NOT_IN_1252 = (0x81, 0x8D, 0x8F, 0x90, 0x9D)

_SAMPLE = 100_000
_FOREIGN = 0.1
"""The share of bytes above 127 from which a text is no English one with a few accents and curly quotes."""

_DECLARATION = re.compile(rb"<(?:meta|\?xml)\b[^<>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.+-]{1,40})", re.I)
_HEAD = 4096


def decode_text(path: str, data: bytes, header: str | None = None) -> str:
    """The characters of a plain text without its mark; line ends stay. ReadError where it is no text, or damaged."""
    encoding, begin = _marked(path, data)
    if encoding is None and (position := data.find(b"\0")) >= 0:
        raise ReadError(path, f"binary, not text: a NUL at byte {position}")
    encoding = encoding or ("utf-8" if _is_utf8(data) else None)
    try:
        return data[begin:].decode(encoding) if encoding else _decode(path, data, [header] if header else [])
    except UnicodeDecodeError as error:
        at = error.start + begin
        raise ReadError(path, f"not {error.encoding.upper()[:6]}: byte 0x{data[at]:02x} at byte {at}") from error


def decode_page(path: str, data: bytes, header: str | None = None) -> str:
    """The characters of a web page; ``header`` is the charset of its HTTP header. Damaged ones become U+FFFD."""
    encoding, begin = _marked(path, data)
    if encoding is None and _is_utf8(data):
        encoding = "utf-8"
    if encoding is not None:
        return data[begin:].decode(encoding, "replace")
    found = _DECLARATION.search(data, 0, _HEAD)
    declared = [name for name in (header, found and found.group(1).decode("ascii")) if name]
    return _decode(path, data, declared)


def _marked(path: str, data: bytes) -> tuple[str | None, int]:
    """The encoding by the mark that ``data`` begins with, or by where its NULs stand, and where the text begins."""
    if _MARK_OF_UTF7.match(data):
        raise ReadError(path, "UTF-7, which is not read")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    return _wide(data[:_SAMPLE]), 0


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: in a text mostly of ASCII every other byte is a NUL, and hardly any other is."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < 0.35 * len(sample) or min(even, odd) > 0.02 * len(sample):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _is_utf8(data: bytes) -> bool:
    """Whether what is not ASCII is UTF-8, or was before a few bytes were damaged."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    return not broken or broken < 0.1 * (len(text) - broken - (len(data) - _high(data)))


def _decode(path: str, data: bytes, declared: Iterable[str]) -> str:
    for name in declared:
        if name.lower().replace("_", "-") in ("utf-7", "unicode-1-1-utf-7"):
            raise ReadError(path, "UTF-7, which is not read")
        encoding = _known(name)
        if encoding and encoding != "utf-8":
            return data.decode(encoding, "replace")
    encoding = _guess(data)
    if encoding is None:
        raise ReadError(path, "in no encoding that can be told; save it as UTF-8")
    return data.decode(encoding, "replace")


def _known(name: str) -> str | None:
    """Python's name of a declared encoding; None for one that is no encoding of texts, or not one of the web's."""
    try:
        encoding = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    encoding = _READ_AS.get(encoding, encoding)
    return encoding if encoding in _DECLARABLE else None


def _high(data: bytes) -> int:
    """How many bytes are no ASCII."""
    return len(data) - len(data.translate(None, bytes(range(128, 256))))


def _guess(data: bytes) -> str | None:
    """windows-1252 for what is mostly ASCII, else what charset-normalizer takes it for."""
    if _high(data) < _FOREIGN * len(data) and not any(byte in data for byte in _NOT_IN_1252):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=list(_GUESSED)).best()
    return best.encoding if best else None
