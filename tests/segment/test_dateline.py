"""Datelines and what only looks like one."""

import pytest

from sayso.segment.dateline import read_dateline


@pytest.mark.parametrize(
    ("unit", "dateline"),
    [
        ("ZORVA: The council met.", None),
        ("TARN:", "TARN:"),
        ("KABUL: The council met.", "KABUL:"),
        ("TARN, Oct 5 (Reuters) — The council met.", "TARN, Oct 5 (Reuters) —"),
        ("TARN/ORSK — The council met.", "TARN/ORSK —"),
        ("New Tarn (AFP) – The council met.", "New Tarn (AFP) –"),
        ("NEW TARN, N.J., Dec. 11 (UPI) — The council met.", "NEW TARN, N.J., Dec. 11 (UPI) —"),
        ("TARN, Velia (July 17, 2031)", "TARN, Velia (July 17, 2031)"),
        ("Dec 29 (Reuters) - The council met.", "Dec 29 (Reuters) -"),
        ("EXCLUSIVE – The council met.", None),
        ("QUESTION: Did the council meet?", None),
        ("The council – all of it – met.", None),
        ("Tarn, the capital – or what is left of it – was quiet.", None),
    ],
)
def test_dateline(unit: str, dateline: str | None) -> None:
    found = read_dateline(unit)
    assert (unit[: found.end] if found else None) == dateline
