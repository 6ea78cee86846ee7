"""Questions for all actions by what an action has: who does it, its deadline, how far it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.dutch import content_stems
from assistant.types import ActionValue

Bounds = tuple[str | None, str | None]
"""The first and the last day of a stretch of time (ISO 8601); None where it is open."""
ReadBounds = Callable[[str], Bounds | None]
"""What gives the bounds that words such as "voor 1 juli 2024" set; None for words that name no time."""
NOUNS = ("actiepunten", "acties", "afspraken", "toezeggingen")
_STATES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        r"open(?:staande?)?|(?:nog )?niet (?:afgerond|klaar|gedaan|uitgevoerd|gereed)",
        ("planned", "delayed", "missed"),
    ),
    (r"niet gehaalde?|gemiste?", ("missed",)),
    (r"vertraagde?|uitgestelde?", ("delayed",)),
    (r"afgeronde?|klaar|gereed|uitgevoerde?|voltooide?|afgehandelde?", ("done",)),
    (r"lopende?|in uitvoering", ("running",)),
    (r"geplande?|voorgenomen", ("planned",)),
)
"""What the state of an action is called, and the values of `ActionValue.status` that it means.

What is running is seldom an open point: most such sentences tell what somebody does all the time.
"""
_STATE = "|".join(pattern for pattern, _ in _STATES)
_NOUN = "|".join(NOUNS)
_WHEN = r"(?:in|voor|vóór|na|vanaf|sinds|tussen|tot|uiterlijk(?: op)?|op) .*?(?:19|20)\d\d"
_SUBJECT = r"(?: (?:over|rond|rondom|inzake|omtrent) (?P<subject>.+?))?"
_YEAR = r"(?:in|uit|van|voor)(?: het jaar)? (?P<year>(?:19|20)\d\d)"
_DURING = rf"(?: {_YEAR})?"
_TIME = re.compile(
    r"(?:(?:de|het|dit|deze|die|dat|vorige?|afgelopen|volgende?|komende?|eerste|tweede|derde|vierde|laatste|jaar|jaren|kwartaal|"
    r"kwartalen|halfjaar|halve|helft|maand|maanden|week|weken|dag|dagen|periode|seizoen|begin|eind|einde|medio|vandaag|gisteren|van|"
    r"tot|en|met|t/m|in|"
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|q[1-4]|[–&-]|\d[\d./-]*e?)(?:\s+|$))+",
    re.IGNORECASE,
)
"""A number or a time, which does nothing: "acties van 2020", "toezeggingen van het afgelopen kwartaal"."""
_ALL = rf"(?:(?:geef|noem|toon|som)(?: mij| me)? )?(?:alle|al de) (?:(?P<state>{_STATE}) )?(?P<noun>{_NOUN})"
_ASKED = rf"(?P<asked>welke|hoeveel|(?:geef|noem|toon|som)(?: mij| me)?(?: alle| de)?|alle|al de) (?:(?P<state>{_STATE}) )?(?P<noun>{_NOUN})"
_TERM = r"(?:deadline|termijn|einddatum|streefdatum)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_ASKED}{_SUBJECT} (?:(?:die|hebben|met|kennen) )+(?:een |als )?{_TERM}(?: (?P<when>{_WHEN}))?(?: hebben)?",
        rf"{_ASKED}{_SUBJECT}(?: die)? (?:moeten|dienen) (?P<when>{_WHEN}) (?:af|klaar|gereed|afgerond|gedaan|uitgevoerd)(?: te)?(?: zijn| worden)?",
        rf"{_ASKED}{_SUBJECT}(?: die)? (?:lopen (?P<when>{_WHEN}) af|aflopen (?P<late>{_WHEN}))",
        rf"{_ASKED}{_SUBJECT} (?:zijn|staan|lopen)(?: er)?(?: nu| al| nog| op dit moment)* (?P<now>{_STATE})",
        rf"{_ALL} {_YEAR}{_SUBJECT}",
        rf"{_ALL} (?:van|door) (?P<actor>.+?){_SUBJECT}{_DURING}",
        rf"(?P<asked>welke|hoeveel) (?P<noun>toezeggingen|actiepunten) (?:heeft|hebben|deed|deden) "
        rf"(?P<actor>.+?)(?: gedaan| gemaakt)?{_SUBJECT}{_DURING}(?: gedaan| gemaakt)?",
        rf"{_ALL}{_SUBJECT}{_DURING}",
    )
)


@dataclass(frozen=True, slots=True)
class ActionQuestion:
    """A question for all actions that fit; what is None or empty limits nothing.

    `noun` is what they were called, `counted` whether only their number is asked; `actor` and `subject` are
    words of the question, `states` values of `ActionValue.status`, `due` the bounds of the deadline: both open
    for any deadline; `year` is that of the actions themselves.
    """

    noun: str
    counted: bool
    actor: str | None = None
    subject: str | None = None
    states: tuple[str, ...] = ()
    due: Bounds | None = None
    year: int | None = None
    told: str = ""

    def allows(self, value: ActionValue) -> bool:
        """Tell whether an action is one of those asked for, its subject left aside."""
        if self.states and value.status not in self.states:
            return False
        if self.actor is not None and not _is_actor(self.actor, value):
            return False
        return self.due is None or _is_due(self.due, value)


def read_actions(bare: str, read_bounds: ReadBounds) -> ActionQuestion | None:
    """Read a question for all actions with an actor, a deadline or a state; None for any other."""
    for pattern in _PATTERNS:
        found = pattern.fullmatch(bare)
        if found is None:
            continue
        parts = found.groupdict()
        state = parts.get("now") or parts.get("state")
        when = parts.get("when") or parts.get("late")
        if _TIME.fullmatch(parts.get("actor") or ""):
            return None
        has_term = "when" in parts
        if has_term and when and (due := read_bounds(when)) is None:
            return None
        question = ActionQuestion(
            noun=parts["noun"].lower(),
            counted=(parts.get("asked") or "").lower() == "hoeveel",
            actor=parts.get("actor"),
            subject=parts.get("subject"),
            states=_read_state(state) if state else (),
            due=(due if when else (None, None)) if has_term else None,
            year=int(year) if (year := parts.get("year")) else None,
            told=_tell(parts, state, when, has_term),
        )
        return question if question.actor or question.states or question.due else None
    return None


def _read_state(words: str) -> tuple[str, ...]:
    return next(states for pattern, states in _STATES if re.fullmatch(pattern, words, re.IGNORECASE))


def _tell(parts: dict[str, str | None], state: str | None, when: str | None, has_term: bool) -> str:
    """Give in words what is listed: "acties van de gemeente over energie met een termijn in 2024"."""
    said = [str(parts["noun"]).lower()]
    if parts.get("actor"):
        said.append(f"van {parts['actor']}")
    if parts.get("subject"):
        said.append(f"over {parts['subject']}")
    if parts.get("year"):
        said.append(f"in {parts['year']}")
    if state:
        said.append(f"({state.lower()})")
    if has_term:
        said.append(f"met een termijn {when}" if when else "met een termijn")
    return " ".join(said)


def _is_actor(words: str, value: ActionValue) -> bool:
    """Tell whether the document names as the doer everything that the question does."""
    asked = set(content_stems(words))
    return bool(asked) and value.actor is not None and asked <= set(content_stems(value.actor))


def _is_due(due: Bounds, value: ActionValue) -> bool:
    """Tell whether the last day of the deadline lies within the bounds."""
    if value.deadline is None:
        return False
    day = value.deadline.latest or value.deadline.earliest
    first, last = due
    if first is None and last is None:
        return True
    return day is not None and (first is None or day >= first) and (last is None or day <= last)
