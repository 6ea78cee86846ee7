"""The styles of an OpenDocument file: names, boldness, hidden text, and how lists are numbered.

Terms and rules are those of OASIS OpenDocument 1.3, part 3: chapters 16 (styles) and 19.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from assistant.ingest.numbering import LevelStyle

_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "presentation": "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_MOST_PARENTS = 20
_FIGURES = {"1": "decimal", "a": "letter", "A": "LETTER", "i": "roman", "I": "ROMAN", "01": "zero"}
_CODED = re.compile(r"_([0-9a-f]{1,4})_")
_PATTERN = re.compile(r"%(\d{1,2})%")


def tag(name: str) -> str:
    """Give the full name of an element or attribute: "text:p" in Clark notation."""
    space, _, local = name.partition(":")
    return f"{{{_SPACES[space]}}}{local}"


class OdfStyles:
    """The styles of all parts of one file; automatic ones go before the common ones."""

    def __init__(self, roots: Iterable[Any]) -> None:
        self._styles: dict[tuple[str, str], Any] = {}
        self._lists: dict[str, dict[int, LevelStyle]] = {}
        self.outline: dict[int, LevelStyle] = {}
        for root in roots:
            for element in root.iter(tag("style:style")):
                key = (element.get(tag("style:family"), ""), element.get(tag("style:name"), ""))
                self._styles[key] = element
            for element in root.iter(tag("text:list-style")):
                self._lists[element.get(tag("style:name"), "")] = _read_levels(element)
            for element in root.iter(tag("text:outline-style")):
                self.outline = _read_levels(element)

    def names_of(self, name: str, family: str = "paragraph") -> tuple[str, ...]:
        """Give the names as shown of a style and those it is based on; automatic ones have none."""
        names = []
        for element in self._chain(name, family):
            shown = element.get(tag("style:display-name")) or element.get(tag("style:name"), "")
            if element.getparent().tag != tag("office:automatic-styles"):
                names.append(_CODED.sub(lambda found: chr(int(found.group(1), 16)), shown))
        return tuple(names)

    def is_strong(self, name: str, family: str) -> bool | None:
        """Tell whether text in a style is bold; None when the style does not say so."""
        weight = self._find(name, family, "style:text-properties", "fo:font-weight")
        return None if weight is None else weight == "bold" or (weight.isdecimal() and int(weight) >= 600)

    def is_hidden(self, name: str, family: str) -> bool:
        """Tell whether text in a style is not shown."""
        return self._find(name, family, "style:text-properties", "text:display") == "none"

    def is_unnumbered(self, name: str) -> bool:
        """Tell whether a style takes a heading out of the numbering."""
        return any(
            element.get(tag("style:list-style-name")) == "" for element in self._chain(name, "paragraph")
        )

    def levels_of(self, name: str) -> Mapping[int, LevelStyle]:
        """Give how each level of a list style is numbered."""
        return self._lists.get(name, {})

    def element_of(self, name: str, family: str) -> Any | None:
        """Give the element of a style; None when there is none of that name."""
        return self._styles.get((family, name))

    def _find(self, name: str, family: str, group: str, attribute: str) -> str | None:
        for element in self._chain(name, family):
            found = element.find(tag(group))
            value = found.get(tag(attribute)) if found is not None else None
            if value is not None:
                return str(value)
        return None

    def _chain(self, name: str, family: str) -> list[Any]:
        chain: list[Any] = []
        while len(chain) < _MOST_PARENTS and (element := self._styles.get((family, name))) is not None:
            chain.append(element)
            name = element.get(tag("style:parent-style-name"), "")
        return chain


def _read_levels(element: Any) -> dict[int, LevelStyle]:
    levels: dict[int, LevelStyle] = {}
    for entry in element:
        level = find_number(entry, "text:level", 1)
        if entry.tag in (tag("text:list-level-style-number"), tag("text:outline-level-style")):
            levels[level] = _read_level(entry, level)
        else:
            levels[level] = LevelStyle("", "")
    return levels


def _read_level(entry: Any, level: int) -> LevelStyle:
    figures = _FIGURES.get(entry.get(tag("style:num-format"), ""), "")
    start = find_number(entry, "text:start-value", 1)
    told = entry.get(tag("loext:num-list-format"))
    if told is not None:
        pattern = _PATTERN.sub(r"%\1", told)
    else:
        first = max(1, level - find_number(entry, "text:display-levels", 1) + 1)
        numbers = ".".join(f"%{shown}" for shown in range(first, level + 1))
        pattern = entry.get(tag("style:num-prefix"), "") + numbers + entry.get(tag("style:num-suffix"), "")
    return LevelStyle(pattern if figures or first_word(pattern) else "", figures, start)


def first_word(pattern: str) -> bool:
    """Tell whether a pattern shows a word of its own beside the numbers ("Bijlage")."""
    return any(sign.isalpha() for sign in pattern)


def find_number(element: Any, attribute: str, default: int) -> int:
    """Give a whole number from an attribute, within what a real file holds; else the default."""
    value = element.get(tag(attribute)) or ""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 8 else default
