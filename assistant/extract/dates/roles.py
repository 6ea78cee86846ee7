"""What a date is in its sentence: the start or end of something, a deadline, a publication, an event.

The words of the expression itself come first ("vanaf", "tot", "vóór", "binnen"), then the cue right
before it ("met ingang van", "uiterlijk"), then the nearest telling word of the clause on either
side. Looked at are a few words to each side, never past another date or the end of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from assistant.extract.dates.points import Form, Phrase, Step
from assistant.extract.dates.reader import Reader

START, END, DEADLINE, PUBLICATION, EVENT = "start", "end", "deadline", "publication", "event"
BEFORE: Final = 6
BEHIND: Final = 8
"""Words that are looked at before and behind a date."""

_DATED = frozenset("YMDLJqWV")
"""Class letters of words that belong to another date."""
_ENDS = frozenset((".", ";", "!", "?", "•", "", "en", "maar"))
_SMALL = frozenset("de het op in om van vanaf tegen eind een is was wordt werd , : (".split())
"""Words that may stand between a cue and the date."""
_NEAR: Final = {
    **dict.fromkeys("uiterlijk laatste laatst deadline streefdatum opleverdatum uiterste".split(), DEADLINE),
    **dict.fromkeys(
        "per ingang ingaande ingangsdatum startdatum aanvangsdatum begindatum inwerkingtreding start startte "
        "starten startten gestart begon begonnen begint beginnen vanaf sinds sedert".split(),
        START,
    ),
    **dict.fromkeys(
        "einddatum vervaldatum eindigt eindigde eindigen eindigend loopt afloopt afliep".split(), END
    ),
    **dict.fromkeys("publicatiedatum datum dagtekening gedateerd gedagtekend".split(), PUBLICATION),
}
"""Cues right before a date, small words skipped."""
_TELLING: Final = {
    **dict.fromkeys(
        "gepubliceerd gepubliceerde publicatie verschenen verscheen bekendgemaakt bekendgemaakte vastgesteld "
        "vastgestelde uitgegeven uitgebracht afgekondigd gedateerd".split(),
        PUBLICATION,
    ),
    **dict.fromkeys(
        "opening opende openden geopend openen opent plaatsvinden plaatsvond plaatsvindt plaatsgevonden gehouden "
        "georganiseerd organiseert organiseerde bijeenkomst bijeenkomsten congres conferentie vergadering "
        "vergaderde werkgroep workshop webinar webcast symposium festival beurs evenement hoorzitting "
        "sessie uitreiking uitgereikt lancering gelanceerd ondertekening ondertekend ondertekenden ondertekende "
        "werkbezoek bezocht rondetafel seminar studiedag tentoonstelling kick-off kickoff startbijeenkomst "
        "slotbijeenkomst verkiezingen verkiezing jaarcongres informatieavond inloopavond debat overlegt".split(),
        EVENT,
    ),
    "inwerkingtreding": START,
}
"""Telling words of the clause."""
_PAPERS = re.compile(
    r"(?:.*(?:brief|besluit|wet|verordening|nota|rapport|advies|verslag|beschikking|regeling|akkoord|arrest|vonnis))"
    r"|decreet|richtlijn|circulaire|persbericht|ordonnantie|kb|mb|bvr|uitspraak|mededeling|motie"
)
"""Papers that are dated with "van": "de brief van 3 mei 2019"."""


_BESIDE = frozenset("gepubliceerde bekendgemaakte vastgestelde publicatie".split())
"""Words that tell of a date behind them only right beside it."""
_SET_OFF = frozenset((("in", "werking"), ("van", "start"), ("van", "kracht")))


def find_role(r: Reader, phrase: Phrase) -> str | None:
    """Give "start", "end", "deadline", "publication" or "event"; None when the words do not say."""
    return _own_role(r, phrase) or _near_role(r, phrase) or _clause_role(r, phrase)


def _own_role(r: Reader, phrase: Phrase) -> str | None:
    """Give the role that the first words of the expression itself say."""
    when = phrase.points[0].when
    if r.at(phrase.first) == "i" or (when is not None and when.step is Step.WITHIN):
        return DEADLINE
    if phrase.form is Form.SINCE and r.at(phrase.first) in "zt":
        return START
    if phrase.form is Form.UNTIL and r.at(phrase.first) == "t":
        return DEADLINE if r.low(phrase.first - 1) in ("uiterlijk", "deadline") else END
    if phrase.form in (Form.BEFORE, Form.UNTIL) and r.at(phrase.first) == "b":
        return DEADLINE
    return DEADLINE if r.at(phrase.first) == "g" else None


def _near_role(r: Reader, phrase: Phrase) -> str | None:
    """Give the role that the cue right before the date says."""
    i = phrase.first - 1
    if r.at(i) == "." and r.low(i - 1) in ("d", "dd"):
        return PUBLICATION
    if r.low(i) == "dan" and r.low(i - 1) == "later" and r.low(i - 2) == "niet":
        return DEADLINE
    of = r.low(i) == "van"
    skipped = 0
    while skipped < 3 and r.low(i) in _SMALL:
        i, skipped = i - 1, skipped + 1
    word = r.low(i)
    if of and skipped == 1 and _dated_paper(phrase) and _PAPERS.fullmatch(word):
        return PUBLICATION
    role = _NEAR.get(word)
    if role is START and phrase.form is Form.RANGE:
        return None
    if word == "loopt" and r.low(phrase.first) != "tot":
        return None
    return role


def _dated_paper(phrase: Phrase) -> bool:
    return phrase.form is Form.ONE and phrase.points[0].day is not None


def _clause_role(r: Reader, phrase: Phrase) -> str | None:
    """Give the role that the nearest telling word says; before the date wins from behind it.

    A stretch of years is never published, and "de komende jaren" has no role in a clause.
    """
    point = phrase.points[0]
    if point.when is not None and point.when.step is Step.VAGUE:
        return None
    role = _told_before(r, phrase) or _told_behind(r, phrase)
    stretched = phrase.form is Form.RANGE or point.last_year is not None
    return None if role is PUBLICATION and stretched else role


def _told_before(r: Reader, phrase: Phrase) -> str | None:
    for distance, word in _clause(r, phrase.first - 1, -1, BEFORE):
        if word in _TELLING and (word not in _BESIDE or distance == 1):
            return _TELLING[word]
    return None


def _told_behind(r: Reader, phrase: Phrase) -> str | None:
    behind = [word for _, word in _clause(r, phrase.last, 1, BEHIND)]
    for word, following in pairwise([*behind, ""]):
        if word in _TELLING:
            return _TELLING[word]
        if (word, following) in _SET_OFF:
            return START
        if word == "plaats" and _takes_place(r, phrase):
            return EVENT
    return None


def _takes_place(r: Reader, phrase: Phrase) -> bool:
    """Tell whether a verb of "plaatsvinden" stands before or behind the date."""
    around = [*_clause(r, phrase.first - 1, -1, 2 * BEFORE), *_clause(r, phrase.last, 1, 4)]
    return any(word in ("vindt", "vinden", "vond", "vonden") for _, word in around)


def _clause(r: Reader, i: int, step: int, most: int) -> Iterator[tuple[int, str]]:
    """Yield the words of the sentence from `i` on with their distance, up to another date."""
    for distance in range(1, most + 1):
        word = r.low(i)
        if word in _ENDS or r.at(i) in _DATED or r.at(i) == "|":
            return
        yield distance, word
        i += step
