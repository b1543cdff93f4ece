"""What is kept of a text to find its copies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b, sha256
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sayso.model.findings import Findings
from sayso.resolve.copies.agencies import agencies_credited
from sayso.resolve.words import Word, words_of

if TYPE_CHECKING:
    from datasketch import MinHash

SHINGLE: Final = 5
WINDOW: Final = 5
MOST_PRINTS: Final = 400
ROWS: Final = 4
BANDS: Final = 16
_LEAD = 200
_MOST_PARTICULARS = 60
_MOSTLY = 0.6
_SEED = 8


@dataclass(frozen=True, slots=True)
class CopySketch:
    """Fingerprints of a text, the same for the same words.

    ``sha256`` is over all words, or, where there are less than five, over the report's id; ``prints`` are winnowed
    hashes of five words each, in the order of the text, and ``quoted`` the numbers of those that stand within direct
    speech; ``signature`` is a MinHash over pairs of words, eight hexadecimal digits a permutation; ``particulars`` are
    the names and numbers of the first 200 words; ``agencies`` those that the text credits.
    """

    sha256: str
    words: int = 0
    prints: tuple[int, ...] = ()
    quoted: tuple[int, ...] = ()
    signature: str = ""
    particulars: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


def sketch_copy(findings: Findings) -> CopySketch:
    """The fingerprints of the report's text."""
    report = findings.report
    words = words_of(report.text)
    folded = [word.folded for word in words]
    chosen = winnowed([hashed(" ".join(folded[at : at + SHINGLE])) for at in range(len(folded) - SHINGLE + 1)])
    spoken = [span for said in findings.statements if said.mode == "direct" for span in said.content]
    return CopySketch(
        sha256=_identity(report.id, folded),
        words=len(words),
        prints=tuple(chosen),
        quoted=tuple(
            number
            for number, at in enumerate(chosen.values())
            if any(span.start <= words[at].start and words[at + SHINGLE - 1].end <= span.end for span in spoken)
        ),
        signature=signature_of(folded),
        particulars=particulars_of(words),
        agencies=agencies_credited(report.text),
    )


def _identity(name: str, folded: Sequence[str]) -> str:
    """Of all words; of the report's id where there are too few words to tell by them that two texts are one."""
    told = " ".join(folded) if len(folded) >= SHINGLE else f"\0{name}"
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def winnowed(hashes: Sequence[int]) -> dict[int, int]:
    """The smallest hash of every window of five, the last of equals, with its place; each hash once, 400 at most.

    Two texts that share nine words in a row share one of them (Schleimer, Wilkerson and Aiken 2003).
    """
    chosen: dict[int, int] = {}
    for at in range(max(1, len(hashes) - WINDOW + 1)):
        window = hashes[at : at + WINDOW]
        if not window or len(chosen) == MOST_PRINTS:
            break
        least = min(window)
        chosen.setdefault(least, at + max(place for place, value in enumerate(window) if value == least))
    return chosen


def hashed(words: str) -> int:
    """32 bits of the words."""
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "big")


def particulars_of(words: Sequence[Word]) -> tuple[str, ...]:
    """Numbers and words that the text never writes without a capital, at its beginning: what fills a template.

    Numbers alone where nearly every word has a capital.
    """
    common = {word.folded for word in words if not word.particular}
    lead = [word.folded for word in words[:_LEAD] if word.particular and word.folded not in common]
    if len(lead) > _MOSTLY * len(words[:_LEAD]):
        lead = [word for word in lead if word.isdigit()]
    return tuple(dict.fromkeys(lead))[:_MOST_PARTICULARS]


def signature_of(folded: Sequence[str]) -> str:
    """MinHash (Broder 1997) over the pairs of neighbouring words; empty for a text of less than two words."""
    pairs = sorted({hashed(" ".join(pair)) for pair in pairwise(folded)})
    if not pairs:
        return ""
    minhash = _empty_signature().copy()
    minhash.update_batch(pairs)
    return "".join(f"{int(value):08x}" for value in minhash.hashvalues)


@cache
def _empty_signature() -> MinHash:
    from datasketch import MinHash

    return MinHash(num_perm=BANDS * ROWS, seed=_SEED, scheme="affine32", hashfunc=int)
