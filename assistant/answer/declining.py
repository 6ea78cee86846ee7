"""Saying that the documents do not hold the answer, with the passages that come nearest."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.chapters import Chapter
from assistant.answer.evidence import Unit
from assistant.answer.likelihood import is_same_place
from assistant.answer.obstacles import Obstacle
from assistant.answer.question import Question
from assistant.answer.quoting import cite, verify
from assistant.answer.references import ARTICLE
from assistant.answer.templates import Templates
from assistant.answer.weighed import Library, Weighed
from assistant.answer.wording import write_text
from assistant.types import Answer, Completeness

_NEARBY = 3
"""Passages that are shown where there is no answer."""


def decline(
    identity: str, weighed: Weighed, likely: float, library: Library, completeness: Completeness
) -> Answer:
    """Say that the documents do not hold the answer, with the nearest passages and what they say nothing about.

    `likely` is the chance that the best sentence is an answer all the same.
    """
    blind = weighed.obstacle is not None and weighed.obstacle.language is None
    shown = [] if blind else _apart(weighed.units)[:_NEARBY]
    nearby = cite(shown, weighed.question)
    verify(nearby, library.readings)
    answer = Answer(
        id=identity,
        question=weighed.question.text,
        kind=weighed.question.kind.value,
        answered=False,
        text="",
        completeness=completeness,
        nearby=tuple(nearby),
        confidence=round(likely, 4),
    )
    obstacle = weighed.obstacle or Obstacle(unsaid=_find_unsaid(weighed.question, shown))
    return write_text(answer, library.templates, weighed.absent, obstacle=obstacle)


def name_absent(chapter: Chapter) -> Obstacle:
    """Give why a question for a part of a document is not answered that no document has."""
    if chapter.headed:
        return Obstacle(chapter=chapter.shown)
    if chapter.shown.startswith(f"een {ARTICLE}"):
        return Obstacle(
            place=f"zelf {chapter.shown}; een verwijzing naar een artikel van een andere tekst telt niet mee"
        )
    return Obstacle(place=f"{chapter.shown} met tekst")


def decline_absent(answer: Answer, obstacle: Obstacle, templates: Templates) -> Answer:
    """Give the answer to a question about a part that no document has: none, with the nearest passages."""
    nearby = (answer.citations or answer.nearby)[:_NEARBY]
    declined = Answer(
        id=answer.id,
        question=answer.question,
        kind=answer.kind,
        answered=False,
        text="",
        completeness=answer.completeness,
        nearby=nearby,
    )
    return write_text(declined, templates, obstacle=obstacle)


def _find_unsaid(question: Question, units: Sequence[Unit]) -> tuple[str, ...]:
    """Give the names of the question that the nearest unit lacks, of words side by side one.

    A figure and the post of a speaker are not repeated.
    """
    names: list[str] = []
    for word in units[0].lacks if units else ():
        whole = f"{names[-1]} {word}" if names else word
        if not any(map(str.isupper, word)):
            continue
        if names and whole in question.text:
            names[-1] = whole
        else:
            names.append(word)
    return tuple(names)


def _apart(units: Sequence[Unit]) -> list[Unit]:
    """Give the best unit of each place, in order."""
    found: list[Unit] = []
    for unit in units[:50]:
        if not any(
            is_same_place(unit, other) or (unit.block == other.block and unit.reading is other.reading)
            for other in found
        ):
            found.append(unit)
    return found
