"""The process in which PDFium runs: PDFs in, pages out, as lines of JSON.

Started by `pdfproc.py` with `python -m`. A request is eight bytes with a length, then a PDF. The
answer is a line per page and a last line with metadata, or one line with an error. The process
has a limit on memory; when PDFium aborts, only this process ends.
"""

from __future__ import annotations

import json
import struct
import sys
from dataclasses import astuple
from typing import BinaryIO

from assistant.ingest.glyphs import Sheet, read_metadata, read_sheets

MOST_MEMORY = 3 * 2**30
"""Bytes of address space; a page of a real document takes far less."""
HEADER = struct.Struct("!Q")


def main() -> None:
    """Answer requests on standard input until it ends."""
    _limit_memory()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    while len(head := requests.read(HEADER.size)) == HEADER.size:
        raw = requests.read(HEADER.unpack(head)[0])
        _answer(raw, answers)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; there only the time limit holds.
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(raw: bytes, answers: BinaryIO) -> None:
    import pypdfium2

    try:
        for sheet in read_sheets(raw):
            _send(answers, _pack(sheet))
        title, date = read_metadata(raw)
        _send(answers, {"title": title, "date": date})
    except pypdfium2.PdfiumError as exc:
        _send(answers, {"error": "locked" if "assword" in str(exc) else "broken"})
    except MemoryError:
        _send(answers, {"error": "broken"})


def _pack(sheet: Sheet) -> dict[str, object]:
    rows = [astuple(segment) for segment in sheet.segments]
    return {"width": sheet.width, "height": sheet.height, "hidden": sheet.hidden, "segments": rows}


def _send(answers: BinaryIO, message: dict[str, object]) -> None:
    answers.write(json.dumps(message, ensure_ascii=True).encode() + b"\n")
    answers.flush()


if __name__ == "__main__":
    main()
