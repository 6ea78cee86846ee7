"""Numbers and dates of worksheets as a Dutch reader writes them, by their number format.

The format codes are those of ECMA-376, part 1, sections 18.8.30 and 18.8.31.
"""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0", 6: "#,##0", 7: "#,##0.00", 8: "#,##0.00", 9: "0%",
    10: "0.00%", 11: "General", 12: "General", 13: "General", 14: "d-m-yyyy", 15: "d-mmm-yyyy", 16: "d-mmm",
    17: "mmm-yyyy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "d-m-yyyy h:mm", 37: "#,##0",
    38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "General", 49: "@",
}  # fmt: skip
"""Formats that a file names by number only; those with the currency of the country show none."""
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_MONEY = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")
_COLOUR = re.compile(r"\[(?!h+\]|m+\]|s+\])[^\]]*\]", re.I)
_FILL = re.compile(r"_.|\*.")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_HALVES = re.compile(r"am/pm|a/p", re.I)
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*)?|\.[#0?]+")
_SIGNIFICANT = 12
"""A number without a format shows no more digits; beyond them it is the noise of binary fractions."""
_MOST_DIGITS = 15
"""A number has no more in a worksheet; one beyond 10^15 is left as it stands."""
_EPOCH = datetime.datetime(1899, 12, 30)
_EPOCH_1904 = datetime.datetime(1904, 1, 1)
_LAST_SERIAL = 2_958_466


class _Format(NamedTuple):
    """A number format taken apart. `kind` is "number", "date", "span", "general" or "text"."""

    kind: str
    before: str = ""
    after: str = ""
    decimals: int = 0
    digits: int = 1
    grouped: bool = False
    scale: int = 0
    percent: bool = False
    clock: str = ""


def show_figure(value: str, code: str, *, from_1904: bool = False) -> str:
    """Give a stored number as it is read: "1.000,50", "12,5%", "€ 3.000", "15-6-2020".

    `value` is the number as the file has it and `code` its format; what is no number comes back as
    it is.
    """
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite() or number.adjusted() > _MOST_DIGITS:
        return value
    if number.adjusted() < -_MOST_DIGITS:
        number = Decimal(0)
    form = _read_format(code)
    if form.kind == "date":
        return _show_moment(number, form.clock, from_1904=from_1904) or show_plain(number)
    if form.kind == "span":
        return _show_span(number, form.clock)
    if form.kind != "number":
        return show_plain(number)
    number = number * 100 if form.percent else number.scaleb(-3 * form.scale)
    shown = show_number(number, form.decimals, grouped=form.grouped, digits=form.digits)
    sign, shown = ("-", shown[1:]) if shown.startswith("-") else ("", shown)
    return f"{form.before}{sign}{shown}{form.after}".strip()


def show_plain(number: Decimal) -> str:
    """Give a number with all its decimals and a comma, without groups: "1234,5"."""
    number = number.normalize() if not number else +round(number, _SIGNIFICANT - 1 - number.adjusted())
    shown = f"{number:f}"
    shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    return shown.replace(".", ",")


def show_number(number: Decimal, decimals: int, *, grouped: bool = False, digits: int = 1) -> str:
    """Give a number with so many decimals after a comma, at least so many digits before it."""
    # Excel rounds what is shown, fifteen digits, away from zero.
    exact = round(number, 14 - number.adjusted()) if number else number
    whole = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    before, _, after = f"{abs(whole):f}".partition(".")
    before = before.zfill(digits)
    if grouped:
        before = f"{int(before):,}".replace(",", ".") if digits <= 1 else before
    sign = "-" if whole < 0 else ""
    return f"{sign}{before},{after}" if after else f"{sign}{before}"


@lru_cache(maxsize=1_000)
def _read_format(code: str) -> _Format:
    section = _split_sections(code)[0]
    section = _MONEY.sub(lambda found: f'"{found.group(1)}"' if found.group(1) else "", section)
    section = _COLOUR.sub("", _FILL.sub("", section))
    bare = _LITERAL.sub("", section)
    if bare.strip().lower() in ("", "general", "standaard") or "@" in bare or ("/" in bare and "?" in bare):
        return _Format("text" if "@" in bare else "general")
    if re.search(r"[ymdhs]", bare, re.I):
        clock = _HALVES.sub("", bare).lower()
        spans = re.search(r"\[[hms]+\]", clock) or not re.search(r"[hdy]|mmm", clock)
        return _Format("span" if (spans and "s" in clock) or "[" in clock else "date", clock=clock)
    found = _DIGITS.search(bare)
    if not found or "e+" in bare.lower():
        return _Format("general")
    return _read_number(section, bare, found.group())


def _read_number(section: str, bare: str, digits: str) -> _Format:
    whole, _, fraction = digits.partition(".")
    scale = len(digits) - len(digits.rstrip(","))
    grouped = "," in whole.rstrip(",")
    # The words before and after the digits, "km" in 0" km" and "€" in [$€-413] #,##0.
    place = re.search(r'[#0?.](?=(?:[^"]*"[^"]*")*[^"]*$)', section)
    begin = place.start() if place else 0
    before = _read_words(section[:begin])
    after = _read_words(_drop_digits(section[begin:]))
    if before and not before.endswith((" ", "-", "(")):
        before += " "
    if after and after[0].isalpha():
        after = f" {after}"
    return _Format(
        "number", before.replace("(", ""), after.replace(")", ""), len(fraction.rstrip(",")), max(1, whole.count("0")),
        grouped, scale, "%" in bare,
    )  # fmt: skip


def _drop_digits(part: str) -> str:
    """Take the figures from a part of a format, and keep what is written literally."""
    return "".join(
        piece if piece.startswith(('"', "\\")) else re.sub(r"[#0?.,]", "", piece)
        for piece in re.split(r'("[^"]*"|\\.)', part)
    )


def _read_words(part: str) -> str:
    return _LITERAL.sub(lambda found: found.group(1) or found.group(2) or "", part)


def _split_sections(code: str) -> list[str]:
    """Give the parts for positive numbers, negative ones, zero and text."""
    return re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code[:500]) or [""]


def _show_moment(serial: Decimal, clock: str, *, from_1904: bool) -> str | None:
    if not 0 <= serial < _LAST_SERIAL:
        return None
    seconds = int((serial * 86_400).quantize(Decimal(1), ROUND_HALF_UP))
    # The calendar that begins in 1900 has a 29 February 1900, which never was.
    early = not from_1904 and 0 < serial < 60
    moment = (_EPOCH_1904 if from_1904 else _EPOCH) + datetime.timedelta(days=int(early), seconds=seconds)
    return show_moment(moment, clock)


def show_moment(moment: datetime.datetime, clock: str) -> str:
    """Give a date or time with the parts that its format has: "15-6-2020", "juni 2020", "14:30"."""
    timed = "h" in clock or "s" in clock
    words = re.sub(r"h+[^a-z]*m+|m+[^a-z]*s+|[hs]", "", clock) if timed else clock
    year, month, day = "y" in words, "m" in words, "d" in words
    name = _MONTHS[moment.month - 1]
    if year and month and day:
        date = (
            f"{moment.day} {name} {moment.year}"
            if "mmmm" in words
            else f"{moment.day}-{moment.month}-{moment.year}"
        )
    elif month:
        date = " ".join(
            str(part) for part, on in ((moment.day, day), (name, True), (moment.year, year)) if on
        )
    else:
        date = str(moment.year) if year else str(moment.day) if day else ""
    time = f"{moment.hour}:{moment.minute:02d}" if timed else ""
    if timed and "s" in clock and moment.second:
        time += f":{moment.second:02d}"
    return f"{date} {time}".strip()


def _show_span(days: Decimal, clock: str) -> str:
    """Give a length of time: "26:30" for more than a day of hours."""
    seconds = int((abs(days) * 86_400).quantize(Decimal(1), ROUND_HALF_UP))
    sign = "-" if days < 0 else ""
    if "h" not in clock:
        return f"{sign}{seconds // 60}:{seconds % 60:02d}"
    shown = f"{sign}{seconds // 3_600}:{seconds // 60 % 60:02d}"
    return f"{shown}:{seconds % 60:02d}" if "s" in clock else shown
