from __future__ import annotations

from assistant.wire import Probleem, Veldfout, list_faults


def test_a_problem_has_no_empty_parts() -> None:
    shape = Probleem(status=404, title="Niet gevonden", detail="Dit adres bestaat niet.")
    assert shape.to_wire() == {
        "type": "about:blank",
        "status": 404,
        "title": "Niet gevonden",
        "detail": "Dit adres bestaat niet.",
    }


def test_a_fault_names_its_field_without_the_place() -> None:
    faults = list_faults([{"type": "missing", "loc": ("query", "zoek"), "msg": "Field required"}])
    assert faults == [Veldfout(veld="zoek", detail="is verplicht")]


def test_the_position_in_broken_json_is_no_field() -> None:
    faults = list_faults([{"type": "json_invalid", "loc": ("body", 17), "msg": "x", "ctx": {"error": "y"}}])
    assert faults == [Veldfout(veld="inhoud", detail="is geen geldige JSON")]


def test_a_field_name_from_outside_is_cut_and_made_printable() -> None:
    faults = list_faults([{"type": "extra_forbidden", "loc": ("body", "\x1b[31m\n\ud800" + "x" * 500)}])
    assert faults[0].veld.startswith("�[31m�")
    assert len(faults[0].veld) == 100


def test_an_unknown_kind_of_fault_gets_a_general_word() -> None:
    assert list_faults([{"type": "zomaar", "loc": ("body", "x")}])[0].detail == "heeft geen geldige waarde"


def test_the_same_fault_is_said_once() -> None:
    error = {"type": "missing", "loc": ("body", "vraag")}
    assert len(list_faults([error, error])) == 1
