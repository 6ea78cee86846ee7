"""Lists: items below a lead-in, enumerations in a sentence, several persons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise, takewhile

from assistant.answer import cues
from assistant.answer.enumerations import Enumeration, find_enumerations, find_run_behind, with_number
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, asked_words, same_noun, stem_of
from assistant.answer.finders.conditionlists import tells_other_clauses
from assistant.answer.finders.doers import find_doers
from assistant.answer.finders.levels import PLACE_LEVELS, level_fits
from assistant.answer.finders.listing import fit_enumerated, fit_itemised, read_enumerated, read_itemised
from assistant.answer.finders.postedrows import scatters
from assistant.answer.finders.requirements import find_requirements
from assistant.answer.itemising import strip_mark
from assistant.answer.matching import Matcher
from assistant.answer.names import Name, find_names
from assistant.answer.question import Question
from assistant.answer.textwords import read_text, text_of
from assistant.dutch import fold, tokenize
from assistant.dutch import stem as stem_word
from assistant.types import BlockKind, ExtractKind, Span

_COUNTED = re.compile(
    rf"(?:\d+|{'|'.join(word for word in cues.NUMBER_WORDS if word != 'een')})\b", re.IGNORECASE
)
_BEFORE = 40
"""Characters before an enumeration in which the asked noun announces it."""
_PAIR, _OTHER_LENGTH = 0.85, 0.4
"""The fit of two items where two are asked for, and the share left to a list of another length than asked for."""
_RUNNING = (BlockKind.PARAGRAPH, BlockKind.ITEM)
_NO_LINK = re.compile(r"\b(?:met(?! name)|zonder|door|die|dat|waar\w*)\b", re.IGNORECASE)
"""Words between the asked noun and a list that make the list one of something else ("sectoren met A en B")."""
_JOINED, _ALONE = re.compile(r"\b(?:en|of|alsook|evenals)\b"), 0.7
"""What joins doers, and the share left to one alone where several are asked for."""
_STRANGE = 0.5
"""The share left to a list that names what the question names already, or that only counts."""
_PEOPLE = frozenset(stem_word(noun) for noun in (*cues.PERSON_NOUNS, "mensen", "contactpersonen"))
"""Stems of the nouns that ask for persons, in the plural too."""
NAMED_NOUNS = cues.PERSON_NOUNS | cues.ORGANISATION_NOUNS | cues.PLACE_NOUNS | {"wie"}
"""Nouns that ask for names: a list of other words does not answer them."""


def find_lists(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give whole lists; one of the stated length, or right behind the asked noun, fits best."""
    document = unit.reading.document.text
    if unit.items:
        spans = [unit.reading.blocks[item].span for item in unit.items]
        items = [first_clause(span.of(document)) for span in spans]
        fit = fit_itemised(read_items(question, unit, items, matcher))
        lead = document[unit.span.start : spans[0].start]
        if tells_other_clauses(question, lead, items, matcher, named=question.asked in NAMED_NOUNS):
            return
        yield Candidate(Span(spans[0].start, spans[-1].end), fit, join_items(items))
        return
    persons: list[Name] = []
    if question.asked == "wie" or (question.asked and stem_of(question.asked) in _PEOPLE):
        persons = [name for name in find_names(unit.reading, unit.span) if name.kind == "person"]
        if len(persons) > 1:
            span = Span(persons[0].span.start, persons[-1].span.end).shift(unit.span.start)
            fit = _list_fit(question, len(persons), 0.95)
            yield Candidate(span, fit, join_items([name.text for name in persons]))
    if question.asked == "wie" or question.asked in cues.ORGANISATION_NOUNS:
        for doer in find_doers(question, unit, matcher):
            several = _JOINED.search(doer.span.of(document)) is not None
            yield doer if several else replace(doer, fit=doer.fit * _ALONE)
    if question.asked in PLACE_LEVELS:
        yield from _regions(question, unit)
    yield from find_requirements(question, unit)
    yield from _announced_ahead(question, unit)
    for enumeration in list_enumerations(question, unit, matcher):
        if not scatters(enumeration.items, [name.span for name in persons]):
            yield _weigh_enumeration(question, unit, enumeration, matcher)


def list_enumerations(question: Question, unit: Unit, matcher: Matcher) -> tuple[Enumeration, ...]:
    """Give the enumerations of a sentence, each once, with those that begin behind the asked noun."""
    return tuple(dict.fromkeys((*find_enumerations(unit.text), *_runs_behind(question, unit.text, matcher))))


def _announced_ahead(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give what a sentence with a colon at its end announces: the items, or the questions, that come after it."""
    text = unit.reading.document.text
    spans = unit.reading.sentences(unit.block)
    after = [span for span in spans if span.start >= unit.span.end]
    following = unit.block + 1
    blocks = unit.reading.blocks
    group = unit.reading.list_around(unit.block)
    alone = group is None or len(group.items) == 1
    if not after and alone and following < len(blocks) and blocks[following].kind in _RUNNING:
        after = list(unit.reading.sentences(following)[:1])
    if unit.text.rstrip().endswith(":") and after:
        for enumeration in find_enumerations(after[0].of(text)):
            items = [item.of(after[0].of(text)) for item in enumeration.items]
            span = enumeration.span.shift(after[0].start)
            yield Candidate(span, _list_fit(question, len(items), 1.0), join_items(items))
    colon = unit.text.find(": ")
    if (
        colon > 0
        and unit.text.rstrip().endswith("?")
        and stem_of(question.asked or "") == stem_word("vragen")
    ):
        own = Span(unit.span.start + colon + 2, unit.span.end)
        asked = [own, *takewhile(lambda span: span.of(text).rstrip().endswith("?"), after)]
        yield Candidate(Span(own.start, asked[-1].end), 1.0, " ".join(span.of(text) for span in asked))


def _runs_behind(question: Question, text: str, matcher: Matcher) -> Iterator[Enumeration]:
    """Give the shortest enumeration right behind each word that names what is asked for."""
    if question.asked is None:
        return
    asked = stem_of(question.asked)
    read = read_text(text)
    others = matcher.others.setdefault(asked, set())
    if others.issuperset(read.firsts):
        return
    for key, start in zip(read.keys, read.starts, strict=True):
        # A capital inside a sentence makes the noun a part of the first name: "Musea Lier en Genk".
        if key in others or not (key[0].islower() or not start):
            continue
        word = text_of(key)
        if not same_noun(asked, word, matcher):
            others.add(key)
            continue
        found = find_run_behind(text, start + len(word))
        if found is not None:
            yield found


def _regions(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give all regions of the asked level in the sentence, when there is more than one."""
    asked = asked_words(question)
    facts = [
        fact
        for fact in unit.reading.facts_in(unit.span, ExtractKind.REGION)
        if level_fits(question.asked, fact) and fold(fact.text) not in asked
    ]
    names = list(dict.fromkeys(fact.text for fact in facts))
    if len(names) > 1:
        span = Span(facts[0].span.start, facts[-1].span.end)
        yield Candidate(span, _list_fit(question, len(names), 0.9), join_items(names))


def read_items(question: Question, unit: Unit, items: Sequence[str], matcher: Matcher) -> tuple[float, ...]:
    """Give the features of the items of a unit, see `listing.py`."""
    reading = unit.reading
    above = [reading.text_of(index) for index in reading.parents[unit.block]]
    lead = unit.span.of(reading.document.text)[: reading.blocks[unit.items[0]].span.start - unit.span.start]
    strengths = [[strength for strength, _ in matcher.match(text)] for text in (lead, *above) if text.strip()]
    best = [max(column) for column in zip(*strengths, strict=True)] if strengths else []
    return read_itemised(
        question,
        items,
        held=matcher.coverage(best) if best else 0.0,
        names=_lead_names(question, unit, matcher),
        colon=lead.rstrip().endswith(":"),
    )


def _lead_names(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether the thing that is asked for is named in what leads in to the list or in the headings above."""
    if question.asked is None or question.asked in NAMED_NOUNS:
        return True
    reading, asked = unit.reading, stem_of(question.asked)
    lead = Span(unit.span.start, reading.blocks[unit.items[0]].span.start).of(reading.document.text)
    if not lead.rstrip().endswith(":"):
        # Without a colon only the sentence right before the items leads in to them.
        sentences = [span for span in reading.sentences(unit.block) if span.start >= unit.span.start]
        lead = sentences[-1].of(reading.document.text) if lead.strip() and sentences else lead
    above = [reading.text_of(index) for index in reading.parents[unit.block]]
    return any(same_noun(asked, token.text, matcher) for text in (lead, *above) for token in tokenize(text))


def read_enumeration(
    question: Question, unit: Unit, enumeration: Enumeration, matcher: Matcher
) -> tuple[Span, list[str], tuple[float, ...]]:
    """Give where the items of an enumeration stand in the document, the items, and their features (`listing.py`)."""
    enumeration = with_number(unit.text, enumeration, question.number)
    items = [item.of(unit.text) for item in enumeration.items]
    items[0] = _without_announcement(items[0], question, matcher)
    rest = _without_asides(question, unit, _without_asked(question, items), matcher)
    start = enumeration.items[0].end - len(items[0]) if rest[0] == items[0] else enumeration.items[1].start
    named = None
    if question.asked in NAMED_NOUNS:
        names = [_is_named(question, unit, item.of(unit.text), item) for item in enumeration.items]
        named = sum(names) / len(names)
    elsewhere = _elsewhere(question, unit.text, enumeration, matcher)
    features = read_enumerated(
        question,
        unit,
        enumeration,
        rest,
        matcher,
        announced=not elsewhere and _announced(question, unit.text, enumeration, matcher),
        elsewhere=elsewhere,
        named=named,
    )
    first = enumeration.items[0].start == enumeration.span.start
    span = Span(start, enumeration.span.end) if first else enumeration.span
    return span.shift(unit.span.start), rest, features


def _weigh_enumeration(
    question: Question, unit: Unit, enumeration: Enumeration, matcher: Matcher
) -> Candidate:
    span, items, features = read_enumeration(question, unit, enumeration, matcher)
    fit = fit_enumerated(features)
    asked = asked_words(question)
    if any(fold(item) in asked for item in items) or all(_COUNTED.match(item) for item in items):
        fit *= _STRANGE
    return Candidate(span, fit, join_items(items))


def _without_asked(question: Question, items: list[str]) -> list[str]:
    """Leave out a name that the question itself gives: "met welke buren werkt Lier?" is not answered by Lier."""
    asked = {fold(token.text) for token in question.words if token.text[0].isupper()}
    rest = [item for item in items if fold(item) not in asked]
    return rest if 2 <= len(rest) == len(items) - 1 else items


def _without_asides(question: Question, unit: Unit, items: list[str], matcher: Matcher) -> list[str]:
    """Leave out what only says of the name before it that it is one of the asked things: "Zonkracht, een bedrijf uit Lier".

    Of a place it says so only where a place is asked: "Lier, een school in Mol" are two things.
    """
    if question.asked is None or not any(map(_ASIDE.match, items[1:])):
        return items
    asked, whole = stem_of(question.asked), _join_halves(items)
    places = {fact.text for fact in unit.reading.facts_in(unit.span, ExtractKind.REGION)}
    kept = whole[:1]
    for before, item in pairwise(whole):
        aside = _ASIDE.match(item)
        named = before[-1:].isalnum() and any(word[0].isupper() for word in before.split())
        named = named and (before not in places or question.asked in PLACE_LEVELS)
        if not (aside and named and any(same_noun(asked, word, matcher) for word in aside["nouns"].split())):
            kept.append(item)
    return kept if len(kept) < len(whole) else items


_ASIDE = re.compile(r"een (?P<nouns>[a-zà-ÿ-]{3,}(?: [a-zà-ÿ-]{3,})?)\b")


def _is_named(question: Question, unit: Unit, item: str, place: Span) -> bool:
    """Tell whether an item is a name, and no region of another level than the asked one."""
    if _COUNTED.match(item) or not any(sign.isupper() for sign in item):
        return False
    regions = unit.reading.facts_in(place.shift(unit.span.start), ExtractKind.REGION)
    return not regions or any(level_fits(question.asked, fact) for fact in regions)


def _announced(question: Question, text: str, enumeration: Enumeration, matcher: Matcher) -> bool:
    """Tell whether the asked noun stands right before the items ("de thema's zorg en energie")."""
    if question.asked is None:
        return False
    before = text[max(0, enumeration.span.start - _BEFORE) : enumeration.span.start]
    opening = enumeration.items[0].of(text)
    words = (*_cut(before)[-5:], *_cut(opening)[:-1][:4])
    asked = stem_of(question.asked)
    return any(same_noun(asked, word, matcher) for word, _ in words)


@lru_cache(maxsize=5_000)
def _cut(text: str) -> tuple[tuple[str, int], ...]:
    """Give the words of a stretch, each with where it ends."""
    return tuple((token.text, token.span.end) for token in tokenize(text))


def _elsewhere(question: Question, text: str, enumeration: Enumeration, matcher: Matcher) -> bool:
    """Tell whether the words between the asked noun and a list make it a list of something else."""
    if question.asked is None:
        return False
    before = text[max(0, enumeration.span.start - _BEFORE) : enumeration.span.start]
    asked = stem_of(question.asked)
    places = [end for word, end in _cut(before) if same_noun(asked, word, matcher)]
    if not places or ":" in before:
        return False
    return bool(_NO_LINK.search(before, places[-1]))


def _without_announcement(item: str, question: Question, matcher: Matcher) -> str:
    """Cut "de vijf pijlers" from the first item when that is what was asked for."""
    words = item.split()
    for place, word in enumerate(words[:-1]):
        if (
            question.asked
            and word.islower()
            and place < 4
            and same_noun(stem_of(question.asked), word, matcher)
        ):
            return _LEADING.sub("", " ".join(words[place + 1 :]))
    return item


_LEADING = re.compile(r"^(?:van|voor|in|op|aan|tussen|tot) ")


def _list_fit(question: Question, length: int, fit: float) -> float:
    if question.number is None:
        return min(1.0, fit + 0.1) if length > 3 else fit if length > 2 else fit * 0.75
    if question.number == length:
        # Two things stand side by side in many a sentence; three are rarely three by chance.
        return 1.0 if length > 2 else max(fit, _PAIR)
    return fit * _OTHER_LENGTH


def first_clause(text: str) -> str:
    """Give the name of a list item: what stands before its colon or first sentence end."""
    return re.split(r"(?<=[^\d]):\s|[.;](?:\s|$)", strip_mark(text), maxsplit=1)[0].strip(" ,;.:")


def join_items(items: list[str]) -> str:
    """Give "a, b en c"; a semicolon between items that hold a comma or "en" themselves, or are sentences."""
    apart = any("," in item or " en " in item or _SENTENCE.match(item) for item in items)
    items = _join_halves(items)
    if len(items) < 2:
        return "".join(items)
    mark = "; " if apart else ", "
    return mark.join(items[:-1]) + (" en " if mark == ", " else "; ") + items[-1]


_HALF = re.compile(r"(?<![\w-])[^\W\d]+-$")
"""An item that is the fore part of a compound: "kern-", no "CWI-TNO-"."""


def _join_halves(items: list[str]) -> list[str]:
    """Give items with the fore part of a compound joined to the item behind it that has its last part: "kern- en busnet"."""
    joined: list[str] = []
    for item in items:
        if joined and _HALF.search(joined[-1]):
            joined[-1] += f" en {item}"
        else:
            joined.append(item)
    return joined


_SENTENCE = re.compile(r"(?:De|Het|Een|Er|We|Wij|Dit|Deze) (?:\S+ ){3,}\S+")
"""How an item begins that is a sentence of its own."""


def count_items(joined: str) -> int:
    """Give how many items `join_items` joined."""
    if "; " in joined:
        return joined.count("; ") + 1
    return joined.count(", ") + (" en " in joined) + 1
