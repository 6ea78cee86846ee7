"""Who is called by his post in a question: "met wie sprak de minister?" is not answered by the minister."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from assistant.answer.cues import ROLE_WORDS
from assistant.answer.names import Name
from assistant.answer.parts import DOER, asked_link
from assistant.answer.question import Question
from assistant.dutch import fold

_BESIDE_POST = re.compile(r"\b(?:met|aan|tegen|namens|door|naast|tegenover) (?:de|het) (?P<post>[a-z-]+)")


def leave_named(question: Question, text: str, names: Sequence[Name], known: Collection[str]) -> list[Name]:
    """Give the names without the person whom the question calls by his post: "met wie sprak de minister?" is not the minister.

    Where that leaves nobody, as where two have the post, all of them are given.
    """
    named = [name for name in names if _is_called(question, text, name, known)]
    left = [name for name in names if name not in named]
    return left if any(name.kind == "person" for name in left) else list(names)


def _is_called(question: Question, text: str, name: Name, known: Collection[str]) -> bool:
    """Tell whether a person has the post by which the question calls somebody on the side that it does not ask for."""
    if name.role is None or name.kind != "person":
        return False
    posts = {fold(word) for word in name.role.of(text).split()} & ROLE_WORDS & set(known) - {question.asked}
    if asked_link(question) not in (None, DOER):
        return bool(posts)
    return any(found["post"] in posts for found in _BESIDE_POST.finditer(fold(question.text)))
