"""Questions that put two documents side by side: each is asked of its own document ("Vergelijk VVD en NSC over X").

What is compared are not the names: without a word of the subject in what is quoted of a document, nothing is found in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.answer.apart import Side
from assistant.answer.seconding import says_any
from assistant.answer.titlenames import Named, without_known
from assistant.dutch import content_stems
from assistant.types import Answer

_COMPARES = re.compile(
    r"^(?:vergelijk\w*|(?:(?:wat|welke?) (?:is|zijn) )?(?:het |de )?(?:belangrijkste |grootste )?(?:verschil\w*|overeenkomst\w*)|"
    r"(?:hoe|waarin) (?:verschil\w*|lijk\w*)|zet .* naast elkaar)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:over|qua|wat betreft|op het (?:gebied|vlak|punt) van|als het (?:gaat|aankomt) om|ten aanzien van|inzake|rond|bij)\s+"
    r"(?P<subject>[^?!.]+)",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"^\s*,?\s*(?:en|of|dan|zowel|als|met|en ook|en bij|en in|en volgens)?\s*(?:van |bij |volgens )?$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:volgens |blijkens )?(?:(?:de|het|een|dat|die) )?", re.IGNORECASE)


def read_sides(text: str, named: Sequence[Named]) -> tuple[Side, ...]:
    """Give what is asked of each of the documents that a question names; none when it does not put them side by side."""
    shown = " ".join(text.split())
    names = [_LEAD.sub("", one.known[0]) for one in named]
    if _COMPARES.match(shown):
        found = _SUBJECT.search(without_known(shown, [said for one in named for said in one.known]))
        if found is None:
            return ()
        return tuple(Side(name, f"Wat staat er over {found['subject'].strip()}?") for name in names)
    places = [(shown.find(one.known[0]), len(one.known[0])) for one in named]
    between = [shown[start + size : after] for (start, size), (after, _) in pairwise(places)]
    if not all(map(_JOINED.match, between)):
        return ()
    first, last = places[0][0], sum(places[-1])
    return tuple(
        Side(name, f"{shown[:first]}{one.known[0]}{shown[last:]}")
        for name, one in zip(names, named, strict=True)
    )


def speaks_of_subject(answer: Answer, side: Side, named: Named) -> bool:
    """Tell whether the answer of one side quotes something of what both are asked."""
    asked = set(content_stems(without_known(side.question, named.known))) - _ASKED
    return answer.answered and (not asked or says_any(answer, asked))


_ASKED = frozenset(content_stems("wat staat willen wil wilden doen zeggen vinden gaan vindt zegt"))
