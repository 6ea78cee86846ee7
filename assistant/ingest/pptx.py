"""Presentations (PPTX) to blocks: a slide is a page, its title a heading."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from assistant.errors import BrokenDocument, MissingExtra
from assistant.ingest.archive import DAMAGED
from assistant.ingest.cells import Cell, read_cells
from assistant.ingest.docx import read_properties
from assistant.ingest.encoding import normalise
from assistant.ingest.parts import check_parts, open_parts, parse_xml, read_xml
from assistant.ingest.reading import Draft, Reading
from assistant.ingest.shapes import find_item_mark, is_bulleted
from assistant.ingest.slides import NOTE, Shape, drop_repeated, order_shapes, put_on_page
from assistant.types import BlockKind

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_LABEL = "presentatie (PPTX)"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TITLES = ("TITLE", "CENTER_TITLE", "VERTICAL_TITLE")
_BODIES = ("BODY", "OBJECT", "VERTICAL_BODY", "VERTICAL_OBJECT")
_FURNITURE = ("DATE", "FOOTER", "HEADER", "SLIDE_NUMBER")
_SLIDE_LEVEL = 2
_DEEPEST = 20
"""Groups inside groups beyond this depth are not read."""


def load_pptx(raw: bytes, path: str) -> Reading:
    """Give the blocks of a presentation.

    Raises BrokenDocument, LockedDocument, or MissingExtra when python-pptx is not installed.
    """
    with open_parts(raw, path, _LABEL, "ppt/") as archive:
        check_parts(archive, path, _LABEL)
        title, date = read_properties(read_xml(archive, "docProps/core.xml", path, _LABEL))
    presentation = _open(raw, path)
    try:
        reader = _Reader(presentation, path)
        slides = [list(reader.read(slide)) for slide in presentation.slides]
    except (KeyError, AttributeError, TypeError, *DAMAGED) as exc:
        raise BrokenDocument(path, "de presentatie is beschadigd of onvolledig") from exc
    drafts = [
        draft
        for page, slide in enumerate(drop_repeated(slides), start=1)
        for draft in put_on_page(slide, page)
    ]
    source = "metadata" if date else None
    return Reading(
        tuple(drafts),
        title=title,
        date=date,
        date_source=source,
        notices=tuple(reader.notices),
        pages=len(slides),
    )


def _open(raw: bytes, path: str) -> Presentation:
    try:
        import pptx
        from pptx.exc import PythonPptxError
    except ImportError as exc:
        raise MissingExtra("python-pptx", "office") from exc
    from lxml.etree import XMLSyntaxError  # type: ignore[import-untyped]

    try:
        return pptx.Presentation(io.BytesIO(raw))
    except (PythonPptxError, XMLSyntaxError, AttributeError, *DAMAGED) as exc:
        raise BrokenDocument(path, "de presentatie is beschadigd of onvolledig") from exc


class _Reader:
    def __init__(self, presentation: Presentation, path: str) -> None:
        self._path = path
        self._width = max(1, presentation.slide_width or 1)
        self._height = max(1, presentation.slide_height or 1)
        self._count = 0
        self.notices: list[str] = []

    def read(self, slide: Any) -> Iterator[Draft]:
        """Give the blocks of the next slide, what the speaker says last."""
        self._count += 1
        if slide.element.get("show") in ("0", "false"):
            self.notices.append(f"de verborgen dia {self._count} is niet gelezen")
            return
        shapes = [shape for entry in slide.shapes for shape in self._read_shape(entry)]
        for shape in order_shapes(shapes):
            yield from shape.drafts
        if slide.has_notes_slide and (frame := slide.notes_slide.notes_text_frame) is not None:
            words = " ".join(_read_text(paragraph) for paragraph in frame.paragraphs).split()
            if words:
                yield Draft(BlockKind.NOTE, NOTE + " ".join(words))

    def _read_shape(self, shape: Any, depth: int = 0) -> Iterator[Shape]:
        """Give a shape with its blocks; the shapes of a group stay together."""
        drafts: list[Draft] = []
        kind = (
            shape.placeholder_format.type.name
            if shape.is_placeholder and shape.placeholder_format.type
            else ""
        )
        if kind in _FURNITURE:
            return
        if hasattr(shape, "shapes") and depth < _DEEPEST:
            inner = [part for entry in shape.shapes for part in self._read_shape(entry, depth + 1)]
            drafts = [draft for part in order_shapes(inner) for draft in part.drafts]
        elif shape.has_text_frame:
            drafts = list(_read_frame(shape.text_frame, kind))
        elif getattr(shape, "has_table", False):
            drafts = _read_table(shape.table)
        elif getattr(shape, "has_chart", False):
            drafts = _read_chart(shape.chart)
        else:
            drafts = self._read_diagram(shape)
        if drafts:
            # A title is read first, wherever it stands.
            top = -1.0 if kind in _TITLES else (shape.top or 0) / self._height
            yield Shape(tuple(drafts), top, (shape.left or 0) / self._width, shape.is_placeholder)

    def _read_diagram(self, shape: Any) -> list[Draft]:
        """Give the texts of a diagram, one item each."""
        found = next(shape.element.iter(f"{_DIAGRAM}relIds"), None)
        if found is None:
            return []
        part = shape.part.related_part(found.get(f"{_RELATION}dm"))
        root = parse_xml(part.blob, self._path, _LABEL)
        texts = (
            " ".join(normalise("".join(node.text or "" for node in point.iter(f"{_DRAWING}t"))).split())
            for point in root.iter(f"{_DIAGRAM}pt")
        )
        return [Draft(BlockKind.ITEM, text, 1) for text in texts if text]


def _read_text(paragraph: Any) -> str:
    return " ".join(normalise(paragraph.text).split())


def _read_frame(frame: Any, kind: str) -> Iterator[Draft]:
    if kind in _TITLES:
        words = " ".join(filter(None, map(_read_text, frame.paragraphs)))
        if words:
            yield Draft(BlockKind.HEADING, words, 1 if kind == "CENTER_TITLE" else _SLIDE_LEVEL)
        return
    for paragraph in frame.paragraphs:
        text = _read_text(paragraph)
        if not text:
            continue
        if _has_bullet(paragraph, kind) or find_item_mark(text):
            kept = text[find_item_mark(text) :] if is_bulleted(text) else text
            yield Draft(BlockKind.ITEM, kept, min(6, paragraph.level + 1))
        else:
            yield Draft(BlockKind.PARAGRAPH, text)


def _has_bullet(paragraph: Any, kind: str) -> bool:
    """Tell whether a paragraph has a bullet of its own, or that of the body of a slide."""
    properties = paragraph._p.find(f"{_DRAWING}pPr")
    if properties is not None:
        if properties.find(f"{_DRAWING}buNone") is not None:
            return False
        if any(properties.find(_DRAWING + name) is not None for name in ("buChar", "buAutoNum", "buBlip")):
            return True
    return kind in _BODIES


def _read_table(table: Any) -> list[Draft]:
    rows = [[_make_cell(cell) for cell in row.cells if not cell.is_spanned] for row in table.rows]
    return read_cells(rows, heads=1 if table.first_row else None)


def _make_cell(cell: Any) -> Cell:
    text = " ".join(filter(None, map(_read_text, cell.text_frame.paragraphs)))
    return Cell(text, cell.span_width, cell.span_height) if cell.is_merge_origin else Cell(text)


def _read_chart(chart: Any) -> list[Draft]:
    """Give the figures of a chart as the rows of a table: a row for each category."""
    caption = ""
    if chart.has_title and chart.chart_title.has_text_frame:
        caption = " ".join(normalise(chart.chart_title.text_frame.text).split())
    drafts: list[Draft] = []
    for plot in chart.plots:
        names = [" ".join(normalise(str(label)).split()) for label in plot.categories]
        series = [(normalise(str(line.name)), list(line.values)) for line in plot.series]
        rows = [[Cell(""), *(Cell(name) for name, _ in series)]]
        for place, name in enumerate(names):
            values = [line[place] if place < len(line) else None for _, line in series]
            rows.append([Cell(name), *(Cell(_show_value(value)) for value in values)])
        drafts.extend(read_cells(rows, caption=caption, heads=1))
    return drafts or ([Draft(BlockKind.CAPTION, caption)] if caption else [])


def _show_value(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}".replace(".", ",")
