"""The words of Dutch, with how often they occur in policy and law texts.

Words: OpenTaal's list as Debian's `wdutch` ships it (BSD-3-Clause or CC BY 3.0, see
`data/LICENSE-opentaal.md`). Counts: the texts on which the bundled encoder is trained. Both are
made by `python -m assistant.dutch.build_lexicon` and kept as a static trie (marisa) with a
parallel array, so that loading costs a millisecond and no memory per word.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import marisa_trie
import numpy as np

DATA_DIR = Path(__file__).resolve().parent / "data"
TRIE_FILE = "words.trie"
COUNT_FILE = "counts.npy"


class Lexicon:
    """Lookups in the word list; every method takes a word in any case, accents kept."""

    def __init__(self, folder: Path = DATA_DIR) -> None:
        self._trie = marisa_trie.Trie()
        self._trie.mmap(str(folder / TRIE_FILE))
        self._counts = np.asarray(np.load(folder / COUNT_FILE, mmap_mode="r", allow_pickle=False))

    def __len__(self) -> int:
        return len(self._trie)

    def knows(self, word: str) -> bool:
        """Tell whether the word list holds `word`, as it stands or in lower case."""
        return word in self._trie or word.lower() in self._trie

    def knows_exactly(self, word: str) -> bool:
        """Tell whether the word list holds `word` in just this case ("België", not "belgië")."""
        return word in self._trie

    def frequency(self, word: str) -> int:
        """Give how often `word` occurs in the reference texts (at most 65535); 0 when unknown."""
        key = self._trie.get(word.lower())
        if key is None:
            key = self._trie.get(word)
        return 0 if key is None else int(self._counts[key])

    def prefixes(self, word: str) -> list[str]:
        """Give the known words with which `word` (as given) begins, shortest first."""
        return list(self._trie.prefixes(word))


@cache
def load_lexicon() -> Lexicon:
    """Open the word list that ships with the package, once."""
    return Lexicon()
