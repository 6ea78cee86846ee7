"""The documents that marked passages are in, read by name."""

from __future__ import annotations

import gzip
import json
import tarfile
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from assistant.config import Settings
from assistant.embed.recipe.corpora import DECISIONS, POLICY_RULES
from assistant.errors import UsageError
from assistant.evaluate.sources import SAMPLE
from assistant.ingest import load_document
from assistant.types import Document

_DECISION, _RULE = "decisions", "rules"
_FOLDERS = {"seeds": "seeds", "pdf": "data/pdf"}
"""First part of a name -> folder below the shared texts."""


def open_body(name: str, shared: Path) -> Document:
    """Read the document "seeds/FILE", "pdf/PATH", "corpus/PATH", "decisions/ID" or "rules/MEMBER".

    A decision is the page of its text alone, with the date of the decision; a policy rule is the
    member of that name in its archive. Raises UsageError when it is not there.
    """
    store, _, inside = name.partition("/")
    if store == _DECISION:
        return _open_decision(inside, shared / "data" / DECISIONS)
    if store == _RULE:
        return _open_rule(inside, shared / "data" / POLICY_RULES)
    root = SAMPLE if store == "corpus" else shared / _FOLDERS.get(store, store)
    path = root / inside
    if not path.is_file():
        raise UsageError(f"De tekst {name} ontbreekt.", "shared")
    return load_document(path, root, Settings(ocr="off"))  # no marked passage is on a scanned page


def _open_decision(decision_id: str, archive: Path) -> Document:
    rows = _read_archive(archive)
    if decision_id not in rows:
        raise UsageError(f"{archive.name} bevat geen {decision_id}.", "shared")
    date, source = rows[decision_id]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{decision_id}.html"
        path.write_text(source, encoding="utf-8")
        return replace(load_document(path, path.parent, Settings(ocr="off")), date=date)


def _open_rule(member: str, archive: Path) -> Document:
    source = _read_rules(archive).get(member)
    if source is None:
        raise UsageError(f"{archive.name} bevat geen {member}.", "shared")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rule.md"
        path.write_bytes(source)
        return load_document(path, path.parent, Settings(ocr="off"))


@cache
def _read_archive(archive: Path) -> Mapping[str, tuple[str, str]]:
    """Give the date and the HTML of every decision by its id."""
    if not archive.is_file():
        raise UsageError(f"De tekst {archive.name} ontbreekt.", "shared")
    with gzip.open(archive, "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        return {row["id"]: (row["date"], row["html"] or "") for row in rows}


@cache
def _read_rules(archive: Path) -> Mapping[str, bytes]:
    """Give every policy rule by its name; to seek one in the archive would unpack all before it."""
    if not archive.is_file():
        raise UsageError(f"De tekst {archive.name} ontbreekt.", "shared")
    with tarfile.open(archive, "r:gz") as tar:
        return {item.name: stream.read() for item in tar if (stream := tar.extractfile(item)) is not None}
