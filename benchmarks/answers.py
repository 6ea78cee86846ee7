"""How long an answer takes in the process that gives it: python -m benchmarks.answers INDEX [--gold NAME ...].

Asks some questions to warm up, then times others; wall clock and processor time. The questions are the
development questions of gold sets, or with `--real` those of `benchmarks.scale`, for an index of its texts.
Prints a line of Markdown a set of questions and stores the figures under the number of passages in
`answers.json`. On a busy machine the wall clock says nothing and the processor's time too much: `load`
tells how many others were at work.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.assistant import Assistant, settle_memory
from assistant.config import Settings
from assistant.evaluate.gold import load_gold
from benchmarks.texts import read_questions

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "assistant" / "evaluate" / "gold"
OUT = ROOT / "benchmarks" / "answers.json"
REAL = "real"
_WARM = 20
"""Questions that are asked before the clock runs: word lists are read and the first texts cut."""
_SHARES = (0.5, 0.95, 0.99)

Figures = dict[str, float]


def main(arguments: Sequence[str] | None = None) -> int:
    """Time, print and store median, 95th and 99th percentile in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path)
    parser.add_argument("--gold", nargs="+", default=["seeds"])
    parser.add_argument(
        "--real", type=Path, metavar="SHARED", help="questions of this folder, not of gold sets"
    )
    parser.add_argument("--most", type=int, default=1_000, help="so many questions of each set at most")
    parser.add_argument("--out", type=Path, default=OUT, help="where the figures are stored")
    given = parser.parse_args(arguments)
    with Assistant.open(replace(Settings(), index=given.index)) as assistant:
        settle_memory()  # as the server does
        passages = assistant.status().passages
        print(f"{passages} passages")
        for name in [REAL] if given.real else given.gold:
            questions = read_asked(name, given.real, given.most + _WARM)
            for question in questions[-_WARM:]:
                assistant.ask(question)
            figures = measure(assistant.ask, questions[:-_WARM])
            print(f"| {name} | {' | '.join(f'{value:.0f}' for value in figures.values())} |", flush=True)
            store(given.out, name, passages, figures)
    return 0


def read_asked(name: str, shared: Path | None, most: int) -> list[str]:
    """Give the questions of a set; those of `benchmarks.scale` when a shared folder is given."""
    if shared is not None:
        return read_questions(shared, most)
    return [one.question for one in load_gold(GOLD / f"{name}.jsonl") if one.split == "dev"][:most]


def measure(ask: Callable[[str], object], questions: Sequence[str]) -> Figures:
    """Give the number of questions, percentiles of the milliseconds by clock and processor, and the load before."""
    load = os.getloadavg()[0]
    walls, works = time_each(ask, questions)
    return {
        "questions": len(questions),
        **describe("wall", walls),
        **describe("cpu", works),
        "load": round(load, 1),
    }


def time_each(ask: Callable[[str], object], questions: Sequence[str]) -> tuple[list[float], list[float]]:
    """Give milliseconds by the clock and of the processor for each question."""
    walls, works = [], []
    for question in questions:
        began, worked = time.perf_counter(), time.process_time()
        ask(question)
        walls.append((time.perf_counter() - began) * 1_000)
        works.append((time.process_time() - worked) * 1_000)
    return walls, works


def describe(name: str, times: Sequence[float]) -> Figures:
    """Give the percentiles."""
    ordered = sorted(times)
    return {
        f"{name}_p{share * 100:.0f}_ms": round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 1)
        for share in _SHARES
    }


def store(path: Path, name: str, passages: int, figures: Figures) -> None:
    """Put the figures of a set of questions in the file, beside those of other sets and sizes."""
    known = json.loads(path.read_text()) if path.exists() else {}
    rows = [row for row in known.get("rows", ()) if (row["set"], row["passages"]) != (name, passages)]
    rows.append({"set": name, "passages": passages, **figures})
    rows.sort(key=lambda row: (row["passages"], row["set"]))
    machine = {"python": platform.python_version(), "system": platform.system(), "cores": os.cpu_count()}
    path.write_text(json.dumps({"machine": machine, "rows": rows}, indent=1) + "\n")


if __name__ == "__main__":
    raise SystemExit(main())
