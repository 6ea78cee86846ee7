"""What a person thinks or says: only where a text lets him speak, and not where it only names him."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cues import ORGANISATION_CUES
from assistant.answer.evidence import Unit
from assistant.answer.question import Question
from assistant.dutch import fold

_ASKED = re.compile(
    r"^(?:[Ee]n )?[Ww]at (?:vindt|vinden|vond|vonden|zegt|zeggen|zei|zeiden|denkt|denken|dacht|dachten) "
    r"(?:de |het )?(?:[a-zà-ÿ-]+ )?(?P<who>[A-ZÀ-Þ][\w’'-]+(?: (?:(?:van|de|den|der|het) ){0,2}[A-ZÀ-Þ][\w’'-]+){0,3}) (?:van|over)\b"
)
_SPEAKS = re.compile(
    r"[“”‘’\"«»]|(?<!\w)'|\b(?:volgens|aldus|(?:ver)?tel\w*|zeg\w*|zei(?:den)?|vind\w*|vond\w*|stel(?:t|len|de|den)|noem\w*|hoop\w*|wil|willen|wilde\w*|"
    r"meen\w*|benadruk\w*|pleit\w*|waarschuw\w*|verwacht\w*|denk\w*|dacht\w*|schrijf\w*|schreef|oordeel\w*|kritisch\w*|blij|trots|tevreden|"
    r"enthousiast|bezorgd|zorgen|tegen|voorstander\w*|twijfel\w*|bang|vrees\w*|vrez\w*|bezwa\w*|laak\w*|dring\w*|advis\w*|advies|kant\w*|verwerp\w*|keur\w*|afwijz\w*|sceptisch\w*|betreur\w*|eis\w*|vraag\w*|vroeg\w*|klaag\w*|klacht\w*|welkom|heil|gelukkig|jammer|goed|slecht|belangrijk\w*|steun\w*|reageer\w*|reactie|mening|standpunt|ziet|zien|acht|achten|prijst|prees|"
    r"bekritiseer\w*|juich\w*|geloof\w*|vertrouw\w*|wijs\w*|wees|dank\w*|verzet\w*|onderschrijf\w*|erken\w*)\b",
    re.IGNORECASE,
)
"""Signs that somebody is let speak, or that it is told what he thinks."""


def _is_person(name: str) -> bool:
    """Tell whether a name is of two words or more and no cue of a body: a body also speaks in what it writes."""
    words = name.split()
    return len(words) > 1 and not any(fold(word) in ORGANISATION_CUES for word in words)


def mark_voiceless(question: Question, units: Sequence[Unit]) -> None:
    """Add to `lacks` of each unit the one whose opinion is asked, where its block names him without any word of what he thinks.

    Nor does it tell that of him where he stands neither in the block nor in a heading or the title above it.
    """
    asked = _ASKED.search(question.text)
    if asked is None or not _is_person(asked["who"]):
        return
    last = fold(asked["who"].split()[-1])
    for unit in units:
        reading = unit.reading
        near = [reading.text_of(block) for block in range(max(0, unit.block - 1), unit.block + 1)]
        above = (reading.document.title, *map(reading.text_of, reading.parents[unit.block]))
        named = any(last in fold(text) for text in (*near, *above))
        if not named or not _SPEAKS.search(" ".join(near)):
            unit.lacks = tuple(dict.fromkeys((*unit.lacks, asked["who"])))
