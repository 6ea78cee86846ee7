"""Whether a rule holds for others too: "Geldt de regeling ook voor getuigen?".

That a rule holds for somebody says nothing of witnesses: a yes must name them, or stand beside a sentence that does. And
"In dat geval geldt de regeling niet" is a no to the case of the sentence before it.
"""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.signs import is_light
from assistant.dutch import fold

_ALSO = r"(?:(?:ook|tevens|eveneens|nog|wel|altijd|eigenlijk) )"
_ASKED = (
    re.compile(rf"(?:geldt|gelden|gold|golden) .+? {_ALSO}*(?:voor|bij) (?P<of>.+)"),
    re.compile(rf"(?:geldt|gelden|gold|golden) .+? {_ALSO}+(?:in|op|tijdens|binnen|buiten|tegen) (?P<of>.+)"),
    re.compile(rf"(?:is|zijn|was|waren) .+? {_ALSO}*van toepassing {_ALSO}*(?:op|bij|voor|in) (?P<of>.+)"),
    re.compile(rf"(?:is|zijn|was|waren) .+? {_ALSO}*(?:op|bij|voor) (?P<of>.+?) {_ALSO}*van toepassing"),
)
_NOT_SO = re.compile(
    r"\W*(?:in (?:dat|dit|zo[’']n|een dergelijk) geval|in (?:die|deze|dergelijke|zulke) (?:gevallen|situaties?)|dan|daar|hier|daarvoor|hiervoor)\b"
    r"[^,.;:]{0,80}?\b(?:(?:geldt|gelden)\b[^,.;:]{0,60}?\bniet|niet van toepassing)\b(?! (?:alleen|slechts|langer|meer))",
    re.IGNORECASE,
)
_LONGEST = 200
"""Characters of a question that is looked at: a longer one would take too long."""
_HELD = 0.5
"""How strongly a word must be held to be named."""


def says_of_others(question: Question, unit: Unit, matcher: Matcher, *, affirms: bool) -> bool:
    """Tell whether a sentence decides nothing of those for whom it is asked whether a rule holds.

    A yes must name them, itself or beside it; a no to "dat geval" must stand behind a sentence that does.
    """
    places = _find_asked(question, matcher)
    if not places:
        return False
    before, after = _beside(unit)
    if _NOT_SO.match(unit.text):
        return not _names(matcher, places, before)
    return affirms and not _names(matcher, places, unit.text, before, after)


def excludes_case(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a sentence says that a rule does not hold in the case of the one before it, which is the one asked for."""
    places = _find_asked(question, matcher)
    return bool(places) and _NOT_SO.match(unit.text) is not None and _names(matcher, places, _beside(unit)[0])


def _find_asked(question: Question, matcher: Matcher) -> tuple[int, ...]:
    """Give the places of the words that say for whom or what it is asked whether a rule holds; none for other questions."""
    plain = fold(question.text).strip(" ?.!")
    if len(plain) > _LONGEST or not plain.startswith(("gel", "gol", "is ", "zijn ", "was ", "waren ")):
        return ()
    found = next((found for form in _ASKED if (found := form.match(plain))), None)
    if found is None:
        return ()
    words = set(re.findall(r"[^\W_]+(?:-[^\W_]+)*", found["of"]))
    return tuple(
        place
        for place, term in enumerate(matcher.terms)
        if term.kind == "word" and fold(term.text) in words and not is_light(term.text)
    )


def _names(matcher: Matcher, places: tuple[int, ...], *texts: str) -> bool:
    held = [matcher.strengths(text) for text in texts if text]
    return all(any(strengths[place] >= _HELD for strengths in held) for place in places)


def _beside(unit: Unit) -> tuple[str, str]:
    """Give the sentence before one and the sentence after it."""
    text = unit.reading.document.text
    before = [span for span in unit.reading.sentences(unit.block) if span.end <= unit.span.start]
    after = [span for span in unit.reading.sentences(unit.block) if span.start >= unit.span.end]
    return before[-1].of(text) if before else "", after[0].of(text) if after else ""
