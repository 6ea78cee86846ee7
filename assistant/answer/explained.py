"""The thing that a question wants explained: "een fieldlab" in "Wat is een fieldlab?" and "Wat verstaat men onder een fieldlab?"."""

from __future__ import annotations

import re
from functools import lru_cache

_LONGEST = 5
"""Words of a thing that is explained; more are a statement about it."""
_WHAT = (
    r"(?:(?:nu|nou|dan|precies|eigenlijk|zoal) )*(?:(?:volgens|bij|binnen|in) .{2,60}? (?=een ))?"
    r"(?:(?P<article>een|de|het|’t|'t) )?(?P<what>.{1,80}?)"
)
_WORD = _WHAT.replace("<what>", "<word>")
"""A thing, and a word of which the meaning is asked: "van ..." behind it says whose it is."""
_END = r"(?:,? (?:precies|eigenlijk|nu|zoal|ook alweer|in))*(?: voor (?:een )?[\w-]+)?(?: (?:precies|eigenlijk))?"
_IS = r"(?:is|zijn|was|waren)"
_MUST = r"(?:moet|moeten|dient|dienen|kan|kunnen|mag|mogen)"
_ASKED = tuple(
    re.compile(rf"^(?:en |maar )?{pattern}$", re.IGNORECASE)
    for pattern in (
        rf"wat (?:wordt|werd) (?:er )?(?:.{{2,40}} )?onder {_WORD} verstaan",
        rf"wat (?:wordt|werd) (?:er )?(?:.{{2,40}} )?met {_WORD} bedoeld",
        rf"wat (?:wordt|werd) (?:er )?(?:.{{2,40}} )?(?:bedoeld met|verstaan onder) {_WORD}",
        rf"wat {_MUST} (?:er |men |we |wij )?(?:.{{2,40}} )?onder {_WORD} (?:te )?(?:worden )?(?:verstaan|begrepen)(?: (?:te )?worden)?",
        rf"wat {_MUST} (?:er |men |we |wij )?(?:.{{2,40}} )?(?:te )?(?:worden )?(?:verstaan|begrepen)(?: (?:te )?worden)? onder {_WORD}",
        rf"wat (?:verstaa[tn]|verstond(?:en)?) .{{2,60}}? onder {_WORD}",
        rf"wat bedoel(?:t|en|de|den) .{{2,60}}? met {_WORD}",
        rf"wat voor (?:soort |type )?[\w-]+ {_IS} {_WHAT}{_END}",
        rf"wat (?:{_IS}|betekent|betekenen|heet|toont|behelst|behelzen|omvat) {_WHAT}{_END}",
        rf"wat houd(?:t|en) {_WHAT}{_END}",
        rf"wanneer is (?:er )?sprake van {_WHAT}",
        rf"{_WHAT}[,:] (?:wat (?:{_IS}|betekent|betekenen|houdt) (?:dat|dit|die|het)|waar(?:voor)? staa[tn]).*",
        rf"waar staa[tn] {_WHAT} voor(?:,.*| (?:in|bij|binnen|volgens|op) .*)?",
        rf"waarvoor staa[tn] {_WHAT}",
        rf"waar(?:van)? {_IS} {_WHAT} (?:de )?afkorting(?: van)?",
        rf"(?:leg|kunt u|kun je) .{{0,40}}\buit(?:leggen)? wat {_WHAT} (?:{_IS}|inhoudt|betekent)",
        rf"wat (?:een|de|het) {_WHAT} (?:{_IS}|inhoudt|betekent)",
        rf"hoe (?:definieer|omschrijf)\w* (?:de |het |een )?\S+ {_WORD}",
        rf"hoe (?:wordt|worden|{_IS}) {_WORD} (?:omschreven|gedefinieerd)",
    )
)
"""The questions that ask what something is; the first that fits a question decides."""
_SPEAKER = re.compile(
    r"^(?P<asks>(?i:wat (?:is|zijn|was|waren|betekent|betekenen|omvat|houdt|houden))) volgens "
    r"(?:(?:de|het|een|deze|dit) )?[\w’'-]+(?: (?:(?:van|voor|de|het) )*[A-ZÀ-Þ][\w’'-]*)* (?=[a-z])"
)
"""Who says it, right behind the verb: no part of the thing."""
_CALLED = re.compile(
    r"^(?:(?:de|het) )?(?:(?:definitie|betekenis) van (?:een |de |het )?|"
    r"(?:afkorting|begrip|term|woord|letterwoord|naam|letters|principe|maatregel) )(?=[\w“\"'‘])",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"'‘](?P<what>[^“”\"'‘’]{2,60})[”\"'’]")
_ABOUT = re.compile(
    r",? (?:volgens|in|bij|binnen|uit|voor|op|tussen|zoals|met|tijdens|naar|tegen|als|die|dat)\b.*|,.*"
)
"""Where, by whom or for whom it is so: no part of the thing."""
_RELATED = re.compile(r" (?:met|tussen|voor|als|aan|tegen|naar|om|op|over|tijdens|na|door)\b")
_OWN = re.compile(r"(?<=[a-zà-ÿ]{3}) van (?![^“”‘’]*[”’\"']).*")
_ASPECT = re.compile(r"^[a-zà-ÿ][\w-]*(?: [a-zà-ÿ][\w-]*)* van ")
_NO_THING = re.compile(
    r"^(?:er|dat|dit|het|die|hij|zij|ze|we|wij|men|je|u|nodig|nieuw|volgens|van|de eerste|een van|wat|welke?|onmisbaar)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=100)
def find_explained(question: str) -> str | None:
    """Give the thing that a question wants explained, as it says it; None when it asks something about a thing.

    "De functie van een fieldlab" is something about one; "de Canon van Vlaanderen" is a name.
    """
    plain = _SPEAKER.sub(r"\g<asks> ", " ".join(question.split()).rstrip(" ?!."))
    for pattern in _ASKED:
        found = pattern.match(plain)
        if found is not None:
            named = found.groupdict()
            said = named.get("what") or _OWN.sub("", named.get("word") or "")
            return _trim(said, any_one=named["article"] == "een")
    return None


def _trim(said: str, *, any_one: bool) -> str | None:
    """Give a thing without what is said around it; None for what it is to another one: "de brug naar Lier"."""
    thing = _CALLED.sub("", said.strip())
    quoted = _QUOTED.search(thing)
    if quoted:
        return quoted["what"].strip().removeprefix("van ")
    if not any_one and _RELATED.search(thing):
        return None
    thing = _ABOUT.sub("", thing).strip(" ’'“”\"‘")
    if not thing or _NO_THING.match(thing) or _ASPECT.match(thing) or len(thing.split()) > _LONGEST:
        return None
    return thing
