"""Codes of actors: country and PLOVER sectors, from what is known of the name, from role words, from names beside.

Rules, the first that holds: `state`; `knowledge` (tables of bodies and office holders); `demonym` (a country's
adjective or name in the phrase); `affiliation` (a known body in the phrase); `location` (a place that acts, the
students throughout a country, the town that a paper has its name from); `setting` (the army, the rebels, in a report
that speaks of one country); `scene` (the villagers, in a happening that lies in one country or is of its authorities);
`role-word` (a sector alone). Unknown stays None.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from spacy.tokens import Doc, Token

from sayso import marks
from sayso.annotate.casting.chains import Chains
from sayso.annotate.casting.directory import directory_of
from sayso.annotate.casting.mention import BODIES, Chain, Mention
from sayso.annotate.casting.scenes import Scenes
from sayso.annotate.casting.seats import seat_of
from sayso.annotate.casting.words import words
from sayso.knowledge.roles import is_general, modifier_sector, role_of, singular
from sayso.knowledge.states import name_of_state
from sayso.model.known import Known

_CONFIDENCE = {
    "knowledge": 0.9, "state": 0.95, "demonym": 0.8, "affiliation": 0.75, "location": 0.7, "role-word": 0.6,
    "setting": 0.5, "scene": 0.5,
}  # fmt: skip
_SLOTS = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
_RETIRED = ("ELI",)
_OFFICES = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
_LYING = frozenset({"pobj", "conj", "appos", "ROOT", "npadvmod"})
_OF = frozenset({"of", "for", "from", "with", "at"})
_WITHIN = frozenset({"in", "from", "of", "throughout", "across"})


class Code(NamedTuple):
    """Country, sectors, and the rule that gave them; all empty where nothing is known."""

    country: str | None
    sectors: tuple[str, ...]
    rule: str | None

    @property
    def text(self) -> str | None:
        """Country and first sector joined; None without a country."""
        return None if self.country is None else self.country + "".join(self.sectors[:1])

    @property
    def confidence(self) -> float:
        """How often the rule is right."""
        return _CONFIDENCE.get(self.rule or "", 0.5)


_NOTHING = Code(None, (), None)


class Coder:
    """Codes the chains of one report as of ``day``."""

    def __init__(self, doc: Doc, chains: Chains, day: str | None) -> None:
        self.doc = doc
        self.chains = chains
        self.day = day
        self.directory = directory_of(doc)
        self.setting = _setting(doc)
        self.government = _government(chains)
        self.scenes = Scenes(doc)

    def code_of(self, chain: Chain) -> Code:
        """The code of the actor that the chain stands for."""
        if chain.kind is None:
            return self._of_thing(chain)
        if self.scenes.is_people_elsewhere(chain):
            return self._at_home(Code(None, self._told_office(chain), None), chain)
        state = next((mention.state for mention in chain.mentions if mention.state), None)
        if state:
            return self._of_state(state, (), "state")
        known = _known(self.directory, chain, self.day)
        code = Code(known.country, known.sectors, "knowledge") if known else _NOTHING
        if code.country not in _SLOTS and chain.kind == "institution" and chain.country not in {None, code.country}:
            code = code._replace(country=None)
        if code.sectors == _RETIRED and (told := self._told_office(chain)):
            code = code._replace(sectors=told)
        if code.country is None and chain.country:
            code = self._of_state(chain.country, code.sectors, "demonym")
        for mention in chain.mentions:
            if mention.form != "pronoun" and not (code.country and code.sectors):
                code = self._completed(code, mention, chain)
        return self._settled(code if code.country else self._at_home(code, chain), chain)

    def _settled(self, code: Code, chain: Chain) -> Code:
        """The code with the sector that every outlet has, and without that of a government where there is no state."""
        if chain.kind == "media" and not code.sectors:
            return code._replace(sectors=("JRN",), rule=code.rule or "role-word")
        return code._replace(sectors=()) if code.country in _SLOTS and code.sectors == ("GOV",) else code

    def _told_office(self, chain: Chain) -> tuple[str, ...]:
        """The sectors that the report's own words give: a table of offices may not know of a later one."""
        mentions = (mention for mention in chain.mentions if mention.form != "pronoun")
        return next((told for mention in mentions if (told := _by_words(self.doc, mention))), ())

    def _of_state(self, state: str, sectors: tuple[str, ...], rule: str) -> Code:
        """The code of the state, or of who has these sectors in it; a contested state's own sector comes last."""
        found = self.directory.state(state)
        told = (*sectors, *found.sectors)
        return Code(found.country, told, rule if found.country or told else None)

    def _of_thing(self, chain: Chain) -> Code:
        """The country alone of what no role word names: "an Alvanian camp", "Alvania's rulers"."""
        if chain.country:
            return self._of_state(chain.country, (), "demonym")
        if country := self.scenes.site(chain):
            return self._of_state(country, (), "location")
        described = [mention for mention in chain.mentions if mention.form == "description"]
        beside = [self._affiliation(mention, chain) for mention in described]
        return next((Code(code.country, (), "affiliation") for code in beside if code.country), _NOTHING)

    def _at_home(self, code: Code, chain: Chain) -> Code:
        """The code with the country of the government that is spoken of, of the place, or of the whole report."""
        if self.government and "government" in chain.modifiers:
            return code._replace(country=self.government, rule="affiliation")
        if chain.kind == "media" and (country := next(filter(None, map(seat_of, chain.names)), None)):
            return code._replace(country=country, rule="location")
        located = self._located(code, chain)
        if located.country is None and self.setting and _is_domestic(chain):
            return self._of_state(self.setting, code.sectors, "setting")
        if located.country is None and (country := self.scenes.country(chain, self._by_itself)):
            return self._of_state(country, code.sectors, "scene")
        return located

    def _by_itself(self, head: int) -> Code | None:
        """The code of who stands at that token, by a name or nation beside it alone."""
        chain = self.chains.of.get(head)
        if chain is None or chain.kind is None:
            return None
        code = _NOTHING
        for mention in chain.mentions:
            code = self._completed(code, mention, chain)
        return code if code.country else self._code_of_other(chain)

    def _located(self, code: Code, chain: Chain) -> Code:
        """The code with the country of the place that the actor is ("Tarn"), or that those at home are in."""
        for mention in chain.mentions:
            at_home = mention.form == "description" and bool(
                set(mention.heads) & (words("domestic") | words("settled")) and not chain.names
            )
            mark = marks.get_literal_at(self.doc).get(mention.head) or (at_home and _place_behind(self.doc, mention))
            if mention.kind != "person" and mark and mark.place.country:
                return Code(mark.place.country, code.sectors, "location")
        return code

    def _completed(self, code: Code, mention: Mention, chain: Chain) -> Code:
        """The code with what one mention adds: a country by affiliation, sectors by words, then by affiliation."""
        beside = self._affiliation(mention, chain)
        word = _by_words(self.doc, mention)
        country = code.country or beside.country
        sectors = code.sectors or word or beside.sectors
        rule = beside.rule if beside.country and not code.country else code.rule
        return Code(country, sectors, rule or (("role-word" if word else beside.rule) if sectors else None))

    def _affiliation(self, mention: Mention, own: Chain) -> Code:
        """The code of a name within the phrase: before the head, as its owner, or after "of"."""
        head = self.doc[mention.head]
        if any(word in words("relations") for word in mention.heads):
            return _NOTHING
        for index in range(mention.phrase.start, mention.phrase.end):
            chain = self.chains.of.get(index)
            if chain is None or chain is own or (index > mention.head and not _after_of(self.doc[index], head)):
                continue
            if chain.kind == "person" and own.kind not in BODIES:
                continue
            found = self._code_of_other(chain)
            if found.country or found.sectors:
                general = chain.kind != "person" and any(is_general(word) for word in mention.heads)
                return Code(found.country, found.sectors if general else (), "affiliation")
        return _NOTHING

    def _code_of_other(self, chain: Chain) -> Code:
        state = next((mention.state for mention in chain.mentions if mention.state), None)
        if state:
            return self._of_state(state, (), "state")
        known = _known(self.directory, chain, self.day)
        if known is not None:
            return Code(known.country, known.sectors, "knowledge")
        role = next((role for head in sorted(chain.heads) if (role := role_of(singular(head))) and role.sector), None)
        sectors = (role.sector,) if role and role.sector and chain.kind != "person" else ()
        return self._of_state(chain.country, sectors, "demonym") if chain.country else Code(None, sectors, "demonym")


def _setting(doc: Doc) -> str | None:
    """The country that seven in ten of the places lie in, where something is said to be in them."""
    told = Counter(
        mark.place.country
        for mark in marks.get_places(doc)
        if mark.place.country and mark.place.use == "literal" and doc[mark.phrase.head].dep_ in _LYING
    )
    country, count = min(told.items(), key=lambda row: (-row[1], row[0]), default=(None, 0))
    return country if count >= 3 and count >= 0.7 * told.total() else None


def _government(chains: Chains) -> str | None:
    """The country of "government troops", where the report speaks of one government."""
    told = {chain.country for chain in chains.chains if "government" in chain.heads and chain.country}
    return min(told) if len(told) == 1 else None


def _is_domestic(chain: Chain) -> bool:
    return (
        not chain.names
        and bool((chain.heads | chain.modifiers) & words("domestic"))
        and not chain.heads & words("relations")
    )


def _place_behind(doc: Doc, mention: Mention) -> marks.PlaceMark | None:
    """The place of "students throughout Alvania", "rebels operating in Alvania", "people fleeing war in Alvania"."""
    places = marks.get_literal_at(doc)
    for child in doc[mention.head].rights:
        if child.dep_ == "prep" and child.lower_ in _WITHIN:
            for noun in child.rights:
                if noun.dep_ == "pobj" and noun.i in places:
                    return places[noun.i]
        elif child.dep_ in ("acl", "relcl") and child.lemma_ in words("dwelling"):
            return next((places[word.i] for word in child.subtree if word.i in places), None)
    return None


def _known(directory: marks.Directory, chain: Chain, day: str | None) -> Known | None:
    for name in chain.names:
        found = directory.person(name, day) if chain.kind == "person" else directory.body(name)
        if found is not None:
            return found
    if chain.kind != "person":
        return _known_elsewhere(directory, chain)
    surnames = set(chain.names)
    return directory.leader(min(surnames), day) if len(surnames) == 1 else None


def _known_elsewhere(directory: marks.Directory, chain: Chain) -> Known | None:
    """A body of the country in front of its name, as the body of that name elsewhere is known ("National Guard")."""
    for name in chain.names:
        words = name.split()
        for size in range(min(3, len(words) - 1), 0, -1):
            state = name_of_state(" ".join(words[:size]))
            found = directory.body(" ".join(words[size:])) if state else None
            if state and found and found.kind == "institution":
                return Known(state.state.code, found.sectors, "institution")
    return None


def _by_words(doc: Doc, mention: Mention) -> tuple[str, ...]:
    """Sectors by the mention's role words: a general head gives way to its modifiers."""
    sectors: list[str] = []
    for head in mention.heads:
        role = role_of(head) or role_of(f"{head}s")
        if is_general(head):
            sectors += [sector for word in _before(doc, mention) if (sector := modifier_sector(word.lower_))][:1]
        if role is not None and role.sector:
            sectors.append(role.sector)
        elif role is None:
            sectors += directory_of(doc).sectors(head)[:1]
    found = tuple(dict.fromkeys(sectors[:2]))
    if found[:1] and found[0] in _OFFICES and any(word.lower_ in words("retired") for word in _before(doc, mention)):
        return _RETIRED
    return found


def _before(doc: Doc, mention: Mention) -> list[Token]:
    return [doc[index] for index in range(mention.head - 1, mention.phrase.start - 1, -1)]


def _after_of(token: Token, head: Token) -> bool:
    """Whether the token hangs on ``head`` by prepositions of belonging only."""
    while token.i != head.i:
        above = token.head
        if above.i == token.i or (above.dep_ == "prep" and above.lower_ not in _OF):
            return False
        if above.pos_ == "VERB":
            return False
        token = above
    return True
