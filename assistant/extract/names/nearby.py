"""The role of a person, found in the words before and behind the name."""

from __future__ import annotations

from assistant.dutch import fold
from assistant.extract.names.roles import (
    MODIFIERS,
    TOWARDS,
    Role,
    begin_role,
    cut_before,
    cut_behind,
    is_role_at,
)
from assistant.extract.names.text import Text
from assistant.extract.names.words import ADDRESSES, TITLES, is_portfolio

_LINKS = frozenset("van voor de het der en & , bij namens uit in den -".split())
_NO_ROLE = frozenset("van en die dat heeft is de het een met werd wordt zegt".split())
_BEFORE_ROLE = frozenset("de het een als is respectievelijk huidig huidige".split())
_BEFORE = 14
"""Words before a name in which its role is looked for."""
_AFTER = 5
"""Words behind a name of which one must be a role."""
_SIGNED = 14
"""Words of a line with a role above or below a signature."""
_IN_BRACKETS = 24
_DASHES = frozenset(("–", "—", "-"))


def find_role_before(text: Text, first: int, floor: int) -> Role | None:
    """Give the role that stands before the name at word `first`, nothing of it before word `floor`."""
    place = first - 1
    while text.words[place].lower() in TITLES | ADDRESSES or (
        text.words[place] == "." and text.words[place - 1].lower() in TITLES
    ):
        place -= 1
    if place >= 0 and not text.words[place]:
        return _read_signature(text, place)
    colon = text.words[place] == ":"
    if colon or (text.words[place] in _DASHES and not text.glued(place)):
        label = _read_label(text, place - 1)
        if label is not None or not colon:
            return label
        place -= 1
    role = _walk_back(text, place, max(floor, first - _BEFORE))
    if role is not None:
        role.listed = colon
    return role


def _walk_back(text: Text, place: int, bound: int) -> Role | None:
    """Give the role that is met going back over names, portfolios and small words."""
    end = place + 1
    while place >= bound:
        if place + 1 < end and not text.joined(place + 1) and not text.glued(place + 1):
            return None
        if is_role_at(text, place):
            if (
                text.words[place - 1] in ("de", "het")
                and text.words[place - 2] == "van"
                and is_role_at(text, place - 3)
            ):
                return Role(text.phrase(begin_role(text, place - 3), end))  # "commissaris van de Koning"
            return cut_before(text, place, end)
        tag = text.tags[place]
        named = tag is not None and (tag.capital or tag.sort is not None)
        if text.words[place].lower() not in _LINKS and not named:
            return None
        place -= 1
    return None


def _read_signature(text: Text, place: int) -> Role | None:
    """Give the role in the line above a name that begins a line ("De minister van Financiën,")."""
    while place >= 0 and not text.words[place]:
        place -= 1
    last = place + (text.words[place] != ",")
    first = last
    while first > 0 and last - first <= _SIGNED and text.words[first - 1]:
        if "\n" in text.source.words[first - 1] and first < last:
            break
        first -= 1
    first = next((index + 1 for index in range(last - 1, first, -1) if text.words[index] == ":"), first)
    while text.words[first].lower() in ("de", "het", "namens"):
        first += 1
    noun = next((index for index in range(first, min(first + 4, last)) if is_role_at(text, index)), None)
    if noun is None or last - first > _SIGNED or text.words[last - 1] in (".", "?", "!", ":", ";"):
        return None
    role = cut_behind(text, first, noun)
    if role.last > role.first and not any(text.words[index] in TOWARDS for index in range(noun, role.first)):
        return Role(text.phrase(first, last))
    return role


def _read_label(text: Text, place: int) -> Role | None:
    """Give the role of "Verslaggever: An Peeters": one word at the beginning of a line or part."""
    if not is_role_at(text, place):
        return None
    begin = begin_role(text, place)
    opens = text.opens(begin) or text.words[begin - 1] in ("(", "–", ",")
    return Role(text.phrase(begin, place + 1)) if opens else None


def find_role_behind(text: Text, last: int) -> Role | None:
    """Give the role behind a name that ends before word `last`: ", directeur van Y", "(expert Jeugd, Aalter)"."""
    sign = text.words[last]
    if sign == "(":
        return _read_brackets(text, last + 1)
    if not sign or (last and "\n" in text.source.words[last - 1] and sign != ","):
        return _read_line_below(text, last)
    if sign != "," and (sign not in _DASHES or text.glued(last)):
        return None
    place = last + 1
    while text.words[place].lower() in _BEFORE_ROLE:
        place += 1
    return _read_part(text, place, place + _AFTER)


def _read_part(text: Text, place: int, stop: int, *, inside: bool = False) -> Role | None:
    """Give the role whose noun is one of the first words from `place`."""
    for index in range(place, stop):
        word = text.words[index]
        if not word or word in (",", ".", ")", "(", ";"):
            return None
        if index > place and not text.joined(index) and not text.glued(index):
            return None
        if is_role_at(text, index):
            role = cut_behind(text, place, index, inside=inside)
            follower = text.tags[role.first] if role.last > role.first else None
            return None if follower is not None and follower.given and not inside else role
        plain = word == "-" or fold(word) in MODIFIERS or word[:1].isupper()
        if not plain and word in _NO_ROLE:
            return None
    return None


def _read_brackets(text: Text, first: int) -> Role | None:
    """Give role and body from brackets behind a name, in any order: "(gemeente Eersel, projectleider)"."""
    close = next((index for index in range(first, first + _IN_BRACKETS) if text.words[index] == ")"), 0)
    if close <= first:
        return None
    parts = [first]
    parts.extend(index + 1 for index in range(first, close) if text.words[index] in (",", ";"))
    for part in parts:
        stop = min(part + _AFTER, close)
        role = _read_part(text, part, stop, inside=True) if stop > part else None
        if role is None:
            continue
        if part > first and role.last <= role.first and _is_named(text, first):
            role.first, role.last = first, parts[1] - 1
        role.last = min(role.last, close)
        return role
    if not _is_named(text, first) or len(parts) > 1 or (close == first + 1 and _is_field(text, first)):
        return None
    return Role(None, first, close)


def _is_field(text: Text, place: int) -> bool:
    """Tell whether a word is a field of work, as behind a name in "gedeputeerde An Peeters (Mobiliteit)"."""
    tag = text.tags[place]
    return tag is not None and is_portfolio(tag) and tag.node is None


def _is_named(text: Text, place: int) -> bool:
    tag = text.tags[place]
    return tag is not None and (tag.proper or tag.sort is not None or tag.node is not None)


def _read_line_below(text: Text, place: int) -> Role | None:
    """Give the role that makes a line of its own below a name."""
    while place < text.size and not text.words[place]:
        place += 1
    noun = next((index for index in range(place, place + 3) if is_role_at(text, index)), None)
    if noun is None or (noun > place and fold(text.words[place]) not in MODIFIERS):
        return None
    stop = noun
    while stop < noun + _SIGNED and text.words[stop] and "\n" not in text.source.words[stop]:
        stop += 1
    ended = stop >= text.size or "\n" in text.source.words[stop] or not text.words[stop]
    return (
        cut_behind(text, place, noun, inside=True) if ended and text.words[stop] not in (".", ":") else None
    )
