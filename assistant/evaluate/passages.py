"""Passages in which every fact of a kind was marked by hand: read, checked and found back.

`gold/facts-KIND.jsonl` (KIND in the words of the wire) holds a line a passage: `id`; `text`, the
document, as "seeds/FILE", "pdf/PATH", "decisions/ID", "rules/MEMBER" or "corpus/PATH"; `start` and `end`, offsets
in `Document.text`; `sha`, the first 12 hexadecimal digits of the SHA-256 of the passage; `split`,
which follows from the hash of the id; and `facts`, each with `start` and `end` from the passage's
beginning, the marked `words` and the fields of its value in the words of the wire. Of a clause only
the first three words are kept, with `sha`, the first 12 digits of the SHA-256 of all of them. A list
in a field holds several right values; `optional` marks a fact that may be found or not (a matter of
taste), which counts neither way. The passages themselves are not in the repository.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assistant.errors import UsageError
from assistant.evaluate.gold import DEV, HELD
from assistant.types import Span
from assistant.wire.words import WORD_KINDS

GOLD = Path(__file__).resolve().parent / "gold"
SHA_DIGITS = 12
_FIELDS = frozenset(("id", "text", "start", "end", "sha", "split", "facts"))
_PLACE = frozenset(("start", "end", "words", "sha", "optional"))
_FIRST_WORDS = re.compile(r"\S+(?:\s+\S+){0,2}")
"""What is kept of the words of a clause."""
_NEAR = 400
"""So many characters to either side a passage is looked for at every offset."""


@dataclass(frozen=True, slots=True)
class MarkedFact:
    """A fact marked by hand: its span within the passage, its words and the fields of its value.

    One that is `optional` may be found or not. With `sha` the words are only the first ones, and it
    is the hash of all of them.
    """

    span: Span
    words: str
    fields: Mapping[str, Any]
    optional: bool = False
    sha: str | None = None


@dataclass(frozen=True, slots=True)
class MarkedPassage:
    """A passage of the document `text` with all its facts of one kind; `span` is in the document."""

    id: str
    text: str
    span: Span
    sha: str
    split: str
    facts: tuple[MarkedFact, ...]


def list_kinds(folder: Path = GOLD) -> tuple[str, ...]:
    """Give the kinds, in the words and order of the wire, of which passages are marked."""
    return tuple(word for word in WORD_KINDS if (folder / f"facts-{word}.jsonl").is_file())


def load_passages(path: Path) -> tuple[MarkedPassage, ...]:
    """Read the marked passages of one kind, in the order of the file.

    Raises UsageError, naming the file and the line, for a line that is no such passage, a split
    that does not follow from the id, and an id that occurs twice.
    """
    passages: dict[str, MarkedPassage] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            passage = _parse(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as exc:
            raise UsageError(f"{path.name}, regel {number}: dit is geen passage ({exc}).", "gold") from exc
        if passage.id in passages:
            raise UsageError(f"{path.name}, regel {number}: '{passage.id}' komt tweemaal voor.", "id")
        passages[passage.id] = passage
    return tuple(passages.values())


def choose_split(passage_id: str) -> str:
    """Give the half to which a passage belongs: rules may be tuned on the one, never on the other."""
    return DEV if hashlib.sha256(passage_id.encode()).hexdigest()[0] in "01234567" else HELD


def hash_passage(text: str) -> str:
    """Give the hash by which a passage is recognised."""
    return hashlib.sha256(text.encode()).hexdigest()[:SHA_DIGITS]


def shorten_words(words: str) -> tuple[str, str | None]:
    """Give the first three words of a clause with the hash of all of them; a shorter one as it is."""
    first = _FIRST_WORDS.match(words)
    return (words, None) if first is None or first[0] == words else (first[0], hash_passage(words))


def complete_facts(passage: MarkedPassage, text: str) -> tuple[MarkedFact, ...]:
    """Give the facts of a passage with all their words, from its `text`.

    Raises UsageError when other words stand in their place.
    """
    return tuple(_complete(fact, fact.span.of(text), passage.id) for fact in passage.facts)


def _complete(fact: MarkedFact, words: str, passage_id: str) -> MarkedFact:
    if words != fact.words if fact.sha is None else shorten_words(words) != (fact.words, fact.sha):
        raise UsageError(f"{passage_id}: '{fact.words}' staat niet op zijn plaats.", "gold")
    return replace(fact, words=words, sha=None)


def find_passage(text: str, passage: MarkedPassage) -> Span | None:
    """Give where a marked passage stands in its document now; None when it is gone.

    It is looked for at its own place, then around it, then where a line begins or where the words
    of its first fact stand.
    """
    length = passage.span.end - passage.span.start
    for start in _list_starts(text, passage):
        if hash_passage(text[start : start + length]) == passage.sha:
            return Span(start, start + length)
    return None


def _list_starts(text: str, passage: MarkedPassage) -> Iterator[int]:
    place = passage.span.start
    yield place
    yield from range(max(0, place - _NEAR), place + _NEAR)
    if passage.facts:
        first = passage.facts[0]
        for found in re.finditer(re.escape(first.words), text):
            if found.start() >= first.span.start:
                yield found.start() - first.span.start
    yield 0
    yield from (found.end() for found in re.finditer(r"\n", text))


def _parse(row: dict[str, Any]) -> MarkedPassage:
    if set(row) != _FIELDS:
        raise ValueError("de velden kloppen niet")
    if row["split"] != choose_split(row["id"]):
        raise ValueError(f"'split' moet {choose_split(row['id'])} zijn")
    span = Span(row["start"], row["end"])
    facts = tuple(_parse_fact(fact, span.end - span.start) for fact in row["facts"])
    return MarkedPassage(row["id"], row["text"], span, row["sha"], row["split"], facts)


def _parse_fact(row: dict[str, Any], length: int) -> MarkedFact:
    span = Span(row["start"], row["end"])
    words, sha = row["words"], row.get("sha")
    fits = len(span) == len(words) if sha is None else len(span) > len(words) == len(shorten_words(words)[0])
    if span.end > length or not fits:
        raise ValueError(f"'{words}' past niet op zijn plaats")
    fields = {name: row[name] for name in row if name not in _PLACE}
    return MarkedFact(span, words, fields, row.get("optional", False), sha)
