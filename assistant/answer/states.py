"""Words that tell how far something is, and what can stand alone as the answer to such a question."""

from __future__ import annotations

import re

from assistant.answer.itemwords import holds_clause
from assistant.dutch import fold
from assistant.dutch.verbs import find_infinitive

STATE = re.compile(
    r"\b(?:vertraagd|vertraging|afgerond|voltooid|gereed|gestart|van start|in ontwikkeling|in uitvoering|"
    r"op schema|op koers|in voorbereiding|in de maak|uitgesteld|blijft achter|gerealiseerd|opgeleverd|goedgekeurd|"
    r"gewerkt aan|achterstand|stilgelegd|loopt achter|ingetrokken|vervallen|opgeheven|beëindigd|beëindiging|stopgezet|uitgestelde|"
    r"vastgesteld|definitieve vaststelling|opgeschort|aangenomen|verworpen|ingevoerd|in werking|van kracht|uitgewerkt|in behandeling|"
    r"keur(?:t|de|en|den)\b[^;]{3,240}?\bgoed|in gang gezet|in gebruik genomen|tot uitvoering|in (?:de )?(?:\w+ )?fase|stil(?:ligt|liggen)|"
    r"bevind(?:t|en) zich|opgestart|hervat|operationeel|uitgevoerd|gehaald|behaald|verkend|onderzocht|onderzoekt|onderzoeken)\b",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"\b(?:klaar|on hold|lopend\w*|lopen|loopt|open|gesloten|dicht|definitief|voorlopig|concept|ontwerp|pilot\w*|proef\w*|"
    r"\w*fase|\w*status|stadium|schema|koers|stil|achter|gaande|bezig|wacht\w*|ongewijzigd|geldig|geldt|vol|leeg|actief|inactief|"
    r"beschikbaar|voorbereid|verspreid|besteed|uitgebreid|\w+eerd|"
    r"bekend|onbekend|voortijdig|tijdelijk|nog (?:niet|in|te|geen)|(?:mis)?lukt\w*)\b|\d ?(?:%|procent\b)",
    re.IGNORECASE,
)
"""Words beside those of `STATE` that tell it by themselves in a short answer, though not in any sentence."""
_VERB = re.compile(
    r"(?<!\bde )(?<!\bhet )(?<!\been )(?<!\bvan )(?<![\w-])(?P<verb>[a-zà-ÿ]{3,}(?:d|t|en))(?![\w-])"
)
"""What may be a participle or another form of a verb; behind an article it is a noun ("het bericht")."""
_LABEL = re.compile(
    r"(?:status|stand(?: van zaken)?|stadium|fase|voortgang|toestand)[^;:]{0,20}: $", re.IGNORECASE
)
"""The heading of a column, before the words of its cell, that makes them a state."""


def tells_state(words: str, before: str = "") -> bool:
    """Tell whether words can stand alone as a state: a predicate or a phrase such as "in uitvoering", not "virtueel".

    `before` is what stands before them in their sentence or row.
    """
    if STATE.search(words) or _STANDING.search(words) or _LABEL.search(before) or holds_clause(words):
        return True
    return any(find_infinitive(fold(verb["verb"])) for verb in _VERB.finditer(words))
