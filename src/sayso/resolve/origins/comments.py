"""Comments: statements that speak of an event and do not tell it.

Who condemns "the attack", has heard of "reports of an attack" or finds "the lawsuit" frivolous takes from others that
it happened, and is no origin of it. Three signs, of which one is enough: the cue judges; the event stands under a word
for hearsay; the event is given, a definite noun that nothing in the clause says has happened.
"""

from __future__ import annotations

import re

from sayso.model.event import Event
from sayso.model.span import Span
from sayso.model.statement import Statement

_JUDGING = re.compile(
    r"\b(?:condemn|denounc|deplor|decri|criticiz|criticis|slam|blast|lambast|welcom|prais|hail|applaud|back|support"
    r"|endors|mourn|lament|regret|dismiss|derid|mock|ridicul|brand|label|describ|call|defend|justif|protest|brush|reject)"
    r"(?:s|es|e|ed|d|ing|ied|ies|med|ming)?\b",
    re.IGNORECASE,
)
_HEARSAY = re.compile(
    r"\b(?:reports?|allegations?|claims?|accusations?|charges|rumou?rs?|suggestions?|suspicions|evidence|whether|if)\b"
    r"(?:\W+[\w'’.-]+){0,12}\W*$",
    re.IGNORECASE,
)
_DEFINITE = (
    r"(?:\b(?i:the|this|that|these|those|such|his|her|its|their|our|my)|[\w.]+[’']s"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days)"
)
_MODIFIER = (
    r"(?:[A-Z][\w.'’-]*|\d\S*|[\w-]+-[\w-]+|air|ambush|armed|bomb|car|chemical|deadly|deadliest|entire|first|gas|gun"
    r"|horrific|initial|joint|large|last|late|latest|legal|mass|massive|military|missile|mortar|nerve|new|nuclear|official"
    r"|ongoing|peace|poison|recent|rocket|same|second|secret|suicide|sweeping|terror|terrorist|terrible|tragic|trade|twin"
    r"|weapons|whole)"
)
_GIVEN = re.compile(rf"{_DEFINITE}\s+(?:{_MODIFIER}\s+){{0,4}}$")
_DOUBTED = re.compile(
    rf"\b(?i:any|no|alleged|apparent|possible|purported|reported|suspected)\s+(?:{_MODIFIER}\s+){{0,4}}$"
)
_HAPPENS = re.compile(
    r"(?:\W+[\w'’.-]+){0,8}?\W+(?:happened|occurred|took place|taken place|began|started|erupted|broke out|caused"
    r"|causing|(?:was|were|been) (?:carried out|launched|held|set up|fired)|killed|killing|wounded|wounding|injured"
    r"|injuring|left|destroyed|hit|struck|targeted)\b"
)
_NAME_ENDS = re.compile(r"[A-Z][\w.'’-]*\s+$")
_OWNED = re.compile(r"\bresponsib(?:ility|le)\s+for\b(?:\W+[\w'’.-]+){0,6}\W*$", re.IGNORECASE)
"""Who claims it tells it."""
_PERCEIVED = re.compile(r"\b(?:heard|hear|saw|seen|felt|witnessed|survived|filmed|watched)\s*$", re.IGNORECASE)
_NOUN = re.compile(
    r"(?:accord|agreement|aid|allegation|ambush|arrest|attack|airstrike|battle|blast|blockade|bloodshed|bombardment|bombing"
    r"|ceasefire|clash|charge|complaint|contact|conversation|crackdown|cyberattack|deal|demonstration|embargo|execution"
    r"|explosion|fighting|hacking|inquiry|invasion|kidnapping|killing|lawsuit|march|massacre|meeting|murder|offensive"
    r"|overture|pact|probe|protest|raid|rall(?:y|ie)|release|riot|sanction|shelling|shooting|siege|strike|suit|summit|talk"
    r"|tariff|tour|treaty|trip|truce|violence|visit|war|withdrawal|\w+(?:tion|sion|ment|ance|ence|cide))(?:s|es)?$",
    re.IGNORECASE,
)
_LOOK_BACK, _LOOK_AHEAD = 120, 100


def comments_in(event: Event, statements: dict[str, Statement], text: str) -> tuple[str, ...]:
    """Those of the event's statements that only comment on it.

    ``statements`` are the report's by their ids. A denial is none: it says that the event was not. Nor is there one on
    what has not happened yet: who speaks of "the visit" that is planned tells that it is.
    """
    if event.status != "occurred":
        return ()
    told = (statements[id] for id in event.statements if id in statements)
    return tuple(
        statement.id for statement in told if statement.stance != "denies" and _comments(event, statement, text)
    )


def _comments(event: Event, statement: Statement, text: str) -> bool:
    if any(_JUDGING.search(cue.cut(text)) for cue in statement.cue):
        return True
    held = [
        (trigger, part)
        for trigger in event.trigger
        for part in statement.content
        if part.start <= trigger.start and trigger.end <= part.end
    ]
    return bool(held) and not any(_asserted(trigger, part, text) for trigger, part in held)


def _asserted(trigger: Span, content: Span, text: str) -> bool:
    """Whether the content says at this place that it happened."""
    before = _clause(text[max(content.start, trigger.start - _LOOK_BACK) : trigger.start])
    if _HEARSAY.search(before) or _DOUBTED.search(before):
        return False
    given = _GIVEN.search(before)
    said = trigger.cut(text)
    if given is None or not _NOUN.search(said) or (said.endswith("ing") and _NAME_ENDS.search(before)):
        return True
    if _PERCEIVED.search(before[: given.start()]) or _OWNED.search(before):
        return True
    return _HAPPENS.match(text[trigger.end : min(content.end, trigger.end + _LOOK_AHEAD)]) is not None


def _clause(before: str) -> str:
    """What stands before the trigger in its sentence."""
    return re.split(r"(?<=[^A-Z\W])[.!?;:]\s", before)[-1]
