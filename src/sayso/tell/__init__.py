"""Record -> reader: lists, one record, the sum of a reading. Knows the nouns only; prints nothing itself."""

from sayso.tell.actors import CANDIDATES, KNOWN, known_lines, tell_known
from sayso.tell.codebook import codebook_sections
from sayso.tell.events import EVENTS, event_lines, tell_events
from sayso.tell.failures import FAILURES
from sayso.tell.families import FAMILIES, family_entries
from sayso.tell.file import whole_file
from sayso.tell.hits import HITS
from sayso.tell.judgements import JUDGEMENTS
from sayso.tell.lines import entry_line
from sayso.tell.linked import TIMELINE, tell_linked
from sayso.tell.listing import Listing
from sayso.tell.page import tell_page
from sayso.tell.reasons import reason_line, tell_reasons
from sayso.tell.record import tell_record
from sayso.tell.reports import REPORTS
from sayso.tell.section import Section
from sayso.tell.sources import SOURCES
from sayso.tell.statements import STATEMENTS
from sayso.tell.summary import Summary
from sayso.tell.visible import visible

__all__ = [
    "CANDIDATES",
    "EVENTS",
    "FAILURES",
    "FAMILIES",
    "HITS",
    "JUDGEMENTS",
    "KNOWN",
    "REPORTS",
    "SOURCES",
    "STATEMENTS",
    "TIMELINE",
    "Listing",
    "Section",
    "Summary",
    "codebook_sections",
    "entry_line",
    "event_lines",
    "family_entries",
    "known_lines",
    "reason_line",
    "tell_events",
    "tell_known",
    "tell_linked",
    "tell_page",
    "tell_reasons",
    "tell_record",
    "visible",
    "whole_file",
]
