"""Who a document is from: the organisation that it names as its author."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.ingest.reading import Draft

_MINISTRIES = tuple(
    sorted(
        """Algemene Zaken;Asiel en Migratie;Binnenlandse Zaken;Binnenlandse Zaken en Koninkrijksrelaties
Buitenlandse Zaken;Defensie;Economische Zaken;Economische Zaken en Klimaat;Economische Zaken, Landbouw en Innovatie
Financiën;Infrastructuur en Milieu;Infrastructuur en Waterstaat;Justitie;Justitie en Veiligheid;Klimaat en Groene Groei
Landbouw en Visserij;Landbouw, Natuur en Voedselkwaliteit;Landbouw, Natuurbeheer en Visserij
Landbouw, Visserij, Voedselzekerheid en Natuur;Onderwijs en Wetenschappen;Onderwijs, Cultuur en Wetenschap
Onderwijs, Cultuur en Wetenschappen;Sociale Zaken;Sociale Zaken en Werkgelegenheid;Veiligheid en Justitie
Verkeer en Waterstaat;Volksgezondheid, Welzijn en Sport;Volkshuisvesting en Ruimtelijke Ordening
Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer;Welzijn, Volksgezondheid en Cultuur""".replace(
            "\n", ";"
        ).split(";"),
        key=len,
        reverse=True,
    )
)
"""Names of Dutch ministries since 1965 (rijksoverheid.nl, parlement.com), long ones first."""
_BY_FOLD = {name.casefold(): name for name in _MINISTRIES}
_MINISTRY = "|".join(map(re.escape, _MINISTRIES))
_SMALL = frozenset("de het der den van en voor in op aan bij te ten ter 't".split())
_CAPITAL = r"['’]?[A-ZÀ-Þ][\w'’.-]*"
_AFTER = r"(?!(?:Vastgesteld|Opgesteld|Versie|Datum|Postbus|Concept|Definitief|Tel|Afdeling|Bezoekadres)\b)"
"""Words with a capital that stand behind a name and are no part of it."""
_NAME = rf"{_CAPITAL}(?:\s+{_AFTER}(?:(?:van|de|het|der|den|aan|op|en|voor|in|te|ten|ter|&)\s+){{0,3}}{_CAPITAL})*"
_PLACE = rf"{_CAPITAL}(?:[ -]{_AFTER}(?:(?:aan|den|de|en|op|der|van|het|'s)[ -]){{0,2}}{_CAPITAL})*"
_BODY = (
    r"(?:Ministerie|Agentschap|Departement|Stichting|Waterschap|Hoogheemraadschap|Inspectie|Veiligheidsregio|Universiteit|Hogeschool"
    r"|Omgevingsdienst|Rijksinstituut|Rijksdienst|Planbureau|Centraal Planbureau|Raad voor|Kamer van Koophandel|Nationaal"
    r"|Nationale|Vereniging|Coöperatie|Ontwikkelingsmaatschappij|Federale Overheidsdienst|FOD|Vlaamse Milieumaatschappij|Autoriteit|Bureau|Instituut)"
)
_FIXED = (
    r"Tweede Kamer der Staten-Generaal|Eerste Kamer der Staten-Generaal|Vlaamse Regering|Vlaams Parlement|Vlaamse Overheid"
    r"|Algemene Rekenkamer|Openbaar Ministerie|Raad van State|Europese Commissie|Rijkswaterstaat|Informatie Vlaanderen|Digitaal Vlaanderen|Rekenhof"
    r"|Belastingdienst|Vereniging van Nederlandse Gemeenten|Interprovinciaal Overleg|Centraal Bureau voor de Statistiek"
    r"|Unie van Waterschappen|Sociaal-Economische Raad"
)
_ENDING = r"(?:B\.?V\.?|N\.?V\.?|[Vv][Zz][Ww]|BVBA|& Partners|& Co|Groep|Consultancy|Advies)"
_HEADED = re.compile(
    rf"(?:de |het )?(?P<fixed>{_FIXED})(?=$|[\s,.:;|–-])|(?P<area>(?:Provincie|Gemeente|Stad)\s+{_PLACE})(?=$|[\s,.:;|–-])"
    rf"|(?P<ministry>Ministerie van (?:{_MINISTRY}))"
    rf"|(?P<body>{_BODY}\s+(?:(?:van|voor|de|het|der|en)\s+){{0,3}}{_NAME})(?=$|[.,:;|]|\s[–-]|\s\d|\s\()"
    rf"|(?P<firm>{_NAME}\s+{_ENDING})$"
)
_SHOUTED = re.compile(
    r"(?:GEMEENTE|PROVINCIE|STAD|MINISTERIE VAN|DEPARTEMENT|AGENTSCHAP|WATERSCHAP|STICHTING)\s+[A-ZÀ-Þ' -]{3,60}"
)
_ISSUED = re.compile(
    rf"\b(?i:uitgave)\s+(?:van|door)\s*:?\s+(?:de\s+|het\s+)?(?P<name>{_NAME})|^(?i:uitgever?)\s*:\s*(?P<other>{_NAME})"
)
_WRITTEN = re.compile(
    rf"(?i:geschreven|gepubliceerd|opgesteld|uitgegeven)\s+door\s*:?\s+(?:de\s+|het\s+)?(?P<name>{_NAME})$"
)
_MINISTER = re.compile(rf"(?:minister|staatss?ecretaris)\s+van\s+(?P<name>{_MINISTRY})(?![\w-])", re.I)
_DECIDES = re.compile(
    r"^De (?:minister|staatss?ecretaris|directeur-generaal)\b|namens de (?:minister|staatss?ecretaris)\b",
    re.I,
)
_DECIDING = (
    "keurt|beslist|hecht|neemt|verleent|kent|wijzigt|duidt|stelt|stemt|past|bekrachtigt|trekt|machtigt|geeft|bepaalt|legt"
    "|actualiseert|benoemt|verdeelt|herverdeelt|reserveert|sluit|voorziet|breidt|regelt|verlengt|draagt|subsidieert|verhoogt"
)
_FLEMISH = re.compile(
    rf"^Beslissing van de Vlaamse Regering\b|\b(?:{_DECIDING})\b[^.]{{0,80}}\bde Vlaamse Regering\b"
    rf"|\b[Dd]e Vlaamse Regering\b[^.]{{0,100}}\b(?:{_DECIDING})\b",
    re.I,
)
"""How a decision of the Flemish government says that it decides: always in the present tense."""
_BOARDS = (
    (
        rf"^(?:Het )?college van (?:burgemeester en (?:wethouders|schepenen)|B&W|B en W) (?:van|der) (?:de )?(?:gemeente )?({_PLACE})",
        "Gemeente ",
    ),
    (rf"^(?:De )?gemeenteraad (?:van|der) (?:de )?(?:gemeente )?({_PLACE})", "Gemeente "),
    (rf"^(?:De )?(?:Gedeputeerde|Provinciale) Staten van ({_PLACE})", "Provincie "),
    (
        rf"^(?:Het |De )(?:algemeen |dagelijks )?(?:bestuur|directie|raad van bestuur) van (?:de |het )?(?:stichting )?({_NAME})",
        "",
    ),
)
"""Boards, and what stands before the name of their own organisation."""
_ATTENDANCE = re.compile(r"(?:aanwezig|deelnemers|afwezig|verontschuldigd)", re.I)
_ADDRESSED = re.compile(r"(?:aan|t\.a\.v\.|ter attentie van)\b", re.I)
_NO_SITE = re.compile(
    r"(?:home|start|nieuws|actueel|website|welkom|pagina|index)(?:pagina)?|.*https?:.*", re.I
)
_HEAD_BLOCKS, _TAIL_BLOCKS, _COLOPHON_BLOCKS = 14, 10, 20
_LINE_CHARS = 120
_DECISION_CHARS = 600
_LONGEST = 90
_MENTIONS = 2


def find_organisation(
    title: str, drafts: Sequence[Draft], *, site: str | None = None, author: str | None = None
) -> str | None:
    """Give the organisation that a document is from, lightly normalised; None rather than a guess.

    In order: what the text names as its publisher or writer, the letterhead, who decides at the beginning or
    signs at the end, the colophon, the name of the web `site`, and the `author` of the file if that has the
    form of an organisation: most are persons.
    """
    head = list(_find_head(drafts))
    listed = len(head) < min(len(drafts), _HEAD_BLOCKS)  # those present at a meeting sign nothing
    tail = [] if listed else drafts[len(head) :][-_TAIL_BLOCKS:]
    found = (
        _find_issuer(head, tail, drafts)
        or _find_letterhead(title, head)
        or _find_decider(head)
        or _find_signer(tail)
        or _find_in_colophon(drafts)
        or _read_site(site)
        or _read_author(author)
    )
    return _normalise(found) if found else None


def _find_head(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give the first blocks, up to a list of those present."""
    for draft in drafts[:_HEAD_BLOCKS]:
        if _ATTENDANCE.match(draft.text):
            return
        yield draft


def _find_issuer(head: Sequence[Draft], tail: Sequence[Draft], drafts: Sequence[Draft]) -> str | None:
    for draft in (*head, *tail):
        if found := _ISSUED.search(draft.text):
            return found.group("name") or found.group("other")
        if (found := _WRITTEN.match(draft.text)) and _is_mentioned(found.group("name"), drafts):
            return found.group("name")
    return None


def _is_mentioned(name: str, drafts: Sequence[Draft]) -> bool:
    """Tell whether a text speaks of `name` itself, as it does of an organisation and not of its writer."""
    spoken = sum(name in draft.text for draft in drafts if not _WRITTEN.match(draft.text))
    return spoken >= _MENTIONS


def _find_letterhead(title: str, head: Sequence[Draft]) -> str | None:
    for draft in head:
        words = draft.text
        if len(words) > _LINE_CHARS or _ADDRESSED.match(words):
            continue
        if _SHOUTED.fullmatch(words):
            return words
        if (found := _HEADED.match(words)) and (words == title) <= (
            found.end() == len(words) or found["fixed"] is not None
        ):
            return found.group().removeprefix("de ").removeprefix("het ")
    return None


def _find_decider(head: Sequence[Draft]) -> str | None:
    for draft in head:
        if _FLEMISH.search(draft.text[:_DECISION_CHARS]):
            return "Vlaamse Regering"
        if _DECIDES.search(draft.text[:200]) and (found := _MINISTER.search(draft.text[:400])):
            return f"Ministerie van {_BY_FOLD[found.group('name').casefold()]}"
        if name := _find_board(draft.text):
            return name
    return None


def _find_signer(tail: Sequence[Draft]) -> str | None:
    for draft in tail:
        if len(draft.text) > 3 * _LINE_CHARS:
            continue
        if _DECIDES.match(draft.text) and (found := _MINISTER.search(draft.text)):
            return f"Ministerie van {_BY_FOLD[found.group('name').casefold()]}"
        if name := _find_board(draft.text):
            return name
        if (
            (firm := _HEADED.match(draft.text))
            and len(draft.text) <= _LINE_CHARS
            and firm.end() == len(draft.text)
        ):
            return firm.group()
    return None


def _find_board(words: str) -> str | None:
    for pattern, kind in _BOARDS:
        if found := re.match(pattern, words):
            return kind + found.group(1)
    return None


def _find_in_colophon(drafts: Sequence[Draft]) -> str | None:
    for place, draft in enumerate(drafts):
        if len(draft.text) < 40 and draft.text.strip(" :").lower() == "colofon":
            for line in drafts[place + 1 : place + _COLOPHON_BLOCKS]:
                if found := _HEADED.match(line.text):
                    return found.group()
    return None


def _read_site(site: str | None) -> str | None:
    name = " ".join((site or "").split())
    return name if 2 < len(name) <= _LONGEST and not _NO_SITE.fullmatch(name) else None


def _read_author(author: str | None) -> str | None:
    name = " ".join(re.sub(r"[<(][^<>()]*[>)]", "", author or "").split())
    found = _HEADED.match(name)
    return name if found and found.end() == len(name) <= _LONGEST else None


def _normalise(name: str) -> str:
    """Give a name with single blanks, a first capital, and no capitals throughout."""
    words = name.strip(" .,:;|–-").split()
    if len(words) > 1 and " ".join(words).isupper():
        words = [
            word.lower()
            if word.lower() in _SMALL
            else "-".join(part.capitalize() for part in word.split("-"))
            for word in words
        ]
    text = " ".join(words)
    for prefix in ("Gemeente", "Provincie", "Stad", "Vlaamse"):
        text = re.sub(rf"^{prefix}\b", prefix, text, flags=re.I)
    return re.sub(r"^Vlaamse regering$", "Vlaamse Regering", text[:1].upper() + text[1:], flags=re.I)
