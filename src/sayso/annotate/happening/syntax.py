"""Who stands where around a predicate: subjects, objects and prepositions, also those a clause shares or leaves out.

The rules for what is left out (control of infinitives and participles, gaps of relative clauses, coordination) follow
the enhanced dependencies of Schuster & Manning (2016), on spaCy's labels.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "obj"})
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
_PROMISES = frozenset({"promise", "vow", "pledge", "threaten", "offer", "agree"})
_DEPTH = 6


def is_passive(verb: Token) -> bool:
    """Whether the verb's surface subject is what it is done to."""
    labels = {child.dep_ for child in verb.children}
    if labels & {"auxpass", "nsubjpass"}:
        return True
    if verb.tag_ != "VBN":
        return "agent" in labels and not labels & _OBJECTS
    if "aux" in labels or (labels & _OBJECTS and verb.dep_ != "acl"):
        return False
    if verb.dep_ in ("conj", "oprd", "xcomp", "ccomp"):
        return "nsubj" not in labels and is_passive(verb.head)
    return verb.dep_ in ("acl", "amod", "advcl")


def own_subject(verb: Token) -> Token | None:
    """The subject that stands with the verb itself; a relative pronoun gives what it stands for."""
    for child in verb.lefts:
        if child.dep_ in _SUBJECTS:
            return antecedent(child) or child
    for child in verb.rights:
        if child.dep_ in _SUBJECTS:
            return child
    return _before_being(verb)


def is_nobody(noun: Token) -> bool:
    """Whether the noun stands for nobody or nothing: "no group", "neither side", "none"."""
    if noun.lower_ in ("nobody", "none", "neither", "nothing", "no-one"):
        return True
    return any(child.dep_ in ("det", "preconj") and child.lower_ in ("no", "neither") for child in noun.lefts)


def _before_being(verb: Token) -> Token | None:
    """Of "resulted in six men being killed" the men, whom the parse hangs on the preposition."""
    for child in verb.lefts:
        if child.dep_ == "auxpass" and child.lower_ == "being" and child.i > 0:
            before = verb.doc[child.i - 1]
            return before if before.pos_ in ("NOUN", "PROPN", "PRON", "NUM") else None
    return None


def antecedent(pronoun: Token) -> Token | None:
    """What a relative pronoun stands for."""
    if pronoun.lower_ not in _RELATIVE or pronoun.tag_ not in ("WDT", "WP", "WP$", "IN", "DT"):
        return None
    clause = pronoun.head
    while clause.dep_ in ("conj", "xcomp", "ccomp", "prep", "pobj", "auxpass", "aux") and clause.head != clause:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else None


def surface_subject(verb: Token, depth: int = 0) -> Token | None:
    """The subject of the verb, where it has none of its own the one it shares with the clause around it."""
    own = own_subject(verb)
    if own is not None or depth > _DEPTH or any(child.dep_ == "expl" for child in verb.lefts):
        return own
    head, relation = verb.head, verb.dep_
    if head == verb:
        return None
    if relation in ("acl", "relcl"):
        return _of_noun(verb, head, depth)
    if relation in ("xcomp", "ccomp"):
        return _controller(head, depth)
    if relation == "pcomp":
        return _subject_beyond_preposition(head, depth)
    if relation in ("conj", "advcl", "dep", "auxpass", "parataxis", "acomp", "oprd"):
        return surface_subject(head, depth + 1) if head.pos_ in ("VERB", "AUX") else None
    return None


def _of_noun(verb: Token, noun: Token, depth: int) -> Token | None:
    """Of "men carrying arms" and "files seized" the noun; of "a plan to go" its owner, but "Ministers to meet"."""
    if _is_infinitive(verb):
        return noun if noun.dep_ == "ROOT" else _owner(noun, depth)
    return noun if verb.dep_ == "acl" or is_passive(verb) else None


def _controller(head: Token, depth: int) -> Token | None:
    """Of "A asked B to go" it is B who goes; of "A promised B to go", and of "A wants to go", A."""
    if head.pos_ in ("ADJ", "NOUN", "PROPN") and head.dep_ in ("acomp", "attr"):
        return surface_subject(head.head, depth + 1)
    if head.lemma_ not in _PROMISES:
        for child in head.children:
            if child.dep_ in _OBJECTS or child.dep_ == "dative":
                return child
    return surface_subject(head, depth + 1)


def _subject_beyond_preposition(preposition: Token, depth: int) -> Token | None:
    """Of "accused B of lying" it is B who lies; of "left after meeting B" the one who left."""
    governor = preposition.head
    if governor.pos_ not in ("VERB", "AUX"):
        return _owner(governor, depth)
    if preposition.lower_ in ("of", "for", "from"):
        for child in governor.children:
            if child.dep_ in _OBJECTS:
                return child
    return surface_subject(governor, depth + 1)


def _owner(noun: Token, depth: int) -> Token | None:
    """Whose effort or plan it is: "A's plan to go", "A made an effort to go"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("for", "by"):
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    climb = noun.head
    while climb.dep_ in ("prep", "pobj") and climb.head != climb:
        climb = climb.head
    return surface_subject(climb, depth + 1) if climb.pos_ in ("VERB", "AUX") and climb != noun else None


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts)


def doers(verb: Token) -> list[Token]:
    """The heads of the logical subject, one for each coordinated part."""
    if is_passive(verb):
        bearers = [verb, verb.head] if verb.dep_ in ("oprd", "xcomp", "ccomp") else [verb]
        agents = (child for bearer in bearers for child in bearer.rights if child.lower_ == "by")
        return [part for agent in agents for part in complements(agent)]
    subject = surface_subject(verb)
    return [] if subject is None else list(coordinated(subject))


def undergoers(verb: Token) -> list[Token]:
    """The heads of the logical object, one for each coordinated part."""
    if is_passive(verb):
        if verb.dep_ == "acl" and verb.head.pos_ != "VERB":
            return [part for part in coordinated(verb.head) if part.i < verb.i]
        subject = surface_subject(verb)
        return [] if subject is None else list(coordinated(subject))
    for child in verb.children:
        if child.dep_ in _OBJECTS:
            whole = antecedent(child) or child
            return list(coordinated(whole))
    if verb.dep_ == "relcl" and not _has_relative_subject(verb) and own_subject(verb) is not None:
        return [verb.head]
    if verb.tag_ == "VBG" and any(child.dep_ in ("poss", "det") for child in verb.lefts):
        return [part for child in verb.rights if child.lower_ == "of" for part in complements(child)]
    return _shared_object(verb)


def _shared_object(verb: Token) -> list[Token]:
    """Of "searched and arrested four men" the men are also those who were searched."""
    for child in verb.rights:
        if child.dep_ in ("prep", "ccomp", "xcomp", "advcl"):
            return []
        if child.dep_ == "conj" and child.pos_ == "VERB" and child.i - verb.i <= 3:
            return [part for part in undergoers(child) if part.i > child.i] if not is_passive(child) else []
    return []


def _has_relative_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS and child.lower_ in _RELATIVE for child in verb.lefts)


def complements(preposition: Token) -> list[Token]:
    """The heads of what stands behind the preposition."""
    for child in preposition.rights:
        if child.dep_ == "pobj":
            return list(coordinated(antecedent(child) or child))
        if child.dep_ == "pcomp" and (subject := own_subject(child)) is not None:
            return list(coordinated(subject))
    return []


def prepositions(word: Token) -> Iterator[Token]:
    """The prepositions that hang on the word, those of stacked prepositions ("out of") too."""
    for child in word.rights:
        if child.dep_ in ("prep", "agent", "dative") and child.pos_ in ("ADP", "SCONJ", "ADV"):
            yield child
            yield from prepositions(child)


def coordinated(head: Token) -> Iterator[Token]:
    """The head and what is coordinated with it."""
    yield head
    for child in head.rights:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
            yield from coordinated(child)
