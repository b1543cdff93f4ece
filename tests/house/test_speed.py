"""Importing sayso and asking it for help are quick."""

import os
import subprocess
import sys
from pathlib import Path

RUNS = 7


def quickest(*command: str) -> float:
    """Seconds of processor time, which other work on the machine does not stretch; the least of several runs."""

    def once() -> float:
        before = os.times()
        subprocess.run(command, check=True, capture_output=True)
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    return min(once() for _ in range(RUNS))


def test_import_takes_less_than_three_tenths_of_a_second() -> None:
    assert quickest(sys.executable, "-c", "import sayso") < 0.3


def test_help_takes_less_than_half_a_second() -> None:
    assert quickest(str(Path(sys.executable).parent / "sayso"), "--help") < 0.5


def test_import_brings_no_language_model() -> None:
    code = "import sys, sayso; print({'spacy', 'pydantic', 'sqlalchemy'} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=os.environ)
    assert shown.stdout.strip() == "set()"
