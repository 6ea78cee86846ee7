"""The straight lines and filled boxes that are drawn on a page of a PDF, by PDFium.

They tell where the cells of a table are. Runs in the process of `pdfworker.py`.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

Rule = tuple[float, float, float, float]
"""x0, top, x1, bottom in points from the top left corner; one of the two sides is 0 for a line."""

_THIN = 3.0
"""Points: a filled box that is no wider or no higher than this is a line."""
_SHORTEST = 4.0
_MOST_POINTS = 20_000
"""A page with more points in its paths is a drawing; the rest of them is left out."""
_SLANT = 1.0
Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]


def find_rules(page: Any) -> tuple[list[Rule], list[Rule]]:
    """Give the level and upright lines of a page, and its filled boxes, in the order of drawing.

    The points are still the PDF's own: from the bottom left corner, upwards.
    """
    import pypdfium2.raw as pdfium

    lines: list[Rule] = []
    fills: list[Rule] = []
    left = _MOST_POINTS
    for place in range(pdfium.FPDFPage_CountObjects(page.raw)):
        found = pdfium.FPDFPage_GetObject(page.raw, place)
        if pdfium.FPDFPageObj_GetType(found) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        count = pdfium.FPDFPath_CountSegments(found)
        left -= max(count, 0)
        if left < 0:
            break
        _add_path(found, count, lines, fills)
    return lines, fills


def _add_path(found: Any, count: int, lines: list[Rule], fills: list[Rule]) -> None:
    import pypdfium2.raw as pdfium

    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(found, ctypes.byref(mode), ctypes.byref(stroke))
    if not (mode.value or stroke.value):
        return
    matrix = _read_matrix(found)
    for points in _find_outlines(found, count, matrix):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        wide, high = box[2] - box[0], box[3] - box[1]
        if mode.value and min(wide, high) <= _THIN:
            lines.extend(_flatten(box))
        elif mode.value and _is_box(points):
            fills.append(box)
        if stroke.value:
            for (ax, ay), (bx, by) in pairwise(points):
                edge = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
                if min(edge[2] - edge[0], edge[3] - edge[1]) <= _SLANT:
                    lines.extend(_flatten(edge))


def _flatten(box: Rule) -> Iterator[Rule]:
    """Give a thin box as a line through its middle, when it is long enough to be one."""
    x0, y0, x1, y1 = box
    if x1 - x0 >= max(_SHORTEST, y1 - y0):
        yield x0, (y0 + y1) / 2, x1, (y0 + y1) / 2
    elif y1 - y0 >= _SHORTEST:
        yield (x0 + x1) / 2, y0, (x0 + x1) / 2, y1


def _is_box(points: list[Point]) -> bool:
    return 4 <= len(points) <= 6 and all(
        min(abs(ax - bx), abs(ay - by)) <= _SLANT for (ax, ay), (bx, by) in pairwise(points)
    )


def _read_matrix(found: Any) -> Matrix:
    import pypdfium2.raw as pdfium

    read = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(found, ctypes.byref(read)):
        return 1.0, 0.0, 0.0, 1.0, 0.0, 0.0
    return read.a, read.b, read.c, read.d, read.e, read.f


def _find_outlines(found: Any, count: int, matrix: Matrix) -> Iterator[list[Point]]:
    """Give the points of every outline of a path without curves; a closed one ends where it began."""
    import pypdfium2.raw as pdfium

    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    curved = False
    for place in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(found, place)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        points.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points
