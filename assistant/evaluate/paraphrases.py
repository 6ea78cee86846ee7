"""Questions in other words than their answer, each pointing at the passage that answers it.

A line of the gold file is a JSON object: `id`, `question`, `source` (a collection of
`assistant/evaluate/sources.py`) and `gold`, one or more places: `document` (its path within the
collection), `start` and `letters` (the evidence, counted in letters and digits of the document's
text, so that spaces, hyphens and dashes do not matter) and `hash` of those letters. Nothing of the
documents is copied into it. The hash of the id decides the half: `dev`, or `held`, which is looked
at only to measure.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.errors import UsageError
from assistant.evaluate.gold import DEV, HELD
from assistant.evaluate.sources import SOURCES
from assistant.types import Span

GOLD_FILE = Path(__file__).resolve().parent / "gold" / "paraphrases.jsonl"
HASH_CHARS = 12

_FIELDS = ("id", "question", "source", "gold")
_PLACE_FIELDS = ("document", "start", "letters", "hash")


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the answer stands: `letters` letters and digits from number `start` on."""

    document: str
    start: int
    letters: int
    hash: str


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """A question with the places that answer it."""

    id: str
    question: str
    source: str
    gold: tuple[Pointer, ...]

    @property
    def split(self) -> str:
        """Give the half, `dev` or `held`, that the hash of the id decides."""
        return HELD if hashlib.sha256(self.id.encode()).digest()[0] % 2 else DEV


def load_paraphrases(path: Path = GOLD_FILE) -> tuple[Paraphrase, ...]:
    """Read the questions in the file's order. Raises UsageError, naming the line, for a bad one."""
    questions: list[Paraphrase] = []
    seen: set[str] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            question = _parse(json.loads(line))
        except (ValueError, KeyError, TypeError) as exc:
            raise UsageError(f"{path.name}, regel {number}: geen geldige vraag ({exc}).", "gold") from exc
        if question.id in seen:
            raise UsageError(
                f"{path.name}, regel {number}: kenmerk '{question.id}' komt twee keer voor.", "id"
            )
        seen.add(question.id)
        questions.append(question)
    return tuple(questions)


def _parse(row: dict[str, object]) -> Paraphrase:
    if set(row) != set(_FIELDS):
        raise ValueError(f"velden zijn {', '.join(_FIELDS)}")
    places = row["gold"]
    if row["source"] not in SOURCES:
        raise ValueError(f"onbekende verzameling '{row['source']}'")
    if not isinstance(places, list) or not places or any(set(p) != set(_PLACE_FIELDS) for p in places):
        raise ValueError(f"velden van een plaats zijn {', '.join(_PLACE_FIELDS)}")
    pointers = tuple(
        Pointer(str(p["document"]), int(p["start"]), int(p["letters"]), str(p["hash"])) for p in places
    )
    return Paraphrase(str(row["id"]), str(row["question"]), str(row["source"]), pointers)


@lru_cache(maxsize=2)
def list_letters(text: str) -> tuple[str, list[int]]:
    """Give the letters and digits of a text in lower case, and the offset of each in the text."""
    kept = [(char.lower()[0], at) for at, char in enumerate(text) if char.isalnum()]
    return "".join(char for char, _ in kept), [at for _, at in kept]


def hash_letters(letters: str) -> str:
    """Give the hash that a pointer keeps of its evidence."""
    return hashlib.sha256(letters.encode()).hexdigest()[:HASH_CHARS]


def point_at(document: str, text: str, span: Span) -> Pointer:
    """Make the pointer to a span of a document's text."""
    before, inside = (
        sum(map(str.isalnum, part)) for part in (text[: span.start], text[span.start : span.end])
    )
    letters, _ = list_letters(text)
    return Pointer(document, before, inside, hash_letters(letters[before : before + inside]))


def find_evidence(text: str, pointer: Pointer) -> Span | None:
    """Give where the evidence stands in the text as it is read now; None when it is not there.

    Where letters were added or lost before it, the nearest place with the same letters counts.
    """
    letters, offsets = list_letters(text)
    for start in _nearest_first(pointer.start, len(letters) - pointer.letters):
        if hash_letters(letters[start : start + pointer.letters]) == pointer.hash:
            return Span(offsets[start], offsets[start + pointer.letters - 1] + 1)
    return None


def _nearest_first(start: int, last: int) -> Iterator[int]:
    """Give the numbers from 0 to `last`, those near `start` first."""
    for distance in range(max(start, last - start, 0) + 1):
        for place in dict.fromkeys((start - distance, start + distance)):
            if 0 <= place <= last:
                yield place
