"""The speakers of a transcript, by their labels: "MS ORRIN" is who bears the surname, "QUESTION" whoever asks there."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.annotate.casting.mention import Mention
from sayso.annotate.casting.words import words
from sayso.annotate.transcripts import Turn
from sayso.knowledge.roles import gender_of, is_title, role_of


def labelled(doc: Doc, turn: Turn, sentence: int) -> Mention:
    """The mention that the turn's label is. Who asks is somebody else at each turn, as far as the label tells."""
    label = [token for token in doc[turn.label.start : turn.label.end] if not token.is_punct]
    name = _name(doc, label, turn)
    plain = [_plain(token) for token in label]
    roles = tuple(word for word in plain if (role := role_of(word)) and role.kind == "person")
    return Mention(
        turn.label,
        "name" if name else "description",
        "person",
        sentence,
        name=name,
        heads=roles if name else roles[-1:] or tuple(plain[-1:]),
        modifiers=frozenset() if name else frozenset(plain),
        gender=next((gender for word in plain if (gender := gender_of(word))), None),
        definite=True,
        indefinite=turn.asks(doc),
        wanted=True,
        subject=True,
    )


def _name(doc: Doc, label: list[Token], turn: Turn) -> str:
    """The name behind titles and offices, "" where the label is only an office or a part in the talk."""
    first = next((at + 1 for at in range(len(label) - 1, -1, -1) if _is_office(label[at])), 0)
    honoured = next((at + 1 for at, token in enumerate(label[:-1]) if _plain(token) in words("honorifics")), None)
    first = first if honoured is None else honoured
    if first == len(label) or _plain(label[-1]) in words("parts_in_talk"):
        return ""
    name = " ".join(doc[label[first].i : turn.label.end].text.split())
    return name.title() if name.isupper() else name


def _plain(token: Token) -> str:
    return token.lower_.rstrip(".")


def _is_office(token: Token) -> bool:
    return is_title(_plain(token)) or role_of(_plain(token)) is not None
