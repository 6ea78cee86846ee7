"""The names that stand in a row with the one that answers: "Els Mol (CDA) en wethouder Jan Bos" opened it together.

The finders of `shorts.py` choose one name, which is likelier than a row of them. What a sentence says of one name in a
row it says of all, so the row is shown: names of one sort, with "en" before the last, whatever stands between them of
roles, brackets and articles.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer.cues import ROLE_ENDINGS, ROLE_WORDS, is_plural
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import words_of
from assistant.answer.itemwords import FINITE
from assistant.answer.kinds import QuestionKind
from assistant.answer.names import find_names
from assistant.answer.nounphrases import is_body
from assistant.answer.question import Question
from assistant.answer.roles import asks_role, same_role
from assistant.dutch import fold
from assistant.types import ExtractKind, RegionValue, Span

KINDS = frozenset(
    {
        QuestionKind.PERSON,
        QuestionKind.ORGANISATION,
        QuestionKind.PLACE,
        QuestionKind.NAME,
        QuestionKind.LIST,
    }
)
"""Kinds of question that names answer."""
_MARK = re.compile(r"(?P<joins>,? (?:en|alsook|evenals|alsmede|als) | & )|, ")
_BRACKETS = re.compile(r" ?\([^()\n]{1,80}\)")
_TAIL = re.compile(
    r"(?: ?\([^()\n]{1,80}\))?(?: (?:van|uit|namens) (?:de |het )?[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*)?(?: ?\([^()\n]{1,80}\))?"
)
"""What belongs to a name behind it: brackets, of what town or party somebody is."""
_APPOSITION = re.compile(r", (?P<role>[a-zà-ÿ][^,;:()\n]{2,70}?)(?=,? (?:en|alsook|evenals) |, )")
_LEAD_WORDS = frozenset(
    "de het den een ook tevens mevrouw heer heren dames mw dhr mevr dr ir mr drs prof".split()
)
_PREPOSITION = re.compile(
    r"\b(?P<link>aan|bij|door|in|met|naar|namens|op|te|tussen|uit|van|via|volgens|voor) (?:(?:de|het|den|een) )?$"
)
_ONE_ONLY = re.compile(
    r"\b(?:ene|enige|één)\b|\b(?:als|de|het) eerste\b|\bsamen met\b|\bnaast\b", re.IGNORECASE
)
"""Words of a question that want one, or those beside one that it names."""
_ANY_BODY = frozenset(
    "organisatie organisaties instantie instanties partij partijen partner partners overheid overheden wie".split()
) | {None}
_PUBLIC = frozenset(
    "ministerie departement departementen provincie gemeente gemeenten waterschap agentschap federatie".split()
)
_APART = re.compile(r"\b(?:respectievelijk|resp\.|onderscheidenlijk)")
_NEXT = re.compile(r" (?P<word>[a-zà-ÿ]+)")
_CLAUSE_START = re.compile(r"[,;:]|\b(?:dat|die|omdat|doordat|waar\w*|of|terwijl|zodat|als|maar)\b")
_LONGEST_ROLE = 160
"""Characters of a role behind a comma at most."""
_WORDS = re.compile(r"\S+")
_MOST, _LONGEST = 12, 600
"""Names in a row, and its characters."""


@dataclass(frozen=True, slots=True)
class _Member:
    """A name in a sentence: `span` is bare, `end` lies behind what belongs to it; `post` is its function."""

    span: Span
    end: int
    sort: str
    post: str


def find_fellows(question: Question, unit: Unit, short: Span) -> Span | None:
    """Give the stretch of the row that the short answer stands in, both in the document; None where it stands alone."""
    if question.kind not in KINDS or unit.items or _ONE_ONLY.search(question.text):
        return None
    text, base = unit.text, unit.span.start
    if not unit.span.covers(short) or _APART.search(text):
        return None
    place = short.shift(-base)
    members = list(_read_members(unit))
    own = [number for number, member in enumerate(members) if member.span.overlaps(place)]
    if not own or not _is_bare(text, place, members[own[0]], members[own[-1]]):
        return None
    first, last = _widen(text, members, own[0], own[-1])
    row = members[first : last + 1]
    span = Span(
        min(place.start, _with_lead(text, row)), max(place.end, _with_brackets(text, row[-1].span.end))
    )
    if len(row) in (1, len(own)) or len(row) > _MOST or len(span) > _LONGEST:
        return None
    if not _may_join(question, unit, row, own, first):
        return None
    return span.shift(base)


def _read_members(unit: Unit) -> Iterator[_Member]:
    """Yield the names of a unit in order, those that belong to the name before them left out."""
    text, base = unit.text, unit.span.start
    levels = {
        fact.span.shift(-base): fact.value.level
        for fact in unit.reading.facts_in(unit.span, ExtractKind.REGION)
        if isinstance(fact.value, RegionValue)
    }
    names = () if text.isupper() else find_names(unit.reading, unit.span)
    things = [
        (name.span, f"plaats {levels[name.span]}" if name.span in levels else name.kind, name.post)
        for name in names
        if not _is_title(text, name.span)
    ]
    things += [
        (span, f"plaats {level}", "")
        for span, level in levels.items()
        if not any(span.overlaps(name.span) for name in names)
    ]
    end = -1
    persons = frozenset(name.span.start for name in names if name.kind == "person")
    for span, sort, post in sorted(things, key=lambda thing: thing[0]):
        if span.start >= end:
            end = _tail_end(text, span.end, persons if span.start in persons else frozenset())
            yield _Member(span, end, sort, post)


def _is_title(text: str, span: Span) -> bool:
    """Tell whether a run of capitals is no name but a role, or the adjective before one: "Vlaams minister"."""
    words = span.of(text).split()
    if all(_is_role(word) for word in words):
        return True
    following = _NEXT.match(text, span.end)
    return (
        len(words) == 1
        and words[0].endswith(("s", "se"))
        and following is not None
        and _is_role(following["word"])
    )


def _is_role(word: str) -> bool:
    plain = fold(word.strip(",.()"))
    return (
        plain in ROLE_WORDS
        or plain.endswith((*ROLE_ENDINGS, "-generaal"))
        or plain.removesuffix("s") in ROLE_WORDS
    )


def _tail_end(text: str, end: int, persons: frozenset[int]) -> int:
    """Give where a name ends with its brackets, its town or party and the role behind its comma.

    The role runs on to the next of the `persons`: "Els Mol, hoofd van Natuur en Bos, en Jan Veld".
    """
    found = _TAIL.match(text, end)
    end = found.end() if found else end
    beside = _APPOSITION.match(text, end)
    if beside is not None and any(map(_is_role, beside["role"].split()[:3])):
        marks = _MARK.finditer(text, end + 2, end + _LONGEST_ROLE)
        ends = [mark.start() for mark in marks if _first_behind(text, mark.end()) in persons]
        return ends[0] if ends else beside.end()
    return end


def _first_behind(text: str, start: int) -> int:
    """Give where a name would begin behind the mark of a row, past what may lead it in."""
    for word in _WORDS.finditer(text, start):
        if not _may_lead(word.group()):
            return word.start()
    return start


def _with_brackets(text: str, end: int) -> int:
    found = _BRACKETS.match(text, end)
    return found.end() if found else end


def _is_bare(text: str, place: Span, first: _Member, last: _Member) -> bool:
    """Tell whether the short answer is its names, and nothing before or behind them but articles and roles."""
    before = text[place.start : max(place.start, first.span.start)]
    behind = text[last.end : place.end]
    cut_off = _MARK.match(behind)  # "minister Mol en Vlaams": a row that was cut in its midst
    behind = behind[cut_off.end() :] if cut_off else behind
    return all(map(_may_lead, (*before.split(), *behind.split())))


def _may_lead(word: str) -> bool:
    """Tell whether a word may stand before a name in a row: an article, a role, the sort of body, "Vlaams"."""
    plain = fold(word.strip(".,"))
    adjective = word[0].isupper() and word.endswith(("s", "se"))
    return plain in _LEAD_WORDS or _is_role(word) or is_body(plain) or adjective


def _widen(text: str, members: Sequence[_Member], first: int, last: int) -> tuple[int, int]:
    """Give the first and the last member of the row around some, which ends behind its last "en"."""
    labelled = _find_labelled(text, members)
    if labelled is not None and labelled <= first:
        return labelled, len(members) - 1
    end = last
    links = [_link(text, one, other) for one, other in itertools.pairwise(members)]
    while (
        end < len(links) and links[end] and not (end > first and links[end - 1] == "en" and links[end] == ",")
    ):
        end += 1
    while end > last and links[end - 1] != "en":
        end -= 1
    closed = any(link == "en" for link in links[first:end])
    start = first
    while closed and start > 0 and links[start - 1] == ",":
        start -= 1
    if not closed and first == last and first > 0 and links[first - 1] == "en":
        start = first - 1
        while start > 0 and links[start - 1] == ",":
            start -= 1
    return start, end


_LABEL = re.compile(r"[A-ZÀ-Þ][\w ()/-]{2,40}: ?")


def _find_labelled(text: str, members: Sequence[_Member]) -> int | None:
    """Give the first of the names that fill a line behind its label, "Afwezig: Els Mol (Lier), Jan Bos"; None in any other."""
    label = _LABEL.match(text)
    if label is None or members[-1].end < len(text.rstrip(" .;")):
        return None
    first = next((place for place, one in enumerate(members) if one.span.start >= label.end()), len(members))
    own = members[first:]
    if len(own) < 2 or not all(map(_may_lead, text[label.end() : own[0].span.start].split())):
        return None
    return first if all(_link(text, one, other) for one, other in itertools.pairwise(own)) else None


def _link(text: str, one: _Member, other: _Member) -> str:
    """Give what joins two names of one sort: "en", a comma, or nothing."""
    mark = _MARK.match(text, one.end)
    if mark is None or not _is_alike(one.sort, other.sort) or mark.end() > other.span.start:
        return ""
    if mark.group().strip() == "als" and "zowel " not in text[max(0, one.span.start - 40) : one.span.start]:
        return ""
    lead = text[mark.end() : other.span.start].split()
    before = _PREPOSITION.search(text[max(0, one.span.start - 40) : one.span.start])
    if lead and before and lead[0] == before["link"]:
        lead = lead[1:]
    if not all(map(_may_lead, lead)):
        return ""
    return "en" if mark["joins"] else ","


def _is_alike(one: str, other: str) -> bool:
    """Tell whether two names are of one sort; one of which nothing is known is like any but a place."""
    return one == other or (
        "name" in (one, other) and not one.startswith("plaats") and not other.startswith("plaats")
    )


def _with_lead(text: str, row: Sequence[_Member]) -> int:
    """Give where a row begins: with the role before its first name, where one stands before another."""
    start = row[0].span.start
    roles = any(
        any(map(_is_role, text[one.end : other.span.start].split())) for one, other in itertools.pairwise(row)
    )
    while roles and (found := re.search(r"(?P<word>\S+) $", text[:start])) and _may_lead(found["word"]):
        start = found.start()
    return start


def _may_join(question: Question, unit: Unit, row: Sequence[_Member], own: Sequence[int], first: int) -> bool:
    """Tell whether what is asked may be said of all: none is in the question, none begins a clause, all have its role."""
    text, known = unit.text, words_of(question)
    if question.kind is QuestionKind.PLACE and any(
        member.sort in ("person", "organisation") for member in row
    ):
        return False
    others = [member for number, member in enumerate(row, first) if number not in own]
    if any({fold(word) for word in member.span.of(text).split()} <= known for member in others):
        return False
    if _opens_clause(text, row) or (
        _asks_one_sort(question) and len({_is_public(text, member) for member in row}) > 1
    ):
        return False
    if (
        question.kind is QuestionKind.LIST
        or not asks_role(question)
        or _gets_post(question, text, row[-1].end)
    ):
        return True
    before = text[: row[0].span.start].split()[-1:]
    shared = bool(before) and _is_role(before[0]) and is_plural(before[0].lower())
    return shared or all(same_role(question, member.post) for member in row)


def _gets_post(question: Question, text: str, end: int) -> bool:
    """Tell whether all of a row get the asked post, whatever they are now: "draagt A, hoofd van B, en C voor als leden"."""
    found = _APPOINTED.match(text, end)
    asked = _ASKED_POST.search(question.text)
    return any(
        one is not None and (_is_role(one["post"]) or one["post"] == "leden") for one in (found, asked)
    )


_APPOINTED = re.compile(
    r",? ?(?:(?:voor|aan) )?(?:als|tot) (?:de |het )?(?:[a-zà-ÿ-]+e )?(?P<post>[a-zà-ÿ-]+)"
)
_ASKED_POST = re.compile(r"\b(?:als|tot) (?:de |het )?(?:[a-zà-ÿ-]+e )?(?P<post>[a-zà-ÿ-]+)")


def _asks_one_sort(question: Question) -> bool:
    """Tell whether the question asks for bodies of a sort or names of a thing: "welke mensenrechtenorganisatie"."""
    return question.kind in (QuestionKind.ORGANISATION, QuestionKind.NAME) and question.asked not in _ANY_BODY


def _is_public(text: str, member: _Member) -> bool:
    """Tell whether a name says itself that it is one of a ministry, a province, a town: of another sort than bare names."""
    return fold(member.span.of(text).split()[0]) in _PUBLIC


def _opens_clause(text: str, row: Sequence[_Member]) -> bool:
    """Tell whether the last name begins a clause of its own: "steun van Lier en Genk betaalt de rest"."""
    following = _NEXT.match(text, row[-1].end)
    if following is None or len(row) != 2 or following["word"].endswith(("en", "met", "tot", "uit")):
        return False
    if not (FINITE.fullmatch(following["word"]) or following["word"].endswith(("t", "de", "te"))):
        return False
    before = _CLAUSE_START.split(text[: row[0].span.start])[-1]
    return bool(FINITE.search(before) or re.search(r"\b[a-zà-ÿ]{3,}(?:t|de|te|den|ten)\b", before))
