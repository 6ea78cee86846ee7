"""Many passages to search, cut from the training texts beside the repository, or from the sample corpus."""

from __future__ import annotations

import hashlib
import tarfile
from collections.abc import Iterator
from pathlib import Path

from assistant.config import Settings
from assistant.index import IndexEntry
from assistant.ingest import cut_passages, find_files, load_document
from assistant.types import Block, BlockKind, Document, Span

SUFFIXES = (".md", ".txt")


def make_entries(training: Path, corpus: Path, passages: int) -> Iterator[IndexEntry]:
    """Give documents without facts until they hold at least `passages` passages.

    From the archives in `training` when there are any, else from `corpus`, over and over: each
    round ends every paragraph with its number, so that no two documents are the same.
    """
    count = 0
    texts = read_archives(training) if any(training.glob("*.tar.gz")) else repeat_corpus(corpus)
    for name, text in texts:
        document = make_document(name, text)
        cut = cut_passages(document, Settings().passage_chars)
        yield IndexEntry(document, cut, ())
        count += len(cut)
        if count >= passages:
            return


def read_archives(training: Path) -> Iterator[tuple[str, str]]:
    """Give name and text of the files in the archives, one from each archive in turn."""
    open_files = [_read_archive(path) for path in sorted(training.glob("*.tar.gz"))]
    while open_files:
        for texts in list(open_files):
            found = next(texts, None)
            if found is None:
                open_files.remove(texts)
            else:
                yield found


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
