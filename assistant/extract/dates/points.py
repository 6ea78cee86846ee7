"""What a date expression says, before and after it is resolved.

`Point` holds the fields that are stated ("30 januari" has no year), `Relative` a distance from the
document's date, `Phrase` how points are put together; `Period` is the result.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Step(StrEnum):
    """How a relative expression counts."""

    SHIFT = "shift"
    """The calendar unit `amount` units from now: vorige maand, dit jaar."""
    NEAREST = "nearest"
    """The nearest occurrence before (-1) or after (+1) now: afgelopen maart, komende vrijdag."""
    ROLLING = "rolling"
    """The stretch of `amount` units that ends or begins now: de komende drie dagen."""
    WITHIN = "within"
    """The stretch of `amount` units that begins with now itself: binnen drie weken."""
    OFFSET = "offset"
    """The moment `amount` units from now: over twee weken, drie jaar geleden."""
    BACK = "back"
    """The unit named before in the text: datzelfde jaar."""
    VAGUE = "vague"
    """Open: de komende jaren."""


@dataclass(frozen=True, slots=True)
class Relative:
    """A distance in units ("day", "week", ..., or "self" for the unit of the point itself)."""

    step: Step
    unit: str
    amount: int = 0
    base: Point | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """The stated fields of one moment or period; what is not stated is None.

    `part` is "begin", "start", "medio", "eind", "helft 1", "helft 2", "eerste dag", "laatste dag" or "weekend", or "eerder" or "later" beside a
    `when`; `cycle` an EDTF code for a season (21-24), quarter
    (33-36) or half (40-41); `week` counts the weeks of the year or month, -1 is the last, and 0
    the week that holds the day (beside a weekday it counts those of the month); `last_year` closes a span of years, `months` are its first and
    last month; `years` is the number of years of a decade or century that begins in `year`.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str | None = None
    cycle: int | None = None
    week: int | None = None
    last_year: int | None = None
    months: tuple[int, int] | None = None
    years: int | None = None
    holiday: str | None = None
    when: Relative | None = None

    @property
    def yearless(self) -> bool:
        """Tell whether a year has to come from elsewhere."""
        named = self.month or self.holiday or self.cycle or (self.week is not None and self.when is None)
        return self.year is None and self.when is None and bool(named)

    @property
    def bare_day(self) -> bool:
        """Tell whether only a day of the month is stated."""
        return self.day is not None and self.month is None and self.when is None


class Form(StrEnum):
    """How the points of a phrase are put together."""

    ONE = "one"
    RANGE = "range"
    LIST = "list"
    SINCE = "since"
    BEFORE = "before"
    UNTIL = "until"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Phrase:
    """An expression as it stands in the text: words `[first, last)`."""

    form: Form
    points: tuple[Point, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Period:
    """The resolved days with their EDTF form; an open side is None."""

    edtf: str
    first: date | None
    last: date | None
