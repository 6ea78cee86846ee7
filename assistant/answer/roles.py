"""Roles in questions and texts: "directeur" asks also for a "directrice" or a "CEO"."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.adjectives import is_adjective
from assistant.answer.cues import LINKING_WORDS, ROLE_GROUPS, ROLE_WORDS
from assistant.answer.question import Question
from assistant.dutch import fold

_NO_POSTS = frozenset(
    "algemeen financieel persoon personen medewerker ambtenaar functionaris aanspreekpunt contactpersoon".split()
)
_OF_SOMEBODY = re.compile(
    r"(?:\b[Aa]an het hoofd\b|\b(?<![Ww]ie is )(?:[Mm]inister(?:-president)?|[Ss]taatssecretaris|[Gg]edeputeerde|"
    r"[Bb]urgemeester|[Ww]ethouder|[Ss]chepen|[Pp]remier|[Kk]oning(?:in)?|[Cc]ommissaris|lid) (?=[A-ZÀ-Þ]))"
)
"""Roles in a question that are not asked for: of somebody with a name ("minister Heinen"), or in an idiom."""
_WHO = re.compile(r"\bwie\b", re.IGNORECASE)
_WHO_DOES = re.compile(
    r"^\W*(?:(?:en|maar|dus) )?(?:(?P<link>[a-z]+) )?wie (?:moet|moeten|mag|mogen|kan|kunnen|zal|zou|wil|wilde|moest)?\b"
    r"(?! ?(?:is|was|waren|zijn|word\w*|werd\w*|heet\w*|ble(?:ef|ven)|blijf\w*)\b)",
    re.IGNORECASE,
)
"""A question for who does something: with another verb than "is" or "wordt"."""
_IN_PLACE = re.compile(r"\b(?:volg\w*|vervang\w*|verving\w*|plaats|opvolg\w*)\b", re.IGNORECASE)
_HAS_POST = re.compile(r"\b(?:functie|rol|ambt|post|titel|positie|taak) (?:van )?$", re.IGNORECASE)
"""What makes the role behind another verb the one asked for."""
_ASIDE = (LINKING_WORDS - {"van", "tot"}) | frozenset(
    "namens naast volgens tegen via onder zonder samen".split()
)
"""Prepositions behind which a role is that of somebody else than is asked for."""
_ARTICLES = frozenset("de het een deze die dit dat zijn haar hun elke iedere".split())
_GROUP_POSTS = frozenset(
    "trekker eigenaar oprichter opvolger voorganger architect ontwerper adviseur".split()
)
"""Roles that an organisation can have too."""
_ENDINGS = (
    *("directeur", "directrice", "voorzitter", "manager", "secretaris", "minister", "leider", "lid"),
    *("commissaris", "bestuurder", "inspecteur", "griffier"),
)


_LEADS = re.compile(
    r"\b(?:aan het hoofd|de leiding (?:over|van|heeft|had|krijgt|kreeg)|leid(?:t|de|den|en)|voorzit(?:ten)?|voorzat(?:en)?|"
    r"z(?:it|at) .+\bvoor\W*$)",
    re.IGNORECASE,
)
_GUIDES = re.compile(r"\bleid(?:t|de|den|en)\b.* (?:toe|op|af|rond)\b|\bgoede banen\b", re.IGNORECASE)
"""Other verbs than to lead: "toeleiden", "opleiden"."""
LED = re.compile(
    r"\b(?:(?:ge)?leid(?:t|de|den|ing|end)?|leider|hoofd|voorzit\w*|trekker|trekt|\w*directeur|\w*bestuurder|co[oö]rdin\w*|\w*sturing|aangestuurd|regie)\b",
    re.IGNORECASE,
)
"""Words of a sentence that say who leads."""
_LEADERS = frozenset(
    "directeur directrice ceo hoofd leider leidinggevende baas topman topvrouw voorzitter voorzitster president "
    "projectleider projectmanager programmamanager programmaleider programmadirecteur rector decaan".split()
)
_POSSESSED = re.compile(r"(?:van|bij)(?: (?:de|het))? (?P<whose>[A-ZÀ-Þ][\w'’&/-]*(?: [A-ZÀ-Þ][\w'’&/-]*)*)")
"""Of whom a role is, right behind it."""


@lru_cache(maxsize=256)
def asks_leader(question: Question) -> bool:
    """Tell whether the question asks who leads something without naming a role ("wie staat aan het hoofd van ...")."""
    return bool(_LEADS.search(question.text)) and not _GUIDES.search(question.text)


def is_leader(role: str) -> bool:
    """Tell whether the words of a person's role are those of one who leads."""
    return bool(_LEADERS & _own_roles(role.replace(",", " ").split()))


@lru_cache(maxsize=256)
def asked_holder(question: Question) -> str:
    """Give whose role is asked for: the name right behind the role ("de directeur van X"), empty without one."""
    for token in reversed(question.words):
        if _own_roles([token.text]):
            found = _POSSESSED.match(question.text, token.span.end + 1)
            return found["whose"] if found else ""
    return ""


@lru_cache(maxsize=256)
def asks_role(question: Question) -> bool:
    """Tell whether the question names a role of persons ("wie is de directeur van ...")."""
    return bool(_roles_of([word for word in _asked_words(question) if fold(word) not in _GROUP_POSTS]))


def same_role(question: Question, role: str) -> bool:
    """Tell whether the words of a person's role hold the role that is asked for.

    Only the asked role stands for its likes: a director is a "bestuurder" and so is a board member,
    but neither is the other.
    """
    return bool(_asked_roles(question) & _own_roles(role.replace(",", " ").split()))


@lru_cache(maxsize=256)
def _asked_roles(question: Question) -> frozenset[str]:
    """Give the roles that the question asks for, with all that are the same."""
    return _roles_of(_asked_words(question))


def _asked_words(question: Question) -> list[str]:
    """Give the words of the question without roles that it says of somebody."""
    text = question.text
    said = [match.span() for match in _OF_SOMEBODY.finditer(text)]
    does = _WHO_DOES.match(text) is not None and not _IN_PLACE.search(text)
    return [
        token.text
        for token in question.words
        if not any(start <= token.span.start < end for start, end in said)
        and not _is_of_another(text, token.span.start, does=does)
    ]


def _is_of_another(text: str, start: int, *, does: bool) -> bool:
    """Tell whether the word there belongs to another than who is asked for: behind "namens", or beside the one who `does`.

    "Wie praat namens de minister", "Wie benoemt de directeur"; not "Wie tekent als directeur".
    """
    if not _WHO.search(text, 0, start):
        return False
    words = text[:start].split()
    place = len(words)
    while place and words[place - 1].islower() and is_adjective(words[place - 1]):
        place -= 1
    if place and words[place - 1].lower() in _ARTICLES:
        place -= 1
    before = words[place - 1].lower() if place else ""
    if before in ("als", "tot") or _HAS_POST.search(" ".join(words[:place]) + " "):
        return False
    return does or before in _ASIDE


def _roles_of(words: list[str]) -> frozenset[str]:
    """Give the roles among the words with all that are the same."""
    own = _own_roles(words)
    return own.union(*(group for group in ROLE_GROUPS if own & group))


def _own_roles(words: list[str]) -> frozenset[str]:
    """Give the roles among the words as they stand, and the role that a compound ends in."""
    found: set[str] = set()
    for word in words:
        plain = fold(word.strip(".,;:()")).removesuffix("-generaal")
        found |= {plain} & ROLE_WORDS | {
            ending for ending in _ENDINGS if len(plain) > 8 and plain.endswith(ending)
        }
    return frozenset(found - _NO_POSTS)
