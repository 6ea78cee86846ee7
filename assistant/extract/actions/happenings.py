"""What the clause around a date says: that something happened, will happen, or nothing of the sort."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.extract.actions.moments import MONTH_DAYS, STRETCH_DAYS, TURN, YEAR_DAYS

_FINITE = re.compile("[yzZhHwugmKVs]")
"""Letters of `marks` that are hardly ever nouns, and so tell the finite verb of a clause."""
_OPENING = 2
"""A date opens a clause when so few words ("In", "Begin") stand before it; the present behind it may be of the past."""
_TO = re.compile("T[yzZhHwugmKVs]")
"""A verb behind "te" is no finite one."""
_OWNED, _IS_TOLD = re.compile(".*[fFB]"), re.compile("[PQk]")
"""What makes of "zijn" behind a present "his", and what "are" all the same."""
_IS_NOUN = re.compile("[nN].*[zZ]|[zZ][^r,]{0,4}[nN]")
"""A noun of a happening as the subject of "is" and "was"."""
_DONE, _PRESENT = re.compile("[PQB]"), re.compile("[fFBg]")
_COMING = re.compile("[fFBwkN]")
_CUTS = str.maketrans("c:.", "ddd")
"""Where another clause begins."""
PAST, AHEAD = "past", "ahead"
"""A date that ended before the document's own, one that begins after it."""


def tell_happening(marks: str, first: int, last: int, days: int, kind: str, time: str) -> bool | None:
    """Tell whether the clause around the date in words `first` to `last` says that something happens then.

    `marks` are the letters of the sentence, `days` the length of the date, `kind` what it is the moment
    of, `time` whether it is PAST or AHEAD. None when the clause holds no verb that tells.
    """
    cut = marks.translate(_CUTS)
    start, end = cut.rfind("d", 0, first) + 1, cut.find("d", last)
    left, right = marks[start:first], marks[last:end] if end >= 0 else marks[last:]
    clause = _TO.sub("T", left + right) if "T" in marks else left + right
    enclosed = "(" in left and left.rfind("(") > left.rfind(")")
    if "q" in clause or enclosed or (start and marks[start - 1] == "c"):
        return False
    found = _FINITE.search(clause)
    finite = found.group() if found else ""
    if not finite and "S" in clause and not _DONE.search(clause):
        return False
    if kind == TURN:
        return _turns(clause, finite)
    owned = finite == "z" and found is not None and _OWNED.match(clause, 0, found.start()) is not None
    if not finite or finite == "g" or (owned and not _IS_TOLD.search(clause)):
        return _tell_present(clause, len(left), days, time)
    return _TELLS[finite](clause, days)


def _is_done(clause: str) -> bool:
    return _DONE.search(clause) is not None


def _turns(clause: str, finite: str) -> bool:
    """Tell whether something begins to be so "vanaf 1 mei": it enters into force, is appointed or opens."""
    if "k" in clause:
        return finite in "zZwyV" if finite else _PRESENT.search(clause) is not None
    return finite != "" and finite in "zyw" and _is_done(clause)


def _tell_present(clause: str, opening: int, days: int, time: str) -> bool | None:
    """Tell what a clause says of which the verb is in the present, or a noun; `opening` words stand before the date."""
    if "o" in clause:
        return False  # "keurt nu goed": what happens is said of another day
    if "Q" in clause:
        return True
    if not _PRESENT.search(clause):
        return None
    if "W" in clause:
        return days <= STRETCH_DAYS or None
    turning = "F" in clause or "k" in clause or (time == PAST and "g" in clause)
    if time == PAST:
        return turning or opening <= _OPENING or None
    return True if (turning and days <= YEAR_DAYS) or (time == AHEAD and days <= STRETCH_DAYS) else None


def _tell_passive(clause: str, days: int) -> bool:
    return _is_done(clause) or "k" in clause or "N" in clause


def _tell_being(clause: str, days: int) -> bool:
    return _is_done(clause) or "k" in clause or (days <= MONTH_DAYS and _IS_NOUN.search(clause) is not None)


def _tell_past(clause: str, days: int) -> bool:
    return days <= MONTH_DAYS or "a" not in clause


def _tell_will(clause: str, days: int) -> bool:
    return _COMING.search(clause) is not None and ("W" not in clause or days <= STRETCH_DAYS)


def _tell_can(clause: str, days: int) -> bool:
    return "F" in clause or "k" in clause


def _tell_none(clause: str, days: int) -> bool:
    return False


_TELLS: dict[str, Callable[[str, int], bool]] = {
    "y": _tell_passive,
    "w": _tell_passive,
    "z": _tell_being,
    "Z": _tell_being,
    "h": lambda clause, days: _is_done(clause),
    "H": lambda clause, days: _is_done(clause),
    "V": _tell_past,
    "u": _tell_will,
    "K": _tell_can,
    "m": _tell_none,
    "s": _tell_none,
}
"""What the letter of the finite verb says of the moment."""
