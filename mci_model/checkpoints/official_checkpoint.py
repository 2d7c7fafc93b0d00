"""Reading the official Change-Agent checkpoint (MCI_model.pth) into our network, strict about every live tensor.

The file holds three state dicts: the trunk, everything between trunk and words, and the caption decoder. About a tenth
of its tensors is never used by the official code; they are listed here and skipped.
"""

from __future__ import annotations

import pickle
import re
import struct
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

import torch

from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.checkpoints.tensor_files import in_brief, misfit
from mci_model.errors import CheckpointError
from mci_model.settings import OFFICIAL
from mci_model.text.vocabulary import Vocabulary

PARTS = ("encoder_dict", "encoder_trans_dict", "decoder_dict")
UNREADABLE = (
    OSError, RuntimeError, ValueError, TypeError, LookupError, AttributeError, EOFError, AssertionError, OverflowError,
    MemoryError, struct.error, pickle.UnpicklingError, BadZipFile,
)  # fmt: skip
"""What torch raises for files that are damaged or were made to look like a checkpoint; it documents none of it."""
Tensors = dict[str, torch.Tensor]
Rule = tuple[str, str]

UNUSED = re.compile(
    r".*\.(Q_LN|K_LN|V_LN|fuse_conv2|PCM)\..*"  # normalisations and convolutions that BI3 blocks define but never call
    r"|Dynamic_DIF_aware_TR\.\d+\.2\..*"  # a third, linear layer beside each pair of caption blocks
    r"|transformer\.layers\.\d+\.fc_alpha\d\..*|position_encoding\..*"
)
"""Tensors that no output of the official code depends on; the sinusoid table is computed instead."""

TRUNK_RULES: tuple[Rule, ...] = (
    (r"cnn\.segformer\.patch_embed(\d)\.proj", "trunk.model.stages.{level}.patch_embeddings.proj"),
    (r"cnn\.segformer\.patch_embed(\d)\.norm", "trunk.model.stages.{level}.patch_embeddings.layer_norm"),
    (r"cnn\.segformer\.norm(\d)", "trunk.model.stages.{level}.layer_norm"),
    (r"cnn\.segformer\.block(\d)\.(\d)\.norm1", "trunk.model.stages.{level}.blocks.{1}.layernorm_before"),
    (r"cnn\.segformer\.block(\d)\.(\d)\.norm2", "trunk.model.stages.{level}.blocks.{1}.layernorm_after"),
    (r"cnn\.segformer\.block(\d)\.(\d)\.attn\.q", "trunk.model.stages.{level}.blocks.{1}.attention.q_proj"),
    (r"cnn\.segformer\.block(\d)\.(\d)\.attn\.kv", "trunk.model.stages.{level}.blocks.{1}.attention.kv"),
    (r"cnn\.segformer\.block(\d)\.(\d)\.attn\.proj", "trunk.model.stages.{level}.blocks.{1}.attention.o_proj"),
    (
        r"cnn\.segformer\.block(\d)\.(\d)\.attn\.sr",
        "trunk.model.stages.{level}.blocks.{1}.attention.sequence_reduction.sequence_reduction",
    ),
    (
        r"cnn\.segformer\.block(\d)\.(\d)\.attn\.norm",
        "trunk.model.stages.{level}.blocks.{1}.attention.sequence_reduction.layer_norm",
    ),
    (
        r"cnn\.segformer\.block(\d)\.(\d)\.mlp\.dwconv\.dwconv",
        "trunk.model.stages.{level}.blocks.{1}.mlp.dwconv.dwconv",
    ),
    (r"cnn\.segformer\.block(\d)\.(\d)\.mlp\.(fc\d)", "trunk.model.stages.{level}.blocks.{1}.mlp.{2}"),
)
BLOCK_PARTS: dict[str, str] = {
    "att.to_q": "attention.query",
    "att.to_k": "attention.key",
    "att.to_v": "attention.value",
    "att.to_out.0": "attention.out",
    "att.fuse_conv.0": "attention.fuse",
    "att.fuse_conv.1": "attention.fuse_norm",
    "feedforward.net.0": "feedforward.0",
    "feedforward.net.3": "feedforward.3",
    "norm1": "norm1",
    "norm2": "norm2",
    **{
        f"{official}.{layer}": f"{ours}.{name}"
        for official, ours in (("Q_d_conv", "enhance_here"), ("K_d_conv", "enhance_there"))
        for layer, name in (
            ("d_conv_3x3", "square"),
            ("d_conv_1x5", "row"),
            ("d_conv_5x1", "column"),
            ("BN", "norm"),
            ("conv_1", "mix"),
        )
    },
}
MIDDLE_RULES: tuple[Rule, ...] = (
    # The official tables are named crosswise: `h_embedding` is looked up by column.
    (r"h_embedding_CD", "detection_neck.position.column"),
    (r"w_embedding_CD", "detection_neck.position.row"),
    (r"h_embedding", "caption_neck.position.column"),
    (r"w_embedding", "caption_neck.position.row"),
    *(
        (rf"{neck}\.(\d)\.{branch}\.{re.escape(part)}", f"{ours}.{date}.{{0}}.{name}")
        for neck, ours in (("Transformer_aug_CD", "detection_neck"), ("Dynamic_DIF_aware_TR", "caption_neck"))
        for branch, date in ((0, "before"), (1, "after"))
        for part, name in BLOCK_PARTS.items()
    ),
    (r"conv_dif\.(\d)\.(\d)", "mask_head.levels.{0}.difference.{1}"),
    (r"conv_fuse\.(\d)\.(\d)", "mask_head.levels.{0}.fuse.{1}"),
    (r"to_fused\.(\d)\.(\d)", "mask_head.steps.{0}.{1}"),
    (r"to_seg\.(\d)", "mask_head.segment.{0}"),
)
WORD_RULES: tuple[Rule, ...] = (
    (r"Conv1", "caption_decoder.join"),
    (r"LN\.left\.(\d)", "caption_decoder.refine.layers.{0}"),
    (r"vocab_embedding", "caption_decoder.words"),
    (r"wdc", "caption_decoder.scores"),
    (r"transformer\.layers\.(\d)\.self_attn\.in_proj", "caption_decoder.layers.{0}.self_in"),
    (r"transformer\.layers\.(\d)\.self_attn\.out_proj", "caption_decoder.layers.{0}.self_out"),
    (r"transformer\.layers\.(\d)\.multihead_attn\.in_proj", "caption_decoder.layers.{0}.cross"),
    (r"transformer\.layers\.(\d)\.multihead_attn\.out_proj", "caption_decoder.layers.{0}.cross_out"),
    (r"transformer\.layers\.(\d)\.(linear\d|norm\d)", "caption_decoder.layers.{0}.{1}"),
)
KINDS = r"[._](weight|bias|running_mean|running_var|num_batches_tracked)"


def read_official(path: Path, vocabulary: Vocabulary) -> ChangeInterpretationNetwork:
    """Our network holding the live tensors of the official checkpoint at `path`.

    Raises:
        CheckpointError: not such a checkpoint, or a tensor is missing, unknown or of another shape; or the vocabulary
            has another size (the checkpoint carries none, so a wrong one would only show in wrong words).
    """
    parts = _load(path)
    expected = OFFICIAL.vocabulary_size
    if len(vocabulary) != expected:
        raise CheckpointError(f"The official network knows {expected} words; this vocabulary has {len(vocabulary)}.")
    renamed: Tensors = {}
    for part, rules in zip(PARTS, (TRUNK_RULES, MIDDLE_RULES, WORD_RULES), strict=True):
        for name, tensor in parts[part].items():
            if not UNUSED.fullmatch(name):
                renamed.update(_split(_rename(name, rules), tensor))
    network = ChangeInterpretationNetwork(OFFICIAL)
    if fault := misfit(network.state_dict(), renamed):
        raise CheckpointError(f"{path.name} is not the official checkpoint: {fault}.")
    network.load_state_dict(renamed)
    return network.eval()


def _load(path: Path) -> dict[str, Tensors]:
    try:
        parts = torch.load(path, map_location="cpu", weights_only=True, mmap=True)
    except UNREADABLE as error:
        raise CheckpointError(
            f"{path.name} cannot be read as a checkpoint of plain tensors ({in_brief(error)})."
        ) from error
    if not isinstance(parts, dict) or set(parts) != set(PARTS):
        raise CheckpointError(f"{path.name} is not the official checkpoint: it should hold {', '.join(PARTS)}.")
    for part, tensors in parts.items():
        named = isinstance(tensors, dict) and all(isinstance(name, str) for name in tensors)
        if not named or not all(isinstance(tensor, torch.Tensor) for tensor in tensors.values()):
            raise CheckpointError(f"{path.name} is not the official checkpoint: its {part} holds no named tensors.")
    return parts


def _rename(name: str, rules: tuple[Rule, ...]) -> str:
    for pattern, ours in rules:
        if match := re.fullmatch(pattern + KINDS, name):
            *groups, kind = match.groups()
            level = int(groups[0]) - 1 if groups and "{level}" in ours else 0
            return f"{ours.format(*groups, level=level)}.{kind}"
    raise CheckpointError(f"The checkpoint holds {name!r}, which the official network does not have.")


def _split(name: str, tensor: torch.Tensor) -> Iterator[tuple[str, torch.Tensor]]:
    """Split projections that the official code stores in one tensor and ours in two."""
    if ".attention.kv." in name:
        key, value = tensor.chunk(2)
        yield name.replace(".kv.", ".k_proj."), key
        yield name.replace(".kv.", ".v_proj."), value
    elif ".cross." in name:
        width = tensor.shape[0] // 3
        yield name.replace(".cross.", ".cross_query."), tensor[:width]
        yield name.replace(".cross.", ".cross_memory."), tensor[width:]
    else:
        yield name, tensor
