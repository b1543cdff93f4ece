from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sayso.record.lexemes import tokens, vector

LETTERS = "abZ09 ,.-_'\"é Éñüøßåçāčžŧİı \u0301\u0308 αΑάΩω яЯйЙ ابت ペぺ 東京 한국 ②½ €%\0\x10\u202e😀"


@pytest.fixture(scope="module")
def fts5() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'unicode61 remove_diacritics 2')")
        raw.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, 'instance')")
        yield raw


@given(text=some.text(some.sampled_from(LETTERS), max_size=60))
def test_words_are_those_of_sqlite(fts5: sqlite3.Connection, text: str) -> None:
    fts5.execute("DELETE FROM t")
    fts5.execute("INSERT INTO t VALUES (?)", [text])
    found = [word for (word,) in fts5.execute("SELECT term FROM v ORDER BY offset")]
    assert [token.word for token in tokens(text)] == found


def test_a_word_stands_where_its_letters_stand() -> None:
    text = "«Vélia's ships»"
    assert [text[token.start : token.end] for token in tokens(text)] == ["Vélia", "s", "ships"]


def test_a_vector_is_no_larger_than_postgresql_takes_it() -> None:
    many = vector([("A", " ".join(f"word{number}" for number in range(200_000)))])
    assert 500_000 < len(many.encode()) < 2**21
    often = vector([("A", "ship " * 1000)])
    assert often.count("A") == 255
    (word, *_) = vector([("A", "é" * 5000)]).split(":")
    assert word == f"'{'e' * 500}'"
