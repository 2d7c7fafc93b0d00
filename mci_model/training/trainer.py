"""The training loop: steps, averaged weights, checkpoints to resume from. Knows no data layout."""

from __future__ import annotations

import csv
import math
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, NoReturn

import torch
from rich.console import Console
from rich.progress import track
from safetensors.torch import save_file
from torch import nn
from torch.nn.attention import SDPBackend, sdpa_kernel
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from mci_model.architecture.caption_decoder import causal_mask
from mci_model.architecture.network import ChangeInterpretationNetwork, Interpretation
from mci_model.errors import CheckpointError, TrainingError
from mci_model.files.leftovers import clean
from mci_model.hardware import multiplies_bfloat16
from mci_model.inference.predictor import normalise
from mci_model.training.batch_stream import stream
from mci_model.training.finite_steps import MOST_IN_A_ROW, KeptBuffers, faulty_gradients, faulty_losses
from mci_model.training.losses import Losses, all_losses
from mci_model.training.rate_schedule import warmed_cosine, warmed_cosine_of_time
from mci_model.training.recipe import TrainingRecipe
from mci_model.training.samples import Batch, BatchSource
from mci_model.training.time_limit import CHECKPOINT_SHARE, TimeLimit

RATE_FLOOR = 0.01
CLIPPED_NORM = 2.0
"""Norm of all gradients together that a step takes at most."""
ENDLESS = 2**31
"""Steps of a training that ends by the clock."""
ATTENTION = [SDPBackend.FLASH_ATTENTION, SDPBackend.MATH]
"""Kernels of attention that training may use. Not cuDNN's, the first choice on Hopper cards since torch 2.11: where a
row's log-sum-exp is below -88.7, the logarithm of the largest number, its backward pass overflows and gives NaN
(pytorch/pytorch#196678, NVIDIA/cudnn-frontend#628). In the necks, -95 was seen within 350 steps at a rate of 1e-3."""


class Trainer:
    """Trains one network by one recipe in one folder, from scratch or from the folder's checkpoint."""

    def __init__(
        self,
        network: ChangeInterpretationNetwork,
        recipe: TrainingRecipe,
        source: BatchSource,
        folder: Path,
        device: str | None = None,
        workers: int = 1,
    ) -> None:
        """Put the network on the device; a recipe of so many minutes starts its clock.

        Args:
            network: trained in place.
            recipe: of the training.
            source: of its batches.
            folder: for checkpoint, log and batches that were at fault.
            device: of torch; None: a GPU if there is one.
            workers: that draw batches, see `batch_stream.stream`.

        Raises:
            DatasetError: the recipe has too many shapes of batches for a GPU.
        """
        self.network, self.recipe, self.source, self.folder, self.workers = network, recipe, source, folder, workers
        self.limit = TimeLimit(recipe.minutes) if recipe.minutes else None
        self.device = torch.device(device or ("cuda" if torch.cuda.is_available() else "cpu"))
        recipe.check_device(self.device.type)
        self.network.to(self.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        averaging = get_ema_multi_avg_fn(recipe.average)  # type: ignore[no-untyped-call]
        self.average = AveragedModel(network, multi_avg_fn=averaging, use_buffers=True)
        self.optimiser = torch.optim.AdamW(self._groups(), weight_decay=recipe.weight_decay)
        self.bfloat16 = multiplies_bfloat16(self.device.type)
        self.step = 0
        self.left_out = 0
        """Steps that were not finite and changed nothing."""
        self._in_a_row, self._fault = 0, ""
        self._gradient_norm = 0.0

    def _groups(self) -> list[dict[str, Any]]:
        frozen = _frozen_parts(self.network, self.recipe.frozen_stages)
        for part in frozen:
            part.requires_grad_(requires_grad=False)
        trunk = [p for p in self.network.trunk.parameters() if p.requires_grad]
        trunk_ids = {id(p) for p in self.network.trunk.parameters()}
        rest = [p for p in self.network.parameters() if id(p) not in trunk_ids]
        return [{"params": trunk, "share": self.recipe.trunk_rate}, {"params": rest, "share": 1.0}]

    def run(self) -> None:
        """Train to the recipe's last step or minute, saving a checkpoint every few minutes and at the end.

        Raises:
            TrainingError: ten steps in a row were not finite; the checkpoint holds what was before them.
        """
        clean(self.folder)
        saved = started = time.monotonic()
        first = self.step
        for batch in self._batches():
            losses = self._update(batch)
            self.step += 1
            if self.step % 20 == 0:
                self._log(losses, (time.monotonic() - started) / (self.step - first))
            if self._in_a_row >= MOST_IN_A_ROW:
                self._give_up(batch)
            if self.limit is not None:
                self.limit.step_done()
            if time.monotonic() - saved > self._checkpoint_minutes * 60:
                self.save()
                saved = time.monotonic()
        self.save()

    def _batches(self) -> Iterator[Batch]:
        """Batches from the next step on, while steps or time are left."""
        last = self.recipe.steps if self.limit is None else ENDLESS
        batches = stream(self.source, self.step, last, self.workers, pinned=self.device.type == "cuda")
        total = None if self.limit is not None else self.recipe.steps
        for batch in track(batches, "training", total, completed=self.step, console=Console(stderr=True)):
            if self.limit is not None and self.limit.is_over:
                break
            yield batch

    @property
    def _checkpoint_minutes(self) -> float:
        most = self.recipe.checkpoint_minutes
        return most if self.limit is None else min(most, CHECKPOINT_SHARE)

    def _update(self, batch: Batch) -> Losses:
        """One step; where its loss or gradients are not finite, it changes nothing and is counted."""
        self.network.train()
        for part in _frozen_parts(self.network, self.recipe.frozen_stages):
            part.eval()
        for group in self.optimiser.param_groups:
            group["lr"] = self._rate() * group["share"]
        kept = KeptBuffers(self.network)
        losses = self.losses(batch.to(self.device))
        self._fault = faulty_losses(losses) or self._backward(losses)
        if self._fault:
            kept.put_back()
            self.left_out, self._in_a_row = self.left_out + 1, self._in_a_row + 1
        else:
            self._in_a_row = 0
            self.optimiser.step()
            self.average.update_parameters(self.network)
        self.optimiser.zero_grad()
        return losses

    def _backward(self, losses: Losses) -> str:
        """Clipped gradients of the losses; what is at fault where they are not finite."""
        losses.total.backward()  # type: ignore[no-untyped-call]
        parameters = [one for one in self.network.parameters() if one.grad is not None]
        # The norm before the clipping: an infinite gradient times a factor of zero would make each gradient NaN.
        norm = nn.utils.get_total_norm([one.grad for one in parameters if one.grad is not None])
        self._gradient_norm = float(norm)
        if not math.isfinite(self._gradient_norm):
            return faulty_gradients(self.network)
        nn.utils.clip_grads_with_norm_(parameters, CLIPPED_NORM, norm)
        return ""

    def _give_up(self, batch: Batch) -> NoReturn:
        """Keep the weights from before the steps at fault, and the last of their batches."""
        self.save()
        path = self.folder / f"batch_of_step_{self.step - 1}.safetensors"
        save_file({name: tensor.contiguous() for name, tensor in batch.tensors().items()}, path)
        raise TrainingError(
            f"{MOST_IN_A_ROW} steps in a row were not finite and changed nothing; in step {self.step - 1}"
            f" {self._fault} was not. Its batch is {path.name} in {self.folder}, and the checkpoint there holds the"
            " weights from before: start from them with a lower learning_rate."
        )

    def losses(self, batch: Batch) -> Losses:
        """Interpret a batch and compute its losses.

        The network runs in bfloat16 where the machine is fast in it, except for the trunk on CPUs, whose depth-wise
        convolutions are slower in it.
        """
        images = [normalise(date, self.network.settings) for date in (batch.before, batch.after)]
        with sdpa_kernel(ATTENTION):
            interpretation, scores = self._interpret(torch.cat(images), batch.captions[:, :-1])
        return all_losses(interpretation, scores, batch, self.recipe)

    def _interpret(self, images: torch.Tensor, words: torch.Tensor) -> tuple[Interpretation, torch.Tensor]:
        """Normalised images of both dates (2B, 3, H, W), words so far (B, T) -> outputs, scores of the next words."""
        kind, bfloat16 = self.device.type, self.bfloat16
        with torch.autocast(kind, torch.bfloat16, enabled=bfloat16 and kind != "cpu"):
            levels = self.network.trunk(images.contiguous(memory_format=torch.channels_last))
        with torch.autocast(kind, torch.bfloat16, enabled=bfloat16):
            interpretation = self.network.interpret(levels)
            assert interpretation.caption_caches is not None
            mask = causal_mask(words.shape[1], words.device)
            return interpretation, self.network.caption_decoder(words, interpretation.caption_caches, mask)

    def _rate(self) -> float:
        """Learning rate: linear warm-up, then half a cosine to a hundredth (Loshchilov and Hutter 2017)."""
        recipe = self.recipe
        if self.limit is not None:
            falling = warmed_cosine_of_time(self.step, self.limit.share, recipe.warm_up, RATE_FLOOR)
            return recipe.learning_rate * falling
        return recipe.learning_rate * warmed_cosine(self.step, recipe.steps, recipe.warm_up, RATE_FLOOR)

    def _log(self, losses: Losses, seconds: float) -> None:
        row = {"step": self.step, "seconds_per_step": round(seconds, 3)}
        row |= {name: round(float(value.detach()), 5) for name, value in _parts(losses).items()}
        row |= {"gradient_norm": round(self._gradient_norm, 4), "left_out": self.left_out}
        path = self.folder / "log.csv"
        is_new = not path.exists()
        with path.open("a", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(row))
            if is_new:
                writer.writeheader()
            writer.writerow(row)

    @property
    def checkpoint(self) -> Path:
        """File to resume from."""
        return self.folder / "checkpoint.pt"

    def save(self) -> None:
        """Write the checkpoint atomically."""
        began = time.monotonic()
        state = {
            "step": self.step,
            "left_out": self.left_out,
            "seconds": self.limit.elapsed_s if self.limit is not None else 0.0,
            "recipe": repr(asdict(self.recipe)),
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "random": _random_states(),
        }
        partial = self.checkpoint.with_suffix(".partial")
        torch.save(state, partial)
        partial.replace(self.checkpoint)
        if self.limit is not None:
            self.limit.written(time.monotonic() - began)

    def resume(self) -> None:
        """Resume from the folder's checkpoint.

        Raises:
            CheckpointError: it belongs to another recipe.
        """
        state = torch.load(self.checkpoint, map_location="cpu", weights_only=True)
        if state["recipe"] != repr(asdict(self.recipe)):
            raise CheckpointError(f"{self.checkpoint} was made with other settings; choose another folder.")
        self.step, self.left_out = state["step"], state["left_out"]
        if self.limit is not None:
            self.limit = TimeLimit(self.recipe.minutes, state["seconds"])
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        torch.set_rng_state(state["random"][0])
        if torch.cuda.is_available() and len(state["random"]) > 1:
            torch.cuda.set_rng_state_all(state["random"][1:])


def _random_states() -> list[torch.Tensor]:
    """States of torch's random generators on CPU and GPUs."""
    return [torch.get_rng_state(), *(torch.cuda.get_rng_state_all() if torch.cuda.is_available() else [])]


def _parts(losses: Losses) -> dict[str, torch.Tensor]:
    return {name: getattr(losses, name) for name in ("mask", "caption", "gate", "direction", "total")}


def _frozen_parts(network: ChangeInterpretationNetwork, stages: int) -> list[nn.Module]:
    return network.trunk.first_stages(stages) if stages else []
