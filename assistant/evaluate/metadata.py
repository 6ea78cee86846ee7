"""How well title, date, author and kind of a document are found: on documents labelled by hand.

`gold/metadata.jsonl` holds a line a document: `file`, `sha256` of its bytes, `split`, and a field
for each of `FIELDS` with the value or a list of values that are right; None among them says that
giving nothing is right too. `file` begins with "shared/" or "corpus/"; behind a "!" stands a member
of an archive, or the id of a decision, which is read as a page of its title and text. `split` is
"held" for an odd first byte of the hash: labelled with the rest, and not looked at while tuning.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import tarfile
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath

from assistant.config import PACKAGE_DIR, Settings
from assistant.errors import UsageError
from assistant.evaluate.gold import SPLITS
from assistant.ingest import load_document
from assistant.types import Document

GOLD = Path(__file__).resolve().parent / "gold" / "metadata.jsonl"
FIELDS = (
    "title",
    "subtitle",
    "date",
    "date_source",
    "period",
    "organisation",
    "kind",
    "origin",
    "language",
)
_WRITTEN = frozenset(("title", "subtitle", "organisation"))
"""Fields that are words of the document: case, punctuation and blanks make no difference in them."""
_LEAST_CUT = 60
"""A title that ends in an ellipsis is right when so many signs of it begin the right one."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document with its right metadata: for each field the values that are right."""

    file: str
    sha256: str
    split: str
    right: Mapping[str, tuple[str | None, ...]]


@dataclass(frozen=True, slots=True)
class FieldFigures:
    """How often one field was right over the documents of one split.

    `right` counts a field that is rightly left empty too; `precision` is over the `given` values, `recall`
    over the `stated` ones: documents for which an empty field is wrong.
    """

    field: str
    split: str
    documents: int
    given: int
    stated: int
    right: float
    precision: float
    recall: float


def evaluate_metadata(shared: Path) -> list[FieldFigures]:
    """Give the figures of every field, first of the one split and then of the other.

    Raises UsageError when a labelled file is not there or is another than was labelled.
    """
    gold = load_labelled()
    found = dict(read_documents(gold, shared))
    return [
        _count(field, split, [(item, found[item.file]) for item in gold if item.split == split])
        for split in SPLITS
        for field in FIELDS
    ]


def load_labelled(path: Path = GOLD) -> tuple[Labelled, ...]:
    """Read the labelled documents, in the order of the file. Raises UsageError for an odd line."""
    items: list[Labelled] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        row = json.loads(line)
        if set(row) != {"file", "sha256", "split", *FIELDS} or row["split"] not in SPLITS:
            raise UsageError(f"{path.name}, regel {number}: de velden kloppen niet.", "gold")
        right = {
            field: tuple(row[field]) if isinstance(row[field], list) else (row[field],) for field in FIELDS
        }
        items.append(Labelled(row["file"], row["sha256"], row["split"], right))
    return tuple(items)


def read_documents(gold: Sequence[Labelled], shared: Path) -> Iterator[tuple[str, Document]]:
    """Give every labelled file with the document that it is read as. Raises as `evaluate_metadata`."""
    settings = Settings(ocr="off")  # no field of a labelled document is on a scanned page
    with tempfile.TemporaryDirectory() as folder:
        for place, (item, (name, raw)) in enumerate(zip(gold, _read_all(gold, shared), strict=True)):
            if hashlib.sha256(raw).hexdigest() != item.sha256:
                raise UsageError(f"{item.file} is een ander bestand dan is beoordeeld.", "gold")
            path = Path(folder) / str(place) / name
            path.parent.mkdir()
            path.write_bytes(raw)
            yield item.file, load_document(path, path.parent, settings)


def is_right(field: str, value: str | None, right: Sequence[str | None]) -> bool:
    """Tell whether the value found for a field is one of the right ones."""
    if value is None or field not in _WRITTEN:
        return value in right
    words = _fold(value)
    cut = value.endswith("…") and len(words) >= _LEAST_CUT
    wanted = [_fold(item) for item in right if item is not None]
    return words in wanted or (cut and any(item.startswith(words) for item in wanted))


def _fold(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _count(field: str, split: str, pairs: Sequence[tuple[Labelled, Document]]) -> FieldFigures:
    verdicts = [
        (
            getattr(document, field),
            is_right(field, getattr(document, field), item.right[field]),
            item.right[field],
        )
        for item, document in pairs
    ]
    given = [good for value, good, _ in verdicts if value is not None]
    stated = [good for _, good, right in verdicts if None not in right]
    return FieldFigures(
        field,
        split,
        len(verdicts),
        len(given),
        len(stated),
        _mean([good for _, good, _ in verdicts]),
        _mean(given),
        _mean(stated),
    )


def _mean(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 0.0


def _read_all(gold: Sequence[Labelled], shared: Path) -> Iterator[tuple[str, bytes]]:
    """Give a file name and the bytes of every labelled file, in order; an archive is opened once a run."""
    for store, group in groupby((item.file for item in gold), lambda file: file.partition("!")[0]):
        base, _, inside = store.partition("/")
        path = (shared if base == "shared" else PACKAGE_DIR.parent / base) / inside
        if not path.is_file():
            raise UsageError(f"De beoordeelde tekst {store} ontbreekt.", "shared")
        members = [file.partition("!")[2] for file in group]
        if store.endswith(".tar.gz"):
            yield from _read_archive(path, members)
        elif store.endswith(".jsonl.gz"):
            yield from _read_decisions(path, members)
        else:
            yield path.name, path.read_bytes()


def _read_archive(path: Path, members: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(path) as archive:
        raw = {
            member.name: stream.read()
            for member in archive
            if member.name in members and (stream := archive.extractfile(member)) is not None
        }
    for member in members:
        if member not in raw:
            raise UsageError(f"{path.name} bevat geen {member}.", "shared")
        yield PurePosixPath(member).name, raw[member]


def _read_decisions(path: Path, ids: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = {row["id"]: row for row in map(json.loads, lines)}
    for decision in ids:
        row = rows[decision]
        yield f"{decision}.html", f"<h1>{row['title']}</h1>\n{row['html']}".encode()
