"""Pronouns: to the nearest actor that fits in number, gender and kind, subjects and speakers first.

"We" and "I" inside quotation marks are who speaks. The order of preference is Lappin and Leass's (1994, "An Algorithm
for Pronominal Anaphora Resolution"): recency by sentence, then subjects.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from sayso import marks
from sayso.annotate.casting.chains import Chains
from sayso.annotate.casting.mention import Chain, Mention
from sayso.annotate.casting.turns import Turns
from sayso.annotate.casting.words import words
from sayso.annotate.transcripts import Turn

_REACH = 3  # sentences
_LATEST = 6  # mentions of a chain
_BODIES = frozenset({"institution", "armed-group", "party", "organisation", "company", "media", "state"})
_MODIFYING = frozenset({"compound", "amod", "nmod"})
_SEEMING = frozenset({"be", "seem", "appear", "take", "make", "remain", "become", "turn"})


class Speakers:
    """Who speaks where: the source of the innermost statement over each token."""

    def __init__(self, doc: Doc, turns: Sequence[Turn]) -> None:
        self._at: dict[int, int] = {}
        quoted = {index for quote in marks.get_quotes(doc) for index in range(quote.start, quote.end)}
        self._quoted = quoted
        spoken = [
            (sum(part.end - part.start for part in mark.content), number, mark)
            for number, mark in enumerate(marks.get_statements(doc))
            if mark.source
        ]
        for _, _, mark in sorted(spoken, key=lambda row: (-row[0], row[1])):
            source = mark.source
            if source is not None:
                self._at.update({i: source.head for part in mark.content for i in range(part.start, part.end)})
        self.sources = {mark.source.head for _, _, mark in spoken if mark.source}
        self._turn_at = {index: turn.label.head for turn in turns for part in turn.parts for index in range(*part)}
        self._own = {
            mark.source.head: [(part.start, part.end) for part in mark.content] for _, _, mark in spoken if mark.source
        }

    def says(self, source: int, index: int) -> bool:
        """Whether the token stands in what ``source`` is cited with."""
        return any(start <= index < end for start, end in self._own.get(source, ()))

    def at(self, index: int) -> int | None:
        """Head of the source in whose words the token stands."""
        return self._at.get(index)

    def turn(self, index: int) -> int | None:
        """Head of the label in whose turn of a transcript the token stands."""
        return self._turn_at.get(index)

    def quoted(self, index: int) -> bool:
        """Whether the token stands in quotation marks."""
        return index in self._quoted


def antecedent(doc: Doc, mention: Mention, chains: Chains, speakers: Speakers) -> Chain | None:
    """The chain that a pronoun of the third person or a relative pronoun stands for."""
    token = doc[mention.head]
    if token.lower_ in words("relative") and token.tag_ != "DT":
        return _relative(token, chains)
    if token.lower_ in words("thing") and _expletive(token):
        return None
    if token.lower_.endswith(("self", "selves")):
        subject = next((child.i for child in token.head.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        own = None if subject is None else chains.of.get(subject)
        if own is not None:
            return own
    best: tuple[float, Chain] | None = None
    seen: set[int] = set()
    for chain in chains.recent():
        for other in reversed(chain.mentions[-_LATEST:]):
            far = mention.sentence - other.sentence
            if far > (_REACH if mention.gender or mention.plural else 1):
                break
            if id(chain) not in seen and _fits(doc, mention, token, chain, other, speakers):
                score = _score(mention, chain, other, far, speakers) - _told(doc, token, other)
                if best is None or score > best[0]:
                    best = (score, chain)
        seen.add(id(chain))
    return best[1] if best else None


def speaker(mention: Mention, chains: Chains, speakers: Speakers, turns: Turns) -> Chain | None:
    """Who "I" or "we" is: in a quotation its speaker, elsewhere the author; "you" is who the author speaks to.

    In a transcript "I" and "we" are whose turn it is. Where paragraphs are the turns of a dialogue without labels, "I"
    is whose turn it is, and "you" whose turn it was.
    """
    if speakers.quoted(mention.head):
        source = speakers.at(mention.head)
        if source is None or source == mention.head or mention.heads == ("you",):
            return None
        return chains.of.get(source)
    turn = speakers.turn(mention.head)
    if turn is not None:
        return None if mention.heads == ("you",) else chains.of.get(turn)
    return chains.author(turns.person(mention))


def _relative(token: Token, chains: Chains) -> Chain | None:
    for above in token.ancestors:
        if above.dep_ == "relcl":
            return chains.of.get(above.head.i)
    return None


def _expletive(token: Token) -> bool:
    """ "It" that stands for no one: "it is unclear whether", "it seems that"."""
    verb = token.head
    if token.dep_ not in {"nsubj", "nsubjpass", "expl"} or verb.lemma_ not in _SEEMING:
        return token.dep_ == "expl"
    return any(child.dep_ in {"ccomp", "xcomp", "acomp", "attr", "advcl", "csubj"} for child in verb.children)


def _fits(doc: Doc, mention: Mention, token: Token, chain: Chain, other: Mention, speakers: Speakers) -> bool:
    if other.head >= mention.head:
        return False
    if any(one.phrase.start <= mention.head < one.phrase.end for one in chain.mentions[-_LATEST:]):
        return False
    if doc[other.head].dep_ in _MODIFYING or speakers.says(mention.head, other.head):
        return False
    speaks = mention.head in speakers.sources and other.head in speakers.sources
    if not _agrees(token, mention, chain) and not (speaks and _is_document(mention, chain)):
        return False
    own = doc[other.head]
    same_clause = own.head.i == token.head.i or (token.dep_ == "pobj" and own.head.i == token.head.head.i)
    if same_clause and token.tag_ != "PRP$" and not token.lower_.endswith(("self", "selves")):
        return False
    source = speakers.at(token.i)
    own_words = source if source is not None and speakers.quoted(token.i) else speakers.turn(token.i)
    return own_words is None or all(one.head != own_words for one in chain.mentions)


def _agrees(token: Token, mention: Mention, chain: Chain) -> bool:
    if mention.gender is not None:
        return chain.is_person and chain.gender in {None, mention.gender}
    if mention.plural:
        return chain.plural or chain.kind in {"people", "armed-group", "party"} or _is_team(chain)
    return chain.kind in _BODIES and not chain.plural


def _is_document(mention: Mention, chain: Chain) -> bool:
    """Whether "it", which speaks, may be what spoke before: "The report said …. It said …"."""
    return not mention.is_personal and chain.kind is None and not chain.plural


def _is_team(chain: Chain) -> bool:
    return bool(chain.heads & {"team", "group", "crew", "family", "force", "police", "couple", "staff"})


def _told(doc: Doc, token: Token, other: Mention) -> float:
    """A penalty for who is only told what the pronoun stands in ("told the station that it would not")."""
    own = doc[other.head]
    return 1.0 if own.dep_ in {"dobj", "dative"} and own.head.i in {above.i for above in token.head.ancestors} else 0.0


def _score(mention: Mention, chain: Chain, other: Mention, far: int, speakers: Speakers) -> float:
    score = -1.0 * far
    score += 0.8 if other.subject else 0.0
    score += 0.5 if other.form == "pronoun" else 0.0
    score += 0.2 if chain.names else 0.0
    score += 0.2 * min(len(chain.mentions), 5) / 5
    if mention.wanted and other.head in speakers.sources:
        score += 0.6
    return score - (0.01 * (mention.head - other.head) if far == 0 else -0.001 * (mention.head - other.head))
