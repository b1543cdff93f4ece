import pytest
from wire import WIRE, told

from sayso.resolve.copies.versions import is_version, version_key

PAGE = "example.org/news/strait"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/news/strait",
        "http://www.example.org/news/strait/",
        "HTTPS://Example.org:443/news/strait#comments",
        "https://m.example.org/news/strait?utm_source=feed&fbclid=x",
        "https://amp.example.org/news/strait/amp/",
        "https://example.org/news/strait/index.html",
    ],
)
def test_one_page_has_one_key(url: str) -> None:
    assert version_key(told(WIRE, url=url)) == PAGE


def test_what_tells_the_page_is_kept() -> None:
    assert version_key(told(WIRE, url="https://example.org/read?id=7&utm_medium=x&a=b")) == "example.org/read?a=b&id=7"
    assert version_key(told(WIRE, url="https://example.org/Read")) == "example.org/Read"


@pytest.mark.parametrize(
    "url", ["", "https://example.org/", "https://example.org", "notes.txt", "file:///a/b.html", "https://["]
)
def test_no_page_no_key(url: str) -> None:
    gist = told(WIRE, url=url)
    assert version_key(gist) is None
    assert not is_version(gist, gist)


def test_no_address_no_key() -> None:
    assert version_key(told(WIRE)) is None
