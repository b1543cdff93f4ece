"""The shelf of trained models that ship with sayso: where each stands, and the hash that `made_by` names."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions

SHELF = Path(__file__).parent / "models"


def open_session(model: str, part: str) -> InferenceSession:
    """A session of one core, for a file of the model: ``open_session("statements", "encoder")``.

    One thread, since the order of a sum over threads would decide its last bits.
    """
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_ALL
    options.log_severity_level = 3
    return InferenceSession(SHELF / model / f"{part}.onnx", options, providers=["CPUExecutionProvider"])


@cache
def hash_of(model: str) -> str:
    """sha256 over the model's files, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted((SHELF / model).glob("*.onnx")):
        digest.update(path.read_bytes())
    return f"sha256:{digest.hexdigest()}"
