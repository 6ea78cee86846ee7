"""The order of columns in text from which the page is gone.

A PDF's text can come with the columns of a page in the wrong order. Then sentences break off
that go on elsewhere, and the halves of cut words tell where: "grondstof-" wants "fen". The frames
of each page are put in the order in which most broken sentences fit together.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise, permutations

from assistant.ingest.hyphens import Joiner
from assistant.ingest.reading import Draft
from assistant.ingest.shapes import find_item_number, has_heading_shape
from assistant.ingest.stitch import fits, is_cut, is_float, is_fragment, is_open_end, is_open_start

Frame = tuple[Draft, ...]
_MOST = 5
"""A page with more frames keeps its order: the number of orders grows too fast."""


def order_frames(drafts: Sequence[Draft], joiner: Joiner) -> list[Draft]:
    """Give the blocks with the frames of each page in their likeliest order.

    Text in which no cut word is followed by something else than its rest stays as it is.
    """
    pages = [list(group) for _, group in groupby(_sink_floats(drafts, joiner), key=lambda draft: draft.page)]
    framed = [_split_frames(page, joiner) for page in pages]
    loose = _find_loose(framed, joiner)
    if not loose:
        return list(drafts)
    return [draft for frames in _find_best(framed, loose, joiner) for frame in frames for draft in frame]


def _find_loose(pages: list[list[Frame]], joiner: Joiner) -> set[int]:
    """Find the pages whose order is in doubt: a cut word is not followed by its rest there.

    Their neighbours are in doubt too.
    """
    loose: set[int] = set()
    ends = [(number, frame) for number, page in enumerate(pages) for frame in page]
    for (number, before), (_, after) in pairwise(ends):
        if is_cut(before[-1]) and not (
            is_open_start(after[0]) and joiner.rate_join(before[-1].text, after[0].text)
        ):
            loose |= {number - 1, number, number + 1}
    return loose


def _sink_floats(drafts: Sequence[Draft], joiner: Joiner) -> list[Draft]:
    """Put headings and captions that stand inside a broken sentence after its second half."""
    given = list(drafts)
    for place, draft in enumerate(given):
        if not is_open_end(draft):
            continue
        rest = place + 1
        while rest < len(given) and rest - place < 6 and is_float(given[rest]):
            rest += 1
        if rest == len(given) or rest == place + 1 or not is_open_start(given[rest]):
            continue
        if given[rest].page == draft.page and fits(draft, given[rest], joiner):
            given.insert(place + 1, given.pop(rest))
    return given


def _split_frames(page: list[Draft], joiner: Joiner) -> list[Frame]:
    frames: list[list[Draft]] = [[page[0]]]
    for before, draft in pairwise(page):
        if is_open_end(before) or is_open_start(draft):
            frames.append([draft])
        else:
            frames[-1].append(draft)
    return [part for frame in frames for part in _split_loop(frame, joiner)]


def _split_loop(frame: list[Draft], joiner: Joiner) -> list[Frame]:
    """Split a frame whose end is completed by its own beginning: it is two frames."""
    cut_end = is_cut(frame[-1]) and is_open_start(frame[0])
    if len(frame) < 2 or not cut_end or joiner.rate_join(frame[-1].text, frame[0].text) < 2:
        return [tuple(frame)]
    cut = 1
    last = 0
    for place, draft in enumerate(frame):
        number = find_item_number(draft.text)
        if number is not None and number < last:
            break
        if number is not None:
            last, cut = number, place + 1
        elif last and not has_heading_shape(frame[cut].text) and cut < place:
            cut = place
    return [tuple(part) for part in (frame[:cut], frame[cut:]) if part]


def _find_best(pages: list[list[Frame]], loose: set[int], joiner: Joiner) -> list[list[Frame]]:
    """Find the orders with the highest sum of scores: Viterbi over the pages."""
    ways: list[tuple[float, list[list[Frame]]]] = [(0.0, [])]
    for number, page in enumerate(pages):
        orders = list(permutations(page)) if number in loose and len(page) <= _MOST else [tuple(page)]
        ranked = []
        for place, order in enumerate(orders):
            inner = sum(_score(before, after, joiner) for before, after in pairwise(order))
            # The given order is likeliest, then its reverse: both come first and last.
            inner -= 0.0 if place == 0 else 0.5 if place == len(orders) - 1 else 1.0
            best = max(ways, key=lambda way: way[0] + _score_pages(way[1], order, joiner))
            ranked.append((best[0] + _score_pages(best[1], order, joiner) + inner, [*best[1], list(order)]))
        ways = ranked
    return max(ways, key=lambda way: way[0])[1]


def _score_pages(done: list[list[Frame]], order: Sequence[Frame], joiner: Joiner) -> float:
    return _score(done[-1][-1], order[0], joiner) if done else 0.0


def _score(before: Frame, after: Frame, joiner: Joiner) -> float:
    """Give how well `after` follows `before`: cut words weigh most, then sentences, then numbers."""
    end, start = before[-1], after[0]
    if is_open_end(end):
        if not is_open_start(start):
            return -2.0 if is_cut(end) else -1.5
        if is_cut(end):
            return (-4.0, 1.0, 4.0)[joiner.rate_join(end.text, start.text)]
        return 1.0 if fits(end, start, joiner) else -3.0
    if is_open_start(start):
        return -3.0 if is_fragment(start) else -1.5
    return _score_numbers(before, after)


def _score_numbers(before: Frame, after: Frame) -> float:
    last = [number for draft in before if (number := find_item_number(draft.text)) is not None]
    first = next((number for draft in after if (number := find_item_number(draft.text)) is not None), None)
    if not last or first is None or first == 1:
        return 0.0
    return 0.5 if first == last[-1] + 1 else -0.5
