"""Which of the places of one name is meant, and what the text leaves open.

In this order: the country behind it ("Essen (Duitsland)"), the word for its kind before it ("provincie Utrecht"), its neighbours in a list, the
country that the text around it and as a whole speaks of with the document's origin, and the order
of ranks (a city before the province of its name). What only the last of these decides stays open:
the other readings go with it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from assistant.extract.regions.gazetteer import Name, Place
from assistant.extract.regions.matching import Mention
from assistant.extract.regions.surroundings import Surroundings
from assistant.extract.source import Source

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
_NEAR = 4
"""So many mentions to either side count as neighbours, for `_NEAR_VOTES` each."""
_NEAR_VOTES = 3
_WHOLE_VOTES = 10
"""What the text as a whole weighs, shared among the countries by their mentions."""
_ORIGIN_VOTES = 9
"""What the document's origin weighs beside neighbours: three of them."""
_NAMED_VOTES = 12
"""What it weighs that the text names the same place in full ("Noord-Brabant", then "Brabant"): four neighbours."""
_LAST_SURE_DAY = "2024-12-31"
"""The day on which a text without a date is read; the mergers of 2025 came after it."""


class Choice:
    """What is known of a text as a whole: its day, its countries, its mentions in order."""

    __slots__ = ("around", "day", "mentions", "named", "shares", "source")

    def __init__(self, source: Source, mentions: Sequence[Mention]) -> None:
        self.source = source
        self.around = Surroundings(source)
        self.day = _find_day(source.document_date)
        self.mentions = [
            mention if len(mention.names) == 1 else mention._replace(names=self._keep_standing(mention.names))
            for mention in mentions
        ]
        self.named = {
            mention.names[0].place.key
            for mention in self.mentions
            if len(mention.names) == 1 and not mention.names[0].adjective
        }
        votes = Counter(
            mention.names[0].place.country for mention in self.mentions if len(mention.names) == 1
        )
        home = _HOME.get(source.origin or "")
        if home:
            votes[home] += _HOME_VOTES
        whole = votes.total() or 1
        self.shares = {country: round(_WHOLE_VOTES * count / whole) for country, count in votes.items()}
        if home:
            self.shares[home] += _ORIGIN_VOTES

    def choose(self, index: int) -> tuple[Place, tuple[str, ...]]:
        """Give the likeliest place of a mention, and the keys of the readings that are as good."""
        mention = self.mentions[index]
        if len(mention.names) == 1:
            return mention.names[0].place, ()
        country = self._stated_country(index)
        level = _stated_level(self.source, mention.first) or self._listed_level(index)
        fitting = [name for name in mention.names if country is not None and name.place.country == country]
        fitting = fitting or [
            name for name in mention.names if level is not None and level == _level_of(name)
        ]
        names = fitting or [name for name in mention.names if name.place.level == "land"]
        names = names or list(mention.names)
        if mention.names[0].adjective and not fitting:
            names = [name for name in names if name.place.level == "provincie"] or names
        votes = self._count_near(index)

        def weigh(name: Name) -> tuple[bool, int, int, int]:
            place = name.place
            return place.exists_on(self.day), self._weigh(place, votes), -place.rank, -names.index(name)

        best = max(names, key=weigh)
        others = fitting or [name for name in mention.names if best.place.level != "land"]
        return best.place, self._leave_open(best, others, votes)

    def _weigh(self, place: Place, votes: dict[str, int]) -> int:
        """Give the votes of a place: of its country, and for being named in full elsewhere in the text."""
        return votes[place.country] + _NAMED_VOTES * (place.key in self.named)

    def _leave_open(self, best: Name, others: Sequence[Name], votes: dict[str, int]) -> tuple[str, ...]:
        """Give the keys of the readings that nothing but their rank sets behind the best one."""
        rivals = (name.place for name in others if "s" not in name.weakness or name.weakness == best.weakness)
        return tuple(
            dict.fromkeys(
                place.key
                for place in rivals
                if place.key != best.place.key
                and self._weigh(place, votes) >= self._weigh(best.place, votes)
                and place.exists_on(self.day)
            )
        )

    def _keep_standing(self, names: tuple[Name, ...]) -> tuple[Name, ...]:
        """Leave out municipalities that were not there on the day, where their country has another."""
        standing = {name.place.country for name in names if name.place.exists_on(self.day)}
        kept = [
            name for name in names if name.place.exists_on(self.day) or name.place.country not in standing
        ]
        dated = {name.place.country for name in kept if name.place.since}
        return tuple(name for name in kept if name.place.level != "streek" or name.place.country not in dated)

    def _count_near(self, index: int) -> dict[str, int]:
        """Give the votes of the countries: of the text as a whole and of its mentions nearby."""
        votes = defaultdict(int, self.shares)
        for other in self.mentions[max(0, index - _NEAR) : index + _NEAR + 1]:
            if len(other.names) == 1:
                votes[other.names[0].place.country] += _NEAR_VOTES
        return votes

    def _stated_country(self, index: int) -> str | None:
        """Give the country that stands behind a mention: "Essen (Duitsland)", "Bergen, Noorwegen"."""
        mention = self.mentions[index]
        behind = self.mentions[index + 1] if index + 1 < len(self.mentions) else None
        if behind is None or behind.first != mention.last + 1 or behind.names[0].adjective:
            return None
        sign, place = self.source.plain[mention.last], behind.sure
        return place.country if place and place.level == "land" and sign in ("(", ",") else None

    def _listed_level(self, index: int) -> str | None:
        """Give the level that all sure neighbours in a list share ("Limburg, Utrecht en Gelderland")."""
        mention = self.mentions[index]
        levels = set()
        for other in self.mentions[max(0, index - 1) : index] + self.mentions[index + 1 : index + 2]:
            first, last = sorted((mention, other), key=lambda entry: entry.first)
            if other.sure and self.around.is_listed(first.last, last.first):
                levels.add(other.sure.level)
        return levels.pop() if len(levels) == 1 and levels <= {"provincie", "gemeente"} else None


def _find_day(date: str | None) -> str:
    """Give the ISO day of an EDTF date, the first one of a month or year."""
    if not date or not date[:4].isdigit():
        return _LAST_SURE_DAY
    return f"{date}-01-01"[:10] if len(date) < 7 else f"{date}-01"[:10]


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
