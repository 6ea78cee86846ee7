"""Compare kinds of vector stores: recall against exact search, time, memory and building.

    python -m benchmarks.vectors [--sizes 20000 100000] [--kinds coded half] [--keep FOLDER]

Passages of the training texts, encoded by the bundled model, are searched for the vectors of real
questions. Every kind at every size is built and searched in a process of its own, on one thread.
The kinds of `STORES` go by their own names, FAISS' own approximate ones start with "faiss":
HNSW32 with 8-bit vectors (ef 64 at building, 128 at searching), IVF with 8-bit vectors and as many
lists as four times the root of the number (64 of them searched), and sign bits alone, 800 or
`8 * count` of them rescored. Rows that are not measured this time stay as they were. `--keep` names a folder for the vectors, to be used again.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from assistant.config import Settings
from assistant.embed import make_encoder
from assistant.index.vectors import STORES, find_store
from benchmarks.texts import make_entries, read_questions

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "benchmarks" / "vectors.json"
SIZES = (20_000, 100_000, 300_000, 1_000_000)
QUESTIONS = 240
COUNTS = (10, 100)
CHUNK = 8_192
HNSW_LIMIT = 100_000  # above it one thread builds for many minutes

Floats = NDArray[np.float32]
Search = Callable[[Floats, int], NDArray[np.int64]]


# -- the vectors ------------------------------------------------------------------------------


def save_vectors(shared: Path, folder: Path, count: int) -> None:
    """Encode passages and questions, unless the folder holds enough of them already."""
    encoder = make_encoder(Settings())
    np.save(folder / "questions.npy", encoder.encode_queries(read_questions(shared, QUESTIONS)))
    path, mark = folder / "passages.npy", folder / "encoder"
    made = mark.exists() and mark.read_text() == encoder.fingerprint
    if made and len(np.load(path, mmap_mode="r")) >= count:
        return
    mark.unlink(missing_ok=True)
    shape = (count, encoder.dimension)
    rows = np.lib.format.open_memmap(path, mode="w+", dtype=np.float16, shape=shape)
    done = 0
    for entry in make_entries(shared / "data" / "training", ROOT / "corpus", count):
        some = encoder.encode_passages([passage.text for passage in entry.passages])[: count - done]
        rows[done : done + len(some)] = some
        done += len(some)
    rows.flush()
    mark.write_text(encoder.fingerprint)


def read_chunks(folder: Path, count: int) -> Iterator[Floats]:
    """Give the first `count` vectors as they will be stored at best, in half precision."""
    rows = np.load(folder / "passages.npy", mmap_mode="r")
    for first in range(0, count, CHUNK):
        yield rows[first : min(count, first + CHUNK)].astype(np.float32)


def find_exact(folder: Path, sizes: Sequence[int]) -> dict[int, Floats]:
    """Give the highest scores of every question among the first so many passages, best first."""
    questions = np.load(folder / "questions.npy")
    found: dict[int, Floats] = {}
    scores = np.empty((len(questions), 0), dtype=np.float32)
    done = 0
    for size in sorted(sizes):
        rows = np.load(folder / "passages.npy", mmap_mode="r")
        while done < size:
            stop = min(size, done + CHUNK)
            fresh = questions @ rows[done:stop].astype(np.float32).T
            scores = -np.sort(-np.hstack((scores, fresh)), axis=1)[:, : max(COUNTS)]
            done = stop
        found[size] = scores
    return found


# -- kinds ------------------------------------------------------------------------------------


def build_store(kind: str, path: Path, folder: Path, count: int) -> None:
    """Write a store of our own."""
    dimension = np.load(folder / "questions.npy").shape[1]
    find_store(kind).write(path, dimension, count, read_chunks(folder, count))


def open_store(kind: str, path: Path, folder: Path) -> Search:
    """Open it again."""
    store = find_store(kind).load(path, np.load(folder / "questions.npy").shape[1])
    return lambda query, count: store.search(query, count)[0]


def build_faiss(kind: str, path: Path, folder: Path, count: int) -> None:
    """Write an index of FAISS: train it on vectors spread over all, then add them."""
    rows = np.load(folder / "passages.npy", mmap_mode="r")
    dimension, metric = rows.shape[1], faiss.METRIC_INNER_PRODUCT
    if kind == "faiss hnsw":
        made: Any = faiss.IndexHNSWSQ(dimension, faiss.ScalarQuantizer.QT_8bit, 32, metric)
        made.hnsw.efConstruction, made.hnsw.efSearch = 64, 128
        sample = rows[: count : max(1, count // 20_000)]
    else:
        lists = int(4 * count**0.5)
        made = faiss.IndexIVFScalarQuantizer(
            faiss.IndexFlatIP(dimension), dimension, lists, faiss.ScalarQuantizer.QT_8bit, metric
        )
        made.cp.niter, made.cp.max_points_per_centroid = 10, 64
        sample = rows[: count : max(1, count // (50 * lists))]
    made.train(sample.astype(np.float32))
    for chunk in read_chunks(folder, count):
        made.add(chunk)
    faiss.write_index(made, str(path))


def open_faiss(kind: str, path: Path, folder: Path) -> Search:
    """Open it again, mapped where FAISS can."""
    made: Any = faiss.read_index(str(path), faiss.IO_FLAG_MMAP if kind == "faiss ivf" else 0)
    if kind == "faiss ivf":
        made.nprobe = 64
    return lambda query, count: np.asarray(made.search(query[np.newaxis], count)[1][0])


def build_signs(_: str, path: Path, folder: Path, count: int) -> None:
    """Write one bit a number."""
    with path.open("wb") as stream:
        for chunk in read_chunks(folder, count):
            stream.write(np.packbits(chunk > 0, axis=1).tobytes())


def open_signs(_: str, path: Path, folder: Path) -> Search:
    """Search the bits, then compare the vectors of the nearest."""
    rows = np.load(folder / "passages.npy", mmap_mode="r")
    codes = np.memmap(path, dtype=np.uint8, mode="r").reshape(-1, (rows.shape[1] + 7) // 8)

    def search(query: Floats, count: int) -> NDArray[np.int64]:
        code = np.packbits(query[np.newaxis] > 0, axis=1)
        near = np.sort(faiss.knn_hamming(code, np.asarray(codes), max(800, 8 * count), variant="mc")[1][0])
        scores = np.einsum("ij,j->i", rows[near].astype(np.float32), query)
        return np.asarray(near[np.argsort(-scores, kind="stable")[:count]])

    return search


KINDS: dict[str, tuple[Callable[[str, Path, Path, int], None], Callable[[str, Path, Path], Search]]] = {
    **{kind: (build_store, open_store) for kind in STORES},
    "faiss hnsw": (build_faiss, open_faiss),
    "faiss ivf": (build_faiss, open_faiss),
    "faiss signs": (build_signs, open_signs),
}


# -- measuring --------------------------------------------------------------------------------


def read_resident() -> float:
    """Give the resident memory of this process in MB."""
    with Path("/proc/self/statm").open() as stream:
        return int(stream.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def build_one(kind: str, path: Path, folder: Path, size: int) -> dict[str, float]:
    """Build a store in this process."""
    faiss.omp_set_num_threads(1)
    start = time.process_time()
    KINDS[kind][0](kind, path, folder, size)
    return {"build_s": time.process_time() - start, "file_mb": path.stat().st_size / 1e6}


def search_one(kind: str, path: Path, folder: Path, exact: Floats) -> dict[str, float]:
    """Open and search a store in this process; times are of the processor.

    What is found counts when it is as near as the last that should be found: of passages that
    occur twice it does not matter which one.
    """
    faiss.omp_set_num_threads(1)
    questions = np.load(folder / "questions.npy")
    rows = np.load(folder / "passages.npy", mmap_mode="r")
    before = read_resident()
    start = time.process_time()
    search = KINDS[kind][1](kind, path, folder)
    figures = {"open_ms": (time.process_time() - start) * 1e3}
    answers: dict[int, list[NDArray[np.int64]]] = {count: [] for count in COUNTS}
    for count, found in answers.items():
        times = []
        for question in questions:
            start = time.process_time()
            found.append(search(question, count))
            times.append((time.process_time() - start) * 1e3)
        for cut in (50, 95):
            figures[f"p{cut}_ms@{count}"] = float(np.percentile(times, cut))
    figures["memory_mb"] = read_resident() - before
    for count, found in answers.items():
        hits = 0
        for question, best, numbers in zip(questions, exact, found, strict=True):
            scores = rows[numbers[:count]].astype(np.float32) @ question
            hits += int((scores >= best[count - 1] - 1e-5).sum())
        figures[f"recall@{count}"] = hits / (len(questions) * count)
    return figures


def run_one(stage: str, kind: str, path: Path, folder: Path, size: int) -> dict[str, float]:
    """Do one stage in a process of its own; raises CalledProcessError when that fails."""
    command = [sys.executable, "-m", "benchmarks.vectors", "--stage", stage, kind, str(path), str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [*command, str(size)], env=environment, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def measure_all(
    shared: Path, folder: Path, sizes: Sequence[int], kinds: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """Give a row of figures for every kind at every size, as soon as it is known."""
    save_vectors(shared, folder, max(sizes))
    for size, scores in find_exact(folder, sizes).items():
        np.save(folder / f"exact-{size}.npy", scores)
    path = folder / "store"
    for size in sizes:
        for kind in kinds:
            if kind == "faiss hnsw" and size > HNSW_LIMIT:
                continue
            built = run_one("build", kind, path, folder, size)
            yield {"kind": kind, "vectors": size, **built, **run_one("search", kind, path, folder, size)}
            path.unlink()


def format_row(row: dict[str, Any]) -> str:
    """Give a row as one line."""
    values = (f"{name} {value:,.3f}" for name, value in row.items() if isinstance(value, float))
    return f"{row['vectors']:>9,} {row['kind']:<12} " + "  ".join(values)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, store."""
    parser = argparse.ArgumentParser(description="Compare kinds of vector stores.")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with real texts")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--kinds", nargs="+", default=list(KINDS), choices=list(KINDS))
    parser.add_argument("--keep", type=Path, help="folder for the vectors, to be used again")
    parser.add_argument("--out", type=Path, default=OUT, help="where the figures are stored")
    parser.add_argument("--stage", nargs=5, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.stage:
        stage, kind, path, folder, size = given.stage
        if stage == "build":
            figures = build_one(kind, Path(path), Path(folder), int(size))
        else:
            figures = search_one(kind, Path(path), Path(folder), np.load(Path(folder) / f"exact-{size}.npy"))
        print(json.dumps(figures))
        return 0
    rows = json.loads(given.out.read_text())["rows"] if given.out.exists() else []
    with tempfile.TemporaryDirectory(prefix="leeswijzer-vectors-") as folder:
        kept = given.keep or Path(folder)
        kept.mkdir(parents=True, exist_ok=True)
        for row in measure_all(given.shared, kept, given.sizes, given.kinds):
            print(format_row(row), flush=True)
            fresh = {
                name: round(value, 4) if isinstance(value, float) else value for name, value in row.items()
            }
            key = (row["vectors"], row["kind"])
            rows = [old for old in rows if (old["vectors"], old["kind"]) != key] + [fresh]
    rows.sort(key=lambda row: (row["vectors"], list(KINDS).index(row["kind"])))
    machine = {"python": platform.python_version(), "faiss": faiss.__version__, "cores": os.cpu_count()}
    stored = {"machine": machine, "questions": QUESTIONS, "rows": rows}
    given.out.write_text(json.dumps(stored, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
