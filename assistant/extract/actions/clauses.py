"""The main clause of a sentence: its finite verb, its subject and its other verbs.

Everything is read from the letters of `tags`; places are places of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

FINITE = "fnvFNVSBCGKulgmxyzhH"
"""Letters of words that can be the finite verb of a clause."""
_AUXILIARIES = "ulgmxyzhHS"
_SURE = "ulgmxyzhHfvFV"
"""Letters of words that are hardly ever nouns."""
_LONGEST = 120
"""Longer "sentences" (in words) are lists or tables without signs; no clause is looked for."""
_NEAR = 8
"""A subject before the verb reaches to it when it has at most so many words."""
_ANY = re.compile(rf"[{FINITE}wk]")
_TOKEN = re.compile(rf"[{FINITE}sROT,wk]")
_AGENT_LEFT = re.compile(r"[^roaj,sROh]*([oa])[oa]*(?:[,e][t\-]*[oa]+)*")
_SEVERAL = re.compile(r"[tdbij\-oar\"()_,]{1,20}e[t\-b]{0,3}[oa][tdbij\-oare\"()_,]{0,20}")
"""Several doers, each with what belongs to it: "de voorzitter van de raad en de minister bevoegd voor sport"."""
_WORK_LEFT = re.compile(r"[^ra,sROj]*(j|(?<=t)[fF])")
_AGENT_RIGHT = re.compile(r"[bqt\-dei]{0,6}?([oa])[oa]*(?:[,e][t\-]*[oa]+)*")
_WORK_RIGHT = re.compile(r"(?:r[tdi\-]{1,3})?[bqt\-deoi]{0,7}?(j)")
_SUBORDINATE = re.compile(r"[sROeM](?:(?<=[^r]s)|(?<=[RO])|(?<=[eM])b?[xyzhugl])")
_RELATIVE = re.compile(r"(?<=[^r])s|R")
_OPEN = re.compile(r"[sROT]")
_SECOND = re.compile(r"[eM]b?([xyzhuglfvF])")
_JOINT = re.compile(r",?e(?=[tb\-]{0,2}[oa]+[fvuxylgh])")
"""Where a second doer with a verb of its own follows: "... en de gemeente verbreedt"."""
_ROLE = re.compile(r"R[aj-]{1,2}[fvuglhz][oaZ]$")
"""A role in which somebody acts, before the verb: "als regisseur zal VDAB ..."."""
_NUMBER = re.compile(r"d[.)_-]")
_TIME = re.compile(r"(?:[tbd\-]{0,2}[id]+(?:e[b]?)?)+$")
"""A date alone before the verb: "dit jaar", "eind juni 2019", "eind 2017 en eind 2018"."""
_OPENERS = frozenset("rbsROdq,")
"""What begins a sentence of which the subject stands behind the verb."""


class Clause(NamedTuple):
    """A sentence with its main clause.

    Words `start` to `end` are the sentence without its last sign; `verb` is the finite verb; `first`
    to `last` the subject, empty when there is none that can act or be worked on; `letter` the letter
    of the subject's head ("w", "k", "Z", "o", "a", "j" or ""); `rest` the letters behind the verb.
    """

    start: int
    end: int
    verb: int
    first: int
    last: int
    letter: str
    rest: str


def read_clause(tags: str, start: int, end: int) -> Clause | None:
    """Give the main clause of the sentence from word `start` to `end`; None when it has no finite verb."""
    if end - start > _LONGEST or _ANY.search(tags, start, end) is None:
        return None
    letters = tags[start:end]
    verb = _find_verb(letters)
    if verb is None:
        return None
    first, last, head = _find_subject(letters, verb)
    return Clause(start, end, start + verb, start + first, start + last, head, letters[verb + 1 :])


def _find_verb(letters: str) -> int | None:
    """Give the place of the finite verb of the main clause."""
    inside, last = False, -1  # whether a subordinate clause is open, and where its last verb stands
    for token in _TOKEN.finditer(letters):
        place, letter = token.start(), token.group()
        before, after = letters[place - 1 : place], letters[place + 1 : place + 2]
        if letter == ",":
            inside = inside and last < 0 and not (after and after in FINITE)
        elif letter in "wk":
            # "werken we", "haken we aan": the verb right before the pronoun, in a list or not
            if before and before in FINITE + "-" and (before != "-" or (not inside and after not in FINITE)):
                return place - 1
        elif letter in "sRO":
            begins = (
                letter == "R" or before not in ("r", "") or (not before and not (after and after in FINITE))
            )
            inside, last = inside or begins, -1 if begins else last
        elif letter == "T":
            last = place + 1
        elif inside and _turns(letters, place, last):
            return place
        elif inside and (last < 0 or place - last < 2 or letter not in _SURE):
            last = place
        elif place != last and _may_be_finite(letters, place):
            return place
    return None


def _turns(letters: str, place: int, last: int) -> bool:
    """Tell whether the main verb follows a leading clause: "om dit te doen hebben we", "als lid zal de raad"."""
    letter, after = letters[place], letters[place + 1 : place + 2]
    if last < 0:
        return letter in _SURE and _ROLE.match(letters[: place + 2]) is not None
    if place != last + 1 or "T" not in letters[max(0, last - 3) : last]:  # "om dit te kunnen blijven doen"
        return False
    return letter in "hzguly" or (letter in "fvx" and after != "" and after in "toawk-rb")


def _may_be_finite(letters: str, place: int) -> bool:
    """Tell nouns ("het besluit", "de plannen"), infinitives and participles from finite verbs."""
    letter, before = letters[place], letters[place - 1 : place]
    if letter == "z":
        return before != "r"
    if letter in _AUXILIARIES:
        return True
    if before in ("T", "r", ":", "(") or (before == "d" and letter in "nNBCGK"):
        return False
    if before == "t" and (place > 1 or letter not in "vV"):
        return False  # "de erkende scholen", "het besluit"; but "Het startte"
    if letter in "nN":
        after = letters[place + 1 : place + 2]
        return bool(after) and after not in "xyzuhH" and (place > 0 or after in "wZtao")
    return True


def _find_subject(letters: str, verb: int) -> tuple[int, int, str]:
    """Give the words of the subject and the letter of its head."""
    if letters[verb + 1 : verb + 2] in ("w", "k", "Z"):
        return verb + 1, verb + 2, letters[verb + 1]
    if verb and letters[verb - 1] in "wkZ":
        return verb - 1, verb, letters[verb - 1]
    left = letters[:verb]
    start = _skip_opening(left)
    if start < verb and left[start] not in _OPENERS:
        for pattern in (_AGENT_LEFT, _WORK_LEFT):
            found = pattern.match(left, start)
            if found:
                whole = verb - start <= _NEAR or _SEVERAL.fullmatch(left, start)
                return start, verb if whole else found.end(), found.group(1)
        if start == 0:
            return 0, 0, ""
    for pattern in (_AGENT_RIGHT, _WORK_RIGHT):
        found = pattern.match(letters, verb + 1)
        if found:
            return verb + 1, found.end(), found.group(1)
    return 0, 0, ""


def _skip_opening(left: str) -> int:
    """Give where the subject before the verb may begin: behind signs, adverbs and a leading clause."""
    comma = left.rfind(",")
    start = comma + 1 if comma >= 0 and left[0] in "sRrO" else 0
    number = _NUMBER.match(left, start)
    start = number.end() if number else start
    while start < len(left) and left[start] in '"(eMb':
        start += 1
    time = _TIME.match(left, start)
    return time.end() if time else start


def shorten(rest: str) -> str:
    """Give the letters behind a finite verb up to where a subordinate clause begins."""
    found = _SUBORDINATE.search(rest)
    if found is None:
        return rest
    end = found.start()
    return rest[:end] if rest[end] == "s" else rest[: end + 1]


def find_agent_by(tags: str, end: int, by: int) -> tuple[int, int] | None:
    """Give the words of the agent behind "door" (word `by`); None when none follows."""
    found = _AGENT_RIGHT.match(tags, by + 1, end)
    return (by + 1, found.end()) if found else None


def move_clause(clause: Clause, tags: str) -> Clause | None:
    """Give the second half of a sentence with the same subject ("is klein en wordt uitgebreid")."""
    found = _SECOND.search(clause.rest)
    if found is None or _RELATIVE.search(clause.rest, 0, found.start()):
        return None
    verb = clause.verb + 1 + found.start(1)
    return clause._replace(verb=verb, rest=tags[verb + 1 : clause.end])


def divide_sentences(sentences: Iterable[tuple[int, int]], tags: str) -> Iterator[tuple[int, int]]:
    """Give each sentence whole, or as two where another doer does something else ("A bouwt en B betaalt")."""
    joints = _JOINT.finditer(tags)
    joint = next(joints, None)
    for start, end in sentences:
        while joint is not None and joint.start() < start:
            joint = next(joints, None)
        if joint is not None and joint.end() < end and _is_whole(tags, start, joint.start()):
            yield start, joint.start()
            yield joint.end(), end
        else:
            yield start, end


def _is_whole(tags: str, start: int, end: int) -> bool:
    """Tell whether words state something on their own: a doer and a verb, and no subordinate clause left open."""
    clause = read_clause(tags, start, end) if end > start and tags[start] not in "sRO" else None
    return (
        clause is not None
        and clause.letter != ""
        and clause.letter in "oawkZ"
        and not _OPEN.search(clause.rest)
    )
