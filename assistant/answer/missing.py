"""Names, years and figures of the question of which nothing is said near a sentence: it is about something else.

So is a list near which nothing is said of what it should be about (`subjects.py`). A reader knows from the headings and
the sentences before whom and what a sentence is about, so a name may be left out of it. A text that names China three
pages on does not tell how many firms are active there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.bearers import is_of_another, tells_of_other
from assistant.answer.evidence import Unit
from assistant.answer.laterdates import find_later_year, lacks_later_year
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.subjects import SubjectNear
from assistant.answer.surroundings import YEAR, Surroundings
from assistant.answer.terms import Term
from assistant.dutch import fold
from assistant.types import DateValue, Extract, ExtractKind

_HELD = 0.3
"""The strength with which a term must be held around a sentence."""
LACKING = 0.1
"""What is left of the chance that a sentence answers where something is missing: of such development questions seven
were answered rightly, and forty that have no answer were answered."""
_LEAST_LETTERS = 3
_LETTER_AND_FIGURES = re.compile(r"[A-Z]\d{2,3}")
"""A short name that nothing else is written for: "D66", "N279"; shorter ones are often written in full ("EU", "EZ")."""
_DAY = r"\b{}\s+(?:jan|feb|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)"
_LONGEST_RANGE = 15
"""Years that a period may span to speak of each of them."""
UNDERSTOOD = frozenset(
    "haag brussel nederland nederlands nederlandse vlaanderen vlaams vlaamse belgie belgisch belgische".split()
)
"""Names of the land of the writers, or that stand for a government: understood where the text is not."""


def mark_missing(question: Question, units: Sequence[Unit], matcher: Matcher) -> None:
    """Set `lacks` of every unit: the names, years and figures of the question that are missing near it.

    Of a list also all the words for what it should be about, where none of them is near.
    """
    wanted = [(place, term) for place, term in enumerate(matcher.terms) if _must_be_near(term, question)]
    # Names and figures are held by no meaning: without vectors the many texts around are read in less time.
    names = Matcher(tuple(term for _, term in wanted), None)
    around = Surroundings(names)
    subject = SubjectNear(question, matcher)
    for unit in units:
        unit.lacks = tuple(
            term.text
            for at, (place, term) in enumerate(wanted)
            if _is_later(question, unit, term)
            or (term.kind == "name" and tells_of_other(question, unit, names, at))
            or (term.kind == "name" and unit.local[place] < _HELD and is_of_another(unit, names, at))
            or (unit.wide[place] < _HELD and not around.hold(unit, at) and not _is_meant(unit, term))
        )
        if subject.is_missing(unit):
            unit.lacks = tuple(dict.fromkeys((*unit.lacks, *subject.words)))


def _must_be_near(term: Term, question: Question) -> bool:
    """Tell whether a text that answers has to hold the term: a figure, or a name that is not half a common noun."""
    if term.kind == "number":
        return bool(YEAR.fullmatch(term.stem) or not _is_day(term, question))
    if term.kind != "name" or fold(term.text) in UNDERSTOOD:
        return False
    head = term.text.rpartition("-")[2]
    common = "-" in term.text and head.islower()  # "EER-land": the text may say "land van de EER", or less
    long = sum(map(str.isalpha, term.text)) >= _LEAST_LETTERS or _LETTER_AND_FIGURES.fullmatch(term.text)
    return not common and bool(long)


def _is_day(term: Term, question: Question) -> bool:
    """Tell whether a number is the day of a date."""
    return re.search(_DAY.format(re.escape(term.text)), question.text, re.IGNORECASE) is not None


def _is_later(question: Question, unit: Unit, term: Term) -> bool:
    """Tell whether a term is a year after the document, of which nothing is said in the sentence itself."""
    return find_later_year(question, unit) == term.stem and lacks_later_year(question, unit)


def _is_meant(unit: Unit, term: Term) -> bool:
    """Tell whether a year is that of the document, or of a period around the unit."""
    if term.kind != "number" or not YEAR.fullmatch(term.stem):
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
