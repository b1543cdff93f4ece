"""What is measured, on what, against whom, and with which command."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Better = Literal["higher", "lower"]


@dataclass(frozen=True)
class Measure:
    """One figure. ``task``, ``data``, ``row`` and ``column`` say where ../shared/bench/bench.py prints it.

    ``peer`` is the best figure of an open program on the same texts, as ../shared/bench/README.md gives it.
    """

    name: str
    shown: str
    task: str
    data: str
    row: str = ""
    column: str = "f1"
    peer: str = ""
    better: Better = "higher"

    @property
    def command(self) -> str:
        """The command that gives the figure."""
        return f"`python eval/gate.py --only {self.task}`"


SHARED = Path(__file__).parent.parent.parent / "shared"
POLNEAR, PLOVER, UW, GUM = "polnear/dev", "plover/gsr-dev", "factuality/uw-dev", "coref/ontogum-dev"
TIMEBANK, WIKIWARS, GUM_NEWS, AQUAINT = "timex/timebank", "timex/wikiwars-dev", "timex/gum-news", "timex/aquaint"
ISAF = "corpora/isaf-dev"
ECBPLUS, NEWSWCL50 = "xdoc/ecbplus-dev", "xdoc/newswcl50-dev"
LGL, GEOVIRUS = "geo/lgl", "geo/geovirus"
NEAR = "within 161 km, all gold"

BENCH = (
    Measure("attribution.lenient_dice", "who said what: lenient F1", "attribution", POLNEAR, "lenient_dice", peer="58"),
    Measure("attribution.content", "what was said: content F1", "attribution", POLNEAR, "content", peer="65.6"),
    Measure("attribution.strict", "source, cue and content exact: F1", "attribution", POLNEAR, "strict", peer="36.2"),
    Measure(
        "attribution.indirect",
        "who said what, indirect only: lenient F1",
        "attribution",
        POLNEAR,
        "lenient_dice.indirect",
        peer="46",
    ),
    Measure("times.timebank.value", "times: value F1", "times", TIMEBANK, "value", peer="79.5"),
    Measure("times.timebank.date", "times: calendar date F1", "times", TIMEBANK, "date", peer="83.8"),
    Measure("times.wikiwars.value", "times in history: value F1", "times", WIKIWARS, "value", peer="82.9"),
    Measure("times.wikiwars.date", "times in history: calendar date F1", "times", WIKIWARS, "date", peer="88.7"),
    Measure("times.gum.date", "times in news: calendar date F1", "times", GUM_NEWS, "date", peer="84.1"),
    Measure("times.aquaint.date", "times in wire news: calendar date F1", "times", AQUAINT, "date"),
    Measure("places.lgl.near", "places, local news: within 161 km", "places", LGL, NEAR, "acc", peer="25"),
    Measure("places.lgl.found", "places, local news: precision", "places", LGL, "found", "p"),
    Measure("places.geovirus.near", "places, epidemics: within 161 km", "places", GEOVIRUS, NEAR, "acc", peer="57"),
    Measure("places.geovirus.found", "places, epidemics: found F1", "places", GEOVIRUS, "found"),
    Measure("links.f1", "same actor: links F1", "links", GUM, "links", peer="67.5"),
    Measure("links.precision", "same actor: links precision", "links", GUM, "links", "p", peer="73.0"),
    Measure("status.macro", "did it happen: macro-F1", "status", UW, "macro", peer="63"),
    Measure(
        "status.covered", "gold predicates that are events", "status", UW, "gold predicates that are triggers", "acc"
    ),
    Measure("events.type", "type of event: macro-F1", "events", PLOVER, "type macro", peer="49"),
    Measure("events.triple", "type and both countries right", "events", PLOVER, "triple", "acc", peer="24"),
    Measure("events.found", "sentences with an event", "events", PLOVER, "sentences with an event", "acc", peer="83"),
    Measure("events.many", "events a sentence", "events", PLOVER, "events a sentence", "mean", better="lower"),
    Measure("isaf.group", "press releases: against whom", "isaf", ISAF, "group", "acc", peer="96.7 (grep)"),
    Measure("isaf.killed", "press releases: killed or not", "isaf", ISAF, "killed or not", "acc", peer="94.9 (grep)"),
    Measure("isaf.killed.number", "press releases: how many killed", "isaf", ISAF, "killed, number", "acc"),
    Measure("isaf.captured.number", "press releases: how many captured", "isaf", ISAF, "captured, number", "acc"),
    Measure(
        "merge.covered", "one event of many reports: CoNLL", "merge", ECBPLUS, "covered", "CoNLL", "67.2 (same stem)"
    ),
    Measure("merge.all", "the same, over all gold mentions", "merge", ECBPLUS, "scores", "CoNLL"),
    Measure("merge.found", "gold mentions that are events", "merge", ECBPLUS, "gold mentions that are triggers", "acc"),
)
WHERE = (
    Measure("places.geovirus.named", "places, epidemics: found F1, demonyms aside", "places", GEOVIRUS),
    Measure("isaf.province", "press releases: the province is named", "isaf", ISAF, peer="90.8 (grep)"),
    Measure("isaf.province.events", "press releases: events lie there and nowhere else", "isaf", ISAF),
)
CALIBRATION = (
    Measure("calibration.sure.right", "statements at 0.9 or more that are right, %", "calibration", POLNEAR),
    Measure("calibration.sure.share", "statements at 0.9 or more, % of all", "calibration", POLNEAR),
    Measure("calibration.error", "calibration error of statements, %", "calibration", POLNEAR, better="lower"),
)
LABELLED = "20 reports labelled here"
STATEMENTS = (
    Measure("statements.found", "labelled statements found, %", "statements", LABELLED),
    Measure("statements.stance", "their stance, % of those found", "statements", LABELLED),
    Measure("statements.standing", "their standing, % of those found", "statements", LABELLED),
    Measure("statements.anonymity", "their anonymity, % of those found", "statements", LABELLED),
    Measure("statements.via", "their chain, % of those found", "statements", LABELLED),
    Measure("statements.speaker", "their speaker, % of those found", "statements", LABELLED),
)
SHORT = "80 short reports labelled here"
CONTEXTS = (Measure("contexts.f1", "what reports are about: F1", "contexts", SHORT),)
ACCEPTANCE = (
    Measure("acceptance.founding", "facts of the founding report, %", "acceptance", "1 report"),
    Measure("acceptance.others", "facts of other reports, %", "acceptance", "7 reports", peer="60"),
    Measure("acceptance.founding.when", "when and where in the founding report, %", "acceptance", "1 report"),
    Measure("acceptance.others.when", "when and where in other reports, %", "acceptance", "7 reports"),
    Measure("acceptance.renamed", "facts of the founding report renamed, %", "acceptance", "1 report"),
    Measure("acceptance.renaming", "points lost by renaming", "acceptance", "1 report", better="lower"),
)
WEEKDAYS = "timebank, aquaint, 60 own"
READ = (
    Measure("reading.weekdays", "weekdays to come, %", "reading", WEEKDAYS, peer="4"),
    Measure("reading.times", "ms a document, times alone", "reading", TIMEBANK, better="lower"),
    Measure("reading.lgl", "places, spans given: within 161 km", "reading", LGL, peer="58"),
)
RESOLVED = (
    Measure("copies.precision", "pairs called copies that are, %", "copies", "100 pairs labelled here"),
    Measure("copies.recall", "copies found, %", "copies", "100 pairs labelled here"),
    Measure("stories.ecbplus", "reports of one story together: B3", "stories", ECBPLUS),
    Measure("stories.newswcl50", "stories that are one story, %", "stories", NEWSWCL50),
    Measure("merges.right", "events of two reports put together that are one, %", "merges", "41 pairs labelled here"),
    Measure("merges.found", "events of two reports that are one, put together, %", "merges", "41 pairs labelled here"),
)
SPEED = (Measure("speed.ratio", "CPU time over spaCy's parse", "speed", POLNEAR, better="lower"),)
ALL = ACCEPTANCE + BENCH + WHERE + CALIBRATION + STATEMENTS + CONTEXTS + READ + RESOLVED + SPEED
