"""Questions for everything: which documents, how many, how often, all facts of a kind.

They are answered from the whole index and not from the best passages. A `Census` says what is to be
counted; a question that asks something else is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.answer.census_actions import ActionQuestion, Bounds, ReadBounds, read_actions
from assistant.answer.census_nouns import NOUNS, Sort
from assistant.dutch.verbs import find_infinitive
from assistant.types import ExtractKind


class CensusKind(StrEnum):
    """What is counted: all documents, those that say it or are about it, the times it is said, or facts."""

    ALL = "all"
    DOCUMENTS = "documents"
    ABOUT = "about"
    DOCUMENT_COUNT = "document_count"
    TIMES = "times"
    FACTS = "facts"
    FACT_COUNT = "fact_count"


@dataclass(frozen=True, slots=True)
class Census:
    """A question for everything. `subject` are the words that are counted or that the facts are about;

    `noun` names the facts as they were asked for ("bedragen"), `role` is what persons are called ("wie
    wordt genoemd als trekker"), `year` limits facts in time, `dated` documents to those of a year, `actions`
    what actions must have.
    """

    kind: CensusKind
    subject: str | None
    sort: Sort | None = None
    noun: str | None = None
    role: str | None = None
    year: int | None = None
    dated: int | None = None
    actions: ActionQuestion | None = None


_DOCUMENTS = (
    r"(?:documenten|document|stukken|stuk|teksten|tekst|bronnen|bron|rapporten|rapport|verslagen|verslag|brieven|brief|"
    r"besluiten|besluit|beslissingen|berichten|artikelen|nota's|nota|notities|notitie|bestanden|bestand|bladzijden|pagina's)"
)
_SAID = r"(?:genoemd|vermeld|aangehaald|gebruikt|besproken|ter sprake gebracht)"
_HERE = (
    rf"(?: (?:allemaal|overal|precies|in totaal|(?:in|binnen) (?:al )?(?:de|deze|alle|het) {_DOCUMENTS}))*"
)
_SCOPE = rf"(?: (?:allemaal|overal|precies|in totaal|er|ook|wel|in (?:al )?(?:de|deze|alle) {_DOCUMENTS}))*"
_ASKED: tuple[tuple[str, CensusKind], ...] = (
    (
        rf"(?:hoeveel|welke?) {_DOCUMENTS}{_SCOPE} "
        rf"(?:noemen|noemt|vermelden|vermeldt|bevatten|bevat|reppen van|rept van|spreken van) (?P<x>.+)",
        CensusKind.DOCUMENTS,
    ),
    (
        rf"in (?:hoeveel|welke?) {_DOCUMENTS} (?:wordt|worden|werd|werden|is|zijn) (?P<x>.+?){_SCOPE} {_SAID}",
        CensusKind.DOCUMENTS,
    ),
    (
        rf"in (?:hoeveel|welke?) {_DOCUMENTS} (?:komt|komen|kwam|kwamen) (?P<x>.+?){_SCOPE} (?:voor|aan bod|ter sprake)",
        CensusKind.DOCUMENTS,
    ),
    (
        rf"in (?:hoeveel|welke?) {_DOCUMENTS} (?:staat|staan|lees ik|vind ik) (?:(?:iets|informatie|meer) )?(?:over )?(?P<x>[^?]{{1,80}}?){_SCOPE}",
        CensusKind.DOCUMENTS,
    ),
    (
        rf"(?:ik zoek|zoek|geef|toon|noem)(?: mij| me)?(?: alle| de| het| een| elk)* {_DOCUMENTS} (?:waarin|die|waar) (?P<x>[^?]{{1,80}}?){_SCOPE} "
        rf"(?:voorkomt|voorkomen|(?:ter sprake|aan bod) komt|(?:ter sprake|aan bod) komen|(?:genoemd|vermeld) (?:wordt|worden|is|staat)|"
        r"(?:wordt|worden) (?:genoemd|vermeld)|"
        r"noemen|vermelden|staat|in voorkomt)",
        CensusKind.DOCUMENTS,
    ),
    (rf"waar (?:wordt|worden) (?P<x>.+?){_HERE} (?:genoemd|vermeld)", CensusKind.DOCUMENTS),
    (
        rf"(?:hoe vaak|hoeveel (?:keer|maal)) (?:komt|komen) (?P<x>.+?){_HERE} voor{_HERE}",
        CensusKind.TIMES,
    ),
    (
        rf"(?:hoe vaak|hoeveel (?:keer|maal)) (?:wordt|worden|werd|werden|is|zijn) (?P<x>.+?){_HERE} {_SAID}{_HERE}",
        CensusKind.TIMES,
    ),
    (
        rf"(?:hoe vaak|hoeveel (?:keer|maal)) (?:noemen|noemt|vermelden) (?:de|alle|deze) {_DOCUMENTS} (?P<x>.+)",
        CensusKind.TIMES,
    ),
    (
        r"(?:hoe vaak|hoeveel (?:keer|maal)) staat (?P<x>(?:het woord|de (?:naam|term)) .+?) (?:er )?in .+",
        CensusKind.TIMES,
    ),
)
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in _ASKED)
_WORD_OF = re.compile(
    r"^(?:het |de )?(?:woord|woorden|naam|term|begrip|begrippen|afkorting|woordje|uitdrukking) (?=\S)",
    re.IGNORECASE,
)

_DOSSIERS = (
    r"(?:documenten|document|stukken|stuk|rapporten|rapport|verslagen|verslag|brieven|brief|besluiten|beslissingen|nota's|"
    r"notities|notitie|berichten|bericht|artikelen|artikel|circulaires|kamervragen|kamerantwoorden|kamerantwoord)"
)
"""What a document may be called where it can be nothing else: "welk besluit" asks for more than a document."""
_ABOUT_PATTERN = re.compile(
    rf"(?:(?:in |uit )?(?:welke?|hoeveel)|geef|noem|toon|zoek|ik zoek|(?:is|zijn|bestaat|bestaan) er)?"
    r"(?:(?:^| )(?:mij|me|alle|al|de|het|een|ons|(?:(?:volledig|compleet) )?(?:overzicht|lijst|opsomming) (?:van|met)))* ?"
    rf"(?P<own>[\w-]+?-)?(?P<noun>{_DOSSIERS})(?: die)? (?P<x>.+)",
    re.IGNORECASE,
)
_LINK = re.compile(r"^(?:over|van|rond|rondom|inzake|omtrent|voor|uit|met|in|bij)\s", re.IGNORECASE)
_VERB = re.compile(
    r"^(?:gaan|gaat|zijn|is|komen|komt|kennen|kenden|kent|kende|behandelen|behandelt|beschrijven|beschrijft|bespreken|"
    r"bespreekt|betreffen|betreft|handelen|handelt|horen|hoort|regelen|regelt|keuren|keurden|keurt|verlenen|verleenden|"
    r"verleent|geven|geeft|staan|staat|melden|meldt|leggen|legt)\s"
)
_ENDING = re.compile(
    r"\s(?:aan bod|ter sprake|aan de orde|voor|toe|in op|op in|aan|in|op|genoemd|besproken|behandeld)$"
)
_TO_HAND_IN = re.compile(
    r"\b(?:moet|moeten|nodig|indien\w*|bijvoegen|meesturen|aanleveren|voorleggen|gelden|geldt)\b"
)


_EVERYTHING = re.compile(
    rf"(?:(?:hoeveel|welke) {_DOCUMENTS}|wat is het aantal {_DOCUMENTS})(?: (?:zijn|staan|zitten|heeft|hebt|kent|leest|doorzoekt)"
    r"(?: u| je| jij| Leeswijzer)?(?: er)?(?: allemaal| in totaal| beschikbaar)*(?: in)?)?",
    re.IGNORECASE,
)
"""A question for the documents themselves."""
_DATED = (
    re.compile(
        rf"(?:^|\s){_DOCUMENTS}(?P<when> (?:uit|van)(?: het jaar)? (?P<year>(?:19|20)\d\d))(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:hoe vaak|hoeveel (?:keer|maal)) .*?(?P<when> in (?:het jaar )?(?P<year>(?:19|20)\d\d))(?:$| (?:genoemd|vermeld|voor)\b)",
        re.IGNORECASE,
    ),
)
"""The year of the documents that a question is about."""

_FACT_NOUN = "|".join(sorted(NOUNS, key=lambda noun: (-len(noun), noun)))
_ABOUT = r"(?:over|rond|rondom|inzake|omtrent|met betrekking tot|in verband met)"
_OF_YEAR = r"(?:in|uit|van|voor)(?: het jaar)?"
_ALL = re.compile(
    r"(?:(?:noem|geef|som|toon|zoek|verzamel|welke zijn|wat zijn|wil ik)(?: mij| me| eens| graag)?(?: op)? )?"
    r"(?:(?:een )?(?:overzicht|lijst|opsomming) (?:van|met) )?"
    rf"(?P<all>(?:al de|alle) )?(?P<noun>{_FACT_NOUN})(?: op)?"
    rf"(?: die (?:er )?(?:worden |zijn |staan )?(?:genoemd|vermeld)(?: worden| zijn| staan)?)?"
    rf"(?: {_OF_YEAR} (?P<early>(?:19|20)\d\d))?(?: (?P<about>{_ABOUT}) (?P<x>.+?))?(?: {_OF_YEAR} (?P<year>(?:19|20)\d\d))?(?: op)?",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?P<asked>welke|hoeveel|(?:wat is )?het aantal)(?: verschillende)? (?P<noun>{_FACT_NOUN}) "
    rf"(?:dat |die )?(?:worden|wordt|zijn|staan|staat|komen|komt)(?: er)?(?: allemaal| zoal)?"
    rf"(?: {_ABOUT} (?P<x>.+?))?(?: in (?P<year>(?:19|20)\d\d))?{_HERE} (?:genoemd|vermeld|voor|aan bod|gedaan|gemaakt)"
    rf"(?: {_ABOUT} (?P<y>.+?))?(?: in (?P<late>(?:19|20)\d\d))?{_HERE}",
    re.IGNORECASE,
)
_STANDING = re.compile(
    rf"(?P<asked>welke|hoeveel)(?: verschillende)? (?P<noun>{_FACT_NOUN}) (?:staan|vind ik|noemen|noemt|vermelden|vermeldt|bevat|bevatten)"
    rf"(?: er)?(?: allemaal| zoal)?(?: (?:in )?(?:de|deze|alle|het) {_DOCUMENTS})?(?: {_ABOUT} (?P<x>.+?))?{_HERE}",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"wie (?:wordt|worden|werd|werden|is|zijn)(?: er)?(?: allemaal)? (?:genoemd|vermeld|aangeduid) als (?P<role>.+)",
    re.IGNORECASE,
)


def _name_no_time(_: str) -> Bounds | None:
    return None


def read_census(text: str, read_bounds: ReadBounds = _name_no_time) -> Census | None:
    """Give what a question wants counted or listed over everything; None for any other question.

    `read_bounds` reads the time that a deadline is asked in; without it such a question is no census.
    """
    bare = " ".join(text.split()).strip(" ?!.")
    actions = read_actions(bare, read_bounds)
    if actions is not None:
        kind = CensusKind.FACT_COUNT if actions.counted else CensusKind.FACTS
        sort = Sort(ExtractKind.ACTION)
        return Census(kind, actions.subject, sort, noun=actions.noun, year=actions.year, actions=actions)
    for pattern in _DATED:
        dated = pattern.search(bare)
        undated = dated and f"{bare[: dated.start('when')]}{bare[dated.end('when') :]}".strip()
        census = _read_plain(undated) if undated else None
        if dated and census and census.sort is None:
            return replace(census, dated=int(dated["year"]))
    return _read_plain(bare)


def _read_plain(bare: str) -> Census | None:
    """Read a question without the year of the documents that it is about."""
    if _EVERYTHING.fullmatch(bare):
        return Census(CensusKind.ALL, None)
    for pattern, kind in _PATTERNS:
        found = pattern.fullmatch(bare)
        if found:
            counted = kind is CensusKind.DOCUMENTS and bare.lower().startswith(("hoeveel", "in hoeveel"))
            subject = _WORD_OF.sub("", found["x"])
            return Census(CensusKind.DOCUMENT_COUNT if counted else kind, subject)
    called = _CALLED.fullmatch(bare)
    if called:
        return Census(CensusKind.FACTS, None, Sort(ExtractKind.PERSON), noun="personen", role=called["role"])
    return _read_facts(bare) or _read_about(bare)


def _tells_of_others(subject: str) -> bool:
    """Tell whether somebody does something with the documents: "hoeveel brieven met klachten kreeg de gemeente"."""
    if not _LOOSE_LINK.match(subject):
        return False
    return any(find_infinitive(found["verb"]) is not None for found in _DEED.finditer(subject))


_LOOSE_LINK = re.compile(r"(?:met|voor|van|in|bij|uit) ", re.IGNORECASE)
_DEED = re.compile(r" (?P<verb>(?!zijn|staan|gaan)[a-z]{3,}) (?=(?:de|het|een) |[A-ZÀ-Þ])")
"""A verb with its subject behind it."""


def _read_about(bare: str) -> Census | None:
    """Read "welke verslagen gaan over X", "besluiten over X": documents by what they are about."""
    found = _ABOUT_PATTERN.fullmatch(bare)
    if found is None or _TO_HAND_IN.search(bare):
        return None
    subject = found["x"]
    if _tells_of_others(subject):
        return None
    if not _LINK.match(subject):
        asked = bool(re.match(r"(?:in |uit )?(?:welke?|hoeveel)\b", bare, re.IGNORECASE))
        verb = _VERB.match(subject)
        if not asked or verb is None:
            return None
        subject = subject[verb.end() :]
    subject = _ENDING.sub("", subject)
    own = (found["own"] or "").rstrip("-")
    return Census(CensusKind.ABOUT, f"{own} {subject}".strip()) if subject else None


def _read_facts(bare: str) -> Census | None:
    found = _ALL.fullmatch(bare)
    if found and found["all"]:
        return _ask_facts("welke", found["noun"], found["x"], found["early"] or found["year"])
    found = _NAMED.fullmatch(bare)
    if found:
        year = found["year"] or found["late"]
        return _ask_facts(found["asked"], found["noun"], found["x"] or found["y"], year)
    found = _STANDING.fullmatch(bare)
    return _ask_facts(found["asked"], found["noun"], found["x"], None) if found else None


def _ask_facts(asked: str, noun: str, subject: str | None, year: str | None) -> Census | None:
    plain = noun.lower()
    if plain not in NOUNS:
        return None  # a pattern without regard to case also takes "ı" for "i" and "ſ" for "s"
    kind = CensusKind.FACTS if asked.lower() == "welke" else CensusKind.FACT_COUNT
    return Census(kind, subject, NOUNS[plain], noun=plain, year=int(year) if year else None)
