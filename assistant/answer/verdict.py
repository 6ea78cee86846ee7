"""Yes or no: what a sentence says about a statement in the form of a question.

The signs for and against (`signs.py`) are weighed, with weights fitted on the development questions by
`python -m benchmarks.fit_verdict`: one sum tells whether a sentence speaks to the question at all, another how
likely it says no. "Ja" and "Nee" are given from a documented certainty on; below it the question is left open.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answer.affirming import (
    is_awaited,
    is_conditional_otherwise,
    is_definition,
    lacks_all,
    lacks_without,
    withholds_yes,
)
from assistant.answer.bearing import (
    bears_on,
    holds_predicate,
    holds_words,
    is_near,
    lacks_short_name,
    leaves_out,
    row_names,
    speaks_of_other,
)
from assistant.answer.cancelling import cancels_out, denies_against, denies_in_part, says_by_denial
from assistant.answer.deniedthings import denies_other_thing, says_like_verb
from assistant.answer.denying import denies_other
from assistant.answer.evidence import Unit
from assistant.answer.fragments import is_forbidden_above, is_fragment, withholds_fragment
from assistant.answer.goals import asks_goal, is_goal_in_row, is_goal_reached, tells_reaching
from assistant.answer.includes import tells_included
from assistant.answer.matching import Matcher
from assistant.answer.moods import (
    is_defined,
    is_denied_of_others,
    is_denied_of_text,
    is_excepted_member,
    is_forbidden_as_asked,
    is_opinion,
    is_otherwise_meant,
    is_turned,
    is_unreal,
)
from assistant.answer.negation import has_negation, is_doubly_denied
from assistant.answer.notyet import is_not_yet
from assistant.answer.onlywhen import is_excepted, is_only_when
from assistant.answer.othernames import tells_of_other_name
from assistant.answer.otherobjects import is_of_another, is_of_part, is_of_time_only, lacks_stand
from assistant.answer.question import Question
from assistant.answer.requiring import is_only_if, is_required
from assistant.answer.rows import caption_end, find_cell, find_cells
from assistant.answer.signs import differs, held_share, is_light, least_name
from assistant.answer.thresholds import COMPARED, LIMITED, compare, is_only_bound, is_rough
from assistant.answer.verdictweights import NO_WEIGHTS, SPEAKS_WEIGHTS
from assistant.answer.writtenverdicts import NO, STATED, STATED_ENOUGH, YES, find_written, read_said
from assistant.types import BlockKind

CERTAIN = 0.66
"""The certainty from which "Ja" or "Nee" is said: cross-validated over the development questions .89 of it is then right
(.79 of each "Ja", .93 of each "Nee"), and it is said of .64 of the questions that have an answer."""
_VERB_HELD, _HELD, _NAME_HELD, _NAME_NEAR = 0.5, 0.7, 0.45, 0.5
"""A "Ja" needs the verb of the question or so much of its words, and every name around; a row its names near it."""
_LIKELY = 0.5
"""The probability that a sentence is an answer, from which it can say yes."""
_COMPARED_ENOUGH = 0.55
"""The share of a question that a sentence must hold for its one number to be compared."""
_PLAIN, _PLAIN_CERTAINTY = 0.95, 0.8
"""The share of a question that a sentence without a sign against it holds where it says just that, and how certain
that makes a "Ja": eight of ten development questions."""
_AGAINST = ("denied", "opposed", "refused", "not only", "only", "some", "also", "later")
_CELL_WORDS = 8
"""Words of the longest cell of a table that says yes or no; a longer one is read as a sentence."""
_NAMED_IN_CELL = 0.9
"""How strongly a cell must say a word of the question to say yes."""
_ASKS = re.compile(
    r"\?\s*$|^of\b|\b(?:gevraagd|vraagt|vragen|vroeg|vroegen|vraag is|afvragen|onduidelijk|onzeker|onbekend|onderzocht|onderzoeken|onderzoekt|"
    r"nagegaan|nagaan|bekeken|bekijkt|bekijken|afhankelijk van de vraag)(?: \w+)?,? of\b",
    re.IGNORECASE,
)
"""A sentence that asks something itself, or says what is asked: "Of de brug opengaat, is nog onduidelijk"."""
_RESERVED = re.compile(
    r"\b(?:tenzij|behalve|mits|alleen als|alleen wanneer|hoewel|al dan niet|wel voor)\b", re.IGNORECASE
)
"""Reservations: with one of these a plain yes or no would say more than the sentence."""
_EMPTY_CELLS = frozenset({"-", "–", "—", "nee", "neen", "n.v.t.", "nvt", "geen", "0", ""})
_FILLED_CELL = re.compile(
    r"(?:ja|x|v|✓|✔|√|●|•|wel|aanwezig|akkoord|toegestaan|verplicht|inzet|deelname|deelnemer|partner|lid|start|gestart|loopt)\b|[✓✔√●•]"
)
"""What a cell of a table says yes with; a number, a name or a goal says nothing of the kind."""
_HELD_BACK = re.compile(
    r"\b(?:niet|geen|nee|nog|maar|mits|tenzij|deels|gedeeltelijk|beperkt|achter|vertraag\w*|vertraging|uitgesteld|uitstel|later|geweigerd|"
    r"gezocht|gevraagd|gepland|verwacht\w*|voorzien|beoogd|mogelijk|onzeker|onbekend|open|vervallen|geschrapt|gestopt|beëindigd|afgewezen)\b|"
    r"\?|^[vx]\.? \S",
    re.IGNORECASE,
)
"""What takes back the yes of such a cell: "start uitgesteld", "verplicht, mits ...", "lid geweigerd", "V. Jansen"."""
_TITLE = re.compile(r"(?:antwoord op )?vragen van (?:het (?:kamer)?lid|de (?:kamer)?leden)\b", re.IGNORECASE)
"""What opens the title of written questions: it tells what they are about and decides nothing."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sentence says, and how certain that is in [0.5, 1]."""

    said: str
    certainty: float

    @property
    def is_certain(self) -> bool:
        """Tell whether it may be said."""
        return self.certainty >= CERTAIN


def find_support(signs: Mapping[str, float]) -> float:
    """Give how likely the sentence with these signs speaks to the question, in [0, 1]."""
    return _chance(signs, SPEAKS_WEIGHTS)


def read_verdict(
    question: Question, unit: Unit, matcher: Matcher, signs: Mapping[str, float]
) -> Verdict | None:
    """Give what a sentence says with its certainty; None when it cannot decide."""
    if not is_about_something(question, matcher) or _TITLE.match(unit.text):
        return None
    stated = find_written(unit, matcher)
    if stated is not None:
        return Verdict(stated, 1.0)
    if _decides_nothing(question, unit, matcher):
        return None
    if unit.reading.blocks[unit.block].kind is BlockKind.ROW:
        if asks_goal(question.text):
            return _from_goal_row(question, unit, matcher)
        cell = find_cell(unit.text, matcher)
        told = "" if cell is None else cell.of(unit.text).strip()
        if cell is not None and len(told.split()) <= _CELL_WORDS:
            named = least_name(unit.close, matcher) >= _NAME_NEAR
            return _from_cell(told, matcher) if named else None
    return _from_sentence(question, unit, matcher, signs)


def _decides_nothing(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a sentence asks, reserves, quotes or denies in a way that says neither yes nor no."""
    asked, said = question.text, unit.text
    return (
        bool(_ASKS.search(said))
        or (
            (bool(_RESERVED.search(said)) or is_only_when(asked, said))
            and not is_required(question, unit, matcher)
        )
        or is_doubly_denied(asked, said)
        or is_opinion(asked, said)
        or is_unreal(asked, said)
        or is_denied_of_others(asked, said)
        or speaks_of_other(question, unit, matcher)
        or tells_of_other_name(asked, unit)
        or is_only_bound(asked, said)
        or is_forbidden_as_asked(asked, said)
        or is_turned(said, unit.places)
        or is_denied_of_text(asked, said)
        or is_excepted_member(asked, said)
        or is_excepted(asked, said, unit.places)
        or denies_other_thing(question, unit, matcher)
        or says_like_verb(question, unit)
        or is_of_another(asked, said)
        or is_of_time_only(asked, said, unit.places)
        or (is_fragment(unit) and is_defined(said, unit.places))
        or lacks_short_name(question, unit, matcher)
    )


def _from_goal_row(question: Question, unit: Unit, matcher: Matcher) -> Verdict | None:
    """Give what a row tells of a goal; None where its goal or how it stands is not to be read."""
    if (
        not row_names(question, unit.text[caption_end(unit.text) :], matcher)
        or differs(unit, matcher) is True
    ):
        return None
    reached = is_goal_in_row(
        question.text, [(head, cell.of(unit.text)) for head, cell in find_cells(unit.text)]
    )
    return None if reached is None else Verdict(YES if reached else NO, _PLAIN_CERTAINTY)


def _from_cell(told: str, matcher: Matcher) -> Verdict | None:
    """Give what the cell under the header with most of the question says: yes or no, or a word of the question.

    Any other one tells something, but neither yes nor no; what stands in the rest of the row is not about it.
    """
    if told.lower() in _EMPTY_CELLS:
        return Verdict(NO, 1.0)
    held_back = _HELD_BACK.search(told)
    if held_back:
        told = held_back.group()  # of "start uitgesteld" only "uitgesteld" is so
    elif _FILLED_CELL.match(told.lower()):
        return Verdict(YES, 1.0)
    held = zip(matcher.terms, matcher.strengths(told), strict=True)
    named = any(strength >= _NAMED_IN_CELL and not is_light(term.text) for term, strength in held)
    return Verdict(YES, _PLAIN_CERTAINTY) if named else None


def _from_sentence(
    question: Question, unit: Unit, matcher: Matcher, signs: Mapping[str, float]
) -> Verdict | None:
    plainly = _find_plain(question, unit, matcher, signs)
    if plainly is not None:
        return plainly
    if asks_goal(question.text) and not is_near(question, unit, matcher):
        return None
    reached = is_goal_reached(question.text, unit.text)
    if reached is not None and differs(unit, matcher) is not True:
        return Verdict(YES if reached else NO, _PLAIN_CERTAINTY)
    if reached is None and asks_goal(question.text) and not tells_reaching(unit.text):
        return None
    if LIMITED.search(question.text) and (differs(unit, matcher) is True or is_rough(unit.text)):
        return None
    chance = _chance(signs, NO_WEIGHTS)
    affirms = _affirms(question, unit, matcher, signs)
    if affirms and is_plain(signs):
        return Verdict(YES, max(_PLAIN_CERTAINTY, 1.0 - chance))
    if signs["some"] and signs["stated"] >= _PLAIN:
        return Verdict(NO, max(_PLAIN_CERTAINTY, chance))
    if chance >= 0.5:
        denies = may_deny(signs) and not _denies_other(question, unit, matcher, signs)
        return Verdict(NO, chance if denies else 0.5)
    return Verdict(YES, 1.0 - chance if affirms and not signs["opposed"] else 0.5)


def _find_plain(
    question: Question, unit: Unit, matcher: Matcher, signs: Mapping[str, float]
) -> Verdict | None:
    """Give what a sentence settles by its form: it opens with "Ja", gives the number, demands it, or stands below what forbids it."""
    held = held_share(question, unit, matcher)
    opened = STATED.match(unit.text)
    if opened and held >= STATED_ENOUGH:
        return Verdict(read_said(opened), 1.0)
    compared = compare(question.text, unit.text)
    if compared is None:
        compared = tells_included(question, unit, matcher)
    if compared is not None and held >= _COMPARED_ENOUGH:
        return Verdict(YES if compared else NO, 1.0)
    if is_required(question, unit, matcher) or _is_denied_opposite(question, unit, matcher, signs, held):
        return Verdict(YES, _PLAIN_CERTAINTY)
    if is_forbidden_above(question, unit) and held >= _HELD:
        return Verdict(NO, _PLAIN_CERTAINTY)
    return None


def _is_denied_opposite(
    question: Question, unit: Unit, matcher: Matcher, signs: Mapping[str, float], held: float
) -> bool:
    """Tell whether a sentence denies the one other state of the thing of the question: "niet gesloten"."""
    asked, said = question.text, unit.text
    if held < _HELD or not says_by_denial(asked, said) or not may_affirm(unit, matcher, signs):
        return False
    if least_name(unit.context, matcher) < _NAME_HELD or withholds_fragment(question, unit):
        return False
    places = [place for place in unit.places if place >= 0]
    # `withholds_yes` without the state itself, which the denial of its opposite says
    withheld = is_awaited(asked, said, places) or is_conditional_otherwise(asked, said, places)
    withheld = withheld or is_definition(asked, said) or lacks_all(asked, said) or lacks_without(asked, said)
    if withheld or is_otherwise_meant(asked, said) or is_of_part(asked, said):
        return False
    return bears_on(question, unit, matcher) and holds_words(question, unit, matcher)


def _affirms(question: Question, unit: Unit, matcher: Matcher, signs: Mapping[str, float]) -> bool:
    """Tell whether a sentence may say yes: it says all that is asked, of what it is asked of, and holds nothing back."""
    return (
        may_affirm(unit, matcher, signs)
        and not is_otherwise_meant(question.text, unit.text)
        and bears_on(question, unit, matcher)
        and not withholds_yes(question.text, unit.text, unit.places)
        and not is_of_part(question.text, unit.text)
        and not cancels_out(question.text, unit.text)
        and not is_not_yet(question, unit)
        and holds_predicate(question, unit, matcher)
        and holds_words(question, unit, matcher)
        and not withholds_fragment(question, unit)
    )


def _denies_other(question: Question, unit: Unit, matcher: Matcher, signs: Mapping[str, float]) -> bool:
    """Tell whether nothing in a sentence speaks against the question but a denial of another thing.

    One that announces a list denies what stands in it.
    """
    if is_only_if(question, unit.text) and not has_negation(unit.text):
        return True
    if denies_against(question.text, unit.text) or denies_in_part(question.text, unit.text):
        return True
    if lacks_stand(question.text, unit.text):
        return True
    if any(signs[name] for name in _AGAINST if name not in ("denied", "only", "some", "opposed")):
        return False
    if has_negation(question.text) or unit.text.rstrip().endswith(":"):
        return False
    if leaves_out(question, unit, matcher):
        return True
    if signs["some"] or signs["opposed"]:
        return False
    places = [place for place in unit.places if place >= 0]
    return denies_other(unit.text, places)


def is_about_something(question: Question, matcher: Matcher) -> bool:
    """Tell whether a question names what it asks of: "Is dat verplicht?" and "Is het meer dan 5?" do not.

    It has a name, or two words of which one says something of its own.
    """
    rest = COMPARED.sub(" ", question.text)
    words = [term.text for term in matcher.terms if term.kind == "word" and term.text in rest]
    named = any(term.kind not in ("word", "number") for term in matcher.terms)
    return named or (len(words) > 1 and not all(map(is_light, words)))


def is_plain(signs: Mapping[str, float]) -> bool:
    """Tell whether a sentence says just what is asked, with nothing against it; "niet alleen" is not against it."""
    against = ("missing", "asks only", "partly", *(name for name in _AGAINST if name != "not only"))
    return signs["stated"] >= _PLAIN and not any(signs[name] for name in against)


def may_deny(signs: Mapping[str, float]) -> bool:
    """Tell whether anything in a sentence speaks against the question: that it does not say it is no denial."""
    return any(signs[name] for name in _AGAINST)


def may_affirm(unit: Unit, matcher: Matcher, signs: Mapping[str, float]) -> bool:
    """Tell whether a sentence can say yes: unreserved, with the verb, the numbers and the names of the question.

    It must be likelier than not to be an answer: of ten times "Ja" where there is none this keeps five.
    """
    if unit.probability < _LIKELY or signs["hedged"] or differs(unit, matcher) is not False:
        return False
    said = signs["verb"] >= _VERB_HELD or signs["held"] >= _HELD
    return said and signs["name around"] >= _NAME_HELD


def _chance(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    total = weights["bias"] + sum(weight * signs[name] for name, weight in weights.items() if name != "bias")
    return 1.0 / (1.0 + math.exp(-total))
