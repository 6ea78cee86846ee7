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
_HEAVY = 600
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
        # Plain addresses: a pointer object for every word takes twice the time.
        plain = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
        self._find = ctypes.cast(pdfium.FPDFText_GetTextObject, plain)
        self._page = ctypes.cast(handle, ctypes.c_void_p).value
        self._channels = [ctypes.c_uint() for _ in range(4)]
        self._given = [ctypes.byref(channel) for channel in self._channels]
        self._known: dict[int, Ink] = {0: PLAIN}
        self._fonts: dict[int, bool] = {}
        self.suspect = False

    def find(self, index: int) -> Ink:
        """Give the ink of the sign at `index` of the page's text."""
        address = self._find(self._page, index) or 0
        ink = self._known.get(address)
        if ink is None:
            ink = self._known[address] = self._look(address, index)
            self.suspect = self.suspect or ink.sight > Sight.CLEAR
        return ink

    def _look(self, address: int, index: int) -> Ink:
        pdfium = self._pdfium
        found = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(found)
        font = ctypes.cast(pdfium.FPDFTextObj_GetFont(found), ctypes.c_void_p).value or 0
        if font not in self._fonts:
            self._fonts[font] = self._is_bold(index)
        # Bold that a word processor made by drawing the outline too.
        bold = self._fonts[font] or mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        return Ink(bold, self._judge(found, mode))

    def _is_bold(self, index: int) -> bool:
        name = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        size = self._pdfium.FPDFText_GetFontInfo(self._handle, index, name, 128, ctypes.byref(flags))
        words = name.value.decode("utf-8", errors="replace").lower() if size else ""
        heavy: int = self._pdfium.FPDFText_GetFontWeight(self._handle, index)
        return heavy >= _HEAVY or any(part in words for part in _BOLD)

    def _judge(self, found: Any, mode: int) -> Sight:
        pdfium = self._pdfium
        if mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
            return Sight.UNSEEN
        filled = outlined = Sight.UNSEEN
        if mode not in (pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP):
            filled = self._rate_colour(pdfium.FPDFPageObj_GetFillColor, found)
        if mode not in (pdfium.FPDF_TEXTRENDERMODE_FILL, pdfium.FPDF_TEXTRENDERMODE_FILL_CLIP):
            outlined = self._rate_colour(pdfium.FPDFPageObj_GetStrokeColor, found)
        return min(filled, outlined)

    def _rate_colour(self, read: Any, found: Any) -> Sight:
        """Tell how well the colour that `read` gives of an object is seen on white paper."""
        if not read(found, *self._given):
            return Sight.CLEAR
        *colour, alpha = (channel.value for channel in self._channels)
        if alpha < _GLASS:
            return Sight.GLASS
        darkest = 255 - (255 - min(colour)) * alpha / 255
        return Sight.PALE if darkest >= _PALE else Sight.CLEAR


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
