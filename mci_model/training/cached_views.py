"""Features of captioned pairs from a frozen network, cached, so that caption training takes minutes, not days."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import torch
from rich.console import Console
from rich.progress import track
from safetensors.torch import load_file, save_file

from mci_model.architecture.mask_head import mask_evidence
from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.data.augmentation import crop, degrade, relight, turn
from mci_model.data.labelled_pairs import LabelledPair, PairFolder
from mci_model.inference.predictor import normalise

SIDE = 256


@dataclass(frozen=True, slots=True)
class Views:
    """N views of captioned pairs, as inputs of caption neck and gate."""

    before: torch.Tensor
    """(N, C, rows, columns), 16 bits, before any neck."""
    after: torch.Tensor
    evidence: torch.Tensor
    """(N, 5, rows, columns) of the mask (see `mask_head.mask_evidence`)."""
    changed: torch.Tensor
    """(N,) according to the captions."""
    captions: tuple[tuple[str, ...], ...]
    """Human captions of each view; words for sides follow its flips."""

    def __len__(self) -> int:
        return len(self.captions)

    def save(self, path: Path) -> None:
        """Write the tensors to `path`, atomically, and the captions to a JSON file beside it."""
        tensors = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "captions"}
        partial = path.with_suffix(".partial")
        save_file(tensors, partial)
        path.with_suffix(".json").write_text(json.dumps(self.captions), encoding="utf-8")
        partial.replace(path)

    def joined(self, other: Views) -> Views:
        """These views followed by the others."""
        names = (field.name for field in fields(self) if field.name != "captions")
        tensors = {name: torch.cat([getattr(self, name), getattr(other, name)]) for name in names}
        return Views(**tensors, captions=self.captions + other.captions)

    @classmethod
    def load(cls, path: Path) -> Views:
        """Read what `save` wrote."""
        captions = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        return cls(**load_file(path), captions=tuple(tuple(sentences) for sentences in captions))


@torch.inference_mode()
def extract_views(network: ChangeInterpretationNetwork, folder: PairFolder, turns: int, *, seed: int = 0) -> Views:
    """Extract the features of every captioned pair of a split.

    Args:
        network: in evaluation mode.
        folder: the split.
        turns: augmented views of each pair; 0: each pair once, as it is.
        seed: of the augmentation.
    """
    views: list[dict[str, torch.Tensor]] = []
    captions: list[tuple[str, ...]] = []
    names = [name for name in folder.names if folder.captions.get(name)]
    order = [(turn_number, number) for turn_number in range(max(1, turns)) for number in range(len(names))]
    for turn_number, number in track(order, f"looking at {folder.folder.name}", console=Console(stderr=True)):
        rng = np.random.default_rng((seed, turn_number, number))
        pair = crop(folder.read(names[number]), SIDE, rng)
        pair = _augmented(pair, rng) if turns else pair
        views.append(_features(network, pair))
        captions.append(pair.captions)
    joined = {name: torch.cat([view[name] for view in views]) for name in views[0]}
    return Views(**joined, captions=tuple(captions))


def _augmented(pair: LabelledPair, rng: np.random.Generator) -> LabelledPair:
    """Flip the pair, relight and degrade each date separately; an unchanged pair may have its dates swapped."""
    pair = turn(pair, rng)
    lit = [relight(image, rng) if rng.random() < 0.7 else image for image in (pair.before, pair.after)]
    lit = [degrade(image, rng) if rng.random() < 0.4 else image for image in lit]
    if not pair.changed and rng.random() < 0.5:
        lit.reverse()
    return LabelledPair(pair.name, lit[0], lit[1], pair.label, pair.has_roads, pair.captions)


def _features(network: ChangeInterpretationNetwork, pair: LabelledPair) -> dict[str, torch.Tensor]:
    raw = torch.from_numpy(np.stack([pair.before, pair.after])).permute(0, 3, 1, 2).float()
    images = normalise(raw, network.settings).contiguous(memory_format=torch.channels_last)
    levels = network.trunk(images)
    interpretation = network.interpret(levels, caption=False)
    assert interpretation.class_logits is not None
    before, after = network.lateral[-1](levels[-1]).half().contiguous().chunk(2)
    evidence = mask_evidence(
        interpretation.class_logits, interpretation.direction_logits, (before.shape[-2], before.shape[-1])
    )
    return {
        "before": before.clone(),
        "after": after.clone(),
        "evidence": evidence,
        "changed": torch.tensor([bool(pair.changed)]),
    }
