"""Files stay small, functions stay short, and what must not be in the tree is not."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 400, 60
NOUNS = ("model", "inference", "knowledge", "read", "record", "tell")
# Split, so that this file does not name them itself.
REGISTRY_HOSTS = ("pypi" + ".org", "python" + "hosted.org", "npmjs" + ".org", "npmjs" + ".com", "crates" + ".io")


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1


def test_there_is_something_to_look_at() -> None:
    assert len(SOURCES) > 30


def test_no_file_is_long() -> None:
    lengths = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8").count("\n") for path in SOURCES}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_long() -> None:
    lengths = dict(found for path in SOURCES for found in functions(path))
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def test_no_dumping_ground() -> None:
    forbidden = {"util", "utils", "helpers", "common", "misc", "manager"}
    assert [path for path in SOURCES if path.stem in forbidden or path.parent.name in forbidden] == []


def test_no_file_names_a_registry_host() -> None:
    texts = ((path, path.read_bytes()) for path in tracked())
    assert [path.name for path, text in texts for host in REGISTRY_HOSTS if host.encode() in text] == []


@pytest.mark.parametrize("package", NOUNS)
def test_the_nouns_never_see_spacy(package: str) -> None:
    files = sorted((ROOT / "src/sayso" / package).rglob("*.py"))
    assert files
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in names if name.split(".")[0] in ("spacy", "thinc")], path


def test_every_dependency_is_used() -> None:
    import re
    import tomllib
    from importlib.metadata import packages_distributions

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[<>=!~ \[]", line)[0].lower() for line in project["dependencies"]}
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    used = {
        distribution.lower().replace("_", "-")
        for module, distributions in packages_distributions().items()
        for distribution in distributions
        if re.search(rf"^\s*(import|from) {re.escape(module)}\b|\"{re.escape(module)}\"", text, re.MULTILINE)
    }
    assert declared - used == set()
