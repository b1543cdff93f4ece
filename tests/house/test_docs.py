"""The documents say what the program does: README's examples run, the reference names everything."""

import dataclasses
import doctest
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso import errors
from sayso.config import Settings

ROOT = Path(__file__).parents[2]
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
TALES = ["README.md", "docs/tutorial.md", "docs/how-to.md", "docs/reference/python.md"]


def reference() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs/reference").glob("*.md")))


def commands() -> Iterator[tuple[str, list[str]]]:
    from typer.main import get_command

    from sayso.cli import app

    group = get_command(app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]  # a Typer of several commands is a group
        yield name, [option for parameter in command.params for option in parameter.opts if option.startswith("--")]


@pytest.mark.parametrize("name", TALES)
def test_python_examples_run(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    failed, _ = doctest.testfile(str(ROOT / name), module_relative=False, optionflags=FLAGS, encoding="utf-8")
    assert failed == 0


def test_readme_has_an_example() -> None:
    assert ">>> " in (ROOT / "README.md").read_text(encoding="utf-8")


def test_reference_names_every_command_and_option() -> None:
    text = reference()
    found = list(commands())
    assert len(found) >= 6
    missing = [f"sayso {name}" for name, _ in found if f"`sayso {name}" not in text]
    missing += [f"{name} {option}" for name, options in found for option in options if f"`{option}" not in text]
    assert missing == []


def test_reference_names_every_setting() -> None:
    text = reference()
    names = [field.name for field in dataclasses.fields(Settings)]
    assert [name for name in names if f"`{name}`" not in text or f"`SAYSO_{name.upper()}`" not in text] == []


def test_reference_names_every_public_name() -> None:
    text = reference()
    assert [name for name in sayso.__all__ if f"`sayso.{name}`" not in text and f"`{name}`" not in text] == []


def test_reference_names_every_error() -> None:
    text = reference()
    named = [name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)]
    assert [name for name in named if f"`{name}`" not in text] == []


def test_links_between_documents_lead_somewhere() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
    dead = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert dead == []


def test_every_direct_dependency_has_a_decision() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    decisions = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs/decisions").glob("*.md")).lower()
    names = [re.split(r"[<>=!~ ]", line)[0] for line in project["dependencies"]]
    assert [name for name in names if name.lower() not in decisions] == []
