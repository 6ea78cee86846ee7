"""The deed that a sentence says of somebody, where it is another one than was asked for.

"De brug werd geopend door Els Mol" does not tell who designed the bridge.
"""

from __future__ import annotations

import re

from assistant.answer.cues import GENERIC_VERBS
from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher
from assistant.answer.predicates import VERB
from assistant.answer.verbs import find_verb_root
from assistant.dutch import fold
from assistant.types import Span

_HELD = 0.4
"""How well words must hold the verb of the question to say what it asks."""
_PARTICIPLE = r"(?P<deed>(?:\w{2,5})?ge[a-zà-ÿ]{2,}(?:d|t|en)|(?:be|ver|ont|her)[a-zà-ÿ]{2,}(?:d|t|en))"
_BEFORE = re.compile(rf"\b{_PARTICIPLE}(?: [a-zà-ÿ]+){{0,3}}? door (?:[a-zà-ÿ]+ ){{0,4}}$")
_BY = re.compile(r"\bdoor (?:[a-zà-ÿ]+ ){0,4}$")
_BEHIND = re.compile(rf"(?: [^\W\d_][\w-]*){{0,5}}? {_PARTICIPLE}\b")


def is_of_another_deed(unit: Unit, matcher: Matcher, short: Span) -> bool:
    """Tell whether who is behind "door" did something else than the question asks, which its sentence does not say."""
    asked = [place for place, term in enumerate(matcher.terms) if term.part == VERB]
    held = matcher.strengths(unit.text)
    if not asked or max(held[place] for place in asked) >= _HELD or not unit.span.covers(short):
        return False
    text = unit.text
    start, end = short.start - unit.span.start, short.end - unit.span.start
    before = text[:start]
    found = _BEFORE.search(before) or (_BEHIND.match(text, end) if _BY.search(before) else None)
    if found is None:
        return False
    deed = fold(found["deed"])
    return bool(find_verb_root(deed)) and deed not in GENERIC_VERBS
