"""Names of files that come in; the rest is tried over HTTP in `tests/service/test_deposits.py`."""

from __future__ import annotations

import pytest

from assistant.errors import UsageError
from assistant.ingestion.deposit import read_name


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../../etc/nota.txt", "nota.txt"),
        ("/etc/nota.txt", "nota.txt"),
        ("nota.txt/", "nota.txt"),
        ("C:\\Users\\jan\\nota.txt", "nota.txt"),
        ("..\\..\\nota.txt", "nota.txt"),
        ("  nota.txt ", "nota.txt"),
        ("cafe\u0301.txt", "caf\u00e9.txt"),
        ("<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"),
        ("%2e%2e%2fnota.txt", "%2e%2e%2fnota.txt"),
        ("nota; rm -rf.TXT", "nota; rm -rf.TXT"),
    ],
)
def test_only_the_last_part_of_a_name_counts(sent: str, kept: str) -> None:
    """Fault 32: path traversal."""
    assert read_name(sent) == kept


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        *((name, "geen naam") for name in ("", ".", "/", " ", "\\")),
        *((name, "verborgen") for name in ("..", ".htaccess", ".verborgen.txt", "~$nota.docx", ".txt")),
        *(
            (name, "niet te zien")
            for name in ("nota\u202etxt.pdf", "nota\x00.txt", "no\nta.txt", "\u200b.txt")
        ),
        ("a" * 300 + ".txt", "te lang"),
        ("\u00e9" * 150 + ".txt", "te lang"),
        ("nota", "zonder soort"),
        ("nota.exe", "'.exe' worden niet gelezen; wel: .csv"),
        ("nota.doc", "DOCX of ODT"),
    ],
)
def test_a_name_that_cannot_be_is_refused_with_the_reason(name: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        read_name(name)
