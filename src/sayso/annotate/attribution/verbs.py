"""Verbs of saying, thinking, asking, refusing …: a draft for each that has a content."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.annotate.attribution.contents import Argument, arguments
from sayso.annotate.attribution.cues import Cue, cues
from sayso.annotate.attribution.draft import Draft
from sayso.annotate.attribution.groups import verb_group
from sayso.annotate.attribution.refusals import is_refused, refusal, stays_unnamed
from sayso.annotate.attribution.sources import beside, is_passive, source_phrase, speaker


def verb_drafts(sentence: Tokens) -> Iterator[Draft]:
    """A draft for each verb of the lexicon that has a content."""
    lexicon = cues().verbs
    for token in sentence:
        if token.pos_ != "VERB" or is_refused(token):
            continue
        refused = refusal(token)
        if refused is not None:
            yield refused
            continue
        cue = lexicon.get(token.lemma_)
        if cue is not None and not stays_unnamed(token):
            draft = _draft(token, cue)
            if draft is not None:
                yield draft


def _draft(verb: Token, cue: Cue) -> Draft | None:
    found = max(arguments(verb), key=lambda argument: cue.with_content(argument.pattern), default=None)
    if found is None:
        return None
    return draft_of(verb, cue, found)


def draft_of(verb: Token, cue: Cue, found: Argument) -> Draft:
    """The draft of the verb with that content."""
    who = speaker(verb)
    if who is None and cue.introduces_speech() and found.runs and found.runs[-1][1] <= verb.i and not is_passive(verb):
        who = beside(verb)
    return Draft(
        anchor=verb.i,
        source=source_phrase(who) if who is not None else None,
        cue=[verb_group(verb, found)],
        content=found.runs,
        pattern=found.pattern,
        strength=cue.with_content(found.pattern),
        stance=cue.stance,
    )
