"""Every encoder keeps the same promises, whatever is behind it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assistant.config import BUNDLED_ENCODER, Settings
from assistant.embed import ANY_OTHER, ENCODERS, Encoder, make_encoder
from assistant.errors import EncoderError

TEXTS = [
    "De gemeente verleent subsidie voor het isoleren van woningen.",
    "",
    "Vlaamse steden krijgen geld voor fietspaden; de eerste € 2,5 miljoen is uitgekeerd.",
    "?!… —",
    "één woord",
    "werkgelegenheid " * 400,
    "日本語 и кириллица 🎈",
]

MakeModel = Callable[[Path], Path]


@pytest.fixture(scope="session", params=sorted(ENCODERS))
def encoder(request: pytest.FixtureRequest) -> Encoder:
    if request.param == ANY_OTHER:
        model = request.getfixturevalue("tiny_model")
        return make_encoder(Settings(encoder=str(model), query_prompt="query: ", passage_prompt="passage: "))
    return make_encoder(Settings(encoder=request.param))


def test_an_encoder_keeps_the_protocol(encoder: Encoder) -> None:
    assert isinstance(encoder, Encoder)
    assert encoder.dimension > 0
    assert len(encoder.fingerprint) == 64
    assert set(encoder.fingerprint) <= set("0123456789abcdef")


def test_rows_are_finite_float32_of_unit_length_in_order(encoder: Encoder) -> None:
    for rows in (encoder.encode_queries(TEXTS), encoder.encode_passages(TEXTS)):
        assert rows.dtype == np.float32
        assert rows.shape == (len(TEXTS), encoder.dimension)
        assert np.isfinite(rows).all()
        np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    turned = encoder.encode_passages(TEXTS[::-1])
    np.testing.assert_allclose(turned[::-1], rows, atol=1e-5)


def test_no_texts_give_no_rows(encoder: Encoder) -> None:
    rows = encoder.encode_queries([])
    assert rows.shape == (0, encoder.dimension)
    assert rows.dtype == np.float32


def test_the_same_call_gives_the_same_bytes(encoder: Encoder) -> None:
    assert encoder.encode_passages(TEXTS).tobytes() == encoder.encode_passages(TEXTS).tobytes()


def test_a_text_does_not_depend_on_the_texts_beside_it(encoder: Encoder) -> None:
    together = encoder.encode_passages(TEXTS)
    for place, text in enumerate(TEXTS):
        np.testing.assert_allclose(encoder.encode_passages([text])[0], together[place], atol=1e-5)


def test_prompts_go_before_the_texts_and_into_the_fingerprint(tiny_model: Path) -> None:
    plain = make_encoder(Settings(encoder=str(tiny_model)))
    prompted = make_encoder(
        Settings(encoder=str(tiny_model), query_prompt="query: ", passage_prompt="passage: ")
    )
    assert plain.dimension == 24
    assert plain.fingerprint != prompted.fingerprint
    np.testing.assert_allclose(
        prompted.encode_queries(["wonen"]), plain.encode_queries(["query: wonen"]), atol=1e-6
    )
    np.testing.assert_allclose(
        prompted.encode_passages(["wonen"]), plain.encode_passages(["passage: wonen"]), atol=1e-6
    )
    assert np.abs(prompted.encode_queries(["wonen"]) - prompted.encode_passages(["wonen"])).max() > 1e-3


def test_the_fingerprint_of_a_model_follows_its_files(tiny_model: Path, tmp_path: Path) -> None:
    from assistant.embed.transformer import TransformerEncoder

    copy = tmp_path / "copy"
    for path in sorted(tiny_model.rglob("*")):
        if path.is_file():
            target = copy / path.relative_to(tiny_model)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    original = TransformerEncoder(Settings(encoder=str(tiny_model))).fingerprint
    assert TransformerEncoder(Settings(encoder=str(copy))).fingerprint == original
    (copy / "README.md").write_text("andere kaart", encoding="utf-8")
    assert TransformerEncoder(Settings(encoder=str(copy))).fingerprint == original
    (copy / "extra.json").write_text("{}", encoding="utf-8")
    assert TransformerEncoder(Settings(encoder=str(copy))).fingerprint != original


@pytest.mark.parametrize("name", ["bestaat-niet", "intfloat/bestaat-niet", "/geen/map", "geen geldige naam!"])
def test_a_model_that_is_not_here_is_named_in_dutch_without_waiting_for_a_network(name: str) -> None:
    with pytest.raises(EncoderError, match="staat niet op deze computer") as caught:
        make_encoder(Settings(encoder=name))
    assert f"'{name}'" in str(caught.value)


def test_a_folder_without_a_model_is_an_encoder_error(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="kan niet geladen worden"):
        make_encoder(Settings(encoder=str(tmp_path)))


def test_pickled_weights_are_not_loaded(tiny_model: Path, tmp_path: Path) -> None:
    import torch
    from safetensors.torch import load_file

    copy = tmp_path / "pickled"
    for path in sorted(tiny_model.rglob("*")):
        if path.is_file() and path.suffix != ".safetensors":
            target = copy / path.relative_to(tiny_model)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    torch.save(load_file(tiny_model / "model.safetensors"), copy / "pytorch_model.bin")
    with pytest.raises(EncoderError, match="kan niet geladen worden"):
        make_encoder(Settings(encoder=str(copy)))


def test_the_bundled_name_is_a_row_of_its_own() -> None:
    assert ENCODERS[BUNDLED_ENCODER] != ENCODERS[ANY_OTHER]
    assert make_encoder(Settings()).name == BUNDLED_ENCODER
