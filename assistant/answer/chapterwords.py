"""The words of a question that name a chapter: "in hoofdstuk 3", "in de bijlage over wonen", "volgens de samenvatting".

Here they are only read; whether a document has such a chapter is for `chapters.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer.cues import DOCUMENT_NOUNS, META_WORDS
from assistant.answer.numbering import COUNTED, read_number
from assistant.answer.placewords import find_places
from assistant.answer.references import JOINED, LAW, LAW_NAME, LEADS, SAYING, THE, Reference
from assistant.answer.spans import COPULA, DONE, HELP, VERB, cut_words
from assistant.dutch import STOP_WORDS, content_stems, fold

_FIRM = {"hoofdstuk": "hoofdstuk", "hfst.": "hoofdstuk", "paragraaf": "paragraaf", "par.": "paragraaf"} | {
    "§": "paragraaf",
    "bijlage": "bijlage",
    "annex": "bijlage",
    "appendix": "bijlage",
}
_LOOSE = ("onderdeel", "deel", "sectie", "titel", "afdeling")
"""Words that mostly mean something else ("titel 3 van de wet", "het deel van de stad"): they name a chapter only where a
document has one that is called so."""
_NAMED = {
    "inleiding": ("inleiding",),
    "samenvatting": ("samenvatting", "in het kort", "op hoofdlijnen"),
    "managementsamenvatting": ("managementsamenvatting", "samenvatting"),
    "conclusie": ("conclusie", "conclusies", "slotsom"),
    "conclusies": ("conclusie", "conclusies", "slotsom"),
    "aanbevelingen": ("aanbeveling", "aanbevelingen"),
    "voorwoord": ("voorwoord", "woord vooraf", "ten geleide"),
    "nawoord": ("nawoord", "slotwoord", "tot slot"),
    "slotwoord": ("slotwoord", "nawoord", "tot slot"),
    "leeswijzer": ("leeswijzer",),
    "colofon": ("colofon",),
    "begrippenlijst": ("begrippenlijst", "begrippen", "verklarende woordenlijst"),
}
"""Parts that nearly every report has, and what their headings may say."""
_TOLD = frozenset(("conclusie", "conclusies", "aanbevelingen"))
"""Parts that are just as well something that is told anywhere: they name a chapter only where a document has one."""
_ORDINALS = {
    word: number
    for number, word in enumerate(
        "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende".split(), 1
    )
} | {"laatste": -1, "voorlaatste": -2}
_LEAD = rf"(?:(?P<lead>{LEADS})|(?P<saying>{SAYING}))\s+"
_ONE = (
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}|(?-i:[IVX]{1,5}|[A-Z])|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)"
    r"(?![^\W_]|[.,]\d|\s*(?:miljoen|miljard|duizend|procent|euro|%))"
)
_NOUN = "|".join(re.escape(noun) for noun in (*_FIRM, *_LOOSE))
_UNCALLED = r"(?<!afdeling\s)(?<!titel\s)"
"""Behind these words a capital mostly begins the name of something else: "de afdeling Handhaving"."""
_PART_OF_PLAN = re.compile(
    rf"(?<![\w-])(?P<lead>{LEADS}|van|voor|bij|aan|achter)\s+(?P<noun>{'|'.join(COUNTED)})\s(?P<numbers>\d{{1,2}}(?![\w.,-]*\d))",
    re.IGNORECASE,
)
"""What a plan counts: "het budget van actie 4"."""
_COMMA = re.compile(rf"{JOINED}(?:(?:in\s+|uit\s+)?(?:{_NOUN})\s+)?", re.IGNORECASE)
_NUMBERED = re.compile(
    rf"(?<![\w-])(?:{_LEAD})?(?:{THE})?(?P<noun>{_NOUN})\s*(?<![^\W_](?=[^\W_]))"
    rf"(?P<numbers>{_ONE}(?:{JOINED}(?:(?:in\s+|uit\s+)?(?P=noun)\s+)?{_ONE})*)",
    re.IGNORECASE,
)
_ORDINAL_ONE = "|".join(_ORDINALS)
_ORDINAL = re.compile(
    rf"(?<![\w-])(?:{_LEAD})?{THE}(?P<numbers>(?:{_ORDINAL_ONE})(?:{JOINED}(?:in\s+)?(?:{THE})?(?:{_ORDINAL_ONE}))*)\s+"
    r"(?P<noun>hoofdstuk|paragraaf|bijlage|hoofdstukken|paragrafen|bijlagen)(?![\w-])",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"{JOINED}(?:in\s+)?(?:{THE})?", re.IGNORECASE)
_ABOUT = re.compile(
    rf"(?<![\w-]){_LEAD}{THE}(?P<noun>{_NOUN})\s+"
    r"(?:(?:over|rond|rondom|inzake|getiteld|genaamd|met (?:als|de) titel)\s+(?=\w|[‘'\"“«])|(?=[‘'\"“«])"
    rf"|{_UNCALLED}(?=(?-i:[A-ZÀ-Þ])[^\W\d_]))"
    r"(?:[‘'\"“«](?P<quoted>[^’'\"”»]{2,120})[’'\"”»]|(?P<title>[^,;:?!.]+))",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"(?<![\w-]){_LEAD}{THE}(?P<noun>{'|'.join(_NAMED)}|bijlagen?)(?![\w-])",
    re.IGNORECASE,
)
_ALSO = re.compile(
    rf"{JOINED}(?:(?P<lead>in|uit|volgens)\s+)?(?:{THE})?(?P<noun>{'|'.join(_NAMED)}|bijlagen?)(?![\w-])",
    re.IGNORECASE,
)
"""A part of a report beside another: "in de inleiding en de conclusie"."""
_JOINS = re.compile(JOINED, re.IGNORECASE)
_OWNER = re.compile(
    rf"\s+(?:(?P<of>van|uit|bij)\s+(?=(?:het|de|dat|die|dit|deze|ons|onze)\s|(?:{LAW})(?![\w-]))|(?={LAW_NAME}))",
    re.IGNORECASE,
)
_LONGEST = 10
"""Words of a chapter's name in a question."""
_MOST = 8
"""Chapters that are read in one question."""
_ABOUT_IT = frozenset(
    "is zijn was waren wordt worden werd werden heeft hebben aan over voor naar met door tussen tot sinds na".split()
)
"""Words before a chapter that is spoken about, and says nothing itself: "wanneer is bijlage 2 vastgesteld"."""
_PAPERS = DOCUMENT_NOUNS | frozenset("rapport verslag stuk tekst brief nota bron".split())
_OF_OTHERS = re.compile(r"\s*(?:door\s+)?(?:wie|wanneer|welke?\s+(?P<noun>[\w-]+))(?![\w-])", re.IGNORECASE)
_ENDS = frozenset((VERB, DONE, HELP, COPULA))


def find_references(text: str) -> list[tuple[Reference, ...]]:
    """Give the chapters that a question names, in order, each in the ways that its words can be read: the longest first."""
    found: list[tuple[Reference, ...]] = [(_read_ordinal(match),) for match in _ORDINAL.finditer(text)]
    found += [
        (_read_numbered(match, tuple(map(read_number, _COMMA.split(match["numbers"])))),)
        for pattern in (_NUMBERED, _PART_OF_PLAN)
        for match in pattern.finditer(text)
    ]
    found += [tuple(_read_titled(match)) for match in _ABOUT.finditer(text)]
    found += [(_read_part(match, _start(match)),) for match in _PART.finditer(text)]
    led = [ways[0].end for ways in found if ways and not ways[0].says]
    found += [(reference,) for reference in find_places(text, led)]
    found = _add_joined(text, sorted(filter(None, found), key=lambda ways: ways[0].start))
    return [ways for ways in found if not _is_spoken_about(text, ways[0])][:_MOST]


def _add_joined(text: str, found: Sequence[tuple[Reference, ...]]) -> list[tuple[Reference, ...]]:
    """Give references that do not overlap, with those that one led in to joins: "in de inleiding en de conclusie"."""
    apart: list[tuple[Reference, ...]] = []
    left = list(found)
    while left:
        ways = left.pop(0)
        before = apart[-1][0] if apart else None
        if before is not None and ways[0].start < before.end:
            continue
        if before is not None and not before.says and ways[0].says:
            joins = _JOINS.fullmatch(text, before.end, ways[0].start)
            ways = tuple(replace(way, start=before.end, says=False) for way in ways) if joins else ways
        apart.append(ways)
        also = None if ways[0].says or ways[0].title else _ALSO.match(text, ways[0].end)
        if also is not None:
            part = replace(_read_part(also, ways[0].end), firm=True, says=False)
            left = [(part,), *left]
    return apart


def _is_spoken_about(text: str, reference: Reference) -> bool:
    """Tell whether something is asked about a chapter, not of it: who wrote it, when it was adopted, what mentions it."""
    if not reference.says:
        return False
    before = text[: reference.start].split()
    asked = _OF_OTHERS.match(text, 0, reference.start)
    others = asked is not None and (asked["noun"] is None or fold(asked["noun"]) in _PAPERS)
    return others or (bool(before) and fold(before[-1]) in _ABOUT_IT)


def _start(match: re.Match[str]) -> int:
    """Give where the words that name the chapter begin: at the preposition, but behind a verb of saying."""
    return match.end("saying") + 1 if match.groupdict().get("saying") else match.start()


def _read_ordinal(match: re.Match[str]) -> Reference:
    noun = fold(match["noun"])
    noun = {"hoofdstukken": "hoofdstuk", "paragrafen": "paragraaf", "bijlagen": "bijlage"}.get(noun, noun)
    orders = tuple(_ORDINALS[fold(word)] for word in _BETWEEN.split(match["numbers"]))
    numbers = tuple(frozenset({str(order)}) for order in orders) if min(orders) > 0 else ()
    return Reference(
        noun, _start(match), match.end(), numbers=numbers, says=match["lead"] is None, orders=orders
    )


def _read_numbered(match: re.Match[str], numbers: tuple[frozenset[str], ...]) -> Reference:
    noun = fold(match["noun"])
    return Reference(
        noun=_FIRM.get(noun, noun),
        start=_start(match),
        end=match.end(),
        numbers=numbers,
        firm=noun in _FIRM,
        says=match["lead"] is None,
    )


def _read_part(match: re.Match[str], start: int) -> Reference:
    noun = fold(match["noun"])
    noun = "bijlage" if noun.startswith("bijlage") else noun
    says = match["lead"] is None
    names, firm = _NAMED.get(noun, (noun,)), noun not in _TOLD
    return Reference(noun, start, match.end(), names=names, firm=firm, says=says)


def _read_titled(match: re.Match[str]) -> Iterator[Reference]:
    """Yield how far the name of a chapter may reach: a quoted one to its quotes, else up to a verb or any word before."""
    noun = fold(match["noun"])
    first, end = match.span("quoted" if match["quoted"] else "title")
    ends = [end] if match["quoted"] else list(_find_ends(match["title"]))
    for length in ends:
        stop = match.end() if match["quoted"] else first + length
        title = match["quoted"] or match["title"][:length]
        yield Reference(
            noun=_FIRM.get(noun, noun),
            start=_start(match),
            end=stop,
            title=title.strip(),
            firm=noun in _FIRM,
            says=match["lead"] is None,
        )


def _find_ends(title: str) -> Iterator[int]:
    """Yield where the words of a name may end, the farthest first: before a verb, not before "en", behind a content word."""
    cut = cut_words(title)
    most = min(len(cut.words), _LONGEST)
    held = False
    for place in range(most):
        if held and (cut.parts[place] in _ENDS or cut.words[place] in META_WORDS):
            most = place
            break
        held = held or bool(content_stems(cut.words[place]))
    for place in range(most - 1, -1, -1):
        following = cut.words[place + 1] if place + 1 < len(cut.words) else ""
        if cut.words[place] not in STOP_WORDS and following not in ("en", "of", "&", "en/of"):
            yield cut.ends[place]


def leave_out(text: str, reference: Reference) -> str:
    """Give the question without the words that name a chapter.

    A document that the chapter is said to be of stays: "in hoofdstuk 2 van het jaarverslag" leaves "in het jaarverslag".
    A chapter that says something leaves "het document".
    """
    before, behind = text[: reference.start], text[reference.end :]
    owner = _OWNER.match(behind)
    middle = "het document" if reference.says else ""
    if owner is not None:
        middle, behind = f"{middle} in", behind[owner.end() :]
    if not middle:
        behind = re.sub(r"^\s*,", "", behind)
    rest = " ".join(f"{before} {middle} {behind}".split())
    rest = re.sub(r"(?:(?<![\s,])[\s,]+(?:en|of))?(?<![\s,])[\s,]*(?=[?!.]|$)", "", rest)
    return f"{rest[:1].upper()}{rest[1:]}"


def without_chapters(text: str, *, saying: bool = False) -> str:
    """Give a question without the chapters that it wants its answer from; one that says something stays, but for `saying`."""
    for reference, *_ in reversed(find_references(text)):
        text = text if reference.says and not saying else leave_out(text, reference)
    return text


def names_owner(text: str, reference: Reference) -> str:
    """Give what a chapter is said to be of, up to the end of the clause; empty when nothing is."""
    owner = _OWNER.match(text, reference.end)
    return re.split(r"[,;:?!.]", text[owner.end() :], maxsplit=1)[0] if owner else ""
