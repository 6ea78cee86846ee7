"""Leeswijzer beside what others use for hybrid search, on the same texts in one run.

    python -m venv /tmp/peers && /tmp/peers/bin/pip install -r benchmarks/peers-requirements.txt
    python -m benchmarks.peers --python /tmp/peers/bin/python [--shared ../shared] [--passages 20000]

About half an hour on a quiet machine, most of it for the transformer (with `--fast` ten minutes).
Every engine runs in a process of its own, on one thread. Quality: nDCG@10 of the decisions of 2022
found by their title and short title, one text a decision, and of the answers to questions of members
of parliament. Speed: passages of the training texts, gold questions. Where no model hub can be
reached the peers' own default models are absent: they get all-MiniLM-L6-v2 (English; the default of
txtai and of many tutorials) and the model that ships with Leeswijzer, so that the engines can be
compared with the same vectors. Prints the tables and writes `benchmarks/peers.json`.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from assistant.config import Settings
from assistant.embed import make_encoder
from assistant.evaluate.gold import load_gold
from assistant.evaluate.relevance import discount, find_rank
from assistant.evaluate.retrieval import collect
from assistant.evaluate.sets import LETTERS, ask_titles
from assistant.evaluate.shelves import Shelves
from assistant.evaluate.sources import DECISION_FILES, load_decisions
from assistant.evaluate.topics import Texts, Topic
from benchmarks.texts import make_entries

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "benchmarks" / "peers.json"
OURS, SLOW = "leeswijzer", "all-MiniLM-L6-v2"
LIMIT_S = 1_800

ENGINES: tuple[tuple[str, str], ...] = (
    (OURS, "bundled"),
    ("bm25s", ""),
    ("bm25s, Dutch", ""),
    ("FAISS flat", "bundled"),
    ("Haystack", "bundled"),
    ("Haystack", SLOW),
    ("txtai", "bundled"),
    ("txtai", SLOW),
    ("LlamaIndex", "bundled"),
    ("LlamaIndex", SLOW),
)
"""Engine and model of each row, no model where there are no vectors. The speed table leaves the transformer
out: it would take hours and tell about itself alone."""
Collection = tuple[list[str], dict[str, list[Topic]]]
"""Texts, and the sets of questions about them; right are places among the texts."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one engine did. Quality is nDCG@10 by set; a figure that was not measured is None."""

    engine: str
    model: str
    load_s: float
    """Importing the libraries and loading the model."""
    index_s: float
    cpu_ms: float
    """Processor time of a question, the median: it tells more than the clock on a busy machine."""
    p50_ms: float
    p95_ms: float
    peak_mb: float
    held_mb: float
    ndcg: dict[str, float]
    failed: str | None = None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run every engine, print the tables, store them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--python", type=Path, required=True, help="interpreter that has the peers installed")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with real texts")
    parser.add_argument("--passages", type=int, default=20_000, help="size of the index that is timed")
    parser.add_argument("--questions", type=int, default=60, help="questions that are timed")
    parser.add_argument("--only", nargs="*", default=[], help="only these engines")
    parser.add_argument("--fast", action="store_true", help="leave out the rows with the transformer")
    parser.add_argument("--out", type=Path, default=OUT, help="where the figures are stored")
    given = parser.parse_args(arguments)
    engines = [row for row in ENGINES if not given.only or row[0] in given.only]
    rows = [row for row in engines if row[1] != SLOW] if given.fast else engines
    tables = {
        name: [run_engine(given.python, *row, texts, sets) for row in rows]
        for name, (texts, sets) in load_collections(given.shared).items()
    }
    timed = load_timed(given.shared, given.passages, given.questions)
    tables["speed"] = [run_engine(given.python, *row, *timed) for row in engines if row[1] != SLOW]
    machine = {"python": platform.python_version(), "system": platform.system(), "cores": os.cpu_count()}
    stored = {
        "machine": machine,
        "passages": given.passages,
        **{name: [asdict(row) for row in rows] for name, rows in tables.items()},
    }
    given.out.write_text(json.dumps(stored, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for name, rows in tables.items():
        print(f"\n{name}\n{format_table(rows)}")
    return 0


def load_collections(shared: Path) -> dict[str, Collection]:
    """Give the texts with the sets of questions about them: the decisions and the letters."""
    encoder = make_encoder(Settings())
    with Shelves(Settings(), encoder, print) as shelves:
        texts = Texts(shared, shelves)
        decisions = load_decisions(texts.locate(DECISION_FILES))
        (letters,) = collect(texts, (LETTERS,), None, print)
        answers = letters.index.passages(range(letters.index.sizes.passages))
        return {
            "decisions": ([decision.body for decision in decisions], ask_titles(decisions)),
            LETTERS: ([answer.text for answer in answers], {LETTERS: list(letters.topics)}),
        }


def load_timed(shared: Path, passages: int, questions: int) -> Collection:
    """Give passages of the training texts, and gold questions without their answers."""
    entries = make_entries(shared / "data" / "training", ROOT / "corpus", passages)
    texts = [passage.text for entry in entries for passage in entry.passages][:passages]
    gold = load_gold(ROOT / "assistant" / "evaluate" / "gold" / "seeds.jsonl")[:questions]
    return texts, {"": [Topic(item.question, frozenset(), ()) for item in gold]}


def run_engine(
    python: Path,
    engine: str,
    model: str,
    texts: list[str],
    sets: dict[str, list[Topic]],
) -> Row:
    """Run one engine in a process of its own, over the questions of one set after the other."""
    questions = [topic.question for topics in sets.values() for topic in topics]
    interpreter = sys.executable if engine == OURS else str(python)
    job = {"texts": texts, "questions": questions, "model": model or "bundled"}
    names = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS")
    environment = {**os.environ, **dict.fromkeys(names, "1"), "TOKENIZERS_PARALLELISM": "false"}
    environment["PYTHONPATH"] = str(ROOT) if engine == OURS else ""
    print(f"{engine} {model} ({len(texts):,} texts, {len(questions)} questions)", flush=True)
    command = [interpreter, str(ROOT / "benchmarks" / "engines.py"), engine]
    try:
        done = subprocess.run(
            command,
            input=json.dumps(job),
            capture_output=True,
            text=True,
            timeout=LIMIT_S,
            env=environment,
            check=True,
        )
    except subprocess.SubprocessError as error:
        said = getattr(error, "stderr", None) or str(error)
        reason = said.decode() if isinstance(said, bytes) else said
        return Row(engine, model, 0, 0, 0, 0, 0, 0, 0, {}, failed=reason.strip().splitlines()[-1][:300])
    result = json.loads(done.stdout.strip().splitlines()[-1])
    times = np.array(result["times_ms"])
    return Row(
        engine,
        model,
        round(result["load_s"], 2),
        round(result["index_s"], 2),
        round(float(np.median(result["work_ms"])), 2),
        round(float(np.median(times)), 2),
        round(float(np.percentile(times, 95)), 2),
        round(result["peak_mb"]),
        round(result["held_mb"]),
        measure_sets(result["found"], sets),
    )


def measure_sets(found: Sequence[Sequence[int]], sets: dict[str, list[Topic]]) -> dict[str, float]:
    """Give nDCG@10 of every set that has answers; the topics were asked one set after the other."""
    figures: dict[str, float] = {}
    start = 0
    for name, topics in sets.items():
        lists = found[start : start + len(topics)]
        start += len(topics)
        ranks = [find_rank(places, topic.right) for topic, places in zip(topics, lists, strict=True)]
        if name:
            figures[name] = round(float(discount(np.array(ranks)).mean()), 4)
    return figures


def format_table(rows: Sequence[Row]) -> str:
    """Give the rows as a Markdown table."""
    sets = list(dict.fromkeys(name for row in rows for name in row.ndcg))
    head = [
        "engine",
        "model",
        *sets,
        "load s",
        "index s",
        "query cpu ms",
        "p50 ms",
        "p95 ms",
        "peak MB",
        "held MB",
    ]
    lines = [f"| {' | '.join(head)} |", f"|---|---|{'--:|' * (len(head) - 2)}"]
    for row in rows:
        measured = [f"{row.ndcg.get(name, 0):.3f}".removeprefix("0") for name in sets]
        figures = [row.load_s, row.index_s, row.cpu_ms, row.p50_ms, row.p95_ms, row.peak_mb, row.held_mb]
        cells = [*measured, *(f"{figure:,.1f}" for figure in figures)]
        shown = [f"failed: {row.failed}", *[""] * (len(cells) - 1)] if row.failed else cells
        lines.append(f"| {row.engine} | {row.model} | {' | '.join(shown)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
