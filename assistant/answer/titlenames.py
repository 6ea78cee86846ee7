"""Documents that a question calls by a word of their file's name: "Wat wil NSC met de wolf?".

A programme says "wij" and a regulation "de subsidieontvanger": what they are called stands nowhere in their sentences, and
often in the name of the file alone. Such a word says where to look, and need not be met in what is found there. It counts
when few documents are called so, hardly any other speaks of it, and they themselves seldom say it; a word that is no name
only behind what a document is called ("de regeling waterbussen"). The name of a file that is typed always counts. Words of
the title and of who wrote a document are held near each of its sentences already (`evidence.py`): of the development
questions that were declined, asking the named document alone gave 12 right answers more and 37 to questions without one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import NamedTuple

from assistant.answer.cues import GENERIC_VERBS, META_WORDS, QUESTION_WORDS
from assistant.answer.missing import UNDERSTOOD
from assistant.answer.namebook import NameBook, has_extension
from assistant.answer.question import Question
from assistant.answer.scope import DOCUMENT_NOUN, still_asks
from assistant.dutch import STOP_WORDS, Token, fold, load_lexicon, tokenize
from assistant.dutch.verbs import find_infinitive
from assistant.types import Span

_THEIRS, _OWN = 0.5, 0.4
"""Share of the passages that hold a name that must be of the documents that it names, and of their own passages that may
hold it: a text that says "Brabant" in most of its paragraphs tells of something else where it does not."""
_LEAST_NAME = 2
"""Letters of a name before a hyphen."""
_FILE = re.compile(r"(?<![\w.-])[\w-]+(?:\.[\w-]+)*")
_YEARS = r"(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?"
_LEAD = re.compile(
    r"(?:\b(?:volgens|blijkens) )?(?:\b(?:de|het|dat|die|een) )?"
    rf"(?:(?<![\w-])[\w-]{{0,40}}(?:{DOCUMENT_NOUN})(?: (?:(?:van|uit|voor|over) )?{_YEARS})?"
    r"(?: (?:van|voor|over|uit))? )?(?:\b(?:de|het|dat) )?$",
    re.IGNORECASE,
)
"""What leads in to the name of a document, and is nothing that is sought in it."""
_EDITION = re.compile(rf" (?:(?:van|uit) )?(?:het jaar )?{_YEARS}(?![\w-])")
"""The year of a document, behind its name."""
_SMALL = r"(?:(?:van|voor|de|het|en|der|tot|in|op|met)[ ])"
_AFTER = re.compile(
    rf"[ _-]{_SMALL}{{0,2}}(?!(?:van|voor|de|het|en|der|tot|in|op|met|is|over)\b)(?P<word>[^\W_]+)"
)
_BEFORE = re.compile(
    rf"(?P<word>\b(?!(?:van|voor|de|het|en|der|tot|in|op|met|is|over)\b)[^\W_]+(?=[ _-]$)|\b[A-ZÀ-Þ][^\W_]+(?= ))[ _-]{_SMALL}{{0,2}}$"
)
"""Words beside a name, which may be of the same title; behind it small words may stand between."""


class Spread(NamedTuple):
    """Of the passages that hold a word the share that is of some documents (1 where none does), and the share of the
    passages of those documents that hold it."""

    theirs: float
    own: float


Spreads = Callable[[str, frozenset[str]], Spread]
"""How a word is spread over these documents (ids) and the others."""


@dataclass(frozen=True, slots=True)
class Named:
    """The documents that a question names (ids), the stretches that name them, and the question without those.

    `names` are the bare names in those stretches, in the same order ("VVD" of "volgens het programma 2023 van de VVD");
    `firm` when the name of a file is typed, so that no other document is meant.
    """

    documents: frozenset[str]
    known: tuple[str, ...]
    rest: str
    firm: bool = False
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A stretch of a question that names documents."""

    span: Span
    documents: frozenset[str]


def find_named(text: str, book: NameBook, spread: Spreads) -> tuple[Named, ...]:
    """Give the documents that a question names, those that one name is of together; none when it names none.

    Several are given, in the order of the question, when names are of different documents.
    """
    shown = " ".join(text.split())
    files = _find_files(shown, book)
    groups = (
        [files] if files and len(frozenset.union(*(one.documents for one in files))) == 1 else _group(files)
    )
    if not files:
        groups = _group(_find_anchors(shown, book, spread))
    found = (_read(shown, group, book, firm=bool(files)) for group in groups)
    return tuple(named for named in found if named is not None and not _asks_of_itself(shown, named))


def _asks_of_itself(text: str, named: Named) -> bool:
    """Tell whether a question asks what was done by, or how many has, what gave the document its name.

    "Hoeveel zetels haalde NSC?", "Hoeveel leden heeft NSC?": its document says what it wants or rules, and of other things.
    """
    if named.firm:
        return False
    before = re.search(r"(?P<verb>[a-zà-ÿ]+) (?:(?:de|het) )?$", text[: text.find(named.known[0])])
    if before is None:
        return False
    verb = before["verb"]
    counts = _COUNTS.match(text) is not None and verb in _HAS
    past = verb.endswith(("de", "te")) and verb != "wilde" and find_infinitive(verb) is not None
    return counts or past or verb in _WAS


_COUNTS = re.compile(r"(?:hoeveel|hoe (?:groot|oud|lang|hoog))\b", re.IGNORECASE)
_HAS = frozenset("heeft hebben telt tellen kent kennen".split())
_WAS = frozenset("was waren werd werden had hadden kreeg kregen won wonnen deed deden ging gingen".split())


def _find_files(text: str, book: NameBook) -> list[_Anchor]:
    found = []
    for file in _FILE.finditer(text):
        word = file.group()
        typed = has_extension(word) or ("_" in word and re.search(r"[^\W\d_]", word))
        documents = book.file(word) if typed else frozenset()
        if documents:
            found.append(_Anchor(Span(*file.span()), documents))
    return found


def _find_anchors(text: str, book: NameBook, spread: Spreads) -> list[_Anchor]:
    found = []
    for span, word in chain(_find_words(text, book), _find_pairs(text), _find_full_names(text)):
        documents = book.few(word)
        if not documents:
            continue
        theirs, own = spread(word, documents)
        if theirs >= _THEIRS and own <= _OWN:
            found.append(_Anchor(span, documents))
    return sorted(found, key=lambda anchor: anchor.span)


def _find_words(text: str, book: NameBook) -> Iterator[tuple[Span, str]]:
    """Yield the names of a question, the names before a hyphen ("BIOS-aanvraag"), and what is called a document."""
    for token in tokenize(text):
        word, start = token.text, token.span.start
        if not any(map(str.isalpha, word)) or (_is_small(word) and not (word.isupper() and len(word) > 1)):
            continue
        fore, hyphen, rest = word.partition("-")
        if hyphen and rest.islower() and not book.holds(word):
            if any(map(str.isupper, fore)) and len(fore) >= _LEAST_NAME:
                whole = _PAPER.fullmatch(rest) is not None
                yield (token.span if whole else Span(start, start + len(fore) + 1)), fore
        elif _is_name(token, text) or _CALLED.search(text[:start]):
            yield token.span, word


_PAPER = re.compile(rf"(?<![\w-])[\w-]{{0,40}}(?:{DOCUMENT_NOUN})")
"""What is called a document by itself, behind the name: "VVD-programma"."""
_CALLED = re.compile(
    rf"(?:{DOCUMENT_NOUN})(?: (?:van|voor|over|inzake|tot))?(?: (?:de|het|een))? $", re.IGNORECASE
)


def _is_small(word: str) -> bool:
    plain = fold(word)
    return any(
        plain in words for words in (STOP_WORDS, QUESTION_WORDS, META_WORDS, GENERIC_VERBS, UNDERSTOOD)
    )


def _find_pairs(text: str) -> Iterator[tuple[Span, str]]:
    """Yield two names side by side, which may be written as one: "Christen Unie"."""
    for one, other in pairwise(tokenize(text)):
        span = Span(one.span.start, other.span.end)
        if one.text[0].isupper() and other.text[0].isupper() and span.of(text) == f"{one.text} {other.text}":
            yield span, one.text + other.text


_FULL = re.compile(
    r"(?<![\w-])[A-ZÀ-Þ][a-zà-ÿ]+(?: (?:(?:en|van|voor|de|der|het) ){0,2}[A-ZÀ-Þ][a-zà-ÿ]+){1,5}(?![\w-])"
)
_ARTICLES = re.compile(r" (?:de|der|het)(?= )")


def _find_full_names(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the names of three words or more, with their initials; the first word may only open the question.

    With the small words or without them, as abbreviations are made: "PvdD", "PVV", "BOM".
    """
    for found in _FULL.finditer(text):
        starts = [match.start() for match in re.finditer(r"(?<![\w-])[A-ZÀ-Þ]", found.group())]
        for first in starts[:2]:
            name = found.group()[first:]
            words = (name.split(), _ARTICLES.sub("", name).split(), re.findall(r"(?<![\w-])[A-ZÀ-Þ]", name))
            for short in dict.fromkeys("".join(word[0] for word in own) for own in words):
                if len(short) > 2:
                    yield Span(found.start() + first, found.end()), short


def _is_name(token: Token, text: str) -> bool:
    """Tell whether a word is written as a name."""
    word = token.text
    if any(map(str.isupper, word[1:])):
        return True
    if not word[0].isupper():
        return False
    return token.span.start > 0 or not load_lexicon().knows_exactly(word.lower())


def _group(anchors: Sequence[_Anchor]) -> list[list[_Anchor]]:
    """Give the anchors that are of the same documents together, in the order of the question."""
    groups: list[tuple[frozenset[str], list[_Anchor]]] = []
    for anchor in anchors:
        for place, (documents, group) in enumerate(groups):
            if documents & anchor.documents:
                groups[place] = (documents & anchor.documents, [*group, anchor])
                break
        else:
            groups.append((anchor.documents, [anchor]))
    return [group for _, group in groups]


def _read(text: str, anchors: Sequence[_Anchor], book: NameBook, *, firm: bool) -> Named | None:
    documents = frozenset.intersection(*(anchor.documents for anchor in anchors))
    narrow = [anchor.span for anchor in anchors]
    wide = [_widen(text, span, documents, book) for span in narrow]
    for spans in (wide, narrow):
        rest = _leave_out(text, spans)
        if still_asks(rest):
            known = {span.of(text): name.of(text) for span, name in zip(spans, narrow, strict=True)}
            names = (_bare(name) for name in known.values())
            return Named(documents, tuple(known), rest, firm, tuple(names))
    return None


def _widen(text: str, span: Span, documents: frozenset[str], book: NameBook) -> Span:
    """Give a naming with the words of the title beside it, and the words that lead in to it."""
    start, end = span.start, span.end
    if text[end - 1] == "-" or text[end : end + 1].isalnum():
        return span
    while (after := _AFTER.match(text, end)) and documents <= book.called(after["word"]):
        end = after.end()
    while (before := _BEFORE.search(text[:start])) and documents <= book.called(before["word"]):
        start = before.start("word")
    lead = _LEAD.search(text[:start])
    if _PAPER.search(text[start:end]) or (lead and _PAPER.search(lead.group())):
        edition = _EDITION.match(text, end)
        end = edition.end() if edition else end
    for before_it, behind_it in _AROUND:
        opened, closed = before_it.search(text[:start]), behind_it.match(text, end)
        if opened and closed:
            return Span(opened.start(), closed.end())
    return Span(lead.start() if lead and lead.group().strip() else start, end)


_AROUND = (
    (re.compile(r"\bals het aan (?:(?:de|het) )?$", re.IGNORECASE), re.compile(r" (?:ligt|lag)\b")),
    (re.compile(r"\bwat (?:(?:de|het) )?$", re.IGNORECASE), re.compile(r" betreft\b")),
)
"""What stands around the name of somebody whose wish is asked: "als het aan X ligt"."""


def _bare(name: str) -> str:
    """Give a name without what it is called behind its hyphen: "VVD" of "VVD-programma" and of "VVD-"."""
    fore, _, rest = name.partition("-")
    return fore if not rest or _PAPER.fullmatch(rest) else name


def _leave_out(text: str, spans: Sequence[Span]) -> str:
    kept, at = [], 0
    for span in sorted(spans):
        kept.append(text[at : max(at, span.start)])
        at = max(at, span.end)
    rest = " ".join("".join((*kept, text[at:])).split())
    return _DANGLING.sub("", rest)


_DANGLING = re.compile(
    r"(?<![\s,])(?:[\s,]{1,9}(?:van|voor|in|bij|door|uit|over|aan|met|op))*[\s,]*(?=[?!.]|$)"
)
"""Small words that are left at the end of a question when the name behind them is taken out."""


def leave_known(question: Question, known: Sequence[str]) -> Question:
    """Give a question of which the words that name its document need not be met; of a compound the rest must."""
    if not known:
        return question
    spans = _find_known(question.text, known)
    words = [rest for word in question.words for rest in _cut(word, spans)]
    return replace(question, words=tuple(words))


def without_known(text: str, known: Sequence[str]) -> str:
    """Give a question without the words that name its document."""
    return _leave_out(text, _find_known(text, known))


def _find_known(text: str, known: Sequence[str]) -> list[Span]:
    ends = ["" if said.endswith("-") else r"(?!\w)" for said in known]
    return [
        Span(*found.span())
        for said, end in zip(known, ends, strict=True)
        for found in re.finditer(rf"(?<!\w){re.escape(said)}{end}", text)
    ]


def _cut(word: Token, spans: Sequence[Span]) -> Iterator[Token]:
    over = [span for span in spans if span.overlaps(word.span)]
    if not over:
        yield word
    elif all(span.end < word.span.end for span in over):
        last = max(span.end for span in over)
        yield Token(Span(last, word.span.end), word.text[last - word.span.start :])
