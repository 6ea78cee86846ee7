"""Lists of those present: persons and bodies line by line, in brackets, or with signs between them."""

from __future__ import annotations

from assistant.dutch import fold
from assistant.extract.names.addressed import read_unlisted
from assistant.extract.names.found import FoundBody, FoundPerson
from assistant.extract.names.groups import give_role
from assistant.extract.names.nearby import find_role_behind
from assistant.extract.names.organisations import TAILS, read_composed, read_known
from assistant.extract.names.persons import read_person
from assistant.extract.names.roles import MODIFIERS, is_role_at
from assistant.extract.names.text import Text
from assistant.extract.names.words import OTHER, PARTICLES, is_role, read_list

_SIGNS = frozenset(";–—,•|/")
_LINKS = PARTICLES | frozenset("en & voor of for and".split())
_NO_BODIES = read_list("no_bodies")
_LONGEST_LIST = 4_000
"""Words of a list; what comes behind is not read as one."""
_LONGEST_ENTRY = 14
_LONGEST_LINE = 60
"""Words after which an entry is no entry any more."""
_MOST_PARTS = 6
_MOST_STRANGE = 1
"""Entries in a row that hold no name and do not end the list: "Burgers", "extern"."""


class Attendance:
    """Reads one list of those present; `bodies` and `persons` are what it holds."""

    def __init__(self, text: Text, first: int) -> None:
        self.text = text
        self.bodies: list[FoundBody] = []
        self.persons: list[FoundPerson] = []
        self.end = first + 1
        self._heading: FoundBody | None = None
        self._read(first + 1)

    def _read(self, first: int) -> None:
        """Read entry after entry, up to a paragraph that holds none."""
        place = first + (self.text.words[first] == ":")
        after_break, strange = False, 0
        stop = min(self.text.size, first + _LONGEST_LIST)
        while place < stop:
            if self.text.source.words[place].isspace() or self.text.words[place] in _SIGNS:
                after_break = after_break or self.text.source.words[place].count("\n") > 0
                place += 1
                continue
            if self._is_heading(place):
                place += 2 if self.text.words[place + 1] == ":" else 1
                self.end = place
                after_break = False
                continue
            end = self._entry_end(place, min(stop, place + _LONGEST_LINE))
            if self._read_entry(place, end) or self._passes(place, after_break=after_break):
                place = self.end = max(end, self.end)
                strange = 0
            elif strange < _MOST_STRANGE and not after_break and end - place <= _LONGEST_ENTRY:
                place, strange, self._heading = end, strange + 1, None
            else:
                return
            after_break = False

    def _is_heading(self, place: int) -> bool:
        tag = self.text.tags[place]
        return tag is not None and tag.attendance

    def _passes(self, place: int, *, after_break: bool) -> bool:
        """Tell whether an entry that holds no name does not end the list: a role, a number, a heading."""
        tag, word = self.text.tags[place], self.text.words[place]
        if tag is not None and tag.low in _NO_BODIES:
            self._heading = None
            return not (after_break and self.persons)
        return not after_break and (
            word[:1].isdigit() or is_role_at(self.text, place) or fold(word) in MODIFIERS
        )

    def _entry_end(self, place: int, stop: int) -> int:
        """Give the word behind an entry: up to a line end or a sign outside brackets."""
        depth = 0
        signs = _SIGNS
        while place < stop:
            tag = self.text.tags[place]
            if tag is not None and tag.sort is not None:
                signs = _SIGNS - {","}  # "Departement Cultuur, Jeugd en Media"
            word = self.text.words[place]
            depth += (word == "(") - (word == ")")
            if not word or (depth <= 0 and word in signs):
                return place
            place += 1
            if "\n" in self.text.source.words[place - 1] and depth <= 0:
                return place
        return place

    def _read_entry(self, first: int, last: int) -> bool:
        """Read one entry; tell whether it holds a person or a body."""
        colon = next((index for index in range(first, last) if self.text.words[index] == ":"), None)
        role = None
        if colon is not None:
            role = self.text.phrase(first, colon) if is_role(self.text.words[first].lower()) else None
            first = colon + 1
        if last - first > _LONGEST_ENTRY * 2 or first >= last:
            return False
        person = self._find_person(first, last)
        if person is None and self.text.words[first] in ("en", "&"):
            return self._read_entry(first + 1, last)
        if person is None:
            return self._read_body(first, last)
        person.role = role
        self.persons.append(person)
        self._read_rest(person, person.last, last)
        self.end = max(self.end, person.last)
        if person.organisation is None and self._heading is not None:
            person.organisation = self._heading.name
        return True

    def _find_person(self, first: int, last: int) -> FoundPerson | None:
        """Give the person an entry begins with: by given name, or by the look of the whole entry."""
        tag = self.text.tags[first]
        if tag is None or not tag.capital or (tag.node is not None and not tag.given):
            return None
        if self.text.words[last - 1].lower() in TAILS and not tag.given:
            return None
        if (person := read_unlisted(self.text, first, before_body=True)) is not None and person.last <= last:
            return person
        if (
            (tag.given or len(tag.text) == 1)
            and (person := read_person(self.text, first, tag))
            and person.last <= last
        ):
            return person
        stop = next((index for index in range(first, last) if self.text.words[index] in ("(", ",")), last)
        if not 2 <= stop - first <= _MOST_PARTS or tag.common or tag.sort is not None:
            return None
        for index in range(first, stop):
            word, part = self.text.words[index], self.text.tags[index]
            if word.lower() in PARTICLES or word == "-":
                continue
            if (
                part is None
                or not part.capital
                or part.upper
                or part.camel
                or part.sort is not None
                or part.low in OTHER
            ):
                return None
        ending = self.text.tags[stop - 1]
        if ending is None or not ending.capital or ending.common or ending.place:
            return None
        return FoundPerson(first, stop, self.text.phrase(first, stop), first + 1)

    def _read_rest(self, person: FoundPerson, first: int, last: int) -> None:
        """Read what stands behind a person: a body, or role and body in brackets."""
        sign = self.text.words[first]
        if sign in ("(", ","):
            role = find_role_behind(self.text, first)
            if role is None:
                return
            named = person.role
            give_role(self.text, person, role)
            person.role = named or person.role
            if (
                role.text is None
                and not self._is_place(role.first, role.last)
                and self._read_body(role.first, role.last, heads=False)
            ):
                person.organisation = self.bodies[-1].name
            elif role.last > role.first:
                self._collect(role.first, role.last)
        elif sign in ("en", "&") and first + 1 < last:
            self._read_entry(first + 1, last)
        elif first < last and self._read_body(first, last, heads=False):
            person.organisation = self.bodies[-1].name

    def _is_place(self, first: int, last: int) -> bool:
        tags = self.text.tags[first:last]
        return all(tag is None or (tag.place and tag.sort is None and tag.node is None) for tag in tags)

    def _collect(self, first: int, last: int) -> None:
        """Keep the bodies that are named in some words."""
        for index in range(first, last):
            tag = self.text.tags[index]
            if tag is not None and (tag.node is not None or tag.sort is not None):
                found = read_known(self.text, index, tag) or read_composed(
                    self.text, index, self.text.run_end(index), first
                )
                if found is not None:
                    self.bodies.append(found)
                    return

    def _read_body(self, first: int, last: int, *, heads: bool = True) -> bool:
        """Read words as the name of a body; with `heads` it is that of the persons below it."""
        tag = self.text.tags[first]
        if tag is None or not (tag.proper or tag.node) or tag.low in _NO_BODIES:
            return False
        stop = last
        bracket = next((index for index in range(first, last) if self.text.words[index] == "("), None)
        if bracket is not None:
            stop = bracket
        if stop - first > _LONGEST_ENTRY or not all(self._fits(index) for index in range(first, stop)):
            return False
        if all(part is None or (part.upper and part.common) for part in self.text.tags[first:stop]):
            return False
        found = read_known(self.text, first, tag) or read_composed(
            self.text, first, self.text.run_end(first), first
        )
        if found is None or found.last != stop:
            found = FoundBody(first, stop, self.text.phrase(first, stop), tag.sort or None)
        self.bodies.append(found)
        if heads:
            self._heading = found
        return True

    def _fits(self, index: int) -> bool:
        tag, word = self.text.tags[index], self.text.words[index]
        return (
            (tag is not None and (tag.proper or tag.node is not None))
            or word.lower() in _LINKS
            or (word in (".", "-", ",", "nv", "bv", "vzw", "net", "be", "nl", "team", "extern"))
        )
