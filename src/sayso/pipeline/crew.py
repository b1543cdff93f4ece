"""Reading with several processes."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread
from types import TracebackType
from typing import Any, Self

from sayso.model import Failure, Findings, Receipt, Report

_CHUNK = 4
"""Reports handed to a worker process at once: few, so that an interrupted run ends within a second or two."""

Item = Report | Receipt | Failure
Outcome = Findings | Receipt | Failure
Work = Callable[[list[Item]], list[Outcome]]


class Crew:
    """Processes that each hold a reader, and that outlive a report which kills one of them.

    ``begin`` is called in each process with the ``reader``'s settings, ``work`` with the reports it is to read.
    """

    def __init__(self, count: int, begin: Callable[..., None], reader: tuple[Any, ...], work: Work) -> None:
        self._count, self._begin, self._reader, self._work = count, begin, reader, work
        self._pool, self._single = self._start(count), self._start(1)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for pool in (self._pool, self._single):
            pool.shutdown(cancel_futures=True)

    def outcomes(self, reports: Iterable[Item]) -> Iterator[Outcome]:
        """The outcomes in order; no more than a few chunks a worker are read ahead."""
        waiting: deque[tuple[list[Item], Future[list[Outcome]]]] = deque()
        for chunk in _chunks(reports):
            waiting.append((chunk, self._submit(chunk)))
            if len(waiting) > 2 * self._count:
                yield from self._result(*waiting.popleft())
        while waiting:
            yield from self._result(*waiting.popleft())

    def _submit(self, chunk: list[Item]) -> Future[list[Outcome]]:
        with _undisturbed():
            try:
                return self._pool.submit(self._work, chunk)
            except BrokenProcessPool:
                self._pool = self._start(self._count)
                return self._pool.submit(self._work, chunk)

    def _result(self, chunk: list[Item], future: Future[list[Outcome]]) -> Iterable[Outcome]:
        try:
            return future.result()
        except BrokenProcessPool:
            return [self._alone(report) for report in chunk]

    def _alone(self, report: Item) -> Outcome:
        """A report again, by itself, since it or one that was read beside it killed its process."""
        if not isinstance(report, Report):
            return report
        with _undisturbed():
            future = self._single.submit(self._work, [report])
        try:
            return future.result()[0]
        except BrokenProcessPool:
            self._single = self._start(1)
            return Failure(report.id, "annotate", "the process that read it died")

    def _start(self, count: int) -> ProcessPoolExecutor:
        """A pool; its processes start with the first report (by spawn: safe beside threads, the same everywhere)."""
        return ProcessPoolExecutor(count, get_context("spawn"), _enlist, (self._begin, *self._reader))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Processes begun inside never hear of Ctrl-C: it is for the one that began them to let them finish."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _enlist(open_reader: Callable[..., None], *reader: object) -> None:
    """Make this process a worker: Ctrl-C is not for it, and it never outlives the one that began it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    open_reader(*reader)


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _chunks(reports: Iterable[Item]) -> Iterator[list[Item]]:
    source = iter(reports)
    while chunk := list(islice(source, _CHUNK)):
        yield chunk
