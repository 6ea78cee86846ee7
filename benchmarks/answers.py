"""How long an answer takes in the process that gives it: python -m benchmarks.answers INDEX [--gold NAME ...].

Asks the development questions once to warm up on others, then times each; wall clock and processor time.
Prints a line of Markdown a set of questions. Prints only: a busy machine gives other figures.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.evaluate.gold import load_gold

GOLD = Path(__file__).parent.parent / "assistant" / "evaluate" / "gold"
_WARM = 20
"""Questions that are asked before the clock runs: word lists are read and the first texts cut."""


def main() -> None:
    """Print median, 95th and 99th percentile in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path)
    parser.add_argument("--gold", nargs="+", default=["seeds"])
    parser.add_argument("--most", type=int, default=1_000, help="so many questions of each set at most")
    given = parser.parse_args()
    with Assistant.open(replace(Settings(), index=given.index)) as assistant:
        print(f"{assistant.status().passages} passages")
        for name in given.gold:
            questions = [one.question for one in load_gold(GOLD / f"{name}.jsonl") if one.split == "dev"]
            for question in questions[-_WARM:]:
                assistant.ask(question)
            asked = questions[:-_WARM][: given.most]
            walls, works = time_each(assistant.ask, asked)
            print(f"| {name} | {len(asked)} | {describe(walls)} | {describe(works)} |", flush=True)


def time_each(ask: Callable[[str], object], questions: Sequence[str]) -> tuple[list[float], list[float]]:
    """Give milliseconds by the clock and of the processor for each question."""
    walls, works = [], []
    for question in questions:
        began, worked = time.perf_counter(), time.process_time()
        ask(question)
        walls.append((time.perf_counter() - began) * 1_000)
        works.append((time.process_time() - worked) * 1_000)
    return walls, works


def describe(times: Sequence[float]) -> str:
    """Give the percentiles."""
    ordered = sorted(times)
    chosen = (ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in (0.5, 0.95, 0.99))
    return " | ".join(f"{value:.0f}" for value in chosen)


if __name__ == "__main__":
    main()
