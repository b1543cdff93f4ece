import signal
from collections.abc import Iterator

import pytest

import sayso
from sayso.pipeline import Sayso


@pytest.fixture(scope="session")
def say() -> Sayso:
    """One reader for all tests: loading it takes a second."""
    return sayso.load()


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Ctrl-C is heard here and by programs begun here, even where a shell runs the tests in its background.

    Such a shell has SIGINT ignored, and what it starts inherits that.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
