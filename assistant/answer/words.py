"""Values in Dutch words, for short answers and templates."""

from __future__ import annotations

from collections.abc import Sequence

_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


def write_date(date: str) -> str:
    """Give a date of EDTF level 0 in Dutch words: "2022-06-28" is "28 juni 2022"; anything else as it stands."""
    parts = date.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3:
        return date
    words = [parts[0]]
    if len(parts) > 1 and 1 <= int(parts[1]) <= 12:
        words.insert(0, _MONTHS[int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def write_quote(text: str) -> str:
    """Give a quotation between marks that do not stand in it already."""
    return f"‘{text}’" if "“" in text or "”" in text else f"“{text}”"


def write_list(items: Sequence[str]) -> str:
    """Give items as Dutch enumerates them: "a, b en c"."""
    *most, last = items or ("",)
    return f"{', '.join(most)} en {last}" if most else last


def write_count(number: int) -> str:
    """Give a whole number with points between thousands: 12345 is "12.345"."""
    return f"{number:,}".replace(",", ".")
