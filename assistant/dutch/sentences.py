"""Sentence boundaries of Dutch.

A sentence ends at a newline, or at `.`, `!`, `?` or `…` (with closing quotes and brackets) before
white space and something that can begin a sentence, unless the full stop belongs to an
abbreviation, an initial or an ordinal number. Between a word and a capitalised one the blank may
be lost, as on many a web page. One pass over the text, linear time.
"""

from __future__ import annotations

import re

from assistant.types import Span

_CLOSING = "\"'”’»)]*"
_GLUED = (
    r"(?:(?<=[a-zà-ÿ)]{3}[.!?])|(?<=[0-9%][.!?])|(?<=[0-9a-zà-ÿ%]\)[.!?]))[)”’»]?"
    r"(?!(?:Net|Nl|Be|Eu|Com|Org|Info|Js)\b)(?=[A-ZÀ-Þ][a-zà-ÿ]+[ ,])"
)
"""What follows the mark that ends a sentence whose blank was lost: "van toepassing.Deze regel", "(zie boven.)Deze regel",
"4%.In"; what stands before the mark is looked back at."""
_SITE = re.compile(r"(?<![\w.-])[A-ZÀ-Þ][\w-]*\.(?:Vlaanderen|Brussels|Gent|Amsterdam|Frl)\b")
"""The name of a site, or one that looks like it: "Fietsen.Vlaanderen". The ends are top-level domains (IANA's root zone)."""
_END = re.compile(rf"[.!?…](?:(?<![.!?…][.!?…])[.!?…]*+[{re.escape(_CLOSING)}]*(?=[ \t\u00a0]+\S)|{_GLUED})")
"""Begins with the mark in both its forms: where none stands is then passed over three times sooner. A row of marks is
read once, from its first: a row of thousands takes no time."""
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[^\W_]+(?:-[^\W_]+)?$")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_NEXT_WORD = re.compile(r"\s*(\S{0,40})")
_OPENING = "\"'“‘„«([*•–-"

_ABBREVIATIONS = frozenset(
    """
    a.d a.h.w a.j.b a.s al art artt arr afb b.v bijv bijz blz c.a c.q c.s ca cf d.d d.m.v d.w.z dd dhr dr dra drs
    ds d.i e.a e.g e.o e.v ed eu excl e.e.a evt fig fr gem gebr hoofdst i.c i.c.m i.e i.h.b i.h.a i.o i.o.v i.p.v
    i.s.m i.t.t i.v.m i.z ing incl ir jhr jkvr jl jo jr k.k kb lic m.a.w m.b.t m.b.v m.i m.i.v m.m.v m.n m.u.v
    max mej mevr mgr min mld mln mr mrs mv mw n.a.v n.o.t n.v.t nl nr nrs o.a o.b.v o.g.v o.i o.i.d o.l.v
    o.m o.v.v o.b par p pag plm plv prof prov red resp secr sr st stb stbl stcrt t.a.v t.b.v t.e.m t.g.v t.h.v t.k.v
    t.l.v t.m t.n.v t.o.v t.w.v t.z.t tel temp th trb v.a v.d v.h v.l.n.r vgl vnl vs w.o w.v.t.t.k wo z.a z.g z.i z.k
    z.o.z z.s.m zgn zg jan feb mrt apr jun jul aug sept sep okt nov dec sint mio mrd adm arch bv cie const div doc
    """.split()
)
_MAY_END = frozenset(
    "a.u.b b.v bv e.a e.d e.e.a e.v enz etc jl n.v nv v.z.w vzw c.s o.i.d d.d a.s mln mld mio mrd jr sr "
    "al excl incl jan max min par red temp wo".split()
)
_GUILDERS = frozenset(("f", "fl"))
"""Signs of the guilder, where a number follows."""
_STARTERS = frozenset(
    """
    aan als alle bij daar daarbij daarmee daarnaast daarom dat de deze die dit door dus echter een en er het hier
    hierbij hij hoe ik in is maar met na naar niet nog nu om omdat onder ons onze ook op over sinds tijdens tot uit
    van vanaf verder via volgens voor vooral waar wat we wel wie wij ze zij zijn zo zodat
    """.split()
)


def split_sentences(text: str) -> list[Span]:
    """Give the spans of the sentences of `text`, trimmed of white space, in order."""
    bounds = find_bounds(text)
    return list(map(Span, bounds[::2], bounds[1::2]))


def find_bounds(text: str) -> list[int]:
    """Give the starts and ends of the sentences of `text` in one row, for who needs the numbers alone."""
    bounds: list[int] = []
    position = 0
    for line in text.split("\n"):
        start = position
        for match in _END.finditer(line):
            cut = position + match.end()
            if _ends_sentence(line, match):
                _append(bounds, text, start, cut)
                start = cut
        _append(bounds, text, start, position + len(line))
        position += len(line) + 1
    return bounds


def is_abbreviation(word: str) -> bool:
    """Tell whether a full stop behind `word` belongs to it ("bijv", "art"), whatever follows."""
    return word.lower() in _ABBREVIATIONS


def _append(bounds: list[int], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        bounds += (start, end)


def _ends_sentence(line: str, end: re.Match[str]) -> bool:
    next_word = _NEXT_WORD.match(line, end.end())
    following = next_word[1] if next_word else ""
    if not _can_begin(following):
        return False
    mark = end.group()
    if not mark.startswith(".") or mark.startswith(".."):
        return True
    # A window is enough for the last word and keeps the pass linear on lines without blanks.
    window = line[max(0, end.start() - 40) : end.start()]
    word = window[window.rfind(" ") + 1 :]
    if not word.isalnum():
        found = _LAST_WORD.search(window)
        if found is None:
            return True
        word = found.group()
    bare = word.lower()
    if _SITE.match(line, end.start() - len(word)) or (bare in _GUILDERS and following[:1].isdigit()):
        return False
    if bare in _MAY_END:
        return following.lstrip(_OPENING).lower().rstrip(",") in _STARTERS
    if bare in _ABBREVIATIONS:
        return False
    if len(word) == 1 and word.isalpha():
        return not word.isupper()
    if word.isdigit() and len(word) <= 2:
        return not _is_list_number(line, end.start(), word)
    return "." not in word or not _INITIALS.fullmatch(word) or following.lower() in _STARTERS


def _is_list_number(line: str, stop: int, word: str) -> bool:
    """Tell whether the number opens its line or follows a sentence ("1. Verbinden. 2. Signaleren.")."""
    window = line[max(0, stop - len(word) - 20) : stop - len(word)].rstrip(" \t*#>-(")
    return not window or window[-1] in ".!?:;"


def _can_begin(word: str) -> bool:
    bare = word.lstrip(_OPENING)
    if not bare:
        return bool(word)
    if bare[0].isupper() or bare[0].isdigit() or bare[0] in "€$£":
        return True
    # Brand-like names may begin a sentence in lower case: imec, e/MTIC.
    return len(bare) > 1 and any(sign.isupper() for sign in bare[1:])
