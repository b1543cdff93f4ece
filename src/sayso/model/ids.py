"""Ids are hashes of content: the same words give the same id on every machine."""

from __future__ import annotations

import hashlib


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits of the SHA-256 over the parts, each ended by a NUL.

    >>> digest("The text of a report.")
    '7e014f51b743974b'
    """
    sha = hashlib.sha256()
    for part in parts:
        sha.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return sha.hexdigest()[:16]
