"""A low-rank adapter as llama.cpp reads it: GGUF, 16-bit. Knows no training.

Queries and keys of the Llama architecture are laid out otherwise in GGUF than in transformers (rotary pairs lie side by
side there, in two halves here), so their second factors are reordered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

NAMES = {
    "q_proj": "attn_q",
    "k_proj": "attn_k",
    "v_proj": "attn_v",
    "o_proj": "attn_output",
    "gate_proj": "ffn_gate",
    "up_proj": "ffn_up",
    "down_proj": "ffn_down",
}
LLAMA = "llama"
FACTOR = re.compile(r"layers\.(\d+)\.\w+\.(\w+_proj)\.lora_([AB])\.")


def write_adapter(
    path: Path, weights: Mapping[str, Any], rank: int, alpha: float, settings: Any, *, architecture: str = LLAMA
) -> Path:
    """Write the factors of an adapter.

    Args:
        path: the file, which appears whole or not at all.
        weights: tensors by peft's names; A is (rank, inputs), B is (outputs, rank).
        rank: of the factors.
        alpha: B A is scaled by alpha / rank.
        settings: of the base model, for its numbers of heads.
        architecture: of the base model, as llama.cpp calls it.
    """
    import gguf

    partial = path.with_suffix(".partial")
    file = gguf.GGUFWriter(partial, architecture)
    file.add_type("adapter")
    file.add_string("adapter.type", "lora")
    file.add_float32("adapter.lora.alpha", alpha)
    for name, weight in weights.items():
        match = FACTOR.search(name)
        assert match is not None, name
        layer, part, factor = match[1], match[2], match[3]
        values = weight.detach().float().numpy()
        assert rank in values.shape
        if architecture == LLAMA and factor == "B" and part in ("q_proj", "k_proj"):
            heads = settings.num_attention_heads if part == "q_proj" else settings.num_key_value_heads
            values = _side_by_side(values, heads)
        file.add_tensor(f"blk.{layer}.{NAMES[part]}.weight.lora_{factor.lower()}", values.astype(np.float16))
    file.write_header_to_file()
    file.write_kv_data_to_file()
    file.write_tensors_to_file()
    file.close()
    partial.replace(path)
    return path


def _side_by_side(rows: npt.NDArray[np.float32], heads: int) -> npt.NDArray[np.float32]:
    """Output rows with rotary pairs side by side within each head."""
    outputs, rank = rows.shape
    return rows.reshape(heads, 2, outputs // heads // 2, rank).swapaxes(1, 2).reshape(outputs, rank)
