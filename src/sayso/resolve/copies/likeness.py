"""How far one text is in another: what their fingerprints have in common."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import takewhile

from sayso.resolve.copies.sketch import ROWS, CopySketch

_LEADING = 30
_DIGITS = 8
_FEWEST_BEFORE, _SMALL = 3, 0.15
_USUAL = 0.6


@dataclass(frozen=True, slots=True)
class Likeness:
    """Shares from 0 to 1, of fingerprints outside of quotation marks: who quotes the same speech did not copy by that.

    ``contained`` is the share of the shorter text's that the longer has, ``covered`` the other way round; ``lead`` the
    same for the first third of either, whichever is more; ``body`` what is contained before the ending that both have,
    all where that is nearly the whole text.
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
            body=_share(_body(told, retold), common, default=1.0),
            particulars=_particulars(shorter.particulars[:_LEADING], longer.particulars),
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


def _particulars(of: Sequence[str], among: Sequence[str]) -> float:
    """The share of names and numbers; of numbers alone where one text tells no names by its capitals."""
    if all(one.isdigit() for one in of) or all(one.isdigit() for one in among):
        of = [one for one in of if one.isdigit()]
    return _share(of, among, default=_USUAL)


def _body(told: Sequence[int], retold: Sequence[int]) -> Sequence[int]:
    """The fingerprints before the ending that both have; none where the ending is nearly all."""
    pairs = zip(reversed(told), reversed(retold), strict=False)
    ending = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    before = len(told) - ending
    return told[:before] if before > max(_FEWEST_BEFORE, _SMALL * len(told)) else ()
