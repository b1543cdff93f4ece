"""`sayso codebook`, and `--profile` of `sayso annotate` and `sayso read`."""

import json
from pathlib import Path

from typer.testing import CliRunner

from sayso.cli import app

TEXT = "Villagers harvested the barley on Monday. The ministers met in Osk."


def test_one_kind_is_printed() -> None:
    printed = CliRunner().invoke(app, ["codebook", "consult"]).stdout
    assert printed.startswith("CONSULT\n")
    assert "multilateral: more than two sides take part" in printed


def test_all_kinds_are_printed() -> None:
    printed = CliRunner().invoke(app, ["codebook"]).stdout
    assert printed.count("  meaning ") == 16


def test_another_codebook_codes_its_own_kinds(tmp_path: Path) -> None:
    given, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    given.write_text(json.dumps({"id": "1", "text": TEXT, "published": "2024-03-15"}) + "\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["annotate", str(given), "--out", str(out), "--profile", "harvest"])
    assert done.exit_code == 0
    record = json.loads(out.read_text(encoding="utf-8"))
    assert [event["type"] for event in record["events"]] == ["REAP"]
    (made,) = [made for made in record["made_by"] if made["component"] == "events"]
    assert made["model"].startswith("sha256:")


def test_cameo_codes_what_plover_does(tmp_path: Path) -> None:
    given, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    given.write_text(json.dumps({"id": "1", "text": TEXT}) + "\n", encoding="utf-8")
    CliRunner().invoke(app, ["annotate", str(given), "--out", str(out), "--profile", "cameo"])
    assert [event["type"] for event in json.loads(out.read_text(encoding="utf-8"))["events"]] == ["04"]


def test_reports_are_read_by_another_codebook(tmp_path: Path) -> None:
    given, workspace = tmp_path / "in.txt", ["-w", str(tmp_path / "record")]
    given.write_text(TEXT, encoding="utf-8")
    assert CliRunner().invoke(app, ["read", str(given), "--profile", "harvest", *workspace]).exit_code == 0
    listed = CliRunner().invoke(app, ["events", "--columns", "type,who", *workspace]).stdout
    assert listed == "type\twho\nREAP\tVillagers\n"
