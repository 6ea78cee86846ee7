"""OpenDocument presentations (ODP) to blocks: a slide is a page, its title a heading."""

from __future__ import annotations

import re
from typing import Any

from assistant.errors import BrokenDocument
from assistant.ingest.odfstyles import OdfStyles, tag
from assistant.ingest.odftext import OdfReader
from assistant.ingest.odt import open_odf, read_meta
from assistant.ingest.reading import Draft, Reading
from assistant.ingest.slides import NOTE, Shape, drop_repeated, order_shapes, put_on_page
from assistant.types import BlockKind

_TITLE = "title"
_FURNITURE = ("header", "footer", "date-time", "page-number", "page")
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(cm|mm|in|pt|pc|px)")
_POINTS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}
_HEIGHT_POINTS = 595.0
"""Of a slide that is as high as a landscape A4; only the order depends on it."""
_SLIDE_LEVEL = 2


def load_odp(raw: bytes, path: str) -> Reading:
    """Give the blocks of an OpenDocument presentation. Raises BrokenDocument or LockedDocument."""
    content, styles, meta = open_odf(raw, path)
    body = content.find(f"{tag('office:body')}/{tag('office:presentation')}")
    if body is None:
        raise BrokenDocument(path, "volgens de naam een presentatie (ODP), maar er staat geen presentatie in")
    found = OdfStyles(root for root in (styles, content) if root is not None)
    slides: list[list[Draft]] = []
    notices: list[str] = []
    for number, page in enumerate(body.iterchildren(tag("draw:page")), start=1):
        reader = OdfReader(found)
        if _is_hidden(page, found):
            notices.append(f"de verborgen dia {number} is niet gelezen")
            slides.append([])
        else:
            slides.append(_read_page(page, reader))
        notices.extend(reader.notices)
    title, date = read_meta(meta)
    drafts = [
        draft
        for number, slide in enumerate(drop_repeated(slides), start=1)
        for draft in put_on_page(slide, number)
    ]
    source = "metadata" if date else None
    return Reading(
        tuple(drafts), title=title, date=date, date_source=source, notices=tuple(notices), pages=len(slides)
    )


def _is_hidden(page: Any, styles: OdfStyles) -> bool:
    style = styles.element_of(page.get(tag("draw:style-name"), ""), "drawing-page")
    properties = style.find(tag("style:drawing-page-properties")) if style is not None else None
    return properties is not None and properties.get(tag("presentation:visibility")) == "hidden"


def _read_page(page: Any, reader: OdfReader) -> list[Draft]:
    shapes: list[Shape] = []
    notes: list[Draft] = []
    for element in page:
        kind = element.get(tag("presentation:class"), "")
        if element.tag == tag("presentation:notes"):
            notes = _read_notes(element, reader)
        elif kind not in _FURNITURE and (drafts := reader.read([element])):
            if kind == _TITLE:
                drafts = [Draft(BlockKind.HEADING, " ".join(draft.text for draft in drafts), _SLIDE_LEVEL)]
            top = -1.0 if kind == _TITLE else _measure(element, "svg:y")
            shapes.append(Shape(tuple(drafts), top, _measure(element, "svg:x"), bool(kind)))
    return [draft for shape in order_shapes(shapes) for draft in shape.drafts] + notes


def _read_notes(element: Any, reader: OdfReader) -> list[Draft]:
    frames = [frame for frame in element if frame.get(tag("presentation:class")) == "notes"]
    words = " ".join(draft.text for draft in reader.read(frames))
    return [Draft(BlockKind.NOTE, NOTE + words)] if words else []


def _measure(element: Any, attribute: str) -> float:
    """Give a place as a share of the height of the slide."""
    found = _LENGTH.match(element.get(tag(attribute), ""))
    return float(found.group(1)) * _POINTS[found.group(2)] / _HEIGHT_POINTS if found else 0.0
