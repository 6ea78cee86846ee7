"""Words as hashes, so that the truth about pages that may not be copied can be kept here.

The key of a page comes from the whole bytes of its PDF and is not stored: without the file the
hashes say nothing.
"""

from __future__ import annotations

import hashlib

DIGITS = 4
"""Hexadecimal digits of a word's hash: enough to align a page of a few hundred words."""


def make_key(raw: bytes, page: int) -> bytes:
    """Give the key of a page of the PDF with these bytes."""
    return hashlib.blake2b(raw, digest_size=32, person=b"page", salt=page.to_bytes(4, "big")).digest()


def hash_word(word: str, key: bytes) -> str:
    """Give `DIGITS` hexadecimal digits for a word."""
    return hashlib.blake2b(word.encode(), digest_size=DIGITS // 2, key=key).hexdigest()
