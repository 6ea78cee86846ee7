"""The process in which pypdf reads what PDFium cannot: slower, and without the place of the words.

Started by `pdfproc.py`, with limits on memory and time.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Sequence
from typing import Any

from assistant.ingest.glyphs import Fault
from assistant.ingest.guarded import Answer, Message, serve

MOST_MEMORY = 2 * 2**30
_MOST_CHARS = 200_000


def answer(task: Message, raw: bytes) -> Iterator[Answer]:
    """Give a message with the number of pages, then one with the lines of each wanted page."""
    from io import BytesIO

    import pypdf
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(BytesIO(raw), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            yield {"error": "locked"}, b""
            return
        count = len(reader.pages)
    # pypdf lets many kinds of errors of damaged files through.
    except (PyPdfError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError, OSError):
        yield {"error": "broken"}, b""
        return
    except (RecursionError, MemoryError):
        yield {"error": "broken"}, b""
        return
    yield {"pages": count}, b""
    first = range(1, min(count, task["most"]) + 1)
    yield from _read(reader, first if task["pages"] is None else task["pages"])


def _read(reader: Any, wanted: Sequence[int]) -> Iterator[Answer]:
    for number in wanted:
        try:
            page = reader.pages[number - 1]
            text = page.extract_text()[:_MOST_CHARS]
            width, height = float(page.mediabox.width), float(page.mediabox.height)
        except Exception:  # whatever is wrong with a damaged page, the next one may be right
            yield {"page": number, "fault": Fault.DAMAGED}, b""
            continue
        yield {"page": number, "width": width, "height": height, "lines": text.split("\n")}, b""


if __name__ == "__main__":
    logging.disable()
    warnings.simplefilter("ignore")
    serve(answer, MOST_MEMORY)
