"""Lists that are spread out: a heading for each item, the rows of a table, or numbers that run on over headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer.cues import NEGATION
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import same_noun
from assistant.answer.finders.which import NAMED_NOUNS, count_items, first_clause, join_items
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.tablefilters import find_filter
from assistant.answer.tables import (
    Table,
    find_all_tables,
    find_tables,
    has_same_rows,
    read_column,
    read_labels,
    read_rows,
)
from assistant.answer.textwords import read_words
from assistant.dutch import stem
from assistant.types import BlockKind

_ENOUGH, _TABLE_ENOUGH, _GOOD_LIST = 0.6, 0.5, 0.5
_MOST = 15
_WHOLE = 1.0
_COUNTED, _READ = 3, 60
"""Things that no sentence lists by chance, and units whose lists are counted."""
_EXAMPLES = re.compile(
    r"\b(?:onder meer|onder andere|zoals|bijvoorbeeld|waaronder|met name|denk aan|vooral)\b|\bo\.a\.",
    re.IGNORECASE,
)
"""Words that announce some of the items, not all."""


@dataclass(frozen=True, slots=True)
class HeadingList:
    """The headings that answer a list question, as units to quote, and their texts joined."""

    short: str
    units: list[Unit]
    held: float = 1.0


def find_spread_list(question: Question, matcher: Matcher, units: Sequence[Unit]) -> HeadingList | None:
    """Give the numbered run, the table or the list over headings that holds the question; None without any."""
    return (
        _find_run(question, matcher, units)
        or _find_table(question, matcher, units)
        or _find_headings(question, matcher, units)
    )


def lacks_number(question: Question, matcher: Matcher, units: Sequence[Unit]) -> bool:
    """Tell whether so many things are asked for as no list has: three or more ("welke zeven organisaties")."""
    if question.kind is not QuestionKind.LIST or (question.number or 0) < _COUNTED:
        return False
    if any(count_items(unit.short_text or "") == question.number for unit in units[:_READ]):
        return False
    return find_spread_list(question, matcher, units) is None


def may_lack_items(question: Question, unit: Unit) -> bool:
    """Tell whether the list in a unit may be longer than what is given: "onder meer", or another number than asked."""
    if question.number is not None and count_items(unit.short_text or "") != question.number:
        return True
    before = unit.text if unit.short is None else unit.text[: max(0, unit.short.start - unit.span.start)]
    return bool(_EXAMPLES.search(before))


def _find_run(question: Question, matcher: Matcher, units: Sequence[Unit]) -> HeadingList | None:
    """Give the numbered run with as many items as were asked for, below a heading that holds the question."""
    for unit in units[:25]:
        reading = unit.reading
        for run in reading.numbered_runs:
            broken = run[-1] - run[0] >= len(run)
            if question.number != len(run) or not broken:
                continue
            above = " ".join(reading.text_of(index) for index in reading.parents[run[0]][-2:])
            if matcher.coverage([strength for strength, _ in matcher.match(above)]) >= _ENOUGH:
                cited = [Unit(reading, item, reading.blocks[item].span, unit.hit) for item in run]
                for other in cited:
                    other.score, other.probability = unit.score, unit.probability
                return HeadingList(join_items([first_clause(reading.text_of(item)) for item in run]), cited)
    return None


def _table_may_answer(best: Unit) -> bool:
    """Tell whether the best sentence leaves room for a table: it is a row itself, or no good list."""
    return best.fit < _GOOD_LIST or best.reading.blocks[best.block].kind is BlockKind.ROW


def _find_table(question: Question, matcher: Matcher, units: Sequence[Unit]) -> HeadingList | None:
    """Give the items of the table that holds most of the question, as many as were asked for.

    Of a table with cells that the question means ("vertraagd") only those of their rows.
    """
    best: HeadingList | None = None
    if not units or NEGATION.search(question.text):
        return None
    filtered = find_filtered(question, matcher, units)
    if filtered is not None or not _table_may_answer(units[0]):
        return filtered
    tables = list(find_tables(units))
    matcher.learn(table.naming for _, table in tables)
    for unit, table in tables:
        held = matcher.coverage([strength for strength, _ in matcher.match(table.naming)])
        found = read_column(question, matcher, table)
        items = list(dict.fromkeys(item for _, item in found))
        if not 2 <= len(items) <= _MOST or question.number not in (None, len(items)):
            continue
        held += 0.25 if question.number == len(items) else 0.0
        if held < _TABLE_ENOUGH or (best is not None and held <= best.held):
            continue
        best = HeadingList(join_items(items), _cite_rows(unit, table, [row for row, _ in found]), held)
    return best


def _says(text: str, noun: str, matcher: Matcher) -> bool:
    """Tell whether a heading holds the noun."""
    return any(same_noun(stem(noun), word.text, matcher) for word in read_words(text))


def _cite_rows(unit: Unit, table: Table, rows: Sequence[int]) -> list[Unit]:
    """Give the rows of a table in the section of a unit as units to quote."""
    cited = [
        Unit(table.reading, row, table.reading.blocks[row].span, unit.hit) for row in dict.fromkeys(rows)
    ]
    for other in cited:
        other.score, other.probability = unit.score, unit.probability
    return cited


def find_filtered(question: Question, matcher: Matcher, units: Sequence[Unit]) -> HeadingList | None:
    """Give the items of the rows whose cells say all that is asked of them: "Welke projecten zijn vertraagd?".

    Of several tables that of the newest document; tables with one caption in one document are read as one.
    """
    if question.asked is None or NEGATION.search(question.text):
        return None
    found: dict[tuple[str, str, str], tuple[list[str], list[Unit]]] = {}
    near = list(find_tables(units))
    named = [read_rows(table) for _, table in near if read_column(question, matcher, table)]
    further = _find_further(units, near) if named else []
    for place, (unit, table) in enumerate((*near, *further)):
        # The same table of another year need not be near, nor have the asked noun above it.
        alike = any(has_same_rows(read_rows(table), other) for other in named)
        meant = find_filter(question, matcher, table) if alike or place < len(near) else None
        if meant is None or not meant.whole:
            continue
        column = read_column(question, matcher, replace(table, rows=meant.rows))
        if not column and (len(meant.held) > 1 or alike):
            column = read_labels(replace(table, rows=meant.rows))
        column = [
            (row, f"{item} ({meant.remarks[row]})" if row in meant.remarks else item) for row, item in column
        ]
        document = table.reading.document
        items, cited = found.setdefault(
            (document.date or "", document.id, table.caption or table.naming), ([], [])
        )
        items += [item for _, item in column]
        cited += _cite_rows(unit, table, [row for row, _ in column])
    for _, (items, cited) in sorted(found.items(), key=lambda one: one[0], reverse=True):
        unique = list(dict.fromkeys(items))
        if len(unique) > _MOST:
            return None  # too many to name, and those of an older table are others
        if unique and question.number in (None, len(unique)):
            return HeadingList(join_items(unique), cited, _WHOLE)
    return None


def _find_further(units: Sequence[Unit], near: Sequence[tuple[Unit, Table]]) -> list[tuple[Unit, Table]]:
    """Give the other tables of the documents that units are of."""
    known = {(table.reading.document.id, table.rows[0]) for _, table in near}
    return [
        (unit, table)
        for unit, table in find_all_tables(units)
        if (table.reading.document.id, table.rows[0]) not in known
    ]


_NUMBER_ONLY = re.compile(
    r"(?:artikel|art\.|hoofdstuk|paragraaf|§|titel|afdeling|deel|bijlage|onderdeel|stap|vraag)?\s*(?:[\d.:]+[a-z]?|[IVXLC]+)[.):]?",
    re.IGNORECASE,
)
"""A heading that only counts: "Artikel I" is no item of what is asked."""


def _find_headings(question: Question, matcher: Matcher, units: Sequence[Unit]) -> HeadingList | None:
    """Give the headings below one that holds the question, the asked noun above all."""
    best: tuple[float, str, int, HeadingList] | None = None
    if question.asked is None or question.asked in NAMED_NOUNS:
        return None
    for unit in units[:25]:
        reading = unit.reading
        for heading in reading.parents[unit.block]:
            children = reading.children_of(heading)
            if not 2 <= len(children) <= _MOST or any(
                _NUMBER_ONLY.fullmatch(reading.text_of(child).strip()) for child in children
            ):
                continue
            if not _says(reading.text_of(heading), question.asked, matcher) or any(
                _says(reading.text_of(child), question.asked, matcher) for child in children
            ):
                continue  # of "Brief met afspraken" the part "Afspraken" holds them, the other parts do not
            held = matcher.coverage([strength for strength, _ in matcher.match(reading.text_of(heading))])
            if question.number == len(children):
                held += 0.25
            elif question.number is not None:
                continue
            if held < _ENOUGH or (best is not None and held <= best[0]):
                continue
            cited = [Unit(reading, child, reading.blocks[child].span, unit.hit) for child in children]
            for other in cited:
                other.score, other.probability = unit.score, unit.probability
            short = join_items([reading.text_of(child) for child in children])
            best = (held, reading.document.path, heading, HeadingList(short, cited, held))
    return best[3] if best else None
