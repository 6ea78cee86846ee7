"""Is the right passage found, and what does each part of search add? All sets, all rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from assistant.config import Settings
from assistant.embed import make_encoder
from assistant.errors import UsageError
from assistant.evaluate.gold import DEV, SPLITS
from assistant.evaluate.ladder import ROWS, WORDS
from assistant.evaluate.metrics import Row
from assistant.evaluate.relevance import DEPTH, find_rank, measure_ranks
from assistant.evaluate.sets import HALVED, MAKERS, SETS
from assistant.evaluate.shelves import Shelves
from assistant.evaluate.topics import Asked, Texts, Topic

Write = Callable[[str], None]


def measure_retrieval(
    settings: Settings,
    shared: Path | None,
    *,
    sets: Iterable[str] = (),
    rows: Iterable[str] = (),
    split: str | None = None,
    write: Write = lambda line: None,
    failures: bool = False,
    cache: Path | None = None,
) -> dict[str, tuple[Row, ...]]:
    """Give for each way of searching its figures on every set; without names all of both.

    A set whose texts are absent is written out as skipped. `split` keeps one half of the sets that
    are split. With `failures` the questions of the half `dev` are written out that the last row does
    not find. Raises UsageError for an unknown set or row.
    """
    wanted = _choose(sets, SETS, "set")
    chosen = _choose(rows, tuple(ROWS), "row")
    encoder = make_encoder(settings)
    with Shelves(settings, encoder, write, cache) as shelves:
        asked = collect(Texts(shared, shelves), wanted, split, write)
        ranks: dict[str, list[list[int]]] = {}
        for row in dict.fromkeys((WORDS, *chosen)) if asked else ():
            ranks[row] = [
                [find_rank(rank(topic.question), topic.right) for topic in part.topics]
                for part in asked
                for rank in [ROWS[row](part.index, encoder)]
            ]
    if failures and asked:
        _show_failures(asked, ranks[chosen[-1]], write)
    topics = [topic for part in asked for topic in part.topics]
    joined = {row: [rank for part in parts for rank in part] for row, parts in ranks.items()}
    return {
        row: tuple(_summarise(topics, joined[row], joined[WORDS], wanted)) for row in chosen if row in joined
    }


def _choose(names: Iterable[str], known: Sequence[str], field: str) -> tuple[str, ...]:
    """Give the named ones in the order of `known`, all when none is named."""
    named = set(names)
    if unknown := sorted(named - set(known)):
        raise UsageError(f"Onbekend: '{unknown[0]}'; kies uit {', '.join(known)}.", field)
    return tuple(name for name in known if not named or name in named)


def collect(texts: Texts, sets: Sequence[str], split: str | None, write: Write) -> list[Asked]:
    """Give the questions of these sets, those outside `split` left out.

    What cannot be made because its texts are absent is written out.
    """
    asked: list[Asked] = []
    made: set[str] = set()
    for place, maker in enumerate(MAKERS):
        needed = {name for name in maker.sets if name in sets} - made
        simpler = any(needed <= set(other.sets) for other in MAKERS[place + 1 :])
        if not needed or simpler or not texts.has(*maker.sources):
            continue
        made |= needed
        for part in maker.make(texts):
            kept = tuple(topic for topic in part.topics if _counts(topic, needed, split))
            if kept:
                asked.append(Asked(part.index, kept))
    for name in sets:
        if name not in made:
            write(f"{name}: overgeslagen, want de teksten ervan (../shared) ontbreken.")
    return asked


def _counts(topic: Topic, sets: set[str], split: str | None) -> bool:
    return bool(sets.intersection(topic.sets)) and split in (None, topic.split)


def _summarise(
    topics: Sequence[Topic], ranks: Sequence[int], baseline: Sequence[int], sets: Sequence[str]
) -> Iterable[Row]:
    for name in sets:
        of_set = [place for place, topic in enumerate(topics) if name in topic.sets]
        if not of_set:
            continue
        groups: dict[str, list[int]] = {name: of_set}
        for half in SPLITS if name in HALVED else ():
            groups[f"{name}-{half}"] = [at for at in of_set if topics[at].split == half]
        for label, places in groups.items():
            if places:
                yield measure_ranks(label, [ranks[at] for at in places], [baseline[at] for at in places])


def _show_failures(asked: Sequence[Asked], ranks: Sequence[Sequence[int]], write: Write) -> None:
    for part, found in zip(asked, ranks, strict=True):
        for topic, rank in zip(part.topics, found, strict=True):
            if rank == DEPTH and topic.split == DEV:
                write(f"Niet gevonden [{topic.sets[0]}] {topic.question}")
