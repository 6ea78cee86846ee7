"""The short title of a decree: what it is cited as, rather than who made it, when and under which number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.ingest.reading import Draft
from assistant.types import BlockKind

_NEAR = 8
"""The formal heading is among the first blocks."""
_LONG = 160
"""A longer heading holds its own short title, or is cited by one."""
_KIND = (
    r"(?:(?:Tijdelijke |Ministeriële |Gemeenschappelijke )?(?:Regeling|Verordening)|(?:Rijks)?[Ww]et|(?:Koninklijk |Mandaat|Instellings)?[Bb]esluit"
    r"|Beleidsregels?|Circulaire|Aanwijzing|Richtlijn|Verkeersbesluit|Statuut|Reglement)"
)
_MAKER = (
    r"(?:(?:de |het |Hare |Zijne )?(?:[Mm]inisters?|[Ss]taatssecretaris|[Cc]ollege|[Bb]estuur|[Rr]aad|[Gg]emeenteraad|[Gg]edeputeerde"
    r"|[Pp]rovinciale|[Dd]irecteur|[Bb]urgemeester|[Aa]lgemeen|[Dd]agelijks|[Vv]oorzitter|[Hh]oofd|[Ii]nspecteur|[Mm]ajesteit)\b"
    r"|\d{1,2} [a-z]+ (?:1[89]|20)\d\d\b)"
)
_FORMAL = re.compile(rf"(?P<kind>{_KIND}),? van {_MAKER}")
"""A decree that says of itself who made it, or on which day."""
_BRACKETED = re.compile(r"\((?P<name>[^()]*(?:\([^()]*\)[^()]*)*)\)[\s.]*$")
_REFERENCE = re.compile(
    r"(?:Pb|PbE[GU]|Stb|Stcrt|Trb|Kamerstuk\w*|COM|[A-Z]{1,4}/)\b|.*\b(?:[Nn]r|[Aa]rtikel)\b"
)
"""Where a decree was published is no name of it."""
_DECREE = re.compile(
    r"regeling|besluit|beleidsregel|verordening|wet\b|plafond|circulaire|reglement|statuut|aanwijzing|richtlijn",
    re.I,
)
_SUBJECT = re.compile(
    r"(?:(?:1[89]|20)\d\d\b.{0,300}?|,) (?P<subject>(?:tot|houdende|inzake|over|betreffende|omtrent|ter|strekkende tot|waarbij)\s.+)$"
)
_CITED = re.compile(
    r"\b(?:[Dd]eze|[Dd]it) [\w-]+(?: [\w-]+){0,2} (?:wordt|worden|kan worden|kunnen worden|zal worden|zullen worden) aangehaald"
    r" (?:als|met de titel|onder de titel)\s*:?\s*(?:de |het )?[‘'`’\"“„«]{0,2}(?P<name>[A-ZÀ-Þ0-9].{3,240}?)[’'\"”»´]{0,2}"
    r"(?:,? met vermelding van [^.]*)?(?:\.(?=\s|$)|;|$)"
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_LEAST_WORDS = 2
_SHORT_NAME = re.compile(r"[A-ZÀ-Þ][\w-]+")
_ARTICLE = re.compile(
    r"(?:artikel|art\.|hoofdstuk|paragraaf|§)\s*(?:\d+[a-z]?|[IVXLC]+|een|eerste)\b.{0,12}", re.I
)
"""A heading that every decree has."""


def find_formal_heading(drafts: Sequence[Draft]) -> str | None:
    """Give the heading above a decree that says who made it ("Regeling van de Minister van ..., houdende ..."), whole.

    A heading too long for a title counts when it ends in a short one in brackets.
    """
    for draft in drafts[:_NEAR]:
        if draft.kind not in (BlockKind.HEADING, BlockKind.QUOTE):
            continue
        name = _find_bracketed(draft.text) if len(draft.text) > _LONG else None
        if _FORMAL.match(draft.text) or (name and _DECREE.search(name)):
            return draft.text
    return None


def find_short_title(heading: str, drafts: Sequence[Draft]) -> str:
    """Give the short title of a decree under its formal `heading`.

    In order: the name in the brackets at its end, what the text says that it is cited as, and the
    kind of decree with its subject.
    """
    if name := _find_bracketed(heading):
        return name
    if cited := find_cited_title(drafts, heading):
        return cited
    kind = _FORMAL.match(heading)
    subject = _SUBJECT.search(heading)
    if kind is None or subject is None:
        return heading.rstrip(" .")
    whole = subject["subject"].rstrip(" .")
    bracketed = _BRACKETED.search(whole)
    name = bracketed["name"] if bracketed and _SHORT_NAME.fullmatch(bracketed["name"]) else ""
    # A name of one word ("(ORET)") tells the decrees on one subject apart: it goes first, and is never cut off.
    first = f"{name}: {kind['kind'].lower()}" if name else kind["kind"]
    return f"{first} {whole[: bracketed.start()].rstrip() if bracketed and name else whole}"


def _find_bracketed(heading: str) -> str | None:
    """Give the name of several words in brackets at the end of a heading."""
    found = _BRACKETED.search(heading)
    name = found["name"].strip() if found else ""
    fits = len(name.split()) >= _LEAST_WORDS and name[0].isupper() and not _REFERENCE.match(name)
    return name if fits else None


def find_cited_title(drafts: Sequence[Draft], heading: str) -> str | None:
    """Give what a decree is cited as; of several, in annexes, the one that shares most words with `heading`."""
    known = _fold(heading)
    found = [
        match["name"].strip(" ,:")
        for draft in drafts
        if "aangehaald" in draft.text
        for match in _CITED.finditer(draft.text)
    ]
    return max(found, key=lambda name: len(_fold(name) & known), default=None)


def is_article(heading: str) -> bool:
    """Tell whether a heading is only the number of a part of a decree."""
    return _ARTICLE.fullmatch(heading.strip()) is not None


def _fold(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}
