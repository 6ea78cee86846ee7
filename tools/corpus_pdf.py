"""A source as a PDF, the same bytes on every run: in two columns, or in one with footnotes."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from corpus_hyphens import add_soft_hyphens
from corpus_markup import Piece, Source, mark_calls
from reportlab.graphics.shapes import Circle, Drawing, Rect, String, Wedge
from reportlab.lib import colors
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

WIDTH, HEIGHT = A4
MARGIN, GUTTER = 52.0, 22.0
BODY_BOTTOM, BODY_TOP, NOTE_TOP = 64.0, HEIGHT - 70.0, 96.0
TITLE_BAND = 170.0
INK, TINT = colors.HexColor("#12405a"), colors.HexColor("#e6eef2")

_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.2, leading=14.4, spaceAfter=7)
_BODY.embeddedHyphenation = 1
_BODY.allowWidows = _BODY.allowOrphans = 0
_LEAD = ParagraphStyle("lead", parent=_BODY, spaceAfter=3)
_LEAD.keepWithNext = 1
_H1 = ParagraphStyle(
    "h1", fontName="Helvetica-Bold", fontSize=15, leading=18, spaceBefore=12, spaceAfter=6, textColor=INK
)
_H1.keepWithNext = 1
_H2 = ParagraphStyle("h2", parent=_H1, fontSize=11, leading=14, spaceBefore=7, spaceAfter=3)
_H2.keepWithNext = 1
_ITEM = ParagraphStyle("item", parent=_BODY, leftIndent=12, bulletIndent=2, spaceAfter=3)
_LAST_ITEM = ParagraphStyle("last-item", parent=_ITEM, spaceAfter=10)
_CAPTION = ParagraphStyle(
    "caption", fontName="Helvetica-Oblique", fontSize=8.2, leading=10.5, spaceBefore=4, spaceAfter=11
)
_QUOTE = ParagraphStyle(
    "quote",
    fontName="Helvetica-Bold",
    fontSize=13,
    leading=17,
    textColor=INK,
    borderColor=INK,
    borderWidth=0,
    spaceBefore=8,
    spaceAfter=12,
    leftIndent=10,
    rightIndent=10,
)
_CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=8.6, leading=11)
_CELL_RIGHT = ParagraphStyle("cell-right", parent=_CELL, alignment=TA_RIGHT)
_HEAD_CELL = ParagraphStyle("head-cell", parent=_CELL, fontName="Helvetica-Bold", textColor=colors.white)
_HEAD_RIGHT = ParagraphStyle("head-right", parent=_HEAD_CELL, alignment=TA_RIGHT)
_NOTE = ParagraphStyle("note", fontName="Helvetica", fontSize=7.6, leading=9.5)


class NotedParagraph(Paragraph):  # type: ignore[misc]
    """A paragraph with footnotes: it stays on one page, and hands that page its notes."""

    notes: tuple[tuple[str, str], ...] = ()

    def split(self, _width: float, _height: float) -> list[Flowable]:
        """Refuse to split, so that the call and the note share a page."""
        return []

    def draw(self) -> None:
        """Draw the paragraph and leave its notes with the canvas."""
        pending = getattr(self.canv, "pending_notes", [])
        self.canv.pending_notes = [*pending, *self.notes]
        super().draw()


def write_pdf(source: Source, target: Path) -> None:
    """Write `source` to `target`; its creation date is the date of the front matter."""
    moment = datetime.fromisoformat(source.field("date")).replace(hour=9, tzinfo=UTC)
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))
    try:
        _, pages = _render(source, 0)
        content, _ = _render(source, pages)
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
    target.write_bytes(content)


def _render(source: Source, pages: int) -> tuple[bytes, int]:
    buffer = io.BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=A4,
        invariant=1,
        title=f"{source.field('title')} – {source.field('subtitle')}",
        author=source.field("author"),
        lang="nl-NL",
    )
    columns = source.field("layout") == "kolommen"
    document.addPageTemplates(_templates(source, columns, pages))
    document.build(list(_flow(source, columns)))
    return buffer.getvalue(), document.page


def _templates(source: Source, columns: bool, pages: int) -> list[PageTemplate]:
    bottom = BODY_BOTTOM if columns else NOTE_TOP
    first_top, top = HEIGHT - TITLE_BAND - 24, BODY_TOP

    def frames(upper: float, count: int) -> list[Frame]:
        width = (WIDTH - 2 * MARGIN - (count - 1) * GUTTER) / count
        lefts = [MARGIN + number * (width + GUTTER) for number in range(count)]
        return [Frame(left, bottom, width, upper - bottom, 0, 0, 0, 0) for left in lefts]

    def page(canvas: Canvas, _document: Any) -> None:
        _draw_margins(canvas, source, pages)

    def notes(canvas: Canvas, _document: Any) -> None:
        _draw_notes(canvas)

    def title(canvas: Canvas, _document: Any) -> None:
        _draw_title(canvas, source)

    count = 2 if columns else 1
    return [
        PageTemplate(
            "first", frames(first_top, count), onPage=title, onPageEnd=notes, autoNextPageTemplate="later"
        ),
        PageTemplate("later", frames(top, count), onPage=page, onPageEnd=notes),
        PageTemplate("wide", frames(top, 1), onPage=page, onPageEnd=notes),
    ]


def _draw_title(canvas: Canvas, source: Source) -> None:
    canvas.setFillColor(INK)
    canvas.rect(0, HEIGHT - TITLE_BAND, WIDTH, TITLE_BAND, stroke=0, fill=1)
    canvas.setFillColor(colors.white)
    canvas.setFont("Helvetica-Bold", 22)
    canvas.drawString(MARGIN, HEIGHT - 84, source.field("title"))
    canvas.setFont("Helvetica", 15)
    canvas.drawString(MARGIN, HEIGHT - 110, source.field("subtitle"))
    canvas.setFont("Helvetica", 10)
    canvas.drawString(MARGIN, HEIGHT - 136, source.field("author"))
    canvas.drawString(MARGIN, HEIGHT - 151, source.field("place_and_date"))


def _draw_margins(canvas: Canvas, source: Source, pages: int) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.setFillColor(INK)
    canvas.drawString(MARGIN, HEIGHT - 44, source.field("head_left"))
    canvas.drawRightString(WIDTH - MARGIN, HEIGHT - 44, source.field("head_right"))
    canvas.setStrokeColor(INK)
    canvas.line(MARGIN, HEIGHT - 50, WIDTH - MARGIN, HEIGHT - 50)
    number = canvas.getPageNumber()
    if source.field("layout") == "kolommen":
        canvas.drawCentredString(WIDTH / 2, 36, str(number))
    else:
        canvas.drawRightString(WIDTH - MARGIN, 36, f"Pagina {number} van {pages}")


def _draw_notes(canvas: Canvas) -> None:
    pending = getattr(canvas, "pending_notes", [])
    if not pending:
        return
    canvas.setStrokeColor(colors.grey)
    canvas.line(MARGIN, NOTE_TOP - 8, MARGIN + 120, NOTE_TOP - 8)
    lower = NOTE_TOP - 12
    for number, words in pending:
        note = Paragraph(f"<super>{number}</super> {words}", _NOTE)
        _, height = note.wrapOn(canvas, WIDTH - 2 * MARGIN, 60)
        lower -= height
        note.drawOn(canvas, MARGIN, lower)
    canvas.pending_notes = []


def _flow(source: Source, columns: bool) -> Iterator[Flowable]:
    soften: Callable[[str], str] = add_soft_hyphens if columns else str
    width = (WIDTH - 2 * MARGIN - GUTTER) / 2 if columns else WIDTH - 2 * MARGIN
    number = _Numbering(source.field("layout") == "genummerd")
    for piece, following in pairwise((*source.pieces, Piece("end"))):
        match piece.kind:
            case "breed":
                yield from (NextPageTemplate("wide"), PageBreak())
            case "kolommen":
                yield from (NextPageTemplate("later"), PageBreak())
            case "heading1" | "heading2":
                style = _H1 if piece.kind == "heading1" else _H2
                yield Paragraph(number.next(piece.kind) + piece.parts[0], style)
            case "table":
                yield _table(piece)
            case "figure":
                yield KeepTogether([_chart(piece, width), Paragraph(piece.parts[2], _CAPTION)])
            case "portrait":
                yield _portrait(piece, width, soften)
            case "item":
                style = _ITEM if following.kind == "item" else _LAST_ITEM
                yield Paragraph(soften(piece.parts[0]), style, bulletText="•")
            case _:
                yield _words(piece, soften)


def _words(piece: Piece, soften: Callable[[str], str]) -> Flowable:
    text = piece.parts[0]
    match piece.kind:
        case "caption":
            return Paragraph(text, _CAPTION)
        case "quote":
            return Paragraph(text, _QUOTE)
    if not piece.notes:
        return Paragraph(soften(text), _LEAD if text.endswith(":") else _BODY)
    noted = NotedParagraph(mark_calls(text, "<super>", "</super>"), _BODY)
    noted.notes = piece.notes
    return noted


class _Numbering:
    """Counts the headings: "2 ", "2.1 "; gives nothing when it is off."""

    def __init__(self, on: bool) -> None:
        self._on, self._chapter, self._section = on, 0, 0

    def next(self, kind: str) -> str:
        """Give what stands before the next heading of this kind."""
        if kind == "heading1":
            self._chapter, self._section = self._chapter + 1, 0
            number = f"{self._chapter}"
        else:
            self._section += 1
            number = f"{self._chapter}.{self._section}"
        return f"{number}  " if self._on else ""


def _table(piece: Piece) -> Flowable:
    head, *rows = piece.rows
    shares = [max(len(row[column]) for row in piece.rows) for column in range(len(head))]
    shares = [min(max(share, 10), 26) for share in shares]
    total = WIDTH - 2 * MARGIN
    widths = [total * share / sum(shares) for share in shares]
    body = [[Paragraph(cell, _CELL_RIGHT if _is_number(cell) else _CELL) for cell in row] for row in rows]
    styles = [_HEAD_RIGHT if _is_number(cell) else _HEAD_CELL for cell in rows[0]]
    heads = [Paragraph(cell, style) for cell, style in zip(head, styles, strict=True)]
    table = Table([heads, *body], widths, repeatRows=1)
    table.setStyle(
        [
            ("BACKGROUND", (0, 0), (-1, 0), INK),
            ("ROWBACKGROUNDS", (0, 1), (-1, -1), [colors.white, TINT]),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.grey),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    table.spaceBefore = 4
    return table


def _is_number(cell: str) -> bool:
    return cell.rstrip("%").replace(",", "").replace(".", "").isdigit()


def _chart(piece: Piece, width: float) -> Drawing:
    bars = [pair.split("=") for pair in piece.parts[1].split("; ")]
    largest = max(int(value) for _, value in bars)
    drawing = Drawing(width, 22 * len(bars) + 20)
    drawing.add(String(0, 22 * len(bars) + 6, piece.parts[0], fontName="Helvetica-Bold", fontSize=8.5))
    for row, (label, value) in enumerate(reversed(bars)):
        length = (width - 130) * int(value) / largest
        drawing.add(String(0, 22 * row + 5, label, fontName="Helvetica", fontSize=8))
        drawing.add(Rect(98, 22 * row, length, 15, fillColor=INK, strokeWidth=0))
        shown = f"{int(value):,}".replace(",", ".")
        drawing.add(String(102 + length, 22 * row + 5, shown, fontName="Helvetica", fontSize=8))
    return drawing


def _portrait(piece: Piece, width: float, soften: Callable[[str], str]) -> Flowable:
    title, words, who = piece.parts
    picture = Drawing(width, 74)
    picture.add(Rect(0, 0, width, 70, fillColor=TINT, strokeWidth=0))
    picture.add(Circle(width / 2, 44, 14, fillColor=INK, strokeWidth=0))
    picture.add(Wedge(width / 2, 2, 26, 0, 180, fillColor=INK, strokeWidth=0))
    parts = [picture, Paragraph(title, _H2), Paragraph(soften(words), _BODY), Paragraph(who, _CAPTION)]
    return KeepTogether([Spacer(1, 6), *parts])
