"""Ingest malformed files among good ones: each must be read or named with a reason, and nothing else lost.

    python -m benchmarks.faults [--seed 1]

Good files of every format are made here or taken from the sample corpus, then mutated by a seeded
generator (flipped bits, cuts, swapped and repeated parts, zeroed parts); known bad shapes are built
beside them. The good files must give the same documents as when they are alone.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import platform
import random
import tempfile
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.ingest import CONTAINERS, LOADERS
from assistant.ingestion import run
from assistant.ingestion.pool import Readers
from assistant.ingestion.tasks import Began, Event, Failed, Finished, Task

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "benchmarks" / "faults.json"
SECONDS, MEMORY = 10, 1_000 * 2**20
_TEXT = "De veerpont van Oudewater ging op 3 mei 2021 voor het eerst varen. "


# -- good files ------------------------------------------------------------------------------


def make_good_files() -> dict[str, bytes]:
    """Give a good file of every format that is read, by suffix."""
    corpus = sorted(path for path in (ROOT / "corpus").rglob("*") if path.is_file())
    files = {path.suffix: path.read_bytes() for path in corpus if path.suffix in LOADERS}
    for suffix, make in (
        (".odt", _make_odt), (".xlsx", _make_xlsx), (".pptx", _make_pptx), (".eml", _make_eml), (".zip", _make_zip)
    ):  # fmt: skip
        if suffix in LOADERS or suffix in CONTAINERS:
            files[suffix] = make()
    return files


def _make_zip() -> bytes:
    return pack_zip({"een.txt": (_TEXT * 4).encode(), "map/twee.md": b"# Kop\n\nDe brug van Mol is open.\n"})


def _make_eml() -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Anna <anna@voorbeeld.nl>", "bert@voorbeeld.nl"
    message["Subject"], message["Date"] = "Verslag van het overleg", "Mon, 3 May 2021 10:00:00 +0200"
    message.set_content(_TEXT * 3)
    message.add_attachment((_TEXT * 2).encode(), maintype="text", subtype="plain", filename="bijlage.txt")
    return message.as_bytes()


def _make_odt() -> bytes:
    from odfdo import Document, Header, Paragraph

    document = Document("text")
    document.body.clear()
    document.body.append(Header(1, "Verslag"))
    for _ in range(5):
        document.body.append(Paragraph(_TEXT * 3))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _make_xlsx() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Gemeente", "Bedrag"])
    for number in range(30):
        sheet.append([f"Gemeente {number}", number * 1_000])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _make_pptx() -> bytes:
    from pptx import Presentation

    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[1])
    slide.shapes.title.text = "Voortgang"
    slide.placeholders[1].text = _TEXT * 3
    stream = io.BytesIO()
    show.save(stream)
    return stream.getvalue()


def pack_zip(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Give a ZIP archive of these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, raw in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2022, 1, 1, 0, 0, 0)), raw, method)
    return stream.getvalue()


# -- malformed files -------------------------------------------------------------------------


def _flip(raw: bytes, chance: random.Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(max(3, len(raw) // 500)):
        changed[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(raw: bytes, chance: random.Random) -> bytes:
    return raw[: chance.randrange(1, len(raw))]


def _swap(raw: bytes, chance: random.Random) -> bytes:
    first, second, third = sorted(chance.randrange(len(raw)) for _ in range(3))
    return raw[:first] + raw[second:third] + raw[first:second] + raw[third:]


def _zero(raw: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(raw))
    size = max(1, len(raw) // 10)
    return raw[:start] + bytes(min(size, len(raw) - start)) + raw[start + size :]


def _repeat(raw: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(raw))
    part = raw[start : start + len(raw) // 5]
    return raw[:start] + part * 20 + raw[start:]


MUTATIONS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "omgezet": _flip,
    "afgekapt": _cut,
    "verwisseld": _swap,
    "gewist": _zero,
    "herhaald": _repeat,
}


def mutate(good: Mapping[str, bytes], seed: int, rounds: int = 2) -> Iterator[tuple[str, bytes]]:
    """Yield every good file with every mutation, `rounds` times."""
    chance = random.Random(seed)
    for turn in range(rounds):
        for suffix, raw in sorted(good.items()):
            for name, mutation in MUTATIONS.items():
                yield f"gemuteerd/{suffix[1:]}-{name}-{turn}{suffix}", mutation(raw, chance)


def build_shapes() -> Iterator[tuple[str, bytes]]:
    """Yield the known bad shapes; the numbers are rows of the list of faults."""
    yield from _build_pdf_shapes()
    yield from _build_xml_shapes()
    zeros = pack_zip({"nul.txt": bytes(50_000_000)})
    yield "vormen/22-bom.zip", zeros
    yield "vormen/22-bom in bom.zip", pack_zip({f"{number}.zip": zeros for number in range(8)})
    yield "vormen/22-veel.zip", pack_zip({f"{number}.txt": b"x" for number in range(10_001)})
    yield "vormen/22-bom.docx", pack_zip({"word/document.xml": b"<a>" + b" " * 200_000_000 + b"</a>"})
    yield "vormen/25-uit het archief.zip", pack_zip({"../../etc/passwd.txt": b"root", "/abs.txt": b"x"})
    yield "vormen/26-pdf.txt", b"%PDF-1.7\n" + bytes(100)
    yield "vormen/26-programma.pdf", b"MZ" + bytes(200)
    yield "vormen/26-tekst.docx", _TEXT.encode()
    yield "vormen/27-haken.md", b"[" * 500_000
    yield "vormen/27-sterren.md", b"*a **b " * 100_000
    yield "vormen/27-spaties.txt", (" " * 400_000 + "x").encode()
    yield "vormen/27-citaten.md", b"> " * 300_000 + b"x"
    yield "vormen/28-ongeldig.txt", bytes(range(128, 256)) * 50
    yield "vormen/28-bidi.txt", ("\u202e\u200b\u2066" + _TEXT).encode() * 20
    yield "vormen/leeg.pdf", b""
    yield "vormen/nul.txt", bytes(5_000)
    deep = b"<div>" * 200_000 + _TEXT.encode()
    yield "vormen/20-diep.html", b"<!doctype html><html><body>" + deep
    yield "vormen/20-tabellen.html", b"<!doctype html>" + b"<table><tr><td>" * 20_000 + _TEXT.encode()
    parts = b"--g\r\nContent-Type: multipart/mixed; boundary=g\r\n\r\n" * 2_000
    yield "vormen/20-diep.eml", b"Subject: diep\r\nContent-Type: multipart/mixed; boundary=g\r\n\r\n" + parts


def _build_pdf_shapes() -> Iterator[tuple[str, bytes]]:
    flat = zlib.compress(bytes(100_000_000))
    twice = zlib.compress(zlib.compress(bytes(500_000_000)))
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>"
    yield "vormen/17-flate.pdf", make_pdf(page, flat, "/Filter /FlateDecode")
    yield "vormen/17-genest.pdf", make_pdf(page, twice, "/Filter [/FlateDecode /FlateDecode]")
    form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 4 0 R >> >>"
    named = page[:-2] + "/Resources << /XObject << /F 4 0 R >> >> >>"
    yield "vormen/18-formulier.pdf", make_pdf(named, b"/F Do " * 1_000, form)
    yield (
        "vormen/19-kring.pdf",
        make_pdf("<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 9 /Parent 3 0 R >>", b""),
    )
    many = b"BT /F1 1 Tf 1 1 Td (x) Tj ET " * 300_000
    yield "vormen/20-operatoren.pdf", make_pdf(page, zlib.compress(many), "/Filter /FlateDecode")
    yield "vormen/20-haken.pdf", make_pdf(page, b"[" * 2_000_000)
    kids = " ".join(["3 0 R"] * 100_000)
    pages = f"<< /Type /Pages /Kids [{kids}] /Count 100000 >>"
    yield "vormen/20-honderdduizend bladzijden.pdf", make_pdf(page, b"", pages=pages)
    yield "vormen/19-terug.pdf", make_pdf(page, b"").replace(b"/Size 5", b"/Size 5 /Prev 9")
    yield (
        "vormen/20-geneste objecten.pdf",
        make_pdf(page[:-2] + "/X " + "<</A " * 50_000 + ">>" * 50_000 + " >>", b""),
    )


def make_pdf(page: str, content: bytes, stream: str = "", pages: str = "") -> bytes:
    """Give a PDF of four objects: catalogue, pages, the object `page`, and a stream."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        (pages or "<< /Type /Pages /Kids [3 0 R] /Count 1 >>").encode(),
        page.encode(),
        f"<< /Length {len(content)} {stream} >>\nstream\n".encode() + content + b"\nendstream",
    ]
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 5\n0000000000 65535 f \n{table}trailer << /Root 1 0 R /Size 5 >>\nstartxref\n{len(out)}\n%%EOF"
    return out + end.encode()


def _build_xml_shapes() -> Iterator[tuple[str, bytes]]:
    laughs = '<!DOCTYPE l [<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 10)
    )
    entity = '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">'
    for number, head, name in (("24", laughs, "&a9;"), ("23", entity, "&x;")):
        word = (
            f'{head}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f"<w:body><w:p><w:r><w:t>{name}</w:t></w:r></w:p></w:body></w:document>"
        ).encode()
        yield f"vormen/{number}.docx", _repack(_find_docx(), "word/document.xml", word)
        text = (
            f'{head}]><o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0">{name}'
        )
        yield (
            f"vormen/{number}.odt",
            pack_zip(
                {
                    "mimetype": b"application/vnd.oasis.opendocument.text",
                    "content.xml": f"{text}</o:document-content>".encode(),
                }
            ),
        )
        yield (
            f"vormen/{number}.xlsx",
            _repack(_make_xlsx(), "xl/workbook.xml", f"{head}]><a>{name}</a>".encode()),
        )
        yield f"vormen/{number}.html", f"{head}]><html><body>{name} {_TEXT}</body></html>".encode()


def _find_docx() -> bytes:
    return next(path for path in sorted((ROOT / "corpus").rglob("*.docx"))).read_bytes()


def _repack(raw: bytes, name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return pack_zip({item: archive.read(item) for item in archive.namelist()} | {name: content})


# -- the measurement ----------------------------------------------------------------------------


class _Watched(Readers):
    """Reads as always and notes what each file took."""

    taken: dict[str, float] = {}  # noqa: RUF012
    peak = 0
    causes: Counter[str] = Counter()  # noqa: RUF012

    def read(self, tasks: Sequence[Task]) -> Iterator[Event]:
        """Read, and keep time, memory and causes."""
        began: dict[str, float] = {}
        for event in super().read(tasks):
            if isinstance(event, Began):
                began.setdefault(event.path, time.perf_counter())
            if isinstance(event, Finished):
                name = event.task.name
                start = min((moment for path, moment in began.items() if path.startswith(name)), default=0.0)
                _Watched.taken[name] = time.perf_counter() - start if start else 0.0
                _Watched.peak = max(_Watched.peak, event.peak)
            if isinstance(event, Failed):
                _Watched.causes[event.cause or "bestand"] += 1
            yield event


SLOW = ("bladzijden", "operatoren", "17-genest")
"""Parts of the names of shapes that take more than a few seconds."""


def measure_faults(folder: Path, seed: int, rounds: int = 2, without: Sequence[str] = ()) -> dict[str, Any]:
    """Ingest good and malformed files together, and tell of each what came of it."""
    good = make_good_files()
    made = [*mutate(good, seed, rounds), *build_shapes()]
    bad = {name: raw for name, raw in made if not any(part in name for part in without)}
    corpus = folder / "corpus"
    for name, raw in [*((f"goed/goed{suffix}", raw) for suffix, raw in good.items()), *bad.items()]:
        path = corpus / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    settings = Settings(
        corpus=corpus, index=folder / "index", max_file_seconds=SECONDS, max_worker_bytes=MEMORY, ocr="off"
    )
    plain, run.Readers = run.Readers, _Watched  # type: ignore[misc]
    began = time.perf_counter()
    try:
        report = run.ingest(settings)
    finally:
        run.Readers = plain  # type: ignore[misc]
    seconds = time.perf_counter() - began
    alone = run.ingest(Settings(corpus=corpus / "goed", index=folder / "goed", ocr="off"))
    return {
        "machine": {"python": platform.python_version(), "cores": os.cpu_count()},
        "malformed": len(bad),
        "good": len(good),
        "seconds": round(seconds, 1),
        "peak_of_readers_mib": round(_Watched.peak / 2**20),
        "causes": dict(_Watched.causes),
        "slowest": dict(
            sorted(
                ((name, round(spent, 1)) for name, spent in _Watched.taken.items()), key=lambda item: -item[1]
            )[:12]
        ),
        **_judge(settings, report, bad, alone),
    }


def _judge(settings: Settings, report: Any, bad: Mapping[str, bytes], alone: Any) -> dict[str, Any]:
    """Give what came of each file; a file of which nothing was told is lost."""
    reasons: dict[str, list[str]] = {}
    for failure in report.failed:
        reasons.setdefault(_file_of(failure.path, bad), []).append(failure.reason)
    documents: Counter[str] = Counter()
    with Assistant.open(settings) as assistant:
        for record in assistant.records():
            documents[_file_of(record.path, bad)] += 1
    for copy, _ in report.copies:
        documents[_file_of(copy, bad)] += 1
    lost = sorted(name for name in bad if not documents[name] and name not in reasons)
    told = {name.removeprefix("goed/") for name in documents if name.startswith("goed/")}
    here = {path.split("/")[0] for path in alone.added} | {copy.split("/")[0] for copy, _ in alone.copies}
    return {
        "lost": lost,
        "good_lost": sorted(name for name in here if not any(item.startswith(name) for item in told)),
        "read": sum(bool(documents[name]) for name in bad),
        "named": sum(name in reasons for name in bad),
        "unforeseen": sorted(
            name for name, found in reasons.items() if any("onverwachte" in item for item in found)
        ),
        "files": {
            name: {"documents": documents[name], "reasons": sorted(set(reasons.get(name, [])))[:3]}
            for name in sorted(bad)
        },
    }


def _file_of(path: str, files: Mapping[str, bytes]) -> str:
    """Give the file on disk that a path lies in."""
    parts = path.split("/")
    candidates = ("/".join(parts[:count]) for count in range(1, len(parts) + 1))
    return next((name for name in candidates if name in files), "/".join(parts[:2]))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Ingest malformed files among good ones.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="leeswijzer-faults-") as folder:
        figures = measure_faults(Path(folder), given.seed)
    given.out.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(json.dumps({name: value for name, value in figures.items() if name != "files"}, ensure_ascii=False))
    return 1 if figures["lost"] or figures["good_lost"] or figures["unforeseen"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
