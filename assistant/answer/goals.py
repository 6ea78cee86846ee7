"""Whether a sentence says that a goal is reached: "12% boven het doel", "blijft achter bij de doelstelling"."""

from __future__ import annotations

import re

from assistant.answer.cues import NEGATION

_GOAL = r"\w*(?:doel(?:en|stelling(?:en)?|getal)?|streef\w+|ambities?|target)"
_ASKED = re.compile(
    rf"\b(?:haal(?:t|de|den)?|halen|(?:ge|be)haald?|behalen|bereik(?:t|te|en)?)\b.*\b(?:{_GOAL}|beoogde?)\b|"
    rf"\b(?:{_GOAL}|beoogde?)\b.*\b(?:(?:ge|be)haald|halen|behalen|bereikt?|bereiken)\b",
    re.IGNORECASE,
)
_THE = r"(?:(?:het|de|zijn|haar|hun|dit|een|gestelde?|beoogde|oorspronkelijke|jaarlijkse) ){0,3}"
_BELOW = re.compile(
    rf"\bachter(?:gebleven|bleef|bleven|blijft|blijven)?(?: \w+)?(?: bij| op) {_THE}(?:{_GOAL}|beoogde)\b|"
    rf"\b(?:onder|beneden) {_THE}{_GOAL}\b|\bminder(?: \w+){{0,2}} dan {_THE}(?:{_GOAL}|beoogde?|gepland|voorzien)\b|"
    rf"\b{_GOAL}\b(?: \w+){{0,4}} (?:niet|nog niet) (?:(?:ge|be)haald|bereikt)\b",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    rf"\bboven {_THE}{_GOAL}\b|\bmeer(?: \w+){{0,2}} dan {_THE}(?:{_GOAL}|beoogde?|gepland|voorzien)\b|"
    rf"\b(?:overtref\w*|overtrof\w*|overtroffen)\b[^.;]*\b{_GOAL}\b|\b{_GOAL}\b(?: \w+){{0,2}} overtroffen\b|"
    rf"\b{_GOAL}\b(?: (?!niet\b)\w+){{0,3}} (?:(?:ge|be)haald|bereikt)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(rf"\b(?P<share>\d+)(?:,\d+)?\s?(?:%|procent) van {_THE}{_GOAL}\b", re.IGNORECASE)
_LESS_IS_BETTER = re.compile(
    r"\b(?:uitstoot|emissie\w*|kosten|verbruik\w*|verzuim\w*|slachtoffers|doden|wachttijd\w*|wachtlijst\w*|doorlooptijd\w*|"
    r"afval\w*|schuld\w*|armoede|werkloosheid|overlast|uitval\w*|ongevallen|klachten|tekort\w*|daling|verminder\w*|minder)\b",
    re.IGNORECASE,
)
"""Things of which less is wanted: above the goal is not reached there."""
_OPEN = re.compile(
    r"\b(?:zal|zullen|zou|zouden|moet|moeten|wil|willen|verwacht\w*|wellicht|mogelijk)\b", re.IGNORECASE
)


def asks_goal(question: str) -> bool:
    """Tell whether a question asks whether a goal is reached, and denies nothing itself."""
    return bool(_ASKED.search(question)) and not NEGATION.search(question)


def is_goal_reached(question: str, sentence: str) -> bool | None:
    """Tell whether a sentence says that a goal is reached; None where it does not say, or of what is to come."""
    if not asks_goal(question) or _OPEN.search(sentence):
        return None
    better = _LESS_IS_BETTER.search(question)
    shares = [int(found["share"]) for found in _SHARE.finditer(sentence)]
    below = bool(_BELOW.search(sentence)) or any(share < _ALL for share in shares)
    above = bool(_ABOVE.search(sentence)) or any(share >= _ALL for share in shares)
    if better or below == above:
        return None
    return above


_ALL = 100
