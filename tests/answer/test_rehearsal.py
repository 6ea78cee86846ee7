"""An organisation's own templates are tried, and what is wrong is told with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer.rehearsal import check_templates, list_names, list_rehearsals, render_examples
from assistant.answer.templates import PROMPTS_DIR

GOOD = """{% if kort %}
Ons antwoord: {{ kort }} {{ noten }}.
{% endif %}
{% include "delen/opmerkingen.j2" %}
{% include "delen/citaten.j2" %}
"""


def check(folder: Path, text: str, name: str = "bedrag.j2") -> list[str]:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return [f"{fault.file}:{fault.line}: {fault.message}" for fault in check_templates(folder)]


def test_the_templates_that_ship_are_good() -> None:
    assert check_templates(None) == []


def test_every_template_that_ships_is_tried() -> None:
    tried = {f"{rehearsal.name}.j2" for rehearsal in list_rehearsals()}
    assert {path.name for path in PROMPTS_DIR.glob("*.j2")} <= tried <= list_names()
    assert {f"{name}.j2" for name, _ in render_examples(None)} == tried


def test_a_good_template_of_ones_own_is_good(tmp_path: Path) -> None:
    assert check(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GOOD.replace("{% endif %}", ""), ":5: ‘{% if %}’ wordt niet afgesloten met ‘{% endif %}’."),
        (GOOD.replace("{{ kort }}", "{{ kort"), "wordt niet goed afgesloten."),
        (GOOD.replace("{{ kort }}", "{{ kort | hoofd }}"), ":2: ‘| hoofd’ bestaat niet; wel: citaat, datum,"),
        (GOOD.replace("{% if", "{% als"), ":1: ‘{% als %}’ bestaat niet."),
        (GOOD.replace("{{ kort }}", "{{ korrt }}"), ":2: ‘korrt’ is geen gegeven; bedoelt u ‘kort’?"),
        (GOOD + "{# vergeten", "‘{#’ wordt niet afgesloten"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    (fault,) = check(tmp_path, text)
    assert fault.startswith("bedrag.j2:")
    assert told in fault


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            GOOD.replace("{{ kort }}", "{{ kort + 1 }}"),
            "bedrag.j2:2: Dit kan niet worden ingevuld (TypeError",
        ),
        (
            GOOD.replace("{{ kort }}", "{{ kort.__class__.__mro__ }}"),
            "bedrag.j2:2: Dit mag niet in een sjabloon",
        ),
        (GOOD.replace("{{ kort }}", "{{ woord.jou }}"), "bedrag.j2:2: ‘jou’ bestaat hier niet."),
        (GOOD.replace("delen/citaten", "delen/citaat"), "bedrag.j2:5: Het sjabloon ‘delen/citaat.j2’"),
        ('{% include "bedrag.j2" %}', "voegt zichzelf in."),
        (
            "{% for x in range(10**9) %}x{% endfor %}",
            "bedrag.j2:1: Dit kan niet worden ingevuld (OverflowError",
        ),
    ],
)
def test_what_cannot_be_filled_in_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    """Faults 35 and 36: a template reaches nothing but the values of the answer."""
    faults = check(tmp_path, text)
    assert faults
    assert all(told in fault for fault in faults)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "er komt geen tekst uit."),
        ("Het is {{ kort }}.", "een citaat ontbreekt"),
        (GOOD.replace(" {{ noten }}", ""), "eindigt niet op een nummer"),
        (GOOD.replace('{% include "delen/opmerkingen.j2" %}', ""), "wat niet gevonden is, staat er niet"),
        ("{% for zin in zinnen %}\n{{ zin.tekst | citaat }}\n{% endfor %}", "de nummers van zijn bronnen"),
        (
            "{% for zin in zinnen %}\n{{ zin.tekst | upper | citaat }} {{ zin.noten }}\n{% endfor %}",
            "letterlijk",
        ),
        (
            "{% for zin in zinnen %}\n{{ zin.tekst | citaat }} {{ zin.noten }}\n{% endfor %}",
            "er staat niet bij dat een citaat ouder is",
        ),
    ],
)
def test_a_template_that_leaves_out_proof_is_refused(tmp_path: Path, text: str, told: str) -> None:
    faults = check(tmp_path, text)
    assert any(told in fault for fault in faults), faults
    assert all(fault.startswith("bedrag.j2:0: Bij ") for fault in faults)


def test_contradictions_absent_names_and_lists_must_be_told(tmp_path: Path) -> None:
    quotes = '{% include "delen/citaten.j2" %}'
    assert any("tegenspreken" in fault for fault in check(tmp_path, quotes, "tegenspraak.j2"))
    assert any("nergens voorkomt" in fault for fault in check(tmp_path, "Nee.", "niet_gevonden.j2"))
    listed = GOOD.replace('{% include "delen/opmerkingen.j2" %}', "")
    assert any("kan ontbreken" in fault for fault in check(tmp_path, listed, "lijst.j2"))


def test_a_part_of_ones_own_is_named_where_it_is_at_fault(tmp_path: Path) -> None:
    faults = check(tmp_path, "niets", "delen/citaten.j2")
    assert faults
    assert all(fault.startswith("delen/citaten.j2:0: Bij ") for fault in faults)
    assert len(faults) <= 3


def test_files_that_are_never_used_are_told(tmp_path: Path) -> None:
    assert check(tmp_path, GOOD, "bedragen.j2") == [
        "bedragen.j2:0: Dit bestand wordt nooit gebruikt; bedoelt u ‘bedrag.j2’?"
    ]


def test_an_empty_folder_and_words_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    (fault,) = check_templates(tmp_path)
    assert "geen sjablonen" in fault.message
    assert check(tmp_path, "[u", "woorden.toml")[0].startswith(
        "woorden.toml:0: woorden.toml is niet te lezen"
    )
    assert check(tmp_path, '[u]\nuw = "Uw"\n', "woorden.toml") == []


def test_a_file_that_is_no_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / "bedrag.j2").write_bytes("é {{ kort }}".encode("cp1252"))
    assert [fault.message for fault in check_templates(tmp_path)] == [
        "Dit bestand is geen UTF-8; sla het op als UTF-8."
    ]
