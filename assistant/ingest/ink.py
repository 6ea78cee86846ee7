"""How the type of a PDF is drawn: bold, and whether anybody can see it.

Text that nobody sees is no text of the document: a reader cannot check it, and it may be there to
mislead programs (row 29 of the list of faults). The invisible text layer of a scan is another
matter: what it says can be seen in the picture.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

_BOLD = ("bold", "black", "heavy", "semibd", "-bd")
_PALE = 240
"""Type of which every colour is as light as this (of 255) on white paper may be there to be unseen."""
_PAPER = 245
"""Grey levels (of 255): what is lighter is paper."""
_FAINT = 10
"""A place that varies less shows nothing."""
_GROUND, _PALE_INSET = 0.4, 0.25
"""A dark ground takes up at least this share of the middle of the box of a word in pale type."""
_LETTERS, _GLASS_INSET = 0.2, 0.35
"""The same for letters that are drawn under glassy type."""
_GLASS = 13
"""Type of which the opacity (of 255) is lower is glass."""
_SCANNED = 0.5
"""Pictures over this share of the page make it a scan, when most of its text is invisible."""
_DEEPEST = 3


class Sight(IntEnum):
    """Whether type can be seen."""

    CLEAR = 0
    PALE = 1
    """Nearly white: visible on a dark ground only."""
    GLASS = 2
    """Nearly transparent: visible only where the same is drawn under it."""
    UNSEEN = 3
    """Drawn with the render mode that paints nothing."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How one text object is drawn."""

    bold: bool
    sight: Sight


PLAIN = Ink(False, Sight.CLEAR)


class Inks:
    """The ink of the signs of one page; `suspect` tells that some of it may be there to be unseen."""

    def __init__(self, handle: Any) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._handle = handle
        self._known: dict[int, Ink] = {0: PLAIN}
        self.suspect = False

    def find(self, index: int) -> Ink:
        """Give the ink of the sign at `index` of the page's text."""
        found = self._pdfium.FPDFText_GetTextObject(self._handle, index)
        key = ctypes.addressof(found.contents) if found else 0
        if key not in self._known:
            ink = Ink(self._is_bold(found, index), self._judge(found))
            self._known[key] = ink
            self.suspect = self.suspect or ink.sight > Sight.CLEAR
        return self._known[key]

    def _is_bold(self, found: Any, index: int) -> bool:
        pdfium = self._pdfium
        name = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        size = pdfium.FPDFText_GetFontInfo(self._handle, index, name, 128, ctypes.byref(flags))
        words = name.value.decode("utf-8", errors="replace").lower() if size else ""
        if any(part in words for part in _BOLD) or pdfium.FPDFText_GetFontWeight(self._handle, index) >= 600:
            return True
        # Bold that a word processor made by drawing the outline too.
        mode: int = pdfium.FPDFTextObj_GetTextRenderMode(found)
        return mode == int(pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE)

    def _judge(self, found: Any) -> Sight:
        pdfium = self._pdfium
        mode = pdfium.FPDFTextObj_GetTextRenderMode(found)
        if mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
            return Sight.UNSEEN
        reads = []
        if mode not in (pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP):
            reads.append(pdfium.FPDFPageObj_GetFillColor)
        if mode not in (pdfium.FPDF_TEXTRENDERMODE_FILL, pdfium.FPDF_TEXTRENDERMODE_FILL_CLIP):
            reads.append(pdfium.FPDFPageObj_GetStrokeColor)
        return min(_rate_colour(read, found) for read in reads)


def _rate_colour(read: Any, found: Any) -> Sight:
    """Tell how well the colour that `read` gives of an object is seen on white paper."""
    channels = [ctypes.c_uint() for _ in range(4)]
    if not read(found, *map(ctypes.byref, channels)):
        return Sight.CLEAR
    *colour, alpha = (channel.value for channel in channels)
    if alpha < _GLASS:
        return Sight.GLASS
    pale = min(255 - (255 - value) * alpha / 255 for value in colour) >= _PALE
    return Sight.PALE if pale else Sight.CLEAR


Frame = tuple[float, float, float, float]
"""Left, top, right and bottom in points of the page as it is shown."""


class Ground:
    """A page drawn in grey, one pixel a point, to see what can be seen on it."""

    def __init__(self, page: Any) -> None:
        bitmap = page.render(1.0, grayscale=True)
        self._width, self._height, self._stride = bitmap.width, bitmap.height, bitmap.stride
        self._pixels = bytes(bitmap.buffer)
        bitmap.close()

    def shows(self, sight: Sight, frame: Frame) -> bool:
        """Tell whether pale or glassy type is to be seen in a frame.

        Pale type needs a ground darker than paper; glassy type shows where its letters are drawn
        under it once more, as word processors do for effects. What the lines around it leave in
        the frame is too little for either.
        """
        inset, least = (_PALE_INSET, _GROUND) if sight is Sight.PALE else (_GLASS_INSET, _LETTERS)
        left, top, right, bottom = frame
        edge = inset * (bottom - top)
        first, last = max(0, int(left)), min(self._width, int(right) + 1)
        rows = range(max(0, int(top + edge)), min(self._height, int(bottom - edge) + 1))
        samples = b"".join(
            self._pixels[row * self._stride + first : row * self._stride + last] for row in rows
        )
        if not samples or max(samples) - min(samples) <= _FAINT:
            return False
        return sum(sample < _PAPER for sample in samples) >= least * len(samples)


def is_scan(page: Any, area: float) -> bool:
    """Tell whether pictures cover most of a page of `area` square points."""
    import pypdfium2.raw as pdfium

    covered = 0.0
    for item in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=_DEEPEST):
        left, bottom, right, top = item.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
        if covered >= _SCANNED * area:
            return True
    return False


def find_frame(boxes: Iterable[Frame]) -> Frame:
    """Give the frame around some others."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
