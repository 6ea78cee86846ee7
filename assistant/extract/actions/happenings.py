"""What the clause around a date says: that something happened, will happen, or nothing of the sort."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.extract.actions.moments import MONTH_DAYS, STRETCH_DAYS, TURN, YEAR_DAYS

_FINITE = "yzZhHwugmKVs"
"""Letters of `marks` that are hardly ever nouns, and so tell the finite verb of a clause."""
_OPENING = 2
"""A date opens a clause when so few words ("In", "Begin") stand before it; the present behind it may be of the past."""
_TO = re.compile("T[yzZhHwugmKVs]")
"""A verb behind "te" is no finite one."""
_IS_NOUN = re.compile("[nN].*[zZ]|[zZ][^r,]{0,4}[nN]")
"""A noun of a happening as the subject of "is" and "was"."""
_DONE = "PQB"
_CUTS = "dc:."
"""Where another clause begins."""
PAST, AHEAD = "past", "ahead"
"""A date that ended before the document's own, one that begins after it."""


def tell_happening(marks: str, first: int, last: int, days: int, kind: str, time: str) -> bool | None:
    """Tell whether the clause around the date in words `first` to `last` says that something happens then.

    `marks` are the letters of the sentence, `days` the length of the date, `kind` what it is the moment
    of, `time` whether it is PAST or AHEAD. None when the clause holds no verb that tells.
    """
    left, right = _cut_clause(marks, first, last)
    clause = _TO.sub("T", left + right)
    if (
        "q" in clause
        or (left.rfind("(") > left.rfind(")"))
        or marks[first - len(left) - 1 : first - len(left)] == "c"
    ):
        return False
    finite = next((letter for letter in clause if letter in _FINITE), "")
    done = any(letter in _DONE for letter in clause)
    if kind == TURN:
        return _turns(clause, finite, done)
    if not finite or finite == "g":
        return _tell_present(clause, left, days, time)
    return _TELLS[finite](clause, done, days)


def _cut_clause(marks: str, first: int, last: int) -> tuple[str, str]:
    """Give the letters of the clause to the left and right of a date."""
    start = max(marks.rfind(letter, 0, first) for letter in _CUTS) + 1
    ends = [place for place in (marks.find(letter, last) for letter in _CUTS) if place >= 0]
    return marks[start:first], marks[last : min(ends, default=len(marks))]


def _turns(clause: str, finite: str, done: bool) -> bool:
    """Tell whether something begins to be so "vanaf 1 mei": it enters into force, is appointed or opens."""
    if "k" in clause:
        return finite in "zZwyV" if finite else any(letter in "fFB" for letter in clause)
    return bool(finite) and finite in "zyw" and done


def _tell_present(clause: str, left: str, days: int, time: str) -> bool | None:
    """Tell what a clause says of which the verb is in the present, or a noun."""
    if "o" in clause:
        return False  # "keurt nu goed": what happens is said of another day
    if "Q" in clause:
        return True
    if not any(letter in "fFBg" for letter in clause):
        return None
    if "W" in clause:
        return days <= STRETCH_DAYS or None
    turning = "F" in clause or "k" in clause or (time == PAST and "g" in clause)
    if time == PAST:
        return turning or len(left) <= _OPENING or None
    return True if (turning and days <= YEAR_DAYS) or (time == AHEAD and days <= STRETCH_DAYS) else None


def _tell_passive(clause: str, done: bool, days: int) -> bool:
    return done or "k" in clause or "N" in clause


def _tell_being(clause: str, done: bool, days: int) -> bool:
    return done or "k" in clause or (days <= MONTH_DAYS and _IS_NOUN.search(clause) is not None)


def _tell_past(clause: str, done: bool, days: int) -> bool:
    return days <= MONTH_DAYS or "a" not in clause


def _tell_will(clause: str, done: bool, days: int) -> bool:
    coming = any(letter in "fFBwkN" for letter in clause)
    return coming and ("W" not in clause or days <= STRETCH_DAYS)


def _tell_can(clause: str, done: bool, days: int) -> bool:
    return "F" in clause or "k" in clause


def _tell_none(clause: str, done: bool, days: int) -> bool:
    return False


_TELLS: dict[str, Callable[[str, bool, int], bool]] = {
    "y": _tell_passive,
    "w": _tell_passive,
    "z": _tell_being,
    "Z": _tell_being,
    "h": lambda clause, done, days: done,
    "H": lambda clause, done, days: done,
    "V": _tell_past,
    "u": _tell_will,
    "K": _tell_can,
    "m": _tell_none,
    "s": _tell_none,
}
"""What the letter of the finite verb says of the moment."""
