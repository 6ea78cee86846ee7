"""Short forms that the documents explain themselves, kept with the index for questions.

One line a definition in `names.tsv`: id of the document, short form, full form; sorted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from assistant.dutch import Synonym, tokenize
from assistant.dutch.abbreviations import find_definitions
from assistant.dutch.tokens import cut_tokens
from assistant.types import Document

NAMES_FILE = "names.tsv"
_HEADER = ("document", "short", "full")
_MOST_WORDS = 10
_MOST_MEANINGS = 2
"""A short form that the documents use for more things than this tells nothing about a question."""


class NamesWriter:
    """Collects what documents define and writes it, in the same bytes whatever order they come in."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAMES_FILE
        self._rows: list[tuple[str, str, str]] = []

    def add(self, document: Document) -> None:
        """Take the definitions of a document."""
        self.put(document.id, ((found.short, found.full) for found in find_definitions(document.text)))

    def put(self, document: str, definitions: Iterable[tuple[str, str]]) -> None:
        """Take short and full forms that the document with this id defines."""
        self._rows.extend((document, _flatten(short), _flatten(full)) for short, full in definitions)

    def keep(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Take the definitions of documents that stay as they were."""
        self._rows.extend(rows)

    def finish(self) -> None:
        """Write the file."""
        lines = ("\t".join(row) + "\n" for row in (_HEADER, *sorted(set(self._rows))))
        self._path.write_text("".join(lines), encoding="utf-8")


class DefinedNames:
    """The definitions of all documents; `text` is the file, which is taken apart at the first question."""

    def __init__(self, text: str = "") -> None:
        self._text = text

    def find(self, text: str) -> list[Synonym]:
        """Give the full forms of the short ones in `text`, and the other way round, in order.

        A short form answers to just its spelling: a "gas" is no GAS.
        """
        words, _ = cut_tokens(text)
        found: dict[Synonym, None] = {}
        for start, word in enumerate(words):
            for full in self._meanings.get(word, ()):
                found.setdefault(Synonym(word, full))
            if word.lower() not in self._beginnings:
                continue
            for size in range(min(_MOST_WORDS, len(words) - start), 0, -1):
                run = " ".join(words[start : start + size])
                for short in self._shorts.get(run.lower(), ()):
                    found.setdefault(Synonym(run, short))
        return list(found)

    @cached_property
    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """Give the lines of the file: id of the document, short form, full form."""
        return tuple(_read_rows(self._text))

    @cached_property
    def _meanings(self) -> dict[str, tuple[str, ...]]:
        counts: dict[str, Counter[str]] = {}
        for _, short, full in self.rows:
            counts.setdefault(short, Counter())[" ".join(_words_of(full))] += 1
        return {
            short: tuple(full for full, _ in sorted(fulls.items(), key=lambda item: (-item[1], item[0])))
            for short, fulls in counts.items()
            if len(fulls) <= _MOST_MEANINGS
        }

    @cached_property
    def _shorts(self) -> dict[str, tuple[str, ...]]:
        shorts: dict[str, dict[str, None]] = {}
        for _, short, full in self.rows:
            shorts.setdefault(" ".join(_words_of(full)), {}).setdefault(short)
        return {full: tuple(found)[:_MOST_MEANINGS] for full, found in shorts.items()}

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """The first words of the full forms."""
        return frozenset(full.split(" ")[0] for full in self._shorts)


def load_names(folder: Path) -> DefinedNames:
    """Read the definitions of a generation; raises OSError when there are none."""
    return DefinedNames((folder / NAMES_FILE).read_text(encoding="utf-8"))


def _read_rows(text: str) -> Iterator[tuple[str, str, str]]:
    for line in text.split("\n")[1:-1]:
        document, short, full = line.split("\t")
        yield document, short, full


def _words_of(full: str) -> Iterable[str]:
    return (token.text.lower() for token in tokenize(full))


def _flatten(text: str) -> str:
    return " ".join(text.split())
