"""Bytes -> Report: files, folders, the standard input and pages of the web, each in the format that it tells."""

from sayso.read.address import check_addresses
from sayso.read.count import count_reports
from sayso.read.day import check_given, is_ahead, latest_day, parse_day
from sayso.read.formats import FORMATS, Format
from sayso.read.intake import LONGEST, Intake
from sayso.read.jsonl import cut_lines, read_lines
from sayso.read.paths import take_in
from sayso.read.source import Source

__all__ = [
    "FORMATS",
    "LONGEST",
    "Format",
    "Intake",
    "Source",
    "check_addresses",
    "check_given",
    "count_reports",
    "cut_lines",
    "is_ahead",
    "latest_day",
    "parse_day",
    "read_lines",
    "take_in",
]
