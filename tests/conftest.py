import pytest

import sayso
from sayso.pipeline import Sayso


@pytest.fixture(scope="session")
def say() -> Sayso:
    """One reader for all tests: loading it takes a second."""
    return sayso.load()
