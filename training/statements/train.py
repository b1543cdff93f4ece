"""Train the encoder and the linker on PolNeAR.

python training/statements/train.py DATA.pickle MODEL_FOLDER OUT_FOLDER [--epochs 4] [--seed 1] [--all]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import random
import time
from pathlib import Path

import numpy as np
import torch
from model import Encoder, Linker, pretrained
from torch.nn import functional

from examples import Example, batches
from sayso.inference.linking import distance_buckets

WEIGHTS = {"cue": 3.0, "source": 1.0, "content": 1.0, "link": 4.0}


def held_out(article: dict) -> bool:
    """A tenth of the articles, by the hash of their ids."""
    return int(hashlib.sha1(article["id"].encode()).hexdigest(), 16) % 10 == 0


def padded(arrays: list[np.ndarray], value: int = 0) -> torch.Tensor:
    """The arrays side by side, filled up to the longest."""
    length = max(len(array) for array in arrays)
    out = np.full((len(arrays), length, *arrays[0].shape[1:]), value, arrays[0].dtype)
    for row, array in enumerate(arrays):
        out[row, : len(array)] = array
    return torch.from_numpy(out)


def link_inputs(view, ids, anchors: list[tuple[int, list[tuple[int, int]], int]]):
    """The linker's inputs for ``anchors``: (row, all cues of the row, which of them)."""
    length = ids.shape[1]
    own, others, distance = (np.zeros((len(anchors), length), np.float32) for _ in range(3))
    for k, (_, cues, which) in enumerate(anchors):
        for number, (start, end) in enumerate(cues):
            (own if number == which else others)[k, start:end] = 1
        distance[k] = distance_buckets(length, *cues[which])
    rows = torch.tensor([row for row, _, _ in anchors])
    padding = (ids[rows] == 0).float()
    tensors = [torch.from_numpy(array) for array in (own, others, distance)]
    return view[rows], padding, tensors[0], tensors[1], tensors[2].long()


def false_cues(flat: torch.Tensor, batch: list[Example], rng: random.Random) -> list[list[tuple[int, int]]]:
    """A piece a window that looks like a cue and is none."""
    likely = 1 - flat[:, :, 0].softmax(-1)[..., 0].detach().numpy()
    found = []
    for row, one in enumerate(batch):
        open_ = (one.flat[:, 0] == 0) & ~one.out & (likely[row, : len(one.ids)] > 0.03)
        places = sorted(np.flatnonzero(open_), key=lambda at: -likely[row, at])[:3]
        found.append([(int(at), int(at) + 1) for at in rng.sample(places, min(1, len(places)))])
    return found


def loss_of(encoder: Encoder, linker: Linker, batch: list[Example], rng: random.Random) -> tuple[torch.Tensor, dict]:
    """The weighted loss of a batch, and its parts."""
    ids, marks = padded([one.ids for one in batch]), padded([one.marks for one in batch])
    view, flat = encoder(ids, marks)
    golden = padded([np.where(one.out[:, None], -100, one.flat) for one in batch], -100)
    parts = {
        name: functional.cross_entropy(flat[:, :, column].transpose(1, 2), golden[..., column])
        for column, name in enumerate(("cue", "source", "content"))
    }
    anchors, labels = [], []
    for row, (one, false) in enumerate(zip(batch, false_cues(flat, batch, rng), strict=True)):
        nothing = np.where(one.out, -100, 0)
        for which in range(len(one.cues)):
            anchors.append((row, one.cues, which))
            labels.append(np.where(one.out, -100, one.links[which]))
        for cue in false:
            anchors.append((row, [*one.cues, cue], len(one.cues)))
            labels.append(nothing)
    if anchors:
        logits = linker(*link_inputs(view, ids, anchors))
        golden = torch.full(logits.shape[:2], -100)
        for k, label in enumerate(labels):
            golden[k, : len(label)] = torch.from_numpy(label)
        parts["link"] = functional.cross_entropy(logits.transpose(1, 2), golden)
    return sum(WEIGHTS[name] * part for name, part in parts.items()), {k: float(v.detach()) for k, v in parts.items()}


def optimizer_of(encoder: Encoder, linker: Linker, rate: float) -> torch.optim.Optimizer:
    """AdamW over all but the embeddings and the first layer; what is new learns faster."""
    for frozen in (encoder.words, encoder.positions, encoder.norm, encoder.layers[0]):
        frozen.requires_grad_(False)
    trunk = [p for layer in list(encoder.layers)[1:] for p in layer.parameters()]
    new = [p for part in (encoder.flat, encoder.view, encoder.marks, linker) for p in part.parameters()]
    groups = [{"params": trunk, "base": rate}, {"params": new, "base": 1e-3}]
    return torch.optim.AdamW(groups, lr=0.0, weight_decay=0.01)


def improve(optimizer: torch.optim.Optimizer, loss: torch.Tensor, done: float) -> None:
    """One step, at a rate that rises over the first 6 % and falls to nothing; ``done`` is the share of steps taken."""
    for group in optimizer.param_groups:
        group["lr"] = group["base"] * min(1.0, done / 0.06) * max(0.0, 1 - done)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_([p for group in optimizer.param_groups for p in group["params"]], 1.0)
    optimizer.step()


def options_given() -> argparse.Namespace:
    """What the command line asks for."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data", type=Path)
    ap.add_argument("model", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--epochs", type=int, default=4)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--rate", type=float, default=3e-4)
    ap.add_argument("--budget", type=int, default=3072, help="pieces a batch")
    ap.add_argument("--all", action="store_true", help="train on the held-out tenth, too")
    return ap.parse_args()


def main() -> None:
    """Train, epoch after epoch; a run that was cut off goes on behind its last whole epoch."""
    options = options_given()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    articles = [one for one in pickle.loads(options.data.read_bytes()) if options.all or not held_out(one)]
    encoder, linker = pretrained(options.model).train(), Linker().train()
    optimizer = optimizer_of(encoder, linker, options.rate)
    steps = options.epochs * len(batches(articles, options.budget, random.Random(options.seed)))
    step = begun_at = 0
    checkpoint = options.out / "checkpoint.pt"
    if checkpoint.exists():
        kept = torch.load(checkpoint, weights_only=True)
        for part, name in ((encoder, "encoder"), (linker, "linker"), (optimizer, "optimizer")):
            part.load_state_dict(kept[name])
        step, begun_at = kept["step"], kept["epoch"]
    started, running = time.time(), {}
    for epoch in range(begun_at, options.epochs):
        rng = random.Random(f"{options.seed}/{epoch}")
        for batch in batches(articles, options.budget, rng):
            loss, parts = loss_of(encoder, linker, batch, rng)
            improve(optimizer, loss, step / steps)
            step += 1
            running |= {name: 0.98 * running.get(name, part) + 0.02 * part for name, part in parts.items()}
            if step % 20 == 0:
                told = {name: round(part, 4) for name, part in running.items()}
                print(f"{epoch} {step}/{steps} {time.time() - started:.0f}s {json.dumps(told)}", flush=True)
        state = {"encoder": encoder.state_dict(), "linker": linker.state_dict(), "step": step, "epoch": epoch + 1}
        torch.save(state | {"optimizer": optimizer.state_dict()}, checkpoint)
        torch.save({"encoder": state["encoder"], "linker": state["linker"]}, options.out / f"epoch{epoch + 1}.pt")


if __name__ == "__main__":
    main()
