"""How linking grows: generated records taken into one ledger, with the time and the memory that each thousand takes.

    python eval/growth.py [--records 100000] [--step 1000]

Of every hundred records some thirty are alone with their story, thirty tell stories of two to ten reports, forty are of
stories that many tell, and a quarter of all are copies. Stories last up to five days, a hundred reports come a day.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.model import Actor, Event, Findings, Place, Report, Role, Source, Span, Statement, Time
from sayso.model.ids import digest
from sayso.record import open_store
from sayso.resolve import Ledger

A_DAY = 100
VERBS = {"met": "CONSULT", "attacked": "ASSAULT", "accused": "ACCUSE", "helped": "AID", "arrested": "COERCE"}
SYLLABLES = tuple(f"{one}{two}" for one in "bdfghjklmnprstvz" for two in ("a", "e", "io", "ur", "al", "en"))
SIZES = (1, 1, 1, 1, 1, 1, 2, 2, 3, 4, 6, 10, 15, 25)


class Story:
    """One story: who did what to whom where, in words that no other story has all of."""

    def __init__(self, dice: random.Random, day: int) -> None:
        self.dice, self.day, self.left = dice, day, dice.choice(SIZES)
        self.actors = [_name(dice) for _ in range(4)]
        self.place, self.words = _name(dice, 1), [_word(dice) for _ in range(30)]
        self.texts: list[str] = []

    def report(self, number: int) -> Findings:
        """A report of its next day; one in four says what another one said."""
        self.left -= 1
        copied = self.texts and self.dice.random() < 0.25
        text = self.dice.choice(self.texts) if copied else self._text()
        self.texts.append(text)
        day = min(self.day + self.dice.randrange(5), 27 * 365)
        return _findings(text, number, f"{2001 + day // 365}-{1 + day % 365 // 31:02}-{1 + day % 28:02}", self)

    def _text(self) -> str:
        lines = []
        for _ in range(self.dice.randint(3, 5)):
            who, whom = self.dice.sample(self.actors, 2)
            filler = " ".join(self.dice.sample(self.words, 8))
            did = f"{who} {self.dice.choice(list(VERBS))} {whom} in {self.place} on Monday with {filler}"
            lines.append(f"{did}, an official said.")
        return "\n\n".join(lines)


def _word(dice: random.Random) -> str:
    return "".join(dice.choices(SYLLABLES, k=dice.randint(2, 4)))


def _name(dice: random.Random, words: int = 2) -> str:
    return " ".join(_word(dice).title() for _ in range(words))


def _findings(text: str, number: int, published: str, story: Story) -> Findings:
    actors = tuple(
        Actor(f"a{at}", name, "person", "named", None, (), None, None, _all(text, name), None, 0.9)
        for at, name in enumerate(story.actors)
        if name in text
    )
    ids = {actor.name: actor.id for actor in actors}
    statements, events = [], []
    start = 0
    for at, line in enumerate(text.split("\n\n")):
        verb = next(word for word in line.split() if word in VERBS)
        who, whom = line.split(f" {verb} ")[0], line.split(f" {verb} ")[1].split(" in ")[0]
        begun = start + len(who) + 1
        said = Span(start + line.index("an official"), start + line.index(" said"))
        source = Source((said,), None)
        cue = (Span(said.end + 1, said.end + 5),)
        content = (Span(start, said.start - 2),)
        statements.append(
            Statement(f"s{at}", source, cue, content, "indirect", "says", "unnamed", None, None, None, None, None, 0.9)
        )
        roles = (
            Role("actor", ids.get(who), (Span(start, start + len(who)),)),
            Role("recipient", ids.get(whom), (Span(begun + len(verb) + 1, begun + len(verb) + 1 + len(whom)),)),
        )
        trigger = (Span(begun, begun + len(verb)),)
        events.append(
            Event(f"e{at}", trigger, VERBS[verb], None, "occurred", roles, "t1", ("t1",), "p1", ("p1",), False, (),
                  (f"s{at}",), (), 0.9)
        )  # fmt: skip
        start += len(line) + 2
    monday, place = _all(text, "Monday")[0], _all(text, story.place)[0]
    return Findings(
        Report(digest(str(number), text), text, published, f"Outlet {number % 40}", language="en"),
        actors,
        (Time("t1", monday, "DATE", published, None, published, published, 0.9),),
        (Place("p1", place, story.place, None, None, None, None, "city", "literal", None, 0.9),),
        tuple(statements),
        tuple(events),
    )


def _all(text: str, words: str) -> tuple[Span, ...]:
    starts = [at for at in range(len(text)) if text.startswith(words, at)]
    return tuple(Span(at, at + len(words)) for at in starts)


def records(count: int, seed: int = 7) -> Iterator[Findings]:
    """So many records, by the day."""
    dice = random.Random(seed)
    running: list[Story] = []
    for number in range(count):
        running = [story for story in running if story.left]
        if len(running) < 60 or dice.random() < 0.1:
            running.append(Story(dice, number // A_DAY))
        yield dice.choice(running).report(number)


def _megabytes() -> float:
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def main() -> None:
    """Print the curve, and how the last tenth compares with the first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--step", type=int, default=1000)
    options = parser.parse_args()
    spent: list[float] = []
    with TemporaryDirectory() as folder, open_store(Path(folder)) as store:
        ledger, begun = Ledger(store.catalogue()), 0.0
        for number, findings in enumerate(records(options.records), start=1):
            started = time.process_time()
            ledger.add(findings)
            begun += time.process_time() - started
            if number % options.step == 0:
                started = time.process_time()
                ledger.settle()
                spent.append(begun + time.process_time() - started)
                begun = 0.0
                print(f"{number}\t{1000 * spent[-1] / options.step:.1f} ms a report\t{_megabytes():.0f} MB", flush=True)
    tenth = max(1, len(spent) // 10)
    print(f"the last tenth takes {sum(spent[-tenth:]) / sum(spent[:tenth]):.2f} times what the first takes")


if __name__ == "__main__":
    main()
