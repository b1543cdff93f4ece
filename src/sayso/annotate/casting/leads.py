"""Who a headline or a lead leaves unnamed and the next sentences name.

"Rebels shell port: NGO" is taken up by the body that the lead cites; "Alvania's ambassador to Brenland said … Jane Roe
told the station" names the ambassador a paragraph later, as news style has it.
"""

from __future__ import annotations

from spacy.tokens import Doc

from sayso import marks
from sayso.annotate.casting.chains import Chains
from sayso.annotate.casting.mention import BODIES, Chain
from sayso.annotate.casting.words import synonyms, words

_LEAD = 3  # sentences from the first


def name_leads(doc: Doc, chains: Chains) -> None:
    """Join each unnamed actor of headline and lead to the one that is named next, where there is one that fits."""
    sources = {mark.source.head for mark in marks.get_statements(doc) if mark.source}
    top = max((block.end for block in marks.get_blocks(doc) if block.kind in {"headline", "deck"}), default=0)
    cited = [chain for chain in chains.chains if chain.names and any(one.head in sources for one in chain.mentions)]
    for chain in [chain for chain in chains.chains if chain.mentions[0].sentence <= _LEAD]:
        if chain.names or chain.plural or chain.kind not in BODIES | {"person"}:
            continue
        if chain.mentions[-1].phrase.end <= top:
            named = next((other for other in cited if _heads_agree(chain, other)), None)
        elif any(one.head in sources for one in chain.mentions):
            named = next((other for other in cited if _is_named_next(chain, other, sources)), None)
        else:
            named = None
        if named is not None:
            chains.merge(named, chain)


def _heads_agree(chain: Chain, named: Chain) -> bool:
    if chain.country and named.country and chain.country != named.country:
        return False
    if chain.kind == "person":
        return named.is_person and bool(chain.heads & named.heads)
    general = chain.heads <= words("bodies") and named.kind == "organisation"
    return named.kind in BODIES and (general or any(synonyms(head) & named.heads for head in chain.heads))


def _is_named_next(chain: Chain, named: Chain, sources: set[int]) -> bool:
    """A definite office in the lead, and the first person whom the sentences after it cite by bare name."""
    first, other = chain.mentions[0], named.mentions[0]
    if not chain.is_person or not named.is_person or named.heads or first.indefinite:
        return False
    office = bool(chain.country or chain.modifiers) and chain.heads.isdisjoint(words("persons"))
    near = 0 < other.sentence - first.sentence <= _LEAD
    return office and near and other.head in sources and chain.gender in {None, named.gender}
