"""Sentences that say what something is.

A sentence with a word in it seldom says what it means. One that does has it as its subject before "is een", "betekent"
or a colon, opens with "met X bedoelen we", or puts the explanation right behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from assistant.answer.cues import is_plural
from assistant.answer.explained import find_explained
from assistant.answer.textwords import read_words
from assistant.dutch import fold
from assistant.types import Span

SAYS, MAY_SAY, TELLS = 1.0, 0.75, 0.65
"""How surely a sentence says what something is: in the form of a definition, in one that others have too, or by what it
does or is done with it."""
_MOST = 6
"""Times that a sentence names a thing; it is explained at one of the first or not at all."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a sentence says that something is: where that stands in the sentence, and how surely it is one."""

    span: Span
    surely: float


def says_what(question: str, text: str) -> bool:
    """Tell whether a sentence says in so many words what the thing is that a question wants explained."""
    thing = find_explained(question)
    told = find_explanation(thing, text) if thing else None
    return told is not None and told.surely >= SAYS


def find_explanation(thing: str, text: str) -> Explanation | None:
    """Give what a sentence says that a thing is, the surest; None when it says no such thing."""
    found = [one for place in _find_places(thing, text)[:_MOST] if (one := _explain(text, place)) is not None]
    return max(found, key=lambda one: one.surely, default=None)


_ARTICLE = (
    r"(?:een|de|het|zo[’']?n|elke?|ieder|deze|dit|zogeheten|zogenaamde|zogenoemde|begrip|term|afkorting)"
)
_OPENING = re.compile(rf"^\W*(?:\w{{1,3}}[.):] +)?(?:{_ARTICLE} )*[“\"'‘’]*$", re.IGNORECASE)
_WITH = re.compile(r"^\W*(?:met|onder) (?:(?:een|de|het|begrip|term) )*[“\"'‘’]*$", re.IGNORECASE)
_CLAUSE = re.compile(
    r"(?:[:;,(–.]|\b(?:dat|en|of|waarbij|omdat)) (?:(?:een|de|het) )?[“\"'‘’]*$", re.IGNORECASE
)
"""What stands before a thing that opens a sentence, one that is explained in it, and one that opens a clause."""
_ASIDE = (
    r"[”\"'’]*(?: ?\([^()]{1,80}\))?"
    r"(?:,|,? (?:volgens|in|bij|rond|binnen|van|voor|op) [^,.;:()]{1,60}?(?: \([^()]{1,60}\))?,?)?"
)
"""What may stand between a thing and its verb: "(RHC)", "volgens het besluit (artikel 1)"."""
_FILLER = r"(?:dus |dan |hier |hierbij |immers |namelijk |vooral |ook |kort gezegd |in feite |eigenlijk |bijvoorbeeld )*"
_REST = r"\S.{2,300}"
NO_KIND = (
    r"(?!(?:een|de|het) (?:(?!per |van |in |voor |op )[\w-]+ ){0,2}?(?:jaar|jaren|kwartaal|"
    r"maand|maanden|week|weken|dag|dagen|uur|tijd|decennia|keer)\b"
    r"(?! (?:waar\w*|die|dat|van|voor|om)\b)|(?:het )?(?:niet|geen|eens|oneens|mogelijk)\b)"
)
"""What stands behind "is" and says when something was so, or what it is not: "de afgelopen jaren gegroeid",
"het niet eens met de raad"."""
_NO_ASIDE = (
    r"(?!(?:uitgave|editie|versie|druk|deel|jaargang|nummer|nr|paragraaf|hoofdstuk|artikel|art|bijlage|tabel|figuur|kader|pagina|blz|p|"
    r"zie|cf|vgl|hierna|verder|verkort|afgekort|afkorting|bron|ingang|peildatum|stand|per|sinds|vanaf|tot|in|van|d\.d|dd|naar|met ingang|"
    r"bijvoorbeeld|bijv|zoals|onder meer|onder andere|o\.a|waaronder|inclusief|incl|exclusief|excl|ook|al dan niet|wel of niet|eventueel|"
    r"eerste|tweede|derde|vierde|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|begin|eind|medio|"
    r"zomer|najaar|voorjaar|winter|niet|geen|nog)\b)(?![^()]{0,60}\b(?:19|20)\d\d[^()]{0,12}\))"
)
"""What stands between brackets and is no meaning: an edition, a date, a place in a text, a short form, an example."""
_ONE_OF = (
    r"(?!(?:een|één|eén) van (?:de|het|onze|hun|haar|zijn|deze|die)\b|(?:de|het) (?:eerste|tweede|derde|laatste|enige|volgende|belangrijkste)\b|"
    r"(?:een )?(?:\w+ )?(?:goede|slechte|mooie|belangrijke|gedeelde|gezamenlijke|hele|grote|kleine|nieuwe|logische|goeie) "
    r"(?:zaak|stap|keuze|oplossing|ontwikkeling|verantwoordelijkheid|uitdaging|opgave|voorwaarde|vooruitgang|kans|succes)\b|"
    r"een (?:feit|must|succes|probleem|aandachtspunt|uitdaging|gegeven|vereiste|voorwaarde|groot deel)\b)"
)
"""What stands behind "is" and judges a thing or places it among others: "een goede zaak", "een van de vier pijlers"."""
_NO_MEANING = r"(?!(?:niet|geen|veel|weinig|meer|minder|extra)\b)"
"""What stands behind "betekent" and says what follows from a thing."""
_NO_LIST = r"(?!(?:een|de|het) [\w-]+(?:,| en| of) (?:een|de|het) )"
"""What stands behind a comma and is the next thing of a list: "het loket, de brug en de school"."""
_FORMS = tuple(
    re.compile(_ASIDE + pattern, re.DOTALL)
    for pattern in (
        r" [–-] (?i:(?:begrips)?definitie|betekenis|omschrijving|beschrijving|uitleg|verklaring|toelichting): "
        r"(?P<what>\S.{2,600})",
        r" ?(?:betekent|betekenen|betreft|omvat|omvatten|houdt in|staat voor|staan voor|verwijst naar|duidt op|wil zeggen|=)"
        rf":? +{_NO_MEANING}(?P<what>{_REST})",
        rf" (?:is|zijn|was|waren|vormt|vormen) (?:volgens [^,.;:()]{{1,60}}?(?: \([^()]{{1,60}}\))? )?{_FILLER}"
        rf"{NO_KIND}{_ONE_OF}(?P<what>(?:een|de|het|hét|dé|an?|the|alle|elke?|iedere?|wanneer|die|datgene|diegenen|degene) {_REST})",
        # "Wijkzorg is verpleging die ...": a noun with a clause of its own, no participle.
        rf" (?:is|zijn) {_FILLER}(?!(?:\w*ge\w+(?:d|t|en)|(?:be|ver|ont|her)\w+(?:d|t|en)|niet|geen|nog|al|"
        r"voorzien|afhankelijk|verantwoordelijk|afkomstig|geschikt|tevreden|bezig|voorstander|tegenstander|sprake)\b)"
        rf"(?P<what>(?:[a-zà-ÿ-]+e )?[a-zà-ÿ]{{5,}},? (?:die|dat|waar\w*|van|om|met|voor|in) {_REST})",
        rf"(?::| [–-]) (?P<what>(?i:een|de|het|alle|elke?|iedere?|\w+e? \w+ (?:die|dat|van|waar\w*)) {_REST})",
    )
)
"""What stands behind a thing that opens a sentence or a clause and is explained in it."""
_EQUALS = re.compile(r"[”\"'’]* ?\(? ?(?:=|d\.w\.z\.|dat wil zeggen|oftewel|ofwel) (?P<what>[^()]{3,200})")
_NAMED = r"[”\"'’]*(?: \([^()]{1,80}\))?(?: (?:plaats|ge\w+))?"
_NEXT_TO = re.compile(
    rf"{_NAMED}(?:,| [–-]|:) {NO_KIND}{_NO_LIST}"
    r"(?P<what>(?:een|de|het|dit (?:is|zijn)|dat (?:is|zijn)|\w+(?:en|s) (?:die|met|waar\w*)) [^.;]{4,200})",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"{_NAMED}(?:: (?P<told>(?:we|wij|ze|het|men|er) [^.;]{{4,300}})|,? (?P<where>waar(?:bij|in|mee|door) [^.;]{{8,300}})|"
    rf" \({_NO_ASIDE}(?P<aside>[a-zà-ÿ][\w-]+ [a-zà-ÿ][\w-]+ [^()]{{3,200}})\))",
    re.IGNORECASE,
)
"""What stands behind a thing wherever it is, and may tell what it is."""
_CALLED = re.compile(
    r"(?P<what>[^.;:]{8,200}?),? (?:in |als |tot )?(?:heet|heten|noemen (?:we|wij)|noemt men|wordt|worden|genaamd|"
    r"zogenaamde|zogeheten|zogenoemde|ook wel|de term) (?:een |de |het )?[“\"'‘’]*$"
)
"""What is named by a thing that stands behind it: "... heet een wijkpunt", "... in zogenaamde wijkpunten"."""
_SO_CALLED = re.compile(r"\b(?:zogenaamde|zogeheten|zogenoemde|genaamd) [“\"'‘’]*$")
_ENDS_ON_VERB = re.compile(
    r"\b(?:ga(?:at|an)|kom(?:t|en)|krijg(?:t|en)|kreeg|kregen|maa?k(?:t|en)|gebruik(?:t|en)|werk(?:t|en)|voer(?:t|en)|vorm(?:t|en)|heeft|"
    r"hebben|had|hadden|is|zijn|was|waren|wordt|worden|werd|werden|kan|kunnen|moet|moeten|zal|zullen|wil|willen|mag|mogen|geldt|gelden|"
    r"bestaat|bestaan|richt|richten|stel(?:t|len)|bied(?:t|en)|via|met|door|voor|van|aan|op|uit|bij|over|naar|we|wij|er|ook)(?: (?:een|de|het))?$",
    re.IGNORECASE,
)
"""The end of what stands before "een zogeheten X" and only does something with it: "winkels gaan een zogeheten X voeren"."""
_GENUS_LAST = re.compile(r"[”\"'’]*(?: genoemd)?\.?$")
_TELLING_VERBS = (
    r"bestaa[tn] uit|beva(?:t|tten)|heeft (?:als|tot) doel|dien(?:t|en) (?:om|voor|als)|beschrij(?:ft|ven)|bied(?:t|en)|"
    r"maa?k(?:t|en) (?:het )?(?:mogelijk|inzichtelijk|zichtbaar)|verbind(?:t|en)|breng(?:t|en)|bundel(?:t|en)|"
    r"to(?:ont|nen)|laa?t(?:en)? zien|regel(?:t|en)|ondersteun(?:t|en)"
)
_DOES = re.compile(rf"[”\"'’]*(?: \([^()]{{1,80}}\))? (?P<what>(?:{_TELLING_VERBS}) .{{8,300}})", re.DOTALL)
_DONE_WITH = re.compile(r"[”\"'’]*(?: (?:of|en) -?[\w-]+)? (?P<what>[a-zà-ÿ]+(?:t|en) .{8,300})", re.DOTALL)
"""What a thing that opens a sentence does, and what somebody does with it."""
_LISTED = re.compile(r"(?:,|\b(?:en|of)) (?:(?:een|de|het) )?[“\"'‘’]*$")
"""What stands before a thing in a list: behind its comma the next one comes."""
CLOSING_VERB = re.compile(
    r", (?:\w+ )?(?:(?:uit|op|aan|af|in|door|mee|voor|over|om|onder|na|bij)?ge\w{3,}|(?:be|ver|ont|her)\w{3,})(?:d|t|en)$"
)
"""The verb of the sentence behind an apposition: "... door Zonkracht, het centrum voor warmte, uitgevoerd"."""
_MEANT = re.compile(
    r"\b(?:bedoel\w*|versta\w*|begrepen|begrijpen)\b"
    r"(?: (?:we|wij|ze|zij|men|ik|u|je)\b| (?:de|het|deze|dit) [\w-]+(?= (?:de|het|een|dat|alle)\b))?"
    r"(?: (?:hier|hierbij|dus|dan|ook))*(?: als [a-zà-ÿ-]+(?= (?:de|het|een|dat|alle)\b))?"
    r"(?: (?:hier|hierbij|dus|dan))*:? ?(?P<what>.{3,300})?",
    re.DOTALL,
)


DENIED = re.compile(r"\b(?:geen|zonder) (?:[a-zà-ÿ-]+e )?[“\"'‘’]*$", re.IGNORECASE)
"""Before a thing that is not there."""


_AS_SOON = r"(?P<what>(?:als|indien|wanneer|zodra|op het moment dat|ingeval|in het geval dat) .{8,300})"
_PRESENT = (
    (
        re.compile(r"^\W*van (?:(?:een|de|het) )?[“\"'‘’]*$", re.IGNORECASE),
        re.compile(
            rf"[”\"'’]* (?:is|kan) (?:er )?(?:alleen |slechts |pas |dus |enkel )*(?:sprake(?: zijn)?),? {_AS_SOON}",
            re.DOTALL,
        ),
    ),
    (
        re.compile(
            r"^\W*er is (?:alleen |slechts |pas |dus |enkel )*sprake van (?:(?:een|de|het) )?[“\"'‘’]*$",
            re.IGNORECASE,
        ),
        re.compile(rf"[”\"'’]*,? {_AS_SOON}", re.DOTALL),
    ),
)
"""What stands before and behind a thing of which a sentence says when it is there: "van overlast is sprake als ..."."""


def _explain(text: str, place: Span) -> Explanation | None:
    """Give what is said of the thing that stands at a place."""
    before, end = text[: place.start], place.end
    if DENIED.search(before):
        return None
    present = next(
        (found for lead, form in _PRESENT if lead.match(before) and (found := form.match(text, end))), None
    )
    if present is not None:
        return _give(present, text, SAYS)
    opens = bool(_OPENING.match(before))
    meant = _MEANT.search(text, end) if _WITH.match(before) else None
    sure = meant or _EQUALS.match(text, end)
    if sure is not None:
        return _give(sure, text, SAYS)
    if opens or _CLAUSE.search(before):
        for form in _FORMS:
            found = form.match(text, end)
            if found is not None:
                return _give(found, text, SAYS if opens else MAY_SAY)
    named = _find_so_named(before, place.of(text))
    if named is not None:
        return Explanation(named, MAY_SAY)
    called = _find_called(before, text, end)
    beside = None if _LISTED.search(before) else _NEXT_TO.match(text, end)
    colon = beside if beside is not None and ":" in text[end : beside.start("what")] else None
    behind = colon or called or beside or _BEHIND.match(text, end)
    if behind is not None:
        return _give(behind, text, MAY_SAY)
    told = _DOES.match(text, end) if opens else None
    if told is None and _WITH.match(before):
        told = _DONE_WITH.match(text, end)
    return None if told is None else _give(told, text, TELLS)


def _find_called(before: str, text: str, end: int) -> re.Match[str] | None:
    """Give what is named by the thing that stands behind it."""
    so_called = _SO_CALLED.search(before) is not None
    found = _CALLED.match(before) if so_called or _GENUS_LAST.match(text, end) else None
    return None if found is not None and so_called and _ENDS_ON_VERB.search(found["what"]) else found


_SO_NAMED = re.compile(r",? \(?(?:(?:de|het|een) )?(?:zogenaamde|zogeheten|zogenoemde) [“\"'‘’]*$")
_FORE = re.compile(
    r"(?:^|[,;:(] ?|\b(?:van|voor|met|aan|in|op|tot|door|naar|uit|bij|om|over|is|zijn|wordt|worden|kent|heeft|hebben) )"
)
_PHRASE = re.compile(r"(?:(?:de|het|een) )?[a-zà-ÿ][\w-]*(?: [\w-]+){0,6}")


def _find_so_named(before: str, thing: str) -> Span | None:
    """Give the noun phrase right before ", de zogenaamde X", where both are one or several."""
    mark = _SO_NAMED.search(before) if "zog" in before[-30:] else None
    if mark is None:
        return None
    stretch = before[max(0, mark.start() - 100) : mark.start()]
    offset = mark.start() - len(stretch)
    start = max((found.end() for found in _FORE.finditer(stretch)), default=0)
    phrase = stretch[start:]
    if not _PHRASE.fullmatch(phrase) or len(phrase.split()) < _LEAST_SAID or _ENDS_ON_VERB.search(phrase):
        return None
    if is_plural(fold(phrase.split()[-1])) != is_plural(fold(thing.split()[-1].strip("”\"'’"))):
        return None
    return Span(offset + start, mark.start())


_LEAST_SAID = 2
"""Words of a phrase that says what something is."""


def _give(found: re.Match[str], text: str, surely: float) -> Explanation:
    start, stop = found.span(found.lastgroup) if found.lastgroup else (0, len(text))
    said = text[start:stop].rstrip(" .,;:\n")
    if said.endswith(")") and said.count(")") > said.count("("):
        said = said[:-1].rstrip(" .,;:")  # the bracket that opens before the thing
    closing = CLOSING_VERB.search(said) if surely == MAY_SAY else None
    return Explanation(Span(start, start + (closing.start() if closing else len(said))), surely)


def _find_places(thing: str, text: str) -> list[Span]:
    """Give where a text names a thing: its words in order by their stems, or the two parts of a compound apart."""
    asked = read_words(thing)
    words = read_words(text)
    wanted, stems = [word.stem for word in asked], [word.stem for word in words]
    size = len(wanted)
    found = [
        Span(words[first].start, words[first + size - 1].end)
        for first in range(len(words) - size + 1)
        if wanted and stems[first : first + size] == wanted
    ]
    if size == 1 and not found:
        joined = _join(asked[0].text)
        found = [
            Span(one.start, other.end)
            for one, other in pairwise(words)
            if _join(one.text + other.text) == joined
        ]
    return found


def _join(text: str) -> str:
    return text.lower().replace("-", "")
