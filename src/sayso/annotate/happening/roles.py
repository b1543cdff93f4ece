"""Roles: who did it, to whom, through whom (PLOVER's actor and recipient, and the mediator of this project)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso import marks
from sayso.annotate.happening.classes import counted, is_nation, is_place, is_somebody
from sayso.annotate.happening.concerns import concerned
from sayso.annotate.happening.hunts import HUNTING, hunted
from sayso.annotate.happening.lexicon import Frame, lexicon
from sayso.annotate.happening.owners import beside, culprits, modifiers, phrase_of, right_before
from sayso.annotate.happening.syntax import complements, coordinated, doers, is_passive, prepositions, undergoers
from sayso.annotate.happening.triggers import Trigger
from sayso.annotate.phrases import noun_phrase
from sayso.knowledge.states import name_of_state
from sayso.marks import Phrase, RoleMark
from sayso.model.event import RoleName

_MATERIAL = frozenset({"ASSAULT", "COERCE", "RETREAT", "AID", "SANCTION", "MOBILIZE"})
_ABOUT_THINGS = frozenset({"REJECT", "ACCUSE", "REQUEST", "SUPPORT", "THREATEN", "CONCEDE", "SANCTION"})
_ARRANGED = frozenset({"CONSULT", "AGREE", "COOPERATE", "AID", "RETREAT", "CONCEDE"})
_PEOPLE = frozenset({"actor", "place", "place_thing", "captive", "envoy", "person", "plural", "security", "worker"})
_BY_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_MODIFIERS = frozenset({"compound", "amod", "nmod"})
_NEAR = 10

_LIFTED = {"do": "subject", "undergo": "object", "arrange": "mediator"}
Filler = tuple[str, Token]


def roles_of(trigger: Trigger) -> list[RoleMark]:
    """The roles of the trigger's event, in the order actor, recipient, mediator; nobody stands in two."""
    slots = _around_noun(trigger) if trigger.noun else _around_verb(trigger)
    found: list[tuple[RoleName, Token]] = []
    for slot, noun in slots:
        if _is_half(noun):
            continue
        role = _role(trigger, slot)
        if role is not None and _can_be(noun, role, trigger.frame) and all(noun != other for _, other in found):
            found.append((role, noun))
    if not any(role == "recipient" for role, _ in found):
        known = {noun.lemma_ for _, noun in found}
        found += [("recipient", noun) for noun in concerned(trigger) if noun.lemma_ not in known]
    if trigger.frame.type in HUNTING:
        taken = {noun.i for _, noun in found}
        found += [("participant", noun) for noun in hunted(trigger.predicate) if noun.i not in taken]
    found += [(role, nation) for role, noun in found for nation in _other_nations(noun)]
    found = _without_pronoun_of_named(found)
    order = ("actor", "recipient", "mediator", "participant")
    found.sort(key=lambda one: order.index(one[0]))
    return [RoleMark(role, _before(trigger.word, _mention(noun))) for role, noun in found]


def _without_pronoun_of_named(found: list[tuple[RoleName, Token]]) -> list[tuple[RoleName, Token]]:
    """Of "A carried out its raid" it is A who is named; "its" is needed only where nobody is."""
    named = any(role == "actor" and noun.tag_ != "PRP$" for role, noun in found)
    return [one for one in found if not (named and one[1].tag_ == "PRP$")]


def _mention(noun: Token) -> Phrase:
    """The phrase of the filler; of "thousands of villagers" it is the villagers who head it."""
    if noun.dep_ in _MODIFIERS and noun.head.pos_ == "NOUN":
        return phrase_of(noun)
    named = _by_name(noun)
    phrase = noun_phrase(named)
    if named != noun:
        phrase = phrase._replace(start=noun_phrase(noun).start)
    if noun.dep_ == "conj" and _is_half(noun.head):
        phrase = phrase._replace(start=noun.head.left_edge.i)
    inner = counted(noun)
    return phrase if inner is None or not phrase.start <= inner.i < phrase.end else phrase._replace(head=inner.i)


def _is_half(noun: Token) -> bool:
    """Of "Alvanian and allied forces" the first adjective, where the parse takes it for somebody by itself."""
    state = name_of_state(noun.text) if noun.text[:1].isupper() else None
    if state is None or state.use != "demonym" or noun.tag_ in ("NNS", "NNPS"):
        return False
    return any(
        child.dep_ == "conj" and child.pos_ == "NOUN" and child.left_edge.i == noun.i + 2 for child in noun.rights
    )


def _other_nations(noun: Token) -> list[Token]:
    """Of "Alvanian and Norvian envoys", whom their nearest nation names, the other nations."""
    nations = [
        nation
        for child in noun.lefts
        if child.dep_ in _MODIFIERS
        for nation in [child, *child.conjuncts]
        if nation.i < noun.i and is_nation(nation)
    ]
    joined = any(nation.dep_ == "conj" for nation in nations)
    return sorted(set(nations), key=lambda nation: nation.i)[:-1] if joined else []


def _before(word: Token, phrase: Phrase) -> Phrase:
    """The phrase up to the word, where it takes the word in: in "Rebel leader arrested" it is the leader who is."""
    return Phrase(phrase.start, word.i, phrase.head) if phrase.head < word.i < phrase.end else phrase


def _by_name(noun: Token) -> Token:
    """Of "its neighbour Chad" the name, which then heads the phrase."""
    for child in noun.rights:
        if child.dep_ == "appos" and child.pos_ == "PROPN" and child.left_edge.i == noun.i + 1 and noun.pos_ == "NOUN":
            return child
    return noun


def _role(trigger: Trigger, slot: str) -> RoleName | None:
    if slot in ("mediator", "participant"):
        return slot  # type: ignore[return-value]  # (the two names are roles)
    return trigger.frame.roles.get(slot)


def _can_be(noun: Token, role: RoleName, frame: Frame) -> bool:
    if is_somebody(noun):
        return noun.tag_ != "PRP$" or role == "actor" or frame.lemma in lexicon().members("suffered")
    if role == "actor" and frame.type in _BY_FORCE:
        return noun.lemma_.lower() in lexicon().members("craft")
    if role != "recipient" or frame.type not in _MATERIAL:
        return False
    return is_place(noun) or noun.lemma_.lower() in lexicon().classes["place_thing"]


def _around_verb(trigger: Trigger) -> Iterator[Filler]:
    verb, frame = trigger.word, trigger.frame
    objects = undergoers(verb)
    if _is_headline_passive(verb, objects, frame):
        objects = doers(verb)
    else:
        yield from (("subject", noun) for noun in _subjects(verb, frame))
    for child in verb.rights:
        if child.dep_ == "dative" and child.pos_ not in ("ADP",):
            objects = [*coordinated(child), *objects]
    thing = bool(frame.object) and not frame.object & _PEOPLE
    for noun in objects:
        if is_somebody(noun) or not thing:
            yield "object", noun
        if frame.type in _ABOUT_THINGS and not is_somebody(noun):
            yield from _of_thing(noun)
    if "speaker" in frame.roles:
        yield from (("speaker", noun) for noun in _speakers(verb))
    yield from _asked(verb, objects)
    yield from _behind_prepositions(verb)


def _subjects(verb: Token, frame: Frame) -> Iterator[Token]:
    """Who does it; of "army rockets hit B" those whose rockets they are, and else who stands right before the verb."""
    found = _of_operation(verb) or doers(verb)
    if not is_passive(verb) and not any(is_somebody(noun) and not _is_mere_place(noun) for noun in found):
        found = right_before(verb) or found
    if frame.type in _BY_FORCE and is_passive(verb):
        found += [noun for child in verb.rights if child.lower_ == "in" for noun in complements(child)]
    for noun in found:
        yield noun
        if frame.type in _BY_FORCE and not is_somebody(noun):
            yield from _owning(noun)


def _of_operation(verb: Token) -> list[Token]:
    """Of "A conducted raids targeting B" it is A who targets."""
    noun = verb.head
    at_work = verb.dep_ == "acl" and verb.tag_ == "VBG" and noun.dep_ == "dobj"
    return doers(noun.head) if at_work and noun.lemma_ in lexicon().members("course") else []


def _is_mere_place(noun: Token) -> bool:
    """A town or region, which does nothing itself; a state may."""
    return is_place(noun) and name_of_state(noun.text) is None


def _owning(thing: Token) -> Iterator[Token]:
    """Whose planes, rockets or strikes they are."""
    lemma, words = thing.lemma_.lower(), lexicon()
    if not (lemma in words.nouns or lemma in words.members("force") or lemma in words.members("weapon")):
        return
    yield from (child for child in thing.lefts if child.dep_ == "poss")
    yield from modifiers(thing)
    yield from beside(thing)


def _is_headline_passive(verb: Token, objects: list[Token], frame: Frame) -> bool:
    """Headlines leave out auxiliaries: "Rebel leader arrested in raid" tells who was arrested."""
    if objects or verb.tag_ not in ("VBD", "VBN") or verb.dep_ != "ROOT" or "object" not in frame.roles or frame.words:
        return False
    sentence = verb.sent
    if sentence[-1].is_punct or any(child.dep_ in ("aux", "auxpass", "ccomp", "xcomp") for child in verb.children):
        return False
    return verb.i + 1 == sentence.end or verb.nbor().pos_ in ("ADP", "ADV", "SCONJ")


def _speakers(verb: Token) -> Iterator[Token]:
    """Who says so: the source of the innermost statement that holds the verb."""
    doc = verb.doc
    holding = [
        (part.end - part.start, number)
        for number, mark in enumerate(marks.get_statements(doc))
        for part in mark.content
        if part.start <= verb.i < part.end and mark.source is not None
    ]
    if holding:
        source = marks.get_statements(doc)[min(holding)[1]].source
        if source is not None:
            yield doc[source.head]


def _of_thing(noun: Token) -> Iterator[Filler]:
    """Of "rejected B's demand", "condemned the attack by B": the one behind the thing."""
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ in _MODIFIERS and is_nation(child)):
            yield "object", child
    for preposition in prepositions(noun):
        slot = "object" if preposition.lower_ in ("by", "from", "of") else preposition.lower_
        for part in complements(preposition):
            yield slot, part


def _asked(verb: Token, objects: list[Token]) -> Iterator[Filler]:
    """Of "asked B to go", where the parse makes B the subject of going."""
    if objects:
        return
    for child in verb.rights:
        if child.dep_ in ("ccomp", "xcomp") and any(aux.lower_ == "to" for aux in child.lefts if aux.dep_ == "aux"):
            for noun in child.lefts:
                if noun.dep_ in ("nsubj", "nsubjpass"):
                    yield from (("object", part) for part in coordinated(noun))


def _around_noun(trigger: Trigger) -> Iterator[Filler]:
    noun = trigger.word
    suffered = noun.lemma_ in lexicon().members("suffered")
    undergone = suffered and not any(child.lower_ == "of" for child in noun.rights)
    for child in noun.lefts:
        if child.dep_ == "poss":
            yield from (("of" if undergone else "poss", part) for part in coordinated(child))
    for owner in modifiers(noun):
        yield "of" if suffered and not is_nation(owner) else "poss", owner
    yield from (("by", part) for part in beside(noun))
    yield from _behind_prepositions(noun)
    yield from (("subject", part) for part in culprits(noun))
    yield from _between(trigger)
    if trigger.bearer is None:
        return
    lifted = _LIFTED.get(trigger.lift or "")
    if lifted == "mediator" and trigger.frame.type not in _ARRANGED:
        lifted = "subject"
    if trigger.bearer.lemma_ in lexicon().light["outcome"]:
        yield from (("subject", part) for part in _originators(trigger.bearer))
    if lifted:
        yield from ((lifted, part) for part in doers(trigger.bearer) if part != noun)
    if trigger.lift != "undergo":
        yield from _behind_prepositions(trigger.bearer, skip=noun)


def _originators(verb: Token) -> list[Token]:
    """Of "A conducted operations, which resulted in arrests": who did what had the outcome."""
    for cause in doers(verb):
        if is_somebody(cause):
            return [cause]
        climb = cause
        while climb.pos_ not in ("VERB", "AUX") and climb.head != climb:
            climb = climb.head
        if climb.pos_ == "VERB":
            return [noun for noun in doers(climb) if is_somebody(noun)]
    return []


def _between(trigger: Trigger) -> Iterator[Filler]:
    """Of "a meeting last week between A and B", where the parse hangs the pair on another word of the phrase."""
    noun = trigger.word
    if "between" not in trigger.frame.roles or any(child.lower_ == "between" for child in noun.rights):
        return
    edge = (trigger.bearer or noun).right_edge.i
    for token in noun.doc[noun.i + 1 : min(edge + 1, noun.i + _NEAR)]:
        if token.lower_ == "between" and token.head != trigger.bearer:
            yield from (("between", part) for part in complements(token))


def _behind_prepositions(word: Token, skip: Token | None = None) -> Iterator[Filler]:
    for preposition in prepositions(word):
        if preposition.dep_ == "agent" and word.pos_ == "VERB":
            continue
        for part in complements(preposition):
            if part != skip:
                yield preposition.lower_, part
