"""What a text is recognised by among ten thousand others: 480 bytes, the same on every run.

A signature tells two things: how many runs of words two texts have in common (MinHash; Broder
1997, "On the resemblance and containment of documents"), and whether they say exactly the same:
all words in order, or at least all names and numbers. Case, punctuation, blanks and the way in
which words are broken over lines make no difference; a comma in a number does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

_SLOTS = 112
"""Least hashes kept: the share of equal ones has a standard error of at most .047."""
_RUN = 3
"""Words in a run."""
_WHOLE_BYTES, _TELLING_BYTES, _COUNT_BYTES = 16, 8, 8
SIGNATURE_BYTES = 4 * _SLOTS + _WHOLE_BYTES + _TELLING_BYTES + _COUNT_BYTES
_TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]+|[%€$£]")
_SMALL = 2
"""A whole number of so few digits may be the number of a page or an item."""
_SOFT = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\ufeff")


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature taken apart.

    `least` is (112,) uint32, the least hashes of the runs of words. `whole` is equal for texts with the same
    words in the same order, `telling` for texts with the same names and numbers. `words` counts.
    """

    least: NDArray[np.uint32]
    whole: bytes
    telling: bytes
    words: int


def make_signature(text: str) -> bytes:
    """Give the signature of a cleaned text; empty for a text without words."""
    tokens: list[str] = _TOKEN.findall(text.translate(_SOFT))
    if not tokens:
        return b""
    folded = {token: token.casefold() for token in set(tokens)}
    hashes = {word: _hash_word(word) for word in set(folded.values())}
    values = np.array([hashes[folded[token]] for token in tokens], dtype=np.uint64)
    telling = sum({_hash_word(word) for word in _find_telling(tokens, folded)}) % 2**64
    return b"".join(
        (
            _find_least(values).astype("<u4").tobytes(),
            _hash_whole(tokens, folded),
            telling.to_bytes(_TELLING_BYTES, "little"),
            len(tokens).to_bytes(_COUNT_BYTES, "little"),
        )
    )


def read_signature(packed: bytes) -> Signature | None:
    """Take a signature apart; None when it is empty or of another make."""
    if len(packed) != SIGNATURE_BYTES:
        return None
    least = np.frombuffer(packed, dtype="<u4", count=_SLOTS)
    rest = packed[4 * _SLOTS :]
    return Signature(
        least,
        rest[:_WHOLE_BYTES],
        rest[_WHOLE_BYTES : _WHOLE_BYTES + _TELLING_BYTES],
        int.from_bytes(rest[_WHOLE_BYTES + _TELLING_BYTES :], "little"),
    )


def compare(one: Signature, other: Signature) -> float:
    """Estimate the share of runs of words that two texts have in common, in [0, 1]."""
    return float(np.mean(one.least == other.least))


def _hash_word(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(errors="surrogatepass"), digest_size=8).digest(), "little")


def _hash_whole(tokens: Sequence[str], folded: dict[str, str]) -> bytes:
    """Hash the words without the blanks between them; numbers stay apart."""
    squeezed = "".join(f" {token} " if token[0].isdecimal() else folded[token] for token in tokens)
    return blake2b(squeezed.encode(errors="surrogatepass"), digest_size=_WHOLE_BYTES).digest()


def _find_telling(tokens: Sequence[str], folded: dict[str, str]) -> set[str]:
    """Give the words with a capital, the numbers, and small numbers with the word that they count."""
    telling: set[str] = set()
    for place, token in enumerate(tokens):
        if not token[0].isdecimal():
            if token[0].isupper():
                telling.add(folded[token])
        elif len(token) > _SMALL:
            telling.add(token)
        elif place + 1 < len(tokens) and tokens[place + 1][0].islower():
            telling.add(f"{token} {tokens[place + 1]}")
    return telling


def _find_least(values: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """Give the least hash of the runs of words under each of the hash functions, (112,) uint32."""
    run = min(_RUN, len(values))
    odd = _make_odd(_RUN + _SLOTS)
    mixed = np.zeros(len(values) - run + 1, dtype=np.uint64)
    for place in range(run):
        mixed += values[place : len(values) - run + 1 + place] * odd[place]
    runs = np.unique(_stir(mixed))
    least = np.empty(_SLOTS, dtype=np.uint32)
    for slot in range(_SLOTS):
        # Multiply and keep the high half: a universal family of hash functions (Dietzfelbinger et al. 1997).
        least[slot] = ((runs * odd[_RUN + slot]) >> np.uint64(32)).min()
    return least


def _stir(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread the differences over all bits (the finaliser of SplitMix64; Steele et al. 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _make_odd(count: int) -> NDArray[np.uint64]:
    """Give `count` fixed odd numbers of 64 bits."""
    step = np.uint64(0x9E3779B97F4A7C15)
    return _stir(np.arange(1, count + 1, dtype=np.uint64) * step) | np.uint64(1)
