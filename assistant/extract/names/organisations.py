"""Names of bodies: known ones, and those that hold a word such as "Stichting" or "Institute"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.dutch import STOP_WORDS, fold
from assistant.extract.names.bodies import Body, match_body
from assistant.extract.names.found import FoundBody
from assistant.extract.names.text import Text
from assistant.extract.names.words import CUES, HEADS, OTHER, Word, is_portfolio, read_list

_LINKS = frozenset("van voor der den ter for".split())
_OTHER = tuple(sorted(word for word in OTHER if len(word) > 3))
_ENGLISH = frozenset(
    "university institute centre center council bank academy school province commission agency association federation "
    "society college authority network office".split()
)
"""Heads behind which "of" goes on with the name."""
_ARTICLES = frozenset("de het der den the".split())
_OPENERS = read_list("openers")
_NAME_OPENERS = read_list("openers_of_names")
_LISTS = read_list("lists")
_PLACED = read_list("placed")
TAILS = read_list("tails")
NAME_SIGNS = TAILS | {"-", "+", "&"}
"""Signs and words that go on with a name behind a word with a capital."""
_BODY_NOUNS = read_list("body_nouns")
_NO_TAIL = frozenset("bestuur commissarissen toezicht beheer ministers bewind burgemeester europa".split())
"""What stands behind "Raad van" where that is an organ of some body."""
_CLOSED = frozenset(
    "overheid parlement europees internationaal adviesraad rechtspraak ministerie toezichthouder".split()
)
"""Sorts of known bodies to whose names nothing is added behind a blank."""
_DIVISIONS = frozenset(
    "research ventures nederland belgie belgium vlaanderen international europe healthcare".split()
)
"""What a company adds to its name."""
_MOST_LISTED = 4


def read_known(text: Text, first: int, word: Word) -> FoundBody | None:
    """Give the well-known body whose name begins at word `first`, with what goes on from it."""
    match = match_body(text.words, first, word.node) if word.node is not None else None
    if match is None or (text.tail_of_compound(first) and text.words[first - 1] not in ("/", "#")):
        return None
    last, body = match
    if last == first + 1 and word.common and not word.upper and text.opens(first):
        return None
    if word.upper and last == first + 1 and text.words[last] in ("'", "’") and text.words[last + 1] == "s":
        return None
    longer = _find_longer(text, last, body)
    if longer is None or (longer == last and text.hyphened(last - 1)):
        return None
    name = text.phrase(first, longer)
    return FoundBody(first, longer, name, body.sort, body if longer == last else None)


def _find_longer(text: Text, last: int, body: Body) -> int | None:
    """Give the end of the name that a known one begins ("Fontys Engineering"); None for no body's name."""
    if body.sort == "provincie" and text.words[last] == "van" and text.capital(last + 1):
        return text.run_end(last + 1)
    if text.words[last].lower() in TAILS and text.joined(last):
        return last + 1
    stop = text.run_end(last - 1)
    if stop == last or (body.sort in _CLOSED and not text.glued(last)):
        return last
    glued = text.glued(last)
    follower = text.capital(last) or text.capital(last + 1)
    ending = text.tags[stop - 1]
    if follower is None or follower.given or ending is None:
        return last
    if follower.low in _DIVISIONS and body.sort == "bedrijf":
        return stop
    if follower.common and follower.sort is None and stop - last == 1 and not glued:
        return last
    if ending.low.endswith(_OTHER) or (glued and body.sort in _CLOSED and body.short != "VN"):
        return None
    if text.words[stop] in _LINKS and not glued:
        return last
    return stop if glued or not follower.common or follower.sort is not None else last


def read_composed(text: Text, first: int, stop: int, floor: int) -> FoundBody | None:
    """Give the body whose name begins at or around the run `[first, stop)`; it has nothing before word `floor`."""
    heads = [index for index in range(first, stop) if (tag := text.tags[index]) and tag.sort is not None]
    if not heads:
        return _read_firm(text, first, stop)
    start = find_start(text, first, floor)
    head = _choose_head(text, heads, start)
    low = text.tags[head].low  # type: ignore[union-attr]
    if low in _PLACED and head == first:
        return _read_placed(text, head, stop, low)
    last = _find_end(text, head, stop, low)
    first_tag = text.tags[start]
    if (before := text.tags[start - 1]) is not None and before.role:
        while start < head and (field := text.tags[start]) is not None and is_portfolio(field):
            start += 1
    if first_tag is not None and first_tag.low in _BODY_NOUNS and first_tag.low not in HEADS and start < head:
        start += 1
    return _judge(text, start, head, last)


def _choose_head(text: Text, heads: Sequence[int], start: int) -> int:
    """Give the place of the word that makes a name that of a body: the last such word, or one at its start."""
    opening = text.tags[heads[0]]
    described = opening is not None and opening.low in _BODY_NOUNS and opening.low not in (*HEADS, *CUES)
    return heads[0] if heads[0] == start and not (described and len(heads) > 1) else heads[-1]


def find_start(text: Text, first: int, floor: int) -> int:
    """Give where a name begins that holds word `first`: words with capitals before it belong to it."""
    start = first
    while start > floor:
        if text.words[start - 1] in ("en", "&") and text.words[start - 2] == "-" and text.capital(start - 3):
            if start - 3 < floor:
                break
            start -= 3
            continue
        before = text.capital(start - 1)
        if before is None or not text.joined(start):
            break
        if (
            text.opens(start - 1)
            and before.common
            and before.low not in _NAME_OPENERS
            and not _heads_line(text, start - 1, before)
        ):
            break
        if before.role or before.address or before.given:
            break
        start -= 1
    return start


def _heads_line(text: Text, first: int, word: Word) -> bool:
    """Tell whether an ordinary word begins a line that is a name ("Smart Industries Fieldlab")."""
    return (
        word.low not in STOP_WORDS
        and not text.source.words[first - 1].strip()
        and not text.tail_of_compound(first)
    )


def _read_placed(text: Text, head: int, stop: int, low: str) -> FoundBody | None:
    """Give "gemeente Eersel": the sort of body with the place behind it."""
    tag = text.tags[head]
    last = stop
    if last == head + 1:
        mark = (
            text.words[last] in ("'", "’", "‘")
            and text.words[last + 1] == "s"
            and text.words[last + 2] == "-"
        )
        if mark and text.capital(last + 3):
            last = text.run_end(last + 3)
        elif (
            text.words[last].lower() in ("de", "den", "het")
            and text.joined(last + 1)
            and text.capital(last + 1)
        ):
            last = text.run_end(last + 1)
        else:
            return None
    if text.words[last] in ("aan", "op"):
        place = last + 1 + (text.words[last + 1] in ("den", "de", "het"))
        last = text.run_end(place) if text.capital(place) else last
    named = text.tags[head + 1]
    if not text.joined(head + 1) or (
        named is not None and named.common and not named.place and named.capital
    ):
        return None
    last_word = text.tags[last - 1]
    if last_word is not None and last_word.low in OTHER:
        return None
    sort = tag.sort if tag else None
    return FoundBody(head, last, text.phrase(head, last), sort or None)


def _find_end(text: Text, head: int, stop: int, low: str) -> int:
    """Give where a name ends that goes on behind its run: over "van", "voor" and lists."""
    last = stop
    if last == head + 1 or text.words[last - 1].lower() in (
        "agency",
        "university",
        "centre",
        "center",
        "institute",
    ):
        linked = _follow_link(text, last)
        while linked:
            last = linked
            linked = _follow_link(text, last) if text.words[last] != "van" else None
        last = _follow_list(text, last)
    if low in _LISTS or low.endswith("ministerie"):
        last = _follow_list(text, last)
    if text.words[last].lower() in TAILS and text.joined(last):
        last += 1
    return last


def _follow_link(text: Text, last: int) -> int | None:
    if text.words[last] == "of" and text.words[last - 1].lower() not in _ENGLISH:
        return None
    if (
        text.words[last] not in (*_LINKS, "of")
        or not text.joined(last)
        or text.words[last - 1].lower() == "groep"
    ):
        return None
    place = last + 1
    while text.words[place] in _ARTICLES and text.joined(place):
        place += 1
    tag = text.capital(place)
    if tag is None or not text.joined(place) or tag.low in _NO_TAIL:
        return None
    if text.words[last] == "van" and place > last + 1 and (tag.low in HEADS or tag.node is not None):
        return None
    return text.run_end(place)


def _follow_list(text: Text, last: int) -> int:
    """Give the end of "Cultuur, Jeugd en Media" when a list ends in "en" and a common word."""
    place = last
    for _ in range(_MOST_LISTED):
        if text.glued(place) and text.words[place] == "-" and text.words[place + 1] in (",", "en"):
            place += 1
            place += text.words[place] == "," and text.words[place + 1] == "en"
        word = text.words[place]
        if word not in (",", "en", "&") or not text.joined(place + 1):
            return last
        tag = text.tags[place + 1]
        if tag is None or not tag.capital or not (tag.common or tag.place) or tag.sort == "gemeente":
            return last
        place = text.run_end(place + 1)
        if word != ",":
            return place
    return last


def _read_firm(text: Text, first: int, stop: int) -> FoundBody | None:
    """Give "Canalco nv" or "Kuijpers B.V.": a run with the sign of a company behind it."""
    sign = text.words[stop]
    if sign in TAILS and text.joined(stop):
        return FoundBody(first, stop + 1, text.phrase(first, stop + 1), CUES[sign])
    dotted = sign == "." and text.words[stop - 1] in ("B", "N") and text.words[stop + 1] == "V"
    if dotted and stop - 1 > first:
        end = stop + 3 if text.words[stop + 2] == "." else stop + 2
        return FoundBody(first, end, text.phrase(first, end), "bedrijf")
    return None


def _judge(text: Text, start: int, head: int, last: int) -> FoundBody | None:
    """Give the body when its words make a name, and not that of something else."""
    tags = [text.tags[index] for index in range(start, last)]
    capitals = [tag for tag in tags if tag is not None and (tag.proper)]
    head_tag = text.tags[head]
    if head_tag is None or len(capitals) < 2 - (not head_tag.capital):
        return None
    ending = tags[-1]
    if ending is None or (ending.low in _OPENERS and last - 1 == head and not _is_named(text, start, head)):
        return None
    if (
        ending.low in OTHER
        or tags[0] is None
        or tags[0].low.startswith("geacht")
        or (head == last - 1 and text.hyphened(last - 1))
    ):
        return None
    if text.tail_of_compound(start) and start == head:
        return None
    if all(tag.low in HEADS or tag.sort is not None for tag in capitals):
        return None
    return FoundBody(start, last, text.phrase(start, last), head_tag.sort or None)


def _is_named(text: Text, start: int, head: int) -> bool:
    """Tell whether more than an adjective of a place stands before the last word ("Vlaamse Sportraad")."""
    return any((tag := text.tags[index]) is not None and not tag.place for index in range(start, head))


def is_short_of(short: str, name: str) -> bool:
    """Tell whether `short` can stand for `name`: two capitals, its letters in order in the name, the first of a word."""
    letters = [sign for sign in fold(short) if sign.isalnum()]
    if not 2 <= len(letters) <= 10 or sum(map(str.isupper, short)) < 2:
        return False
    folded = fold(name)
    if letters[0] not in [word[0] for word in folded.replace("-", " ").split()]:
        return False
    signs = iter(folded)
    return all(letter in signs for letter in letters)
