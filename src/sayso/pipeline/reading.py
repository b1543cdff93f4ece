"""The whole way on one screen: reports go in, their findings come out and are kept.

read ──▶ Report ──segment──▶ Doc ──annotate──▶ Findings ──record──▶ Store ──tell──▶ people
                                                   └──resolve──▶ see `linking`
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import replace
from datetime import date
from typing import Any, Self, cast

from spacy.tokens import Doc

from sayso import marks
from sayso.annotate import collect, load_language, reading_order, weights_hash
from sayso.annotate.component import Component
from sayso.errors import ReportError, SaysoError, UsageError
from sayso.knowledge import gazetteer, territories
from sayso.knowledge.contested import DEFAULT, Contested
from sayso.knowledge.directory import Directory
from sayso.model import Failure, Findings, KnownActor, MadeBy, Receipt, Report
from sayso.model.ids import digest
from sayso.model.reason import Reasons
from sayso.pipeline.crew import Crew, Item, Outcome
from sayso.read import Intake, check_addresses, check_given, is_ahead, latest_day, parse_day, take_in
from sayso.record import Jobs, Store, Writer, retrials
from sayso.segment import segment

KNOWN, CONTESTED = "known-actors", "contested"
"""The parts of `made_by` that stand for the known actors of a workspace and for a table of contested states that is not
the usual one: their versions are hashes of them."""


class Sayso:
    """A reader of reports, after spaCy's habit: called with one, or streaming with `pipe`.

    >>> import sayso
    >>> say = sayso.load()
    >>> record = say("The minister said on Monday that talks had failed.", published="2011-10-06")
    >>> record.report.published
    '2011-10-06'
    """

    known: tuple[KnownActor, ...] = ()
    contested: str = DEFAULT

    def __init__(self, model: str | None = None, contested: str = DEFAULT, profile: str | None = None) -> None:
        self.model, self.contested, self.profile = model, contested, profile
        self.nlp = load_language(model, profile)
        self._directory = Directory(contested=Contested(contested))
        parse = MadeBy("parse", self.nlp.meta["version"], weights_hash(self.nlp))
        ours = [cast("Component[Any]", self.nlp.get_pipe(name)) for name in reading_order()]
        versions = (
            MadeBy(component.name.removeprefix("sayso_"), component.version, component.model) for component in ours
        )
        places = MadeBy("gazetteer", f"{gazetteer.sources()}, territories: {territories.rule()}", gazetteer.digest())
        self.made_by = (parse, *versions, places, *_made_by_knowledge(self.known, contested))

    def knowing(self, known: Iterable[KnownActor]) -> Self:
        """This reader, with these known actors in the place of its own: a workspace's register, a dictionary.

        >>> import sayso
        >>> front = sayso.KnownActor(("Orsk Front",), "armed-group", (sayso.Term("AFG", ("REB",)),))
        >>> say = sayso.load().knowing([front])
        >>> say("The Orsk Front said on Monday that it had left.").actors[0].code
        'AFGREB'
        """
        other = copy(self)
        other.known = tuple(known)
        other._directory = Directory(other.known, Contested(self.contested))
        ours = [made for made in self.made_by if made.component not in (KNOWN, CONTESTED)]
        other.made_by = (*ours, *_made_by_knowledge(other.known, self.contested))
        return other

    def __call__(
        self,
        text: str | Report,
        *,
        published: str | None = None,
        outlet: str | None = None,
        title: str | None = None,
        url: str | None = None,
        id: str | None = None,
    ) -> Findings:
        """The findings of one report: a text with what is known of it, or a `Report`.

        ``published`` is an ISO 8601 day; UsageError where it is none.
        """
        if isinstance(text, Report):
            return self._read(text)
        try:
            day = published and parse_day(published).isoformat()
        except ValueError as error:
            raise UsageError(f"published: {error}") from error
        return self._read(Report(id or digest(text), text, day, outlet, url, title))

    def pipe(self, reports: Iterable[Report], *, workers: int = 1) -> Iterator[Findings]:
        """The findings of many reports, in their order, streaming; the same bytes with any number of workers.

        ReportError at the first report that cannot be read; `outcomes` goes on. Several workers are processes that
        import the calling program anew: a script guards its own start with ``if __name__ == "__main__"``.
        """
        for outcome in self.outcomes(reports, workers=workers):
            if isinstance(outcome, Failure):
                raise ReportError(outcome.name, outcome.reason, outcome.stage)
            yield outcome

    def outcomes(self, reports: Iterable[Report | Failure], *, workers: int = 1) -> Iterator[Findings | Failure]:
        """Like `pipe`, but a report that cannot be read comes out as a `Failure` and the run goes on.

        A Failure of an earlier station passes through in its place.
        """
        return cast("Iterator[Findings | Failure]", self._outcomes(reports, workers))

    def outcome(self, report: Item) -> Outcome:
        """The findings of one report, or why there are none; what is no report, as it is."""
        if not isinstance(report, Report):
            return report
        try:
            return self._read(report)
        except ReportError as error:
            return Failure(report.id, error.stage, error.reason)
        except SaysoError as error:
            return Failure(report.id, "annotate", str(error))
        except Exception as error:  # noqa: BLE001  (whatever one report does to a component, the run goes on)
            return Failure(report.id, "annotate", " ".join(f"{type(error).__name__}: {error}".split()))

    def ingest(
        self,
        paths: Iterable[str | os.PathLike[str]],
        store: Store,
        *,
        published: str | None = None,
        outlet: str | None = None,
        workers: int = 1,
        fetch: bool = False,
        latest: Callable[[], date] = latest_day,
    ) -> Iterator[Receipt | Failure]:
        """Read the reports at ``paths`` into ``store``, each in a transaction of its own; one receipt or failure each.

        ``published`` and ``outlet`` are given to reports that bring none of their own. A report that the store knows is
        not read again, unless the actors of the store's register have changed, which are known before those of this
        reader; one that brings a date later than ``latest`` (tomorrow) is a Failure. The store keeps failures until
        their reports are read. UsageError where ``published`` itself is no day, or later, and where an address of the
        web is among the paths without ``fetch``.
        """
        check_given(published, latest())
        paths = list(paths)
        check_addresses(paths, fetch=fetch)
        intakes = take_in(paths, published=published, outlet=outlet, latest=latest(), fetch=fetch)
        reader = self.knowing((*store.register().actors(), *self.known))
        return reader._ingest(intakes, store.writer(), Jobs(store, published, outlet), workers, latest())

    def retry(
        self, store: Store, *, workers: int = 1, fetch: bool = False, latest: Callable[[], date] = latest_day
    ) -> Iterator[Receipt | Failure]:
        """Read again what ``store`` keeps as failed, with the date and outlet that were given to it; else `ingest`."""
        reader = self.knowing((*store.register().actors(), *self.known))
        for paths, published, outlet in retrials(store.view()):
            jobs = Jobs(store, published, outlet)
            intakes = take_in(paths, published=published, outlet=outlet, latest=latest(), fetch=fetch)
            yield from reader._ingest(intakes, store.writer(), jobs, workers, latest())
            jobs.settle(paths)

    def _ingest(
        self, intakes: Iterable[Intake | Failure], writer: Writer, jobs: Jobs, workers: int, latest: date
    ) -> Iterator[Receipt | Failure]:
        waiting: deque[tuple[str, bytes | None]] = deque()
        for outcome in self._outcomes(self._unknown(intakes, writer, waiting), workers):
            path, original = waiting.popleft()
            done = _keep(outcome, path, original, writer, latest) if isinstance(outcome, Findings) else outcome
            jobs.take(path, done)
            yield replace(done, name=path) if isinstance(done, Failure) else done

    def _outcomes(self, items: Iterable[Item], workers: int) -> Iterator[Outcome]:
        if workers <= 1:
            yield from map(self.outcome, items)
            return
        with Crew(workers, _open_reader, (self.model, self.contested, self.profile, self.known), _work) as crew:
            yield from crew.outcomes(items)

    def _unknown(
        self, intakes: Iterable[Intake | Failure], writer: Writer, waiting: deque[tuple[str, bytes | None]]
    ) -> Iterator[Report | Receipt | Failure]:
        """The reports that are still to be read, and what is settled of the others.

        Their paths, and the bytes they were taken out of, go to ``waiting``.
        """
        for taken in intakes:
            if isinstance(taken, Failure):
                waiting.append((_as_text(taken.name), None))
                yield taken
                continue
            waiting.append((_as_text(taken.path), taken.original))
            try:
                yield writer.known(taken.report, self.made_by) or writer.complete(taken.report)
            except ReportError as error:
                yield Failure(taken.path, error.stage, error.reason)

    def reasons(self, report: Report) -> Reasons:
        """Why the times and places of the report are read as they are."""
        with self.nlp.memory_zone():
            doc = self._parsed(report)
            times, places = (cast("Any", self.nlp.get_pipe(name)) for name in ("sayso_times", "sayso_places"))
            return Reasons(times.reasons(doc), places.reasons(doc))

    def _parsed(self, report: Report) -> Doc:
        """The Doc as spaCy's own components leave it."""
        doc = segment(report, self.nlp.make_doc)
        ours = reading_order()
        for name, component in self.nlp.pipeline:
            if name not in ours:
                doc = component(doc)
        return doc

    def _read(self, report: Report) -> Findings:
        with self.nlp.memory_zone():
            doc = segment(report, self.nlp.make_doc)
            marks.set_directory(doc, self._directory)
            for _, component in self.nlp.pipeline:
                doc = component(doc)
            return collect(doc, self.made_by)


def load(model: str | None = None, contested: str = DEFAULT, profile: str | None = None) -> Sayso:
    """A reader, with the spaCy English pipeline ``model`` (package name or path) or the one that is installed.

    ``contested`` is how states in dispute are coded: "plover", "iso", or the path of a TOML file.
    ``profile`` is the codebook that events are coded by: `plover` (None), `cameo`, `harvest` or the path of a file;
    UsageError where it is none.

    >>> load().made_by[0].component
    'parse'
    """
    return Sayso(model, contested, profile)


def _made_by_knowledge(known: tuple[KnownActor, ...], contested: str) -> Iterator[MadeBy]:
    """What says by which knowledge a record was made, where that is not the one that sayso comes with."""
    if known:
        yield MadeBy(KNOWN, digest(*sorted(actor.hash for actor in known)), None)
    if contested != DEFAULT:
        yield MadeBy(CONTESTED, digest(Contested(contested).told), None)


def _as_text(path: str) -> str:
    """``path`` with the bytes of its name that are no text written out."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _keep(findings: Findings, path: str, original: bytes | None, writer: Writer, latest: date) -> Receipt | Failure:
    published = findings.report.published
    if is_ahead(published, latest):
        return Failure(path, "segment", f"its text dates it in the future: {published}")
    try:
        return writer.add(findings, path, original)
    except ReportError as error:
        return Failure(path, error.stage, error.reason)


def _open_reader(model: str | None, contested: str, profile: str | None, known: tuple[KnownActor, ...]) -> None:
    global _say  # noqa: PLW0603  (a worker process holds its one reader)
    _say = Sayso(model, contested, profile).knowing(known)


def _work(reports: list[Item]) -> list[Outcome]:
    return [_say.outcome(report) for report in reports]


_say: Sayso
