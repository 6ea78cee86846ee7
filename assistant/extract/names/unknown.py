"""Names of which nothing is known: whether they are bodies, from all places where a text uses them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from assistant.dutch import fold
from assistant.extract.names.belonging import LOCAL_ROLES
from assistant.extract.names.found import FoundBody, FoundPerson, Unknown
from assistant.extract.names.text import Text
from assistant.extract.names.words import read_list

_BODY_NOUNS = read_list("body_nouns")
_THING_NOUNS = read_list("thing_nouns")
_AGENT_VERBS = read_list("agent_verbs")
_AGENT_WORDS = frozenset("door namens bij".split())
_PARTNERS = frozenset("met aan tussen van".split())
_PLACE_WORDS = frozenset("in op naar te nabij rond uit".split())
_ARTICLE_WORDS = frozenset(
    form
    for word in "artikel artikelen art afdeling hoofdstuk titel bijlage paragraaf".split()
    for form in (word, word.capitalize(), word.upper())
)
_ARTICLES = frozenset("de het een".split())
_ENOUGH = 2.0
"""Evidence from which a name is that of a body."""


class Evidence:
    """Weighs what stands around names, by name."""

    def __init__(
        self,
        text: Text,
        bodies: Sequence[FoundBody],
        persons: Sequence[FoundPerson],
        unknown: Sequence[Unknown],
    ) -> None:
        self._text = text
        self._begins = {body.first for body in bodies}
        self._ends = {body.last for body in bodies}
        self._of_roles = {
            person.body_first
            for person in persons
            if person.role is None or fold(person.role.split()[-1]) not in LOCAL_ROLES
        }
        self._unknown = unknown

    def find_bodies(self) -> list[Unknown]:
        """Give the names that are bodies, each place where they stand."""
        weights: dict[str, float] = defaultdict(float)
        marked: dict[str, bool] = {}
        for name in self._unknown:
            weights[name.name] += self._weigh(name)
            marked.setdefault(name.name, self._is_marked(name))
        good = {name for name, weight in weights.items() if weight + 0.5 * marked[name] >= _ENOUGH}
        return [name for name in self._unknown if name.name in good and not self._is_thing(name)]

    def _is_marked(self, name: Unknown) -> bool:
        """Tell whether a name is written as only names are ("TracXon", "VEKA")."""
        tags = self._text.tags[name.first : name.last]
        return any(tag is not None and (tag.camel or tag.upper) for tag in tags)

    def _is_thing(self, name: Unknown) -> bool:
        text = self._text
        return (
            text.hyphened(name.last - 1)
            or (text.glued(name.last) and text.words[name.last + 1] == "s")
            or text.words[name.first - 1].lower() in _THING_NOUNS
            or text.tail_of_compound(name.first)
        )

    def _weigh(self, name: Unknown) -> float:
        text = self._text
        if self._is_thing(name):
            return -2.0
        before = text.words[name.first - 1].lower()
        article = before in _ARTICLES
        further = text.words[name.first - 2].lower() if article else before
        behind = text.words[name.last]
        defined = before == "(" and behind == ")" and name.first not in self._of_roles
        weight = -2.0 if defined or self._is_law(name.first) else 0.0
        if (
            before in _BODY_NOUNS
            or before == "©"
            or name.first in self._of_roles
            or self._is_explained(name.last)
        ):
            weight += 3.0
        if further == "namens":
            weight += 2.0
        elif further in _AGENT_WORDS:
            weight += 1.0
        elif further in _PARTNERS:
            weight += 0.5
        elif further in _PLACE_WORDS:
            weight -= 1.0
        if before in ("het", "een"):
            weight -= 0.5
        if behind in _AGENT_VERBS and (
            text.opens(name.first) or article or before in ("dat", "die", "waarbij", "en")
        ):
            weight += 1.5
        if behind.lower() in _THING_NOUNS:
            weight -= 1.5
        return weight + self._weigh_neighbours(name)

    def _is_law(self, first: int) -> bool:
        """Tell whether an article is named before ("artikel 1 van de WVO")."""
        return not _ARTICLE_WORDS.isdisjoint(self._text.words[max(0, first - 5) : first])

    def _is_explained(self, last: int) -> bool:
        """Tell whether words such as ", producent van" stand behind a name."""
        if self._text.words[last] not in (",", "–", "-", "("):
            return False
        nouns = [self._text.words[index] for index in range(last + 1, last + 4)]
        nouns = nouns[1:] if nouns[0] in ("de", "het", "een") else nouns[:2]
        return any(noun in _BODY_NOUNS for noun in nouns)

    def _weigh_neighbours(self, name: Unknown) -> float:
        """Give the weight of known bodies that the name is listed with."""
        text, weight = self._text, 0.0
        place = name.first - 1
        if text.words[place].lower() in _ARTICLES:
            place -= 1
        if text.words[place] in (",", "en", "/", "&") and place in self._ends:
            weight += 2.0
        place = name.last
        if text.words[place] in (",", "en", "/", "&"):
            place += 1
            if text.words[place] in _ARTICLES:
                place += 1
            if place in self._begins:
                weight += 2.0
        return weight
