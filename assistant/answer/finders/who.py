"""Persons, their roles, and organisations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answer.cues import ROLE_WORDS
from assistant.answer.enumerations import find_enumerations
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, asked_is_held, find_labelled, find_pattern, words_of
from assistant.answer.finders.levels import sort_share
from assistant.answer.finders.which import join_items
from assistant.answer.matching import Matcher
from assistant.answer.names import Name, find_names, is_common
from assistant.answer.parts import DOER, find_links, link_share
from assistant.answer.question import Question
from assistant.answer.roles import LED, asked_holder, asks_leader, asks_role, is_leader, same_role
from assistant.dutch import fold, load_lexicon
from assistant.types import BlockKind, ExtractKind, Span

_OF_PERSON = 0.6
"""Share left to a group in the post of a person."""
WRONG_ROLE = 0.2
"""Fit of a person with another role than the one asked for: too little to be an answer."""
_ROLES = (
    "koning|koningin|premier|minister|gouverneur|burgemeester|commissaris van de koning|gedeputeerde|deputé|"
    "wethouder|schepen|staatssecretaris|directeur|voorzitter"
)
_IS_WHO = re.compile(r"\b[Ww]ie (?:is|was|zijn|waren) (?:de heer |mevrouw )?[A-ZÀ-Þ]")
"""A question for the post of somebody with a name."""
_LABEL = re.compile(
    r"(?:^|[;.•|]\s*|\s{2,})(?P<label>[A-ZÀ-Þ]?[\w-]+(?: [\w-]+){0,2}): ?(?:de heer|mevrouw|dhr\.|mw\.|mevr\.)? ?$"
)
"""A label before a name: "Verslag: Piet Vos"."""
_LABELLED = 0.5
"""How well a label must hold a word of the question, for the name behind it to be the answer."""
_POST = 90
"""Characters of the longest line that is a post below a signature."""
_BEFORE_POST = 40
"""Characters before a post in which its body can stand ("de VN-gezant", "de Linge voorzitter")."""
_PRONOUN = re.compile(
    r"(?:^|\b(?:beslist|besluit|benoemt|stelt|heeft|zal|wordt|is|was|aanvaardt) (?:ze |de [\w ]{3,30}?)?)"
    r"(?:[Hh]ij|[Zz]ij|hem|haar)\b(?! \w+(?:en|s)\b)"
)
"""A pronoun for a person, as the subject that opens a sentence or behind its verb."""
_LEADING = 0.45
"""Share left to a group where a leader is asked and nothing in the sentence says who leads."""
_OFFICIAL = re.compile(r"(?:staatssecretaris|minister|burgemeester|gedeputeerde)\b", re.IGNORECASE)
_ADJECTIVE = re.compile(r"[a-z](?:se|ische)$")
_UNNAMED = re.compile(
    rf"\b(?:door|opende|opent|sprak|zei|tekende|overhandigde|aan) (?P<who>(?:de|het) (?:{_ROLES})"
    r"(?: van [A-Z]\w+(?: [A-Z]\w+)*)?)(?![^.]{0,3}[A-Z])"
)


def find_persons(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give persons; the role of a person whom the question names; organisations when no role is asked."""
    text, base = unit.text, unit.span.start
    known = words_of(question)
    role_asked = asks_role(question)
    names = () if text.isupper() else find_names(unit.reading, unit.span)
    roles = [name.role for name in names if name.role is not None]
    for name, link in find_links(text, names):
        share = link_share(question, link)
        held = {fold(word) for word in name.text.split()}
        if name.kind == "person":
            if held & known:
                if name.role is not None and (question.asked == "functie" or _IS_WHO.search(question.text)):
                    yield Candidate(name.role.shift(base), 1.0)
            elif question.asked != "functie":
                label = _label_of(text, name, matcher)
                fit = (
                    1.0 if label else _person_fit(question, name, unit, matcher, share, role_asked=role_asked)
                )
                yield Candidate(name.span.shift(base), fit, anchor=(label or _with_role(name)).shift(base))
        elif not role_asked and question.asked != "functie" and not held <= known:
            share *= _OF_PERSON if any(role.covers(name.span) for role in roles) else 1.0
            share *= _LEADING if asks_leader(question) and not LED.search(text) else 1.0
            yield Candidate(name.span.shift(base), _group_fit(unit, name, link) * share)
    if not role_asked and question.asked is None:
        yield from _named_together(question, unit, names)
        yield from find_pattern(unit, _UNNAMED, "who", 0.75)
    yield from _attribution(question, unit, matcher)
    if not any(name.kind == "person" for name in names):
        yield from _antecedent(question, unit)


def _with_role(name: Name) -> Span:
    """Give the stretch of a name with the role beside it: what is near the role is near the person."""
    if name.role is None:
        return name.span
    return Span(min(name.span.start, name.role.start), max(name.span.end, name.role.end))


def _person_fit(
    question: Question, name: Name, unit: Unit, matcher: Matcher, share: float, *, role_asked: bool
) -> float:
    if not role_asked and asks_leader(question):
        return 1.0 if is_leader(name.post) else 0.9 * share if LED.search(unit.text) else 0.5
    if not role_asked:
        return 0.9 * share
    if not name.post:
        return 0.7 if same_role(question, unit.text) else 0.5
    if same_role(question, name.post):
        return WRONG_ROLE if _is_of_other(question, name, unit.text, matcher) else 1.0
    # "benoemt A en B als leden, C en D als plaatsvervangers": whose role it is, is not said for sure.
    return 0.4 if name.role is None and same_role(question, unit.text) else WRONG_ROLE


def _label_of(text: str, name: Name, matcher: Matcher) -> Span | None:
    """Give the stretch of a name with a label that says what the question asks ("Foto: ...", "Verslaggever: ...")."""
    found = _LABEL.search(text[: name.span.start])
    held = found is not None and any(
        strength >= _LABELLED for word in found["label"].split() for _, strength in matcher.worth(word)
    )
    return Span(found.start("label"), name.span.end) if found is not None and held else None


def _is_of_other(question: Question, name: Name, text: str, matcher: Matcher) -> bool:
    """Tell whether a post is that of another body than the question asks about: it names one, and not this one."""
    holder = asked_holder(question)
    bodies = [word for word in name.post.split()[1:] if word[0].isupper() and fold(word) not in ROLE_WORDS]
    if not holder or not bodies:
        return False
    start = _with_role(name).start if name.role is None or name.role.start < name.span.start else 0
    before = re.split(r"[,;()]", text[max(0, start - _BEFORE_POST) : start])[-1]
    held = [strength for strength, _ in matcher.match(f"{before} {name.post}")]
    asked = {fold(word) for word in holder.split()}
    return any(
        strength < _LABELLED
        for term, strength in zip(matcher.terms, held, strict=True)
        if fold(term.text) in asked
    )


def _group_fit(unit: Unit, name: Name, link: str) -> float:
    """Give how well a group answers "wie"; the name of a place does so badly."""
    places = {fact.span for fact in unit.reading.facts_in(unit.span, ExtractKind.REGION)}
    if name.span.shift(unit.span.start) in places or fold(name.text.split()[0]) in ROLE_WORDS:
        return 0.25
    if " " not in name.text and _ADJECTIVE.search(name.text):
        return 0.2
    if "-" in name.text and load_lexicon().knows_exactly(name.text.rsplit("-", 1)[-1]):
        return 0.2
    return (0.6 if name.kind == "organisation" else 0.45) + (0.3 if link == DOER else 0.0)


def _named_together(question: Question, unit: Unit, names: Sequence[Name]) -> Iterator[Candidate]:
    """Give names that stand together as one answer: "A, B en C bezochten ..." was done by all three.

    Most of them must be persons or organisations, and none a part of a name ("Onderwijs, Cultuur en Wetenschap").
    """
    known = [name.span for name in names if name.kind != "name"]
    fit = 0.65 * (_LEADING if asks_leader(question) and not LED.search(unit.text) else 1.0)
    for enumeration in find_enumerations(unit.text):
        items = [item.of(unit.text) for item in enumeration.items]
        held = sum(any(item.overlaps(span) for span in known) for item in enumeration.items)
        parts = any(
            sum(span.overlaps(item) for item in enumeration.items) > 1 or (span.covers(enumeration.span))
            for span in known
        )
        if parts or 3 * held < 2 * len(items):
            continue
        if all(any(sign.isupper() for sign in item) for item in items):
            yield Candidate(enumeration.span.shift(unit.span.start), fit, join_items(items))


def _attribution(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give the person to whom a quotation is ascribed just after it, or whose post stands below his name."""
    reading = unit.reading
    yield from _signature(question, unit)
    for block in range(unit.block + 1, min(unit.block + 3, len(reading.blocks))):
        span = reading.blocks[block].span
        if len(span) > 140 or reading.blocks[block].kind in (BlockKind.HEADING, BlockKind.ROW):
            return
        for name in find_names(reading, span):
            if name.kind == "person" and name.role is not None and name.span.start < 25:
                fits = not asks_role(question) or (
                    same_role(question, name.post) and not _is_of_other(question, name, "", matcher)
                )
                yield Candidate(name.span.shift(span.start), 0.8 if fits else WRONG_ROLE)
                return


def _antecedent(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give the one person of the sentence before, where the unit says "hij", "hem" or "zij"."""
    if not _PRONOUN.search(unit.text):
        return
    before = [span for span in unit.reading.sentences(unit.block) if span.end <= unit.span.start]
    if not before:
        return
    names = [name for name in find_names(unit.reading, before[-1]) if name.kind == "person"]
    if len(names) == 1:
        fits = not asks_role(question) or same_role(question, f"{names[0].post} {unit.text}")
        yield Candidate(names[0].span.shift(before[-1].start), 0.8 if fits else WRONG_ROLE)


def _signature(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give the person whose name closes the block above, where the unit is the post below it: "Hoofd Toezicht."."""
    reading = unit.reading
    if unit.block == 0 or len(unit.text) > _POST or fold(unit.text.split()[0].strip(",.")) not in ROLE_WORDS:
        return
    above = reading.blocks[unit.block - 1].span
    for name in find_names(reading, above):
        if name.kind == "person" and len(above) - name.span.end <= 2:
            wrong = asks_role(question) and not same_role(question, unit.text)
            yield Candidate(name.span.shift(above.start), WRONG_ROLE if wrong else 1.0)


def find_organisations(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give names of organisations; names of places and persons hardly count."""
    places = {fact.span for fact in unit.reading.facts_in(unit.span, ExtractKind.REGION)}
    share = 1.0 if asked_is_held(question.asked, unit, matcher) else 0.6
    yield from find_labelled(question, unit)
    asked = {fold(token.text) for token in question.words if any(sign.isupper() for sign in token.text)}
    for name, link in find_links(unit.text, find_names(unit.reading, unit.span)):
        fit = {"organisation": 0.95, "name": 0.7, "person": 0.1}[name.kind]
        if name.kind == "name" and name.text[1:].islower() and is_common(name.text):
            fit *= 0.5
        if asked & {fold(word) for word in name.text.split()} or _OFFICIAL.match(name.text):
            fit *= 0.4
        fit *= sort_share(question.asked, name.sort)
        if question.asked and fold(unit.text[: name.span.start]).endswith(f" {question.asked} "):
            fit = 1.0
        if name.span.shift(unit.span.start) in places:
            fit = 0.2
        yield Candidate(name.span.shift(unit.span.start), fit * share * link_share(question, link))
