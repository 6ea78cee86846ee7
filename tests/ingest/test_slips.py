"""Words that character recognition doubts."""

from __future__ import annotations

import pytest

from assistant.ingest.slips import mend_doubtful


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("ondememing", "onderneming"),
        ("oridervindt", "ondervindt"),
        ("vergaderirig.", "vergadering."),
        ("maxirnum", "maximum"),
        ("(novernber", "(november"),
        ("vari", "van"),
        ("buiteniandse", "buitenlandse"),
        ("handetspartner", "handelspartner"),
        ("leerwerkpiekken,", "leerwerkplekken,"),
        ("règels", "regels"),
        ("ìn", "in"),
        ("äccountantsverklaring", "accountantsverklaring"),
        ("_eerste", "eerste"),
        ("|De", "De"),
    ],
)
def test_a_word_that_looks_like_one_known_word_is_put_right(seen, meant):
    assert mend_doubtful(seen, 0.7) == meant


@pytest.mark.parametrize(
    "word",
    [
        "Wijstiand",
        "Niersteld",
        "Wûrttemberg",
        "Al",
        "vastgesteld",
        "sluit",
        "stuit",
        "geïnd",
        "één",
        "éen",
        "privé",
        "1.25O",
        "12l",
        "B1",
        "mbo-opleiding",
        "onder-",
        "j.devries@wijstland.example",
        "www.wijstiand.example",
        "NL91ABNA0417164300",
        "bakkerijmachinebouwer",
        "xqzw",
        "_",
    ],
)
def test_names_numbers_addresses_known_words_and_riddles_stay_as_they_are(word):
    assert mend_doubtful(word, 0.7) == word


@pytest.mark.parametrize("confidence", [0.2, 0.96])
def test_sure_words_and_wild_guesses_are_left_alone(confidence):
    assert mend_doubtful("ondememing", confidence) == "ondememing"


def test_no_word_of_our_own_documents_is_taken_for_a_slip(root):
    words = {
        word
        for path in sorted((root / "corpus").rglob("*.md"))
        for word in path.read_text(encoding="utf-8").replace("|", " ").split()
    }
    assert {word: mend_doubtful(word, 0.7) for word in words if mend_doubtful(word, 0.7) != word} == {}
    assert len(words) > 1_000


def test_real_words_are_hardly_ever_taken_for_slips(shared):
    import gzip
    import json
    import re

    changed = total = 0
    with gzip.open(shared / "data" / "vlaamse-beslissingen-2019-2022.jsonl.gz", "rt") as lines:
        for line in lines:
            for word in re.sub(r"<[^>]+>", " ", json.loads(line)["html"]).split():
                total += 1
                changed += mend_doubtful(word, 0.7) != word
    assert changed / total < 0.0002
