import pytest

from sayso.resolve.copies.agencies import agencies_credited


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("TARN (Reuters) - Envoys met.", ("Reuters",)),
        ("TARN, May 5 (Xinhua) -- Envoys met.", ("Xinhua",)),
        ("Envoys met.\n\nAgence France-Presse", ("AFP",)),
        ("Envoys met in Tarn AFP Saturday 4 Oct 2014 At least two came.", ("AFP",)),
        ("Envoys met. The Associated Press contributed to this report.", ("AP",)),
        ("Envoys met. (Additional reporting by Reuters)", ("Reuters",)),
        ("Envoys met. Source: AFP", ("AFP",)),
        ("Envoys met, one of them told AFP.", ("AFP",)),
        ("Reuters fired forty people on Tuesday, the union said.", ()),
        ("The map was apt and the sap ran.", ()),
        ("", ()),
    ],
)
def test_a_text_tells_whose_it_is(text: str, agencies: tuple[str, ...]) -> None:
    assert agencies_credited(text) == agencies


def test_only_the_edges_of_a_long_text_are_credits() -> None:
    assert agencies_credited("Envoys met again. " * 60 + "(Reuters) " + "Envoys met again. " * 60) == ()
