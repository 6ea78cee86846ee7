"""The infinitive of a verb's form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.dutch.verbs import find_infinitive, is_infinitive, read_verbs


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("vragen", "vraagt vroeg vroegen gevraagd"),
        ("aanvragen", "aanvraagt aanvroeg aangevraagd aangevraagde"),
        ("besluiten", "besloot"),
        ("brengen", "brengt bracht brachten gebracht"),
        ("overlijden", "overleden overleed"),
        ("ontvangen", "ontvangt ontving"),
        ("bouwen", "bouwt bouwde bouwden gebouwd gebouwde"),
        ("leven", "leeft leefde geleefd"),
        ("reizen", "reist reisde gereisd"),
        ("openen", "opent opende geopend"),
        ("melden", "meldt meldde gemeld gemelde"),
        ("verlengen", "verlengt verlengd verlengde"),
        ("uitrollen", "uitgerold"),
        ("goedkeuren", "goedgekeurd goedkeurt goedgekeurde"),
        ("lopen", "lopende lopend"),
        ("gebeuren", "gebeurt gebeurde gebeurd"),
        ("groeien", "groeit groeide gegroeid"),
    ],
)
def test_the_forms_of_a_verb_lead_to_its_infinitive(infinitive: str, forms: str) -> None:
    assert {form: find_infinitive(form) for form in forms.split()} == dict.fromkeys(forms.split(), infinitive)


@pytest.mark.parametrize(
    "word",
    "gezond geluid gewest winst ruimte lijst last vorsten helden uitgaven afspraken school bond reden "
    "derde markt werk steun bouw beleid gemeente provincie rijden vergaderen starten".split(),
)
def test_a_noun_an_adjective_and_an_infinitive_are_left_alone(word: str) -> None:
    assert find_infinitive(word) is None


def test_every_irregular_verb_is_in_the_word_list() -> None:
    verbs = {infinitive for infinitive, _ in read_verbs().values()}
    assert len(verbs) > 130
    assert {verb for verb in verbs if not is_infinitive(verb)} == set()


@given(st.text(max_size=60))
def test_any_text_has_an_infinitive_or_none(text: str) -> None:
    found = find_infinitive(text)
    assert found is None or is_infinitive(found) or found in {verb for verb, _ in read_verbs().values()}
