"""Closing formulas of rules and letters: they hold the words of a title and tell nothing of what it is about.

"Deze regeling wordt aangehaald als: Subsidieregeling zwembaden" answers how the rule is called, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.answer.signing import asks_signature, is_signature
from assistant.dutch import fold

_THIS = (
    r"\W*(?:artikel [\w.:]+\W+)?(?:\d{1,2}\. )?(?:deze|dit|de|het) (?:\w+ )?"
    r"[\w-]*(?:regeling|besluit|verordening|wet|circulaire|beleidsregels?|regels?|reglement|aanwijzing|richtlijnen?|bijlagen?|toelichting)"
)
_KEPT = frozenset(
    {QuestionKind.DOCUMENTS, QuestionKind.YESNO, QuestionKind.MOMENT, QuestionKind.PERIOD, QuestionKind.NAME}
)
"""Kinds of question for which such a line may be the answer by what it says, or is told apart by its date."""
_WHO = frozenset({QuestionKind.PERSON, QuestionKind.ORGANISATION, QuestionKind.LIST, *_KEPT})


@dataclass(frozen=True, slots=True)
class _Formula:
    """A closing formula, and the words of a question for what it tells."""

    told: re.Pattern[str]
    asked: re.Pattern[str]
    kept: frozenset[QuestionKind]


_FORMULAS = (
    _Formula(
        re.compile(
            rf"{_THIS}\b[^.]{{0,80}}? (?:word(?:t|en)|kan(?: worden)?) aangehaald (?:worden )?(?:als|onder)\b.*",
            re.IGNORECASE | re.DOTALL,
        ),
        re.compile(
            r"\b(?:aangehaald|citeertitel|heet|heten|naam|titel|genoemd)\b|\bwelke (?:regeling|wet|verordening)\b"
        ),
        frozenset({QuestionKind.DOCUMENTS, QuestionKind.NAME}),
    ),
    _Formula(
        re.compile(
            rf"{_THIS}\b[^.;]{{0,120}}?(?:zal|zullen|word(?:t|en))\b[^.;]{{0,120}}? in (?:de|"
            rf"het) (?:Staatscourant|Staatsblad|Provinciaal blad|Gemeenteblad)"
            r"[^.;]{0,60}?(?:geplaatst|bekendgemaakt|gepubliceerd)(?: worden)?\.?",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:geplaatst|plaatsing|staatscourant|staatsblad|bekend\w*|(?:ge)?publice\w*|publicatie|verschijnt|verscheen|waar)\b"
        ),
        frozenset({QuestionKind.DOCUMENTS}),
    ),
    _Formula(
        re.compile(
            rf"(?:{_THIS}\b[^.;]{{0,60}}? )?treedt in werking (?:per|met ingang|op|de dag|daags|\w+ dagen|terstond)\b"
            r"(?:(?! en (?:de|het|een|is|wordt|zijn|worden|bedraagt)\b)[^;]){0,240}",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:werking|ingang|kracht|geldt|gelden|geldig|datum|vanaf|sinds|terug|verval\w*|inwerkingtreding|treedt|treden|ingaat)\b"
        ),
        _KEPT,
    ),
)


def drop_formulas(question: Question, units: Sequence[Unit]) -> list[Unit]:
    """Give the units without the closing formulas that the question does not ask for; all where nothing else is left."""
    plain = fold(question.text)
    dropped = {
        place
        for place, one in enumerate(_FORMULAS)
        if question.kind not in one.kept and not one.asked.search(plain)
    }
    unsigned = question.kind not in _WHO and not asks_signature(question)
    kept = [
        unit
        for unit in units
        if dropped.isdisjoint(_find_told(unit.text)) and not (unsigned and is_signature(unit))
    ]
    return kept or list(units)


@lru_cache(maxsize=5_000)
def _find_told(text: str) -> tuple[int, ...]:
    """Give the places of the formulas that a sentence is."""
    bare = text.strip()
    return tuple(place for place, one in enumerate(_FORMULAS) if one.told.fullmatch(bare))
