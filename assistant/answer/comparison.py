"""Questions that put two things side by side: each is asked by itself, and both answers are given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.apart import Side
from assistant.answer.borrowing import borrow_value
from assistant.answer.kinds import QuestionKind
from assistant.answer.phrases import find_phrase, read_phrase
from assistant.answer.templates import Templates
from assistant.answer.wording import DOUBLE, find_proof, flatten, write_text
from assistant.dutch import content_stems
from assistant.types import Answer, Citation, Parts, Span, Variant

_QUOTED = "zie het citaat"
"""What is said of a side whose answer is its quotation."""
_LEAST_CITED = 2
"""Quotations of each side, where its answer does not take more."""
_BETWEEN = re.compile(
    r"^(?:(?:wat|welk|welke) (?:is|zijn|was|waren) (?:het|de) )?(?:belangrijkste )?verschil(?:len)?"
    r"(?: (?:in|qua|van) (?P<in>.+?))? (?:(?:is|zijn) er )?tussen (?P<both>.+? en .+?)(?: (?:qua|wat betreft) (?P<as>.+))?$",
    re.IGNORECASE,
)
_AS = r"(?: (?:qua|wat betreft|op het gebied van) (?P<as>.+))?$"
_COMPARED = re.compile(
    r"^vergelijk(?:ing van)? (?:(?:de|het) (?P<in>\S+) van )?"
    rf"(?:(?P<one>.+?) met (?:(?:de|het|die|dat) van )?(?P<other>.+?)|(?P<both>.+? en .+?)){_AS}",
    re.IGNORECASE,
)
_DIFFERS = re.compile(
    rf"^(?:hoe|waarin) (?:verschilt|verschillen|verschilde|verschilden) (?:(?:de|het) (?P<in>\S+) van )?"
    rf"(?:(?P<one>.+?) van (?:(?:de|het|die|dat) van )?(?P<other>.+?)|(?P<both>.+? en .+?)){_AS}",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"\b(?:verschil\w*|verschillen\w*|anders|dan|terwijl|tegenover|daarentegen|in tegenstelling|vergeleken|hetzelfde|gelijk)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:de|het|een)\s+", re.IGNORECASE)


def read_comparison(text: str) -> tuple[Side, Side] | None:
    """Give the two sides of a question like "wat is het verschil tussen A en B"; None for any other question."""
    bare = " ".join(text.split()).strip(" ?!.")
    found = _BETWEEN.match(bare) or _COMPARED.match(bare) or _DIFFERS.match(bare)
    if found is None:
        return None
    named = found.groupdict()
    point = named["in"] or named["as"]
    one, other = split_pair(named["both"]) if named.get("both") else (named["one"], named["other"])
    return _ask(one, point), _ask(other, point)


def split_pair(both: str) -> tuple[str, str]:
    """Give the two things in "A en B", each with the words that they share ("de eerste en de tweede ronde").

    Of several "en" the one counts that stands before an article; else the first that is not the end of a
    row with commas, nor between two capitals ("Economische Zaken en Klimaat").
    """
    ways = [(both[: found.start()], both[found.end() :]) for found in re.finditer(" en ", both)]
    one, other = max(reversed(ways), key=lambda way: _fitness(*way))
    if _TIME.fullmatch(other) and (last := _LAST_TIME.search(one)):
        return one, f"{one[: last.start()]}{other}"
    ordinal = _ORDINAL.fullmatch(one)
    if ordinal is not None and _ORDINAL.match(other):
        return f"{one} {_FIRST_WORDS.sub('', other)}", other
    last_name = _OWNER.search(one)
    if last_name is not None and _BARE_NAME.fullmatch(other):
        return one, f"{one[: last_name.start('name')]}{other}"
    return one, other


def _fitness(one: str, other: str) -> tuple[bool, bool, bool]:
    """Tell how likely an "en" between two stretches parts the two things."""
    capitals = one.rsplit(" ", 1)[-1][:1].isupper() and other[:1].isupper() and " " in one
    return bool(_ARTICLE.match(other)), "," not in one.rsplit(" en ", 1)[-1], not capitals


_TIME = re.compile(r"(?:(?:in|van) )?(?:19|20)\d\d")
_LAST_TIME = re.compile(r"(?:19|20)\d\d$")
_ORDINAL = re.compile(
    r"(?:de|het) (?:\w+[dt]e|oude|nieuwe|huidige|vorige|laatste|kleine|grote)\b", re.IGNORECASE
)
_FIRST_WORDS = re.compile(r"^\S+ \S+ ?")
_OWNER = re.compile(
    r"^(?:de|het|een)? ?[a-zà-ÿ-]+ (?:van|in|voor) (?P<name>[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*)*)$"
)
_BARE_NAME = re.compile(r"[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*)*")


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
    return write_text(both, templates, name=both.kind)


def join_halves(
    whole: Answer, halves: Sequence[Side], answers: Sequence[Answer], templates: Templates
) -> Answer:
    """Give the answer to two questions in one, of which at least one has an answer; its kind is that one's."""
    answers = _keep_apart(answers)
    one, two = answers
    if asks_the_same(*halves):
        answers = (borrow_value(one, two), borrow_value(two, one))
    kind = next(answer.kind for answer in answers if answer.answered)
    named = write_text(_join(replace(whole, kind=kind), halves, answers), templates, name=DOUBLE)
    shorts = [flatten(answer.short) for answer in answers if answer.answered and answer.short]
    return replace(named, short="; ".join(shorts) or None)


def _keep_apart(answers: Sequence[Answer]) -> list[Answer]:
    """Give the answers of two halves; one stretch answers one of them, the other has its quotation left."""
    one, other = answers
    if not (one.short and other.short and flatten(one.short).casefold() == flatten(other.short).casefold()):
        return [one, other]
    # A name, a count or a subject is told less surely than what has a form of its own.
    loose = one.kind in _LOOSE and other.kind not in _LOOSE
    return [replace(one, short=None), other] if loose else [one, replace(other, short=None)]


_LOOSE = frozenset({QuestionKind.NAME.value, QuestionKind.COUNT.value, QuestionKind.TOPIC.value})


def asks_the_same(one: Side, other: Side) -> bool:
    """Tell whether two halves ask of one deed: the second has no words of its own ("en wanneer?", "en wanneer was dat?")."""
    return set(content_stems(other.question)) <= set(content_stems(one.question))


def _join(whole: Answer, sides: Sequence[Side], answers: Sequence[Answer]) -> Answer:
    citations: dict[tuple[str, Span], Citation] = {}
    told: list[str] = []
    variants: list[Variant] = []
    apart = all(answer.variants for answer in answers)  # values of two points: each says of which
    for side, answer in zip(sides, answers, strict=True):
        numbers: dict[int, int] = {}
        for item in _choose_cited(answer):
            held = citations.setdefault(
                (item.document_id, item.span), replace(item, number=len(citations) + 1)
            )
            numbers[item.number] = held.number
        variants += [
            replace(
                variant,
                value=f"{side.name}: {variant.value}" if apart else variant.value,
                numbers=tuple(sorted(numbers[number] for number in variant.numbers)),
            )
            for variant in answer.variants
        ]
        if answer.answered:
            told.append(f"{side.name}: {flatten(answer.short) if answer.short else _QUOTED}")
    missing = tuple(
        side.asked or side.name for side, answer in zip(sides, answers, strict=True) if not answer.answered
    )
    return replace(
        whole,
        answered=True,
        short="; ".join(told) if any(answer.short for answer in answers) else None,
        citations=tuple(citations.values()),
        nearby=(),
        extracts=tuple(dict.fromkeys(fact for answer in answers for fact in answer.extracts)),
        confidence=max(answer.confidence for answer in answers if answer.answered),
        variants=tuple(variants),
        cases=(),
        parts=Parts(tuple(told), missing) if missing else None,
        tally=None,
    )


def _choose_cited(answer: Answer) -> Sequence[Citation]:
    """Give the first quotations of a side, up to the last that its short answer or its contradiction stands in."""
    needed = {number for variant in answer.variants for number in variant.numbers}
    needed |= {number for case in answer.cases for number in case.numbers}
    needed |= set(find_proof(answer, [[item] for item in answer.citations]))
    last = max(
        (place for place, item in enumerate(answer.citations, start=1) if item.number in needed), default=0
    )
    return answer.citations[: max(_LEAST_CITED, last)]
