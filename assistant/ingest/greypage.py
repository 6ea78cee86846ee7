"""A page drawn for character recognition: grey, cleaned, and what can be told from its pixels.

Runs in the process of `pdfworker.py`.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DPI = 300
"""Dots per inch that Tesseract's documentation asks for; its figures here were best at it."""
_MOST_PIXELS = 17_500_000
"""An A3 page at 300 dpi."""
_POINTS = 72.0
_GRID = 64
_DARKER = 0.35
"""Ink is darker than the paper by this share of its brightness."""
_NESTED = 3


def draw_grey(page: Any, turn: int, least: float) -> tuple[dict[str, float], bytes]:
    """Give a page as a grey picture (PGM), turned clockwise by `turn` degrees (0, 90, 180, 270).

    With it go `scale` (pixels per point), `ink` (the share of the page that is dark) and
    `pictured` (the share that pictures cover). Nothing is drawn when that is under `least`.
    """
    import numpy as np

    pictured = _measure_pictures(page)
    if pictured < least:
        return {"scale": 0.0, "ink": 0.0, "pictured": pictured}, b""
    area = max(1.0, page.get_width()) * max(1.0, page.get_height())
    scale = min(DPI / _POINTS, sqrt(_MOST_PIXELS / area))
    bitmap = page.render(scale, grayscale=True)
    try:
        rows = np.frombuffer(bitmap.buffer, dtype=np.uint8).reshape(bitmap.height, bitmap.stride)
        grey = clean(rows[:, : bitmap.width])
    finally:
        bitmap.close()
    facts = {"scale": scale, "ink": measure_ink(grey), "pictured": pictured}
    return facts, write_pgm(np.rot90(grey, -(turn // 90)))


def clean(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Give a picture without specks and grain: the median of each dot and the eight around it, then smoothed.

    Dirt and grain are what Tesseract stumbles over most: `benchmarks/scans.py` tells how much.
    """
    return _smooth(_take_medians(grey))


def _take_medians(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Give the median of each 3 x 3 dots, by the sorted columns (Paeth, "Median finding on a 3 x 3 grid", 1990)."""
    import numpy as np

    wide = np.pad(grey, 1, mode="edge")
    low, middle, high = _sort(wide[:-2], wide[1:-1], wide[2:])
    lows = np.maximum(np.maximum(low[:, :-2], low[:, 1:-1]), low[:, 2:])
    _, middles, _ = _sort(middle[:, :-2], middle[:, 1:-1], middle[:, 2:])
    highs = np.minimum(np.minimum(high[:, :-2], high[:, 1:-1]), high[:, 2:])
    return _sort(lows, middles, highs)[1]


def _sort(*three: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]:
    import numpy as np

    one, other, third = three
    less, more = np.minimum(one, other), np.maximum(one, other)
    return np.minimum(less, third), np.maximum(less, np.minimum(more, third)), np.maximum(more, third)


def _smooth(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Give a picture with each dot mixed with its neighbours (1-2-1 in both directions)."""
    import numpy as np

    mixed = grey.astype(np.uint16)
    for axis in (0, 1):
        padded = np.pad(mixed, [(1, 1) if axis == other else (0, 0) for other in (0, 1)], mode="edge")
        before = padded[:-2] if axis == 0 else padded[:, :-2]
        after = padded[2:] if axis == 0 else padded[:, 2:]
        mixed = ((before + 2 * mixed + after + 2) >> 2).astype(np.uint16)
    return mixed.astype(np.uint8)


def measure_ink(grey: NDArray[np.uint8]) -> float:
    """Give which share of a picture is much darker than its paper."""
    import numpy as np

    paper = float(np.median(grey[::4, ::4]))
    return float((grey < (1 - _DARKER) * paper).mean())


def write_pgm(grey: NDArray[np.uint8]) -> bytes:
    """Give a grey picture as PGM (netpbm, "P5")."""
    height, width = grey.shape
    return b"P5\n%d %d\n255\n" % (width, height) + grey.tobytes()


def read_pgm(picture: bytes) -> NDArray[np.uint8]:
    """Give the pixels of a picture that `write_pgm` made, (height, width) uint8."""
    import numpy as np

    _, size, _, pixels = picture.split(b"\n", 3)
    width, height = map(int, size.split())
    return np.frombuffer(pixels, dtype=np.uint8).reshape(height, width)


def _measure_pictures(page: Any) -> float:
    """Give which share of a page pictures cover, counted in the cells of a grid."""
    import numpy as np
    import pypdfium2.raw as pdfium

    left, bottom, right, top = page.get_cropbox()
    cells = np.zeros((_GRID, _GRID), dtype=bool)
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_NESTED):
        x0, y0, x1, y1 = item.get_bounds()
        columns = _spread(x0 - left, x1 - left, right - left)
        cells[_spread(y0 - bottom, y1 - bottom, top - bottom), columns] = True
    return float(cells.mean())


def _spread(low: float, high: float, whole: float) -> slice:
    each = max(1.0, whole) / _GRID
    return slice(max(0, round(low / each)), max(0, round(high / each)))
