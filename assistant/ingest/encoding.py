"""Bytes to text: the encoding, and the same character always written the same way."""

from __future__ import annotations

import codecs
import re
import unicodedata

from assistant.errors import BrokenDocument

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NOTICE = "de tekst is geen UTF-8; gelezen als Windows-1252"

_CHARACTERS = {
    **dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, 0x1680), " "),
    # Soft hyphens that are not at a line's end, zero-width and direction marks, byte-order mark.
    **dict.fromkeys((0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0x180E, 0x061C), None),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), None),
    **dict.fromkeys((0x2028, 0x2029, 0x85, 0x0B), "\n"),
    # Bullets of the Symbol and Wingdings fonts, which have no meaning outside those fonts.
    **dict.fromkeys((0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC, 0xF076, 0xF0E0, 0xF0BE), "•"),
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
    0x0132: "IJ",
    0x0133: "ij",
    0x2010: "-",
    0x2011: "-",
    0x2212: "-",
}
_CONTROLS = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (0x09, 0x0A, 0x0C)}
_TABLE = str.maketrans({**_CONTROLS, **_CHARACTERS})
_SOFT_HYPHEN = re.compile("\u00ad(?![ \t]*(?:\n|$))")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
# UTF-8 that was once read as Windows-1252: "Ã«" for "ë", "â€™" for an apostrophe.
_MOJIBAKE = re.compile(
    "[ÂÃ][\u0080-\u00bf\u0152-\u0178\u2018-\u2122]|â[€‚„][\u0080-\u00bf\u0152-\u02dc\u2018-\u2122]"
)


def decode(raw: bytes, path: str) -> tuple[str, tuple[str, ...]]:
    """Give the normalised text of `raw` and the notices about it.

    UTF-8 (with or without a byte-order mark), UTF-16 with one, else Windows-1252. Raises
    BrokenDocument when the bytes are no text.
    """
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return normalise(_decode_as(raw, name, path)), ()
    if b"\0" in raw:
        raise BrokenDocument(path, "het bestand bevat geen tekst maar binaire gegevens")
    try:
        return normalise(raw.decode("utf-8")), ()
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    if _looks_binary(raw):
        raise BrokenDocument(path, "het bestand bevat geen tekst maar binaire gegevens")
    return normalise(text), (_NOTICE,)


def _decode_as(raw: bytes, name: str, path: str) -> str:
    try:
        return raw.decode(name)
    except UnicodeDecodeError as exc:
        label = name.removesuffix("-sig").upper()
        raise BrokenDocument(path, f"het bestand noemt zich {label}, maar is dat niet") from exc


def _looks_binary(raw: bytes) -> bool:
    """Tell whether control bytes or bytes that Windows-1252 does not have are common."""
    sample = raw[:65_536]
    strange = sum(byte < 9 or 13 < byte < 32 or byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) for byte in sample)
    return strange * 50 > len(sample)


def normalise(text: str) -> str:
    """Give `text` in NFC with one kind of blank, hyphen and line end, and nothing invisible.

    Soft hyphens stay at line ends only, where they show that a word was cut. Form feeds stay.
    """
    text = _normalise_once(text.replace("\r\n", "\n").replace("\r", "\n"))
    # Text can have been read wrongly twice; each round mends one, and makes the text shorter.
    while _MOJIBAKE.search(text) and (again := _normalise_once(text)) != text:
        text = again
    return text


def _normalise_once(text: str) -> str:
    if "Ã" in text or "â€" in text or "Â" in text:
        text = _MOJIBAKE.sub(_mend, text)
    text = _PRIVATE.sub(" ", _SOFT_HYPHEN.sub("", text.translate(_TABLE)))
    return unicodedata.normalize("NFC", text)


def _mend(match: re.Match[str]) -> str:
    try:
        return match.group().encode("cp1252").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return match.group()
