"""What is measured of a sentence, a table row or a list: numbers in [0, 1] that `scoring.py` weighs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher
from assistant.answer.predicates import ASKED, VERB
from assistant.answer.terms import Term
from assistant.types import BlockKind, DateValue, ExtractKind

FEATURES = (
    "local",
    "context",
    "dense",
    "hit",
    "fit",
    "near",
    "cue",
    "missing",
    "conflict",
    "block",
    "rare",
    "brief",
    "unheld",
    "worst",
    "untyped",
    "named",
    "close",
    "verb",
    "done",
    "asked",
    "spoken",
    "plain",
    "lacking",
    "asking",
    "row",
    "item",
    "whole",
    "length",
    "nameless",
    "first",
    "exact",
    "before",
    "after",
)
OF_SHORT = ("fit", "near", "cue", "untyped")
"""Features that change with the short answer; the last is 1 without one."""
LEAST_FIT = 0.3
"""The fit below which a unit has no value of the asked kind."""
_LONG = 40
"""Words of a sentence that is as long as any."""
_HELD = 0.45
"""The strength at which a name counts as held: as in the title of the document."""
_MEANT, _SAID = 0.5, 0.8
"""The strengths from which a word of the question counts as meant by another, and as said itself."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def read_features(unit: Unit, matcher: Matcher) -> tuple[float, ...]:
    """Give the features of a unit in the order of `FEATURES`:

    how well the question is held in the unit (`local`), with what stands around it (`close`, `context`, `block`)
    and in meaning (`dense`), how well its names and numbers are (`missing`, `named`, `nameless`, `unheld`,
    `conflict` of years), its weightiest words (`rare`, `worst`, `lacking`), its other words (`plain`), its verb
    in and around the unit (`verb`, `done`) and the noun asked for (`asked`, `spoken`); the place of the passage
    (`hit`); the short answer (`fit`, `near`, `cue`, `untyped`); how soon the unit comes to words of the question
    (`first`), how much of it stands in so many words (`exact`); how much more of it the sentence before or after
    the unit holds (`before`, `after`); the form of the unit (the rest).
    """
    kind = unit.reading.blocks[unit.block].kind
    words = len(unit.text.split())
    local = matcher.coverage(unit.local)
    return (
        local,
        matcher.coverage(unit.context),
        max(0.0, unit.dense),
        unit.hit,
        unit.fit,
        unit.near,
        unit.cue,
        1.0 - _share_named(unit.context, matcher),
        find_conflict(unit, matcher),
        matcher.coverage(unit.wide),
        _rarest(unit, matcher),
        1.0 if words < 5 and kind is not BlockKind.ROW else 0.0,
        find_unheld(unit, matcher),
        _weightiest(unit.wide, matcher),
        1.0 if unit.fit < LEAST_FIT else 0.0,
        _share(unit.local, matcher, _is_named),
        matcher.coverage(unit.close),
        _share(unit.local, matcher, is_verb),
        _share(unit.close, matcher, is_verb),
        _share(unit.local, matcher, is_asked),
        _share(unit.close, matcher, is_asked),
        _share(unit.close, matcher, is_plain),
        _weightiest(unit.close, matcher),
        1.0 if unit.text.rstrip().endswith("?") else 0.0,
        1.0 if kind is BlockKind.ROW else 0.0,
        1.0 if kind is BlockKind.ITEM and not unit.items else 0.0,
        1.0 if unit.items else 0.0,
        min(1.0, words / _LONG),
        1.0 - min([unit.close[place] for place, _ in matcher.pick(_is_named)], default=1.0),
        _soonness(unit),
        sum([weight for weight, held in zip(matcher.weights, unit.close, strict=True) if held >= _SAID])
        / matcher.total,
        max(0.0, unit.before - local),
        max(0.0, unit.after - local),
    )


def _soonness(unit: Unit) -> float:
    """Give 1 when the unit opens with a word of the question, less the later the first one comes; 0 without any."""
    places = [
        place for place, held in zip(unit.places, unit.local, strict=True) if place >= 0 and held >= _MEANT
    ]
    return 1.0 - min(places) / len(unit.text) if places else 0.0


def read_again(features: Sequence[float], unit: Unit) -> tuple[float, ...]:
    """Give the features of a unit whose short answer was found after they were read."""
    changed = list(features)
    values = (unit.fit, unit.near, unit.cue, 1.0 if unit.fit < LEAST_FIT else 0.0)
    for place, value in zip(_PLACES_OF_SHORT, values, strict=True):
        changed[place] = value
    return tuple(changed)


_PLACES_OF_SHORT = tuple(map(FEATURES.index, OF_SHORT))


def is_name(term: Term) -> bool:
    """Tell whether a term is a name."""
    return term.kind == "name"


def _is_named(term: Term) -> bool:
    return term.kind != "word"


def is_plain(term: Term) -> bool:
    """Tell whether a term is neither name nor number."""
    return term.kind == "word"


def is_verb(term: Term) -> bool:
    """Tell whether a term is the verb of the question."""
    return term.part == VERB


def is_asked(term: Term) -> bool:
    """Tell whether a term is the noun that is asked for."""
    return term.part == ASKED


_NONE = 0.5
"""The share that is held of no terms."""


def _share(strengths: Sequence[float], matcher: Matcher, choose: Callable[[Term], bool]) -> float:
    """Give the weighted share of the chosen terms that is held."""
    chosen, total = matcher.pick_weighed(choose)
    if not chosen:
        return _NONE
    return sum([weight * strengths[place] for place, weight in chosen]) / total


def _share_named(strengths: Sequence[float], matcher: Matcher) -> float:
    """Give the weighted share of the names and numbers that is held, each of them wholly from `_HELD` on; 1 of none."""
    chosen, total = matcher.pick_weighed(_is_named)
    if not chosen:
        return 1.0
    return sum([weight * min(1.0, strengths[place] / _HELD) for place, weight in chosen]) / total


def _weightiest(strengths: Sequence[float], matcher: Matcher) -> float:
    """Give the weight of the weightiest word of the question that is missing."""
    missing = [weight * (1.0 - held) for weight, held in zip(matcher.weights, strengths, strict=True)]
    return min(1.0, max(missing, default=0.0))


def _rarest(unit: Unit, matcher: Matcher) -> float:
    """Give how well the unit itself holds the two weightiest words of the question."""
    order = matcher.weightiest[:2]
    return sum([unit.local[place] for place in order]) / len(order) if order else 0.0


def find_unheld(unit: Unit, matcher: Matcher) -> float:
    """Give how far the name of the question that is held worst is from being held."""
    names = [unit.wide[place] for place, _ in matcher.pick(is_name)]
    return 1.0 - min(1.0, min(names) / _HELD) if names else 0.0


def find_conflict(unit: Unit, matcher: Matcher) -> float:
    """Give 1 when the question names a year and the dates of the unit are of others.

    Without dates in the unit the document's own year decides, half as strongly.
    """
    asked = matcher.years
    if not asked:
        return 0.0
    years = set(map(int, _YEAR.findall(unit.text)))
    for fact in unit.reading.facts_in(unit.span, ExtractKind.DATE):
        value = fact.value
        if isinstance(value, DateValue) and value.earliest and value.latest:
            years.update(
                range(int(value.earliest[:4]), min(int(value.latest[:4]), int(value.earliest[:4]) + 15) + 1)
            )
    if years:
        return 0.0 if years & asked else 1.0
    own = unit.reading.document.date
    held = any(
        term.kind == "number" and strength >= _HELD
        for term, strength in zip(matcher.terms, unit.wide, strict=True)
    )
    return 0.0 if held or own is None or int(own[:4]) in asked else 0.5
