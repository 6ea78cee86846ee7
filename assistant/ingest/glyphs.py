"""The words of a PDF with their place on the page, by PDFium.

Runs in a process of its own (see `pdfproc.py`): PDFium is not thread-safe, and a damaged file
can make it abort or take all memory.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from assistant.ingest.rulings import Rule, find_rules

_GAP = 0.7
"""A blank of so many times the type size between two signs parts two cells or columns."""
_RAISED = 0.8
"""A sign smaller than this part of the type beside it is no part of the line's own type."""
_LIFT = 0.1
"""A digit whose foot is higher than its line's by this part of the type's size is a footnote mark."""
_MOST_CHARS = 200_000
"""A page with more signs is no page that anyone reads; the rest of it is left out."""
_MOST_PAGES = 20_000
_STAMP = re.compile(r"(?:D:)?((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_SQUARES = {"2": "²", "3": "³"}
_UNITS = ("m", "km", "cm", "dm", "mm", "hm")


@dataclass(slots=True)
class Segment:
    """Signs that follow each other on one line without a wide gap.

    Points from the top left corner of the page. `size` is the height of the type's box. `marks`
    are the numbers of footnotes that stood raised in it, which are not in its text; a raised
    number before all other signs is in the text.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    marks: tuple[str, ...] = ()


@dataclass(slots=True)
class Sheet:
    """One page: its size in points, its segments, and whether words were off the page or unseen.

    `lines` are the level and upright lines drawn on it, `fills` its filled boxes.
    """

    width: float
    height: float
    segments: list[Segment]
    hidden: int = 0
    lines: list[Rule] = field(default_factory=list)
    fills: list[Rule] = field(default_factory=list)


@dataclass(slots=True)
class _Glyph:
    sign: str
    x0: float
    top: float
    x1: float
    bottom: float
    index: int

    @property
    def size(self) -> float:
        return self.bottom - self.top


def read_sheets(raw: bytes, password: str | None = None) -> Iterator[Sheet]:
    """Give the pages of a PDF. Raises pypdfium2.PdfiumError for a file that cannot be opened."""
    import pypdfium2

    document = pypdfium2.PdfDocument(raw, password=password)
    try:
        for number in range(min(len(document), _MOST_PAGES)):
            yield _read_sheet(document, number)
    finally:
        document.close()


def read_metadata(raw: bytes) -> tuple[str | None, str | None]:
    """Give the title and the day of making (EDTF) that the file's metadata state."""
    import pypdfium2

    document = pypdfium2.PdfDocument(raw)
    try:
        stated = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    found = _STAMP.match(stated.get("CreationDate") or stated.get("ModDate") or "")
    return stated.get("Title"), "-".join(found.groups()) if found else None


def _read_sheet(document: Any, number: int) -> Sheet:
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return Sheet(0.0, 0.0, [])
    try:
        left, bottom, right, top = page.get_cropbox()
        textpage = page.get_textpage()
        try:
            sheet = Sheet(abs(right - left), abs(top - bottom), [])
            fonts = _Fonts(textpage.raw)
            sheet.segments.extend(_find_segments(_read_glyphs(textpage, left, top, sheet), fonts))
        finally:
            textpage.close()
        lines, fills = find_rules(page)
        sheet.lines = [(x0 - left, top - y1, x1 - left, top - y0) for x0, y0, x1, y1 in lines]
        sheet.fills = [(x0 - left, top - y1, x1 - left, top - y0) for x0, y0, x1, y1 in fills]
    finally:
        page.close()
    return sheet


def _read_glyphs(textpage: Any, left: float, top: float, sheet: Sheet) -> Iterator[_Glyph | None]:
    """Give the signs in the order of the file; None where PDFium sees the end of a line."""
    import pypdfium2.raw as pdfium

    handle = textpage.raw
    box = pdfium.FS_RECTF()
    at = ctypes.byref(box)
    read_code, read_box = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    for index in range(min(textpage.count_chars(), _MOST_CHARS)):
        code = read_code(handle, index)
        if code in (0, 10, 13):
            yield None
            continue
        read_box(handle, index, at)
        x0, x1, y0, y1 = box.left - left, box.right - left, top - box.top, top - box.bottom
        if x1 < -1 or y1 < -1 or x0 > sheet.width + 1 or y0 > sheet.height + 1:
            sheet.hidden += code != 32
            continue
        cut = code in (2, 0xFFFE)
        yield _Glyph("\ufffe" if cut else chr(code), x0, y0, x1, y1, index)
        if cut:
            yield None


class _Fonts:
    """Whether signs are bold, by the name or weight of their font; one look-up per text object."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self._known: dict[int, bool] = {}

    def is_bold(self, run: list[_Glyph]) -> bool:
        """Tell whether most of the first, middle and last sign are bold."""
        places = {run[0].index, run[len(run) // 2].index, run[-1].index}
        return 2 * sum(self._is_bold_at(place) for place in places) > len(places)

    def _is_bold_at(self, index: int) -> bool:
        import pypdfium2.raw as pdfium

        found = pdfium.FPDFText_GetTextObject(self._handle, index)
        key = ctypes.cast(found, ctypes.c_void_p).value or 0
        if key not in self._known:
            self._known[key] = self._look(found, index)
        return self._known[key]

    def _look(self, found: Any, index: int) -> bool:
        import pypdfium2.raw as pdfium

        name = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        size = pdfium.FPDFText_GetFontInfo(self._handle, index, name, 128, ctypes.byref(flags))
        words = name.value.decode("utf-8", errors="replace").lower() if size else ""
        if any(part in words for part in ("bold", "black", "heavy", "semibd", "-bd")):
            return True
        if pdfium.FPDFText_GetFontWeight(self._handle, index) >= 600:
            return True
        # Bold that a word processor made by drawing the outline too.
        mode = pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        return bool(found) and pdfium.FPDFTextObj_GetTextRenderMode(found) == mode


def _find_segments(glyphs: Iterable[_Glyph | None], fonts: _Fonts) -> Iterator[Segment]:
    run: list[_Glyph] = []
    for glyph in glyphs:
        if glyph is None or (run and _parts(run, glyph)):
            yield from _make_segment(run, fonts)
            run = []
        if glyph is not None and (run or glyph.sign.strip()):
            run.append(glyph)
    yield from _make_segment(run, fonts)


def _parts(run: list[_Glyph], glyph: _Glyph) -> bool:
    """Tell whether `glyph` begins a new segment after `run`."""
    if not glyph.sign.strip():
        return False
    last = next(other for other in reversed(run) if other.sign.strip())
    size = max(last.size, glyph.size, 1.0)
    overlap = min(last.bottom, glyph.bottom) - max(last.top, glyph.top)
    if overlap < 0.3 * min(last.size, glyph.size):
        return True
    return glyph.x0 - last.x1 > _GAP * size or glyph.x0 < last.x0 - 0.5 * size


def _make_segment(run: list[_Glyph], fonts: _Fonts) -> Iterator[Segment]:
    seen = [glyph for glyph in run if glyph.sign.strip()]
    if not seen:
        return
    size = sorted(glyph.size for glyph in seen)[len(seen) // 2]
    base = [glyph for glyph in seen if glyph.size >= _RAISED * size] or seen
    foot = sorted(glyph.bottom for glyph in base)[len(base) // 2] - _LIFT * size
    written = [_write(run, place, foot) for place in range(len(run))]
    text = " ".join("".join(written).split())
    if not text:
        return
    base = [glyph for glyph in base if glyph.bottom >= foot]
    marks = "".join(" " if other.strip() else glyph.sign for glyph, other in zip(run, written, strict=True))
    yield Segment(
        text,
        min(glyph.x0 for glyph in seen),
        min(glyph.top for glyph in base),
        max(glyph.x1 for glyph in seen),
        max(glyph.bottom for glyph in base),
        size,
        fonts.is_bold(seen),
        tuple(mark for mark in marks.split() if mark.isdigit()),
    )


_ACCENTS = {
    "´": "\u0301",
    "`": "\u0300",
    "¨": "\u0308",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "ˇ": "\u030c",
    "¸": "\u0327",
}


def _set_accent(run: list[_Glyph], place: int) -> str | None:
    """Give the combining form of an accent that is drawn over the letter before it."""
    glyph, before = run[place], run[place - 1] if place else None
    if glyph.sign not in _ACCENTS or before is None or not before.sign.isalpha():
        return None
    return _ACCENTS[glyph.sign] if glyph.x0 < before.x1 - 0.2 * (before.x1 - before.x0) else None


def _write(run: list[_Glyph], place: int, foot: float) -> str:
    """Give the sign, or nothing for a footnote mark in running text: a digit that ends above `foot`."""
    glyph = run[place]
    if (accent := _set_accent(run, place)) is not None:
        return accent
    if not glyph.sign.isdigit() or glyph.bottom >= foot:
        return glyph.sign
    before = "".join(other.sign for other in run[max(0, place - 3) : place])
    if before.split()[-1:] and before.split()[-1] in _UNITS and before[-1:].isalpha():
        return _SQUARES.get(glyph.sign, glyph.sign)
    if not before.strip() or all(other.sign.isdigit() for other in run[:place]):
        following = run[place + 1].sign if place + 1 < len(run) else " "
        return glyph.sign if following.isdigit() else f"{glyph.sign} "
    return " " if "".join(other.sign for other in run[place + 1 : place + 2]).isalpha() else ""
