"""The signs of a PDF with their place on the page, by PDFium.

Runs in a process of its own (see `pdfproc.py`): PDFium is not thread-safe, and a damaged file
can make it abort or take all memory.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from assistant.ingest.ink import PLAIN, Ground, Ink, Inks, Sight, find_frame, is_scan
from assistant.ingest.rulings import Rule, find_rules

MOST_CHARS = 200_000
"""A page with more signs is no page that anyone reads; the rest of it is left out."""
_STAMP = re.compile(r"(?:D:)?((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_TINY = 1.5
"""Points: lower type is not read by anybody; a page smaller than A4 has a lower limit."""
_A4_WIDTH = 595.0
_ENDS = (0, 10, 13)
_CUTS = (2, 0xFFFE)
"""What PDFium writes for a hyphen at a line's end."""

PlacedWord = tuple[str, float, float, float, float]
"""A word with its left, top, right and bottom edge, to a tenth of a point."""


@dataclass(slots=True)
class Segment:
    """Signs that follow each other on one line without a wide gap.

    Points from the top left corner of the page as it is shown. `size` is the height of the type's
    box. `marks` are the numbers of footnotes that stood raised in it, which are not in its text; a
    raised number before all other signs is in the text. `words` are the words of `text` as they
    were drawn, each with its edges; none where the place on the page is not known.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    marks: tuple[str, ...] = ()
    words: tuple[PlacedWord, ...] = ()


class Fault(StrEnum):
    """Why a page was not read, or not by PDFium."""

    NONE = ""
    DAMAGED = "damaged"
    CRASHED = "crashed"
    """It ended the process, or took too long."""
    LARGE = "large"
    """It comes after more words than anyone reads."""
    LIMIT = "limit"
    """It comes after so many pages, or so much time, that reading stopped."""
    RESCUED = "rescued"
    """Read by pypdf: its words have no places."""


@dataclass(slots=True)
class Sheet:
    """One page: its size in points as it is shown, its segments, and what was left out.

    `lines` are the level and upright lines drawn on it, `fills` its filled boxes. `hidden` counts
    the signs beyond the edges of the page, `unseen` the words on it that nobody can see. `layer`
    tells that the text is the invisible layer of a scan, `cut` that the page has more signs than
    are read.
    """

    width: float
    height: float
    segments: list[Segment]
    hidden: int = 0
    lines: list[Rule] = field(default_factory=list)
    fills: list[Rule] = field(default_factory=list)
    unseen: int = 0
    layer: bool = False
    cut: bool = False
    fault: Fault = Fault.NONE


@dataclass(slots=True)
class Glyph:
    """One sign with the box of its type, in points from the top left corner of the page as shown."""

    sign: str
    x0: float
    top: float
    x1: float
    bottom: float
    index: int
    ink: Ink


Line = list[Glyph | None]
"""Signs in the order of the file; None where a line ends."""


def read_metadata(document: Any) -> tuple[str | None, str | None]:
    """Give the title and the day of making (EDTF) that the file's metadata state."""
    stated = document.get_metadata_dict(skip_empty=True)
    found = _STAMP.match(stated.get("CreationDate") or stated.get("ModDate") or "")
    return stated.get("Title"), "-".join(found.groups()) if found else None


def read_author(document: Any) -> str | None:
    """Give the author that the file's metadata state."""
    author: str | None = document.get_metadata_dict(skip_empty=True).get("Author")
    return author


def read_page(page: Any) -> tuple[Sheet, Line]:
    """Give a page without segments, and its signs; those that nobody can see are counted and left out."""
    view = _View(page)
    sheet = Sheet(view.width, view.height, [])
    textpage = page.get_textpage()
    try:
        glyphs, suspect = _read_glyphs(textpage, view, sheet)
        if suspect:
            glyphs = _drop_unseen(glyphs, page, textpage.raw, sheet)
    finally:
        textpage.close()
    lines, fills = find_rules(page)
    sheet.lines, sheet.fills = [view.place(*box) for box in lines], [view.place(*box) for box in fills]
    return sheet, glyphs


class _View:
    """From the coordinates of a PDF to points from the top left corner of the page as it is shown."""

    def __init__(self, page: Any) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        self.turn = page.get_rotation()
        self.width, self.height = self.right - self.left, self.top - self.bottom
        if self.turn in (90, 270):
            self.width, self.height = self.height, self.width

    def place(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """Give left, top, right and bottom of a rectangle."""
        if self.turn == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turn == 180:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.turn == 270:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom


def _read_glyphs(textpage: Any, view: _View, sheet: Sheet) -> tuple[Line, bool]:
    """Give the signs of a page, and whether there may be some among them that nobody can see."""
    import pypdfium2.raw as pdfium

    handle = textpage.raw
    inks = Inks(handle)
    box = pdfium.FS_RECTF()
    at = ctypes.byref(box)
    read_code, read_box, place = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox, view.place
    right, bottom, least = view.width + 1, view.height + 1, _find_least(sheet)
    left, top, turned = view.left, view.top, view.turn != 0
    count = textpage.count_chars()
    sheet.cut = count > MOST_CHARS
    found: Line = []
    ink, fresh, low = PLAIN, True, False
    for index in range(min(count, MOST_CHARS)):
        code = read_code(handle, index)
        if code in _ENDS:
            found.append(None)
            fresh = True
            continue
        read_box(handle, index, at)
        if turned:
            x0, y0, x1, y1 = place(box.left, box.bottom, box.right, box.top)
        else:
            x0, y0, x1, y1 = box.left - left, top - box.top, box.right - left, top - box.bottom
        if x1 < -1 or y1 < -1 or x0 > right or y0 > bottom:
            sheet.hidden += code != 32
            continue
        if code == 32:
            fresh = True
        elif fresh:
            ink, fresh, low = inks.find(index), False, low or y1 - y0 < least
        found.append(Glyph(chr(code) if code not in _CUTS else "\ufffe", x0, y0, x1, y1, index, ink))
        if code in _CUTS:
            found.append(None)
            fresh = True
    return found, low or inks.suspect


def _find_least(sheet: Sheet) -> float:
    """Give the height in points of the lowest type that can be read."""
    return _TINY * min(1.0, min(sheet.width, sheet.height) / _A4_WIDTH)


def _drop_unseen(glyphs: Line, page: Any, handle: Any, sheet: Sheet) -> Line:
    """Give the signs without the words that nobody can see, and count those words on the sheet.

    Invisible type stays where it is the text layer of a scan.
    """
    seen = [glyph for glyph in glyphs if glyph is not None and not glyph.sign.isspace()]
    invisible = sum(glyph.ink.sight is Sight.UNSEEN for glyph in seen)
    if invisible * 2 > len(seen) and is_scan(page, sheet.width * sheet.height):
        sheet.layer = True
    ground: Ground | None = None
    least = _find_least(sheet)
    kept: Line = []
    for word in _find_words(glyphs):
        first = word[0]
        if first is None or first.sign.isspace():
            kept.extend(word)
            continue
        signs = [glyph for glyph in word if glyph is not None]
        gone = first.ink.sight is Sight.UNSEEN and not sheet.layer
        if first.ink.sight in (Sight.PALE, Sight.GLASS):
            ground = ground or Ground(page)
            frame = find_frame((one.x0, one.top, one.x1, one.bottom) for one in signs)
            gone = not ground.shows(first.ink.sight, frame)
        if gone or (first.bottom - first.top < least and _is_tiny(signs, least, handle)):
            sheet.unseen += 1
            kept.append(None)
        else:
            kept.extend(word)
    return kept


def _find_words(glyphs: Line) -> Iterator[Line]:
    """Give the signs word by word; blanks and ends of lines by themselves."""
    word: Line = []
    for glyph in glyphs:
        if glyph is None or glyph.sign.isspace():
            if word:
                yield word
                word = []
            yield [glyph]
        else:
            word.append(glyph)
    if word:
        yield word


def _is_tiny(word: list[Glyph], least: float, handle: Any) -> bool:
    """Tell whether no sign of a word is as high as type that can be read.

    The box of the type itself is not enough: a font may leave its height out.
    """
    import pypdfium2.raw as pdfium

    edges = [ctypes.c_double() for _ in range(4)]
    for glyph in word:
        left, right, bottom, top = edges
        pdfium.FPDFText_GetCharBox(handle, glyph.index, left, right, bottom, top)
        if max(top.value - bottom.value, right.value - left.value) >= least:
            return False
    return True
