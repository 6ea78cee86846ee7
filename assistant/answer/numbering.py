"""The number at the head of a heading: "3. Talent", "Hoofdstuk 3", "2.1 Doelen", "Bijlage B", "Deel II"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.dutch import fold

PLAIN = ""
"""The label of a heading that begins with its number itself."""
COUNTED = tuple(
    "actie actiepunt maatregel aanbeveling doelstelling project deelproject cluster pijler spoor prioriteit speerpunt werkpakket "
    "perceel".split()
)
"""What a plan counts in its headings and a question names by its number: "Actie 4. Meer bomen"."""
_LABELS = {
    "hoofdstuk": "hoofdstuk",
    "hfst.": "hoofdstuk",
    "h.": "hoofdstuk",
    "paragraaf": "paragraaf",
    "par.": "paragraaf",
    "§": "paragraaf",
    "sectie": "sectie",
    "deel": "deel",
    "onderdeel": "onderdeel",
    "titel": "titel",
    "afdeling": "afdeling",
    "bijlage": "bijlage",
    "bijlagen": "bijlage",
    "annex": "bijlage",
    "appendix": "bijlage",
} | {noun: noun for noun in COUNTED}
"""What stands before the number, and what that is called."""
_WORD = "|".join(re.escape(label) for label in sorted(_LABELS, key=len, reverse=True))
_NUMBER = r"\d{1,2}(?:\.\d{1,2}){0,3}"
_DEEP = r"\d{1,2}(?:\.\d{1,2}){1,3}"
_HEAD = re.compile(
    rf"\s*(?:(?P<label>(?i:{_WORD}))\s*(?P<behind>{_NUMBER}|[IVX]{{1,5}}|[A-Z]|(?i:één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien))?"
    rf"(?![^\W_])|(?P<digits>{_NUMBER}(?=\.\s|\.?(?:[):–-]|\s*$|\s+[^a-z\s]))|{_DEEP}(?=\s))"
    rf"|(?P<letter>[IVX]{{1,5}}|[A-Z])(?=[.)]\s))"
)
"""A single number before a small letter counts or dates something: "10 jaar samenwerking", "12 februari"."""
_ROMAN = {"I": 1, "V": 5, "X": 10}
_MOST_ROMAN = 40
_SPELLED = {
    word: str(number)
    for number, word in enumerate("een twee drie vier vijf zes zeven acht negen tien".split(), 1)
}


@dataclass(frozen=True, slots=True)
class Numbering:
    """What a heading begins with: a label ("hoofdstuk"; `PLAIN` for none) and the numbers that it may stand for."""

    label: str
    values: frozenset[str]


@lru_cache(maxsize=50_000)
def read_numbering(heading: str) -> Numbering | None:
    """Give the number of a heading; None when it has neither number nor label."""
    found = _HEAD.match(heading)
    if found is None:
        return None
    label = _LABELS[found["label"].lower()] if found["label"] else PLAIN
    number = found["behind"] or found["digits"] or found["letter"]
    return Numbering(label, read_number(number) if number else frozenset())


def read_number(number: str) -> frozenset[str]:
    """Give what a number may stand for: "III" for 3, "I" for 1 and for the letter, "drie" for 3."""
    values = {number.upper()} if not number[0].isdigit() else {number}
    if fold(number) in _SPELLED:
        return frozenset({_SPELLED[fold(number)]})
    if number and set(number) <= _ROMAN.keys():
        parts = [_ROMAN[sign] for sign in number]
        signed = [-one if one < max(parts[place:]) else one for place, one in enumerate(parts)]
        values.add(str(sum(signed)))
    return frozenset(values)


def list_beginnings(label: str, value: str) -> tuple[str, ...]:
    """Give how a heading with this number may begin or be called, in lower case: "3", "hoofdstuk iii", "hfst. drie".

    The beginning of a heading is a newline.
    """
    number = int(value) if value.isdecimal() else 0
    ways = [value.lower()]
    if 0 < number < _MOST_ROMAN:
        tens, ones = divmod(number, 10)
        ways.append("x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones])
        ways += [word for word, digit in _SPELLED.items() if digit == value]
    labels = [name for name, own in _LABELS.items() if own == label]
    gaps = ("", " ")
    return tuple(
        f"\n{label}{gap}{way}" for way in ways for label in ("", *labels) for gap in gaps if label or not gap
    )


def is_within(number: str, outer: str) -> bool:
    """Tell whether a number is another one or lies in it: 3.1 in 3."""
    return number == outer or number.startswith(f"{outer}.")
