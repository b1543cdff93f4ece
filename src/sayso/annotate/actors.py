"""Actors: who a report speaks of, through all their mentions, with country and sector where they are known."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from sayso import marks
from sayso.annotate.casting.chains import Chains
from sayso.annotate.casting.codes import Coder
from sayso.annotate.casting.find import find_mentions
from sayso.annotate.casting.leads import name_leads
from sayso.annotate.casting.mention import Chain, Mention
from sayso.annotate.casting.pronouns import Speakers, antecedent, speaker
from sayso.annotate.casting.turns import Turns
from sayso.annotate.casting.words import words
from sayso.annotate.component import Component
from sayso.annotate.transcripts import turns_of
from sayso.knowledge.states import name_of_state
from sayso.model import Actor
from sayso.model.actor import ActorStanding


class Actors(Component[marks.Cast]):
    """Finds mentions, chains them from left to right, and codes the chains."""

    name = "sayso_actors"
    version = "4"

    def predict(self, doc: Doc) -> marks.Cast:
        chains = chain_mentions(doc)
        coder = Coder(doc, chains, marks.get_report(doc).published)
        actors: list[Actor] = []
        actor_of: dict[int, str] = {}
        for number, chain in enumerate(sorted(chains.chains, key=_first)):
            actors.append(_actor(doc, f"a{number + 1}", chain, coder))
            actor_of.update({mention.head: f"a{number + 1}" for mention in chain.mentions})
        return marks.Cast(actors, actor_of)

    def set_annotations(self, doc: Doc, found: marks.Cast) -> None:
        marks.set_cast(doc, found)


def chain_mentions(doc: Doc) -> Chains:
    """The chains of the report: mentions as they come, but "I" and "we" only when all speakers are known."""
    said_in_turn = turns_of(doc)
    chains, speakers = Chains(doc, said_in_turn), Speakers(doc, said_in_turn)
    later: list[Mention] = []
    for mention in find_mentions(doc, said_in_turn):
        if mention.form == "pronoun" and doc[mention.head].lower_ in words("addressing"):
            later.append(mention)
        elif mention.form == "pronoun":
            chain = antecedent(doc, mention, chains, speakers)
            if chain is not None or mention.is_personal:
                chains.place(mention, chain)
        else:
            chain = chains.fitting(mention)
            if chain is not None or not mention.loose:
                chains.place(mention, chain)
    name_leads(doc, chains)
    turns = Turns(doc)
    for mention in later:
        chain = speaker(mention, chains, speakers, turns)
        if chain is not None:
            chains.place(mention, chain)
    chains.chains = [chain for chain in chains.chains if not _is_nobody(chain, speakers)]
    return chains


def _is_nobody(chain: Chain, speakers: Speakers) -> bool:
    """A pronoun of the third person by itself that says nothing."""
    last = chain.last
    alone = len(chain.mentions) == 1 and last.form == "pronoun" and not last.heads
    return alone and last.head not in speakers.sources


def _first(chain: Chain) -> tuple[int, int]:
    return min((mention.phrase.start, mention.phrase.end) for mention in chain.mentions)


def _actor(doc: Doc, key: str, chain: Chain, coder: Coder) -> Actor:
    code = coder.code_of(chain)
    spans = tuple(sorted({marks.span_of(doc, mention.phrase) for mention in chain.mentions}))
    return Actor(
        id=key,
        name=" ".join((_name(chain) or _description(doc, chain)).split()),
        kind=chain.kind or "organisation",
        standing=_standing(chain),
        country=code.country,
        sectors=code.sectors,
        code=code.text,
        wikidata=None,
        mentions=spans,
        rule=code.rule,
        confidence=round(code.confidence, 2),
    )


def _name(chain: Chain) -> str | None:
    """The fullest name; of a state, the fullest that is a name and no demonym or capital."""
    names = [name for name in chain.names if (found := name_of_state(name)) and found.use == "name"]
    return max((chain.kind == "state" and names) or chain.names, key=len, default=None)


def _description(doc: Doc, chain: Chain) -> str:
    """The first words that describe the actor; the first pronoun where none do."""
    described = [mention for mention in chain.mentions if mention.form != "pronoun"] or chain.mentions
    first = min(described, key=lambda mention: mention.phrase.start)
    return marks.span_of(doc, first.phrase).cut(marks.get_report(doc).text)


def _standing(chain: Chain) -> ActorStanding:
    if chain.names and chain.kind != "people":
        return "named"
    return "collective" if chain.plural or chain.kind == "people" else "unnamed"


@Language.factory(
    "sayso_actors",
    assigns=["doc._.sayso_cast"],
    requires=["doc._.sayso_statements", "doc._.sayso_events"],
)
def make_actors(nlp: Language, name: str) -> Actors:
    """The component, as spaCy's registry makes it."""
    return Actors()
