"""The process in which PDFium runs: PDFs in, pages or a picture of one page out.

Started by `pdfproc.py`; the process has limits on memory and time, and when PDFium aborts, only
this process ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import sqrt
from typing import Any

from assistant.ingest.glyphs import Fault, Sheet, read_author, read_metadata, read_page
from assistant.ingest.greypage import draw_grey
from assistant.ingest.guarded import Answer, Message, serve
from assistant.ingest.picture import write_png
from assistant.ingest.rulings import Rule
from assistant.ingest.segments import find_segments

MOST_MEMORY = 3 * 2**30
"""Bytes of address space; a page of a real document takes far less."""
_MOST_PIXELS = 40_000_000
"""An A3 page at 400 dpi has 31 million; a larger page is drawn at fewer dots per inch."""
_POINTS = 72.0


def answer(task: Message, raw: bytes) -> Iterator[Answer]:
    """Give the messages for one request: pages, a picture, or an error."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as exc:
        yield {"error": "locked" if "assword" in str(exc) else "broken"}, b""
        return
    try:
        if task["do"] == "render":
            yield _draw_page(document, task["page"], lambda page: _draw(page, task["dpi"], grey=task["grey"]))
        elif task["do"] == "scan":
            yield _draw_page(
                document, task["page"], lambda page: draw_grey(page, task["turn"], task["least"])
            )
        else:
            yield from _read(document, task["pages"], task["most"])
    finally:
        document.close()


def _read(document: Any, wanted: Sequence[int] | None, most: int) -> Iterator[Answer]:
    """Give a message with what is known of the file, then one for each wanted page (None: the first `most`)."""
    import pypdfium2

    count = len(document)
    title, date = read_metadata(document)
    yield {"pages": count, "title": title, "date": date, "author": read_author(document)}, b""
    for number in range(1, min(count, most) + 1) if wanted is None else wanted:
        try:
            message = _read_sheet(document, number)
        except (pypdfium2.PdfiumError, MemoryError):
            message = {"fault": Fault.DAMAGED}
        yield {"page": number, **message}, b""


def _read_sheet(document: Any, number: int) -> Message:
    page = document[number - 1]
    try:
        sheet, glyphs = read_page(page)
    finally:
        page.close()
    sheet.segments.extend(find_segments(glyphs))
    return _pack(sheet)


def _pack(sheet: Sheet) -> Message:
    rows = [
        (
            part.text,
            round(part.x0, 2),
            round(part.top, 2),
            round(part.x1, 2),
            round(part.bottom, 2),
            round(part.size, 3),
            part.bold,
            part.marks,
            part.words,
        )
        for part in sheet.segments
    ]
    return {
        "width": sheet.width,
        "height": sheet.height,
        "segments": rows,
        "lines": _round(sheet.lines),
        "fills": _round(sheet.fills),
        "hidden": sheet.hidden,
        "unseen": sheet.unseen,
        "layer": sheet.layer,
        "cut": sheet.cut,
    }


def _round(boxes: list[Rule]) -> list[list[float]]:
    return [[round(side, 2) for side in box] for box in boxes]


def _draw_page(document: Any, number: int, draw: Callable[[Any], Answer]) -> Answer:
    import pypdfium2

    document.init_forms()
    try:
        page = document[number - 1]
    except (pypdfium2.PdfiumError, IndexError):
        return {"error": "broken"}, b""
    try:
        return draw(page)
    finally:
        page.close()


def _draw(page: Any, dpi: float, *, grey: bool) -> Answer:
    area = max(1.0, page.get_width()) * max(1.0, page.get_height())
    scale = min(dpi / _POINTS, sqrt(_MOST_PIXELS / area))
    bitmap = page.render(scale, grayscale=grey, rev_byteorder=True)
    try:
        return {}, write_png(bitmap.buffer, bitmap.width, bitmap.height, bitmap.n_channels, scale * _POINTS)
    finally:
        bitmap.close()


if __name__ == "__main__":
    serve(answer, MOST_MEMORY)
