"""The body that a person belongs to, from the words right behind the name."""

from __future__ import annotations

from assistant.dutch import fold
from assistant.extract.names.found import FoundPerson
from assistant.extract.names.text import Text
from assistant.extract.names.words import Word, read_list

LOCAL_ROLES = frozenset(
    "wethouder schepen burgemeester gedeputeerde depute raadslid gouverneur statenlid".split()
)
"""Roles that go with a place: "wethouder Eersel"."""
_TOWARDS = frozenset(("van", "bij", "namens"))
_ARTICLES = frozenset(("de", "het", "een", "den", "der"))
_BODY_NOUNS = read_list("body_nouns")
_TO_NAMENS = 3
"""Words between a name and "namens" ("schuift namens TNO aan")."""


def find_body_behind(text: Text, person: FoundPerson) -> None:
    """Write to a person the body behind "van", "bij" or "namens" ("Jan Bosmans van TNO"), if there is one.

    What may be a body without a role before the name only counts when it is found as one.
    """
    place = person.last
    if text.words[place] not in _TOWARDS:
        place = next((index for index in range(place, place + _TO_NAMENS) if _stops(text, index)), place)
        if text.words[place] != "namens":
            return
    if not text.joined(place):
        return
    first = place + 1
    described = False
    while text.words[first] in _ARTICLES or text.words[first] in _BODY_NOUNS:
        described = described or text.words[first] in _BODY_NOUNS
        first += 1
    tag = text.tags[first]
    if tag is None or not text.joined(first):
        return
    local = tag.place and _is_local(person)
    known = not local and (tag.sort is not None or tag.node is not None)
    if not known and not (tag.proper and (described or local or _may_employ(person, tag))):
        return
    person.body_first = first
    if not known:
        person.organisation = text.phrase(first, text.run_end(first))


def _stops(text: Text, place: int) -> bool:
    """Tell whether a word is "namens" or a sign behind which the next thing begins."""
    return text.words[place] == "namens" or not text.words[place][:1].isalpha()


def _may_employ(person: FoundPerson, tag: Word) -> bool:
    """Tell whether an unknown name behind "van" is where somebody with a role works."""
    plain = tag.place or tag.common or tag.given or tag.role
    return person.role is not None and not plain and not _is_local(person)


def _is_local(person: FoundPerson) -> bool:
    return person.role is not None and fold(person.role.split()[-1]) in LOCAL_ROLES
