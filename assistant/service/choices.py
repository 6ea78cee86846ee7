"""What the page offers to choose from: the themes and regions that the documents hold, and questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.assistant import Assistant
from assistant.types import DocumentRecord, ExtractKind, Failure, Filters, RegionValue, ThemeValue

_COUNTRY_CHARS: Final = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """A code with its name and the number of documents that hold it."""

    code: str
    name: str
    documents: int


@dataclass(frozen=True, slots=True)
class Choices:
    """Documents, what could not be read, themes and regions in use by name, and questions to begin with."""

    records: tuple[DocumentRecord, ...]
    failures: tuple[Failure, ...]
    themes: tuple[Choice, ...]
    regions: tuple[Choice, ...]
    examples: tuple[str, ...]


def find_choices(assistant: Assistant) -> Choices:
    """Give what the index of `assistant` offers; takes one pass over its themes and regions."""
    themes: dict[tuple[str, str], set[str]] = defaultdict(set)
    regions: dict[tuple[str, str], set[str]] = defaultdict(set)
    kinds = (ExtractKind.THEME, ExtractKind.REGION)
    for record, extract in assistant.extracts(kinds, Filters()):
        value = extract.value
        if isinstance(value, ThemeValue):
            themes[value.code, value.name].add(record.id)
        elif isinstance(value, RegionValue) and value.code:
            regions[value.code, value.name].add(record.id)
    found_themes, found_regions = _count(themes), _count(regions)
    examples = _make_examples(found_themes, found_regions)
    return Choices(assistant.records(), assistant.status().failures, found_themes, found_regions, examples)


def _count(found: dict[tuple[str, str], set[str]]) -> tuple[Choice, ...]:
    choices = [Choice(code, name, len(documents)) for (code, name), documents in found.items()]
    return tuple(sorted(choices, key=lambda choice: (choice.name.casefold(), choice.code)))


def _make_examples(themes: Sequence[Choice], regions: Sequence[Choice]) -> tuple[str, ...]:
    """Give up to three questions that these documents should be able to answer.

    A theme or region of one word needs no article: "in Beieren", but "in het Vlaams Gewest".
    """
    examples = []
    plain = [theme for theme in themes if " " not in theme.name] or themes
    if plain:
        examples.append(f"Welke documenten gaan over {_lower_first(_most_used(plain).name)}?")
    places = [place for place in regions if " " not in place.name and len(place.code) > _COUNTRY_CHARS]
    if places:
        examples.append(f"Wat gebeurt er in {_most_used(places).name}?")
    if examples:
        examples.append("Wie is de voorzitter?")
    return tuple(examples)


def _most_used(choices: Sequence[Choice]) -> Choice:
    return min(choices, key=lambda choice: (-choice.documents, choice.code))


def _lower_first(name: str) -> str:
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
