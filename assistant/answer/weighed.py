"""What answering needs from outside, and the evidence for one question that it weighs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.answer.constraints import BLANK_ATLAS, Atlas
from assistant.answer.evidence import Presence, Readings, Unit
from assistant.answer.matching import Matcher, Vectors
from assistant.answer.obstacles import Obstacle
from assistant.answer.question import Question
from assistant.answer.templates import Templates


@dataclass(frozen=True, slots=True)
class Library:
    """What answering needs from outside: documents, word statistics, word vectors, templates, regions and themes.

    `rarity(stem)` is in [0, 1]; `present(word)` tells whether any document holds the word;
    `presence(document_id, stem)` gives the share of the document's passages that hold the stem, `topicality` that of
    those beyond the first one: what is said in one place makes no document be about it, however short that is.
    """

    readings: Readings
    rarity: Callable[[str], float]
    present: Callable[[str], bool]
    presence: Presence
    topicality: Presence
    vectors: Vectors | None
    templates: Templates
    atlas: Atlas = BLANK_ATLAS


@dataclass(frozen=True, slots=True)
class Weighed:
    """The evidence for one question: units by falling score, and what was matched.

    `chance` is the probability that the documents hold the answer, `row` what it rests on (`judging.COLUMNS`), and
    `linear` the part of it that `scoring.judge` gives; without units 0 and empty.
    """

    question: Question
    matcher: Matcher
    units: list[Unit]
    absent: tuple[str, ...]
    obstacle: Obstacle | None = None
    chance: float = 0.0
    linear: float = 0.0
    row: tuple[float, ...] = ()
