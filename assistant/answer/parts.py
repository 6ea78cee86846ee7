"""The part that a name plays in its sentence: the doer stands bare or behind "door", others behind a preposition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.answer.names import Name
from assistant.answer.question import Question

DOER = "door"
"""The link of one who does something; in an active sentence nothing stands before him."""
_ASIDE, _OTHER_LINK, _BY_DOER = 0.75, 0.85, 0.6
"""Shares left to a name behind a preposition where the doer is asked, behind another preposition than the one
asked with, and behind "door" where somebody is asked to whom it was done. Set on the development questions."""
CONSULTED = "op verzoek van"
"""The link of one on whose request or advice another one does something."""
_CONSULTED = re.compile(
    r"\b(?:op (?:verzoek|vraag|voorstel|voordracht|advies|initiatief)|(?:na|met) (?:advies|instemming|goedkeuring|toestemming)|"
    r"(?:na|in) overleg|in opdracht) (?:van|met) (?:(?:de|het|een) )?(?:[a-zà-ÿ-]+ )?$",
    re.IGNORECASE,
)
_CONSULTED_ASKED = re.compile(
    r"\b(?:verzoek\w*|verzocht\w*|vraagt|vroeg|gevraagd|voorstel\w*|stelde?t? .*\bvoor|voordracht|advi\w+|geadviseerd|instem\w*|goedkeur\w*|"
    r"toestemming|overleg\w*|opdracht\w*|initiatief|betrokken)\b"
)
_BY_CONSULTED = 0.4
"""What is left of such a one where the doer is asked, and nothing of advice or requests."""
BRACKETED = "("
"""The link of a name in brackets behind another name: its abbreviation, its translation, its party."""
_IN_BRACKETS = 0.9
_PREPOSITIONS = "aan|achter|bij|binnen|dankzij|door|in|met|naar|namens|onder|op|over|tegen|tot|tussen|uit|van|vanuit|via|volgens|voor"
_LINK = re.compile(
    rf"\b(?P<link>{_PREPOSITIONS})(?: (?:de|het|een|den|zijn|haar|hun|deze|dit|die|onze|ons|onder meer|onder andere))?"
    r"(?: (?!(?:en|of|is|zijn|was|heeft|wordt|werd)\b)[a-zà-ÿ-]+)?[ ‘“\"'(]*$",
    re.IGNORECASE,
)
_ALONGSIDE = re.compile(
    r"^(?: ?\([^)]*\))?(?:,? (?:en|of|alsook|evenals)|,| \(| &|/)(?: (?:de|het|een))?[ ‘“\"'(]*$"
)
"""What stands between two names in a row: the second plays the part of the first."""
_ASKED = re.compile(
    rf"^\W*(?:(?:en|maar|dus) )?(?:(?P<link>{_PREPOSITIONS}) )?(?P<noun>wie|wiens|welke?|wat voor)\b",
    re.IGNORECASE,
)
_TO = ("aan", "naar", "voor")
_RECEIVES = re.compile(
    r"\b(?:krijg\w*|kreeg|kregen|ontvang\w*|ontving\w*|win(?:t|nen)|won(?:nen)?)\b", re.IGNORECASE
)
"""A question for one who gets something: sentences say that it went to him."""
_PASSIVE = re.compile(
    r"\b(?:word(?:t|en)|werd(?:en)?)\b|"
    r"\b(?:is|zijn|was|waren)\b.*\b(?:\w*ge|be|ver|ont|her)\w{3,}(?:d|t|en)\W*$",
    re.IGNORECASE,
)


def find_links(text: str, names: Sequence[Name]) -> Iterator[tuple[Name, str]]:
    """Give each name with the preposition before it, empty without one; names in a row share it."""
    end, link = -1, ""
    for name in names:
        between = text[end : name.span.start] if 0 <= end <= name.span.start else ""
        if not _ALONGSIDE.match(between):
            before = text[max(0, name.span.start - 60) : name.span.start]
            found = _LINK.search(before)
            link = found["link"].lower() if found else ""
            link = CONSULTED if link in ("van", "met") and _CONSULTED.search(before) else link
        end = name.span.end
        yield name, BRACKETED if between.endswith(BRACKETED) else link


def link_share(question: Question, link: str) -> float:
    """Give the share of its fit that is left to a name behind `link`: what the question asks for stands elsewhere."""
    return _share(question.text, link)


def asked_link(question: Question) -> str | None:
    """Give the preposition that the question asks with, `DOER` for one who does it; None when it asks no "wie" or "welke"."""
    asked = _ASKED.match(question.text)
    if asked is None or asked["noun"].lower() == "wiens":
        return None
    return (asked["link"] or DOER).lower()


def asks_passive(question: Question) -> bool:
    """Tell whether the question asks to whom something is done: "wie wordt benoemd"."""
    asked = _ASKED.match(question.text)
    return asked is not None and asked["link"] is None and bool(_PASSIVE.search(question.text))


@lru_cache(maxsize=1_000)
def _share(text: str, link: str) -> float:
    asked = _ASKED.match(text)
    if asked is None or asked["noun"].lower() == "wiens":
        return 1.0
    if link == BRACKETED:
        return _IN_BRACKETS
    wanted = (asked["link"] or DOER).lower()
    if link == CONSULTED:
        if wanted == DOER and not _CONSULTED_ASKED.search(text.lower()):
            return _BY_CONSULTED
        link = "van"
    if wanted != DOER:
        return 1.0 if link == wanted else _OTHER_LINK
    if asked["link"] is None and _PASSIVE.search(text):
        return _BY_DOER if link == DOER else _ASIDE if link else 1.0
    if link in _TO and _RECEIVES.search(text):
        return 1.0
    return 1.0 if link in ("", DOER) else _ASIDE
