"""The deed that a sentence says of somebody, where it is another one than was asked for.

"De brug werd geopend door Els Mol" does not tell who designed the bridge.
"""

from __future__ import annotations

import re

from assistant.answer.cues import GENERIC_VERBS
from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher
from assistant.answer.predicates import VERB
from assistant.answer.question import Question
from assistant.answer.verbs import find_verb_root
from assistant.dutch import fold
from assistant.types import Span

_HELD = 0.4
"""How well words must hold the verb of the question to say what it asks."""
_PARTICIPLE = r"(?P<deed>(?:\w{2,5})?ge[a-zà-ÿ]{2,}(?:d|t|en)|(?:be|ver|ont|her)[a-zà-ÿ]{2,}(?:d|t|en))"
_BEFORE = re.compile(rf"\b{_PARTICIPLE}(?: [a-zà-ÿ]+){{0,3}}? door (?:[a-zà-ÿ]+ ){{0,4}}$")
_RIGHT_BEFORE = re.compile(rf"\b{_PARTICIPLE} door (?:[a-zà-ÿ]+ ){{0,2}}$")
_BY = re.compile(r"\bdoor (?:[a-zà-ÿ]+ ){0,4}$")
_BEHIND = re.compile(rf"(?: [^\W\d_][\w-]*){{0,5}}? {_PARTICIPLE}\b")


def is_of_another_deed(question: Question, unit: Unit, matcher: Matcher, short: Span) -> bool:
    """Tell whether who is behind "door" did something else than the question asks, which its sentence does not say."""
    asked = [place for place, term in enumerate(matcher.terms) if term.part == VERB]
    if not asked or not unit.span.covers(short):
        return False
    held = matcher.strengths(unit.text)
    text = unit.text
    start, end = short.start - unit.span.start, short.end - unit.span.start
    before = text[:start]
    said = max(held[place] for place in asked) >= _HELD
    found = (_RIGHT_BEFORE if said else _BEFORE).search(before)
    if found is None and not said and _BY.search(before):
        found = _BEHIND.match(text, end)
    if found is None:
        return False
    if said:  # the sentence says the asked deed too: what stands right before "door" must be it
        own = matcher.strengths(found["deed"])
        if max(own[place] for place in asked) >= _HELD or _BEHIND.match(text, end):
            return False
        if is_parted(question, found["deed"]):
            return False
    deed = fold(found["deed"])
    return bool(find_verb_root(deed)) and deed not in GENERIC_VERBS


_PREFIXED = re.compile(r"(?P<prefix>[a-zà-ÿ]{2,6})ge[a-zà-ÿ]{2,}(?:d|t|en)")


def is_parted(question: Question, deed: str) -> bool:
    """Tell whether the first part of a participle stands apart in the question: "stelt ... samen" for "samengesteld"."""
    found = _PREFIXED.fullmatch(fold(deed))
    return found is not None and re.search(rf"\b{found['prefix']}\b", fold(question.text)) is not None
