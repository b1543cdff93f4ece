"""Memory stays flat over many reports, each with words never seen before."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.model import Report
from sayso.pipeline import Sayso

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
