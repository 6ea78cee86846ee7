"""Questions and answers that documents give for nothing: headings with their text, numbered questions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

from assistant.types import BlockKind, Document

MIN_ANSWER_CHARS = 80
"""A shorter article or answer ("Ja.") cannot be told from others."""
HEADINGS_A_DOCUMENT, HEADINGS = 8, 400
"""Headings asked of one document, so that a long regulation does not drown the rest, and in all."""

_NUMBERING = re.compile(
    r"^(?:(?:artikel|hoofdstuk|paragraaf|afdeling|bijlage)\b\s*)?(?:[\d.:]+[a-z]?|[a-zA-Z]|[IVXL]+)?(?:[.)]\s*|\s+|$)",
    re.IGNORECASE,
)
_PART = re.compile(r"(?m)^(Vraag|Antwoord)(?:en)?\s+(\d[\d, en]*)$")


def strip_numbering(heading: str) -> str:
    """Give a heading without its number; empty when it is nothing else ("Artikel 3", "2.1")."""
    return _NUMBERING.sub("", heading).strip()


def cut_articles(document: Document) -> Iterator[tuple[str, str]]:
    """Give each heading with the text under it up to the next heading, where that says enough."""
    headings = [block.span for block in document.blocks if block.kind is BlockKind.HEADING]
    ends = [*(span.start for span in headings), len(document.text)][1:]
    for span, end in zip(headings, ends, strict=True):
        text = document.text[span.end : end].strip()
        if len(text) >= MIN_ANSWER_CHARS:
            yield span.of(document.text), text


def choose_headings(asked: Sequence[tuple[str, str, int]]) -> list[tuple[str, int]]:
    """Give the questions with their places, from (heading, title of the document, place).

    A heading that occurs more often gets the title behind it; what is then still said twice is
    left out. Which are kept of a long document, and of all, goes by the hash of the question.
    """
    often = Counter(heading for heading, _, _ in asked)
    named = [
        (heading if often[heading] == 1 else f"{heading}, {title}", title, place)
        for heading, title, place in asked
    ]
    once = Counter(question for question, _, _ in named)
    ranked = sorted(
        (item for item in named if once[item[0]] == 1), key=lambda item: sha256(item[0].encode()).digest()
    )
    taken: Counter[str] = Counter()
    kept: list[tuple[str, int]] = []
    for question, title, place in ranked:
        taken[title] += 1
        if taken[title] <= HEADINGS_A_DOCUMENT:
            kept.append((question, place))
    return sorted(kept[:HEADINGS], key=lambda item: item[1])


def cut_letter(text: str) -> Iterator[tuple[str, str]]:
    """Give the questions and answers of a letter, paired by the numbers in their headings.

    "Vraag 3, 4 en 5" goes with "Antwoord 3, 4 en 5", and "Vraag 3", "Vraag 4" with "Antwoord 3 en 4".
    """
    parts = list(_PART.finditer(text))
    ends = [*(part.start() for part in parts), len(text)][1:]
    asked: dict[str, str] = {}
    for part, end in zip(parts, ends, strict=True):
        body = text[part.end() : end].strip()
        numbers = re.findall(r"\d+", part[2])
        if part[1] == "Vraag":
            asked |= dict.fromkeys(numbers, body)
            continue
        for question in dict.fromkeys(asked[number] for number in numbers if number in asked):
            yield question, body
