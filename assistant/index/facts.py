"""Values of facts as JSON and back."""

from __future__ import annotations

import json
from dataclasses import asdict

from assistant.types import (
    ActionValue,
    AmountValue,
    DateValue,
    EventValue,
    Extract,
    ExtractKind,
    ExtractValue,
    OrganisationValue,
    PersonValue,
    RegionValue,
    Span,
    ThemeValue,
)

_TYPES: dict[str, type[ExtractValue]] = {
    "date": DateValue,
    "region": RegionValue,
    "theme": ThemeValue,
    "amount": AmountValue,
    "organisation": OrganisationValue,
    "person": PersonValue,
    "action": ActionValue,
    "event": EventValue,
}
_INSIDE = ("deadline", "date")
"""Fields that hold a date of their own."""
_LISTS = ("alternatives", "became")
"""Fields that hold several codes."""
_NAMES = {made: name for name, made in _TYPES.items()}


def print_value(value: ExtractValue) -> str:
    """Give the value as JSON, with the kind of value in it."""
    return json.dumps({"type": _NAMES[type(value)], **asdict(value)}, ensure_ascii=False, sort_keys=True)


def parse_value(text: str) -> ExtractValue:
    """Give the value that `print_value` printed."""
    entries = json.loads(text)
    for name in _INSIDE:
        if entries.get(name):
            entries[name] = DateValue(**entries[name])
    for name in _LISTS:
        if name in entries:
            entries[name] = tuple(entries[name])
    return _TYPES[entries.pop("type")](**entries)


def make_extract(kind: str, start: int, end: int, text: str, value: str) -> Extract:
    """Give the fact of one row of the catalogue."""
    return Extract(ExtractKind(kind), Span(start, end), text, parse_value(value))


def find_marks(extract: Extract) -> tuple[str, ...]:
    """Give the codes by which a filter finds the fact: its own, for a region also the country's."""
    value = extract.value
    if isinstance(value, ThemeValue):
        return (value.code,)
    if isinstance(value, RegionValue):
        return tuple(dict.fromkeys(code for code in (value.code, value.country) if code))
    return ()
