"""What was aimed at and what was reached: "30 participanten, doelstelling 50", "doel: 100 / gerealiseerd: 45"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.extract.actions.statuses import DELAYED, DONE, MISSED, RUNNING

_GOAL = re.compile(
    r"(?:[Dd]oel(?:stelling)?|[Jj]aardoel|[Ss]treef(?:waarde|cijfer|getal)|[Tt]arget|[Bb]eoogde?|[Tt]aakstelling)\b"
)
"""Words that a goal in figures begins with."""
_FIGURE = (
    r"(?:€\s?)?\d[\d.,]*\d?%?(?:\s(?:miljoen|miljard|procent|duizend))?"
    r"(?:\s(?!(?:gerealiseerd|behaald|bereikt|en|van|of|in|is)\b)[a-zà-ÿ][\w-]+)?"
)
"""A number with its unit or what is counted."""
_TARGET = re.compile(rf"(?:{_GOAL.pattern})[^\d\n.;/€]{{0,30}}({_FIGURE})")
_REACHED = re.compile(
    r"\b(?:gerealiseerd|realisatie|behaald|bereikt|resultaat|stand|gegroeid naar|gestegen naar|werden het er|zijn er|"
    rf"zijn het er|waren er|er zijn)\b[^\d\n.;/€]{{0,20}}({_FIGURE})|({_FIGURE})\s(?:zijn\s|werden\s)?(?:gerealiseerd|behaald|bereikt)",
    re.IGNORECASE,
)
_FIRST = re.compile(_FIGURE)
_SHORT = re.compile(
    r"blijft achter|loopt achter|achter op|niet (?:ge|be)haald|niet bereikt|niet gerealiseerd", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Figures:
    """The words of a target and of what was reached; `status` follows from both."""

    target: str
    reached: str | None
    status: str | None


def read_figures(text: str) -> Figures | None:
    """Give the target of a sentence and what was reached; None when no target in figures is named."""
    target = _TARGET.search(text)
    if target is None or _YEAR.fullmatch(target.group(1)):
        return None
    rest = text[: target.start(1)] + " " * len(target.group(1)) + text[target.end(1) :]
    found = _REACHED.search(rest) or _FIRST.search(text[: target.start()])
    reached = next((group for group in (*found.groups(), found.group()) if group), None) if found else None
    if reached and _YEAR.fullmatch(reached):
        reached = None
    return Figures(target.group(1), reached, _compare(target.group(1), reached, text))


def _compare(target: str, reached: str | None, text: str) -> str | None:
    if _SHORT.search(text):
        return DELAYED if "achter" in text else MISSED
    if reached is None:
        return None
    aimed, got = _read_number(target), _read_number(reached)
    return DONE if aimed is not None and got is not None and got >= aimed else RUNNING


def _read_number(words: str) -> float | None:
    """Give the number at the beginning of the words: a full stop parts thousands, a comma decimals."""
    found = re.search(r"\d[\d.,]*\d|\d", words)
    if found is None:
        return None
    plain = found.group().replace(".", "").replace(",", ".")
    return float(plain) if plain.count(".") < 2 else None
