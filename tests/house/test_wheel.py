"""The wheel, installed into an empty environment, reads a report."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.wheel
def test_the_wheel_reads_a_report_in_an_empty_environment(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path], cwd=ROOT, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "empty", with_pip=True)
    programs = tmp_path / "empty" / "bin"
    install = ["-m", "pip", "install", "--quiet", "--constraint", ROOT / "constraints.txt", wheel]
    subprocess.run([programs / "python", *install], check=True)
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SAYSO"))}
    read = [programs / "sayso", "read", ROOT / "examples" / "denial.txt", "--workspace", tmp_path / "kept"]
    subprocess.run(read, cwd=tmp_path, env=clean, check=True)
    show = [programs / "sayso", "show", "1", "--workspace", tmp_path / "kept"]
    shown = subprocess.run(show, cwd=tmp_path, env=clean, check=True, capture_output=True, text=True).stdout
    assert "Mutisoi" in shown
