"""Terms of a question that a text may hold as several words: a variant of more words, a compound written apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from assistant.answer.terms import Term
from assistant.dutch import fold
from assistant.dutch import stem as stem_word

VARIANT, OPENED, WAY = 0.92, 0.88, 0.75
"""Strengths of a listed variant, of a compound opened up and of another way to say it. Set on the development questions."""
_Way = tuple[float, tuple[str, ...], str]
"""A strength, the stems that must all be there, and the one at which it stands."""


class LooseWords:
    """Finds the terms of one question that stand in a text as several words."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._ways = [(place, ways) for place, term in enumerate(terms) if (ways := _ways_of(term))]
        self.wanted = {stem for _, ways in self._ways for _, stems, _ in ways for stem in stems}
        """The stems that count."""
        self._places: dict[str, set[int]] = {}
        for index, (_, ways) in enumerate(self._ways):
            for _, _, at in ways:
                self._places.setdefault(at, set()).add(index)
        self._stems: dict[str, str] = {}

    def learn(self, words: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        """Note which of these words, by their keys with their aspects, have a stem that counts: the first aspect."""
        if self.wanted:
            self._stems.update((key, aspects[0]) for key, aspects in words if aspects[0] in self.wanted)

    def raise_matches(self, best: list[tuple[float, int]], firsts: Mapping[str, int]) -> None:
        """Raise the matches of the terms that the words of a text hold; each key is mapped to where it stands first."""
        if not self._stems:
            return
        found: dict[str, int] = {}
        for key in firsts.keys() & self._stems.keys():
            stem = self._stems[key]
            found[stem] = min(firsts[key], found.get(stem, firsts[key]))
        if found:
            indexes = set().union(*(self._places.get(stem, ()) for stem in found))
            for place, ways in map(self._ways.__getitem__, sorted(indexes)):
                if best[place][0] < VARIANT:
                    best[place] = max(best[place], _find_way(ways, found))


def _find_way(ways: Sequence[_Way], found: Mapping[str, int]) -> tuple[float, int]:
    """Give the strength and the place of the first way of which all stems are there."""
    for strength, stems, at in ways:
        if all(stem in found for stem in stems):
            return strength, found[at]
    return 0.0, -1


def _ways_of(term: Term) -> list[_Way]:
    """Give how a term may be written in several words; a variant of one word has its place here too."""
    if len(term.parts) < 2 and not term.variants and not term.ways:
        return []
    ways: list[_Way] = [(VARIANT, variant, variant[0]) for variant in term.variants]
    if len(term.parts) > 1:
        ways.append((OPENED, term.parts, term.parts[-1]))
    pieces = tuple(stem_word(piece) for piece in fold(term.text).split("-") if len(piece) > 1)
    if len(pieces) > 1:
        ways.append((OPENED, pieces, pieces[-1]))
    ways.extend((WAY, way, way[0]) for way in term.ways if len(way) > 1)
    return ways
