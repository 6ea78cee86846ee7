"""What a unit of a page is by its type: heading with its level, item, note, caption or text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from assistant.ingest.hyphens import Joiner
from assistant.ingest.pagelines import Unit
from assistant.ingest.reading import Draft
from assistant.ingest.shapes import (
    ends_sentence,
    find_item_mark,
    has_heading_shape,
    is_bulleted,
    is_caption,
    is_person,
    is_pulled,
    is_question_heading,
    is_quoted,
    is_timed,
)
from assistant.types import BlockKind

_LARGER = 1.12
"""Type so many times the body's size is a heading's."""
_SMALLER = 0.88
_INDENT = 9.0
"""Points: marks of items closer together are of one level."""
_HEADING_CHARS = 180
_HEADING_WORDS = 9
"""A large text of more words that ends as a sentence is a lead, no heading."""
_QUOTED_WORDS = 6
_SMALL_CAPS = 0.7
"""Small capitals are that much smaller than the type they are set in."""
_DOTTED_TITLE = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+[A-ZÀ-Þ]")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s")


class Style:
    """Tells headings and notes from text by the type they are set in."""

    def __init__(self, units: Sequence[Unit], body: float) -> None:
        self.body = body
        sizes = {unit.size for unit in units if self._is_large(unit)}
        self.levels = {size: level for level, size in enumerate(sorted(sizes, reverse=True), start=1)}
        self.fewest: dict[float, int] = {}
        for unit in units:
            if self._is_large(unit) and (dots := _count_dots(unit.lines[0].text)) is not None:
                self.fewest[unit.size] = min(dots, self.fewest.get(unit.size, dots))

        items = [unit for unit in units if find_item_mark(unit.lines[0].text)]
        self.columns = _find_columns(units, items)
        self.edges = _find_edges(self._measure_indent(unit) for unit in items)

    def _is_large(self, unit: Unit) -> bool:
        words = " ".join(line.text for line in unit.lines)
        large = unit.size >= _LARGER * self.body and len(words) <= _HEADING_CHARS
        if ends_sentence(words) and not words.endswith(":") and len(words.split()) > _HEADING_WORDS:
            return False
        return large and any(sign.isalpha() for sign in words) and not words.endswith(",")

    def convert(self, unit: Unit, joiner: Joiner, *, marginal: bool = False) -> Draft | None:
        """Give the block of a unit; None for one without words. A unit in the margin is no heading."""
        text = joiner.mend_strays(joiner.join_lines(line.text for line in unit.lines))
        if not any(sign.isalnum() for sign in text):
            return None
        kind, level = self._judge(unit, text)
        if marginal and kind is BlockKind.HEADING:
            kind, level = BlockKind.PARAGRAPH, 0
        if kind is BlockKind.ITEM and is_bulleted(text):
            text = text[find_item_mark(text) :]
        return Draft(kind, text, level, unit.page, pieces=unit.pieces, marks=unit.marks)

    def _judge(self, unit: Unit, text: str) -> tuple[BlockKind, int]:
        if is_timed(text):
            return BlockKind.ROW, 0
        if self._is_large(unit) and len(unit.lines) <= 4 and not is_bulleted(text):
            if is_pulled(text) or (is_quoted(text) and len(text.split()) >= _QUOTED_WORDS):
                return BlockKind.QUOTE, 0
            dots = _count_dots(text)
            deeper = 0 if dots is None else dots - self.fewest.get(unit.size, dots)
            return BlockKind.HEADING, min(6, self.levels[unit.size] + deeper)
        if is_question_heading(text) or self._is_strong_heading(unit, text) or _is_dotted_title(unit, text):
            return BlockKind.HEADING, min(6, self._find_level(text))
        if find_item_mark(text):
            return BlockKind.ITEM, self._find_depth(unit)
        if is_caption(text):
            return BlockKind.CAPTION, 0
        if unit.size <= _SMALLER * self.body and text[0].isdecimal():
            return BlockKind.NOTE, 0
        if is_person(text):
            return BlockKind.QUOTE, 0
        return BlockKind.PARAGRAPH, 0

    def _find_depth(self, unit: Unit) -> int:
        """Give the nesting of an item by how far its mark is from the edge of the column."""
        indent = self._measure_indent(unit)
        return min(6, 1 + sum(edge < indent - _INDENT / 2 for edge in self.edges))

    def _measure_indent(self, unit: Unit) -> float:
        """Give how far a unit begins from the edge of its column of running text."""
        begin = unit.lines[0].x0
        edge = max((edge for edge in self.columns if edge <= begin + _INDENT / 3), default=unit.left)
        return max(0.0, begin - edge)

    def _is_strong_heading(self, unit: Unit, text: str) -> bool:
        if len(unit.lines) > 3 or is_bulleted(text) or not has_heading_shape(text.rstrip(":")):
            return False
        shouted = text.isupper() and len(text) > 3
        least = _SMALL_CAPS if shouted else _SMALLER
        large = unit.size >= least * self.body
        return large and (unit.bold or shouted) and not ends_sentence(text.rstrip(":"))

    def _find_level(self, text: str) -> int:
        """Give the level of a heading in the size of the body: one below the largest types."""
        return len(self.levels) + 1 + (_count_dots(text) or 0)


def _is_dotted_title(unit: Unit, text: str) -> bool:
    """Tell whether a text of a line or two is a title with a number of several parts ("2.3.1 Bodem")."""
    return len(unit.lines) <= 2 and _DOTTED_TITLE.match(text) is not None and has_heading_shape(text)


def _count_dots(text: str) -> int | None:
    """Give how many dots the number of a heading has ("2.3.1" has two); None without a number."""
    found = _NUMBERED.match(f"{text} ")
    return found.group(1).count(".") if found else None


def _find_columns(units: Sequence[Unit], items: Sequence[Unit]) -> list[float]:
    """Find the left edges at which much of the running text of the document begins."""
    chars: Counter[float] = Counter()
    marked = {id(unit) for unit in items}
    for unit in units:
        if id(unit) not in marked:
            chars[round(unit.lines[-1].x0)] += sum(len(line.text) for line in unit.lines)
    whole = sum(chars.values())
    return sorted(edge for edge, count in chars.items() if count >= 0.15 * whole)


def _find_edges(offsets: Iterable[float]) -> list[float]:
    """Give the distances from the column's edge at which items begin, smallest first."""
    edges: list[float] = []
    for offset in sorted(offsets):
        if not edges or offset > edges[-1] + _INDENT:
            edges.append(offset)
    return edges[:6]


def close_levels(drafts: Sequence[Draft]) -> list[Draft]:
    """Give the blocks with the levels of headings that are used numbered from 1 without gaps."""
    used = sorted({draft.level for draft in drafts if draft.kind is BlockKind.HEADING})
    ranks = {level: rank for rank, level in enumerate(used, start=1)}
    return [
        draft.become(draft.kind, ranks[draft.level]) if draft.kind is BlockKind.HEADING else draft
        for draft in drafts
    ]
