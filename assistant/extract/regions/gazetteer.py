"""The places by name: tables in `data/`, read once into a tree of words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path

from assistant.dutch import fold
from assistant.extract.source import LONGEST_WORD
from assistant.types import RegionValue

DATA_DIR = Path(__file__).resolve().parent / "data"
_TABLES = ("own.tsv", "coded.tsv")
_RANKS = {
    "land": 0,
    "unie": 0,
    "gewest": 1,
    "gemeente": 2,
    "streek": 3,
    "provincie": 3,
    "deelstaat": 3,
    "stad": 5,
}
_SHORTEST_DERIVED = 5
"""Letters of a municipality whose adjective is made by rule."""
_SEPARATORS = frozenset("-–’'‘")


@dataclass(frozen=True)
class Place:
    """One place: its code (ISO 3166, GM, NIS, or None), flags and names, the official one first.

    `since` is the first day of a municipality and `until` the first day after it (ISO 8601), `became`
    the codes of those of today that it has gone into. Flags: "w" also an ordinary word, "s" also a
    surname or hardly known (both need evidence in the text), "x" only in exactly this case. It has no
    slots, so that its value is made once.
    """

    code: str | None
    level: str
    country: str
    nuts: str | None
    flags: str
    names: tuple[str, ...]
    since: str = ""
    until: str = "9999"
    became: tuple[str, ...] = ()

    @cached_property
    def value(self) -> RegionValue:
        """Give what an extract says of the place."""
        return RegionValue(self.names[0], self.level, self.country, self.code, self.nuts, became=self.became)

    @property
    def key(self) -> str:
        """Give the code, or the name with the country for what has none."""
        return self.code or f"{self.names[0]} ({self.country})"

    def exists_on(self, day: str) -> bool:
        """Tell whether a municipality was there on an ISO day; other places always are."""
        return self.since <= day < self.until

    @property
    def rank(self) -> int:
        """Give the order among places of one name: countries first, cities abroad last."""
        return _RANKS.get(self.level, 4)


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a place as words in lower case without accents; `adjective` for "Franse"."""

    words: tuple[str, ...]
    place: Place
    weakness: str = ""
    exact: str | None = None
    adjective: bool = False
    capital: bool = True
    """Whether the last word has a capital ("De Wijk"; not "Vlaamse kust")."""


@dataclass(frozen=True, slots=True)
class Region:
    """A region of the vocabulary, as `/v1/regios` lists it."""

    name: str
    level: str
    country: str
    code: str | None = None
    nuts: str | None = None


@dataclass(slots=True)
class Node:
    """A step in the tree of names: what ends here and what may follow."""

    names: tuple[Name, ...] = ()
    following: dict[str, Node] = field(default_factory=dict)


def read_rows(path: Path) -> Iterator[list[str]]:
    """Yield the cells of a table in `data/`; lines with # are remarks."""
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def read_places(path: Path) -> Iterator[Place]:
    """Yield the places of a table with columns code, level, country, NUTS, flags, names."""
    for code, level, country, nuts, flags, names in read_rows(path):
        yield Place(
            None if code == "-" else code,
            level,
            country,
            None if nuts == "-" else nuts,
            flags.replace("-", ""),
            tuple(names.split("|")),
        )


def _read_towns(table: str) -> Iterator[Place]:
    """Yield towns that are no municipality of their own: country, then names; # before their flag."""
    for country, towns in read_rows(DATA_DIR / table):
        for town in towns.split(";"):
            names, _, flags = town.partition("#")
            yield Place(None, "stad", country, None, flags, tuple(names.split("|")))


def read_informal() -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Yield the regions without a code, each with the codes of its members."""
    for country, level, nuts, flags, members, names in read_rows(DATA_DIR / "informal.tsv"):
        place = Place(
            None,
            level,
            country,
            None if nuts == "-" else nuts,
            flags.replace("-", ""),
            tuple(names.split("|")),
        )
        yield place, () if members == "-" else tuple(members.split())


def _read_dates() -> dict[str, tuple[str, str, tuple[str, ...]]]:
    """Give first day, first day after, and successors of municipalities by code."""
    return {
        code: (
            "" if since == "-" else since,
            "9999" if until == "-" else until,
            () if became == "-" else tuple(became.split(";")),
        )
        for code, since, until, became in read_rows(DATA_DIR / "mergers.tsv")
    }


@cache
def load_places() -> tuple[Place, ...]:
    """Give all places, the own table first."""
    dates = _read_dates()
    coded = [
        replace(place, since=since, until=until, became=became)
        for table in _TABLES
        for place in read_places(DATA_DIR / table)
        for since, until, became in (dates.get(place.code or "", ("", "9999", ())),)
    ]
    informal = [place for place, _ in read_informal()]
    return (*coded, *informal, *_read_towns("cities.tsv"), *_read_towns("towns.tsv"))


@cache
def load_regions() -> tuple[Region, ...]:
    """Give the vocabulary of regions: every place once, by country, level and name."""
    seen: dict[tuple[str, str], Region] = {}
    for place in load_places():
        key = (place.code or place.names[0], place.country)
        seen.setdefault(key, Region(place.names[0], place.level, place.country, place.code, place.nuts))
    return tuple(
        sorted(
            seen.values(), key=lambda region: (region.country, region.level, region.name, region.code or "")
        )
    )


def split_name(name: str) -> tuple[str, ...]:
    """Give the words of a name as the matcher meets them: folded, without hyphens and apostrophes."""
    plain = fold(name)
    for sign in _SEPARATORS:
        plain = plain.replace(sign, " ")
    words = tuple(
        plain.replace(".", " . ").replace(",", " , ").replace("(", " ( ").replace(")", " ) ").split()
    )
    return words[1:] if len(words) > 1 and words[0] == "s" else words


def _read_names() -> Iterator[Name]:
    """Yield every name and adjective; "Belgi€" is how scans read "België"."""
    by_key: dict[str, list[Place]] = {}
    official: dict[str, Place] = {}
    for place in load_places():
        if place.code:
            official.setdefault(place.code, place)
        owner = official.get(place.code, place) if place.code else place
        for name in place.names:
            by_key.setdefault(name, []).append(owner)
            exact = name if "x" in place.flags else None
            capital = name.replace("-", " ").split()[-1][:1].isupper()
            words = split_name(name)
            yield Name(words, owner, place.flags.replace("x", ""), exact, capital=capital)
            if place.level == "land" and name.endswith("ië"):
                yield Name((*words[:-1], words[-1][:-1], "€"), owner, capital=False)
        if owner is place and place.level == "gemeente" and not place.flags:
            for form in derive_forms(place.names[0]):
                yield Name(split_name(form), owner, adjective=True)
    for key, forms in read_rows(DATA_DIR / "adjectives.tsv"):
        owners = by_key[key[1:]] if key.startswith("@") else [official[key]]
        for form in forms.split():
            for owner in owners:
                yield Name(split_name(form), owner, adjective=True)


def derive_forms(name: str) -> Iterator[str]:
    """Yield the regular adjective and inhabitants of a municipality ("Leuvense", "Leuvenaars").

    Irregular ones are in `adjectives.tsv`.
    """
    if not name.isalpha() or len(name) < _SHORTEST_DERIVED:
        return
    if name[-1] not in "sxze":
        yield f"{name}se"
    if name.endswith("en"):
        yield from (f"{name}aar", f"{name}aars", f"{name}aren")
    if name.endswith(("burg", "berg", "foort", "voort", "veld", "hout", "wijk")):
        yield from (f"{name}er", f"{name}ers")


class Heads(dict[str, Node | None]):
    """Word, mended, in its own case -> the node of the names that begin with it, if any.

    Remembers each form; holds at most `LIMIT`, so that memory does not grow with the corpus.
    """

    LIMIT = 100_000

    def __init__(self, roots: dict[str, Node]) -> None:
        super().__init__()
        self._roots = roots

    def __missing__(self, word: str) -> Node | None:
        if len(word) > LONGEST_WORD:
            return None
        node = self._find(word)
        if len(self) >= self.LIMIT:
            self.clear()
        self[word] = node
        return node

    def _find(self, word: str) -> Node | None:
        first = word[:1]
        if first.isupper():
            return self._roots.get(fold(word))
        if first not in _LOWER_FIRSTS:
            return None
        if first == "l" and len(word) > 4:
            return self._roots.get("i" + fold(word[1:])) if "i" + fold(word[1:]) in _SLIPS else None
        return self._roots.get(word) if word in _LOWER_HEADS else None

    def find(self, words: tuple[str, ...]) -> tuple[Name, ...]:
        """Give the names that are just these words."""
        node = self._roots.get(words[0])
        for word in words[1:]:
            node = node.following.get(word) if node else None
        return node.names if node else ()


DIRECTIONS = frozenset("noord zuid oost west midden centraal noordoost noordwest zuidoost zuidwest".split())
"""What makes a part of a place: "Zuid-Duitse"."""
_SLIPS = frozenset(
    ("italie", "italiaanse", "italiaans", "ierland", "ierse", "israel", "indonesie", "ijsland", "india")
)
"""Names that scans begin with l for I ("ltalie")."""
_LOWER_HEADS = frozenset(
    ("arrondissement", "den", "waterschap", "hoogheemraadschap", "wetterskip", "veiligheidsregio")
)
"""Words in lower case that begin a name."""
_LOWER_FIRSTS = frozenset({"l", *(word[0] for word in _LOWER_HEADS)})


def _add_name(node: Node, name: Name) -> None:
    """Add a name unless its place is there; of a city and the part around it one stays.

    "Osaka" is the prefecture, which has a code; a part that is hardly known gives way to its city.
    """
    for other in node.names:
        if other.place is name.place:
            return
        if (
            name.place.level == "stad"
            and name.place.code is None
            and other.place.country == name.place.country
        ):
            if "s" not in other.weakness:
                return
            node.names = tuple(entry for entry in node.names if entry is not other)
            break
    node.names = tuple(
        sorted(
            (*node.names, name),
            key=lambda entry: (entry.place.rank, entry.place.country != "NL", entry.place.code or "~"),
        )
    )


@cache
def load_heads() -> Heads:
    """Give the tree of names by first word; of names with equal words all places, best rank first."""
    roots: dict[str, Node] = {}
    for name in _read_names():
        node = roots.setdefault(name.words[0], Node())
        for word in name.words[1:]:
            node = node.following.setdefault(word, Node())
        _add_name(node, name)
    for direction in DIRECTIONS:
        roots.setdefault(direction, Node())
    return Heads(roots)
