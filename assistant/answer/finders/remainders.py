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
_PAID = re.compile(
    r"\b(?:betaal\w*|betalen|gedragen|draagt|dragen|financier\w*|gefinancierd|krijg\w*|kreeg|kregen|"
    r"bijleg\w*|bekostig\w*|voor rekening)\b"
)
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
_BEFORE = re.compile(rf"(?: {_BEARS}(?: [a-zà-ÿ]+){{0,2}})? {_REST}\b", re.IGNORECASE)
_TELLS = re.compile(rf"\b(?:{_REST}|(?:overige|resterende|restant|rest))\b", re.IGNORECASE)
_FIT = 0.97


def find_remainder(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give who has the rest of something, where a question asks who pays or gets it."""
    if not _asks(question):
        return
    behind = _BEHIND.search(unit.text)
    before = _BEFORE.search(unit.text) if behind is None else None
    phrase = None
    if behind is not None:
        phrase = read_phrase(unit.text, behind.end())
    elif before is not None:
        phrase = find_phrase_before(unit.text, before.start())
    if phrase is not None:
        yield Candidate(phrase.span.shift(unit.span.start), _FIT)


def lacks_remainder(question: Question, unit: Unit) -> bool:
    """Tell whether a question asks who has the rest, and a sentence says nothing of any."""
    return _asks(question) and _TELLS.search(unit.text) is None


def _asks(question: Question) -> bool:
    plain = fold(question.text)
    return _ASKED.search(plain) is not None and _PAID.search(plain) is not None
