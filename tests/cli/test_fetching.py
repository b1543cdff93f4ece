"""Addresses of the web on the command line; nothing is fetched."""

import pytest

from sayso.cli import main


def test_an_address_without_fetch_is_one_line_and_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["read", "https://news.example/talks"])
    shown = capsys.readouterr()
    assert ended.value.code == 2
    assert shown.out == ""
    assert shown.err == "sayso: https://news.example/talks: a page of the web is fetched only with --fetch\n"
