"""Word tokens of Dutch, with their offsets.

One token is a word with its inner hyphens, apostrophes and ampersands ("'s-Hertogenbosch",
"mkb'ers", "R&D", "e-health"), a short form with a slash ("TU/e"), or a number with its decimals
and letters ("10,7", "1.000,50", "5G", "4b"). "€" and "%" are tokens; other signs are not.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from assistant.types import Span

_LETTER = r"[^\W\d_]"
_PATTERN = rf"""
    [A-Za-z]++(?![\w'’&+/-])                          # most words: plain letters, and nothing that goes on
  | (?=[\w'’`€$£%‰])(?:                              # at most signs between words nothing else is tried
      ['’`][sS]-{_LETTER}+(?:-{_LETTER}+)*            # 's-Hertogenbosch, 's-Gravenhage
    | ['’][stnmk]\b                                   # 't, 's, 'n
    | {_LETTER}/{_LETTER}+ | {_LETTER}++/{_LETTER}\b  # e/MTIC, TU/e
    | \d+(?:[.,]\d+)*(?:{_LETTER}+(?:-{_LETTER}+)*)?  # 10,7  1.000,50  5G  13e
    | [^\W_]+(?:[-'’&+][^\W_]+)*                      # mkb'ers, R&D, e-health, Noord-Brabant
    | [€$£%‰])
"""
_TOKEN = re.compile(_PATTERN, re.VERBOSE)
_TOKEN_OR_GAP = re.compile(f"({_PATTERN})", re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number with its place in the text."""

    span: Span
    text: str


def tokenize(text: str) -> list[Token]:
    """Give the tokens of `text` in order."""
    return [Token(Span(match.start(), match.end()), match.group()) for match in _TOKEN.finditer(text)]


def cut_tokens(text: str) -> tuple[list[str], list[str]]:
    """Give the tokens of `text`, and what stands behind each: in a sixth of the time of `tokenize`."""
    parts = cut_parts(text)
    return parts[1::2], parts[2::2]


def cut_parts(text: str) -> list[str]:
    """Give what stands before the first token of `text`, the token, what stands behind it, and so on to the end."""
    return _TOKEN_OR_GAP.split(text)


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Give `text` in lower case, without accents, with straight apostrophes; the last ones are remembered.

    The result can be longer or shorter than the text: never use it with offsets.
    """
    return fold_once(text)


def fold_once(text: str) -> str:
    """Give what `fold` does, for a text that is too long to be remembered."""
    plain = text.lower().replace("’", "'").replace("`", "'")
    if plain.isascii():
        return plain
    return _BEYOND_ASCII.sub(_strip_accents, plain)


_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def _strip_accents(found: re.Match[str]) -> str:
    return _decompose(found.group())


@lru_cache(maxsize=4_096)
def _decompose(sign: str) -> str:
    """Give one sign without its accents; nothing for an accent that stands by itself."""
    signs = unicodedata.normalize("NFD", sign)
    return "".join(sign for sign in signs if not unicodedata.combining(sign))
