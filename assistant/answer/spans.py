"""The stretches of a sentence that can be a short answer: words, the part each one plays, and where a phrase may be cut.

Without a parser: a word is told apart by closed lists (articles, prepositions, conjunctions), by its form as a
verb, its capital or its digits. A phrase begins behind a boundary and ends before one; which of the many is the
answer is for `choosing.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from assistant.answer.adjectives import is_adjective
from assistant.answer.cues import NUMBER_WORDS
from assistant.answer.verbs import find_verb_root
from assistant.dutch import STOP_WORDS, fold, load_lexicon
from assistant.dutch.verbs import find_infinitive
from assistant.types import Span

ARTICLE, PREPOSITION, AND, LINK, COPULA, HELP, VERB, DONE, NUMBER, NAME, SMALL, WORD, EITHER = (
    "D P E S B H V G N C A W I".split()
)
"""The parts: article, preposition, "en", word that opens a clause, "is", auxiliary, verb, participle, number, name,
other small word, any other word."""
_ACTING = frozenset((COPULA, HELP, VERB))
_TELLING = _ACTING | {EITHER, DONE}
_NOUNS = frozenset((WORD, EITHER, NAME))
MOST_WORDS, PHRASE_WORDS = 160, 12
"""Words of a sentence that are looked at, and words of a phrase that does not end its clause."""
_LONGEST = 45
"""Words of a clause."""
_WORD = re.compile(r"(?:[A-Z]\.){1,5}(?=\s)|(?:€ ?)?[^\W_]+(?:[’'&./,+%-]+[^\W_]+)*-?%?")
_PREPOSITIONS = frozenset(
    "aan achter bij binnen boven buiten door gedurende in inzake langs met na naar naast nabij onder ondanks op over "
    "per rond rondom sinds te tegen tegenover tijdens tot tussen uit van vanaf vanuit vanwege via volgens voor zonder "
    "ten ter namens dankzij wegens conform middels omtrent omstreeks richting bovenop vóór à".split()
)
_ARTICLES = frozenset(
    "de het een hét dé deze dit haar hun onze ons uw mijn elke elk ieder iedere alle geen beide zo’n".split()
)
_LINKS = frozenset(
    "dat die wat wie waar waarin waarop waarmee waarvan waarbij waarvoor waardoor waaraan waarover waaronder omdat doordat "
    "zodat opdat als indien wanneer terwijl hoewel nadat voordat zoals om toen mits tenzij want dus namelijk".split()
)
_COPULAS = frozenset(
    "is zijn was waren wordt worden werd werden heet heten heette blijft blijven vormt vormen geworden".split()
)
_HELPERS = frozenset(
    "heeft hebben had hadden kan kunnen kon konden mag mogen moet moeten moest zal zullen zou zouden wil willen gaat gaan doet".split()
)
_RELATIVES = frozenset(
    "die dat wie waarin waarop waarmee waarvan waarbij waarvoor waardoor waaraan waarover waaronder omdat doordat zodat".split()
)
_LEANING = frozenset(
    "zich er daarom reeds daarbij hierbij daarmee hiermee daarnaast echter dus toch immers".split()
)
"""Words that lean on the verb before them: no answer begins with one."""
_JOINERS = frozenset(("en", "of", "en/of", "noch", "&", "alsook", "evenals", "alsmede", "maar"))
_BREAK = re.compile(r"[,;:.!?()\[\]“”„\"‘»«\n–—•]|(?<=\s)[’']|[’'](?=\s)|(?<=\s)-(?=\s)")
_STRONG = re.compile(r"[;:.!?\n•)]")


@dataclass(frozen=True, slots=True)
class Cut:
    """The words of a text: offsets, folded forms and parts; `gaps[n]` stands before word n, the last one behind all."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    parts: tuple[str, ...]
    gaps: tuple[str, ...]


@lru_cache(maxsize=2_000)
def cut_words(text: str) -> Cut:
    """Give the words of a text with their parts; at most `MOST_WORDS`."""
    found = list(_WORD.finditer(text))[:MOST_WORDS]
    starts = tuple(match.start() for match in found)
    ends = tuple(match.end() for match in found)
    edges = (0, *ends)
    gaps = (
        *(text[edge:start] for edge, start in zip(edges, starts, strict=False)),
        text[edges[-1] : edges[-1] + 3],
    )
    shown = [match.group() for match in found]
    parts: list[str] = []
    for place, word in enumerate(shown):
        first = place == 0 or bool(_STRONG.search(gaps[place])) or "“" in gaps[place]
        parts.append(_part_of(word, parts[-1] if parts and not first else "", first=first))
    return Cut(text, starts, ends, tuple(map(fold, shown)), tuple(parts), gaps)


def _part_of(word: str, before: str, *, first: bool) -> str:
    """Give the part of a word, by itself and by the part of the word before it."""
    plain = fold(word)
    closed = _closed_part(plain)
    if closed and (first or word.islower() or plain != word.lower()):
        return closed
    if word[0].isdigit() or word[0] == "€" or (plain in NUMBER_WORDS and plain != "een"):
        return NUMBER
    if any(sign.isupper() for sign in word):
        return WORD if first and word[1:].islower() and load_lexicon().knows_exactly(word.lower()) else NAME
    return _open_part(plain, before)


@lru_cache(maxsize=5_000)
def _closed_part(plain: str) -> str:
    """Give the part of a word that is in one of the closed lists; empty for any other."""
    for words, part in (
        (_COPULAS, COPULA),
        (_HELPERS, HELP),
        (_PREPOSITIONS, PREPOSITION),
        (_ARTICLES, ARTICLE),
        (_JOINERS, AND),
        (_LINKS, LINK),
        (STOP_WORDS, SMALL),
    ):
        if plain in words:
            return part
    return ""


def _open_part(plain: str, before: str) -> str:
    """Give whether a word in small letters is a verb, a participle, a plural that may be a verb, or another word."""
    if before in (ARTICLE, PREPOSITION):
        return WORD
    infinitive = find_infinitive(plain)
    if infinitive is None:
        many = plain.endswith("en") and before not in (NUMBER, "") and find_verb_root(plain)
        return EITHER if many else WORD
    return DONE if _DONE.fullmatch(plain) and not infinitive.startswith("ge") else VERB


_DONE = re.compile(r"(?:\w{2,5})?ge\w{2,}(?:d|t|en)|(?:be|ver|ont|her)\w{2,}(?:d|en)")


def find_spans(cut: Cut) -> Iterator[tuple[int, int]]:
    """Yield first and last word (half-open) of every stretch that may be an answer, in order."""
    count = len(cut.words)
    acts = [0, *accumulate(part in _ACTING for part in cut.parts)]
    links = list(accumulate((place if _opens_clause(cut, place) else -1 for place in range(count)), max))
    told = [0, *accumulate(part in _TELLING for part in cut.parts)]
    brackets = list(accumulate(gap.count("(") - gap.count(")") for gap in cut.gaps))
    ends = [_may_end(cut, place) for place in range(count)]
    closes = [bool(_BREAK.search(cut.gaps[place + 1])) or place + 1 == count for place in range(count)]
    for first in range(count):
        if not _may_begin(cut, first):
            continue
        opened = _opens(cut, first)
        for last in range(first, min(count, first + _LONGEST)):
            if last - first >= PHRASE_WORDS and not (opened and closes[last]):
                continue
            acting = acts[last + 1] > acts[first]
            if links[last] >= first and told[last + 1] == told[links[last]]:
                continue  # "Teams waarvan de link": a clause without its verb
            if brackets[first] != brackets[last] and not cut.gaps[last + 1].startswith(")"):
                continue
            whole = ends[last] or (closes[last] and links[last] >= first)
            if whole and (not acting or (opened and closes[last])):
                yield first, last + 1
            if _STRONG.search(cut.gaps[last + 1]) and not cut.gaps[last + 1].startswith(")"):
                break


def place_span(cut: Cut, first: int, last: int) -> Span:
    """Give the stretch from word `first` to before word `last`, with the bracket that closes one in it."""
    start, end = cut.starts[first], cut.ends[last - 1]
    inside = cut.text[start:end]
    closes = inside.count("(") > inside.count(")") and cut.text.startswith(")", end)
    return Span(start, end + closes)


def _opens_clause(cut: Cut, place: int) -> bool:
    """Tell whether a word opens a clause of its own, with its verb at the end: "die" in "een plan die ...", not "van die"."""
    return cut.words[place] in _RELATIVES and (not place or cut.parts[place - 1] != PREPOSITION)


def _may_begin(cut: Cut, place: int) -> bool:
    """Tell whether a phrase may begin at a word: behind a boundary, or where a name or a number begins."""
    part = cut.parts[place]
    if part == AND:
        return False
    before = cut.parts[place - 1] if place else ""
    if not before or _BREAK.search(cut.gaps[place]):
        return part not in (COPULA, HELP)
    if _leans(cut, place):
        return False
    if before not in (WORD, EITHER):
        return part not in (COPULA, HELP)
    return part in (ARTICLE, PREPOSITION, NUMBER, NAME, LINK, DONE)


def _leans(cut: Cut, place: int) -> bool:
    """Tell whether a word goes with the one before it: "zich", the verb behind "te", the noun behind its adjective.

    So does a preposition that belongs to the verb: the first of "in voor werving".
    """
    word, part = cut.words[place], cut.parts[place]
    if word in _LEANING or cut.words[place - 1] == "te" or (part in _NOUNS and _is_inflected(cut, place - 1)):
        return True
    stranded = part == PREPOSITION and word not in ("van", "tot", "vanaf", "sinds", "per")
    return stranded and cut.parts[place + 1 : place + 2] == (PREPOSITION,) and cut.gaps[place + 1] == " "


def _is_inflected(cut: Cut, place: int) -> bool:
    """Tell whether a word is an adjective or participle with -e, which goes with the noun behind it: "gerichte"."""
    return (
        cut.parts[place] in (WORD, VERB, DONE)
        and cut.words[place].endswith("e")
        and is_adjective(cut.words[place])
    )


def _may_end(cut: Cut, place: int) -> bool:
    """Tell whether a phrase may end with a word: not with a small word, nor with an adjective before its noun."""
    part = cut.parts[place]
    if part in (ARTICLE, PREPOSITION, AND, LINK, COPULA, HELP):
        return False
    if place + 1 == len(cut.words):
        return True
    following = cut.parts[place + 1]
    if cut.gaps[place + 1] == ", " and _is_inflected(cut, place):
        return not (following == AND or _is_inflected(cut, place + 1))
    if _BREAK.search(cut.gaps[place + 1]):
        return True
    return not (part == WORD and following in (WORD, EITHER) and cut.words[place].endswith("e"))


def _opens(cut: Cut, place: int) -> bool:
    """Tell whether a long clause may begin at a word."""
    before = cut.parts[place - 1] if place else ""
    return (
        not before
        or cut.parts[place] in (PREPOSITION, LINK)
        or before in (COPULA, HELP, VERB, LINK)
        or bool(_BREAK.search(cut.gaps[place]))
    )
