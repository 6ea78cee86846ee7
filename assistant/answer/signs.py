"""What a sentence says for or against a statement in the form of a question: numbers in [0, 1] that `verdict.py` weighs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.answer.cues import ANAPHOR, GENERIC_VERBS, META_WORDS
from assistant.answer.evidence import Unit
from assistant.answer.leads import find_lead
from assistant.answer.matching import Matcher
from assistant.answer.negation import NOT_ONLY, find_denying, is_conditional, is_denied
from assistant.answer.polarity import (
    find_refusals,
    is_added,
    is_allowed,
    is_granted,
    is_opposed,
    is_refused,
    takes_up,
)
from assistant.answer.predicates import find_main_verbs
from assistant.answer.question import Question
from assistant.answer.thresholds import COMPARED, LIMITED
from assistant.dutch import fold
from assistant.types import BlockKind, ExtractKind

_SAYING = (
    "denied",
    "denied beside",
    "denied if",
    "opposed",
    "refused",
    "refused alike",
    "no longer refused",
    "granted",
    "allowed",
    "allowed as asked",
    "added",
    "added as asked",
    "stated",
    "asks only",
    "not only",
    "only",
    "partly",
    "some",
    "asks also",
    "asks already",
    "later",
    "asks still",
    "hedged",
    "denied*held",
    "close",
)
_AROUND = ("missing", "name around", "verb", "gap", "likely")
SIGNS = (*_SAYING, *_AROUND)
"""What tells yes from no."""
SUPPORT = (
    *(
        "held",
        "close",
        "named",
        "first",
        "dense",
        "denied",
        "refused",
        "opposed",
        "granted",
        "allowed",
        "added",
        "stated",
    ),
    *("asking", "long", "form", "pronoun"),
    *_AROUND,
)
"""What tells a sentence that speaks to the question from others."""
_TAKEN_UP, _FAINT = 0.95, 0.35
"""What an opposite of a word counts for, and the strength below which one is missing."""
_DIFFERENT = 0.45
"""The strength in its surroundings below which a number is another one."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONG, _FAR = 50, 3.0
"""Words of a sentence that is as long as any, and the score below the best one's that is as far as any."""
_ONLY = re.compile(r"\b(?:alleen|enkel|uitsluitend|slechts|louter|puur|beperkt)\b", re.IGNORECASE)
_ALL = re.compile(
    r"\b(?:alle|elk|elke|ieder|iedere|iedereen|altijd|overal|volledig|geheel|zonder meer|automatisch|vanzelf)\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:sommige|enkele|een aantal|een deel|de meeste|een meerderheid|deels|gedeeltelijk|meestal|lang niet|niet alle|"
    r"niet elke?|niet iedere?)\b",
    re.IGNORECASE,
)
_ALSO, _STILL = (
    re.compile(r"\b(?:ook|iedereen|zowel|naast)\b", re.IGNORECASE),
    re.compile(r"\bnog\b|^blij", re.IGNORECASE),
)
_ALREADY = re.compile(r"\b(?:al|reeds|inmiddels|intussen)\b", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?:zal|zullen|gaat|gaan|wordt verwacht|komend\w*|binnenkort|later|toekomst\w*|nog|voornemens|gepland|streef\w*|"
    r"beoogd\w*|wil|willen|in ontwikkeling|in voorbereiding|pas)\b",
    re.IGNORECASE,
)
HEDGE = re.compile(
    r"\b(?:deels|gedeeltelijk|mogelijk|wellicht|waarschijnlijk|nog onduidelijk|verkend|onderzocht|onderzoekt|"
    r"onderzoeken|gesprekken|in overleg|overwogen|overweegt|bekeken|zou|zouden|hoopt|hopen)\b",
    re.IGNORECASE,
)
_ROOT = 8
"""Letters by which a hedge is a form of a word of the question: "onderzoekt" where it asks for "onderzoek"."""
_NOW = re.compile(
    r"\b(?:op het moment van schrijven|op dit moment|tot nu toe|momenteel|inmiddels)\b", re.IGNORECASE
)


def read_signs(question: Question, unit: Unit, matcher: Matcher, top: float) -> dict[str, float]:
    """Give all signs in a sentence by name; `top` is the score of the best sentence.

    `denied` is a negation that the question has not (or the other way), also of a number; `refused` a word such as
    "vertraagd", which may be in the question instead (`no longer refused`); `granted` one such as "ook"; `stated` how much
    of the question a sentence holds that has none of those against it; `only`, `partly`, `later` what makes less
    of it than is asked. The rest tells how much the sentence has to do with the question.
    """
    asked, said = question.text, unit.text
    places = [place for place in unit.places if place >= 0]
    held = held_share(question, unit, matcher)
    other = not LIMITED.search(asked) and differs(unit, matcher, years=False) is True
    denied = is_denied(asked, said, places, _lead_of(unit)) or other
    refusals, own = find_refusals(said), find_refusals(asked)
    opposed = is_opposed(asked, said, places)
    refused = is_refused(asked, said, places)
    return {
        "denied": float(denied),
        "denied beside": denied * (1.0 - find_denying(said, places)) if not differs(unit, matcher) else 0.0,
        "denied if": float(denied and is_conditional(said)),
        "opposed": float(opposed),
        "refused": float(refused),
        "refused alike": float(bool(own) and bool(refusals)),
        "no longer refused": float(bool(own) and not refusals),
        "granted": float(is_granted(said) and not denied),
        "allowed": float(is_allowed(said) and not denied),
        "allowed as asked": float(is_allowed(said) and is_allowed(asked) and not denied),
        "added": float(is_added(said) and not denied),
        "added as asked": float(is_added(said) and is_added(asked) and not denied),
        "stated": 0.0 if denied or opposed or refused else held,
        "hedged": float(is_hedged(asked, said)),
        "denied*held": denied * held,
        **_read_limits(asked, said),
        "held": held,
        "missing": missing_share(question, unit, matcher),
        "close": matcher.coverage(unit.close),
        "named": least_name(unit.close, matcher),
        "name around": least_name(unit.context, matcher),
        "verb": verb_strength(question, unit, matcher),
        "gap": min(_FAR, top - unit.score) / _FAR,
        "first": float(unit.score >= top),
        "likely": unit.probability,
        "dense": unit.dense,
        "asking": float(said.rstrip().endswith("?")),
        "long": min(1.0, len(said.split()) / _LONG),
        "form": float(unit.reading.blocks[unit.block].kind is not BlockKind.PARAGRAPH),
        "pronoun": float(bool(ANAPHOR.match(said))),
    }


def is_hedged(asked: str, said: str) -> bool:
    """Tell whether a sentence makes less of what it says, other than with a word of the question."""
    own = {word.lower()[:_ROOT] for word in re.findall(r"\w+", asked)}
    return any(word.lower()[:_ROOT] not in own for word in HEDGE.findall(said))


def _read_limits(asked: str, said: str) -> dict[str, float]:
    """Give the signs of what the question or the sentence limits: to some, to only those, to later."""
    already = bool(_ALREADY.search(asked))
    return {
        "asks only": float(bool(_ONLY.search(asked))),
        "not only": float(bool(NOT_ONLY.search(said))),
        "only": float(bool(_ONLY.search(NOT_ONLY.sub(" ", said))) and not _ONLY.search(asked)),
        "some": float(bool(_ALL.search(asked)) and bool(_SOME.search(said))),
        "also": float(bool(_ONLY.search(asked)) and bool(_ALSO.search(said))),
        "partly": float(bool(_ALL.search(asked)) and (not _ALL.search(said) or bool(_SOME.search(said)))),
        "asks also": float(bool(_ALSO.search(asked))),
        "asks already": float(already),
        "later": float(already and bool(_LATER.search(said))),
        "asks still": float(bool(_STILL.search(asked))),
    }


def held_share(question: Question, unit: Unit, matcher: Matcher) -> float:
    """Give the weighted share of the plain words of the question that the sentence holds itself, in [0, 1].

    An opposite counts as held: it speaks of the same. One that opens with a pronoun, an item and a row also
    hold what stands around them. "Op dit moment" and the like need not be said.
    """
    pairs = [
        (weight * (0.5 if is_light(word) else 1.0), held)
        for word, weight, held in _plain_words(question, unit, matcher)
    ]
    total = sum(weight for weight, _ in pairs)
    return sum(weight * held for weight, held in pairs) / total if total else 1.0


def missing_share(question: Question, unit: Unit, matcher: Matcher) -> float:
    """Give the weight of the words that say something and are missing here, against all such words."""
    words = [row for row in _plain_words(question, unit, matcher) if not is_light(row[0])]
    total = sum(weight for _, weight, _ in words)
    return sum(weight for _, weight, held in words if held < _FAINT) / total if total else 0.0


def verb_strength(question: Question, unit: Unit, matcher: Matcher) -> float:
    """Give how strongly the verb of the question that is held worst is held, an opposite for `_TAKEN_UP`."""
    verbs = find_main_verbs(question)
    return min(
        (
            max(held, _TAKEN_UP if takes_up(term.text, unit.text) else 0.0)
            for term, held in zip(matcher.terms, _strengths(unit), strict=True)
            if term.text in verbs
        ),
        default=1.0,
    )


def differs(unit: Unit, matcher: Matcher, *, years: bool = True) -> bool | None:
    """Tell whether a number of the question has another value in the sentence; None when it is just absent.

    Another year denies nothing: what was done by then may be told of the year before. `years` tells whether it counts.
    """
    for term, held in zip(matcher.terms, unit.context, strict=True):
        if term.kind != "number" or held >= _DIFFERENT:
            continue
        if not years and _YEAR.fullmatch(term.text):
            continue
        same_sort = unit.reading.facts_in(
            unit.span, ExtractKind.DATE, ExtractKind.AMOUNT, ExtractKind.SHARE
        ) or re.search(r"\d", unit.text)
        return True if same_sort else None
    return False


def is_light(word: str) -> bool:
    """Tell whether a word of a question is one that a sentence may leave out and still decide it."""
    plain = fold(word)
    return plain in META_WORDS or plain in GENERIC_VERBS


@lru_cache(maxsize=100)
def _leave_out(text: str) -> str:
    """Give a question without the words that compare, and those for now."""
    return COMPARED.sub(" ", _NOW.sub(" ", text))


def _plain_words(question: Question, unit: Unit, matcher: Matcher) -> list[tuple[str, float, float]]:
    """Give the words of the question that are neither name nor number, with weight and strength."""
    text = _leave_out(question.text)
    return [
        (term.text, term.weight, max(held, _TAKEN_UP if takes_up(term.text, unit.text) else 0.0))
        for term, held in zip(matcher.terms, _strengths(unit), strict=True)
        if term.kind == "word" and term.text in text
    ]


def _strengths(unit: Unit) -> Sequence[float]:
    leans = unit.reading.blocks[unit.block].kind is not BlockKind.PARAGRAPH or ANAPHOR.match(unit.text)
    return unit.close if leans else unit.local


def least_name(strengths: Sequence[float], matcher: Matcher) -> float:
    """Give the strength of the name that is held worst; 1 without names."""
    return min(
        (held for term, held in zip(matcher.terms, strengths, strict=True) if term.kind == "name"),
        default=1.0,
    )


def _lead_of(unit: Unit) -> str:
    """Give what leads in to an item, which may deny all items below it."""
    lead = find_lead(unit.reading, unit.block)
    text = "" if lead is None else lead.of(unit.reading.document.text).rstrip()
    return text if text.endswith(":") or not _CLAUSE_DENIED.search(text) else ""


_CLAUSE_DENIED = re.compile(r",[^,:]*\b(?:niet|geen|nooit)\b|\ben \w+ niet$", re.IGNORECASE)
"""A denial in a clause of its own, in a line that announces nothing: "een stelsel, waarin werken loont en ontduiken niet"."""
