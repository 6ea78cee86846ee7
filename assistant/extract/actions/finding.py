"""What somebody does, did or will do, and what happened when, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.extract.actions.deadlines import choose_deadline
from assistant.extract.actions.events import Timeline
from assistant.extract.actions.programmes import Programmes, read_programmes
from assistant.extract.actions.reading import Statement, is_law, leave_out, read_statements
from assistant.extract.actions.statuses import DELAYED, PLANNED, RUNNING, Verdict
from assistant.extract.source import Source
from assistant.types import ActionValue, DateValue, Extract, ExtractKind


def find_deeds(source: Source, extracts: Sequence[Extract]) -> list[Extract]:
    """Give the actions and events of a text, built on its `extracts` (dates, names, regions)."""
    if is_law(source.text):
        return []
    programmes = read_programmes(source.text)
    timeline = Timeline(source, extracts)
    found: list[Extract] = []
    for statement in read_statements(source, extracts):
        if statement.verdict is not None:
            found.append(_make_action(statement, statement.verdict, source.text, programmes))
        found += timeline.find_events(statement)
    return found


def _make_action(statement: Statement, verdict: Verdict, text: str, programmes: Programmes) -> Extract:
    deadline = _find_deadline(statement, verdict, text)
    cuts = [cut for cut in (statement.subject, deadline.span if deadline else None) if cut is not None]
    value = ActionValue(
        action=leave_out(text, statement.span, cuts),
        status=verdict.status,
        actor=statement.actor,
        deadline=deadline.value if deadline and isinstance(deadline.value, DateValue) else None,
        programme=programmes.find(statement.span.start),
    )
    return Extract(ExtractKind.ACTION, statement.span, statement.text, value)


def _find_deadline(statement: Statement, verdict: Verdict, text: str) -> Extract | None:
    if not statement.dates or verdict.status not in (PLANNED, RUNNING, DELAYED):
        return None
    return choose_deadline(text, statement.span.start, statement.dates)
