"""Where the items of an enumeration in running text begin and end."""

from __future__ import annotations

import re

from assistant.answer.itemwords import FINITE, holds_clause, is_infinitive, is_participle, opens_items
from assistant.types import Span

MAX_WORDS = 9
"""Words of an item at most."""
JOINING = re.compile(r"\b(?:en|of|alsook|evenals)\b|&")
_LEADS = re.compile(
    r"\b(?:zoals|namelijk|te weten|waaronder|onder meer|onder andere|o\.a\.|bijvoorbeeld|als|met name|in|van|met|door|tussen|"
    r"uit|voor|op|naar|aan|respectievelijk|ook|tevens|eveneens|zijn|is|waren|hebben|heeft|wordt|worden|omvat|omvatten|bij|"
    r"rond|richting|over|per|gaat over|om|binnen|het gaat om|dat|die|volgens)\s+",
    re.IGNORECASE,
)
_DANGLING = re.compile(r"(?:tussen|tot|van|voor|met|in|op|door|aan|uit|naar|bij|om|te|als|voorop|uit|aan)")
"""Words that close no item: what they belong to is cut off."""
_UNFINISHED = re.compile(
    r"\b(?:van|voor|met|in|op|en|of|de|het|een|door|aan|uit|naar|bij|om|te|deze|dit|dat|die|hun|haar|zijn|onze|andere|alle|"
    r"nieuwe|grote|kleine|goede|betere|dagelijks|algemeen|openbaar|\w{4,}(?:ke|sche|ige|ende|ale|ate|iele|bare|ieve))$"
)


def cut_items(text: str, start: int, end: int, marks: list[re.Match[str]]) -> tuple[Span, ...]:
    """Give the items that the marks between them part, in `text` from `start` to `end`; none for what is no enumeration."""
    if _parts_aside(text, marks):
        return ()
    first_start = _with_head(text, start, _first_item_start(text, start, marks[0].start()), marks)
    first_start, marks = _with_owners(text, first_start, marks)
    marks = _without_inner(text, first_start, marks)
    if len(marks) > 1 and FINITE.match(text, marks[-1].end()) and JOINING.search(marks[-2].group()):
        marks, end = marks[:-1], marks[-1].start()
    bounds = [first_start]
    spans: list[Span] = []
    for mark in marks:
        spans.append(Span(bounds[-1], mark.start()))
        bounds.append(mark.end())
    spans.append(Span(bounds[-1], _last_item_end(text, bounds[-1], end, spans)))
    items = tuple(trim(text, _without_preposition(text, span)) for span in spans)
    items = tuple(item for item in items if len(item) > 1)
    if len(items) < 2 or any(holds_clause(item.of(text)) for item in items):
        return ()
    if is_infinitive(items[0].of(text)) and _ARTICLE.match(items[1].of(text)):
        return ()  # "om het dorp te beschermen, de brug en de sluis": the verb ends the clause before
    return items


_ASIDE = re.compile(
    r"(?:in opdracht van|op verzoek van|op voordracht van|namens|tijdens|sinds|onder (?:leiding|toezicht|voorzitterschap) van|"
    r"in het kader van|met steun van|dankzij|op initiatief van) "
)
"""What is no item of what stands before the comma before it."""


def _parts_aside(text: str, marks: list[re.Match[str]]) -> bool:
    """Tell whether an aside with items of its own begins behind the first comma: "de dienst, in opdracht van Lier en Mol"."""
    return (
        len(marks) > 1 and marks[0].group().strip() == "," and _ASIDE.match(text, marks[0].end()) is not None
    )


_OWNED = re.compile(
    r"\b(?:de|alle|beide|twee|drie|vier|vijf|zes) (?:[a-zà-ÿ]+e )?[a-zà-ÿ-]{4,} (?:van|uit|in|voor) $"
)
_OWNER = re.compile(r"(?:de |het )?[A-ZÀ-Þ][^,;]*")
_OTHER = re.compile(r"(?:een|het|de|twee|drie|vier) [a-zà-ÿ]")


def _with_owners(text: str, first: int, marks: list[re.Match[str]]) -> tuple[int, list[re.Match[str]]]:
    """Take names behind a noun that is of all of them as one item: "de raden van Lier, Mol en Genk, en een lid van het bestuur"."""
    owned = _OWNED.search(text, max(0, first - _FAR), first)
    if owned is None:
        return first, marks
    for place, mark in enumerate(marks[1:], 1):
        names = (first, *(one.end() for one in marks[:place]))
        closed = BARE.fullmatch(marks[place - 1].group()) and mark.group().startswith(",")
        if closed and _OTHER.match(text, mark.end()) and all(_OWNER.match(text, name) for name in names):
            rest = marks[place:]
            return (owned.start(), rest) if JOINING.search(rest[-1].group()) else (first, marks)
    return first, marks


_FAR = 60
"""Characters in which the noun stands that several names go with."""
_BRIEF = 3
"""Words of an item with an "en" inside ("kunst en cultuur")."""
_ARTICLE = re.compile(r"(?:(?:in|van|met|aan|op|voor|door|bij|naar|uit)\s+)?(?:de|het|den)\s", re.IGNORECASE)
BARE = re.compile(r"\s+(?:en|of|&)\s+")


def _without_inner(text: str, first: int, marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out each "en" inside an item: "het departement Werk en Zorg, het agentschap Wonen en de raad"."""
    bare = [bool(BARE.fullmatch(mark.group())) for mark in marks]
    commas = [place for place, mark in enumerate(marks) if mark.group().strip() == ","]
    joined = any(not plain and JOINING.search(mark.group()) for plain, mark in zip(bare, marks, strict=True))
    if commas and commas[0] < max(commas) and not joined:
        # Between two commas an "en" is no last one: "zorg, kunst en cultuur, energie en water".
        inner = {
            place
            for place in range(commas[0], max(commas))
            if bare[place] and len(text[marks[place - 1].end() : marks[place + 1].start()].split()) <= _BRIEF
        }
        marks = [mark for place, mark in enumerate(marks) if place not in inner]
        bare = [plain for place, plain in enumerate(bare) if place not in inner]
    if not _ARTICLE.match(text, first):
        return marks
    headed = [bool(_ARTICLE.match(text, mark.end())) for mark in marks]
    kept = [
        mark
        for place, mark in enumerate(marks)
        if headed[place] or not bare[place] or not any(headed[max(0, place - 1) : place + 2])
    ]
    return kept if kept and JOINING.search(kept[-1].group()) else marks


def _first_item_start(text: str, start: int, stop: int) -> int:
    """Give where the first item begins: after the last lead-in word or verb."""
    stretch = text[start:stop]
    last = len(stretch.rstrip())
    begin = 0
    for lead in _LEADS.finditer(stretch):
        if lead.end() < last and not _IN_NAME.search(
            stretch[: lead.end()] + "|" + stretch[lead.end() :][:12]
        ):
            begin = lead.end()
    for verb in FINITE.finditer(stretch, begin):
        if verb.end() + 1 < last:
            begin = verb.end() + 1
    for word in re.finditer(r"[a-zà-ÿ]{5,}\b", stretch[begin:]):
        if begin + word.end() + 1 < last and opens_items(word.group(), stretch[begin + word.end() + 1 :]):
            begin += word.end() + 1
            break
    words = stretch[begin:].split()
    if len(words) > MAX_WORDS:
        begin = len(stretch) - len(" ".join(words[-4:]))
    return start + begin


def _with_head(text: str, start: int, first: int, marks: list[re.Match[str]]) -> int:
    """Give where the first item begins when the others are made like it: "het verloop van de ziekte, de duur van de reis"."""
    following = text[marks[0].end() :]
    head = next((found for found in _HEAD.finditer(text, start, first) if found.end() == first), None)
    if head is None:
        return first
    if not (_ACT if head["act"] else _THING).match(following):
        return first
    outer = None if head["act"] else _OUTER.search(text, start, head.start("head"))
    return outer.start() if outer else head.start("head")


_OF = r"(?:van|in|voor|op|aan|naar|tussen|tot) "
_HEAD = re.compile(
    rf"\b(?P<head>(?:(?P<act>[a-zà-ÿ]{{4,}}en)|(?:de|het|een) (?:[a-zà-ÿ]+e )?[\w-]{{4,}}|[a-zà-ÿ]{{4,}}(?:ing|heid|atie)) {_OF}(?:(?:de|het|een) )?)"
)
_OUTER = re.compile(rf"\b(?:de|het|een) (?:[a-zà-ÿ]+e )?[\w-]{{4,}} {_OF}(?:de|het|een) (?:[a-zà-ÿ]+e )?$")
"""What a head belongs to in turn: "de ondersteuning van de lokale" before "werking van de bonden"."""
_ACT = re.compile(rf"(?:het )?[a-zà-ÿ]{{4,}}en {_OF}")
_THING = re.compile(rf"(?:(?:de|het|een) (?:[a-zà-ÿ]+e )?[\w-]{{4,}}|[a-zà-ÿ]{{4,}}(?:ing|heid|atie)) {_OF}")
"""What an item begins with: a noun, or an infinitive (`_ACT`), with a preposition behind it."""
_IN_NAME = re.compile(r"\b[A-ZÀ-Þ][\w-]*(?<!s)(?<!en) (?:van|voor) \|(?:de |het )?[A-ZÀ-Þ]")
"""A preposition inside a name ("Raad voor de Scheepvaart"), with a bar behind it."""


def _last_item_end(text: str, start: int, end: int, earlier: list[Span]) -> int:
    """Give where the last item ends: a capitalised list stops where its capitals do."""
    named = sum(text[span.start : span.start + 1].isupper() for span in earlier) >= max(1, len(earlier) - 1)
    stretch = text[start:end]
    if named:
        name = re.match(
            r"(?:(?:de|het|den)\s+)?(?:[A-ZÀ-Þ0-9][\w’'&./-]*|[a-z]{1,2}/?[A-Z][\w/-]*)"
            r"(?:\s+(?:van|voor|de|den|der|of|and|van de|van het|voor de|voor het)?\s*[A-ZÀ-Þ0-9][\w’'&./-]*)*",
            stretch,
        )
        if name:
            return start + name.end()
    longest = max(2, max(len(span.of(text).split()) for span in earlier) + 1)
    verb = re.search(
        r"\s+(?:(?:doen|doet|werken|werkt|nemen|krijgen|kregen|tekenden|sloten|staan)\b|zijn\b)", stretch
    )
    finite = FINITE.search(stretch)
    ends = [found.start() for found in (verb, finite) if found and found.start() > 0]
    stretch = stretch[: min(ends)] if ends else stretch
    words = list(re.finditer(r"\S+", stretch))
    if not words:
        return start
    count = len(words) if len(words) <= longest + 2 else longest
    while count < len(words) and _UNFINISHED.search(stretch[: words[count - 1].end()]):
        count += 1
    if count == len(words) > 1 and is_participle(words[-1].group().strip(" .,;")):
        count -= 1
    while count > 1 and _DANGLING.fullmatch(words[count - 1].group()):
        count -= 1
    return start + _with_complement(stretch, words[count - 1].end())


def _with_complement(stretch: str, end: int) -> int:
    """Give where an item ends with what belongs to its last noun: "het aantrekken van nieuwe bedrijven"."""
    found = _COMPLEMENT.match(stretch, end)
    return found.end() if found else end


_COMPLEMENT = re.compile(
    r" (?:tussen (?:de |het )?[\w-]+ en (?:de |het )?[\w-]+|"
    r"(?:van|voor) (?:(?:de|het|een|hun|haar|onze|deze) )?(?:[a-zà-ÿ-]+e )?[\w-]{3,}(?! (?:en|of)\b))"
)
"""A noun behind "van" or "voor", with an adjective, or two behind "tussen"."""


def _without_preposition(text: str, span: Span) -> Span:
    """Cut the preposition that is repeated before items ("in Crolles en in Gent")."""
    found = re.match(r"\s*(?:aan|in|op|van|met|bij|door|uit|naar|voor|tot)\s+(?=\S)", span.of(text))
    return Span(span.start + found.end(), span.end) if found else span


def trim(text: str, span: Span) -> Span:
    """Give a span without the blanks, signs and quotation marks at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in " ,;:.(‘“\"'":
        start += 1
    while end > start and text[end - 1] in " ,;:.)’”\"'":
        end -= 1
    return Span(start, end)
