"""Short forms that a text explains."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from assistant.dutch.abbreviations import Definition, find_definitions


def test_precision_and_recall_on_the_list_of_sentences() -> None:
    lines = (Path(__file__).parent / "abbreviations.tsv").read_text(encoding="utf-8").splitlines()
    found = right = wanted = 0
    for line in lines:
        text, *given_ = line.split("\t")
        if text.startswith("#"):
            continue
        gold = {Definition(*pair.split(" = ")) for pair in given_ if pair}
        got = set(find_definitions(text))
        found, right, wanted = found + len(got), right + len(got & gold), wanted + len(gold)
    assert wanted >= 50
    assert right / found >= 0.98
    assert right / wanted >= 0.98


@given(st.text(alphabet="abcDEF (),:.hierna deCW\n", max_size=120))
def test_what_is_defined_stands_in_the_text(text: str) -> None:
    for definition in find_definitions(text):
        assert definition.short in text
        assert definition.full in text


def test_long_brackets_take_no_time() -> None:
    assert find_definitions("a " * 5_000 + "(" * 5_000 + "ABC) " * 2_000) == []
