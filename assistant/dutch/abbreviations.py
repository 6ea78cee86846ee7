"""Short forms that a text itself explains: "Cyber Weerbaarheidscentrum Brainport (CWB)".

After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (2003): the letters of the short form must stand, in order, in the words before
the brackets, the first at the beginning of a word. In Dutch a letter may also begin a part of a
compound ("Brabantse Ontwikkelingsmaatschappij (BOM)"). Found too: "het CWB (Cyber ...)", with the
long form in the brackets, "hierna: de Regeling" and "afgekort CWB".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.dutch.compounds import split_compound
from assistant.dutch.stopwords import STOP_WORDS

_WORD = r"[^\W\d_][\w&'’./-]*"
_SHORT = r"[^\W\d_][\w&/.-]{1,11}"
_BRACKETS = re.compile(r"\(([^()\n]{2,120})\)")
_NAMED = re.compile(
    r"(?:hierna|verder|hierna te noemen|afgekort(?: als)?|kortweg|in het kort|kort gezegd|ook wel)\b"
    r"(?: genoemd)?(?: als)?\s*:?\s*(?:de|het)?\s*['\"‘“]?(?P<name>[^'\"’”,;)]{2,40})['\"’”]?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf",?\s+(?:afgekort(?: als| tot)?|kortweg|hierna)\s*:?\s+(?:de |het )?['\"‘“]?(?P<name>{_SHORT})"
)
_BEFORE_BRACKETS = re.compile(rf"({_SHORT})\s*$")
_SENTENCE = re.compile(r"[.;:!?]\s|\n")
_MOST_WORDS = 12
_EDGES = " \t'\"‘’“”,"


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form and what it stands for, both as they are written."""

    short: str
    full: str


def find_definitions(text: str) -> list[Definition]:
    """Give what `text` defines, in order, each once."""
    found: dict[Definition, None] = {}
    for match in _BRACKETS.finditer(text):
        lead = _before(text, match.start())
        for definition in _read_brackets(lead, match.group(1).strip(_EDGES)):
            found.setdefault(definition)
    for match in _AFTER.finditer(text):
        full = _find_full(_before(text, match.start()), match["name"])
        if full is not None and is_short(match["name"]):
            found.setdefault(Definition(match["name"], full))
    return list(found)


def is_short(text: str) -> bool:
    """Tell whether `text` looks like a short form: two capitals (CWB), or at most five letters (mkb, Wmo)."""
    letters = [sign for sign in text if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in letters)
    if not 2 <= len(letters) <= 10 or " " in text or not text[0].isalnum():
        return False
    return capitals >= 2 or (
        not any(map(str.isupper, text[1:])) and len(letters) <= 5 and text not in STOP_WORDS
    )


def _before(text: str, stop: int) -> str:
    """Give what stands in the same sentence before `stop`."""
    start = max(0, stop - 200)
    lead = text[start:stop]
    last = 0
    for match in _SENTENCE.finditer(lead):
        last = match.end()
    return lead[last:].rstrip()


def _read_brackets(lead: str, inside: str) -> Iterator[Definition]:
    named = _NAMED.match(inside)
    if named:
        name = named["name"].strip(_EDGES)
        full = _find_full(lead, name) or _find_named(lead, name)
        if full:
            yield Definition(name, full)
        return
    short = inside.split(",")[0].split(";")[0].strip(_EDGES)
    if is_short(short):
        full = _find_full(lead, short)
        if full is not None:
            yield Definition(short, full)
        return
    before = _BEFORE_BRACKETS.search(lead)
    if before and is_short(before.group(1)) and any(sign.isupper() for sign in before.group(1)):
        full = _find_full(inside, before.group(1))
        if full is not None and len(full) >= 0.6 * len(inside):
            yield Definition(before.group(1), full)


def _find_full(lead: str, short: str) -> str | None:
    """Give the shortest run of words at the end of `lead` that carries the letters of `short`.

    First as the letters stand; when that fails and there are three or more, with one letter from
    inside a word (NVWA: "Warenautoriteit") or one word without a letter (RVO: "... Nederland").
    """
    letters = [sign.lower() for sign in short if sign.isalnum()]
    words = list(re.finditer(r"\S+", lead))[-_MOST_WORDS:]
    if short.lower() in (word.group().strip(_EDGES).lower() for word in words):
        return None
    for slack in (0, 1) if len(letters) > 2 and short[-1:].isupper() else (0,):
        for count in range(1, min(len(words), 2 * len(letters) + 2) + 1):
            first = words[-count]
            run = [word.group().strip(_EDGES + "(") for word in words[-count:]]
            if run[0].lower() not in STOP_WORDS and _carries(run, letters, slack):
                return lead[first.start() :].strip(_EDGES + "(")
    return None


def _carries(words: list[str], letters: list[str], slack: int) -> bool:
    """Tell whether the letters begin words or parts of words, in order, the first one the first word.

    Stop words may be passed over; every other word gives at least one letter, but for `slack`.
    """

    def fits(place: int, used: int, left: int) -> bool:
        if place == len(words):
            return used == len(letters)
        skips = words[place].lower() in STOP_WORDS
        if place and (skips or left) and fits(place + 1, used, left - (not skips)):
            return True
        return any(
            fits(place + 1, used + taken, left - cost)
            for taken, cost in _takings(words[place], letters[used:], left)
        )

    return fits(0, 0, slack)


def _takings(word: str, letters: list[str], slack: int) -> Iterator[tuple[int, int]]:
    """Give how many letters one word can carry, and what each way costs of the slack.

    That is the first of it and of its later parts, or one from inside it.
    """
    plain = word.lower()
    starts = _starts_of(word)
    if not letters or not plain.startswith(letters[0]):
        return
    yield 1, 0
    last, cost = 0, 0
    for count, letter in enumerate(letters[1:], start=2):
        place = next((start for start in starts if start > last and plain[start] == letter), None)
        if place is None and cost < slack:
            place, cost = plain.find(letter, last + 1), cost + 1
        if place is None or place < 0:
            return
        last = place
        yield count, cost


def _starts_of(word: str) -> list[int]:
    """Give where the parts of a word begin: of a compound, behind signs, and at capitals inside."""
    starts = {0}
    for piece in re.finditer(r"[^\W\d_]+", word):
        starts.add(piece.start())
        starts.update(piece.start() + at for at, sign in enumerate(piece.group()) if sign.isupper())
        low = piece.group().lower()
        starts.update(piece.start() + low.find(part) for part in split_compound(low) if part in low)
    return sorted(starts)


def _find_named(lead: str, name: str) -> str | None:
    """Give the words that "hierna: de Regeling" names: from the last word that holds it on."""
    head = name.split()[-1].lower()
    words = list(re.finditer(r"\S+", lead))[-_MOST_WORDS:]
    for place, word in enumerate(words):
        if word.group().lower().strip(_EDGES).endswith(head):
            capital = next((w for w in words[place:] if w.group()[:1].isupper()), None)
            if capital is not None and len(words) - place > 1:
                return lead[word.start() :].strip(_EDGES)
    return None
