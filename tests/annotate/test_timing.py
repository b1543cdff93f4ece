"""The time that a verb or an event noun takes from its own clause."""

import pytest

from sayso.annotate.timing import time_of
from sayso.model import Report
from sayso.pipeline import Sayso
from sayso.segment import segment


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("The mayor said on Tuesday that the army had shelled Tarn on Sunday.", "said", "2019-06-11"),
        ("The mayor said on Tuesday that the army had shelled Tarn on Sunday.", "shelled", "2019-06-09"),
        ("The mayor said the army had shelled Tarn on Sunday.", "said", None),
        ("The envoys held talks in Tarn last month.", "talks", "2019-05"),
        ("The attack on Sunday killed two guards.", "attack", "2019-06-09"),
        ("Jets struck Tarn on Sunday, killing ten people.", "killing", "2019-06-09"),
        ("The envoys met on Sunday to discuss the siege.", "discuss", "2019-06-09"),
        ("The army killed two men and held one in Tarn on Sunday.", "killed", "2019-06-09"),
        ("Velia joined the pact and left it in 1981.", "joined", None),
        ("The war has gone on since 2011, when the army fired on a crowd.", "fired", "2011"),
        ("The guards fled before Sunday.", "fled", None),
        ("The navy raided the rig in retaliation for Sunday's attack.", "raided", None),
        ("The navy raided the rig in retaliation for Sunday's attack.", "attack", "2019-06-09"),
        ("The army agreed on Sunday to free the men.", "free", None),
        ("The army fired after it took Tarn on Sunday.", "fired", None),
    ],
)
def test_a_time_belongs_to_the_word_of_its_clause(say: Sayso, text: str, word: str, value: str | None) -> None:
    doc = segment(Report("r", text, "2019-06-12"), say.nlp.make_doc)
    for _, component in say.nlp.pipeline:
        doc = component(doc)
    mark = time_of(doc, next(token for token in doc if token.text == word))
    assert (mark and mark.time.value) == value
