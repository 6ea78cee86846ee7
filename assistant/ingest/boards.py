"""Words scattered over a picture: notes on a board, labels of a drawing. Each group is a block of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from statistics import median

from assistant.ingest.glyphs import Segment
from assistant.ingest.hyphens import Joiner
from assistant.ingest.reading import Draft, Piece
from assistant.types import BlockKind

_LINE_WORDS = 5
_RUNNING = 0.45
"""Of a text more than this share of the signs is in lines of five words and more."""
_LEAST_PAIRS = 6
_LEVEL = 0.9
"""In a table or in columns of text at least this share of what stands beside each other is level."""
_BESIDE = 0.2
_NEAR = 0.9
"""Lines less than so many times their type size apart belong together, when one is above the other."""
_OTHER_SIZE = 1.4
_OVERLAP = 0.3
_LARGE = 1.5
_HEADING_WORDS = 8
_LONGEST_WORD = 4
"""A group without a word of so many letters is a loose end: an arrow, an edge, half a word."""


def is_scattered(segments: Sequence[Segment]) -> bool:
    """Tell whether segments stand about like notes on a board, and not in lines of text or rows of a table."""
    signs = sum(len(item.text) for item in segments)
    running = sum(len(item.text) for item in segments if len(item.text.split()) >= _LINE_WORDS)
    if running >= _RUNNING * signs:
        return False
    pairs = [_is_level(one, other) for one, other in combinations(segments, 2) if _is_beside(one, other)]
    return len(pairs) >= _LEAST_PAIRS and sum(pairs) < _LEVEL * len(pairs)


def _is_beside(one: Segment, other: Segment) -> bool:
    apart = one.x1 < other.x0 or other.x1 < one.x0
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return apart and shared > _BESIDE * min(one.size, other.size)


def _is_level(one: Segment, other: Segment) -> bool:
    step = abs(one.top + one.bottom - other.top - other.bottom) / 2
    return step < _BESIDE * min(one.size, other.size)


def group_segments(segments: Sequence[Segment], page: int) -> list[Draft]:
    """Give a block for each group of lines, from the top of the page down; large type is a heading."""
    usual = median(item.size for item in segments) if segments else 0.0
    drafts = [_make_draft(group, page, usual) for group in _find_groups(segments)]
    return [draft for draft in drafts if any(_is_long(word) for word in draft.text.split())]


def _is_long(word: str) -> bool:
    return sum(map(str.isalpha, word)) >= _LONGEST_WORD


def _find_groups(segments: Sequence[Segment]) -> Iterator[list[Segment]]:
    """Give the segments in groups that hang together, each from the top down."""
    groups: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda item: (item.top, item.x0)):
        near = [group for group in groups if any(_belongs(above, segment) for above in group)]
        whole = sorted([segment, *(item for group in near for item in group)], key=lambda item: item.top)
        groups = [group for group in groups if not any(group is other for other in near)]
        groups.append(whole)
    yield from sorted(groups, key=lambda group: (group[0].top, group[0].x0))


def _belongs(above: Segment, below: Segment) -> bool:
    sizes = sorted((above.size, below.size))
    if sizes[1] > _OTHER_SIZE * sizes[0] or below.top - above.bottom > _NEAR * sizes[0]:
        return False
    shared = min(above.x1, below.x1) - max(above.x0, below.x0)
    return shared > _OVERLAP * min(above.x1 - above.x0, below.x1 - below.x0)


def _make_draft(group: Sequence[Segment], page: int, usual: float) -> Draft:
    text = Joiner().join_lines(item.text for item in group)
    large = median(item.size for item in group) > _LARGE * usual
    kind = BlockKind.HEADING if large and len(text.split()) <= _HEADING_WORDS else BlockKind.PARAGRAPH
    return Draft(kind, text, page=page, pieces=tuple(_list_pieces(group, page)))


def _list_pieces(group: Iterable[Segment], page: int) -> Iterator[Piece]:
    for item in group:
        for text, x0, top, x1, bottom in item.words:
            yield Piece(text, page, x0, top, x1, bottom)


def insert_drafts(drafts: Sequence[Draft], loose: Sequence[Draft]) -> list[Draft]:
    """Give the blocks of a document with `loose` ones, by page, put behind what else stands on their page."""
    whole: list[Draft] = []
    rest = list(loose)
    for draft in drafts:
        while rest and rest[0].page < draft.page:
            whole.append(rest.pop(0))
        whole.append(draft)
    return [*whole, *rest]
