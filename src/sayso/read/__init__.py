"""Bytes -> Report: files, folders and the standard input, each in the format that its name or first line tells."""

from sayso.read.count import count_reports
from sayso.read.day import check_given, latest_day, parse_day
from sayso.read.formats import FORMATS, Format
from sayso.read.intake import LONGEST, Intake
from sayso.read.jsonl import read_lines
from sayso.read.paths import take_in
from sayso.read.source import Source

__all__ = [
    "FORMATS",
    "LONGEST",
    "Format",
    "Intake",
    "Source",
    "check_given",
    "count_reports",
    "latest_day",
    "parse_day",
    "read_lines",
    "take_in",
]
