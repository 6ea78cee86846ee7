"""Lists: items below a lead-in, enumerations in a sentence, several persons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer import cues
from assistant.answer.enumerations import Enumeration, find_enumerations
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.finders.levels import PLACE_LEVELS, level_fits
from assistant.answer.matching import Matcher
from assistant.answer.names import find_names
from assistant.answer.question import Question
from assistant.dutch import fold, tokenize
from assistant.dutch import stem as stem_word
from assistant.types import ExtractKind, Span

_COUNTED = re.compile(
    rf"(?:\d+|{'|'.join(word for word in cues.NUMBER_WORDS if word != 'een')})\b", re.IGNORECASE
)
_STRANGE = 0.5
"""The share left to a list that names what the question names already, or that only counts."""
NAMED_NOUNS = cues.PERSON_NOUNS | cues.ORGANISATION_NOUNS | cues.PLACE_NOUNS | {"wie"}
"""Nouns that ask for names: a list of other words does not answer them."""


def find_lists(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give whole lists; one of the stated length, or right behind the asked noun, fits best."""
    document = unit.reading.document.text
    if unit.items:
        spans = [unit.reading.blocks[item].span for item in unit.items]
        items = [first_clause(span.of(document)) for span in spans]
        if not _lead_holds(unit, matcher):
            yield Candidate(Span(spans[0].start, spans[-1].end), 0.55, join_items(items))
            return
        yield Candidate(
            Span(spans[0].start, spans[-1].end), _list_fit(question, len(spans), 1.0), join_items(items)
        )
        return
    if question.asked == "wie" or question.asked in cues.PERSON_NOUNS:
        persons = [name for name in find_names(unit.reading, unit.span) if name.kind == "person"]
        if len(persons) > 1:
            span = Span(persons[0].span.start, persons[-1].span.end).shift(unit.span.start)
            fit = _list_fit(question, len(persons), 0.95)
            yield Candidate(span, fit, join_items([name.text for name in persons]))
    if question.asked in PLACE_LEVELS:
        yield from _regions(question, unit)
    for enumeration in find_enumerations(unit.text):
        yield _read_enumeration(question, unit, enumeration, matcher)


def _regions(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give all regions of the asked level in the sentence, when there is more than one."""
    asked = {fold(token.text) for token in question.words}
    facts = [
        fact
        for fact in unit.reading.facts_in(unit.span, ExtractKind.REGION)
        if level_fits(question.asked, fact) and fold(fact.text) not in asked
    ]
    names = list(dict.fromkeys(fact.text for fact in facts))
    if len(names) > 1:
        span = Span(facts[0].span.start, facts[-1].span.end)
        yield Candidate(span, _list_fit(question, len(names), 0.9), join_items(names))


def _lead_holds(unit: Unit, matcher: Matcher) -> bool:
    """Tell whether what leads in to the list (lead or headings) speaks of the question, not just some item."""
    reading = unit.reading
    above = [reading.text_of(index) for index in reading.parents[unit.block]]
    lead = unit.span.of(reading.document.text)[: reading.blocks[unit.items[0]].span.start - unit.span.start]
    strengths = [[strength for strength, _ in matcher.match(text)] for text in (lead, *above) if text.strip()]
    best = [max(column) for column in zip(*strengths, strict=True)] if strengths else []
    return bool(best) and matcher.coverage(best) >= 0.4


def _read_enumeration(
    question: Question, unit: Unit, enumeration: Enumeration, matcher: Matcher
) -> Candidate:
    items = [item.of(unit.text) for item in enumeration.items]
    announced = _announced(question, unit.text, enumeration, matcher)
    items[0] = _without_announcement(items[0], question)
    asked = {fold(token.text) for token in question.words}
    fit = _list_fit(question, len(items), 0.8)
    if announced and question.number in (None, len(items)):
        fit = max(fit, 0.95)
    if any(fold(item) in asked for item in items) or all(_COUNTED.match(item) for item in items):
        fit *= _STRANGE
    if question.asked in NAMED_NOUNS:
        named = sum(any(sign.isupper() for sign in item) for item in items)
        fit = min(0.2, fit) if not named else fit * (0.3 + 0.7 * named / len(items))
    first = enumeration.items[0]
    span = (
        Span(first.end - len(items[0]), enumeration.span.end)
        if first.start == enumeration.span.start
        else enumeration.span
    )
    return Candidate(span.shift(unit.span.start), fit, join_items(items))


def _announced(question: Question, text: str, enumeration: Enumeration, matcher: Matcher) -> bool:
    """Tell whether the asked noun stands right before the items ("de thema's zorg en energie")."""
    if question.asked is None:
        return False
    asked = stem_word(question.asked)
    before = text[max(0, enumeration.span.start - 30) : enumeration.span.start]
    opening = enumeration.items[0].of(text)
    words = [token.text for token in (*tokenize(before), *tokenize(opening)[:-1])]
    return any(stem_word(fold(word)) == asked for word in words[-5:])


def _without_announcement(item: str, question: Question) -> str:
    """Cut "de vijf pijlers" from the first item when that is what was asked for."""
    words = item.split()
    for place, word in enumerate(words[:-1]):
        if question.asked and stem_word(fold(word)) == stem_word(question.asked) and place < 4:
            return " ".join(words[place + 1 :])
    return item


def _list_fit(question: Question, length: int, fit: float) -> float:
    if question.number is None:
        return min(1.0, fit + 0.1) if length > 3 else fit if length > 2 else fit * 0.75
    if question.number == length:
        return 1.0
    return fit * 0.5


def first_clause(text: str) -> str:
    """Give the name of a list item: what stands before its colon or first sentence end."""
    bare = re.sub(r"^(?:[-•*–]|\(?\w{1,2}[.)])\s+", "", text)
    return re.split(r"(?<=[^\d]):\s|[.;](?:\s|$)", bare, maxsplit=1)[0].strip(" ,;.:")


def join_items(items: list[str]) -> str:
    """Give "a, b en c"; a semicolon between items that hold a comma or "en" themselves."""
    if len(items) < 2:
        return "".join(items)
    mark = "; " if any("," in item or " en " in item for item in items) else ", "
    return mark.join(items[:-1]) + (" en " if mark == ", " else "; ") + items[-1]
