"""Sums of money and shares: "€ 10,7 miljoen", "2 tot 3 miljoen euro", "+2,4%", "59 procent".

The words of a fact are the number with its unit; "ruim", "circa" and "minder dan" before it set
`modifier` and stay outside. Numbers are read the Dutch way (1.000,50), and a dot that cannot part
thousands as a decimal sign (10.7 miljoen). All repetitions are bounded, so time is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from assistant.extract.dates.words import NUMBERS
from assistant.extract.source import Source
from assistant.types import AmountValue, Extract, ExtractKind, Span

_CURRENCIES: Final = {
    **dict.fromkeys(("€", "eur", "euro", "euro's", "euro’s"), "EUR"),
    **dict.fromkeys(("$", "usd", "us$", "dollar", "dollars"), "USD"),
    **dict.fromkeys(("£", "gbp", "pond"), "GBP"),
    **dict.fromkeys(("chf", "frank"), "CHF"),
}
_SCALES: Final = {
    **dict.fromkeys(("duizend", "k"), 1_000),
    **dict.fromkeys(("miljoen", "mln", "mln.", "mio", "mio.", "m"), 1_000_000),
    **dict.fromkeys(("miljard", "mld", "mld.", "mrd", "mrd."), 1_000_000_000),
    **dict.fromkeys(("biljoen",), 1_000_000_000_000),
}
_SHARES: Final = {
    **dict.fromkeys(("%", "procent", "percent", "pct"), "%"),
    **dict.fromkeys(("procentpunt", "procentpunten", "%-punt", "%-punten"), "procentpunt"),
    **dict.fromkeys(("‰", "promille"), "‰"),
}
_SHARE_UNITS: Final = frozenset(_SHARES.values())
_GAP = r"[ \u00a0\u202f]?(?:\n[ ]?)?"
_DIGITS = r"\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,4})?|\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,5}(?![\d.])(?:,\d{1,4})?|\d{1,12}(?:[.,]\d{1,4})?"
_NUMBER = rf"(?:{_DIGITS})(?:,-|,–)?"
_SCALE = r"(?:duizend|miljoen|miljard|biljoen|mln\b\.?|mio\b\.?|mld\b\.?|mrd\b\.?)"
_TO = rf"{_GAP}(?:tot(?:{_GAP}en{_GAP}met)?|à|a|t/m|[-–]){_GAP}"
_MONEY_FIRST = re.compile(
    rf"(?<![\w€$£])(?P<unit>€|US\$|\$|£|(?:EUR|USD|GBP|CHF|euro)\b){_GAP}(?P<low>{_NUMBER})(?!\d)"
    rf"(?:{_GAP}(?P<lowscale>{_SCALE}|[kKmM]\b))?"
    rf"(?:{_TO}(?:€{_GAP})?(?P<high>{_NUMBER})(?!\d)(?:{_GAP}(?P<scale>{_SCALE}|[kKmM]\b))?)?"
    rf"(?![\d%])",
)
_NUMBER_FIRST = re.compile(
    rf"(?<![\w.,/€$£])(?P<low>{_NUMBER})(?!\d)(?:{_GAP}(?P<lowscale>{_SCALE}|%))?"
    rf"(?:{_GAP}(?P<to>tot(?:{_GAP}en{_GAP}met)?|à|en|[-–]){_GAP}(?P<high>{_NUMBER})(?!\d))?"
    rf"(?:{_GAP}(?P<scale>{_SCALE}))?{_GAP}(?P<unit>%-punt(?:en)?|%|‰|€(?!{_GAP}\d)"
    r"|(?:procentpunt(?:en)?|procent|percent|pct|promille|euro['’]s|euro|EUR|USD|dollars?|pond)\b)",
)
_WORD_FIRST = re.compile(
    rf"\b(?P<low>[a-zé]{{3,16}}){_GAP}(?P<scale>duizend|miljoen|miljard|procent){_GAP}(?P<unit>euro\b|procent\b|)",
)
_MODIFIER = re.compile(
    r"(?:(?P<about>circa|ca\.?|ongeveer|plusminus|rond(?:\sde)?|zo['’]n|om\sen\snabij|naar\sschatting|±|~|grofweg)"
    r"|(?P<more>ruim|meer\sdan|minstens|ten\sminste|tenminste|minimaal|boven(?:\sde)?|dik|>|≥|op\szijn\sminst)"
    r"|(?P<less>bijna|minder\sdan|maximaal|hoogstens|ten\shoogste|onder\sde|<|≤|nog\sgeen|krap|tot\smaximaal))"
    r"\s{0,3}$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"tussen\s(?:de\s)?$", re.IGNORECASE)
_SIGN = re.compile(r"(?<![\w%])[+−–-]$")
_MODIFIER_CHARS = 24


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    low: float
    unit: str
    high: float | None = None


def read_amount_number(digits: str) -> float:
    """Give the value of a Dutch number: "1.000,50" is 1000.5, "10.7" is 10.7, "1 000" is 1000."""
    plain = re.sub(r"[ \u00a0\u202f]|,[-–]$", "", digits)
    if "," in plain:
        return float(plain.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", plain):
        return float(plain.replace(".", ""))
    return float(plain)


def _scale(word: str | None) -> float:
    return float(_SCALES[word.lower()]) if word else 1.0


def _read_money(match: re.Match[str]) -> _Found:
    unit = _CURRENCIES[match["unit"].lower()]
    high = match["high"]
    scale = _scale(match["scale"])
    low_scale = _scale(match["lowscale"]) if match["lowscale"] else (scale if high else 1.0)
    upper = round(read_amount_number(high) * scale, 4) if high else None
    return _Found(
        match.start(), match.end(), round(read_amount_number(match["low"]) * low_scale, 4), unit, upper
    )


def _read_number(match: re.Match[str]) -> _Found | None:
    low, high, start = match["low"], match["high"], match.start()
    word = match["unit"].lower()
    unit = _SHARES.get(word) or _CURRENCIES[word]
    if match["to"] == "en" and not _BETWEEN.search(match.string, max(0, start - _MODIFIER_CHARS), start):
        return _Found(
            match.start("high"),
            match.end(),
            round(read_amount_number(high) * _scale(match["scale"]), 4),
            unit,
        )
    percent_inside = match["lowscale"] == "%"
    if percent_inside and unit != "%":
        return None
    scale = _scale(match["scale"])
    first = None if percent_inside else match["lowscale"]
    low_scale = _scale(first) if first else (scale if high or not match["lowscale"] else 1.0)
    upper = round(read_amount_number(high) * scale, 4) if high else None
    return _Found(start, match.end(), round(read_amount_number(low) * low_scale, 4), unit, upper)


def _read_words(match: re.Match[str]) -> _Found | None:
    value = NUMBERS.get(match["low"])
    percent = match["scale"] == "procent"
    if value is None or (not percent and not match["unit"]):
        return None
    if percent:
        return _Found(match.start(), match.start("scale") + len("procent"), float(value), "%")
    unit = "%" if match["unit"] == "procent" else "EUR"
    return _Found(match.start(), match.end(), value * _scale(match["scale"]), unit)


def _find_all(text: str) -> Iterator[_Found]:
    for match in _MONEY_FIRST.finditer(text):
        yield _read_money(match)
    for match in _NUMBER_FIRST.finditer(text):
        found = _read_number(match)
        if found:
            yield found
    for match in _WORD_FIRST.finditer(text):
        found = _read_words(match)
        if found:
            yield found


def _modifier_before(text: str, start: int) -> str | None:
    match = _MODIFIER.search(text[max(0, start - _MODIFIER_CHARS) : start])
    return match.lastgroup if match else None


def _signed(text: str, found: _Found) -> tuple[int, float]:
    """Give the start and value with the sign of a change ("+2,4%") taken in."""
    if found.unit in _SHARE_UNITS and found.start and _SIGN.search(text, found.start - 1, found.start):
        negative = text[found.start - 1] != "+"
        return found.start - 1, -found.low if negative else found.low
    return found.start, found.low


def find_quantities(source: Source) -> list[Extract]:
    """Give the sums of money (whole units of the currency) and the shares in a text, in order.

    Shares have the unit "%", "procentpunt" or "‰"; "-1,5%" is negative.
    """
    extracts: list[Extract] = []
    last_end = 0
    for found in sorted(_find_all(source.text), key=lambda item: (item.start, -item.end)):
        if found.start < last_end:
            continue
        last_end = found.end
        kind = ExtractKind.SHARE if found.unit in _SHARE_UNITS else ExtractKind.AMOUNT
        start, value = _signed(source.text, found)
        amount = AmountValue(value, found.unit, _modifier_before(source.text, start), found.high)
        extracts.append(Extract(kind, Span(start, found.end), source.text[start : found.end], amount))
    return extracts
