"""A trained checkpoint as two ONNX files: weights int8, activations of the encoder on static, calibrated scales.

python training/statements/export.py CHECKPOINT.pt MODEL_FOLDER DATA.pickle OUT_FOLDER [--float]
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import tempfile
from pathlib import Path

import onnx
import torch
from model import LINK_WIDTH, Encoder, Linker
from onnxruntime.quantization import CalibrationDataReader, CalibrationMethod, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from examples import batches


class SmallWords(nn.Module):
    """Word embeddings in int8, each row with its own scale."""

    def __init__(self, words: nn.Embedding) -> None:
        super().__init__()
        scale = words.weight.detach().abs().amax(1, keepdim=True) / 127
        self.register_buffer("rows", (words.weight.detach() / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.rows[ids].float() * self.scale[ids]


class Smooth(nn.Module):
    """A linear layer whose input is divided, channel by channel, by what its weights are multiplied with.

    Outliers of activations are shared with the weights, so that one scale fits all channels (Xiao et al. 2023,
    "SmoothQuant").
    """

    def __init__(self, linear: nn.Linear, largest: Tensor) -> None:
        super().__init__()
        weight = linear.weight.detach()
        share = (largest.clamp(min=1e-4) / weight.abs().amax(0).clamp(min=1e-4)).sqrt()
        self.register_buffer("divide", 1 / share)
        self.linear = nn.Linear(linear.in_features, linear.out_features)
        self.linear.weight.data, self.linear.bias.data = weight * share, linear.bias.detach()

    def forward(self, x: Tensor) -> Tensor:
        return self.linear(x * self.divide)


def smooth(encoder: Encoder, examples: list) -> None:
    """Make the linear layers of the encoder smooth, by the largest activations that the examples show."""
    names = [f"layers.{layer}.{name}" for layer in range(len(encoder.layers)) for name in ("qkv", "out", "up", "down")]
    largest: dict[str, Tensor] = {}

    def watch(name: str):
        def hook(module, inputs, output):
            seen = inputs[0].detach().abs().reshape(-1, inputs[0].shape[-1]).amax(0)
            largest[name] = torch.maximum(largest.get(name, seen), seen)

        return hook

    hooks = [encoder.get_submodule(name).register_forward_hook(watch(name)) for name in names]
    with torch.no_grad():
        for one in examples:
            encoder(torch.from_numpy(one.ids[None]), torch.from_numpy(one.marks[None]))
    for hook in hooks:
        hook.remove()
    for name in names:
        layer, part = name.rsplit(".", 1)
        setattr(encoder.get_submodule(layer), part, Smooth(encoder.get_submodule(name), largest[name]))


class OneWindow(nn.Module):
    """The encoder for one window at a time: no padding, and nothing of another window in any scale."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        view, flat = self.encoder(ids, marks)
        return view, flat[:, :, :1]


class OneView(nn.Module):
    """The linker for all cues of one window."""

    def __init__(self, linker: Linker) -> None:
        super().__init__()
        self.linker = linker

    def forward(self, view: Tensor, own: Tensor, others: Tensor, distance: Tensor) -> Tensor:
        view = view.expand(own.shape[0], -1, -1)
        return self.linker(view, torch.zeros_like(own), own, others, distance)


class Windows(CalibrationDataReader):
    """The examples as the encoder's inputs, for the scales of activations."""

    def __init__(self, chosen: list) -> None:
        self.feeds = iter([{"ids": one.ids[None], "marks": one.marks[None]} for one in chosen])

    def get_next(self) -> dict | None:
        return next(self.feeds, None)


def main() -> None:
    """Read the checkpoint, write the files, tell their sizes."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("checkpoint", type=Path)
    ap.add_argument("model", type=Path)
    ap.add_argument("data", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--float", action="store_true", help="leave weights and activations as they are")
    ap.add_argument("--method", default="MinMax", choices=[method.name for method in CalibrationMethod])
    options = ap.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    weights = torch.load(options.checkpoint, weights_only=True)
    encoder, linker = Encoder(json.loads((options.model / "config.json").read_text())), Linker()
    encoder.load_state_dict(weights["encoder"])
    encoder.eval()
    linker.load_state_dict(weights["linker"])
    made = [one for batch in batches(pickle.loads(options.data.read_bytes()), 3072, random.Random(0)) for one in batch]
    chosen = random.Random(0).sample(made, 200)
    if not options.float:
        smooth(encoder, chosen)
        encoder.words = SmallWords(encoder.words)
    encoder_path, linker_path = options.out / "encoder.onnx", options.out / "linker.onnx"
    ids, marks = torch.randint(1000, 9000, (1, 64)), torch.randint(0, 31, (1, 64))
    torch.onnx.export(
        OneWindow(encoder).eval(),
        (ids, marks),
        encoder_path,
        input_names=["ids", "marks"],
        output_names=["view", "flat"],
        dynamic_axes={name: {1: "pieces"} for name in ("ids", "marks", "view", "flat")},
        opset_version=17,
        dynamo=False,
    )
    own, distance = torch.zeros(3, 64), torch.randint(0, 32, (3, 64))
    own[:, 5] = 1
    torch.onnx.export(
        OneView(linker).eval(),
        (torch.randn(1, 64, LINK_WIDTH), own, own * 0, distance),
        linker_path,
        input_names=["view", "own", "others", "distance"],
        output_names=["labels"],
        dynamic_axes={"view": {1: "pieces"}}
        | {name: {0: "cues", 1: "pieces"} for name in ("own", "others", "distance", "labels")},
        opset_version=17,
        dynamo=False,
    )
    if not options.float:
        shrink(encoder_path, chosen, CalibrationMethod[options.method])
    for path in (encoder_path, linker_path):
        print(f"{path} {path.stat().st_size / 1e6:.1f} MB")


def shrink(path: Path, chosen: list, method: CalibrationMethod) -> None:
    """Quantise the products with weights; those of activations with each other, in attention, stay float."""
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(path, ready, skip_symbolic_shape=True)
        graph = onnx.load(ready).graph
        constants = {one.name for one in graph.initializer}
        attention = [node.name for node in graph.node if node.op_type == "MatMul" and node.input[1] not in constants]
        quantize_static(
            ready,
            path,
            Windows(chosen),
            quant_format=QuantFormat.QDQ,
            op_types_to_quantize=["MatMul", "Gemm"],
            nodes_to_exclude=attention,
            per_channel=True,
            reduce_range=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            calibrate_method=method,
            extra_options={"OpTypesToExcludeOutputQuantization": ["MatMul", "Gemm"]},
        )


if __name__ == "__main__":
    main()
