from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import cluster
import pytest
from hypothesis import settings

import sayso
from sayso.pipeline import Sayso
from sayso.record import MemoryStore, Store, open_store

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None, max_examples=2000)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def say() -> Sayso:
    """One reader for all tests: loading it takes a second."""
    return sayso.load()


@pytest.fixture(scope="session")
def server() -> Iterator[cluster.Cluster]:
    """One PostgreSQL for all tests."""
    programs = cluster.programs()
    if programs is None:
        pytest.skip("PostgreSQL's initdb is not installed here")
    with cluster.running(programs) as running:
        yield running


@pytest.fixture
def database(server: cluster.Cluster) -> str:
    """The address of an empty workspace on PostgreSQL."""
    return server.address()


@pytest.fixture(params=["sqlite", "postgresql"])
def workspace(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty workspace of each kind that lasts."""
    if request.param == "sqlite":
        return str(tmp_path / "w")
    return str(request.getfixturevalue("database"))


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    if request.param == "memory":
        opened: Store = MemoryStore()
    else:
        opened = open_store(tmp_path / "w" if request.param == "sqlite" else request.getfixturevalue("database"))
    with opened:
        yield opened


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Ctrl-C is heard here and by programs begun here, even where a shell runs the tests in its background.

    Such a shell has SIGINT ignored, and what it starts inherits that.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
