"""Forms of verbs that change their vowel share a root."""

from __future__ import annotations

import pytest

from assistant.answer.verbs import find_verb_root


@pytest.mark.parametrize(
    ("one", "other"),
    [("aangenomen", "namen"), ("gebleven", "bleef"), ("uitgetrokken", "trekt"), ("koos", "gekozen")],
)
def test_the_forms_of_a_strong_verb_share_their_root(one: str, other: str) -> None:
    assert find_verb_root(one) == find_verb_root(other) != ""
