"""The plain markup of `tools/corpus_sources/`: front matter, then one block per blank-line group.

# Heading, ## Heading          heading of level 1 or 2
- item                         list item
> words                        pull quote
| a | b |                      table, first row is the head; |---| rows are skipped
!portret title | words | who   portrait with a quotation
!figuur title | a=1; b=2 | caption   bar chart
@breed, @kolommen              page over the full width, page in columns
[^1] in a paragraph, [^1]: note      footnote
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a source: `kind` names it, `parts` are its texts, `rows` its table rows."""

    kind: str
    parts: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A source file: its front matter and its blocks in order."""

    fields: dict[str, str]
    pieces: tuple[Piece, ...]

    def field(self, name: str) -> str:
        """Give the front-matter field `name`; an absent one is empty."""
        return self.fields.get(name, "")


_NOTE = re.compile(r"\[\^(\w+)\]:\s*(.+)")
_CALL = re.compile(r"\[\^(\w+)\]")


def read_source(path: Path) -> Source:
    """Read one source file. Raises ValueError when the front matter is missing."""
    text = path.read_text(encoding="utf-8")
    match = re.match(r"---\n(.*?)\n---\n(.*)", text, re.DOTALL)
    if match is None:
        raise ValueError(f"no front matter: {path.name}")
    fields = dict(line.split(": ", 1) for line in match[1].splitlines())
    groups = [group for group in re.split(r"\n\s*\n", match[2].strip()) if group]
    notes = {m[1]: m[2] for group in groups if (m := _NOTE.fullmatch(group))}
    pieces: list[Piece] = []
    for group in groups:
        if not _NOTE.fullmatch(group):
            pieces.extend(_parse_group(group, notes))
    return Source(fields, tuple(pieces))


def _parse_group(group: str, notes: dict[str, str]) -> list[Piece]:
    lines = group.splitlines()
    if lines[0].startswith("|"):
        rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
        return [Piece("table", rows=tuple(row for row in rows if not set("".join(row)) <= set("-")))]
    if lines[0].startswith("- "):
        return [Piece("item", (line[2:],)) for line in lines]
    return [_parse_line(line, notes) for line in lines]


def _parse_line(line: str, notes: dict[str, str]) -> Piece:
    mark, _, rest = line.partition(" ")
    parts = tuple(part.strip() for part in rest.split("|"))
    match mark:
        case "#" | "##":
            return Piece(f"heading{len(mark)}", (rest,))
        case ">":
            return Piece("quote", (rest,))
        case "!portret":
            return Piece("portrait", parts)
        case "!figuur":
            return Piece("figure", parts)
        case "@breed" | "@kolommen":
            return Piece(mark[1:])
    if re.match(r"(Tabel|Figuur) \d+\. ", line):
        return Piece("caption", (line,))
    called = tuple((number, notes[number]) for number in _CALL.findall(line))
    return Piece("paragraph", (line,), notes=called)


def mark_calls(text: str, before: str, after: str) -> str:
    """Put every footnote call of `text` between `before` and `after`."""
    return _CALL.sub(lambda match: f"{before}{match[1]}{after}", text)
