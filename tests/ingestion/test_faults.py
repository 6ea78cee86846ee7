"""Rows 17-30 of the fault list together: bad shapes and mutated files among good ones, of every format.

`benchmarks/faults.py` tries more of them, the slow ones too.
"""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

from benchmarks.faults import SLOW, measure_faults

ROOT = Path(__file__).resolve().parents[2]


def test_faults_17_to_30_every_malformed_file_is_read_or_named_and_nothing_else_is_lost(
    tmp_path: Path,
) -> None:
    found = measure_faults(tmp_path, seed=2, rounds=1, without=SLOW)
    assert found["malformed"] >= 60
    assert (found["lost"], found["good_lost"], found["unforeseen"]) == ([], [], [])
    assert found["read"] + found["named"] >= found["malformed"]
    assert found["peak_of_readers_mib"] < 1_000


_FULL_DISK = """
    import os, resource, signal, sys
    from pathlib import Path
    from assistant.assistant import Assistant
    from assistant.config import Settings
    from assistant.errors import UnusableIndex
    from assistant.ingestion import ingest

    folder = Path(sys.argv[1])
    settings = Settings(corpus=folder / "corpus", index=folder / "index", workers=1)
    settings.corpus.mkdir()
    (settings.corpus / "veer.txt").write_text("De veerpont van Oudewater ging op 3 mei 2021 voor het eerst varen.")
    old = ingest(settings).generation
    for number in range(12):
        text = f"Nota {number}. De molen van Kruisbeek maalt al {number} jaar. " * 20
        (settings.corpus / f"{number}.txt").write_text(text)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    refused = 0
    for limit in (0, 100, 1_000, 5_000, 20_000, 50_000, 200_000):
        child = os.fork()
        if child == 0:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            try:
                ingest(settings)
            except UnusableIndex as error:
                assert "blijft in gebruik" in str(error), error
                os._exit(3)
            os._exit(0)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert code in (0, 3), (limit, code)
        with Assistant.open(settings) as assistant:
            assert assistant.ask("Wanneer ging de veerpont van Oudewater varen?").short == "3 mei 2021"
            assert (assistant.generation == old) == (code == 3), (limit, code)
        if code == 0:
            break
        refused += 1
    report = ingest(settings)
    assert (report.documents, report.failed) == (13, ()), report
    print(refused)
"""


def test_fault_2_a_full_disk_stops_the_run_and_no_document_is_lost(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(_FULL_DISK), str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 4
