"""The public names: one sorted list, each with an example that runs."""

import doctest
import importlib
import inspect
import pkgutil
from pathlib import Path

import pytest

import sayso

ROOT = Path(__file__).parents[2]
MODULES = [sayso.__name__, *(info.name for info in pkgutil.walk_packages(sayso.__path__, "sayso."))]


def test_public_names_are_sorted_and_there() -> None:
    assert sayso.__all__ == sorted(sayso.__all__)
    for name in sayso.__all__:
        assert getattr(sayso, name) is not None


def test_no_public_function_bears_the_name_of_a_subpackage() -> None:
    packages = {info.name for info in pkgutil.iter_modules(sayso.__path__)}
    assert packages & set(sayso.__all__) == set()


@pytest.mark.parametrize("name", sayso.__all__)
def test_every_public_name_has_an_example(name: str) -> None:
    public = getattr(sayso, name)
    documented = inspect.getdoc(public) or ""
    assert ">>> " in documented, f"sayso.{name} has no example in its docstring"


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_run(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    module = importlib.import_module(name)
    failed, _ = doctest.testmod(module, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert failed == 0
