"""Facts with the exact words that state them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.types.span import Span


class ExtractKind(StrEnum):
    """The kinds of fact; values are the English names, the wire translates them."""

    THEME = "theme"
    REGION = "region"
    DATE = "date"
    AMOUNT = "amount"
    SHARE = "share"
    ORGANISATION = "organisation"
    PERSON = "person"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as EDTF with its first and last day (ISO 8601).

    All three are None when the expression cannot be resolved. `earliest` or `latest` alone is
    None for an open interval. `anchor` is the document date against which a relative expression
    ("vorige maand") was resolved.
    """

    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class RegionValue:
    """A region: ISO 3166 / CBS / NIS code, official Dutch name, level, country, NUTS 2024."""

    name: str
    level: str
    country: str
    code: str | None = None
    nuts: str | None = None


@dataclass(frozen=True, slots=True)
class ThemeValue:
    """A theme of the vocabulary with the strength of the evidence in [0, 1]."""

    code: str
    name: str
    score: float
    uri: str | None = None


@dataclass(frozen=True, slots=True)
class AmountValue:
    """A sum of money or a share: `value` in whole units of `unit` ("EUR", "%").

    `modifier` is "about", "more", "less" or None; `upper` closes a range "van 2 tot 3 miljoen".
    """

    value: float
    unit: str
    modifier: str | None = None
    upper: float | None = None


ExtractValue = DateValue | RegionValue | ThemeValue | AmountValue


@dataclass(frozen=True, slots=True)
class Extract:
    """A fact with the exact words that state it: `text == source_text[span.start:span.end]`."""

    kind: ExtractKind
    span: Span
    text: str
    value: ExtractValue
