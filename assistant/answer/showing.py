"""The short answer as it is shown: the stretch that was chosen, made to read well in the sentence of its template."""

from __future__ import annotations

import re

from assistant.answer.attending import find_present
from assistant.answer.barenames import is_loose_name
from assistant.answer.cellunits import with_cell_unit
from assistant.answer.cues import is_plural
from assistant.answer.evidence import Unit
from assistant.answer.fellows import find_fellows
from assistant.answer.finders.levels import PLACE_LEVELS, level_fits
from assistant.answer.forms import shape_short
from assistant.answer.gapped import find_gapped
from assistant.answer.kinds import QuestionKind
from assistant.answer.listed import show_list
from assistant.answer.moves import find_other_end
from assistant.answer.namebounds import cut_aside, widen_name
from assistant.answer.question import Question
from assistant.answer.reservations import with_denial
from assistant.answer.signing import find_askers
from assistant.answer.valuebounds import with_bound
from assistant.answer.wording import flatten_short
from assistant.dutch import load_lexicon
from assistant.types import ExtractKind, Span

_FAR = 20
_ADJECTIVE = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ-]+se (?=[A-ZÀ-Þ])")
"""What says of which land a town is: "Italiaanse"."""
_WHERE = re.compile(r"\b(?:in|te|uit|nabij) (?:het |de )?$", re.IGNORECASE)
_OPENING = re.compile(r"(?P<first>[A-ZÀ-Þ][a-zà-ÿ]+)(?= [a-zà-ÿ]|,|;|$)")
_MIDST = re.compile(r"[\w,] ")
_GLUED = re.compile(r"(?<=\w)\((?=\w+[ )-])")
_ARTICLES = frozenset(("de", "het", "een", "deze", "onze", "alle"))
_VALUES = (ExtractKind.DATE, ExtractKind.AMOUNT, ExtractKind.SHARE)
_SMALL = re.compile(r"[\s.,;:()]+|\b(?:op|in|van|vanaf|sinds|tot|ruim|per|circa|de|het)\b", re.IGNORECASE)


def show_short(question: Question, unit: Unit) -> str | None:
    """Give the short answer of a unit as it is shown; None where it is no answer of its kind after all."""
    if unit.short is None or not unit.short_text or _is_of_another_sort(question, unit):
        return None
    text, shown = unit.reading.document.text, unit.short_text
    askers = find_askers(question, unit)
    if askers is not None:
        return flatten_short(_GLUED.sub(" (", askers.of(text)))
    moved = find_other_end(question, unit, unit.short)
    if moved is not None:
        return moved.of(text)
    several = find_present(question, unit) or find_gapped(question, unit, unit.short)
    if several is not None:
        return _without_capital(several)
    if shown == unit.short.of(text):
        row = find_fellows(question, unit, unit.short)
        named = question.kind in (QuestionKind.PERSON, QuestionKind.ORGANISATION)
        whole = widen_name(unit.reading, unit.short) if named else unit.short
        bound = with_bound(question.kind, unit.reading, whole)
        shown = (row or _without_adjective(unit, with_denial(unit.reading, bound))).of(text)
    shown = with_cell_unit(question, unit, unit.short, flatten_short(shown))
    listed = show_list(question, unit, shown) if question.kind is QuestionKind.LIST else shown
    if listed is None:
        return None
    shaped = shape_short(question, unit, unit.short, listed)
    if shaped is not None and is_loose_name(question, unit, unit.short, shaped):
        return None
    if shaped is not None and question.kind in (QuestionKind.PERSON, QuestionKind.ORGANISATION):
        shaped = cut_aside(shaped)
    if shaped is None or _is_name(question, unit, unit.short):
        return shaped
    return _without_capital(shaped)


def _is_name(question: Question, unit: Unit, short: Span) -> bool:
    """Tell whether the capital of an answer is its own: of a place ("Bergen"), or in the midst of a sentence."""
    before = unit.reading.document.text[max(unit.span.start, short.start - 2) : short.start]
    places = unit.reading.facts_in(short, ExtractKind.REGION)
    return (
        question.kind is QuestionKind.PLACE
        or _MIDST.fullmatch(before) is not None
        or any(place.span.start == short.start for place in places)
    )


def _is_of_another_sort(question: Question, unit: Unit) -> bool:
    """Tell whether a short answer is a value where a subject is asked, a place where somebody is, or one of another level."""
    if unit.short is None:
        return False
    if question.kind is QuestionKind.TOPIC:
        rest = unit.short.of(unit.reading.document.text)
        for fact in unit.reading.facts_in(unit.short, *_VALUES):
            rest = rest.replace(fact.text, "")
        return not _SMALL.sub("", rest)
    if question.kind in (QuestionKind.PERSON, QuestionKind.ORGANISATION):
        place = _without_adjective(unit, unit.short)
        where = _WHERE.search(unit.reading.document.text[max(0, unit.short.start - _FAR) : unit.short.start])
        return bool(where) and any(
            fact.span == place for fact in unit.reading.facts_in(place, ExtractKind.REGION)
        )
    if question.kind is QuestionKind.LIST and question.asked in PLACE_LEVELS:
        places = unit.reading.facts_in(unit.short, ExtractKind.REGION)
        return bool(places) and not any(level_fits(question.asked, place) for place in places)
    return False


def _without_adjective(unit: Unit, span: Span) -> Span:
    """Give the span of a town without the adjective of its land ("het Italiaanse Bologna")."""
    text = unit.reading.document.text
    found = _ADJECTIVE.match(span.of(text))
    if found is None:
        return span
    place = Span(span.start + found.end(), span.end)
    regions = unit.reading.facts_in(place, ExtractKind.REGION)
    return place if any(fact.span == place for fact in regions) else span


def _without_capital(shown: str) -> str:
    """Give an answer without the capital of the sentence that it opened: "Inwoners", "De nieuwe brug"."""
    found = _OPENING.match(shown)
    if found is None:
        return shown
    first, knows = found["first"], load_lexicon().knows_exactly
    word = first.lower()
    common = word in _ARTICLES or (is_plural(word) and knows(word) and not knows(first))
    return word + shown[found.end() :] if common else shown
