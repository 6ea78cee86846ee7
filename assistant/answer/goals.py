"""Whether a sentence says that a goal is reached: "12% boven het doel", "blijft achter bij de doelstelling"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.conversation_phrases import PREPOSITIONS
from assistant.answer.cues import NEGATION
from assistant.answer.finders.timedvalues import read_values

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


def tells_reaching(sentence: str) -> bool:
    """Tell whether a sentence says of anything that it is reached, or is more or less than was meant."""
    return bool(_REACHES.search(sentence) or _ABOVE.search(sentence) or _BELOW.search(sentence))


_REACHES = re.compile(
    r"\b(?:(?:ge|be)?haal\w*|halen|behalen|bereik\w*|gerealiseerd|voldaan|geslaagd|gelukt|overtr\w+|boven)\b",
    re.IGNORECASE,
)


def is_goal_reached(question: str, sentence: str) -> bool | None:
    """Tell whether a sentence says that a goal is reached; None where it does not say, or of what is to come."""
    if not asks_goal(question) or _OPEN.search(sentence):
        return None
    better = _LESS_IS_BETTER.search(question)
    shares = [int(found["share"]) for found in _SHARE.finditer(sentence)]
    below = bool(_BELOW.search(sentence)) or any(share < _ALL for share in shares)
    above = bool(_ABOVE.search(sentence)) or any(share >= _ALL for share in shares)
    if better:
        return None
    return _is_figure_reached(sentence) if below == above else above


def _is_figure_reached(sentence: str) -> bool | None:
    """Tell whether the one other figure of a sentence reaches the goal that it gives: "31 bedrijven; het doel is 60"."""
    values = [value.span for value in read_values(sentence)]
    goals = [span for span in values if _GOAL_IS.search(sentence, max(0, span.start - _BACK), span.start)]
    others = [span for span in values if span not in goals]
    if len(goals) != 1 or len(others) != 1:
        return None
    goal, stand = (_read_number(span.of(sentence)) for span in (goals[0], others[0]))
    nouns = {found["noun"] for span in (goals[0], others[0]) if (found := _NOUN.match(sentence, span.end))}
    if goal is None or stand is None or len(nouns - PREPOSITIONS) > 1:
        return None
    return stand[0] >= goal[0] if ("%" in goal[1]) == ("%" in stand[1]) else None


_NOUN = re.compile(r" (?P<noun>[a-zà-ÿ-]{2,})")


_BACK = 80
"""Characters before a figure in which its goal is named."""
_GOAL_IS = re.compile(
    rf"\b(?:het|de|ons|een) (?:[a-zà-ÿ]+ )?{_GOAL}(?: voor [\w ]{{3,20}})? (?:is|was|bedraagt|bedroeg|lag op|ligt op) $",
    re.IGNORECASE,
)


_ALL = 100


def is_goal_in_row(question: str, cells: Sequence[tuple[str, str]]) -> bool | None:
    """Tell whether the cells of a row, with their headers, show that a goal is reached: the last figure of how it stands
    against the goal.

    None where one of the two is no number, their units differ, or less is better.
    """
    goals = [_read_number(value) for head, value in cells if _GOAL_HEAD.match(head)]
    stands = [
        (head, _read_number(value))
        for head, value in cells
        if _STAND_HEAD.search(head) and not _GOAL_HEAD.match(head) and not _OTHER_HEAD.search(head)
    ]
    if len(goals) != 1 or not stands or _LESS_IS_BETTER.search(question):
        return None
    goal, stand = goals[0], _last_stand(stands)
    if goal is None or stand is None or (stand[1] and stand[1] != goal[1]):
        return None
    return stand[0] >= goal[0]


def _last_stand(stands: Sequence[tuple[str, tuple[float, str] | None]]) -> tuple[float, str] | None:
    """Give the last of some figures: of the latest year where each header has one, else that of the last column."""
    years = [found.group() if (found := _YEAR.search(head)) else "" for head, _ in stands]
    last = years.index(max(years)) if all(years) and len(set(years)) == len(years) else -1
    return stands[last][1]


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_GOAL_HEAD = re.compile(r"\w*(?:doel\w*|streef\w*|ambitie|target|beoogd\w*)\b", re.IGNORECASE)
_STAND_HEAD = re.compile(
    r"\b(?:stand|realisatie|gerealiseerd|resultaat|resultaten|behaald|bereikt|gehaald|werkelijk|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_OTHER_HEAD = re.compile(
    r"\b(?:status|trekker|\w*budget|\w*begroting|kosten|toelichting|nul\w*|start\w*|begin\w*|uitgangs\w*|basisjaar|"
    r"prognoses?|raming\w*|geraamd\w*|verwacht\w*|verwachting\w*|gepland\w*|planning|begroot|norm\w*|maximum|minimum)\b",
    re.IGNORECASE,
)
"""Headers of what stands for no result: of how it began, or is thought to become."""
_NUMBER = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)(?: ?(?P<unit>(?!per\b)[a-zà-ÿ%][\w%]*))?(?: per [a-z]+)?\W*"
)
"""A cell that is one number with its unit."""


def _read_number(cell: str) -> tuple[float, str] | None:
    found = _NUMBER.fullmatch(cell.strip())
    if found is None:
        return None
    return float(found["number"].replace(".", "").replace(",", ".")), (found["unit"] or "").lower()
