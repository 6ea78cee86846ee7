"""From options to values: filters, kinds of fact, and the form of what is written."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from assistant.cli.parser import KINDS
from assistant.errors import UsageError
from assistant.export import FORMATS
from assistant.types import DocumentRecord, ExtractKind, Filters
from assistant.wire import Filterverzoek, find_kinds, list_faults, resolve_filters

_OPTIONS: Final = {
    "document": "--document",
    "thema": "--theme",
    "regio": "--region",
    "van": "--from",
    "tot": "--until",
    "taal": "--language",
    "herkomst": "--origin",
}


def read_filters(
    given: argparse.Namespace, records: Iterable[DocumentRecord], themes: Path | None = None
) -> Filters:
    """Give the filters that the options ask for; `themes` is a vocabulary of the user's own.

    Raises UsageError, naming the option.
    """
    asked: dict[str, Any] = {name: getattr(given, name) for name in _OPTIONS if getattr(given, name)}
    try:
        filters = Filterverzoek.model_validate(asked).to_filters()
    except ValidationError as exc:
        fault = list_faults(exc.errors())[0]
        name = fault.veld.partition(".")[0]
        raise UsageError(f"{_OPTIONS.get(name, 'filters')}: {fault.detail}", name) from exc
    return resolve_filters(filters, records, themes)


def has_filters(given: argparse.Namespace) -> bool:
    """Tell whether any filter is asked for."""
    return any(getattr(given, name) for name in _OPTIONS)


def split_kinds(words: list[str]) -> tuple[tuple[ExtractKind, ...] | None, list[str]]:
    """Give the kinds that `words` name, and the words behind them that name none: paths.

    `--kind datum regio rapport.pdf` is two kinds and a path; kinds may be joined by commas, and
    written with capitals.
    """
    kinds: list[str] = []
    others: list[str] = []
    for word in words:
        parts = word.lower().split(",")
        if all(part in KINDS for part in parts):
            kinds += parts
        else:
            others.append(word)
    if words and not kinds:
        raise UsageError(f"--kind: '{words[0]}' is geen soort; kies uit {', '.join(KINDS)}.", "kind")
    return find_kinds(kinds), others


def choose_format(output: Path | None, asked: str | None = None) -> str:
    """Give the form to write, as asked or by the suffix of `output`; raises UsageError for an unknown one."""
    if asked is None and (output is None or str(output) == "-"):
        return next(iter(FORMATS))
    name = (asked or (output.suffix.lstrip(".") if output else "")).lower()
    if name not in FORMATS:
        *others, last = FORMATS
        raise UsageError(
            f"Schrijven als '{name or output}' kan niet; kies {', '.join(others)} of {last}.", "format"
        )
    return name
