"""An adjective of a land before a body is a name: what is said of the Flemish parliament tells nothing of the Walloon one.

"Waals Parlement", "Belgische politie", "Duitse regering": the document must name that body somewhere, or be of that land.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.answer.cues import PEOPLE_GROUPS
from assistant.answer.evidence import Unit
from assistant.answer.question import Question
from assistant.dutch import fold

_BODIES = (
    ("regering", "kabinet", "overheid", "overheden", "autoriteiten", "rijksoverheid", "regeringen"),
    ("parlement", "senaat", "kamer", "bondsdag"),
    ("politie", "rijkspolitie", "politiediensten"),
    ("leger", "krijgsmacht", "marine", "luchtmacht"),
    ("spoorwegen",),
    ("rekenkamer",),
    ("douane",),
    ("belastingdienst", "fiscus"),
    ("ambassade", "ambassadeur", "consulaat"),
    ("ministerie", "minister", "ministers", "ministeries", "staatssecretaris"),
    ("grondwet", "wetgever", "rechter", "justitie"),
)
"""Bodies that a land has one of, with other words for each."""
_KNOWN = frozenset(word for group in _BODIES for word in group)
_ASKED = re.compile(
    rf"(?<![\w-])(?P<land>[A-ZÀ-Þ][a-zà-ÿ]+(?:s|se|sche|aans|aanse|ns|nse))(?: (?:federale|nationale|centrale|nieuwe|huidige|vorige|demissionaire))? "
    rf"(?P<body>{'|'.join(sorted(map(str.capitalize, _KNOWN)))}|{'|'.join(sorted(_KNOWN))})(?![\w-])"
)
_OF_LAND = {"nl": ("nederland",), "vl": ("vlaam", "vlaan", "belg")}
"""The beginnings of the adjectives and names of the land that a document is of."""
_CLASS = ("europe", "internation", "lokal", "buitenland")
"""Words that are of no land."""
_JOINED = re.compile(r"(?:s|se|sche),? (?:en|of) (?:(?:de|het) )?$")
"""Words before a body that is asked together with that of another land."""
_BEHIND = r"(?:van|in|uit)? ?(?:de |het )?"


def find_body(question: Question) -> re.Match[str] | None:
    """Give the body of a land that a question names: its `land` and `body`; None without one, or with more."""
    found = list(_ASKED.finditer(question.text))
    if len(found) != 1 or fold(found[0]["land"]).startswith(_CLASS):
        return None
    if _JOINED.search(question.text, 0, found[0].start()):
        return None  # "de Nederlandse en de Franse regering" may be told as "beide landen"
    return found[0]


def mark_other_bodies(question: Question, units: Sequence[Unit]) -> None:
    """Add to `lacks` of each unit the body of a land that is asked, where its document is of another land and never names it."""
    found = find_body(question)
    if found is None:
        return
    land, body = fold(found["land"]), fold(found["body"])
    pattern = _named_as(land, body)
    known: dict[str, bool] = {}
    for unit in units:
        document = unit.reading.document
        if document.id not in known:
            own = land.startswith(_OF_LAND.get(document.origin or "", ("\0",)))
            own = own and any(word in document.text.lower() for word in _group_of(found))
            if own and land.startswith("belg"):  # a Flemish text names its own bodies
                own = not _is_named(document.text, "vlaamse", body)
            known[document.id] = own or _is_named(document.text, land, body)
        if not known[document.id] or _is_rival(found, pattern, unit):
            unit.lacks = tuple(dict.fromkeys((*unit.lacks, found.group())))


def _is_rival(found: re.Match[str], pattern: re.Pattern[str], unit: Unit) -> bool:
    """Tell whether a unit names such a body of another land, and not that of the land that is asked."""
    others = [other for other in _ASKED.finditer(unit.text) if fold(other["body"]) in _group_of(found)]
    land = fold(found["land"])[:_LEAST]
    texts = (
        unit.text,
        *map(unit.reading.text_of, unit.reading.parents[unit.block]),
        unit.reading.document.title,
    )
    rivals = any(not fold(other["land"]).startswith((land, *_CLASS)) for other in others)
    return rivals and not any(pattern.search(fold(text)) for text in texts)


def _group_of(found: re.Match[str]) -> tuple[str, ...]:
    """Give the words for the body that is asked."""
    return next((words for words in _BODIES if fold(found["body"]) in words), ())


_LEAST = 4
"""Letters by which the adjectives of a land are known."""


def _is_named(text: str, land: str, body: str) -> bool:
    """Tell whether a text names a body of a land; only around the words for the land it is looked for."""
    pattern = _named_as(land, body)
    return any(
        pattern.search(fold(text[max(0, place - _AROUND) : place + _AROUND]))
        for word in _words_for(land)
        for place in _find_all(text.lower(), word)
    )


def _find_all(text: str, word: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


_AROUND = 90
"""Characters around a word for a land in which a body of it is named."""


@lru_cache(maxsize=100)
def _words_for(land: str) -> frozenset[str]:
    """Give the beginnings of the words for a land, in lower case."""
    words = {land, *(word for words in PEOPLE_GROUPS if {land, f"{land}e"} & words for word in words)}
    return frozenset(word[:_LEAST].lower() for word in words)


@lru_cache(maxsize=100)
def _named_as(land: str, body: str) -> re.Pattern[str]:
    """Give what names a body of a land: in any form of the adjective, or with the land behind it."""
    group = next((words for words in _BODIES if body in words), (body,))
    bodies = "|".join(map(re.escape, group))
    stem = land.removesuffix("sche").removesuffix("se").removesuffix("s")
    others = {word for words in PEOPLE_GROUPS if {land, f"{land}e"} & words for word in words}
    lands = "|".join(sorted({re.escape(stem) + r"s\w{0,4}", *map(re.escape, others)}))
    return re.compile(rf"\b(?:{lands})(?: \w+)? (?:\w*)(?:{bodies})|\w*(?:{bodies}) {_BEHIND}(?:{lands})\b")
