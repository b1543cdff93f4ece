"""Tolls and crowds: how many were killed, injured, captured or abducted, how many came."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple, cast

from spacy.tokens import Doc, Span, Token

from sayso import marks
from sayso.annotate.happening.classes import counted, is_somebody
from sayso.annotate.happening.drafts import Draft
from sayso.annotate.happening.lexicon import lexicon
from sayso.annotate.happening.syntax import complements, doers, is_passive, prepositions, surface_subject, undergoers
from sayso.annotate.happening.triggers import by_nature
from sayso.annotate.phrases import noun_phrase
from sayso.knowledge.roles import role_of
from sayso.marks import CountMark, EventMark
from sayso.model import Place
from sayso.model.event import CountOf

_KINDS: tuple[CountOf, ...] = ("killed", "injured", "captured", "abducted", "crowd")
_NOT_COUNTED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"})
_HIGHEST = 5
_TOLD = frozenset({"occurred", "possible"})
_FRESH = frozenset({"other", "others", "another", "additional", "more", "further", "second", "third"})
_ORDINALS = {"second": 2, "third": 3}
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "his", "her", "their", "its"})


class Number(NamedTuple):
    """How many: ``high`` is None where the words set no upper bound."""

    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a count, each with what it counts; the ``table`` also says what number words mean."""

    verbs: Mapping[str, CountOf]
    suffered: Mapping[str, CountOf]
    nouns: Mapping[str, CountOf]
    words: Mapping[str, CountOf]
    table: Mapping[str, Any]


@cache
def _words() -> _Words:
    table = tomllib.loads(files("sayso.annotate").joinpath("lexicon", "event_counts.toml").read_text(encoding="utf-8"))

    def of(slot: str) -> dict[str, CountOf]:
        return {word: kind for kind in reversed(_KINDS) for word in table[kind][slot]}

    return _Words(of("verbs"), of("suffered"), of("nouns"), of("words"), table)


def count_all(drafts: Sequence[Draft]) -> None:
    """Give every draft the tolls of its sentence that belong to it; who is counted by no word is one person."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    for those in by_sentence.values():
        for word in those[0].trigger.word.sent:
            for what, people in _counted(word):
                number = number_of(people) or _one(word, people)
                owner = _owner(word, what, those) if number else None
                if owner is not None and number is not None:
                    owner.mark.counts.append(CountMark(what, number.low, number.high, noun_phrase(people)))


def _counted(word: Token) -> Iterator[tuple[CountOf, Token]]:
    """What is counted beside the word, and the head of the phrase that counts it."""
    lemma, words = word.lemma_.lower(), _words()
    if word.dep_ == "amod" and (kind := words.words.get(word.lower_)):
        yield kind, word.head
        return
    if word.pos_ == "VERB" and (kind := words.verbs.get(lemma)):
        yield from ((kind, noun) for noun in undergoers(word) if is_somebody(noun))
        return
    if word.pos_ == "VERB" and not by_nature(word) and (kind := words.suffered.get(lemma)):
        subject = None if is_passive(word) else surface_subject(word)
        if subject is not None and is_somebody(subject):
            yield kind, subject
    elif word.pos_ == "NOUN" and (kind := words.nouns.get(lemma)):
        yield from ((kind, noun) for noun in _behind(word))
    elif kind := words.words.get(word.lower_):
        yield from ((kind, noun) for noun in _beside(word))


def _behind(noun: Token) -> Iterator[Token]:
    """Of "the death of 20 people", "a crowd of 5,000", "the toll rose to 20"."""
    for preposition in prepositions(noun):
        if preposition.lower_ in ("of", "to"):
            yield from complements(preposition)
    if noun.lemma_ in ("toll", "number") and noun.head.pos_ == "VERB":
        for preposition in prepositions(noun.head):
            if preposition.lower_ in ("to", "at"):
                yield from complements(preposition)
    if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "into") and noun.head.head.pos_ in ("VERB", "AUX"):
        verb = noun.head.head
        if verb.lemma_ in _words().table["one"]["held"]:
            yield from undergoers(verb) if is_passive(verb) else doers(verb)
    if noun.dep_ == "dobj" and noun.lemma_ in ("injury", "death"):
        yield from (part for child in prepositions(noun.head) if child.lower_ == "to" for part in complements(child))
    if any(child.dep_ == "nummod" for child in noun.lefts) and noun.lemma_ in ("death", "arrest", "injury", "killing"):
        yield noun


def _beside(word: Token) -> Iterator[Token]:
    """Of "left 20 people dead", "20 dead in raids", "with five wounded", "seven wounded trainees"."""
    before = word.doc[word.i - 1] if word.i else None
    if before is not None and (before.like_num or before.lower_ in _words().table["vague"]):
        yield before
        return
    for child in word.lefts:
        if child.dep_ in ("nsubj", "nsubjpass", "nummod", "npadvmod"):
            yield child
            return
    if word.dep_ in ("oprd", "acomp", "ccomp", "advcl"):
        yield from (child for child in word.head.children if child.dep_ in ("dobj", "nsubj") and is_somebody(child))


def _owner(word: Token, what: CountOf, drafts: Sequence[Draft]) -> Draft | None:
    """Whose toll it is: the event of the word, of a word above it, or the nearest of a type that has such tolls."""
    types = _words().table["types"][what]
    if any(word in draft.trigger.words and draft.mark.status not in _TOLD for draft in drafts) or _or_else(word):
        return None
    fitting = [draft for draft in drafts if draft.mark.type in types and draft.mark.status in _TOLD]
    if not fitting:
        return None
    climb = word
    for _ in range(_HIGHEST):
        for draft in fitting:
            if climb in draft.trigger.words or climb == draft.trigger.bearer:
                return draft
        if climb.head == climb:
            break
        climb = climb.head
    return min(fitting, key=lambda draft: (abs(draft.trigger.word.i - word.i), draft.trigger.word.i))


def _or_else(verb: Token) -> bool:
    """Of "captured or killed a dozen" nobody knows how many were killed."""
    words = [child.lower_ for child in (*verb.rights, *verb.head.rights) if child.dep_ == "cc"]
    joined = verb.dep_ == "conj" or any(child.dep_ == "conj" for child in verb.rights)
    return joined and verb.pos_ == "VERB" and "or" in words


def _one(word: Token, people: Token) -> Number | None:
    """One person, where the words name or describe one without counting: "killed the commander", "arrested him"."""
    if word.dep_ == "amod" or (word.pos_ == "NOUN" and word.lemma_.lower() not in _words().table["one"]["nouns"]):
        return None
    alone = people.lower_ in _words().table["one"]["pronouns"]
    named = people.ent_type_ in ("PERSON", "") and people.pos_ == "PROPN" and people.tag_ == "NNP"
    role = role_of(people.lower_)
    person = role.kind == "person" if role else people.lemma_.lower() not in lexicon().members("collective")
    described = people.tag_ == "NN" and people.lower_ not in _words().table["one"]["not"] and person
    return Number(1, 1) if alone or named or described else None


def same_people(later: CountMark, earlier: CountMark, doc: Doc) -> bool:
    """Whether the later count speaks of those whom the earlier one counted."""
    if (later.what, later.low, later.high) != (earlier.what, earlier.low, earlier.high):
        return False
    words = doc[later.phrase.start : later.phrase.end]
    if any(word.lower_ in _FRESH for word in words):
        return False
    head, other = doc[later.phrase.head], doc[earlier.phrase.head]
    if head.lemma_ == other.lemma_ or head.lemma_ in _words().table["same"]["heads"]:
        return True
    return words[0].lower_ in _DEFINITE or (later.high == 1 and head.pos_ in ("PRON", "PROPN"))


def tell_once(events: Sequence[EventMark], doc: Doc) -> None:
    """Take a count from an event where another has counted the same people ("caught a man … he was held").

    What is told as many, and then as a number, is counted by the number ("several rebels died … four rebels died").
    """
    places = {mark.place.id: mark.place for mark in marks.get_places(doc)}
    told: list[tuple[EventMark, CountMark]] = []
    for event in events:
        for one in list(event.counts):
            same = [other for at, other in told if at is not event and not _elsewhere(event, at, places)]
            if any(told_again(one, other, doc) or _is_part(one, other, doc) for other in same):
                event.counts.remove(one)
        told += [(event, one) for one in event.counts]
    for event, vague in told:
        beside = [one for at, one in told if at is not event and not _elsewhere(event, at, places)]
        if any(_tells_number(one, vague, doc) or _is_among(vague, one, doc) for one in beside):
            event.counts.remove(vague)


def _elsewhere(one: EventMark, other: EventMark, places: Mapping[str, Place]) -> bool:
    """Whether they lie in two places by name."""
    here, there = (places.get(mark.places[0]) if mark.places else None for mark in (one, other))
    return here is not None and there is not None and here.name != there.name and here.precision == there.precision


def _is_part(later: CountMark, earlier: CountMark, doc: Doc) -> bool:
    """Whether the later count tells of some of those counted before: "two rebels died … killing the rebel"."""
    fighters = _words().table["same"]["fighters"]
    head, other = doc[later.phrase.head], doc[earlier.phrase.head]
    if later.what != earlier.what or later.high is None or later.high >= earlier.low or later.phrase.head < other.i:
        return False
    words = doc[later.phrase.start : later.phrase.end]
    if any(word.lower_ in _FRESH and _ORDINALS.get(word.lower_, 9) > earlier.low for word in words):
        return False
    taken_up = words[0].lower_ in _DEFINITE or any(word.lower_ in _ORDINALS for word in words)
    return other.lemma_ in fighters and (head.pos_ == "PRON" or (head.lemma_ in fighters and taken_up))


def _is_among(named: CountMark, later: CountMark, doc: Doc) -> bool:
    """Whether the one whose death is confirmed by name is among the fighters counted after that."""
    head, other = doc[named.phrase.head], doc[later.phrase.head]
    return (
        named.low == named.high == 1
        and named.what == later.what
        and head.pos_ == "PROPN"
        and other.i > head.i
        and other.lemma_ in _words().table["same"]["fighters"]
        and any(word.lemma_ == "confirm" for word in head.sent)
        and not any(word.lower_ in _FRESH for word in doc[later.phrase.start : later.phrase.end])
    )


def _tells_number(later: CountMark, vague: CountMark, doc: Doc) -> bool:
    """Whether the later count gives the number of those whom a vague one counted before."""
    words = doc[later.phrase.start : later.phrase.end]
    return (
        vague.high is None
        and later.high == later.low >= vague.low
        and later.what == vague.what
        and later.phrase.head > vague.phrase.head
        and doc[later.phrase.head].lemma_ == doc[vague.phrase.head].lemma_
        and not any(word.lower_ in _FRESH for word in words)
    )


def told_again(later: CountMark, earlier: CountMark, doc: Doc) -> bool:
    """Whether the later count takes up by a pronoun, a name or a definite phrase those whom the earlier one counted."""
    first = doc[later.phrase.start]
    taken_up = first.lower_ in _DEFINITE or first.pos_ in ("PRON", "PROPN") or _resumes(first.sent)
    return taken_up and later.phrase.head > earlier.phrase.head and same_people(later, earlier, doc)


def _resumes(sentence: Span) -> bool:
    """Whether the sentence goes back into what was told before: "During the operation …"."""
    return len(sentence) > 1 and sentence[0].lower_ == "during" and sentence[1].lower_ in _DEFINITE


def number_of(head: Token) -> Number | None:
    """How many the phrase counts: "at least 20 people", "dozens of rebels", "two to three men"; else None."""
    if head.ent_type_ in _NOT_COUNTED:
        return None
    phrase = noun_phrase(head)
    doc = head.doc
    run = [token for token in doc[max(0, phrase.start - 3) : phrase.end] if token.i >= phrase.start or _leads(token)]
    table, times = _words().table, marks.get_time_at(doc)
    lowers = {token.lower_ for token in run}
    values = [value for token in run if token.i not in times and (value := _value(token)) is not None]
    factors = [table["factor"][token.lemma_] for token in run if token.lower_ in table["factor"]]
    vague = [table["vague"][token.lower_] for token in run if token.lower_ in table["vague"]]
    if head.lemma_ == "number" and not values and counted(head) is not None:
        return Number(table["vague"]["several"], None)
    if vague:
        thousands = 1000 if "tens" in lowers and "thousands" in lowers else 1
        return Number((20 if thousands > 1 else vague[0]) * thousands, None)
    if not values and not factors:
        return None
    low = (values[0] if values else 1) * (factors[0] if factors else 1)
    if len(values) > 1 and lowers & {"to", "-", "–", "or", "between"} and values[1] > values[0]:
        return Number(low, values[1] * (factors[0] if factors else 1))
    return _bounded(low, lowers)


def _bounded(number: int, words: set[str]) -> Number:
    """The number within the bounds that the words beside it set."""
    if "than" in words and words & {"less", "fewer"}:
        return Number(1, number - 1)
    if words & set(_words().table["open"]["words"]) and "most" not in words:
        return Number(number + bool(words & {"than", "over"}), None)
    if words & {"up", "most"} or {"as", "many"} <= words:
        return Number(1, number)
    return Number(number, number)


def _leads(token: Token) -> bool:
    """Whether a word before the phrase belongs to its number ("at least", "more than")."""
    return token.lower_ in ("at", "least", "more", "than", "over", "up", "to", "as", "many", "most", "between", "some")


def _value(token: Token) -> int | None:
    if token.ent_type_ in _NOT_COUNTED:
        return None
    digits = token.text.replace(",", "")
    if digits.isdecimal() and len(digits) < 10:
        return int(digits)
    lower = token.lower_
    if lower in ("a", "an", "one") and (token.dep_ not in ("det", "nummod") or token.head.tag_ == "NNS"):
        return 1 if lower == "one" and token.dep_ in ("nsubj", "nsubjpass", "dobj") else None
    if "-" in lower:
        parts = [cast("dict[str, int]", _words().table["number"]).get(part) for part in lower.split("-")]
        return sum(part for part in parts if part) if all(parts) else None
    return cast("dict[str, int]", _words().table["number"]).get(lower)
