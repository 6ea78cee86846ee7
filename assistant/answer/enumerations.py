"""Enumerations in running text: "Denemarken, Zweden en Finland", "(1) ..., (2) ... en (3) ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assistant.answer.itemwords import FINITE, holds_clause, is_infinitive, is_participle, opens_items
from assistant.types import Span

_NUMBERED = re.compile(r"\((?:\d|[a-h])\)\s*")
_SEPARATOR = re.compile(r",\s+(?:en\s+|of\s+|alsook\s+|evenals\s+)?|\s+(?:en|of|alsook|evenals|&)\s+|;\s+")
_STOP = re.compile(r"[):;.!?]|\s[–—-]\s|[”\"]")
_LEADS = re.compile(
    r"\b(?:zoals|namelijk|te weten|waaronder|onder meer|onder andere|o\.a\.|bijvoorbeeld|als|met name|in|van|met|door|tussen|"
    r"uit|voor|op|naar|aan|respectievelijk|ook|tevens|eveneens|zijn|is|waren|hebben|heeft|wordt|worden|omvat|omvatten|bij|"
    r"rond|richting|over|per|gaat over|om|binnen|het gaat om|dat|die|volgens)\s+",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:zoals|namelijk|te weten|waaronder|onder meer|onder andere|o\.a\.|bijvoorbeeld|met name)\s",
    re.IGNORECASE,
)
"""Words behind which an enumeration begins, also after a comma."""
_MAX_WORDS, _MOST_BEHIND = 9, 6
_JOINING = re.compile(r"\b(?:en|of|alsook|evenals)\b|&")
_DANGLING = re.compile(r"(?:tussen|tot|van|voor|met|in|op|door|aan|uit|naar|bij|om|te|als|voorop|uit|aan)")
"""Words that close no item: what they belong to is cut off."""
_UNFINISHED = re.compile(
    r"\b(?:van|voor|met|in|op|en|of|de|het|een|door|aan|uit|naar|bij|om|te|deze|dit|dat|die|hun|haar|zijn|onze|andere|alle|"
    r"nieuwe|grote|kleine|goede|betere|\w{4,}(?:ke|sche|ige|ende|ale|ate|iele|bare|ieve))$"
)


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Items as offsets in the text; `span` runs from the first to the last item."""

    span: Span
    items: tuple[Span, ...]


@lru_cache(maxsize=20_000)
def find_enumerations(text: str) -> tuple[Enumeration, ...]:
    """Give the enumerations of two or more items in `text`, in order."""
    found: list[Enumeration | None] = [*_numbered(text), *_closed(text), *_listed(text)]
    plain = _WHERE.sub(_blank, _ASIDE.sub(_blank, text))
    found.extend(_read_segment(plain, start, end) for start, end in _segments(plain))
    found.extend(_read_segment(text, aside.start() + 2, aside.end() - 1) for aside in _ASIDE.finditer(text))
    return tuple(dict.fromkeys(enumeration for enumeration in found if enumeration is not None))


_ASIDE = re.compile(r" \([^()]{1,80}\)(?=\s+(?:en|of)\b|,)")
"""A short remark in brackets behind an item, over which the enumeration runs on."""


_WHERE = re.compile(r" (?:in|uit|te|bij) [A-ZÀ-Þ][\w-]+(?=, en\b)")
"""The place behind the last of some items, over which the enumeration runs on: "A en B in X, en C en D in Y"."""


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


_AGAIN = re.compile(r"^(?P<first>\w+) .*?(?P<mark>,? en )(?P=first) ", re.DOTALL)
"""An "en" before the word that the item began with: "een pad voor fietsers en een pad voor ruiters"."""


def _closed(text: str) -> list[Enumeration]:
    """Give the items that stand behind a colon with a semicolon after each up to the last."""
    colon = text.find(": ")
    if colon < 0 or "; " not in text[colon:]:
        return []
    end = _segment_end(text, colon)
    cuts = [colon + 2, *(match.end() for match in _SEMICOLON.finditer(text, colon, end)), end]
    items = [_trim(text, Span(one, _without_mark(text, one, other))) for one, other in pairwise(cuts)]
    if len(items) < 2 or any(len(item) == 0 or ": " in item.of(text) for item in items):
        return []
    again = _AGAIN.match(items[-1].of(text))
    first = items[0].of(text).split(" ", 1)[0]
    if again and again.group("first") == first:
        last = items.pop()
        items.append(Span(last.start, last.start + again.start("mark")))
        items.append(Span(last.start + again.end("mark"), last.end))
    return [Enumeration(Span(items[0].start, items[-1].end), tuple(items))]


def _listed(text: str) -> list[Enumeration]:
    """Give three or more brief items behind a colon with commas only, up to the end of the sentence."""
    found = _BEHIND_COLON.search(text)
    if found is None or _JOINING.search(found.group("items")):
        return []
    cuts = [found.start("items"), *(mark.end() for mark in re.finditer(r", ", text[: found.end()]))]
    cuts = [cut for cut in cuts if cut >= found.start("items")]
    items = tuple(_trim(text, Span(one, other)) for one, other in pairwise([*cuts, found.end("items")]))
    if any(len(item.of(text).split()) > _MOST_BEHIND or holds_clause(item.of(text)) for item in items):
        return []
    return [Enumeration(Span(items[0].start, items[-1].end), items)]


_BEHIND_COLON = re.compile(r": (?P<items>[^:;.,]{2,60}(?:, [^:;.,]{2,60}){2,})\.?$")
_SEMICOLON = re.compile(r";\s+(?:en\s+|of\s+)?")


def _without_mark(text: str, start: int, end: int) -> int:
    """Give where an item ends without the semicolon and the "en" or "of" behind it."""
    found = re.search(r"\s*;\s*(?:en|of)?\s*$", text[start:end])
    return start + found.start() if found else end


def with_number(text: str, found: Enumeration, number: int | None) -> Enumeration:
    """Give the enumeration in as many items as are asked for, where an "en" before the last may join two of them.

    "zorg, kopen en huren van huizen en water" are three things as well as four.
    """
    if number is None or len(found.items) != number + 1 or number < 2:
        return found
    for place, (one, other) in enumerate(pairwise(found.items[:-1])):
        if _BARE.fullmatch(text[one.end : other.start]):
            joined = (*found.items[:place], Span(one.start, other.end), *found.items[place + 2 :])
            return Enumeration(found.span, joined)
    return found


def find_run_behind(text: str, start: int) -> Enumeration | None:
    """Give the enumeration that begins at `start` and ends at its first "en" or "of", inside a longer one too.

    "de provincie, de departementen A, B en C, het waterschap": behind "departementen" stand three items.
    """
    marks: list[re.Match[str]] = []
    stop = _STOP.search(text, start)
    for mark in _SEPARATOR.finditer(text, start, stop.start() if stop else len(text)):
        item = text[marks[-1].end() if marks else start : mark.start()]
        if len(item.split()) > _MOST_BEHIND or not item.strip():
            return None
        marks.append(mark)
        if _JOINING.search(mark.group()):
            following = _SEPARATOR.search(text, mark.end())
            end = min(following.start() if following else len(text), stop.start() if stop else len(text))
            return _cut_items(text, start, end, marks)
    return None


def _numbered(text: str) -> list[Enumeration]:
    marks = list(_NUMBERED.finditer(text))
    if len(marks) < 2:
        return []
    items: list[Span] = []
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        stop = following.start() if following else _segment_end(text, mark.end())
        item = text[mark.end() : stop]
        trimmed = re.sub(r"(?:[,;]|\s+en|\s+of|,\s*en)?\s*$", "", item)
        items.append(Span(mark.end(), mark.end() + len(trimmed)))
    return [Enumeration(Span(marks[0].start(), items[-1].end), tuple(items))]


def _segment_end(text: str, start: int) -> int:
    stop = re.compile(r"[.!?](?:\s|$)|\n").search(text, start)
    return stop.start() if stop else len(text)


def _segments(text: str) -> list[tuple[int, int]]:
    """Give the stretches between signs over which no enumeration runs."""
    cuts = [0]
    for sign in re.finditer(r"[():;!?“”\"\n]|\.(?:\s|$)|\s[–—-]\s", text):
        cuts.append(sign.start())
        cuts.append(sign.end())
    cuts.append(len(text))
    return [(cuts[place], cuts[place + 1]) for place in range(0, len(cuts) - 1, 2)] + [
        (cuts[place], cuts[place + 1])
        for place in range(1, len(cuts) - 2, 2)
        if cuts[place + 1] - cuts[place] > 3
    ]


def _read_segment(text: str, start: int, end: int) -> Enumeration | None:
    separators = list(_SEPARATOR.finditer(text, start, end))
    run: list[re.Match[str]] = []
    best: list[re.Match[str]] = []
    for separator in separators:
        between = text[run[-1].end() : separator.start()] if run else ""
        if run and (len(between.split()) > _MAX_WORDS or FINITE.search(between)):
            best = _better(best, run)
            run = []
        if _OPENING.match(text, separator.end()):
            best, run = _better(best, run), []
            continue
        run.append(separator)
    best = _better(best, run)
    if not best or not any(re.search(r"\b(?:en|of|alsook|evenals|&)\b|&", mark.group()) for mark in best):
        return None
    return _cut_items(text, start, end, best)


def _better(best: list[re.Match[str]], run: list[re.Match[str]]) -> list[re.Match[str]]:
    closing = max(
        (place for place, mark in enumerate(run) if re.search(r"en|of|alsook|evenals|&", mark.group())),
        default=-1,
    )
    run = run[: closing + 1]
    return run if len(run) > len(best) else best


def _cut_items(text: str, start: int, end: int, marks: list[re.Match[str]]) -> Enumeration | None:
    first_start = _with_head(text, start, _first_item_start(text, start, marks[0].start()), marks)
    marks = _without_inner(text, first_start, marks)
    if len(marks) > 1 and FINITE.match(text, marks[-1].end()) and _JOINING.search(marks[-2].group()):
        marks, end = marks[:-1], marks[-1].start()
    bounds = [first_start]
    spans: list[Span] = []
    for mark in marks:
        spans.append(Span(bounds[-1], mark.start()))
        bounds.append(mark.end())
    spans.append(Span(bounds[-1], _last_item_end(text, bounds[-1], end, spans)))
    items = tuple(_trim(text, _without_preposition(text, span)) for span in spans)
    items = tuple(item for item in items if len(item) > 1)
    if len(items) < 2 or any(holds_clause(item.of(text)) for item in items):
        return None
    if is_infinitive(items[0].of(text)) and _ARTICLE.match(items[1].of(text)):
        return None  # "om het dorp te beschermen, de brug en de sluis": the verb ends the clause before
    return Enumeration(Span(items[0].start, items[-1].end), items)


_BRIEF = 3
"""Words of an item with an "en" inside ("kunst en cultuur")."""
_ARTICLE = re.compile(r"(?:(?:in|van|met|aan|op|voor|door|bij|naar|uit)\s+)?(?:de|het|den)\s", re.IGNORECASE)
_BARE = re.compile(r"\s+(?:en|of|&)\s+")


def _without_inner(text: str, first: int, marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out each "en" inside an item: "het departement Werk en Zorg, het agentschap Wonen en de raad"."""
    bare = [bool(_BARE.fullmatch(mark.group())) for mark in marks]
    commas = [place for place, mark in enumerate(marks) if mark.group().strip() == ","]
    joined = any(not plain and _JOINING.search(mark.group()) for plain, mark in zip(bare, marks, strict=True))
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
    return kept if kept and _JOINING.search(kept[-1].group()) else marks


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
    if len(words) > _MAX_WORDS:
        begin = len(stretch) - len(" ".join(words[-4:]))
    return start + begin


def _with_head(text: str, start: int, first: int, marks: list[re.Match[str]]) -> int:
    """Give where the first item begins when the others are made like it: "het verloop van de ziekte, de duur van de reis"."""
    following = text[marks[0].end() :]
    head = next((found for found in _HEAD.finditer(text, start, first) if found.end() == first), None)
    if head is None:
        return first
    alike = _ACT.match(following) if head["act"] else _THING.match(following)
    return head.start("head") if alike else first


_OF = r"(?:van|in|voor|op|aan|naar|tussen|tot) "
_HEAD = re.compile(
    rf"\b(?P<head>(?:(?P<act>[a-zà-ÿ]{{4,}}en)|(?:de|het|een) (?:[a-zà-ÿ]+e )?[\w-]{{4,}}|[a-zà-ÿ]{{4,}}(?:ing|heid|atie)) {_OF}(?:(?:de|het|een) )?)"
)
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


def _trim(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in " ,;:.(‘“\"'":
        start += 1
    while end > start and text[end - 1] in " ,;:.)’”\"'":
        end -= 1
    return Span(start, end)
