"""How fast facts are found, kind by kind, and whether the time grows with the text and no faster.

    python -m benchmarks.facts [--shared ../shared] [--sizes 1 2 4 8] [--only real growth]

Prints tables and writes the same figures to `benchmarks/facts.json`. Times are CPU seconds of one
thread; a megabyte is 1,000,000 bytes of UTF-8. *real* reads the seeds, the PDFs and decisions of the
shared folder as ingest reads them (parsing is not counted) and gives megabytes a second for every
function of the tables of kinds, for cutting into words, and for all together; the process is fresh, so
that every word form is new once. *growth* gives the seconds for hard inputs of each size and the
exponent of their growth: 1 is linear, 2 quadratic.
No test asserts a time.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from pkgutil import resolve_name

from assistant.evaluate.bodies import open_body
from assistant.extract.collector import rest_collector
from assistant.extract.extraction import COMPOSERS, EXTRACTORS
from assistant.extract.source import read_source
from assistant.types import ExtractKind

OUT = Path(__file__).with_name("facts.json")
DECISIONS = "vlaamse-beslissingen-2019-2022.jsonl.gz"
DECISION_COUNT = 300
SHORTEST = 200
"""Shorter pages of decisions are left out, as everywhere; some are empty."""
MEGABYTE = 1_000_000
HARD: dict[str, str] = {
    "letters without a space": "a",
    "digits": "1234567890",
    "dots": ".",
    "31 februari": "Op 31 februari 2020 en 30 februari, tot 31 april. ",
    "year 0000": "In 0000, op 00-00-0000 en 0000-00-00 was het jaar 0 voorbij. ",
    "mixed scripts": "Op 3 мая 2020 ging Ελλάδα naar 東京 met €٣ miljoen, \u200bLeuven en Belgie\u0308 ",
    "pasted table": "Gemeente\tBanen\t2019\t2020\nUtrecht\t1.500\t€ 2,5 mln\t12%\n",
    "capitals": "A. B. C. De Vries ",
    "open brackets": "([{",
    "lists of days": "26, 27 en ",
    "numbers": "12 345 6,7 2019 1.500 ",
    "months": "maart 1 januari, ",
    "abbreviations": "(BOM) (TNO) ASML (HTSM), ",
    "one long sentence": "de provincie wil dat de gemeente in 2021 met 30 bedrijven uit Brabant werkt en ",
}
"""Name -> piece that is repeated; "without a space" is one word of the whole size."""

WARM = "Op 3 mei 2020 gaf Utrecht € 2 mln aan TNO."
"""Read first, so that loading tables is not counted."""

Times = dict[str, float]


def name_functions() -> dict[str, tuple[bool, Callable[..., list[object]]]]:
    """Give the functions of the tables by the kinds that they find, and whether they build on others."""
    kinds: defaultdict[tuple[bool, str], list[ExtractKind]] = defaultdict(list)
    for composed, table in ((False, EXTRACTORS), (True, COMPOSERS)):
        for kind, place in table.items():
            kinds[composed, place].append(kind)
    return {", ".join(found): (composed, resolve_name(place)) for (composed, place), found in kinds.items()}


def time_text(text: str, times: Times, found: dict[str, int]) -> None:
    """Add the seconds of every function on `text` to `times`, and the facts to `found`."""
    with rest_collector():  # as `find_extracts` does
        _time_functions(text, times, found)


def _time_functions(text: str, times: Times, found: dict[str, int]) -> None:
    start = time.process_time()
    source = read_source(text, "2020-06-15", "nl")
    times["words"] = times.get("words", 0.0) + time.process_time() - start
    extracts: list[object] = []
    for name, (composed, function) in name_functions().items():
        if composed:
            extracts.sort(key=lambda fact: (fact.span, fact.kind))  # type: ignore[attr-defined]
        start = time.process_time()
        facts = function(source, extracts) if composed else function(source)
        times[name] = times.get(name, 0.0) + time.process_time() - start
        found[name] = found.get(name, 0) + len(facts)
        extracts = extracts if composed else [*extracts, *facts]


def _name_decisions(shared: Path) -> list[str]:
    with gzip.open(shared / "data" / DECISIONS, "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    return [row["id"] for row in rows if len(row["html"]) >= SHORTEST]


def read_real(shared: Path) -> Iterator[tuple[str, str]]:
    """Give the set and the text of every document of the shared folder, as ingest reads it."""
    for path in sorted((shared / "seeds").glob("*.txt")):
        yield "seeds", open_body(f"seeds/{path.name}", shared).text
    for path in sorted((shared / "data" / "pdf").rglob("*.pdf")):
        yield "pdf", open_body(f"pdf/{path.relative_to(shared / 'data' / 'pdf')}", shared).text
    names = _name_decisions(shared)
    for name in names[:: max(1, len(names) // DECISION_COUNT)]:
        yield "decisions", open_body(f"decisions/{name}", shared).text


def measure_real(shared: Path) -> dict[str, object]:
    """Give megabytes a second by set of texts and function, after one text to load all tables."""
    time_text(WARM, {}, {})
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for group, text in read_real(shared):
        texts[group].append(text)
    times: dict[str, Times] = {group: {} for group in texts}
    found: dict[str, dict[str, int]] = {group: {} for group in texts}
    for group, members in texts.items():
        for text in members:
            time_text(text, times[group], found[group])
    sizes = {
        group: sum(len(text.encode()) for text in members) / MEGABYTE for group, members in texts.items()
    }
    rows: dict[str, object] = {}
    for group in texts:
        rows[group] = _speed_row(sizes[group], times[group], found[group])
    total: Times = {name: sum(times[group].get(name, 0.0) for group in texts) for name in times["seeds"]}
    counts = {name: sum(found[group].get(name, 0) for group in texts) for name in found["seeds"]}
    rows["all"] = _speed_row(sum(sizes.values()), total, counts)
    return rows


def _speed_row(size: float, times: Times, found: dict[str, int]) -> dict[str, object]:
    return {
        "megabytes": round(size, 3),
        "mbPerSecond": round(size / sum(times.values()), 2),
        "byFunction": {name: round(size / seconds, 1) for name, seconds in times.items() if seconds},
        "facts": found,
    }


def measure_growth(sizes: Sequence[float]) -> Iterator[tuple[str, object]]:
    """Yield the seconds of every hard input by size, and the exponent of each function's growth."""
    time_text(WARM, {}, {})
    for name, piece in HARD.items():
        by_size: dict[float, Times] = {}
        for size in sizes:
            count = round(size * MEGABYTE)
            text = (piece * (count // len(piece) + 1))[:count]
            by_size[size] = {}
            time_text(text, by_size[size], {})
        seconds = [sum(by_size[size].values()) for size in sizes]
        yield (
            name,
            {
                "seconds": {f"{size:g}": round(value, 2) for size, value in zip(sizes, seconds, strict=True)},
                "exponent": _find_exponent(sizes, seconds),
                "byFunction": {
                    function: _find_exponent(sizes, [by_size[size][function] for size in sizes])
                    for function in by_size[sizes[0]]
                },
            },
        )


def _find_exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float | None:
    """Give the exponent between the smallest and the largest; None when it took no time to speak of."""
    if len(sizes) < 2 or seconds[-1] < 0.05:
        return None
    return round(math.log(seconds[-1] / max(seconds[0], 1e-3)) / math.log(sizes[-1] / sizes[0]), 2)


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--sizes", type=float, nargs="+", default=[1, 2, 4, 8], help="in millions of signs")
    parser.add_argument("--only", nargs="+", choices=("real", "growth"), default=["real", "growth"])
    arguments = parser.parse_args()
    figures = json.loads(OUT.read_text("utf-8")) if OUT.is_file() else {}
    figures["cores"] = os.cpu_count()
    if "real" in arguments.only:
        if (arguments.shared / "seeds").is_dir():
            figures["real"] = measure_real(arguments.shared)
            for group, row in figures["real"].items():
                print(group, row)
        else:
            print(f"skipped: {arguments.shared} is not there")
    if "growth" in arguments.only:
        for name, row in measure_growth(arguments.sizes):
            print(f"{name:26}", row, flush=True)
            figures.setdefault("growth", {})[name] = row
            _save(figures)
    _save(figures)


def _save(figures: dict[str, object]) -> None:
    OUT.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
