"""What a clause says of a deed: planned, running, done, delayed or missed; nothing when it states none."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from assistant.dutch.verbs import conjugate, is_infinitive
from assistant.extract.actions.clauses import Clause, shorten
from assistant.extract.actions.tags import AMISS, HALF, LATER, PLAN, list_particles, list_verbs, read_forms
from assistant.extract.source import Source

PLANNED, RUNNING, DONE, DELAYED, MISSED = "planned", "running", "done", "delayed", "missed"

AGENTS = frozenset("wkZoa")
_CLAUSE_END = frozenset(("", ",", ":", "s", "R", "O", "e", "M", "(", ".", "r"))
"""What may follow a particle at the end of its clause."""
_BEFORE_THAT = frozenset("voor vast aan op".split())
"""Before "dat" these are no particles of a deed: "zorg er voor dat", "stelt vast dat"."""
_MEANT = re.compile(r"\b(?:de intentie|het voornemen|de ambitie|plannen|het plan)\b", re.IGNORECASE)
_DELAYED = re.compile(
    r"\b(?:vertraagd|vertraging (?:op\b|opge)|(?:loopt|lopen|liep|liepen|heeft|hebben)\b[^.,;]{0,40}\bvertraging|"
    r"uitgesteld|verschoven|opgeschoven|doorgeschoven|loopt achter|lopen achter|achter op schema|later dan gepland|"
    r"schui(?:ft|ven) (?:\w+ ){0,6}?(?:op|door))\b",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    r"\b(?:vastgelegd|opgenomen|geregeld|bepaald|beschreven|voorzien) in (?:de|het|een|artikel)\b"
)
"""What stands in a law or a list is no deed, unless somebody "heeft" put it there."""
_NEGATED = re.compile(r"\bword(?:t|en) (?:\w+ ){0,2}?(?:niet|geen)\b")
_MISSED = re.compile(
    r"\b(?:niet|geen|onvoldoende)\b[^.;]{0,60}?\b(?:gehaald|behaald|gerealiseerd|bereikt|gelukt|waargemaakt|nagekomen|uitgevoerd)\b"
    r"|\bmislukt\b|\bstopgezet\b|\bniet doorgegaan\b",
    re.IGNORECASE,
)
_INTENDED = re.compile(
    r"\b(?:van plan|voornemens|voornemen|gepland|voorzien|verwacht|op de planning|op de agenda|bereid)\b",
    re.IGNORECASE,
)
_SCHEDULED = re.compile(
    r"\b(?:in)?gepland\b|\bvoorzien\b|\bverwacht\b|\bop de (?:planning|agenda)\b", re.IGNORECASE
)
_PROMISED = re.compile(r"\b(?:toegezegd|beloofd|voorgenomen|afgesproken|overeengekomen)\b", re.IGNORECASE)
_AGREED = re.compile(r"\b(?:afgesproken|overeengekomen|toegezegd) (?:dat|om|te)\b", re.IGNORECASE)
_AIM = re.compile(
    r"\b(?:doel|doelstelling|streven|ambitie|bedoeling|voornemen|inzet|plan)\s+(?:is|blijft)\s+(?:nog\s+)?(?:(?:het|er)\s+)?(om|dat)\b|"
    r"\bis\s+(?:het|de|onze)\s+(?:doel|streven|ambitie|bedoeling|voornemen|plan)\s+(?:nu\s+)?(om|dat)\b|"
    r"^(?:het|dit)\s+is\s+de\s+bedoeling\s+(?:\w+\s+){0,2}?(om|dat)\b",
    re.IGNORECASE,
)
_DUE = re.compile(r"\b(?:uiterlijk|vóór|tegen (?:eind|begin|medio|\d|volgend))", re.IGNORECASE)
_CONDITION = re.compile(
    r"(?:Als|Indien|Wanneer|Zolang|Tenzij|Mits)\b(?! (?:partner|deel|gevolg|onderdeel|eerste)\b)"
)
"""What is done on a condition is a rule, unless "wij" do it."""
_SPEECH = frozenset("vragen melden bevestigen stellen signaleren vermelden geven rapporteren noteren".split())
_SAID = frozenset("of dat waarom wat hoe wanneer".split())
_NOT_YET = re.compile(r"\bnog (?:niet|geen)\b", re.IGNORECASE)
_ENDED = re.compile(r"\b(?:afgerond|voltooid|klaar|gereed|beëindigd|rond)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:niet|nooit)\s+\w+$")
_NOW = re.compile(
    r"\b(?:nu|momenteel|thans|al|reeds|inmiddels|sinds|nog steeds|dagelijks|regelmatig|hierbij|daarbij)\b",
    re.IGNORECASE,
)
_INTENT = frozenset(
    """voorzien invoeren oprichten zorgen maken afschaffen hervormen uitbreiden uitbouwen omvormen vereenvoudigen verlagen
    verhogen verminderen kiezen inzetten onderzoeken streven mikken nagaan uitrollen versnellen verlengen beperken
    verplichten vervangen vernieuwen herzien aanpassen afbouwen schrappen opstarten lanceren uittrekken vrijmaken
    uitwerken opstellen verankeren bekijken herbekijken evalueren aanpakken optrekken halveren terugdringen
    bestuderen moderniseren actualiseren verbeteren toezeggen beloven""".split()
)
"""What "wij" do that is not done while it is said: in the present it is an intention."""
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
class Told:
    """The words of a sentence with a cue for each.

    `dated` tells that it has a date, `past` that it is told of a day gone by, `ahead` that what it says in the present is meant for later: the
    document is a plan, or a date in the sentence is to come; `norms` that the document lays down rules,
    so that its present tells what must be done.
    """

    text: str
    cues: str
    dated: bool
    past: bool
    ahead: bool
    norms: bool

    def cued(self, letters: str) -> bool:
        """Tell whether one of the cues is in the sentence."""
        return any(letter in self.cues for letter in letters)


@dataclass(frozen=True, slots=True)
class _Part:
    """The main clause of a sentence as it is judged: `rest` are the letters behind the finite verb."""

    clause: Clause
    rest: str
    told: Told
    source: Source
    agent: bool

    @property
    def text(self) -> str:
        """Give the words of the sentence."""
        return self.told.text

    @property
    def word(self) -> str:
        """Give the finite verb in lower case."""
        return self.source.word(self.clause.verb).lower()

    @property
    def letter(self) -> str:
        """Give the letter of the subject's head."""
        return self.clause.letter

    def has(self, letters: str, before: str = "") -> bool:
        """Tell whether one of the letters stands behind the verb, `before` a sign unless at the end."""
        rest = self.rest.partition(before)[0] + self.rest[-1:] if before else self.rest
        return any(letter in rest for letter in letters)

    def names_deed(self) -> bool:
        """Tell whether an infinitive stands behind the verb; one that is in no list may be the last word."""
        return self.has("nN") or is_infinitive(self.text.rstrip(")\"'”’").rpartition(" ")[2].lower())

    def find_particle(self, core: str) -> str | None:
        """Give the particle at the end of the clause with which `core` makes a verb."""
        particles = list_particles(core)
        rest = self.clause.rest
        for place in range(len(rest) - 1, -1, -1):
            following = rest[place + 1 : place + 2]
            if following in _CLAUSE_END and (rest[place] in "rb-" or following == ""):
                word = self.source.word(self.clause.verb + 1 + place).lower()
                if word in particles and not (following == "s" and word in _BEFORE_THAT):
                    return word
        return None

    def find_section(self, core: str) -> str | None:
        """Give the section of the verb that the particle at the end of the clause makes with `core`."""
        particle = self.find_particle(core)
        return list_particles(core)[particle] if particle else None

    def speaks(self) -> bool:
        """Tell whether somebody asks or tells something: "vraagt of", "meldt dat"."""
        said = self.source.word(self.clause.verb + 1).lower() in _SAID
        return said and self.letter in "oaZ" and read_forms()[self.word][1] in _SPEECH

    def intends(self) -> bool:
        """Tell whether the verb, with its particle, names an intention when it is said of oneself."""
        verb = read_forms()[self.word][1]
        return verb in _INTENT or (self.find_particle(verb) or "") + verb in _INTENT

    def decides(self) -> bool:
        """Tell whether the verb, with its particle, is one of deciding."""
        verb = read_forms()[self.word][1]
        return verb in _list_decisions() or self.find_section(verb) == "decisions"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of a deed; `agent` tells whether the clause names its doer as subject."""

    status: str
    agent: bool


def may_state(clause: Clause, tags: str) -> bool:
    """Tell whether the main clause can state a deed at all: most verbs of doing need an agent."""
    verb = tags[clause.verb]
    return verb in _JUDGES and (verb not in "fnvBCl-" or (clause.letter != "" and clause.letter in AGENTS))


def judge_clause(clause: Clause, tags: str, source: Source, told: Told) -> Verdict | None:
    """Give the status of the deed of a clause; None when it states none."""
    verb = tags[clause.verb]
    if verb not in _JUDGES:
        return None
    agent = clause.letter != "" and clause.letter in AGENTS
    part = _Part(clause, shorten(clause.rest), told, source, agent)
    status = _JUDGES[verb](part)
    if status == RUNNING and verb != "z" and (told.ahead or (told.cued(LATER) and _LATER.search(told.text))):
        status = PLANNED
    if status == RUNNING and told.past:
        status = DONE
    if status == RUNNING and clause.letter not in ("w", "k") and (told.norms or _CONDITION.match(told.text)):
        return None
    if status and told.cued(AMISS):
        status = _correct(status, told.text)
    return Verdict(status, agent and verb not in "xy") if status else None


def _correct(status: str, text: str) -> str | None:
    """Give the status with what the words say besides: delayed, not reached, not yet begun."""
    if _MISSED.search(text):
        return MISSED
    if _DELAYED.search(text):
        return DELAYED
    if status == DONE and _NOT_YET.search(text):
        return RUNNING if _ENDED.search(text) else PLANNED
    denied = _NOT if status == DONE else _NEGATED
    return None if denied.search(text) else status


def _judge_will(part: _Part) -> str | None:
    if part.has("x"):
        return PLANNED if part.has("pBCPGK") else None
    if part.agent and part.names_deed():
        return PLANNED
    return PLANNED if part.has("N") else None


def _judge_going(part: _Part) -> str | None:
    placed = _PLACE.search(part.text)
    if part.word.startswith("ging"):
        return DONE if placed else None
    if part.letter in ("j", "") and "voor advies" in part.text:
        return PLANNED
    if part.agent and (placed or part.names_deed()):
        return PLANNED
    return PLANNED if part.letter == "j" and (placed or part.has("N")) else None


def _judge_wanting(part: _Part) -> str | None:
    if part.letter == "k" and part.text.startswith("Als "):
        return None  # a user story: "Als beheerder wil ik ..."
    if part.word.startswith("beo"):
        return PLANNED if part.letter in ("w", "k") else None
    return PLANNED if part.agent and part.names_deed() else None


def _judge_modal(part: _Part) -> str | None:
    """Judge "konden worden toegevoegd": what could be done then was done."""
    past = part.word in ("kon", "konden") and not part.told.cued(AMISS)
    return DONE if past and part.has("x") and part.has("pBC") else None


def _judge_passive(part: _Part) -> str | None:
    if part.has("pBC") and not _WRITTEN.search(part.text):
        return PLANNED if part.told.cued(PLAN) and _INTENDED.search(part.text) else RUNNING
    return None


def _judge_past_passive(part: _Part) -> str | None:
    if part.told.cued(PLAN) and _PROMISED.search(part.text):
        return PLANNED
    return DONE if part.has("pBCPGK") else None


def _judge_being(part: _Part) -> str | None:
    work = part.letter == "j"
    planned = _judge_planning(part) if part.told.cued(PLAN) else ""
    if planned != "":
        return planned
    if _BUSY.search(part.text) and (part.agent or work or "in de maak" in part.text):
        return RUNNING
    if _WRITTEN.search(part.text) and not part.told.dated:
        return None
    if part.has("pPBCGK", before=",") or "van start gegaan" in part.text:
        return DONE
    if work and _READY.search(part.text):
        return DONE
    return DELAYED if work and _DELAYED.search(part.text) else None


def _judge_planning(part: _Part) -> str | None:
    """Judge "the aim is to ...", "we are of plan", "it is scheduled"; empty when nothing of it is said."""
    aim = _AIM.search(part.text)
    if aim:
        return PLANNED if "om" in aim.groups() or part.told.dated else None
    if (part.agent and _INTENDED.search(part.text)) or (part.letter and _SCHEDULED.search(part.text)):
        return PLANNED
    return PLANNED if _AGREED.search(part.text) else ""


def _judge_having(part: _Part) -> str | None:
    if part.told.cued(AMISS) and part.letter in "jao" and _DELAYED.search(part.text):
        return DELAYED
    intends = part.told.cued(PLAN)
    if part.agent and intends and _MEANT.search(part.text):
        return PLANNED
    if part.agent and part.has("pBCPGK"):
        return PLANNED if intends and _PROMISED.search(part.text) else DONE
    return None


def _judge_deed(part: _Part) -> str | None:
    """Judge a verb of doing in the present, with an agent as its subject."""
    if not part.agent or (part.word in ("dient", "dienen") and part.has("T")) or part.speaks():
        return None
    if part.letter in "oaZ" and part.decides():
        return PLANNED if _DUE.search(part.text) else DONE
    if part.letter in "wk" and part.intends() and not _NOW.search(part.text):
        return PLANNED
    return RUNNING


def _judge_past(part: _Part) -> str | None:
    return DONE if part.agent else None


def _judge_happening(part: _Part) -> str | None:
    """Judge "the project starts", "the plan follows"."""
    if part.agent and part.letter in "wkZ":
        return RUNNING
    if part.told.past:
        return DONE
    if not part.letter or part.letter not in "joa":
        return None
    return PLANNED if part.word in ("volgt", "volgen") and part.letter == "j" else RUNNING


def _judge_happened(part: _Part) -> str | None:
    return DONE if part.told.dated or (part.letter and part.letter in "joawkZ") else None


def _judge_half(part: _Part) -> str | None:
    """Judge the half of a verb that states a deed with its particle alone: "kent ... toe"."""
    core = read_forms()[part.word][1]
    if core == "blijven":
        return RUNNING if part.agent and part.has("nN") else None
    if core == "komen" and part.text.startswith("Er "):
        return DONE if part.word.startswith("kw") else PLANNED
    if core == "staan" and part.letter and _SCHEDULED.search(part.text):
        return PLANNED if part.word.startswith("sta") else DELAYED
    section = part.find_section(core)
    if section is None or not (part.agent or section == "happenings"):
        return None
    if part.word in conjugate(core)[1]:
        return DONE
    return DONE if section == "decisions" and part.letter in "oaZ" else RUNNING


def _judge_unknown(part: _Part) -> str | None:
    """Judge a word beside "we" or "ik" that is in no list."""
    if part.letter == "k":
        letter, core = read_forms().get(part.word + "t", ("", ""))
        if letter == HALF:
            section = part.find_section(core)
            return PLANNED if section and core == "zeggen" else RUNNING if section else None
        return RUNNING if letter and letter in "fFB" else None
    return RUNNING if part.letter == "w" and is_infinitive(part.word) else None


_JUDGES: dict[str, Callable[[_Part], str | None]] = {
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


@cache
def _list_decisions() -> frozenset[str]:
    return frozenset(particle + core for particle, core in list_verbs("decisions"))
