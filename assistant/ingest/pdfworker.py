"""The process in which PDFium runs: PDFs in, pages or a picture of one page out.

Started by `pdfproc.py`; the process has limits on memory and time, and when PDFium aborts, only
this process ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from math import sqrt
from typing import Any

from assistant.ingest.glyphs import Sheet, read_metadata, read_sheets
from assistant.ingest.guarded import Answer, Message, serve
from assistant.ingest.picture import write_png
from assistant.ingest.rulings import Rule

MOST_MEMORY = 3 * 2**30
"""Bytes of address space; a page of a real document takes far less."""
_MOST_PIXELS = 40_000_000
"""An A3 page at 400 dpi has 31 million; a larger page is drawn at fewer dots per inch."""
_POINTS = 72.0


def answer(task: Message, raw: bytes) -> Iterator[Answer]:
    """Give the messages for one request, the last of which has an error, metadata or a picture."""
    import pypdfium2

    try:
        if task["do"] == "render":
            yield {}, _render(raw, task["page"], task["dpi"], grey=task["grey"])
        else:
            for sheet in read_sheets(raw):
                yield _pack(sheet), b""
            title, date = read_metadata(raw)
            yield {"title": title, "date": date}, b""
    except pypdfium2.PdfiumError as exc:
        yield {"error": "locked" if "assword" in str(exc) else "broken"}, b""
    except MemoryError:
        yield {"error": "broken"}, b""


def _pack(sheet: Sheet) -> Message:
    rows = [astuple(segment) for segment in sheet.segments]
    sizes = {"width": sheet.width, "height": sheet.height, "hidden": sheet.hidden}
    return {**sizes, "segments": rows, "lines": _round(sheet.lines), "fills": _round(sheet.fills)}


def _round(boxes: list[Rule]) -> list[list[float]]:
    return [[round(side, 1) for side in box] for box in boxes]


def _render(raw: bytes, number: int, dpi: float, *, grey: bool) -> bytes:
    import pypdfium2

    document = pypdfium2.PdfDocument(raw)
    try:
        document.init_forms()
        page = document[number - 1]
        try:
            return _draw(page, dpi, grey=grey)
        finally:
            page.close()
    finally:
        document.close()


def _draw(page: Any, dpi: float, *, grey: bool) -> bytes:
    area = max(1.0, page.get_width()) * max(1.0, page.get_height())
    scale = min(dpi / _POINTS, sqrt(_MOST_PIXELS / area))
    bitmap = page.render(scale, grayscale=grey, rev_byteorder=True)
    try:
        return write_png(bitmap.buffer, bitmap.width, bitmap.height, bitmap.n_channels, scale * _POINTS)
    finally:
        bitmap.close()


if __name__ == "__main__":
    serve(answer, MOST_MEMORY)
