"""What a short answer looks like, so that a template names it by what it is: "Het percentage is: 7,8%", not "Het aantal"."""

from __future__ import annotations

import re

from assistant.answer.conversation_phrases import MONTHS
from assistant.answer.cues import MARK_NOUNS, NUMBER_WORDS, is_plural
from assistant.answer.finders.ages import asks_age
from assistant.dutch import fold

COUNT, PERCENTAGE, SHARE, AMOUNT, OFTEN, LENGTH, PERIOD, TERM, AGE, MARK, OTHER = (
    "aantal",
    "percentage",
    "aandeel",
    "bedrag",
    "frequentie",
    "duur",
    "periode",
    "termijn",
    "leeftijd",
    "cijfer",
    "anders",
)
_TIMES = r"(?:keer|maal)"
_NUMBER = rf"(?:\d[\d.,]*|{'|'.join(map(fold, NUMBER_WORDS))})"
_TIME = r"(?:secon\w+|minu\w+|uur|uren|dag(?:en)?|werkdag(?:en)?|we(?:ek|ken)|maand(?:en)?|kwarta\w+|jaar|jaren|decennia|eeuw(?:en)?)"
_FORMS = (
    (PERCENTAGE, re.compile(r"\d ?%|\d (?:procent|percent)\b")),
    (AMOUNT, re.compile(r"€|\beuro\b|\beuro's\b")),
    (
        OFTEN,
        re.compile(
            rf"^(?:om de |elke?|ieder|iedere|per |twee|drie|vier|half)?(?:jaarlijks|maandelijks|wekelijks|dagelijks)e?\b|"
            rf"^(?:elke?|iedere?|om de|per) .*{_TIME}|"
            rf"\b(?:een|{_NUMBER}) ?{_TIMES}\b|^(?:eenmaal|tweemaal|driemaal|viermaal)\b"
        ),
    ),
    (
        SHARE,
        re.compile(
            r"\b(?:de helft|kwart|driekwart|(?:een|twee|drie) (?:derde|vierde|vijfde)n?|merendeel|op de \w+)\b"
        ),
    ),
    (TERM, re.compile(rf"^(?:binnen|uiterlijk|na)\b.*\b{_TIME}")),
    (PERIOD, re.compile(rf"\b(?:1[6-9]|20)\d\d\b|\b(?:{'|'.join(MONTHS)})\b")),
    (LENGTH, re.compile(rf"\b{_NUMBER}(?: (?!per\b)\w+)? {_TIME}\b|\b(?:half|halve|kwart) {_TIME}")),
    (COUNT, re.compile(rf"^(?:[a-z'’.]+ ){{0,3}}{_NUMBER}(?![\w%])")),
)
_YEARS = re.compile(r"\bja(?:ar|ren)\b|jarigen?$|plus")
_MARK_ASKED = re.compile(rf"\bwelke? (?:{'|'.join(sorted(MARK_NOUNS))})\b")
_MARK = re.compile(r"\d(?!\d{3})[\d,.]*$")
_LIKE_YEAR = re.compile(
    r"(?:(?:ongeveer|circa|ruim|bijna|zo['’]n|(?:meer|minder) dan|minstens|ten minste|maximaal|minimaal|gemiddeld) )?\d{4}|"
    r".*\b(?:1[6-9]|20)\d\d (?P<noun>[a-z][\w-]+)\b.*"
)
"""A number that may be a year: bare, or with what is counted behind it."""
_MEASURE = re.compile(
    r"^(?:[a-z'’.]+ ){0,3}\d[\d.,]* ?(?:(?:centi|milli|deci|kilo)?meter|[ckm]?m[²³23]?|km|hectare|ha|kilo(?:gram)?|kg|ton|"
    r"liter|graden|bar|db|dba|mw|kw)\b"
)


def read_form(short: str | None, question: str = "") -> str:
    """Give which of the forms a short answer has; `OTHER` for a measure such as "118 meter", and where none is seen.

    Years and bare numbers do not tell by themselves that they are an age or a mark: the question does.
    """
    plain = fold(short or "")
    asked = fold(question)
    if asks_age(asked) and _YEARS.search(plain):
        return AGE
    if _MARK_ASKED.search(asked) and _MARK.search(plain):
        return MARK
    if _MEASURE.match(plain):
        return OTHER
    form = next((form for form, pattern in _FORMS if pattern.search(plain)), OTHER)
    return COUNT if form == PERIOD and _is_count(plain) else form


def _is_count(plain: str) -> bool:
    """Tell whether what looks like a year is a number of things: "1800 woningen"."""
    found = _LIKE_YEAR.fullmatch(plain)
    if found is None:
        return False
    noun = found["noun"]
    return noun is None or noun == "per" or (is_plural(noun) and noun not in MONTHS)
