"""Places in a text: the longest name wins, and what is no place there is left out.

Left out: a place inside a person's name ("Ton van Mol"), a place that begins a longer proper name
("Eindhoven Engine", "Brabant Startup Fonds"), a language ("in het Frans"), and a weak name (one that
is an ordinary word or a surname) without evidence. A place that ends a name stays ("Technische
Universiteit Eindhoven"): it says where.
"""

from __future__ import annotations

import re
from itertools import compress
from typing import NamedTuple

from assistant.dutch import fold
from assistant.extract.regions.gazetteer import DIRECTIONS, Heads, Name, Node, Place, load_heads
from assistant.extract.regions.surroundings import Surroundings
from assistant.extract.source import Source
from assistant.types import RegionValue

_JOINTS = frozenset("-–’'‘")
_LONGEST = 12
_SHORT = 4
"""Letters of a word in capitals that is sooner an abbreviation ("PISA") than a place."""
_WIDE_LEVELS = frozenset(("land", "provincie", "gewest", "deelstaat", "werelddeel", "landsdeel", "regio"))
"""Levels of which "Zuid-..." is a region; a part of a city is not."""


_OWN_LEVELS = frozenset(("land", "gewest"))
_WITHIN = frozenset("in In uit Uit naar Naar binnen Binnen buiten Buiten".split())
"""Between these words and a capital a country stands by itself ("zijn in Nederland Internationale centra")."""
_BARE_LEVELS = frozenset(("gemeente", "stad", "departement"))
_ARTICLED = re.compile(
    "(?:delta|waard|polder|rug|landen|wolden|kwartier|land|meer|delen|stede|marren|streek|maas|heide|hof|vest)$"
)
"""Ends of municipalities that are named with an article ("de Krimpenerwaard"); others are rivers then."""


class Mention(NamedTuple):
    """A place in the text at words `[first, last)`, with all places that it can be, best rank first."""

    first: int
    last: int
    names: tuple[Name, ...]
    direction: str | None = None

    @property
    def sure(self) -> Place | None:
        """Give the place when it can be only one."""
        return self.names[0].place if len(self.names) == 1 else None

    def value_of(self, place: Place, heads: Heads) -> RegionValue:
        """Give the value for one reading, with its direction ("Zuid-Duitsland") where it has one."""
        if self.direction is None:
            return place.value
        name = f"{self.direction}-{place.names[0]}"
        known = [
            entry
            for entry in heads.find((fold(self.direction), *fold(place.names[0]).replace("-", " ").split()))
            if entry.place.country == place.country
        ]
        return known[0].place.value if known else RegionValue(name, "streek", place.country)


def find_mentions(source: Source) -> list[Mention]:
    """Give the places named in a text, in order; they do not overlap."""
    heads = load_heads()
    plain = source.plain
    around = Surroundings(source)
    mentions: list[Mention] = []
    free = 0
    for index in compress(range(len(plain)), map(heads.__getitem__, plain)):
        node = heads[plain[index]]
        if index < free or node is None or not (node.names or _goes_on(source, index, node)):
            continue
        mention = _match(source, heads, index, node)
        if mention is None or around.is_attached(index):
            continue
        names = _keep_places(source, around, mention, mentions[-1] if mentions else None)
        if names:
            mentions.append(mention if names is mention.names else mention._replace(names=names))
            free = mention.last
    return mentions


def _goes_on(source: Source, index: int, node: Node) -> bool:
    """Tell whether the word behind `index` can go on with a name that is not complete there."""
    behind = source.word(index + 1)
    return behind in _JOINTS or fold(behind) in node.following


def _keep_places(
    source: Source, around: Surroundings, mention: Mention, above: Mention | None
) -> tuple[Name, ...]:
    """Give the names that are places here, of which some need a list or column with the place before it."""
    names, listed = mention.names, False
    if above is not None and any(name.weakness for name in names):
        listed = around.is_listed(above.last, mention.first) or around.is_column(
            (above.first, above.last), mention.first, mention.last
        )
    if len(names) == 1:
        return names if _is_place(source, around, mention, names[0], listed=listed) else ()
    fitting = [name for name in names if _is_place(source, around, mention, name, listed=listed)]
    return tuple(name for name in names if name in fitting or not name.adjective) if fitting else ()


def _match(source: Source, heads: Heads, index: int, node: Node) -> Mention | None:
    """Give the longest name that begins at word `index`."""
    found = _walk(source, index, node)
    if found:
        names, last = found
        if any(name.exact is not None for name in names):
            exact = source.text[source.starts[index] : source.ends[last - 1]]
            names = tuple(name for name in names if name.exact is None or name.exact == exact)
        if names:
            return Mention(index, last, names)
    return _match_part(source, heads, index)


def _match_part(source: Source, heads: Heads, index: int) -> Mention | None:
    """Give a part of a wide place ("Zuid-Duitsland") that begins at word `index`."""
    word = source.plain[index]
    if source.word(index + 1) not in ("-", "–") or not source.glued(index) or fold(word) not in DIRECTIONS:
        return None
    inner = heads[source.plain[index + 2]] if index + 2 < len(source.plain) else None
    found = _walk(source, index + 2, inner) if inner else None
    wide = tuple(name for name in found[0] if name.place.level in _WIDE_LEVELS) if found else ()
    return Mention(index, found[1], wide, word.capitalize()) if found and wide else None


def _walk(source: Source, index: int, node: Node) -> tuple[tuple[Name, ...], int] | None:
    """Give the names that begin at word `index` and go on longest, and the word behind them."""
    plain = source.plain
    best = (node.names, index + 1) if node.names else None
    position, stop = index + 1, min(index + _LONGEST, len(plain))
    while node.following and position < stop:
        word = plain[position]
        if word in _JOINTS:
            position += 1
            word = source.word(position)
        following = node.following.get(fold(word)) if word else None
        if following is None:
            break
        node, position = following, position + 1
        if node.names:
            best = (node.names, position)
    return best


def _is_town(source: Source, index: int) -> bool:
    """Tell whether a place of its own begins there: "provincie Antwerpen Willebroek"."""
    node = load_heads()[source.plain[index]]
    return node is not None and any(not name.adjective and not name.weakness for name in node.names)


def _is_place(source: Source, around: Surroundings, mention: Mention, name: Name, *, listed: bool) -> bool:
    first, last = mention.first, mention.last
    if name.adjective:
        return _is_whole(source, mention, name) and around.is_adjective(last)
    if around.is_person(first) or not _is_whole(source, mention, name):
        return False
    if (
        name.place.level in _BARE_LEVELS
        and around.has_article(first)
        and not _ARTICLED.search(name.words[-1])
    ):
        return False
    if around.has_postcode(first):
        return True
    wide = name.place.level in _OWN_LEVELS and source.word(first - 1) in _WITHIN
    if not wide and around.begins_longer_name(last) and not _is_town(source, last):
        return False
    if not name.weakness or listed:
        return True
    return around.speaks_of_place(first, last, surname="s" in name.weakness)


def _is_whole(source: Source, mention: Mention, name: Name) -> bool:
    """Tell whether the words are written as the name is: "PISA" is no town, "De wijk" not De Wijk."""
    last = source.plain[mention.last - 1]
    if mention.last == mention.first + 1:
        return len(last) > _SHORT or name.exact is not None or not last.isupper()
    return not (name.capital and last.islower() and source.plain[mention.last - 2] != "-")
