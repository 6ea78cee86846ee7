"""Numbers with the thing they count: "ruim 770.000 bezoekers", "vier projecten", "30"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.answer.cues import NUMBER_WORDS
from assistant.types import Span

_UNITS = "|".join(sorted((word for word in NUMBER_WORDS if word not in ("een",)), key=len, reverse=True))
_COMPOUND = rf"(?:(?:{_UNITS}|een)en)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|(?:{_UNITS})?honderd|(?:{_UNITS})?duizend"
NUMBER_IN_WORDS = rf"(?:{_COMPOUND}|{_UNITS})"
"""A number that is written in letters, as a pattern: "veertien", "vijfentwintig", "honderd"."""
_QUANTITY = re.compile(
    rf"""
    (?P<about>\b(?:meer\ dan|minder\ dan|ruim|circa|ca\.|ongeveer|zo'n|zo’n|bijna|minstens|minimaal|maximaal|tot|
       tenminste|ten\ minste|een\ kleine|een\ goede|rond\ de)\s+)?
    (?P<number>(?<![\w€.,/-])\d{{1,3}}(?:[.\u00a0\u2009\u202f\ ]\d{{3}})+(?![\d/-])(?:,\d+)?|
       (?<![\w€.,/-])(?<![A-Za-z][+])\d++(?:,\d+)?(?!\.\d)(?!/(?:\d|E))(?![\w/-]*\d{{3}}-)(?!(?:e|de|ste|[a-kA-Z])\b|
          \ ?[°º](?!\ ?(?:[CFK]|Celsius)\b)|
          -(?:jarig|daags|urig|persoons|talig|puntig|maands|weeks)e?n?\b)|\b{NUMBER_IN_WORDS}\b|
       \been(?=\s+(?:miljoen|miljard)\b)|
       \b(?:tientallen|honderden|duizenden|tienduizenden|enkele\ tientallen|
          een\ (?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|vijftien|twintig|dertig|vijftig|honderd)tal|beide)\b)
    (?P<scale>\s+(?:miljoen|miljard|duizend|mln|mld))?
    (?P<percent>\s*(?:%|procent\b))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r"\s*(?P<words>(?:[‘’“”'\"]?[^\W\d_][\w’'-]*[‘’“”'\"]?\s*(?:\([^)]{0,30}\)\s*)?){0,5})"
)


_RANKED = re.compile(
    r"(?<![Pp]er )(?<![Ee]lke )(?<![Ii]edere )\b(?:(?i:top|nummers?|nr\.?|prio|prioriteit|fase|hoofdstuk|hfst\.?|artikel(?:en)?|artt?\.|"
    r"lid|leden|sub|onderde(?:el|len)|punt(?:en)?|bijlagen?|figuur|fig\.|tabel|pagina's?|blz\.?|vra(?:ag|gen)|antwoord(?:en)?|"
    r"motie|paragraaf|lijn|groep|klasse|schaal|stap|ronde|deel|editie|scenario|variant|categorie|niveau|type|versie|"
    r"noot|voetnoot|werkgroep|cluster|pijler|tranche|dossier(?:nummer)?|documentnummer|kenmerk)|[A-Z]|[A-Z]{2,6}\([12]\d{3}\))"
    r"[ -](?:\d+[a-z]?(?:\.\d+)*(?:, | en | of | tot en met | t/m )){0,5}$"
)
"""Words after which a number is a rank or a reference and counts nothing: "artikelen 9, 13 en 15", "lijn 491"."""
_MEMBER = re.compile(
    r"\b(?:[Aa]rtikel|artt?\.|lid|leden|aanhef|onderdeel|sub)\b[^.;:]{0,30}?\b(?:onder|sub) (?:\d+[°º]?(?:, | en | of | tot en met )){0,4}$"
)
"""Before the number of a part of a rule: "het eerste lid, onder 4"."""
_PAPER = re.compile(
    r"\bKamerst\w*[^;]{0,40}$|\b(?:Stb|Stcrt|Stc|Trb|Pb(?:E[GU])?|B\.S|BS)\.? ?(?:van )?(?:[CL] )?(?:(?:19|20)\d\d)?,? ?(?:[CL] |nr\.? ?|nummer )?$|"
    r"\b(?:Staatsblad|Staatscourant|Tractatenblad|Publicatieblad) (?:van )?(?:(?:19|20)\d\d)?,? ?(?:nr\.? ?|nummer )?$|"
    r"\b(?:[Vv]erordening|[Rr]ichtlijn|[Bb]esluit|[Bb]eschikking)(?:en)? (?:\((?:EG|EU|EEG|Euratom)(?:, Euratom)?\) (?:nr\.? ?)?|nr\.? ?)$|"
    r"\b(?:[Vv]erordening|[Rr]ichtlijn|[Bb]eschikking)(?:en)? $|"
    r"\b(?:ISO|NEN|NTA|NPR|IEC|DIN|BRL|COM)[ -]$"
)
"""Before the number of a paper of parliament ("Kamerstukken II 2003/04, 29 435"), gazette, rule or standard."""
_OBSERVED = re.compile(
    r"\bin acht(?=\s*(?:[.,;:)]|$)|\s+(?:en |(?:dient|dienen|moet|moeten|wordt|worden|is|zijn) )?(?:te )?(?:worden )?(?:ge)?n(?:ee|e|a|o)m)",
    re.IGNORECASE,
)
"""The words that say that a rule is kept, and no eight of anything: "neemt de termijn in acht"."""
_REACH = 60
"""Characters before a number in which such a word is looked for."""
_RANGE = re.compile(r"\s?(?:tot|à|of|–|-)\s?|\s(?:tot en met|t/m)\s")
"""What stands between the least and the most of one number: "vier tot acht uur"."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written, with up to five words after it; offsets in the text."""

    span: Span
    number: Span
    following: tuple[tuple[str, int], ...]
    percent: bool


@lru_cache(maxsize=20_000)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Give the numbers of `text` in order; a least and a most with one noun are one ("vier tot acht uur")."""
    found: list[Quantity] = []
    for match in _QUANTITY.finditer(text):
        reach = max(0, match.start() - _REACH)
        if any(form.search(text, reach, match.start()) for form in (_RANKED, _PAPER, _MEMBER)):
            continue
        if match["number"].lower() == "acht" and _OBSERVED.match(text, match.start("number") - 3):
            continue
        quantity = _read(text, match)
        before = found[-1] if found else None
        if before is not None and _RANGE.fullmatch(text, before.span.end, quantity.number.start):
            found.pop()
            quantity = replace(
                quantity, span=Span(before.span.start, quantity.span.end), number=before.number
            )
        found.append(quantity)
    return tuple(found)


def _read(text: str, match: re.Match[str]) -> Quantity:
    after = _FOLLOWING.match(text, match.end())
    words: list[tuple[str, int]] = []
    if after:
        base = after.start("words")
        words = [
            (word.group(), base + word.end())
            for word in re.finditer(r"[^\W\d_][\w’'-]*", after.group("words"))
        ]
    stop = match.end("scale") if match.group("scale") else match.end("number")
    if match.group("percent"):
        stop = match.end("percent")
    number = Span(match.start("number"), stop)
    return Quantity(Span(match.start(), stop), number, tuple(words), bool(match.group("percent")))
