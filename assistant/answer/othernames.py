"""What is told of another name in the same place: "de aanvraag van Molema" for "de aanvraag van Brandstra".

Only where the name of the question does not stand in the sentence too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.otherdeeds import read_told
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.dutch import stem as stem_word
from assistant.types import ExtractKind, Span

_NAME = r"[A-ZÀ-Þ][\w’'&-]+(?: (?:(?:van|de|den|der|het|aan) ){0,2}[A-ZÀ-Þ][\w’'&-]+){0,3}"
_PLACED = re.compile(rf"(?<![\w-])(?P<noun>[A-Za-zà-ÿ-]{{3,}}) (?P<word>van|voor|aan) (?P<name>{_NAME})")
"""A name behind a preposition, with the noun before that."""
_REQUESTS = frozenset(map(stem_word, "aanvraag verzoek vergunning subsidie bezwaar beroep bijdrage".split()))
"""What somebody asks for: one word often stands for another of them."""
_MADE = frozenset(map(stem_word, "voorstel motie amendement initiatief ontwerp klacht niet".split()))
"""What else is of somebody, and has one reason for each of them; and "niet voor"."""


def mark_other_names(question: Question, units: Sequence[Unit]) -> None:
    """Add to `lacks` of each unit with a reason the name of a question that it tells another one in the place of."""
    if question.kind is not QuestionKind.REASON:
        return
    asked = list(_PLACED.finditer(question.text))
    if len(asked) != 1:
        return
    name = asked[0]["name"]
    main = fold(max(name.split(), key=len))
    for unit in units:
        if unit.short is None or main in fold(unit.text):
            continue
        if any(_stands_for(asked[0], told) for told in _PLACED.finditer(read_told(unit))):
            unit.lacks = tuple(dict.fromkeys((*unit.lacks, name)))


def _stands_for(asked: re.Match[str], told: re.Match[str]) -> bool:
    """Tell whether a name stands where that of a question does: whose request it is."""
    one, other = stem_word(fold(asked["noun"])), stem_word(fold(told["noun"]))
    alike = one == other if one in _MADE else one in _REQUESTS and other in _REQUESTS
    return alike and asked["word"] == told["word"]


_OF = re.compile(
    rf"(?<![\w-])(?P<noun>[A-Za-zà-ÿ-]{{3,}}) (?P<word>van|voor|aan|met|in|bij|te|op|naar) (?P<name>{_NAME})"
)


def tells_of_other_name(asked: str, unit: Unit) -> bool:
    """Tell whether a sentence has another name behind the same noun and preposition as a question for yes or no, and not its name.

    "De overeenkomst met Rijnwater is getekend" decides nothing of the one with IJsselwater. Places may lie in one another,
    and are weighed elsewhere (`bearing.py`).
    """
    found = list(_OF.finditer(asked))
    if len(found) != 1:
        return False
    plain, noun = fold(unit.text), stem_word(fold(found[0]["noun"]))
    if any(fold(word) in plain for word in found[0]["name"].split() if word[0].isupper()):
        return False
    return any(
        told["word"] == found[0]["word"] and stem_word(fold(told["noun"])) == noun
        for told in _OF.finditer(unit.text)
        if not unit.reading.facts_in(Span(*told.span("name")).shift(unit.span.start), ExtractKind.REGION)
    )
