from sayso.resolve.stories.terms import RAREST, rarity


def test_rare_words_are_rarer_than_common_ones() -> None:
    assert rarity("the") < rarity("year") < rarity("minister") < rarity("trawler") <= RAREST
    assert rarity("zarquon") == RAREST
