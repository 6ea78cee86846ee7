"""What a price or a number includes: "exclusief btw" is a "Nee" to "Zijn de tarieven inclusief btw?"."""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher
from assistant.answer.negation import has_negation
from assistant.answer.question import Question
from assistant.dutch import fold

_WITH, _WITHOUT = r"inclusief|incl\.?|met inbegrip van", r"exclusief|excl\.?"
_THING = r"(?:(?:de|het|alle|eventuele|verschuldigde) )?(?P<thing>[a-z][\w-]+)"
_BEFORE = (
    (re.compile(rf"\b(?:{_WITH}) {_THING}"), True),
    (re.compile(rf"\b(?:{_WITHOUT}) {_THING}"), False),
)
_INSIDE = re.compile(
    r"\b(?P<thing>[a-z][\w-]{1,40})(?: (?:is|zijn|wordt|worden))?(?: daarin| hierin| erin| in [\w -]{3,40}?)?(?P<no> niet)? "
    r"(?:in)?(?:begrepen|gerekend|meegerekend|verwerkt)\b"
)
_HELD = 0.6
"""How well the sentence must hold something else of the question: that of which it is asked."""
_ASKED = re.compile(r"^(?:is|zijn|was|waren|geldt|gelden) ")


def tells_included(question: Question, unit: Unit, matcher: Matcher) -> bool | None:
    """Tell whether a sentence includes, or leaves out, just the thing that a question asks that of; None where it tells neither."""
    plain = fold(question.text).rstrip(" ?")
    if not _ASKED.match(plain):
        return None
    if has_negation(_INSIDE.sub(" ", unit.text)):
        return None
    wanted, told = _read(plain, closing=True), _read(fold(unit.text))
    shared = wanted.keys() & told.keys()
    if len(wanted) != 1 or not shared:
        return None
    thing = shared.pop()
    rest = [
        held
        for term, held in zip(matcher.terms, unit.local, strict=True)
        if fold(term.text) not in (thing, "in")
    ]
    if max(rest, default=0.0) < _HELD:
        return None
    return told[thing] == wanted[thing]


def _read(text: str, *, closing: bool = False) -> dict[str, bool]:
    """Give what a text includes and what it leaves out, `closing` only at its end; a thing that it tells both of is left out."""
    told = [(one, inside) for pattern, inside in _BEFORE for one in pattern.finditer(text)]
    told += [(one, one["no"] is None) for one in _INSIDE.finditer(text)]
    found = [(one["thing"], inside) for one, inside in told if not closing or one.end() == len(text)]
    both = {thing for thing, inside in found if (thing, not inside) in found}
    return {thing: inside for thing, inside in found if thing not in both}
