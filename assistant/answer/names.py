"""Proper names in running text: persons with their roles, organisations, other names.

Rules only. A name is a run of capitalised words; a person begins with a known given name or
stands next to a role ("directeur", "gedeputeerde"), and may run over "van", "de", "den", "der";
an organisation holds a cue word ("Ministerie", "Campus") or an acronym.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from assistant.answer.cues import ORGANISATION_CUES, QUESTION_WORDS, ROLE_WORDS
from assistant.dutch import fold, load_lexicon
from assistant.types import Span

_WORD = re.compile(r"(?:['’]s-)?[^\W_](?:[\w’'&./+-]*[\w])?")
_PERSON_WORD = re.compile(r"[A-ZÀ-ÞŠŽ][a-zà-ÿšžćč]+(?:[-’'][A-ZÀ-Þ]?[a-zà-ÿ]+)*|[A-Z]\.?")
_LINKS = frozenset("van de den der ter ten te 't ’t el al von du la le vanden vander".split())
_ROLE_LINKS = frozenset("van de het der den voor bij en namens uit".split())
_ROLE_AFTER = re.compile(r"\s*(?:,|–|—|-|\()\s*(?P<role>[^.;!?”’)\n]{3,110})")


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name; `kind` is "person", "organisation" or "name", `role` the words of a function."""

    span: Span
    text: str
    kind: str
    role: Span | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    capital: bool


@cache
def load_given_names() -> frozenset[str]:
    """Read the given names that ship with the package."""
    lines = (Path(__file__).parent / "data" / "first_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


@lru_cache(maxsize=20_000)
def find_names(text: str) -> tuple[Name, ...]:
    """Give the names in `text`, in order, with offsets in `text`."""
    tokens = [
        _Token(match.start(), match.end(), match.group(), _is_capital(match.group()))
        for match in _WORD.finditer(text)
    ]
    names: list[Name] = []
    place = 0
    while place < len(tokens):
        if not tokens[place].capital:
            place += 1
            continue
        stop = _run_end(text, tokens, place)
        names.extend(_read_run(text, tokens, place, stop))
        person_stop = names[-1].span.end if names else 0
        while stop < len(tokens) and tokens[stop].start < person_stop:
            stop += 1
        place = stop
    return tuple(names)


def _run_end(text: str, tokens: list[_Token], place: int) -> int:
    """Give the index after the run of capitalised words that begins at `place`."""
    stop = place + 1
    while stop < len(tokens) and tokens[stop].capital and _joined(text, tokens[stop - 1], tokens[stop]):
        stop += 1
    return stop


def _joined(text: str, one: _Token, other: _Token) -> bool:
    between = text[one.end : other.start]
    return between in (" ", " & ") or (between == ". " and len(one.text) == 1)


def _read_run(text: str, tokens: list[_Token], place: int, stop: int) -> list[Name]:
    first = place
    opening = tokens[first].text
    if _opens_sentence(text, tokens[first].start) and _is_common(opening) and not _given(tokens[first]):
        qualifies = stop - first > 1 and (_is_cue(opening) or _is_cue(tokens[first + 1].text))
        if not qualifies or fold(opening) in QUESTION_WORDS:
            first += 1
    if first >= stop:
        return []
    person = _find_person(text, tokens, first, stop)
    if person is not None:
        begin, end = person
        before = [_name(text, tokens[first].start, tokens[begin - 1].end)] if begin > first else []
        span = Span(tokens[begin].start, tokens[end - 1].end)
        return [*before, Name(span, span.of(text), "person", _find_role(text, span))]
    end = _organisation_end(text, tokens, first, stop)
    start = tokens[first].start
    if first > 0 and not tokens[first - 1].capital and fold(tokens[first - 1].text) in _LOWER_CUES:
        start = tokens[first - 1].start
    return [_name(text, start, tokens[end - 1].end)]


_LOWER_CUES = frozenset(
    "ministerie gemeente provincie departement stichting waterschap universiteit hogeschool arrondissement".split()
)


def _find_person(text: str, tokens: list[_Token], first: int, stop: int) -> tuple[int, int] | None:
    """Give the token range of the person's name inside (or running over the end of) a run."""
    for begin in range(first, stop):
        end = _surname_end(text, tokens, begin, stop)
        if end is None or not _PERSON_WORD.fullmatch(tokens[begin].text):
            continue
        if any(_is_cue(token.text) for token in tokens[begin:end] if token.capital):
            continue
        if _given(tokens[begin]):
            return begin, end
        span = Span(tokens[begin].start, tokens[end - 1].end)
        plain = not _is_common(tokens[begin].text)
        if plain and end - begin <= 4 and _find_role(text, span, near=True) is not None and end >= stop:
            return begin, end
    return None


def _surname_end(text: str, tokens: list[_Token], begin: int, stop: int) -> int | None:
    """Give the index after the surname of a person that begins at `begin`; None when there is none."""
    place = begin + 1
    linked = place
    while (
        linked < len(tokens)
        and tokens[linked].text in _LINKS
        and text[tokens[linked - 1].end : tokens[linked].start] == " "
    ):
        linked += 1
    if linked > place:
        ok = linked < len(tokens) and linked - place <= 3 and tokens[linked].capital
        return linked + 1 if ok and _PERSON_WORD.fullmatch(tokens[linked].text) else None
    if place >= stop:
        return None
    end = place
    while end < stop and end - begin < 4 and _PERSON_WORD.fullmatch(tokens[end].text):
        end += 1
    if (
        end < len(tokens)
        and tokens[end].text in ("van", "de", "den", "der")
        and end == stop
        and end - begin < 3
    ):
        placed = tokens[end].text == "van" and tokens[min(end + 1, len(tokens) - 1)].capital
        if placed and begin > 0 and _is_role(tokens[begin - 1].text):
            return end  # "wethouder Piet Vos van Ravenhout": the place goes with the role
        onward = _surname_end(text, tokens, end - 1, stop)
        if onward is not None and not _is_common(tokens[onward - 1].text):
            return onward
    return end if end > place else None


def _organisation_end(text: str, tokens: list[_Token], first: int, stop: int) -> int:
    """Give where a name ends that goes on over "van", "voor" or "en" ("Raad van Bestuur")."""
    lower = fold(tokens[first].text)
    opener = lower in (
        "ministerie",
        "minister",
        "departement",
        "raad",
        "vereniging",
        "hof",
        "kamer",
        "stichting",
        "college",
    )
    before = fold(tokens[first - 1].text) if first else ""
    two_before = fold(tokens[first - 2].text) if first > 1 else ""
    ministry = (
        lower == "ministerie" or "ministerie" in (before, two_before) or "minister" in (before, two_before)
    )
    place = stop
    while place + 1 < len(tokens):
        word = tokens[place].text
        following = place + 1
        if word in ("van", "voor") and opener:
            while following < len(tokens) and tokens[following].text in ("de", "het", "der"):
                following += 1
        elif not (word in ("en", "for", "of", "and", "the") and (ministry or word in ("for", "and"))):
            break
        if (
            following >= len(tokens)
            or not tokens[following].capital
            or tokens[following].start - tokens[place].end > 8
        ):
            break
        place = _run_end(text, tokens, following)
    return place


def _name(text: str, start: int, end: int) -> Name:
    words = text[start:end].split()
    acronym = any(sum(sign.isupper() for sign in word) > 1 for word in words)
    kind = "organisation" if acronym or any(_is_cue(word) for word in words) else "name"
    return Name(Span(start, end), text[start:end], kind)


def _find_role(text: str, name: Span, *, near: bool = False) -> Span | None:
    after = _ROLE_AFTER.match(text, name.end)
    if after:
        role = after.group("role")
        if any(_is_role(word) for word in role.split()[: 2 if near else 5]):
            start = after.start("role")
            return Span(start, start + len(_trim_role(role)))
    words = list(re.finditer(r"[\w’'-]+,?", text[max(0, name.start - 90) : name.start]))
    base = max(0, name.start - 90)
    for back, match in enumerate(reversed(words)):
        if near and back > 0:
            break
        if back > 7:
            break
        if _is_role(match.group()):
            stretch = text[base + match.start() : name.start].rstrip()
            between = stretch[len(match.group()) :].split()
            if any(word.islower() and word.strip(",") not in _ROLE_LINKS for word in between):
                return None
            return Span(base + match.start(), base + match.start() + len(stretch))
    return None


def _trim_role(role: str) -> str:
    """Cut a role where the sentence goes on (", directeur van X, vertelt dat")."""
    cut = re.search(
        r",\s+(?:aan|die|dat|maar|toen|waar|vertelt|zegt|vroeg|stelt|constateert|vult|licht|is|heeft)\b|”|’(?!s)",
        role,
    )
    return (role[: cut.start()] if cut else role).rstrip(" ,*")


def _is_role(word: str) -> bool:
    plain = fold(word.strip(",.*()"))
    endings = (
        "directeur",
        "manager",
        "voorzitter",
        "secretaris",
        "adviseur",
        "leider",
        "coordinator",
        "bestuurder",
        "minister",
    )
    return plain in ROLE_WORDS or (len(plain) > 8 and plain.endswith(endings))


def _is_capital(word: str) -> bool:
    return (
        word[0].isupper() or (word[0] in "'’" and len(word) > 3) or sum(sign.isupper() for sign in word) > 0
    )


def _is_cue(word: str) -> bool:
    plain = fold(word.strip(",."))
    endings = (
        "universiteit",
        "hogeschool",
        "instituut",
        "maatschappij",
        "campus",
        "programma",
        "centrum",
        "netwerk",
    )
    return plain in ORGANISATION_CUES or (len(plain) > 8 and plain.endswith(endings))


def _is_common(word: str) -> bool:
    plain = word.strip(",.:").lower()
    lexicon = load_lexicon()
    return lexicon.knows_exactly(plain) and (lexicon.frequency(plain) > 25 or len(plain) < 4)


def _given(token: _Token) -> bool:
    return token.text in load_given_names() or (
        len(token.text) <= 2 and token.text[0].isupper() and token.text.endswith(".")
    )


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" ")
    return not before or before[-1] in ".!?:\n‘“\"'(•–-"
