"""Rest for the collector of reference cycles."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from assistant.errors import UsageError
from assistant.extract import find_extracts
from assistant.extract.collector import rest_collector


def test_the_collector_is_off_while_it_rests_and_on_again_afterwards() -> None:
    assert gc.isenabled()
    with rest_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_finding_facts_leaves_the_collector_on_also_when_it_fails(tmp_path: Path) -> None:
    find_extracts("Op 3 mei 2020.")
    assert gc.isenabled()
    with pytest.raises(UsageError):
        find_extracts("Op 3 mei 2020.", themes=tmp_path / "niets.tsv")
    assert gc.isenabled()


def test_a_collector_that_is_off_stays_off() -> None:
    gc.disable()
    try:
        find_extracts("Op 3 mei 2020.")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_finding_facts_makes_no_cycles() -> None:
    text = "Op 3 mei 2020 gaf Utrecht € 2 mln aan TNO. Gedeputeerde Anna Smit opent in juni 30 woningen."
    find_extracts(text, document_date="2020-06-15")
    while gc.collect():  # what other tests left may take more than one round
        pass
    gc.disable()
    try:
        find_extracts(text, document_date="2020-06-15")
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_what_was_frozen_stays_frozen() -> None:
    gc.freeze()
    try:
        with rest_collector():
            made = [[number] for number in range(20_000)]
        assert gc.get_freeze_count()
        assert len(made) == 20_000
    finally:
        gc.unfreeze()


def test_what_was_made_of_a_long_text_joins_what_is_old() -> None:
    assert not gc.get_freeze_count()
    with rest_collector():
        made = [[number] for number in range(20_000)]
    assert any(kept is made for kept in gc.get_objects(generation=2))


def test_what_is_frozen_is_not_counted_for_a_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python walks over all of it to count."""
    find_extracts("Hoeveel woningen komen er in Utrecht?")  # word lists are read once
    monkeypatch.setattr(gc, "get_freeze_count", pytest.fail)
    find_extracts("Hoeveel woningen komen er in Utrecht?")
