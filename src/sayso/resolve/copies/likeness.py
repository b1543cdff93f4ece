"""How far one text is in another: what their fingerprints have in common."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import takewhile

from sayso.resolve.copies.sketch import ROWS, CopySketch

_LEADING = 30
_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Likeness:
    """Shares from 0 to 1, of fingerprints outside of quotation marks: who quotes the same speech did not copy by that.

    ``contained`` is the share of the shorter text's that the longer has, ``covered`` the other way round; ``lead`` the
    same for the first third of either, whichever is more; ``body`` what is contained before the ending that both have.
    ``particulars`` is the share of the shorter's names and numbers that the longer has too. ``shared`` counts common
    fingerprints, ``quoted`` those within quotation marks.
    """

    contained: float
    covered: float
    lead: float
    body: float
    particulars: float
    shared: int
    quoted: int

    @classmethod
    def of(cls, shorter: CopySketch, longer: CopySketch) -> Likeness:
        """The likeness of two texts, the one with fewer fingerprints first."""
        spoken = {sketch.prints[number] for sketch in (shorter, longer) for number in sketch.quoted}
        told, retold = ([one for one in sketch.prints if one not in spoken] for sketch in (shorter, longer))
        common = set(shorter.prints) & set(longer.prints)
        return cls(
            contained=_share(told, common),
            covered=_share(retold, common),
            lead=max(_share(told[: -(-len(told) // 3)], common), _share(retold[: -(-len(retold) // 3)], common)),
            body=_share(told[: len(told) - _ending(told, retold)], common, default=1.0),
            particulars=_share(shorter.particulars[:_LEADING], longer.particulars),
            shared=len(common - spoken),
            quoted=len(common & spoken),
        )


def bands_of(signature: str) -> list[str]:
    """The signature in its bands: two texts of a resemblance of 0.5 share one in five of six cases."""
    width = _DIGITS * ROWS
    return [signature[at : at + width] for at in range(0, len(signature), width)]


def _share(of: Sequence[int] | Sequence[str], among: Collection[int] | Collection[str], default: float = 0.0) -> float:
    known = frozenset(among)
    return sum(one in known for one in of) / len(of) if of else default


def _ending(one: Sequence[int], other: Sequence[int]) -> int:
    """How many fingerprints both end with."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
