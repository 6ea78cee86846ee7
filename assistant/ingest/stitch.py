"""Paragraphs that run on over a column, a page, a heading or a picture, made whole."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from assistant.dutch import load_lexicon
from assistant.ingest.hyphens import CUT_MARKS, Joiner, is_word
from assistant.ingest.reading import Draft
from assistant.ingest.shapes import ends_on_dangling, ends_sentence, is_person, is_signature
from assistant.types import BlockKind

_RUNNING = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE)
_FLOATING = (BlockKind.HEADING, BlockKind.CAPTION, BlockKind.NOTE)
_REACH = 6
"""Headings, captions and notes that may stand between the two parts of a paragraph."""
_LABEL = 25
"""A shorter block in lower case that ends no sentence is a label of a picture."""
_SHORT = 60
"""A block of fewer characters is no broken paragraph, unless its last word says so."""


def is_cut(draft: Draft) -> bool:
    """Tell whether a block ends in a word that was cut."""
    return draft.text.endswith(tuple(CUT_MARKS)) and draft.text[-2:-1].isalpha()


def is_open_end(draft: Draft) -> bool:
    """Tell whether a block breaks off: it ends without the end of a sentence."""
    if draft.kind not in _RUNNING or ends_sentence(draft.text):
        return False
    if is_person(draft.text) or is_signature(draft.text):
        return False
    return is_cut(draft) or ends_on_dangling(draft.text) or (len(draft.text) >= _SHORT)


def is_open_start(draft: Draft) -> bool:
    """Tell whether a block begins in the middle of a sentence."""
    if draft.kind not in (BlockKind.PARAGRAPH, BlockKind.QUOTE):
        return False
    first = draft.text.lstrip("‘“\"'(")[:1]
    return first.islower() and (len(draft.text) >= _LABEL or ends_sentence(draft.text))


def is_fragment(draft: Draft) -> bool:
    """Tell whether a block begins with the rest of a cut word ("fen en halffabricaten")."""
    word = draft.text.split(maxsplit=1)[0].strip("‘’“”\"'(),.;:")
    return word.isalpha() and word.islower() and not is_word(word) and not load_lexicon().knows(word)


def is_float(draft: Draft) -> bool:
    """Tell whether a block may stand in the middle of a paragraph that is not its own."""
    if draft.aside or draft.kind in _FLOATING or is_person(draft.text):
        return True
    short = len(draft.text) < 100 and not ends_sentence(draft.text)
    return draft.kind is BlockKind.PARAGRAPH and short and not is_open_start(draft)


def stitch(drafts: Iterable[Draft], joiner: Joiner) -> list[Draft]:
    """Give the blocks with every broken paragraph joined, what stood in between put beside it.

    What stood in between goes before the paragraph when it is on the page where the paragraph
    begins, and after it otherwise, so that pages stay in order.
    """
    queue = deque(drafts)
    done: list[Draft] = []
    while queue:
        draft = queue.popleft()
        rest = _find_rest(draft, list(islice(queue, _REACH + 1)), joiner)
        if rest is None:
            done.append(draft)
            continue
        between = [queue.popleft() for _ in range(rest)]
        following = queue.popleft()
        turned = following.page != draft.page
        early = [item for item in between if turned and item.page == draft.page]
        done.extend(early)
        queue.extendleft(reversed([item for item in between if item not in early]))
        queue.appendleft(join_drafts(draft, following, joiner))
    return done


def _find_rest(draft: Draft, following: Sequence[Draft], joiner: Joiner) -> int | None:
    """Give the place in `following` of the block with which `draft` goes on."""
    if not is_open_end(draft):
        return None
    for place, candidate in enumerate(following):
        if candidate.aside and not draft.aside:
            continue
        if place == 0 and _goes_on_with_name(draft, candidate):
            return 0
        if is_open_start(candidate):
            return place if fits(draft, candidate, joiner) else None
        if not is_float(candidate):
            return None
    return None


def _goes_on_with_name(draft: Draft, following: Draft) -> bool:
    """Tell whether a paragraph that ends in "van de" goes on with a capital in the next block."""
    if following.kind is not BlockKind.PARAGRAPH or not ends_on_dangling(draft.text):
        return False
    return len(following.text) >= _SHORT and following.text[0].isalnum() and ends_sentence(following.text)


def fits(draft: Draft, following: Draft, joiner: Joiner) -> bool:
    """Tell whether the beginning of `following` can complete the end of `draft`."""
    if is_cut(draft):
        return joiner.rate_join(draft.text, following.text) > 0
    return not is_fragment(following)


def join_drafts(draft: Draft, following: Draft, joiner: Joiner) -> Draft:
    """Give one block of two; where `following` is on a later page, the page turns inside it."""
    text = joiner.join(draft.text, following.text)
    turns = draft.turns
    begin = len(text) - len(following.text)
    if following.page != draft.last_page:
        turns = (*turns, (begin, following.page))
    turns = (*turns, *((begin + offset, page) for offset, page in following.turns))
    return replace(
        draft,
        text=text,
        turns=turns,
        pieces=(*draft.pieces, *following.pieces),
        marks=(*draft.marks, *following.marks),
    )
