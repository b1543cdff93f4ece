"""Write the golden records anew: python tests/golden/refresh.py, then read the difference before committing it."""

from pathlib import Path

import sayso
from sayso.pipeline import Sayso

HERE = Path(__file__).parent
REPORTS = HERE.parent / "reports"


def record(say: Sayso, path: Path) -> str:
    """The record of a report, as its golden file has it."""
    return say(path.read_text(encoding="utf-8"), id=path.stem).to_json() + "\n"


def main() -> None:
    """One JSON file a report; records of reports that are gone go too."""
    for old in HERE.glob("*.json"):
        old.unlink()
    say = sayso.load()
    for path in sorted(REPORTS.glob("*.txt")):
        (HERE / f"{path.stem}.json").write_text(record(say, path), encoding="utf-8")


if __name__ == "__main__":
    main()
