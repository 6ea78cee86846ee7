"""Many passages to search, cut from the training texts beside the repository, or from the sample corpus.

The archives hold about 300,000 passages. Who asks for more gets documents whose sentences are all
real, but come from neighbouring texts of the same archive in a random order that is the same every time.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import tarfile
from collections.abc import Iterator
from itertools import count as numbers
from itertools import islice
from pathlib import Path

from assistant.config import Settings
from assistant.dutch import split_sentences
from assistant.evaluate.gold import load_gold
from assistant.index import IndexEntry
from assistant.ingest import cut_passages, find_files, load_document
from assistant.types import Block, BlockKind, Document, Span

GOLD = Path(__file__).resolve().parent.parent / "assistant" / "evaluate" / "gold"
SUFFIXES = (".md", ".txt")
MIXED_TEXTS = 40
"""Neighbouring texts of an archive whose sentences are mixed with each other."""
PARAGRAPH = 6
"""Sentences to a paragraph of a mixed document."""


def make_entries(training: Path, corpus: Path, passages: int) -> Iterator[IndexEntry]:
    """Give documents without facts until they hold at least `passages` passages.

    From the archives in `training` when there are any, else from `corpus`, over and over: each
    round ends every paragraph with its number, so that no two documents are the same.
    """
    count = 0
    texts = mix_archives(training) if any(training.glob("*.tar.gz")) else repeat_corpus(corpus)
    for name, text in texts:
        document = make_document(name, text)
        cut = cut_passages(document, Settings().passage_chars)
        yield IndexEntry(document, cut, ())
        count += len(cut)
        if count >= passages:
            return


def read_questions(shared: Path, count: int) -> list[str]:
    """Give real questions: a third of them gold questions, the others titles and short titles of decisions.

    The same ones each time; only gold questions, of the sample corpus, where `shared` has no decisions.
    """
    path = shared / "data" / "vlaamse-beslissingen-2019-2022.jsonl.gz"
    gold = [item.question for item in load_gold(GOLD / ("seeds.jsonl" if path.exists() else "corpus.jsonl"))]
    titles: list[str] = []
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            decisions = [json.loads(line) for line in stream]
        for decision in decisions:
            if decision["date"].startswith("2022"):
                titles.append(decision["short_title" if len(titles) % 2 else "title"] or decision["title"])
    chance = random.Random(2022)
    chance.shuffle(gold)
    chance.shuffle(titles)
    asked = gold[: count - len(titles[: count - count // 3])]
    return [*asked, *titles[: count - len(asked)]]


def mix_archives(training: Path) -> Iterator[tuple[str, str]]:
    """Give the texts of the archives as they are, and from then on mixed anew in every round."""
    for turn in numbers():
        open_files = [_read_archive(path) for path in sorted(training.glob("*.tar.gz"))]
        if turn:
            open_files = [_mix(texts, turn) for texts in open_files]
        yield from _take_turns(open_files)


def _take_turns(sources: list[Iterator[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    """Give one text of each source in turn until all are empty."""
    while sources:
        for texts in list(sources):
            found = next(texts, None)
            if found is None:
                sources.remove(texts)
            else:
                yield found


def _mix(texts: Iterator[tuple[str, str]], turn: int) -> Iterator[tuple[str, str]]:
    """Give as many documents as there are texts, their sentences dealt out anew in this turn."""
    while batch := list(islice(texts, MIXED_TEXTS)):
        sentences = [span.of(text) for _, text in batch for span in split_sentences(text)]
        random.Random(f"{turn}/{batch[0][0]}").shuffle(sentences)
        paragraphs = [
            " ".join(sentences[first : first + PARAGRAPH]) for first in range(0, len(sentences), PARAGRAPH)
        ]
        share = -(-len(paragraphs) // len(batch))
        for place, (name, _) in enumerate(batch):
            lines = paragraphs[place * share : (place + 1) * share]
            if lines:
                yield f"{turn}/{name}", "\n".join(lines)


def _read_archive(path: Path) -> Iterator[tuple[str, str]]:
    with tarfile.open(path, "r:gz") as archive:
        for member in archive:
            stream = archive.extractfile(member) if member.name.endswith(SUFFIXES) else None
            if stream is not None:
                text = stream.read().decode("utf-8", errors="replace")
                if text.strip():
                    yield f"{path.name}/{member.name}", text


def repeat_corpus(corpus: Path) -> Iterator[tuple[str, str]]:
    """Give the texts of the corpus without end."""
    texts = [
        (path.name, load_document(path, corpus, Settings()).text)
        for path in find_files(corpus)
        if path.suffix != ".pdf"
    ]
    turn = 0
    while texts:
        for name, text in texts:
            yield f"{turn}/{name}", "\n".join(f"{line} ({turn})" for line in text.splitlines())
        turn += 1


def make_document(name: str, text: str) -> Document:
    """Give a document of one paragraph per line that is not empty."""
    lines = [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]
    joined = "\n".join(lines)
    blocks: list[Block] = []
    start = 0
    for line in lines:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(line))))
        start += len(line) + 1
    digest = hashlib.sha256(f"{name}\0{joined}".encode()).hexdigest()
    return Document(id=digest[:16], path=name, sha256=digest, title=name, text=joined, blocks=tuple(blocks))
