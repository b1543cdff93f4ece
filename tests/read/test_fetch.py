"""Fetching: from a server of our own, the only one that these tests reach."""

from __future__ import annotations

import gzip
import ipaddress
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sayso.errors import ReadError, UsageError
from sayso.model import Failure
from sayso.read import Intake, check_addresses, take_in
from sayso.read.fetch import LARGEST, MOST_REDIRECTS, Address, Fetcher, is_public

PAGE = (Path(__file__).parent / "pages" / "json-ld.html").read_bytes()
HTML = "text/html; charset=iso-8859-1"
PRIVATE = [
    "127.0.0.1", "127.1", "2130706433", "0x7f.0.0.1", "0x7f000001", "0177.0.0.1", "localhost", "0", "0.0.0.0", "[::1]",
    "[::]", "[::ffff:127.0.0.1]", "[::ffff:a00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
    "[fe80::1]", "[fd00:ec2::254]", "[fec0::1]", "[ff02::1]", "10.1.2.3", "172.16.0.1", "192.168.0.1", "100.64.0.1",
    "169.254.169.254", "192.0.0.192", "168.63.129.16", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
    "①②⑦.0.0.1",
]  # fmt: skip


class Handler(BaseHTTPRequestHandler):
    """Answers by path."""

    asked: list[tuple[str, str]]

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["Host"]))
        route, _, number = self.path.strip("/").partition("/")
        getattr(self, f"_{route}")(number)

    def _page(self, _: str) -> None:
        self._send(PAGE, HTML)

    def _plain(self, _: str) -> None:
        self._send("Über the hill the talks went on, he said.".encode("cp1252"), "text/plain; charset=windows-1252")

    def _packed(self, _: str) -> None:
        self._send(gzip.compress(PAGE), HTML, encoding="gzip")

    def _bomb(self, _: str) -> None:
        self._send(gzip.compress(b"x" * (LARGEST + 1)), HTML, encoding="gzip")

    def _broken(self, _: str) -> None:
        self._send(zlib.compress(PAGE)[5:], HTML, encoding="deflate")

    def _other(self, _: str) -> None:
        self._send(PAGE, HTML, encoding="br")

    def _large(self, _: str) -> None:
        self._send(b"x" * (LARGEST + 1), HTML)

    def _picture(self, _: str) -> None:
        self._send(b"GIF89a", "image/gif")

    def _gone(self, _: str) -> None:
        self._send(b"gone", HTML, status=410)

    def _hop(self, number: str) -> None:
        self._send(b"", HTML, status=302, to=f"/hop/{int(number) - 1}" if int(number) else "/page")

    def _to(self, target: str) -> None:
        self._send(b"", HTML, status=301, to=target)

    def _slow(self, _: str) -> None:
        self.send_response(200)
        self.end_headers()
        for _number in range(100):
            try:
                self.wfile.write(b"<p>")
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.05)

    def _send(self, body: bytes, kind: str, *, status: int = 200, encoding: str = "", to: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if encoding:
            self.send_header("Content-Encoding", encoding)
        if to:
            self.send_header("Location", to)
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    Handler.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as serving:
        thread = threading.Thread(target=serving.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://localhost:{serving.server_port}"
        serving.shutdown()
        thread.join()


def own(address: Address) -> bool:
    return address.is_loopback


def reason(url: str, fetcher: Fetcher) -> str:
    with pytest.raises(ReadError) as caught:
        fetcher.fetch(url)
    assert "\n" not in caught.value.reason
    return caught.value.reason


@pytest.mark.parametrize("route", ["page", "packed", "hop/3"])
def test_a_page_is_fetched_and_read(server: str, route: str) -> None:
    (taken,) = take_in([f"{server}/{route}"], fetch=Fetcher(own))
    assert isinstance(taken, Intake), taken
    assert taken.original == PAGE
    assert taken.path == f"{server}/{route}"
    assert "“We were promised a draft" in taken.report.text
    assert taken.report.url == "https://www.tarnherald.example/world/harbour-talks-collapse-71"
    assert {host for _, host in Handler.asked} == {server.removeprefix("http://")}


def test_a_text_is_fetched_in_the_charset_of_its_header(server: str) -> None:
    (taken,) = take_in([f"{server}/plain#top"], fetch=Fetcher(own))
    assert isinstance(taken, Intake)
    assert (taken.report.text[:4], taken.report.url) == ("Über", f"{server}/plain")


@pytest.mark.parametrize(
    ("route", "said"),
    [
        ("bomb", "too long: more than 10,000,000 bytes"),
        ("large", "too long: more than 10,000,000 bytes"),
        ("broken", "packed wrongly"),
        ("other", "a way that was not asked for"),
        ("picture", "'image/gif' is no page"),
        ("gone", "the answer was 410"),
        (f"hop/{MOST_REDIRECTS}", "more than 5 redirects"),
        ("to/file:///etc/passwd", "only http and https"),
        ("to/http://user:word@localhost/page", "name or password"),
        ("to/gopher://localhost/", "only http and https"),
    ],
)
def test_what_is_not_taken_says_why(server: str, route: str, said: str) -> None:
    assert said in reason(f"{server}/{route}", Fetcher(own))


def test_a_drip_ends_with_the_time_limit(server: str) -> None:
    begun = time.monotonic()
    assert "took too long" in reason(f"{server}/slow", Fetcher(own, patience=0.4))
    assert time.monotonic() - begun < 3


@pytest.mark.parametrize("host", PRIVATE)
def test_no_notation_leads_to_a_private_address(host: str, server: str) -> None:
    port = server.rpartition(":")[2]
    said = reason(f"http://{host}:{port}/page", Fetcher(patience=2))
    assert "not on the public internet" in said or "host is not known" in said or "cannot be fetched" in said
    assert Handler.asked == []


def test_a_redirect_is_checked_anew(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    allowed = iter([True, False])
    assert "public internet" in reason(f"{server}/to/http://127.0.0.2:1/", Fetcher(lambda _: next(allowed)))


def test_a_name_is_looked_up_once_and_all_its_addresses_count(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def two(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        calls.append(host)
        return [(2, 1, 6, "", (address, port)) for address in ("9.9.9.9", "127.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", two)
    assert "public internet" in reason("http://rebound.example/", Fetcher())
    assert calls == ["rebound.example"]


@pytest.mark.parametrize(
    "url", ["ftp://a.example/x", "file:///etc/passwd", "http://", "http://a b/", "https://u@a.example/", "http://[::1/"]
)
def test_other_addresses_are_refused(url: str) -> None:
    reason(url, Fetcher(lambda _: False))


def test_public_addresses_are_public() -> None:
    assert all(is_public(ipaddress.ip_address(text)) for text in ("9.9.9.9", "1.1.1.1", "2606:4700::1111", "2a00::1"))


def test_nothing_is_fetched_unasked() -> None:
    with pytest.raises(UsageError, match="only with --fetch"):
        check_addresses(["a.txt", "https://a.example/"], fetch=False)
    check_addresses(["a.txt", "-"], fetch=False)
    (taken,) = take_in(["https://a.example/"])
    assert isinstance(taken, Failure)
