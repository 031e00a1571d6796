"""Bytes → text, whatever encoding they are in, or the reason why they are none."""

from __future__ import annotations

import codecs
import re

from dragoman.errors import ArticleError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    b"%PDF", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x7fELF", b"MZ\x90",
    b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"Rar!", b"\xd0\xcf\x11\xe0", b"PAR1", b"SQLite format 3",
)  # fmt: skip
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
_SAMPLE = 1 << 16
_MOST_CONTROLS = 0.1
"""The share of control characters above which bytes are no text; a stray NUL stays far below."""
_NULS_OF_UTF16 = 0.3
_MOST_ACCENTED = 0.3
"""The share of letters outside ASCII above which Windows-1252 is the wrong guess: Czech has .15."""


def decoded(data: bytes) -> str:
    r"""The text that bytes hold, without a byte order mark.

    UTF-8 first, then what a page declares of itself. Where UTF-8 fails, bytes that are none are
    read as Windows-1252, so that a text pasted together from both comes out right.

    Raises: ArticleError for bytes that are no text.

    >>> decoded("Türkiye ".encode() + b"caf\xe9")
    'Türkiye café'
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    sample = data[:_SAMPLE]
    if unmarked := _utf16_of(sample):
        return data.decode(unmarked, "replace")
    if data.startswith(_SIGNATURES) or _is_binary(sample):
        raise ArticleError("it is not text but binary data", "Save the article as text or HTML")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _in_declared_encoding(data) or _in_windows_1252(data)


def utf16_mark(data: bytes) -> str | None:
    """The name of the UTF-16 or UTF-32 that a mark at the start of bytes tells of, if any.

    >>> utf16_mark("Peru left.".encode("utf-16")), utf16_mark(b"Peru left.")
    ('utf-16', None)
    """
    found = (encoding for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark))
    return next((encoding for encoding in found if encoding != "utf-8-sig"), None)


def _utf16_of(sample: bytes) -> str | None:
    """UTF-16 without a mark shows as a NUL in every second byte."""
    half = max(len(sample) // 2, 1)
    if sample[1::2].count(0) / half > _NULS_OF_UTF16 > sample[::2].count(0) / half:
        return "utf-16-le"
    if sample[::2].count(0) / half > _NULS_OF_UTF16 > sample[1::2].count(0) / half:
        return "utf-16-be"
    return None


def _is_binary(sample: bytes) -> bool:
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > _MOST_CONTROLS * len(sample)


def _in_declared_encoding(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, 4096)
    if found is None:
        return None
    try:
        return data.decode(found[1].decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return None


def _in_windows_1252(data: bytes) -> str:
    text = data.decode("utf-8", "windows-1252")
    letters = [char for char in text[:_SAMPLE] if char.isalpha()]
    if sum(not char.isascii() for char in letters) > _MOST_ACCENTED * len(letters):
        raise ArticleError("its encoding cannot be told", "Save it as UTF-8")
    return text


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """What Python asks when bytes are no UTF-8: the same bytes, read as Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("windows-1252", _as_windows_1252)
