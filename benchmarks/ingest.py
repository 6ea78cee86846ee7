"""How fast documents are read, where the time goes, and whether memory stays flat as the corpus grows.

    python -m benchmarks.ingest [--shared ../shared] [--counts 10,100,1000,10000]

Every ingest runs in a process of its own. Its peak memory is that of the program itself; that of
the reading processes is the largest of all of them. Stages are measured with one reading process,
so that they add up; what is left is looking at the folder, plans and the checks of the index.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "benchmarks" / "ingest.json"
SMALL_CHARS = 2_000

_GROWTH = """
import json, resource, sys, time
from pathlib import Path
from assistant.config import Settings
from assistant.ingestion import run
from assistant.ingestion.pool import Readers
from assistant.ingestion.tasks import Finished

peaks = {"readers": 0}


class Watched(Readers):
    def read(self, tasks):
        for event in super().read(tasks):
            if isinstance(event, Finished):
                peaks["readers"] = max(peaks["readers"], event.peak)
            yield event


run.Readers = Watched

def step(stage, done, total, current="", /):
    # The peak so far, at the end of each stage: which of them memory goes to.
    peaks[stage] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

settings = Settings(corpus=Path(sys.argv[1]), index=Path(sys.argv[2]))
began = time.perf_counter()
report = run.ingest(settings, progress=step)
seconds = time.perf_counter() - began
own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({
    "documents": report.documents, "failed": len(report.failed), "copies": len(report.copies),
    "passages": report.passages, "seconds": seconds, "peak_mib": own / 1024,
    "peak_after_reading_mib": peaks["lezen"] / 1024,
    "peak_of_readers_mib": peaks["readers"] / 2**20,
}))
"""

_STAGES = """
import json, sys, time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from assistant.config import Settings
from assistant.embed import make_encoder
from assistant.ingestion import run
from assistant.ingestion.pool import Readers
from assistant.ingestion.tasks import Got

spent = Counter()


class Encoder:
    # The encoder itself, with the time that it takes.
    def __init__(self, encoder):
        self._encoder = encoder

    def __getattr__(self, name):
        return getattr(self._encoder, name)

    def encode_passages(self, texts):
        began = time.perf_counter()
        try:
            return self._encoder.encode_passages(texts)
        finally:
            spent["embed"] += time.perf_counter() - began


class Timed(Readers):
    def read(self, tasks):
        for event in super().read(tasks):
            if isinstance(event, Got):
                spent["read"] += event.seconds["lezen"]
                spent["extract"] += event.seconds["feiten"]
            yield event


run.Readers = Timed
run.make_encoder = lambda settings: Encoder(make_encoder(settings))
write = run.write_generation


def write_generation(*given, **named):
    began, before = time.perf_counter(), spent["embed"]
    try:
        return write(*given, **named)
    finally:
        spent["write"] += time.perf_counter() - began - (spent["embed"] - before)


run.write_generation = write_generation
settings = Settings(corpus=Path(sys.argv[1]), index=Path(sys.argv[2]), workers=int(sys.argv[3]), ocr=sys.argv[4])
began = time.perf_counter()
report = run.ingest(settings)
whole = time.perf_counter() - began
with run.open_index(settings.index, make_encoder(settings)) as index:
    pages = sum(record.pages for record in index.records())
    scanned = sum(len(record.scanned) for record in index.records())
print(json.dumps({
    "documents": report.documents, "pages": pages, "scanned_pages": scanned, "passages": report.passages,
    "failed": len(report.failed), "seconds": whole, "stages": dict(spent),
}))
"""


def run_python(script: str, *arguments: object) -> dict[str, Any]:
    """Run a script in a fresh process; give the JSON that it prints."""
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1"},
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def cut_texts(shared: Path, count: int) -> Iterator[str]:
    """Yield `count` different texts of 2,000 characters from the training texts."""
    archives = sorted((shared / "data" / "training").glob("*-md.tar.gz"))
    for archive in archives:
        with tarfile.open(archive) as opened:
            for member in opened:
                file = opened.extractfile(member) if member.isfile() else None
                text = file.read().decode("utf-8", "replace") if file else ""
                for start in range(0, min(len(text), 20 * SMALL_CHARS) - SMALL_CHARS, SMALL_CHARS):
                    if count == 0:
                        return
                    count -= 1
                    yield text[start : start + SMALL_CHARS]


def measure_growth(shared: Path, folder: Path, counts: Sequence[int]) -> list[dict[str, Any]]:
    """Give time and peak memory for so many small documents."""
    corpus = folder / "corpus"
    corpus.mkdir()
    figures = []
    texts = cut_texts(shared, max(counts))
    written = 0
    for count in sorted(counts):
        for text in texts:
            (corpus / f"{written // 100:03}").mkdir(exist_ok=True)
            (corpus / f"{written // 100:03}" / f"{written:05}.txt").write_text(text, encoding="utf-8")
            written += 1
            if written == count:
                break
        index = folder / f"index-{count}"
        figure = run_python(_GROWTH, corpus, index)
        figures.append(figure)
        print(json.dumps(figure), flush=True)
        shutil.rmtree(index)
    return figures


def measure_again(shared: Path, folder: Path, count: int = 1_000, times: int = 5) -> dict[str, Any]:
    """Give the time of the whole command on a folder in which nothing changed: fastest of some, and all."""
    corpus, index = folder / "gelijk", folder / "index-gelijk"
    corpus.mkdir()
    for number, text in enumerate(cut_texts(shared, count)):
        (corpus / f"{number:05}.txt").write_text(text, encoding="utf-8")
    run_python(_GROWTH, corpus, index)
    time.sleep(2.5)  # what was written within the last two seconds is hashed again
    places = ["--corpus", str(corpus), "--index", str(index)]
    command = [sys.executable, "-m", "assistant", *places, "ingest"]
    taken = []
    for _ in range(times + 1):
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(
            command, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        taken.append({"seconds": time.perf_counter() - began, "processor_seconds": processor})
    taken.pop(0)  # this one hashed all files, as they had only just been written the time before
    fastest = min(taken, key=lambda item: item["seconds"])
    return {"documents": count, "fastest": fastest, "all": taken, "load": os.getloadavg()[0]}


def measure_stages(shared: Path, folder: Path) -> dict[str, Any]:
    """Give the share of time per stage over the real PDFs and the seeds, and pages a second."""
    corpus = folder / "echt"
    shutil.copytree(shared / "data" / "pdf", corpus / "pdf")
    shutil.copytree(shared / "seeds", corpus / "seeds")
    figures: dict[str, Any] = {}
    for name, workers, ocr in (
        ("one process", 1, "off"),
        ("all cores", 0, "off"),
        ("all cores, ocr", 0, "auto"),
    ):
        figure = run_python(_STAGES, corpus, folder / f"index-{workers}-{ocr}", workers, ocr)
        figure["pages_per_second"] = figure["pages"] / figure["seconds"]
        if workers == 1:
            figure["share"] = {stage: spent / figure["seconds"] for stage, spent in figure["stages"].items()}
        figures[name] = figure
        print(name, json.dumps(figure), flush=True)
    return figures


def round_all(value: Any) -> Any:
    """Give the figures with three decimals."""
    if isinstance(value, dict):
        return {name: round_all(item) for name, item in value.items()}
    if isinstance(value, list):
        return [round_all(item) for item in value]
    return round(value, 3) if isinstance(value, float) else value


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Measure the speed and memory of ingest.")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--counts", default="10,100,1000,10000")
    parser.add_argument("--only", choices=("growth", "stages", "again"))
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args(arguments)
    stored = json.loads(given.out.read_text("utf-8")) if given.out.exists() else {}
    stored["machine"] = {"python": platform.python_version(), "cores": os.cpu_count()}
    with tempfile.TemporaryDirectory(prefix="leeswijzer-ingest-") as folder:
        if given.only in (None, "growth"):
            counts = [int(count) for count in given.counts.split(",")]
            stored["growth"] = round_all(measure_growth(given.shared, Path(folder), counts))
        if given.only in (None, "again"):
            stored["unchanged folder"] = round_all(measure_again(given.shared, Path(folder)))
        if given.only in (None, "stages"):
            stored["real documents"] = round_all(measure_stages(given.shared, Path(folder)))
    given.out.write_text(json.dumps(stored, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
