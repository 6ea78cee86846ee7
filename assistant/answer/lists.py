"""Lists that are spread out: a heading for each item, or numbers that run on over headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import same_noun
from assistant.answer.finders.which import NAMED_NOUNS, first_clause, join_items
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.textwords import read_words
from assistant.dutch import stem

_ENOUGH = 0.6
_MOST = 15


@dataclass(frozen=True, slots=True)
class HeadingList:
    """The headings that answer a list question, as units to quote, and their texts joined."""

    short: str
    units: list[Unit]
    held: float = 1.0


def find_spread_list(question: Question, matcher: Matcher, units: Sequence[Unit]) -> HeadingList | None:
    """Give the list over headings or the numbered run that holds the question; None when there is neither."""
    return _find_run(question, matcher, units) or _find_headings(question, matcher, units)


def _find_run(question: Question, matcher: Matcher, units: Sequence[Unit]) -> HeadingList | None:
    """Give the numbered run with as many items as were asked for, below a heading that holds the question."""
    for unit in units[:25]:
        reading = unit.reading
        for run in reading.numbered_runs:
            broken = run[-1] - run[0] >= len(run)
            if question.number != len(run) or not broken:
                continue
            above = " ".join(reading.text_of(index) for index in reading.parents[run[0]][-2:])
            if matcher.coverage([strength for strength, _ in matcher.match(above)]) >= _ENOUGH:
                cited = [Unit(reading, item, reading.blocks[item].span, unit.hit) for item in run]
                for other in cited:
                    other.score, other.probability = unit.score, unit.probability
                return HeadingList(join_items([first_clause(reading.text_of(item)) for item in run]), cited)
    return None


def _find_headings(question: Question, matcher: Matcher, units: Sequence[Unit]) -> HeadingList | None:
    """Give the headings below one that holds the question, the asked noun above all."""
    best: tuple[float, str, int, HeadingList] | None = None
    if question.asked is None or question.asked in NAMED_NOUNS:
        return None
    for unit in units[:25]:
        reading = unit.reading
        for heading in reading.parents[unit.block]:
            children = reading.children_of(heading)
            if not 2 <= len(children) <= _MOST:
                continue
            if not any(
                same_noun(stem(question.asked), word.text, matcher)
                for word in read_words(reading.text_of(heading))
            ):
                continue
            held = matcher.coverage([strength for strength, _ in matcher.match(reading.text_of(heading))])
            if question.number == len(children):
                held += 0.25
            elif question.number is not None:
                continue
            if held < _ENOUGH or (best is not None and held <= best[0]):
                continue
            cited = [Unit(reading, child, reading.blocks[child].span, unit.hit) for child in children]
            for other in cited:
                other.score, other.probability = unit.score, unit.probability
            short = join_items([reading.text_of(child) for child in children])
            best = (held, reading.document.path, heading, HeadingList(short, cited, held))
    return best[3] if best else None
