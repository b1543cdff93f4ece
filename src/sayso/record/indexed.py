"""Which words can be found."""

from __future__ import annotations

INDEXED = {
    "report": {"headline": "headline", "text": "text"},
    "statement": {"speaker": "speaker", "words": "words", "occasion": "occasion"},
    "event": {
        "words": "trigger",
        "actor": "actor",
        "recipient": "recipient",
        "mediator": "mediator",
        "participant": "participant",
        "place": "where",
        "say_so": "say_so",
    },
    "actor": {"name": "name"},
}
"""Of each table whose words can be found: the columns of its search table, and the columns that they come from."""
