"""Running heads, feet, page numbers and tables of contents: what a page has beside its text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from assistant.ingest.glyphs import Segment, Sheet
from assistant.ingest.rows import Row, find_rows
from assistant.ingest.shapes import ends_sentence, is_contents_line, is_contents_title, is_page_number

_EDGE = 0.13
"""Share of the page's height at the top and at the bottom where furniture stands."""
_PLACE = 3.0
"""Points: furniture stands at one height, give or take this."""
_CHAPTERS = 0.6
"""At a height where this share of the lines comes back elsewhere, all are running heads."""
_LEAST_PAGES = 12
_FIRST_NUMBER = re.compile(r"^(\d{1,4})(?=\s|$)")
_LAST_NUMBER = re.compile(r"(?<!\S)(\d{1,4})$")
_LETTERS = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"\d{1,4}")
_LEAST_ENTRIES = 5
_FEWEST_PAGES = 2
"""In a document of no more pages heads and feet need not come back to be known."""
_OUTER = 0.1
"""Share of the page's height at its top and bottom that is margin."""
_SMALL = 0.92
_TINY = 0.72
"""Type so much smaller than the text's, in the margin under it, is an imprint."""
_FAR = 3.0
"""Type sizes: a foot stands that far under the text at least."""

Spot = tuple[bool, int]


def drop_furniture(sheets: Sequence[Sheet]) -> list[list[Segment]]:
    """Give the segments of each page without heads, feet and page numbers.

    A head or foot is text near an edge that comes back at the same height on other pages, the
    page number in it aside: on three of them, or on two in a short document. Heads that change
    with the chapter are known by their height.
    """
    filled = sum(bool(sheet.segments) for sheet in sheets)
    ahead = _find_numbering(sheets)
    pages: dict[tuple[str, Spot], set[int]] = defaultdict(set)
    for number, sheet in enumerate(sheets):
        for item, spot in _find_spots(sheet):
            pages[_name(item, number, ahead), spot].add(number)
    least = 3 if filled > 4 else 2
    common = {key for key, numbers in pages.items() if len(numbers) >= least and len(key[0]) > 1}
    heads = _find_heads(pages, filled)
    size = median(item.size for sheet in sheets for item in sheet.segments) if filled else 0.0
    kept: list[list[Segment]] = []
    for number, sheet in enumerate(sheets):
        named = [(item, _find_spot(item, sheet), _name(item, number, ahead)) for item in sheet.segments]
        left = [
            item
            for item, spot, name in named
            if not _is_furniture(item, spot, name, common, heads) and not _is_imprint(item, sheet, size)
        ]
        if filled <= _FEWEST_PAGES:
            numbered = {id(item) for item, spot, name in named if spot is not None and name == "#"}
            loose = _find_loose(sheet, numbered, size)
            left = [item for item in left if id(item) not in loose]
        kept.append(left)
    return kept


def _find_loose(sheet: Sheet, numbered: set[int], size: float) -> set[int]:
    """Find heads and feet in a document too short for them to come back.

    They are the outermost lines, in the margin, apart from the text, in smaller type or with the
    page number (one of `numbered`), and no notes.
    """
    rows = find_rows(sheet.segments)
    found = {
        id(item)
        for item in sheet.segments
        if item.top > (1 - _OUTER) * sheet.height
        and not ends_sentence(item.text)
        and not item.text[0].isdigit()
        and not any(_is_above(other, item) for other in sheet.segments)
    }
    for row, inner in ((rows[:1], rows[1:2]), (rows[-1:], rows[-2:-1])):
        if not row or not inner:
            continue
        items = [item for item in sheet.segments if _is_beside(item, row[0])]
        counted = any(id(item) in numbered for item in items)
        words = " ".join(item.text for item in items)
        gap = max(row[0][0].top - inner[0][0].bottom, inner[0][0].top - row[0][0].bottom)
        outside = row[0][0].top > (1 - _OUTER) * sheet.height or row[0][0].bottom < _OUTER * sheet.height
        small = all(item.size <= _SMALL * size for item in items)
        note = words[:1].isdigit() and not counted
        if outside and gap > size and (small or counted) and not note and not ends_sentence(words):
            found |= {id(item) for item in items}
    return found


def _is_imprint(item: Segment, sheet: Sheet, size: float) -> bool:
    low = item.top > (1 - _OUTER) * sheet.height
    return low and item.size <= _TINY * size and not item.text[0].isdigit()


def _is_above(other: Segment, item: Segment) -> bool:
    """Tell whether `other` is a line not far above `item`."""
    over = min(other.x1, item.x1) > max(other.x0, item.x0)
    return over and -1 < item.top - other.bottom < _FAR * item.size


def _is_beside(item: Segment, row: Row) -> bool:
    middle = (item.top + item.bottom) / 2
    return row[0].top <= middle <= row[0].bottom


def _find_spots(sheet: Sheet) -> Iterator[tuple[Segment, Spot]]:
    for segment in sheet.segments:
        if (spot := _find_spot(segment, sheet)) is not None:
            yield segment, spot


def _find_spot(segment: Segment, sheet: Sheet) -> Spot | None:
    """Give the height of a segment near an edge: whether at the bottom, and steps from that edge."""
    middle = (segment.top + segment.bottom) / 2
    if middle < _EDGE * sheet.height:
        return False, round(segment.top / _PLACE / 2)
    if middle > (1 - _EDGE) * sheet.height:
        return True, round((sheet.height - segment.bottom) / _PLACE / 2)
    return None


def _name(segment: Segment, number: int, ahead: int | None) -> str:
    """Give the text with the page's own number as "#"; other numbers stay ("Vraag 3")."""
    printed = str(number - ahead) if ahead is not None else ""
    text = segment.text.lower()
    for pattern in (_LAST_NUMBER, _FIRST_NUMBER):
        if (found := pattern.search(text)) and found.group(1) == printed:
            return f"{text[: found.start()]}#{text[found.end() :]}"
    return text


def _find_heads(pages: dict[tuple[str, Spot], set[int]], filled: int) -> set[Spot]:
    """Find the heights at which most pages have a line, and most lines come back elsewhere."""
    lines: Counter[Spot] = Counter()
    again: Counter[Spot] = Counter()
    for (name, spot), numbers in pages.items():
        if len(_LETTERS.findall(name)) < 3:
            continue
        lines[spot] += len(numbers)
        again[spot] += len(numbers) if len(numbers) > 1 else 0
    if filled < _LEAST_PAGES:
        return set()
    return {
        spot for spot, count in lines.items() if count >= 0.3 * filled and again[spot] >= _CHAPTERS * count
    }


def _find_numbering(sheets: Sequence[Sheet]) -> int | None:
    """Give how much the place of a page is ahead of the number printed on it; None when none is.

    A number alone at an edge counts as a page number when at least two pages agree, so that a
    year above a picture stays.
    """
    votes: Counter[int] = Counter()
    for number, sheet in enumerate(sheets):
        texts = [item.text for item, _ in _find_spots(sheet)]
        ends = [
            end for text in texts for end in (_FIRST_NUMBER.search(text), _LAST_NUMBER.search(text)) if end
        ]
        found = {int(end.group(1)) for end in ends}
        votes.update(number - value for value in found)
    if not votes:
        return None
    steps, count = max(votes.items(), key=lambda vote: (vote[1], -abs(vote[0])))
    return steps if count >= 2 or (len(sheets) <= 2 and steps in (-1, 0)) else None


def _is_furniture(
    segment: Segment, spot: Spot | None, name: str, common: set[tuple[str, Spot]], heads: set[Spot]
) -> bool:
    if spot is None:
        return False
    if _NUMBER.fullmatch(segment.text):
        return name == "#"
    return spot in heads or (name, spot) in common or is_page_number(segment.text)


def drop_contents(pages: Sequence[Sequence[Segment]]) -> list[list[Segment]]:
    """Give the segments of each page without the entries of the table of contents.

    It begins on a page with its title ("Inhoud"), or where dots lead to the numbers, and goes on
    over the next pages as long as there are entries.
    """
    kept: list[list[Segment]] = []
    listed = False
    for segments in pages:
        titled = listed or any(is_contents_title(segment.text) for segment in segments)
        left = _drop_entries(segments, listed=titled)
        listed = titled and len(left) < len(segments)
        kept.append(left)
    return kept


def _drop_entries(segments: Sequence[Segment], *, listed: bool) -> list[Segment]:
    """Drop the rows from the first entry to the last, when most are entries and the numbers rise."""
    rows = find_rows(segments)
    right = max((row[-1].x1 for row in rows), default=0.0)
    found = ((place, _find_entry(row, right, listed=listed)) for place, row in enumerate(rows))
    entries = [(place, int(number)) for place, number in found if number]
    if len(entries) < _LEAST_ENTRIES:
        return list(segments)
    first, last = entries[0][0], entries[-1][0]
    falling = sum(after[1] < before[1] for before, after in pairwise(entries))
    if len(entries) < 0.5 * (last - first + 1) or falling > 0.15 * len(entries):
        return list(segments)
    return [segment for place, row in enumerate(rows) if not first <= place <= last for segment in row]


def _find_entry(row: Row, right: float, *, listed: bool) -> str | None:
    """Give the page number at the end of an entry; None for another row."""
    if row[-1].x1 < right - 12:
        return None
    text = "  ".join(segment.text for segment in row)
    return text.split()[-1] if is_contents_line(text, listed=listed) else None
