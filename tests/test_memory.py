"""Memory stays flat over many reports, each with words never seen before."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from stub_reader import StubReader

from sayso.model import Report
from sayso.pipeline import Sayso
from sayso.record import open_store

MANY, WARM = 10_000, 2_000
GROWTH = 60_000_000  # bytes; the words of the reports alone, kept, would be more


def reports() -> Iterator[Report]:
    for number in range(MANY):
        name = f"Vor{number:x}ek"
        text = f"General {name} of the {name}i army said on Monday that {name}grad was shelled by the {name}ists. " * 3
        yield Report(str(number), text, "2011-10-06")


def resident() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096


@pytest.mark.slow
def test_memory_stays_flat_over_ten_thousand_reports(say: Sayso) -> None:
    if not Path("/proc/self/statm").exists():
        pytest.skip("no /proc here")
    warm = 0
    for number, _ in enumerate(say.pipe(reports())):
        if number == WARM:
            warm = resident()
    assert resident() - warm < GROWTH


@pytest.mark.slow
def test_memory_stays_flat_over_a_hundred_thousand_reports_kept(tmp_path: Path) -> None:
    if not Path("/proc/self/statm").exists():
        pytest.skip("no /proc here")
    with (tmp_path / "in.jsonl").open("w", encoding="utf-8") as lines:
        for number in range(100_000):
            text = f"{number} ships left Velia on Monday, the minister of Orsk said."
            lines.write(json.dumps({"id": str(number), "text": text}) + "\n")
    warm = 0
    with open_store(tmp_path / "w") as store:
        for number, _ in enumerate(StubReader().ingest([tmp_path / "in.jsonl"], store)):
            if number == WARM:
                warm = resident()
        assert resident() - warm < 20_000_000
        assert sum(1 for _ in store.view().reports()) == 100_000
        assert sum(1 for _ in store.view().statements()) == 300_000
    assert resident() - warm < 20_000_000
