"""Questions that ask two things at once: each half is asked by itself, and what was not found is said.

"Wanneer en waar was de opening?" shares what is asked about; "Wie leidt het fonds en wanneer begon het?"
names it once, so that its second half is asked as a follow-up to the first.
"""

from __future__ import annotations

import re

from assistant.answer.comparison import Side
from assistant.dutch.verbs import find_infinitive

_BEFORE = r"(?:(?:in|op|van|voor|met|bij|door|aan|naar|uit|tot|sinds|vanaf|tegen|om) )?"
_ASKS = (
    rf"{_BEFORE}(?:wie|waar|wanneer|waarom|hoeveel|hoe(?: (?:lang|groot|hoog|oud|duur|vaak|ver|snel|breed|zwaar)\b)?"
    r"(?! \w+ en)|welke? (?!van )[^\W\d_]+)"
)
_SHARED = re.compile(rf"^(?P<one>{_ASKS}) en (?P<two>{_ASKS}) (?P<rest>.{{8,}})$", re.IGNORECASE)
_ASKS_AGAIN = rf"{_ASKS}|wat(?= (?:kost\w*|is|was|zijn|waren) )"
_ASKS_WHETHER = r"(?:is|was|heeft|had|kan|mag|wordt|werd)(?= (?:hij|zij|ze|het|dat|die|er)\b)"
_JOINED = re.compile(
    rf"^(?P<first>(?P<one>{_ASKS}|wat)\b.+?)(?:[?.,]? en|\?) "
    rf"(?P<second>(?P<two>{_ASKS_AGAIN}|{_ASKS_WHETHER})\b.*)$",
    re.IGNORECASE,
)
_VERBS = re.compile(
    rf"^(?P<one>{_ASKS}) (?P<did>[a-z]{{4,}}) en (?:(?P<two>{_ASKS}) )?(?P<does>[a-z]{{4,}}) (?P<rest>.{{5,}})$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"[a-z]+ (?=welke?\b)", re.IGNORECASE)


def read_halves(text: str) -> tuple[Side, Side] | None:
    """Give the two questions in one, each named by its interrogative; None for any other question."""
    bare = " ".join(text.split()).strip(" ?!.")
    shared = _SHARED.match(bare)
    if shared is not None:
        one, two, rest = shared["one"], shared["two"], shared["rest"]
        ahead = _PREPOSITION.match(one)
        two = f"{ahead.group()}{two}" if ahead and re.match(r"welke?\b", two, re.IGNORECASE) else two
        return _side(one, f"{one} {rest}"), _side(two, f"{two} {rest}")
    verbs = _VERBS.match(bare)
    if verbs is not None and all(find_infinitive(verbs[part].lower()) for part in ("did", "does")):
        one, two, rest = verbs["one"], verbs["two"] or verbs["one"], verbs["rest"]
        return _side(f"{one} {verbs['did']}", f"{one} {verbs['did']} {rest}"), _side(
            f"{two} {verbs['does']}", f"{two} {verbs['does']} {rest}"
        )
    joined = _JOINED.match(bare)
    if joined is None:
        return None
    second = joined["second"]
    name = second if re.match(_ASKS_WHETHER, second, re.IGNORECASE) else joined["two"]
    return _side(joined["one"], joined["first"]), _side(name, second, follows=True)


def _side(name: str, asked: str, *, follows: bool = False) -> Side:
    return Side(
        name.lower(), f"{asked[:1].upper()}{asked[1:]}?", f"{asked[:1].lower()}{asked[1:]}", follows=follows
    )
