"""Mention spans: whole noun phrases, without what follows them."""

import pytest
from spacy.tokens import Doc

from sayso.annotate.phrases import noun_phrase
from sayso.pipeline import Sayso


@pytest.mark.parametrize(
    ("text", "head", "phrase"),
    [
        ("Leaders of the Marlow network fled.", "Leaders", "Leaders of the Marlow network"),
        ("Ivo Marlow's government fell.", "Marlow", "Ivo Marlow"),
        ("Ivo Marlow's government fell.", "government", "Ivo Marlow's government"),
        ("The officials, who asked not to be named, left.", "officials", "The officials"),
        ("The ambassador to Ghana, Ola Grant, left.", "ambassador", "The ambassador to Ghana"),
        ("The trade minister in the new cabinet left.", "minister", "The trade minister"),
        ("Officials from Ghana and soldiers met.", "soldiers", "soldiers"),
    ],
)
def test_a_mention_ends_where_the_contract_says(say: Sayso, text: str, head: str, phrase: str) -> None:
    doc = _parse(say, text)
    token = next(token for token in doc if token.text == head)
    found = noun_phrase(token)
    assert doc[found.start : found.end].text == phrase


def _parse(say: Sayso, text: str) -> Doc:
    doc = say.nlp.make_doc(text)
    for name, component in say.nlp.pipeline:
        if not name.startswith("sayso_"):
            doc = component(doc)
    return doc
