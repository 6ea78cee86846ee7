"""Gold questions: one JSON object a line, read and checked.

Fields of a line: `id`, `question`, `kind` (one of `KINDS`), `answerable`; for an answerable
question `must` (required things, each a list of wordings), `short` (acceptable short answers, may
be empty), `document` (path below the corpus folder, or a list of paths) and, when the citation
must hold something else than `must`, `evidence`; for an unanswerable one `note`, why. `split` is
"dev" or "held" (looked at only to measure); without it the lines take turns.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import UsageError
from assistant.evaluate.matching import Groups

KINDS = (
    "persoon",
    "organisatie",
    "plaats",
    "moment",
    "periode",
    "bedrag",
    "aantal",
    "aandeel",
    "lijst",
    "definitie",
    "reden",
    "manier",
    "doel",
    "status",
    "janee",
    "documenten",
)
DEV, HELD = "dev", "held"
SPLITS = (DEV, HELD)

_FIELDS = frozenset(
    ("id", "question", "kind", "answerable", "must", "short", "document", "evidence", "split", "note")
)


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question with what a right answer holds; `documents` are paths below the corpus folder."""

    id: str
    question: str
    kind: str
    answerable: bool
    split: str
    must: Groups = ()
    evidence: Groups = ()
    short: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    note: str = ""


def load_gold(path: Path) -> tuple[GoldQuestion, ...]:
    """Read the gold questions of one file, in its order.

    Raises UsageError, naming the file and the line, for a missing or empty file, a line that is
    not a JSON object, a missing, unknown or ill-typed field, and an id that occurs twice.
    """
    if not path.is_file():
        raise UsageError(f"{path.name}: dit goudbestand bestaat niet.", "gold")
    questions: list[GoldQuestion] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        place = f"{path.name}, regel {number}"
        question = read_question(line, place, len(questions))
        if question.id in seen:
            raise UsageError(
                f"{place}: kenmerk '{question.id}' staat ook op regel {seen[question.id]}.", "id"
            )
        seen[question.id] = number
        questions.append(question)
    if not questions:
        raise UsageError(f"{path.name}: dit goudbestand bevat geen vragen.", "gold")
    return tuple(questions)


def select_split(questions: tuple[GoldQuestion, ...], split: str | None) -> tuple[GoldQuestion, ...]:
    """Give the questions of one split, or all of them for None.

    Raises UsageError for a split that does not exist.
    """
    if split is None:
        return questions
    if split not in SPLITS:
        raise UsageError(f"Onbekend deel '{split}'; kies {' of '.join(SPLITS)}.", "split")
    return tuple(question for question in questions if question.split == split)


def read_question(line: str, place: str, position: int) -> GoldQuestion:
    """Read one line; `place` is how a fault names it, `position` how many questions stand before it.

    Raises UsageError, naming the field, for what is no question.
    """
    try:
        row = json.loads(line)
    except json.JSONDecodeError as exc:
        raise UsageError(f"{place}: geen geldige JSON ({exc.msg}, teken {exc.colno}).", "gold") from exc
    if not isinstance(row, dict):
        raise UsageError(f"{place}: een regel moet een JSON-object zijn.", "gold")
    unknown = sorted(set(row) - _FIELDS)
    if unknown:
        raise UsageError(f"{place}: onbekend veld '{unknown[0]}'.", unknown[0])
    answerable = row.get("answerable")
    if not isinstance(answerable, bool):
        raise UsageError(f"{place}: 'answerable' moet true of false zijn.", "answerable")
    kind = _read_text(row, "kind", place)
    if kind not in KINDS:
        raise UsageError(f"{place}: onbekende soort '{kind}'.", "kind")
    split = row.get("split", SPLITS[position % len(SPLITS)])
    if split not in SPLITS:
        raise UsageError(f"{place}: 'split' moet {' of '.join(SPLITS)} zijn.", "split")
    must = _read_groups(row, "must", place)
    question = GoldQuestion(
        id=_read_text(row, "id", place),
        question=_read_text(row, "question", place),
        kind=kind,
        answerable=answerable,
        split=split,
        must=must,
        evidence=_read_groups(row, "evidence", place) if "evidence" in row else must,
        short=_read_texts(row, "short", place),
        documents=_read_texts(row, "document", place),
        note=_read_text(row, "note", place) if "note" in row else "",
    )
    _check_whole(question, place)
    return question


def _check_whole(question: GoldQuestion, place: str) -> None:
    """Refuse a question that could be scored right by accident."""
    if not question.answerable:
        if not question.note:
            raise UsageError(f"{place}: bij een onbeantwoordbare vraag hoort 'note'.", "note")
        return
    if not question.documents:
        raise UsageError(f"{place}: bij een beantwoordbare vraag hoort 'document'.", "document")
    if not question.must and question.kind != "documenten":
        raise UsageError(f"{place}: bij een beantwoordbare vraag hoort 'must'.", "must")


def _read_text(row: Mapping[str, object], field: str, place: str) -> str:
    value = row.get(field)
    if not isinstance(value, str) or not value.strip():
        raise UsageError(f"{place}: '{field}' moet een niet-lege tekst zijn.", field)
    return value


def _read_texts(row: Mapping[str, object], field: str, place: str) -> tuple[str, ...]:
    value = row.get(field, [])
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise UsageError(f"{place}: '{field}' moet een lijst van niet-lege teksten zijn.", field)
    return tuple(value)


def _read_groups(row: Mapping[str, object], field: str, place: str) -> Groups:
    value = row.get(field, [])
    if not isinstance(value, list):
        raise UsageError(f"{place}: '{field}' moet een lijst van lijsten zijn.", field)
    groups = tuple(_read_texts({field: group}, field, place) for group in value)
    if not all(groups):
        raise UsageError(f"{place}: '{field}' heeft een lege groep.", field)
    return groups
