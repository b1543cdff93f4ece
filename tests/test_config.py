from __future__ import annotations

from pathlib import Path

import pytest

from sayso.config import Server, Settings
from sayso.errors import UsageError


def test_arguments_win_over_variables_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "sayso.toml"
    file.write_text('workspace = "from-file"\nmodel = "file_model"\n', encoding="utf-8")
    environment = {"SAYSO_WORKSPACE": "from-variable", "SAYSO_MODEL": "", "OTHER": "x"}
    assert Settings.gather({}, {}, tmp_path / "none.toml") == Settings(Path(".sayso"), None)
    assert Settings.gather({}, {}, file) == Settings(Path("from-file"), "file_model")
    assert Settings.gather({"model": None}, environment, file) == Settings(Path("from-variable"), "file_model")
    assert Settings.gather({"workspace": Path("given")}, environment, file).workspace == Path("given")


def test_the_home_folder_may_be_written_short() -> None:
    assert Settings.gather({"workspace": "~/news"}, {}, Path("none.toml")).workspace == Path.home() / "news"


@pytest.mark.parametrize("content", [b'workspaces = "x"', b"model = 3", b"model = ", b'model = "caf\xe9"'])
def test_a_wrong_settings_file_is_wrong_usage(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "sayso.toml"
    file.write_bytes(content)
    with pytest.raises(UsageError, match=r"sayso\.toml: ") as caught:
        Settings.gather({}, {}, file)
    assert len(str(caught.value).splitlines()) == 1


def test_the_cache_is_the_users(tmp_path: Path) -> None:
    none = tmp_path / "none.toml"
    assert Settings.gather({}, {"XDG_CACHE_HOME": "/var/c"}, none).cache == Path("/var/c/sayso")
    assert Settings.gather({}, {"XDG_CACHE_HOME": "relative"}, none).cache == Path("~/.cache/sayso").expanduser()
    assert Settings.gather({}, {"SAYSO_CACHE": "/x", "XDG_CACHE_HOME": "/var/c"}, none).cache == Path("/x")


def test_an_unknown_reading_of_contested_territories_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="none of un, held, none"):
        Settings.gather({}, {"SAYSO_TERRITORIES": "mine"}, tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("postgresql://ann@db.example/news", "postgresql://ann@db.example/news"),
        ("postgres://ann:a%40b@db.example:5432/news", "postgres://ann:***@db.example:5432/news"),
        ("postgresql+psycopg://ann:p/w?x@y@db/news", "postgresql+psycopg://ann:***@db/news"),
        ("postgresql://:pw@db/news", "postgresql://:***@db/news"),
        ("postgresql://db/news?user=ann&password=pw&sslmode=require", "postgresql://db/news?user=ann&password=***&sslmode=require"),
        ("postgresql://db/news?sslPassword=pw", "postgresql://db/news?sslPassword=***"),
    ],
)  # fmt: skip
def test_a_servers_password_is_never_told(address: str, told: str) -> None:
    server = Settings.gather({"workspace": address}, {}, Path("none.toml")).workspace
    assert isinstance(server, Server)
    assert (str(server), server.url) == (told, address)
    assert "pw" not in repr(server)


def test_another_address_is_no_workspace() -> None:
    with pytest.raises(UsageError, match=r"mysql://ann:\*\*\*@db/news is neither") as caught:
        Settings.gather({"workspace": "mysql://ann:pw@db/news"}, {}, Path("none.toml"))
    assert "pw" not in str(caught.value)
