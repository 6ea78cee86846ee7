"""Separable verbs whose two halves stand apart: "vraagt ... aan" and "aan te vragen" are of aanvragen.

A particle at the end of its clause is joined with a verb before it when the word list holds the
two as one ("aanvraagt"); one before "te" with the verb after it. The joined word takes the place of
the particle, so that a question ("hoe vraag ik subsidie aan?") and a text ("de aanvraag") meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress, count
from typing import NamedTuple

from assistant.dutch.lexicon import load_lexicon
from assistant.dutch.stopwords import STOP_WORDS
from assistant.dutch.verbs import find_infinitive, is_infinitive

_BARE = frozenset(
    "aan achter af bij binnen door in langs mee na neer om onder op open over rond toe uit voor voort weg".split()
)
"""Particles that carry no subject by themselves: the joined word replaces them."""
_WORDS = frozenset(
    "bekend deel gelijk goed open plaats samen stop tegen tegemoet terug vast vrij waar".split()
)
"""Particles that are words too: the joined word comes beside them."""
PARTICLES = _BARE | _WORDS

_REACH = 18
"""How many words back the verb is looked for; main clauses of policy texts are seldom longer."""
_CLAUSE_END = re.compile(r"[.,;:!?)\]\n]")
_SENTENCE_END = re.compile(r"[.;:!?](?:\s|$)|\n")
_FOLLOWING = frozenset("en of maar om dat die als omdat wanneer terwijl zodat waar waarbij zoals".split())
_PREPOSITIONS = frozenset(
    "aan bij binnen door in met na naar op over per sinds tegen tijdens tot tussen uit van vanaf via volgens voor vóór".split()
)
"""What may stand behind the particle all the same, where a phrase comes at the end: "keurde het plan goed op 4 mei"."""
_SUBJECTS = frozenset("ik je jij u".split())


def join_separated(
    words: Sequence[str], gaps: Sequence[str], *, behind: bool = False
) -> Iterator[tuple[int, str]]:
    """Give, for particles in `words` (in lower case), their place and the joined verb.

    `gaps` are what stands in the text behind each of the words, up to the next one. With `behind` a phrase may follow the
    particle in its clause.
    """
    for place in compress(count(), map(PARTICLES.__contains__, words)):
        verb = _join_infinitive(words, place)
        if verb is None and (found := _join_finite(words, gaps, place, behind=behind)) is not None:
            verb = found[1]
        if verb is not None:
            yield place, verb


def find_separated(words: Sequence[str], gaps: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Give the place of each particle behind its verb, that of the verb, and the two as one; a phrase may follow."""
    for place in compress(count(), map(PARTICLES.__contains__, words)):
        found = _join_finite(words, gaps, place, behind=True)
        if found is not None:
            yield place, *found


def replaces(particle: str) -> bool:
    """Tell whether the joined verb stands for the particle, and not beside it."""
    return particle in _BARE


def _join_infinitive(words: Sequence[str], place: int) -> str | None:
    if place + 2 < len(words) and words[place + 1] == "te":
        joined = words[place] + words[place + 2]
        return joined if is_infinitive(joined) else None
    return None


def _join_finite(
    words: Sequence[str], gaps: Sequence[str], place: int, *, behind: bool
) -> tuple[int, str] | None:
    """Give the place of the verb of a particle, and the two as one."""
    follows = place + 1 < len(words) and words[place + 1] not in _FOLLOWING
    follows = follows and not (behind and words[place + 1] in _PREPOSITIONS)
    if follows and (gaps[place] == " " or not _CLAUSE_END.search(gaps[place])):
        return None
    for before in range(place - 1, max(-1, place - 1 - _REACH), -1):
        if gaps[before] != " " and _SENTENCE_END.search(gaps[before]):
            return None
        form = _find_form(words[place], words[before])
        if form is not None and (
            not form.bare or words[before + 1] in _SUBJECTS or (before and words[before - 1] in _SUBJECTS)
        ):
            return before, form.verb
    return None


class _Form(NamedTuple):
    """The form of a verb that two words are together; `bare`: it is the root, which needs "ik" or "je" beside it."""

    verb: str
    bare: bool


@lru_cache(maxsize=20_000)
def _find_form(particle: str, verb: str) -> _Form | None:
    """Give the form of a verb that the two are together; None when they are none."""
    joined = particle + verb
    if len(verb) < 3 or verb in STOP_WORDS or not load_lexicon().knows_exactly(joined):
        return None
    if is_infinitive(joined) or find_infinitive(joined):
        return _Form(joined, bare=False)
    return _Form(joined, bare=True) if find_infinitive(joined + "t") is not None else None
