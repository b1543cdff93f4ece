from __future__ import annotations

import factory

from sayso.record.snippets import snippet
from sayso.record.wording import wanted_words


def test_the_text_that_has_most_of_the_words_is_cut_around_them() -> None:
    words = wanted_words('"harbour times" again talk')
    told = snippet([factory.HEADLINE, factory.BODY, None], words)
    assert told.startswith("…")
    assert "told the [[Harbour Times]]. “They will [[talk]] [[again]],” the official said." in told
    assert len(told.split()) <= 24


def test_of_many_places_the_first_with_most_words_is_shown() -> None:
    text = " ".join(["ship", *["filler"] * 100, "Gold", "ship", *["filler"] * 100, "gold", "ship"])
    told = snippet([text], wanted_words("ship gold"))
    assert "[[Gold]] [[ship]]" in told
    assert told.startswith("…filler")
    assert told.endswith("filler…")


def test_beginnings_and_words_that_overlap() -> None:
    assert snippet(["Shipping ships"], wanted_words("ship*")) == "[[Shipping]] [[ships]]"
    assert snippet(["New Orsk Front"], wanted_words('"new orsk" "orsk front"')) == "[[New Orsk]] Front"
    assert snippet(["nothing"], wanted_words("ship")) == ""
