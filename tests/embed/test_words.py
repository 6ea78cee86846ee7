"""Words of the bundled model, and their pieces."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from assistant.embed import words
from assistant.embed.static import MODEL_DIR, TOKENIZER_FILE
from assistant.embed.words import WordCutter

TOKENIZER = Tokenizer.from_file(str(MODEL_DIR / TOKENIZER_FILE))
CUTTER = WordCutter(TOKENIZER)


def cut_whole(text: str) -> list[int]:
    return list(TOKENIZER.encode(text, add_special_tokens=False).ids)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
@example("Één coördinatie; 5G-hub € 2,5 mln — ﬁetspad, İstanbul, ẞ, ½ m², ①, a_b")
@example("onderhande\u00adlingen\u200b in\ufffe Noord\ufffeBrabant")
@example("कि ไทย е\u0301 ё \u0301x e\u0301")
def test_the_pieces_are_those_of_the_tokenizer(text: str) -> None:
    assert CUTTER.cut([text]) == [cut_whole(text)]


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(max_codepoint=0x2BFF), max_size=60))
def test_the_pieces_are_those_of_the_tokenizer_near_latin_letters(text: str) -> None:
    assert CUTTER.cut([text]) == [cut_whole(text)]


def test_words_are_let_go_before_they_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "KNOWN_WORDS", 2)
    cutter = WordCutter(TOKENIZER)
    texts = ["de gemeente Gent", "het gewest", "de gemeente Gent"]
    assert [cutter.cut([text])[0] for text in texts] == [cut_whole(text) for text in texts]
    cutter.cut(["water"])
    assert set(cutter._known) == {"water"}
