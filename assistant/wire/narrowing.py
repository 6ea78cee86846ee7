"""Search words with filters among them, as values: the same on the command line and over HTTP."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from assistant.errors import QuestionError, UsageError
from assistant.search.fields import split_fields
from assistant.types import DocumentKind, DocumentRecord, Filters
from assistant.wire.codes import resolve_filters
from assistant.wire.documents import DOCUMENT_KINDS
from assistant.wire.problems import list_faults
from assistant.wire.requests import Filterverzoek

_LISTS: Final = ("document", "thema", "regio", "soort")
_NAMES: Final = {
    "documents": "document",
    "themes": "thema",
    "regions": "regio",
    "since": "van",
    "until": "tot",
    "language": "taal",
    "origin": "herkomst",
    "kinds": "soort",
}


def narrow(
    words: str, filters: Filters, records: Sequence[DocumentRecord], themes: Path | None = None
) -> tuple[str, Filters]:
    """Give the words without their filters, and `filters` with these added, codes looked up.

    `themes` is a vocabulary of the user's own.

    Raises UsageError, in Dutch, for a name or value that is not known, for a filter that stands
    in the words and in `filters` too, and when no words remain.
    """
    found = split_fields(words)
    if not found.filters:
        return found.text, resolve_filters(filters, records, themes)
    if not found.text:
        raise QuestionError("Geef naast de filters ook zoekwoorden.", "zoek")
    given: dict[str, list[str]] = defaultdict(list)
    for name, value in found.filters:
        given[name] += value.split(",") if name in _LISTS and name != "document" else [value]
    added = _read(given, records)
    changes: dict[str, Any] = {}
    for item in fields(Filters):
        new, old = getattr(added, item.name), getattr(filters, item.name)
        if new and old:
            name = _NAMES[item.name]
            raise UsageError(
                f"Het filter '{name}' staat in de zoekwoorden en ook daarbuiten; kies een van beide.", name
            )
        changes[item.name] = new or old
    return found.text, resolve_filters(replace(filters, **changes), records, themes)


def _read(given: dict[str, list[str]], records: Sequence[DocumentRecord]) -> Filters:
    """Give the filters of the words; raises UsageError, naming the filter, for a wrong value."""
    asked: dict[str, Any] = {}
    for name, values in given.items():
        if name == "soort":
            continue
        if name not in _LISTS and len(set(values)) > 1:
            raise UsageError(f"Het filter '{name}:' kan maar een keer.", name)
        asked[name] = values if name in _LISTS else values[0].lower()
    if "document" in asked:
        asked["document"] = [_find_document(value, records) for value in asked["document"]]
    try:
        filters = Filterverzoek.model_validate(asked).to_filters()
    except ValidationError as exc:
        fault = list_faults(exc.errors())[0]
        name = fault.veld.partition(".")[0]
        raise UsageError(f"{name}: {fault.detail}", name) from exc
    return replace(filters, kinds=tuple(map(_find_kind, given.get("soort", []))))


def _find_document(value: str, records: Sequence[DocumentRecord]) -> str:
    """Give the document with this name when just one file is called so; else the value as it is."""
    named = [record.path for record in records if record.path.rpartition("/")[2] == value]
    return named[0] if len(named) == 1 else value


def _find_kind(word: str) -> DocumentKind:
    kinds = {name: kind for kind, name in DOCUMENT_KINDS.items()}
    if word.strip().lower() not in kinds:
        raise UsageError(
            f"'{word[:60]}' is geen soort document; kies uit {', '.join(sorted(kinds))}.", "soort"
        )
    return kinds[word.strip().lower()]
