"""Finding mentions: names, descriptions that a role word heads, pronouns, and whatever a statement or event needs."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso import marks
from sayso.annotate.casting.directory import directory_of
from sayso.annotate.casting.labels import labelled
from sayso.annotate.casting.mention import Mention
from sayso.annotate.casting.names import Reading, entity_at, has_article, is_body_word, name_words, read_name
from sayso.annotate.casting.words import words
from sayso.annotate.phrases import noun_phrase
from sayso.annotate.transcripts import Turn
from sayso.knowledge.roles import Gender, RoleWord, gender_of, gender_of_name, role_of, singular
from sayso.knowledge.states import name_of_state
from sayso.marks import Phrase
from sayso.model.actor import ActorKind

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
_INNER = frozenset({"compound", "amod", "nmod", "nummod", "det", "quantmod", "advmod"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_OF_BODIES = frozenset({"", "ORG", "FAC", "PRODUCT", "WORK_OF_ART"})
"""Labels of names that may be a person's all the same."""
_EMPTY = frozenset({"DET", "PRON", "ADP", "PART", "NUM", "CCONJ"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})


def find_mentions(doc: Doc, turns: Sequence[Turn]) -> list[Mention]:
    """The mentions of a Doc by their first word, the longer of two that begin together first."""
    wanted = _wanted(doc)
    labels = {index: turn for turn in turns for index in range(turn.label.start, turn.label.end)}
    found: list[Mention] = []
    for number, sentence in enumerate(marks.sentences(doc)):
        for token in sentence:
            if (turn := labels.get(token.i)) is not None:
                mention = labelled(doc, turn, number) if token.i == turn.label.head else None
            else:
                mention = _mention(token, number, wanted.get(token.i))
            if mention:
                found.append(mention)
    return sorted(found, key=lambda mention: (mention.phrase.start, -mention.phrase.end))


def _wanted(doc: Doc) -> dict[int, Phrase]:
    """The phrases that statements and events name, by their head."""
    phrases = [mark.source for mark in marks.get_statements(doc) if mark.source]
    phrases += [role.phrase for event in marks.get_events(doc) for role in event.roles]
    found: dict[int, Phrase] = {}
    for phrase in phrases:
        if phrase.start <= phrase.head < phrase.end:
            found.setdefault(phrase.head, phrase)
        else:
            found.setdefault(phrase.head, noun_phrase(doc[phrase.head]))
    return found


def _mention(token: Token, sentence: int, wanted: Phrase | None) -> Mention | None:
    if token.is_punct or token.is_space or (wanted is None and token.pos_ not in _NOMINAL) or _is_note(token):
        return None
    if token.pos_ == "PRON" or token.tag_ in {"PRP", "PRP$", "WP", "WP$", "WDT"}:
        return _pronoun(token, sentence, wanted)
    entity = entity_at(token) if token.pos_ == "PROPN" or token.ent_type_ in _NAMED else None
    if wanted is None and token.lower_ == "one" and token.dep_ in _SUBJECTS:
        wanted = noun_phrase(token)
    if token.dep_ in _INNER and wanted is None:
        return _inner_name(token, entity, sentence)
    if entity is not None and wanted is None and _is_within(token, entity):
        return None
    phrase = wanted or noun_phrase(token)
    if entity is None and _group_name(token) is not None:
        return _group(token, phrase, sentence, wanted is not None)
    if entity is not None or token.pos_ == "PROPN":
        return _name(token, phrase, entity, sentence, wanted is not None)
    return _description(token, phrase, sentence, wanted is not None)


def _is_note(token: Token) -> bool:
    return token.lower_ in words("notes") and token.i > 0 and token.nbor(-1).text in ("(", "[")


def _is_within(token: Token, entity: Tokens) -> bool:
    """Whether the token is inside a name that another token heads ("Affairs" in "the Ministry of Foreign Affairs")."""
    return entity.start <= token.head.i < entity.end and token.head.i != token.i and token.dep_ != "conj"


def _group_name(token: Token) -> Token | None:
    """The name before a word for groups: "Marlow" in "the Marlow network"."""
    if token.lower_ not in words("groups") or token.i == 0 or token.text != token.lower_:
        return None
    before = token.nbor(-1)
    proper = before.pos_ == "PROPN" and before.head.i == token.i and before.text[:1].isupper()
    entity = entity_at(before)
    continued = entity is not None and entity.start < min(word.i for word in token.lefts)
    return before if proper and not continued and name_of_state(before.text) is None else None


def _group(token: Token, phrase: Phrase, sentence: int, wanted: bool) -> Mention:
    role = role_of(token.lower_)
    start = token.i - 1
    while start > phrase.start and token.doc[start - 1].pos_ == "PROPN":
        start -= 1
    before = list(token.doc[phrase.start : start])
    return Mention(
        phrase,
        "name",
        role.kind if role else "organisation",
        sentence,
        name=token.doc[start : token.i + 1].text,
        heads=(token.lower_,),
        modifiers=_modifiers(before),
        definite=True,
        country=_country(before),
        wanted=wanted,
        subject=token.dep_ in _SUBJECTS,
    )


def _pronoun(token: Token, sentence: int, wanted: Phrase | None) -> Mention | None:
    word = token.lower_
    if word in words("addressing"):
        return _addressing(token, sentence, wanted)
    if word in words("singular_person") or word in words("plural"):
        kind: ActorKind | None = "people" if word in words("plural") else "person"
    elif word in words("thing") or (word in words("relative") and token.tag_ != "DT"):
        kind = None
    elif wanted is None:
        return None
    else:
        return _description(token, wanted, sentence, wanted=True)
    return Mention(
        wanted or Phrase(token.i, token.i + 1, token.i),
        "pronoun",
        kind,
        sentence,
        plural=word in words("plural"),
        gender=gender_of(word),
        wanted=wanted is not None,
        subject=token.dep_ in _SUBJECTS,
    )


def _addressing(token: Token, sentence: int, wanted: Phrase | None) -> Mention:
    """ "I", "we" or "you": the person stands in ``heads``."""
    person = next(person for person in ("i", "we", "you") if token.lower_ in words(person))
    return Mention(
        wanted or Phrase(token.i, token.i + 1, token.i),
        "pronoun",
        "person" if person == "i" else "people",
        sentence,
        heads=(person,),
        plural=person != "i",
        wanted=wanted is not None,
        subject=token.dep_ in _SUBJECTS,
    )


def _inner_name(token: Token, entity: Tokens | None, sentence: int) -> Mention | None:
    """A name before a noun ("the Marlow administration"); adjectives of nationality are none."""
    if entity is None or entity.root.i != token.i or entity.label_ not in {"PERSON", "ORG", "GPE"}:
        return None
    after = token.doc[entity.end].lower_ if entity.end < len(token.doc) else ""
    if token.pos_ != "PROPN" or singular(after) in words("groups") or after in words("groups"):
        return None
    if len(entity) == 1 and role_of(token.lower_):
        return None
    start = entity.start + (entity[0].lower_ in {"the", "a", "an"})
    end = entity.end - (entity[-1].tag_ == "POS")
    if not start <= token.i < end or token.head.ent_type_ == "PERSON" != entity.label_:
        return None
    return _name(token, Phrase(start, end, token.i), entity, sentence, wanted=False)


def _name(token: Token, phrase: Phrase, entity: Tokens | None, sentence: int, wanted: bool) -> Mention | None:
    label = entity.label_ if entity is not None else ""
    if label and label not in _NAMED:
        if not wanted and not is_body_word(token):
            return None
        label = "ORG"
    run = name_words(token, entity)
    if label in _OF_BODIES and _holds_post(token, run):
        label = "PERSON"
    read = read_name(token, run, label, wanted)
    if read is None:
        described = _description(token, phrase, sentence, wanted)
        return described or _loose(token, phrase, run, sentence)
    if not wanted and _is_portfolio(run):
        return None
    if read.kind == "person" and not read.known and not read.titles and has_article(run):
        read = read._replace(kind="organisation")
    before = [word for word in token.doc[phrase.start : run.start] if not word.is_punct]
    titles = tuple(word.lower_ for word in [*before, *read.titles] if _is_role_of_person(word))
    if titles and label != "ORG" and read.kind in {"institution", None} and not read.state:
        read = read._replace(kind="person")
    if read.kind == "person" and before and _follows_post(token):
        phrase, before, titles = Phrase(run.start, run.end, token.i), [], ()
    if not wanted and not label and not titles and not read.known and not read.name.isupper():
        return _loose(token, phrase, run, sentence)
    return Mention(
        phrase,
        "name",
        read.kind,
        sentence,
        name=read.name,
        heads=(*titles, *read.heads),
        modifiers=_modifiers(before),
        plural=read.plural,
        gender=_gender([*before, *read.titles]) or gender_of_name(read.name) if read.kind == "person" else None,
        definite=True,
        state=read.state,
        country=read.country or _country(before) or _country_within(run, read),
        wanted=wanted,
        subject=token.dep_ in _SUBJECTS,
    )


def _holds_post(token: Token, run: Tokens) -> bool:
    """Whether a name that the parser takes for a body's is a person's by the post beside it.

    "Alvania's envoy, Ruta Malo, said"; "the envoy of Alvania, Ruta Malo, said"; "Ruta Malo, the envoy, said".
    """
    if len(run) < 2 or any(is_body_word(word) for word in run) or directory_of(token.doc).body(run.text):
        return False
    doc = token.doc
    before, behind = (doc[at].text if 0 <= at < len(doc) else "" for at in (run.start - 1, run.end))
    posts = [child for child in token.rights if child.dep_ == "appos" and behind == ","]
    if token.dep_ == "appos" and before == ",":
        above = token.head
        posts += [above, *([above.head.head] if above.dep_ == "pobj" and above.ent_type_ in ("GPE", "NORP") else ())]
    return any(_is_role_of_person(post) and post.tag_ in ("NN", "NNP") for post in posts)


def _loose(token: Token, phrase: Phrase, run: Tokens, sentence: int) -> Mention | None:
    """A name that the parser takes for a town's or no one's: an actor's only where the report has named the actor."""
    if token.pos_ != "PROPN":
        return None
    name = " ".join(run.text.split())
    return Mention(phrase, "name", None, sentence, name=name, subject=token.dep_ in _SUBJECTS, loose=True)


def _follows_post(token: Token) -> bool:
    """Whether the parser hung the name on the post's country ("Ambassador to Alvania Jane Roe")."""
    return token.dep_ == "pobj" and token.head.lower_ in {"to", "of"} and _is_role_of_person(token.head.head)


def _is_portfolio(run: Tokens) -> bool:
    """ "State" in "Secretary of State", "Defence" in "Minister of Defence"."""
    before = run.doc[run.start - 1].lower_ if run.start else ""
    return len(run) == 1 and before == "of" and role_of(run[0].lower_) is not None


def _is_role_of_person(word: Token) -> bool:
    role = role_of(word.lower_)
    return role is not None and role.kind == "person"


def _country_within(run: Tokens, read: Reading) -> str | None:
    """The country that a body's own name begins with, or that an office holder is known to serve."""
    if read.kind == "person":
        known = directory_of(run.doc).person(read.name, None)
        return known.country if known else None
    first = run.start - 1 if run.start and run.doc[run.start - 1].pos_ == "ADJ" else run.start
    return _country(list(run.doc[first : run.end - 1]))


def _description(token: Token, phrase: Phrase, sentence: int, wanted: bool) -> Mention | None:
    one = _one_of(token)
    noun = one or token
    word = noun.lower_
    role = role_of(_compound(noun)) or role_of(word) or _imported(noun)
    if role is None and not wanted:
        return None
    before = [word for word in token.doc[phrase.start : token.i] if not word.is_punct]
    plural = one is None and (token.tag_ in {"NNS", "NNPS"} or (role is not None and role.kind == "people"))
    kind = role.kind if role else None
    if word == "one":
        kind = "person"
    if one is not None:
        kind = "person" if kind == "people" else kind
    start = token.doc[phrase.start]
    determiner = start.lower_
    possessed = any(child.dep_ == "poss" for child in token.lefts)
    return Mention(
        phrase,
        "description",
        kind,
        sentence,
        heads=(singular(word),) if role or wanted else (),
        modifiers=_modifiers(before),
        plural=plural,
        gender=_gender([*before, token]) if not plural else None,
        definite=one is None and (determiner in words("definite") or possessed),
        indefinite=one is not None or word == "one" or determiner in words("indefinite"),
        country=None if singular(word) in words("relations") else _country(before),
        wanted=wanted,
        subject=token.dep_ in _SUBJECTS,
    )


def _imported(noun: Token) -> RoleWord | None:
    """The role word as a dictionary of the workspace has it."""
    directory = directory_of(noun.doc)
    for word in (_compound(noun), noun.lower_, singular(noun.lower_)):
        sectors = directory.sectors(word)
        if sectors:
            return RoleWord("people" if noun.tag_ in {"NNS", "NNPS"} else "person", sectors[0])
    return None


def _one_of(token: Token) -> Token | None:
    """The noun in "one of the officials"."""
    if token.lower_ not in {"one", "another", "neither", "either", "each"}:
        return None
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((noun for noun in child.rights if noun.dep_ == "pobj"), None)
    return None


def _compound(token: Token) -> str:
    before = token.nbor(-1).lower_ if token.i else ""
    return f"{before}_{token.lower_}"


def _modifiers(before: list[Token]) -> frozenset[str]:
    return frozenset(
        word.lower_
        for word in before
        if word.pos_ not in _EMPTY
        and word.lower_ not in words("idle")
        and not _is_seat(word)
        and not (word.text[:1].isupper() and name_of_state(word.text))
    )


def _is_seat(word: Token) -> bool:
    """Both halves of "Alvania-based": a seat tells nothing of whose it is."""
    doc = word.doc
    return word.lower_ == "based" or (word.i + 2 < len(doc) and doc[word.i + 2].lower_ == "based")


def _gender(run: list[Token]) -> Gender | None:
    return next((gender for word in run if (gender := gender_of(word.lower_))), None)


def _country(before: list[Token]) -> str | None:
    """The country of the adjective or name nearest to the head."""
    for index in range(len(before) - 1, -1, -1):
        for size in (3, 2, 1):
            run = before[max(0, index - size + 1) : index + 1]
            if run[0].text[:1].isupper() and not _is_seat(run[-1]):
                found = name_of_state(run[0].doc[run[0].i : run[-1].i + 1].text)
                if found and len(run) == size:
                    return found.state.code
    return None
