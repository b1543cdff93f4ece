"""Another text at the same address is a new version of the report."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from sayso.resolve.gist import Gist

_TRACKING = re.compile(
    r"utm_\w+|[a-z]*clid|mc_[ce]id|cmp(?:id)?|ns_\w+|ref(?:_?src)?|share\w*|amp|output|source|smid|at_\w+"
)
_SAME_SITE = re.compile(r"^(?:www\d?|m|mobile|amp)\.")
_SAME_PAGE = re.compile(r"(?:/amp|/index\.\w+|\.amp)?/*$")


def version_key(gist: Gist) -> str | None:
    """The address without what tells nothing of the page; None where there is none, or it is a site's front page.

    Scheme, "www." and the like, port, case of the host, fragment, AMP's marks, and parameters that only tell where a
    reader came from are left out.
    """
    try:
        parts = urlsplit(gist.url or "")
        host = (parts.hostname or "").removesuffix(".")
    except ValueError:
        return None
    path = _SAME_PAGE.sub("", parts.path)
    asked = sorted(pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0].casefold()))
    if parts.scheme not in ("http", "https") or not host or not (path or asked):
        return None
    return f"{_SAME_SITE.sub('', host)}{path}{'?' if asked else ''}{urlencode(asked)}"


def is_version(a: Gist, b: Gist) -> bool:
    """Do both stand at one address?"""
    key = version_key(a)
    return key is not None and key == version_key(b)
