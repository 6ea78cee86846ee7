"""The words of Dutch date expressions and the one-letter class of each.

A text becomes a string with one letter per word ("op 26 juni 2022" is "pdMY"), over which the
grammar works. The letters:

    d  1-31 in digits       o  ordinal (4e, vierde)      w  number in words     n  other number
    Y  year (1500-2199)     M  month                     W  weekday             S  season
    D  full date (3-6-2019) L  range in one (2023-2027)  G  pair (12-4, 3-6)    J  12-2015, 2015-03
    P  begin, medio, eind   Q  kwartaal                  q  Q1, K2              H  helft, semester
    U  dag, week, jaar ...  R  vorige, komende ...       T  dit, deze, dat      A  vandaag, morgen
    V  holiday              K  schooljaar, zitting       C  eeuw                c  paar, aantal
    a  de, het              v  van                       p  in, op, per         t  tot
    s  tussen               z  sinds, vanaf              b  voor, voor          f  na
    g  tegen                i  binnen                    r  over                y  geleden
    E  en, &                O  of                        l  eerder, later, meer e  dan
    +  met, m (of t/m)      k  t (of t/m)                 x  anything else       |  a break
    - , / . ( ) '           the signs themselves
"""

from __future__ import annotations

import re
from typing import Final

from assistant.extract.dates.numerals import read_number
from assistant.extract.source import LONGEST_WORD

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "januari jan",
            "februari feb febr",
            "maart mrt",
            "april apr",
            "mei",
            "juni jun",
            "juli jul",
            "augustus aug",
            "september sept sep",
            "oktober okt",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
SHORT_MONTHS: Final = frozenset("jan feb febr mrt apr jun jul aug sept sep okt nov dec".split())
"""Abbreviations: a date only beside a day or a year ("Jan" is a person)."""
WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag zat", "zondag")
    )
    for name in names.split()
}
SEASONS: Final = {"lente": 21, "voorjaar": 21, "zomer": 22, "herfst": 23, "najaar": 23, "winter": 24}
"""EDTF level 1 codes of the seasons."""
PARTS: Final = {
    **dict.fromkeys(("begin", "start", "aanvang", "primo"), "begin"),
    **dict.fromkeys(("medio", "midden", "halverwege", "halfweg", "half"), "medio"),
    **dict.fromkeys(("eind", "einde", "ultimo", "slot"), "eind"),
}
UNITS: Final = {
    **dict.fromkeys(("dag", "dagen"), "day"),
    **dict.fromkeys(("week", "weken"), "week"),
    "werkweek": "workweek",
    **dict.fromkeys(("weekend", "weekeinde"), "weekend"),
    **dict.fromkeys(("maand", "maanden"), "month"),
    **dict.fromkeys(("kwartaal", "kwartalen", "trimester"), "quarter"),
    **dict.fromkeys(("halfjaar", "semester"), "half"),
    **dict.fromkeys(("jaar", "jaren"), "year"),
    **dict.fromkeys(("decennium", "decennia"), "decade"),
    **dict.fromkeys(("eeuw", "eeuwen"), "century"),
}
PLURALS: Final = frozenset("dagen weken maanden kwartalen jaren decennia eeuwen".split())
SHIFTS: Final = {
    **dict.fromkeys("vorig vorige voorgaand voorgaande verleden".split(), "previous"),
    **dict.fromkeys("afgelopen voorbije laatste".split(), "past"),
    **dict.fromkeys("volgend volgende".split(), "next"),
    **dict.fromkeys(
        "komend komende aankomend aankomende aanstaand aanstaande eerstvolgend eerstvolgende".split(),
        "coming",
    ),
    **dict.fromkeys("huidig huidige lopend lopende".split(), "this"),
}
ADVERBS: Final = {
    "eergisteren": -2,
    "gisteren": -1,
    "vandaag": 0,
    "morgen": 1,
    "overmorgen": 2,
    "nu": 0,
    "heden": 0,
}
"""Days from the document's date."""
BACK_REFERENCES: Final = frozenset("dat die datzelfde diezelfde hetzelfde dezelfde".split())
SCHOOL_YEARS: Final = {
    **dict.fromkeys("schooljaar schooljaren studiejaar academiejaar cursusjaar".split(), (8, 7)),
    **dict.fromkeys("zitting zittingsjaar vergaderjaar parlementair werkjaar".split(), (9, 9)),
}
"""First and last month. A school year runs from August to July (Leerplichtwet 1969, art. 1; Flemish ones begin in
September and are given the same months); sessions of parliament begin in September (art. 65 Grondwet; the fourth
Monday of September in Flanders)."""

_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
_ONES = "een twee drie vier vijf zes zeven acht negen".split()
_TEENS = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split()
_ORDINALS = {
    "eerste": 1,
    "tweede": 2,
    "derde": 3,
    "vierde": 4,
    "vijfde": 5,
    "zesde": 6,
    "zevende": 7,
    "achtste": 8,
    "negende": 9,
}


def _spell_numbers() -> dict[str, int]:
    """Give the number words of 1 to 99, with and without the diaeresis of "tweeëntwintig"."""
    numbers = {"één": 1}
    numbers |= {word: value for value, word in enumerate(_ONES + _TEENS, start=1)}
    for ten, tens in enumerate(_TENS, start=2):
        numbers[tens] = ten * 10
        for one, ones in enumerate(_ONES, start=1):
            numbers[f"{ones}en{tens}"] = ten * 10 + one
            numbers[f"{ones}ën{tens}"] = ten * 10 + one
    return numbers


NUMBERS: Final = _spell_numbers()
ORDINALS: Final = _ORDINALS | {
    word + ("ste" if value >= 20 else "de"): value for word, value in NUMBERS.items() if value >= 10
}
HUNDREDS: Final = {"negentienhonderd": 1900, "achttienhonderd": 1800, "tweeduizend": 2000}
YEAR_WORDS: Final = {
    head + tail: value + NUMBERS[tail] for head, value in HUNDREDS.items() for tail in NUMBERS
} | {"negentien" + word: 1900 + value for word, value in NUMBERS.items() if value >= 20}
DECADES: Final = {word: value for word, value in NUMBERS.items() if value % 10 == 0 and value >= 20}

CLASSES: Final = {
    **dict.fromkeys(NUMBERS, "w"),
    **dict.fromkeys(ORDINALS, "o"),
    **dict.fromkeys(YEAR_WORDS, "Y"),
    **dict.fromkeys(HUNDREDS, "Y"),
    **dict.fromkeys(MONTHS, "M"),
    **dict.fromkeys(WEEKDAYS, "W"),
    **dict.fromkeys(SEASONS, "S"),
    **dict.fromkeys(PARTS, "P"),
    **dict.fromkeys(UNITS, "U"),
    "kwartaal": "Q",
    "trimester": "Q",
    **dict.fromkeys("helft semester jaarhelft halfjaar".split(), "H"),
    **dict.fromkeys(SHIFTS, "R"),
    **dict.fromkeys(BACK_REFERENCES | {"dit", "deze"}, "T"),
    **dict.fromkeys(ADVERBS, "A"),
    **dict.fromkeys(SCHOOL_YEARS, "K"),
    **dict.fromkeys(("de", "het"), "a"),
    "van": "v",
    **dict.fromkeys("in op om per uit".split(), "p"),
    "tot": "t",
    "tm": "t",
    "tussen": "s",
    **dict.fromkeys("sinds sedert vanaf".split(), "z"),
    **dict.fromkeys(("voor", "vóór", "vòòr"), "b"),
    "na": "f",
    "tegen": "g",
    "binnen": "i",
    "over": "r",
    "geleden": "y",
    **dict.fromkeys(("en", "&"), "E"),
    "of": "O",
    **dict.fromkeys(("eerder", "later", "meer", "minder"), "l"),
    "dan": "e",
    "met": "+",
    "m": "+",
    "paar": "c",
    "aantal": "c",
    "eeuw": "C",
    "t": "k",
    **dict.fromkeys("–—-", "-"),
    "~": "-",
    **{sign: sign for sign in ",/.()"},
    **dict.fromkeys("'’‘`", "'"),
}
_QUARTER_CODE = re.compile(r"(?:[QqKk][1-4]|[Hh][12])(?:-(?:19|20)\d\d)?")


_CODE_SIZES = (2, 7)


def _classify(word: str) -> str:
    """Give the letter of a word that is in no list."""
    if word[0].isdecimal():
        return read_number(word)[0]
    return "q" if len(word) in _CODE_SIZES and _QUARTER_CODE.fullmatch(word) else "x"


class Classes(dict[str, str]):
    """Word -> class letter; works out each form once.

    Holds at most `LIMIT` forms, so that memory does not grow with the corpus.
    """

    LIMIT = 100_000

    def __init__(self, holidays: frozenset[str]) -> None:
        super().__init__()
        self._letters = {**dict.fromkeys(holidays, "V"), **CLASSES, "": "|"}

    def __missing__(self, word: str) -> str:
        if len(word) > LONGEST_WORD:
            return "x"
        if len(self) >= self.LIMIT:
            self.clear()
        letter = self[word] = self._letters.get(word.lower()) or _classify(word)
        return letter
