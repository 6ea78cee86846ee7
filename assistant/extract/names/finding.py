"""The organisations and persons of a text: one walk over its words, then names are merged."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count

from assistant.dutch import STOP_WORDS
from assistant.extract.names.addressed import read_addressed, read_unlisted
from assistant.extract.names.attendance import Attendance
from assistant.extract.names.belonging import find_body_behind
from assistant.extract.names.described import read_described
from assistant.extract.names.found import FoundBody, FoundPerson, Unknown
from assistant.extract.names.groups import find_appointment, find_state, give_role, share_roles
from assistant.extract.names.merging import make_extracts
from assistant.extract.names.nearby import find_role_before, find_role_behind
from assistant.extract.names.organisations import (
    NAME_SIGNS,
    find_start,
    is_short_of,
    read_composed,
    read_known,
)
from assistant.extract.names.persons import read_person
from assistant.extract.names.text import Text
from assistant.extract.names.words import OTHER, Word
from assistant.extract.source import Source
from assistant.types import Extract

_LONGEST_SHORT = 7
_LONGEST_NAME = 40
_LAWS = ("wet", "decreet", "besluit", "verdrag", "richtlijn", "verordening", "codex", "regeling", "akkoord")


def find_names(source: Source) -> list[Extract]:
    """Give the organisations and persons named in a text, in order.

    A body's value has its fullest name in the text, a person's the fullest name with the role and
    the organisation that the text states anywhere.
    """
    walk = Walk(Text(source))
    return make_extracts(walk.text, walk.bodies, walk.persons, walk.unknown)


class Walk:
    """One walk over a text; afterwards `bodies`, `persons` and `unknown` hold what it met."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.bodies: list[FoundBody] = []
        self.persons: list[FoundPerson] = []
        self.unknown: list[Unknown] = []
        self._free = 0
        for index in compress(count(), text.tags):
            word = text.tags[index]
            if index >= self._free and word is not None and word.starts:
                self._free = max(index + 1, self._read(index, word))
        share_roles(text, self.persons)

    def _read(self, index: int, word: Word) -> int:
        """Read the name at a word; give the word behind it."""
        if word.attendance and self._is_heading(index):
            return self._read_list(index)
        if word.node is not None and (body := read_known(self.text, index, word)) is not None:
            return self._add_body(body)
        if word.ordinary and not self._continues(index + 1):
            described = read_described(self.text, index) if word.place else None
            return self._add_body(described) if described is not None else index + 1
        if word.personal and (person := read_person(self.text, index, word)):
            named = self._read_named_after(person)
            return self._add_body(named) if named is not None else self._add_person(person)
        if word.plain and (person := read_unlisted(self.text, index)) is not None and self._is_near(person):
            return self._add_person(person)
        if word.role or word.address:
            persons = read_addressed(self.text, index, word)
            if persons:
                return self._add_persons(persons)
            if word.sort is None and word.node is None:
                return index + 1
        return self._read_run(index, word)

    def _read_run(self, index: int, word: Word) -> int:
        if (word.sort is None and not word.proper) or word.low in STOP_WORDS:
            return index + 1
        stop = self.text.run_end(index)
        if (body := read_composed(self.text, index, stop, self._free)) is not None:
            return self._add_body(body)
        return self._add_unknown(index, stop) if word.proper else index + 1

    def _continues(self, index: int) -> bool:
        """Tell whether word `index` can go on with a name."""
        tag = self.text.tags[index]
        return (tag is not None and tag.proper) or self.text.words[index] in NAME_SIGNS

    def _read_named_after(self, person: FoundPerson) -> FoundBody | None:
        """Give the body that bears the name of a person ("Jan van Eyck Academie")."""
        text, last = self.text, person.last
        tag = text.capital(last) if text.joined(last) else None
        if tag is None or tag.sort is None or tag.node is not None or text.run_end(last) > last + 1:
            return None
        if text.joined(last + 1) and text.words[last + 1] in ("van", "voor", "der"):
            return None
        return FoundBody(person.first, last + 1, text.phrase(person.first, last + 1), tag.sort or None)

    def _is_near(self, person: FoundPerson) -> bool:
        """Tell whether a name whose given name is not listed is a person's: by particle, list or place of the role."""
        text = self.text
        particle = text.words[person.first + 1].lower()
        if person.last - person.first > 2 and particle.startswith("v"):
            return True
        listed = (
            text.words[person.first - 1] in (",", "en")
            and self.persons
            and self.persons[-1].last == person.first - 1
        )
        role = find_role_behind(text, person.last) if text.words[person.last] == "," else None
        if listed or (role is not None and role.text is not None):
            return True
        return find_appointment(text, person.last) is not None

    def _is_heading(self, index: int) -> bool:
        text = self.text
        if not text.opens(index):
            return False
        return text.words[index + 1] in (":", "") or "\n" in text.source.words[index]

    def _read_list(self, index: int) -> int:
        present = Attendance(self.text, index)
        self.bodies.extend(present.bodies)
        for body in present.bodies:
            self._read_short(body)
        self.persons.extend(present.persons)
        return present.end

    def _add_body(self, body: FoundBody) -> int:
        self.bodies.append(body)
        return self._read_short(body)

    def _read_short(self, body: FoundBody) -> int:
        """Read the short form in brackets behind a name; give the word behind all."""
        text, first = self.text, body.last + 1
        if text.words[body.last] != "(":
            return body.last
        last = next(
            (place for place in range(first, first + _LONGEST_SHORT) if text.words[place] in (")", "(")), 0
        )
        if last <= first:
            return body.last
        short = text.phrase(first, last)
        if not is_short_of(short, body.name):
            return body.last
        body.short = short
        self.bodies.append(FoundBody(first, last, body.name, body.sort, body.body, short))
        return last

    def _add_persons(self, persons: Sequence[FoundPerson]) -> int:
        """Keep persons behind one role, and the bodies in the brackets between them."""
        last = persons[0].first
        for person in persons:
            for place in range(last, person.first):
                tag = self.text.tags[place]
                if tag is not None and (body := read_known(self.text, place, tag)) is not None:
                    self.bodies.append(body)
            last = self._add_person(person)
        return last

    def _add_person(self, person: FoundPerson) -> int:
        floor = self.persons[-1].last if self.persons else 0
        before = find_role_before(self.text, person.first, floor)
        behind = find_role_behind(self.text, person.last)
        given = person.organisation
        give_role(self.text, person, behind)
        if before is not None and (person.role is None or len(person.role) <= len(before.text or "")):
            give_role(self.text, person, before)
        if person.role is None:
            give_role(self.text, person, find_state(self.text, person.last))
        person.organisation = given or person.organisation
        if person.organisation is None:
            find_body_behind(self.text, person)
        self.persons.append(person)
        return person.last

    def _add_unknown(self, first: int, stop: int) -> int:
        """Keep the run up to word `stop` for later; a given name inside it begins a person."""
        first = find_start(self.text, first, self._free)
        for place in range(first + 1, stop):
            tag = self.text.tags[place]
            if (
                tag is not None
                and (tag.given or (tag.node is not None and not tag.common))
                and not self.text.glued(place)
            ):
                stop = place
                break
        tags = [tag for tag in self.text.tags[first:stop] if tag is not None]
        if _may_be_body(tags):
            name = self.text.phrase(first, stop)
            if len(name) <= _LONGEST_NAME:
                self.unknown.append(Unknown(first, stop, name))
        return stop


def _may_be_body(tags: Sequence[Word]) -> bool:
    """Tell whether a run is more than places and ordinary words, and no law, project or other thing."""
    if tags[-1].thing or tags[0].low in OTHER or tags[0].low.endswith(_LAWS):
        return False
    return any(tag.camel or tag.upper or not (tag.place or tag.common) for tag in tags)
