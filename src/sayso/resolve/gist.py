"""What resolving keeps of a report: no text, but all that is compared across reports."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from sayso.model.actor import ActorKind, ActorStanding
from sayso.model.event import Code, CountOf, RoleName, Status
from sayso.model.place import Precision
from sayso.model.span import Spans
from sayso.model.statement import Stance, Standing
from sayso.resolve.copies.sketch import CopySketch
from sayso.resolve.stories.sketch import StorySketch

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True)
class Party:
    """An actor of the report. ``name`` is the longest name that the report gives, ``names`` all of them."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: ActorKind
    standing: ActorStanding
    country: str | None
    code: str | None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: a name, and where it lies as far as that is known (WGS84 degrees)."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: Precision | None


@dataclass(frozen=True, slots=True)
class Part:
    """A role in an event: the id of a `Party` where there is one, and the words."""

    role: RoleName
    party: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Toll:
    """A count; ``high`` is None where the words set no upper bound; ``statement`` is whose count it is."""

    what: CountOf
    low: int
    high: int | None
    statement: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    """One event of the report. ``begin`` and ``end`` are ISO days; ``words`` those of content in its first sentence;
    ``comments`` those of its statements that speak of it and do not tell it."""

    id: str
    type: Code
    mode: str | None
    status: Status
    historical: bool
    trigger: Spans
    said: tuple[str, ...]
    words: tuple[str, ...]
    parts: tuple[Part, ...]
    begin: str | None
    end: str | None
    spot: Spot | None
    tolls: tuple[Toll, ...]
    statements: tuple[str, ...]
    confidence: float
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement of the report.

    ``speaker`` is the id of a `Party`; ``words`` are those of the source, ``content`` those of content in what is said;
    ``via`` is the statement in which it is reported; ``statement`` and ``event`` what it is about; ``begin`` and
    ``end`` ISO days; ``told`` is the `Party` of the outlet that it was said to.
    """

    id: str
    stance: Stance
    standing: Standing
    speaker: str | None
    words: str
    via: str | None
    statement: str | None
    event: str | None
    begin: str | None
    end: str | None
    content: tuple[str, ...]
    told: str | None = None


@dataclass(frozen=True, slots=True)
class Gist:
    """All of one report that is compared with others; ``made_by`` is the version of the rules that compare."""

    id: str
    published: str | None
    outlet: str | None
    url: str | None
    copy: CopySketch
    story: StorySketch
    parties: tuple[Party, ...]
    mentions: tuple[Mention, ...]
    sayings: tuple[Saying, ...]
    made_by: str = ""

    def to_json(self) -> str:
        """The gist in JSON, to be kept."""
        return _adapter().dump_json(self).decode()

    @classmethod
    def from_json(cls, kept: str) -> Gist:
        """The gist that was kept."""
        return _adapter().validate_json(kept)


@cache
def _adapter() -> TypeAdapter[Gist]:
    from pydantic import TypeAdapter

    return cast("TypeAdapter[Gist]", TypeAdapter(Gist))
