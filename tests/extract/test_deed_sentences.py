"""Where a sentence ends for actions: signs, breaks and lines of their own."""

from __future__ import annotations

import pytest

from assistant.extract.actions.reading import tag_words
from assistant.extract.actions.sentences import find_sentences
from assistant.extract.source import read_source


def cut(text: str) -> list[str]:
    source = read_source(text)
    tags, _, marks = tag_words(source, [])
    return [text[source.starts[a] : source.end(b - 1)] for a, b in find_sentences(marks, tags)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("We bouwen. Zij niet! Wie wel?", ["We bouwen", "Zij niet", "Wie wel"]),
        ("Het is ca. Drie meter, bijv. hier.", ["Het is ca. Drie meter, bijv. hier"]),
        ("Vraag J. Smit of mw. Bos het. Nu.", ["Vraag J. Smit of mw. Bos het", "Nu"]),
        ("Op nr. 12. Daarna verder. iets", ["Op nr. 12. Daarna verder. iets"]),
        ("Eerste regel\nTweede regel\ngaat door", ["Eerste regel", "Tweede regel\ngaat door"]),
        ("Brood, \nKaas\n\nMelk", ["Brood, \nKaas", "Melk"]),
        ("Cel een\tCel twee", ["Cel een", "Cel twee"]),
        ("... . Zo is het", ["Zo is het"]),
        ("", []),
    ],
)
def test_signs_breaks_and_lines_of_their_own_end_a_sentence(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences
