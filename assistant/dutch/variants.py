"""Words that mean the same in the Netherlands and Flanders, short forms and everyday words.

The groups are in `data/variants.tsv`. They widen a question, never the index: a text is found by
its own words, and the variants of a question count for less than its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.dutch.analysis import find_stems
from assistant.dutch.tokens import cut_tokens, tokenize

VARIANTS_FILE = Path(__file__).resolve().parent / "data" / "variants.tsv"


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to name a thing: `text` as the file has it, `stems` to compare with."""

    text: str
    stems: tuple[str, ...]
    exact: bool
    triggers: bool

    def fits(self, words: tuple[str, ...]) -> bool:
        """Tell whether `words`, as many as there are stems and with the same stems, are this variant."""
        return not self.exact or " ".join(dict.fromkeys(words)) == self.text


@dataclass(frozen=True, slots=True)
class Synonym:
    """A variant of some words of a question: `text` may stand for `words`."""

    words: str
    text: str


def load_variants(path: Path = VARIANTS_FILE) -> tuple[tuple[Variant, ...], ...]:
    """Read the groups of variants; raises ValueError, with the line's number, for a group of one."""
    groups: list[tuple[Variant, ...]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        group = tuple(_make_variant(member) for member in line.split("\t") if member.strip())
        if len(group) < 2:
            raise ValueError(f"{path.name}, line {number}: a group needs two members")
        groups.append(group)
    return tuple(groups)


def find_variants(text: str) -> list[Synonym]:
    """Give the other names of what `text` speaks of, in order of appearance, longest first."""
    words = [(token, term) for token in cut_tokens(text)[0] for term in find_stems(token)]
    table, longest = _variant_table()
    found: dict[Synonym, None] = {}
    for start in range(len(words)):
        for size in range(min(longest.get(words[start][1], 0), len(words) - start), 0, -1):
            window = words[start : start + size]
            for synonym in _widen(
                table, tuple(word for word, _ in window), tuple(term for _, term in window)
            ):
                found.setdefault(synonym)
    return list(found)


def _widen(
    table: dict[tuple[str, ...], list[tuple[Variant, tuple[Variant, ...]]]],
    words: tuple[str, ...],
    stems: tuple[str, ...],
) -> Iterator[Synonym]:
    for variant, group in table.get(stems, ()):
        if variant.triggers and variant.fits(words):
            for other in group:
                if other.stems != stems:
                    yield Synonym(" ".join(dict.fromkeys(words)), other.text)


@cache
def _variant_table() -> tuple[
    dict[tuple[str, ...], list[tuple[Variant, tuple[Variant, ...]]]], dict[str, int]
]:
    """Give the variants with their groups by their stems, and how many stems there are at most by the first."""
    table: dict[tuple[str, ...], list[tuple[Variant, tuple[Variant, ...]]]] = {}
    longest: dict[str, int] = {}
    for group in load_variants():
        for variant in group:
            table.setdefault(variant.stems, []).append((variant, group))
            for first in variant.stems[:1]:
                longest[first] = max(longest.get(first, 0), len(variant.stems))
    return table, longest


def _make_variant(member: str) -> Variant:
    text = member.strip()
    triggers = not text.startswith(">")
    text = text.lstrip(">")
    stems = tuple(term for token in tokenize(text) for term in find_stems(token.text))
    return Variant(text, stems, exact=text != text.lower(), triggers=triggers and bool(stems))
