"""Status: whether it happened, did not, is planned, possible, requested or hangs on a condition.

The word is followed up through the clauses and nouns above it; each may change what those below left open. Signatures
of the embedding words are data (``lexicon/event_status.toml``), after Nairn, Condoravdi & Karttunen (2006) and the cue
rules that Lotan, Stern & Dagan (2013, TruthTeller) apply to dependency trees.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import cast

from spacy.tokens import Token

from sayso.annotate.happening.syntax import is_nobody, own_subject, surface_subject
from sayso.annotate.phrases import is_unsaid
from sayso.model.event import Status

_DEPTH = 8
_CLAUSES = frozenset({"xcomp", "ccomp", "oprd", "acomp"})
_GOVERNED = frozenset({"about", "against", "for", "of", "on", "to", "into", "in"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})

Table = Mapping[str, Status]


@cache
def _table(name: str) -> Table:
    words = tomllib.loads(files("sayso.annotate").joinpath("lexicon", "event_status.toml").read_text(encoding="utf-8"))[
        name
    ]
    return {lemma: cast(Status, status) for status, lemmas in words.items() for lemma in lemmas}


def ruled_status(word: Token, bearer: Token | None = None) -> Status:
    """The status by the cues alone of what ``word`` names.

    ``bearer`` is the verb that carries a noun's happening ("held talks").
    """
    state: Status = "occurred"
    if word.pos_ in ("NOUN", "PROPN"):
        said_twice = bearer is not None and word.dep_ in ("nsubj", "nsubjpass") and is_nobody(word)
        state = "occurred" if said_twice else _compose(state, _beside_noun(word))
        if bearer is None:
            return state if state != "occurred" else _above_noun(word, 0)
        word = bearer
    return _climb(word, state, 0)


def _compose(inner: Status, outer: Status) -> Status:
    """What a status becomes under another one: the inner stands, but two negations lift each other."""
    if inner == "occurred":
        return outer
    if inner == "did-not":
        return "occurred" if outer == "did-not" else "did-not" if outer in ("occurred", "planned") else outer
    return inner


def _climb(verb: Token, state: Status, depth: int) -> Status:
    """The status of ``verb``'s clause, and of the clauses above it as far as they matter."""
    state = _compose(state, local_status(verb))
    if state not in ("occurred", "did-not") or depth > _DEPTH or verb.head == verb:
        return state
    return _compose(state, _above_verb(verb, depth + 1))


def local_status(verb: Token) -> Status:
    """What the words of the verb's own clause say: modals, negation, "if"."""
    found: Status = "occurred"
    negated = False
    for child in verb.children:
        lower, label = child.lower_, child.dep_
        if label == "neg" or (
            label in ("advmod", "preconj", "cc:preconj") and _table("adverb").get(lower) == "did-not"
        ):
            negated = negated or lower != "only"
        elif label == "aux" and child.tag_ in ("MD", "VBZ", "VBP", "VBD", "VB") and lower in _table("modal"):
            found = _modal(verb, child, found)
        elif label == "mark" and lower in _table("mark"):
            found = _table("mark")[lower]
        elif label == "advmod" and lower in _table("adverb"):
            found = _table("adverb")[lower]
        elif label in ("nsubj", "nsubjpass") and is_nobody(child):
            negated = True
    negated = negated or _shares_negative_subject(verb)
    if found == "occurred" and _bare_future(verb):
        found = "planned"
    if negated:
        return "did-not" if found in ("occurred", "planned") or _cannot(verb) else found
    return found


def _modal(verb: Token, modal: Token, found: Status) -> Status:
    status = _table("modal")[modal.lower_]
    if found not in ("occurred", "planned"):
        return found
    if modal.lower_ in ("would", "'d", "’d"):
        if any(child.dep_ == "aux" and child.lower_ == "have" for child in verb.children):
            return "possible"
        if any(child.dep_ == "advcl" and _has_mark(child, "if") for child in verb.children):
            return "conditional"
    return status


def _cannot(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in ("could", "can", "ca") for child in verb.lefts)


def _has_mark(verb: Token, word: str) -> bool:
    return any(child.dep_ in ("mark", "advmod") and child.lower_ == word for child in verb.lefts)


def _shares_negative_subject(verb: Token) -> bool:
    """Of "no men were hurt or held" neither has happened."""
    either = any(child.dep_ == "cc" and child.lower_ in ("or", "nor") for child in verb.head.children)
    if verb.dep_ != "conj" or not either or own_subject(verb) is not None:
        return False
    shared = surface_subject(verb)
    return shared is not None and shared.i < verb.i and is_nobody(shared)


def _bare_future(verb: Token) -> bool:
    """ "Ministers to meet" (a headline), "is to meet", "is meeting tomorrow": an infinitive that nothing governs."""
    infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts)
    if not infinitive or verb.tag_ != "VB":
        return False
    if verb.dep_ in ("ROOT", "relcl"):
        return True
    return verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and verb.head.pos_ != "VERB"


def _above_verb(verb: Token, depth: int) -> Status:
    head, relation = verb.head, verb.dep_
    if relation == "conj":
        return _shared(verb, head, depth)
    if relation in _CLAUSES:
        return _under_clause(verb, head, depth)
    if relation == "pcomp":
        return _under_preposition(head, depth)
    if relation == "advcl":
        return _adverbial(verb, head, depth)
    if relation == "acl":
        return _adnominal(verb, head)
    if relation == "relcl" and any(child.lower_ in ("any", "anyone", "whoever") for child in [head, *head.lefts]):
        return "possible"
    return "occurred"


def _shared(verb: Token, head: Token, depth: int) -> Status:
    """A coordinated verb shares what stands above both, and the modal where it is a bare form."""
    if head.pos_ not in ("VERB", "AUX"):
        return "occurred"
    if own_subject(verb) is None and verb.tag_ == "VB" and not _has_own_aux(verb):
        negative = any(child.lower_ in ("or", "nor") for child in head.children if child.dep_ == "cc")
        local = local_status(head)
        if local != "did-not" or negative:
            return _climb(head, "occurred", depth)
    return _above_verb(head, depth + 1) if depth <= _DEPTH and head.head != head else "occurred"


def _has_own_aux(verb: Token) -> bool:
    return any(child.dep_ in ("aux", "auxpass") and child.lower_ != "to" for child in verb.lefts)


def _under_clause(verb: Token, head: Token, depth: int) -> Status:
    lemma = head.lemma_.lower()
    infinitive = verb.tag_ in ("VB", "VBG") and verb.pos_ != "AUX" and not _finite(verb)
    if lemma in _table("report") and any(child.lower_ in _FACTIVE and child.dep_ == "advmod" for child in verb.lefts):
        return "occurred"
    if lemma in _table("report") and not infinitive:
        return "possible" if local_status(head) == "did-not" else "occurred"
    open_clause = infinitive or head.pos_ == "ADJ"
    status = _table("clause").get(lemma, "occurred") if open_clause else _finite_under(head)
    if lemma in ("be", "have", "go", "keep") and not (infinitive and _has_to(verb)):
        status = "occurred"
    if status == "occurred":
        return _climb(head, "occurred", depth) if infinitive else "occurred"
    if status == "did-not":
        return _compose("did-not", _climb(head, "occurred", depth))
    refused = local_status(head.head if head.dep_ == "acomp" else head) == "did-not"
    return "did-not" if refused and (status == "planned" or lemma in _ENABLING) else status


def _finite_under(head: Token) -> Status:
    """A clause with a tense of its own: few verbs above it touch what it says."""
    lemma = head.lemma_.lower()
    status = _table("clause").get(lemma, "occurred")
    if is_unsaid(head):
        return "possible"
    if lemma in ("deny", "reject"):
        return "did-not"
    return status if status == "requested" or lemma in _OPEN else "occurred"


_ENABLING = frozenset({"able", "allow", "permit", "enable", "begin", "have", "dare", "compel", "let", "authorize"})
_FACTIVE = frozenset({"why", "how", "when", "where"})
_OPEN = frozenset(
    ["hope", "wish", "suspect", "fear", "doubt", "expect", "worry", "wonder", "unclear", "seem", "appear", "possible",
     "likely", "unlikely", "speculate", "assume", "imagine", "afraid", "worried", "concerned", "promise", "vow",
     "pledge",
     "threaten", "anticipate", "pretend", "predict"]
)  # fmt: skip


def _finite(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(
        child.dep_ in ("aux", "auxpass") and child.tag_ in ("MD", "VBD", "VBZ", "VBP") for child in verb.lefts
    )


def _has_to(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts)


_ALONGSIDE = frozenset({"after", "by", "while", "since", "when", "before", "upon", "with"})


def _under_preposition(preposition: Token, depth: int) -> Status:
    status = _table("preposition").get(preposition.lower_)
    if status is not None:
        return status
    head = preposition.head
    if head.pos_ in ("NOUN", "PROPN"):
        status = _table("noun").get(head.lemma_.lower(), "occurred")
        return status if preposition.lower_ in ("of", "for", "to", "about", "on", "at", "in") else "occurred"
    lemma = head.lemma_.lower()
    if lemma in _table("report"):
        return "occurred"
    free = preposition.lower_ in _ALONGSIDE or (preposition.lower_ in ("for", "in") and lemma not in _table("clause"))
    if free:
        return _climb(head, "occurred", depth) if head.pos_ in ("VERB", "AUX") else "occurred"
    status = _table("clause").get(lemma, "occurred")
    return _compose(status, _climb(head, "occurred", depth)) if status == "did-not" else status


def _adverbial(verb: Token, head: Token, depth: int) -> Status:
    if _finite(verb):
        return "occurred"
    if _has_to(verb):
        lemma = head.lemma_.lower()
        status = _table("clause").get(lemma, "planned")
        return "did-not" if status == "did-not" else status
    return _climb(head, "occurred", depth) if head.pos_ in ("VERB", "AUX") else "occurred"


_DENYING = frozenset({"deny", "refute", "dismiss", "reject"})


def _adnominal(verb: Token, noun: Token) -> Status:
    if _has_to(verb):
        return _table("noun").get(noun.lemma_.lower(), "planned")
    denied = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in _DENYING
    return "did-not" if denied and verb.dep_ == "acl" and _finite(verb) else "occurred"


def _beside_noun(noun: Token) -> Status:
    """What determiners and adjectives say."""
    for child in noun.lefts:
        if child.dep_ == "det" and child.lower_ in _table("determiner"):
            return _table("determiner")[child.lower_]
        if child.dep_ in ("amod", "compound") and child.lower_ in _table("adjective"):
            return _table("adjective")[child.lower_]
    return "occurred"


def _above_noun(noun: Token, depth: int) -> Status:
    """What the words above a noun make of its happening: "plans for talks", "talks will begin"."""
    head, relation = noun.head, noun.dep_
    if depth > _DEPTH or head == noun:
        return "occurred"
    if relation in ("conj", "appos"):
        return _above_noun(head, depth + 1) if head.pos_ in ("NOUN", "PROPN") else "occurred"
    if relation == "pobj":
        return _under_noun_preposition(noun, head, depth)
    if head.pos_ not in ("VERB", "AUX"):
        return "occurred"
    if relation in ("dobj", "nsubjpass", "attr", "oprd"):
        return _as_object(noun, head, depth)
    return _presupposed(noun, head, depth)


def _under_noun_preposition(noun: Token, preposition: Token, depth: int) -> Status:
    status = _table("preposition").get(preposition.lower_)
    if status is not None:
        return status
    head = preposition.head
    if head.pos_ in ("NOUN", "PROPN"):
        if preposition.lower_ not in _GOVERNED:
            return "occurred"
        status = _table("noun").get(head.lemma_.lower(), "occurred")
        return status if status != "occurred" or _definite(noun) else _above_noun(head, depth + 1)
    if head.pos_ in ("VERB", "AUX") and preposition.lower_ in _GOVERNED:
        return _as_object(noun, head, depth)
    return "occurred"


def _as_object(noun: Token, verb: Token, depth: int) -> Status:
    status = _table("object").get(verb.lemma_.lower(), "occurred")
    if verb.lemma_ == "call" and not any(child.lower_ in ("for", "off") for child in verb.rights):
        status = "occurred"
    if verb.lemma_ == "call" and any(child.lower_ == "for" for child in verb.rights):
        status = "requested"
    if verb.lemma_ in _REJECTING and _definite(noun):
        status = "occurred"
    if verb.lemma_ == "set" and not any(child.lower_ == "for" for child in verb.rights):
        status = "occurred"
    if status == "occurred":
        return _presupposed(noun, verb, depth)
    if status == "did-not":
        above = _climb(verb, "occurred", depth + 1)
        return "did-not" if above == "occurred" else "occurred" if above == "did-not" else "possible"
    return status


_REJECTING = frozenset({"decline", "deny", "exclude", "oppose", "refuse", "reject", "spurn", "veto", "block"})


def _presupposed(noun: Token, verb: Token, depth: int) -> Status:
    """A definite happening stands whatever is done about it; an indefinite one only where that is done."""
    if _definite(noun):
        return "occurred"
    above = _climb(verb, "occurred", depth + 1)
    return "possible" if above == "did-not" else above


def _definite(noun: Token) -> bool:
    return any(child.dep_ == "poss" or child.lower_ in _DEFINITE for child in noun.lefts)
