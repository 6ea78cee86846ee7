"""The table of contents of an index: which passages stand under the same headings."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby
from operator import itemgetter

from assistant.dutch import fold


@dataclass(frozen=True, slots=True)
class Run:
    """Passages that follow each other under the same headings: numbers from `first` up to and without `stop`.

    `document` is the place of their document in `Index.records()`, `path` the headings above them, outermost first.
    """

    document: int
    first: int
    stop: int
    path: tuple[str, ...]


class Contents:
    """The runs of an index in order, to be found by their headings.

    Made of rows of number, document and headings (as JSON) of the passages, in order of number.
    """

    def __init__(self, rows: Iterable[tuple[int, int, str]]) -> None:
        paths: dict[str, tuple[str, ...]] = {}
        self.runs: list[Run] = []
        self._under: dict[str, list[int]] = {}
        for (document, heading), group in groupby(rows, key=itemgetter(1, 2)):
            numbers = [row[0] for row in group]
            if heading not in paths:
                paths[heading] = tuple(json.loads(heading))
            for text in paths[heading]:
                self._under.setdefault(text, []).append(len(self.runs))
            self.runs.append(Run(document, numbers[0], numbers[-1] + 1, paths[heading]))

    @cached_property
    def _lines(self) -> tuple[str, list[int], list[str]]:
        """The headings folded, one a line behind a newline each; where each begins; as they are."""
        headings = list(self._under)
        lines = [f"\n{fold(' '.join(heading.split()))}" for heading in headings]
        return "".join(lines), list(accumulate(map(len, lines), initial=0)), headings

    @cached_property
    def _of_documents(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for place, run in enumerate(self.runs):
            found.setdefault(run.document, []).append(place)
        return found

    def find(self, pieces: Iterable[str], documents: Iterable[int] = ()) -> Iterator[Run]:
        """Yield in order the runs with a heading above them that, folded, holds one of these pieces, and all of some documents.

        A heading begins with a newline.
        """
        places: set[int] = set()
        for heading in {heading for piece in pieces for heading in self._find_headings(piece)}:
            places.update(self._under[heading])
        for document in documents:
            places.update(self._of_documents.get(document, ()))
        for place in sorted(places):
            yield self.runs[place]

    def _find_headings(self, piece: str) -> Iterator[str]:
        text, starts, headings = self._lines
        found = text.find(piece)
        while found >= 0:
            place = bisect_right(starts, found) - 1
            yield headings[place]
            found = text.find(piece, starts[place + 1])
