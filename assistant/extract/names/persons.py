"""Names of persons: given name or initials with a surname, and surnames behind a role or "mevrouw"."""

from __future__ import annotations

from assistant.extract.names.found import FoundPerson
from assistant.extract.names.text import Text
from assistant.extract.names.words import (
    INITIALS,
    OTHER,
    PARTICLES,
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
    if not word.personal or text.words[first - 1].lower() in _SAINTS or text.tail_of_compound(first):
        return None
    return _read_given(text, first) if word.given else _read_initials(text, first)


def _read_given(text: Text, first: int) -> FoundPerson | None:
    begin = _skip_given(text, first)
    if not text.joined(begin):
        return None
    place = skip_particles(text, begin)
    last = read_surname(text, place)
    surname = text.tags[place]
    if last is None or surname is None or is_no_surname(surname):
        return None
    given = text.tags[first]
    ordinary = (surname.place or surname.common) and not is_surname(surname)
    if place == begin and ordinary and given is not None and given.common and text.opens(first):
        return None
    last = _read_second_surname(text, last)
    return FoundPerson(first, last, text.phrase(first, last), begin)


def _skip_given(text: Text, first: int) -> int:
    """Give the place behind all given names and initials; the last name stays as the surname."""
    place = first + 1
    while place < first + _MOST_GIVEN:
        tag = text.tags[place]
        if text.glued(place) and text.words[place] == "-" and (behind := text.capital(place + 1)):
            if not behind.given and len(behind.text) > 1:
                return place
            place += 2
        elif tag is not None and text.joined(place) and (tag.given or _is_initial(text, place)):
            if tag.given and not goes_on(text, place + 1):
                return place
            place += 1
            place += text.words[place] == "." and text.glued(place)
        else:
            return place
    return place


def goes_on(text: Text, place: int) -> bool:
    """Tell whether a particle or a word with a capital stands at `place`."""
    return text.joined(place) and (
        text.capital(place) is not None
        or (text.words[place].lower() in PARTICLES and text.capital(skip_particles(text, place)) is not None)
    )


def _is_initial(text: Text, place: int) -> bool:
    word = text.words[place]
    return (len(word) == 1 or word in INITIALS) and word.isupper() and text.words[place + 1] == "."


def _read_initials(text: Text, first: int) -> FoundPerson | None:
    begin, letters = _skip_initials(text, first)
    if not letters or not (text.joined(begin) or text.glued(begin)):
        return None
    place = skip_particles(text, begin)
    last = read_surname(text, place)
    surname = text.tags[place]
    if last is None or surname is None or is_no_surname(surname) or letters[:2] in _NO_INITIALS:
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
    while len(letters) < _MOST_GIVEN and text.words[place + 1] == "." and text.glued(place + 1):
        word = text.words[place]
        if (
            not word[:1].isupper()
            or len(word) > 3
            or (letters and not text.glued(place) and not text.joined(place))
        ):
            break
        letters += word[0]
        place += 2
        if text.words[place] == "-" and text.glued(place):
            place += 1
    if text.words[place] == "(" and text.capital(place + 1) and text.words[place + 2] == ")":
        place += 3
    return place, letters


def skip_particles(text: Text, place: int) -> int:
    """Give the place behind "van den"; particles with a capital count ("De Smet")."""
    for _ in range(_MOST_PARTICLES):
        word = text.words[place]
        if word in ("'", "’") and text.words[place + 1] == "t" and text.glued(place + 1):
            place += 2
            continue
        if word.lower() not in PARTICLES or (word.isupper() and len(word) > 3):
            break
        if word in ("D", "d", "L", "l", "O") and text.words[place + 1] in ("'", "’"):
            return place + 2
        if not text.joined(place + 1) and not (text.glued(place + 1) and text.words[place + 1] in ("'", "’")):
            break
        place += 1
    return place


def read_surname(text: Text, place: int) -> int | None:
    """Give the place behind the surname at `place`, with what a hyphen ties to it."""
    tag = text.tags[place]
    if tag is None or not tag.capital or len(tag.text) < 2 or any(map(str.isdigit, tag.text)):
        return None
    last = place + 1
    while (
        last < place + _MOST_GIVEN
        and text.glued(last)
        and text.words[last] in ("-", "–")
        and text.glued(last + 1)
    ):
        onward = skip_particles(text, last + 1)
        if not text.capital(onward):
            return None
        last = onward + 1
    if text.glued(last) and text.words[last] in ("'", "’") and text.words[last + 1] == "s":
        return last
    return last


def _read_second_surname(text: Text, last: int) -> int:
    """Give the place behind a second surname ("Peeters Van den Broeck", "Lwabandiji Wiragi")."""
    if not text.joined(last):
        return last
    place = skip_particles(text, last)
    tag = text.capital(place)
    if tag is None or (place > last and not text.words[last][:1].isupper()):
        return last
    if not tag.unknown or not (tag.plain or len(tag.text) == 1) or tag.given or is_no_surname(tag):
        return last
    end = read_surname(text, place)
    if end is None:
        return last
    behind = text.capital(end) if text.joined(end) else None
    return end if place > last or behind is None or behind.node is not None else last


def is_no_surname(word: Word) -> bool:
    """Tell whether a word is sooner a body, a role, a street or a building than a surname."""
    return (
        word.sort is not None
        or (word.role and not is_surname(word))
        or word.low in OTHER
        or (word.low.endswith(_NOT_SURNAMES) and not is_surname(word))
        or (word.upper and len(word.text) < 4)
    )
