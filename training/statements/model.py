"""The encoder with its heads, and the linker that reads the encoder's vectors."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

MARKS, LINK_WIDTH, LINK_LABELS, FLAT_LABELS = 32, 96, 9, 5
DISTANCES = 33


class Layer(nn.Module):
    """A transformer layer, normalised after each sum (Vaswani et al. 2017), as BERT has it."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm_attention = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``x`` is [batch, pieces, width]; ``bias`` [batch, 1, 1, pieces] is 0, or very low where there is padding."""
        batch, length, width = x.shape
        q, k, v = (
            part.reshape(batch, length, self.heads, width // self.heads).transpose(1, 2)
            for part in self.qkv(x).split(width, dim=-1)
        )
        dropout = self.dropout if self.training else 0.0
        scores = q @ k.transpose(-1, -2) / (width // self.heads) ** 0.5 + bias
        mixed = functional.dropout(scores.softmax(-1), dropout, self.training) @ v
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, width))
        x = self.norm_attention(x + functional.dropout(mixed, dropout, self.training))
        inner = self.down(functional.gelu(self.up(x)))
        return self.norm(x + functional.dropout(inner, dropout, self.training))


class Encoder(nn.Module):
    """MiniLM-L6 (Wang et al. 2020) with marks of layout and print added behind its first layer; and the flat heads.

    Embeddings and first layer stay as they were trained, which costs little and saves a tenth of the time.

    Gives the linker's view of each piece [batch, pieces, LINK_WIDTH] and logits [batch, pieces, 3, FLAT_LABELS] of
    cue, source and content, each O B I E S.
    """

    def __init__(self, config: dict, dropout: float = 0.1) -> None:
        super().__init__()
        width = config["hidden_size"]
        self.words = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.marks = nn.Embedding(MARKS, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(width, config["num_attention_heads"], config["intermediate_size"], dropout)
            for _ in range(config["num_hidden_layers"])
        )
        self.dropout = dropout
        self.flat = nn.Linear(width, 3 * FLAT_LABELS)
        self.view = nn.Linear(width, LINK_WIDTH)
        nn.init.zeros_(self.marks.weight)

    def forward(self, ids: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """``ids`` and ``marks`` are [batch, pieces]; an id of 0 is padding."""
        bias = (ids == 0).float()[:, None, None, :] * -1e4
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.positions(positions))
        x = functional.dropout(x, self.dropout, self.training)
        with torch.no_grad():
            x = self.layers[0](x, bias)
        x = x + self.marks(marks)
        for layer in self.layers[1:]:
            x = layer(x, bias)
        x = functional.dropout(x, self.dropout, self.training)
        return self.view(x), self.flat(x).reshape(*ids.shape, 3, FLAT_LABELS)


class Linker(nn.Module):
    """For each cue: which pieces of its window are its source and its content.

    After how semantic roles are read (He et al. 2017): every piece is labelled anew for each cue, O or B I E S of
    source or content.
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.meet = nn.Linear(2 * LINK_WIDTH, LINK_WIDTH)
        self.of_cue = nn.Linear(LINK_WIDTH, LINK_WIDTH)
        self.distance = nn.Embedding(DISTANCES, LINK_WIDTH)
        self.role = nn.Embedding(3, LINK_WIDTH)
        self.norm = nn.LayerNorm(LINK_WIDTH)
        self.layers = nn.ModuleList(Layer(LINK_WIDTH, 4, 2 * LINK_WIDTH, dropout) for _ in range(2))
        self.label = nn.Linear(LINK_WIDTH, LINK_LABELS)

    def forward(self, view: Tensor, padding: Tensor, own: Tensor, others: Tensor, distance: Tensor) -> Tensor:
        """Logits [cues, pieces, LINK_LABELS].

        ``view`` is [cues, pieces, LINK_WIDTH], ``padding``, ``own`` (the cue's pieces) and ``others`` (those of other
        cues) [cues, pieces] of 0 or 1, ``distance`` [cues, pieces] the bucket of how far each piece is from the cue.
        """
        cue = (view * own[..., None]).sum(1) / own.sum(1, keepdim=True)
        met = torch.cat([view, view * cue[:, None]], dim=-1)
        roles = (own + 2 * others * (1 - own)).long()
        x = self.meet(met) + self.of_cue(cue)[:, None] + self.distance(distance) + self.role(roles)
        x = functional.gelu(self.norm(x))
        bias = padding[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return self.label(x)


def pretrained(folder: Path, dropout: float = 0.1) -> Encoder:
    """An encoder with the weights of the BERT model in ``folder`` (config.json, model.safetensors)."""
    encoder = Encoder(json.loads((folder / "config.json").read_text()), dropout)
    weights = load_file(folder / "model.safetensors")
    fitting = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    names = {"out": "attention.output.dense", "norm_attention": "attention.output.LayerNorm"}
    names |= {"up": "intermediate.dense", "down": "output.dense", "norm": "output.LayerNorm"}
    for number in range(len(encoder.layers)):
        theirs, ours = f"encoder.layer.{number}", f"layers.{number}"
        for kind in ("weight", "bias"):
            parts = [weights[f"{theirs}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            fitting[f"{ours}.qkv.{kind}"] = torch.cat(parts)
            fitting |= {f"{ours}.{own}.{kind}": weights[f"{theirs}.{name}.{kind}"] for own, name in names.items()}
    left = encoder.load_state_dict(fitting, strict=False)
    assert not left.unexpected_keys
    assert all(key.split(".")[0] in ("marks", "flat", "view") for key in left.missing_keys)
    return encoder
