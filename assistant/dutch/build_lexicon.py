"""Make the files of `lexicon.py`: `python -m assistant.dutch.build_lexicon --shared ../shared`.

Needs the word list of Debian's `wdutch` and the training texts; takes about two minutes.
"""

from __future__ import annotations

import argparse
import re
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import marisa_trie
import numpy as np

from assistant.dutch.lexicon import COUNT_FILE, DATA_DIR, TRIE_FILE

_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_ARCHIVES = (
    "wetten-regelingen-md",
    "beleidsregels-circulaires-md",
    "verkiezingsprogrammas-txt",
    "algoritmekader-md",
)


def read_texts(shared: Path) -> Iterator[str]:
    """Give the texts of the training archives, one file at a time."""
    for name in _ARCHIVES:
        with tarfile.open(shared / "data" / "training" / f"{name}.tar.gz") as archive:
            for member in archive:
                stream = archive.extractfile(member) if member.isfile() else None
                if stream is not None:
                    yield stream.read().decode("utf-8", errors="replace")


def build(words: Path, shared: Path, out: Path) -> int:
    """Write the trie and the counts to `out`; give the number of words."""
    known = {line.strip() for line in words.read_text(encoding="utf-8").splitlines()}
    known = {word for word in known if _WORD.fullmatch(word)}
    counts: Counter[str] = Counter()
    for text in read_texts(shared):
        counts.update(_WORD.findall(text.lower()))
    trie = marisa_trie.Trie(sorted(known))
    table = np.zeros(len(trie), dtype=np.uint16)
    for word in known:
        table[trie[word]] = min(65_535, counts[word.lower()])
    out.mkdir(parents=True, exist_ok=True)
    trie.save(str(out / TRIE_FILE))
    np.save(out / COUNT_FILE, table, allow_pickle=False)
    return len(trie)


def main() -> None:
    """Read the arguments and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=Path, default=Path("/usr/share/dict/dutch"))
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=DATA_DIR)
    given = parser.parse_args()
    build(given.words, given.shared, given.out)


if __name__ == "__main__":
    main()
