"""The cell of a table row that answers: under the header that is asked for, or under one of persons, or the row's label.

Values (sums, dates, numbers) are looked for in the row by their own finders; here stand the questions that a cell
answers as it is.
"""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import same_noun, stem_of
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.names import find_names
from assistant.answer.question import Question
from assistant.answer.roles import asks_role
from assistant.answer.rowranges import holds_asked
from assistant.answer.rows import find_cell, find_cells, is_total, row_label
from assistant.dutch import fold, tokenize
from assistant.types import Span

_CELL_KINDS = frozenset(
    {
        QuestionKind.NAME,
        QuestionKind.STATUS,
        QuestionKind.TOPIC,
        QuestionKind.MANNER,
        QuestionKind.PERSON,
        QuestionKind.ORGANISATION,
    }
)
"""Kinds of question that a cell of a table answers as it stands; values are looked for inside it."""
_SAID = _CELL_KINDS - {QuestionKind.NAME, QuestionKind.PERSON, QuestionKind.ORGANISATION}
"""Those that a row whose headers say nothing of the question answers with its first cell."""
_WHOSE = frozenset({QuestionKind.PERSON, QuestionKind.ORGANISATION})
_NAMING = frozenset({QuestionKind.NAME, QuestionKind.PERSON, QuestionKind.PLACE, QuestionKind.ORGANISATION})
"""Kinds of question that no bare number answers."""
_HELD = 0.6
"""How strongly a label holds a word that the question says of the row."""
_NUMBERED = re.compile(
    r"(?:nummer|nr|code|kenmerk|jaar|cijfer|versie|score|artikel|postcode|maat|factor|index)$"
)
"""Nouns for what is called by a number."""
_WHO = re.compile(
    r"(?:wie|door|trekker|verantwoordelijke?|(?:contact)?persoon|naam|eigenaar|uitvoerders?|actor|aanspreekpunt|"
    r"[\w-]*houders?|[\w-]*(?:leider|manager|coordinator|trekker))\b.*"
)
"""Headers of the one who does something or has charge of it."""
_OUTCOME = re.compile(
    r"(?:straf|straffen|boete|sanctie|strafeis|toelage|vergoeding|tarief|tarieven|bedrag|bedragen|prijs|subsidie|bijdrage|"
    r"score|percentage|aantal|norm|termijn)$"
)
"""Nouns for what a table gives for what its rows name."""
_DEFINING = re.compile(
    r"(?:omschrijving|betekenis|definitie|toelichting|uitleg|inhoud|voluit).{0,20}$", re.IGNORECASE
)
"""Headers under which stands what something is."""


def find_answering_cell(question: Question, unit: Unit, matcher: Matcher) -> tuple[Span | None, bool]:
    """Give the cell of a row that answers, in the text of the unit, and whether nothing else is to be looked for in it."""
    if question.kind in _WHOSE:
        holder = _find_holder(question, unit, matcher)
        if holder is not None:
            return holder, True
    if question.kind is QuestionKind.NAME:
        if is_total(row_label(unit.text).of(unit.text)):
            return None, True
        if asks_outcome(question) or holds_asked(question, unit):
            return _find_outcome(unit, matcher), bool(find_cells(unit.text))
        named = _find_named(question, unit, matcher)
        if named is not None:
            return named, True
    if question.kind is QuestionKind.DEFINITION:
        cells = find_cells(unit.text)
        return next((span for header, span in cells if _DEFINING.search(header)), None), bool(cells)
    cell = find_cell(unit.text, matcher) if question.kind in _CELL_KINDS else None
    if cell is None:
        filled = [span for _, span in find_cells(unit.text) if len(span)]
        if question.kind in _WHOSE:
            return None, not _names_somebody(question, unit, filled)
        return (filled[0] if question.kind in _SAID and filled else None), False
    return (cell if _answers(question, unit, cell) else None), True


def asks_outcome(question: Question) -> bool:
    """Tell whether what is asked stands behind the label of a row: "welke straf", "welke toelage"."""
    return _OUTCOME.search(question.asked or "") is not None


def _find_outcome(unit: Unit, matcher: Matcher) -> Span | None:
    """Give the cell under the header that holds most of the question, else the first one that is filled."""
    cells = (span for _, span in find_cells(unit.text) if any(map(str.isalnum, span.of(unit.text))))
    return find_cell(unit.text, matcher) or next(cells, None)


def is_bare_number(question: Question, text: str) -> bool:
    """Tell whether a short answer is only a number, where a name is asked for: "2,4" for "welk project"."""
    if question.kind not in _NAMING or any(sign.isalpha() for sign in text):
        return False
    return not _NUMBERED.search(question.asked or "")


def _find_holder(question: Question, unit: Unit, matcher: Matcher) -> Span | None:
    """Give the cell under a header of persons; of several the one whose header holds most of the question."""
    held = [
        (matcher.coverage(matcher.strengths(header)), span)
        for header, span in find_cells(unit.text)
        if _WHO.fullmatch(fold(header)) and any(sign.isalpha() for sign in span.of(unit.text))
    ]
    if not held:
        return None
    best = max(held, key=lambda pair: (round(pair[0], 9), -pair[1].start))
    return best[1] if _answers(question, unit, best[1]) else None


def _names_somebody(question: Question, unit: Unit, cells: list[Span]) -> bool:
    """Tell whether a row is about somebody: its label is a person, or its first cell names one; others are in its notes."""
    label = row_label(unit.text).shift(unit.span.start)
    persons = any(name.kind == "person" for name in find_names(unit.reading, label))
    return persons or not cells or _answers(question, unit, cells[0])


def _find_named(question: Question, unit: Unit, matcher: Matcher) -> Span | None:
    """Give the cell under the noun that is asked for ("welke maatregel"), else the label of the row."""
    if question.asked is None:
        return None
    asked = stem_of(question.asked)
    for header, span in find_cells(unit.text):
        if len(span) and any(same_noun(asked, token.text, matcher) for token in tokenize(header)):
            return span
    label = row_label(unit.text)
    told = find_cells(unit.text) or not any(map(str.isalpha, unit.text[label.end :]))
    if not told or is_bare_number(question, label.of(unit.text)):
        return None  # without headers a name may stand behind the label as well
    headers = " ".join(header for header, _ in find_cells(unit.text))
    if all(_says(text, asked, matcher) for text in (label.of(unit.text), headers)):
        return None  # the label says which row is meant, and a header which cell
    said = {fold(token.text) for token in question.words}
    words = {fold(token.text) for token in tokenize(label.of(unit.text))}
    return label if any(word.isalpha() for word in words - said) else None


def _says(text: str, asked: str, matcher: Matcher) -> bool:
    """Tell whether a text holds a word of the question besides the noun that is asked for."""
    held = matcher.strengths(text)
    return any(share >= _HELD and term.stem != asked for term, share in zip(matcher.terms, held, strict=True))


def _answers(question: Question, unit: Unit, cell: Span) -> bool:
    """Tell whether a cell can answer: who it is is a name, and no name is a bare number."""
    if is_bare_number(question, cell.of(unit.text)):
        return False
    if question.kind in _WHOSE:
        names = find_names(unit.reading, cell.shift(unit.span.start))
        return any(name.kind == "person" for name in names) if asks_role(question) else bool(names)
    return True
