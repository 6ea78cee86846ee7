"""The row of a table with the most or the least, found by comparing all rows: "welke gemeente krijgt het meeste geld?".

Only a column whose values can all be read is compared; totals and rests are left out, and rows with the same value win
together. What else the question names must hold for the table or for the rows that are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from assistant.answer.cues import GENERIC_VERBS
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import same_noun, stem_of
from assistant.answer.finders.which import join_items
from assistant.answer.kinds import QuestionKind
from assistant.answer.likelihood import is_same_place
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.reading import Reading
from assistant.answer.rows import caption_end, find_cells, is_total, row_label
from assistant.answer.superlatives import Superlative, is_superlative, read_superlative, says_superlative
from assistant.dutch import fold, tokenize
from assistant.dutch.verbs import find_infinitive
from assistant.types import AmountValue, BlockKind, ExtractKind, Span

_LOOK, _HELD, _GAP = 25, 0.6, 6
"""Units whose tables are looked at, how strongly a word must be held, and blocks between the parts of one table."""
_MOST_ROWS = 300
"""Rows before and behind one that are read; a longer table is not compared."""
_REST = re.compile(r"(?:overige?n?|rest|diversen|onbekend|onvoorzien|n\.?v\.?t)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?P<sign>[-–−]?)(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<part>\d+))?(?: ?(?P<unit>%|[^\W\d_]+\.?))?"
)
_FACTS = (ExtractKind.AMOUNT, ExtractKind.SHARE, ExtractKind.COUNT)
_MONEY = re.compile(r"(?:geld|bedrag|middelen|euro)$")
_SHARE = re.compile(r"(?:percentage|aandeel|procent)$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

Value = tuple[str, float]
"""A unit and a number of it."""


@dataclass(frozen=True, slots=True)
class Extreme:
    """The rows that have the most or the least, to quote, and the short answer; None where the values cannot be compared."""

    short: str | None
    units: list[Unit]


@dataclass(frozen=True, slots=True)
class _Row:
    block: int
    text: str
    label: str
    cells: dict[str, Span]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The rows of one table that can be compared, with what names the table."""

    reading: Reading
    rows: list[_Row]
    naming: str
    whole: bool


def find_extreme(question: Question, matcher: Matcher, units: Sequence[Unit]) -> Extreme | None:
    """Give the rows that win in the tables of the best units; None where no table has a column of what is compared.

    The newest document goes first; tables of one date with other winners give no short answer.
    """
    wanted = read_superlative(question)
    if wanted is None:
        return None
    found: list[tuple[bool, Extreme, Reading]] = []
    for unit, sheet in _find_sheets(units[:_LOOK]):
        column = _find_column(question, wanted, matcher, sheet)
        if column is None or unit.lacks:
            continue
        rows = _keep_rows(question, wanted, matcher, sheet, column)
        named = _names_rows(question, wanted, matcher, sheet, unit, column)
        if rows is not None and named:
            extreme = _compare(question, wanted, unit, sheet, rows, column)
            found.append((named > 1, extreme, sheet.reading))
    if any(sure for sure, _, _ in found):
        found = [one for one in found if one[0]]
    return _settle([(extreme, reading) for _, extreme, reading in found])


def settle_superlative(
    question: Question, chosen: Sequence[Unit], units: Sequence[Unit], matcher: Matcher
) -> list[Unit] | None:
    """Give the units to quote for a question for the most or the least; None where it is left to those chosen.

    The best of those chosen that says it itself stands. Else the rows of a table are compared; without any, there is no
    short answer.
    """
    wanted = read_superlative(question)
    if wanted is None:
        return None
    best = chosen[0]
    row = best.reading.blocks.is_kind(best.block, BlockKind.ROW)
    if not row and says_superlative(wanted, best.text):
        return None
    found = find_extreme(question, matcher, units)
    if found is None:
        best.short = best.short_text = None
        return list(chosen)
    first = found.units[0]
    if found.short is not None:
        label = row_label(first.text).shift(first.span.start)
        first.short, first.short_text, first.fit = label if len(label) else first.span, found.short, 1.0
    return [
        *found.units,
        *(unit for unit in chosen if not any(is_same_place(unit, one) for one in found.units)),
    ]


def _settle(found: Sequence[tuple[Extreme, Reading]]) -> Extreme | None:
    """Give what the newest document says; of tables that are as new and say something else there is no short answer."""
    if not found:
        return None
    newest = max(reading.document.date or "" for _, reading in found)
    latest = [extreme for extreme, reading in found if (reading.document.date or "") == newest]
    shorts = {extreme.short for extreme in latest}
    units = [unit for extreme in latest for unit in extreme.units]
    return Extreme(shorts.pop() if len(shorts) == 1 else None, units)


def _find_sheets(units: Sequence[Unit]) -> Iterator[tuple[Unit, _Sheet]]:
    """Yield the tables of the units that are rows, each once, best unit first."""
    seen: set[tuple[str, int]] = set()
    for unit in units:
        reading, first = unit.reading, unit.block
        if unit.items or not reading.blocks.is_kind(first, BlockKind.ROW):
            continue
        if (reading.document.id, first) in seen:
            continue
        before, behind = (list(islice(_spread(reading, first, step), _MOST_ROWS)) for step in (-1, 1))
        blocks = sorted((*before, first, *behind))
        seen.update((reading.document.id, block) for block in blocks)
        rows = [_read_row(reading, block) for block in blocks]
        kept = [row for row in rows if row.cells and not is_total(row.label) and not _REST.match(row.label)]
        if len(kept) > 1:
            headers = {header for row in rows for header in row.cells}
            whole = not any(_goes_on(reading, block, headers) for block in (blocks[0] - 1, blocks[-1] + 1))
            yield unit, _Sheet(reading, kept, _naming(reading, blocks[0]), whole)


def _goes_on(reading: Reading, block: int, headers: set[str]) -> bool:
    """Tell whether a row beside a table has columns of it: another part, or a row whose label was read as a caption."""
    if not (0 <= block < len(reading.blocks) and reading.blocks.is_kind(block, BlockKind.ROW)):
        return False
    return any(header in headers for header, _ in find_cells(reading.text_of(block)))


def _spread(reading: Reading, first: int, step: int) -> Iterator[int]:
    """Yield the rows of the table that lie before or after one, also behind the turn of a page."""
    caption = _caption(reading.text_of(first))
    block, gap = first + step, 0
    while 0 <= block < len(reading.blocks) and gap <= _GAP:
        if reading.blocks.is_kind(block, BlockKind.HEADING):
            return
        row = reading.blocks.is_kind(block, BlockKind.ROW)
        same = row and _caption(reading.text_of(block)) == caption
        if (row and not same) or (gap and not caption):
            return
        if same:
            gap = 0
            yield block
        else:
            gap += 1
        block += step


def _caption(row: str) -> str:
    """Give the first part of the caption: a line between the rows of a table names those under it in the second."""
    return row[: caption_end(row)].partition(": ")[0]


def _read_row(reading: Reading, block: int) -> _Row:
    text = reading.text_of(block)
    cells = {header: span for header, span in find_cells(text) if len(span)}
    return _Row(block, text, row_label(text).of(text).strip(), cells)


def _naming(reading: Reading, row: int) -> str:
    """Give the caption, the heading above and the paragraph right before the table."""
    text = reading.text_of(row)
    above = [reading.text_of(index) for index in reading.parents[row][-1:]]
    lead = reading.text_of(row - 1) if row and reading.blocks.is_kind(row - 1, BlockKind.PARAGRAPH) else ""
    return " ".join((text[: caption_end(text)], *above, lead))


def _find_column(question: Question, wanted: Superlative, matcher: Matcher, sheet: _Sheet) -> str | None:
    """Give the header of the column that is compared; None for none, or for several that may be meant."""
    headers = list(dict.fromkeys(header for row in sheet.rows for header in row.cells))
    asked = set(_YEAR.findall(question.text))
    fitting = _fitting(question, wanted, matcher, sheet, headers)
    dated = [header for header in fitting if asked & set(_YEAR.findall(header))]
    fitting = dated or [header for header in fitting if not (asked and _YEAR.search(header))]
    if len(fitting) > 1:
        held = {header: round(matcher.coverage(matcher.strengths(header)), 6) for header in fitting}
        fitting = [header for header in fitting if held[header] == max(held.values())]
    return fitting[0] if len(fitting) == 1 else None


def _fitting(
    question: Question, wanted: Superlative, matcher: Matcher, sheet: _Sheet, headers: Sequence[str]
) -> list[str]:
    """Give the headers of what is measured: named in the question, or told by the superlative itself."""
    units = {header: _unit_of(sheet, header) for header in headers}
    nouns = [noun for noun in (wanted.noun, question.asked if wanted.value else None) if noun]
    for noun in nouns:
        named = [header for header in headers if units[header] and _holds_noun(noun, header, matcher)]
        if not named and _MONEY.search(noun):
            named = [header for header in headers if units[header] == "EUR"]
        if not named and _SHARE.search(noun):
            named = [header for header in headers if units[header] == "%"]
        if named:
            return named
    if wanted.columns:
        return [header for header in headers if units[header] and re.search(wanted.columns, fold(header))]
    if wanted.noun is not None:
        return []
    return [
        header for header in headers if units[header] and matcher.coverage(matcher.strengths(header)) > 0.0
    ]


def _unit_of(sheet: _Sheet, header: str) -> str:
    """Give the unit of the values of a column; empty where no cell has a value."""
    values = (_read_value(sheet.reading, row, header) for row in sheet.rows)
    return next((value[0] for value in values if value is not None), "")


def _read_value(reading: Reading, row: _Row, header: str) -> Value | None:
    """Give the number in a cell with its unit ("getal" for a bare one), when the cell is a number and no more."""
    span = row.cells.get(header)
    if span is None:
        return None
    place = span.shift(reading.blocks[row.block].span.start)
    facts = reading.facts_in(place, *_FACTS)
    if (
        len(facts) == 1
        and isinstance(facts[0].value, AmountValue)
        and _is_whole(facts[0].span, place, reading.document.text)
    ):
        value = facts[0].value
        return None if value.upper is not None or value.origin is not None else (value.unit, value.value)
    bare = _NUMBER.fullmatch(span.of(row.text).strip())
    if bare is None:
        return None
    number = float(f"{bare['whole'].replace('.', '')}.{bare['part'] or '0'}")
    return fold(bare["unit"] or "getal"), -number if bare["sign"] else number


def _is_whole(fact: Span, cell: Span, text: str) -> bool:
    """Tell whether a fact is all that a cell says, but for a unit behind it."""
    return bool(
        _BEFORE.fullmatch(text[cell.start : fact.start]) and _BEHIND.fullmatch(text[fact.end : cell.end])
    )


_BEFORE = re.compile(r"\s*(?:(?:circa|ca\.?|ongeveer|ruim|bijna|€|eur|euro)\s*)*", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:\s*(?!(?:in|van|tot|na|om|waarvan|of|en|naar|t/m)\b)[^\W\d_][\w²³/.-]*){0,3}\s*|,?-*"
)


def _keep_rows(
    question: Question, wanted: Superlative, matcher: Matcher, sheet: _Sheet, column: str
) -> list[_Row] | None:
    """Give the rows for which all holds that the question names besides; None where that is said nowhere, or of one row."""
    matcher.learn(row.text for row in sheet.rows)
    around = " ".join(
        (sheet.naming, column, sheet.reading.document.title, sheet.reading.document.organisation or "")
    )
    held = matcher.strengths(around)
    rows = sheet.rows
    for place, term in enumerate(matcher.terms):
        light = _is_light(question, wanted, term.text)
        if light or held[place] >= _HELD or _holds_noun(fold(term.text), around, matcher):
            continue
        rows = [row for row in rows if matcher.strengths(row.text)[place] >= _HELD]
    return rows if len(rows) > 1 else None


def _is_light(question: Question, wanted: Superlative, word: str) -> bool:
    """Tell whether a word of the question says nothing of which rows are meant: its nouns, its verb, the superlative."""
    plain = fold(word)
    asked = {fold(noun) for noun in (question.asked, wanted.noun) if noun}
    verb = plain in GENERIC_VERBS or (word.islower() and find_infinitive(plain) is not None)
    return plain in asked or verb or is_superlative(word) or bool(_LIGHT.fullmatch(plain))


_LIGHT = re.compile(
    r"lang|hoog|groot|breed|diep|zwaar|duur|aantal|hoeveelheid|totale?|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d{1,2}"
)


def _names_rows(
    question: Question, wanted: Superlative, matcher: Matcher, sheet: _Sheet, unit: Unit, column: str
) -> int:
    """Tell how surely the rows are what is asked for: 2 by what names the table, 1 by what stands around it, 0 for not."""
    noun = wanted.noun if wanted.value or question.asked is None else question.asked
    if noun is None or _holds_noun(noun, column, matcher):
        return 1
    if question.kind is QuestionKind.PERSON and question.asked is None:
        return 1
    per = _PER.findall(unit.text[: caption_end(unit.text)])
    if per and not any(_holds_noun(noun, word, matcher) for word in per):
        return 0  # "budget per prioriteit" is no table of projects
    labels = " ".join(row.label for row in sheet.rows)
    headers = " ".join(dict.fromkeys(header for row in sheet.rows for header in row.cells))
    if _holds_noun(noun, f"{sheet.naming} {headers} {labels}", matcher):
        return 2
    if question.kind is QuestionKind.PLACE and _are_places(sheet):
        return 2
    headings = sheet.reading.headings_of(unit.block)
    if caption_end(unit.text) or len(headings) > 1:
        return 0  # it has a name of its own, and that is another
    return int(_holds_noun(noun, " ".join((*headings, sheet.reading.document.title)), matcher))


_PER = re.compile(r"\bper (?!jaar\b|maand\b|kwartaal\b|week\b|inwoner\b)([^\W\d_]+)", re.IGNORECASE)
"""What each row is of, in the name of a table."""


def _holds_noun(noun: str, text: str, matcher: Matcher) -> bool:
    """Tell whether a text names what a noun does, in the singular or the plural."""
    stem, forms = stem_of(noun), (noun, f"{noun}s", noun.removesuffix("s"))
    return any(same_noun(stem, token.text, matcher) or fold(token.text) in forms for token in tokenize(text))


def _are_places(sheet: _Sheet) -> bool:
    """Tell whether the labels of the rows are names of places."""
    reading = sheet.reading
    places = [
        reading.facts_in(row_label(row.text).shift(reading.blocks[row.block].span.start), ExtractKind.REGION)
        for row in sheet.rows
    ]
    return 2 * sum(map(bool, places)) > len(places)


def _compare(
    question: Question, wanted: Superlative, unit: Unit, sheet: _Sheet, rows: Sequence[_Row], column: str
) -> Extreme:
    """Give the rows with the most or the least in a column, as many as are asked for."""
    reading = sheet.reading
    values = [_read_value(reading, row, column) for row in rows]
    known = [value for value in values if value is not None]
    if not sheet.whole or len(known) < len(rows) or len({name for name, _ in known}) > 1:
        return Extreme(None, [_cite(reading, row, unit) for row in rows[:5]])
    numbers = [number for _, number in known]
    order = sorted(
        range(len(rows)), key=lambda place: (numbers[place] if wanted.least else -numbers[place], place)
    )
    count = question.number or 1
    last = numbers[order[min(count, len(order)) - 1]]
    winners = [
        place for place in order if (numbers[place] <= last if wanted.least else numbers[place] >= last)
    ]
    cited = [_cite(reading, rows[place], unit) for place in winners]
    listed = question.kind is QuestionKind.LIST and question.number is None and len(winners) == 1
    if listed or (question.number and len(winners) != count):
        return Extreme(None, cited)
    shown = [_show(question, rows[place], rows, column, wanted) for place in winners]
    if any(not text for text in shown):
        return Extreme(None, cited)
    return Extreme(join_items(list(dict.fromkeys(shown))), cited)


def _show(question: Question, row: _Row, rows: Sequence[_Row], column: str, wanted: Superlative) -> str:
    """Give what is told of a row: its value, the cell under the noun that is asked for, or its label."""
    if wanted.value:
        return row.cells[column].of(row.text)
    labels = [other.label for other in rows]
    if question.asked is not None:
        header = next((name for name in row.cells if fold(name) == fold(question.asked)), None)
        if header is not None and header != column:
            # One that has several rows has the most of none of them.
            told = [other.cells[header].of(other.text) if header in other.cells else "" for other in rows]
            return row.cells[header].of(row.text) if len(set(told)) == len(told) else ""
    return row.label if len(set(labels)) == len(labels) else ""


def _cite(reading: Reading, row: _Row, unit: Unit) -> Unit:
    """Give a row as a unit to quote, as likely as the one by which the table was found."""
    cited = Unit(reading, row.block, reading.blocks[row.block].span, unit.hit)
    cited.score, cited.probability = unit.score, unit.probability
    return cited
