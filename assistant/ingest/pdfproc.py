"""PDFs read and drawn in a process apart, which may crash or hang without taking this one along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from time import monotonic

from assistant.errors import BrokenDocument, LockedDocument
from assistant.ingest.glyphs import Segment, Sheet
from assistant.ingest.guarded import Answer, Desk, Message, WorkerDied

_PAGE_TIMEOUT_S = 30.0
"""A page takes 8 to 40 ms; one that takes this long never ends."""
_FILE_TIMEOUT_S = 600.0
_CRASHED = "de PDF is beschadigd of kwaadaardig: het lezen ervan is afgebroken"
_DAMAGED = "de PDF is beschadigd en kan niet worden geopend"
_LOCKED = "de PDF is beveiligd met een wachtwoord; sla hem op zonder beveiliging"


@dataclass(slots=True)
class Content:
    """What a PDF holds: its pages, and title and date (EDTF) from its metadata."""

    sheets: list[Sheet] = field(default_factory=list)
    title: str | None = None
    date: str | None = None


_DESK = Desk("assistant.ingest.pdfworker")


def read_pdf(raw: bytes, path: str) -> Content:
    """Give the pages of a PDF.

    Raises LockedDocument when it needs a password, BrokenDocument when it is damaged, or when
    reading it crashed, took too much memory or did not end.
    """
    content = Content()
    deadline = monotonic() + _FILE_TIMEOUT_S
    for message, _ in _ask({"do": "read"}, raw, path):
        if "segments" in message:
            content.sheets.append(_unpack(message))
        else:
            content.title, content.date = message["title"], message["date"]
        if monotonic() > deadline:
            raise BrokenDocument(path, _CRASHED)
    return content


def _unpack(message: Message) -> Sheet:
    segments = [Segment(*row) for row in message["segments"]]
    for segment in segments:
        segment.marks = tuple(segment.marks)
    lines, fills = ([tuple(box) for box in message[kind]] for kind in ("lines", "fills"))
    return Sheet(message["width"], message["height"], segments, message["hidden"], lines, fills)


def render_page(raw: bytes, path: str, number: int, dpi: float, *, grey: bool = False) -> bytes:
    """Give a picture of page `number` (from 1) as it is shown, as PNG.

    `dpi` is what is asked for: a page too large for it is drawn smaller, so that the scale
    follows from the width of the picture and of the page. Raises LockedDocument or BrokenDocument.
    """
    task = {"do": "render", "page": number, "dpi": dpi, "grey": grey}
    return b"".join(extra for _, extra in _ask(task, raw, path))


def _ask(task: Message, raw: bytes, path: str) -> Iterator[Answer]:
    try:
        for message, extra in _DESK.ask(task, raw, _PAGE_TIMEOUT_S):
            if message.get("error") == "locked":
                raise LockedDocument(path, _LOCKED)
            if "error" in message:
                raise BrokenDocument(path, _DAMAGED)
            yield message, extra
    except WorkerDied as exc:
        raise BrokenDocument(path, _CRASHED) from exc
