"""What a value is of: of several values in a sentence, the one whose own piece says what the question asks it for.

In "15% van het gasverbruik en 40% van het elektriciteitsverbruik" the share of the electricity is the second.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, same_noun, stem_of
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import BlockKind

_KINDS = frozenset({QuestionKind.AMOUNT, QuestionKind.SHARE, QuestionKind.COUNT, QuestionKind.PERIOD})
_BREAK = re.compile(r"[;,](?!\d)(?: plus\b| en\b)?|\b(?:en|maar|plus|terwijl|tegenover)\b|[:(]")
_OF = r"(?:per|van|voor|naar|elke|iedere|ieder|elk)"
_TARGET = re.compile(
    rf"\b{_OF} (?:(?:de|het|een|elke|iedere|ieder|elk|deze|zo’n) )?(?:[a-zà-ÿ]+e )?(?P<noun>[a-zà-ÿ][\w-]{{2,}})"
)
_EACH = re.compile(r"\b(?:per|één|elke|iedere|ieder|elk) (?P<noun>[a-zà-ÿ][\w-]{2,})")
_OWN = re.compile(rf"\W{{0,3}}(?:[\w-]+ ){{0,2}}?{_OF} (?=\w)")
"""What a value has right behind it that says what it is of."""
_SAID, _UNSAID = 0.3, 0.15
_ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "eerste 1e 1ste",
            "tweede 2e 2de",
            "derde 3e 3de",
            "vierde 4e 4de",
            "vijfde 5e 5de",
            "zesde 6e 6de",
            "zevende 7e",
            "achtste 8e",
            "negende 9e",
            "tiende 10e",
        ),
        start=1,
    )
    for word in words.split()
}
_ORDINAL = re.compile(rf"\b(?P<rank>{'|'.join(_ORDINALS)}) (?:[a-zà-ÿ]+e )?(?P<noun>[a-zà-ÿ][\w-]*)")
_RANKED = re.compile(rf"\b(?P<rank>{'|'.join(_ORDINALS)})\b")


@lru_cache(maxsize=256)
def _targets(text: str) -> frozenset[str]:
    """Give the nouns that a question asks a value of, for or per."""
    each = frozenset(found["noun"] for found in _EACH.finditer(text.lower()))
    return each or frozenset(found["noun"] for found in _TARGET.finditer(fold(text)))


def keep_complemented(
    question: Question, unit: Unit, candidates: Sequence[Candidate], matcher: Matcher
) -> list[Candidate]:
    """Give the values without those that are of another thing or rank, where one is of what is asked."""
    found = list(candidates)
    if (
        question.kind not in _KINDS
        or len(found) < 2
        or unit.reading.blocks.is_kind(unit.block, BlockKind.ROW)
    ):
        return found
    pieces = [_piece(unit, candidate) for candidate in found]
    ranks = {_ORDINALS[one["rank"]] for one in _ORDINAL.finditer(fold(question.text))}
    if len(ranks) == 1:
        own = [{_ORDINALS[one["rank"]] for one in _RANKED.finditer(fold(piece))} for piece, _ in pieces]
        if any(ranks & one for one in own):
            first = min(one.span.start for one, has in zip(found, own, strict=True) if ranks & has)
            found = [
                candidate
                for candidate, has in zip(found, own, strict=True)
                if ranks & has or (not has and candidate.span.start > first)
            ]
            pieces = [_piece(unit, candidate) for candidate in found]
    each = [candidate for candidate in found if _is_each(question, unit, candidate, matcher)]
    if each:
        return each
    nouns = _targets(question.text)
    places = [place for place, term in enumerate(matcher.terms) if fold(term.text) in nouns]
    if not places:
        return found
    said = [max(_strength(piece, matcher, place) for place in places) for piece, _ in pieces]
    if max(said, default=0.0) < _SAID:
        return found
    kept = [
        candidate
        for candidate, strength, (_, owned) in zip(found, said, pieces, strict=True)
        if strength > _UNSAID or not owned
    ]
    return kept or found


def _is_each(question: Question, unit: Unit, candidate: Candidate, matcher: Matcher) -> bool:
    """Tell whether a value is said to be per one of what the question asks it per: "9 euro per lid"."""
    asked = {stem_of(found["noun"]) for found in _EACH.finditer(question.text.lower())}
    if not asked:
        return False
    own = _PER.match(unit.text, candidate.span.end - unit.span.start)
    return own is not None and any(same_noun(noun, own["noun"], matcher) for noun in asked)


_PER = re.compile(r"(?: [a-zà-ÿ]+)? per (?P<noun>[a-zà-ÿ][\w-]{2,})")


def _strength(piece: str, matcher: Matcher, place: int) -> float:
    """Give how strongly a piece holds a term; a compound that begins with it holds it too: "elektriciteitsverbruik"."""
    stem = matcher.terms[place].stem or stem_of(matcher.terms[place].text)
    begun = len(stem) > _LEAST and any(
        word.startswith(stem) for word in re.findall(r"[a-zà-ÿ]+", fold(piece))
    )
    return max(matcher.strengths(piece)[place], 1.0 if begun else 0.0)


_LEAST = 5


def _piece(unit: Unit, candidate: Candidate) -> tuple[str, bool]:
    """Give the words around a value up to the marks that part it from the others, and whether it says what it is of."""
    start, end = candidate.span.start - unit.span.start, candidate.span.end - unit.span.start
    text = unit.text
    before = max((mark.end() for mark in _BREAK.finditer(text, 0, max(0, start))), default=0)
    behind = _BREAK.search(text, min(end, len(text)))
    piece = text[before : behind.start() if behind else len(text)]
    return piece, _OWN.match(text, end) is not None
