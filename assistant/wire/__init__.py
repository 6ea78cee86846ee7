"""The wire: what users and programs see, in Dutch.

Pydantic models with the names of the interface in lowerCamelCase, without nulls; collections
are objects with `items` and `totaal`. The HTTP service and `--json` of the command line give
the same models. Only here do the English values of the code meet the Dutch ones.
"""

from __future__ import annotations

from assistant.wire.answers import Antwoord, Bron, Vlak, Vlakken, Volledigheid
from assistant.wire.codes import resolve_filters
from assistant.wire.documents import DocumentDetail, Documenten, DocumentItem, PassageItem, Passages
from assistant.wire.facts import FACT_COLUMNS, OWN_FIELDS, Feit, Feiten, describe_fact
from assistant.wire.failures import Mislukking
from assistant.wire.jobs import Taak, Taakfout, Taakstatus, Taakverzoek, Taken
from assistant.wire.narrowing import narrow
from assistant.wire.problems import Probleem, Veldfout, list_faults
from assistant.wire.requests import (
    FORM_WORDS,
    MAX_RESULTS,
    Feitenverzoek,
    Feitenvragen,
    Filterverzoek,
    Passagevragen,
    Tekstregel,
    Vorm,
    Vraagregel,
    Vraagverzoek,
    check_date,
)
from assistant.wire.shapes import Request, Shape
from assistant.wire.state import Gezondheid, Inleesverslag, Status, Toegevoegd
from assistant.wire.surroundings import Surroundings
from assistant.wire.tables import neutralise, write_table
from assistant.wire.vocabularies import RegioItem, Regios, ThemaItem, Themas
from assistant.wire.words import KIND_WORDS, WORD_KINDS, Soort, find_kinds

__all__ = [
    "FACT_COLUMNS",
    "KIND_WORDS",
    "MAX_RESULTS",
    "OWN_FIELDS",
    "WORD_KINDS",
    "Antwoord",
    "Bron",
    "DocumentDetail",
    "DocumentItem",
    "Documenten",
    "Feit",
    "Feiten",
    "Feitenverzoek",
    "Feitenvragen",
    "FORM_WORDS",
    "Filterverzoek",
    "Gezondheid",
    "Inleesverslag",
    "Mislukking",
    "PassageItem",
    "Passages",
    "Passagevragen",
    "Probleem",
    "RegioItem",
    "Regios",
    "Request",
    "Shape",
    "Soort",
    "Status",
    "Surroundings",
    "Taak",
    "Taakfout",
    "Taakstatus",
    "Taakverzoek",
    "Taken",
    "Tekstregel",
    "ThemaItem",
    "Themas",
    "Toegevoegd",
    "Veldfout",
    "Vlak",
    "Vlakken",
    "Volledigheid",
    "Vraagregel",
    "Vorm",
    "Vraagverzoek",
    "check_date",
    "describe_fact",
    "find_kinds",
    "list_faults",
    "neutralise",
    "narrow",
    "resolve_filters",
    "write_table",
]
