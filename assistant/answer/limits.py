"""The parts of documents that an answer was kept to, in words: headings, and "op pagina 12", "in artikel 5"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.types import Section, SectionKind

_WHERE = {SectionKind.PAGE: "op {}", SectionKind.ARTICLE: "in {}", SectionKind.CAPTION: "bij ‘{}’"}


def name_headings(sections: Sequence[Section]) -> Iterator[str]:
    """Yield the headings of the sections that have one."""
    return (section.heading for section in sections if section.kind is SectionKind.HEADING)


def name_places(sections: Sequence[Section]) -> Iterator[str]:
    """Yield where the other sections are."""
    return (
        _WHERE[section.kind].format(section.heading)
        for section in sections
        if section.kind is not SectionKind.HEADING
    )
