"""What something is, stands for, or is called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.evidence import Unit
from assistant.answer.explained import find_explained
from assistant.answer.explanations import CLOSING_VERB, DENIED, NO_KIND, find_explanation
from assistant.answer.finders.called import find_called, find_described
from assistant.answer.finders.candidate import Candidate, asked_is_held
from assistant.answer.finders.newnames import find_new_name
from assistant.answer.matching import Matcher
from assistant.answer.names import find_names, is_thing
from assistant.answer.question import Question
from assistant.answer.textwords import read_words
from assistant.answer.wholenames import widen_name
from assistant.dutch import Token, fold, tokenize
from assistant.types import Span

_COPULA = re.compile(
    r"\b(?:is|zijn|betekent|bedoelen (?:we|wij)|verstaan (?:we|wij)|wordt verstaan|vormt|omvat|houdt in)\b|:(?= )"
)
_KIND = re.compile(rf"\s*{NO_KIND}(?:een|het|de|hét|dé|dat|wanneer|alle|elk)\b")
_QUOTED = re.compile(r"(?<![\w’'])[‘“\"'](?P<inner>[^‘’“”\"'\n]{2,60})[’”\"'](?!\w)")


def find_definitions(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give the full name of an abbreviation, what a sentence says that a thing is, an apposition, or what follows "X is"."""
    thing = find_explained(question.text)
    yield from _expansions(question, unit, thing)
    explanation = None if thing is None or question.expansion else find_explanation(thing, unit.text)
    if explanation is not None:
        yield Candidate(explanation.span.shift(unit.span.start), explanation.surely)
    if not question.expansion:
        yield from _appositions(question, unit, thing)
        yield from _described(unit)
        yield from _copulas(unit, matcher, thing)


def _described(unit: Unit) -> Iterator[Candidate]:
    """Give what the next sentence says of the thing: "Wij maken een dorpscanon. Dat is een lijst van ..."."""
    text, sentences = unit.reading.document.text, unit.reading.sentences(unit.block)
    following = next((span for span in sentences if span.start >= unit.span.end), None)
    if following is not None and any(strength > _HELD for strength in unit.local):
        found = _DESCRIBES.match(following.of(text))
        if found:
            end = following.end - 1 if found.group().endswith(".") else following.start + found.end()
            yield Candidate(Span(following.start + found.start("what"), end), _NEXT_FIT)


_HELD, _NEXT_FIT, _SPOKEN = 0.7, 0.65, 0.5
_OPENING = 8
"""Characters before a thing that opens a sentence with a number or an article."""
_DESCRIBES = re.compile(
    r"(?:(?:dit|dat|het|deze|die) (?:is|zijn|was|waren|betreft)|(?:het gaat|dit gaat|dat gaat)(?: hier(?:bij)?| dan)? om|"
    r"(?:hierbij|daarbij|hier) gaat het om) (?P<what>(?:een|de|het) [^;]{8,300}$)",
    re.IGNORECASE,
)
_KIND_ASKED = re.compile(r"\bwat voor\b|\bsoort\b", re.IGNORECASE)


def _spelled_out(text: str, short: str) -> Span | None:
    """Give the words whose first letters make an abbreviation of three letters or more; small words may be skipped."""
    letters = [sign.lower() for sign in short if sign.isalpha()]
    words = list(re.finditer(r"[^\W\d_]+", text))
    for first in range(len(words) if len(letters) > 2 else 0):
        place = first
        for letter in letters:
            while (
                place < len(words)
                and place > first
                and words[place].group() in _SMALL
                and letter != words[place][0][0]
            ):
                place += 1
            if (
                place == len(words)
                or words[place].group()[0].lower() != letter
                or words[place].group() == short
            ):
                break
            place += 1
        else:
            if words[first].group()[0].isupper():
                return Span(words[first].start(), words[place - 1].end())
    return None


_SMALL = frozenset("van de het en voor der in op te aan".split())


_OF = re.compile(r"\bvan\b", re.IGNORECASE)
"""What something of a thing is asked with."""


def _expansions(question: Question, unit: Unit, thing: str | None) -> Iterator[Candidate]:
    if thing is None and not question.expansion and _OF.search(question.text):
        return  # the full name of the BOM does not tell what "de rol van de BOM" is
    text = unit.text
    for token in _tokens_of(question, thing):
        word = re.escape(token.text)
        if question.expansion and sum(sign.isupper() for sign in token.text) > 2:
            spelled = _spelled_out(text, token.text)
            if spelled is not None:
                yield Candidate(spelled.shift(unit.span.start), 0.9)
        if token.text not in text or "(" not in text:
            continue
        before = re.search(rf"(?P<full>(?:[\w’'&/+-]+ ){{0,7}}[\w’'&/+-]+) \(\W?{word}(?:['’]s)?\W?\)", text)
        if before and (thing is None or _may_be_short(token.text, thing)):
            start = before.start("full") + _expansion_start(before.group("full"), token.text)
            yield Candidate(_unquote(text, Span(start, before.end("full"))).shift(unit.span.start), 1.0)
        after = re.search(rf"\b{word} \((?P<full>[^()]{{6,90}})\)", text)
        if after and sum(sign.isupper() for sign in token.text) > 1:
            yield Candidate(Span(after.start("full"), after.end("full")).shift(unit.span.start), 1.0)


def _may_be_short(word: str, thing: str) -> bool:
    """Tell whether a word may stand for a longer name: it has capitals, or is all that is to be explained."""
    return sum(sign.isupper() for sign in word) > 1 or fold(word) == fold(thing)


_QUOTES = "‘’'\""


def _unquote(text: str, span: Span) -> Span:
    """Give a full name without the quotation marks around it."""
    said = span.of(text)
    start = span.start + len(said) - len(said.lstrip(_QUOTES))
    return Span(start, max(start + 1, span.end - (len(said) - len(said.rstrip(_QUOTES)))))


def _expansion_start(full: str, short: str) -> int:
    """Give where the full name begins whose initials make the abbreviation (or its capitals begin)."""
    words = list(re.finditer(r"[^\s-]+(?:-[^\s-]+)*", full))
    letters = [sign.lower() for sign in short if sign.isalpha()]
    for count in range(1, len(words) + 1):
        chosen = words[-count:]
        initials = [
            piece[0].lower()
            for word in chosen
            for piece in re.split(r"[-/]", word.group().strip(_QUOTES))
            if piece
        ]
        long_enough = len(initials) >= min(len(letters), 2) and count >= min(len(letters) - 1, 3)
        if letters and initials[:1] == letters[:1] and long_enough:
            return chosen[0].start()
    for count in range(len(words), 0, -1):
        if words[-count].group()[0].isupper():
            return words[-count].start()
    return words[-1].start() if words else 0


def _tokens_of(question: Question, thing: str | None) -> tuple[Token, ...]:
    """Give the words of the thing that is to be explained, or all of the question's when it is not known."""
    named = set() if thing is None else {token.text for token in tokenize(thing)}
    return tuple(token for token in question.words if not named or token.text in named)


_CALLED = "(?:heet|heten|noemen we|noemt men|wordt|worden)"
_CALLED_AT_ALL = re.compile(_CALLED)
_BREAK = re.compile(r", | [–-] ")
"""What must stand before a name for a thing, and before what it is: a pattern for each word of a question is dear to make."""


def _appositions(question: Question, unit: Unit, thing: str | None) -> Iterator[Candidate]:
    """Give what stands behind a comma or a dash after the asked word, or before "heet een X" and "noemen we X"."""
    for token in _tokens_of(question, thing):
        if token.text not in unit.text:
            continue
        word = re.escape(token.text)
        after = _BREAK.search(unit.text) and re.search(
            rf"{word}[”’\"']?(?: \([^)]*\))?(?:(?:,| [–-]) (?P<what>(?:de|het|een|hét|dé) [^.;]{{8,160}})|"
            rf" [–-] (?P<bare>[a-z][^.;–]{{8,160}}))",
            unit.text,
        )
        if after:
            group = "what" if after.group("what") else "bare"
            closing = CLOSING_VERB.search(after.group(group))
            end = after.start(group) + closing.start() if closing else after.end(group)
            yield Candidate(Span(after.start(group), end).shift(unit.span.start), 0.75)
        named = token.text[0].isupper() and _KIND_ASKED.search(question.text)
        kind = re.search(rf"\b(?P<what>[a-zà-ÿ]{{5,}}) {word}\b", unit.text) if named else None
        if kind:
            yield Candidate(Span(kind.start("what"), kind.end("what")).shift(unit.span.start), 0.8)
        before = (
            re.search(
                rf"(?P<what>[^.;:]{{8,200}}?),? {_CALLED} (?:een |de |het )?[“‘\"']?{word}\b"
                r"[”’\"']?(?: genoemd)?\.?$",
                unit.text,
            )
            if _CALLED_AT_ALL.search(unit.text)
            else None
        )
        if before:
            yield Candidate(Span(before.start("what"), before.end("what")).shift(unit.span.start), 0.8)


def _copulas(unit: Unit, matcher: Matcher, thing: str | None) -> Iterator[Candidate]:
    """Give what follows "X is", "met X bedoelen we" or "X:", where X is asked and opens the sentence.

    X is the thing that is to be explained; words that say where or by whom are not.
    """
    text = unit.text
    stems = None if thing is None else {word.stem for word in read_words(thing)}
    held = [
        place
        for term, place, strength in zip(matcher.terms, unit.places, unit.local, strict=True)
        if strength > 0.7 and place >= 0 and (stems is None or term.stem in stems)
    ]
    whole = stems is None or all(
        strength >= _SPOKEN
        for term, strength in zip(matcher.terms, unit.local, strict=True)
        if term.stem in stems
    )
    for match in _COPULA.finditer(text):
        subject = [place for place in held if place < match.start()]
        if not subject or match.start() - max(subject) > 60 or DENIED.search(text[: max(subject)]):
            continue
        following = text[match.end() : match.end() + 60]
        kind = _KIND.match(following)
        near = whole and match.start() - max(subject) < 30 and min(subject) < 40
        opens = stems is None or min(subject) < _OPENING
        fit = 0.9 if kind and near else 0.6 if match.group() == ":" and near and opens else 0.45
        end = len(text.rstrip(" ."))
        if end > match.end() + 1:
            yield Candidate(Span(match.end() + 1, end).shift(unit.span.start), fit)


_CUT_WORD = re.compile(r"\)[a-zà-ÿ]")
"""Behind the fore part of a word in brackets: "(Inter)nationaal"."""


def find_named(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give names: right behind the asked noun ("project Grenspad", "hoofdstuk 3"), quoted, or any other."""
    renamed = find_new_name(question, unit)
    if renamed is not None:
        yield renamed
        return
    share = 1.0 if asked_is_held(question.asked, unit, matcher) else 0.6
    for quoted in _QUOTED.finditer(unit.text):
        yield Candidate(Span(quoted.start("inner"), quoted.end("inner")).shift(unit.span.start), 0.8 * share)
    yield from find_called(question, unit)
    for name in find_names(unit.reading, unit.span):
        if _CUT_WORD.match(unit.text, name.span.end):
            continue
        described = find_described(unit.text, name.span)
        if described is not None:
            fit = 0.65 if name.text.endswith("se") else 0.75
            yield Candidate(described.shift(unit.span.start), fit * share)
            continue
        fit = 0.3 if name.kind == "person" or is_thing(name.text) else 0.7
        if question.asked and len(question.asked) > 3 and fold(name.text).endswith(question.asked):
            fit = 1.0
        yield Candidate(name.span.shift(unit.span.start), fit * share)
    if question.asked and len(question.asked) > 3:
        asked = re.escape(question.asked)
        for match in re.finditer(
            rf"\b(?i:{asked}):? (?P<what>[A-Z0-9][\w’'&/-]*(?: [A-Z0-9][\w’'&/-]*)*)", unit.text
        ):
            # A capital inside a sentence makes the noun a part of the name: "de Uitvoeringsagenda Water".
            whole = any(sign.isdigit() for sign in match["what"]) or (match.start() and match[0][0].isupper())
            span = widen_name(unit.text, Span(match.start("what"), match.end("what")))
            start = match.start() if whole else span.start
            yield Candidate(Span(start, span.end).shift(unit.span.start), 1.0)
