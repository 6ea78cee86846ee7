"""How often a value returns: what is asked "per jaar" is not answered by what a week has, or a month.

Only values that say so themselves are told apart, right behind the value or right before it; one that says nothing of it may
be of any time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import Span

_KINDS = frozenset({QuestionKind.AMOUNT, QuestionKind.COUNT, QuestionKind.PERIOD, QuestionKind.SHARE})
_UNITS = {
    "jaar": r"jaar(?:basis|lijkse?)?|jaarlijks",
    "kwartaal": r"kwartaal",
    "maand": r"maand(?:basis|elijkse?)?",
    "week": r"week(?:basis)?|wekelijkse?",
    "dag": r"dag(?:basis|elijkse?)?",
    "uur": r"uur",
}
_EACH = r"(?:per|elke?|iedere?|op)"
_ASKED = re.compile(
    rf"\b(?:{_EACH} (?P<each>jaar|kwartaal|maand|week|dag|uur)(?:basis)?|(?P<often>jaarlijks|maandelijks|wekelijks|dagelijks)e?)\b"
)
_OFTEN = re.compile(r"\bhoe (?:vaak|dikwijls)\b|\bhoeveel (?:keer|maal)\b")
"""A question that may be answered by any such word: "twee keer per maand" tells how often a year, too."""
_BEHIND = re.compile(
    r"(?: (?!en\b|of\b|maar\b|plus\b|voor\b|tot\b|naar\b)[a-zà-ÿ-]+){0,2}(?: \([^()]{1,40}\))?"
    rf"(?P<each>(?:,? (?:en )?(?:{_EACH} [a-zà-ÿ]+|jaarlijks|maandelijks|wekelijks|dagelijks))+)"
)
_BEFORE = re.compile(
    rf"\b(?P<each>{_EACH} (?:jaar|kwartaal|maand|week|dag|uur)(?:basis)?|jaarlijkse?|maandelijkse?|wekelijkse?|dagelijkse?)"
    r"(?: [a-zà-ÿ-]+){0,4} (?:€ ?)?$"
)
_BACK = 60
_LOOK, _NEAR_BEST, _FIT = 25, 2.5, 0.4
"""Units in which a value of the asked time is looked for, and how far below the first one it may score, and its least fit."""
_LESS = 0.15
"""How much less of the question it may hold."""


def keep_rated(question: Question, unit: Unit, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates without those that return in another time than the one asked for."""
    found = list(candidates)
    asked = read_asked(question)
    if asked is None or not found:
        return found
    kept = [one for one in found if _fits(asked, _read_times(unit, one.span))]
    return kept or found


def is_of_other_rate(question: Question, unit: Unit, span: Span) -> bool:
    """Tell whether a value returns in another time than the one asked for."""
    asked = read_asked(question)
    return asked is not None and not _fits(asked, _read_times(unit, span))


def prefer_rated(question: Question, units: list[Unit], matcher: Matcher) -> None:
    """Put first a value that returns in the time asked for, where the first one says nothing of it and holds no more of the question."""
    asked = read_asked(question)
    if asked is None or not units or (units[0].short and asked in _read_times(units[0], units[0].short)):
        return
    top = units[0]
    for unit in units[1:_LOOK]:
        if unit.score < top.score - _NEAR_BEST:
            return
        if unit.lacks or unit.short is None or unit.fit < _FIT or asked not in _read_times(unit, unit.short):
            continue
        if matcher.coverage(unit.local) >= matcher.coverage(top.local) - _LESS:
            unit.score = top.score
            units.remove(unit)
            units.insert(0, unit)
            return


def _fits(asked: str, times: frozenset[str]) -> bool:
    return not times or asked in times


@lru_cache(maxsize=256)
def read_asked(question: Question) -> str | None:
    """Give the time in which what is asked returns; None where the question names none, or asks how often."""
    if question.kind not in _KINDS:
        return None
    plain = fold(question.text)
    found = {_name(one["each"] or one["often"]) for one in _ASKED.finditer(plain)}
    return found.pop() if len(found) == 1 and not _OFTEN.search(plain) else None


def _read_times(unit: Unit, span: Span) -> frozenset[str]:
    """Give the times in which a value returns, as far as the words right behind or before it tell."""
    plain = fold(unit.text)
    start, end = span.start - unit.span.start, span.end - unit.span.start
    if start < 0 or end > len(plain) or len(plain) != len(unit.text):
        return frozenset()
    behind = _BEHIND.match(plain, end)
    own = f"{plain[start:end]}{behind['each'] if behind else ''}"
    times = frozenset(name for name, form in _FORMS.items() if form.search(own))
    if times:
        return times
    before = _BEFORE.search(plain[max(0, start - _BACK) : start])
    return frozenset((_name(before["each"].split()[-1]),)) if before else frozenset()


_FORMS = {
    name: re.compile(rf"\b(?:{_EACH} )(?:{form})\b|\b{name}(?:e?lijkse?)\b") for name, form in _UNITS.items()
}


def _name(word: str) -> str:
    return next((name for name, form in _UNITS.items() if re.fullmatch(form, word)), word)
