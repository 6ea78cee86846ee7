"""Which parties want no such thing: only a sentence that plainly rejects it tells so.

"Wij willen geen kerncentrales" and "wij zijn tegen kerncentrales" do; "kerncentrales leveren stroom", "geen uitstel van de
kerncentrales" and "geen kerncentrales die onveilig zijn" do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.dutch import fold

_ASKED = re.compile(
    r"^(?:en |maar )?welke (?:politieke |andere )?(?:partij|partijen|fractie|fracties|documenten|programma's) "
    r"(?:wil|willen|wenst|wensen|steunt|steunen|vindt|vinden)(?: er)? geen (?P<thing>(?:[\w-]+ ){0,3}?[\w-]+)"
    r"(?= (?:op|in|voor|van|over|bij|met|door|naar|aan|tegen|voor|langs|binnen|buiten|die|dat|meer)\b|\W*$)"
)
_HELD = 0.5
_ADVERB = (
    r"(?:wij|we|ook|fel|principieel|altijd|nog|steeds|sterk|daarom|dus|echter|sterke?|als partij|dan ook)"
)
_BETWEEN = r"(?:(?:de|het|een|elke|alle|enige|nieuwe|extra|nog meer|meer|verdere) |[\w-]+e ){0,2}"
_BEFORE = re.compile(
    rf"\b(?:geen {_BETWEEN}|(?:is|zijn|ben|blijft|blijven)(?: {_ADVERB}){{0,3}} tegen {_BETWEEN}|tegenstanders? van {_BETWEEN}|"
    rf"(?:stemt|stemmen|stemden?)(?: {_ADVERB}){{0,3}} tegen {_BETWEEN})$"
)
"""What stands right before a thing that is rejected."""
_ENDING = re.compile(
    rf"\b(?:(?<!geen )(?:een |het )?verbod op|af van|stoppen met|stopt met|een einde aan|afschaffing van) {_BETWEEN}$"
)
_BEHIND = re.compile(
    r" (?:willen|wil|komen|komt|bouwen|bouwt|steunen|steunt)\b[^,;.]{0,30}\b(?:niet|nooit)(?: meer)?(?=\s*(?:$|[,;.]))"
)
_ENDED = re.compile(
    r"[^,;.]{0,60}\b(?:verbieden|verboden|afschaffen|afgeschaft|schrappen|geschrapt|verbannen)\b"
)
"""What stands behind a thing that is rejected, or that an end is put to."""
_DENIED = re.compile(r"\b(?:niet|geen|nooit|tegen)\b")
_NARROWED = re.compile(r"[\w-]* (?:die|dat|waar\w*|zonder|tenzij|mits|als|zolang)\b")


def find_rejected(question: Question) -> str | None:
    """Give the thing of which a question asks which parties want none; None for other questions."""
    found = _ASKED.match(fold(" ".join(question.text.split())))
    return found["thing"].rsplit(" ", 1)[-1] if found else None


def mark_unrejected(question: Question, units: Sequence[Unit], matcher: Matcher) -> None:
    """Add to `lacks` of each unit that does not plainly reject a thing of which is asked which parties want none."""
    thing = find_rejected(question)
    if thing is None:
        return
    place = next((place for place, term in enumerate(matcher.terms) if fold(term.text) == thing), None)
    for unit in units:
        if place is None or not rejects(unit.text, matcher.match(unit.text)[place]):
            unit.lacks = tuple(dict.fromkeys((*unit.lacks, f"geen {thing}")))


def rejects(text: str, found: tuple[float, int]) -> bool:
    """Tell whether a text plainly rejects the thing that stands in it, as strongly and where `found` tells."""
    strength, start = found
    if strength < _HELD or start < 0:
        return False
    plain = text.lower()
    before, behind = plain[:start], plain[start:]
    if _NARROWED.match(behind):
        return False
    if _BEFORE.search(before):
        return True
    word = re.match(r"[\w-]*", behind)
    behind = behind[word.end() :] if word else behind
    if _BEHIND.match(behind):
        return True
    clause = re.split(r"[,;.:]", before)[-1] + re.split(r"[,;.:]", behind)[0]
    ended = _ENDING.search(before) or _ENDED.match(behind)
    return ended is not None and _DENIED.search(clause) is None
