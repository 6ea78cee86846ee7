"""Slides to blocks: what PPTX and ODP have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.ingest.reading import Draft
from assistant.types import BlockKind

NOTE = "Notitie van de spreker: "
"""Stands before what is said with a slide and not shown on it."""
_BAND = 0.05
"""Shapes whose tops differ by less than this share of the slide's height stand beside each other."""
_REPEATED = 3
_SHORT_CHARS = 100


@dataclass(frozen=True, slots=True)
class Shape:
    """The blocks of one shape, its place in shares of the slide, and whether it is a placeholder."""

    drafts: tuple[Draft, ...]
    top: float
    left: float
    placed: bool = False


def order_shapes(shapes: Sequence[Shape]) -> list[Shape]:
    """Give shapes as they are read: placeholders first, then bands from the top, each from the left."""
    ordered: list[Shape] = []
    for placed in (True, False):
        rest = sorted((shape for shape in shapes if shape.placed is placed), key=lambda shape: shape.top)
        while rest:
            band = [shape for shape in rest if shape.top <= rest[0].top + _BAND]
            ordered.extend(sorted(band, key=lambda shape: (shape.left, shape.top)))
            rest = rest[len(band) :]
    return ordered


def drop_repeated(slides: Sequence[Sequence[Draft]]) -> list[list[Draft]]:
    """Give the slides without short lines that stand on most of them, such as a name or a date."""
    spread = Counter(
        text
        for slide in slides
        for text in {draft.text for draft in slide if draft.kind is not BlockKind.ROW}
    )
    filled = sum(bool(slide) for slide in slides)
    furniture = {
        text
        for text, count in spread.items()
        if count >= _REPEATED and 2 * count > filled and len(text) <= _SHORT_CHARS
    }
    return [
        [draft for draft in slide if draft.kind is BlockKind.HEADING or draft.text not in furniture]
        for slide in slides
    ]


def put_on_page(drafts: Sequence[Draft], page: int) -> list[Draft]:
    """Give the blocks of a slide with its number as their page."""
    return [replace(draft, page=page) for draft in drafts]
