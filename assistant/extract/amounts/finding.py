"""Sums of money, shares and counts in a text, in one pass over its numbers.

The words of a fact run from its sign, currency or number to the last of unit, currency or noun;
"ruim", "circa" and "minder dan" before it set `modifier` and stay outside. All that is looked at lies
within a bounded distance of a number, so time is linear.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import compress, count
from typing import Final

from assistant.extract.amounts.changes import FROM
from assistant.extract.amounts.context import find_modifier, find_paid, find_whole
from assistant.extract.amounts.counts import read_count, skip_more
from assistant.extract.amounts.figures import lower
from assistant.extract.amounts.joining import Quantity, make_quantity, read_quantities
from assistant.extract.amounts.nouns import read_counted, read_measured
from assistant.extract.amounts.numerals import NUMERALS
from assistant.extract.amounts.parts import read_part
from assistant.extract.amounts.tables import is_scale, read_column
from assistant.extract.amounts.vocabulary import (
    AFTER,
    CODES,
    GUILDERS,
    NO_NOUNS,
    PARTS,
    SCALES,
    SHARE_UNITS,
    SIGNS,
    TIMES,
)
from assistant.extract.dates.words import MONTHS
from assistant.extract.source import Source
from assistant.types import AmountValue, Extract, ExtractKind, Span

_MILLION: Final = 1e6
_RECENT: Final = 3
_SAME_SENTENCE: Final = 160
"""So many characters, without the end of a sentence, may be between a sum and one that shares its currency."""
_STOP: Final = re.compile(r"[.!?]\s|\n\s*\n")
_CLOSING: Final = frozenset(("", ")", ".", ";", "]", "?", "!", "\n", "\t"))
_IDLE: Final = frozenset(
    (
        *MONTHS, *TIMES,
        *"van het de lid is was wordt werd in bij door dat die voor als te om onder uit met heeft kan".split(),
    )
)  # fmt: skip
"""Words that follow a number and neither count nor measure."""
_LEADING: Final = frozenset((*SIGNS, *"+-−–:"))
_MONEY: Final = frozenset((*CODES, *GUILDERS, "euro", "Euro", "kEUR", "MEUR", "keur", "meur"))
"""What a number with nothing of its own behind it may take its unit from."""
_AFTER_ONE: Final = frozenset(
    (*SCALES, *PARTS, "half", "halve", "op", "procent", "procentpunt", "euro", "cent")
)
"""What makes a number of "een"."""
_ONE: Final = frozenset(form for word in ("een", "één", "eén") for form in (word, word.title(), word.upper()))


def find_quantities(source: Source) -> list[Extract]:
    """Give the sums of money (whole units of the currency), shares and counts in a text, in order.

    Shares have the unit "%", "procentpunt" or "‰"; "-1,5%" is negative.
    """
    extracts: list[Extract] = []
    floor, plain = 0, source.plain
    for index in compress(count(), map(NUMERALS.__getitem__, plain)):
        if index < floor or _is_article(plain, index) or _is_idle(plain, index):
            continue
        for quantity in _read(source, index, floor):
            extract, following = _make(source, quantity)
            if extract is None and quantity.unit is None:
                extract, following = _make_money(source, quantity, extracts[-_RECENT:]), quantity.next
            if extract is not None:
                extracts.append(extract)
                floor = max(floor, following)
    return extracts


def _is_article(plain: list[str], index: int) -> bool:
    if plain[index] not in _ONE:
        return False
    return index + 1 == len(plain) or plain[index + 1].lower() not in _AFTER_ONE


def _is_idle(plain: list[str], index: int) -> bool:
    """Tell at once that neither a unit nor a noun is at a number ("2019.", "3)", "12 45", "5 van")."""
    behind = plain[index + 1] if index + 1 < len(plain) else ""
    numbers = behind[:1].isdecimal() and len(behind) != 3
    if not (numbers or behind[:1] in _CLOSING or behind in _IDLE):
        return False
    numeral = NUMERALS[plain[index]]
    if numeral is None or numeral.suffix or numeral.part:
        return False
    before = plain[index - 1] if index else ""
    if behind == "in" and before in FROM:
        return False  # "van 170.000 in 2018 naar 340.000"
    return before[:1] not in _LEADING and before not in _MONEY


def _read(source: Source, index: int, floor: int) -> list[Quantity]:
    part = read_part(source, index)
    if part is not None:
        return [part]
    found = read_quantities(source, index, floor)
    if len(found) == 1 and found[0].unit is None and not found[0].bounded:
        column = read_column(source, found[0].last)
        if column is not None:
            return [make_quantity(found[0].last, *column)]
    return found


def _make(source: Source, quantity: Quantity) -> tuple[Extract | None, int]:
    """Give the extract of a quantity and the place in the words behind it."""
    if quantity.unit is None:
        return _make_count(source, quantity)
    if quantity.unit in SHARE_UNITS:
        kind, counted = ExtractKind.SHARE, find_whole(source, quantity)
        if counted is None:
            noun = read_counted(source, quantity.next)
            counted = noun.words if noun else None
    else:
        kind, counted = ExtractKind.AMOUNT, find_paid(source, quantity)
        if is_scale(source, quantity.last):
            return None, quantity.next
    modifier = find_modifier(source, quantity)
    return _extract(source, kind, quantity, quantity.unit, modifier, counted), quantity.next


def _make_count(source: Source, quantity: Quantity) -> tuple[Extract | None, int]:
    noun = read_count(source, quantity)
    if noun is None:
        return None, 0
    counted: str | None = noun.words
    if noun.measure:
        counted = read_measured(source, noun.next)
    more = lower(source, quantity.next + 1) if skip_more(source, quantity.next) > quantity.next else ""
    quantity = replace(quantity, end=noun.end, next=noun.next)
    modifier = find_modifier(source, quantity, counted=not noun.measure) or AFTER.get(more)
    if modifier is None and quantity.last.numeral.about:
        modifier = "about"
    return _extract(source, ExtractKind.COUNT, quantity, noun.head, modifier, counted), noun.next


_VERB_FAR = 60
"""Characters before a number in which the verb of paying stands."""
_PAYING = re.compile(
    r"\b(?:draagt|droeg|droegen|betaalt|betaalde|betaalden|betalen|investeert|investeerde|investeerden|investeren|kost|kostte|"
    r"kostten|steekt|stak|staken|financiert|financierde) (?:[\w'’-]+ ){0,3}$",
    re.IGNORECASE,
)
"""Verbs behind which millions of nothing are money."""


def _make_money(source: Source, quantity: Quantity, recent: list[Extract]) -> Extract | None:
    """Give the sum that millions without a currency are, when a sum or what is paid says so.

    "€ 5 miljoen in 2024 en 6 miljoen in 2025", "een krediet van 30 miljoen", "Genk draagt 6 miljoen bij"; None when in doubt.
    """
    behind = lower(source, quantity.next)
    if quantity.last.factor < _MILLION or (behind.isalpha() and behind not in NO_NOUNS):
        return None
    paid = find_paid(source, quantity)
    before = source.text[max(0, quantity.start - _VERB_FAR) : quantity.start]
    unit = "EUR" if paid or _PAYING.search(before) else None
    for extract in recent:
        between = source.text[extract.span.end : quantity.start]
        if extract.kind is ExtractKind.AMOUNT and len(between) < _SAME_SENTENCE and not _STOP.search(between):
            unit = extract.value.unit if isinstance(extract.value, AmountValue) else None
    if unit is None:
        return None
    return _extract(source, ExtractKind.AMOUNT, quantity, unit, find_modifier(source, quantity), paid)


def _extract(
    source: Source,
    kind: ExtractKind,
    quantity: Quantity,
    unit: str,
    modifier: str | None,
    counted: str | None,
) -> Extract:
    span = Span(quantity.start, quantity.end)
    value = AmountValue(quantity.value, unit, modifier, quantity.upper, quantity.origin, counted)
    return Extract(kind, span, span.of(source.text), value)
