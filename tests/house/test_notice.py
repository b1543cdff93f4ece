"""NOTICE names every data file that is shipped, with its origin and its licence, and nothing that is gone."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DATA = {".toml", ".json", ".csv", ".tsv", ".sqlite", ".cfg", ".txt", ".gz", ".bin", ".onnx"}


def entries() -> dict[str, str]:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    blocks = re.findall(r"^(sayso/\S+)\n((?:    .+\n)+)", notice, re.MULTILINE)
    return dict(blocks)


def shipped() -> list[str]:
    return sorted(
        str(path.relative_to(ROOT / "src")) for path in (ROOT / "src/sayso").rglob("*") if path.suffix in DATA
    )


def test_every_data_file_is_named_once_and_is_there() -> None:
    assert sorted(entries()) == shipped()


def test_every_data_file_that_is_made_has_its_script() -> None:
    made = {name: script for name, block in entries().items() for script in re.findall(r"training/[\w/]+\.py", block)}
    assert len(made) >= 4
    assert [name for name, script in made.items() if not (ROOT / script).is_file()] == []


def test_every_trained_data_file_tells_of_its_data() -> None:
    fitters = sorted((ROOT / "training").glob("*/fit.py"))
    assert fitters
    assert [path for path in fitters if not path.with_name("data.md").is_file()] == []


def test_every_data_file_has_origin_and_licence() -> None:
    for name, block in entries().items():
        assert re.search(r"^    Origin: \S", block, re.MULTILINE), name
        assert re.search(r"^    Licence: \S", block, re.MULTILINE), name
