"""Whether a sentence is told of a day gone by, or of one still to come."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.types import DateValue, Extract


def lies_ahead(dates: Sequence[Extract], today: str | None) -> bool:
    """Tell whether one of the dates begins after `today` (EDTF level 0); a deadline by its last day."""
    if not today:
        return False
    begins = (_begin(date.value) for date in dates if isinstance(date.value, DateValue))
    return any((begin or "")[: len(today)] > today for begin in begins)


def _begin(value: DateValue) -> str | None:
    """Give the first day of a date, the last one of a deadline ("voor de zomer")."""
    return value.latest if value.earliest is None and value.role == "deadline" else value.earliest


def is_past(date: Extract, today: str | None) -> bool:
    """Tell whether a date ended before the document's own date."""
    value = date.value
    if not today or not isinstance(value, DateValue) or value.latest is None or value.earliest is None:
        return False
    return value.latest[: len(today)] < today
