"""Reasons that no word opens are looked for only where something behind them says so."""

from __future__ import annotations

import re

import pytest

from assistant.answer.finders import why

_SENTENCES = [
    "De brug ging dicht omdat het dek was doorgeroest.",
    "De belangrijkste reden is het tekort aan schippers.",
    "Het lage water maakt dat de veerboot niet vaart.",
    "De sluis bleef dicht, waardoor de schepen moesten wachten.",
    "Een nieuwe kade draagt er ook toe bij.",
    "De gemeente draagt de kosten.",
    "De veerboot vaart elk uur.",
]


def _find(patterns: tuple[tuple[re.Pattern[str], float], ...], text: str) -> list[str]:
    return [match.group("clause") for pattern, _ in patterns for match in pattern.finditer(text)]


@pytest.mark.parametrize("text", _SENTENCES)
def test_without_such_a_sign_the_short_pattern_finds_the_same(text: str) -> None:
    if not why._BEHIND_REASON.search(text):
        assert _find(why._REASONS, text) == _find(why._ALL_REASONS, text)


def test_the_sign_is_seen_where_a_reason_stands_before_it() -> None:
    signed = [text for text in _SENTENCES if why._BEHIND_REASON.search(text)]
    assert signed == _SENTENCES[2:6]
