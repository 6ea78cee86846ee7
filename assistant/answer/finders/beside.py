"""Names that stand beside the sentence: below a quotation, above a post, in the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.cues import ROLE_WORDS
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.finders.posts import WRONG_ROLE, is_of_other
from assistant.answer.matching import Matcher
from assistant.answer.names import find_names
from assistant.answer.parts import find_links
from assistant.answer.question import Question
from assistant.answer.roles import asks_role, same_role
from assistant.dutch import fold
from assistant.types import BlockKind, Span

_POST = 90
"""Characters of the longest line that is a post below a signature."""
_PRONOUN = re.compile(
    r"(?:^|\b(?:beslist|besluit|benoemt|stelt|heeft|zal|wordt|is|was|aanvaardt) (?:ze |de [\w ]{3,30}?)?)"
    r"(?:[Hh]ij|[Zz]ij|hem|haar)\b(?! \w+(?:en|s)\b)"
)
"""A pronoun for a person, as the subject that opens a sentence or behind its verb."""
_BODIES = (
    "bedrijf",
    "onderneming",
    "organisatie",
    "instelling",
    "firma",
    "instituut",
    "stichting",
    "vereniging",
    "start-up",
)
_BODY = re.compile(
    r"(?:[Dd]e|[Hh]et|[Dd]it|[Dd]eze|[Dd]at|[Dd]ie) (?:[a-zà-ÿ-]+e )?(?P<noun>[a-zà-ÿ-]+)\b(?! [A-ZÀ-Þ])"
)
"""A body by a common noun, which opens a sentence: "Het familiebedrijf ..."."""


def find_attributed(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
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
                    same_role(question, name.post) and not is_of_other(question, name, "", matcher)
                )
                yield Candidate(name.span.shift(span.start), 0.8 if fits else WRONG_ROLE)
                return


def find_antecedent(question: Question, unit: Unit) -> Iterator[Candidate]:
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


def find_spoken_of(unit: Unit) -> Iterator[Candidate]:
    """Give the one organisation of the sentence before, which the unit calls by a common noun: "Het bedrijf bouwt ..."."""
    body = _BODY.match(unit.text)
    if body is None or not any(body["noun"].endswith(noun) for noun in _BODIES):
        return
    before = [span for span in unit.reading.sentences(unit.block) if span.end <= unit.span.start]
    names = find_names(unit.reading, before[-1]) if before else ()
    bodies = [
        name
        for name, link in find_links(before[-1].of(unit.reading.document.text) if before else "", names)
        if not link and name.kind != "person"
    ]
    if len(bodies) == 1:
        yield Candidate(
            bodies[0].span.shift(before[-1].start),
            0.9,
            anchor=Span(body.start(), body.end()).shift(unit.span.start),
        )


def _signature(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give the person whose name closes the block above, where the unit is the post below it: "Hoofd Toezicht."."""
    reading = unit.reading
    if unit.block == 0 or len(unit.text) > _POST or not _is_post(fold(unit.text.split()[0].strip(",."))):
        return
    above = reading.blocks[unit.block - 1].span
    for name in find_names(reading, above):
        if name.kind == "person" and len(above) - name.span.end <= 2:
            wrong = asks_role(question) and not same_role(question, unit.text)
            yield Candidate(name.span.shift(above.start), WRONG_ROLE if wrong else 1.0)


_LEAST_POST = 6
"""Letters of a post that may be the last part of another one: "voorzitter" of "partijvoorzitter"."""


def _is_post(word: str) -> bool:
    """Tell whether a word is a post, or a compound of one."""
    return word in ROLE_WORDS or any(len(post) >= _LEAST_POST and word.endswith(post) for post in ROLE_WORDS)
