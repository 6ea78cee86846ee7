"""JSON in a column keeps what it was given."""

from __future__ import annotations

import json

from assistant.index.columns import pack_column


def test_a_value_is_kept_without_blanks_and_with_its_own_letters() -> None:
    value = {"soort": ["coördinatie", 3, None]}
    assert pack_column(value) == '{"soort":["coördinatie",3,null]}'
    assert json.loads(pack_column(value)) == value
