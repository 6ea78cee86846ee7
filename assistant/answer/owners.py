"""The document that an article or a page is said to be of, by words of its title: "artikel 5 van het subsidiereglement"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.scope import Scope, holds_in_names
from assistant.dutch import content_stems
from assistant.types import DocumentRecord

_MOST_WORDS = 12


def find_owner(rest: str, owner: str, records: Sequence[DocumentRecord]) -> Scope | None:
    """Give the documents whose names hold every word of the longest beginning of `owner` that any holds.

    `rest` is the question, in which `owner` stands behind "in" or "van"; the words are left out of it. None where no name holds
    as much as its first word.
    """
    words = list(re.finditer(r"[\w-]+", owner))[:_MOST_WORDS]
    for count in range(len(words), 0, -1):
        name = owner[: words[count - 1].end()]
        stems = content_stems(name)
        if not stems or not content_stems(words[count - 1].group()):
            continue
        wanted = [frozenset((stem,)) for stem in stems]
        documents = frozenset(record.id for record in records if holds_in_names(record, wanted))
        if documents:
            left = re.sub(
                rf"(?:(?<=\s)|^)(?:in|van|uit|bij)\s+{re.escape(name)}",
                "",
                rest,
                count=1,
                flags=re.IGNORECASE,
            )
            return Scope(_tidy(left), documents)
    return None


def name_behind(text: str, end: int) -> str:
    """Give what may be the name of a document behind "van" at a place in a question, up to the end of the clause."""
    found = _BEHIND.match(text, end)
    return found["name"].strip() if found else ""


_BEHIND = re.compile(r"\s+(?:van|uit|bij)\s+(?P<name>[^,;:?!.]+)", re.IGNORECASE)


def names_law(owner: str) -> bool:
    """Tell whether what an article is said to be of is a law or a treaty: "de Gemeentewet", "het EVRM"."""
    return _LAW.match(owner) is not None


_LAW = re.compile(
    r"(?:(?:de|het)\s+)?(?:[\w-]*(?:wet|wetboek|verdrag|richtlijn)(?![\w-])|(?-i:[A-Z]{2,}))", re.IGNORECASE
)


def _tidy(text: str) -> str:
    return re.sub(r"(?<![\s,])[\s,]+(?=[?!.]|$)", "", " ".join(text.split()))
