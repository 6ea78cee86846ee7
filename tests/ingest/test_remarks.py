"""Remarks in Markdown, and the words beside them."""

from __future__ import annotations

import time

import pytest

from assistant.ingest.remarks import drop_comments


def test_remarks_go_also_broken_ones_and_code_stays():
    assert drop_comments("Een <!-- weg\nermee --> brug.") == ("Een  brug.", ())
    assert drop_comments("Een ‹!-- weg --› brug &lt;!-- hoog.") == ("Een  brug  hoog.", ())
    code = "```html\n<!-- blijft -->\n```\n"
    assert drop_comments(code) == (code, ())


def test_remarks_of_many_words_are_told():
    remark = "dit stuk moet nog worden herzien door de afdeling water en de wethouder"
    text, told = drop_comments(f"Een brug. <!-- {remark} -->")
    assert text == "Een brug. "
    assert told == ("verborgen opmerkingen (<!-- … -->) zijn overgeslagen (13 woorden)",)


@pytest.mark.parametrize(
    "text",
    [
        "Gebruik `<!--` om te openen. Bel de sluis bij storing. Sluit met `-->` af.",
        "Gebruik `` <!-- `a` --> `` daarvoor.",
        "1. Zo:\n\n    ```html\n    <!-- sluis -->\n    ```\n",
        "- ~~~\n  <!-- sluis -->\n  ~~~",
        "Zo:\n\n    <!-- sluis -->\n    <!-- brug -->\n\nKlaar.",
        "Van sluis --> brug.",
    ],
)
def test_code_and_arrows_stay(text):
    assert drop_comments(text) == (text, ())


def test_of_a_remark_that_does_not_close_only_the_mark_goes():
    text = "<!-- open\n\nDe sluis is dicht.\n\n# Brug\n\nDe brug ook. <!-- weg --> Klaar."
    assert drop_comments(text)[0] == " open\n\nDe sluis is dicht.\n\n# Brug\n\nDe brug ook.  Klaar."
    fenced = "<!-- open\nDe sluis is dicht.\n```mermaid\nsluis --> brug\n```\n"
    assert drop_comments(fenced)[0] == fenced.replace("<!--", "")
    coded = "<!-- open\nDe sluis is dicht. Sluit met `-->` af."
    assert drop_comments(coded)[0] == coded.replace("<!--", "")


def test_a_remark_below_an_item_or_in_a_box_goes():
    assert drop_comments("- sluis\n\n    <!-- weg -->\n\n    brug")[0] == "- sluis\n\n    \n\n    brug"
    assert drop_comments('!!! tip "Sluis"\n\n    <!-- weg -->')[0] == '!!! tip "Sluis"\n\n    '
    assert drop_comments("Een <!-- met `code` en -\n\nmeer --> brug<!---->.")[0] == "Een  brug."


@pytest.mark.parametrize(
    "text",
    [
        "<!--" + "-" * 50_000,
        "<!-- a\n" * 50_000,
        "```a\n" * 50_000,
        "- ```a\n" * 20_000 + "--\n~~~",
        "--" + "`" * 50_000,
        "".join("`" * (size % 300) + " --" for size in range(20_000)),
        "<!--" + " ` -" * 50_000,
        "--\n" + " " * 50_000,
        "--" + "\n    --" * 50_000,
    ],
)
def test_long_texts_take_no_long_time(text):
    start = time.process_time()
    drop_comments(text)
    assert time.process_time() - start < 2
