"""A PostgreSQL of the tests' own: begun in a temporary folder, on a socket in it, gone at the end."""

from __future__ import annotations

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import quote

INSTALLED = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
QUICK = ("fsync=off", "full_page_writes=off", "autovacuum=off", "listen_addresses=", "shared_buffers=16MB")


class Cluster:
    """A running server; each `address` is a schema of its own in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = count(1)

    def address(self) -> str:
        """An empty workspace."""
        import psycopg

        schema = f"w{next(self._numbers)}"
        with psycopg.connect(self.dsn, autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {schema}")  # type: ignore[arg-type]
        return f"postgresql://tests:s3cret@/postgres?host={quote(str(self.folder))}&options=-csearch_path%3D{schema}"

    @property
    def dsn(self) -> str:
        """The server, as libpq reads it."""
        return f"host={self.folder} user=tests dbname=postgres"


def programs() -> Path | None:
    """The folder of initdb and postgres; None where they are not installed."""
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else INSTALLED[-1] if INSTALLED else None


@contextmanager
def running(programs: Path) -> Iterator[Cluster]:
    """A new server. PostgreSQL does not run as root, so then it runs as somebody else."""
    folder = Path(tempfile.mkdtemp(prefix="sayso-pg-"))
    user = _somebody() if os.geteuid() == 0 else None
    as_user = {} if user is None else {"user": user, "group": user, "extra_groups": []}
    if user is not None:
        os.chown(folder, user, user)
    data, environment = folder / "data", {**os.environ, "LC_ALL": "C", "TZ": "UTC"}
    made = [programs / "initdb", "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    subprocess.run(made, check=True, capture_output=True, cwd="/", env=environment, **as_user)  # type: ignore[call-overload]
    settings = [part for setting in QUICK for part in ("-c", setting)]
    command = [programs / "postgres", "-D", data, "-k", folder, *settings]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            command,
            stdout=log,
            stderr=log,
            cwd="/",
            env=environment,
            preexec_fn=_end_with_the_tests if sys.platform == "linux" else None,  # noqa: PLW1509  (no threads yet)
            **as_user,
        )
    try:
        _wait(folder, process)
        yield Cluster(folder)
    finally:
        process.send_signal(signal.SIGQUIT)  # at once, whoever is connected
        process.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def _end_with_the_tests() -> None:
    """The server goes when the tests do, also when they are killed (``prctl(PR_SET_PDEATHSIG)``)."""
    ctypes.CDLL(None).prctl(1, signal.SIGQUIT)


def _somebody() -> int:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_uid
        except KeyError:
            continue
    return 65534


def _wait(folder: Path, process: subprocess.Popen[bytes]) -> None:
    import psycopg

    end = time.monotonic() + 60
    while True:
        try:
            psycopg.connect(Cluster(folder).dsn).close()
            return
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > end:
                raise AssertionError((folder / "log").read_text()) from None
            time.sleep(0.05)
