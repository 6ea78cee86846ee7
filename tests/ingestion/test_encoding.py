"""Vectors of a slow model are kept as they are made: a run that is cut off loses a step and no more."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.embed.transformer import TransformerEncoder
from assistant.errors import EncoderError
from assistant.ingestion import ingest
from assistant.ingestion.encoding import STAGE, VECTORS_FILE, KeptVectors

SENTENCE = "De gemeente {} bouwt in {} nieuwe woningen langs de oude haven van de stad. "


class Counting:
    """An encoder that gives each text a row of its own and remembers what it was asked."""

    name, dimension = "tellend", 3

    def __init__(self, fingerprint: str = "a") -> None:
        self.fingerprint = fingerprint
        self.asked: list[str] = []

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.encode_passages(texts)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        return np.array([[len(text), hash(text) % 97, 1] for text in texts], dtype=np.float32).reshape(-1, 3)


def test_a_text_is_encoded_once_and_rows_come_in_the_order_of_the_texts(tmp_path: Path) -> None:
    inner = Counting()
    kept = KeptVectors(inner, tmp_path)
    rows = kept.encode_passages(["bb", "a", "bb"])
    again = kept.encode_passages(["a", "cccc"])
    kept.close()
    assert inner.asked == ["bb", "a", "cccc"]
    assert rows[:, 0].tolist() == [2, 1, 2]
    assert again[:, 0].tolist() == [1, 4]
    assert again.dtype == np.float32


def test_another_run_takes_what_is_whole_and_makes_the_rest(tmp_path: Path) -> None:
    first = KeptVectors(Counting(), tmp_path)
    rows = first.encode_passages(["a", "bb", "ccc"])
    first.close()
    path = tmp_path / VECTORS_FILE
    path.write_bytes(path.read_bytes()[:-5])
    inner = Counting()
    second = KeptVectors(inner, tmp_path)
    np.testing.assert_array_equal(second.encode_passages(["a", "bb", "ccc"]), rows)
    second.close()
    assert inner.asked == ["ccc"]


def test_a_flipped_bit_is_never_taken_for_a_vector(tmp_path: Path) -> None:
    first = KeptVectors(Counting(), tmp_path)
    rows = first.encode_passages(["a", "bb"])
    first.close()
    path = tmp_path / VECTORS_FILE
    held = bytearray(path.read_bytes())
    held[32 + 16 + 2] ^= 1
    path.write_bytes(held)
    second = KeptVectors(Counting(), tmp_path)
    np.testing.assert_array_equal(second.encode_passages(["a", "bb"]), rows)
    second.close()


def test_vectors_of_another_model_are_not_taken(tmp_path: Path) -> None:
    first = KeptVectors(Counting(), tmp_path)
    first.encode_passages(["a"])
    first.close()
    inner = Counting("b")
    second = KeptVectors(inner, tmp_path)
    second.encode_passages(["a"])
    second.close()
    assert inner.asked == ["a"]


@pytest.fixture
def settings(tmp_path: Path, tiny_model: Path) -> Settings:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for town in ("Aalst", "Breda", "Diest"):
        text = "\n\n".join(SENTENCE.format(town, year) * 8 for year in range(2000, 2012))
        (corpus / f"{town}.txt").write_text(f"Woningbouw in {town}\n\n{text}\n", encoding="utf-8")
    return Settings(corpus=corpus, index=tmp_path / "index", workers=1, encoder=str(tiny_model))


KILLED = """
import os, signal, sys
from pathlib import Path
from assistant.config import Settings
from assistant.embed.transformer import TransformerEncoder
from assistant.ingestion import ingest

plain, calls = TransformerEncoder.encode_passages, 0

def encode(self, texts):
    global calls
    calls += 1
    if calls == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return plain(self, texts)

TransformerEncoder.encode_passages = encode
ingest(Settings(corpus=Path(sys.argv[1]), index=Path(sys.argv[2]), workers=1, encoder=sys.argv[3]))
"""


def test_after_a_kill_in_the_middle_only_the_rest_is_encoded(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(settings.corpus), str(settings.index), settings.encoder],
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert (settings.index / VECTORS_FILE).stat().st_size > 1_000
    asked: list[str] = []
    plain = TransformerEncoder.encode_passages

    def encode(self: TransformerEncoder, texts: Sequence[str]) -> NDArray[np.float32]:
        asked.extend(texts)
        return plain(self, texts)

    monkeypatch.setattr(TransformerEncoder, "encode_passages", encode)
    steps: list[tuple[str, int, int]] = []
    report = ingest(settings, progress=lambda stage, done, total, _="": steps.append((stage, done, total)))
    resumed = len(asked)
    asked.clear()
    ingest(replace(settings, index=tmp_path / "nieuw"))
    assert 0 < resumed < len(asked)
    assert len(asked) == len(set(asked))
    assert not (settings.index / VECTORS_FILE).exists()
    shown = [(done, total) for stage, done, total in steps if stage == STAGE]
    assert shown[0] == (0, report.passages)
    assert shown[-1] == (report.passages, report.passages)
    assert all(stage != STAGE for stage, _, _ in steps[steps.index((STAGE, *shown[-1])) + 1 :])


def test_writing_the_index_encodes_nothing_that_was_not_made_before(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    stages: list[str] = []
    during: list[str] = []
    plain = TransformerEncoder.encode_passages

    def encode(self: TransformerEncoder, texts: Sequence[str]) -> NDArray[np.float32]:
        during.append(stages[-1])
        return plain(self, texts)

    monkeypatch.setattr(TransformerEncoder, "encode_passages", encode)
    ingest(settings, progress=lambda stage, done, total, _="": stages.append(stage))
    assert set(during) == {STAGE}
    with Assistant.open(settings) as assistant:
        assert assistant.search("woningen in Breda")


def test_what_fails_in_the_middle_leaves_the_vectors_and_the_index_before(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ingest(settings).generation
    (settings.corpus / "Emmen.txt").write_text("Woningbouw in Emmen. " * 30, encoding="utf-8")

    def fail(self: TransformerEncoder, texts: Sequence[str]) -> NDArray[np.float32]:
        raise EncoderError("het model wil niet meer")

    monkeypatch.setattr(TransformerEncoder, "encode_passages", fail)
    with pytest.raises(EncoderError, match="wil niet meer"):
        ingest(settings)
    monkeypatch.undo()
    with Assistant.open(settings) as assistant:
        assert assistant.generation == before
    assert ingest(settings).added == ("Emmen.txt",)


def test_the_bundled_model_keeps_no_file(settings: Settings) -> None:
    (settings.index).mkdir()
    (settings.index / VECTORS_FILE).write_bytes(b"van een ander model")
    ingest(replace(settings, encoder=Settings().encoder))
    assert not (settings.index / VECTORS_FILE).exists()
