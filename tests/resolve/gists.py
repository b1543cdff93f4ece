"""Gists made by hand: who says what of one event in which report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from sayso.model import Copy, Family, Findings, Linked, Member, Origin, Report
from sayso.resolve.copies.sketch import CopySketch, sketch_copy
from sayso.resolve.gist import Gist, Mention, Part, Party, Saying, Spot, Toll
from sayso.resolve.stories.sketch import StorySketch, sketch_story

DAY = "2031-03-05"
KINDS = {"media": "media", "collective": "people", "document": "organisation"}


class By(NamedTuple):
    """A statement: the source's standing and name; ``via`` is the source that reports it, ``told`` the outlet it was
    made to, ``about`` an event or a statement, ``event`` whether the event is told in it."""

    standing: str
    name: str
    via: By | None = None
    told: str | None = None
    stance: str = "says"
    kind: str | None = None
    country: str | None = None
    code: str | None = None
    day: str | None = None
    about: str | None = None
    event: bool = True
    content: tuple[str, ...] = ()


class Does(NamedTuple):
    """Who takes part in the event."""

    role: str
    name: str
    kind: str = "armed-group"
    standing: str = "named"
    country: str | None = None
    code: str | None = None


def named(name: str, **given: Any) -> By:
    return By("named", name, **given)


def unnamed(name: str, **given: Any) -> By:
    return By("unnamed", name, **given)


def media(name: str, **given: Any) -> By:
    return By("media", name, **given)


class _Drawn:
    """Parties, each once by its name and standing, and statements in the order in which they are drawn."""

    def __init__(self) -> None:
        self.parties: dict[tuple[str, str], Party] = {}
        self.sayings: list[Saying] = []
        self.telling: list[str] = []

    def party(self, name: str, kind: str, standing: str, country: str | None = None, code: str | None = None) -> str:
        found = self.parties.setdefault(
            (name, standing),
            Party(f"a{len(self.parties) + 1}", name, (name,), kind, standing, country, code),  # type: ignore[arg-type]
        )
        return found.id

    def saying(self, by: By) -> str:
        outer = self.saying(by.via) if by.via else None
        speaker = None
        if by.standing != "none":
            standing = by.standing if by.standing in ("unnamed", "collective") else "named"
            standing = "unnamed" if by.standing == "document" or by.name[:2] in ("a ", "an") else standing
            speaker = self.party(by.name, by.kind or KINDS.get(by.standing, "person"), standing, by.country, by.code)
        id = f"s{len(self.sayings) + 1}"
        about = {"statement": by.about} if by.about and by.about.startswith("s") else {"event": by.about}
        self.sayings.append(
            Saying(
                id=id, stance=by.stance, standing=by.standing, speaker=speaker, words=by.name, via=outer,  # type: ignore[arg-type]
                statement=about.get("statement"), event=about.get("event"), begin=by.day, end=by.day,
                content=by.content, told=by.told,
            )
        )  # fmt: skip
        if by.event:
            self.telling.append(id)
        return id


def gist(
    id: str,
    *said: By,
    outlet: str | None = None,
    day: str | None = DAY,
    url: str | None = None,
    does: Iterable[Does] = (),
    **event: Any,
) -> Gist:
    """A report of one event, e1, told in these statements; in the report's own voice where there are none."""
    drawn = _Drawn()
    for by in said:
        drawn.saying(by)
    parts = tuple(
        Part(one.role, drawn.party(one.name, one.kind, one.standing, one.country, one.code), one.name)  # type: ignore[arg-type]
        for one in does
    )
    given = {"type": "ASSAULT", "status": "occurred", "historical": False, "begin": None, "end": None, "spot": None}
    mention = Mention(
        id="e1", mode=None, trigger=(), said=event.pop("said", ("raid",)), words=(id,), parts=parts,
        tolls=tuple(Toll(*toll) for toll in event.pop("tolls", ())), statements=tuple(reversed(drawn.telling)),
        confidence=0.9, **(given | event),
    )  # fmt: skip
    copy, story = _sketches(id)
    return Gist(
        id, day, outlet, url, copy, story, tuple(drawn.parties.values()), (mention,),
        tuple(drawn.sayings),
    )  # fmt: skip


@cache
def _sketches(text: str) -> tuple[CopySketch, StorySketch]:
    blank = Findings(Report(text, text))
    return sketch_copy(blank), sketch_story(blank)


def linked(*gists: Gist, id: str = "E1", origins: tuple[Origin, ...] = ()) -> Linked:
    """The event e1 of all these reports."""
    first = gists[0].mentions[0]
    members = tuple(Member(one.id, "e1", (), None) for one in gists)
    return Linked(id, first.type, first.status, None, None, None, (), members, origins, "unsourced", ())


def by_id(gists: Sequence[Gist]) -> dict[str, Gist]:
    return {one.id: one for one in gists}


def family(original: str, *copies: str) -> dict[str, Family]:
    """The family by the ids of its reports."""
    found = Family("F1", original, (), tuple(Copy(copy, original, "exact", 1.0, ()) for copy in copies))
    return dict.fromkeys((original, *copies), found)


def spot(name: str, lat: float, lon: float) -> Spot:
    return Spot(name, None, lat, lon, "city")
