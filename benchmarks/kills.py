"""Kill ingest at random moments: the last good index must answer, the next run must finish the rest.

    python -m benchmarks.kills [--moments 50] [--seed 1]

After each kill the old or the new index answers (every byte of it is checked when it opens), no
reading process is left, and one more run gives the same bytes as a run that nobody disturbed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.ingestion import ingest
from assistant.ingestion.journal import load_events

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "benchmarks" / "kills.json"
QUESTION, ANSWER = "Wanneer ging de veerpont van Oudewater varen?", "3 mei 2021"


@dataclass(frozen=True, slots=True)
class Kills:
    """Of how many kills: cut a run off, an index answered after it, the next run finished and was identical."""

    moments: int
    cut_off: int
    answered: int
    finished: int
    identical: int
    left_behind: int
    seconds: float


def measure_kills(folder: Path, *, moments: int, seed: int) -> Kills:
    """Kill an ingest of a small folder at `moments` seeded moments of its duration."""
    began = time.monotonic()
    settings = _make_corpus(folder)
    ingest(settings)
    old = folder / "oud"
    shutil.copytree(settings.index, old)
    _add_documents(settings.corpus)
    whole = Settings(corpus=settings.corpus, index=folder / "heel")
    shutil.copytree(old, whole.index)
    start = time.monotonic()
    _start(whole).wait()
    lasts = time.monotonic() - start
    wanted = _contents(whole.index)
    log = _list_log(whole.index)
    chance = random.Random(seed)
    cut, answered, finished, identical, left = 0, 0, 0, 0, 0
    for number in range(moments):
        # In each equal part of the run once: none is left to chance.
        moment = (number + chance.random()) / moments * lasts
        shutil.rmtree(settings.index)
        shutil.copytree(old, settings.index)
        process = _start(settings)
        time.sleep(moment)
        below = _find_below(process.pid)
        process.kill()
        cut += process.wait() < 0
        left += len(_wait_for(below))
        with Assistant.open(settings) as assistant:
            answered += assistant.ask(QUESTION).short == ANSWER
        report = ingest(settings)
        finished += not report.failed and report.documents == 9
        identical += _contents(settings.index) == wanted and _list_log(settings.index) == log
    return Kills(moments, cut, answered, finished, identical, left, round(time.monotonic() - began, 1))


def _make_corpus(folder: Path) -> Settings:
    corpus = folder / "corpus"
    corpus.mkdir(parents=True)
    (corpus / "veer.txt").write_text(
        "De veerpont van Oudewater ging op 3 mei 2021 voor het eerst varen.\n", "utf-8"
    )
    (corpus / "weg.txt").write_text("De oude brug van Kruisbeek is in 1999 afgebroken.\n", "utf-8")
    return Settings(corpus=corpus, index=folder / "index")


def _add_documents(corpus: Path) -> None:
    (corpus / "weg.txt").unlink()
    for number in range(7):
        text = (
            f"Nota {number}. Molenaar Griet Vandamme beheert de watermolen van Kruisbeek nummer {number}.\n"
        )
        (corpus / f"nota{number}.txt").write_text(text, "utf-8")
    pdf = next(path for path in sorted((ROOT / "corpus").rglob("*.pdf")))
    (corpus / "rapport.pdf").write_bytes(pdf.read_bytes())


def _start(settings: Settings) -> subprocess.Popen[bytes]:
    places = ["--corpus", str(settings.corpus), "--index", str(settings.index)]
    return subprocess.Popen(
        [sys.executable, "-m", "assistant", *places, "ingest"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1"},
    )


def _contents(index: Path) -> dict[str, bytes]:
    """Give what answers: the generation that counts, and its name."""
    name = (index / "CURRENT").read_text().strip()
    files = {path.name: path.read_bytes() for path in (index / "generations" / name).iterdir()}
    return files | {"CURRENT": name.encode()}


def _list_log(index: Path) -> list[tuple[str, str, str, str]]:
    return [(event.event, event.path, event.id, event.generation) for event in load_events(index)]


def _find_below(parent: int) -> set[tuple[int, str]]:
    """Give the living processes below one, each with the moment it began so that a number is not mistaken."""
    below: dict[int, list[int]] = {}
    began: dict[int, str] = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            words = re.sub(r"(?s).*\)", "", (place / "stat").read_text()).split()
        except OSError:
            continue
        if words[0] != "Z":
            below.setdefault(int(words[1]), []).append(int(place.name))
            began[int(place.name)] = words[19]
    found = [parent]
    for process in found:
        found += below.get(process, [])
    return {(process, began[process]) for process in found[1:]}


def _wait_for(processes: set[tuple[int, str]], seconds: float = 30.0) -> set[tuple[int, str]]:
    """Give which of the processes are still alive after a short while."""
    end = time.monotonic() + seconds
    left = processes
    while left and time.monotonic() < end:
        left = {(process, began) for process, began in left if _is_alive(process, began)}
        time.sleep(0.02)
    return left


def _is_alive(process: int, began: str) -> bool:
    try:
        words = re.sub(r"(?s).*\)", "", Path(f"/proc/{process}/stat").read_text()).split()
    except OSError:
        return False
    return words[0] != "Z" and words[19] == began


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Kill ingest at random moments.")
    parser.add_argument("--moments", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="leeswijzer-kills-") as folder:
        outcome = measure_kills(Path(folder), moments=given.moments, seed=given.seed)
    print(json.dumps(asdict(outcome)))
    given.out.write_text(json.dumps(asdict(outcome), indent=1) + "\n", encoding="utf-8")
    good = outcome.answered == outcome.finished == outcome.identical == outcome.moments
    return 0 if good and not outcome.left_behind else 1


if __name__ == "__main__":
    raise SystemExit(main())
