"""Tasks in a list under a heading such as "Actiepunten" or "Maatregelen".

An item is a task when it names its doer ("T. Wijnhoven: aanvraag indienen"), when it begins or ends
with an infinitive, or when it begins with a noun of doing ("Versterking van ..."). A line in
capitals, or one that ends with a colon, names the doer of the items below it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from assistant.dutch.verbs import is_infinitive
from assistant.extract.actions.statuses import PLANNED
from assistant.types import ActionValue, DateValue, Extract, ExtractKind, Span

_HEADING = re.compile(
    r"\n[#*\d. \t]{0,8}(?=[oncplamvtwb])(?:(?:openstaande|nieuwe|concrete|prioritaire|overzicht(?: van)?|lijst (?:van|met)|onze)\s+)?"
    r"(?:acties|actiepunten|actielijst|maatregelen|vervolgstappen|volgende stappen|vervolgacties|vervolg|afspraken|"
    r"toezeggingen|taken|takenlijst|to[ -]?do'?s?|next steps|wat gaan (?:we|wij) doen|acties en afspraken|"
    r"afspraken en acties|besluiten en acties|planning en acties)\b[^\n]{0,25}$",
    re.IGNORECASE | re.MULTILINE,
)
_ITEM = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*(?:[-–•*▪o]|\d{1,2}[.)])\s+")
_SPLIT = re.compile(r"(?<=[)\w.])\s+-\s+(?=[A-Z])")
_NAMED = re.compile(r"((?:[A-Z]\.\s?)*[A-Z][\w'’.-]+(?:\s+[\w'’.&-]+){0,4}):\s+(?=\S)")
_OWNER = re.compile(r"[A-Z][A-Z &/-]{2,40}|[A-Z][^.:\n]{1,40}:")
_NOUN = re.compile(
    r"(?:(?:het|de|een)\s+)?\w+(?:ing|ingen|atie|aties|onderzoek|studie|overleg)\s+(?:van|tot|aan|op|voor|naar|met|in)\b",
    re.IGNORECASE,
)
_NOMINAL = re.compile(r"(?:het\s+)?(\w+en)\b", re.IGNORECASE)
_LAST = re.compile(r"(\w+)\s*(?:\([^()]*\))?[.;]?$")
_LONGEST, _MOST = 220, 60
"""A longer line is prose; a list has at most so many items."""


def find_items(text: str, dates: Sequence[Extract]) -> Iterator[Extract]:
    """Give the tasks in lists of the text; `dates` are those of the text, in order."""
    starts = [date.span.start for date in dates]
    end = 0
    for heading in _HEADING.finditer("\n" + text):
        if heading.start() < end:
            continue
        owner: str | None = None
        for span in _list_items(text, heading.end() - 1):
            end = span.end
            words = span.of(text)
            if _OWNER.fullmatch(words):
                owner = words.rstrip(":").strip()
                continue
            task = _read_task(words, owner)
            if task is not None:
                yield _make_task(text, span, task, dates, starts)


def _list_items(text: str, start: int) -> Iterator[Span]:
    """Give the items behind a heading, up to a line that is none."""
    for count, line in enumerate(_ITEM.finditer(text, start)):
        words = line.group()
        if count >= _MOST or words.startswith("#") or len(words) > _LONGEST * 5:
            return
        at = line.start()
        for part in [*_SPLIT.finditer(text, line.start(), line.end()), None]:
            end = part.start() if part else line.end()
            bullet = _BULLET.match(text, at, end)
            first = bullet.end() if bullet else at
            if end - first > _LONGEST or (not bullet and not part and _is_prose(text[first:end])):
                return
            if text[first:end].strip():
                yield Span(first, end)
            at = part.end() if part else end


def _is_prose(words: str) -> bool:
    """Tell a sentence or the next heading from an item: no doer, no infinitive, no noun of doing."""
    return not (_OWNER.fullmatch(words) or _read_task(words, None))


def _read_task(words: str, owner: str | None) -> tuple[str | None, str] | None:
    """Give the doer and the deed of an item; None when it is no task."""
    named = _NAMED.match(words)
    if named:
        return named.group(1), words[named.end() :]
    first = _NOMINAL.match(words)
    last = _LAST.search(words)
    nominal = first is not None and is_infinitive(first.group(1).lower())
    final = last is not None and is_infinitive(last.group(1).lower())
    if nominal or final or _NOUN.match(words):
        return owner, words
    return None


def _make_task(
    text: str, span: Span, task: tuple[str | None, str], dates: Sequence[Extract], starts: Sequence[int]
) -> Extract:
    place = bisect_left(starts, span.start)
    deadline = dates[place].value if place < len(dates) and starts[place] < span.end else None
    actor, deed = task
    value = ActionValue(
        action=deed.strip(" .;"),
        status=PLANNED,
        actor=actor,
        deadline=deadline if isinstance(deadline, DateValue) and deadline.latest else None,
    )
    return Extract(ExtractKind.ACTION, span, span.of(text), value)
