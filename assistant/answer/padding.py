"""Quotations that say nothing beside the best one: a byline, a web address, a bare heading, a note."""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.types import BlockKind

_TOLD = frozenset(
    {
        QuestionKind.REASON,
        QuestionKind.MANNER,
        QuestionKind.PURPOSE,
        QuestionKind.TOPIC,
        QuestionKind.DEFINITION,
        QuestionKind.YESNO,
        QuestionKind.LIST,
        QuestionKind.STATUS,
    }
)
"""Kinds of question that a sentence answers: a bare "Postbus 412" may be the value that another kind asks for."""
_ADDRESS = re.compile(r"\W*(?:\d{1,3}\W*)?(?:https?://|www\.)\S+\W*")
_BYLINE = re.compile(
    r"\W*(?:(?:geschreven|gepubliceerd|geplaatst|samengesteld|opgesteld|tekst|foto|fotografie|beeld|bron|auteurs?|redactie)"
    r"(?: en (?:foto|beeld|tekst))?(?: door\b| ?:)|©).{0,80}",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\((?:[A-ZÀ-Þ][\w-]*)(?: [\w-]+)?\)|(?:artikel|hoofdstuk|paragraaf|bijlage|vraag|antwoord|tabel|figuur|noot|\d)[ \d.]*",
    re.IGNORECASE,
)
"""A note of one or two words in brackets, and a number of a part: "(Rijksoverheid)", "Artikel 3."."""

_CONTACT = re.compile(
    r"\W*(?:(?:(?:[TFEM]|tel|telefoon|fax|e-?mail)\b\W*)?(?:\(?\+?\d[\d ()/.-]{6,}\d\w{0,4}|\S+@\S+|www\.\S+)\s*){1,4}",
    re.IGNORECASE,
)
"""Numbers and addresses to reach somebody at, with nothing beside."""


def is_padding(kind: QuestionKind, unit: Unit) -> bool:
    """Tell whether a sentence says nothing to a question of a kind where it is not the best one; no item or row does so."""
    if kind not in _TOLD or unit.items or unit.reading.blocks[unit.block].kind is BlockKind.ROW:
        return False
    text = unit.text.strip()
    return any(form.fullmatch(text) is not None for form in (_ADDRESS, _BYLINE, _BARE, _CONTACT))
