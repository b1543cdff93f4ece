"""How parties, days and chains are worded, in lists and records alike."""

from __future__ import annotations


def did_to(actor: str | None, recipient: str | None, *, via: str | None = None, beside: str | None = None) -> str:
    """Who did it to whom, through whom, and who else was there.

    >>> did_to("Velia", "Orsk", via="a Maltese bank")
    'Velia → Orsk, via a Maltese bank'
    """
    sides = " → ".join(filter(None, (actor or ("?" if recipient else ""), recipient)))
    return ", ".join(filter(None, (sides, via and f"via {via}", beside and f"with {beside}")))


def said_by(speaker: str | None, via: str | None) -> str:
    """The speaker, and after each arrow who reports it."""
    return " ← ".join(filter(None, (speaker or "(not said who)", via)))


def days(begin: str | None, end: str | None) -> str:
    """The first and last day, or the one that both are; what they share is said once.

    >>> days("2011-06-01", "2011-08-31")
    '2011-06-01 – 08-31'
    """
    if begin == end or not (begin and end):
        return begin or end or ""
    return f"{begin} – {end.removeprefix(begin[:5])}"
