"""Invented wire reports and what desks make of them, for the tests of copies and stories."""

from __future__ import annotations

import re

from sayso.model.findings import Findings
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.resolve.gist import Gist
from sayso.resolve.gisting import gist_of

WIRE = (
    "TARN (AFP) - Velian gunboats fired on two Orskan trawlers off the port of Tarn early on Tuesday, killing 14 "
    "fishermen, harbour officials said. The U.S. consul's launch picked up nine survivors and 1,300 litres of "
    "diesel spread along the beaches of Merle Bay. “We had our lamps lit and our nets down when the first shell "
    "came over the wheelhouse,” said skipper Ivo Brandt, who lost two brothers. Velia's navy doesn't recognise "
    "the line drawn by the Lisk arbitration in 1987 and claims the shoals as its own. The Orskan cabinet called "
    "the shooting an act of piracy, recalled its envoy and asked the maritime court in Lisk to sit within a "
    "week. Insurers in Port Amber raised war premiums for the strait by a third, and three shipping lines said "
    "that their vessels would round the Cape of Sorrows until the court rules."
)
OTHER = (
    "PORT AMBER, Tuesday - At least fourteen people died when warships from Velia opened fire near Tarn, "
    "according to witnesses reached by radio. Families gathered at the quay through the night while divers "
    "searched the hulls. The foreign ministry in Orsk summoned the chargé d'affaires and spoke of murder on the "
    "high seas. A spokesman for the admiralty in Velia said that the trawlers had ignored flares and rammed a "
    "patrol craft. Fishing cooperatives along the coast told their members to stay ashore, and the price of cod "
    "doubled on the market of Port Amber by noon."
)
BRIEF = "Orsk's harbour master was elected mayor of Tarn on Sunday with a majority of eleven votes, after two recounts."
FOOTER = (
    " Click here to subscribe to the Harbour Times and read every story from the coast on your telephone for the "
    "price of a cup of coffee a week. Terms apply. The Harbour Times is not responsible for the content of "
    "external sites. All rights reserved. Follow us for breaking news, weather warnings and the tides, or write "
    "to the desk at the old mill."
)
RAID = (
    "For Immediate Release. In {0} district, {1} province, a combined Velian and allied security force captured "
    "a {2} facilitator during an operation {3}. The facilitator was responsible for the movement of weapons to "
    "fighters in {4} and for planning attacks with roadside bombs. The security force detained {5} suspected "
    "insurgents and seized {6} rifles. No shots were fired and no civilians were harmed during the operation."
)


def told(
    text: str, id: str | None = None, day: str | None = "2013-05-14", outlet: str | None = None, **more: str
) -> Gist:
    """The gist of a text that was read by nobody: without statements and events."""
    return gist_of(Findings(Report(id or text[:24], text, day, outlet, **more)))


def quoting(text: str, id: str, outlet: str) -> Gist:
    """The gist of a text whose direct speech was found."""
    spans = (Span(text.index("“"), text.index("”") + 1),)
    said = Statement("s1", None, (), spans, "direct", "says", "none", None, None, None, None, None, 0.9)
    return gist_of(Findings(Report(id, text, "2013-05-14", outlet), statements=(said,)))


def stripped(text: str) -> str:
    """Without the marks that some corpora lost."""
    return "".join(mark for mark in text if mark not in "'’,“”")


def tokenised(text: str) -> str:
    """With a space before each mark, as some corpora have it."""
    apart = text.replace("n't", " n't").replace("'s", " 's").replace("“", "“ ").replace("”", " ”")
    return re.sub(r"(?<![A-Z])([,.])(?=\s|$)", r" \1", apart)
