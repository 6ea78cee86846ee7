"""Values in a row of pairs: "40 procent kiest voor de fiets, 25 procent voor de bus", "Lier telt 12.000 inwoners en Mol 8.000".

What the first pair shares with the others (its verb, its noun) makes its value the nearest one. A later pair says no more than
what it is of, and its value: where the question names that, its value is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.answer.adjectives import is_adjective
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.itemwords import holds_clause
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.nounphrases import read_phrase
from assistant.answer.quantities import find_quantities
from assistant.answer.question import Question
from assistant.answer.textwords import normalise_number
from assistant.dutch import STOP_WORDS, fold
from assistant.types import BlockKind, Span

_KINDS = frozenset(
    {
        QuestionKind.AMOUNT,
        QuestionKind.COUNT,
        QuestionKind.SHARE,
        QuestionKind.PERIOD,
        QuestionKind.MOMENT,
    }
)
_ABOUT = (
    r"(?:(?:nog eens|nog|ruim|circa|ongeveer|bijna|zo'n|slechts|maximaal|minimaal|op|in|per|de|€) ?){0,2}"
)
_WHOSE = frozenset({QuestionKind.PERSON, QuestionKind.ORGANISATION, QuestionKind.PLACE})
_YEAR = re.compile(r"(?:19|20)\d\d")
_JOINT = r"(?:[,;] (?:en |maar )?| en | maar )"
_SHORT_NAME = r"(?: \([A-ZÀ-Þ][\w&.+-]{0,11}\))?"
"""The abbreviation of what a value is of, in brackets behind it."""
_SHORT_NAMES = re.compile(_SHORT_NAME.removesuffix("?"))
_NEXT_VALUE = re.compile(rf"(?P<rest>[^,;:()]{{0,80}}?{_SHORT_NAME}){_JOINT}{_ABOUT}")
"""Between two values of which each stands before what it is of."""
_NEXT_THING = re.compile(
    rf"(?P<rest>[^,;:()]{{0,60}}?){_JOINT}(?:die |dat )?(?P<thing>[^,;:()\d]{{2,60}}?) {_ABOUT}"
)
"""Between two values of which each stands behind what it is of."""
_TAIL = re.compile(rf"(?P<rest>(?:(?!(?<!-) en | maar |\. | \()[^,;:()]){{0,80}}{_SHORT_NAME})")
_CLAUSE = re.compile(r"[,;:()]|\. ")
_OWN = re.compile(rf"{_ABOUT}$")
_OF = re.compile(r" ?(?P<of>voor|van|aan|naar|uit|in|met|via|bij|door|tot) ")
_THING = re.compile(r"(?:de|het|een|onze|deze|dit) |[A-ZÀ-Þ]")
"""How what a value is of begins where it has no preposition."""
_TOGETHER = re.compile(r"(?:samen|tezamen|bij elkaar|(?:in )?totaal)")
"""What stands before the sum of a row, which is of all of its things."""
_WORD = re.compile(r"[^\W_][\w’'-]*")
_BARE = re.compile(r"\d+(?:[.,]\d+)*")
_COUNTED = re.compile(r"\d(?P<noun> [a-zà-ÿ-]{3,})$")
_FAR = 180
"""Characters between two values of a row at most."""
_LEAST = 0.7
"""How strongly what a value is of holds a word of the question."""
_MOST_WORDS = 5
"""Words of a later pair beside its value."""


def keep_paired(
    question: Question, unit: Unit, candidates: Sequence[Candidate], matcher: Matcher
) -> list[Candidate]:
    """Give the candidates without those of other pairs than the one that the question names, where it names one."""
    found = list(candidates)
    if question.kind not in _KINDS or len(found) < 2:
        return found
    if unit.reading.blocks.is_kind(unit.block, BlockKind.ROW):
        return found
    values = part_values(unit, found)
    for form in (_NEXT_VALUE, _NEXT_THING):
        for row in _find_rows(unit.text, values, form):
            first, later = _read_things(unit.text, row, form)
            if len(later) > 1 and _TOGETHER.fullmatch(later[-1].strip()):
                later.pop()
            things = [_head_first(first, later, form), *(_head(thing, form) for thing in later)]
            named = [place for place, thing in enumerate(things) if thing and _is_named(thing, matcher)]
            if len(named) == 1 and all(things) and (named[0] or all(map(_is_firm, later))):
                parted = _leave_whole(unit, found, row[0].start)
                return _keep_one(unit, parted, row, named[0])
    return found


def keep_valued(question: Question, unit: Unit, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates without those that go with another value of a row than the one the question holds.

    "Wie krijgt 5 miljoen euro?" of "3 miljoen euro aan Lier en 5 miljoen euro aan Mol" is not Lier.
    """
    found = list(candidates)
    if question.kind not in _WHOSE or not found or not any(map(str.isdecimal, question.text)):
        return found
    asked = {write_number(one.number.of(question.text)) for one in find_quantities(question.text)}
    values = [one.span for one in find_quantities(unit.text) if not _YEAR.fullmatch(one.number.of(unit.text))]
    if len(asked) != 1 or len(values) < 2:
        return found
    for form in (_NEXT_VALUE, _NEXT_THING):
        for row in _find_rows(unit.text, values, form):
            own = [place for place, span in enumerate(row) if write_number(span.of(unit.text)) in asked]
            if len(own) == 1:
                areas = [area.shift(unit.span.start) for area in _find_areas(unit.text, row, form)]
                other = [area for place, area in enumerate(areas) if place != own[0]]
                kept = [one for one in found if not any(map(one.span.overlaps, other))]
                return [*kept, *_read_own(unit, areas[own[0]], kept)]
    return found


def _read_own(unit: Unit, area: Span, kept: Sequence[Candidate]) -> Iterator[Candidate]:
    """Give who stands beside the value that the question holds, where no other candidate is surely that one."""
    if any(one.span.overlaps(area) and one.fit >= _SURE for one in kept):
        return
    told = area.of(unit.reading.document.text)
    way = _OF_UNIT.match(told)
    phrase = read_phrase(told, way.end() if way else len(told) - len(told.lstrip()))
    if phrase is not None and (phrase.is_body or any(map(str.isupper, phrase.span.of(told)))):
        yield Candidate(phrase.span.shift(area.start), _BESIDE)


_OF_UNIT = re.compile(rf"(?: ?%| [a-zà-ÿ]+){{0,2}}?{_OF.pattern}")
_SURE, _BESIDE = 0.5, 0.8
"""The fit from which a candidate is surely who was asked for, and that of one who is only read beside the value."""


def write_number(number: str) -> str:
    """Give a number, with its scale, as it is compared."""
    return " ".join(normalise_number(word) for word in fold(number).split())


def _find_areas(text: str, row: Sequence[Span], form: re.Pattern[str]) -> list[Span]:
    """Give where it is said of each value of a row what it is of."""
    links = [form.fullmatch(text, one.end, other.start) for one, other in pairwise(row)]
    name = "thing" if form is _NEXT_THING else "rest"
    found = [Span(*link.span(name)) for link in links if link is not None]
    if form is _NEXT_THING:
        begin = max((mark.end() for mark in _CLAUSE.finditer(text, 0, row[0].start)), default=0)
        return [Span(begin, row[0].start), *found]
    tail = _TAIL.match(text, row[-1].end)
    return [*found, Span(*tail.span("rest")) if tail else Span(row[-1].end, row[-1].end)]


def part_values(unit: Unit, candidates: Sequence[Candidate]) -> list[Span]:
    """Give where the values of a unit stand, those that overlap as one."""
    parted: list[Span] = []
    inside = (one.span for one in candidates if unit.span.covers(one.span))
    for span in sorted(one.shift(-unit.span.start) for one in inside):
        if parted and span.overlaps(parted[-1]):
            span = Span(parted.pop().start, span.end)
        parted.append(span)
    return parted


def _find_rows(text: str, values: Sequence[Span], form: re.Pattern[str]) -> list[list[Span]]:
    """Give the rows of values that are linked in one form."""
    rows: list[list[Span]] = []
    for one, other in pairwise(values):
        if other.start - one.end > _FAR or form.fullmatch(text, one.end, other.start) is None:
            continue
        if rows and rows[-1][-1] == one:
            rows[-1].append(other)
        else:
            rows.append([one, other])
    return rows


def _read_things(text: str, row: Sequence[Span], form: re.Pattern[str]) -> tuple[str, list[str]]:
    """Give the words that say what the first value of a row is of, and those of the later ones."""
    links = [form.fullmatch(text, one.end, other.start) for one, other in pairwise(row)]
    found = [link for link in links if link is not None]
    if form is _NEXT_THING:
        plain = _SHORT_NAMES.sub(lambda found: "_" * len(found.group()), text[: row[0].start])
        begin = max((mark.end() for mark in _CLAUSE.finditer(plain)), default=0)
        later = [link["thing"] for link in found]
        first = _OWN.sub("", text[begin : row[0].start])
    else:
        tail = _TAIL.match(text, row[-1].end)
        later = [*(link["rest"] for link in found[1:]), tail["rest"] if tail else ""]
        first = found[0]["rest"]
    return first, later


def _is_firm(thing: str) -> bool:
    """Tell whether the words of a later pair are a thing for sure, and not "later" or "inmiddels"."""
    return _OF.match(thing) is not None or _THING.match(thing) is not None


def _head_first(first: str, later: Sequence[str], form: re.Pattern[str]) -> str:
    """Give what the first value is of, which is said with more words: with the preposition of the others, or at the beginning."""
    ways = {found["of"] if (found := _OF.match(thing)) else "" for thing in later}
    way = ways.pop()
    if ways:
        return ""
    if way:
        place = f" {first.lower()}".rfind(f" {way} ")
        return "" if place < 0 else _first_thing(first[place:].split()[1:])
    return _first_thing(first.split()) if form is _NEXT_THING else ""


def _head(thing: str, form: re.Pattern[str]) -> str:
    """Give the first thing of what stands in a later pair; nothing where that is more than a thing."""
    way = _OF.match(thing)
    most = _MOST_WORDS if not thing.endswith(")") else 2 * _MOST_WORDS
    if len(thing.split()) > most or holds_clause(thing.strip()):
        return ""
    if way is None and form is _NEXT_VALUE:
        return ""
    return _first_thing(thing[way.end() if way else 0 :].split())


def _first_thing(words: Sequence[str]) -> str:
    """Give the first noun or name of some words."""
    shown = [found.group() for word in words if (found := _WORD.search(word))]
    for place, word in enumerate(shown):
        if fold(word) in STOP_WORDS:
            continue
        end = place + 1
        if is_adjective(word) and end < len(shown) and not holds_clause(shown[end]):
            end += 1
        while end < len(shown) and (shown[end][0].isupper() or shown[end][0].isdecimal()):
            end += 1
        short = [shown[-1]] if words[-1].endswith(")") and end < len(shown) else []
        return " ".join((*shown[place:end], *short))
    return ""


def _is_named(thing: str, matcher: Matcher) -> bool:
    return max(matcher.strengths(thing), default=0.0) >= _LEAST


def _leave_whole(unit: Unit, candidates: Sequence[Candidate], start: int) -> list[Candidate]:
    """Give the candidates without the whole before a row of its parts: "412 inwoners: 188 in Mol en 224 in Geel"."""
    colon = _PARTED.search(unit.text, 0, start)
    end = unit.span.start + colon.start() if colon else unit.span.start
    return [one for one in candidates if one.span.end > end]


_PARTED = re.compile(r": (?:€ )?$")


def _keep_one(
    unit: Unit, candidates: Sequence[Candidate], row: Sequence[Span], place: int
) -> list[Candidate]:
    """Give the candidates without those of the other values of a row, a bare number with what the first one counts."""
    others = [span.shift(unit.span.start) for number, span in enumerate(row) if number != place]
    kept = [one for one in candidates if not any(one.span.overlaps(other) for other in others)]
    own = row[place].shift(unit.span.start)
    counted = _COUNTED.search(row[0].of(unit.text))
    if not place or counted is None or not _BARE.fullmatch(row[place].of(unit.text)):
        return kept
    whole = f"{row[place].of(unit.text)}{counted['noun']}"
    return [replace(one, text=whole) if one.span == own and not one.text else one for one in kept]
