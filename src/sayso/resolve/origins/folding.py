"""Folding: voices of many reports become origins; who cites a source shares it and adds none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.resolve.origins.voices import ANONYMOUS, Link, Voice

_LAST = "9999"


@dataclass(frozen=True, slots=True)
class Fold:
    """Voices that are one origin, the smallest first, through whom it is told, and the reports that share it."""

    voices: tuple[Voice, ...]
    via: tuple[str, ...]
    reports: tuple[str, ...]


def fold(
    voices: Sequence[Voice], days: Mapping[str, str | None], outlets: Mapping[str, Sequence[str]]
) -> tuple[Fold, ...]:
    """The origins behind the voices, in the order of their smallest.

    ``days`` are the reports' days of publication; ``outlets`` gives for an outlet's key the reports (those whose voices
    are handed in) that carry its text. Who is named is one by its keys. Who is not is one only where a report has it
    from another: the same words in a report of the outlet and in one that cites it, or in two that cite the same one.
    """
    folding = _Folding(sorted(voices, key=lambda voice: order(voice, days)), days, outlets)
    for index in range(len(folding.voices)):
        folding.tie(index)
    return folding.folds()


def order(voice: Voice, days: Mapping[str, str | None]) -> tuple[str, str, int, str]:
    """By day of publication, undated last, then by the report's id and the place in it."""
    return days.get(voice.report) or _LAST, voice.report, len(voice.id), voice.id


class _Folding:
    def __init__(
        self, voices: Sequence[Voice], days: Mapping[str, str | None], outlets: Mapping[str, Sequence[str]]
    ) -> None:
        self.voices, self.days, self.outlets = voices, days, outlets
        self.parent = list(range(len(voices)))
        self.by_key: dict[str, int] = {}
        self.leads: dict[int, tuple[int, ...]] = {}
        self.leaning: dict[int, Link] = {}
        self.in_report: dict[str, list[int]] = {}
        self.nth: list[int] = []
        for index, voice in enumerate(voices):
            beside = self.in_report.setdefault(voice.report, [])
            self.nth.append(sum(voices[other].words == voice.words for other in beside))
            beside.append(index)

    def tie(self, index: int) -> None:
        """Unite the voice with those that are the same, or note whose word it hands on."""
        voice = self.voices[index]
        if voice.cites is not None:
            self._cite(index, voice.cites)
        elif voice.keys or voice.kind == "named":
            for key in voice.keys or (f"\0{voice.words}",):
                self._unite(index, self.by_key.setdefault(key, index))
        elif voice.kind in ANONYMOUS:
            self._unnamed(index, voice)

    def _cite(self, index: int, outlet: str) -> None:
        """Its own report tells more; without one, those heard through it do; without these, the word is its own."""
        through = self._own(index, outlet) or self._heard_through(index, outlet)
        if through:
            self.leads[index] = tuple(through)
        self._unite(index, self.by_key.setdefault(outlet, index))

    def _heard_through(self, index: int, outlet: str) -> list[int]:
        heard = ((other, voice.heard) for other, voice in enumerate(self.voices) if other != index)
        return [other for other, link in heard if link and link.key == outlet]

    def _unnamed(self, index: int, voice: Voice) -> None:
        if voice.address:
            key = f"{voice.address}\0{voice.words}\0{self.nth[index]}"
            self._unite(index, self.by_key.setdefault(key, index))
        for link in voice.via[:1] or voice.leans:
            own = self._own(index, link.key)
            same = next((other for other in own if self._alike(index, other)), None)
            if same is not None:
                self.leaning[index] = link
                self._unite(index, same)
                return
            if own and voice.via:
                self.leads[index] = tuple(own)
                return
        if voice.heard and not self._own(index, voice.heard.key):
            key = f"{voice.heard.key}\0{voice.words}\0{self.nth[index]}"
            self.leaning[index] = voice.heard
            self._unite(index, self.by_key.setdefault(key, index))

    def _own(self, index: int, outlet: str) -> list[int]:
        """The voices of the outlet's own report: the last one before the report that cites it, else the first."""
        citing = self.voices[index].report
        others = (report for report in self.outlets.get(outlet, ()) if report != citing and report in self.in_report)
        reports = sorted((self.days.get(report) or _LAST, report) for report in others)
        earlier = [report for report in reports if report[0] <= (self.days.get(citing) or _LAST)]
        chosen = earlier[-1:] or reports[:1]
        return self.in_report[chosen[0][1]] if chosen else []

    def _alike(self, index: int, other: int) -> bool:
        ours, theirs = self.voices[index], self.voices[other]
        same = ours.words == theirs.words and self.nth[index] == self.nth[other]
        return same and not theirs.keys and theirs.kind in ANONYMOUS

    def _unite(self, one: int, other: int) -> None:
        first, second = self._root(one), self._root(other)
        self.parent[max(first, second)] = min(first, second)

    def _root(self, index: int) -> int:
        while self.parent[index] != index:
            index = self.parent[index]
        return index

    def folds(self) -> tuple[Fold, ...]:
        """What is united, without those that only hand on somebody else's word."""
        groups: dict[int, list[int]] = {}
        for index in range(len(self.voices)):
            groups.setdefault(self._root(index), []).append(index)
        shared: dict[int, set[str]] = {}
        for root, members in groups.items():
            for end in self._ends(root, groups):
                shared.setdefault(end, set()).update(self.voices[index].report for index in members)
        return tuple(self._fold(groups[root], shared[root]) for root in sorted(shared))

    def _ends(self, root: int, groups: Mapping[int, Sequence[int]]) -> set[int]:
        """Whose word it is in the end: its own, or theirs whom it leads to; of a circle, the smallest one's."""
        seen: set[int] = set()
        ends: set[int] = set()
        open = [root]
        while open:
            at = open.pop()
            leads = self._onwards(groups[at])
            ends |= set() if leads else {at}
            open += [other for other in leads if other not in seen]
            seen |= leads
        return ends or {min(other for other in seen if other in self._reached(other, groups))}

    def _reached(self, root: int, groups: Mapping[int, Sequence[int]]) -> set[int]:
        seen: set[int] = set()
        open = [root]
        while open:
            new = self._onwards(groups[open.pop()]) - seen
            seen |= new
            open += new
        return seen

    def _onwards(self, members: Sequence[int]) -> set[int]:
        """The groups that this one leads to; none where one of its voices speaks for itself."""
        if not all(index in self.leads for index in members):
            return set()
        return {self._root(other) for index in members for other in self.leads[index]} - {self._root(members[0])}

    def _fold(self, members: Sequence[int], reports: set[str]) -> Fold:
        voices = tuple(self.voices[index] for index in members)
        chains = [tuple(link.name for link in voice.via) for voice in voices]
        if voices[0].kind in ANONYMOUS and not voices[0].keys:
            leaning = [(self.leaning[index].name,) for index in members if index in self.leaning]
            chains = [chain for chain in (*chains, *leaning) if chain] or [()]
        return Fold(voices, min(chains, key=lambda chain: (len(chain), chain)), tuple(sorted(reports)))
