"""The bundled model through the light path."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.config import BUNDLED_ENCODER, Settings
from assistant.embed.static import MODEL_DIR, StaticEncoder
from assistant.errors import EncoderError

SENTENCES = [
    "De provincie Limburg investeert in gezondheidszorg en medische technologie.",
    "Wat kost een omgevingsvergunning?",
    "Het besluit treedt in werking op 1 januari 2022.",
    "Minister-president Jan Jambon keurde het gemeenschapsonderwijs­decreet goed.",
    "X" * 300,
    "kinderopvangtoeslag; kinderopvangtoeslag. KINDEROPVANGTOESLAG!",
    "é\u0301 ñ ﬁetspad",
    "de gemeente Gent koopt 12 elektrische bussen. " * 900,
]


@pytest.fixture(scope="module")
def bundled() -> StaticEncoder:
    return StaticEncoder(Settings())


def test_the_light_path_gives_the_vectors_of_sentence_transformers(bundled: StaticEncoder) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(MODEL_DIR), device="cpu", local_files_only=True)
    theirs = model.encode(SENTENCES, show_progress_bar=False)
    assert theirs.dtype == np.float32
    np.testing.assert_allclose(bundled.encode_passages(SENTENCES), theirs, atol=1e-5)
    np.testing.assert_allclose(bundled.encode_queries(SENTENCES), theirs, atol=1e-5)


def test_using_the_bundled_model_imports_no_torch() -> None:
    code = (
        "import sys\n"
        "from assistant.config import Settings\n"
        "from assistant.embed import make_encoder\n"
        "encoder = make_encoder(Settings())\n"
        "encoder.encode_queries(['waar ligt Brussel?']); encoder.fingerprint\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'huggingface_hub', 'scipy'}\n"
        "found = sorted(heavy & set(sys.modules))\n"
        "sys.exit(f'imported: {found}' if found else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_importing_the_package_imports_no_tokenizer_and_no_numbers_but_numpy() -> None:
    code = (
        "import sys, assistant.embed\n"
        "found = sorted({'torch', 'tokenizers', 'safetensors', 'sentence_transformers'} & set(sys.modules))\n"
        "sys.exit(f'imported: {found}' if found else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_texts_without_words_get_one_fixed_vector(bundled: StaticEncoder) -> None:
    rows = bundled.encode_passages(["", "   \n", "?!", "—…"])
    assert (rows == rows[0]).all()
    np.testing.assert_allclose(rows[0], np.full(bundled.dimension, bundled.dimension**-0.5), rtol=1e-6)


def test_case_accents_and_punctuation_do_not_matter(bundled: StaticEncoder) -> None:
    rows = bundled.encode_queries(["Coördinatie van één beleid", "COORDINATIE, van een beleid!"])
    assert rows[0].tobytes() == rows[1].tobytes()


def test_breaks_inside_a_word_that_nobody_sees_do_not_matter(bundled: StaticEncoder) -> None:
    rows = bundled.encode_queries(["onderhandelingen", "onderhande\u00adlingen", "onder\u200bhandelingen"])
    assert rows[0].tobytes() == rows[1].tobytes() == rows[2].tobytes()


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (
            "Hoe helpt de overheid mensen zonder baan?",
            "Werkzoekenden krijgen begeleiding naar werk en een opleiding.",
            "De waterkwaliteit van de rivieren wordt elk jaar gemeten.",
        ),
        (
            "gezondheidszorg",
            "Ziekenhuizen en huisartsen krijgen meer geld voor patiënten.",
            "De spoorlijn wordt in drie fasen verdubbeld.",
        ),
        (
            "maatregelen tegen de opwarming van de aarde",
            "Het klimaatplan beperkt de uitstoot van broeikasgassen.",
            "De examens in het secundair onderwijs beginnen in juni.",
        ),
        (
            "huis kopen",
            "De aankoop van een woning wordt goedkoper door lagere registratierechten.",
            "De minister benoemt de leden van de adviesraad.",
        ),
    ],
)
def test_meaning_counts_where_no_word_is_shared(
    bundled: StaticEncoder, question: str, right: str, wrong: str
) -> None:
    query = bundled.encode_queries([question])[0]
    near, far = bundled.encode_passages([right, wrong]) @ query
    assert near > far + 0.05


def test_the_rows_do_not_depend_on_the_size_of_the_batch(bundled: StaticEncoder) -> None:
    texts = [f"regel {number} over wonen in Gent" for number in range(1100)]
    together = bundled.encode_passages(texts)
    for place in (0, 511, 512, 1023, 1024, 1099):
        assert bundled.encode_passages([texts[place]])[0].tobytes() == together[place].tobytes()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=6))
def test_any_text_gives_a_finite_unit_vector_of_its_own(bundled: StaticEncoder, texts: list[str]) -> None:
    rows = bundled.encode_passages(texts)
    assert rows.shape == (len(texts), bundled.dimension)
    assert np.isfinite(rows).all()
    for row, text in zip(rows, texts, strict=True):
        assert abs(float(np.linalg.norm(row)) - 1) < 1e-5
        assert bundled.encode_passages([text])[0].tobytes() == row.tobytes()


def test_prompts_change_the_fingerprint_and_the_vectors() -> None:
    plain = StaticEncoder(Settings())
    prompted = StaticEncoder(Settings(query_prompt="vraag "))
    assert plain.fingerprint != prompted.fingerprint
    assert (prompted.encode_queries(["wonen"]) == plain.encode_queries(["vraag wonen"])).all()
    assert (prompted.encode_passages(["wonen"]) == plain.encode_passages(["wonen"])).all()


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json"])
@pytest.mark.parametrize("damage", ["missing", "cut", "empty"])
def test_a_damaged_model_is_an_encoder_error(tmp_path: Path, name: str, damage: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(MODEL_DIR, folder)
    whole = (folder / name).read_bytes()
    (folder / name).unlink()
    if damage != "missing":
        (folder / name).write_bytes(whole[: len(whole) // 2] if damage == "cut" else b"")
    with pytest.raises(EncoderError, match=f"'{BUNDLED_ENCODER}' is onvolledig of beschadigd"):
        StaticEncoder(Settings(), folder)


def test_the_stored_model_is_small_and_holds_no_pickle() -> None:
    files = [path for path in MODEL_DIR.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 25_000_000
    assert {path.name for path in files} == {
        "README.md",
        "config.json",
        "config_sentence_transformers.json",
        "model.safetensors",
        "modules.json",
        "tokenizer.json",
    }
