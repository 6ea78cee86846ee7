"""Whether every citation is its source to the byte: many citations, made as answers make them, and compared.

    python -m benchmarks.citations [--count 100000] [--out citations.json] [FOLDER ...]

Reads every file in the folders (default: the sample corpus, and the seeds and PDFs of ../shared where
they are), quotes each sentence, row and list for every kind of question whose quotations
are widened differently, with a short answer in a neighbouring sentence, and takes the citation through
JSON as the server sends it. Then reads the file again and compares the bytes of the quotation with the
bytes of the text between the offsets. Prints counts and the citations that differ; the exit code is 1
when one does. Files come in a random order that is the same every time, until there are `count`.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.answer import Reading, parse_question
from assistant.answer.evidence import Unit
from assistant.answer.question import Question
from assistant.answer.quoting import cite, verify
from assistant.config import Settings
from assistant.errors import LeeswijzerError
from assistant.ingest import find_files, load_document
from assistant.types import Document, Span
from assistant.wire.answers import Bron

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("corpus", "../shared/seeds", "../shared/data/pdf")
QUESTIONS = (
    "Hoeveel kost het?",
    "Welke voorwaarden gelden er?",
    "Mag het?",
    "Waarom is dat zo?",
    "Hoe gaat dat?",
)
"""One of each kind whose quotations are widened in a way of its own."""
SEED = 20_260_601


def make_units(reading: Reading, chance: random.Random) -> Iterator[Unit]:
    """Yield every sentence, row and list of a document, with a short answer in or beside it."""
    for block in range(len(reading.blocks)):
        spans = reading.sentences(block)
        for place, span in enumerate(spans):
            near = spans[min(len(spans) - 1, max(0, place + chance.choice((-1, 0, 0, 1))))]
            start = chance.randint(near.start, near.end - 1)
            short = Span(start, chance.randint(start + 1, near.end))
            yield Unit(reading, block, span, 1.0, short=short, fit=1.0, probability=0.9)
        group = reading.list_around(block)
        if group is not None and group.items[0] == block:
            span = Span(reading.blocks[block].span.start, reading.blocks[group.items[-1]].span.end)
            yield Unit(reading, block, span, 1.0, items=group.items, probability=0.9)


def differs(document: Document, unit: Unit, question: Question) -> str | None:
    """Give what is wrong with the citation of a unit, against the document as it was read again; None for nothing."""
    citations = cite([unit], question)
    verify(citations, lambda _: unit.reading)
    for citation in citations:
        sent = json.loads(Bron.from_citation(citation).model_dump_json(by_alias=True))
        source = document.text[sent["start"] : sent["eind"]]
        if source.encode() != sent["citaat"].encode() or not source:
            return (
                f"{document.path} {sent['start']}-{sent['eind']}: {sent['citaat']!r} is in de bron {source!r}"
            )
    return None


def read_folders(folders: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    """Yield every file below the folders with its folder."""
    for folder in folders:
        yield from ((folder, path) for path in find_files(folder))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    folders = options.folders or [place for name in FOLDERS if (place := ROOT / name).is_dir()]
    questions = [parse_question(text) for text in QUESTIONS]
    chance, counts, wrong, started = random.Random(SEED), Counter[str](), [], time.perf_counter()
    files = list(read_folders(folders))
    chance.shuffle(files)
    for folder, path in files:
        if counts["citaten"] >= options.count:
            break
        try:
            first, again = (load_document(path, folder, Settings()) for _ in range(2))
        except LeeswijzerError:
            counts["niet te lezen"] += 1
            continue
        counts["documenten"] += 1
        reading = Reading(first, ())
        for unit in make_units(reading, chance):
            for question in questions:
                counts["citaten"] += 1
                found = differs(again, unit, question)
                if found is not None:
                    wrong.append(found)
    counts["verschillend"] = len(wrong)
    for name, count in sorted(counts.items()):
        print(f"{name:15}{count:10,}".replace(",", "."))
    print(f"{time.perf_counter() - started:.0f} s")
    print("\n".join(wrong[:20]))
    if options.out:
        options.out.write_text(json.dumps(dict(sorted(counts.items())), indent=1) + "\n", encoding="utf-8")
    return 1 if wrong or not counts["citaten"] else 0


if __name__ == "__main__":
    sys.exit(main())
