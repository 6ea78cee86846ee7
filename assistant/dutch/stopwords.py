"""Words that carry no subject, and reading the word lists beside the code.

The list is `data/stopwords.txt`. Question words are in it and so are negations: for finding a
passage they do not tell it from its neighbours. Numerals are not: "twee provincies" is content.
"""

from __future__ import annotations

from pathlib import Path

DATA_DIR = Path(__file__).resolve().parent / "data"


def read_words(path: Path) -> frozenset[str]:
    """Give the words of a list: separated by white space, lines that begin with # left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


STOP_WORDS: frozenset[str] = read_words(DATA_DIR / "stopwords.txt")
"""Folded (lower case, no accents)."""
