"""The words of a question that name an article, a page or a table: "volgens artikel 3, tweede lid", "op pagina 12".

Here they are only read; whether a document has such a part is for `articles.py`, `pages.py` and `captions.py`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from assistant.answer.references import (
    ARTICLE,
    CAPTIONED,
    JOINED,
    LEADS,
    PAGE,
    SAYING,
    THE,
    Reference,
)
from assistant.dutch import fold

NUMBER = r"\d{1,4}(?:[.:]\d{1,3}){0,3}(?:bis|ter|quater|[a-z]{1,2})?(?![\w])(?![.:]\d)"
"""The number of an article: 5, 5a, 2:14, 3.1, 12bis."""
_PAGE_NUMBER = r"[0-9]{1,6}(?![.,]?[0-9])(?![^\W\d_])"
"""The number of a page; one that no document has is still a page."""
_CAPTION_NUMBER = r"[0-9]{1,3}(?:[.-][0-9]{1,2})?[a-z]?(?![.,]?[0-9])(?![^\W\d_])"
_RULES = r"|regelt|regelen|bepaalt|bepalen|verbiedt|vereist|eist|verlangt|verplicht|houdt|behandelt|luidt|toont|tonen|laat|laten"
_LEAD = rf"(?:(?P<lead>{{leads}})|(?P<saying>{SAYING}{_RULES}))\s+"
_RUN = re.compile(r"\s*(?:tot en met|t/m|–)\s*", re.IGNORECASE)
_AND = re.compile(rf"{JOINED}(?:(?:op|in|uit)\s+)?", re.IGNORECASE)
_MOST_RUN = 100
"""Numbers in a run: "pagina 3 tot en met 8"."""
_COUNTED = {
    word: str(number)
    for number, word in enumerate(
        "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende".split(), 1
    )
}
_LID = (
    rf"(?:,?\s*(?:(?:het\s+)?(?P<counted>{'|'.join(_COUNTED)}|\d{{1,2}}(?:e|de|ste))\s+lid|lid\s+(?P<lid>\d{{1,2}}))(?![\w-])"
    r"(?:,?\s*(?:onder|onderdeel|sub)\s+[a-z0-9]{1,2}(?![\w-]))?(?:,(?=\s+van\s))?)?"
)


_ONE = rf"(?!\d{{1,2}}(?:e|de|ste)\s+lid){NUMBER}"


def _several(number: str) -> str:
    """Give the pattern of one number, a run of them or several."""
    one = rf"{number}(?:\s*(?:tot en met|t/m|[-–])\s*{number})?"
    return rf"(?P<numbers>{one}(?:{JOINED}(?:(?:op|in|uit)\s+)?{one})*)"


_ARTICLES = re.compile(
    rf"(?<![\w-])(?:{_LEAD.format(leads=LEADS)})?(?:{THE})?(?:artikel(?:en)?|art\.)\s*{_several(_ONE)}{_LID}",
    re.IGNORECASE,
)
_PAGES = re.compile(
    rf"(?<![\w-])(?:{_LEAD.format(leads=LEADS + '|op')})?(?:{THE})?(?:pagina(?:[’'`]?s)?|bladzijden?|blz\.?|pag\.|(?-i:pp?\.))\s*"
    rf"{_several(_PAGE_NUMBER)}",
    re.IGNORECASE,
)
_LAST_PAGE = re.compile(
    rf"(?<![\w-])(?P<lead>op)\s+{THE}(?P<order>eerste|laatste)\s+(?:pagina|bladzijde)(?![\w-])",
    re.IGNORECASE,
)
_SHOWN = {way: noun for noun, ways in CAPTIONED.items() for way in ways} | {
    "tabellen": "tabel",
    "figuren": "figuur",
    "afbeeldingen": "afbeelding",
    "grafieken": "grafiek",
    "kaarten": "kaart",
}
_CAPTIONS = re.compile(
    rf"(?<![\w-])(?:{_LEAD.format(leads=LEADS + '|op|bij')})?(?:{THE})?"
    rf"(?P<noun>{'|'.join(map(re.escape, sorted(_SHOWN, key=len, reverse=True)))})\s*"
    rf"{_several(_CAPTION_NUMBER)}",
    re.IGNORECASE,
)


_BEFORE = re.compile(
    r"(?:(?:en|maar|of|geef|toon|citeer|vat|lees|open|wat|waar|waarover|gaat|me|mij)[\s,]+)*"
    r"(?:(?:is|bestaat)\s+er\s+(?:(?:ook|wel|al)\s+)?een\s+)?",
    re.IGNORECASE,
)
"""What may stand before a part that is named by itself: "Vat artikel 5 samen", "En pagina 3?", "Is er een artikel 5?"."""


def find_places(text: str, before: Iterable[int] = ()) -> Iterator[Reference]:
    """Yield in order the articles, pages, tables and figures that a question names.

    `before` are the ends of other parts that it names, which "en" may join to one.
    """
    found = [
        (match, ARTICLE) for match in _ARTICLES.finditer(text) if not _LAW_BEHIND.match(text, match.end())
    ]
    found += [(match, PAGE) for match in (*_PAGES.finditer(text), *_LAST_PAGE.finditer(text))]
    found += [(match, _SHOWN[fold(match["noun"])]) for match in _CAPTIONS.finditer(text)]
    ends = set(before)
    for match, noun in sorted(found, key=lambda one: one[0].start()):
        if _is_led(text, match, ends):
            ends.add(match.end())
            yield _read(match, noun) if match.re is not _LAST_PAGE else _read_last(match)


_LAW_BEHIND = re.compile(r"\s+[A-Z]")
"""The name of a law behind the number of an article: "artikel 7 Awb"."""
_LAW = re.compile(
    r"\s+(?P<law>(?:[A-Z]|(?:awb|avg|bw|wmo|wgr|wabo|wro|bbl|bkl|vweu|evrm|[\w-]*wet(?:boek)?)(?![\w-]))[\w-]*)"
)
"""The same in capitals or not."""


def find_law_article(text: str) -> tuple[Reference, str, str] | None:
    """Give the article with the name of a law right behind it, that name, and the question without them; None without one."""
    for match in _ARTICLES.finditer(text):
        law = _LAW.match(text, match.end())
        if law is not None:
            return _read(match, ARTICLE), law["law"], f"{text[: match.start()]} {text[law.end() :]}"
    return None


_JOINER = re.compile(rf"{JOINED}$", re.IGNORECASE)


def _is_led(text: str, match: re.Match[str], ends: Collection[int]) -> bool:
    """Tell whether a part is where something is told or tells it; what is spoken about otherwise is none."""
    if match["lead"] or (match.re is not _LAST_PAGE and match["saying"]):
        return True
    joiner = _JOINER.search(text, 0, match.start())
    joined = joiner is not None and joiner.start() in ends
    return joined or _BEFORE.fullmatch(text, 0, match.start()) is not None


def _read_last(match: re.Match[str]) -> Reference:
    order = -1 if fold(match["order"]) == "laatste" else 1
    return Reference(PAGE, match.start(), match.end(), orders=(order,))


def _read(match: re.Match[str], noun: str) -> Reference:
    start = match.end("saying") + 1 if match["saying"] else match.start()
    said = match["numbers"]
    numbers = tuple(frozenset({one}) for one in _list_numbers(said, hyphened=noun in CAPTIONED))
    member = ""
    if noun == ARTICLE and len(numbers) == 1:
        member = match["lid"] or _COUNTED.get(fold(match["counted"] or ""), "")
        member = member or re.sub(r"\D", "", match["counted"] or "")
    return Reference(
        noun=noun,
        start=start,
        end=match.end(),
        numbers=numbers,
        firm=noun in (ARTICLE, PAGE),
        says=match["lead"] is None,
        member=member,
    )


def _list_numbers(said: str, *, hyphened: bool) -> list[str]:
    """Give the numbers of "3, 5 en 7 tot en met 9"; `hyphened` tells that 3-1 is one number: the first figure of chapter 3."""
    found: list[str] = []
    signs = "–" if hyphened else "–-"
    for part in _AND.split(_RUN.sub("–", said)):
        number = part.strip().lower()
        first, *last = (piece.strip() for piece in re.split(rf"[{signs}]", number, maxsplit=1))
        if first.isdecimal() and last and last[0].isdecimal():
            least, most = sorted((int(first), int(last[0])))
            found += [str(one) for one in range(least, min(most, least + _MOST_RUN - 1) + 1)]
        else:
            found.append(number)
    return list(dict.fromkeys(found))
