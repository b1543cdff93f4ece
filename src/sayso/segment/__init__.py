"""Report -> Doc: layout, sentence starts, quotation marks."""

from sayso.segment.doc import is_english, segment

__all__ = ["is_english", "segment"]
