"""The pronominal adverb of a question whose preposition stands at its end: "waar let men op" as "waarop let men".

In Dutch "waar" and its preposition part company; together they do not ask for a place.
"""

from __future__ import annotations

import re

from assistant.dutch import load_lexicon
from assistant.dutch.verbs import find_infinitive

_ALONE = (
    r"(?:aan|af|bezig|bekend|bestemd|bedoeld|afhankelijk|verantwoordelijk|goed|trots|uit|mee|te \w+en|"
    r"worden|wordt|werd|werden|is|zijn|kan|kunnen|moet|moeten|(?:aan|achter|af|bij|binnen|door|goed|groot|in|klaar|mee|na|neer|om|onder|op|over|samen|tegen|terug|thuis|toe|uit|vast|voor|vrij|weg)?ge\w{2,}(?:d|t|en)|(?:be|bij|ver|ont|her)\w{2,}(?:d|t|en))"
)
"""What may stand behind a preposition that has no noun of its own: verbs and what goes with them."""
_STRANDED = re.compile(
    r"^waar (?P<rest>(?P<verb>\S+) (?:(?!(?:die|dat)\b)\S+ )*?)(?P<with>aan|achter|bij|in|mee|naar|om|onder|op|over|tegen|toe|uit|van|voor)"
    rf"(?P<tail>(?: (?>{_ALONE}(?= |$)))*)(?P<more>$| (?:bij|in|tijdens|volgens|als|wanneer|om|naast)\b.*)"
)
_PREPOSITIONAL = re.compile(
    r"(?:zich|het|nadruk|rekening|aandacht)\b|^(?:let|letten|lette\w*|dient|dienen|staat|staan|past|werkt|werken|wijst|wijzen|"
    r"hoopt|hopen|rekent|rekenen|gaat|gaan|ging|gingen|spreekt|spreken|denkt|denken|leidt|leiden)\b"
)
"""What a verb with a preposition of its own goes with, and such verbs that have a separable cousin ("opletten")."""


def join_stranded(plain: str) -> str:
    """Give the question (in lower case, without its mark) with "waar" and its preposition in one word, if it has those."""
    found = _STRANDED.match(plain)
    if found is None or (not found["tail"] and _is_particle(found["verb"], found["with"], found["rest"])):
        return plain
    # "waar gaat het om" asks no reason, as "waarom" would.
    word = {"om": "over", "naar": "op"}.get(found["with"], found["with"])
    return f"waar{word} {found['rest']}{found['tail'].strip()}{found['more']}".strip()


def _is_particle(verb: str, word: str, rest: str) -> bool:
    """Tell whether the last word belongs to the verb: "waar vraagt men de premie aan" is about "aanvragen"."""
    if _PREPOSITIONAL.search(rest):
        return False
    infinitive = find_infinitive(verb) or verb
    return load_lexicon().knows_exactly(word + infinitive)
