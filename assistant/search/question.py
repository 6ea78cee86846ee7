"""What a question asks the index for: weighted terms, required phrases, excluded words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.dutch import (
    Features,
    Synonym,
    analyse,
    content_stems,
    find_joined,
    find_variants,
    find_ways,
    fold,
    tokenize,
)

MAX_CHARS = 4_000
"""What is looked at of a question; the rest of a longer one tells nothing more."""

_PHRASE = re.compile(r'"([^"]*)"')
# A minus before a word excludes it, but not in "productie en -bevoorrading"; and only behind a space:
# in "encryptie(-vereisten)" and "de 'Cycling in Flanders'-wielerhub" it is a hyphen.
_EXCLUDED = re.compile(r"(?<!\S)(?<!\ben )(?<!\bof )(?<!, )-([^\W\d_][\w-]*)")
_QUOTE = re.compile(r'"[-"]*')  # with its hyphen: `"Brainport"-project` is no `Brainport -project`
_GAP = re.compile(r"\W+")
_UNSEEN = {"Cf": "", "Cc": " ", "Cs": " "}  # by Unicode category


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name for something in the question, with the stems of both and the terms of the name.

    A word that only may tell the same (`loosely`) is looked for by its stem alone.
    """

    own: tuple[str, ...]
    stems: tuple[str, ...]
    terms: Features
    loosely: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the index is asked it.

    `text` goes to the encoder; `terms` are the question's own and `order` its stems as they follow
    each other; `names` are other names of what it speaks of; every phrase of `phrases` must occur,
    all stems of `required` too, and no stem of `excluded` may.
    """

    text: str
    terms: Features
    order: tuple[str, ...] = ()
    names: tuple[OtherName, ...] = ()
    phrases: tuple[str, ...] = ()
    required: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing to look for: no words, or only stop words."""
        return self.terms.empty


def tidy(question: str) -> str:
    """Give the text of a question with one space between words and nothing that cannot be seen.

    Signs without width (a soft hyphen, a mark of direction) are left out, so that "laad\u200bpalen"
    is one word; control characters and halves of surrogate pairs, which UTF-8 cannot hold, become
    spaces; letters with loose accents become one sign (NFC).
    """
    if question.isascii() and question.isprintable():
        return " ".join(question.split())
    signs = (_UNSEEN.get(unicodedata.category(sign), sign) for sign in question)
    return " ".join(unicodedata.normalize("NFC", "".join(signs)).split())


def read_question(question: str, find_defined: Callable[[str], Sequence[Synonym]] | None = None) -> Query:
    """Read a question or a row of search words.

    Words between straight double quotes must occur as they stand (case and accents aside); a
    phrase of only stop words asks nothing. `-woord` keeps passages with that word out. `find_defined`
    gives the names that the documents define themselves.
    """
    text = tidy(question[:MAX_CHARS])
    excluded = frozenset(stem for word in _EXCLUDED.findall(text) for stem in content_stems(word))
    text = _EXCLUDED.sub(" ", text)
    phrases = tuple(phrase for phrase in _PHRASE.findall(text) if content_stems(phrase))
    text = _QUOTE.sub(" ", text)
    return Query(
        text=" ".join(text.split()),
        terms=analyse(text),
        names=tuple(_find_names(text, find_defined)),
        order=tuple(content_stems(text)),
        phrases=tuple(normalise_phrase(phrase) for phrase in phrases),
        required=frozenset(stem for phrase in phrases for stem in content_stems(phrase)),
        excluded=excluded,
    )


def normalise_phrase(text: str) -> str:
    """Give the words of a text folded, one space around each, to find whole words in."""
    return f" {' '.join(_GAP.sub(' ', fold(token.text)) for token in tokenize(text))} "


def _find_names(text: str, find_defined: Callable[[str], Sequence[Synonym]] | None) -> Iterator[OtherName]:
    defined = find_defined(text) if find_defined is not None else ()
    seen: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for synonym in dict.fromkeys((*find_variants(text), *defined, *find_joined(text), *find_ways(text))):
        name = _make_name(synonym)
        pair = name.own, name.stems
        if name.stems and not (name.loosely and (len(name.stems) > 1 or pair in seen)):
            seen.add(pair)
            yield name


@lru_cache(maxsize=5_000)
def _make_name(synonym: Synonym) -> OtherName:
    own, stems = content_stems(synonym.words), content_stems(synonym.text)
    terms = Features(dict.fromkeys(stems, 1.0)) if synonym.loosely else analyse(synonym.text)
    return OtherName(tuple(own), tuple(stems), terms, synonym.loosely)
