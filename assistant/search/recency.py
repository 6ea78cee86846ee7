"""Newer documents first, where the question asks for what is newest."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.dutch import fold

Scores = NDArray[np.float64]

_AGED = 0.7
"""What remains of the score of a very old passage: much less would let a new one on another point win."""
_HALF_YEARS = 3.0
"""Years after which half of the loss is suffered: about a council's or a cabinet's term."""
_RELEVANT = 0.5
"""Share of the best score from which a passage counts as being on the point, to tell what is newest."""

_NEWEST = re.compile(
    r"\b(?:laatste|laatst|recente?|recentste?|nieuwste?|huidige?|actueel|actuele|jongste"
    r"|momenteel|tegenwoordig|thans|vandaag|op dit (?:moment|ogenblik))\b"
)
# "De laatste drie jaar" is a stretch of time, "het laatste kwartaal" a part of one.
_STRETCH = re.compile(
    r"\b(?:laatste|jongste)\s+(?:(?:\d+|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|paar|enkele)\s+)?"
    r"(?:jaar|jaren|maanden?|weken|week|dagen|dag|kwartaal|kwartalen|decennia|decennium|uur|keer|fase|deel|stap)\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def asks_newest(question: str) -> bool:
    """Tell whether a question asks for the newest state of things; one that names a year does not."""
    words = _STRETCH.sub(" ", fold(question))
    return bool(_NEWEST.search(words)) and not _YEAR.search(words)


def prefer_newer(scores: Scores, dates: Sequence[str | None]) -> Scores:
    """Give the scores lowered by the age of each document against the newest one on the point.

    A document without a date is treated as one that is half as good as new.
    """
    times = np.array([_read_time(date) for date in dates], dtype=np.float64)
    dated = np.isfinite(times)
    relevant = dated & (scores >= _RELEVANT * scores.max(initial=0.0))
    if not relevant.any():
        return scores
    ages = np.maximum(times[relevant].max() - times, 0.0)
    fresh = np.where(dated, 0.5 ** (np.where(dated, ages, 0.0) / _HALF_YEARS), 0.5)
    return scores * (_AGED + (1 - _AGED) * fresh)


def _read_time(date: str | None) -> float:
    """Give an EDTF level 0 date in years, the middle of what it leaves open; NaN for none."""
    found = None if date is None else _DATE.fullmatch(date)
    if found is None:
        return float("nan")
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or month is None:
        return (year or 0) + 0.5
    return year + (month - 1 + ((day - 0.5) / 31 if day else 0.5)) / 12
