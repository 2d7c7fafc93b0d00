"""The training loop: steps, averaged weights, checkpoints to resume from. Knows no data layout."""

from __future__ import annotations

import csv
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from rich.console import Console
from rich.progress import track
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from mci_model.architecture.caption_decoder import causal_mask
from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.errors import CheckpointError
from mci_model.files.leftovers import clean
from mci_model.hardware import multiplies_bfloat16
from mci_model.inference.predictor import normalise
from mci_model.training.losses import Losses, all_losses
from mci_model.training.rate_schedule import warmed_cosine
from mci_model.training.recipe import TrainingRecipe
from mci_model.training.samples import Batch, BatchSource

RATE_FLOOR = 0.01


class Trainer:
    """Trains one network by one recipe in one folder, from scratch or from the folder's checkpoint."""

    def __init__(
        self,
        network: ChangeInterpretationNetwork,
        recipe: TrainingRecipe,
        source: BatchSource,
        folder: Path,
        device: str | None = None,
    ) -> None:
        self.network, self.recipe, self.source, self.folder = network, recipe, source, folder
        self.device = torch.device(device or ("cuda" if torch.cuda.is_available() else "cpu"))
        self.network.to(self.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        averaging = get_ema_multi_avg_fn(recipe.average)  # type: ignore[no-untyped-call]
        self.average = AveragedModel(network, multi_avg_fn=averaging, use_buffers=True)
        self.optimiser = torch.optim.AdamW(self._groups(), weight_decay=recipe.weight_decay)
        self.bfloat16 = multiplies_bfloat16(self.device.type)
        self.step = 0

    def _groups(self) -> list[dict[str, Any]]:
        frozen = _frozen_parts(self.network, self.recipe.frozen_stages)
        for part in frozen:
            part.requires_grad_(requires_grad=False)
        trunk = [p for p in self.network.trunk.parameters() if p.requires_grad]
        trunk_ids = {id(p) for p in self.network.trunk.parameters()}
        rest = [p for p in self.network.parameters() if id(p) not in trunk_ids]
        return [{"params": trunk, "share": self.recipe.trunk_rate}, {"params": rest, "share": 1.0}]

    def run(self) -> None:
        """Train to the recipe's last step, saving a checkpoint every few minutes and at the end."""
        clean(self.folder)
        saved = started = time.monotonic()
        first = self.step
        batches = self.source.stream(self.step)
        console = Console(stderr=True)
        for batch in track(batches, "training", self.recipe.steps, completed=self.step, console=console):
            losses = self._update(batch)
            self.step += 1
            if self.step % 20 == 0:
                self._log(losses, (time.monotonic() - started) / (self.step - first))
            if time.monotonic() - saved > self.recipe.checkpoint_minutes * 60:
                self.save()
                saved = time.monotonic()
        self.save()

    def _update(self, batch: Batch) -> Losses:
        self.network.train()
        for part in _frozen_parts(self.network, self.recipe.frozen_stages):
            part.eval()
        for group in self.optimiser.param_groups:
            group["lr"] = self._rate() * group["share"]
        losses = self.losses(batch.to(self.device))
        losses.total.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), 2.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.average.update_parameters(self.network)
        return losses

    def losses(self, batch: Batch) -> Losses:
        """Interpret a batch and compute its losses.

        The network runs in bfloat16 where the machine is fast in it, except for the trunk on CPUs, whose depth-wise
        convolutions are slower in it.
        """
        settings = self.network.settings
        images = [normalise(date, settings) for date in (batch.before, batch.after)]
        kind, bfloat16 = self.device.type, self.bfloat16
        with torch.autocast(kind, torch.bfloat16, enabled=bfloat16 and kind != "cpu"):
            levels = self.network.trunk(torch.cat(images).contiguous(memory_format=torch.channels_last))
        with torch.autocast(kind, torch.bfloat16, enabled=bfloat16):
            interpretation = self.network.interpret(levels)
            assert interpretation.caption_caches is not None
            words = batch.captions[:, :-1]
            scores = self.network.caption_decoder(
                words, interpretation.caption_caches, causal_mask(words.shape[1], words.device)
            )
        return all_losses(interpretation, scores, batch, self.recipe)

    def _rate(self) -> float:
        """Learning rate: linear warm-up, then half a cosine to a hundredth (Loshchilov and Hutter 2017)."""
        recipe = self.recipe
        return recipe.learning_rate * warmed_cosine(self.step, recipe.steps, recipe.warm_up, RATE_FLOOR)

    def _log(self, losses: Losses, seconds: float) -> None:
        row = {"step": self.step, "seconds_per_step": round(seconds, 3)}
        row |= {name: round(float(value.detach()), 5) for name, value in _parts(losses).items()}
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
        state = {
            "step": self.step,
            "recipe": repr(asdict(self.recipe)),
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "random": _random_states(),
        }
        partial = self.checkpoint.with_suffix(".partial")
        torch.save(state, partial)
        partial.replace(self.checkpoint)

    def resume(self) -> None:
        """Resume from the folder's checkpoint.

        Raises:
            CheckpointError: it belongs to another recipe.
        """
        state = torch.load(self.checkpoint, map_location="cpu", weights_only=True)
        if state["recipe"] != repr(asdict(self.recipe)):
            raise CheckpointError(f"{self.checkpoint} was made with other settings; choose another folder.")
        self.step = state["step"]
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
