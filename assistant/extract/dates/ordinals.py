"""What is counted within a longer time: "eerste kwartaal 2021", "tweede zondag van maart", "laatste dag van 2020"."""

from __future__ import annotations

from dataclasses import replace

from assistant.extract.dates.absolute import cycle_of, parse_month, parse_short_month, parse_year, with_tail
from assistant.extract.dates.points import Point, Step
from assistant.extract.dates.reader import Reader
from assistant.extract.dates.relative import parse_unit
from assistant.extract.dates.words import WEEKDAYS

Found = tuple[Point, int] | None
_HALVES = {1: 40, 2: 41}
_EDGES = {1: "eerste dag", -1: "laatste dag"}


def parse_ordinal(r: Reader, i: int) -> Found:
    """Read an ordinal, or "laatste", with what it counts and the month or year around it."""
    if r.at(i) == "R" and r.low(i) != "laatste":
        return None
    rank = -1 if r.at(i) == "R" else r.number(i)
    letter, word, j = r.at(i + 1), r.low(i + 1), i + 2
    if letter == "C":
        return (Point(year=100 * (rank - 1), years=100), j) if rank > 0 else None
    if letter == "Q":
        return _count_quarter(r, rank, j)
    if letter == "H":
        return _count_half(r, rank, j)
    if letter == "W":
        return _count_weekday(r, rank, WEEKDAYS[word], j)
    if letter in "dw" and r.low(j) == "maanden":
        return _count_months(r, rank, r.number(i + 1), j + 1)
    return _count_days(r, rank, word, j)


def _count_quarter(r: Reader, rank: int, i: int) -> Found:
    if rank == -1:
        return cycle_of(r, 36, i)
    return with_tail(r, Point(cycle=32 + rank), i) if rank <= 4 else None


def _count_half(r: Reader, rank: int, i: int) -> Found:
    if rank not in _HALVES:
        return None
    whole = _read_whole(r, i)
    if whole and (whole[0].month or (whole[0].when and whole[0].when.unit == "month")):
        return replace(whole[0], part=f"helft {rank}"), whole[1]
    return cycle_of(r, _HALVES[rank], i)


def _count_weekday(r: Reader, rank: int, weekday: int, i: int) -> Found:
    """Read "(tweede) zondag van maart 2017"; of a year it lies in its first or last month."""
    whole = _read_whole(r, i)
    if not whole or not (rank == -1 or 1 <= rank <= 5):
        return None
    point, end = whole
    if point.month is None and (point.when is None or point.when.unit == "year"):
        point = replace(point, month=12 if rank == -1 else 1)
    return replace(point, week=rank, weekday=weekday), end


def _count_months(r: Reader, rank: int, count: int, i: int) -> Found:
    """Read "(eerste drie) maanden van 2016"."""
    whole = _read_whole(r, i)
    if not whole or whole[0].year is None or whole[0].month or abs(rank) != 1 or not 1 <= count <= 11:
        return None
    year, months = whole[0].year, (1, count) if rank == 1 else (13 - count, 12)
    return Point(year=year, last_year=year, months=months), whole[1]


def _count_days(r: Reader, rank: int, word: str, i: int) -> Found:
    """Read "(laatste) dag van 2020", "(derde) week van januari", "(eerste) weekend van mei"."""
    whole = _read_whole(r, i) if word in ("dag", "week", "weekend") else None
    if not whole:
        return None
    if word == "week":
        return replace(whole[0], week=rank), whole[1]
    if word == "weekend":
        found = _count_weekday(r, rank, 5, i)
        return (replace(found[0], part="weekend"), found[1]) if found else None
    return (replace(whole[0], part=_EDGES[rank]), whole[1]) if rank in _EDGES else None


def _read_whole(r: Reader, i: int) -> Found:
    """Read the month or year of which something is counted: "van mei 2018", "in 2020", "van vorige maand"."""
    j = i + 1 if r.at(i) == "v" or r.low(i) == "in" else i
    j = r.skip(j, "a") if j > i else j
    if j == i and r.at(j) not in "MY":
        return None
    if r.at(j) == "M":
        return parse_month(r, j) or parse_short_month(r, j)
    if r.low(j) in ("jaar", "maand"):
        j += 1
        return (parse_month(r, j) if r.at(j) == "M" else parse_year(r, j)) if j > i + 1 else None
    unit = parse_unit(r, j)
    if unit:
        when = unit[0].when
        return unit if when and when.step is Step.SHIFT and when.unit in ("month", "year") else None
    return parse_year(r, j)
