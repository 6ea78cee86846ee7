"""The collections of documents that retrieval is measured on, each ingested by the real pipeline.

`corpus` ships with the repository; the others lie in the folder with shared texts. Decisions and
policy rules come in archives: their texts are first written out as files.
"""

from __future__ import annotations

import gzip
import html
import json
import re
import tarfile
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.config import PACKAGE_DIR
from assistant.embed.recipe.corpora import DECISIONS, POLICY_RULES, is_held_out
from assistant.errors import UsageError

SAMPLE = PACKAGE_DIR.parent / "corpus"
"""The sample documents that ship with the repository."""

CORPUS, SEEDS, PDFS, DECISION_FILES, RULES = "corpus", "seeds", "pdfs", "decisions", "rules"
DECISION_PAGES = "decision-pages"

MIN_BODY_CHARS = 200
"""Decisions with a shorter body say nothing but their title."""

_BREAK = re.compile(r"<\s*(?:br|/?p|/?li|/?div|/?tr|/?h\d)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_BWB_NUMBER = re.compile(r"BWBR\d+")


@dataclass(frozen=True, slots=True)
class Source:
    """A collection: its documents lie in the folder or archive `place` below the shared texts.

    `unpack` writes the documents of an archive into a folder; None for what is a folder already.
    Without `place` it is the sample that ships.
    """

    name: str
    place: str | None = None
    unpack: Callable[[Path, Path], None] | None = None

    def locate(self, shared: Path | None) -> Path | None:
        """Give the folder or archive, None when it is not there."""
        if self.place is None:
            return SAMPLE if SAMPLE.is_dir() else None
        path = shared / self.place if shared is not None else None
        return path if path is not None and path.exists() else None


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of the Flemish Government; `body` is plain text, blocks on lines of their own."""

    id: str
    date: str
    title: str
    short_title: str
    body: str


def load_decisions(archive: Path) -> list[Decision]:
    """Read the decisions whose body has `MIN_BODY_CHARS` characters or more, in the file's order."""
    with gzip.open(archive, "rt", encoding="utf-8") as stream:
        rows: list[dict[str, Any]] = [json.loads(line) for line in stream]
    decisions = (
        Decision(
            row["id"], row["date"], row["title"], row["short_title"] or "", strip_tags(row["html"] or "")
        )
        for row in rows
    )
    return [decision for decision in decisions if len(decision.body) >= MIN_BODY_CHARS]


def strip_tags(source: str) -> str:
    """Give the text of a fragment of HTML, blocks on lines of their own."""
    plain = html.unescape(_TAG.sub("", _BREAK.sub("\n", source))).replace("\u00a0", " ")
    lines = (" ".join(line.split()) for line in plain.split("\n"))
    return "\n".join(line for line in lines if line)


def decision_path(decision_id: str) -> str:
    """Give the path of a decision within its collection."""
    return f"{decision_id}.txt"


def write_decisions(archive: Path, folder: Path) -> None:
    """Write the body of every decision as a file; the title would give the answer away."""
    for decision in load_decisions(archive):
        (folder / decision_path(decision.id)).write_text(decision.body + "\n", encoding="utf-8")


def write_decision_pages(archive: Path, folder: Path) -> None:
    """Write every decision as the web page that it is, with its title and date, for questions about them."""
    with gzip.open(archive, "rt", encoding="utf-8") as stream:
        for line in stream:
            row: dict[str, Any] = json.loads(line)
            if len(strip_tags(row["html"] or "")) < MIN_BODY_CHARS:
                continue
            title, date = html.escape(row["title"]), row["date"][: len("2022-01-31")]
            page = (
                f'<html lang="nl"><head><title>{title}</title><meta name="dcterms.date" content="{date}">'
                f"</head><body><h1>{title}</h1>\n{row['html']}</body></html>"
            )
            (folder / f"{row['id']}.html").write_text(page, encoding="utf-8")


def write_rules(archive: Path, folder: Path) -> None:
    """Write the policy rules and circulars that are kept out of training, by their BWB number."""
    times: Counter[str] = Counter()
    for path, content in _read_held_out(archive):
        found = _BWB_NUMBER.search(path)
        number = found.group() if found else Path(path).stem
        times[number] += 1
        again = f"-{times[number]}" if times[number] > 1 else ""
        (folder / f"{number}{again}.md").write_bytes(content)


def _read_held_out(archive: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(archive, "r:gz") as tar:
        held = [member for member in tar if member.isfile() and is_held_out(member.name)]
        for member in sorted(held, key=lambda member: member.name):
            handle = tar.extractfile(member)
            if handle is not None:
                yield member.name, handle.read()


SOURCES: dict[str, Source] = {
    source.name: source
    for source in (
        Source(CORPUS),
        Source(SEEDS, "seeds"),
        Source(PDFS, "data/pdf"),
        Source(DECISION_FILES, f"data/{DECISIONS}", write_decisions),
        Source(DECISION_PAGES, f"data/{DECISIONS}", write_decision_pages),
        Source(RULES, f"data/{POLICY_RULES}", write_rules),
    )
}


@contextmanager
def find_documents(source: Source, shared: Path | None) -> Iterator[Path]:
    """Give the folder with the documents of a collection; what an archive holds is written out for a while.

    Raises UsageError when the collection is not there.
    """
    place = source.locate(shared)
    if place is None:
        raise UsageError(f"De teksten van '{source.name}' ontbreken.", "shared")
    if source.unpack is None:
        yield place
        return
    with tempfile.TemporaryDirectory(prefix="leeswijzer-texts-") as folder:
        source.unpack(place, Path(folder))
        yield Path(folder)
