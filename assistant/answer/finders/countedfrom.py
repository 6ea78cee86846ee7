"""Moments that are counted from something else: "uiterlijk 20 werkdagen na afloop van het kwartaal".

Rules seldom name the day on which something must be done: they count it from what happens before or after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, find_pattern
from assistant.answer.matching import Matcher
from assistant.answer.nounphrases import read_phrase
from assistant.answer.predicates import VERB
from assistant.answer.quantities import NUMBER_IN_WORDS
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import Span

NUMBERS = rf"\d+(?:[.,]\d+)*|een|anderhalf|{NUMBER_IN_WORDS}"
"""Numbers of days, weeks or years, as a pattern."""
_UNITS = r"(?:werk|kalender)?dag(?:en)?|we(?:ek|ken)|maand(?:en)?|kwarta(?:al|len)|jaar|jaren|uur|uren"
_AFTER = re.compile(
    rf"\b(?P<span>na (?:(?:{NUMBERS})|(?:een |het )?half|anderhalf) (?:jaar|jaren|maanden|maand|weken|dagen))\b(?! (?:lang|later)\b)",
    re.IGNORECASE,
)
_AFTER_ASKED = re.compile(r"\b(?P<act>evalu|geevalu|herzie|herbek|getoetst|beoordeel|verleng|verval)")
"""What is done with a rule after some time."""
_FIT = 0.9
_TERM = re.compile(
    r"\b(?P<span>(?:(?:uiterlijk(?: binnen)?|binnen|ten minste|tenminste|ten laatste|minstens|minimaal|niet later dan|in ieder geval) )"
    rf"(?:{NUMBERS}) (?:{_UNITS}) (?:na afloop van|voorafgaande? aan|vóór|voor(?! (?:de|het) (?:duur|helft))|na|nadat|vanaf|te rekenen vanaf)) ",
    re.IGNORECASE,
)
"""A bound with a length of time, up to what it is counted from."""
_DUE = re.compile(
    r"\bwanneer (?:moet|moeten|dient|dienen|kan|kunnen|mag|mogen|hoort|horen|wordt|worden|krijg\w*|hoor|beslis\w*|neemt|nemen|"
    r"doet|doen|geeft|geven|zend\w*|stuurt|sturen|lever\w*|ontvang\w*|betaal\w*|verstrek\w*|stelt|stellen|maakt|maken|ten laatste|uiterlijk)\b|"
    r"\b(?:uiterlijk|tot) wanneer\b"
)
"""What asks by when something is to be done, each time anew."""
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_CLAUSE = re.compile(r"nadat $", re.IGNORECASE)
_STOP = re.compile(r"[,;:.(]|$")
_OTHER_DEED, _HELD = 0.4, 0.4
"""Share left to the term of another deed, and how well a word must hold the verb of the question."""
_FAR = 90
"""Characters of a clause behind "nadat" that are still told."""


def find_counted(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give "na 5 jaar" where it is asked when something is looked at again or ends, and terms where it is asked when it is due."""
    plain = fold(question.text)
    asked = _AFTER_ASKED.search(plain)
    if asked is not None and asked["act"].removeprefix("ge") in fold(unit.text):
        yield from find_pattern(unit, _AFTER, "span", _FIT)
    if not _DUE.search(plain) or _DATED.search(plain):
        return
    for found in _TERM.finditer(unit.text):
        end = _end_of(unit.text, found)
        share = 0.0 if end is None else _share_of(unit.text, Span(found.end(), end), matcher)
        if end is not None and share:
            yield Candidate(Span(found.start("span"), end).shift(unit.span.start), _FIT * share)


def _share_of(text: str, origin: Span, matcher: Matcher) -> float:
    """Give the share of its fit that a term keeps: all where what the question says is done is said of it.

    "Uiterlijk twee weken nadat de brief is verzonden" does not tell when the letter is sent.
    """
    deeds = [place for place, term in enumerate(matcher.terms) if term.part == VERB]
    if not deeds:
        return 1.0
    outside = matcher.strengths(f"{text[: origin.start]}; {text[origin.end :]}")
    if any(outside[place] >= _HELD for place in deeds):
        return 1.0
    within = matcher.strengths(origin.of(text))
    return 0.0 if any(within[place] >= _HELD for place in deeds) else _OTHER_DEED


def _end_of(text: str, found: re.Match[str]) -> int | None:
    """Give where what a term is counted from ends: its noun phrase, or the clause behind "nadat"; None where there is none."""
    if _CLAUSE.search(found.group()):
        stop = _STOP.search(text, found.end())
        return stop.start() if stop and stop.start() - found.end() <= _FAR else None
    phrase = read_phrase(text, found.end())
    if phrase is None:
        return None
    rest = _LAST.match(text, phrase.span.end) if _RANK.search(phrase.span.of(text)) else None
    return rest.end() if rest else phrase.span.end


_RANK = re.compile(r"\b(?:laatste|eerste|\w+de|\w+ste)$")
_LAST = re.compile(
    r" [a-zà-ÿ]{3,}(?: van (?:(?:de|het|een|elke?|ieder|iedere|dat|die|deze|dit) )?[a-zà-ÿ]{3,})?"
)
"""What an ordinal at the end of a phrase belongs to: "de laatste dag van elke maand"."""
