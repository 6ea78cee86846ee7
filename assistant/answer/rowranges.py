"""Rows of a table that hold for a range of numbers: "5 – 30 gram" answers a question about 20 gram, "30 – 100 gram" does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from assistant.answer.evidence import Unit
from assistant.answer.intervals import Interval, find_intervals, is_unit, make_interval, read_figure
from assistant.answer.matching import Matcher
from assistant.answer.quantities import find_quantities
from assistant.answer.question import Question
from assistant.answer.reading import Reading
from assistant.answer.rows import caption_end, find_cells, row_label
from assistant.answer.surroundings import YEAR
from assistant.dutch import fold, stem, tokenize
from assistant.types import BlockKind

_LENT = 0.9
"""How strongly a row whose range holds the number of the question holds that number."""
_SHARED = 6
"""Letters that a unit and a header begin with alike: "inwoners" and "Inwonertal"."""
_MOST_ROWS = 3_000
"""Rows of one document that are looked through."""
_FARTHEST = 60
"""Rows of one table above and below that are looked at."""
_SHORT = 6
"""Words of a cell that is a range; what names one in more words tells something else."""
_DASHES = frozenset("–—-")
_HEADED = re.compile(r"(?:\((?:in )?|\bin )(?P<unit>[a-z]+)\)?$")
"""The unit that a header gives to the bare numbers below it: "Gewicht (kg)", "Leeftijd in jaren"."""


@lru_cache(maxsize=256)
def find_asked(text: str) -> tuple[Interval, ...]:
    """Give the numbers with a unit that a question names, or the ranges of them; years are none."""
    ranges = tuple(found for found in find_intervals(text) if found.unit)
    if ranges:
        return ranges
    found = []
    for quantity in find_quantities(text):
        number = quantity.number.of(text)
        euro = text[: quantity.number.start].rstrip().endswith("€")
        unit = "euro" if euro else (fold(quantity.following[0][0]) if quantity.following else "")
        figure = read_figure(number)
        if unit and figure is not None and not (YEAR.fullmatch(number) and not euro):
            found.append(make_interval(figure, figure, unit))
    return tuple(found)


def holds_asked(question: Question, unit: Unit) -> bool | None:
    """Tell whether the range of a row holds the number of the question; None where the row has no range of such a number."""
    asked = find_asked(question.text)
    if not asked or not unit.reading.blocks.is_kind(unit.block, BlockKind.ROW) or unit.items:
        return None
    return _holds(asked, unit.text)


def _holds(asked: Sequence[Interval], row: str) -> bool | None:
    told = False
    for number in asked:
        ranges = [found for header, found in _find_ranges(row) if _is_of(number, header, found)]
        pairs = [(found, number if found.unit else number.as_written()) for found in ranges]
        if any(found.covers(one) for found, one in pairs):
            told = True
        elif pairs and all(found.is_apart(one) for found, one in pairs):
            return False
    return True if told else None


def _find_ranges(row: str) -> Iterator[tuple[str | None, Interval]]:
    """Yield the ranges in the label and the cells of a row with the header of the cell; None where a label is only a range."""
    label = row_label(row).of(row)
    bare = not any(sign.isalpha() for sign in label.split("(")[0])
    yield from ((None if bare else "", found) for found in find_intervals(label))
    for header, cell in find_cells(row):
        value = cell.of(row).strip()
        if value.count(" ") < _SHORT:
            yield from ((header, _with_unit(header, found)) for found in find_intervals(value))
    yield from _find_parted(row, label)


def _with_unit(header: str, found: Interval) -> Interval:
    """Give a range of bare numbers the unit of its header."""
    headed = None if found.unit else _HEADED.search(fold(header))
    if headed is None or not is_unit(headed["unit"]):
        return found
    return make_interval(
        found.low, found.high, headed["unit"], open_low=found.open_low, open_high=found.open_high
    )


def _find_parted(row: str, label: str) -> Iterator[tuple[str | None, Interval]]:
    """Yield the ranges that stand in three cells: "Inwonertal: 8.001; Vergoeding: –; 10.000"."""
    pieces = [piece.strip() for piece in row.split(";")]
    for place, piece in enumerate(pieces[:-1]):
        if piece.rpartition(" ")[2] not in _DASHES:
            continue
        header, _, low = pieces[place - 1].rpartition(": ") if place else ("", "", label)
        low = low if any(map(str.isdecimal, low)) else ""
        found = find_intervals(f"{low}–{pieces[place + 1].strip('- ')}")
        yield from ((header.rpartition(" – ")[2] if place else None, one) for one in found)


def _is_of(number: Interval, header: str | None, found: Interval) -> bool:
    """Tell whether a range is one of what the number counts or measures."""
    if found.unit:
        return stem(found.unit) == stem(number.unit)
    return header is None or any(
        fold(token.text)[:_SHARED] == number.unit[:_SHARED] for token in tokenize(header)
    )


def add_fitting(question: Question, units: Sequence[Unit]) -> list[Unit]:
    """Give the units with the rows whose range holds the number of the question, in each document of which a row has one."""
    asked = find_asked(question.text)
    found = list(units)
    known = {unit.key for unit in units}
    seen: set[str] = set()
    for unit in units if asked else ():
        if unit.reading.document.id in seen or holds_asked(question, unit) is None:
            continue
        seen.add(unit.reading.document.id)
        for row in islice(unit.reading.blocks.places_of(BlockKind.ROW), _MOST_ROWS):
            other = Unit(unit.reading, row, unit.reading.blocks[row].span, unit.hit)
            if other.key not in known and _holds(asked, other.text):
                found.append(other)
    return found


def rows_beside(reading: Reading, row: int) -> Iterator[int]:
    """Yield the rows of the table of a row, as block indices, in order."""
    caption = _caption(reading, row)
    first = last = row
    while first > max(0, row - _FARTHEST) and _continues(reading, first - 1, caption):
        first -= 1
    while last + 1 < min(len(reading.blocks), row + _FARTHEST) and _continues(reading, last + 1, caption):
        last += 1
    yield from range(first, last + 1)


def _continues(reading: Reading, place: int, caption: str) -> bool:
    return reading.blocks.is_kind(place, BlockKind.ROW) and _caption(reading, place) == caption


def _caption(reading: Reading, row: int) -> str:
    text = reading.text_of(row)
    return text[: caption_end(text)]


def raise_fitting(question: Question, units: Sequence[Unit], matcher: Matcher) -> None:
    """Let each row whose range holds the number of the question hold that number."""
    asked = find_asked(question.text)
    places = [place for place, term in enumerate(matcher.terms) if term.kind == "number"]
    if not asked or not places:
        return
    for unit in units:
        if holds_asked(question, unit):
            for strengths in (unit.local, unit.close, unit.context, unit.wide):
                for place in places:
                    if not YEAR.fullmatch(matcher.terms[place].stem):
                        strengths[place] = max(strengths[place], _LENT)


def mark_outside(question: Question, units: Sequence[Unit]) -> None:
    """Add to `lacks` of each row whose range does not hold the number of the question that number."""
    for unit in units:
        if holds_asked(question, unit) is False:
            told = tuple(
                quantity.span.of(question.text).strip() for quantity in find_quantities(question.text)
            )
            unit.lacks = tuple(dict.fromkeys((*unit.lacks, *told[:1])))
