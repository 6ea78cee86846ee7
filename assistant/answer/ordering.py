"""The chapters of a document in their order, for "in het laatste hoofdstuk": by their numbers, else by their headings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count, takewhile

from assistant.answer.articles import read_article
from assistant.answer.headings import DEPTH, fold_heading, is_annex
from assistant.answer.numbering import PLAIN, read_numbering
from assistant.index.contents import Run
from assistant.types import Section

_NO_CHAPTERS = frozenset(
    "colofon inhoud inhoudsopgave voorwoord nawoord literatuur literatuurlijst noten voetnoten bronnen begrippenlijst leeswijzer".split()
)
"""Headings of what is no chapter."""
_LEAST = 2
"""Chapters that a document must have to have a last one."""


def find_in_order(runs: Sequence[Run], title: str, orders: Sequence[int]) -> list[Section]:
    """Give the chapters of one document at these places: 1 the first, -1 the last; empty where it has too few chapters.

    `runs` are all of that document, in order.
    """
    below = [
        (run, tuple(one for one in run.path if fold_heading(one) != fold_heading(title))) for run in runs
    ]
    chapters = _list_numbered(below) or _list_headed(below)
    if len(chapters) < _LEAST:
        return []
    places = [order - 1 if order > 0 else order for order in orders]
    return [chapters[place] for place in places if -len(chapters) <= place < len(chapters)]


_Below = Sequence[tuple[Run, tuple[str, ...]]]
"""Runs with the headings above them below the title."""


def _list_numbered(below: _Below) -> list[Section]:
    """Give the chapters 1, 2, 3 ... as far as they go on."""
    found: dict[int, Section] = {}
    for run, path in below:
        for heading in next(filter(None, ([one] * bool(_numbers_of(one)) for one in path[: DEPTH + 1])), []):
            for number in _numbers_of(heading):
                known = found.get(number)
                own = Section(" ".join(heading.split()), run.first, run.stop)
                if known is None:
                    found[number] = own
                elif known.heading == own.heading:
                    found[number] = Section(own.heading, known.first, run.stop)
    return [found[number] for number in takewhile(found.__contains__, count(1))]


def _numbers_of(heading: str) -> list[int]:
    numbering = read_numbering(heading)
    if numbering is None or numbering.label not in (PLAIN, "hoofdstuk"):
        return []
    return [int(value) for value in numbering.values if value.isdecimal()]


def _list_headed(below: _Below) -> list[Section]:
    """Give what stands under the outermost headings; one level deeper where there is one for all."""
    for depth in (0, 1):
        found: list[Section] = []
        for run, path in below:
            if len(path) <= depth or not _is_chapter(path[depth]):
                continue
            heading = " ".join(path[depth].split())
            if found and found[-1].heading == heading:
                found[-1] = Section(heading, found[-1].first, run.stop)
            else:
                found.append(Section(heading, run.first, run.stop))
        if len(found) >= _LEAST:
            return found
    return []


def _is_chapter(heading: str) -> bool:
    plain = fold_heading(" ".join(heading.split()))
    return plain not in _NO_CHAPTERS and not is_annex(plain, heading) and not read_article(heading)
