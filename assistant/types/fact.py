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
    COUNT = "count"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as EDTF with its first and last day (ISO 8601).

    All three are None when the expression cannot be resolved. `earliest` or `latest` alone is
    None for an open interval. `anchor` is the document date against which a relative expression
    ("vorige maand") was resolved. `role` is "start", "end", "deadline", "publication" or "event"
    where the words around the date say so.
    """

    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    anchor: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class RegionValue:
    """A region: ISO 3166 / CBS / NIS code, official Dutch name, level, country, NUTS 2024.

    `alternatives` are the other readings that the text leaves open, likeliest first: codes, or
    "name (country)" of a place without one. `became` are the codes of the municipalities that a
    merged one has gone into.
    """

    name: str
    level: str
    country: str
    code: str | None = None
    nuts: str | None = None
    alternatives: tuple[str, ...] = ()
    became: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeValue:
    """A theme of the vocabulary with the strength of the evidence in [0, 1]."""

    code: str
    name: str
    score: float
    uri: str | None = None


@dataclass(frozen=True, slots=True)
class AmountValue:
    """A sum of money, a share or a count: `value` in whole units of `unit` ("EUR", "%", "banen").

    `modifier` is "about", "more", "less" or None; `upper` closes a range "2 tot 3 miljoen";
    `origin` is the value before a change ("van 1.500 naar 2.900"); `counted` are the words of what
    is counted or paid, or of the whole that a share is taken from.
    """

    value: float
    unit: str
    modifier: str | None = None
    upper: float | None = None
    origin: float | None = None
    counted: str | None = None


@dataclass(frozen=True, slots=True)
class OrganisationValue:
    """An organisation by its fullest name in the document.

    `short` is the abbreviation that the document ties to it; `sort` what it is ("ministerie",
    "gemeente", "bedrijf", ...), None where nothing says so.
    """

    name: str
    short: str | None = None
    sort: str | None = None


@dataclass(frozen=True, slots=True)
class PersonValue:
    """A person by the fullest name in the document, with the role and organisation it states."""

    name: str
    role: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class ActionValue:
    """What somebody will do, does or did, as the document says it.

    `action` are the words of the deed, `status` one of "planned", "running", "done", "delayed" and
    "missed"; `programme` is the priority or programme it belongs to; `target` and `realised` are
    the figures that were aimed at and reached ("30 participanten, doelstelling 50").
    """

    action: str
    status: str
    actor: str | None = None
    deadline: DateValue | None = None
    programme: str | None = None
    target: str | None = None
    realised: str | None = None


@dataclass(frozen=True, slots=True)
class EventValue:
    """Something that happened or will happen at a date; `place` and `who` where the text says so."""

    what: str
    date: DateValue
    place: str | None = None
    who: str | None = None


ExtractValue = (
    DateValue
    | RegionValue
    | ThemeValue
    | AmountValue
    | OrganisationValue
    | PersonValue
    | ActionValue
    | EventValue
)


@dataclass(frozen=True, slots=True)
class Extract:
    """A fact with the exact words that state it: `text == source_text[span.start:span.end]`."""

    kind: ExtractKind
    span: Span
    text: str
    value: ExtractValue
