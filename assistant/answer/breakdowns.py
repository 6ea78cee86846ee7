"""A number told by its parts: "143 klachten: 67 over lawaai en 41 over verkeer", "Daarvan zijn er 203 toegekend en 81 afgewezen".

The words behind the number of a part tell what it counts; only the number of all of them has its noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.negation import has_negation
from assistant.answer.predicates import ASKED
from assistant.answer.quantities import NUMBER_IN_WORDS
from assistant.answer.question import Question
from assistant.types import BlockKind, Span

_NUMBER = rf"(?:\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}}|één|{NUMBER_IN_WORDS})"
_OF_THEM = re.compile(
    r"(?:Daarvan|Hiervan|Van (?:deze|die|hen|dit aantal))(?: [a-zà-ÿ]+)?"
    r"(?: (?:zijn|waren|werden|worden|is|was|werd|gingen|gaat|ging|kwamen|kregen|leidden|hadden))? (?:er )?"
)
"""How a sentence begins that parts what the one before it counted."""
_WHOLE = re.compile(
    rf"\b{_NUMBER} (?P<noun>[a-zà-ÿ’'-]+(?: [a-zà-ÿ’'-]+){{0,5}}?): (?={_NUMBER} )", re.IGNORECASE
)
_PART = re.compile(
    rf"(?:(?:waren|zijn|werden|gingen) )?(?:er )?(?P<number>{_NUMBER}) (?P<tail>[^\d,;:.()]{{3,70}})",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"(?:, (?:en |maar )?| en |; )(?=(?:er )?(?:\d|een\b|één\b|" + NUMBER_IN_WORDS + r"\b))", re.IGNORECASE
)
_END = re.compile(r"[.;:(]|$")
_LEAST, _ELSEWHERE, _FEW = 0.7, 0.5, 2
"""How strongly a part holds a word of the question, the other parts and the whole at most, and parts at least."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """Parts with their numbers in a sentence and the words behind them, and the words for all of them."""

    whole: str
    numbers: list[Span]
    tails: list[str]


def find_asked_part(question: Question, unit: Unit, matcher: Matcher) -> Candidate | None:
    """Give the number of the one part of what is counted that the question names; None where it names none, or two."""
    if question.kind is not QuestionKind.COUNT or unit.items or has_negation(question.text):
        return None
    if unit.reading.blocks.is_kind(unit.block, BlockKind.ROW):
        return None
    parts = _read_parts(unit)
    if parts is None:
        return None
    asked = [place for place, term in enumerate(matcher.terms) if term.part == ASKED]
    shared = matcher.strengths(parts.whole)
    if not asked or not all(shared[place] >= _LEAST for place in asked):
        return None
    held = [matcher.strengths(tail) for tail in parts.tails]
    named = [number for number, place in enumerate(held) if _is_named(place, held, number, shared, asked)]
    if len(named) != 1:
        return None
    span = parts.numbers[named[0]].shift(unit.span.start)
    return Candidate(span, 1.0, anchor=Span(span.start, span.end + len(parts.tails[named[0]]) + 1))


def _is_named(
    own: Sequence[float],
    held: Sequence[Sequence[float]],
    number: int,
    shared: Sequence[float],
    asked: Sequence[int],
) -> bool:
    """Tell whether a part alone holds a word of the question."""
    others = [shared, *(other for place, other in enumerate(held) if place != number)]
    return any(
        strength >= _LEAST and place not in asked and all(other[place] < _ELSEWHERE for other in others)
        for place, strength in enumerate(own)
    )


def _read_parts(unit: Unit) -> _Parts | None:
    """Give the parts that a sentence tells, of what it counts itself or of what the sentence before it counts."""
    found = _WHOLE.search(unit.text)
    if found is not None:
        return _make_parts(unit.text, found.end(), found["noun"])
    begun = _OF_THEM.match(unit.text)
    before = (
        [span for span in unit.reading.sentences(unit.block) if span.end <= unit.span.start] if begun else []
    )
    if begun is None or not before:
        return None
    return _make_parts(unit.text, begun.end(), before[-1].of(unit.reading.document.text))


def _make_parts(text: str, start: int, whole: str) -> _Parts | None:
    numbers, tails = [], []
    for span in _split(text, start):
        part = _PART.fullmatch(text, span.start, span.end)
        if part is None:
            return None
        numbers.append(Span(*part.span("number")))
        tails.append(part["tail"])
    return _Parts(whole, numbers, tails) if len(numbers) >= _FEW else None


def _split(text: str, start: int) -> Iterator[Span]:
    """Yield the stretches between the joints before numbers, up to the end of the clause."""
    stop = next(
        one.start()
        for one in _END.finditer(text, start)
        if not text[one.start() + 1 : one.start() + 2].isdigit()
    )
    for joint in _JOINT.finditer(text, start, stop):
        yield Span(start, joint.start())
        start = joint.end()
    yield Span(start, stop)
