"""Things of one series that differ by a letter or number alone: what is said of "Actie A" tells nothing of "Actie C".

Only a sentence near which another one of the series is named, and not the one that is asked, is of another one. Articles,
chapters and pages are parts of documents, and are read by `chapters.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.evidence import Unit
from assistant.answer.question import Question

_SERIES = (
    "actie actielijn fase ronde tranche perceel kavel blok lot pijler spoor stap categorie klasse groep cluster maatregel "
    "project variant scenario alternatief optie type niveau model gebouw zone lijn team kamer locatie ploeg experiment proef "
    "pilot prioriteit speerpunt ambitie doelstelling doel werkpakket criterium label"
).split()
_ONE = r"(?:[A-Z](?![\w’']|\.\w)|\d{1,3}(?!\w|[.,]\d)|[IVX]{1,4}(?!\w))"
_JOINED = r"(?:\s*,\s*(?:en\s+|of\s+)?|\s+(?:en|of|t/m|tot en met)\s+|\s*[-–/]\s*)"
_UNIT = r"(?!\s*(?:%|€|procent|euro|miljoen|miljard|jaar|maanden|weken|dagen|uur|meter|kilometer)(?!\w))"
_ASKED = re.compile(
    rf"(?<![\w-])[A-Za-z-]{{0,30}}?(?P<noun>(?i:{'|'.join(_SERIES)})) (?P<labels>{_ONE}(?:{_JOINED}{_ONE})*){_UNIT}"
)
_RANGE = re.compile(r"(\d{1,3})\s*(?:t/m|tot en met|[-–])\s*(\d{1,3})")
_LETTERS = re.compile(r"(?<![A-Z])([A-Z])\s*(?:t/m|tot en met|[-–])\s*([A-Z])(?![A-Z])")
_ROMAN = {
    "I": "1",
    "II": "2",
    "III": "3",
    "IV": "4",
    "V": "5",
    "VI": "6",
    "VII": "7",
    "VIII": "8",
    "IX": "9",
    "X": "10",
}
_ORDINALS = "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende".split()


@dataclass(frozen=True, slots=True)
class Label:
    """One thing of a series that is asked: its `noun`, its letters or numbers, and how it is `shown`."""

    noun: str
    labels: frozenset[str]
    shown: str


def find_label(text: str) -> Label | None:
    """Give the one thing of a series that a question names: "Actie C"; None without one, or with several."""
    found = list(_ASKED.finditer(text))
    if len(found) != 1:
        return None
    return Label(found[0]["noun"].lower(), _read_labels(found[0]["labels"]), found[0].group())


def mark_other_labels(question: Question, units: Sequence[Unit]) -> None:
    """Add to `lacks` of each unit the thing of a series that is asked, where it, its headings or title name another one."""
    label = find_label(question.text)
    if label is None:
        return
    for unit in units:
        if _is_of_other(label, unit):
            unit.lacks = tuple(dict.fromkeys((*unit.lacks, label.shown)))


def _is_of_other(label: Label, unit: Unit) -> bool:
    reading = unit.reading
    above = [reading.text_of(place) for place in reading.parents[unit.block]]
    near = (unit.text, reading.text_of(unit.block), *above, reading.document.title)
    named = [_read_labels(found["labels"]) for text in near for found in _named(label.noun).finditer(text)]
    if not named or any(label.labels & labels for labels in named):
        return False
    last = len(reading.blocks) - 1
    beside = (reading.text_of(place) for place in (max(0, unit.block - 1), min(last, unit.block + 1)))
    return not any(_names(label, text) for text in (*near, *beside))


def _names(label: Label, text: str) -> bool:
    """Tell whether a text names the thing, also in words: "de tweede ronde", "2e ronde"."""
    if any(label.labels & _read_labels(found["labels"]) for found in _named(label.noun).finditer(text)):
        return True
    words = (
        _ORDINALS[int(one) - 1] for one in label.labels if one.isdecimal() and 0 < int(one) <= len(_ORDINALS)
    )
    forms = "|".join((*words, *(rf"{one}(?:e|de|ste)" for one in label.labels if one.isdecimal())))
    return bool(forms) and bool(re.search(rf"\b(?:{forms}) (?:\w+ )?\w*{label.noun}\b", text, re.IGNORECASE))


@lru_cache(maxsize=100)
def _named(noun: str) -> re.Pattern[str]:
    """Give what names one or more things of a series in a text."""
    return re.compile(rf"(?i:{re.escape(noun)})(?:s|n|en)?\s+(?P<labels>{_ONE}(?:{_JOINED}{_ONE})*){_UNIT}")


def _read_labels(text: str) -> frozenset[str]:
    """Give the letters and numbers, with those between the ends of a range."""
    labels = set(re.findall(r"[A-Z]+|\d+", text))
    labels.update(_ROMAN[one] for one in labels & _ROMAN.keys())
    for first, last in _LETTERS.findall(text):
        labels.update(map(chr, range(ord(first), ord(last) + 1)))
    for found in _RANGE.finditer(text):
        labels.update(map(str, range(int(found[1]), int(found[2]) + 1)))
    return frozenset(labels)
