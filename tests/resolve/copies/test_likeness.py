from wire import BRIEF, FOOTER, OTHER, WIRE, quoting, told

from sayso.resolve.copies.likeness import Likeness, bands_of
from sayso.resolve.copies.sketch import BANDS


def test_a_part_is_contained_and_the_whole_is_not_covered() -> None:
    part = WIRE[: len(WIRE) // 2]
    likeness = Likeness.of(told(part).copy, told(WIRE).copy)
    assert likeness.contained > 0.9
    assert likeness.covered < 0.6
    assert likeness.lead > 0.9
    assert likeness.particulars > 0.9


def test_direct_speech_is_counted_apart() -> None:
    one, other = quoting(WIRE, "r1", "AFP").copy, quoting(f"{OTHER} {WIRE[WIRE.index('“') :]}", "r2", "AP").copy
    likeness = Likeness.of(one, other)
    assert likeness.quoted == len(one.quoted)
    assert likeness.shared == len(set(one.prints) & set(other.prints)) - likeness.quoted


def test_what_stands_before_a_common_ending_is_the_body() -> None:
    likeness = Likeness.of(told(BRIEF + FOOTER).copy, told(OTHER + FOOTER).copy)
    assert likeness.contained > 0.6
    assert likeness.body < 0.2
    assert Likeness.of(told(WIRE).copy, told(WIRE).copy).body == 1.0


def test_texts_with_nothing_in_common() -> None:
    likeness = Likeness.of(told("").copy, told(WIRE).copy)
    assert (likeness.contained, likeness.covered, likeness.lead, likeness.shared) == (0, 0, 0, 0)


def test_near_copies_share_a_band_of_their_signatures() -> None:
    one, other = (bands_of(told(text).copy.signature) for text in (WIRE, WIRE.replace("Tuesday", "Monday")))
    assert len(one) == BANDS
    assert set(enumerate(one)) & set(enumerate(other))
    assert not set(enumerate(one)) & set(enumerate(bands_of(told(OTHER).copy.signature)))
