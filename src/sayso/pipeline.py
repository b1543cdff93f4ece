"""The whole way on one screen: a report goes in, its findings come out.

    read ──▶ Report ──segment──▶ Doc ──annotate──▶ Findings ──record──▶ Store ──tell──▶ people
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context

from sayso.annotate import collect, load_language, reading_order, weights_hash
from sayso.errors import ReportError, SaysoError
from sayso.model import Failure, Findings, MadeBy, Report
from sayso.model.ids import digest
from sayso.segment import segment

_CHUNK = 16


class Sayso:
    """A reader of reports, after spaCy's habit: called with one, or streaming with `pipe`.

    >>> import sayso
    >>> say = sayso.load()
    >>> record = say("The minister said on Monday that talks had failed.", published="2011-10-06")
    >>> record.statements[0].stance
    'says'
    """

    def __init__(self, model: str | None = None) -> None:
        self.model = model
        self.nlp = load_language(model)
        parse = MadeBy("parse", self.nlp.meta["version"], weights_hash(self.nlp))
        ours = (MadeBy(name.removeprefix("sayso_"), self.nlp.get_pipe(name).version, None) for name in reading_order())
        self.made_by = (parse, *ours)

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
        """The findings of one report: a text with what is known of it, or a `Report`."""
        if isinstance(text, Report):
            return self._read(text)
        return self._read(Report(id or digest(text), text, published, outlet, url, title))

    def pipe(self, reports: Iterable[Report], *, workers: int = 1) -> Iterator[Findings]:
        """The findings of many reports, in their order, streaming; the same bytes with any number of workers.

        ReportError at the first report that cannot be read; `outcomes` goes on.
        """
        for outcome in self.outcomes(reports, workers=workers):
            if isinstance(outcome, Failure):
                raise ReportError(outcome.name, outcome.reason)
            yield outcome

    def outcomes(self, reports: Iterable[Report], *, workers: int = 1) -> Iterator[Findings | Failure]:
        """Like `pipe`, but a report that cannot be read comes out as a `Failure` and the run goes on."""
        if workers <= 1:
            yield from map(self.outcome, reports)
            return
        context = get_context("spawn")
        with ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(self.model,)) as pool:
            waiting: deque[Future[list[Findings | Failure]]] = deque()
            for chunk in _chunks(reports):
                waiting.append(pool.submit(_work, chunk))
                if len(waiting) > 2 * workers:
                    yield from waiting.popleft().result()
            for future in waiting:
                yield from future.result()

    def outcome(self, report: Report) -> Findings | Failure:
        """The findings of one report, or why there are none."""
        try:
            return self._read(report)
        except SaysoError as error:
            return Failure(report.id, "annotate", str(error))
        except Exception as error:  # noqa: BLE001  (whatever one report does to a component, the run goes on)
            return Failure(report.id, "annotate", f"{type(error).__name__}: {error}")

    def _read(self, report: Report) -> Findings:
        with self.nlp.memory_zone():
            doc = segment(report, self.nlp.make_doc)
            for _, component in self.nlp.pipeline:
                doc = component(doc)
            return collect(doc, self.made_by)


def load(model: str | None = None) -> Sayso:
    """A reader, with the spaCy English pipeline ``model`` or the one that is installed."""
    return Sayso(model)


def _start(model: str | None) -> None:
    global _say  # noqa: PLW0603  (a worker process holds its one reader)
    _say = Sayso(model)


def _work(reports: list[Report]) -> list[Findings | Failure]:
    return [_say.outcome(report) for report in reports]


def _chunks(reports: Iterable[Report]) -> Iterator[list[Report]]:
    source = iter(reports)
    while chunk := list(islice(source, _CHUNK)):
        yield chunk


_say: Sayso
