"""One page from the web, fetched only when a person asks for it, and only from the public internet.

What an address leads to is decided by whoever wrote it, so (OWASP, Server-Side Request Forgery Prevention): http and
https only, no name or password in the address; the name is looked up once, every address found must be public, and the
connection goes to the very address that was checked; each redirect is checked anew. Size and time have limits.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import httpcore
import httpx

from sayso.errors import ReadError

LARGEST = 10_000_000
"""The most bytes that a page may have when it is unpacked."""

MOST_REDIRECTS = 5
PATIENCE = 30.0
"""Seconds for all of it, redirects included; the look-up of a name has its own limit in the system's resolver."""

_STEP = 10.0
_CHUNK = 65_536
_REDIRECTS = (301, 302, 303, 307, 308)
_KINDS = {"text/html": ".html", "application/xhtml+xml": ".xhtml", "text/plain": ".txt", "": ".html"}
_HEADERS = {
    "User-Agent": "sayso (reads single pages on request)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?\s*([\w:.+-]{1,40})", re.IGNORECASE)

# Beyond what `is_global` refuses: addresses that stand for others (mapped, 6to4, Teredo, NAT64), what Python 3.11 still
# takes for global, and the one public address at which a cloud answers its own machines.
_NOT_PUBLIC = tuple(
    map(
        ipaddress.ip_network,
        (
            "0.0.0.0/8", "100.64.0.0/10", "168.63.129.16/32", "192.0.0.0/24", "192.88.99.0/24", "224.0.0.0/3",
            "::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2002::/16",
            "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        ),
    )
)  # fmt: skip

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Refused(Exception):  # noqa: N818  (says what happened, as ReadError's reason)
    """Why an address is not connected to."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: its bytes unpacked, the address that gave it, the charset of its header, its suffix."""

    data: bytes
    url: str
    charset: str | None
    suffix: str


def is_public(address: Address) -> bool:
    """Whether ``address`` is one of the public internet's, and stands for itself.

    >>> [is_public(ipaddress.ip_address(text)) for text in ("9.9.9.9", "10.0.0.1", "169.254.169.254", "::ffff:7f00:1")]
    [True, False, False, False]
    """
    listed = any(address in network for network in _NOT_PUBLIC if network.version == address.version)
    return address.is_global and not address.is_multicast and not address.is_reserved and not listed


class Fetcher:
    """Fetches pages; ``allowed`` says which addresses may be connected to."""

    def __init__(self, allowed: Callable[[Address], bool] = is_public, patience: float = PATIENCE) -> None:
        self._allowed, self._patience = allowed, patience

    def fetch(self, url: str) -> Fetched:
        """The page at ``url``; ReadError, in one line, where there is none that may be had."""
        deadline = time.monotonic() + self._patience
        try:
            with httpx.Client(transport=_Transport(self._allowed, deadline), trust_env=False) as client:
                return _follow(client, url)
        except Refused as error:
            raise ReadError(url, str(error)) from error
        except (httpx.TimeoutException, httpcore.TimeoutException) as error:
            raise ReadError(url, "took too long to answer") from error
        except (httpx.HTTPError, httpx.InvalidURL, httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise ReadError(url, " ".join(f"cannot be fetched: {error}".split())) from error
        except (OSError, UnicodeError, ValueError) as error:
            raise ReadError(url, " ".join(f"cannot be fetched: {error}".split()).lower()) from error


def _follow(client: httpx.Client, url: str) -> Fetched:
    asked = _checked(httpx.URL(url))
    for _ in range(MOST_REDIRECTS + 1):
        with client.stream("GET", asked, headers=_HEADERS) as response:
            if response.status_code not in _REDIRECTS or "location" not in response.headers:
                return _taken(response)
            asked = _checked(asked.join(response.headers["location"]))
    raise Refused(f"leads on and on: more than {MOST_REDIRECTS} redirects")


def _checked(url: httpx.URL) -> httpx.URL:
    if url.scheme not in ("http", "https"):
        raise Refused(f"only http and https are fetched, not {url.scheme or 'this'}")
    if url.userinfo:
        raise Refused("an address with a name or password in it is not fetched")
    if not url.host:
        raise Refused("the address names no host")
    return url


def _taken(response: httpx.Response) -> Fetched:
    if response.status_code != 200:
        raise Refused(f"the answer was {response.status_code} {response.reason_phrase}".rstrip())
    media = response.headers.get("content-type", "")
    kind = media.partition(";")[0].strip().lower()
    if kind not in _KINDS:
        raise Refused(f"{kind[:60]!r} is no page and no text")
    charset = _CHARSET.search(media)
    data = b"".join(_unpacked(response.iter_raw(_CHUNK), response.headers.get("content-encoding", "")))
    return Fetched(data, str(response.url.copy_with(fragment=None)), charset and charset.group(1), _KINDS[kind])


def _unpacked(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """The bytes of the page, unpacked with a limit, so that a small answer cannot fill the memory."""
    encoding = encoding.strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise Refused("it is packed in a way that was not asked for")
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if encoding not in ("", "identity") else None
    left = LARGEST
    for chunk in chunks:
        try:
            piece = unpack.decompress(chunk, left + 1) if unpack else chunk
        except zlib.error as error:
            raise Refused("it is packed wrongly") from error
        left -= len(piece)
        if left < 0:
            raise Refused(f"too long: more than {LARGEST:,} bytes")
        yield piece


class _Transport(httpx.BaseTransport):
    """httpx over a pool whose connections are made by `_Backend`."""

    def __init__(self, allowed: Callable[[Address], bool], deadline: float) -> None:
        self._deadline = deadline
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False), network_backend=_Backend(allowed, deadline)
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        address = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        asked = httpcore.Request(
            request.method, address, headers=request.headers.raw, content=None, extensions=request.extensions
        )
        answer = self._pool.handle_request(asked)
        body = _Body(answer)
        return httpx.Response(answer.status, headers=answer.headers, stream=body, extensions=answer.extensions)

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _Backend(httpcore.NetworkBackend):
    """Looks a name up once, and connects to the first of its addresses if all are allowed."""

    def __init__(self, allowed: Callable[[Address], bool], deadline: float) -> None:
        self._allowed, self._deadline = allowed, deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        address = self._resolve(host, port)
        left = _left(self._deadline)
        return _Timed(self._plain.connect_tcp(address, port, left, local_address, socket_options), self._deadline)

    def _resolve(self, host: str, port: int) -> str:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise Refused("its host is not known") from error
        addresses = [str(entry[4][0]).partition("%")[0] for entry in found]
        if not addresses or not all(self._allowed(ipaddress.ip_address(address)) for address in addresses):
            raise Refused("its host is not on the public internet")
        return addresses[0]


class _Timed(httpcore.NetworkStream):
    """A connection on which nothing waits beyond the deadline, however slowly the other side drips."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._deadline))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: object, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        started = self._stream.start_tls(ssl_context, server_hostname, _left(self._deadline))  # type: ignore[arg-type]
        return _Timed(started, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


def _left(deadline: float) -> float:
    """Seconds until the deadline, no more than one step may take."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout
    return min(left, _STEP)
