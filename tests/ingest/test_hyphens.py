"""Words cut at line ends."""

from __future__ import annotations

from collections import Counter

import pytest

from assistant.ingest.hyphens import Joiner, count_words


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("een sterke competi-", "tieve regio", "een sterke competitieve regio"),
        ("de kennis-", "en innovatieagenda", "de kennis- en innovatieagenda"),
        ("op- ", "of afschalen", "op- of afschalen"),
        ("in Noord-", "Brabant", "in Noord-Brabant"),
        ("een e-", "bike", "een e-bike"),
        ("tussen 2014-", "2020", "tussen 2014-2020"),
        ("het MIRT-", "onderzoek", "het MIRT-onderzoek"),
        ("de mkb-", "samenwerking", "de mkb-samenwerking"),
        ("de ver-", "gadering", "de vergadering"),
        ("oud-", "burgemeester De Wit", "oud-burgemeester De Wit"),
        ("een niet-", "gouvernementele partij", "een niet-gouvernementele partij"),
        ("de woning\u00ad", "bouw", "de woningbouw"),
        ("Zuid\ufffe", "Limburg", "Zuid-Limburg"),
        ("de techno-", "logie- en kennissector", "de technologie- en kennissector"),
        ("het eco- ", "systeem", "het ecosysteem"),
        ("VOORT-", "GANG", "VOORTGANG"),
        ("(inter)", "nationaal talent", "(inter)nationaal talent"),
        ("(advies)", "gesprekken", "(advies)gesprekken"),
        ("de lening (COL)", "voor starters", "de lening (COL) voor starters"),
        ("in Gent (samen)", "met de provincie", "in Gent (samen) met de provincie"),
        ("zie https://voorbeeld.nl/een-", "lang-adres", "zie https://voorbeeld.nl/een-lang-adres"),
        ("zie www.voorbeeld.nl/", "pagina", "zie www.voorbeeld.nl/pagina"),
        ("dit – zo zegt men –", "is waar", "dit – zo zegt men – is waar"),
        ("de gewone", "regel", "de gewone regel"),
    ],
)
def test_two_lines_become_one(left, right, wanted):
    assert Joiner().join(left, right) == wanted


def test_the_form_elsewhere_in_the_document_goes_before_the_dictionary():
    assert Joiner(Counter({"woning-bouw": 2})).join("woning-", "bouw") == "woning-bouw"
    assert Joiner(Counter({"mkbagenda": 2})).join("mkb-", "agenda") == "mkbagenda"
    assert Joiner(Counter({"brainfizz": 1})).join("brain-", "fizz") == "brainfizz"


def test_only_the_last_part_of_a_word_with_a_hyphen_of_its_own_is_judged():
    assert Joiner().join("de corona-cri-", "sis") == "de corona-crisis"


def test_words_at_a_cut_are_no_evidence():
    assert count_words(["een woning-", "bouw plan", "woningbouw"]) == {"een": 1, "plan": 1, "woningbouw": 1}


def test_a_stray_blank_goes_only_where_the_word_is_certain():
    joiner = Joiner()
    assert joiner.mend_strays("het eco- systeem en in- en uitvoer") == "het ecosysteem en in- en uitvoer"
    assert joiner.mend_strays("de xyzz- qwert blijft") == "de xyzz- qwert blijft"


def test_halves_that_belong_together_are_told_from_strangers():
    joiner = Joiner()
    assert joiner.rate_join("vooral grondstof-", "fen en hout") == 2
    assert joiner.rate_join("vooral grondstof-", "er anders uit") == 0
    assert joiner.rate_join("vooral grondstof-", "oplossingen toepassen") < 2
