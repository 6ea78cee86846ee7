"""Measure writing, opening and searching as the index grows.

    python -m benchmarks.scale [--sizes 20000 100000] [--keep FOLDER]      # add 1000000 by hand: an hour

Passages of the training texts (`benchmarks.texts`), real questions. Writing and searching are done
in a process of their own each, so that their memory is theirs alone. Searching is timed after
`WARM` questions, one at a time, by the wall and by the processor; on a quiet machine they agree, on
a busy one only the latter says something. The parts come from a second round in which the processor
time of every call of a part is taken: `lexical` are the postings, `dense` the question's vector, the vector store and
the sentences, `order` the nearness of words, `texts` the passages read from the catalogue; what
remains is `rest`. `--keep` names a folder in which the indexes stay, to be searched again without
writing; an index that the program no longer reads is written anew. Figures of sizes that are not
measured this time stay in the file as they were.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from assistant.config import Settings
from assistant.embed import make_encoder
from assistant.errors import UnusableIndex
from assistant.index import Index, open_index, write_generation
from assistant.index.generations import find_generation
from assistant.search import search
from benchmarks.texts import make_entries, read_questions

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "benchmarks" / "scale.json"
SIZES = (20_000, 100_000)
QUESTIONS = 300
WARM = 30

Figures = dict[str, Any]


def read_peak() -> float:
    """Give the highest resident memory of this process so far in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def write_index(folder: Path, shared: Path, passages: int) -> Figures:
    """Write an index of so many passages."""
    encoder = make_encoder(Settings())
    before, start, spent = read_peak(), time.perf_counter(), time.process_time()
    write_generation(folder, make_entries(shared / "data" / "training", ROOT / "corpus", passages), encoder)
    return {
        "write_s": time.perf_counter() - start,
        "write_cpu_s": time.process_time() - spent,
        "write_peak_mb": read_peak(),
        "write_before_mb": before,
    }


def measure_files(folder: Path) -> Figures:
    """Give the megabytes on disk, of all files and by the first part of their names."""
    sizes: Counter[str] = Counter()
    for path in find_generation(folder).iterdir():
        sizes[path.name.split(".")[0]] += path.stat().st_size
    groups = {name: size / 1e6 for name, size in sorted(sizes.items())}
    return {"disk_mb": sizes.total() / 1e6, "disk_mb_by_file": groups}


def search_index(folder: Path, shared: Path) -> Figures:
    """Open the index and search it."""
    questions = read_questions(shared, QUESTIONS)
    encoder = make_encoder(Settings())
    before, start = read_peak(), time.perf_counter()
    with open_index(folder, encoder) as index:
        figures: Figures = {"passages": index.sizes.passages, "open_s": time.perf_counter() - start}
        times, spent = [], []
        for question in [*questions[:WARM], *questions]:
            start, before_cpu = time.perf_counter(), time.process_time()
            search(index, encoder, question)
            times.append((time.perf_counter() - start) * 1e3)
            spent.append((time.process_time() - before_cpu) * 1e3)
        for cut in (50, 95, 99):
            figures[f"search_p{cut}_ms"] = float(np.percentile(times[WARM:], cut))
            figures[f"search_p{cut}_cpu_ms"] = float(np.percentile(spent[WARM:], cut))
        figures |= {"search_first_ms": times[0], "serve_peak_mb": read_peak(), "serve_before_mb": before}
        figures["parts_ms"] = measure_parts(index, encoder, questions)
    return figures


class Clock:
    """Adds up the time that the outermost calls of each part take."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._busy = False

    def watch(self, part: str, owner: Any, name: str) -> None:
        """Time the method `name` of a class."""
        method: Callable[..., Any] = getattr(owner, name)

        def timed(*values: Any, **named: Any) -> Any:
            if self._busy:
                return method(*values, **named)
            self._busy = True
            start = time.process_time()
            try:
                return method(*values, **named)
            finally:
                self.spent[part] += time.process_time() - start  # type: ignore[assignment]
                self._busy = False

        setattr(owner, name, timed)


def measure_parts(index: Index, encoder: Any, questions: Sequence[str]) -> dict[str, float]:
    """Give the mean milliseconds of the processor a question by part; leaves the classes watched."""
    clock = Clock()
    lexical = type(next(iter(index.fields.values())))
    for part, owner, names in (
        ("lexical", lexical, [name for name in vars(lexical) if not name.startswith("_")]),
        ("dense", type(index.store), ["search", "score", "fetch"]),
        ("dense", type(index.sentences), ["score"]),
        ("dense", type(encoder), ["encode_queries"]),
        ("order", type(index.sequences), [name for name in vars(type(index.sequences)) if name[0] != "_"]),
        ("texts", type(index), ["passages"]),
    ):
        for name in names:
            if callable(getattr(owner, name)):
                clock.watch(part, owner, name)
    start = time.process_time()
    for question in questions:
        search(index, encoder, question)
    total = time.process_time() - start
    parts = {part: spent / len(questions) * 1e3 for part, spent in sorted(clock.spent.items())}
    return {**parts, "rest": total / len(questions) * 1e3 - sum(parts.values())}


def run_alone(stage: str, folder: Path, shared: Path, passages: int) -> Figures:
    """Do one stage in a process of its own; raises CalledProcessError when that fails."""
    command = [sys.executable, "-m", "benchmarks.scale", "--stage", stage, str(folder), str(shared)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*command, str(passages)], env=environment, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    figures: Figures = json.loads(done.stdout)
    return figures


def measure_size(folder: Path, shared: Path, passages: int) -> Figures:
    """Give the figures of one size; those of writing stay beside the index."""
    noted = folder / "writing.json"
    try:
        open_index(folder, make_encoder(Settings())).close()
    except UnusableIndex:
        noted.write_text(json.dumps(run_alone("write", folder, shared, passages)))
    written: Figures = json.loads(noted.read_text())
    found = run_alone("search", folder, shared, passages)
    speed = found["passages"] / written["write_s"]
    load = os.getloadavg()[0]  # above 1 others were at work: look at the times of the processor
    return {
        "asked": passages,
        "load": load,
        "write_passages_s": speed,
        **written,
        **measure_files(folder),
        **found,
    }


def round_all(value: Any) -> Any:
    """Give figures with three decimals."""
    if isinstance(value, dict):
        return {name: round_all(one) for name, one in value.items()}
    return round(value, 3) if isinstance(value, float) else value


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, store."""
    parser = argparse.ArgumentParser(description="Measure Leeswijzer as the index grows.")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with real texts")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--keep", type=Path, help="folder for the indexes, to be used again")
    parser.add_argument("--out", type=Path, default=OUT, help="where the figures are stored")
    parser.add_argument("--stage", nargs=4, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.stage:
        stage, folder, shared, passages = given.stage
        if stage == "write":
            print(json.dumps(write_index(Path(folder), Path(shared), int(passages))))
        else:
            print(json.dumps(search_index(Path(folder), Path(shared))))
        return 0
    rows = json.loads(given.out.read_text())["rows"] if given.out.exists() else []
    machine = {"python": platform.python_version(), "system": platform.system(), "cores": os.cpu_count()}
    for passages in given.sizes:
        with tempfile.TemporaryDirectory(prefix="leeswijzer-scale-") as scratch:
            folder = (given.keep or Path(scratch)) / str(passages)
            folder.mkdir(parents=True, exist_ok=True)
            fresh = round_all(measure_size(folder, given.shared, passages))
        print(json.dumps(fresh, indent=1), flush=True)
        rows = sorted(
            [row for row in rows if row["asked"] != passages] + [fresh], key=lambda row: row["asked"]
        )
        given.out.write_text(
            json.dumps({"machine": machine, "questions": QUESTIONS, "rows": rows}, indent=1) + "\n"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
