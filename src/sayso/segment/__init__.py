"""Report -> Doc: layout, sentence starts, quotation marks."""

from sayso.segment.doc import segment

__all__ = ["segment"]
