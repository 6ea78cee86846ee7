"""Persons behind a role or an address, and persons whose given name is not in the list."""

from __future__ import annotations

from assistant.dutch import load_lexicon, split_compound
from assistant.extract.names.bodies import match_body
from assistant.extract.names.found import FoundPerson
from assistant.extract.names.nearby import find_role_behind
from assistant.extract.names.persons import goes_on, is_no_surname, read_person, read_surname, skip_particles
from assistant.extract.names.text import Text
from assistant.extract.names.words import ADDRESSES, SURNAME_ROLES, TITLES, Word, is_surname

_ALL = frozenset(("beiden", "beide", "allen", "allebei"))


def read_addressed(text: Text, first: int, word: Word) -> list[FoundPerson]:
    """Give the persons behind a role or an address at word `first` ("minister Hermans", "mevrouw De Wit")."""
    if word.role and text.words[first - 1] == "(":
        return []
    if word.role and word.low not in SURNAME_ROLES:
        person = read_unlisted(text, first + 1)
        return [person] if person is not None else []
    place = first + 1
    if text.words[place] == "." and text.glued(place):
        place += 1
    while text.words[place].lower() in TITLES | ADDRESSES and text.joined(place):
        place += 1
        place += text.words[place] == "."
    persons: list[FoundPerson] = []
    while True:
        person = _read_one(text, place, strict=word.role)
        if person is None:
            return persons
        persons.append(person)
        place = _skip_party(text, person.last)
        if place > person.last:
            party = person.last + 1 + (text.words[person.last + 1] in _ALL)
            person.organisation = _read_party(text, party, place - 1)
        if text.words[place] not in (",", "en") or not word.low.endswith(("en", "ers")):
            return _share_party(text, persons)
        place += 1


def _share_party(text: Text, persons: list[FoundPerson]) -> list[FoundPerson]:
    """Give all persons the party in brackets behind the last one ("(beiden VVD)")."""
    if text.words[persons[-1].last + 1] in _ALL:
        for person in persons:
            person.organisation = person.organisation or persons[-1].organisation
    return persons


def read_unlisted(text: Text, first: int, *, before_body: bool = False) -> FoundPerson | None:
    """Give the person at word `first` whose given name is not listed, from the look of the whole name.

    With a particle ("Bertel De Groote", "Jantien van der Berg") or as two words that are no ordinary ones;
    with `before_body` the name of a body may follow at once.
    """
    given = text.tags[first]
    if given is None or not given.plain or not goes_on(text, first + 1):
        return None
    if load_lexicon().knows_exactly(given.text.lower()) or len(split_compound(given.low)) > 1:
        return None
    begin = first + 1
    while text.words[begin] == "-" and text.glued(begin) and text.glued(begin + 1) and begin < first + 3:
        begin += 2
    place = skip_particles(text, begin)
    last = read_surname(text, place)
    surname = text.tags[place]
    if last is None or surname is None or is_no_surname(surname):
        return None
    if (
        place == begin
        and not surname.plain
        and (surname.place or text.words[last] == "(" or find_role_behind(text, last) is None)
    ):
        return None
    if place > begin and not _is_particle_of_name(text, begin, place):
        return None
    behind = text.tags[last] if text.joined(last) else None
    if (
        before_body
        and behind is not None
        and (behind.node is not None or behind.sort is not None or behind.place)
    ):
        behind = None
    if behind is not None and ((behind.capital and place == begin) or behind.sort is not None):
        return None
    return FoundPerson(first, last, text.phrase(first, last), begin)


def _is_particle_of_name(text: Text, begin: int, place: int) -> bool:
    """Tell whether particles stand in names alone: with a capital, or "van der"; not "van" or "in de"."""
    return text.words[begin][:1].isupper() or (
        place - begin > 1 and text.words[begin] == "van" and text.words[begin + 1] != "het"
    )


def _read_one(text: Text, place: int, *, strict: bool) -> FoundPerson | None:
    if not text.joined(place):
        return None
    tag = text.tags[place]
    if tag is not None and (person := read_person(text, place, tag)):
        return person
    start = place
    place = skip_particles(text, place)
    last = read_surname(text, place)
    tag = text.tags[place]
    if last is None or tag is None or tag.sort is not None or tag.node is not None or tag.role:
        return None
    if (strict and tag.upper) or is_no_surname(tag):
        return None
    if strict and text.words[start][:1].islower():
        return None
    if strict and start == place:
        last = _judge_surname(text, tag, last)
        if last is None:
            return None
    return FoundPerson(start, last, text.phrase(start, last), start)


def _judge_surname(text: Text, tag: Word, last: int) -> int | None:
    """Give the place behind a surname right behind a role; None when the word is a portfolio or a place."""
    second = text.capital(last) if text.joined(last) else None
    if second is not None:
        if (
            second.sort is not None
            or second.role
            or not (text.words[last + 1] == "(" or (second.unknown and tag.unknown))
        ):
            return None
        last += 1
    if text.words[last] == "(" and (not tag.common or _read_party(text, last + 1, last + 2) is not None):
        return last
    return None if tag.place or (tag.common and not is_surname(tag)) else last


def _read_party(text: Text, first: int, last: int) -> str | None:
    """Give the party whose name the words begin with ("GroenLinks-PvdA")."""
    tag = text.tags[first]
    match = match_body(text.words, first, tag.node) if tag is not None and tag.node is not None else None
    if match is None or match[1].sort != "partij":
        return None
    end = match[0]
    while text.words[end] == "-" and text.glued(end) and end + 1 < last:
        end += 2
    return text.phrase(first, end)


def _skip_party(text: Text, place: int) -> int:
    if text.words[place] != "(":
        return place
    return next((close + 1 for close in range(place + 2, place + 6) if text.words[close] == ")"), place)
