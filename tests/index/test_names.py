"""Short forms that documents define, kept with the index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.dutch import Synonym
from assistant.index import IndexEntry
from assistant.index.names import DefinedNames, NamesWriter, load_names

Entry = Callable[..., IndexEntry]

DEFINING = "Het Cyber Weerbaarheidscentrum Brainport (CWB) helpt bedrijven."


def write(folder: Path, entries: Sequence[IndexEntry]) -> DefinedNames:
    writer = NamesWriter(folder)
    for entry in entries:
        writer.add(entry.document)
    writer.finish()
    return load_names(folder)


def test_a_short_form_leads_to_its_full_form_and_back(tmp_path: Path, entry: Entry) -> None:
    names = write(tmp_path, [entry("a.txt", [DEFINING])])
    full = "cyber weerbaarheidscentrum brainport"
    assert names.find("wat doet het CWB?") == [Synonym("CWB", full)]
    assert names.find("het Cyber Weerbaarheidscentrum Brainport") == [
        Synonym("Cyber Weerbaarheidscentrum Brainport", "CWB")
    ]
    assert names.find("een cwb") == []


def test_the_order_of_the_documents_changes_no_byte(tmp_path: Path, entry: Entry) -> None:
    entries = [entry("a.txt", [DEFINING]), entry("b.txt", ["De Sociaal-Economische Raad (SER) adviseert."])]
    for name, some in (("een", entries), ("twee", entries[::-1])):
        (tmp_path / name).mkdir()
        write(tmp_path / name, some)
    assert (tmp_path / "een" / "names.tsv").read_bytes() == (tmp_path / "twee" / "names.tsv").read_bytes()


def test_a_short_form_of_many_things_says_nothing(tmp_path: Path, entry: Entry) -> None:
    texts = [
        "De Raad voor Werk (RW) komt.",
        "De Regio Wijstland (RW) komt.",
        "Het Reglement Water (RW) komt.",
    ]
    names = write(tmp_path, [entry(f"{place}.txt", [text]) for place, text in enumerate(texts)])
    assert names.find("het RW") == []
