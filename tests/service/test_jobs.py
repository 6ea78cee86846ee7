from __future__ import annotations

import csv
import io
import json
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx2
import openpyxl
import pytest

from assistant import batch
from assistant.config import Settings
from assistant.errors import ReadersError
from assistant.service.jobs import JobStore, Worker, work
from assistant.service.jobs.store import STORE_FILE, JobKind, JobStatus
from assistant.service.problems import Problem
from assistant.service.source import Source
from assistant.types import Filters

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
QUESTION = "Hoeveel subsidie stelt de provincie beschikbaar voor laadpalen?"
TEXT = "Op 15 juni 2020 ging € 10,7 miljoen naar 😀 Beieren."
Serve = Callable[..., AbstractContextManager[str]]


@pytest.fixture
def settings(small_settings: Settings, tmp_path: Path) -> Settings:
    """The small index in a folder of its own, in which jobs can be kept."""
    index = tmp_path / "index"
    index.mkdir()
    for path in small_settings.index.iterdir():
        (index / path.name).symlink_to(path)
    return replace(small_settings, index=index)


@pytest.fixture
def asking(settings: Settings, serve_settings: Serve) -> Iterator[httpx2.Client]:
    with serve_settings(settings) as address, httpx2.Client(base_url=address, timeout=30) as client:
        yield client


def wait(client: httpx2.Client, job: str, *statuses: str) -> dict[str, Any]:
    for _ in range(600):
        found: dict[str, Any] = client.get(f"/v1/taken/{job}").json()
        if found["status"] in (statuses or ("klaar", "mislukt")):
            return found
        time.sleep(0.05)
    raise AssertionError(found)


def make(client: httpx2.Client, **asked: object) -> str:
    response = client.post("/v1/taken", json=asked)
    assert response.status_code == 202, response.text
    job: str = response.json()["id"]
    assert response.headers["location"] == f"/v1/taken/{job}"
    assert response.json()["status"] in ("wacht", "bezig", "klaar")
    return job


def test_questions_come_back_in_order_with_their_names(asking: httpx2.Client) -> None:
    questions = [{"kenmerk": "q1", "vraag": QUESTION}, {"vraag": "Wie opende de fietsroute?"}]
    job = make(asking, soort="vragen", vragen=questions, aantal=2)
    done = wait(asking, job)
    assert (done["soort"], done["status"], done["totaal"], done["gedaan"], done["mislukt"]) == (
        *("vragen", "klaar"),
        *(2, 2, 0),
    )
    assert done["aangemaakt"] <= done["begonnen"] <= done["geeindigd"] < done["vervalt"]
    result = asking.get(done["resultaat"]).json()
    assert result["totaal"] == 2
    assert [item["kenmerk"] for item in result["items"]] == ["q1", "2"]
    own = asking.post("/v1/antwoorden", json={"vraag": QUESTION, "aantal": 2}).json()
    # A batch is no conversation: it has no name and no questions to go on with.
    assert own.pop("gesprek")
    own.pop("vervolgvragen", None)
    assert result["items"][0] == {"kenmerk": "q1", **own}


def test_answers_come_in_every_form(asking: httpx2.Client) -> None:
    job = make(asking, soort="vragen", vragen=[{"kenmerk": 7, "vraag": QUESTION}])
    place = wait(asking, job)["resultaat"]
    (line,) = asking.get(place, headers={"Accept": "application/x-ndjson"}).text.splitlines()
    assert json.loads(line)["kenmerk"] == 7
    table = asking.get(place, headers={"Accept": "text/csv"}).text
    (row,) = csv.DictReader(io.StringIO(table, newline=""))
    assert (row["kenmerk"], row["vraag"], row["bestand"]) == ("7", QUESTION, "beleid/nota-laadpalen.md")
    book = openpyxl.load_workbook(io.BytesIO(asking.get(place, headers={"Accept": XLSX}).content))
    assert book.sheetnames == ["antwoorden", "Herkomst"]
    assert book["antwoorden"]["B2"].value == QUESTION


def test_facts_of_texts_have_the_names_and_offsets_of_their_text(asking: httpx2.Client) -> None:
    texts = [
        {"kenmerk": "t1", "tekst": TEXT},
        {"tekst": "Niets."},
        {"tekst": "Vorige maand.", "documentDatum": "2020-06-15"},
    ]
    job = make(asking, soort="feiten", teksten=texts, soorten=["datum", "regio"])
    place = wait(asking, job)["resultaat"]
    items = asking.get(place).json()["items"]
    assert [(item["kenmerk"], item["soort"]) for item in items] == [
        *(("t1", "datum"), ("t1", "regio")),
        ("3", "datum"),
    ]
    assert {TEXT[item["start"] : item["eind"]] == item["tekst"] for item in items[:2]} == {True}
    assert items[0]["zin"] == TEXT
    assert (items[2]["edtf"], items[2]["anker"]) == ("2020-05", "2020-06-15")
    book = openpyxl.load_workbook(io.BytesIO(asking.get(place, headers={"Accept": XLSX}).content))
    assert book["regio"]["A2"].value == "t1"
    cells = [row[:6] for row in book["Herkomst"].iter_rows(values_only=True)]
    assert [(row[0], row[5]) for row in cells[-3:]] == [("t1", 2), ("2", 0), ("3", 1)]


def test_facts_of_the_documents_are_those_of_the_list(asking: httpx2.Client) -> None:
    job = make(asking, soort="feiten", soorten=["bedrag"], filters={"van": "2023"})
    done = wait(asking, job)
    assert (done["totaal"], done["gedaan"]) == (2, 2)
    listed = asking.get("/v1/feiten", params={"soort": "bedrag", "van": "2023"}).json()
    assert asking.get(done["resultaat"]).json() == listed
    assert listed["totaal"] > 0


def test_a_question_that_cannot_be_asked_is_named_and_the_others_go_on(asking: httpx2.Client) -> None:
    job = make(
        asking, soort="vragen", vragen=[{"kenmerk": "lang", "vraag": "a " * 2_000}, {"vraag": QUESTION}]
    )
    done = wait(asking, job)
    assert (done["status"], done["gedaan"], done["mislukt"]) == ("klaar", 2, 1)
    (fault,) = done["mislukkingen"]
    assert fault["kenmerk"] == "lang"
    assert "tekens" in fault["reden"]
    assert [item["kenmerk"] for item in asking.get(done["resultaat"]).json()["items"]] == ["2"]


def test_a_job_that_is_removed_is_gone_and_stops(asking: httpx2.Client) -> None:
    texts = [{"tekst": TEXT * 40} for _ in range(2_000)]
    slow = make(asking, soort="feiten", teksten=texts)
    next_one = make(asking, soort="feiten", teksten=[{"tekst": TEXT}])
    running = wait(asking, slow, "bezig")
    assert running["gedaan"] < running["totaal"] == 2_000
    refused = asking.get(f"/v1/taken/{slow}/resultaat")
    assert (refused.status_code, "'bezig'" in refused.json()["detail"]) == (409, True)
    assert asking.delete(f"/v1/taken/{slow}").status_code == 204
    assert asking.get(f"/v1/taken/{slow}").status_code == 404
    assert asking.delete(f"/v1/taken/{slow}").status_code == 404
    assert wait(asking, next_one)["status"] == "klaar"


def test_a_job_that_is_cancelled_keeps_what_was_done(asking: httpx2.Client) -> None:
    texts = [{"tekst": TEXT * 40} for _ in range(2_000)]
    slow = make(asking, soort="feiten", teksten=texts, soorten=["bedrag"])
    while asking.get(f"/v1/taken/{slow}").json()["gedaan"] < 3:
        time.sleep(0.01)
    next_one = make(asking, soort="feiten", teksten=[{"tekst": TEXT}])
    cancelled = asking.post(f"/v1/taken/{slow}/afbreken").json()
    assert (cancelled["status"], cancelled["totaal"]) == ("afgebroken", 2_000)
    assert 3 <= cancelled["gedaan"] < 2_000
    assert cancelled["geeindigd"] < cancelled["vervalt"]
    assert wait(asking, next_one)["status"] == "klaar"
    assert asking.get(f"/v1/taken/{slow}").json() == cancelled
    book = asking.get(cancelled["resultaat"], headers={"Accept": XLSX})
    rows = list(openpyxl.load_workbook(io.BytesIO(book.content))["Herkomst"].iter_rows(values_only=True))
    assert dict(row[:2] for row in rows)["afgebroken"] == f"na {cancelled['gedaan']} van 2000"
    items = asking.get(cancelled["resultaat"]).json()["items"]
    assert {item["kenmerk"] for item in items} == {str(n + 1) for n in range(cancelled["gedaan"])}


def test_a_job_that_is_ended_stays_so_when_it_is_cancelled(asking: httpx2.Client) -> None:
    done = wait(asking, make(asking, soort="feiten", teksten=[{"tekst": TEXT}]))
    assert asking.post(f"/v1/taken/{done['id']}/afbreken").json() == done
    assert asking.post("/v1/taken/abc/afbreken").status_code == 404


def test_a_job_that_waits_is_cancelled_before_it_begins(tmp_path: Path) -> None:
    store = JobStore(tmp_path / "index")
    job = store.add(JobKind.TEXTS, {"filters": {}}, [{"tekst": "a"}])
    assert store.cancel(job).status is JobStatus.CANCELLED
    assert store.next() is None
    late = store.begin(job, 1, None)
    assert late.status is JobStatus.CANCELLED
    assert not store.write(late, 0, [{"a": 1}], {"path": "1"}, failed=False)
    store.end(late)
    assert (store.find(job.id), list(store.results(late))) == (late, [])
    store.close()


def test_the_jobs_are_listed_newest_first(asking: httpx2.Client) -> None:
    assert asking.get("/v1/taken").json() == {"items": [], "totaal": 0}
    first = wait(asking, make(asking, soort="feiten", teksten=[{"tekst": TEXT}]))
    second = wait(asking, make(asking, soort="vragen", vragen=[{"vraag": "a " * 2_000}]))
    assert second.pop("mislukkingen")
    assert asking.get("/v1/taken").json() == {"items": [second, first], "totaal": 2}
    assert asking.delete(f"/v1/taken/{second['id']}").status_code == 204
    assert asking.get("/v1/taken").json() == {"items": [first], "totaal": 1}


def test_a_job_goes_on_after_a_restart(settings: Settings, serve_settings: Serve) -> None:
    texts = [
        {"kenmerk": number, "tekst": f"{TEXT} Op {number % 28 + 1} mei 2021." * 20} for number in range(300)
    ]
    with serve_settings(settings) as address, httpx2.Client(base_url=address, timeout=30) as client:
        job = make(client, soort="feiten", teksten=texts, soorten=["datum"])
        while (seen := client.get(f"/v1/taken/{job}").json())["gedaan"] < 5:
            time.sleep(0.01)
    assert seen["status"] == "bezig"
    store = JobStore(settings.index)
    halfway = store.find(job)
    store.close()
    assert halfway is not None
    assert 5 <= halfway.done < 300
    with serve_settings(settings) as address, httpx2.Client(base_url=address, timeout=30) as client:
        done = wait(client, job)
        assert (done["gedaan"], done["begonnen"]) == (300, seen["begonnen"])
        items = client.get(done["resultaat"]).json()["items"]
    assert list(dict.fromkeys(item["kenmerk"] for item in items)) == list(range(300))
    assert len(items) == 300 * 40


def test_a_job_whose_time_is_past_is_gone(asking: httpx2.Client, settings: Settings) -> None:
    job = make(asking, soort="feiten", teksten=[{"tekst": TEXT}])
    wait(asking, job)
    past = (datetime.now(UTC) - timedelta(seconds=1)).isoformat(timespec="seconds")
    with sqlite3.connect(settings.index / STORE_FILE) as database:
        database.execute("UPDATE jobs SET expires = ? WHERE id = ?", (past, job))
    database.close()
    assert asking.get(f"/v1/taken/{job}").status_code == 404
    other = make(asking, soort="feiten", teksten=[{"tekst": TEXT}])
    wait(asking, other)
    with sqlite3.connect(settings.index / STORE_FILE) as database:
        counts = [
            database.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("jobs", "results")
        ]
    database.close()
    assert counts == [(1,), (1,)]


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({}, "soort"),
        ({"soort": "weer"}, "soort"),
        ({"soort": "vragen"}, "vragen"),
        ({"soort": "vragen", "vragen": []}, "vragen"),
        ({"soort": "vragen", "vragen": [{"vraag": " "}]}, "vragen.0.vraag"),
        ({"soort": "vragen", "vragen": [{"vraag": "a"}] * 10_001}, "vragen"),
        ({"soort": "vragen", "vragen": [{"vraag": "a"}], "teksten": [{"tekst": "a"}]}, "teksten"),
        ({"soort": "feiten", "vragen": [{"vraag": "a"}]}, "vragen"),
        ({"soort": "feiten", "teksten": [{"tekst": "a"}], "filters": {}}, "filters"),
        ({"soort": "feiten", "teksten": [{"tekst": "a", "url": "http://x"}]}, "teksten.0.url"),
        ({"soort": "feiten", "soorten": ["weer"]}, "soorten.0"),
        ({"soort": "feiten", "filters": {"thema": "enrgie"}}, "thema"),
    ],
)
def test_a_wrong_job_is_refused(client: httpx2.Client, asked: object, field: str) -> None:
    response = client.post("/v1/taken", json=asked)
    assert response.status_code == 400, response.text
    assert [fault["veld"] for fault in response.json()["errors"]] == [field]


def test_a_service_without_jobs_makes_no_file(client: httpx2.Client, small_settings: Settings) -> None:
    assert client.get("/v1/taken").json() == {"items": [], "totaal": 0}
    assert client.get("/v1/taken/abc").status_code == 404
    assert client.get("/v1/taken/abc/resultaat").status_code == 404
    assert client.delete("/v1/taken/abc").status_code == 404
    assert not (small_settings.index / STORE_FILE).exists()


def test_a_batch_may_be_larger_than_a_question(asking: httpx2.Client) -> None:
    text = [{"tekst": "a" * 3_000_000}]
    job = make(asking, soort="feiten", teksten=text, soorten=["datum"])
    assert wait(asking, job)["status"] == "klaar"
    assert asking.post("/v1/taken", json={"soort": "feiten", "teksten": text * 7}).status_code == 413
    refused = asking.post(f"/v1/feiten/{job}", json={"tekst": "a" * 1_000_000})
    assert refused.status_code == 413


def test_too_many_jobs_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.service.jobs.store.MOST_WAITING", 2)
    store = JobStore(tmp_path / "index")
    for _ in range(2):
        store.add(JobKind.TEXTS, {"filters": {}}, [{"tekst": "a"}])
    with pytest.raises(Problem) as refused:
        store.add(JobKind.TEXTS, {"filters": {}}, [{"tekst": "a"}])
    assert (refused.value.status_code, "wachten al 2" in refused.value.detail) == (429, True)
    store.close()


def test_a_list_of_documents_that_changed_under_a_job_is_begun_anew(tmp_path: Path) -> None:
    store = JobStore(tmp_path / "index")
    job = store.begin(store.add(JobKind.DOCUMENTS, {"filters": {}}, []), 3, "g1")
    assert store.write(job, 0, [{"a": 1}], {"path": "a.txt"}, failed=False)
    assert store.begin(job, 3, "g1").done == 1
    again = store.begin(store.find(job.id) or job, 2, "g2")
    assert (again.done, again.total, list(store.results(again))) == (0, 2, [])
    store.close()


def test_jobs_are_taken_from_several_threads(tmp_path: Path) -> None:
    store = JobStore(tmp_path / "index")
    made: list[str] = []

    def add() -> None:
        made.append(store.add(JobKind.TEXTS, {"filters": {}}, [{"tekst": "a"}]).id)

    threads = [threading.Thread(target=add) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({*made}) == 8
    assert store.next() is not None
    store.close()


def test_a_disk_that_refuses_is_a_problem_without_a_path(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("geen map")
    with pytest.raises(Problem) as refused:
        JobStore(tmp_path / "index").add(JobKind.TEXTS, {"filters": {}}, [])
    assert refused.value.status_code == 503
    assert str(tmp_path) not in refused.value.detail


def test_many_questions_are_shared_by_processes_and_answered_as_one_by_one(
    settings: Settings, serve_settings: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault 57: the same answers from several processes."""
    questions = [QUESTION, "Wie opende de fietsroute?", "?!", "Wat kostte de fietsroute?"] * 16
    asked = [{"kenmerk": f"q{number}", "vraag": question} for number, question in enumerate(questions)]
    started: list[int] = []
    pool = batch.ProcessPoolExecutor

    def start(workers: int, *given: Any) -> Any:
        started.append(workers)
        return pool(workers, *given)

    monkeypatch.setattr(batch, "ProcessPoolExecutor", start)
    several = replace(settings, workers=2)
    with serve_settings(several) as address, httpx2.Client(base_url=address, timeout=60) as client:
        shared = client.get(wait(client, make(client, soort="vragen", vragen=asked))["resultaat"]).json()
        alone = client.get(wait(client, make(client, soort="vragen", vragen=asked[:4]))["resultaat"]).json()
    assert started == [2]
    assert [item["kenmerk"] for item in shared["items"]] == [f"q{number}" for number in range(64)]
    for number, item in enumerate(shared["items"]):
        assert item | {"kenmerk": ""} == alone["items"][number % 4] | {"kenmerk": ""}


def test_questions_under_way_are_finished_when_the_index_is_renewed(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault 9: every answer of a job from one generation."""
    source = Source(settings)
    assistant = source.get()
    generation = assistant.generation
    desk = batch.Desk(assistant, Filters(), 5, str)
    asked = [batch.Asked(number, number, "Wie opende de fietsroute?") for number in range(3)]

    def break_down(questions: list[batch.Asked], *given: object, **more: object) -> Iterator[batch.Outcome]:
        yield desk.answer(questions[0])
        raise ReadersError("de index is vernieuwd")

    monkeypatch.setattr(work, "answer_all", break_down)
    worker = Worker(JobStore(settings.index), source)
    with pytest.raises(ReadersError):
        list(worker._share(asked, desk))
    monkeypatch.setattr(source, "get", lambda: SimpleNamespace(generation="nieuwer"))
    outcomes = list(worker._share(asked, desk))
    assert [outcome.number for outcome in outcomes] == [0, 1, 2]
    rows = [outcome.row or {} for outcome in outcomes]
    assert {row["volledigheid"]["index"] for row in rows} == {generation}
    assistant.close()
