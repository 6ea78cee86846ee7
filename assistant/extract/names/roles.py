"""What a person is, from the words before and behind the name."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.dutch import fold
from assistant.extract.names.found import FoundPerson
from assistant.extract.names.text import Text
from assistant.extract.names.words import ADDRESSES, TITLES, is_plural_role, is_role, read_list

_LINKS = frozenset("van voor de het der en & , bij namens uit in den".split())
_MODIFIERS = read_list("role_modifiers")
_ROLE_WORDS = read_list("role_words")
_LISTED = 7
"""Words between two persons of one list, those in brackets among them."""
_BEFORE = 14
"""Words before a name in which its role is looked for."""
_TO_BODY = 8
"""Words with small letters between a role and the body it belongs to ("lid van de raad van bestuur van")."""
_AFTER = 5
"""Words behind a name of which one must be a role."""
_APPOINTED = 12
"""Words between a name and the "als" of its new role."""
_APPOINTING = frozenset(
    "aan voor in op af wordt worden werd werden is zijn haar hun eervol ontslag verleend benoemd herbenoemd aangesteld "
    "aangeduid voorgedragen aangewezen dient krijgt opnieuw nu vanaf tijdelijk ingang van met januari februari maart april "
    "mei juni juli augustus september oktober november december , unaniem verkozen gekozen".split()
)
_MINISTERS = frozenset(
    "minister staatssecretaris viceminister-president minister-president gedeputeerde wethouder schepen".split()
)
_TOWARDS = frozenset(("bij", "van", "voor", "namens", "aan", "uit", "in"))


class Role:
    """A role in words, and the words of its organisation `[first, last)`; `end` is behind both."""

    __slots__ = ("end", "first", "last", "text")

    def __init__(self, text: str, first: int = 0, last: int = 0, end: int = 0) -> None:
        self.text, self.first, self.last, self.end = text, first, last, end


def find_role_before(text: Text, first: int, floor: int) -> Role | None:
    """Give the role that stands before the name at word `first`, nothing of it before word `floor`."""
    place = first - 1
    while text.word(place).lower() in TITLES | ADDRESSES or (
        text.word(place) == "." and text.word(place - 1).lower() in TITLES
    ):
        place -= 1
    if text.word(place) in (":", "–", "-") and not text.glued(place):
        return _read_label(text, place - 1)
    if text.word(place) == ":":
        return _read_label(text, place - 1)
    end = place + 1
    bound = max(floor, first - _BEFORE)
    while place >= bound:
        low = _read_compound(text, place)
        if is_role(low):
            return _cut_before(text, place, end)
        word = text.word(place)
        tag = text.tag(place)
        if not word or (
            word.lower() not in _LINKS
            and not (tag is not None and (tag.capital or tag.sort is not None))
            and word != "-"
        ):
            return None
        if not text.joined(place + 1) and not text.glued(place + 1) and place + 1 < first:
            return None
        place -= 1
    return None


def _read_label(text: Text, place: int) -> Role | None:
    """Give the role of "Verslaggever: An Peeters": one word at the beginning of a line or part."""
    if not is_role(_read_compound(text, place)):
        return None
    begin = place - 2 if text.word(place - 1) == "-" and text.glued(place) else place
    opens = text.opens(begin) or text.word(begin - 1) in ("(", "–", ",")
    return Role(text.phrase(begin, place + 1)) if opens else None


def find_appointment(text: Text, last: int) -> Role | None:
    """Give the role that somebody gets or leaves: "stelt (name) aan als lid", "benoemt (name) tot rechter"."""
    for index in range(last, last + _APPOINTED):
        word = text.word(index)
        if word in ("als", "tot"):
            return _read_appointed(text, index + 1)
        if not (word in _APPOINTING or word[:1].isdigit()) or not (text.joined(index) or text.glued(index)):
            return None
    return None


def _read_appointed(text: Text, place: int) -> Role | None:
    while text.word(place) in ("de", "het", "een", "respectievelijk", "nieuwe"):
        place += 1
    for index in range(place, place + 4):
        if is_role(_read_compound(text, index)):
            return _cut_behind(text, place, index, inside=False)
        if fold(text.word(index)) not in _MODIFIERS and text.word(index) != "-":
            return None
    return None


def _read_compound(text: Text, place: int) -> str:
    """Give a word with what a hyphen ties before it ("minister-president"), folded."""
    word = fold(text.word(place))
    if text.word(place - 1) == "-" and text.glued(place) and text.glued(place - 1):
        whole = f"{fold(text.word(place - 2))}-{word}"
        if is_role(whole):
            return whole
    return word


def _cut_before(text: Text, place: int, end: int) -> Role | None:
    """Give the role from its word at `place`, with a modifier before it and a portfolio behind it."""
    begin = place
    if text.word(place - 1) == "-" and text.glued(place) and text.glued(place - 1):
        begin = place - 2
    while fold(text.word(begin - 1)) in _MODIFIERS and text.joined(begin):
        begin -= 1
    while end > place + 1 and text.word(end - 1) in (",", "van", "de", "het", "en", "bij", "voor"):
        end -= 1
    if end == place + 1:
        return Role(text.phrase(begin, end))
    if text.word(place + 1) in (",", "en", "-"):
        return None
    low = fold(text.word(place))
    linked = text.word(place + 1) in _TOWARDS
    if low in _MINISTERS and "," not in (text.word(place + 1),):
        return Role(text.phrase(begin, end))
    if linked:
        start = place + 2
        while text.word(start) in ("de", "het", "den", "der"):
            start += 1
        return Role(text.phrase(begin, place + 1), start, end)
    cut = place + 1
    while cut < end and (tag := text.tag(cut)) is not None and tag.common and tag.sort is None:
        cut += 1
    return Role(text.phrase(begin, cut), cut, end) if cut < end else Role(text.phrase(begin, end))


def find_role_behind(text: Text, last: int) -> Role | None:
    """Give the role behind a name that ends before word `last`: ", directeur van Y", "(expert Jeugd, Aalter)"."""
    sign = text.word(last)
    if sign not in (",", "–", "—", "-", "(") or (sign == "-" and text.glued(last)):
        return None
    place = last + 1
    if text.word(place).lower() in ("de", "het", "een", "als", "is"):
        place += 1
    for index in range(place, place + _AFTER):
        word = text.word(index)
        if (
            not word
            or word in (",", ".", ")", "(", ";")
            or (index > place and not text.joined(index) and word != "-" and not text.glued(index))
        ):
            return None
        if is_role(_read_compound(text, index)):
            if _is_new_clause(text, place, index):
                return None
            return _cut_behind(text, place, index, inside=sign == "(")
    return None


def _is_new_clause(text: Text, place: int, role: int) -> bool:
    """Tell whether lower-case words that fit no role stand between the sign and the role."""
    for index in range(place, role):
        word = text.word(index)
        if word == "-" or fold(word) in _MODIFIERS or word[:1].isupper():
            continue
        if word in (
            "van",
            "en",
            "die",
            "dat",
            "heeft",
            "is",
            "de",
            "het",
            "een",
            "met",
            "werd",
            "wordt",
            "zegt",
        ):
            return True
    return False


def _cut_behind(text: Text, place: int, role: int, *, inside: bool) -> Role:
    """Give the role from `place`, its organisation behind it."""
    cut = role + 1
    while text.joined(cut) and fold(text.word(cut)) in _ROLE_WORDS | {"&"}:
        cut += 1
    low = fold(text.word(role))
    if low in _MINISTERS and text.word(cut) in ("van", "voor"):
        end = _follow_portfolio(text, cut + 1)
        return Role(text.phrase(place, end), 0, 0, end)
    while (
        text.joined(cut)
        and (tag := text.tag(cut)) is not None
        and tag.capital
        and tag.common
        and not tag.upper
        and tag.sort is None
        and tag.node is None
    ):
        cut += 1
    if (
        text.word(cut) in ("en", "&")
        and (tag := text.tag(cut + 1)) is not None
        and tag.capital
        and tag.common
        and tag.sort is None
    ):
        cut += 2
    start = cut
    if (inside and text.word(cut) == ",") or (text.word(cut) in _TOWARDS and text.joined(cut)):
        start = cut + 1
    while text.word(start).lower() in ("de", "het", "een"):
        start += 1
    steps = 0
    while (
        steps < _TO_BODY and text.tag(start) is None and text.word(start).isalpha() and text.joined(start + 1)
    ):
        start += 1
        steps += 1
    tag = text.capital(start)
    if tag is None or (start > cut and not text.joined(start)):
        return Role(text.phrase(place, cut), 0, 0, cut)
    return Role(text.phrase(place, cut), start, text.run_end(start), cut)


def _follow_portfolio(text: Text, place: int) -> int:
    end = place
    for _ in range(12):
        tag = text.tag(end)
        if (tag is not None and tag.capital) or (
            text.word(end) in ("en", ",", "&", "van", "voor", "de") and text.capital(end + 1) is not None
        ):
            end += 1
        else:
            break
    return end


def give_role(text: Text, person: FoundPerson, role: Role | None) -> None:
    """Write a role and its organisation to a person."""
    if role is None:
        return
    person.role = role.text
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
    between = [text.word(index) for index in range(last, first)]
    if between[0] == "(" and ")" in between:
        between = between[between.index(")") + 1 :]
    return bool(between) and all(word in (",", "en", "&") for word in between)


def _share(text: Text, group: Sequence[FoundPerson]) -> None:
    appointed = find_appointment(text, group[-1].last)
    if appointed is not None:
        for person in group:
            if person.role is None:
                give_role(text, person, appointed)
    for model in (group[0], group[-1]):
        if model.role is not None and is_plural_role(fold(model.role.split()[-1])):
            for person in group:
                if person.role is None:
                    person.role, person.body_first = model.role, model.body_first
                    person.organisation = person.organisation or model.organisation
