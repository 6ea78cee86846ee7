"""Roles in questions and texts: "directeur" asks also for a "directrice" or a "CEO"."""

from __future__ import annotations

import re

from assistant.answer.cues import ROLE_GROUPS, ROLE_WORDS
from assistant.answer.question import Question
from assistant.dutch import fold

_NO_POSTS = frozenset(
    "algemeen financieel persoon personen medewerker ambtenaar functionaris aanspreekpunt".split()
)
_OF_SOMEBODY = re.compile(
    r"(?:\b[Aa]an het hoofd\b|\b(?<![Ww]ie is )(?:[Mm]inister(?:-president)?|[Ss]taatssecretaris|[Gg]edeputeerde|"
    r"[Bb]urgemeester|[Ww]ethouder|[Ss]chepen|[Pp]remier|[Kk]oning(?:in)?|[Cc]ommissaris|lid) (?=[A-ZÀ-Þ]))"
)
"""Roles in a question that are not asked for: of somebody with a name ("minister Heinen"), or in an idiom."""
_ENDINGS = ("directeur", "directrice", "voorzitter", "manager", "secretaris", "minister", "leider", "lid")


def asks_role(question: Question) -> bool:
    """Tell whether the question names a role ("wie is de directeur van ...")."""
    return bool(_roles_of(_asked_words(question)))


def same_role(question: Question, role: str) -> bool:
    """Tell whether the words of a person's role hold the role that is asked for.

    Only the asked role stands for its likes: a director is a "bestuurder" and so is a board member,
    but neither is the other.
    """
    asked = _roles_of(_asked_words(question))
    return bool(asked & _own_roles(role.replace(",", " ").split()))


def _asked_words(question: Question) -> list[str]:
    """Give the words of the question without roles that it says of somebody."""
    said = [match.span() for match in _OF_SOMEBODY.finditer(question.text)]
    return [
        token.text
        for token in question.words
        if not any(start <= token.span.start < end for start, end in said)
    ]


def _roles_of(words: list[str]) -> frozenset[str]:
    """Give the roles among the words with all that are the same."""
    own = _own_roles(words)
    return own.union(*(group for group in ROLE_GROUPS if own & group))


def _own_roles(words: list[str]) -> frozenset[str]:
    """Give the roles among the words as they stand, and the role that a compound ends in."""
    found: set[str] = set()
    for word in words:
        plain = fold(word.strip(".,;:()"))
        found |= {plain} & ROLE_WORDS | {
            ending for ending in _ENDINGS if len(plain) > 8 and plain.endswith(ending)
        }
    return frozenset(found - _NO_POSTS)
