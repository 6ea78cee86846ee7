"""Places in a text: the longest name wins, and what is no place there is left out.

Left out: a place inside a person's name ("Ton van Mol"), a place that begins a longer proper name
("Eindhoven Engine", "Brabant Startup Fonds"), a language ("in het Frans"), and a weak name (one that
is an ordinary word or a surname) without evidence. A place that ends a name stays ("Technische
Universiteit Eindhoven"): it says where.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

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


_BARE_LEVELS = frozenset(("gemeente", "stad", "departement"))
_ARTICLED = re.compile(
    "(?:delta|waard|polder|rug|landen|wolden|kwartier|land|meer|delen|stede|marren|streek|maas|heide|hof|vest)$"
)
"""Ends of municipalities that are named with an article ("de Krimpenerwaard"); others are rivers then."""


@dataclass(frozen=True, slots=True)
class Mention:
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
    nodes = list(map(heads.__getitem__, source.words))
    around = Surroundings(source)
    mentions: list[Mention] = []
    free = 0
    for index, node in enumerate(nodes):
        if node is None or index < free:
            continue
        mention = _match(source, heads, index, node)
        if mention is None:
            continue
        after_place = bool(mentions) and around.is_listed(mentions[-1].last, mention.first)
        fitting = [
            name for name in mention.names if _is_place(source, around, mention, name, listed=after_place)
        ]
        if fitting:
            names = tuple(name for name in mention.names if name in fitting or not name.adjective)
            mentions.append(Mention(mention.first, mention.last, names, mention.direction))
            free = mention.last
    return mentions


def _match(source: Source, heads: Heads, index: int, node: Node) -> Mention | None:
    """Give the longest name that begins at word `index`."""
    found = _walk(source, index, node)
    if found:
        names = tuple(
            name for name in found[0] if name.exact is None or _is_exact(source, index, found[1], name)
        )
        if names:
            return Mention(index, found[1], names)
    word = source.word(index)
    if fold(word) not in DIRECTIONS or source.word(index + 1) not in ("-", "–") or not source.glued(index):
        return None
    inner = heads[source.words[index + 2]] if index + 2 < len(source.words) else None
    found = _walk(source, index + 2, inner) if inner else None
    wide = tuple(name for name in found[0] if name.place.level in _WIDE_LEVELS) if found else ()
    return Mention(index, found[1], wide, word.capitalize()) if found and wide else None


def _walk(source: Source, index: int, node: Node) -> tuple[list[Name], int] | None:
    best = (node.names, index + 1) if node.names else None
    position = index + 1
    for _ in range(_LONGEST):
        word = source.word(position)
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
    node = load_heads()[source.words[index]]
    return node is not None and any(not name.adjective and not name.weakness for name in node.names)


def _is_exact(source: Source, first: int, last: int, name: Name) -> bool:
    return source.text[source.starts[first] : source.end(last - 1)] == name.exact


def _is_place(source: Source, around: Surroundings, mention: Mention, name: Name, *, listed: bool) -> bool:
    first, last = mention.first, mention.last
    if around.is_attached(first) or around.is_person(first, adjective=name.adjective):
        return False
    if (
        name.exact is None
        and last == first + 1
        and len(source.word(first)) <= _SHORT
        and source.word(first).isupper()
    ):
        return False
    if name.capital and last > first + 1 and source.word(last - 1).islower() and source.word(last - 2) != "-":
        return False
    if name.adjective:
        return around.is_adjective(first, last)
    if (
        name.place.level in _BARE_LEVELS
        and around.has_article(first)
        and not _ARTICLED.search(name.words[-1])
    ):
        return False
    if around.begins_longer_name(last) and not _is_town(source, last):
        return False
    if not name.weakness or listed:
        return True
    return around.speaks_of_place(first, last, surname="s" in name.weakness)
