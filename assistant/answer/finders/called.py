"""Things by a common noun: a compound of the noun asked for ("stationsgebied" for "welk gebied"), or with an adjective of a
place ("de Europese context"), whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.adjectives import is_adjective
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, words_of
from assistant.answer.nounphrases import find_phrase_around
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import Span

_COMPOUND, _EQUAL = 0.9, 0.55
"""How well a compound of the asked noun answers, and the noun itself with an adjective or "van ..."."""
_LEAST_ASKED = 3


def find_called(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give the noun phrases around the noun asked for and its compounds, which the question does not say itself."""
    asked = fold(question.asked or "")
    if len(asked) <= _LEAST_ASKED:
        return
    known = words_of(question)
    for found in re.finditer(rf"\b[\w-]*{re.escape(asked)}\b", unit.text, re.IGNORECASE):
        compound = fold(found.group()) != asked
        if compound and fold(found.group()) in known:
            continue
        phrase = find_phrase_around(unit.text, found.start())
        if phrase is None:
            continue
        said = phrase.span.of(unit.text)
        if compound or len(said.split()) > _BARE:
            yield Candidate(phrase.span.shift(unit.span.start), _COMPOUND if compound else _EQUAL)


_BARE = 2
"""Words of an article with its noun, which say nothing."""


def find_described(text: str, name: Span) -> Span | None:
    """Give the noun phrase of a name that is only an adjective before a common noun; None for any other name."""
    said = name.of(text)
    if not _OF_PLACE.search(said) and not (_ONE_WORD.fullmatch(said) and is_adjective(fold(said))):
        return None
    found = _NOUN_BEHIND.match(text, name.end)
    phrase = find_phrase_around(text, found.start("noun")) if found else None
    if phrase is None:
        return None
    bare = found is not None and phrase.span.start == found.start("noun") == name.end + 1
    whole = Span(name.start, phrase.span.end) if bare and not _OF_PLACE.search(said) else phrase.span
    return whole if whole.covers(name) else None


_ONE_WORD = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ-]+e")
_OF_PLACE = re.compile(r"^[A-ZÀ-Þ][\w-]*se$")
_NOUN_BEHIND = re.compile(r" (?:[a-zà-ÿ-]+e )?(?P<noun>[a-zà-ÿ][a-zà-ÿ-]{2,})")
