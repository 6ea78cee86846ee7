"""Lists of those present: persons and bodies line by line, in brackets, or with signs between them."""

from __future__ import annotations

from assistant.extract.names.found import FoundBody, FoundPerson
from assistant.extract.names.organisations import read_composed, read_known
from assistant.extract.names.persons import read_person
from assistant.extract.names.text import Text
from assistant.extract.names.words import OTHER, PARTICLES, is_role, read_list

_SIGNS = frozenset(";–—,•|/")
_LINKS = PARTICLES | frozenset("en & voor of for and".split())
_NO_BODIES = read_list("no_bodies")
_LONGEST_LIST = 4_000
"""Words of a list; what comes behind is not read as one."""
_LONGEST_ENTRY = 14
_MOST_PARTS = 6


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
        place = first + (self.text.word(first) == ":")
        after_break = False
        stop = min(len(self.text.tags), first + _LONGEST_LIST)
        while place < stop:
            if self.text.source.words[place].isspace() or self.text.word(place) in _SIGNS:
                after_break = after_break or self.text.source.words[place].count("\n") > 0
                place += 1
                continue
            end = self._entry_end(place, stop)
            tag = self.text.tag(place)
            passes = tag is not None and tag.attendance
            if not passes and not self._read_entry(place, end):
                passes = tag is not None and tag.low in _NO_BODIES and not (after_break and self.persons)
                if not passes:
                    return
            place = self.end = end
            after_break = False

    def _entry_end(self, place: int, stop: int) -> int:
        """Give the word behind an entry: up to a line end or a sign outside brackets."""
        depth = 0
        tag = self.text.tag(place)
        signs = _SIGNS - {","} if tag is not None and tag.sort is not None else _SIGNS
        while place < stop:
            word = self.text.word(place)
            depth += (word == "(") - (word == ")")
            if not word or (depth <= 0 and word in signs):
                return place
            place += 1
            if "\n" in self.text.source.words[place - 1]:
                return place
        return place

    def _read_entry(self, first: int, last: int) -> bool:
        """Read one entry; tell whether it holds a person or a body."""
        colon = next((index for index in range(first, last) if self.text.word(index) == ":"), None)
        role = None
        if colon is not None:
            role = self.text.phrase(first, colon) if is_role(self.text.word(first).lower()) else None
            first = colon + 1
        if last - first > _LONGEST_ENTRY * 2 or first >= last:
            return False
        person = self._find_person(first, last)
        if person is None:
            return self._read_body(first, last)
        person.role = role
        self.persons.append(person)
        self._read_rest(person, person.last, last)
        if person.organisation is None and self._heading is not None:
            person.organisation = self._heading.name
        return True

    def _find_person(self, first: int, last: int) -> FoundPerson | None:
        """Give the person an entry begins with: by given name, or by the look of the whole entry."""
        tag = self.text.tag(first)
        if tag is None or not tag.capital or (tag.node is not None and not tag.given):
            return None
        if (
            (tag.given or len(tag.text) == 1)
            and (person := read_person(self.text, first, tag))
            and person.last <= last
        ):
            return person
        stop = next((index for index in range(first, last) if self.text.word(index) in ("(", ",")), last)
        if not 2 <= stop - first <= _MOST_PARTS or tag.common or tag.sort is not None:
            return None
        for index in range(first, stop):
            word, part = self.text.word(index), self.text.tag(index)
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
        ending = self.text.tag(stop - 1)
        if ending is None or not ending.capital or ending.common or ending.place:
            return None
        return FoundPerson(first, stop, self.text.phrase(first, stop), first + 1)

    def _read_rest(self, person: FoundPerson, first: int, last: int) -> None:
        """Read what stands behind a person: a body, or role and body in brackets."""
        if first >= last:
            return
        if self.text.word(first) == "(":
            close = next((index for index in range(first, last) if self.text.word(index) == ")"), last)
            comma = next((index for index in range(first, close) if self.text.word(index) == ","), close)
            if is_role(self.text.word(first + 1).lower()):
                person.role = person.role or self.text.phrase(first + 1, comma)
                if comma + 1 < close and self.text.capital(comma + 1):
                    person.organisation = self.text.phrase(comma + 1, close)
                first = close
            elif comma > first + 1 and self._read_body(first + 1, comma, heads=False):
                person.organisation = self.bodies[-1].name
            return
        if self._read_body(first, last, heads=False):
            person.organisation = self.bodies[-1].name

    def _read_body(self, first: int, last: int, *, heads: bool = True) -> bool:
        """Read words as the name of a body; with `heads` it is that of the persons below it."""
        tag = self.text.tag(first)
        if tag is None or not (tag.capital or tag.camel or tag.node) or tag.low in _NO_BODIES:
            return False
        stop = last
        bracket = next((index for index in range(first, last) if self.text.word(index) == "("), None)
        if bracket is not None:
            stop = bracket
        if stop - first > _LONGEST_ENTRY or not all(self._fits(index) for index in range(first, stop)):
            return False
        found = read_known(self.text, first, tag) or read_composed(self.text, first, first)
        if found is None or found.last != stop:
            found = FoundBody(first, stop, self.text.phrase(first, stop), tag.sort or None)
        self.bodies.append(found)
        if heads:
            self._heading = found
        return True

    def _fits(self, index: int) -> bool:
        tag, word = self.text.tag(index), self.text.word(index)
        return (
            (tag is not None and (tag.capital or tag.camel or tag.node is not None))
            or word.lower() in _LINKS
            or (word in (".", "-", ",", "nv", "bv", "vzw", "net", "be", "nl", "team", "extern"))
        )
