"""One happening in one report is one event: its mentions are put together.

Mentions are compared from left to right with the happenings found so far (the mention-pair sieves of Lee et al. 2012,
most precise first): tied together within a sentence, a definite noun, a headline, the same parties.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import repeat

from spacy.tokens import Doc, Token

from sayso import marks
from sayso.annotate.happening.counts import same_people, told_again
from sayso.annotate.happening.drafts import Draft
from sayso.annotate.happening.lexicon import lexicon
from sayso.annotate.happening.syntax import complements, is_passive, own_subject, prepositions, undergoers
from sayso.knowledge.states import name_of_state
from sayso.marks import CountMark, EventMark, Phrase, RoleMark
from sayso.model import Place, Time
from sayso.model.event import Code, RoleName

_TIES = frozenset(
    ["nsubj", "nsubjpass", "dobj", "pobj", "prep", "agent", "advcl", "acl", "relcl", "attr", "appos", "conj", "pcomp"]
)
_TYING = frozenset({"in", "by", "during", "with", "through", "as", "when", "where"})
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_SETTINGS = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})
_MOST_ROLES, _HOPS, _DEEPEST, _WINDOW = 5, 4, 30, 12


@dataclass(slots=True)
class Happening:
    """The mentions of one happening, in the order of the text."""

    drafts: list[Draft]

    @property
    def first(self) -> Draft:
        """The mention that came first."""
        return self.drafts[0]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the report: its times and places by id, and the names in the phrases asked for so far."""

    times: dict[str, Time]
    places: dict[str, Place]
    doc: Doc
    names: dict[Phrase, frozenset[str]]


def happenings(doc: Doc, drafts: Sequence[Draft]) -> list[Happening]:
    """The drafts put together: every draft is in one happening."""
    facts = Facts(
        {mark.time.id: mark.time for mark in marks.get_times(doc)},
        {mark.place.id: mark.place for mark in marks.get_places(doc)},
        doc,
        {},
    )
    found: list[Happening] = []
    recent: dict[Code, list[Happening]] = {}
    at: dict[int, Happening] = {}
    for draft in sorted(drafts, key=lambda one: (one.sentence, _rank(one))):
        home = _tied(draft, at) or _earlier(draft, recent.get(draft.mark.type, []), facts)
        if home is None:
            home = Happening([])
            found.append(home)
        home.drafts.append(draft)
        others = [one for one in recent.get(draft.mark.type, []) if one is not home]
        recent[draft.mark.type] = [*others, home][-_WINDOW:]
        at.update({word.i: home for word in draft.trigger.words})
        if draft.trigger.bearer is not None:
            at.setdefault(draft.trigger.bearer.i, home)
    for happening in found:
        happening.drafts.sort(key=lambda one: one.trigger.word.i)
    told = [happening for happening in found if not _is_general(happening)]
    return sorted(told, key=lambda happening: happening.first.trigger.word.i)


def _is_general(happening: Happening) -> bool:
    """Talk of a kind ("steps against violence") or of what is not told: a noun with nobody, no day and no place."""
    draft, noun = happening.first, happening.first.trigger.word
    bare = draft.trigger.noun or (noun.tag_ == "VBN" and noun.dep_ == "acl" and own_subject(noun) is None)
    if len(happening.drafts) > 1 or not bare or draft.trigger.lift is not None or draft.title:
        return False
    mark = draft.mark
    return not (mark.roles or mark.counts or noun.dep_ in ("nsubj", "nsubjpass", "ROOT") or _is_placed(noun))


def _is_placed(noun: Token) -> bool:
    """Whether the noun itself says when or where: "Friday's clashes", "fighting in Osk"."""
    beside = [word for child in noun.children for word in (child, *(child.rights if child.dep_ == "prep" else ()))]
    return any(word.ent_type_ in _SETTINGS for word in beside)


def _rank(draft: Draft) -> tuple[int, int]:
    """Words nearer to the root come first, so that what hangs on them finds them."""
    word, depth = draft.trigger.predicate, 0
    while word.head != word and depth < _DEEPEST:
        word, depth = word.head, depth + 1
    return depth, draft.trigger.word.i


def _tied(draft: Draft, at: dict[int, Happening]) -> Happening | None:
    """The happening that the parse ties the trigger to: "air strikes killed 20", "stormed a village, killing 12"."""
    word: Token = draft.trigger.word
    for _ in range(_HOPS):
        if word.dep_ not in _TIES or word.head == word:
            return None
        if word.dep_ in ("prep", "agent") and word.lower_ not in _TYING:
            return None
        if word.dep_ in ("conj", "advcl") and not _joins(word, draft):
            return None
        word = word.head
        home = at.get(word.i)
        if home is not None:
            fits = home.first.mark.type == draft.mark.type and home.first.mark.status == draft.mark.status
            return home if fits else None
    return None


def _joins(verb: Token, draft: Draft) -> bool:
    """A participle goes with its clause, and what its doer did "when"; of coordinated words the toll of the deed."""
    if verb.dep_ == "advcl":
        if any(child.lower_ == "when" for child in verb.lefts):
            own = own_subject(verb)
            return own is not None and own.pos_ == "PRON" and not is_passive(verb.head) and not is_passive(verb)
        return verb.tag_ in ("VBG", "VBN") and not any(child.dep_ in ("mark", "nsubj") for child in verb.lefts)
    return draft.mark.type == "ASSAULT" and verb.pos_ == "VERB" and verb.lemma_ in lexicon().members("harm")


def _earlier(draft: Draft, recent: Sequence[Happening], facts: Facts) -> Happening | None:
    rules: list[Callable[[Draft, Happening, Facts], bool]] = []
    if draft.trigger.noun and _definite(draft.trigger.word):
        rules += [_same_noun, _any_noun]
    rules += [_same_toll, _headline, _toll, _same_parties]
    for happening in reversed(recent):
        if _alike(draft, happening) and _taken_up(draft, happening, facts):
            return happening
    fitting = [one for one in reversed(recent) if _may_be(draft, one, facts)]
    for rule in rules:
        for happening in fitting:
            if rule(draft, happening, facts):
                return happening
    return None


def _may_be(draft: Draft, happening: Happening, facts: Facts) -> bool:
    """Nothing speaks against it: type, status, when, where and who."""
    if not _alike(draft, happening):
        return False
    if any(_apart(draft.mark, other.mark, facts) for other in happening.drafts):
        return False
    return not _strangers(draft, happening.drafts, facts)


def _alike(draft: Draft, happening: Happening) -> bool:
    first = happening.first.mark
    return first.type == draft.mark.type and first.status == draft.mark.status


def _taken_up(draft: Draft, happening: Happening, facts: Facts) -> bool:
    """Whether the draft counts again those whom the happening has counted: "the four men are in custody"."""
    known = [count for other in happening.drafts for count in other.mark.counts]
    return any(told_again(count, other, facts.doc) for count in draft.mark.counts for other in known)


def _same_noun(draft: Draft, happening: Happening, facts: Facts) -> bool:
    return any(
        other.trigger.word.lemma_ == draft.trigger.word.lemma_ and other.trigger.word.tag_ == draft.trigger.word.tag_
        for other in happening.drafts
    )


def _any_noun(draft: Draft, happening: Happening, facts: Facts) -> bool:
    """A general word ("the attack") takes up any happening of its type, unless it brings parties of its own."""
    if draft.trigger.word.lemma_ not in lexicon().members("hypernym"):
        return False
    roles = [role for role in draft.mark.roles if role.role != "mediator"]
    known = [role for other in happening.drafts for role in other.mark.roles if role.role != "mediator"]
    one = draft.trigger.word.tag_ == "NN"
    if one and all(other.trigger.noun and other.trigger.word.tag_ == "NNS" for other in happening.drafts):
        return False
    return all(_any_match(role, known, facts) for role in roles)


def _headline(draft: Draft, happening: Happening, facts: Facts) -> bool:
    """The body tells what its headline names; the first sentence that can be meant is."""
    if not happening.first.title or any(not other.title for other in happening.drafts):
        return False
    return draft.title or draft.sentence <= happening.drafts[-1].sentence + 3


def _same_toll(draft: Draft, happening: Happening, facts: Facts) -> bool:
    """The same people cannot be killed or captured twice."""
    known = [count for other in happening.drafts if other.sentence != draft.sentence for count in other.mark.counts]
    return any(same_people(count, other, facts.doc) for count in draft.mark.counts for other in known)


def _toll(draft: Draft, happening: Happening, facts: Facts) -> bool:
    """Who was killed without saying by whom was so in the attack just told."""
    last = happening.drafts[-1]
    if draft.trigger.noun or draft.trigger.word.lemma_ not in lexicon().members("harm") or draft.mark.times:
        return False
    victims = _fillers(draft, "recipient")
    if victims and all(facts.doc[role.phrase.head].lower_ in ("those", "them", "they") for role in victims):
        return True
    close = 0 < draft.sentence - last.sentence <= 1
    return close and not _fillers(draft, "actor") and not _fillers(last, "recipient")


def _same_parties(draft: Draft, happening: Happening, facts: Facts) -> bool:
    """The same parties again, and the same deed."""
    for other in happening.drafts:
        if other.sentence == draft.sentence or _tolls_differ(draft.mark, other.mark):
            return False
        words = {draft.trigger.word.lemma_, other.trigger.word.lemma_}
        if draft.mark.type not in _MUTUAL and len(words) > 1 and not words & lexicon().members("hypernym"):
            continue
        if _parties_match(draft, other, facts):
            return True
    return False


def _parties_match(one: Draft, other: Draft, facts: Facts) -> bool:
    sides: tuple[RoleName, ...] = ("actor", "recipient")
    if one.mark.type in _MUTUAL:
        ours, theirs = [[role for side in sides for role in _fillers(draft, side)] for draft in (one, other)]
        return len(ours) > 1 and len(theirs) > 1 and all(_any_match(role, theirs, facts) for role in ours)
    pairs = [(_fillers(one, side), _fillers(other, side)) for side in sides]
    if not pairs[1][0] and not pairs[1][1] and one.trigger.word.lemma_ == other.trigger.word.lemma_:
        return (
            bool(_objects(one) & _objects(other)) and _any_match(pairs[0][0][0], pairs[0][1], facts)
            if all(pairs[0])
            else False
        )
    sure = [any(_surely(role, other, facts) for role in a for other in b) for a, b in pairs]
    return all(a and b for a, b in pairs) and any(sure) and all(map(_likely, sure, pairs, repeat(facts)))


def _objects(draft: Draft) -> set[str]:
    """What a verb without a recipient is about: "called for an inquiry"."""
    verb = draft.trigger.word
    behind = [noun for preposition in prepositions(verb) for noun in complements(preposition)]
    return {noun.lemma_ for noun in [*undergoers(verb), *behind]}


def _strangers(draft: Draft, others: Sequence[Draft], facts: Facts) -> bool:
    """Whether both name somebody on the same side, and nobody in common."""
    if draft.mark.type in _MUTUAL:
        ours = [role for role in draft.mark.roles if role.role != "mediator"]
        theirs = [role for other in others for role in other.mark.roles if role.role != "mediator"]
        return bool(ours and theirs) and not any(_any_match(role, theirs, facts) for role in ours)
    for side in ("actor", "recipient"):
        a, b = _fillers(draft, side), [role for other in others for role in _fillers(other, side)]
        if a and b and not any(_any_match(role, b, facts) for role in a) and not _different_kind(a, b, facts):
            return True
    return False


def _different_kind(ours: list[RoleMark], theirs: list[RoleMark], facts: Facts) -> bool:
    """A place that was hit and people who were killed there do not speak against each other."""
    kinds = [{_is_spot(facts.doc[role.phrase.head]) for role in side} for side in (ours, theirs)]
    return len(kinds[0] | kinds[1]) == 2 and len(kinds[0]) == len(kinds[1]) == 1


def _is_spot(noun: Token) -> bool:
    return noun.ent_type_ in ("GPE", "LOC", "FAC") or noun.lemma_.lower() in lexicon().members("place_thing")


def _fillers(draft: Draft, side: RoleName | str) -> list[RoleMark]:
    return [role for role in draft.mark.roles if role.role == side]


def _any_match(role: RoleMark, others: list[RoleMark], facts: Facts) -> bool:
    names = _names(role, facts)
    return any(not names or not theirs or names & theirs for theirs in (_names(other, facts) for other in others))


def _likely(sure: bool, pair: tuple[list[RoleMark], list[RoleMark]], facts: Facts) -> bool:
    """A pronoun may be anybody who fits the other side."""
    return sure or any(facts.doc[role.phrase.head].pos_ == "PRON" for side in pair for role in side)


def _surely(role: RoleMark, other: RoleMark, facts: Facts) -> bool:
    """Whether two fillers are the same by head word or by a name in both."""
    head, head_of_other = facts.doc[role.phrase.head], facts.doc[other.phrase.head]
    if head.pos_ != "PRON" and head.lemma_ == head_of_other.lemma_:
        return True
    return bool(_proper(role, facts) & _proper(other, facts))


def _proper(role: RoleMark, facts: Facts) -> frozenset[str]:
    words = [
        token for token in facts.doc[role.phrase.start : role.phrase.end] if token.pos_ in ("PROPN", "ADJ", "NOUN")
    ]
    return frozenset(_name(token) for token in words if token.text[:1].isupper())


def _names(role: RoleMark, facts: Facts) -> frozenset[str]:
    """What tells the filler from others; empty for a pronoun, which may be anybody."""
    known = facts.names.get(role.phrase)
    if known is None:
        words = facts.doc[role.phrase.start : role.phrase.end]
        known = frozenset(_name(token) for token in words if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM"))
        facts.names[role.phrase] = known
    return known


def _name(token: Token) -> str:
    state = name_of_state(token.text) if token.text[:1].isupper() else None
    if state is not None:
        return state.state.code
    lemma = token.lemma_.lower()
    return lemma[:-1] if token.pos_ == "PROPN" and lemma.endswith("s") else lemma


def _apart(one: EventMark, other: EventMark, facts: Facts) -> bool:
    """Whether they lie on different days or in different towns."""
    if one.times and other.times:
        a, b = (facts.times.get(mark.times[0]) for mark in (one, other))
        if a and b and a.begin and b.begin and (a.begin > (b.end or b.begin) or b.begin > (a.end or a.begin)):
            return True
    if one.places and other.places:
        here, there = (facts.places.get(mark.places[0]) for mark in (one, other))
        if here and there and here.name != there.name and here.precision == there.precision:
            return True
    return False


def _tolls_differ(one: EventMark, other: EventMark) -> bool:
    return any(mine.what == yours.what and mine.low != yours.low for mine in one.counts for yours in other.counts)


def _definite(noun: Token) -> bool:
    return any(child.dep_ in ("det", "predet") and child.lower_ in _DEFINITE for child in noun.lefts)


def _counts(every: Sequence[EventMark], doc: Doc) -> list[CountMark]:
    """The counts of the mentions, each of the same people once."""
    counts: list[CountMark] = []
    for mark in every:
        before = list(counts)
        counts += [one for one in mark.counts if not any(same_people(one, other, doc) for other in before)]
    return counts


def united(doc: Doc, happening: Happening) -> EventMark:
    """The event of a happening: what its first mention does not tell is taken from the later ones."""
    every = [draft.mark for draft in happening.drafts]
    main = max(every, key=lambda mark: mark.confidence)
    event = EventMark(
        trigger=[phrase for mark in every for phrase in mark.trigger],
        type=main.type,
        status=main.status,
        confidence=main.confidence,
        mode=next((mark.mode for mark in every if mark.mode), None),
        times=list(dict.fromkeys(time for mark in every for time in mark.times)),
        places=list(dict.fromkeys(place for mark in every for place in mark.places)),
        historical=all(mark.historical for mark in every),
        counts=_counts(every, doc),
    )
    roles: dict[tuple[str, str], RoleMark] = {}
    for role in (role for mark in every for role in mark.roles):
        roles.setdefault((doc[role.phrase.start : role.phrase.end].text, role.role), role)
    event.roles = [
        role for side in _ORDER for role in [one for one in roles.values() if one.role == side][:_MOST_ROLES]
    ][:10]
    return event


_ORDER: tuple[RoleName, ...] = ("actor", "recipient", "mediator", "participant")
