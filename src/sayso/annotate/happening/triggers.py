"""Triggers: the words that say that something happened, and the frame under which they say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.annotate.happening.classes import belongs, is_somebody
from sayso.annotate.happening.lexicon import Classes, Frame, lexicon
from sayso.annotate.happening.owners import right_before
from sayso.annotate.happening.syntax import complements, doers, is_passive, undergoers
from sayso.marks import Phrase

Place = Literal["object", "behind", "subject"]
Lift = Literal["do", "undergo", "arrange", "occur"]
_NO_NOUN = frozenset({"compound", "amod", "nmod", "npadvmod", "punct"})
_NO_VERB = _NO_NOUN | {"pobj", "dobj", "nsubj"}
_OF_NOUNS = frozenset({"pobj", "dobj", "nsubj"})
_BORNE = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd"})
_TOWARDS = frozenset({"in", "into", "on", "to", "under", "with"})
_MARKERS = frozenset({"aux", "mark", "nsubj"})
_PERSONAL = frozenset({"AID", "SUPPORT", "AGREE", "COOPERATE"})
"""Types of what somebody does on purpose: things that help or guarantee are no events."""
_NAMES = frozenset({"ORG", "PERSON", "PRODUCT", "WORK_OF_ART", "LAW", "DATE", "TIME"})


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
        lemma = word.lemma_.lower()
        if word.pos_ in ("VERB", "ADJ") and word.dep_ not in _NO_VERB:
            yield from _verb_trigger(word, verbs.get(lemma, ()))
        elif word.pos_ in ("NOUN", "PROPN") or (word.pos_ == "VERB" and word.dep_ in _OF_NOUNS):
            yield from _noun_trigger(word, nouns.get(lemma, ()))


def _verb_trigger(verb: Token, frames: tuple[Frame, ...]) -> Iterator[Trigger]:
    for frame in frames:
        words = _words_below(verb, frame.words)
        if (
            words is not None
            and not _is_idle(verb, frame)
            and _subject_fits(verb, frame)
            and not (frame.type == "ASSAULT" and by_nature(verb))
            and _object_fits(verb, words, frame)
        ):
            yield Trigger(verb, (verb, *words), frame, noun=False)
            return


def _is_idle(verb: Token, frame: Frame) -> bool:
    """Words that tell of no deed: "thank you", "let's go", "armed with rifles", "a welcome step", "backed by tanks"."""
    if verb.pos_ == "ADJ" and not (frame.words or frame.object):
        return True
    behind = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    if behind in lexicon().idioms.get(verb.lemma_.lower(), ()):
        return True
    causes = doers(verb)
    if verb.tag_ == "VBN" and not causes and verb.lemma_ in lexicon().members("stative"):
        return not any(child.dep_ == "auxpass" for child in verb.lefts) or behind == "with"
    return frame.type in _PERSONAL and bool(causes) and not any(map(_may_act, causes))


def _may_act(noun: Token) -> bool:
    return is_somebody(noun) or noun.pos_ == "PROPN" or noun.lemma_.lower() in lexicon().members("force")


def _words_below(verb: Token, wanted: tuple[str, ...]) -> tuple[Token, ...] | None:
    found: list[Token] = []
    for word in wanted:
        places = [*verb.children, *(child for token in found for child in token.children)]
        hit = next(
            (
                child
                for child in places
                if word in (child.lower_, child.lemma_)
                and child.dep_ not in _MARKERS
                and (child.pos_ != "ADP" or child.i > verb.i or verb.dep_ == "relcl")
            ),
            None,
        )
        if hit is None:
            return None
        found.append(hit)
    return tuple(found)


def _subject_fits(verb: Token, frame: Frame) -> bool:
    return not frame.subject or any(belongs(noun, frame.subject) for noun in [*doers(verb), *right_before(verb)])


def by_nature(verb: Token) -> bool:
    """Whether an earthquake, a disease or a crash does it, and so nobody."""
    causes = doers(verb)
    causes += [noun for child in verb.rights if child.lower_ in ("in", "by", "from") for noun in complements(child)]
    return any(noun.lemma_.lower() in lexicon().members("nature") for noun in causes)


def _object_fits(verb: Token, words: tuple[Token, ...], frame: Frame) -> bool:
    if not frame.object:
        return True
    if "to" in frame.object and any(_is_what_is_asked(child, frame) for child in verb.rights):
        return True
    if "that" in frame.object and any(child.dep_ == "ccomp" for child in verb.rights):
        return True
    if "should" in frame.object and any(_wants(child) for child in verb.rights):
        return True
    last = words[-1] if words else verb
    if last.pos_ in ("ADP", "SCONJ") and last.dep_ in ("prep", "agent", "dative"):
        objects = complements(last)
    else:
        objects = undergoers(verb)
        objects += [child for child in verb.rights if child.dep_ in ("dobj", "oprd") and child not in objects]
    if ("none" in frame.object and not objects) or ("past" in frame.object and verb.tag_ in ("VBD", "VBN")):
        return True
    objects = [noun for noun in objects if noun.lower_ != "it"]
    if "plural" in frame.object:
        return not objects and any(belongs(noun, frame.object) for noun in doers(verb))
    return any(belongs(noun, frame.object) for noun in objects)


def _idle(frame: Frame) -> Classes:
    """Infinitives that make no event: "declined to comment" refuses the reporter, and nobody else."""
    return lexicon().members("comment" if frame.type == "REJECT" else "anonymity")


def _wants(verb: Token) -> bool:
    """A clause in the subjunctive ("that they be limited") or with "should"."""
    if verb.dep_ != "ccomp":
        return False
    first = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    return first[0].lower_ in ("be", "should") if first else verb.tag_ == "VB"


def _is_what_is_asked(verb: Token, frame: Frame) -> bool:
    """An infinitive below a verb; "asked not to be named" asks the reporter, and quoted words stand alone."""
    if verb.dep_ not in ("xcomp", "ccomp") or verb.lemma_ in _idle(frame):
        return False
    between = verb.doc[min(verb.i, verb.head.i) : max(verb.i, verb.head.i)]
    infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts)
    return infinitive and not any(token.is_quote for token in between)


def _noun_trigger(noun: Token, frames: tuple[Frame, ...]) -> Iterator[Trigger]:
    if noun.dep_ in _NO_NOUN or noun.ent_type_ in _NAMES or noun.head.lemma_ in lexicon().idioms.get(noun.lemma_, ()):
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
    return before if all(map(_is_word, before, wanted)) else None


def _is_word(token: Token, word: str) -> bool:
    if word.startswith("<"):
        return token.lemma_.lower() in lexicon().members(word.strip("<>"))
    return word in (token.lower_, token.lemma_)


def bearer_of(word: Token) -> Token | None:
    """The verb that carries the happening of a noun; None for other words."""
    return _bearer(word)[0] if word.pos_ in ("NOUN", "PROPN") else None


def _bearer(noun: Token) -> tuple[Token | None, Lift | None]:
    light = lexicon().light
    for verb, place in _governors(noun):
        lemma = verb.lemma_.lower()
        as_object = place == "object"
        if as_object and lemma in light["arrange"] and not (lemma == "set" and not _has_particle(verb, "up")):
            return verb, "arrange"
        if place == "behind" and lemma in light["outcome"]:
            return verb, "occur"
        if (as_object or place == "behind") and lemma in light["do"]:
            return verb, "do"
        if as_object and lemma in light["undergo"]:
            return verb, "undergo"
        if place == "subject" and lemma in light["occur"]:
            return verb, "occur"
    return None, None


def _governors(noun: Token) -> Iterator[tuple[Token, Place]]:
    """The verbs that may carry the noun: as their (logical) object, behind a preposition, or as their subject."""
    first = _measured(noun)
    while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN"):
        first = _measured(first.head)
    head = first.head
    if head.pos_ == "ADP" and first.dep_ == "pobj":
        if head.lower_ in _TOWARDS and head.head.pos_ in ("VERB", "AUX"):
            yield head.head, "behind"
    elif head.pos_ in ("VERB", "AUX") and (first.dep_ in _BORNE or (first.dep_ == "conj" and first.i > head.i)):
        yield head, "subject" if first.dep_ == "nsubj" else "object"
    yield from ((verb, "subject") for verb in _begun_behind(noun))
    for child in noun.rights:
        if child.dep_ == "acl" and child.pos_ == "VERB":
            yield child, "object" if is_passive(child) else "subject"
        elif child.dep_ == "relcl":
            yield child, "object" if noun in undergoers(child) else "subject"
            yield from ((inner, "object") for inner in child.rights if inner.dep_ == "ccomp" and is_passive(inner))


def _measured(noun: Token) -> Token:
    """Of "a series of raids" the series, which is carried as the raids are."""
    above = noun.head
    portion = noun.dep_ == "pobj" and above.lower_ == "of" and above.head.lemma_.lower() in lexicon().members("portion")
    return above.head if portion else noun


def _begun_behind(noun: Token) -> Iterator[Token]:
    """Of "the raid on the camp, which began on Monday": a camp does not begin."""
    for child in noun.rights:
        if child.dep_ == "prep":
            for inner in (clause for part in complements(child) for clause in part.rights):
                if inner.dep_ == "relcl" and inner.lemma_ in lexicon().light["occur"]:
                    yield inner


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
