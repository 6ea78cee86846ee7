"""The question in a message: without greeting, without "ik zou graag weten", without thanks behind it.

"Goedendag, ik werk aan een nota en zou graag weten wie de brug opende. Kunt u dat nakijken?" asks
"wie de brug opende". A message that asks outright stays as it is.
"""

from __future__ import annotations

import re

_GREETING = re.compile(
    r"^(?:hallo|dag|hoi|goede(?:n)?(?:dag|morgen|middag|avond)|beste(?: [\w ]{2,30})?|geachte(?: [\w ]{2,30})?|"
    r"(?:even |nog )?(?:een |een korte |een snelle )?vraag(?:je)?)[,.:!]+\s+",
    re.IGNORECASE,
)
_ASKS = (
    r"(?:(?:(?:in|op|van|voor|met|bij|door|aan|naar|uit|tot|sinds|vanaf|om|over|onder|binnen) )?"
    r"(?:wie|wiens|wat|waar\w*|wanneer|hoe\w*|welke?)|of)\b"
)
_INTRODUCED = re.compile(
    r"^(?P<before>[^?]{0,200}?\b(?:weten|weet|vertel(?:len)?|zeg(?:gen)?|uitleggen|leg uit|aangeven|geef aan|nagaan|nakijken|"
    r"opzoeken|uitzoeken|vroeg|vragen|vraag|vroegen|benieuwd|zoek|zoeken|bekend|idee)"
    rf"(?: (?:ik|u|je|jij|jullie|mij|me|wij|we|ons|eens|misschien|graag|ook|zich|af|uit|op|naar|toevallig))*,?:? )(?P<asked>{_ASKS})",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"\b(?:ik|u|je|jij|jullie|mij|me|wij|we|ons|onze|mijn|iemand|collega\w*)\b|^(?:vertel|zeg|leg uit|geef aan|is (?:het |er )?bekend)\b",
    re.IGNORECASE,
)
_REQUESTED = re.compile(
    r"^(?:kunt|kun|kan|wilt|wil|zou|zoudt) (?:u|je|jij|jullie|iemand) (?:(?:mij|me|ons|eens|misschien|graag|alstublieft|aub) )*"
    r"(?P<what>(?:een|de|het|alle|al de|welke?) .{3,120}?) (?:willen |kunnen )?(?:geven|noemen|opsommen|opnoemen|vertellen)\b(?P<more>.*)$",
    re.IGNORECASE,
)
"""A request with its verb behind what is wanted: "kunt u de partners noemen"."""
_ASKED_FIRST = re.compile(rf"^(?:{_ASKS})", re.IGNORECASE)
_THANKS = re.compile(
    r"(?<=[\w)\]’'”\"])\s*[.?!,;]+\s*(?:(?:kunt|kan|kun|wilt|wil|weet|weten) (?:u|je|jij|jullie|iemand)\b[^?]{0,60}\??|"
    r"(?:alvast|bij voorbaat|hartelijk|met vriendelijke|vriendelijke|groet|dank|bedankt|graag)\b.{0,60})$",
    re.IGNORECASE,
)


def strip_preamble(text: str) -> str:
    """Give the question proper of a message, with its first letter in capitals; the message itself when it has no more."""
    asked = _GREETING.sub("", text)
    bare = _THANKS.sub("", asked)
    if _asks(bare):
        asked = bare
    found = None if _ASKED_FIRST.match(asked) else _INTRODUCED.match(asked)
    if found is not None and _SPEAKER.search(found["before"]):
        asked = asked[found.start("asked") :]
    wanted = _REQUESTED.match(asked)
    if wanted is not None:
        asked = f"Geef {wanted['what']}{wanted['more']}"
    if asked == text or not asked.strip(" ?!."):
        return text
    closed = asked.rstrip(" .!?")
    return f"{closed[:1].upper()}{closed[1:]}?"


def _asks(text: str) -> bool:
    """Tell whether there is a question left, not just "weet u dat"."""
    return len(text.split()) > 2 and bool(
        re.search(rf"(?:^|\s)(?:{_ASKS})", text, re.IGNORECASE) or "?" in text
    )
