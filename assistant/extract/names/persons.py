"""Names of persons: given name or initials with a surname, and surnames behind a role or "mevrouw"."""

from __future__ import annotations

from assistant.dutch import split_compound
from assistant.extract.names.bodies import match_body
from assistant.extract.names.found import FoundPerson
from assistant.extract.names.nearby import find_role_behind
from assistant.extract.names.text import Text
from assistant.extract.names.words import (
    ADDRESSES,
    INITIALS,
    OTHER,
    PARTICLES,
    SURNAME_ROLES,
    TITLES,
    Word,
    is_surname,
    read_list,
)

_NOT_SURNAMES = tuple(read_list("not_surnames"))
_MOST_PARTICLES = 3
_NO_INITIALS = frozenset(("NV", "BV", "EU", "US", "VS", "VN", "UK", "CV", "PS", "NB"))
_MOST_GIVEN = 12
"""Words of given names and initials."""
_SAINTS = frozenset(("sint", "sint-", "st", "saint", "vac", "villa", "huize"))


def read_person(text: Text, first: int, word: Word) -> FoundPerson | None:
    """Give the person whose given name or initials begin at word `first`."""
    if not word.personal or text.word(first - 1).lower() in _SAINTS or text.tail_of_compound(first):
        return None
    return _read_given(text, first) if word.given else _read_initials(text, first)


def read_addressed(text: Text, first: int, word: Word) -> list[FoundPerson]:
    """Give the persons behind a role or an address at word `first` ("minister Hermans", "mevrouw De Wit")."""
    if word.role and text.word(first - 1) == "(":
        return []
    if word.role and word.low not in SURNAME_ROLES:
        person = read_unlisted(text, first + 1)
        return [person] if person is not None else []
    place = first + 1
    if text.word(place) == "." and text.glued(place):
        place += 1
    while text.word(place).lower() in TITLES | ADDRESSES and text.joined(place):
        place += 1
        place += text.word(place) == "."
    persons: list[FoundPerson] = []
    while True:
        person = _read_one(text, place, strict=word.role)
        if person is None:
            return persons
        persons.append(person)
        place = _skip_party(text, person.last)
        if place > person.last:
            person.organisation = _read_party(text, person.last + 1, place - 1)
        if text.word(place) not in (",", "en") or not word.low.endswith(("en", "ers")):
            return persons
        place += 1


def read_unlisted(text: Text, first: int, *, before_body: bool = False) -> FoundPerson | None:
    """Give the person at word `first` whose given name is not listed, from the look of the whole name.

    With a particle ("Bertel De Groote", "Jantien van der Berg") or as two words that are no ordinary ones;
    with `before_body` the name of a body may follow at once.
    """
    given = text.tag(first)
    if given is None or not _is_plain(given) or not _goes_on(text, first + 1):
        return None
    if len(split_compound(given.low)) > 1:
        return None
    begin = first + 1
    while text.word(begin) == "-" and text.glued(begin) and text.glued(begin + 1) and begin < first + 3:
        begin += 2
    place = _skip_particles(text, begin)
    last = _read_surname(text, place)
    surname = text.tag(place)
    if (
        last is None
        or surname is None
        or _is_no_surname(surname)
        or not (place > begin or _is_plain(surname))
    ):
        return None
    if place == begin and not _is_plain(surname) and (surname.place or find_role_behind(text, last) is None):
        return None
    if place > begin and not _is_particle_of_name(text, begin, place):
        return None
    behind = text.tag(last) if text.joined(last) else None
    if (
        before_body
        and behind is not None
        and (behind.node is not None or behind.sort is not None or behind.place)
    ):
        behind = None
    if behind is not None and ((behind.capital and place == begin) or behind.sort is not None):
        return None
    return FoundPerson(first, last, text.phrase(first, last), begin)


def _is_plain(word: Word) -> bool:
    special = (
        word.upper or word.camel or word.role or word.place or word.sort is not None or word.node is not None
    )
    return word.unknown and not special and len(word.text) > 1


def _is_particle_of_name(text: Text, begin: int, place: int) -> bool:
    """Tell whether particles stand in names alone: with a capital, or "van der"; not "van" or "in de"."""
    return text.word(begin)[:1].isupper() or (
        place - begin > 1 and text.word(begin) == "van" and text.word(begin + 1) != "het"
    )


def _read_one(text: Text, place: int, *, strict: bool) -> FoundPerson | None:
    if not text.joined(place):
        return None
    tag = text.tag(place)
    if tag is not None and (person := read_person(text, place, tag)):
        return person
    start = place
    place = _skip_particles(text, place)
    last = _read_surname(text, place)
    tag = text.tag(place)
    if last is None or tag is None or tag.sort is not None or tag.node is not None or tag.role:
        return None
    if (strict and tag.upper) or _is_no_surname(tag):
        return None
    if strict and text.word(start)[:1].islower():
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
            or not (text.word(last + 1) == "(" or (second.unknown and tag.unknown))
        ):
            return None
        last += 1
    if text.word(last) == "(" and (not tag.common or _read_party(text, last + 1, last + 2) is not None):
        return last
    return None if tag.place or (tag.common and not is_surname(tag)) else last


def _read_party(text: Text, first: int, last: int) -> str | None:
    """Give the party whose name the words begin with ("GroenLinks-PvdA")."""
    tag = text.tag(first)
    match = match_body(text.source, first, tag.node) if tag is not None and tag.node is not None else None
    if match is None or match[1].sort != "partij":
        return None
    end = match[0]
    while text.word(end) == "-" and text.glued(end) and end + 1 < last:
        end += 2
    return text.phrase(first, end)


def _skip_party(text: Text, place: int) -> int:
    if text.word(place) != "(":
        return place
    return next((close + 1 for close in range(place + 2, place + 6) if text.word(close) == ")"), place)


def _read_given(text: Text, first: int) -> FoundPerson | None:
    begin = _skip_given(text, first)
    if not text.joined(begin):
        return None
    place = _skip_particles(text, begin)
    last = _read_surname(text, place)
    surname = text.tag(place)
    if last is None or surname is None or _is_no_surname(surname):
        return None
    given = text.tag(first)
    ordinary = (surname.place or surname.common) and not is_surname(surname)
    if place == begin and ordinary and given is not None and given.common and text.opens(first):
        return None
    last = _read_second_surname(text, last)
    return FoundPerson(first, last, text.phrase(first, last), begin)


def _skip_given(text: Text, first: int) -> int:
    """Give the place behind all given names and initials; the last name stays as the surname."""
    place = first + 1
    while place < first + _MOST_GIVEN:
        tag = text.tag(place)
        if text.glued(place) and text.word(place) == "-" and (behind := text.capital(place + 1)):
            if not behind.given and len(behind.text) > 1:
                return place
            place += 2
        elif tag is not None and text.joined(place) and (tag.given or _is_initial(text, place)):
            if tag.given and not _goes_on(text, place + 1):
                return place
            place += 1
            place += text.word(place) == "." and text.glued(place)
        else:
            return place
    return place


def _goes_on(text: Text, place: int) -> bool:
    """Tell whether a particle or a word with a capital stands at `place`."""
    return text.joined(place) and (
        text.capital(place) is not None
        or (text.word(place).lower() in PARTICLES and text.capital(_skip_particles(text, place)) is not None)
    )


def _is_initial(text: Text, place: int) -> bool:
    word = text.word(place)
    return (len(word) == 1 or word in INITIALS) and word.isupper() and text.word(place + 1) == "."


def _read_initials(text: Text, first: int) -> FoundPerson | None:
    begin, letters = _skip_initials(text, first)
    if not letters or not (text.joined(begin) or text.glued(begin)):
        return None
    place = _skip_particles(text, begin)
    last = _read_surname(text, place)
    surname = text.tag(place)
    if last is None or surname is None or _is_no_surname(surname) or letters[:2] in _NO_INITIALS:
        return None
    ordinary = surname.place or (surname.common and not is_surname(surname))
    if begin == place and ordinary and len(letters) < 2:
        return None
    if len(letters) == 1 and text.opens(first) and text.capital(last) and text.joined(last):
        return None
    return FoundPerson(first, last, text.phrase(first, last), begin)


def _skip_initials(text: Text, first: int) -> tuple[int, str]:
    """Give the place behind initials (and a name in brackets), and their first letters."""
    place, letters = first, ""
    while len(letters) < _MOST_GIVEN and text.word(place + 1) == "." and text.glued(place + 1):
        word = text.word(place)
        if (
            not word[:1].isupper()
            or len(word) > 3
            or (letters and not text.glued(place) and not text.joined(place))
        ):
            break
        letters += word[0]
        place += 2
        if text.word(place) == "-" and text.glued(place):
            place += 1
    if text.word(place) == "(" and text.capital(place + 1) and text.word(place + 2) == ")":
        place += 3
    return place, letters


def _skip_particles(text: Text, place: int) -> int:
    """Give the place behind "van den"; particles with a capital count ("De Smet")."""
    for _ in range(_MOST_PARTICLES):
        word = text.word(place)
        if word in ("'", "’") and text.word(place + 1) == "t" and text.glued(place + 1):
            place += 2
            continue
        if word.lower() not in PARTICLES or (word.isupper() and len(word) > 3):
            break
        if word in ("D", "d", "L", "l", "O") and text.word(place + 1) in ("'", "’"):
            return place + 2
        if not text.joined(place + 1) and not (text.glued(place + 1) and text.word(place + 1) in ("'", "’")):
            break
        place += 1
    return place


def _read_surname(text: Text, place: int) -> int | None:
    """Give the place behind the surname at `place`, with what a hyphen ties to it."""
    tag = text.tag(place)
    if tag is None or not tag.capital or len(tag.text) < 2 or any(map(str.isdigit, tag.text)):
        return None
    last = place + 1
    while (
        last < place + _MOST_GIVEN
        and text.glued(last)
        and text.word(last) in ("-", "–")
        and text.glued(last + 1)
    ):
        onward = _skip_particles(text, last + 1)
        if not text.capital(onward):
            return None
        last = onward + 1
    if text.glued(last) and text.word(last) in ("'", "’") and text.word(last + 1) == "s":
        return last
    return last


def _read_second_surname(text: Text, last: int) -> int:
    """Give the place behind a second surname ("Peeters Van den Broeck", "Lwabandiji Wiragi")."""
    if not text.joined(last):
        return last
    place = _skip_particles(text, last)
    tag = text.capital(place)
    if tag is None or (place > last and not text.word(last)[:1].isupper()):
        return last
    plain = (
        tag.unknown
        and tag.sort is None
        and tag.node is None
        and not (tag.upper or tag.camel or tag.given or tag.role)
    )
    if not plain or _is_no_surname(tag):
        return last
    end = _read_surname(text, place)
    return (
        end if end is not None and (place > last or not text.joined(end) or not text.capital(end)) else last
    )


def _is_no_surname(word: Word) -> bool:
    return (
        word.sort is not None
        or (word.role and not is_surname(word))
        or word.low in OTHER
        or (word.low.endswith(_NOT_SURNAMES) and not is_surname(word))
        or (word.upper and len(word.text) < 4)
    )
