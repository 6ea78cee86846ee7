"""Saying that the documents do not hold the answer, with the passages that come nearest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.chapters import Chapter
from assistant.answer.cues import QUESTION_WORDS
from assistant.answer.evidence import Unit
from assistant.answer.likelihood import is_same_place
from assistant.answer.obstacles import Obstacle
from assistant.answer.paidthings import name_paid
from assistant.answer.presumed import name_presumed
from assistant.answer.quoting import cite, verify
from assistant.answer.references import ARTICLE
from assistant.answer.sides import find_asked_side
from assistant.answer.subjects import find_subject
from assistant.answer.surroundings import YEAR
from assistant.answer.templates import Templates
from assistant.answer.weighed import Library, Weighed
from assistant.answer.wording import write_text
from assistant.dutch import fold
from assistant.dutch.verbs import find_infinitive
from assistant.types import Answer, Completeness

MOST_NEAR = 3
"""Passages that are shown where there is no answer, at most."""


def decline(
    identity: str, weighed: Weighed, likely: float, library: Library, completeness: Completeness
) -> Answer:
    """Say that the documents do not hold the answer, with the nearest passages and what they say nothing about.

    `likely` is the chance that the best sentence is an answer all the same.
    """
    blind = weighed.obstacle is not None and weighed.obstacle.language is None
    shown = [] if blind else _apart(weighed.units)[:MOST_NEAR]
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
    obstacle = weighed.obstacle or Obstacle(
        unsaid=_find_unsaid(weighed, shown), years=_find_years(weighed, library)
    )
    return write_text(answer, library.templates, weighed.absent, obstacle=obstacle)


def name_absent(chapter: Chapter) -> Obstacle:
    """Give why a question for a part of a document is not answered that no document has; of a table that is told already."""
    if not chapter.firm:
        return Obstacle()
    if chapter.headed:
        return Obstacle(chapter=chapter.shown)
    if chapter.shown.startswith(f"een {ARTICLE}"):
        return Obstacle(
            place=f"zelf {chapter.shown}; een verwijzing naar een artikel van een andere tekst telt niet mee"
        )
    return Obstacle(place=f"{chapter.shown} met tekst")


def decline_absent(answer: Answer, obstacle: Obstacle, templates: Templates) -> Answer:
    """Give the answer to a question about a part that no document has: none, with the nearest passages."""
    nearby = (answer.citations or answer.nearby)[:MOST_NEAR]
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


def _find_years(weighed: Weighed, library: Library) -> tuple[str, ...]:
    """Give the years of the question that no document holds."""
    return tuple(
        term.text
        for term in weighed.matcher.terms
        if term.kind == "number" and YEAR.fullmatch(term.text) and not library.present(term.text)
    )


def _find_unsaid(weighed: Weighed, units: Sequence[Unit]) -> tuple[str, ...]:
    """Give the names of the question, and what a list should be about, that the nearest unit lacks.

    Of words side by side one. A figure and the post of a speaker are not repeated.
    """
    question = weighed.question
    subject = (
        *find_subject(question, weighed.matcher.terms).words(weighed.matcher.terms),
        *name_paid(question, weighed.matcher),
        *name_presumed(question),
    )
    asked = find_asked_side(question)
    side = asked.shown if asked else ""
    names: list[str] = []
    for word in units[0].lacks if units else ():
        whole = f"{names[-1]} {word}" if names else word
        if word not in subject and word != side and not any(map(str.isupper, word)):
            continue
        if names and whole in question.text:
            names[-1] = whole
        else:
            names.append(word)
    return tuple(
        dict.fromkeys(_with_article(_whole_name(name, question.text), question.text) for name in names)
    )


def _whole_name(name: str, text: str) -> str:
    """Give a word of a name as the whole name that a question has, an adjective of a land with its noun.

    "Zonkracht Lier" for "Lier", "Limburgse bedrijven" for "Limburgse".
    """
    if not name[:1].isupper():
        return name
    run = re.search(rf"(?<![\w-])(?:{_CAPITAL} )*{re.escape(name)}(?: {_CAPITAL})*(?![\w-])", text)
    if run is None:
        return name
    first = run.group().split(" ", 1)[0]
    plain = fold(first)  # "Krijgt Lier ...?", "Vergelijk Lier ..."
    opens = plain in (*QUESTION_WORDS, *_OPENING_VERBS) or find_infinitive(plain) is not None
    asks = run.start() == 0 and first != name.split(" ", 1)[0] and opens
    whole = run.group().removeprefix(f"{first} ") if asks else run.group()
    noun = _NOUN.match(text, run.end()) if _OF_LAND.search(whole) else None
    return whole + noun.group() if noun else whole


_OPENING_VERBS = frozenset(
    "vergelijk toon beschrijf zoek bekijk leg wil wilde willen kan mag moet zal doet gaat laat".split()
)
"""Verbs that open a question or a command: no part of the name behind them."""
_CAPITAL = r"[A-ZÀ-Þ][\w’'&-]*"
_OF_LAND, _NOUN = re.compile(r"[a-z](?:se|sche)$"), re.compile(r" [a-zà-ÿ-]{4,}")
"""The end of an adjective of a land or town, and the noun behind it."""


def _with_article(name: str, text: str) -> str:
    """Give a common noun with the article that it has in a text; a name as it is."""
    found = None if any(map(str.isupper, name)) else re.search(rf"\b(?:de|het) {re.escape(name)}\b", text)
    return found.group() if found else name


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
