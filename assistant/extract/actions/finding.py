"""What somebody does, did or will do, and what happened when, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from assistant.extract.actions.agenda import find_agenda
from assistant.extract.actions.articles import find_articles
from assistant.extract.actions.deadlines import choose_deadline
from assistant.extract.actions.events import Timeline
from assistant.extract.actions.figures import read_figures
from assistant.extract.actions.items import find_items
from assistant.extract.actions.programmes import Programmes, read_programmes
from assistant.extract.actions.reading import Statement, find_law, leave_off, read_statements, sort_known
from assistant.extract.actions.rows import find_rows
from assistant.extract.actions.statuses import DELAYED, PLANNED, RUNNING
from assistant.extract.actions.tags import GOAL
from assistant.extract.source import Source
from assistant.types import ActionValue, DateValue, Extract, ExtractKind, Span

_PREPOSITION = re.compile(
    r"\b(?:(?:uiterlijk|nog)\s+)?(?:in|voor|vóór|op|tegen|binnen|tot|per|uiterlijk|tijdens|naar)\s+(?:het\s+|de\s+)?$",
    re.IGNORECASE,
)
_LOOK = 25


def find_deeds(source: Source, extracts: Sequence[Extract]) -> list[Extract]:
    """Give the actions and events of a text, built on its `extracts` (dates, names, regions)."""
    programmes = read_programmes(source.text)
    known = sort_known(extracts)
    timeline = Timeline(source, known)
    listed = _list_tasks(source.text, known.dates, programmes)
    found: list[Extract] = [*listed, *find_agenda(source.text, known.dates, known.date_starts)]
    taken = _Cover(listed)
    for statement in read_statements(source, known):
        if not (listed and taken.covers(statement.span)):
            action = _make_action(statement, source.text, programmes)
            if action is not None:
                found.append(action)
        if statement.dates:
            found += timeline.find_events(statement)
    for statement in find_articles(source, known, find_law(source.text)):
        found += timeline.find_events(statement)
    return found


def _list_tasks(text: str, dates: Sequence[Extract], programmes: Programmes) -> list[Extract]:
    """Give the actions in tables and lists, each with the programme it stands under."""
    tasks = [*find_rows(text, dates), *find_items(text, dates)]
    return [
        replace(task, value=replace(task.value, programme=programmes.find(task.span.start)))
        for task in tasks
        if isinstance(task.value, ActionValue)
    ]


class _Cover:
    """The stretches of text that are spoken for."""

    def __init__(self, extracts: Sequence[Extract]) -> None:
        """Keep the spans in order."""
        self._spans = sorted(extract.span for extract in extracts)
        self._starts = [span.start for span in self._spans]

    def covers(self, span: Span) -> bool:
        """Tell whether one of the stretches shares a character with `span`."""
        place = bisect_left(self._starts, span.end)
        return place > 0 and self._spans[place - 1].end > span.start


def _make_action(statement: Statement, text: str, programmes: Programmes) -> Extract | None:
    """Give the action of a sentence; a goal with what was reached is one without a verb of doing too."""
    figures = read_figures(statement.text) if not GOAL.isdisjoint(statement.cues) else None
    status = statement.verdict.status if statement.verdict else figures and figures.reached and figures.status
    if not status:
        return None
    deadline = _find_deadline(statement, status, text)
    cuts = [
        cut for cut in (statement.subject, _widen(deadline, text) if deadline else None) if cut is not None
    ]
    value = ActionValue(
        action=leave_off(text, statement.span, cuts),
        status=status,
        actor=statement.actor,
        deadline=deadline.value if deadline and isinstance(deadline.value, DateValue) else None,
        programme=programmes.find(statement.span.start),
        target=figures.target if figures else None,
        realised=figures.reached if figures else None,
    )
    return Extract(ExtractKind.ACTION, statement.span, statement.text, value)


def _widen(deadline: Extract, text: str) -> Span:
    """Give the span of a date with the preposition before it."""
    lead = _PREPOSITION.search(text[max(0, deadline.span.start - _LOOK) : deadline.span.start])
    return Span(deadline.span.start - len(lead.group() if lead else ""), deadline.span.end)


def _find_deadline(statement: Statement, status: str, text: str) -> Extract | None:
    if not statement.dates or status not in (PLANNED, RUNNING, DELAYED):
        return None
    return choose_deadline(text, statement.span.start, statement.dates)
