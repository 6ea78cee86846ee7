"""What one word of a text is worth to the words of a question: by its stem, its parts, its beginning, its other names."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer.cues import NUMBER_WORDS
from assistant.answer.loosewords import VARIANT, WAY
from assistant.answer.terms import Term
from assistant.answer.textwords import ALIKE, Form, alike, counted, outline, rooted
from assistant.answer.verbs import find_roots
from assistant.dutch import fold, load_lexicon
from assistant.dutch import stem as stem_word

SAME, INFLECTED, PART, KIN = 1.0, 0.8, 0.72, 0.8
"""Strengths: same stem, other form of a verb, shared part, shared beginning; `loosewords.py` has two more.
Set on the development questions."""
PIECE = 0.43
"""What a name inside a compound counts for ("UWV" for "UWV-besluit"): too little to hold the compound."""
_OPENING = 2
"""Letters with which all forms of a name begin."""
FORE_SHARE = 0.8
"""What a part that is not the head of the compound counts for, against the head."""


class Kinship:
    """The terms by stem, by variant and by part, so that a word costs a few lookups."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self._terms = terms
        self._same: dict[str, list[int]] = {}
        self._variants: dict[str, list[int]] = {}
        self._ways: dict[str, list[int]] = {}
        self._parts: dict[str, list[int]] = {}
        self._numbers: dict[int, list[int]] = {}
        self._roots: dict[str, list[int]] = {}
        self._pieces: dict[str, list[int]] = {}
        for place, term in enumerate(terms):
            self._same.setdefault(term.stem, []).append(place)
            for root in find_roots(term.text) if term.kind == "word" else ():
                self._roots.setdefault(root, []).append(place)
            count = NUMBER_WORDS.get(fold(term.text), 0)
            if count > 1:
                self._same.setdefault(str(count), []).append(place)
            if term.kind == "number":
                if term.stem.isdecimal():
                    self._numbers.setdefault(int(term.stem), []).append(place)
                continue
            for variant in term.variants:
                if len(variant) == 1:
                    self._variants.setdefault(variant[0], []).append(place)
            for way in term.ways:
                if len(way) == 1:
                    self._ways.setdefault(way[0], []).append(place)
            self._index_parts(place, term)
        self._initials = _find_initials(terms)
        self.aspects = frozenset(self._find_aspects())

    def _index_parts(self, place: int, term: Term) -> None:
        """Note the parts of a term, and the names in a compound with a hyphen."""
        for piece in _name_pieces(term.text):
            self._pieces.setdefault(piece, []).append(place)
        for part in term.parts:
            # "festival" alone is not the STRP-festival: common parts of a name do not stand for it.
            if len(part) > 3 and not (term.kind == "name" and load_lexicon().knows_exactly(part)):
                self._parts.setdefault(part, []).append(place)

    def _find_aspects(self) -> Iterator[str]:
        """Yield what a word must share at least one of to have a strength."""
        yield from self._same
        yield from self._variants
        yield from self._ways
        yield from self._parts
        yield from self._pieces
        yield from map(rooted, self._roots)
        for term in self._terms:
            if term.kind != "number":
                yield alike(term.stem)
            if term.kind == "name":
                yield from (outline(term.stem, more) for more in (-1, 0, 1))
        if self._numbers:
            yield from map(counted, NUMBER_WORDS)

    def find_marks(self) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """Give how a word may begin, and what it may hold, that has to do with a term; None where any word may.

        All forms and compounds of a name keep its first two letters; those of a strong verb, and a slip of the pen, only
        the first one, or "ge". Forms of other words keep less, so that nothing is given where a term is such a word.
        """
        if any(term.kind == "word" for term in self._terms):
            return None
        starts, held = {"ge"}, set()
        for term in self._terms:
            if term.kind == "number":
                starts.update(NUMBER_WORDS)
                held.add(term.stem[:1])
                continue
            others = (stem for variant in term.variants for stem in variant)
            stems = (term.stem, fold(term.text), *term.parts, *others, *_name_pieces(term.text))
            count = NUMBER_WORDS.get(fold(term.text))
            held.update(fold(stem)[:_OPENING] for stem in (*stems, str(count or term.stem)))
            starts.update(stem[:1] for stem in stems)
        return tuple(starts), tuple(held)

    def strengths(self, word: Form) -> dict[int, float]:
        """Give the strength of one word for each term that it has to do with."""
        found: dict[int, float] = {}
        self._add(found, self._same.get(word.stem), SAME)
        self._add(found, self._variants.get(word.stem), VARIANT)
        self._add(found, self._ways.get(word.stem), WAY)
        for piece in (word.stem, *word.parts):
            self._add(found, self._pieces.get(piece), PIECE)
        if len(word.stem) > 3:
            # The head of a compound says what it is; its first part alone ("land" of "landbouwers") does not.
            for place in self._parts.get(word.stem, ()):
                head = self._terms[place].stem.endswith(word.stem)
                self._add(found, [place], PART if head else PART * FORE_SHARE)
        self._add_parts(found, word)
        number = NUMBER_WORDS.get(fold(word.text)) if self._numbers else None
        if number is not None:
            self._add(found, self._numbers.get(number), SAME)
        for root in find_roots(word.text):
            self._add(found, self._roots.get(root), INFLECTED)
        for place, term in enumerate(self._terms):
            if term.kind != "number" and term.stem[:1] == word.stem[:1] and found.get(place, 0.0) < KIN:
                kin = _kinship(term, word)
                if kin > found.get(place, 0.0):
                    found[place] = kin
        self._drop_forms(found, word)
        return found

    def _drop_forms(self, found: dict[int, float], word: Form) -> None:
        """Leave out abbreviations of which a word only looks to be a form."""
        for place in self._initials:
            if found.get(place, VARIANT) != VARIANT and not _shows(word.text, self._terms[place].text):
                del found[place]

    def _add_parts(self, found: dict[int, float], word: Form) -> None:
        """Add what the parts of a word have to do with the terms; its head also by another name."""
        for part in word.parts:
            if len(part) > 3:
                head = word.stem.endswith(part)
                self._add(found, self._same.get(part), PART if head else PART * FORE_SHARE)
                self._add(found, self._parts.get(part), PART * 0.6)
                if head:
                    self._add(found, self._variants.get(part), PART * 0.9)
                    self._add(found, self._ways.get(part), WAY * 0.8)

    def _add(self, found: dict[int, float], places: list[int] | None, strength: float) -> None:
        for place in places or ():
            if strength > found.get(place, 0.0):
                found[place] = strength


def _find_initials(terms: tuple[Term, ...]) -> list[int]:
    """Give the places of abbreviations in capitals, which no word is a form of: "VLAM" is not "Vlaamse".

    None in a question that is all in capitals.
    """
    found = [
        place
        for place, term in enumerate(terms)
        if term.kind == "name" and len(term.text) > _OPENING and term.text.isupper() and term.text.isalpha()
    ]
    return [] if len(found) == len(terms) > 1 else found


def _shows(word: str, initials: str) -> bool:
    """Tell whether a word is an abbreviation or begins with one: "VLAM", "vlam's", "VLAM-subsidie"."""
    behind = fold(word).removeprefix(fold(initials))
    return initials in word or (behind != fold(word) and not behind[:1].isalpha())


def _name_pieces(word: str) -> list[str]:
    """Give the stems of the names before the last hyphen of a compound: "uwv" of "UWV-besluit"."""
    return [
        stem_word(fold(piece)) for piece in word.split("-")[:-1] if len(piece) > 1 and not piece.islower()
    ]


def _kinship(term: Term, word: Form) -> float:
    """Give the strength of two words with a long common beginning, or one slip of the pen in a name."""
    one, other = term.stem, word.stem
    short, long = sorted((len(one), len(other)))
    if short < ALIKE:
        return 0.0
    same = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        same += 1
    # "grens" is only the first part of "Grensloket": what is left of the longer word must be an ending.
    rest = 3 if term.kind == "name" else 4
    if same >= ALIKE and same >= 0.72 * short and long - same <= rest:
        return KIN * same / max(short, same)
    if term.kind == "name" and short >= 6 and _one_edit(one, other):
        return KIN
    return 0.0


def _one_edit(one: str, other: str) -> bool:
    """Tell whether one letter more, less or other turns one word into the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    place = next((at for at, sign in enumerate(one) if sign != other[at]), len(one))
    return one[place + (len(one) == len(other)) :] == other[place + 1 :]
