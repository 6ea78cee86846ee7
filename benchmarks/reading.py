"""How well PDFs are read: Leeswijzer beside plain pypdf, pypdfium2 and pdfplumber, page by page.

`python -m benchmarks.reading [--shared ../shared] [--half own]` prints a table and, when all is
measured, writes `benchmarks/reading.json`. The truth comes in three halves: `own`, PDFs made
here from texts of our own, and the hand-checked pages of the shared PDFs in a development part
(`dev`) and one that nothing is tuned on (`held`).

The figures, each summed over pages before it is divided, all on words as `gold.split_words`
makes them (NFC, lower case, without signs at their ends):

- order: of the neighbouring words of the page that were both found, the share that still follow
  each other. Inside a block nothing may stand between them; between two blocks of the running
  text a box, quotation, caption or note may. Words are matched wherever they stand (greedy
  string tiling), so that this tells order alone.
- turns: the same for the pairs alone that end one block and begin the next: a heading or a column
  that stands in the wrong place breaks only one or two of hundreds of pairs.
- wer, word error rate: words put in, taken out or changed between the page in reading order and
  the reader's text, over the words of the page; at most 1 a page. Boxes, quotations, captions and
  notes stand where the reader has them. Furniture and the headers of tables are left out on both
  sides, as are marks of footnotes; words that a row of ours repeats from header, caption or first
  cell are no errors.
- found, added: words found wherever they stand, and words that are not on the page, over the
  words of the page.
- hyphens: words that a line's end cut and that came back whole, with their hyphen where it is
  real; apart as soft, hard and open ("beleids- en").
- headings, right hd.: headings found whole, and headings of the reader that are headings; hd. F1 is
  their harmonic mean. Readers that know no kinds are given the usual rule of thumb: a line of at
  most twelve words with a capital or number first and no stop at its end is a heading, and so are
  several such lines together.
- cells: cells of tables that came back whole; rows: in a row of ours, or a line of the others, that
  begins with the first cell of their row; headed: right behind the header of their column.
- kinds, blocks: words in a block of the right kind, and blocks with the right borders (ours only).
- furniture: words of running heads, feet and page numbers left in the text.
- lost: pages of which less than half the words came back.
- pages a second: wall clock in a process of its own, imports and start left out; ours reads whole
  documents (finding columns, kinds, boxes, title and date), the others only the pages that are
  compared. Pages without a text layer are read by none: ours is told to leave recognition out.

`hyphens joined` is the same reader with the one line that most users add: a hyphen at a line's
end goes and the word is joined.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import logging
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.pages.gold import GoldPage
from benchmarks.pages.hashed import load_gold
from benchmarks.pages.hashing import make_key
from benchmarks.pages.own import make_documents
from benchmarks.pages.scores import PageScore
from benchmarks.pages.tally import Tally
from benchmarks.readers import (
    READERS,
    ReadPage,
    join_hyphens,
    make_hasher,
    parse_ours,
    parse_plain,
    read_ours,
)

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "benchmarks" / "reading.json"
OURS = "leeswijzer"
HALVES = ("own", "dev", "held")
JOINED = ", hyphens joined"
COLUMNS = {
    "order": "order",
    "turns": "turns",
    "wer": "wer",
    "found": "found",
    "added": "added",
    "hyphens": "hyphens",
    "headings": "headings",
    "headings_right": "right hd.",
    "headings_f1": "hd. F1",
    "cells": "cells",
    "rows": "rows",
    "headed": "headed",
    "furniture": "furnit.",
}
"""Figures of the printed table, with their titles."""
FIGURES = (*COLUMNS, "soft", "hard", "open", "kinds", "blocks")
LIMIT_S = 900


@dataclass(frozen=True, slots=True)
class Job:
    """One PDF and the pages of it that are compared."""

    path: Path
    pages: tuple[GoldPage, ...]


def make_jobs(shared: Path, folder: Path, halves: Sequence[str]) -> list[Job]:
    """Give the PDFs with their truth; the own ones are written to `folder`."""
    jobs = []
    for name, raw, pages in make_documents() if "own" in halves else []:
        path = folder / name
        path.write_bytes(raw)
        jobs.append(Job(path, tuple(pages)))
    by_file: dict[str, list[GoldPage]] = defaultdict(list)
    for page in load_gold():
        if page.half in halves:
            by_file[page.file].append(page)
    for name, listed in sorted(by_file.items()):
        path = shared / "data" / "pdf" / name
        if path.is_file():
            jobs.append(Job(path, tuple(listed)))
        else:
            print(f"absent, not compared: {name}", file=sys.stderr)
    return jobs


# -- readers, each in a process of its own ----------------------------------------------------


def run_reader(name: str, jobs: Sequence[Job]) -> tuple[dict[str, Any], float]:
    """Give what a reader gives for each file, and how many pages a second it read."""
    order = [[str(job.path), [page.number for page in job.pages]] for job in jobs]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.reading", "--reader", name],
        input=json.dumps(order),
        env={**os.environ, "PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1"},
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=LIMIT_S,
    )
    given = json.loads(done.stdout)
    return given["pages"], given["count"] / given["seconds"]


def serve_reader(name: str) -> None:
    """Read the files named on standard input and write their pages to standard output."""
    # pypdf writes a warning for every font that it reads in part.
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    orders = json.loads(sys.stdin.read())
    _warm_up(name, orders[0])
    found: dict[str, Any] = {}
    count, begin = 0, time.perf_counter()
    for path, pages in orders:
        if name == OURS:
            whole = read_ours(Path(path))
            found[path] = [whole[page - 1] for page in pages]
            count += len(whole)
        else:
            found[path] = READERS[name](Path(path), pages)
            count += len(pages)
    spent = time.perf_counter() - begin
    print(json.dumps({"pages": found, "count": count, "seconds": spent}))


def _warm_up(name: str, order: tuple[str, list[int]]) -> None:
    """Import and load what the first file needs, outside the time that is measured."""
    path, pages = order
    if name == OURS:
        read_ours(Path(path))
    else:
        READERS[name](Path(path), pages[:1])


# -- scores -----------------------------------------------------------------------------------


def score_reader(
    name: str, jobs: Sequence[Job], given: dict[str, Any]
) -> dict[tuple[str, int], tuple[GoldPage, Tally]]:
    """Give the counts of every page for a reader."""
    scores = {}
    for job in jobs:
        raw = job.path.read_bytes()
        for gold, content in zip(job.pages, given[str(job.path)], strict=True):
            read = parse_page(name, content, gold, raw)
            scores[gold.file, gold.number] = (gold, PageScore(gold, read).count())
    return scores


def parse_page(name: str, content: Any, gold: GoldPage, raw: bytes) -> ReadPage:
    """Give the words of one page, hashed as the truth is."""
    words = make_hasher(None if gold.half == "own" else make_key(raw, gold.number))
    if name == OURS:
        return parse_ours(content, words)
    return parse_plain(join_hyphens(content) if name.endswith(JOINED) else content, words)


def sum_tallies(tallies: Iterable[Tally]) -> Tally:
    """Give the counts of several pages together."""
    total = Tally()
    for tally in tallies:
        total.merge(tally)
    return total


def pack_tally(tally: Tally) -> dict[str, float | None]:
    """Give the figures of some pages, rounded, with the number of lost pages."""
    packed = {name: None if (rate := tally.rate(name)) is None else round(rate, 4) for name in FIGURES}
    recall, precision = tally.rate("headings"), tally.rate("headings_right")
    if recall is not None:
        both = recall + (precision or 0.0)
        packed["headings_f1"] = round(2 * recall * (precision or 0.0) / both, 4) if both else 0.0
    return {**packed, "lost": tally.right["pages_lost"], "pages": tally.whole["pages_lost"]}


def measure(jobs: Sequence[Job]) -> dict[str, Any]:
    """Give all figures: by half and reader, and by page."""
    halves: dict[str, dict[str, Any]] = defaultdict(dict)
    pages: dict[tuple[str, int], dict[str, Any]] = {}
    speeds = {}
    for name in (OURS, *READERS):
        given, speeds[name] = run_reader(name, jobs)
        for title in (name,) if name == OURS else (name, name + JOINED):
            scores = score_reader(title, jobs, given)
            for half in HALVES:
                own = [tally for gold, tally in scores.values() if gold.half == half]
                if own:
                    halves[half][title] = pack_tally(sum_tallies(own))
            for place, (gold, tally) in scores.items():
                entry = pages.setdefault(
                    place, {"file": gold.file, "page": gold.number, "half": gold.half, "words": gold.size}
                )
                packed = pack_tally(tally)
                entry[title] = {
                    key: packed[key]
                    for key in ("order", "wer", "hyphens", "headings")
                    if packed[key] is not None
                }
    return {
        "machine": {"cores": os.cpu_count(), "python": platform.python_version()},
        "versions": {name: importlib.metadata.version(name) for name in READERS},
        "pages_per_second": {name: round(speed, 2) for name, speed in speeds.items()},
        "halves": dict(halves),
        "pages": list(pages.values()),
    }


def compose_table(figures: dict[str, Any]) -> str:
    """Give the figures as lines of text, one for each reader and half."""
    lines = []
    titles = COLUMNS.values()
    for half, readers in figures["halves"].items():
        count = next(iter(readers.values()))["pages"]
        lines.append("")
        lines.append(
            f"{half + f', {count} pages':28}"
            + "".join(f"{title:>10}" for title in titles)
            + "      lost   pages/s"
        )
        for name, row in readers.items():
            cells = "".join(
                "         -" if row[column] is None else f"{row[column]:10.3f}" for column in COLUMNS
            )
            speed = figures["pages_per_second"].get(name)
            shown = f"{speed:10.1f}" if speed is not None else ""
            lines.append(f"{name:28}{cells}{row['lost']:10}{shown}")
    return "\n".join(lines[1:])


def main() -> None:
    """Run the readers, print the table and keep the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--half", choices=HALVES, action="append", help="only this half; nothing is written")
    parser.add_argument("--reader", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.reader:
        serve_reader(given.reader)
        return
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(make_jobs(given.shared, Path(folder), given.half or HALVES))
    print(compose_table(figures))
    if not given.half and len(figures["halves"]) == len(HALVES):
        OUT.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
