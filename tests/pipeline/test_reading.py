from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import fake_reader
import pytest
from stub_reader import StubReader

from sayso.errors import ModelError, ReportError, StoreError, UsageError
from sayso.model import Failure, Findings, Receipt, Report
from sayso.pipeline import Sayso, load, reading
from sayso.record import MemoryStore, open_store

TEXTS = [f"The minister of Orsk said on Monday that bridge {number} had been closed." for number in range(12)]


def _reports() -> list[Report]:
    return [Report(str(number), text, "2011-10-06") for number, text in enumerate(TEXTS)]


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_open_reader", fake_reader.open_reader)


def test_a_text_alone_gives_what_it_gives_in_a_report(say: Sayso) -> None:
    (report, *_) = _reports()
    assert say(report.text, published="2011-10-06", id="0") == say(report)
    assert say(report.text).report.id == say(report.text).report.id


def test_a_given_date_must_be_a_day(say: Sayso) -> None:
    with pytest.raises(UsageError, match="published: 'Monday' is not a day"):
        say(TEXTS[0], published="Monday")


def test_workers_give_the_same_bytes_in_the_same_order(say: Sayso) -> None:
    alone = [record.to_json() for record in say.pipe(_reports())]
    assert [record.to_json() for record in say.pipe(iter(_reports()), workers=2)] == alone


def test_one_bad_report_stops_pipe_but_not_outcomes(say: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(report: Report, tokenize: object) -> None:
        raise ZeroDivisionError("by\nzero") if report.id == "3" else ReportError(report.id, "odd", "segment")

    monkeypatch.setattr(reading, "segment", fall)
    passed = Failure("a", "read", "empty")
    assert list(say.outcomes([passed, *_reports()[3:5]])) == [
        passed,
        Failure("3", "annotate", "ZeroDivisionError: by zero"),
        Failure("4", "segment", "odd"),
    ]
    with pytest.raises(ReportError, match="3: ZeroDivisionError") as caught:
        list(say.pipe(_reports()[3:]))
    assert caught.value.stage == "annotate"


def test_a_deadly_report_costs_only_itself(fake: None, say: Sayso) -> None:
    reports = [Report(str(number), "deadly" if number in {5, 20} else "mild") for number in range(40)]
    outcomes = list(say.outcomes(reports, workers=2))
    assert [out.report.id if isinstance(out, Findings) else out.name for out in outcomes] == [
        report.id for report in reports
    ]
    assert [out for out in outcomes if isinstance(out, Failure)] == [
        Failure(id, "annotate", "the process that read it died") for id in ("5", "20")
    ]


def test_reports_are_read_ahead_only_a_little(fake: None, say: Sayso) -> None:
    taken = 0

    def endless() -> Iterator[Report]:
        nonlocal taken
        while True:
            taken += 1
            yield Report(str(taken), "mild")

    outcomes = say.outcomes(endless(), workers=2)
    assert isinstance(next(outcomes), Findings)
    assert taken <= 24
    outcomes.close()  # type: ignore[attr-defined]  # it is a generator


def test_an_interrupt_ends_the_workers(fake: None, interruptible: None, say: Sayso) -> None:
    def interrupted() -> Iterator[Report]:
        yield from _reports()
        os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        list(say.outcomes(interrupted(), workers=2))


ENDLESS = """
import itertools
import fake_reader
from sayso.pipeline import reading
from sayso.model import Report
reading._open_reader = fake_reader.open_reader
say = reading.Sayso.__new__(reading.Sayso)
say.model, say.contested, say.profile, say.known = None, "plover", None, ()
for outcome in say.outcomes((Report(str(number), "mild") for number in itertools.count()), workers=2):
    print(outcome.report.id, flush=True)
"""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc here")
def test_workers_never_outlive_a_reading_that_is_killed() -> None:
    command = [sys.executable, "-c", ENDLESS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1]) as process:
        assert process.stdout
        assert process.stdout.readline()
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
        process.kill()
    assert len(children) >= 2
    deadline = time.monotonic() + 60
    while alive := [child for child in children if _runs(child)]:
        assert time.monotonic() < deadline, alive
        time.sleep(0.1)


def _runs(process: str) -> bool:
    """Whether it is there, and more than a zombie that nobody has waited for."""
    try:
        status = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return status.rpartition(") ")[2][0] != "Z"


def _write(folder: Path, lines: Iterable[dict[str, str]]) -> Path:
    path = folder / "in.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("workers", [1, 2])
def test_ingest_keeps_what_can_be_read(fake: None, say: Sayso, tmp_path: Path, workers: int) -> None:
    path = _write(
        tmp_path,
        [
            {"id": "r1", "text": TEXTS[0], "published": "2011-10-06"},
            {"id": "r1", "text": "Another text."},
            {"id": "r2"},
            {"id": "r3", "text": TEXTS[1], "published": "2011-10-08"},
            {"id": "r4", "text": TEXTS[2]},
        ],
    )
    with open_store(tmp_path) as store:
        outcomes = list(say.ingest([path], store, workers=workers, latest=lambda: date(2011, 10, 7)))
        told = [out.verdict if isinstance(out, Receipt) else (out.name, out.reason) for out in outcomes]
        assert told == [
            "new",
            (f"{path}:2", "id r1 already stands for another text"),
            (f"{path}:3", "no text"),
            (f"{path}:4", "its date of publication lies in the future: 2011-10-08"),
            "new",
        ]
        assert [entry.path for entry in store.view().reports()] == [f"{path}:1", f"{path}:5"]


def test_ingest_reads_again_only_what_is_given_more(
    say: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[0], encoding="utf-8")

    def verdicts(published: str | None = None) -> list[str]:
        return [out.verdict for out in say.ingest([tmp_path], store, published=published) if isinstance(out, Receipt)]

    store = MemoryStore()
    assert verdicts() == ["new"]
    assert verdicts("2011-10-06") == ["replaced"]
    assert store.view().find("1").published == "2011-10-06"
    monkeypatch.setattr(reading, "segment", None)
    assert verdicts("2011-10-06") == verdicts() == ["known"]


def test_a_given_date_in_the_future_is_wrong_usage(say: Sayso) -> None:
    with pytest.raises(UsageError, match="lies in the future"):
        say.ingest([], MemoryStore(), published="2999-01-01")


def test_a_store_that_fails_stops_the_run(say: Sayso, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[0], encoding="utf-8")
    with open_store(tmp_path) as store:
        (tmp_path / "sayso.db").write_bytes(b"")
        with pytest.raises(StoreError):
            list(say.ingest([tmp_path], store))


@pytest.mark.parametrize("model", ["no_such_pipeline", "/dev/null"])
def test_a_model_that_cannot_be_used_is_one_line(model: str) -> None:
    with pytest.raises(ModelError, match=model) as caught:
        load(model)
    assert len(str(caught.value).splitlines()) == 1


def test_what_failed_is_kept_and_read_again_as_it_was_given(
    say: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _write(tmp_path, [{"id": "r1", "text": TEXTS[0]}, {"id": "r2"}, {"id": "r3"}])
    (tmp_path / "a.txt").write_bytes(b"")
    store = MemoryStore()
    monkeypatch.chdir(tmp_path)
    list(say.ingest(["in.jsonl", "a.txt"], store, published="2011-10-06"))
    failed = [(failure.name, failure.source, failure.reason) for failure in store.view().failures()]
    assert failed == [
        (str(tmp_path / "a.txt"), str(tmp_path / "a.txt"), "empty"),
        (f"{path}:3", str(path), "no text"),
        (f"{path}:2", str(path), "no text"),
    ]
    _write(tmp_path, [{"id": "r1", "text": TEXTS[0]}, {"id": "r2", "text": TEXTS[2]}])
    monkeypatch.chdir("/")
    told = [out.verdict if isinstance(out, Receipt) else out.reason for out in say.retry(store)]
    assert told == ["empty", "known", "new"]
    assert [entry.published for entry in store.view().reports()] == ["2011-10-06", "2011-10-06"]
    assert [failure.reason for failure in store.view().failures()] == ["empty"]
    (tmp_path / "a.txt").write_text(TEXTS[1], encoding="utf-8")
    list(say.ingest([tmp_path], store))
    assert not list(store.view().failures())


def test_a_name_that_is_no_text_stops_nothing(say: Sayso, tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    for name, content in ((b"b\xff.txt", TEXTS[0].encode()), (b"c\xff.txt", b""), (b"d.txt", TEXTS[1].encode())):
        Path(os.fsdecode(folder + b"/" + name)).write_bytes(content)
    with open_store(tmp_path / "w") as store:
        verdicts = [out.verdict if isinstance(out, Receipt) else out.name for out in say.ingest([tmp_path], store)]
        assert verdicts == ["new", f"{tmp_path}/c\\xff.txt", "new"]
        assert next(store.view().reports()).path == f"{tmp_path}/b\\xff.txt"


@pytest.mark.slow
def test_one_bad_file_in_ten_thousand(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(10_000):
        (tmp_path / "in" / f"{number:04}.txt").write_text(f"{number} ships left Velia, the minister said.")
    bad, say = tmp_path / "in" / "6543.txt", StubReader()
    bad.write_bytes(b"")
    with open_store(tmp_path / "w") as store:
        outcomes = say.ingest([tmp_path / "in"], store)
        begun = list(islice(outcomes, 7000))
        outcomes.close()  # type: ignore[attr-defined]  # it is a generator
        assert len(list(store.view().reports())) == len(begun) - 1
        told = [out.verdict if isinstance(out, Receipt) else out.reason for out in say.ingest([tmp_path / "in"], store)]
        assert (told.count("known"), told.count("new")) == (6999, 3000)
        (failure,) = store.view().failures()
        assert (failure.name, failure.reason) == (str(bad), "empty")
        bad.write_text("6543 ships left Velia, the minister said.")
        assert [out.verdict for out in say.retry(store) if isinstance(out, Receipt)] == ["new"]
        assert len(list(store.view().reports())) == 10_000
        assert not list(store.view().failures())
