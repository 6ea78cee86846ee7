"""E-mail: headers, text, earlier mail and attachments (rows 21, 22, 25 and 28 of the fault list)."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import pytest

from assistant.config import Settings
from assistant.errors import BrokenDocument, LockedDocument, UnsupportedFormat
from assistant.ingest.archive import Member
from assistant.ingest.load import read_parts
from assistant.ingest.mail import open_mail
from assistant.types import Document, Failure

HEAD = "From: Anna de Wit <anna@voorbeeld.nl>\nTo: raad@voorbeeld.nl\nSubject: Re: Planning kade\nDate: Tue, 4 Jun 2024 14:05:00 +0200\n"


def make(text: str = "De kade is in mei klaar.\n") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Anna de Wit <anna@voorbeeld.nl>"
    message["To"] = '"Raad, de" <raad@voorbeeld.nl>, Bert <bert@voorbeeld.nl>'
    message["Subject"] = "RE: FW: Planning kade – één"
    message["Date"] = "Tue, 4 Jun 2024 14:05:00 +0200"
    message.set_content(text)
    return message


def test_a_message_begins_with_subject_people_and_date(load, blocks):
    document = load(bytes(make()), "bericht.eml")
    assert blocks(document) == [
        ("heading", "Planning kade – één"),
        ("paragraph", "Van: Anna de Wit <anna@voorbeeld.nl>"),
        ("paragraph", "Aan: Raad, de <raad@voorbeeld.nl>; Bert <bert@voorbeeld.nl>"),
        ("paragraph", "Datum: 4 juni 2024, 14.05 uur"),
        ("paragraph", "De kade is in mei klaar."),
    ]
    assert (document.title, document.date, document.date_source) == (
        "Planning kade – één",
        "2024-06-04",
        "mail",
    )


def test_earlier_mail_counts_as_quotation(load, blocks):
    text = """Akkoord met het voorstel van de werkgroep.

Op ma 3 jun 2024 om 09:12 schreef Bert <bert@voorbeeld.nl>:
> Zullen we de kade in mei afbouwen?
> Dat scheelt een winter.

Met vriendelijke groet, Anna

-----Oorspronkelijk bericht-----
Van: Carla Smit
Verzonden: vrijdag 31 mei 2024 10:00
Onderwerp: kade

De aannemer vraagt om een besluit.
"""
    kinds = {words: kind for kind, words in blocks(load(HEAD + "\n" + text, "a.eml"))}
    assert kinds["Akkoord met het voorstel van de werkgroep."] == "paragraph"
    assert kinds["Zullen we de kade in mei afbouwen?"] == "quote"
    assert kinds["Dat scheelt een winter."] == "quote"
    assert kinds["Met vriendelijke groet, Anna"] == "paragraph"
    assert kinds["De aannemer vraagt om een besluit."] == "quote"
    assert all(kind == "quote" for words, kind in kinds.items() if "Verzonden: vrijdag" in words)


def test_behind_who_wrote_all_is_earlier_mail_when_nothing_is_marked(load, blocks):
    text = "Prima, dan doen we dat.\n\nOp 3 juni 2024 schreef Bert:\n\nZullen we de kade in mei afbouwen?\n"
    assert [kind for kind, _ in blocks(load(HEAD + "\n" + text, "a.eml"))][-3:] == [
        "paragraph",
        "quote",
        "quote",
    ]


def test_text_under_a_quotation_is_the_writers_own(load, blocks):
    text = "> Kan het in mei?\n\nJa, dat kan in mei.\n\n> En in april?\n\nNee, dat kan niet.\n"
    assert blocks(load(HEAD + "\n" + text, "a.eml"))[-4:] == [
        ("quote", "Kan het in mei?"),
        ("paragraph", "Ja, dat kan in mei."),
        ("quote", "En in april?"),
        ("paragraph", "Nee, dat kan niet."),
    ]


def test_lines_cut_for_sending_are_joined(load, blocks):
    head = HEAD + "Content-Type: text/plain; charset=utf-8; format=flowed\n\n"
    text = "De kade die langs het kanaal ligt \nwordt hoger.\n"
    assert blocks(load(head + text, "a.eml"))[-1] == (
        "paragraph",
        "De kade die langs het kanaal ligt wordt hoger.",
    )


def test_the_plain_text_goes_before_the_page_unless_it_says_nothing(load):
    page = "<p>De <b>kade</b> is klaar. <blockquote>Eerder bericht.</blockquote></p>"
    both = make("De kade is klaar.\n")
    both.add_alternative(page, subtype="html")
    assert load(bytes(both), "a.eml").text.endswith("uur\n\nDe kade is klaar.")
    empty = make("Zie HTML.\n")
    empty.add_alternative(
        "<p>" + "De kade is klaar en de sluis gaat morgen open. " * 5 + "</p>", subtype="html"
    )
    assert "sluis gaat morgen open" in load(bytes(empty), "b.eml").text


def test_a_page_alone_is_read_with_its_quotations(load, blocks):
    message = make()
    message.set_content(
        "<p>De kade is klaar.</p><blockquote>Wanneer is de kade klaar?</blockquote>", subtype="html"
    )
    assert blocks(load(bytes(message), "a.eml"))[-2:] == [
        ("paragraph", "De kade is klaar."),
        ("quote", "Wanneer is de kade klaar?"),
    ]


@pytest.mark.parametrize(
    "debris",
    [
        "Verzonden vanaf mijn iPhone",
        "Dit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde. Bent u dat niet, verwijder het dan.",
        "Denk aan het milieu voordat u dit bericht afdrukt.",
    ],
)
def test_what_a_mail_program_adds_is_left_out(load, debris):
    assert debris not in load(HEAD + f"\nDe kade is klaar.\n\n{debris}\n", "a.eml").text


def test_attachments_are_members_and_pictures_in_the_text_are_not():
    message = make()
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="../map/nota.pdf")
    message.add_attachment(b"a;b", maintype="text", subtype="csv", filename="nota.pdf")
    message.add_attachment(b"%PDF-1.5", maintype="application", subtype="pdf")
    message.add_attachment(
        b"\x89PNG", maintype="image", subtype="png", disposition="inline", cid="<x>", filename="logo.png"
    )
    message.add_attachment(make("Binnenste bericht.\n"))
    assert [
        (part.name, part.raw[:8]) for part in open_mail(bytes(message), "a.eml") if isinstance(part, Member)
    ] == [
        ("nota.pdf", b"%PDF-1.4"),
        ("nota (2).pdf", b"a;b"),
        ("bijlage-3.pdf", b"%PDF-1.5"),
        ("bericht-4.eml", b"From: An"),
    ]


def test_a_message_and_what_is_attached_are_documents(tmp_path):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("map/diep.txt", "De tekst diep in het archief.")
    message = make()
    message.add_attachment("De tekst van de bijlage.", filename="bijlage.txt")
    message.add_attachment(stream.getvalue(), maintype="application", subtype="zip", filename="stukken.zip")
    message.add_attachment(b"?", maintype="application", subtype="octet-stream", filename="film.mp4")
    (tmp_path / "post.eml").write_bytes(bytes(message))
    found = list(read_parts(tmp_path / "post.eml", tmp_path, Settings(), lambda path, size: True))
    documents = {part.path: part for part in found if isinstance(part, Document)}
    assert list(documents) == ["post.eml", "post.eml/bijlage.txt", "post.eml/stukken.zip/map/diep.txt"]
    assert documents["post.eml/stukken.zip/map/diep.txt"].text == "De tekst diep in het archief."
    assert documents["post.eml/bijlage.txt"].container == "post.eml"
    assert [part.path for part in found if isinstance(part, Failure)] == ["post.eml/film.mp4"]


@pytest.mark.parametrize(
    "head",
    [
        "Subject: =?utf-8?B?ongeldig?=\nFrom: <<a@b\nDate: gisteren\n",
        "Subject: =?onbekend-1?Q?kade?=\nTo: a@b,,;,\n",
        'From: "\\" <a\nSubject: x\nContent-Type: text/plain; charset="bestaat-niet"\n',
        "Subject: kade\nContent-Type: multipart/mixed\n",
        "Subject: kade\nContent-Type: multipart/mixed; boundary=x\n",
        "Subject: kade\nContent-Transfer-Encoding: base64\n",
    ],
)
def test_a_message_against_the_rules_gives_what_can_be_read(load, head):
    document = load((head + "\nDe kade is klaar en blijft dat ook.\n").encode(), "a.eml")
    assert document.text


def test_every_byte_that_is_cut_off_leaves_a_message_or_a_reason(load):
    message = make()
    message.add_alternative("<p>De kade is klaar.</p>", subtype="html")
    message.add_attachment(b"%PDF-1.4" * 20, maintype="application", subtype="pdf", filename="nota.pdf")
    raw = bytes(message)
    for size in range(40, len(raw), 37):
        list(open_mail(raw[:size], "a.eml"))


def test_a_file_that_is_no_message_is_reported(load):
    with pytest.raises(BrokenDocument, match="volgens de naam een e-mail"):
        load("Gewone tekst zonder kop.\n", "a.eml")
    with pytest.raises(BrokenDocument, match="maar het is PDF"):
        load(b"%PDF-1.4", "a.eml")


def test_a_message_nested_too_deep_is_refused(load):
    text = HEAD
    for number in range(200):
        text += f"Content-Type: multipart/mixed; boundary=b{number}\n\n--b{number}\n"
    with pytest.raises(BrokenDocument, match="dieper genest"):
        load(text + "\nx\n", "diep.eml")


def test_a_sealed_message_asks_for_one_that_is_open(load):
    head = (
        HEAD
        + "Content-Type: application/pkcs7-mime; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nAAAA\n"
    )
    with pytest.raises(LockedDocument, match="versleuteld"):
        load(head, "a.eml")


@pytest.mark.parametrize(
    ("name", "words"),
    [("a.msg", "EML"), ("b.doc", "DOCX of ODT"), ("c.xls", "XLSX of ODS"), ("d.rar", "ZIP")],
)
def test_for_kinds_that_are_not_read_the_way_out_is_told(load, name, words):
    with pytest.raises(UnsupportedFormat, match=words):
        load(b"\xd0\xcf\x11\xe0", name)
