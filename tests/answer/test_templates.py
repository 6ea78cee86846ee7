"""Templates fill in values and never run what a document or question holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import QuestionKind, Templates
from assistant.config import load_settings
from assistant.errors import TemplateError, UsageError

VALUES = {
    "vraag": "v",
    "kort": "€ 5",
    "vorm": "bedrag",
    "noten": "[1]",
    "documenten": [],
    "deels": None,
    "tegenspraak": [],
    "telling": None,
    "partijen": False,
    "onvolledig": False,
    "enkel": False,
    "verwachting": None,
    "koppen": [],
    "plaatsen": [],
    "plaats": None,
    "onherkend": None,
    "zinnen": [{"tekst": "Het kost € 5.", "nummer": 1, "noten": "[1]", "nieuwer": None}],
}


@pytest.mark.parametrize("kind", [kind.value for kind in QuestionKind])
def test_every_kind_has_a_template_that_ends_each_quotation_with_its_number(kind: str) -> None:
    text = Templates().render(kind, VALUES)
    assert "“Het kost € 5.” [1]" in text


def test_a_template_in_a_question_stays_text() -> None:
    values = VALUES | {"kort": "{{ 7 * 7 }} {% for x in y %}"}
    assert "{{ 7 * 7 }} {% for x in y %}" in Templates().render("naam", values)


def test_an_own_folder_goes_before_ours(tmp_path: Path) -> None:
    (tmp_path / "naam.j2").write_text("Het heet {{ kort }} [1].", encoding="utf-8")
    own = Templates(tmp_path)
    assert own.render("naam", VALUES) == "Het heet € 5 [1]."
    assert own.render("plaats", VALUES) == Templates().render("plaats", VALUES)


def test_a_template_cannot_reach_python(tmp_path: Path) -> None:
    (tmp_path / "naam.j2").write_text("{{ kort.__class__.__mro__ }}", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"naam\.j2"):
        Templates(tmp_path).render("naam", VALUES)


def test_a_wrong_template_is_named(tmp_path: Path) -> None:
    (tmp_path / "naam.j2").write_text("{{ kort", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"naam\.j2"):
        Templates(tmp_path).render("naam", VALUES)


@pytest.mark.parametrize(
    "words", ["{{ kort + 1 }}", "{{ 1 / 0 }}", "{% for x in range(10**9) %}x{% endfor %}"]
)
def test_whatever_a_template_raises_is_told_with_its_name(tmp_path: Path, words: str) -> None:
    (tmp_path / "naam.j2").write_text(words, encoding="utf-8")
    with pytest.raises(TemplateError, match=r"naam\.j2"):
        Templates(tmp_path).render("naam", VALUES)


@pytest.mark.parametrize("words", ["u = 1", "[u]\nuw = 3\n", "[u", 'u = ["uw"]'])
def test_words_that_cannot_be_read_are_told(tmp_path: Path, words: str) -> None:
    (tmp_path / "woorden.toml").write_text(words, encoding="utf-8")
    with pytest.raises(TemplateError, match=r"woorden\.toml"):
        Templates(tmp_path)


def test_the_address_and_the_terms_are_settings_and_another_value_is_named() -> None:
    settings = load_settings({"LEESWIJZER_ADDRESS": "je", "LEESWIJZER_TERMS": "vl"})
    assert (settings.address, settings.terms) == ("je", "vl")
    with pytest.raises(UsageError, match=r"LEESWIJZER_ADDRESS moet u of je zijn, niet 'gij'"):
        load_settings({"LEESWIJZER_ADDRESS": "gij"})
