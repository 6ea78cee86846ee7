"""Which goes with which behind "respectievelijk": "Lier en Mol kregen respectievelijk 3 en 5 miljoen euro" gives Mol 5.

Nearness alone would take the one value that has its unit, or the last one, for that of each of the things.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.itemwords import FINITE
from assistant.answer.matching import Matcher
from assistant.dutch import STOP_WORDS, fold
from assistant.types import BlockKind, Span

_MARK = re.compile(r"\b(?:respectievelijk|onderscheidenlijk|resp\.) ", re.IGNORECASE)
_AND = re.compile(r",? en ")
_COMMA = re.compile(r", ")
_LINK = re.compile(r",? en (?:binnen |van |met |op |tot |na |voor )?")
"""Between two values that go with the two things around the word."""
_END = re.compile(r"[;:()]|, |\. | (?:en|maar|terwijl|waarvan) ")
"""What ends the last of the things, or the last of the values."""
_BEGIN = re.compile(r"[;:()]|\. ")
_WORD = re.compile(r"[^\W_][\w’'.,/-]*(?<![.,])")
_BARE = re.compile(r"(?:^|\D )(?P<number>\d+(?:[.,]\d+)*)$")
"""A part that ends in a number without a unit."""
_MEASURE = re.compile(r"\d(?P<measure>(?: ?%| [^\W\d][^\d]{1,60}))$")
"""What stands behind the number of the last part, as far as it is told."""
_MOST = 6
"""Things in such a row at most."""
_LEAST = 0.7
"""How strongly what stands for a thing holds a word of the question."""


def keep_respective(unit: Unit, candidates: Sequence[Candidate], matcher: Matcher) -> list[Candidate]:
    """Give the candidates without those that go with another thing of the row than the one that is asked about.

    Where the one that goes with it has no unit of its own, it gets that of the last: "3 en 5 miljoen euro". Those that go
    with all things that are asked about are one.
    """
    found = list(candidates)
    mark = _MARK.search(unit.text) if found else None
    if mark is None or unit.reading.blocks.is_kind(unit.block, BlockKind.ROW):
        return found
    asked = _find_asked(unit.text, mark, matcher)
    if asked is None:
        return _keep_between(unit, found, mark, matcher)
    named, areas = asked
    inside = [[one for one in found if one.span.overlaps(area.shift(unit.span.start))] for area in areas]
    whole = inside[-1][0] if inside[-1] else None
    bare = [None if whole is None else _with_unit(unit, area, whole) for area in areas]
    own = [[one] if one is not None else held for one, held in zip(bare, inside, strict=True)]
    apart = [one for one in found if not any(one in held for held in inside)]
    if len(named) == 1:
        return [*apart, *own[min(named)]]
    if not all(own):
        return apart
    spans = [held[0].span for held in own]
    ends = Span(min(span.start for span in spans), max(span.end for span in spans))
    return [*apart, Candidate(ends, own[-1][0].fit)]


def _keep_between(
    unit: Unit, found: list[Candidate], mark: re.Match[str], matcher: Matcher
) -> list[Candidate]:
    """Give the candidates without the one of the other thing, where the word stands between two things of two values.

    "Volwassenen respectievelijk kinderen betalen 8 en 4 euro" gives children 4.
    """
    if not all(unit.span.covers(one.span) for one in found):
        return found  # a sentence beside it has some of them
    values: list[Span] = []
    for span in sorted({one.span.shift(-unit.span.start) for one in found}):
        if values and span.overlaps(values[-1]):
            span = Span(values.pop().start, span.end)
        values.append(span)
    if len(values) != 2 or values[0].start < mark.end():
        return found
    if _LINK.fullmatch(unit.text, values[0].end, values[1].start) is None:
        return found
    begin = max((one.end() for one in _BEGIN.finditer(unit.text, 0, mark.start())), default=0)
    things = [Span(begin, mark.start()), Span(mark.end(), values[0].start)]
    if things[0].start >= things[0].end or _AND.search(unit.text, *_ends(things[0])):
        return found
    named = _find_named(unit.text, things, matcher)
    if len(named) != 1:
        return found
    own = values[min(named)].shift(unit.span.start)
    return [one for one in found if one.span.overlaps(own)]


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _find_asked(text: str, mark: re.Match[str], matcher: Matcher) -> tuple[frozenset[int], list[Span]] | None:
    """Give which of a row are asked about, one or all, and where what goes with them is; None where that is not clear."""
    behind = _row_behind(text, mark.end())
    before = None if behind is None else _row_before(text, mark.start(), len(behind))
    if behind is None or before is None:
        return None
    named, own = _find_named(text, behind, matcher), _find_named(text, before, matcher)
    if not named:
        return (own, behind) if len(own) in (1, len(behind)) else None
    return (named, before) if not own and len(named) == 1 else None


def _row_behind(text: str, start: int) -> list[Span] | None:
    """Give the parts of the row that begins at a place, up to the one behind its "en"."""
    joint = _AND.search(text, start)
    stop = _BEGIN.search(text, start)
    if joint is None or (stop is not None and stop.start() < joint.start()):
        return None
    end = _END.search(text, joint.end())
    parts = _part(text, start, joint.start())
    last = Span(joint.end(), end.start() if end else len(text.rstrip(" .")))
    return [*parts, last] if len(parts) < _MOST else None


def _row_before(text: str, stop: int, count: int) -> list[Span] | None:
    """Give the last row of so many parts that ends before a place."""
    begin = max((found.end() for found in _BEGIN.finditer(text, 0, stop)), default=0)
    for joint in reversed(list(_AND.finditer(text, begin, stop))):
        parts = _part(text, begin, joint.start())
        if len(parts) >= count - 1:
            end = _END.search(text, joint.end(), stop)
            return [*parts[1 - count :], Span(joint.end(), end.start() if end else stop)]
    return None


def _part(text: str, start: int, end: int) -> list[Span]:
    """Give the parts of a row between its commas."""
    commas = list(_COMMA.finditer(text, start, end))
    starts = [start, *(comma.end() for comma in commas)]
    return [
        Span(one, other)
        for one, other in zip(starts, [*(comma.start() for comma in commas), end], strict=True)
        if one < other
    ]


def _find_named(text: str, row: Sequence[Span], matcher: Matcher) -> frozenset[int]:
    """Give the parts of a row that the question names, by a name or number where one of its parts holds one."""
    labels = [
        _head(text, part, first=not place, last=place + 1 == len(row)) for place, part in enumerate(row)
    ]
    held = [[strength >= _LEAST for strength in matcher.strengths(label)] for label in labels]
    telling = [place for place in range(len(matcher.terms)) if any(one[place] for one in held)]
    telling = [place for place in telling if not all(one[place] for one in held)]
    firm = [place for place in telling if matcher.terms[place].kind != "word"]
    return frozenset(
        number for number, one in enumerate(held) if any(one[place] for place in firm or telling)
    )


def _head(text: str, part: Span, *, first: bool, last: bool) -> str:
    """Give what names a part: its numbers, or of the first one its last words, of the last one its first, else all."""
    words = [word.group() for word in _WORD.finditer(part.of(text))]
    numbers = [place for place, word in enumerate(words) if word[0].isdecimal()]
    if numbers:
        return " ".join(words[numbers[0] : numbers[0] + 1] if last else words[numbers[-1] : numbers[-1] + 1])
    if first:
        return " ".join(_first_thing(words[::-1])[::-1])
    return " ".join(_first_thing(words)) if last else part.of(text)


def _first_thing(words: Sequence[str]) -> list[str]:
    """Give the words of the first thing in a row of words: up to its noun, or a name to its end."""
    for place, word in enumerate(words):
        if fold(word) in STOP_WORDS and not word[0].isupper():
            continue
        end = place + 1
        if word.islower() and word.endswith("e") and end < len(words) and not FINITE.fullmatch(words[end]):
            end += 1
        while end < len(words) and _is_named(words[end]):
            end += 1
        return list(words[place:end])
    return []


def _is_named(word: str) -> bool:
    return word[0].isupper() or word[0].isdecimal()


def _with_unit(unit: Unit, area: Span, whole: Candidate) -> Candidate | None:
    """Give the bare number of a part with the unit of the last one; None where it is no bare number."""
    bare = _BARE.search(area.of(unit.text))
    told = whole.span.of(unit.reading.document.text)
    measure = _MEASURE.search(told)
    if bare is None or measure is None:
        return None
    span = Span(bare.start("number"), bare.end("number")).shift(area.start + unit.span.start)
    return Candidate(span, whole.fit, f"{bare['number']}{measure['measure']}")
