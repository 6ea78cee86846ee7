"""Proper names in running text: persons with their posts, organisations, other names.

Persons and organisations are the facts that extraction found. Beside them stand the runs of
capitalised words that are in no such fact: an organisation when they hold a cue word
("Ministerie", "Campus") or an acronym, else just a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

from assistant.answer.cues import ORGANISATION_CUES, ORGANISATION_ENDINGS, QUESTION_WORDS
from assistant.answer.reading import Reading
from assistant.answer.rolespans import find_role
from assistant.answer.wholenames import widen_name
from assistant.dutch import fold, load_lexicon
from assistant.types import ExtractKind, OrganisationValue, PersonValue, Span

_LEAST_COMPOUND = 8
"""A word that is no longer is no compound of a cue."""
_WORD = re.compile(r"(?:['’]s-)?[^\W_](?:[\w’'&./+-]*[\w])?")


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name with offsets in the stretch that was read; `kind` is "person", "organisation" or "name".

    `role` are the words of a function beside a person's name; `post` is all that is known of the
    function, there or elsewhere in the document, `sort` what an organisation is; empty when nothing is.
    """

    span: Span
    text: str
    kind: str
    role: Span | None = None
    post: str = ""
    sort: str = ""


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    capital: bool


def find_names(reading: Reading, span: Span) -> tuple[Name, ...]:
    """Give the names in a stretch of a document, in order; those of the last stretches are remembered."""
    known = _NAMES.setdefault(reading, {})
    names = known.get(span)
    if names is None:
        if len(known) >= _STRETCHES:
            known.clear()
        names = known[span] = _read_names(reading, span)
    return names


_STRETCHES = 1_000
_NAMES: WeakKeyDictionary[Reading, dict[Span, tuple[Name, ...]]] = WeakKeyDictionary()


def _read_names(reading: Reading, span: Span) -> tuple[Name, ...]:
    text = span.of(reading.document.text)
    known = list(_known_names(reading, span, text))
    loose = [
        name for name in _capital_names(text) if not any(name.span.overlaps(other.span) for other in known)
    ]
    return _widen(text, sorted([*known, *loose], key=lambda name: name.span))


def _widen(text: str, names: list[Name]) -> tuple[Name, ...]:
    """Give the names whole; those that then lie inside another are left out."""
    found: list[Name] = []
    for name in names:
        if found and name.span.start < found[-1].span.end:
            continue
        span = name.span if name.kind == "person" else widen_name(text, name.span)
        found.append(name if span == name.span else replace(name, span=span, text=span.of(text)))
    return tuple(found)


def _known_names(reading: Reading, span: Span, text: str) -> Iterator[Name]:
    """Give the persons and organisations of the facts; the widest of those that overlap."""
    end = -1
    facts = reading.facts_in(span, ExtractKind.PERSON, ExtractKind.ORGANISATION)
    for fact in sorted(facts, key=lambda fact: (fact.span.start, -fact.span.end)):
        if fact.span.start < end:
            continue
        end = fact.span.end
        place = fact.span.shift(-span.start)
        if not isinstance(fact.value, PersonValue):
            sort = fact.value.sort if isinstance(fact.value, OrganisationValue) else None
            yield Name(place, fact.text, "organisation", sort=sort or "")
            continue
        role = find_role(text, place)
        said = role.of(text) if role is not None else ""
        post = " ".join(filter(None, (said, fact.value.role, fact.value.organisation)))
        yield Name(place, fact.text, "person", role, post)


@lru_cache(maxsize=5_000)
def _capital_names(text: str) -> tuple[Name, ...]:
    """Give the runs of capitalised words."""
    tokens = [
        _Token(
            match.start(),
            match.end(),
            match.group(),
            _is_capital(match.group()) and not text.startswith("- ", match.end()),
        )
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
        last = names[-1].span.end if names else 0
        while stop < len(tokens) and tokens[stop].start < last:
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
    if _opens_sentence(text, tokens[first].start) and is_common(opening):
        qualifies = stop - first > 1 and (_is_cue(opening) or _is_cue(tokens[first + 1].text))
        if not qualifies or fold(opening) in QUESTION_WORDS:
            first += 1
    if first >= stop:
        return []
    end = _organisation_end(text, tokens, first, stop)
    start = tokens[first].start
    if first > 0 and not tokens[first - 1].capital and fold(tokens[first - 1].text) in _LOWER_CUES:
        start = tokens[first - 1].start
    return [_name(text, start, tokens[end - 1].end)]


_LOWER_CUES = frozenset(
    "ministerie gemeente provincie departement stichting waterschap universiteit hogeschool arrondissement".split()
)


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


_TITLED = re.compile(
    r"(?P<title>(?:[Mm]inister|[Ss]taatssecretaris|[Gg]edeputeerde|[Bb]urgemeester|[Ww]ethouder|[Ss]chepen|[Kk]amerlid))"
    r" (?P<who>(?:[Vv]an (?:de[nr]? )?)?[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?)$"
)
"""A title with a surname: "Minister Jansen" is a person, "Minister van Financiën" is an office."""
_INITIALS = re.compile(r"(?:[A-Z]\.){1,5} ?(?:[a-z']+ ){0,2}[A-ZÀ-Þ][\w'’-]+")
_ADDRESSED = re.compile(
    r"\b(?:mevrouw|mevr\.|mw\.|dhr\.|de heer|dr\.|ir\.|mr\.|drs\.|prof\.) ?$", re.IGNORECASE
)


def _name(text: str, start: int, end: int) -> Name:
    titled = _TITLED.match(text[start:end])
    if titled and not titled["who"].startswith("van "):
        role = Span(start, start + titled.end("title"))
        return Name(Span(start + titled.start("who"), end), titled["who"], "person", role, titled["title"])
    if _INITIALS.fullmatch(text[start:end]) or _ADDRESSED.search(text[max(0, start - 10) : start]):
        found = find_role(text, Span(start, end))
        return Name(Span(start, end), text[start:end], "person", found, found.of(text) if found else "")
    words = text[start:end].split()
    acronym = any(sum(sign.isupper() for sign in word) > 1 for word in words)
    kind = "organisation" if acronym or any(_is_cue(word) for word in words) else "name"
    return Name(Span(start, end), text[start:end], kind)


_LEAST_QUOTED = 3
_RUN_ON = re.compile(r"[a-zà-ÿ\d]\.[A-ZÀ-Þ]")
"""A sentence that begins without a space behind the one before ("bezwaar.Indien"): no name."""


def _is_capital(word: str) -> bool:
    if word[0] in "'’" and len(word) > _LEAST_QUOTED:
        return not _RUN_ON.search(word)
    return not word.islower() and any(map(str.isupper, word)) and not _RUN_ON.search(word)


def _is_cue(word: str) -> bool:
    plain = fold(word.strip(",."))
    return plain in ORGANISATION_CUES or (
        len(plain) > _LEAST_COMPOUND and plain.endswith(ORGANISATION_ENDINGS)
    )


def is_thing(name: str) -> bool:
    """Tell whether a name is only the fore part of a common noun: "HTSM-sector", "Huis van Morgen-partners"."""
    last = name.rsplit("-", 1)[-1]
    return last != name and last.islower() and load_lexicon().knows(last)


def is_common(word: str) -> bool:
    """Tell whether a word is an everyday word that a capital does not make a name."""
    plain = word.strip(",.:").lower()
    lexicon = load_lexicon()
    return lexicon.knows_exactly(plain) and (lexicon.frequency(plain) > 25 or len(plain) < 4)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" ")
    return not before or before[-1] in ".!?:\n‘“\"'(•–-"
