"""Names, years and figures of the question of which nothing is said near a sentence: it is about something else.

A reader knows from the headings and the sentences before whom and what a sentence is about, so a name may be left out of
it. A text that names China three pages on does not tell how many firms are active there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.evidence import Unit
from assistant.answer.initials import spell_out
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.reading import Reading
from assistant.answer.terms import Term
from assistant.dutch import fold
from assistant.dutch.tokens import fold_once
from assistant.types import DateValue, Extract, ExtractKind, Span

_HELD, _SAID = 0.3, 0.5
"""The strength with which a term must be held around a sentence, or by a block near it."""
_BLOCKS, _CHARACTERS = 3, 1_500
"""How far a block may be to be near. Of 54 sentences with the answer to a development question that left a name of it
out, 28 had it so near, and of 36 that were quoted where there was no answer three."""
_YEAR_BLOCKS, _YEAR_CHARACTERS = 12, 6_000
"""The same of a year, which holds for longer."""
LACKING = 0.1
"""What is left of the chance that a sentence answers where something is missing: of such development questions seven
were answered rightly, and forty that have no answer were answered."""
_OPENING = 600
"""Characters at the head of a document, where the one it is written to or is about stands."""
_LEAST_LETTERS = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = r"\b{}\s+(?:jan|feb|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)"
_LONGEST_RANGE = 15
"""Years that a period may span to speak of each of them."""
_UNDERSTOOD = frozenset(
    "haag brussel nederland nederlands nederlandse vlaanderen vlaams vlaamse belgie belgisch belgische".split()
)
"""Names of the land of the writers, or that stand for a government: understood where the text is not."""


def mark_missing(question: Question, units: Sequence[Unit], matcher: Matcher) -> None:
    """Set `lacks` of every unit: the names, years and figures of the question that are missing near it."""
    wanted = [(place, term) for place, term in enumerate(matcher.terms) if _must_be_near(term, question)]
    # Names and figures are held by no meaning: without vectors the many texts around are read in less time.
    around = _Surroundings(Matcher(tuple(term for _, term in wanted), None))
    for unit in units:
        unit.lacks = tuple(
            term.text
            for at, (place, term) in enumerate(wanted)
            if unit.wide[place] < _HELD and not around.hold(unit, at) and not _is_meant(unit, term)
        )


def _must_be_near(term: Term, question: Question) -> bool:
    """Tell whether a text that answers has to hold the term: a figure, or a name that is not half a common noun."""
    if term.kind == "number":
        return bool(_YEAR.fullmatch(term.stem) or not _is_day(term, question))
    if term.kind != "name" or fold(term.text) in _UNDERSTOOD:
        return False
    head = term.text.rpartition("-")[2]
    common = "-" in term.text and head.islower()  # "EER-land": the text may say "land van de EER", or less
    return not common and sum(map(str.isalpha, term.text)) >= _LEAST_LETTERS


def _is_day(term: Term, question: Question) -> bool:
    """Tell whether a number is the day of a date."""
    return re.search(_DAY.format(re.escape(term.text)), question.text, re.IGNORECASE) is not None


class _Surroundings:
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
        year = _YEAR.fullmatch(self._matcher.terms[place].stem)
        blocks, characters = (_YEAR_BLOCKS, _YEAR_CHARACTERS) if year else (_BLOCKS, _CHARACTERS)
        held = self._held.setdefault(key, {})
        last = len(reading.blocks) - 1
        before = range(unit.block - 1, max(-1, unit.block - blocks - 1), -1)
        behind = range(unit.block + 1, min(last, unit.block + blocks) + 1)
        for others in (before, behind):
            for other in others:
                if held.get(other) is False:
                    continue
                if _distance(reading.blocks[other].span, unit.span) > characters:
                    break
                if other not in held:
                    held[other] = self._holds(reading, other, place)
                if held[other]:
                    return True
        return False

    def _opens_with(self, reading: Reading, place: int) -> bool:
        """Tell whether the first lines of the document hold the term: to whom or of what it is."""
        for block in range(len(reading.blocks)):
            if reading.blocks[block].span.end > _OPENING:
                break
            if self._holds(reading, block, place):
                return True
        return False

    def _holds(self, reading: Reading, block: int, place: int) -> bool:
        key = (reading.document.id, block)
        if key not in self._texts:
            text = reading.text_of(block)
            self._texts[key] = text, fold_once(text)
        text, plain = self._texts[key]
        openings = self._openings[place]
        if openings and not any(opening in plain for opening in openings):
            return False
        if key not in self._said:
            self._said[key] = self._matcher.strengths(text)
        return self._said[key][place] >= _SAID


def _distance(block: Span, unit: Span) -> int:
    """Give the characters between the nearest ends of a block and a unit; 0 where they touch or overlap."""
    return max(0, block.start - unit.end, unit.start - block.end)


def _find_openings(term: Term) -> frozenset[str]:
    """Give the first letters of what may hold a term: a text without any of them need not be read; none for initials."""
    if spell_out(term.text) is not None or (term.kind == "number" and not _YEAR.fullmatch(term.stem)):
        return frozenset()
    stems = (
        term.stem,
        fold(term.text),
        *term.parts,
        *(stem for variant in term.variants for stem in variant),
    )
    return frozenset(fold(stem)[:_LEAST_LETTERS] for stem in stems)


def _is_meant(unit: Unit, term: Term) -> bool:
    """Tell whether a year is that of the document, or of a period around the unit."""
    if term.kind != "number" or not _YEAR.fullmatch(term.stem):
        return False
    around = unit.reading.blocks[unit.block].span
    return _is_of_year(unit, int(term.stem), unit.reading.facts_in(around, ExtractKind.DATE))


def _is_of_year(unit: Unit, year: int, facts: Sequence[Extract]) -> bool:
    """Tell whether the document is of a year, or one of these dates is or spans it."""
    date = unit.reading.document.date
    if date is not None and date.startswith(str(year)):
        return True
    for value in (fact.value for fact in facts):
        if isinstance(value, DateValue) and value.earliest and value.latest:
            first, last = int(value.earliest[:4]), int(value.latest[:4])
            if first <= year <= last <= first + _LONGEST_RANGE:
                return True
    return False
