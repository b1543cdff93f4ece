from __future__ import annotations

import factory
import pytest

from sayso.errors import DecodeError
from sayso.model import Findings


def test_json_and_back_is_the_same() -> None:
    record = factory.record(published="2031-03-06", outlet="Harbour Times")
    assert Findings.from_json(record.to_json()) == record
    assert "\n" not in record.to_json()


@pytest.mark.parametrize("line", ["", "{", "[]", '{"report": {"id": "r1"}}'])
def test_what_is_no_record_says_where(line: str) -> None:
    with pytest.raises(DecodeError, match=r"^in line 3: ") as caught:
        Findings.from_json(line, "in line 3")
    assert len(str(caught.value).splitlines()) == 1
