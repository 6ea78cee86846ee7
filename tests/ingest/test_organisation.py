"""Who a document is from."""

from __future__ import annotations

import pytest

from assistant.ingest.organisation import find_organisation
from assistant.ingest.reading import Draft
from assistant.types import BlockKind

TEXT = "De dijk langs het kanaal wordt dit jaar hersteld, en de gemeente Molendam betaalt daaraan mee."


def _find(*texts: str, title: str = "Dijken", **stated: str) -> str | None:
    return find_organisation(title, [Draft(BlockKind.PARAGRAPH, text) for text in texts], **stated)


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (("Provincie Noord-Brabant", "Aanpak", TEXT), "Provincie Noord-Brabant"),
        (("GEMEENTE MOLENDAM AAN DEN IJSSEL", TEXT), "Gemeente Molendam aan den Ijssel"),
        (("Gemeente Molendam Vastgesteld door de raad op 2 mei 2024", TEXT), "Gemeente Molendam"),
        (("Provincie Antwerpen en gemeente Molendam", TEXT), "Provincie Antwerpen"),
        (("Ministerie van Economische Zaken en Klimaat", TEXT), "Ministerie van Economische Zaken en Klimaat"),
        (("Tweede Kamer der Staten-Generaal 2", TEXT), "Tweede Kamer der Staten-Generaal"),
        (("Stichting Water Molendam", TEXT), "Stichting Water Molendam"),
        (("Maas & Partners", TEXT), "Maas & Partners"),
        ((TEXT, "Deze krant is een uitgave van de Stichting Water Molendam, Kade 1."), "Stichting Water Molendam"),
        (("De minister van Financiën heeft het volgende besloten.", TEXT), "Ministerie van Financiën"),
        ((TEXT, "De staatssecretaris van verkeer en waterstaat, namens deze, J. Maas"), "Ministerie van Verkeer en Waterstaat"),
        (("De Vlaamse Regering keurt de nota goed.",), "Vlaamse Regering"),
        ((TEXT, "Het college van burgemeester en wethouders van Molendam,"), "Gemeente Molendam"),
        ((TEXT, "Gedeputeerde Staten van Noord-Brabant,"), "Provincie Noord-Brabant"),
        (("Het bestuur van de Ontwikkelingsmaatschappij Molenland, gelet op de wet,",), "Ontwikkelingsmaatschappij Molenland"),
        ((TEXT, "Colofon", "Waterschap De Molen", "Kade 1"), "Waterschap De Molen"),
        ((TEXT,), None),
        (("Aan de gemeente Molendam", TEXT), None),
        (("De gemeente Molendam en het Rijk werken samen.", TEXT), None),
        (("Aanwezig:", "Gemeente Molendam", TEXT * 9), None),
    ],
)  # fmt: skip
def test_an_organisation_is_named_where_authors_are_named(texts, name):
    assert _find(*texts) == name


def test_a_writer_counts_when_the_text_speaks_of_it():
    said = ("Havenbedrijf Molendam groeit dit jaar.", "Dat zegt Havenbedrijf Molendam.")
    assert _find("Geschreven door Havenbedrijf Molendam", *said) == "Havenbedrijf Molendam"
    assert _find("Geschreven door Anna Maas", TEXT) is None


def test_a_site_is_an_organisation_and_an_author_only_by_its_form():
    assert _find(TEXT, site="Waternet Molendam") == "Waternet Molendam"
    assert _find(TEXT, site="Nieuws") is None
    assert _find(TEXT, author="Maas & Partners") == "Maas & Partners"
    assert _find(TEXT, author="Gemeente Molendam <info@molendam.example>") == "Gemeente Molendam"
    assert _find(TEXT, author="Anna Maas") is None
