"""What a clause says of a deed: planned, running, done, delayed or missed; nothing when it states none."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from assistant.dutch.verbs import conjugate, is_infinitive
from assistant.extract.actions import phrases
from assistant.extract.actions.clauses import Clause
from assistant.extract.actions.parts import AGENTS, INFINITIVES, Part, Told, Whole, take_part
from assistant.extract.actions.tags import (
    AMISS,
    HALF,
    LATER,
    NOW,
    PLAN,
    STAND,
    USUAL,
    WRITTEN,
    can_happen,
    read_forms,
)

PLANNED, RUNNING, DONE, DELAYED, MISSED = "planned", "running", "done", "delayed", "missed"
_DONE, _HAPPENED = frozenset("pBC"), frozenset("pBCPGK")
"""Letters of participles: of deeds, and of what happens by itself too."""
_BEING = STAND | PLAN | AMISS
"""Cues without which a form of "zijn" states no deed, unless with a participle or "aan het"."""


class Verdict(NamedTuple):
    """The status of a deed; `agent` tells whether the clause names its doer as subject."""

    status: str
    agent: bool


def may_state(clause: Clause, whole: Whole) -> bool:
    """Tell whether the main clause can state a deed at all: most verbs of doing need an agent, others a participle."""
    verb, rest = whole.tags[clause.verb], clause.rest
    if verb in "fnvBCl-":
        return clause.letter in AGENTS
    if verb in "xm":
        return not _DONE.isdisjoint(rest) or ("n" in rest and not PLAN.isdisjoint(_cues(clause, whole)))
    if verb == "z" and _HAPPENED.isdisjoint(rest):
        return "rt" in rest or not _BEING.isdisjoint(_cues(clause, whole))
    return verb in _JUDGES


def _cues(clause: Clause, whole: Whole) -> str:
    return whole.cues[clause.start : clause.end]


def judge_clause(clause: Clause, told: Told) -> Verdict | None:
    """Give the status of the deed of a clause; None when it states none."""
    verb = told.whole.tags[clause.verb]
    judge = _JUDGES.get(verb)
    if judge is None:
        return None
    part = take_part(told, clause)
    if verb in "xz" and told.whole.tags[told.start] == "r" and phrases.OWN_TEXT.match(told.text):
        return None
    status = judge(part)
    if status == RUNNING:
        status = _place_in_time(part, verb)
    if (
        status in (PLANNED, RUNNING)
        and told.cued(USUAL)
        and part.letter not in ("w", "k")
        and phrases.USUAL.search(told.text)
    ):
        return None
    if status and told.cued(AMISS):
        status = _correct(status, told.text)
    return Verdict(status, part.agent and verb not in "xy") if status else None


def _place_in_time(part: Part, verb: str) -> str | None:
    """Give the status of what is said in the present: meant for later, told of the past, or a rule."""
    told = part.told
    if verb != "z" and (told.lies_ahead() or (told.cued(LATER) and phrases.LATER.search(told.text))):
        return PLANNED
    if told.is_past(part.clause.verb):
        return DONE
    if part.letter not in ("w", "k") and (told.whole.norms or phrases.CONDITION.match(told.text)):
        return None
    return RUNNING


def _correct(status: str, text: str) -> str | None:
    """Give the status with what the words say besides: delayed, not reached, not yet begun."""
    if phrases.MISSED.search(text):
        return MISSED
    if phrases.DELAYED.search(text):
        return DELAYED
    if status == DONE and phrases.NOT_YET.search(text):
        return RUNNING if phrases.ENDED.search(text) else PLANNED
    denied = phrases.NOT if status == DONE else phrases.NEGATED
    return None if denied.search(text) else status


def _judge_will(part: Part) -> str | None:
    if "x" in part.rest:
        return PLANNED if part.has(_HAPPENED) else None
    if part.agent and part.names_deed():
        return PLANNED
    return PLANNED if "N" in part.rest or "van start gaan" in part.text else None


def _judge_going(part: Part) -> str | None:
    placed = phrases.PLACE.search(part.text)
    if part.word.startswith("ging"):
        return DONE if placed else None
    if part.letter in ("j", "") and "voor advies" in part.text:
        return PLANNED
    if part.agent and (placed or part.names_deed()):
        return PLANNED
    return PLANNED if part.letter == "j" and (placed or "N" in part.rest) else None


def _judge_wanting(part: Part) -> str | None:
    if part.letter == "k" and part.text.startswith("Als "):
        return None  # a user story: "Als beheerder wil ik ..."
    if part.word.startswith("beo"):
        return PLANNED if part.letter in ("w", "k") else None
    return PLANNED if part.agent and part.names_deed() else None


def _judge_modal(part: Part) -> str | None:
    """Judge "konden worden toegevoegd": what could be done then was done."""
    past = part.word in ("kon", "konden") and not part.told.cued(AMISS)
    return DONE if past and "x" in part.rest and part.has(_DONE) else None


def _judge_passive(part: Part) -> str | None:
    if part.has(_DONE) and not _is_written(part) and not _lays_down(part):
        return PLANNED if part.told.cued(PLAN) and phrases.INTENDED.search(part.text) else RUNNING
    return RUNNING if part.told.cued(PLAN) and phrases.PROVIDED.search(part.text) else None


def _judge_past_passive(part: Part) -> str | None:
    if part.told.cued(PLAN) and phrases.PROMISED.search(part.text):
        return PLANNED
    return DONE if part.has(_HAPPENED) else None


def _judge_being(part: Part) -> str | None:
    work = part.letter == "j"
    planned = _judge_planning(part) if part.told.cued(PLAN) else ""
    if planned != "":
        return planned
    cued = part.told.cued(STAND)
    busy = cued or "rt" in part.rest  # "aan het" has no cue of its own
    if busy and phrases.BUSY.search(part.text) and (part.agent or work or "in de maak" in part.text):
        return RUNNING
    if _is_rule(part) or (not part.told.dates and _is_written(part)):
        return None
    if _ends_well(part.rest) or (cued and "van start gegaan" in part.text):
        return DONE
    if work and cued and phrases.READY.search(part.text):
        return DONE
    return DELAYED if work and part.told.cued(AMISS) and phrases.DELAYED.search(part.text) else None


def _is_written(part: Part) -> bool:
    """Tell whether the sentence says what a law or a list holds."""
    return part.told.cued(WRITTEN) and phrases.WRITTEN.search(part.text) is not None


def _is_rule(part: Part) -> bool:
    """Tell whether the sentence says what an article lays down, or what something is ("is dat ...")."""
    if part.rest[:1] == "s" and _follows(part, "dat"):
        return True
    if part.told.whole.norms and not part.told.dates:
        return True
    return _lays_down(part)


def _lays_down(part: Part) -> bool:
    """Tell whether an article, an annex or a law holds something."""
    return "W" in part.told.cues and phrases.LAID_DOWN.search(part.text) is not None


def _ends_well(rest: str) -> bool:
    """Tell whether a participle stands behind the verb, before a sign unless it is the last word."""
    return not (_HAPPENED.isdisjoint(rest.partition(",")[0]) and _HAPPENED.isdisjoint(rest[-1:]))


def _judge_planning(part: Part) -> str | None:
    """Judge "the aim is to ...", "we are of plan", "it is scheduled"; empty when nothing of it is said."""
    aim = phrases.AIM.search(part.text)
    if aim:
        return PLANNED if "om" in aim.groups() or part.told.dates else None
    if (part.agent and phrases.INTENDED.search(part.text)) or (
        part.letter and phrases.SCHEDULED.search(part.text)
    ):
        return PLANNED
    return PLANNED if phrases.AGREED.search(part.text) else ""


def _judge_having(part: Part) -> str | None:
    if part.told.cued(AMISS) and part.letter in "jao" and phrases.DELAYED.search(part.text):
        return DELAYED
    intends = part.told.cued(PLAN)
    if part.agent and intends and phrases.MEANT.search(part.text):
        return PLANNED
    if part.agent and part.has(_HAPPENED):
        return PLANNED if intends and phrases.PROMISED.search(part.text) else DONE
    return None


def _judge_deed(part: Part) -> str | None:
    """Judge a verb of doing in the present, with an agent as its subject."""
    if not part.agent or (part.word in ("dient", "dienen") and "T" in part.rest) or part.speaks():
        return None
    if part.letter in "oaZ" and part.decides():
        return PLANNED if phrases.DUE.search(part.text) else DONE
    if part.told.lies_ahead():
        return PLANNED
    if part.letter in "wk" and part.intends():
        return RUNNING if part.told.cued(NOW) and phrases.NOW.search(part.text) else PLANNED
    return RUNNING


def _judge_past(part: Part) -> str | None:
    return DONE if part.agent else None


def _judge_happening(part: Part) -> str | None:
    """Judge "the project starts", "the plan follows"."""
    if part.agent and part.letter in "wkZ":
        return RUNNING
    if part.told.is_past(part.clause.verb):
        return DONE
    if not part.letter or part.letter not in "joa":
        return None
    return PLANNED if part.word in ("volgt", "volgen") and part.letter == "j" else RUNNING


def _judge_happened(part: Part) -> str | None:
    return DONE if part.told.dates or (part.letter and part.letter in "joawkZ") else None


def _judge_half(part: Part) -> str | None:
    """Judge the half of a verb that states a deed with its particle alone: "kent ... toe"."""
    core = read_forms()[part.word][1]
    if core == "blijven":
        return RUNNING if part.agent and part.has(INFINITIVES) else None
    if core == "komen" and (part.text.startswith("Er ") or _follows(part, "er")):
        return DONE if part.word.startswith("kw") else PLANNED
    if core == "staan" and part.letter and phrases.SCHEDULED.search(part.text):
        return PLANNED if part.word.startswith("sta") else DELAYED
    section = part.find_section(core) if part.agent or can_happen(core) else None
    if section is None or not (part.agent or section == "happenings"):
        return None
    if part.word in conjugate(core)[1]:
        return DONE
    return DONE if section == "decisions" and part.letter in "oaZ" else RUNNING


def _follows(part: Part, word: str) -> bool:
    """Tell whether a word stands right behind the finite verb."""
    return part.told.whole.source.word(part.clause.verb + 1) == word


def _judge_unknown(part: Part) -> str | None:
    """Judge a word beside "we" or "ik" that is in no list."""
    if part.letter == "k":
        letter, core = read_forms().get(part.word + "t", ("", ""))
        if letter == HALF:
            section = part.find_section(core)
            return PLANNED if section and core == "zeggen" else RUNNING if section else None
        return RUNNING if letter and letter in "fFB" else None
    return RUNNING if part.letter == "w" and is_infinitive(part.word) else None


_JUDGES: dict[str, Callable[[Part], str | None]] = {
    "u": _judge_will,
    "g": _judge_going,
    "l": _judge_wanting,
    "m": _judge_modal,
    "x": _judge_passive,
    "y": _judge_past_passive,
    "z": _judge_being,
    "h": _judge_having,
    "f": _judge_deed,
    "n": _judge_deed,
    "B": _judge_deed,
    "v": _judge_past,
    "C": _judge_past,
    "F": _judge_happening,
    "N": _judge_happening,
    "G": _judge_happening,
    "V": _judge_happened,
    "K": _judge_happened,
    "S": _judge_half,
    "-": _judge_unknown,
}
"""What the letter of the finite verb says of the deed; the other verbs ("moet", "kan") state none."""
