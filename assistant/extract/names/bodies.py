"""Well-known bodies by name: `data/bodies.tsv` as a tree of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from assistant.dutch import fold
from assistant.extract.source import mend, read_source

_TABLE = Path(__file__).resolve().parent / "data" / "bodies.tsv"
_LOOSE = frozenset(
    "ministerie departement agentschap federale vlaamse vlaams nederlandse europese nederlands koninklijke overheid".split()
)
"""Words of a name that may be written with a small letter where the table has a capital."""
_OWN_CAPITALS = frozenset(
    (
        "bedrijf",
        "partij",
        "koepel",
        "samenwerkingsverband",
        "maatschappelijke organisatie",
        "museum",
        "cultuurinstelling",
    )
)
"""Sorts of bodies whose name in small letters may be ordinary words ("vlaams belang")."""


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """A body with its full name, its short form if it has one, and its sort; one for each row of the table."""

    name: str
    short: str | None
    sort: str


@dataclass(slots=True)
class Node:
    """A step in the tree of names: what ends here, as it is written, and what may follow."""

    ends: list[tuple[tuple[str, ...], Body]] = field(default_factory=list)
    following: dict[str, Node] = field(default_factory=dict)


def read_bodies() -> Iterator[tuple[Body, tuple[str, ...]]]:
    """Yield every body of the table with all its forms."""
    for line in _TABLE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            sort, name, short, others = line.split("\t")
            body = Body(name, None if short == "-" else short, sort)
            forms = (name, *(() if short == "-" else (short,)), *(() if others == "-" else others.split("|")))
            yield body, forms


@cache
def load_roots() -> dict[str, Node]:
    """Give the tree of names by their first word, folded."""
    roots: dict[str, Node] = {}
    for body, forms in read_bodies():
        for form in forms:
            words = tuple(mend(word) for word in read_source(form).words)
            node = roots.setdefault(fold(words[0]), Node())
            for word in words[1:]:
                node = node.following.setdefault(fold(word), Node())
            if all(words != other for other, _ in node.ends):
                node.ends.append((words, body))
    return roots


@cache
def load_first_words() -> frozenset[str]:
    """Give the first words of all names in every way in which they may be written."""
    found: set[str] = set()
    for _, forms in read_bodies():
        for form in forms:
            first = mend(read_source(form).words[0])
            found.update((first, first.upper() if len(first) > 3 else first))
            if first.lower() in _LOOSE or first[0].islower():
                found.update((first.lower(), first.capitalize()))
    return frozenset(found)


def match_body(words: Sequence[str], first: int, node: Node) -> tuple[int, Body] | None:
    """Give the word behind the longest known name that begins at word `first`, and the body.

    `words` goes on behind the text with empty ones.
    """
    best: tuple[int, Body] | None = None
    position = first
    while True:
        position += 1
        if node.ends:
            body = _find_written(words[first:position], node)
            best = (position, body) if body else best
        following = node.following.get(fold(words[position])) if node.following else None
        if following is None:
            return best
        node = following


def _find_written(found: Sequence[str], node: Node) -> Body | None:
    """Give the body whose name is written as in the text; long names also with other capitals."""
    for words, body in node.ends:
        if all(map(_is_written, words, found)):
            return body
        if (
            len(words) > 2
            and found[0][:1].isupper()
            and all(word.isupper() for word in found if len(word) > 3)
        ):
            return body
    return next((body for words, body in node.ends if _is_lowered(words, body, found)), None)


def _is_lowered(words: Sequence[str], body: Body, found: Sequence[str]) -> bool:
    """Tell whether a public body is written with its first capital alone ("Vlaams parlement")."""
    if len(words) < 2 or body.sort in _OWN_CAPITALS or words[0] != found[0]:
        return False
    return all(
        wanted == word or (len(wanted) > 3 and wanted[1:] == word[1:] and wanted[0].lower() == word[0])
        for wanted, word in zip(words[1:], found[1:], strict=True)
    )


def _is_written(wanted: str, found: str) -> bool:
    if wanted == found or (
        len(found) > 3 and found.isupper() and wanted.upper() == found and not wanted.isupper()
    ):
        return True
    if sum(map(str.isupper, wanted)) > 1:
        return False
    return (
        wanted[1:] == found[1:]
        and (wanted.lower() in _LOOSE or wanted[0].islower())
        and wanted[0].lower() == found[0].lower()
    ) or (found.istitle() and wanted[1:] == found[1:] and wanted[0].islower())
