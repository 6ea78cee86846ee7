"""Roles of several persons at once: lists of names, and appointments."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.dutch import fold
from assistant.extract.names.found import FoundPerson
from assistant.extract.names.roles import MODIFIERS, Role, cut_behind, is_role_at
from assistant.extract.names.text import Text
from assistant.extract.names.words import is_plural_role

_LISTED = 24
"""Words between two persons of one list, those in brackets among them."""
_APPOINTED = 12
"""Words between a name and the "als" of its new role."""
_APPOINTING = frozenset(
    "aan voor in op af wordt worden werd werden is zijn haar hun eervol ontslag verleend benoemd herbenoemd aangesteld "
    "aangeduid voorgedragen aangewezen dient krijgt opnieuw nu vanaf tijdelijk ingang van met januari februari maart april "
    "mei juni juli augustus september oktober november december , unaniem verkozen gekozen".split()
)
_COPULAS = frozenset("is was wordt werd blijft".split())
_LINKS = frozenset((",", "en", "&", ", en"))


def give_role(text: Text, person: FoundPerson, role: Role | None) -> None:
    """Write a role and its organisation to a person."""
    if role is None:
        return
    person.role, person.listed = role.text, role.listed
    if role.last > role.first:
        person.organisation, person.body_first = text.phrase(role.first, role.last), role.first


def share_roles(text: Text, persons: Sequence[FoundPerson]) -> None:
    """Give all persons of a list the role that is said of it ("de raadsleden A en B", "benoemt A en B tot lid")."""
    persons = sorted(persons, key=lambda person: person.first)
    first = 0
    for place, person in enumerate(persons):
        if place + 1 < len(persons) and _is_list(text, person.last, persons[place + 1].first):
            continue
        _share(text, persons[first : place + 1])
        first = place + 1


def _is_list(text: Text, last: int, first: int) -> bool:
    if not 1 <= first - last <= _LISTED:
        return False
    between = [text.words[index] for index in range(last, first)]
    if between[0] == "(" and ")" in between:
        between = between[between.index(")") + 1 :]
    return bool(between) and all(word in _LINKS for word in between)


def _share(text: Text, group: Sequence[FoundPerson]) -> None:
    appointed = find_appointment(text, group[-1].last)
    for person in group:
        if appointed is not None and person.role is None:
            give_role(text, person, appointed)
    respective = _read_respective(text, group[-1].last) if len(group) > 1 else []
    if len(respective) == len(group):
        for person, role in zip(group, respective, strict=True):
            person.role = role
    for model in (group[0], group[-1]):
        if model.role is None or not (model.listed or is_plural_role(fold(model.role.split()[-1]))):
            continue
        for person in group:
            if person.role is None:
                person.role = model.role
                if person.organisation is None:
                    person.organisation, person.body_first = model.organisation, model.body_first


def _read_respective(text: Text, last: int) -> list[str]:
    """Give the roles of "(names), als respectievelijk voorzitter en lid", in their order."""
    place = next((index + 1 for index in range(last, last + 4) if text.words[index] == "respectievelijk"), 0)
    roles: list[str] = []
    while place:
        noun = next((index for index in range(place, place + 4) if is_role_at(text, index)), 0)
        if not noun:
            break
        roles.append(text.phrase(place, noun + 1))
        place = noun + 2 if text.words[noun + 1] in _LINKS else 0
    return roles


def find_appointment(text: Text, last: int) -> Role | None:
    """Give the role that somebody gets or leaves: "stelt (name) aan als lid", "benoemt (name) tot rechter"."""
    for index in range(last, last + _APPOINTED):
        word = text.words[index]
        if word in ("als", "tot"):
            return _read_appointed(text, index + 1)
        if not (word in _APPOINTING or word[:1].isdigit()) or not (text.joined(index) or text.glued(index)):
            return None
    return None


def find_state(text: Text, last: int) -> Role | None:
    """Give the role that somebody is said to have: "(name) is directeur bij TNO"."""
    said = text.words[last] in _COPULAS and text.joined(last) and text.joined(last + 1)
    return _read_appointed(text, last + 1) if said else None


def _read_appointed(text: Text, place: int) -> Role | None:
    while text.words[place] in ("de", "het", "een", "respectievelijk", "nieuwe"):
        place += 1
    for index in range(place, place + 4):
        if is_role_at(text, index):
            return cut_behind(text, place, index)
        word = text.words[index]
        if fold(word) not in MODIFIERS and word != "-" and not (word.islower() and word.endswith("e")):
            return None
    return None
