"""Copies, versions, and what only looks like them."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest

from assistant.ingest.kinship import Kin, find_kin, mark_kin
from assistant.ingest.signature import make_signature
from assistant.types import DocumentKind, DocumentRecord

NOUNS = (
    "sluis dijk polder gemaal rivier haven kade brug oever stuw boezem vaart kanaal terp wierde kreek".split()
)
VERBS = "wacht groeit daalt stijgt verdwijnt verandert blijft begint eindigt beweegt".split()
TITLE = "Waterplan Molendam"


def _tell(sentences: int, seed: int = 1) -> list[str]:
    """Give sentences that differ from each other, the same for the same seed."""
    rng = random.Random(seed)
    return [
        f"De {rng.choice(NOUNS)} bij {rng.choice(NOUNS).title()}dorp {rng.choice(VERBS)} sinds de {rng.choice(NOUNS)} van "
        f"{rng.randrange(3, 900)} meter {rng.choice(VERBS)} naast het {rng.choice(NOUNS)}."
        for _ in range(sentences)
    ]


def _record(path: str, text: str | list[str], **fields: object) -> DocumentRecord:
    words = text if isinstance(text, str) else " ".join(text)
    given: dict[str, object] = {"title": TITLE, "kind": DocumentKind.POLICY, **fields}
    return DocumentRecord(
        id=path,
        path=path,
        sha256=path,
        chars=len(words),
        passages=1,
        signature=make_signature(words),
        **given,
    )  # type: ignore[arg-type]


def _find(*records: DocumentRecord) -> Kin:
    kin = find_kin(records)
    assert find_kin(reversed(records)) == kin
    return kin


def test_the_same_text_in_another_file_is_a_copy_and_the_one_with_pages_stays():
    text = _tell(40)
    broken = "\n\n".join(text).replace("meter", "me ter").upper()
    kin = _find(
        _record("a.txt", broken), _record("b.pdf", text, pages=3), _record("c.html", text, title="Anders")
    )
    assert kin == Kin({"a.txt": "b.pdf", "c.html": "b.pdf"}, {}, {})


def test_a_file_of_its_own_stays_before_a_member_of_an_archive():
    text = _tell(40)
    kin = _find(_record("a.zip/plan.pdf", text, pages=2, container="a.zip"), _record("los.md", text))
    assert kin.copies == {"a.zip/plan.pdf": "los.md"}


def test_a_text_that_came_out_of_another_format_a_little_differently_is_a_copy():
    text = _tell(120)
    read = [
        sentence.replace("naast het", "naasthet") if n % 40 == 0 else sentence
        for n, sentence in enumerate(text)
    ]
    kin = _find(_record("plan.docx", text), _record("plan.pdf", ["1. 2.", *read], pages=9))
    assert kin.copies == {"plan.docx": "plan.pdf"}


@pytest.mark.parametrize(
    ("before", "after"), [("meter", "kilometer"), ("Kreekdorp", "Beekdorp")], ids=["a word", "a name"]
)
def test_a_text_that_was_edited_is_no_copy(before, after):
    text = _tell(120)
    place = next(n for n, sentence in enumerate(text) if before in sentence)
    edited = [*text[:place], text[place].replace(before, after), *text[place + 1 :]]
    one, other = _record("plan.md", text), _record("plan2.md", edited)
    kin = _find(one, other)
    assert (kin.copies, kin.versions) == ({}, {})
    assert kin.notices["plan.md"] == ("bijna dezelfde tekst als plan2.md",)


def test_an_edited_number_in_another_format_is_no_copy():
    text = _tell(120)
    edited = [text[0].replace(text[0].split(" meter")[0].split()[-1], "951"), *text[1:]]
    assert _find(_record("plan.docx", text), _record("plan.pdf", edited, pages=4)).copies == {}


def test_the_same_words_on_another_date_are_another_document():
    text = _tell(40)
    one = _record("besluit-1.html", text, date="2024-03-01", date_source="tekst", kind=DocumentKind.DECISION)
    other = _record(
        "besluit-2.html", text, date="2024-05-01", date_source="bestandsnaam", kind=DocumentKind.DECISION
    )
    assert _find(one, other).copies == {}
    assert _find(one, replace(other, date_source="metadata")).copies == {"besluit-2.html": "besluit-1.html"}
    assert _find(one, replace(other, date="2024-03")).copies == {"besluit-2.html": "besluit-1.html"}


def test_a_few_equal_words_are_no_copy():
    assert _find(_record("a.eml", "Zie de bijlage."), _record("b.eml", "Zie de bijlage.")) == Kin({}, {}, {})


def test_a_later_version_of_a_report_is_the_newest_and_both_say_so():
    text = _tell(200)
    old = _record("plan-mei.pdf", text, date="2024-05-02")
    new = _record("plan-juli.pdf", text[:150] + _tell(60, seed=2), date="2024-07-09")
    kin = _find(old, new)
    assert (kin.copies, kin.versions) == ({}, {"plan-mei.pdf": "plan-juli.pdf"})
    assert kin.notices == {
        "plan-mei.pdf": ("oudere versie; de nieuwste is plan-juli.pdf",),
        "plan-juli.pdf": ("nieuwste versie; ouder is plan-mei.pdf",),
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"path": "plan-concept.docx"}, {"path": "plan.docx"}),
        ({"path": "plan_v1.pdf"}, {"path": "plan_v2.pdf"}),
        ({"path": "plan v1.9.pdf"}, {"path": "plan v1.10.pdf"}),
        ({"path": "plan.pdf"}, {"path": "plan_def.pdf"}),
        ({"path": "a.pdf", "title": f"Concept {TITLE}"}, {"path": "b.pdf", "title": f"{TITLE} (definitief)"}),
        ({"path": "a.pdf", "subtitle": "Versie 2.0"}, {"path": "b.pdf", "subtitle": "Versie 3.0"}),
    ],
)
def test_a_mark_tells_the_newer_version(old, new):
    text = _tell(60)
    kin = _find(_record(text=text, **old), _record(text=text[:50] + _tell(10, seed=3), **new))
    assert kin.versions == {old["path"]: new["path"]}


def test_of_three_versions_the_first_leads_to_the_last():
    text = _tell(300)
    kin = _find(
        _record("plan_v1.md", text[:200]),
        _record("plan_v2.md", text[40:250]),
        _record("plan_v3.md", text[100:300]),
    )
    assert kin.versions == {"plan_v1.md": "plan_v3.md", "plan_v2.md": "plan_v3.md"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"period": "2020/2020", "date": "2021-02"}, {"period": "2021/2021", "date": "2021-10"}),
        ({"title": "Jaarverslag 2020", "date": "2021-02"}, {"title": "Jaarverslag 2021", "date": "2021-10"}),
        (
            {"subtitle": "Eerste halfjaar", "date": "2021-02"},
            {"subtitle": "Tweede halfjaar", "date": "2021-08"},
        ),
        ({"date": "2021-02"}, {"date": "2022-02"}),
    ],
)
def test_reports_of_two_periods_are_no_versions(one, other):
    text = _tell(200)
    fields = {"kind": DocumentKind.PROGRESS_REPORT}
    kin = _find(
        _record("een.pdf", text, **fields, **one),
        _record("twee.pdf", text[:180] + _tell(20, 5), **fields, **other),
    )
    assert (kin.copies, kin.versions) == ({}, {})


@pytest.mark.parametrize("kind", [DocumentKind.LETTER, DocumentKind.MINUTES, DocumentKind.DECISION])
def test_a_template_that_was_filled_in_differently_gives_other_documents(kind):
    form = " ".join(_tell(60))
    letters = [
        _record(f"brief-{name}.docx", f"Geachte {name}, u vroeg {sum_} euro. {form}", date=date, kind=kind)
        for name, sum_, date in (
            ("Jansen", 1200, "2024-03-01"),
            ("Smit", 900, "2024-03-08"),
            ("Bos", 70, "2024-03-01"),
        )
    ]
    kin = _find(*letters)
    assert (kin.copies, kin.versions) == ({}, {})


def test_draft_minutes_are_an_older_version_of_the_minutes_of_that_day_only():
    text = _tell(60)
    fields = {"title": "Verslag stuurgroep Molendam", "kind": DocumentKind.MINUTES}
    draft = _record("concept-verslag.docx", text, date="2024-03-01", **fields)
    final = _record("verslag.docx", text[:55] + _tell(5, 9), date="2024-03-01", **fields)
    assert _find(draft, final).versions == {"concept-verslag.docx": "verslag.docx"}
    assert _find(draft, replace(final, date="2024-04-05")).versions == {}


def test_what_was_noted_before_goes_when_the_other_is_gone():
    old = _record("plan_v1.md", _tell(60))
    new = _record("plan_v2.md", _tell(60))
    new = replace(new, signature=make_signature(" ".join([*_tell(60), "De haven is af."])))
    marked = mark_kin(replace(old, notices=("pagina 3 heeft geen tekst",)), _find(old, new))
    assert marked.version_of == "plan_v2.md"
    assert marked.notices == ("pagina 3 heeft geen tekst", "oudere versie; de nieuwste is plan_v2.md")
    alone = mark_kin(marked, _find(marked))
    assert (alone.version_of, alone.notices) == (None, ("pagina 3 heeft geen tekst",))


def test_documents_without_a_signature_are_left_alone():
    bare = DocumentRecord("a", "a.md", "a", TITLE, 0, 0)
    assert _find(bare, replace(bare, id="b", path="b.md")) == Kin({}, {}, {})


def test_thousands_of_letters_from_one_template_cost_no_quadratic_time():
    form = " ".join(_tell(40))
    signatures = [make_signature(f"Geachte {n}, {form}") for n in range(40)]
    records = [
        DocumentRecord(f"{n:05}", f"{n:05}.md", "x", f"Brief {n}", 1, 1, signature=signatures[n % 40])
        for n in range(4_000)
    ]
    began = time.process_time()
    kin = find_kin(records)
    assert time.process_time() - began < 10
    assert len(kin.copies) == 4_000 - 40
