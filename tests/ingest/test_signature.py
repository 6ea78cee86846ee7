"""What a text is recognised by."""

from __future__ import annotations

import random

import pytest

from assistant.ingest.signature import SIGNATURE_BYTES, Signature, compare, make_signature, read_signature

WORDS = (
    "sluis dijk polder gemaal wacht rivier haven kade brug oever peil stuw boezem vaart duiker kanaal".split()
)


def _tell(count: int) -> str:
    """Give `count` sentences that differ from each other."""
    rng = random.Random(count)
    return " ".join(f"De {' '.join(rng.choices(WORDS, k=5))} al {n} jaar." for n in range(count))


def _read(text: str) -> Signature:
    signature = read_signature(make_signature(text))
    assert signature is not None
    return signature


def test_a_signature_is_the_same_bytes_on_every_run():
    assert len(make_signature(_tell(30))) == SIGNATURE_BYTES == 480
    assert (
        make_signature("De sluis in Molendam wacht op 12 boten.").hex()[:32]
        == "aa563d0e96702a05050b0c38c7c6ad17"
    )


def test_a_text_without_words_has_none():
    assert make_signature(" – … ") == b""
    assert read_signature(b"") is None
    assert read_signature(b"x" * 12) is None


def test_blanks_breaks_case_and_bullets_make_no_difference():
    one = _read("De Sluis in Molendam\n\n• wacht op 12 boten; dat kost 3,5 miljoen euro.")
    other = _read("DE SLUIS in Molen dam wacht op 12 boten, dat kost 3,5 miljoen euro")
    assert one.whole == other.whole


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Het kost 10,7 miljoen.", "Het kost 107 miljoen."),
        ("Het kost 5% meer.", "Het kost 5 meer."),
        ("Het wordt 1 2 januari.", "Het wordt 12 januari."),
        ("Het wordt wel gedaan.", "Het wordt niet gedaan."),
    ],
)
def test_another_word_or_number_makes_another_text(one, other):
    assert _read(one).whole != _read(other).whole


def test_names_and_numbers_are_compared_apart_from_their_order_and_the_rest():
    text = "De brief van Anna Maas gaat over 240 woningen en 5 scholen."
    assert _read(text).telling == _read("17 De 240 woningen, 5 scholen in de brief van Maas: Anna.").telling
    for other in ("Anna Mees", "Piet Maas"):
        assert _read(text).telling != _read(text.replace("Anna Maas", other)).telling
    assert _read(text).telling != _read(text.replace("240", "250")).telling
    assert _read(text).telling != _read(text.replace("5 scholen", "6 scholen")).telling


def test_the_share_of_equal_runs_is_estimated():
    text = _tell(200)
    half = len(text) // 2
    assert compare(_read(text), _read(text)) == 1.0
    assert compare(_read(text), _read(text[:half])) == pytest.approx(0.5, abs=0.12)
    assert (
        compare(_read(text), _read("Een heel ander verhaal over scholen, boeken en lessen in de zomer."))
        < 0.05
    )
