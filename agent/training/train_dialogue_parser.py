"""Train Gemma 3 270M to read dialogues: a low-rank adapter (Hu et al. 2022), stored as GGUF beside the parser.

    python -m agent.training.train_dialogue_parser --folder runs/parser [--epochs 10] [--seed 0]

Needs the extra `train`; some ten minutes an epoch on two cores. A run that was stopped goes on from the checkpoint in
its folder, with other batches. The base model's weights (Gemma terms of use) are dequantised and stay as they are. A
whole dialogue is one sequence, and loss is taken on its plan lines alone. The result is FOLDER/adapter.gguf.
"""

from __future__ import annotations

import argparse
import math
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import torch
from peft import LoraConfig, get_peft_model
from torch.nn import functional
from transformers import AutoModelForCausalLM, AutoTokenizer, GgufConfig

from agent.planning.learned.adapter_file import write_adapter
from agent.planning.parser.base_model import base_model
from agent.training.dialogue_text import dialogues
from agent.training.parser_sequences import IGNORED, SINGLE, Encoder, batches, padded, rows

TARGETS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]
ARCHITECTURE = "gemma3"
"""As llama.cpp calls it."""
MOST_TOKENS = 24000
"""Tokens among which a plan's are chosen in training: all 262,144 would take most of the time."""
SAMPLED = 4000
"""Sequences by which these are found."""


@dataclass(frozen=True)
class Recipe:
    """How the adapter is trained."""

    epochs: float = 10.0
    tokens: int = 4000
    """Tokens of a step, padding among them."""
    seed: int = 0
    rank: int = 32
    rate: float = 4e-4
    warm_up: int = 30
    keep_every: int = 40
    """Steps between checkpoints."""


class _Run:
    """The adapter, whose weights are kept in 32 bits beside those of 16 bits that are multiplied."""

    def __init__(self, folder: Path, recipe: Recipe) -> None:
        self.folder, self.recipe = folder, recipe
        folder.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(recipe.seed)
        tokenizer, self.model = _start(recipe)
        self.encoder, self.taught = Encoder(tokenizer), dialogues()
        self.kept, self.place = _kept_tokens(self.encoder, self.taught, recipe, len(tokenizer))
        self.head = self.model.base_model.model.lm_head.weight.detach()[self.kept].clone()
        self.used = {name: weight for name, weight in self.model.named_parameters() if weight.requires_grad}
        self.exact = {name: weight.detach().float().clone().requires_grad_() for name, weight in self.used.items()}
        self.optimiser = torch.optim.AdamW(self.exact.values(), lr=recipe.rate, weight_decay=0.0)
        self.done = self._resume()

    def train(self) -> Path:
        total = int(self.recipe.epochs * len(self.taught) / (1 - SINGLE))
        seed = self.recipe.seed + self.done
        source = batches(rows(self.taught, self.encoder, seed), self.recipe.tokens, seed)
        step, started, first = 0, time.perf_counter(), self.done
        while self.done < total:
            some = next(source)
            loss = self._step(*padded(some), self._rate(step, self.done / total))
            self.done, step = self.done + len(some), step + 1
            if step % 10 == 0:
                pace = (time.perf_counter() - started) / (self.done - first)
                left = (total - self.done) * pace / 60
                print(f"{self.done} of {total} sequences, loss {loss:.4f}, {left:.0f} minutes left", flush=True)
            if step % self.recipe.keep_every == 0 or self.done >= total:
                self._keep()
        path = self.folder / "adapter.gguf"
        rank = self.recipe.rank
        return write_adapter(path, self.exact, rank, 2 * rank, self.model.config, architecture=ARCHITECTURE)

    def _step(self, ids: torch.Tensor, labels: torch.Tensor, rate: float) -> float:
        states = self.model.base_model.model.model(input_ids=ids).last_hidden_state[:, :-1]
        learnt = labels[:, 1:] != IGNORED  # words of the question need no logits
        logits = functional.linear(states[learnt], self.head)
        loss = functional.cross_entropy(logits.float(), self.place[labels[:, 1:][learnt]])
        torch.autograd.backward(loss)
        for name, weight in self.used.items():
            assert weight.grad is not None
            self.exact[name].grad, weight.grad = weight.grad.float(), None
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        torch.nn.utils.clip_grad_norm_(self.exact.values(), 1.0)
        self.optimiser.step()
        self._round()
        return loss.item()

    @torch.no_grad()
    def _round(self) -> None:
        for name, weight in self.used.items():
            weight.copy_(self.exact[name])

    def _rate(self, step: int, share: float) -> float:
        """Rises, then falls along a cosine."""
        risen = min(1.0, (step + 1) / self.recipe.warm_up)
        return self.recipe.rate * risen * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * share)))

    def _keep(self) -> None:
        path = self.folder / "checkpoint.pt"
        partial = path.with_suffix(".partial")
        weights = {name: weight.detach() for name, weight in self.exact.items()}
        torch.save({"done": self.done, "weights": weights, "optimiser": self.optimiser.state_dict()}, partial)
        partial.replace(path)

    @torch.no_grad()
    def _resume(self) -> int:
        """Sequences seen by an earlier run, whose weights are taken over."""
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            return 0
        state = torch.load(path, weights_only=True)
        for name, weight in self.exact.items():
            weight.copy_(state["weights"][name])
        self.optimiser.load_state_dict(state["optimiser"])
        self._round()
        return int(state["done"])


def _start(recipe: Recipe) -> tuple[Any, Any]:
    """The tokenizer, and the base model with an adapter that changes nothing yet."""
    base = base_model()
    source = {"pretrained_model_name_or_path": base.parent, "gguf_file": base.name}
    tokenizer = AutoTokenizer.from_pretrained(**source)
    dense = GgufConfig(dequantize=True)  # packed weights are read faster, but are multiplied more slowly
    model = AutoModelForCausalLM.from_pretrained(**source, quantization_config=dense, dtype=torch.bfloat16)
    adapter = LoraConfig(r=recipe.rank, lora_alpha=2 * recipe.rank, target_modules=TARGETS, task_type="CAUSAL_LM")
    return tokenizer, get_peft_model(model, adapter, autocast_adapter_dtype=False).train()


def _kept_tokens(encoder: Encoder, taught: Any, recipe: Recipe, count: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Tokens that occur in training, with others by dice; of every token, its place among these."""
    seen = {token for row in islice(rows(taught, encoder, recipe.seed), SAMPLED) for token in row.ids}
    others = torch.randperm(count)[: max(0, MOST_TOKENS - len(seen))].tolist()
    kept = torch.tensor(sorted(seen.union(others)))
    place = torch.full((count,), IGNORED, dtype=torch.long)
    place[kept] = torch.arange(len(kept))
    return kept, place


def train(folder: Path, recipe: Recipe) -> Path:
    """Train, or go on training, in `folder`; where the adapter lies in the end."""
    return _Run(folder, recipe).train()


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=Recipe.epochs)
    parser.add_argument("--seed", type=int, default=Recipe.seed)
    args = parser.parse_args()
    print(train(args.folder, Recipe(epochs=args.epochs, seed=args.seed)))


if __name__ == "__main__":
    main()
