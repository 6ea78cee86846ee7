"""How likely a list is the one that is asked for: what is read of it, and what that weighs.

Linear, fitted by `python -m benchmarks.fit_lists`: of all lists in the best sentences of a question the one that
holds the answer against the others. Each feature is in [0, 1].
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from operator import mul

from assistant.answer.enumerations import Enumeration
from assistant.answer.evidence import Unit
from assistant.answer.features import is_asked, is_verb
from assistant.answer.matching import Matcher
from assistant.answer.predicates import ASKED
from assistant.answer.question import Question
from assistant.answer.terms import Term

ENUMERATED = (
    "announced",
    "elsewhere",
    "within",
    "around",
    "same",
    "unequal",
    "three",
    "many",
    "named",
    "nameless",
    "capitals",
    "told",
    "repeated",
    "led",
    "reached",
    "linked",
    "unlinked",
    "done",
    "first",
    "last",
    "long",
    "who",
    "bias",
)
ITEMISED = ("itemised", "lead", "leads", "colon", "wordy", "equal", "number")
ENUMERATED_WEIGHTS: dict[str, float] = {
    "announced": 0.41,
    "elsewhere": -0.42,
    "within": -0.15,
    "around": 0.24,
    "same": 2.32,
    "unequal": -2.23,
    "three": 1.16,
    "many": 1.54,
    "named": 3.38,
    "nameless": 0.75,
    "capitals": 1.06,
    "told": -0.43,
    "repeated": -2.41,
    "led": 0.47,
    "reached": 1.00,
    "linked": 0.40,
    "unlinked": -1.14,
    "done": 0.44,
    "first": -0.59,
    "last": 0.35,
    "long": 1.30,
    "who": 2.89,
    "bias": 1.97,
}
ITEMISED_WEIGHTS: dict[str, float] = {
    "itemised": 0.57,
    "lead": 2.99,
    "leads": 1.37,
    "colon": 0.95,
    "wordy": -0.66,
    "equal": 1.28,
    "number": 0.51,
}
_MIDDLE, _SPREAD = 5.0, 1.85
"""The weight at which a list fits half, and the one that a fit differs by: as the score of a sentence weighs it."""
_MANY, _WORDS, _ITEM_WORDS = 8, 10.0, 15.0
"""Items of a list that is as long as any, and words of an item that is, in a sentence and below a lead."""
_LEAD = re.compile(
    r"(?:\b(?:zoals|namelijk|te weten|waaronder|onder meer|onder andere|bijvoorbeeld|met name|denk (?:hierbij )?aan|o\.a\.)|:|\()"
    r"\s*(?:(?:de|het|een|in|op|bij|aan|voor) )?$",
    re.IGNORECASE,
)
"""Words right before a list that announce one."""
_REACHING = re.compile(
    r"\b(?:op het (?:gebied|vlak|terrein) van|op (?:de )?thema(?:'s)?|op gebied|richt(?:en)? zich (?:\w+ )?op|zet(?:ten)? (?:\w+ ){0,3}in op|"
    r"bestaa[tn]? uit|bevat(?:ten)?|omvat(?:ten)?|gaat (?:het )?om|zijn|is) (?:(?:de|het|een) )?$",
    re.IGNORECASE,
)
"""Words right before a list that make it what is dealt with, or what something is."""
_PREPOSITIONS = "met|aan|in|van|voor|op|door|uit|bij|naar|tussen|over|tot|om|langs"
_LINK = re.compile(rf"\b(?P<link>{_PREPOSITIONS}) (?:(?:de|het|een) )?$", re.IGNORECASE)
_ASKED_LINK = re.compile(rf"^(?:en |maar )?(?P<link>{_PREPOSITIONS}) (?:wat voor|welke|wie)\b", re.IGNORECASE)


def read_enumerated(
    question: Question,
    unit: Unit,
    found: Enumeration,
    items: Sequence[str],
    matcher: Matcher,
    *,
    announced: bool,
    elsewhere: bool,
    named: float | None,
) -> tuple[float, ...]:
    """Give the features of a list in a sentence, in the order of `ENUMERATED`:

    the asked noun right before it (`announced`), before something else (`elsewhere`), in the items (`within`) or
    near the sentence (`around`); as many items as asked (`same`) or not (`unequal`), three or more; items that are
    names where names are asked (`named`, `nameless`) or have capitals; how much of the rest of the question the
    sentence holds beside the items (`told`) or only in them (`repeated`); the words right before (`led`, `reached`,
    `linked` by the preposition of the question or `unlinked`); the verb beside the items (`done`); where it stands;
    how long its items are; "who" is asked. `named` is the share of names, None where no names are asked for.
    """
    outside, inside = _held_beside(unit, found, matcher)
    before = unit.text[: found.items[0].start]
    asked = [place for place, _ in matcher.pick(is_asked)]
    rest, weight = matcher.pick_weighed(_is_rest)
    close = unit.close or unit.wide
    total = weight or 1.0
    wanted = _find_asked_link(question)
    link = _LINK.search(before) if wanted else None
    linked = bool(wanted and link and wanted["link"].lower() == link["link"].lower())
    count = len(items)
    return (
        float(announced),
        float(elsewhere),
        max([inside[place] for place in asked], default=0.0),
        max([close[place] for place in asked], default=0.0),
        float(question.number == count),
        float(question.number not in (None, count)),
        float(count == 3),
        float(count > 3),
        named or 0.0,
        float(named == 0.0),
        sum(any(map(str.isupper, item)) for item in items) / count if named is None else 0.0,
        sum([weight * outside[place] for place, weight in rest]) / total,
        sum([weight * max(0.0, inside[place] - outside[place]) for place, weight in rest]) / total,
        float(bool(_LEAD.search(before))),
        float(bool(_REACHING.search(before))),
        float(linked),
        float(bool(wanted) and not linked),
        max([outside[place] for place, _ in matcher.pick(is_verb)], default=0.5),
        float(found.items[0].start < _OPENS),
        float(not unit.text[found.items[-1].end :].strip(" .)\"'”’")),
        min(1.0, sum(len(item.split()) for item in items) / count / _WORDS),
        float(question.asked == "wie"),
        1.0,
    )


_OPENS = 3


@lru_cache(maxsize=256)
def _find_asked_link(question: Question) -> re.Match[str] | None:
    return _ASKED_LINK.match(question.text)


def _is_rest(term: Term) -> bool:
    return term.part != ASKED


def read_itemised(
    question: Question, items: Sequence[str], *, held: float, names: bool, colon: bool
) -> tuple[float, ...]:
    """Give the features of items below a lead, in the order of `ITEMISED`:

    how much of the question what leads in to them holds (`lead`), whether it names what is asked for (`leads`) and
    ends in a colon; how long the items are (`wordy`), whether they are as many as asked (`equal`), how many.
    """
    return (
        1.0,
        held,
        float(names),
        float(colon),
        min(1.0, sum(len(item.split()) for item in items) / len(items) / _ITEM_WORDS),
        float(question.number == len(items)),
        min(1.0, len(items) / _MANY),
    )


def fit_enumerated(features: Sequence[float]) -> float:
    """Give how well a list in a sentence fits, in [0, 1]."""
    return _fit(sum(map(mul, _ENUMERATED, features)))


def fit_itemised(features: Sequence[float]) -> float:
    """Give how well items below a lead fit, in [0, 1]."""
    return _fit(sum(map(mul, _ITEMISED, features)))


def _fit(weight: float) -> float:
    return 1.0 / (1.0 + math.exp((_MIDDLE - weight) / _SPREAD))


_ENUMERATED = tuple(ENUMERATED_WEIGHTS.get(name, 0.0) for name in ENUMERATED)
_ITEMISED = tuple(ITEMISED_WEIGHTS.get(name, 0.0) for name in ITEMISED)


def _held_beside(unit: Unit, found: Enumeration, matcher: Matcher) -> tuple[list[float], list[float]]:
    """Give for each term of the question how strongly words beside the items hold it, and words in them."""
    outside, inside = [0.0] * len(matcher.terms), [0.0] * len(matcher.terms)
    for start, _, worth in matcher.held_words(unit.text):
        held = inside if any(item.start <= start < item.end for item in found.items) else outside
        for place, value in worth:
            held[place] = max(held[place], value)
    return outside, inside
