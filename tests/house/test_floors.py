"""Floors of the quality gate: every measure has one, and none is lowered silently."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import gate
import renamed

ROOT = Path(__file__).parents[2]
EVAL = ROOT / "eval"


def floors() -> dict[str, float]:
    found: dict[str, float] = json.loads((EVAL / "floors.json").read_text(encoding="utf-8"))
    return found


def test_every_measure_has_a_floor() -> None:
    assert sorted(floors()) == sorted(measure.name for measure in gate.ALL)


def earlier() -> Iterator[dict[str, float]]:
    """The floors of every commit that git still knows."""
    git = ["git", "-C", str(ROOT)]
    log = subprocess.run(
        [*git, "log", "--format=%H", "--", "eval/floors.json"], capture_output=True, text=True, check=False
    )
    for commit in log.stdout.split():
        yield json.loads(
            subprocess.run([*git, "show", f"{commit}:eval/floors.json"], capture_output=True, check=True).stdout
        )


def test_no_floor_was_ever_lowered_silently() -> None:
    ceilings = {measure.name for measure in gate.ALL if measure.better == "lower"}
    now, changes = floors(), (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    eased = {
        name
        for before in earlier()
        for name, value in before.items()
        if (now.get(name, value) > value if name in ceilings else now.get(name, 0.0) < value)
    }
    assert {name for name in eased if name not in changes} == set()


def test_a_score_under_its_floor_is_told_and_one_over_it_is_not() -> None:
    limits = {"links.f1": 50.0, "status.macro": 50.0, "speed.ratio": 1.5}
    low = gate.under({"links.f1": 49.0, "status.macro": 50.1, "speed.ratio": 1.6}, limits)
    assert [line.split(":")[0] for line in low] == ["links.f1", "speed.ratio"]


def test_raising_lowers_nothing() -> None:
    lifted = gate.raised({"links.f1": 60.0, "status.macro": 40.0, "speed.ratio": 1.1}, {"status.macro": 50.0})
    assert lifted == {"links.f1": 60.0, "status.macro": 50.0}


def test_names_are_exchanged_in_text_and_key_alike() -> None:
    new = renamed.Renaming({"Orsk": "Tarn", "Velian": "Kenyan"}, {"VEL": "KEN"}, frozenset({"Orsk"}))
    text = new.text("The Orsks, Orskers and Velian's men left Orsk.")
    assert text == "The Tarns, Orskers and Kenyan's men left Tarn."
    key = {
        "events": [{"actor": "the Orsks", "actor_code": "VELREB", "recipient": "Velian men", "recipient_code": "VEL"}],
        "actor_codes": [{"text": "Orsk", "country": "VEL"}, {"text": "Velian army", "country": "VEL"}],
    }
    assert renamed.rename(key, new) == {
        "events": [{"actor": "the Tarns", "recipient": "Kenyan men", "recipient_code": "KEN"}],
        "actor_codes": [{"text": "Kenyan army", "country": "KEN"}],
    }
