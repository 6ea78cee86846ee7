"""Clauses with "om ... te": where one ends that opens its sentence, and which is no aim but belongs to the noun before it.

"Om de kade te sparen vaart het veer om" says why up to "sparen"; "de ruimte om te bouwen" says which room, not why.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.types import Span

_OWNED = re.compile(
    r"\b(?:mogelijkhe(?:id|den)|kans(?:en)?|recht(?:en)?|plicht|verplichting|ruimte|tijd|gelegenheid|vrijheid|bevoegdhe(?:id|den)|opdracht|"
    r"verzoek|voorstel|voornemen|plan(?:nen)?|besluit|poging(?:en)?|afspraak|oproep|neiging|toestemming|aanbod|belofte|bereid|verplicht|"
    r"gemakkelijk|makkelijk|gemakkelijker|makkelijker|moeilijk|moeilijker|lastig|lastiger|eenvoudiger|voldoende|genoeg|toe) $",
    re.IGNORECASE,
)
"""What takes a clause with "om ... te" as its own."""
_URGED = re.compile(
    r"\b(?:stimuleer(?:t|de|den)?|stimuleren|verplicht|verplichten|moedig(?:t|en|de|den)?|verzoek(?:t|en)|dwing(?:t|en)|"
    r"roep(?:t|en)|help(?:t|en)|hielp(?:en)?|spo(?:ort|ren)) (?:[\w-]+ ){1,6}$",
    re.IGNORECASE,
)
"""Who is urged or helped to do something, before a clause that tells what."""
_AIM = re.compile(r"om\b", re.IGNORECASE)
_FINITE = (
    r"(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|kan|kunnen|moet|moeten|mag|mogen|zal|zullen|zou|wil|willen|gaat|gaan|komt|komen|"
    r"krijgt|krijgen|blijft|blijven|[a-zà-ÿ]{3,}(?:en|t|de|den|te|ten)(?= (?:we|wij|het|de|er|een|onze|deze|dit|dat|die|iedere?|elke?|alle|men)\b))"
)
_MAIN = re.compile(
    rf"(?P<aim>om\b[^.;]{{0,200}}?\bte (?!\w+ te\b)[a-zà-ÿ]+en(?:(?: en| of|,) (?:\w+ ){{0,4}}te [a-zà-ÿ]+en){{0,5}})(?:,| (?={_FINITE}\b))",
    re.IGNORECASE,
)
"""An aim that opens a sentence, up to its verb or comma behind which the sentence goes on."""


def is_complement(text: str, start: int) -> bool:
    """Tell whether a clause with "om" belongs to the word before it: "de ruimte om te bouwen"."""
    if _AIM.match(text, start) is None:
        return False
    return _OWNED.search(text, 0, start) is not None or _URGED.search(text, 0, start) is not None


def close_aim(unit: Unit, found: Candidate) -> Candidate:
    """Give an aim that opens its sentence without the rest of that: "om de kade te sparen" of "om de kade te sparen vaart ..."."""
    start = found.span.start - unit.span.start
    if re.search(r"[^\W\d]", unit.text[:start]):
        return found
    aim = _MAIN.match(unit.text, start)
    if aim is None or aim.end("aim") >= found.span.end - unit.span.start:
        return found
    return replace(found, span=Span(start, aim.end("aim")).shift(unit.span.start))
