"""The table of contents of a plain text: lines with a page number that come back as headings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

_ENTRY = re.compile(r"\s*(?P<title>\S.*?)[\s.…·_]*(?<!\d)(?P<page>\d{1,3})\s*$")
_TITLE = re.compile(
    r"(?:^|[^a-zß-ÿ])(?:inhoud|inhoudsopgave|inhoudstafel|INHOUD|INHOUDSOPGAVE|Inhoud|Inhoudsopgave|Inhoudstafel)\s*:?$"
)
"""The title of the table, also glued to what stands before it."""
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_LEAST = 5
_CHARS = 120
_BETWEEN = 12
"""So many lines without a number may stand between two entries: parts of a chapter, a title of two lines."""
_ABOVE = 6
"""The title of the table is so many lines above its first entry at most."""
_LEAST_LOOSE = 8
_BACK, _TITLED = 0.6, 0.3
"""So large a part of the entries comes back as a line, or the beginning of one; less under a title."""
_NEAR = 0.25
"""It stands in the first part of the text."""


def drop_contents(lines: Sequence[str], *, paged: bool) -> tuple[list[str], int]:
    """Give the lines without the table of contents, and how many of them it had.

    Left out are the entries up to the last one that comes back, and the lines between them that come back further on. Without a title
    ("Inhoud") above it only a text that was `paged` has one: elsewhere the figures may be of a table.
    """
    entries = _find_entries(lines)
    if len(entries) < _LEAST:
        return list(lines), 0
    first, last = entries[0], entries[-1]
    titled = any(_TITLE.search(line.strip()) for line in lines[max(0, first - _ABOVE) : first + 1])
    if not (titled or paged):
        return list(lines), 0
    titles = {place: _read_title(lines[place]) for place in entries}
    later = {_fold(line) for line in lines[last + 1 :]}
    begins = sorted(filter(None, later))
    # A sentence of the text behind it may end in a number too: the table ends at its last title that comes back.
    last = max((place for place in entries if _comes_back(titles[place], later, begins)), default=first)
    titles = {place: title for place, title in titles.items() if place <= last}
    back = sum(_comes_back(title, later, begins) for title in titles.values())
    if back < (_TITLED if titled else _BACK) * max(len(titles), _LEAST if titled else _LEAST_LOOSE):
        return list(lines), 0
    gone = {
        place
        for place in range(first, last + 1)
        if place in titles or _comes_back(_fold(lines[place]), later, begins)
    }
    return [line for place, line in enumerate(lines) if place not in gone], len(gone)


def _find_entries(lines: Sequence[str]) -> list[int]:
    """Give the places of the first run of entries with rising page numbers."""
    run: list[int] = []
    pages: list[int] = []
    for place, line in enumerate(lines[: max(200, int(_NEAR * len(lines)))]):
        found = _ENTRY.match(line) if len(line) <= _CHARS and "\t" not in line else None
        number = int(found["page"]) if found and _LETTERS.search(found["title"]) else None
        if run and place - run[-1] > _BETWEEN:
            if len(run) >= _LEAST:
                return run
            run, pages = [], []
        if number is None or (pages and not pages[-1] <= number <= pages[-1] + 60):
            continue
        run.append(place)
        pages.append(number)
    return run if len(run) >= _LEAST else []


def _read_title(line: str) -> str:
    found = _ENTRY.match(line)
    return _fold(found["title"]) if found else ""


def _fold(line: str) -> str:
    return " ".join(re.findall(r"\w+", line.lower()))


def _comes_back(title: str, later: set[str], begins: Sequence[str]) -> bool:
    if len(title) < 4:
        return False
    place = bisect_left(begins, title)
    return title in later or (place < len(begins) and begins[place].startswith(title))
