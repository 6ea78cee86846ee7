"""How fast Leeswijzer is and how much memory it takes, measured in one run.

`python -m benchmarks.speed [--shared ../shared] [--passages 20000]` prints a table and writes the
same figures to `benchmarks/speed.json`. Times are in milliseconds on the wall clock; start-up is
measured in processes of their own, the rest in this one. Where the shared texts are absent, the
sample corpus stands in for them and the table says so. No test asserts a time.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.assistant import Assistant, settle_memory
from assistant.config import Settings
from assistant.dutch import split_sentences
from assistant.embed import Encoder, make_encoder
from assistant.evaluate.gold import load_gold
from assistant.extract import find_extracts
from assistant.index import IndexEntry, open_index, write_generation
from assistant.index.spool import VectorSpool
from assistant.ingestion import ingest
from assistant.search import search
from benchmarks.texts import make_entries

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "assistant" / "evaluate" / "gold"
OUT = ROOT / "benchmarks" / "speed.json"
QUESTION = "Hoe hoog is de subsidie voor ondernemingen?"
REPEATS = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement: what, how much, in which unit, and what it was measured on."""

    name: str
    value: float
    unit: str
    over: str


def time_call(call: Callable[[], object]) -> float:
    """Give the milliseconds that one call takes."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1_000


def find_percentiles(name: str, times: Sequence[float], over: str) -> list[Figure]:
    """Give the median, the 95th and the 99th percentile of times in milliseconds."""
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    return [Figure(f"{name} p{cut}", cuts[cut - 1], "ms", over) for cut in (50, 95, 99)]


# -- processes of their own -------------------------------------------------------------------

COLD = """
import sys, time
start = time.perf_counter()
from pathlib import Path
from assistant.assistant import Assistant
from assistant.config import Settings
with Assistant.open(Settings(corpus=Path(sys.argv[1]), index=Path(sys.argv[2]))) as assistant:
    assistant.ask(sys.argv[3])
print((time.perf_counter() - start) * 1000, int("torch" in sys.modules))
"""
SERVING = """
import resource, sys
from pathlib import Path
from assistant.config import Settings
from assistant.embed import make_encoder
from assistant.index import open_index
from assistant.search import search
encoder = make_encoder(Settings())
with open_index(Path(sys.argv[1]), encoder) as index:
    for question in sys.argv[2:]:
        search(index, encoder, question)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def run_python(*arguments: str) -> str:
    """Give what a fresh interpreter prints; raises CalledProcessError when it fails."""
    command = [sys.executable, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def measure_start(corpus: Path, index: Path) -> list[Figure]:
    """Give how long it takes to import, to show the help and to answer for the first time."""
    figures = []
    for name, arguments in (
        ("empty interpreter", ("-c", "pass")),
        ("import assistant", ("-c", "import assistant")),
        ("leeswijzer --help", ("-m", "assistant", "--help")),
    ):
        times = [time_call(lambda given=arguments: run_python(*given)) for _ in range(REPEATS)]  # type: ignore[misc]
        figures.append(Figure(name, statistics.median(times), "ms", f"median of {REPEATS} processes"))
    outputs = [run_python("-c", COLD, str(corpus), str(index), QUESTION).split() for _ in range(REPEATS)]
    cold = statistics.median(float(spent) for spent, _ in outputs)
    torch = "with torch" if any(loaded == "1" for _, loaded in outputs) else "torch not loaded"
    figures.append(Figure("cold start to first answer", cold, "ms", f"sample corpus, {torch}"))
    return figures


# -- this process -----------------------------------------------------------------------------


def measure_ingest(name: str, corpus: Path, index: Path) -> list[Figure]:
    """Give how fast a folder becomes an index in one process and in one per core, and a run without news."""
    size = sum(path.stat().st_size for path in corpus.rglob("*") if path.is_file()) / 1e6
    figures = []
    for workers, shown in ((1, "1 process"), (0, f"{os.cpu_count()} workers")):
        settings = Settings(corpus=corpus, index=index.with_name(f"{index.name}-{workers}"), workers=workers)
        spent = time_call(lambda given=settings: ingest(given)) / 1_000  # type: ignore[misc]
        documents = ingest(settings).documents
        over = f"{documents} documents, {size:.2f} MB"
        figures.append(Figure(f"ingest {name}, {shown}", documents / spent, "documents/s", over))
        figures.append(Figure(f"ingest {name}, {shown}", size / spent, "MB/s", over))
    settings = Settings(corpus=corpus, index=index)
    ingest(settings)
    again = time_call(lambda: ingest(settings))
    return [*figures, Figure(f"ingest {name} again", again, "ms", "nothing changed")]


def measure_answers(name: str, settings: Settings, questions: Sequence[str]) -> list[Figure]:
    """Give how long answers take, the first time and with what is remembered."""
    with Assistant.open(settings) as assistant:
        settle_memory()  # as the server does
        first = [time_call(lambda asked=asked: assistant.ask(asked)) for asked in questions]  # type: ignore[misc]
        again = [time_call(lambda asked=asked: assistant.ask(asked)) for asked in questions]  # type: ignore[misc]
    over = f"{len(questions)} questions on {name}"
    return [
        *find_percentiles("ask", first, over),
        *find_percentiles("ask again", again, over),
    ]


def measure_search(index: Path, encoder: Encoder, questions: Sequence[str], source: str) -> list[Figure]:
    """Give how long it takes to open a large index and to search it, and what it takes in memory."""
    opening = [time_call(lambda: open_index(index, encoder).close()) for _ in range(REPEATS)]
    with open_index(index, encoder) as opened:
        over = f"{opened.sizes.passages} passages of {source}"
        times = [time_call(lambda asked=asked: search(opened, encoder, asked)) for asked in questions]  # type: ignore[misc]
        size = opened.sizes.bytes / 1e6
    peak = float(run_python("-c", SERVING, str(index), *questions[:40]))
    return [
        Figure("open", statistics.median(opening), "ms", over),
        *find_percentiles("search", times, over),
        Figure("peak memory of searching", peak, "MiB", over),
        Figure("index on disk", size, "MB", over),
    ]


def measure_parts(encoder: Encoder, texts: Sequence[str]) -> list[Figure]:
    """Give how fast sentences become vectors and texts become facts."""
    sentences = [span.of(text) for text in texts for span in split_sentences(text)]
    size = sum(len(text.encode()) for text in texts) / 1e6
    find_extracts(texts[0])  # reads its tables once; ingest does that in processes of its own
    encoding = time_call(lambda: encoder.encode_passages(sentences)) / 1_000
    extracting = time_call(lambda: [find_extracts(text) for text in texts]) / 1_000
    over = f"{len(texts)} documents, {size:.2f} MB of text"
    return [
        Figure("encoder", len(sentences) / encoding, "sentences/s", f"{len(sentences)} sentences"),
        Figure("extraction", size / extracting, "MB/s", over),
    ]


def measure_embedding(encoder: Encoder, entries: Sequence[IndexEntry], folder: Path) -> list[Figure]:
    """Give how fast passages get their vectors at ingest: cut into sentences, one for each and for the whole."""
    folder.mkdir()
    spool = VectorSpool(folder, encoder)
    texts = [passage.text for entry in entries for passage in entry.passages]
    whole = time_call(lambda: encoder.encode_passages(texts)) / 1_000

    def embed() -> None:
        for entry in entries:
            spool.add(entry.passages, entry.document.path, None)
        spool.flush()

    spent = time_call(embed) / 1_000
    spool.close()
    over = f"{len(texts)} passages of {sum(map(len, texts)) // len(texts)} characters"
    return [
        Figure("embed, passages alone", len(texts) / whole, "passages/s", over),
        Figure("embed, with their sentences", len(texts) / spent, "passages/s", over),
    ]


def measure_all(shared: Path, passages: int, folder: Path) -> list[Figure]:
    """Give all figures; indexes are made in `folder`."""
    corpus, seeds = ROOT / "corpus", shared / "seeds"
    subject, asked = (seeds, "seeds") if seeds.is_dir() else (corpus, "corpus")
    encoder = make_encoder(Settings())
    questions = [item.question for item in load_gold(GOLD / f"{asked}.jsonl")]
    own, large = folder / "own", folder / "large"
    figures = measure_ingest("corpus", corpus, own)
    if subject is seeds:
        figures += measure_ingest("seeds", seeds, folder / "seeds")
    figures += measure_start(corpus, own)
    settings = Settings(corpus=subject, index=own if subject is corpus else folder / "seeds")
    figures += measure_answers(asked, settings, questions)
    with Assistant.open(settings) as assistant:
        texts = [assistant.document(record.id).text for record in assistant.records()]
    figures += measure_parts(encoder, texts)
    training = shared / "data" / "training"
    source = "the training texts" if any(training.glob("*.tar.gz")) else "the sample corpus, repeated"
    figures += measure_embedding(encoder, list(make_entries(training, corpus, 10_000)), folder / "spool")
    entries = make_entries(training, corpus, passages)
    spent = time_call(lambda: write_generation(large, entries, encoder)) / 1_000
    with open_index(large, encoder) as index:
        written = index.sizes.passages
    figures.append(Figure("write index", written / spent, "passages/s", f"{written} passages of {source}"))
    return figures + measure_search(large, encoder, questions, source)


# -- output -----------------------------------------------------------------------------------


def format_table(figures: Sequence[Figure]) -> str:
    """Give the figures as aligned lines."""
    lines = [
        (figure.name, f"{figure.value:,.{1 if figure.value >= 10 else 3}f}", figure.unit, figure.over)
        for figure in figures
    ]
    widths = [max(len(line[column]) for line in lines) for column in range(3)]
    return "\n".join(
        f"{name.ljust(widths[0])}  {value.rjust(widths[1])} {unit.ljust(widths[2])}  {over}"
        for name, value, unit, over in lines
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, store."""
    parser = argparse.ArgumentParser(description="Measure the speed and memory of Leeswijzer.")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with real texts")
    parser.add_argument("--passages", type=int, default=20_000, help="size of the index that is searched")
    parser.add_argument("--out", type=Path, default=OUT, help="where the figures are stored")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="leeswijzer-speed-") as folder:
        figures = measure_all(given.shared, given.passages, Path(folder))
    print(format_table(figures))
    machine = {"python": platform.python_version(), "system": platform.system(), "cores": os.cpu_count()}
    stored = {
        "machine": machine,
        "figures": [{**asdict(figure), "value": round(figure.value, 3)} for figure in figures],
    }
    given.out.write_text(json.dumps(stored, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
