"""The row of a table with the most or the least, found by comparing all rows: "welke gemeente krijgt het meeste geld?".

Only a column whose values can all be read is compared; totals and rests are left out, and rows with the same value win
together. What else the question names must hold for the table or for the rows that are compared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.cues import GENERIC_VERBS
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import same_noun, stem_of
from assistant.answer.finders.which import join_items
from assistant.answer.kinds import QuestionKind
from assistant.answer.likelihood import is_same_place
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.reading import Reading
from assistant.answer.rows import caption_end, row_label
from assistant.answer.sheets import Row, Sheet, find_sheets, read_value, unit_of
from assistant.answer.superlatives import Superlative, is_superlative, read_superlative, says_superlative
from assistant.dutch import fold, tokenize
from assistant.dutch.verbs import find_infinitive
from assistant.types import BlockKind, ExtractKind

_LOOK, _HELD = 25, 0.6
"""Units whose tables are looked at, and how strongly a word must be held."""
_MONEY = re.compile(r"(?:geld|bedrag|middelen|euro)$")
_SHARE = re.compile(r"(?:percentage|aandeel|procent)$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Extreme:
    """The rows that have the most or the least, to quote, and the short answer; None where the values cannot be compared."""

    short: str | None
    units: list[Unit]


def find_extreme(question: Question, matcher: Matcher, units: Sequence[Unit]) -> Extreme | None:
    """Give the rows that win in the tables of the best units; None where no table has a column of what is compared.

    The newest document goes first; tables of one date with other winners give no short answer.
    """
    wanted = read_superlative(question)
    if wanted is None:
        return None
    found: list[tuple[bool, Extreme, Reading]] = []
    for unit, sheet in find_sheets(units[:_LOOK]):
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


def _find_column(question: Question, wanted: Superlative, matcher: Matcher, sheet: Sheet) -> str | None:
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
    question: Question, wanted: Superlative, matcher: Matcher, sheet: Sheet, headers: Sequence[str]
) -> list[str]:
    """Give the headers of what is measured: named in the question, or told by the superlative itself."""
    units = {header: unit_of(sheet, header) for header in headers}
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


def _keep_rows(
    question: Question, wanted: Superlative, matcher: Matcher, sheet: Sheet, column: str
) -> list[Row] | None:
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
    question: Question, wanted: Superlative, matcher: Matcher, sheet: Sheet, unit: Unit, column: str
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


def _are_places(sheet: Sheet) -> bool:
    """Tell whether the labels of the rows are names of places."""
    reading = sheet.reading
    places = [
        reading.facts_in(row_label(row.text).shift(reading.blocks[row.block].span.start), ExtractKind.REGION)
        for row in sheet.rows
    ]
    return 2 * sum(map(bool, places)) > len(places)


def _compare(
    question: Question, wanted: Superlative, unit: Unit, sheet: Sheet, rows: Sequence[Row], column: str
) -> Extreme:
    """Give the rows with the most or the least in a column, as many as are asked for."""
    reading = sheet.reading
    values = [read_value(reading, row, column) for row in rows]
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


def _show(question: Question, row: Row, rows: Sequence[Row], column: str, wanted: Superlative) -> str:
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


def _cite(reading: Reading, row: Row, unit: Unit) -> Unit:
    """Give a row as a unit to quote, as likely as the one by which the table was found."""
    cited = Unit(reading, row.block, reading.blocks[row.block].span, unit.hit)
    cited.score, cited.probability = unit.score, unit.probability
    return cited
