"""A year of the question that lies after the document: a text cannot tell what happened after it was written.

It can tell what was planned or expected of that year. That is no answer to what it came to.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.dutch import fold

_KINDS = frozenset({QuestionKind.COUNT, QuestionKind.AMOUNT, QuestionKind.SHARE, QuestionKind.PERIOD})
"""Kinds of question for a figure, which changes from year to year."""
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TIME = re.compile(
    r"(?<!\btot )(?<!\bvanaf )(?<!\bsinds )(?<!\bvoor )(?<!\bna )(?<!\buiterlijk )(?<!\bper )"
    r"\b(?:in|over|gedurende|tijdens|begin|eind|medio|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|"
    r"november|december)(?: het jaar| heel| de loop van)? (?P<year>(?:19|20)\d\d)\b(?!\s?[-–/]\s?\d)"
)
"""A year as the time of what is asked, not as part of a name ("Agenda 2030") or of a run of years."""
_PLAN = re.compile(
    r"\b(?:zal|zullen|zou|zouden|gaat|gaan|moet|moeten|moest|moesten|wil|willen|wilde|wilden|mag|mogen|kan|kunnen|wordt|worden|komt|"
    r"komen|verwacht\w*|voorzie\w*|gepland\w*|plan\w*|doel\w*|streef\w*|streven|streeft|ambitie\w*|beoog\w*|begroot|begrote|"
    r"\w*begroting\w*|\w*budget\w*|raming\w*|geraamd\w*|prognose\w*|beschikbaar|gereserveerd|toegezegd|toegekend|uitgetrokken|"
    r"vastgesteld|maximaal|minimaal|uiterlijk|klaar|gereed)\b"
)
"""Words of a question for a plan or forecast: what those are of a year may be told before it."""
_PAST = re.compile(
    r"\b(?:was|waren|werd|werden|had|hadden|ging|gingen|kwam|kwamen|kreeg|kregen|gaf|gaven|reed|reden|trok|trokken|nam|namen|"
    r"deed|deden|stond|stonden|lag|lagen|bleek|bleken|bedroeg|bedroegen|steeg|stegen|koos|kozen|liep|liepen|stapte|stapten|"
    r"\w{2,}(?:de|te)n?(?= (?:de|het|een|er|zij|ze|hij|men|[A-Z]))|ge\w{3,}(?:d|t|en))\b"
)
"""Words of a question for what has come about."""

_DECIDED = re.compile(
    r"plafonds?\b|quot(?:um|a)\b|\b\w{0,30}tarie(?:f|ven)\b|limiet(?:en)?\b|maximum\b|normbedrag(?:en)?\b|drempel(?:bedrag(?:en)?)?\b"
)
"""What is set ahead: a decision, which is told as it was taken."""


def find_later_year(question: Question, unit: Unit) -> str | None:
    """Give the one year of which a figure is asked, where the document of a unit is of a year before it; else None."""
    date = unit.reading.document.date
    if question.kind not in _KINDS or not date or not date[:4].isdecimal():
        return None
    year = _find_year(question.text)
    return year if year is not None and int(year) > int(date[:4]) else None


@lru_cache(maxsize=100)
def _find_year(text: str) -> str | None:
    """Give the one year of which a question asks what it came to; it is asked for every sentence."""
    plain = fold(text)
    asked = _TIME.search(plain)
    if asked is None or _PLAN.search(plain) or len(set(_YEARS.findall(plain))) != 1:
        return None
    return asked["year"]


def lacks_later_year(question: Question, unit: Unit) -> bool:
    """Tell whether a year after the document is asked that neither a sentence nor what stands above it names."""
    year = find_later_year(question, unit)
    return year is not None and not _is_named(unit, year)


def find_forecast(question: Question, unit: Unit) -> str | None:
    """Give the year of which a unit can only tell what was planned or expected, where the question takes it as done."""
    year = find_later_year(question, unit)
    if year is None or _DECIDED.search(fold(question.text)):
        return None
    return year if _PAST.search(question.text) else None


def _is_named(unit: Unit, year: str) -> bool:
    """Tell whether a year stands in a sentence or row, in a heading above it, or as the one year of the title."""
    reading = unit.reading
    above = (reading.text_of(other) for other in reading.parents[unit.block])
    return year in _YEARS.findall(unit.text) or any(
        _YEARS.findall(text) == [year] for text in (*above, reading.document.title)
    )
