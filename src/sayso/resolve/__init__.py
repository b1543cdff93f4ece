"""From the findings of many reports to events of the world: copies, stories, the same actor, event and origin."""

from sayso.resolve.ledger import Ledger
from sayso.resolve.ordering import ordered

__all__ = ["Ledger", "ordered"]
