"""Bodies that states have formed, of worldcountrygroups (MIT): groups of countries that it describes as organised."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from body import Body, keys
from wordnet import WordNet

FILE = "worldcountrygroups-0.5.0-py3-none-any.whl"
_ORGANISED = re.compile(
    r"organi[sz]ation|\bunion\b|alliance|forum|intergovernmental|league|participating", re.IGNORECASE
)
# Groups that stand for themselves, and none that the UN or a bank counts countries by.
_KEPT = re.compile(r"Regional \w+|Peace and Security|African Union|Trade|Non-Proliferation")


def unions(folder: Path, words: WordNet) -> Iterator[Body]:
    """Every such body, by file; `EUR` is the European Union, and the rest are `IGO`."""
    with zipfile.ZipFile(folder / FILE) as archive:
        for member in sorted(archive.namelist()):
            if re.fullmatch(r"worldcountrygroups/data/groups/[\w-]+\.json", member):
                group = json.loads(archive.read(member))
                own = group["classifier"] in {group["acronym"], group["name"]} or _KEPT.fullmatch(group["classifier"])
                if own and _ORGANISED.search(group["description"]):
                    short = [group["acronym"]] if group["acronym"].lower() not in words.common else []
                    slot = "EUR" if group["gid"] == "eu" else "IGO"
                    names = keys([group["name"].removeprefix("The "), *short])
                    yield Body(names, "organisation", slot, (), f"worldcountrygroups 0.5.0 {group['gid']}")
