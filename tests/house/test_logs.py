"""Logs carry ids, never text: not of what was read, nor of what could not be."""

import json
import logging
from pathlib import Path

import pytest

from sayso.pipeline import Sayso
from sayso.record import open_store

SAID = "The minister of Orsk said on Monday that the Quillfeather talks had failed, and Zoë Märchen denied it."
PAGE = (
    f"<html><head><title>Quillfeather</title></head><body><article><p>{SAID}</p><p>{SAID}</p></article></body></html>"
)


def test_no_word_of_a_report_is_logged(say: Sayso, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(SAID, encoding="utf-8")
    (folder / "b.txt").write_text(SAID * 3, encoding="latin-1")
    (folder / "c.html").write_text(PAGE, encoding="utf-8")
    (folder / "d.html").write_text(f"<html><body><a>{SAID}</a><!-- Quillfeather --></body>", encoding="utf-8")
    (folder / "e.jsonl").write_text(json.dumps({"id": "r1", "txt": SAID}) + "\nQuillfeather\n", encoding="utf-8")
    with caplog.at_level(logging.NOTSET), open_store(tmp_path / "w") as store:
        read = list(say.ingest([folder], store))
        list(store.view().search("Quillfeather"))
        failures = list(store.view().failures())
    assert len(read) == 6
    assert failures
    told = [record.getMessage() for record in caplog.records] + [failure.reason for failure in failures]
    assert [line for line in told if "Quillfeather" in line or "minister" in line or "rchen" in line] == []
