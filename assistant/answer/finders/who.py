"""Persons, their roles, and organisations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.enumerations import find_enumerations
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, asked_is_held, find_pattern
from assistant.answer.finders.which import join_items
from assistant.answer.matching import Matcher
from assistant.answer.names import Name, find_names, is_common
from assistant.answer.question import Question
from assistant.answer.roles import asks_role, same_role
from assistant.dutch import fold, load_lexicon
from assistant.types import BlockKind, ExtractKind, Span

_OF_PERSON, _ASIDE_SHARE = 0.6, 0.75
"""Share left to a group in the post of a person, and to one that a deed is done for or with."""
WRONG_ROLE = 0.2
"""Fit of a person with another role than the one asked for: too little to be an answer."""
_ROLES = (
    "koning|koningin|premier|minister|gouverneur|burgemeester|commissaris van de koning|gedeputeerde|deputé|"
    "wethouder|schepen|staatssecretaris|directeur|voorzitter"
)
_IS_WHO = re.compile(r"\b[Ww]ie (?:is|was|zijn|waren) (?:de heer |mevrouw )?[A-ZÀ-Þ]")
"""A question for the post of somebody with a name."""
_ASIDE = re.compile(
    r"(?:\b(?:in opdracht|op verzoek|op voorstel|in overleg|samen|in samenwerking|in aanwezigheid) (?:van|met)|"
    r"\b(?:aan|voor|volgens|bij|tegen))(?: (?:de|het|een))? ?$"
)
"""Words before one who has to do with a deed but does not do it."""
_HEADS = re.compile(r"\baan het hoofd\b", re.IGNORECASE)
_OFFICIAL = re.compile(r"(?:staatssecretaris|minister|burgemeester|gedeputeerde)\b", re.IGNORECASE)
_ADJECTIVE = re.compile(r"[a-z](?:se|ische)$")
_UNNAMED = re.compile(
    rf"\b(?:door|opende|opent|sprak|zei|tekende|overhandigde|aan) (?P<who>(?:de|het) (?:{_ROLES})"
    r"(?: van [A-Z]\w+(?: [A-Z]\w+)*)?)(?![^.]{0,3}[A-Z])"
)


def find_persons(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give persons; the role of a person whom the question names; organisations when no role is asked."""
    text, base = unit.text, unit.span.start
    known = {fold(token.text) for token in question.words}
    role_asked = asks_role(question)
    names = () if text.isupper() else find_names(unit.reading, unit.span)
    roles = [name.role for name in names if name.role is not None]
    for name in names:
        held = {fold(word) for word in name.text.split()}
        if name.kind == "person":
            if held & known:
                if name.role is not None and (question.asked == "functie" or _IS_WHO.search(question.text)):
                    yield Candidate(name.role.shift(base), 1.0)
            elif question.asked != "functie":
                fit = _person_fit(question, name, text, role_asked=role_asked)
                yield Candidate(name.span.shift(base), fit, anchor=_with_role(name).shift(base))
        elif not role_asked and question.asked != "functie":
            within = any(role.covers(name.span) for role in roles) or _HEADS.search(question.text)
            yield Candidate(name.span.shift(base), _group_fit(unit, name) * (_OF_PERSON if within else 1.0))
    if not role_asked and question.asked is None:
        yield from _named_together(unit)
        yield from find_pattern(unit, _UNNAMED, "who", 0.75)
    yield from _attribution(question, unit)


def _with_role(name: Name) -> Span:
    """Give the stretch of a name with the role beside it: what is near the role is near the person."""
    if name.role is None:
        return name.span
    return Span(min(name.span.start, name.role.start), max(name.span.end, name.role.end))


def _person_fit(question: Question, name: Name, text: str, *, role_asked: bool) -> float:
    if not role_asked:
        return 0.9
    if not name.post:
        return 0.5
    if same_role(question, name.post):
        return 1.0
    # "benoemt A en B als leden, C en D als plaatsvervangers": whose role it is, is not said for sure.
    return 0.4 if same_role(question, text) else WRONG_ROLE


def _group_fit(unit: Unit, name: Name) -> float:
    """Give how well a group answers "wie"; the name of a place does so badly."""
    places = {fact.span for fact in unit.reading.facts_in(unit.span, ExtractKind.REGION)}
    if name.span.shift(unit.span.start) in places:
        return 0.25
    if " " not in name.text and _ADJECTIVE.search(name.text):
        return 0.2
    if "-" in name.text and load_lexicon().knows_exactly(name.text.rsplit("-", 1)[-1]):
        return 0.2
    before = unit.text[max(0, name.span.start - 30) : name.span.start]
    agent = re.search(r"\bdoor (?:de |het )?$", before)
    fit = (0.6 if name.kind == "organisation" else 0.45) + (0.3 if agent else 0.0)
    return fit * (_ASIDE_SHARE if _ASIDE.search(before) else 1.0)


def _named_together(unit: Unit) -> Iterator[Candidate]:
    """Give names that stand together as one answer: "A, B en C bezochten ..." was done by all three."""
    for enumeration in find_enumerations(unit.text):
        items = [item.of(unit.text) for item in enumeration.items]
        if all(any(sign.isupper() for sign in item) for item in items):
            yield Candidate(enumeration.span.shift(unit.span.start), 0.65, join_items(items))


def _attribution(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give the person to whom a quotation is ascribed just after it."""
    reading = unit.reading
    for block in range(unit.block + 1, min(unit.block + 3, len(reading.blocks))):
        span = reading.blocks[block].span
        if len(span) > 140 or reading.blocks[block].kind in (BlockKind.HEADING, BlockKind.ROW):
            return
        for name in find_names(reading, span):
            if name.kind == "person" and name.role is not None and name.span.start < 25:
                wrong = asks_role(question) and not same_role(question, name.post)
                yield Candidate(name.span.shift(span.start), WRONG_ROLE if wrong else 0.8)
                return


def find_organisations(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give names of organisations; names of places and persons hardly count."""
    places = {fact.span for fact in unit.reading.facts_in(unit.span, ExtractKind.REGION)}
    share = 1.0 if asked_is_held(question.asked, unit, matcher) else 0.6
    asked = {fold(token.text) for token in question.words if any(sign.isupper() for sign in token.text)}
    for name in find_names(unit.reading, unit.span):
        fit = {"organisation": 0.95, "name": 0.7, "person": 0.1}[name.kind]
        if name.kind == "name" and name.text[1:].islower() and is_common(name.text):
            fit *= 0.5
        if asked & {fold(word) for word in name.text.split()} or _OFFICIAL.match(name.text):
            fit *= 0.4
        before = unit.text[max(0, name.span.start - 14) : name.span.start]
        if question.asked and fold(unit.text[: name.span.start]).endswith(f" {question.asked} "):
            fit = 1.0
        if name.span.shift(unit.span.start) in places:
            fit = 0.2
        elif re.search(r"\b(?:door|namens|bij|met)(?: de| het)?\s$", before):
            fit = min(1.0, fit + 0.05)
        yield Candidate(name.span.shift(unit.span.start), fit * share)
