"""The documents say what the program does: README's examples run, the reference names everything."""

import dataclasses
import doctest
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

import sayso
from sayso import errors
from sayso.config import Settings
from sayso.model import (
    Candidate,
    Cut,
    EventEntry,
    Failure,
    FailureEntry,
    Findings,
    Hit,
    KnownActor,
    Receipt,
    ReportEntry,
    SourceEntry,
    StatementEntry,
    Term,
    Unread,
)

ROOT = Path(__file__).parents[2]
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
ENTRIES = (
    ReportEntry, StatementEntry, SourceEntry, EventEntry, Hit, Receipt, Failure, FailureEntry, KnownActor, Term,
    Candidate, Unread,
)  # fmt: skip
TALES = ["README.md", "docs/tutorial.md", "docs/how-to.md", "docs/reference/python.md"]


def _nouns(noun: type) -> Iterator[type]:
    """The noun and all that its fields hold; spans are numbers only."""
    seen, waiting = set(), [noun]
    while waiting:
        found = waiting.pop()
        if dataclasses.is_dataclass(found) and found not in seen:
            seen.add(found)
            yield found
            waiting += [part for hint in get_type_hints(found).values() for part in _parts(hint)]


def _parts(hint: object) -> Iterator[Any]:
    yield hint
    for part in get_args(hint):
        yield from _parts(part)


def _values(hint: object) -> Iterator[str]:
    for part in _parts(hint):
        if get_origin(part) is Literal:
            yield from get_args(part)


def reference() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs/reference").glob("*.md")))


def commands() -> Iterator[tuple[str, list[str]]]:
    from typer.main import get_command

    from sayso.cli import app

    yield from _below(get_command(app), "")


def _below(group: Any, path: str) -> Iterator[tuple[str, list[str]]]:
    """The commands of a group and of the groups in it, by their whole names."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _below(command, f"{path}{name} ")
        else:
            options = [option for parameter in command.params for option in parameter.opts]
            yield f"{path}{name}", [option for option in options if option.startswith("-")]


@pytest.mark.parametrize("name", TALES)
def test_python_examples_run(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    failed, _ = doctest.testfile(str(ROOT / name), module_relative=False, optionflags=FLAGS, encoding="utf-8")
    assert failed == 0


def test_readme_has_an_example() -> None:
    assert ">>> " in (ROOT / "README.md").read_text(encoding="utf-8")


def test_ci_runs_what_the_readme_tells_a_newcomer_to_run() -> None:
    promised = re.findall(r"^make (\w+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    parts = re.findall(r"^part (\w+)", (ROOT / ".ci/run").read_text(encoding="utf-8"), re.MULTILINE)
    assert promised
    assert parts[: len(promised)] == promised


def test_reference_names_every_command_and_option() -> None:
    page = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
    preface, *sections = page.split("\n## ")
    found = list(commands())
    assert len(found) >= 6
    for name, options in found:
        (section,) = [part for part in sections if re.search(f"`sayso {name}[` ]", part.partition("\n")[0])]
        assert [option for option in options if f"`{option}" not in section + preface] == [], name


def test_reference_names_every_field_and_value_of_a_record() -> None:
    page = (ROOT / "docs/reference/record.md").read_text(encoding="utf-8")
    parts = re.split(r"\n(?:## |- )", page)
    nouns = list(_nouns(Findings))
    assert len(nouns) >= 15
    for noun in nouns:
        (told,) = [part for part in parts if part.startswith(f"`{noun.__name__}`")]
        named = set(re.findall(r"`\"?(.+?)\"?`", told))
        values = {value for hint in get_type_hints(noun).values() for value in _values(hint)}
        assert {field.name for field in dataclasses.fields(noun)} | values <= named, noun


def test_reference_names_every_field_of_an_entry() -> None:
    page = (ROOT / "docs/reference/python.md").read_text(encoding="utf-8")
    parts = re.split(r"\n(?=\|)|\n\n", page[page.index("## Entries") :])
    for noun in (*ENTRIES, Cut):
        (told,) = [part for part in parts if re.match(rf"(\| |A list is .*)`{noun.__name__}`", part)]
        assert {field.name for field in dataclasses.fields(noun)} <= set(re.findall(r"`(\w+)`", told)), noun


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
