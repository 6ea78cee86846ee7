"""Pages without a text layer: read by character recognition where it is installed, and named where not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.errors import BrokenDocument
from assistant.ingest.boards import group_segments, insert_drafts, is_scattered
from assistant.ingest.glyphs import Segment, Sheet
from assistant.ingest.greypage import DPI, read_pgm
from assistant.ingest.notices import name_pages
from assistant.ingest.pdfproc import GreyPage, render_grey
from assistant.ingest.reading import Draft
from assistant.ingest.scanlines import Tilt, find_tilt, keep_readable, make_segments, measure_confidence
from assistant.ingest.tesseract import (
    INSTALL,
    Engine,
    TextLine,
    find_engine,
    find_turn,
    measure_work,
    read_picture,
)

_PAGE_TIMEOUT_S = 60.0
"""Tesseract takes 1 to 4 s for a page."""
_BUDGET_S = 900.0
"""For one file, of the processor: at 2 to 3 s a page, some 300 to 400 pages, also on a machine that is busy."""
_FEW_SIGNS = 150
_SOME_SIGNS = 600
_LEAST_PICTURED = 0.25
"""A page with few signs and pictures on so much of it may be a slide or a drawing with words."""
_ALL_PICTURED = 0.85
"""A page with some signs and a picture all over it is a scan with a stamp, or a text over a photo."""
_BLANK = 0.0004
"""A page with less ink is empty: 35 mm2 on A4, of specks or a mark of the printer."""
_POOR = 0.75
"""Below this mean confidence more than one word in ten is wrong (our own scans, see the tests)."""
_SURE_NOTE = 0.65
"""In a drawing what is less sure than this is more often a line or an arrow than a word."""
_SIDEWAYS = 0.6
"""A page that reads worse than this may lie on its side or stand on its head."""
_POINTS = 72.0


@dataclass(slots=True)
class Scans:
    """What was read from pictures: pages with their confidence, how they lay, and notices in Dutch.

    `loose` are the blocks of pages on which words are scattered over a drawing, by page.
    """

    scanned: list[tuple[int, float]] = field(default_factory=list)
    tilts: dict[int, Tilt] = field(default_factory=dict)
    unread: dict[str, list[int]] = field(default_factory=dict)
    loose: list[Draft] = field(default_factory=list)

    def note(self, reason: str, number: int) -> None:
        """Remember why a page was not (wholly) read."""
        self.unread.setdefault(reason, []).append(number)

    @property
    def notices(self) -> tuple[str, ...]:
        """Give the notices, one for each reason, with its pages."""
        return tuple(f"pagina {name_pages(pages)}: {reason}" for reason, pages in self.unread.items())

    def complete(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Give the blocks with those from drawings, and with their pieces where they stand on the page as shown."""
        return [self._restore(draft) for draft in insert_drafts(drafts, self.loose)]

    def _restore(self, draft: Draft) -> Draft:
        if not any(piece.page in self.tilts for piece in draft.pieces):
            return draft
        pieces = (
            self.tilts[piece.page].restore(piece) if piece.page in self.tilts else piece
            for piece in draft.pieces
        )
        return replace(draft, pieces=tuple(pieces))


_OFF = "niet gelezen; dit is een scan of afbeelding en tekstherkenning staat uit (LEESWIJZER_OCR=off)"
_MISSING = (
    "niet gelezen; dit is een scan of afbeelding en het programma voor tekstherkenning ontbreekt. "
    f"Installeer het met: {INSTALL}"
)
_PARTLY = "behalve de losse tekst "
_SCATTERED = "tekst uit een schema, bord of dia; de volgorde kan anders zijn bedoeld"
_EMPTY = "leeg"
_WORDLESS = "geen tekst herkend in de afbeelding"
_POORLY = "slecht leesbare scan; controleer de tekst in het origineel"
_SLOW = "niet gelezen; de tekstherkenning duurde te lang"
_UNDRAWN = "geen tekst gevonden, en de pagina kan niet worden getekend"


def read_scans(raw: bytes, path: str, sheets: list[Sheet], ocr: str) -> Scans:
    """Read the pages of `sheets` that are pictures, and put their words there.

    `ocr` is "auto" or "off". Every page without words is named in the notices with the reason.
    """
    engine = find_engine() if ocr != "off" else None
    reader = _Reader(raw, path, engine, _OFF if ocr == "off" else _MISSING)
    for number, sheet in _find_candidates(sheets):
        reader.read(number, sheet, sheets)
    return reader.scans


def _find_candidates(sheets: Sequence[Sheet]) -> Iterator[tuple[int, Sheet]]:
    for number, sheet in enumerate(sheets, start=1):
        if not sheet.fault and not sheet.layer and _count_signs(sheet.segments) <= _SOME_SIGNS:
            yield number, sheet


def _count_signs(segments: Iterable[Segment]) -> int:
    return sum(sign.isalnum() for segment in segments for sign in segment.text)


class _Reader:
    """Reads the pages of one file, within the time there is for it."""

    def __init__(self, raw: bytes, path: str, engine: Engine | None, missing: str) -> None:
        self.scans = Scans()
        self._raw, self._path, self._engine, self._missing = raw, path, engine, missing
        self._end = measure_work() + _BUDGET_S

    def read(self, number: int, sheet: Sheet, sheets: list[Sheet]) -> None:
        """Read one page; what was found goes into `sheets`."""
        bare = not sheet.segments
        if measure_work() > self._end:
            if bare:
                self.scans.note(_SLOW, number)
            return
        try:
            drawn = render_grey(self._raw, self._path, number, least=_find_least(sheet))
        except BrokenDocument:
            if bare:
                self.scans.note(_UNDRAWN, number)
            return
        if bare and drawn.ink < _BLANK:
            self.scans.note(_EMPTY, number)
        elif drawn.picture:
            self._recognise(number, sheet, drawn, sheets)

    def _recognise(self, number: int, sheet: Sheet, drawn: GreyPage, sheets: list[Sheet]) -> None:
        if self._engine is None:
            self.scans.note(self._missing if not sheet.segments else f"{_PARTLY}{self._missing}", number)
            return
        try:
            drawn, turn, lines = self._read_upright(self._engine, number, drawn)
        except TimeoutError:
            self.scans.note(_SLOW, number)
            return
        grey = read_pgm(drawn.picture)
        tilt = find_tilt(lines, turn, grey.shape[1] / drawn.scale, grey.shape[0] / drawn.scale)
        if turn:  # what the text layer has lies on its side: it is in the picture too
            sheet = replace(sheet, width=tilt.width, height=tilt.height, segments=[])
        fresh = _find_fresh(make_segments(lines, drawn.scale, tilt, grey), sheet)
        if is_scattered(fresh):
            lines = self._read_scattered(self._engine, number, drawn, lines)
            fresh = _find_fresh(make_segments(lines, drawn.scale, tilt, grey), sheet)
            self.scans.loose.extend(group_segments(fresh, number))
        elif fresh:
            sheets[number - 1] = replace(sheet, segments=[*sheet.segments, *fresh])
        if fresh:
            self._mark(number, measure_confidence(word for line in lines for word in line.words), tilt)
        elif not sheet.segments:
            self.scans.note(_WORDLESS, number)

    def _mark(self, number: int, certain: float, tilt: Tilt) -> None:
        self.scans.scanned.append((number, round(certain, 3)))
        self.scans.tilts[number] = tilt
        if certain < _POOR:
            self.scans.note(_POORLY, number)

    def _read_scattered(
        self, engine: Engine, number: int, drawn: GreyPage, lines: list[TextLine]
    ) -> list[TextLine]:
        """Give the lines of a board or drawing, looked for one by one; `lines` when that takes too long."""
        self.scans.note(_SCATTERED, number)
        try:
            found = read_picture(engine, drawn.picture, _find_dpi(drawn), _PAGE_TIMEOUT_S, scattered=True)
        except TimeoutError:
            return lines
        return keep_readable(found, least=_SURE_NOTE)

    def _read_upright(
        self, engine: Engine, number: int, drawn: GreyPage
    ) -> tuple[GreyPage, int, list[TextLine]]:
        """Give the page upright, by which turn it came so, and its lines. Raises TimeoutError."""
        lines = self._read_lines(engine, drawn)
        if _rate(lines) >= _SIDEWAYS:
            return drawn, 0, keep_readable(lines)
        turn = find_turn(engine, drawn.picture, _find_dpi(drawn), _PAGE_TIMEOUT_S)
        if not turn:
            return drawn, 0, keep_readable(lines)
        turned = render_grey(self._raw, self._path, number, turn=turn)
        again = self._read_lines(engine, turned)
        if _rate(again) <= _rate(lines):
            return drawn, 0, keep_readable(lines)
        return turned, turn, keep_readable(again)

    def _read_lines(self, engine: Engine, drawn: GreyPage) -> tuple[TextLine, ...]:
        return read_picture(engine, drawn.picture, _find_dpi(drawn), _PAGE_TIMEOUT_S)


def _find_dpi(drawn: GreyPage) -> int:
    return min(DPI, round(drawn.scale * _POINTS))


def _rate(lines: Sequence[TextLine]) -> float:
    """Give how sure the words of level lines are, as a share of all words."""
    words = [(word, line.level) for line in lines for word in line.words]
    level = sum(len(word.text) for word, straight in words if straight)
    share = level / max(1, sum(len(word.text) for word, _ in words))
    return share * measure_confidence(word for word, straight in words if straight)


def _find_least(sheet: Sheet) -> float:
    """Give how much of a page pictures must cover before it is read as one; 0 for a page without words."""
    if not sheet.segments:
        return 0.0
    return _LEAST_PICTURED if _count_signs(sheet.segments) <= _FEW_SIGNS else _ALL_PICTURED


def _find_fresh(segments: Iterable[Segment], sheet: Sheet) -> list[Segment]:
    """Give the segments that the text layer of the page does not have already."""
    return [item for item in segments if not _is_covered(item, sheet.segments)]


def _is_covered(segment: Segment, known: Iterable[Segment]) -> bool:
    """Tell whether a segment lies over one that the text layer has already."""
    x, y = (segment.x0 + segment.x1) / 2, (segment.top + segment.bottom) / 2
    for item in known:
        inside = segment.x0 <= (item.x0 + item.x1) / 2 <= segment.x1
        around = item.x0 <= x <= item.x1
        if (inside or around) and item.top <= y <= item.bottom:
            return True
    return False
