"""A whole and its parts: "€ 4 miljoen, waarvan € 1 miljoen voor de haven"; "van de 40 verzoeken zijn er 28 ingewilligd en 9 afgewezen".

The whole stands nearest to what all parts share. A question that names what a part is for, or what was done with it, asks
for that part, and one that names nothing of the kind for the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.breakdowns import find_asked_part
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.finders.timedvalues import PARTS
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.negation import has_negation
from assistant.answer.pairs import part_values
from assistant.answer.predicates import ASKED
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import BlockKind, Span

_KINDS = frozenset({QuestionKind.AMOUNT, QuestionKind.COUNT, QuestionKind.SHARE})
_JOINT = r"(?:[,;] (?:en |maar )?| en | maar )"
_JOINTS = re.compile(_JOINT)
_END = re.compile(rf"{_JOINT}|[:()]|\. |\.?$")
"""What ends the words on a part."""
_FOR = re.compile(r"\b(?:voor|naar|aan|in|op|uit|van|bij|door|over|met) (?P<thing>.{3,60})$")
_DONE = re.compile(
    r"(?: [a-zà-ÿ-]{1,40})??(?: (?:al|nog|reeds|inmiddels|intussen|niet|wel|volledig|deels|later|weer)){0,2}"
    r" (?P<deed>[a-zà-ÿ-]{0,20}(?:ge|be|ver|ont|her|over|onder)[a-zà-ÿ]{2,30}(?:d|t|en))"
    r"(?: (?:is|zijn|was|waren|werd|werden|wordt|worden))?"
)
"""A part that something was done with: "9 afgewezen", "28 verzoeken inmiddels ingewilligd"."""
_OF_ALL = re.compile(r"\bvan (?:de|het|alle|deze|die|in totaal)(?: in totaal)? $", re.IGNORECASE)
"""What stands before the whole, where its parts follow."""
_ALL = re.compile(r"\b(?:totale?n?|totaal|samen|in (?:zijn|haar|hun) geheel|gehele|hele|alles)\b")
_HOW_MANY = re.compile(
    r"^hoeveel (?:[a-z-]+e )?[a-z-]+ (?:(?:zijn|waren) er(?: (?:in totaal|ingediend|ontvangen|binnengekomen|gedaan))?"
    r"|(?:zijn|waren|werden) (?:er )?(?:in totaal |totaal )?(?:ingediend|ontvangen|binnengekomen)|kwamen er binnen)(?: in totaal)?\W*$"
)
"""A question for all of them, whatever was done with them."""
_LEAST, _ELSEWHERE = 0.7, 0.5
"""How strongly the words on a part hold a word of the question, and those on the whole or on other parts at most."""
_FEW, _MOST_WORDS = 2, 5


def keep_of_whole(
    question: Question, unit: Unit, candidates: Sequence[Candidate], matcher: Matcher
) -> list[Candidate]:
    """Give the candidates without the whole and the other parts where the question names one part, or without the parts."""
    part = find_asked_part(question, unit, matcher)
    if part is not None:
        return [part]
    found = list(candidates)
    if question.kind not in _KINDS or len(found) < _FEW:
        return found
    if unit.reading.blocks.is_kind(unit.block, BlockKind.ROW):
        return found
    values = part_values(unit, found)
    if len(values) < _FEW:
        return found
    asks_all = _ALL.search(fold(question.text)) is not None
    if not asks_all and (own := _find_meant(unit.text, values, matcher)) is not None:
        return _keep(unit, found, [own])
    return _keep_done(question, unit, found, values, matcher)


def _find_meant(text: str, values: Sequence[Span], matcher: Matcher) -> Span | None:
    """Give the part of a sum, behind "waarvan", that is for what the question names."""
    mark = next(
        (one for one in PARTS.finditer(text) if values[0].end <= one.start() < values[-1].start), None
    )
    if mark is None:
        return None
    parts = [value for value in values if value.start >= mark.end()]
    said = [_read_part(text, mark.end(), parts, place) for place in range(len(parts))]
    shared = matcher.strengths(text[: mark.start()])
    held = [matcher.strengths(words) if words else () for words in said]
    named = []
    for place, strengths in enumerate(held):
        others = [shared, *(other for number, other in enumerate(held) if number != place and other)]
        if any(
            strength >= _LEAST and all(other[term] < _ELSEWHERE for other in others)
            for term, strength in enumerate(strengths)
        ):
            named.append(parts[place])
    return named[0] if len(named) == 1 else None


def _read_part(text: str, begin: int, parts: Sequence[Span], place: int) -> str:
    """Give what a part is for: the words behind its value or, where those say nothing, before it."""
    value = parts[place]
    stop = parts[place + 1].start if place + 1 < len(parts) else len(text)
    end = _END.search(text, value.end, stop)
    tail = text[value.end : end.start() if end else stop]
    behind = _FOR.search(tail)
    if behind is not None:
        return behind["thing"]
    if 0 < len(tail.split()) <= _MOST_WORDS:
        return tail
    since = (
        next((one.end() for one in _JOINTS.finditer(text, parts[place - 1].end)), stop) if place else begin
    )
    before = _FOR.search(text[since : value.start].rstrip())
    return before["thing"] if before is not None else ""


def _keep_done(
    question: Question, unit: Unit, found: list[Candidate], values: Sequence[Span], matcher: Matcher
) -> list[Candidate]:
    """Give the candidates of the part that was treated as the question says; of all of them where it says nothing of that."""
    if question.kind is not QuestionKind.COUNT:
        return found
    deeds = {value: deed for value in values if (deed := _read_deed(unit.text, value))}
    whole = [value for value in values if _OF_ALL.search(unit.text, 0, value.start)]
    if not deeds or len(deeds) + len(whole) < _FEW:
        return found
    if _HOW_MANY.match(fold(question.text).strip()):
        return _keep(unit, found, whole) if len(whole) == 1 else found
    denied = has_negation(question.text)
    told = [place for place, term in enumerate(matcher.terms) if term.part != ASKED]
    named = [
        value
        for value, deed in deeds.items()
        if any(strength >= _LEAST for place, strength in enumerate(matcher.strengths(deed)) if place in told)
    ]
    if denied and named:
        named = [value for value in named if _DENIED.match(unit.text, value.end)]
        return _keep(unit, found, named) if len(named) == 1 else []
    return _keep(unit, found, named) if len(named) == 1 else found


_DENIED = re.compile(r"(?: [a-zà-ÿ-]+)?(?: (?:nog|wel|al))? niet\b")


def _read_deed(text: str, value: Span) -> str:
    """Give what was done with a part that is counted, in one word; nothing where more is told."""
    done = _DONE.match(text, value.end)
    return done["deed"] if done is not None and _END.match(text, done.end()) else ""


def _keep(unit: Unit, candidates: Sequence[Candidate], own: Sequence[Span]) -> list[Candidate]:
    """Give the candidates of one part, or of the whole, which are as near as any to what is said of all."""
    spans = [value.shift(unit.span.start) for value in own]
    kept = [one for one in candidates if any(one.span.overlaps(span) for span in spans)]
    fit = max(one.fit for one in candidates)
    return [
        replace(one, fit=fit, anchor=Span(min(one.span.start, other.start), one.span.end))
        for one in kept
        for other in [min(candidate.span for candidate in candidates)]
    ]
