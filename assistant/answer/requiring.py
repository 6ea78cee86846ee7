"""A demand that is told as a condition: "komt slechts in aanmerking indien Y" says that Y is needed."""

from __future__ import annotations

import re

from assistant.answer.adjectives import is_adjective
from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher
from assistant.answer.negation import has_negation
from assistant.answer.predicates import find_main_verbs
from assistant.answer.question import Question
from assistant.answer.signs import is_light
from assistant.dutch import fold

_ASKED = re.compile(
    r"(?:moet|moeten|dient|dienen)\b|(?:is|zijn) .*\b(?:nodig|verplicht|vereist|noodzakelijk|een voorwaarde)\W*$",
    re.IGNORECASE,
)
_ONLY_IF = re.compile(
    r"\b(?:slechts|uitsluitend|alleen|enkel|pas)\b[^.;]*?\b(?:indien|als|mits|wanneer|nadat|op voorwaarde dat)\b(?P<what>[^.;]*)",
    re.IGNORECASE,
)
_DEMANDS = re.compile(r"nodig|verplicht|vereist|noodzakelijk|voorwaarde")
_SUBJECT = re.compile(
    r"\s*(?:en voor ?zover )?(?:de|het|een)\s+(?P<first>[\w'’-]+)(?: (?P<second>[\w'’-]+))?", re.IGNORECASE
)
_HELD, _WHOLE = 0.6, 0.75
"""How strongly a word of the question must stand in the condition, and the share of the question that the sentence holds."""


_EITHER = re.compile(r"\b(?:of|dan wel|hetzij|tenzij|behalve|uitgezonderd)\b", re.IGNORECASE)
"""Where a condition is one of two, or has an exception."""


def is_only_if(question: Question, said: str) -> bool:
    """Tell whether a sentence tells a condition where a question asks what must be: its "slechts" denies nothing."""
    return _ASKED.match(question.text) is not None and _ONLY_IF.search(said) is not None


def is_required(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a sentence makes a condition of what a question asks to be needed.

    The condition must hold what is asked to be done with another word of the question, and be about the same: a
    noun that opens it has to stand in the question.
    """
    found = _ONLY_IF.search(unit.text) if _ASKED.match(question.text) else None
    if (
        found is None
        or has_negation(question.text)
        or has_negation(found["what"])
        or _EITHER.search(unit.text)
    ):
        return False
    held = matcher.strengths(found["what"])
    verbs = find_main_verbs(question)
    words = [
        (term.text, strength)
        for term, strength in zip(matcher.terms, held, strict=True)
        if term.kind == "word" and not is_light(term.text) and not _DEMANDS.fullmatch(fold(term.text))
    ]
    inside = [word for word, strength in words if strength >= _HELD]
    done = all(word in inside for word, _ in words if word in verbs)
    return (
        done
        and _is_of_same(found["what"], matcher)
        and len(inside) > 1
        and matcher.coverage(unit.local) >= _WHOLE
    )


def _is_of_same(condition: str, matcher: Matcher) -> bool:
    """Tell whether a condition opens with no noun of its own, or with one of the question."""
    subject = _SUBJECT.match(condition)
    if subject is None:
        return True
    noun = subject["second"] if is_adjective(fold(subject["first"])) else subject["first"]
    return any(strength >= _HELD for strength in matcher.strengths(noun or ""))
