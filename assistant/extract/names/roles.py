"""Roles in words: where the words of one end, and where the name of its body begins."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.dutch import STOP_WORDS, fold
from assistant.extract.names.text import Text
from assistant.extract.names.words import is_portfolio, is_role, read_list

MODIFIERS = read_list("role_modifiers")
TOWARDS = frozenset(("bij", "van", "voor", "namens", "aan", "uit", "in"))
_ROLE_WORDS = read_list("role_words")
_MINISTERS = frozenset(
    "minister staatssecretaris viceminister-president minister-president gedeputeerde wethouder schepen depute".split()
)
"""Roles whose portfolio belongs to them."""
_ARTICLES = frozenset(("de", "het", "een", "den", "der"))
_TO_BODY = 8
"""Words with small letters between a role and the body it belongs to ("lid van de raad van bestuur van")."""
_LONGEST_PORTFOLIO = 12


@dataclass(slots=True)
class Role:
    """A role in words, None for the body alone; the words of the body are `[first, last)`.

    `listed` tells that the role stands before a colon and goes for all names behind it.
    """

    text: str | None
    first: int = 0
    last: int = 0
    listed: bool = False


def read_compound(text: Text, place: int) -> str:
    """Give a word with what a hyphen ties before it ("minister-president"), folded."""
    word = fold(text.words[place])
    if _is_tied(text, place):
        whole = f"{fold(text.words[place - 2])}-{word}"
        if is_role(whole) or (is_role(word) and is_role(fold(text.words[place - 2]))):
            return whole
    return word


def _is_tied(text: Text, place: int) -> bool:
    """Tell whether a hyphen ties a word to the part of a role before it, not to a name ("CPB-directeur")."""
    tied = text.words[place - 1] == "-" and text.glued(place) and text.glued(place - 1)
    return tied and not _is_owner(text, place - 2)


def _is_owner(text: Text, place: int) -> bool:
    tag = text.tags[place]
    return tag is not None and (tag.upper or tag.camel or tag.node is not None)


def is_role_at(text: Text, place: int) -> bool:
    """Tell whether word `place` names a role."""
    tag = text.tags[place]
    if tag is not None and tag.role:
        return True
    return (
        text.words[place - 1] == "-" and text.words[place][:1].isalpha() and "-" in read_compound(text, place)
    )


def begin_role(text: Text, place: int) -> int:
    """Give where the role begins whose noun is word `place`, with its adjectives."""
    begin = place - 2 if _is_tied(text, place) and "-" in read_compound(text, place) else place
    while fold(text.words[begin - 1]) in MODIFIERS and text.joined(begin):
        begin -= 1
    return begin


def cut_before(text: Text, place: int, end: int) -> Role | None:
    """Give the role whose noun is word `place`, of a name right behind word `end`: with portfolio or body."""
    begin = begin_role(text, place)
    while end > place + 1 and text.words[end - 1] in (",", "van", "de", "het", "en", "bij", "voor"):
        end -= 1
    if end == place + 1:
        owned = text.words[place - 1] == "-" and text.glued(place) and _is_owner(text, place - 2)
        return Role(text.phrase(begin, end), place - 2, place - 1) if owned else Role(text.phrase(begin, end))
    if text.words[place + 1] in (",", "en", "-"):
        return None
    if fold(text.words[place]) in _MINISTERS and not _names_body(text, place + 1):
        return Role(text.phrase(begin, end))
    if text.words[place + 1] in TOWARDS:
        return Role(text.phrase(begin, place + 1), _skip_articles(text, place + 2), end)
    cut = _skip_field(text, place + 1)
    return Role(text.phrase(begin, cut), cut, end) if cut < end else Role(text.phrase(begin, end))


def _names_body(text: Text, place: int) -> bool:
    tag = text.tags[place]
    return tag is not None and (tag.place or tag.sort is not None)


def cut_behind(text: Text, place: int, noun: int, *, inside: bool = False) -> Role:
    """Give the role that begins at word `place` and has its noun at `noun`; `inside` brackets a comma goes on."""
    cut = noun + 1
    if text.glued(cut) and text.glued(cut + 1) and "-" in read_compound(text, cut + 1):
        cut += 2
    if fold(text.words[noun]) in _MINISTERS and text.words[cut] in ("van", "voor"):
        return Role(text.phrase(place, _follow_portfolio(text, cut + 1)))
    cut = _skip_field(text, cut)
    while inside and text.joined(cut) and text.tags[cut] is None and _is_noun(text.words[cut]):
        cut += 1
    start = cut
    if (inside and text.words[cut] == ",") or (text.words[cut] in TOWARDS and text.joined(cut)):
        start = cut + 1
    start = _skip_articles(text, start)
    for _ in range(_TO_BODY):
        if text.tags[start] is not None or not text.words[start].isalpha() or not text.joined(start + 1):
            break
        start += 1
    tag = text.tags[start]
    named = tag is not None and (tag.proper or tag.sort is not None or tag.node is not None)
    if not named or not text.joined(start) or (tag is not None and tag.attendance):
        return Role(text.phrase(place, cut))
    return Role(text.phrase(place, cut), start, text.run_end(start))


def _is_noun(word: str) -> bool:
    """Tell whether a word with a small letter can be a field of work ("projectleider warmte")."""
    return word.isalpha() and word not in STOP_WORDS


def _skip_articles(text: Text, place: int) -> int:
    while text.words[place].lower() in _ARTICLES and text.joined(place):
        place += 1
    return place


def _skip_field(text: Text, place: int) -> int:
    """Give the place behind a field of work ("Manager Strategy", "directeur Wonen en Energie")."""
    cut = place
    while text.joined(cut):
        tag = text.tags[cut]
        word = text.words[cut]
        if fold(word) in _ROLE_WORDS or word == "&" or (tag is not None and is_portfolio(tag)):
            cut += 1
        elif (
            word == "en"
            and cut > place
            and (behind := text.tags[cut + 1]) is not None
            and is_portfolio(behind)
        ):
            cut += 2
        else:
            break
    return cut


def _follow_portfolio(text: Text, place: int) -> int:
    end = place
    for _ in range(_LONGEST_PORTFOLIO):
        tag = text.tags[end]
        links = text.words[end] in ("en", ",", "&", "van", "voor", "de")
        if not (tag is not None and tag.capital) and not (links and text.capital(end + 1) is not None):
            break
        if end > place and not text.joined(end) and not text.glued(end):
            break
        end += 1
    return end
