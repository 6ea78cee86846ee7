"""PDFs read and drawn in processes apart, which may crash or hang without taking this one along.

PDFium reads; where it fails, pypdf does. A page that ends the process costs that page: reading
goes on after it in a new process.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from time import monotonic

from assistant.errors import BrokenDocument, LockedDocument
from assistant.ingest.glyphs import Fault, Segment, Sheet
from assistant.ingest.guarded import Answer, Desk, Message, WorkerDied

_PAGE_TIMEOUT_S = 30.0
"""A page takes 8 to 40 ms; one that takes this long never ends."""
_FILE_TIMEOUT_S = 600.0
_RESCUE_TIMEOUT_S = 120.0
_MOST_RESTARTS = 5
"""So many pages of one file may end the process; the pages after the last of them are not read."""
MOST_PAGES = 20_000
_MOST_RESCUED = 5_000
"""pypdf takes up to 0.1 s a page."""
_MOST_WORDS = 5_000_000
"""A file with more words is no document; the rest of its pages is not read."""
_CRASHED = "de PDF is beschadigd of kwaadaardig: het lezen ervan is afgebroken"
_DAMAGED = "de PDF is beschadigd en kan niet worden geopend"
_LOCKED = "de PDF is beveiligd met een wachtwoord; sla hem op zonder beveiliging"
_SIZE, _LEADING, _MARGIN, _ADVANCE = 10.0, 12.0, 72.0, 5.0
"""Points: how lines are set of which only the text is known."""


@dataclass(slots=True)
class Content:
    """What a PDF holds: its pages, and title, date (EDTF) and author from its metadata.

    `count` is the number of pages that the file says it has; `sheets` may be fewer.
    """

    sheets: list[Sheet] = field(default_factory=list)
    title: str | None = None
    date: str | None = None
    author: str | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class GreyPage:
    """A page as a grey picture (PGM) for character recognition.

    `scale` is pixels per point, `ink` the share of it that is dark, `pictured` the share of the
    page that pictures cover.
    """

    picture: bytes
    scale: float
    ink: float
    pictured: float


_DESK = Desk("assistant.ingest.pdfworker")
_RESCUE = Desk("assistant.ingest.pdfrescue")


def read_pdf(raw: bytes, path: str) -> Content:
    """Give the pages of a PDF; one that could not be read is empty and has a fault.

    Raises LockedDocument when it needs a password, BrokenDocument when nothing of it can be read.
    """
    content = Content()
    words = 0
    for message in _read_pages(_DESK, raw, path, None, _FILE_TIMEOUT_S):
        if "pages" in message:
            content.count = message["pages"]
            content.title, content.date = message["title"], message["date"]
            content.author = message["author"]
            continue
        full = words > _MOST_WORDS
        content.sheets.append(_unpack({"fault": Fault.LARGE} if full else message))
        words += sum(len(segment.words) for segment in content.sheets[-1].segments)
    _rescue(content, raw, path)
    if not content.sheets:
        raise BrokenDocument(path, _DAMAGED)
    return content


def render_page(raw: bytes, path: str, number: int, dpi: float, *, grey: bool = False) -> bytes:
    """Give a picture of page `number` (from 1) as it is shown, as PNG.

    `dpi` is what is asked for: a page too large for it is drawn smaller, so that the scale
    follows from the width of the picture and of the page. Raises LockedDocument or BrokenDocument.
    """
    task = {"do": "render", "page": number, "dpi": dpi, "grey": grey}
    try:
        return b"".join(extra for _, extra in _ask(_DESK, task, raw, path))
    except WorkerDied as exc:
        raise BrokenDocument(path, _CRASHED) from exc


def render_grey(raw: bytes, path: str, number: int, *, turn: int = 0, least: float = 0.0) -> GreyPage:
    """Give page `number` (from 1) for character recognition, turned clockwise by `turn` degrees.

    The picture stays empty when pictures cover less than `least` of the page. Raises
    LockedDocument or BrokenDocument.
    """
    task = {"do": "scan", "page": number, "turn": turn, "least": least}
    try:
        ((facts, picture),) = _ask(_DESK, task, raw, path)
    except WorkerDied as exc:
        raise BrokenDocument(path, _CRASHED) from exc
    return GreyPage(picture, facts["scale"], facts["ink"], facts["pictured"])


def _ask(desk: Desk, task: Message, raw: bytes, path: str) -> Iterator[Answer]:
    for message, extra in desk.ask(task, raw, _PAGE_TIMEOUT_S):
        if message.get("error") == "locked":
            raise LockedDocument(path, _LOCKED)
        if "error" in message:
            raise BrokenDocument(path, _DAMAGED)
        yield message, extra


def _read_pages(
    desk: Desk, raw: bytes, path: str, wanted: Sequence[int] | None, timeout_s: float
) -> Iterator[Message]:
    """Give what is known of the file, then a message for each wanted page (None: all), in order.

    Nothing comes when the file cannot be opened. A page that ended the process has a fault, and so
    has every page after it when that happens too often or the time is up.
    """
    deadline = monotonic() + timeout_s
    rest = wanted
    for _ in range(_MOST_RESTARTS + 1):
        try:
            task = {"do": "read", "pages": None if rest is None else [*rest], "most": MOST_PAGES}
            for message, _ in _ask(desk, task, raw, path):
                if "pages" in message and rest is None:
                    rest = range(1, min(message["pages"], MOST_PAGES) + 1)
                    yield message
                elif "page" in message and rest:
                    rest = rest[1:]
                    yield message
                if monotonic() > deadline:
                    break
            break
        except BrokenDocument:
            return
        except WorkerDied:
            if not rest:
                return
            yield {"page": rest[0], "fault": Fault.CRASHED}
            rest = rest[1:]
    for number in rest or ():
        yield {"page": number, "fault": Fault.LIMIT}


def _unpack(message: Message) -> Sheet:
    if "fault" in message:
        return Sheet(0.0, 0.0, [], fault=Fault(message["fault"]))
    known = {name: value for name, value in message.items() if name != "page"}
    known["segments"] = [
        Segment(text, x0, top, x1, bottom, size, bold, tuple(marks), tuple(words))
        for text, x0, top, x1, bottom, size, bold, marks, words in message["segments"]
    ]
    for kind in ("lines", "fills"):
        known[kind] = [tuple(box) for box in message[kind]]
    return Sheet(**known)


def _rescue(content: Content, raw: bytes, path: str) -> None:
    """Read with pypdf what PDFium did not read: the whole file, or the pages without text.

    A page on which all text is hidden stays empty (pypdf would not see that it is), and so do
    those of a file with too many words.
    """
    empty = [
        number
        for number, sheet in enumerate(content.sheets, start=1)
        if not (sheet.segments or sheet.hidden or sheet.unseen or sheet.fault is Fault.LARGE)
    ]
    if content.sheets and not empty:
        return
    wanted = empty[:_MOST_RESCUED] if content.sheets else None
    for message in _read_pages(_RESCUE, raw, path, wanted, _RESCUE_TIMEOUT_S):
        if "pages" in message:
            content.count = message["pages"]
            continue
        if wanted is None:
            content.sheets.append(Sheet(0.0, 0.0, [], fault=Fault(message.get("fault", ""))))
        if any(line.strip() for line in message.get("lines", ())):
            _set_lines(content.sheets[message["page"] - 1], message)


def _set_lines(sheet: Sheet, message: Message) -> None:
    """Put lines of which only the text is known on a page, under each other, without boxes."""
    sheet.width, sheet.height = sheet.width or message["width"], sheet.height or message["height"]
    sheet.fault = Fault.RESCUED
    for place, line in enumerate(message["lines"]):
        top = _MARGIN + place * _LEADING
        if text := " ".join(line.split()):
            right = _MARGIN + _ADVANCE * len(text)
            sheet.segments.append(Segment(text, _MARGIN, top, right, top + _SIZE, _SIZE, False))
