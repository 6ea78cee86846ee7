"""Short codes of vectors, whose Hamming distance tells how far two vectors are apart.

A vector is turned by a fixed rotation; then each number is cut into four levels, written as three
bits: 000, 001, 011, 111. So the Hamming distance of two codes is the sum of the differences of
their levels, which FAISS counts at 25 GB/s. Nothing is learned from the vectors: adding one changes
no other, and any model and dimension will do. The rotation makes the numbers of a vector alike in
size; without it the codes of a model whose first numbers say most found a third of the ten nearest
of 50,000 vectors instead of all, and with it those of the bundled model find as many as without.
What all this costs and how well it finds is in `benchmarks/vectors.json`.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

import faiss
import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint8]
Halves = NDArray[np.float16]
Places = NDArray[np.int64]

_THRESHOLD = 0.7
"""Where the outer levels begin, in units of 1/sqrt(dimension), what a number of a unit vector is
about. From .6 to .75 recall was the same to .003 on passages."""
_TURNS = 2
"""Rounds of the rotation; one leaves numbers of very different size different."""
_GATHERED = 16
"""When one in this many or fewer is allowed, their codes are taken out and compared alone. Of a
million codes one in a hundred took less than 1 ms so, one in ten 8 ms; to compare all and drop the
others took 5 ms.
"""

# One query at a time has nothing to share out among threads; see flat.py.
faiss.omp_set_num_threads(1)


def measure_code(dimension: int) -> int:
    """Give the bytes of a code."""
    return 3 * ((dimension + 7) // 8)


def make_codes(vectors: Halves) -> Codes:
    """Give the codes of vectors of unit length: first the highest level of all numbers, and so on."""
    turned = rotate(vectors)
    edge = np.float32(_THRESHOLD / np.sqrt(vectors.shape[1]))
    return np.concatenate(
        [np.packbits(turned > level, axis=1) for level in (edge, np.float32(0), -edge)], axis=1
    )


def widen(halves: Halves) -> NDArray[np.float32]:
    """Give half floats, all finite, as floats: six times as fast as NumPy turns them.

    The sign and the other bits move to where a float has them; only the exponents then count from
    another zero, 112 lower, which a product puts right, of the smallest numbers too.
    """
    bits = np.ascontiguousarray(halves).view(np.int16).astype(np.int32)
    bits <<= 13
    bits &= np.int32(-0x70002000)  # 0x8fffe000: copies of the sign that are none
    floats = bits.view(np.float32)
    floats *= np.float32(2.0**112)
    return floats


def rotate(vectors: Halves) -> NDArray[np.float32]:
    """Give the vectors, float32, in a fixed rotation that mixes all their numbers.

    Twice: signs that look random, then a Hadamard transform of the first and of the last 2^k
    numbers, the most that fit; they overlap, or are the same. Sums of two numbers only, so a row
    comes out the same to the bit whatever stands beside it.
    """
    dimension = vectors.shape[1]
    turned = widen(vectors)
    block = 1 << (dimension.bit_length() - 1)
    for signs in _signs(dimension):
        turned *= signs
        turned[:, :block] = _transform(turned[:, :block])
        if block < dimension:
            turned[:, -block:] = _transform(turned[:, -block:])
    return turned


@lru_cache(maxsize=8)
def _signs(dimension: int) -> NDArray[np.float32]:
    # A hash and not a random generator, whose numbers may be others in a later version of NumPy.
    drawn = np.frombuffer(hashlib.shake_256(b"rotation").digest(_TURNS * dimension), dtype=np.uint8)
    return np.where(drawn < 128, -1, 1).astype(np.float32).reshape(_TURNS, dimension)


def _transform(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Give the Hadamard transform of rows of 2^k numbers, scaled to keep their length."""
    width = rows.shape[1]
    half = width // 2
    # Sums go to the first half and differences to the second: after k rounds all are back in place.
    for _ in range(width.bit_length() - 1):
        even, odd = rows[:, ::2], rows[:, 1::2]
        rows = np.empty(rows.shape, dtype=np.float32)
        np.add(even, odd, out=rows[:, :half])
        np.subtract(even, odd, out=rows[:, half:])
    return rows / np.float32(np.sqrt(width))


def find_nearest(code: Codes, codes: Codes, depth: int, among: Places | None) -> tuple[Places, Places]:
    """Give the places of the `depth` nearest codes and their distances, equal ones by place.

    `code` is one row; `among` holds the places to choose from, in ascending order (None: all).
    """
    count = len(codes) if among is None else len(among)
    depth = min(depth, count)
    if not depth:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    if among is None:
        found = _measure(code, codes)
    elif depth == count or count * _GATHERED <= len(codes):
        found = _measure(code, np.ascontiguousarray(codes[among]))
    else:
        found = _measure(code, codes)[among]
    # All distances and then the least of them: half the time of FAISS' own search for the nearest.
    least = np.flatnonzero(found <= np.partition(found, depth - 1)[depth - 1])
    least = least[np.argsort(found[least], kind="stable")[:depth]]
    return least if among is None else among[least], found[least].astype(np.int64)


def _measure(code: Codes, codes: Codes) -> NDArray[np.int32]:
    """Give the distance of every code."""
    found = np.empty(len(codes), dtype=np.int32)
    pointers = [faiss.swig_ptr(array) for array in (code, codes, found)]
    faiss.hammings(pointers[0], pointers[1], 1, len(codes), codes.shape[1], pointers[2])  # type: ignore[attr-defined]
    return found
