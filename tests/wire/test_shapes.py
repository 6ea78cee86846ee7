from __future__ import annotations

import json

from assistant.types import (
    ActionValue,
    AmountValue,
    Answer,
    Block,
    BlockKind,
    Citation,
    Completeness,
    DateValue,
    Document,
    DocumentRecord,
    EventValue,
    Extract,
    ExtractKind,
    Failure,
    Hit,
    IngestReport,
    Limit,
    OrganisationValue,
    Passage,
    PersonValue,
    RegionValue,
    SectionKind,
    Span,
    Status,
    ThemeValue,
)
from assistant.wire import (
    KIND_WORDS,
    Antwoord,
    DocumentDetail,
    Documenten,
    Feit,
    Inleesverslag,
    Passages,
    Volledigheid,
    find_kinds,
)
from assistant.wire import Status as WireStatus

TEXT = "Steun\nIn 2020 ging € 10,7 miljoen naar Beieren."
DOCUMENT = Document(
    id="ab" * 8,
    path="map/rapport.pdf",
    sha256="ab" * 32,
    title="Rapport",
    text=TEXT,
    blocks=(
        Block(BlockKind.HEADING, Span(0, 5), 1),
        Block(BlockKind.PARAGRAPH, Span(6, len(TEXT))),
    ),
    date="2020-06",
    language="nl",
    origin="nl",
    page_starts=(0, 6),
)
RECORD = DocumentRecord(
    DOCUMENT.id,
    DOCUMENT.path,
    DOCUMENT.sha256,
    DOCUMENT.title,
    len(TEXT),
    1,
    2,
    "2020-06",
    "tekst",
    "nl",
    "nl",
)
QUOTE = Citation(
    1,
    DOCUMENT.id,
    DOCUMENT.path,
    DOCUMENT.sha256,
    "Rapport",
    Span(6, len(TEXT)),
    TEXT[6:],
    0.83456,
    "2020-06",
    2,
    ("Steun",),
)


def fact(kind: ExtractKind, words: str, value: object) -> Extract:
    start = TEXT.index(words)
    return Extract(kind, Span(start, start + len(words)), words, value)  # type: ignore[arg-type]


def test_an_answer_has_exactly_the_fields_of_the_wire() -> None:
    answer = Answer(
        id="1",
        question="Hoeveel?",
        kind="bedrag",
        answered=True,
        text="In 2020 ging € 10,7 miljoen naar Beieren. [1]",
        completeness=Completeness(214, 212, 2, "g7", "2022-06-28"),
        short="€ 10,7 miljoen",
        citations=(QUOTE,),
        extracts=(
            (DOCUMENT.id, fact(ExtractKind.DATE, "2020", DateValue("2020", "2020-01-01", "2020-12-31"))),
        ),
    )
    assert json.loads(Antwoord.from_answer(answer, {DOCUMENT.id: DOCUMENT}.__getitem__).to_json()) == {
        "id": "1",
        "vraag": "Hoeveel?",
        "soort": "bedrag",
        "beantwoord": True,
        "kort": "€ 10,7 miljoen",
        "tekst": "In 2020 ging € 10,7 miljoen naar Beieren. [1]",
        "bronnen": [
            {
                "nummer": 1,
                "document": "ab" * 8,
                "bestand": "map/rapport.pdf",
                "titel": "Rapport",
                "documentDatum": "2020-06",
                "sha256": "ab" * 32,
                "pagina": 2,
                "kop": "Steun",
                "start": 6,
                "eind": len(TEXT),
                "citaat": TEXT[6:],
                "score": 0.8346,
            }
        ],
        "feiten": [
            {
                "soort": "datum",
                "tekst": "2020",
                "document": "ab" * 8,
                "bestand": "map/rapport.pdf",
                "titel": "Rapport",
                "documentDatum": "2020-06",
                "pagina": 2,
                "start": 9,
                "eind": 13,
                "sha256": "ab" * 32,
                "zin": TEXT[6:],
                "kop": "Steun",
                "edtf": "2020",
                "vroegst": "2020-01-01",
                "laatst": "2020-12-31",
            }
        ],
        "volledigheid": {
            "documenten": 214,
            "doorzocht": 212,
            "mislukt": 2,
            "index": "g7",
            "nieuwste": "2022-06-28",
        },
    }


def test_the_parts_that_an_answer_is_limited_to_are_told() -> None:
    limits = (
        Limit("ab" * 8, "map/rapport.pdf", "Rapport", SectionKind.HEADING, "3. Steun"),
        Limit("ab" * 8, "map/rapport.pdf", "Rapport", SectionKind.PAGE, "pagina 2"),
    )
    wire = Volledigheid.from_completeness(Completeness(1, 1, 0, "g", limits=limits, unknown="een tabel 4"))
    found = json.loads(wire.to_json())
    assert found["onherkend"] == "een tabel 4"
    assert found["beperkt"]["totaal"] == 2
    shared = {"document": "ab" * 8, "bestand": "map/rapport.pdf", "titel": "Rapport"}
    assert found["beperkt"]["items"] == [
        {**shared, "soort": "kop", "naam": "3. Steun"},
        {**shared, "soort": "pagina", "naam": "pagina 2"},
    ]


def test_nearby_passages_are_there_only_when_there_is_no_answer() -> None:
    declined = Answer(
        "1", "Wie?", "wie", False, "Dat staat er niet in.", Completeness(1, 1, 0, "g"), nearby=(QUOTE,)
    )
    shape = Antwoord.from_answer(declined, {}.__getitem__).to_wire()
    assert [source["citaat"] for source in shape["nabij"]] == [TEXT[6:]]
    assert "kort" not in shape
    assert shape["bronnen"] == []


def test_a_fact_has_the_fields_of_its_kind() -> None:
    region = fact(ExtractKind.REGION, "Beieren", RegionValue("Beieren", "deelstaat", "DE", "DE-BY", "DE2"))
    assert Feit.from_extract(region).to_wire() == {
        "soort": "regio",
        "tekst": "Beieren",
        "start": 39,
        "eind": 46,
        "code": "DE-BY",
        "naam": "Beieren",
        "niveau": "deelstaat",
        "land": "DE",
        "nuts": "DE2",
    }
    open_one = RegionValue("Limburg", "provincie", "NL", "NL-LI", None, ("BE-VLI",), ("GM1903",))
    wire = Feit.from_extract(fact(ExtractKind.REGION, "Beieren", open_one)).to_wire()
    assert (wire["andereLezingen"], wire["opgegaanIn"]) == (["BE-VLI"], ["GM1903"])
    amount = fact(ExtractKind.AMOUNT, "€ 10,7 miljoen", AmountValue(10_700_000.0, "EUR", "about", 12.5))
    wire = Feit.from_extract(amount).to_wire()
    assert (wire["waarde"], wire["munt"], wire["bepaling"], wire["waardeTot"]) == (
        10_700_000,
        "EUR",
        "ongeveer",
        12.5,
    )
    assert isinstance(wire["waarde"], int)
    share = Feit.from_extract(fact(ExtractKind.SHARE, "10,7", AmountValue(10.7, "%"))).to_wire()
    assert (share["soort"], share["waarde"], share["eenheid"]) == ("aandeel", 10.7, "%")
    theme = Feit.from_extract(
        fact(ExtractKind.THEME, "Steun", ThemeValue("energie", "Energie", 0.91239, "https://x"))
    ).to_wire()
    assert (theme["code"], theme["naam"], theme["uri"], theme["score"]) == (
        "energie",
        "Energie",
        "https://x",
        0.9124,
    )


def test_a_date_that_cannot_be_resolved_keeps_its_text_only() -> None:
    wire = Feit.from_extract(fact(ExtractKind.DATE, "2020", DateValue())).to_wire()
    assert wire == {"soort": "datum", "tekst": "2020", "start": 9, "eind": 13}


def test_the_role_of_a_date_is_dutch_on_the_wire() -> None:
    roles = ("start", "end", "deadline", "publication", "event", None)
    found = [Feit.from_extract(fact(ExtractKind.DATE, "2020", DateValue(role=role))).rol for role in roles]
    assert found == ["begin", "einde", "termijn", "publicatie", "gebeurtenis", None]


def test_every_kind_has_its_own_dutch_word() -> None:
    assert [KIND_WORDS[kind] for kind in ExtractKind] == [
        *("thema", "regio", "datum", "bedrag", "aandeel"),
        *("organisatie", "persoon", "actie", "aantal", "gebeurtenis"),
    ]
    assert find_kinds(["datum", "thema"]) == (ExtractKind.THEME, ExtractKind.DATE)
    assert find_kinds([]) is None


def test_an_action_has_its_deadline_and_its_state_in_dutch() -> None:
    deadline = DateValue("2020", "2020-01-01", "2020-12-31")
    value = ActionValue("gaat naar Beieren", "planned", "de provincie", deadline, "Prio 1", "50", "30")
    wire = Feit.from_extract(fact(ExtractKind.ACTION, "Beieren", value)).to_wire()
    assert {name: wire[name] for name in wire if name not in ("tekst", "start", "eind")} == {
        "soort": "actie",
        "actor": "de provincie",
        "handeling": "gaat naar Beieren",
        "status": "voorgenomen",
        "termijn": "2020",
        "vroegst": "2020-01-01",
        "laatst": "2020-12-31",
        "onderdeel": "Prio 1",
        "doel": "50",
        "realisatie": "30",
    }


def test_an_action_without_a_deadline_has_no_fields_of_dates() -> None:
    wire = Feit.from_extract(fact(ExtractKind.ACTION, "Beieren", ActionValue("gaat", "done"))).to_wire()
    assert {*wire} == {"soort", "tekst", "start", "eind", "handeling", "status"}


def test_names_and_events_have_their_own_fields() -> None:
    person = fact(ExtractKind.PERSON, "Beieren", PersonValue("An Beieren", "directeur", "BOM"))
    body = fact(
        ExtractKind.ORGANISATION, "Beieren", OrganisationValue("Vrijstaat Beieren", "VB", "deelstaat")
    )
    event = fact(
        ExtractKind.EVENT,
        "Beieren",
        EventValue("reis", DateValue("2020", "2020-01-01", "2020-12-31"), "München", "BOM"),
    )
    shown = [Feit.from_extract(extract).to_wire() for extract in (person, body, event)]
    place = {"tekst": "Beieren", "start": TEXT.index("Beieren"), "eind": TEXT.index("Beieren") + 7}
    assert shown == [
        {"soort": "persoon", **place, "naam": "An Beieren", "functie": "directeur", "organisatie": "BOM"},
        {
            "soort": "organisatie",
            **place,
            "naam": "Vrijstaat Beieren",
            "afkorting": "VB",
            "type": "deelstaat",
        },
        {
            "soort": "gebeurtenis",
            **place,
            "gebeurtenis": "reis",
            "plaats": "München",
            "wie": "BOM",
            "edtf": "2020",
            "vroegst": "2020-01-01",
            "laatst": "2020-12-31",
        },
    ]


def test_a_change_has_the_value_before_it_and_what_is_counted() -> None:
    value = AmountValue(2900, "plaatsen", "more", None, 1500, "opvangplaatsen")
    wire = Feit.from_extract(fact(ExtractKind.COUNT, "2020", value)).to_wire()
    assert (wire["soort"], wire["waarde"], wire["waardeVan"]) == ("aantal", 2900, 1500)
    assert (wire["eenheid"], wire["waarvan"], wire["bepaling"]) == ("plaatsen", "opvangplaatsen", "meer")


def test_documents_and_passages_are_collections() -> None:
    documents = Documenten.from_records([RECORD]).to_wire()
    assert (documents["totaal"], documents["items"][0]["bestand"]) == (1, "map/rapport.pdf")
    assert documents["items"][0]["datum"] == "2020-06"
    passage = Passage("x", DOCUMENT.id, Span(6, len(TEXT)), TEXT[6:], ("Steun", "Nu"), 2)
    assert Passages.from_hits([Hit(passage, 0.5)], [RECORD]).to_wire() == {
        "items": [
            {
                "document": DOCUMENT.id,
                "bestand": "map/rapport.pdf",
                "titel": "Rapport",
                "pagina": 2,
                "kop": "Steun › Nu",
                "start": 6,
                "eind": len(TEXT),
                "tekst": TEXT[6:],
                "score": 0.5,
            }
        ],
        "totaal": 1,
    }
    assert DocumentDetail.from_document(RECORD, DOCUMENT).to_wire()["koppen"] == [
        {"niveau": 1, "tekst": "Steun", "start": 0, "eind": 5}
    ]


def test_the_state_of_the_index_names_what_failed() -> None:
    status = Status("g7", 3, 20, (Failure("a.pdf", "leeg"),), "leeswijzer-nl", 256, "1", 1000)
    assert WireStatus.from_status(status).to_wire() == {
        "index": "g7",
        "documenten": 3,
        "passages": 20,
        "mislukt": 1,
        "mislukkingen": [{"bestand": "a.pdf", "reden": "leeg"}],
        "model": "leeswijzer-nl",
        "dimensie": 256,
        "analyse": "1",
        "bytes": 1000,
    }
    report = IngestReport("g8", added=("b.txt",), copies=(("c.txt", "b.txt"),), documents=1, passages=2)
    assert Inleesverslag.from_report(report).to_wire()["dubbel"] == ["c.txt (gelijk aan b.txt)"]
