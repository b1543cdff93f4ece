from __future__ import annotations

import os
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.tell import whole_file


def test_a_file_appears_when_it_is_complete(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(b"old")
    with whole_file(out) as stream:
        stream.write(b"new")
        assert out.read_bytes() == b"old"
    assert out.read_bytes() == b"new"
    assert out.stat().st_mode & 0o777 == 0o666 & ~_umask()
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_broken_off_file_leaves_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt), whole_file(out):
        raise KeyboardInterrupt
    assert out.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_link_is_written_through_and_a_device_directly(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with whole_file(tmp_path / "link") as stream:
        stream.write(b"new")
    assert (tmp_path / "real").read_bytes() == b"new"
    with whole_file(Path("/dev/null")) as stream:
        stream.write(b"gone")
    assert Path("/dev/null").is_char_device()


def test_what_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    for out, reason in ((tmp_path / "none" / "out", "no such file"), (tmp_path, "is a directory")):
        with pytest.raises(UsageError, match=reason), whole_file(out):
            pass


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
