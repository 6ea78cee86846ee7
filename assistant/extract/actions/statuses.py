"""What a clause says of a deed: planned, running, done, delayed or missed; nothing when it states none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.dutch.verbs import conjugate, is_infinitive
from assistant.extract.actions.clauses import Clause
from assistant.extract.actions.tags import list_particles, list_verbs, read_forms
from assistant.extract.source import Source

PLANNED, RUNNING, DONE, DELAYED, MISSED = "planned", "running", "done", "delayed", "missed"

AGENTS = frozenset("wkZoa")
_AUXILIARY = "ulgmxyzhH"
_DELAYED = re.compile(
    r"\b(?:vertraagd|vertraging|uitgesteld|verschoven|opgeschoven|doorgeschoven|loopt achter|lopen achter|"
    r"achter op schema|later dan gepland|schui(?:ft|ven) (?:\w+ ){0,6}?(?:op|door))\b",
    re.IGNORECASE,
)
_MISSED = re.compile(
    r"\b(?:niet|geen|onvoldoende)\b[^.;]{0,60}?\b(?:gehaald|behaald|gerealiseerd|bereikt|gelukt|waargemaakt|nagekomen|uitgevoerd)\b"
    r"|\bmislukt\b|\bstopgezet\b|\bniet doorgegaan\b",
    re.IGNORECASE,
)
_INTENDED = re.compile(
    r"\b(?:van plan|voornemens|voornemen|gepland|voorzien|verwacht|op de planning|op de agenda|bereid)\b",
    re.IGNORECASE,
)
_BUSY = re.compile(
    r"\b(?:in gesprek|bezig|aan de slag|gaande|in uitvoering|in voorbereiding|in de maak|in ontwikkeling|"
    r"in volle gang|onderweg|lopende|in opbouw|in opmaak|in aanbouw|aan het)\b",
    re.IGNORECASE,
)
_READY = re.compile(
    r"\b(?:gereed|klaar|van start|operationeel|een feit|rond|open|opgeleverd)\b", re.IGNORECASE
)
_LATER = re.compile(
    r"\b(?:binnenkort|straks|komend[e]?|volgend[e]?|aankomend[e]?|uiterlijk|later|daarna|vervolgens|nadien|zodra|"
    r"op termijn|in de toekomst)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:van start|aan de slag|in gesprek|in overleg|door met|verder met|na|op zoek|over tot|open)\b"
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of a deed; `agent` tells whether the clause names its doer as subject."""

    status: str
    agent: bool


def judge_clause(clause: Clause, tags: str, source: Source, text: str, *, plans: bool) -> Verdict | None:
    """Give the status of the deed of a clause with the words `text`; None when it states none.

    `plans` tells that the whole document is a plan, of which the present means what is to come.
    """
    verb, rest = tags[clause.verb], clause.rest
    judge = _JUDGES.get(verb)
    agent = clause.letter in AGENTS
    if verb == "S":
        status = _judge_state(clause, source, agent)
    elif judge is not None:
        status = judge(clause, rest, text, agent)
    elif verb in "-fnvBC":
        status = _judge_deed(clause, source, verb, agent)
    else:
        status = _judge_happening(clause, source, verb)
    if status is None:
        return None
    agent = agent and verb not in "xy"
    if status in (DONE, RUNNING, PLANNED):
        status = _correct(status, text)
    if status == RUNNING and verb not in "z" and (plans or _LATER.search(text)):
        status = PLANNED
    return Verdict(status, agent)


def _correct(status: str, text: str) -> str:
    if _MISSED.search(text):
        return MISSED
    return DELAYED if _DELAYED.search(text) else status


def _judge_will(clause: Clause, rest: str, text: str, agent: bool) -> str | None:
    if "x" in rest:
        return PLANNED if _has(rest, "pBCPGK") else None
    if agent and _names_deed(rest, text):
        return PLANNED
    return PLANNED if "N" in rest and clause.letter == "j" else None


def _judge_going(clause: Clause, rest: str, text: str, agent: bool) -> str | None:
    if agent and (_names_deed(rest, text) or _PLACE.search(text)):
        return PLANNED
    return PLANNED if clause.letter == "j" and ("N" in rest or _PLACE.search(text)) else None


def _judge_wanting(clause: Clause, rest: str, text: str, agent: bool) -> str | None:
    return PLANNED if agent and _names_deed(rest, text) else None


def _judge_modal(clause: Clause, rest: str, text: str, agent: bool) -> str | None:
    return None


def _judge_passive(clause: Clause, rest: str, text: str, agent: bool) -> str | None:
    if _has(rest, "pBC"):
        return PLANNED if _INTENDED.search(text) else RUNNING
    return None


def _judge_past_passive(clause: Clause, rest: str, text: str, agent: bool) -> str | None:
    return DONE if _has(rest, "pBCPGK") else None


def _judge_being(clause: Clause, rest: str, text: str, agent: bool) -> str | None:
    if agent and _INTENDED.search(text):
        return PLANNED
    if _BUSY.search(text) and (agent or clause.letter == "j" or "in de maak" in text):
        return RUNNING
    if _has(rest, "pPCGK") or _has(rest, "B"):
        return DONE
    if _READY.search(text) and clause.letter == "j":
        return DONE
    return DELAYED if clause.letter == "j" and _DELAYED.search(text) else None


def _judge_state(clause: Clause, source: Source, agent: bool) -> str | None:
    """Judge the half of a verb that states a deed with its particle alone: "kent ... toe"."""
    core = read_forms()[source.word(clause.verb).lower()][1]
    particles = list_particles(core)
    if not particles:
        return None
    words = (source.word(place).lower() for place in range(clause.end - 1, clause.verb, -1))
    section = next((particles[word] for word in words if word in particles), None)
    if section is None or not (agent or section == "happenings"):
        return None
    if source.word(clause.verb).lower() in conjugate(core)[1]:
        return DONE
    return DONE if section == "decisions" and clause.letter in "oaZ" else RUNNING


def _judge_having(clause: Clause, rest: str, text: str, agent: bool) -> str | None:
    return DONE if agent and _has(rest, "pBCPGK") else None


_JUDGES = {
    "u": _judge_will,
    "g": _judge_going,
    "l": _judge_wanting,
    "m": _judge_modal,
    "x": _judge_passive,
    "y": _judge_past_passive,
    "z": _judge_being,
    "h": _judge_having,
    "H": _judge_modal,
}


def _judge_deed(clause: Clause, source: Source, verb: str, agent: bool) -> str | None:
    """Judge a verb of doing in the present or the past, with an agent as its subject."""
    if not agent:
        return None
    if verb in "vC":
        return DONE
    if clause.letter in "oaZ" and _is_decision(source.word(clause.verb).lower()):
        return DONE
    return RUNNING


def _judge_happening(clause: Clause, source: Source, verb: str) -> str | None:
    """Judge "the project started", "the plan follows"."""
    if clause.letter not in "joa":
        return None
    if verb in "VK":
        return DONE
    return PLANNED if source.word(clause.verb).lower() in ("volgt", "volgen") else RUNNING


def _is_decision(word: str) -> bool:
    form = read_forms().get(word)
    return form is not None and form[1] in _list_decisions()


@cache
def _list_decisions() -> frozenset[str]:
    verbs = list_verbs("decisions")
    return frozenset(particle + core for particle, core in verbs) | frozenset(core for _, core in verbs)


def _names_deed(rest: str, text: str) -> bool:
    """Tell whether an infinitive stands behind the verb; one that is in no list may be the last word."""
    return _has(rest, "nN") or is_infinitive(text.rstrip(")\"'”’").rpartition(" ")[2].lower())


def _has(rest: str, letters: str) -> bool:
    return any(letter in rest for letter in letters)
