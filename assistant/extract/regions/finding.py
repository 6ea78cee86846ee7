"""The regions of a text as codes: every mention read in the light of the others."""

from __future__ import annotations

from collections import Counter

from assistant.extract.regions.gazetteer import Name, Place, load_heads
from assistant.extract.regions.matching import Mention, find_mentions
from assistant.extract.regions.surroundings import Surroundings
from assistant.extract.source import Source
from assistant.types import Extract, ExtractKind, Span

_TYPES = {
    **dict.fromkeys("provincie provincies provinciebestuur gouverneur provinciale".split(), "provincie"),
    **dict.fromkeys(
        "gemeente gemeenten stad steden gemeentebestuur stadsbestuur burgemeester".split(), "gemeente"
    ),
    **dict.fromkeys(("deelstaat", "deelstaten"), "deelstaat"),
    **dict.fromkeys(("gewest", "gewesten"), "gewest"),
    **dict.fromkeys(("kanton", "kantons"), "kanton"),
    **dict.fromkeys(("land", "landen", "groothertogdom"), "land"),
}
_HOME = {"nl": "NL", "vl": "BE"}
_HOME_VOTES = 3
"""What the document's origin weighs, in mentions of places that can be only one."""


def find_regions(source: Source) -> list[Extract]:
    """Give the regions named in a text, in order, with code, name, level, country and NUTS 2024.

    Adjectives and inhabitants ("Franse", "Limburgers") count as the region. "Europa" and "Europees"
    do not: they have neither code nor country; the European Union does. Where a name is that of
    several places, the word before it decides ("provincie Utrecht"), then its neighbours in a list,
    then the country that the text speaks of, with the document's origin.
    """
    heads = load_heads()
    mentions = find_mentions(source)
    votes = Counter(mention.sure.country for mention in mentions if mention.sure)
    home = _HOME.get(source.origin or "")
    if home:
        votes[home] += _HOME_VOTES
    around = Surroundings(source)
    extracts = []
    for index, mention in enumerate(mentions):
        place = mention.sure or _choose(source, around, mentions, index, votes)
        start, end = _find_start(source, mention.first), source.end(mention.last - 1)
        value = mention.value_of(place, heads)
        extracts.append(Extract(ExtractKind.REGION, Span(start, end), source.text[start:end], value))
    return extracts


def _find_start(source: Source, first: int) -> int:
    """Give the offset of a name with the article that belongs to it ("'s-Hertogenbosch")."""
    article = first >= 3 and source.word(first - 1) == "-" and source.word(first - 2) in ("s", "S")
    if (
        article
        and source.word(first - 3) in ("'", "’", "‘", "`")
        and source.glued(first - 2)
        and source.glued(first - 3)
    ):
        return source.starts[first - 3]
    return source.starts[first]


def _choose(
    source: Source, around: Surroundings, mentions: list[Mention], index: int, votes: Counter[str]
) -> Place:
    """Give the likeliest of the places that a mention can be."""
    mention = mentions[index]
    level = _stated_level(source, mention.first) or _listed_level(around, mentions, index)
    fitting = [name for name in mention.names if level is not None and level == _level_of(name)]
    names = fitting or [name for name in mention.names if name.place.level == "land"] or list(mention.names)
    if mention.names[0].adjective and not fitting:
        provinces = [name for name in names if name.place.level == "provincie"]
        names = provinces or names
    return max(
        names, key=lambda name: (votes[name.place.country], -name.place.rank, -names.index(name))
    ).place


def _level_of(name: Name) -> str:
    """Give the level of a place, in which a city abroad is a municipality."""
    return "gemeente" if name.place.level == "stad" else name.place.level


def _stated_level(source: Source, first: int) -> str | None:
    for back in (1, 2, 3):
        word = source.word(first - back).lower()
        if word in _TYPES:
            return _TYPES[word]
        if word not in ("van", "de", "het"):
            return None
    return None


def _listed_level(around: Surroundings, mentions: list[Mention], index: int) -> str | None:
    """Give "provincie" for a name in a list with provinces ("Limburg, Utrecht en Gelderland")."""
    mention = mentions[index]
    for other in mentions[max(0, index - 1) : index] + mentions[index + 1 : index + 2]:
        first, last = sorted((mention, other), key=lambda entry: entry.first)
        if around.is_listed(first.last, last.first) and other.sure and other.sure.level == "provincie":
            return "provincie"
    return None
