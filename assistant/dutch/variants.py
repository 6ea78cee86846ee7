"""Words that mean the same in the Netherlands and Flanders, short forms and everyday words; and other ways to say it.

The groups are in `data/variants.tsv`, names of the same thing, and in `data/ways.tsv`, words with which a text may tell
what a question asks in another one: "aangelegd" and "gebouwd". They widen a question, never the index: a text is found
by its own words, and the variants of a question count for less than its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from assistant.dutch.analysis import find_stems
from assistant.dutch.separable import join_separated
from assistant.dutch.smallwords import list_small_words, reduce_small_words
from assistant.dutch.stopwords import STOP_WORDS
from assistant.dutch.tokens import cut_tokens, fold, tokenize

VARIANTS_FILE = Path(__file__).resolve().parent / "data" / "variants.tsv"
WAYS_FILE = Path(__file__).resolve().parent / "data" / "ways.tsv"


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to name a thing: `text` as the file has it; with a capital in it in just that spelling (`exact`)."""

    text: str
    exact: bool
    triggers: bool

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems to compare with; stop words have none."""
        return _stems_of(self.text)

    def fits(self, words: tuple[str, ...]) -> bool:
        """Tell whether `words`, as many as there are stems and with the same stems, are this variant."""
        return not self.exact or _spelling_of(self.text) == tuple(dict.fromkeys(words))


@dataclass(frozen=True, slots=True)
class Synonym:
    """A variant of some words of a question: `text` may stand for `words`; `loosely` where it only may tell the same."""

    words: str
    text: str
    loosely: bool = False


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


@lru_cache(maxsize=200)
def find_variants(text: str) -> tuple[Synonym, ...]:
    """Give the other names of what `text` speaks of, in order of appearance, longest first; a question asks twice."""
    return tuple(_find(text, _names(), loosely=False))


@lru_cache(maxsize=200)
def find_ways(text: str) -> tuple[Synonym, ...]:
    """Give the other words with which a text may tell what the words of `text` ask, in the same order."""
    return tuple(_find(text, _ways(), loosely=True))


_LETTERS, _ODD_LENGTH = 2, 5
"""Letters that a word and its stem begin with alike; words so short may have a stem that does not ("leden")."""


class _Table:
    """The groups of one file. Stems are worked out for the members that begin as a word does, when one is asked for."""

    def __init__(self, path: Path) -> None:
        self._members: dict[str, list[tuple[Variant, tuple[Variant, ...]]]] = {}
        self._known: dict[str, dict[str, list[tuple[tuple[str, ...], Variant, tuple[Variant, ...]]]]] = {}
        for group in load_variants(path):
            for member in group:
                if member.triggers:
                    self._members.setdefault(_find_beginning(member.text), []).append((member, group))

    def at(self, stem: str) -> list[tuple[tuple[str, ...], Variant, tuple[Variant, ...]]]:
        """Give the members whose first stem this is, with their stems and groups."""
        start = stem[:_LETTERS]
        if start not in self._known:
            by_stem: dict[str, list[tuple[tuple[str, ...], Variant, tuple[Variant, ...]]]] = {}
            for member, group in self._members.get(start, ()):
                if stems := member.stems:
                    by_stem.setdefault(stems[0], []).append((stems, member, group))
            self._known[start] = by_stem
        return self._known[start].get(stem, [])


@cache
def _names() -> _Table:
    return _Table(VARIANTS_FILE)


@cache
def _ways() -> _Table:
    return _Table(WAYS_FILE)


def _find(text: str, table: _Table, *, loosely: bool) -> list[Synonym]:
    words = list(_read_words(text, joined=loosely))
    small = reduce_small_words(cut_tokens(text)[0])
    anywhere = {term: word for word, term in reversed(words)} if loosely else {}
    found: dict[Synonym, None] = {}
    for start, (_, first) in enumerate(words):
        for stems, variant, group in sorted(table.at(first), key=lambda item: -len(item[0])):
            apart = loosely and len(stems) > 1
            own = _gather(anywhere, stems) if apart else _cover(words[start : start + len(stems)], stems)
            if own and _fits_small_words(variant, small, loosely=loosely):
                found.update(dict.fromkeys(_widen(variant, group, own, loosely=loosely)))
    return list(found)


def _fits_small_words(variant: Variant, small: frozenset[str], *, loosely: bool) -> bool:
    """Tell whether the small words of a phrase are there too, where only one of its words has a stem."""
    if " " not in variant.text or len(variant.stems) > 1:
        return True
    return list_small_words(variant.text, loosely=loosely) <= small


def _read_words(text: str, *, joined: bool) -> Iterator[tuple[str, str]]:
    """Yield the words of a text with their stems; with `joined` the parts of a separated verb stand for the whole too."""
    tokens, gaps = cut_tokens(text)
    whole: dict[int, str] = (
        dict(join_separated([token.lower() for token in tokens], gaps[:-1])) if joined else {}
    )
    for place, token in enumerate(tokens):
        for term in find_stems(token):
            yield token, term
        for term in find_stems(whole[place]) if place in whole else ():
            yield token, term


def _cover(words: Sequence[tuple[str, str]], stems: tuple[str, ...]) -> tuple[str, ...]:
    """Give words of a text that stand side by side, when these are their stems."""
    return tuple(word for word, _ in words) if tuple(term for _, term in words) == stems else ()


def _gather(words: Mapping[str, str], stems: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words with these stems out of all of a text; none where one of them lacks.

    "Hoe brengt de provincie netwerken in beeld" has "in beeld brengen".
    """
    return tuple(words[stem] for stem in stems) if words.keys() >= set(stems) else ()


def _widen(
    variant: Variant, group: tuple[Variant, ...], words: tuple[str, ...], *, loosely: bool
) -> Iterator[Synonym]:
    if variant.fits(words):
        for other in group:
            if other.stems != variant.stems:
                yield Synonym(" ".join(dict.fromkeys(words)), other.text, loosely)


def _find_beginning(text: str) -> str:
    """Give the first letters of the first stem of a name: those of its first word, but for odd words."""
    word = next((word for word in map(fold, text.split()) if word not in STOP_WORDS), "")
    if len(word) <= _ODD_LENGTH or word.startswith("ge") or not word.isalpha():
        word = next(iter(_stems_of(text)), "")
    return word[:_LETTERS]


@lru_cache(maxsize=50_000)
def _stems_of(text: str) -> tuple[str, ...]:
    return tuple(term for token in tokenize(text) for term in find_stems(token.text))


@lru_cache(maxsize=5_000)
def _spelling_of(text: str) -> tuple[str, ...]:
    """Give the words of a name that have stems, as they are spelled."""
    return tuple(word for word in cut_tokens(text)[0] if find_stems(word))


def _make_variant(member: str) -> Variant:
    text = member.strip()
    triggers = not text.startswith(">")
    text = text.lstrip(">")
    return Variant(text, exact=text != text.lower(), triggers=triggers)
