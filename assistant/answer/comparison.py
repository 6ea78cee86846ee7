"""Questions that put two things side by side: each is asked by itself, and both answers are given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer.kinds import QuestionKind
from assistant.answer.phrases import find_phrase, read_phrase
from assistant.answer.templates import Templates
from assistant.answer.wording import DOUBLE, flatten, write_text
from assistant.types import Answer, Citation, Parts

_LEAST_CITED = 2
"""Quotations of each side."""
_BETWEEN = re.compile(
    r"^(?:(?:wat|welk|welke) (?:is|zijn|was|waren) (?:het|de) )?(?:belangrijkste )?verschil(?:len)?"
    r"(?: (?:in|qua|van) (?P<in>.+?))? (?:(?:is|zijn) er )?tussen (?P<one>.+?) en (?P<other>.+?)(?: (?:qua|wat betreft) (?P<as>.+))?$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"^vergelijk(?:ing van)? (?:(?:de|het) (?P<in>\S+) van )?(?P<one>.+?) (?:met|en) (?:(?:de|het|die|dat) van )?(?P<other>.+?)"
    r"(?: (?:qua|wat betreft|op het gebied van) (?P<as>.+))?$",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"\b(?:verschil\w*|verschillen\w*|anders|dan|terwijl|tegenover|daarentegen|in tegenstelling|vergeleken|hetzelfde|gelijk)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:de|het|een)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things that are compared, and the question that is asked about it alone."""

    name: str
    question: str
    asked: str | None = None
    """What to call it when nothing was found; None for its name."""


def read_comparison(text: str) -> tuple[Side, Side] | None:
    """Give the two sides of a question like "wat is het verschil tussen A en B"; None for any other question."""
    bare = " ".join(text.split()).strip(" ?!.")
    found = _BETWEEN.match(bare) or _COMPARED.match(bare)
    if found is None:
        return None
    point = found["in"] or found["as"]
    one, other = (_ask(found[side], point) for side in ("one", "other"))
    return one, other


def _ask(name: str, point: str | None) -> Side:
    if point is None:
        return Side(_ARTICLE.sub("", name), f"Wat is {name}?")
    return Side(_ARTICLE.sub("", name), f"{_ARTICLE.sub('', point).capitalize()} van {name}?")


def names_both(answer: Answer, sides: Sequence[Side]) -> bool:
    """Tell whether the first quotation compares both sides: then the documents do it themselves."""
    quote = answer.citations[0].quote if answer.answered else ""
    if not _COMPARES.search(quote):
        return False
    phrases = [read_phrase(side.name) for side in sides]
    return all(phrase and next(find_phrase(phrase, quote), None) for phrase in phrases)


def join_sides(
    whole: Answer, sides: Sequence[Side], answers: Sequence[Answer], templates: Templates
) -> Answer:
    """Give the answer with what the documents say of each side; `whole` when they say nothing of either.

    A side without an answer is named as not found.
    """
    if not any(answer.answered for answer in answers):
        return replace(whole, kind=QuestionKind.COMPARISON.value)
    both = _join(replace(whole, kind=QuestionKind.COMPARISON.value), sides, answers)
    return write_text(both, templates)


def join_halves(
    whole: Answer, halves: Sequence[Side], answers: Sequence[Answer], templates: Templates
) -> Answer:
    """Give the answer to two questions in one, of which at least one has an answer; its kind is that one's."""
    kind = next(answer.kind for answer in answers if answer.answered)
    return write_text(_join(replace(whole, kind=kind), halves, answers), templates, name=DOUBLE)


def _join(whole: Answer, sides: Sequence[Side], answers: Sequence[Answer]) -> Answer:
    citations: list[Citation] = []
    told: list[str] = []
    for side, answer in zip(sides, answers, strict=True):
        known = {(item.document_id, item.span) for item in citations}
        fresh = [
            item for item in answer.citations[:_LEAST_CITED] if (item.document_id, item.span) not in known
        ]
        citations += [
            replace(item, number=len(citations) + place) for place, item in enumerate(fresh, start=1)
        ]
        if answer.answered:
            told.append(f"{side.name}: {flatten(answer.short)}" if answer.short else side.name)
    missing = tuple(
        side.asked or side.name for side, answer in zip(sides, answers, strict=True) if not answer.answered
    )
    return replace(
        whole,
        answered=True,
        short="; ".join(told) if any(answer.short for answer in answers) else None,
        citations=tuple(citations),
        nearby=(),
        extracts=tuple(dict.fromkeys(fact for answer in answers for fact in answer.extracts)),
        confidence=max(answer.confidence for answer in answers if answer.answered),
        variants=(),
        parts=Parts(tuple(told), missing) if missing else None,
        tally=None,
    )
