"""What is read and what the rules find, put together."""

from __future__ import annotations

import pytest

from sayso.annotate.attribution import trained
from sayso.annotate.attribution.reading import Reading
from sayso.inference import shelf
from sayso.inference.attributions import attributions
from sayso.inference.pieces import Stretch, cut
from sayso.model import Report
from sayso.pipeline import Sayso
from sayso.segment import segment

TEXT = (
    "The harbour master complained that nobody had cleared the channel since spring. “We wait,” she told reporters, "
    "“and the sand does not.” The council disputes her view.\n\n"
    "According to two pilots, the last dredger left in March."
)
OTHERS = ["It rained.", TEXT + "\n\nHe said so.", "“No,” he said. " * 40]


def test_the_reader_finds_cues_that_no_lexicon_needs_to_know() -> None:
    pieces = cut(TEXT, [Stretch(0, len(TEXT), False)], [])
    found = attributions(pieces)

    def words(start: int, end: int) -> str:
        return TEXT[pieces.starts[start] : pieces.ends[end - 1]]

    told = {words(*one.cue): one for one in found}
    complained = told["complained"]
    assert complained.source is not None
    assert words(*complained.source) == "The harbour master"
    assert [words(*run) for run in complained.contents] == ["that nobody had cleared the channel since spring"]
    assert len(next(one for cue, one in told.items() if "told" in cue).contents) == 2
    assert all(0 <= share <= 1 for one in found for share in (one.of_cue, one.of_source, one.of_content))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_report_gives_the_same_bytes_alone_and_in_any_batch(say: Sayso, workers: int) -> None:
    alone = say(TEXT, id="r").to_json()
    batch = [Report(f"o{number}", text) for number, text in enumerate(OTHERS)]
    for at in (0, 2, len(batch)):
        reports = [*batch[:at], Report("r", TEXT), *batch[at:]]
        assert [found.to_json() for found in say.pipe(reports, workers=workers)][at] == alone


def test_appositions_and_relative_clauses_of_a_source_are_spans_of_their_own(say: Sayso) -> None:
    text = "Ilse Brandt, the mayor of Oberau, who resigned last week, said the dam was unsafe."
    (one,) = say(text).statements
    assert one.source is not None
    assert one.source.spans[0].cut(text) == "Ilse Brandt"
    assert "the mayor of Oberau" in [span.cut(text) for span in one.source.spans]


def test_what_is_reported_inside_a_report_is_a_statement_of_its_own(say: Sayso) -> None:
    text = "The Harbour Times reported that a senior official had confirmed that the ships were gone."
    record = say(text)
    inner = next(one for one in record.statements if "confirmed" in " ".join(span.cut(text) for span in one.cue))
    outer = next(one for one in record.statements if one.id == inner.via)
    assert (inner.standing, outer.standing, outer.cue[0].cut(text)) == ("unnamed", "media", "reported")


@pytest.mark.parametrize(
    "text",
    [
        "“He said «no ‘never” and 'left\", she said",
        "HE SAID THE SHIPS HAD LEFT AND SHE DENIED IT",
        "he said " * 3000,
        "ANN: We left.\nBOB: No.\n" * 800,
        "word " * 4000 + "he said",
        "\ufffd said “\u202eabc”, \u200badded he",
    ],
    ids=["marks", "capitals", "no end", "transcript", "long", "odd"],
)
def test_hostile_texts_are_read_with_exact_spans(say: Sayso, text: str) -> None:
    record = say(text)
    for one in record.statements:
        spans = [*one.cue, *one.content, *(one.source.spans if one.source else ())]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_the_hash_names_all_files_of_a_model(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "a.onnx").write_bytes(b"1")
    monkeypatch.setattr(shelf, "SHELF", tmp_path)
    shelf.hash_of.cache_clear()
    one = shelf.hash_of("m")
    (tmp_path / "m" / "b.onnx").write_bytes(b"2")
    shelf.hash_of.cache_clear()
    assert shelf.hash_of("m") != one
    shelf.hash_of.cache_clear()


def test_what_is_said_never_takes_in_the_headline_or_the_dateline(say: Sayso) -> None:
    text = (
        "Fourteen die in attack on market\n\nBy Ruth Ardell\n\nGOSSI, Mali, May 14 (Meridian) — Gunmen attacked a "
        "market on Sunday and killed fourteen people, local officials said."
    )
    (one,) = say(text).statements
    assert [span.cut(text)[:7] for span in one.content] == ["Gunmen "]


def test_a_reading_of_marks_alone_is_no_statement(say: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trained, "read", lambda doc: [Reading((1, 2), None, [(2, 3)], 0.99, 0.99, 0.99)])
    assert say("It was, so.").statements == ()


def test_a_gap_in_a_sentence_is_filled_unless_cue_or_source_stand_in_it(say: Sayso) -> None:
    text = "Tarn Radio said the port would not be closed and the ships would stay. Then it rained."
    doc = segment(Report("r", text), say.nlp.make_doc)
    for name, component in say.nlp.pipeline:
        if not name.startswith("sayso_"):
            doc = component(doc)
    reading = Reading((2, 3), (0, 2), [(3, 7), (9, 14)], 0.9, 0.9, 0.9)
    assert trained._content(doc, reading) == [(3, 14)]
    assert trained._content(doc, reading._replace(cue=(7, 9))) == [(3, 7), (9, 14)]
    assert trained._content(doc, reading._replace(contents=[(3, 14), (15, 18)])) == [(3, 14), (15, 18)]
