"""A list as it is shown: of whole things, without scraps of the sentence that they were cut from.

`itembounds.py` finds the bounds by closed lists, which let pass a past plural ("te versterken stelden het Rijk"), an
adverb ("bedrijven voorlopig") or the verb that closes a clause ("Vlaanderen meebetalen"). Here each item is read once
more, word by word, before it is shown: a verb at an edge of the list is cut off with what is behind it, and a list with
any other scrap is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.adjectives import is_adjective
from assistant.answer.spans import (
    AND,
    ARTICLE,
    COPULA,
    DONE,
    EITHER,
    HELP,
    LINK,
    NAME,
    NUMBER,
    PREPOSITION,
    VERB,
    WORD,
    Cut,
    cut_words,
)
from assistant.dutch import load_lexicon, split_compound

_ADVERBS = frozenset(
    "al altijd alsnog bijna daar dan dus echter eens eerst er even eveneens gauw graag hier immers "
    "inmiddels later mee meestal momenteel niet nog nogal nooit nu ook ooit opnieuw reeds slechts soms "
    "sowieso steeds tegelijk telkens terug tevens thans toch toe toen vaak verder volop voorlopig "
    "vooralsnog voortaan wel weer zelden zich".split()
)
"""Words that say when, whether or how often something is done: no thing ends with one or begins with one."""
_POINTING = re.compile(r"(?:hier|daar|er)(?:aan|achter|bij|door|in|mee|na|naast|om|op|over|toe|uit|van|voor)")
"""Words such as "daarmee", which say as little of a thing."""
_PRONOUNS = frozenset("we wij ze zij hij je jij u men ik er zich".split())
"""Words that no thing holds but in a clause of its own."""
_ITEMS = re.compile(r"; (?:en |of )?")
_COMMAS = re.compile(r", (?:en |of )?| (?:en|of|alsook|evenals) (?=[^,]*$)")
_CLOSED = re.compile(r"(?:be|ver|ont|her|mis|ge)\w{2,}[dt]")
"""A participle that may be a finite verb as well: "verplaatst"."""
_AIM = re.compile(r"\bte [a-zà-ÿ]{3,}en$")
"""What closes an item that is the end of an aim: "dier te beperken"."""
_MEANT = re.compile(r"\bom\b")
"""What opens an aim within a list."""
_MARKS = re.compile(r"[‘’“”\"']")
"""Marks around words that are quoted: those are shown as they stand."""


_LONGEST = 300
"""Characters of an item of a short answer at most: beyond that it is a paragraph, which the quotation shows."""


def split_items(joined: str) -> list[str]:
    """Give the items that `which.join_items` joined, or of a list as it stands in a sentence."""
    return (_ITEMS if "; " in joined else _COMMAS).split(joined)


def tidy_list(joined: str) -> str | None:
    """Give a list of a sentence without the verbs at its edges; None where an item is a scrap all the same."""
    items = split_items(joined)
    if len(items) < 2:
        return None if is_scrap(joined) else joined
    first, last = items[0], items[-1]
    shown = joined
    opening = _cut_opening(first)
    if opening is not None:
        shown, first = opening + shown[len(first) :], opening
    closing = _cut_closing(last, items[:-1])
    if closing is not None:
        shown, last = shown[: len(shown) - len(last)] + closing, closing
    things = (first, *(item.removeprefix("zoals ") for item in (*items[1:-1], last)))
    done, aims = sum(map(_is_done, things)), sum(bool(_AIM.search(item)) for item in things)
    if 0 < aims < len(things) and not _MEANT.search(joined):
        return None  # "doven, licht voor mens en dier te beperken en energie"
    return None if any(map(is_scrap, things)) or 0 < done < len(things) else shown


def keep_whole(items: Sequence[str]) -> list[str]:
    """Give the items below a lead, as they stand in the document, without those that lead in to others."""
    kept = [item for item in items if not item.rstrip().endswith(":")]
    return kept if len(kept) > 1 else list(items)


def is_long(item: str) -> bool:
    """Tell whether an item is no name of a thing but a paragraph."""
    return len(item) > _LONGEST


def is_scrap(item: str) -> bool:
    """Tell whether an item is no thing: it opens as a clause, holds a verb of its own, or stops in its midst."""
    cut = cut_words(item)
    if not cut.words or _MARKS.match(item):
        return not cut.words
    several = len(cut.words) > 1
    aim = cut.words[0] == "om" and "te" in cut.words
    if (cut.parts[0] in (LINK, AND) and not aim) or _leans(cut.words[0]) or cut.words[0] in _PRONOUNS:
        return True
    counted = cut.parts[0] == NUMBER and cut.words[-1] in ("voor", "tegen")  # "3 stemmen tegen"
    if (
        several
        and not counted
        and (cut.parts[-1] in (ARTICLE, PREPOSITION, AND, LINK) or _leans(cut.words[-1]))
    ):
        return True
    return _find_verb(cut) is not None


def _find_verb(cut: Cut) -> int | None:
    """Give the place of the verb that makes a stretch a clause, before any clause inside it ("partners die bouwen")."""
    clause = next((place for place, part in enumerate(cut.parts) if part == LINK), len(cut.parts))
    return next((place for place in range(clause) if _is_finite(cut, place)), None)


def _is_finite(cut: Cut, place: int) -> bool:
    """Tell whether a word is the verb of a clause, by itself and by what stands behind it."""
    part, word = cut.parts[place], cut.words[place]
    following = cut.parts[place + 1] if place + 1 < len(cut.parts) else ""
    after = cut.words[place + 1] if place + 1 < len(cut.words) else ""
    adverb = _leans(after) or after in _PRONOUNS
    if part in (COPULA, HELP):
        if word == "vormen" and place and is_adjective(cut.words[place - 1]):
            return False  # "nieuwe vormen van opslag"
        return not (word == "zijn" and following in (WORD, EITHER, DONE) and not adverb)
    if part not in (VERB, EITHER) or not cut.text[cut.starts[place]].islower():
        return False
    if adverb:
        return True
    return (
        part == VERB and following in (ARTICLE, NUMBER, NAME) and not (_is_noun(word) or is_adjective(word))
    )


def _leans(word: str) -> bool:
    """Tell whether a word says when, how often or of what, and is no part of a thing."""
    return word in _ADVERBS or bool(_POINTING.fullmatch(word))


def _is_done(item: str) -> bool:
    """Tell whether an item is one word that closes a clause: "verplaatst"."""
    cut = cut_words(item)
    if len(cut.words) != 1 or not item.islower():
        return False
    return cut.parts[0] == DONE or (cut.parts[0] == VERB and bool(_CLOSED.fullmatch(item)))


def _is_noun(word: str) -> bool:
    """Tell whether a word that may be a verb is a noun as well: one with a plural."""
    if word.endswith(("den", "ten")):
        return False  # a past plural: of a noun in -en the part is another one
    knows = load_lexicon().knows_exactly
    parts = split_compound(word)
    return len(parts) > 1 or knows(word + "en") or knows(word + "s")


def _cut_opening(item: str) -> str | None:
    """Give what stands behind the verb in the first item ("te versterken stelden het Rijk"); None without one."""
    cut = cut_words(item)
    place = _find_verb(cut)
    if place is None or place + 1 >= len(cut.words) or cut.parts[place + 1] not in (ARTICLE, NAME, NUMBER):
        return None
    return item[cut.starts[place + 1] :]


def _cut_closing(item: str, others: list[str]) -> str | None:
    """Give what stands before the verb in the last item, or before one that closes it as no other item is closed."""
    cut = cut_words(item)
    place = _find_verb(cut)
    if (
        place is None
        and len(cut.words) > 1
        and _closes(cut)
        and not any(_closes(cut_words(other)) for other in others)
    ):
        place = len(cut.words) - 1
    return item[: cut.ends[place - 1]] if place else None


def _closes(cut: Cut) -> bool:
    """Tell whether a verb stands behind a name alone ("Vlaanderen meebetalen"); behind other words a noun may look like one."""
    return cut.parts[-1] == EITHER and all(part == NAME for part in cut.parts[:-1])
