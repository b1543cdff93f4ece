"""Triggers: the words that say that something happened, and the frame under which they say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.annotate.happening.classes import belongs
from sayso.annotate.happening.lexicon import Frame, lexicon
from sayso.annotate.happening.syntax import complements, coordinated, doers, is_passive, undergoers
from sayso.marks import Phrase

Lift = Literal["do", "undergo", "arrange", "occur"]
_NO_NOUN = frozenset({"compound", "amod", "nmod", "npadvmod", "punct"})
_NAMES = frozenset({"ORG", "PERSON", "PRODUCT", "WORK_OF_ART", "LAW"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names a happening: ``words`` are the tokens that the trigger stands on, ``word`` first among them.

    ``bearer`` is the verb that carries a noun's event and ``lift`` how: it does it ("held talks"), undergoes it
    ("faced criticism"), arranges it ("brokered talks") or tells that it occurred ("talks began").
    """

    word: Token
    words: tuple[Token, ...]
    frame: Frame
    noun: bool
    bearer: Token | None = None
    lift: Lift | None = None

    @property
    def predicate(self) -> Token:
        """The word on whose clause status and time depend."""
        return self.word if self.bearer is None else self.bearer


def find_triggers(sentence: Tokens) -> Iterator[Trigger]:
    """The triggers of a sentence, in the order of its words."""
    verbs, nouns = lexicon().verbs, lexicon().nouns
    for word in sentence:
        if word.pos_ == "VERB" or word.pos_ == "ADJ":
            if word.dep_ not in _NO_NOUN and (frames := verbs.get(word.lemma_.lower())):
                yield from _verb_trigger(word, frames)
        elif word.pos_ in ("NOUN", "PROPN") and (frames := nouns.get(word.lemma_.lower())):
            yield from _noun_trigger(word, frames)


def _verb_trigger(verb: Token, frames: tuple[Frame, ...]) -> Iterator[Trigger]:
    for frame in frames:
        words = _words_below(verb, frame.words)
        if words is not None and _subject_fits(verb, frame) and _object_fits(verb, words, frame):
            yield Trigger(verb, (verb, *words), frame, noun=False)
            return


def _words_below(verb: Token, wanted: tuple[str, ...]) -> tuple[Token, ...] | None:
    found: list[Token] = []
    for word in wanted:
        places = [*verb.children, *(child for token in found for child in token.children)]
        hit = next((child for child in places if child.lower_ == word or child.lemma_ == word), None)
        if hit is None:
            return None
        found.append(hit)
    return tuple(found)


def _subject_fits(verb: Token, frame: Frame) -> bool:
    return not frame.subject or any(belongs(noun, frame.subject) for noun in doers(verb))


def _object_fits(verb: Token, words: tuple[Token, ...], frame: Frame) -> bool:
    if not frame.object:
        return True
    if "to" in frame.object and any(_is_infinitive(child) for child in verb.rights):
        return True
    if "that" in frame.object and any(child.dep_ == "ccomp" for child in verb.rights):
        return True
    last = words[-1] if words else verb
    if last.pos_ in ("ADP", "SCONJ") and last.dep_ in ("prep", "agent", "dative"):
        objects = complements(last)
    else:
        objects = undergoers(verb)
        objects += [child for child in verb.rights if child.dep_ in ("dobj", "oprd") and child not in objects]
    if "none" in frame.object and not objects:
        return True
    if "plural" in frame.object:
        return not objects and any(belongs(noun, frame.object) for noun in doers(verb))
    return any(belongs(noun, frame.object) for noun in objects)


def _is_infinitive(verb: Token) -> bool:
    return verb.dep_ in ("xcomp", "ccomp") and any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts)


def _noun_trigger(noun: Token, frames: tuple[Frame, ...]) -> Iterator[Trigger]:
    if noun.dep_ in _NO_NOUN or noun.ent_type_ in _NAMES:
        return
    for frame in frames:
        before = _words_before(noun, frame.words)
        if before is not None and (not frame.object or any(child.lower_ in frame.object for child in noun.rights)):
            bearer, lift = _bearer(noun)
            yield Trigger(noun, (*before, noun), frame, True, bearer, lift)
            return


def _words_before(noun: Token, wanted: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The modifiers that the pattern asks for: they stand before the noun, the last of them next to it."""
    start = noun.i - len(wanted)
    if start < 0:
        return None
    before = tuple(noun.doc[start : noun.i])
    fits = all(token.lower_ == word or token.lemma_ == word for token, word in zip(before, wanted, strict=True))
    return before if fits else None


def _bearer(noun: Token) -> tuple[Token | None, Lift | None]:
    for verb, as_object in _governors(noun):
        light = lexicon().light
        lemma = verb.lemma_
        if as_object and lemma in light["arrange"] and not (lemma == "set" and not _has_particle(verb, "up")):
            return verb, "arrange"
        if as_object and lemma in light["do"]:
            return verb, "do"
        if as_object and lemma in light["undergo"]:
            return verb, "undergo"
        if not as_object and lemma in light["occur"]:
            return verb, "occur"
    return None, None


def _governors(noun: Token) -> Iterator[tuple[Token, bool]]:
    """The verbs that carry the noun, and whether as their (logical) object."""
    first = noun
    while first.dep_ == "conj" and first.head is not first:
        first = first.head
    head = first.head
    if head.pos_ == "ADP" and first.dep_ == "pobj":
        head = head.head
        if head.pos_ == "VERB":
            yield head, True
    elif head.pos_ in ("VERB", "AUX"):
        yield head, first.dep_ in ("dobj", "nsubjpass", "attr", "oprd")
    for child in noun.rights:
        if child.dep_ == "acl" and child.pos_ == "VERB":
            yield child, is_passive(child)
        elif child.dep_ == "relcl":
            yield child, noun in undergoers(child)


def _has_particle(verb: Token, particle: str) -> bool:
    return any(child.lower_ == particle for child in verb.children)


def phrases(trigger: Trigger) -> list[Phrase]:
    """The runs of tokens that the trigger stands on: neighbours make one phrase."""
    runs: list[list[int]] = []
    for index in sorted({token.i for token in trigger.words}):
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return [Phrase(run[0], run[-1] + 1, trigger.word.i if trigger.word.i in run else run[0]) for run in runs]


def parties(nouns: list[Token]) -> list[Token]:
    """The nouns with all that is coordinated with them, each once."""
    return list(dict.fromkeys(part for noun in nouns for part in coordinated(noun)))
