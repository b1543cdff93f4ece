"""Reading a proper name: where it begins, which of its words are titles, and what kind of actor it names."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.annotate.casting.directory import directory_of
from sayso.annotate.casting.words import words
from sayso.knowledge.roles import is_title, role_of, singular
from sayso.knowledge.states import StateName, name_of_state
from sayso.model.actor import ActorKind
from sayso.model.known import Known

_BODIES = frozenset({"institution", "armed-group", "party", "organisation", "media", "company"})
_LONGEST = 20  # words of a name


class Reading(NamedTuple):
    """A name as read. ``titles`` are the words left off its front, ``known`` says that a table has it."""

    name: str
    kind: ActorKind | None
    titles: tuple[Token, ...] = ()
    heads: tuple[str, ...] = ()
    plural: bool = False
    state: str | None = None
    country: str | None = None
    known: bool = True


def entity_at(token: Token) -> Tokens | None:
    """The named entity that the token is part of, at most `_LONGEST` words to either side."""
    if not token.ent_type_:
        return None
    doc, start, end = token.doc, token.i, token.i + 1
    while start > max(0, token.i - _LONGEST) and doc[start].ent_iob_ == "I":
        start -= 1
    while end < min(len(doc), token.i + _LONGEST) and doc[end].ent_iob_ == "I":
        end += 1
    return Tokens(doc, start, end, label=token.ent_type)


def name_words(token: Token, entity: Tokens | None) -> Tokens:
    """The words of the name that ``token`` heads: its entity on its side of a bracket, without article and clitic.

    Where it is in no entity, they are the proper nouns before it.
    """
    doc = token.doc
    if entity is not None:
        start = next(
            (word.i + 1 for word in reversed(list(doc[entity.start : token.i])) if word.text == "("), entity.start
        )
        end = next((word.i for word in doc[token.i : entity.end] if word.text == "("), entity.end)
        while end > token.i + 1 and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_space or doc[end - 1].is_punct):
            end -= 1
        while start < token.i and (doc[start].tag_ == "DT" or doc[start].is_space):
            start += 1
        return doc[start:end]
    start = token.i
    while start > 0 and doc[start - 1].pos_ == "PROPN" and doc[start - 1].head.i in range(start, token.i + 1):
        start -= 1
    return doc[start : token.i + 1]


def read_name(token: Token, run: Tokens, label: str, wanted: bool) -> Reading | None:
    """What the name tells; None where it names no actor (a town that does nothing, a common noun in capitals)."""
    text = " ".join(run.text.split())
    state = None if label == "PERSON" and len(run) > 1 else name_of_state(text)
    if state is not None:
        return _state(token, state, text, wanted)
    directory = directory_of(token.doc)
    body = directory.body(text)
    if body is not None and _is_meant(body, run, label, wanted):
        heads = (singular(token.lower_),) if role_of(token.lower_) else ()
        return Reading(text, body.kind or "organisation", heads=heads)
    if _is_force(run) or (label == "GPE" and is_body_word(run[-1])):
        return _body(run[-1], run, text)
    if len(run) > 1 and label != "PERSON" and not is_body_word(token) and directory.person(text, None):
        return Reading(text, "person")
    if label == "PERSON" and not (len(run) == 1 and is_body_word(token)):
        return _person(run)
    if label == "GPE":
        return Reading(text, "institution") if wanted else None
    if label == "NORP":
        return Reading(text, "people", plural=True) if token.tag_ in {"NNPS", "NNS"} or wanted else None
    return _body(token, run, text) if label in {"ORG", "PERSON"} else _unlabelled(run, text, wanted)


def _is_meant(body: Known, run: Tokens, label: str, wanted: bool) -> bool:
    """Whether the name means the known body: dictionaries have towns among names of states, and rulers among bodies."""
    if body.kind == "state":
        return wanted
    is_full_name = len(run) > 1 and not any(role_of(word.lower_) for word in run)
    return not (body.kind == "institution" and label == "PERSON" and is_full_name)


def is_body_word(token: Token) -> bool:
    """Whether the word is one for a body ("Observatory", "Ministry")."""
    role = role_of(token.lower_)
    return role is not None and role.kind in _BODIES


def _state(token: Token, found: StateName, text: str, wanted: bool) -> Reading | None:
    code = found.state.code
    acts = wanted and (token.dep_ in {"nsubj", "nsubjpass", "agent", "pobj", "conj", "dobj"} or _owns(token))
    if found.use == "name" or (acts and (found.use == "demonym" or _acts(token))):
        return Reading(text, "state", state=code, country=code)
    if found.use == "demonym":
        return Reading(text, "people", plural=True, country=code) if token.tag_ in {"NNPS", "NNS"} else None
    return Reading(text, "institution", country=code) if wanted else None


def _owns(token: Token) -> bool:
    """The adjective of "Alvanian air raids", where the state has the part."""
    return token.pos_ == "ADJ" and token.dep_ in {"amod", "nmod", "compound"}


def _acts(token: Token) -> bool:
    """A capital stands for its government where it acts, not where something is in it."""
    return token.dep_ != "pobj" or token.head.lower_ in {"by", "from", "with", "between", "against"}


def _person(run: Tokens) -> Reading | None:
    first = 0
    while first < len(run) - 1 and is_title(run[first].lower_.rstrip(".")):
        first += 1
    titles, rest = run[:first], run[first:]
    if not any(word.text[:1].isalpha() for word in rest):
        return None
    return Reading(" ".join(rest.text.split()), "person", titles=tuple(titles), known=False)


def _body(token: Token, run: Tokens, text: str) -> Reading:
    teller = next((word for word in (token, run[-1], run[0]) if is_body_word(word)), None)
    role = role_of((teller or token).lower_)
    heads = (singular((teller or token).lower_),) if role else ()
    if run[-1].lower_ in words("outlets"):
        return Reading(text, "media", heads=heads, known=False)
    kind = role.kind if role and teller else "organisation"
    return Reading(text, kind, heads=heads, plural=token.tag_ == "NNPS" and teller is None, known=False)


def _unlabelled(run: Tokens, text: str, wanted: bool) -> Reading | None:
    if role_of(run[-1].lower_):
        return None
    if run[-1].tag_ == "NNPS" and run.start and run.doc[run.start - 1].lower_ == "the":
        return Reading(text, "people", plural=True, known=True)
    if len(run) == 1 and text.isupper() and _in_brackets(run):
        return Reading(text, "organisation", known=False)
    first = 0
    while first < len(run) - 1 and is_title(run[first].lower_.rstrip(".")):
        first += 1
    if not first and not wanted:
        return None
    kind: ActorKind | None = "person" if first or 2 <= len(run) <= 3 else None
    return Reading(" ".join(run[first:].text.split()), kind, titles=tuple(run[:first]), known=False)


def _is_force(run: Tokens) -> bool:
    """ "The Northern Brigade": words with capitals behind an article, the last of them one for an armed body."""
    last = run[-1]
    capitals = all(word.text[:1].isupper() and not word.is_upper for word in run)
    return capitals and has_article(run) and last.lower_ in words("forces")


def has_article(run: Tokens) -> bool:
    """Whether "the" stands before a name of several words, as before no person's: "the Sahel Vanguard"."""
    return len(run) > 1 and run.start > 0 and run.doc[run.start - 1].lower_ == "the"


def _in_brackets(run: Tokens) -> bool:
    doc = run.doc
    return run.start > 0 and run.end < len(doc) and doc[run.start - 1].text == "(" and doc[run.end].text == ")"
