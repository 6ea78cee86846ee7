"""Names of one document together: one name for a body or person wherever it is mentioned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from assistant.extract.names.bodies import Body
from assistant.extract.names.found import FoundBody, FoundPerson, Unknown
from assistant.extract.names.organisations import is_short_of
from assistant.extract.names.text import Text
from assistant.extract.names.unknown import Evidence
from assistant.types import Extract, ExtractKind, OrganisationValue, PersonValue, Span


def make_extracts(
    text: Text, bodies: Sequence[FoundBody], persons: Sequence[FoundPerson], unknown: Sequence[Unknown]
) -> list[Extract]:
    """Give all mentions as extracts, sorted by place."""
    begins = {body.first: body for body in bodies}
    for person in persons:
        if person.body_first in begins:
            person.organisation = begins[person.body_first].name
    people = _People(text, persons)
    rest = [name for name in unknown if not people.claim(name)]
    shorts = _read_shorts(text, bodies, rest)
    held = [
        FoundBody(name.first, name.last, *shorts[name.name])
        for name in rest
        if name.name in shorts and not text.hyphened(name.last - 1)
    ]
    open_names = [name for name in rest if name.name not in shorts]
    known = [*bodies, *held]
    found = Evidence(text, known, persons, open_names).find_bodies()
    known.extend(FoundBody(name.first, name.last, name.name) for name in found)
    return sorted([*_make_bodies(text, known), *people.extracts()], key=lambda extract: extract.span)


def _read_shorts(
    text: Text, bodies: Sequence[FoundBody], unknown: Sequence[Unknown]
) -> dict[str, tuple[str, str | None, Body | None, str]]:
    """Give for each short form that the text defines: name, sort, known body, short form."""
    shorts: dict[str, tuple[str, str | None, Body | None, str]] = {}
    starts: dict[int, FoundBody] = {}
    for body in bodies:
        if body.short is not None:
            shorts.setdefault(body.short, (body.name, body.sort, body.body, body.short))
        starts[body.first] = body
    for name in unknown:
        inner = starts.get(name.last + 1) if text.words[name.last] == "(" else None
        if inner is not None and text.words[inner.last] == ")" and is_short_of(name.name, inner.name):
            shorts.setdefault(name.name, (inner.name, inner.sort, inner.body, name.name))
    return shorts


def _make_bodies(text: Text, bodies: Sequence[FoundBody]) -> list[Extract]:
    """Give the mentions of bodies with the fullest name and the short form of each."""
    names: dict[Body, str] = {}
    defined: dict[str, tuple[str, str]] = {}
    for body in bodies:
        if body.short is not None:
            defined.setdefault(body.short, (body.name, body.short))
            defined.setdefault(body.name, (body.name, body.short))
        if body.body is not None:
            written = text.phrase(body.first, body.last)
            if written != body.body.short and written != body.short:
                known = body.body.name
                names[body.body] = max(
                    names.get(body.body, ""), written, key=lambda name: (len(name), name == known)
                )
    taken = 0
    extracts = []
    for body in sorted(bodies, key=lambda found: (found.first, -found.last)):
        if body.first < taken:
            continue
        taken = body.last
        start, end = text.span(body.first, body.last)
        written = text.phrase(body.first, body.last)
        value = _value_of(body, written, names, defined)
        extracts.append(
            Extract(ExtractKind.ORGANISATION, Span(start, end), text.source.text[start:end], value)
        )
    return extracts


def _value_of(
    body: FoundBody, written: str, names: dict[Body, str], defined: dict[str, tuple[str, str]]
) -> OrganisationValue:
    name, short = defined.get(written, (body.name, body.short))
    if body.body is not None and written not in defined:
        name = names.get(body.body, body.body.name)
        short = body.body.short
        single = " " not in written or written.casefold() == body.body.name.casefold()
        if single and len(written) < len(name):
            short = written
    return OrganisationValue(name, short if short != name else None, body.sort or None)


class _People:
    """The persons of a document: who is whose surname, role and organisation."""

    def __init__(self, text: Text, persons: Sequence[FoundPerson]) -> None:
        self._text = text
        self._persons = list(persons)
        self._full: dict[str, FoundPerson] = {}
        owners: dict[str, set[str]] = defaultdict(set)
        for person in persons:
            if person.full:
                self._full.setdefault(person.name.casefold(), person)
            if person.full and not self._is_initialled(person):
                owners[self._surname(person)].add(person.name.casefold())
        self._endings = {self._text.words[person.last - 1].casefold() for person in persons if person.full}
        self._owner = {surname: next(iter(names)) for surname, names in owners.items() if len(names) == 1}
        self._roles: dict[str, tuple[str | None, str | None]] = {}
        for person in persons:
            key = self._key(person)
            role, organisation = self._roles.get(key, (None, None))
            if role is None and person.role is not None:
                role, organisation = person.role, person.organisation or organisation
            self._roles[key] = (role, organisation or person.organisation)

    def _surname(self, person: FoundPerson) -> str:
        return self._text.phrase(person.surname, person.last).casefold()

    def _key(self, person: FoundPerson) -> str:
        """Give the name that stands for all mentions of a person."""
        if person.full and not self._is_initialled(person):
            return person.name.casefold()
        if person.full:
            owner = self._owner.get(self._surname(person))
            return owner if owner and owner[0] == person.name[0].casefold() else person.name.casefold()
        return self._owner.get(person.name.casefold(), person.name.casefold())

    def _is_initialled(self, person: FoundPerson) -> bool:
        """Tell whether only initials stand before the surname ("T. Wijnhoven")."""
        given = self._text.phrase(person.first, person.surname) if person.full else ""
        return given.endswith(".") and all(len(part) <= 2 for part in given.split("."))

    def claim(self, name: Unknown) -> bool:
        """Take a name that is the surname of a person of the document."""
        if self._text.words[name.last - 1].casefold() not in self._endings:
            return False
        first = name.first
        while (
            self._text.words[first - 1].lower() in ("van", "de", "den", "der", "ten", "ter")
            and name.first - first < 3
        ):
            first -= 1
        for begin in range(first, name.first + 1):
            written = self._text.phrase(begin, name.last)
            if written.casefold() in self._owner and not self._text.hyphened(name.last - 1):
                self._persons.append(FoundPerson(begin, name.last, written, begin))
                return True
        return False

    def extracts(self) -> list[Extract]:
        """Give all mentions of persons."""
        found = []
        for person in self._persons:
            start, end = self._text.span(person.first, person.last)
            key = self._key(person)
            full = self._full.get(key)
            role, organisation = self._roles.get(key, (None, None))
            value = PersonValue(
                full.name if full else person.name,
                person.role or role,
                person.organisation or (organisation if person.role in (None, role) else None),
            )
            found.append(
                Extract(ExtractKind.PERSON, Span(start, end), self._text.source.text[start:end], value)
            )
        return found
