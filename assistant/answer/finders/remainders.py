"""Who pays or gets the rest: "Vlaanderen betaalt 40 procent, de rest is voor de stad"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.nounphrases import find_phrase_before, read_phrase
from assistant.answer.question import Question
from assistant.dutch import fold

_REST = (
    r"(?:(?:de|het) rest|het restant|het overige(?: deel| bedrag)?|het resterende (?:deel|bedrag)|"
    r"de (?:overige|resterende) (?:kosten|uitgaven|middelen|[\d.,]+ ?(?:%|procent|euro|miljoen(?: euro)?)))"
)
_ASKED = re.compile(rf"\b{_REST}\b")
_BEARS = (
    r"(?:betaalt|betalen|betaalde|betaalden|draagt|dragen|droeg|neemt|nemen|nam|"
    r"legt|leggen|legde|financiert|financieren|financierde|krijgt|krijgen|kreeg)"
)
_BEHIND = re.compile(
    rf"\b{_REST}(?: van (?:de|het) [a-zà-ÿ]+)?(?: {_BEARS}|(?: (?:is|zijn|was|wordt|worden|werd|komt|komen|kwam|valt|blijft|gaat|ging|moet))"
    r"(?: (?:betaald|gefinancierd|gedragen|bijgelegd|opgebracht))? (?:voor rekening van|ten laste van|voor|van|door|naar|bij))"
    r" (?=\S)",
    re.IGNORECASE,
)
"""What stands between the rest and who it is for, or who pays it."""
_BEFORE = re.compile(rf"(?: {_BEARS})? {_REST}\b", re.IGNORECASE)
_FIT = 0.97


def asks_remainder(question: Question) -> bool:
    """Tell whether a question asks who has the rest: no sentence answers it that says nothing of that."""
    return _ASKED.search(fold(question.text)) is not None


def find_remainder(unit: Unit) -> Iterator[Candidate]:
    """Give who has the rest of something."""
    behind = _BEHIND.search(unit.text)
    before = _BEFORE.search(unit.text) if behind is None else None
    phrase = None
    if behind is not None:
        phrase = read_phrase(unit.text, behind.end())
    elif before is not None:
        phrase = find_phrase_before(unit.text, before.start())
    if phrase is not None:
        yield Candidate(phrase.span.shift(unit.span.start), _FIT)
