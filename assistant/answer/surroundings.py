"""What stands around a sentence: the blocks before and after it, and the head of its document."""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.initials import spell_out
from assistant.answer.matching import Matcher
from assistant.answer.reading import Reading
from assistant.answer.terms import Term
from assistant.dutch import fold
from assistant.dutch.tokens import fold_once

_SAID = 0.5
"""The strength with which a term must be held by a block."""
_BLOCKS, _CHARACTERS = 3, 1_500
"""How far a block may be to be near. Of 54 sentences with the answer to a development question that left a name of it
out, 28 had it so near, and of 36 that were quoted where there was no answer three."""
_YEAR_BLOCKS, _YEAR_CHARACTERS = 12, 6_000
"""The same of a year, which holds for longer."""
_OPENING = 600
"""Characters at the head of a document, where the one it is written to or is about stands."""
_SECTION = 4
"""Blocks of the first section that are looked at."""
_LEAST_LETTERS = 3
_MARKED = (".md", ".markdown", ".html", ".htm", ".docx")
"""Files that tell which lines are headings."""
_NUMBERED = re.compile(r"(?:\w+ )?\d{1,2}(?:\.\d{1,2}){0,3}\.?(?:\s|$)")
"""How a numbered heading begins: "2.1 Wonen", "Hoofdstuk 3"."""
YEAR = re.compile(r"(?:19|20)\d\d")


class Surroundings:
    """Tells what stands near a unit or at the head of its document; each block is read once for a question."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher
        self._openings = [_find_openings(term) for term in matcher.terms]
        self._texts: dict[tuple[str, int], tuple[str, str]] = {}
        self._said: dict[tuple[str, int], list[float]] = {}
        self._opening: dict[tuple[str, int], bool] = {}
        self._held: dict[tuple[str, int], dict[int, bool]] = {}

    def hold(self, unit: Unit, place: int) -> bool:
        """Tell whether a block before or after that of the unit holds the term, or the first lines of the document."""
        reading = unit.reading
        key = (reading.document.id, place)
        if key not in self._opening:
            self._opening[key] = self._opens_with(reading, place)
        if self._opening[key]:
            return True
        term = self._matcher.terms[place]
        year = YEAR.fullmatch(term.stem)
        common = bool(year) or term.text.isupper()  # initials are of all of a text
        blocks, characters = (_YEAR_BLOCKS, _YEAR_CHARACTERS) if year else (_BLOCKS, _CHARACTERS)
        held = self._held.setdefault(key, {})
        starts, ends = reading.blocks.starts, reading.blocks.ends
        start, end, last = unit.span.start, unit.span.end, len(starts) - 1
        before = range(unit.block - 1, max(-1, unit.block - blocks - 1), -1)
        behind = range(unit.block + 1, min(last, unit.block + blocks) + 1)
        for others in (before, behind):
            for other in others:
                if held.get(other) is False:
                    continue
                if not common and _is_elsewhere(reading, unit.block, other):
                    break
                if max(starts[other] - end, start - ends[other]) > characters:
                    break
                if other not in held:
                    held[other] = self._holds(reading, other, place)
                if held[other]:
                    return True
        return False

    def _opens_with(self, reading: Reading, place: int) -> bool:
        """Tell whether the first lines of the document hold the term: to whom or of what it is."""
        for block, end in enumerate(reading.blocks.ends):
            if end > _OPENING:
                break
            if self._holds(reading, block, place):
                return True
        return any(self._holds(reading, block, place) for block in _first_section(reading))

    def _holds(self, reading: Reading, block: int, place: int) -> bool:
        key = (reading.document.id, block)
        if key not in self._texts:
            text = reading.text_of(block)
            self._texts[key] = text, fold_once(text)
        text, plain = self._texts[key]
        openings = self._openings[place]
        if openings and not any([opening in plain for opening in openings]):
            return False
        if key not in self._said:
            self._said[key] = self._matcher.strengths(text)
        return self._said[key][place] >= _SAID


def _first_section(reading: Reading) -> range:
    """Give the first blocks under the first sure heading of a part: it tells what the text is about."""
    headings = [heading for heading in reading.parents.headings if _is_sure(reading, heading)][:2]
    if not headings:
        return range(0)
    first = headings[-1] if not reading.parents[headings[0]] and headings[0] == 0 else headings[0]
    behind = (heading for heading in reading.parents.headings if heading > first)
    return range(first, min(next(behind, len(reading.blocks)), first + _SECTION))


def _is_elsewhere(reading: Reading, one: int, other: int) -> bool:
    """Tell whether two blocks stand under sure headings beside each other: what the one tells is of another thing.

    The first of them opens the text, and tells what all of it is about.
    """
    mine, its = reading.parents[one], reading.parents[other]
    depth = next(
        (level for level, pair in enumerate(zip(mine, its, strict=False)) if pair[0] != pair[1]), None
    )
    if depth is None or not all(_is_sure(reading, heading) for heading in (mine[depth], its[depth])):
        return False
    beside = reading.children_of(mine[depth - 1]) if depth else reading.parents.headings
    return its[depth] != next(iter(beside), None)


def _is_sure(reading: Reading, heading: int) -> bool:
    """Tell whether a heading is no line that only looks like one: it is numbered, or the file itself marks it as one."""
    marked = reading.document.path.lower().endswith(_MARKED)
    return marked or _NUMBERED.match(reading.text_of(heading)) is not None


def _find_openings(term: Term) -> frozenset[str]:
    """Give the first letters of what may hold a term: a text without any of them need not be read; none for initials."""
    if spell_out(term.text) is not None or (term.kind == "number" and not YEAR.fullmatch(term.stem)):
        return frozenset()
    if term.kind == "number":
        return frozenset(
            (term.stem, f"{term.stem[:1]}.{term.stem[1:]}")
        )  # the first letters would be those of ten years
    stems = (
        term.stem,
        fold(term.text),
        *term.parts,
        *(stem for variant in (*term.variants, *term.ways) for stem in variant),
    )
    return frozenset(fold(stem)[:_LEAST_LETTERS] for stem in stems)
