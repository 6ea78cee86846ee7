"""Words of the final text tied to their places on the pages.

A block is made of pieces (words as they were drawn) that were cleaned, joined and mended on the
way. So its text is aligned with its pieces: word by word where they agree, and sign by sign where
a cut word was joined, a bullet taken away or a letter mended. What was put before the words of a
table's row (its caption and the names of its columns) has no place in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from assistant.ingest.reading import Draft, Piece
from assistant.types import Block, BlockKind, Layout, Place, Span

_WORD = re.compile(r"\S+")
_LOOSE = ".,;:"
"""Stops that a row of a table gains and loses when its cells are put behind each other."""
_SKIPPED = "-\u2010\u2011\u00ad\ufffe"
"""Hyphens come and go where words are cut and joined."""
_FURTHEST = 60
"""Words and pieces that may be passed over before text and pieces agree again."""
_SURE = 5
"""A word of so many signs that agrees is a new hold by itself; a shorter one needs another behind it."""
_MOST_PAIRS = 4_000_000
"""What would take longer to compare is left without places."""
_SHARED = 0.6
"""A word that shares fewer of its signs with the pieces was not made of them."""

Match = re.Match[str]
Run = tuple[Sequence[Match], Sequence[Piece]]
Hold = tuple[int, Piece, float, float]
"""A sign of the text: its offset, its piece, and which part of the piece's width it takes (0 to 1)."""


def make_layout(
    blocks: Sequence[Block], drafts: Sequence[Draft], text: str, sizes: Sequence[tuple[float, float]]
) -> Layout:
    """Give where the words of `text` stand; `drafts` are what the blocks were made of, one each."""
    places: list[Place] = []
    for block, draft in zip(blocks, drafts, strict=True):
        if draft.pieces:
            backward = block.kind is BlockKind.ROW
            places.extend(place_words(text, block.span, draft.pieces, backward=backward))
    return Layout.pack_places(sizes, places)


def place_words(text: str, span: Span, pieces: Sequence[Piece], *, backward: bool = False) -> Iterator[Place]:
    """Give the words in `span` of `text` with their places, in order; one without a place is left out.

    A word that stands on two lines has two. With `backward` the search begins at the end, so that
    a word that stands in the names of the columns and again in a cell is found in the cell.
    """
    words = list(_WORD.finditer(text, span.start, span.end))
    if backward:
        runs = list(_walk(words[::-1], pieces[::-1], backward=True))
        runs = [(some[::-1], parts[::-1]) for some, parts in reversed(runs)]
    else:
        runs = list(_walk(words, pieces))
    for some, parts in runs:
        if len(some) == len(parts) and _agree(some[0], parts[0]):
            for word, piece in zip(some, parts, strict=True):
                yield word.start(), word.end(), piece.page, piece.x0, piece.top, piece.x1, piece.bottom
        elif some and parts:
            yield from _place_signs(text, some, parts)


def _agree(word: Match, piece: Piece) -> bool:
    token = word.group()
    return token == piece.text or token.rstrip(_LOOSE) == piece.text.rstrip(_LOOSE) != ""


def _walk(words: Sequence[Match], pieces: Sequence[Piece], *, backward: bool = False) -> Iterator[Run]:
    """Give runs of words with the pieces that they were made of.

    The words of a run agree with its pieces one by one, or the first one does not.
    """
    here = there = 0
    while here < len(words) and there < len(pieces):
        same = _count_same(words, pieces, here, there)
        if same:
            yield words[here : here + same], pieces[there : there + same]
            here, there = here + same, there + same
            continue
        found = _find_hold(words, pieces, (here, there), backward=backward)
        if found is None:
            yield from _compare(words[here:], pieces[there:])
            return
        yield from _compare(words[here : found[0]], pieces[there : found[1]])
        here, there = found


def _count_same(words: Sequence[Match], pieces: Sequence[Piece], here: int, there: int) -> int:
    most = min(len(words) - here, len(pieces) - there)
    same = 0
    while same < most and _agree(words[here + same], pieces[there + same]):
        same += 1
    return same


def _find_hold(
    words: Sequence[Match], pieces: Sequence[Piece], start: tuple[int, int], *, backward: bool
) -> tuple[int, int] | None:
    """Give the nearest places from which words and pieces agree again; None when that is far off."""
    for distance in range(1, _FURTHEST):
        for skipped in range(distance + 1):
            word, piece = start[0] + skipped, start[1] + distance - skipped
            if word >= len(words) or piece >= len(pieces) or not _agree(words[word], pieces[piece]):
                continue
            # Only in a row of a table may there be words beyond the last piece.
            ends = piece + 1 == len(pieces) and (backward or word + 1 == len(words))
            if ends or len(pieces[piece].text) >= _SURE or _goes_on(words, pieces, word, piece):
                return word, piece
    return None


def _goes_on(words: Sequence[Match], pieces: Sequence[Piece], word: int, piece: int) -> bool:
    last = word + 1 == len(words) or piece + 1 == len(pieces)
    return not last and _agree(words[word + 1], pieces[piece + 1])


def _compare(words: Sequence[Match], pieces: Sequence[Piece]) -> Iterator[Run]:
    """Give what agrees in two runs that differ much, and what is in between."""
    if len(words) * len(pieces) > _MOST_PAIRS:
        return
    tokens = [word.group().rstrip(_LOOSE) or word.group() for word in words]
    parts = [piece.text.rstrip(_LOOSE) or piece.text for piece in pieces]
    matcher = SequenceMatcher(None, tokens, parts, autojunk=False)
    for _, here, stop, there, end in matcher.get_opcodes():
        yield words[here:stop], pieces[there:end]


def _place_signs(text: str, words: Sequence[Match], pieces: Sequence[Piece]) -> Iterator[Place]:
    """Give the places of words that differ from their pieces, by the signs that they share."""
    wanted = [
        (sign, place)
        for word in words
        for place in range(*word.span())
        for sign in _fold(text[place], alone=len(word.group()) == 1)
    ]
    given = [sign for piece in pieces for sign in _spell(piece)]
    if len(wanted) * len(given) > _MOST_PAIRS:
        return
    holds: dict[int, Hold] = {}
    matcher = SequenceMatcher(None, [sign for sign, _ in wanted], [one[0] for one in given], autojunk=False)
    for here, there, size in matcher.get_matching_blocks():
        for step in range(size):
            _, piece, begin, end = given[there + step]
            place = wanted[here + step][1]
            holds.setdefault(place, (place, piece, begin, end))
    found = [holds[place] for place in sorted(holds)]
    for word in words:
        yield from _cut_word(Span(*word.span()), found)


def _spell(piece: Piece) -> Iterator[tuple[str, Piece, float, float]]:
    """Give the signs of a piece, each with the part of its width that it takes.

    Hyphens at its ends go with the letter beside them.
    """
    signs = [
        (sign, place)
        for place, letter in enumerate(piece.text)
        for sign in _fold(letter, alone=len(piece.text) == 1)
    ]
    for number, (sign, place) in enumerate(signs):
        begin = place / len(piece.text) if number else 0.0
        end = (place + 1) / len(piece.text) if number + 1 < len(signs) else 1.0
        yield sign, piece, begin, end


def _fold(sign: str, *, alone: bool) -> str:
    """Give a sign in its plainest form; nothing for a hyphen in a word, which may come and go."""
    if sign in _SKIPPED:
        return "-" if alone else ""
    if sign.isascii():
        return sign.lower()
    return unicodedata.normalize("NFKC", sign).lower().replace(" ", "")


def _cut_word(span: Span, holds: Iterable[Hold]) -> Iterator[Place]:
    """Give a word in the parts that stand in different pieces; signs between them go to the first.

    None when it shares too little with the pieces.
    """
    inside = [hold for hold in holds if span.start <= hold[0] < span.end]
    if len(inside) < _SHARED * len(span):
        return
    runs = [list(run) for _, run in groupby(inside, key=lambda hold: id(hold[1]))]
    for number, run in enumerate(runs):
        start = span.start if number == 0 else run[0][0]
        end = span.end if number + 1 == len(runs) else runs[number + 1][0][0]
        piece = run[0][1]
        width = piece.x1 - piece.x0
        first, last = run[0][2], run[-1][3]
        left, right = piece.x0 + first * width, piece.x0 + last * width
        yield start, end, piece.page, left, piece.top, right, piece.bottom
