"""Next questions that go with an answer, made from the facts around its quotation.

Each has an answer by how it is made: who has the function that a person is named with, what an
abbreviation stands for. The caller puts it to the text around the fact before it is shown. In which documents a
name of the quotation occurs is counted over everything, so that can always be asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.answer.reading import Reading
from assistant.dutch import fold
from assistant.types import Answer, Extract, ExtractKind, OrganisationValue, PersonValue, Span

MOST_SUGGESTIONS, MOST_PROPOSED = 3, 3
"""Questions that go with one answer, and those that are tried for it."""
_AROUND = 1_500
"""Characters before and after the quotation in which facts count as being around it."""
_NEAR = 700
"""Characters around a fact in which its question must find the answer."""
_MOST_ROLE = 60
_WORDS = re.compile(r"\w+")
_NO_MATTER = frozenset("de het een en maar dus ook nog dan eigenlijk precies".split())
_ROLE = re.compile(r"[a-zà-ÿ][\wà-ÿ' -]*")
"""A function in plain words: no comma, bracket or full stop, and no capital at its beginning."""

_NAME = re.compile(r"[\w&/’' .-]*[A-ZÀ-Þ][\w&/’' .-]*")
_MOST_NAME = 50
_SHARED_ROLES = frozenset(
    "lid leden kamerlid kamerleden medewerker medewerkers adviseur raadslid statenlid deelnemer partner".split()
)
"""Functions that several persons have at once."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A next question with the name that its answer holds, and the stretch of text to check it with."""

    question: str
    expected: str
    around: Span


def propose(answer: Answer, reading: Reading) -> Iterator[Suggestion]:
    """Yield next questions from the facts around the first quotation of an answer, the nearest first.

    What the question or its short answer says already is not asked again.
    """
    centre = answer.citations[0].span
    around = Span(max(0, centre.start - _AROUND), min(len(reading.document.text), centre.end + _AROUND))
    facts = reading.facts_in(around, ExtractKind.PERSON, ExtractKind.ORGANISATION)
    facts.sort(key=lambda fact: (_distance(fact, centre), fact.span.start))
    said = f"{answer.resolved or answer.question} {answer.short or ''}".lower()
    asked: set[str] = set()
    for fact in facts:
        found = _ask_about(fact, said, reading.document.text)
        if found is not None and found[0] not in asked:
            asked.add(found[0])
            yield Suggestion(*found, Span(max(0, fact.span.start - _NEAR), fact.span.end + _NEAR))


def leave_asked(proposed: Iterable[str], asked: Iterable[str]) -> Iterator[str]:
    """Yield the questions that were not asked before, each once; articles, signs and capitals make no difference."""
    known = {_normalise(question) for question in asked}
    for question in proposed:
        normal = _normalise(question)
        if normal not in known:
            known.add(normal)
            yield question


def _normalise(question: str) -> tuple[str, ...]:
    return tuple(word for word in _WORDS.findall(fold(question)) if word not in _NO_MATTER)


def ask_where(answer: Answer, reading: Reading) -> str | None:
    """Give the question in which documents the first organisation or person of the quotation occurs."""
    facts = reading.facts_in(answer.citations[0].span, ExtractKind.ORGANISATION, ExtractKind.PERSON)
    name = next(
        (fact.text for fact in facts if len(fact.text) <= _MOST_NAME and _NAME.fullmatch(fact.text)), None
    )
    return f"Welke documenten noemen {name}?" if name else None


def _distance(fact: Extract, centre: Span) -> int:
    return max(0, centre.start - fact.span.end, fact.span.start - centre.end)


def _ask_about(fact: Extract, said: str, text: str) -> tuple[str, str] | None:
    value = fact.value
    if isinstance(value, PersonValue):
        return _ask_who(value) if value.name.lower() not in said else None
    if not isinstance(value, OrganisationValue) or not value.short or value.name.lower() in said:
        return None
    if f"{value.name} ({value.short})" not in text and f"{value.short} ({value.name})" not in text:
        return None
    return f"Waar staat {value.short} voor?", value.name


def _ask_who(value: PersonValue) -> tuple[str, str] | None:
    """Ask who has a function; without an organisation only when the function says where."""
    role = (value.role or "").strip()
    if not _ROLE.fullmatch(role) or len(role) > _MOST_ROLE or role.split()[0] in _SHARED_ROLES:
        return None
    if " van " in role:
        return f"Wie is {role}?", value.name
    return (f"Wie is {role} van {value.organisation}?", value.name) if value.organisation else None
