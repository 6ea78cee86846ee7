"""What sort of document a text is: points for the words and the shape of each kind.

`data/kinds.tsv` is the table: where a cue is looked for, what it is, and what it is worth. Numbered
questions with answers count 5 for questions, and a time that only the day itself knows ("gisteren")
3 for news. A kind needs `_LEAST` points and `_MARGIN` more than the next; below that nothing is said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.ingest.reading import Draft
from assistant.types import BlockKind, DocumentKind

_LEAST, _MARGIN = 3.0, 0.5
_HEAD_BLOCKS, _HEAD_CHARS = 25, 4_000
_TAIL_BLOCKS, _TAIL_CHARS = 8, 1_500
_SHORT_CHARS = 8_000
"""A news item is no longer."""
_NUMBERED_LEAST = 2

_TABLE = Path(__file__).resolve().parent / "data" / "kinds.tsv"
_AT_BEGINNING = ("line", "heading")
_RECENT = re.compile(
    r"\b(?:gisteren|vandaag|vanochtend|vanmiddag|vorige (?:week|maand)|afgelopen (?:week|weekend|maand|\w+dag)|deze week|dit (?:voor|na)jaar"
    r"|deze (?:zomer|winter|maand)|onlangs|sinds vandaag|\d{1,2} (?:en|tot en met) \d{1,2} \w+|op \w+dag \d{1,2})\b",
    re.I,
)
"""A time that only a reader of the day itself can place, as news has it."""
_ASKED = re.compile(r"(vraag|antwoord)(?:en)? \d", re.I)


@dataclass(frozen=True, slots=True)
class _Places:
    """The text in which each sort of cue is looked for; `recent` is the first paragraph or two."""

    texts: dict[str, str]
    asked: int
    answered: int
    chars: int
    headings: int
    recent: str


def find_kind(title: str, subtitle: str | None, drafts: Sequence[Draft], stem: str) -> DocumentKind | None:
    """Give the kind of document; None when no kind stands out."""
    places = _gather(title, subtitle, drafts, stem)
    points: defaultdict[DocumentKind, float] = defaultdict(float)
    for kind, where, worth, pattern in _load_cues():
        if pattern.search(places.texts[where]):
            points[kind] += worth
    if min(places.asked, places.answered) >= _NUMBERED_LEAST:
        points[DocumentKind.QUESTIONS] += 5
    if places.chars <= _SHORT_CHARS and _RECENT.search(places.recent):
        points[DocumentKind.NEWS] += 3
    ranked = sorted(points.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < _LEAST:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    return ranked[0][0] if ranked[0][1] - second >= _MARGIN else None


@cache
def _load_cues() -> tuple[tuple[DocumentKind, str, float, re.Pattern[str]], ...]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(
        (DocumentKind(kind), place, float(worth), _compile(place, cue)) for kind, place, worth, cue in rows
    )


def _compile(place: str, cue: str) -> re.Pattern[str]:
    begin = "^" if place in _AT_BEGINNING else r"\b"
    return re.compile(cue if cue.startswith("^") else rf"{begin}(?:{cue})", re.I | re.M)


def _gather(title: str, subtitle: str | None, drafts: Sequence[Draft], stem: str) -> _Places:
    head = "\n".join(draft.text for draft in drafts[:_HEAD_BLOCKS])[:_HEAD_CHARS]
    headings = [draft.text for draft in drafts if draft.kind is BlockKind.HEADING]
    asked = [found.group(1).lower() for text in headings if (found := _ASKED.match(text))]
    running = [draft.text for draft in drafts[:10] if len(draft.text) > 100][:2]
    texts = {
        "title": f"{title}\n{subtitle or ''}",
        "name": re.sub(r"[_\W]+", " ", stem),
        "line": head,
        "head": head,
        "heading": "\n".join(headings),
        "tail": "\n".join(draft.text for draft in drafts[-_TAIL_BLOCKS:])[-_TAIL_CHARS:],
    }
    chars = sum(len(draft.text) for draft in drafts)
    return _Places(
        texts, asked.count("vraag"), asked.count("antwoord"), chars, len(headings), " ".join(running)[:600]
    )
