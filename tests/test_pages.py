"""A page goes the whole way, and its bytes stay with its report."""

from pathlib import Path

from sayso.pipeline import Sayso
from sayso.record import MemoryStore

PAGE = Path(__file__).parent / "read" / "pages" / "bare.html"


def test_a_page_is_read_and_its_bytes_are_kept(say: Sayso) -> None:
    store = MemoryStore()
    (receipt,) = say.ingest([PAGE], store)
    assert (receipt.verdict, receipt.entry.outlet) == ("new", "The Kestrel Post")
    assert store.view().original(1) == PAGE.read_bytes()
    assert [known.verdict for known in say.ingest([PAGE], store)] == ["known"]
