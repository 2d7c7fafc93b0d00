"""The multi-level change-interpretation network: one pass over a pair gives mask, direction, gate and caption memory.

trunk (both dates in one batch) -> levels -> detection neck -> mask head      -> class logits [+ direction]
                                         `-> caption neck   -> caption decoder -> words
       the same level and the mask -> gate -> changed or not
       three finer levels -> ground heads -> change of any kind, land cover at either date
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch
from torch import nn
from torch.nn import functional

from mci_model.architecture.caption_decoder import CaptionDecoder, LayerCache, sinusoid_table
from mci_model.architecture.ground_heads import GroundHeads
from mci_model.architecture.mask_head import EVIDENCE_CHANNELS, MaskHead, mask_evidence
from mci_model.architecture.necks import CaptionNeck, DetectionNeck
from mci_model.architecture.trunk import Trunk
from mci_model.architecture.trunk_registry import build_trunk
from mci_model.settings import BACKGROUND, CLASS_NAMES, NetworkSettings

Coarse = tuple[torch.Tensor, torch.Tensor, torch.Tensor | None]


@dataclass(frozen=True, slots=True)
class Interpretation:
    """Outputs of one pass for B pairs of (H, W) images. Parts that were not requested, or do not exist, are None."""

    class_logits: torch.Tensor | None
    """(B, 3, H, W)."""
    direction_logits: torch.Tensor | None
    """(B, H, W): above 0 an object appeared, below 0 it disappeared; undefined where the class is background."""
    gate_logits: torch.Tensor | None
    """(B,): above 0 the pair changed."""
    caption_caches: list[LayerCache] | None
    """Initial caches of the caption decoder."""
    any_logits: torch.Tensor | None = None
    """(B, H/4, W/4): above 0 something changed there, whatever it is."""
    cover_logits: torch.Tensor | None = None
    """(2B, 5, H/4, W/4) land cover, the earlier dates first."""
    road_logits: torch.Tensor | None = None
    """(2B, H/4, W/4): above 0 there is a road at that date, the earlier dates first."""
    growth: torch.Tensor | None = None
    """(B,): below 0 more disappeared than appeared, and the caption's start tells of the dates in the other order."""
    coarse: Coarse | None = None
    """What captions are made of, as `describe` takes it: both dates' coarsest maps and the mask's evidence."""


SIMILARITY_QUANTILES = (0.0, 0.05, 0.1, 0.25, 0.5, 0.75, 1.0)


def quantiles(values: torch.Tensor, of: tuple[float, ...]) -> torch.Tensor:
    """Quantiles of each row, (B, N) -> (B, len(of)): those of `torch.quantile`, bit by bit, in operators of ONNX."""
    ranks = torch.tensor(of, device=values.device) * (values.shape[1] - 1)
    below, ordered = ranks.floor(), values.sort(dim=1).values
    return torch.lerp(ordered[:, below.long()], ordered[:, ranks.ceil().long()], ranks - below)


class ChangeGate(nn.Module):
    """Classifies pairs as changed or not, from the difference of the coarsest features and from the mask."""

    def __init__(self, width: int, evidence: int = 0) -> None:
        super().__init__()
        inputs = 3 * width + len(SIMILARITY_QUANTILES) + 2 * evidence
        self.judge = nn.Sequential(
            nn.BatchNorm1d(inputs), nn.Dropout(0.3), nn.Linear(inputs, 64), nn.ReLU(), nn.Dropout(0.3), nn.Linear(64, 1)
        )

    def forward(self, before: torch.Tensor, after: torch.Tensor, evidence: torch.Tensor | None = None) -> torch.Tensor:
        """Two (B, C, H, W) maps, and the mask's evidence in their cells -> logits (B,)."""
        return self.decide(self.summarise(before, after, evidence))

    def summarise(self, before: torch.Tensor, after: torch.Tensor, evidence: torch.Tensor | None) -> torch.Tensor:
        """Input features of the gate: (B, 3C + 7 [+ 2E])."""
        difference = (after - before).float().flatten(2)
        similarity = functional.cosine_similarity(before.float(), after.float(), dim=1).flatten(1)
        parts = [difference.abs().mean(-1), difference.abs().amax(-1), difference.mean(-1)]
        parts.append(quantiles(similarity, SIMILARITY_QUANTILES))
        if evidence is not None:
            cells = evidence.float().flatten(2)
            # A single house is a thousandth of the image: the logarithm separates it from zero.
            parts += [(cells.mean(-1).abs() + 1e-4).log(), cells.amax(-1)]
        return torch.cat(parts, dim=1)

    def decide(self, summary: torch.Tensor) -> torch.Tensor:
        """A pair's summary -> logits (B,)."""
        gate_logits: torch.Tensor = self.judge(summary)
        return gate_logits.squeeze(1)


class ChangeInterpretationNetwork(nn.Module):
    """Siamese trunk, two necks, mask head, caption decoder and gate, sized by `settings`."""

    def __init__(self, settings: NetworkSettings) -> None:
        super().__init__()
        self.settings = settings
        self.trunk: Trunk = build_trunk(settings.trunk)
        pairs = zip(self.trunk.widths, settings.widths, strict=True)
        self.lateral = nn.ModuleList(nn.Identity() if t == w else nn.Conv2d(t, w, 1) for t, w in pairs)
        self.detection_neck = DetectionNeck(settings)
        self.mask_head = MaskHead(settings, self.trunk.detail_width)
        self.caption_neck = CaptionNeck(settings)
        self.caption_decoder = CaptionDecoder(settings)
        channels = EVIDENCE_CHANNELS if settings.words_see_mask else 0
        self.ground = GroundHeads(self.trunk.widths[:3]) if settings.sees_ground else None
        self.gate = ChangeGate(settings.widths[-1], channels) if settings.has_gate else None

    def forward(
        self, before: torch.Tensor, after: torch.Tensor, *, mask: bool = True, caption: bool = True
    ) -> Interpretation:
        """Interpret normalised images (B, 3, H, W), H and W multiples of 32; compute only what is requested."""
        return self.interpret(self.trunk(torch.cat([before, after])), mask=mask, caption=caption)

    def interpret(
        self, levels: list[torch.Tensor], *, mask: bool = True, caption: bool = True, ground: bool = False
    ) -> Interpretation:
        """Everything after the trunk; `levels` hold the first date's B maps, then the second's."""
        *finer, fourth, eighth, sixteenth, last = levels
        coarse = zip(self.lateral, (fourth, eighth, sixteenth, last), strict=True)
        pairs = [lateral(level).chunk(2) for lateral, level in coarse]
        fine = finer[0].chunk(2) if finer else ()
        uses_mask = self.settings.words_see_mask
        logits, direction = self._mask(pairs, fine) if mask or uses_mask else (None, None)
        evidence = None
        if uses_mask and logits is not None:
            # Detached: the mask is trained on its labels alone, not on the captions.
            cells = (last.shape[-2], last.shape[-1])
            evidence = mask_evidence(logits, direction, cells).detach().to(last.dtype)
        before, after = pairs[-1]
        caches, gate = self.describe(before, after, evidence, words=caption)
        told = Interpretation(logits, direction, gate, caches, coarse=(before, after, evidence))
        if self.ground is None or not ground:
            return told
        maps = [fourth, eighth, sixteenth]
        seen = {"any_logits": self.ground.change(maps), "cover_logits": self.ground.cover(maps)}
        return replace(told, **seen, road_logits=self.ground.road(maps)[:, 0])

    def interpret_symmetrically(
        self, levels: list[torch.Tensor], *, caption: bool = True, ground: bool = False
    ) -> Interpretation:
        """As `interpret`, but swapped dates change no class, bit by bit, and turn the direction's sign.

        Training pairs show growth far more often than loss, so that the necks see an object best in the order in which
        it appears: each pixel's classes are weighted by the direction that both orders agree on. The gate is the more
        alarmed of both orders; captions start from the order in which more appears.
        """
        given = self.interpret(levels, caption=False, ground=ground)
        if given.class_logits is None or given.direction_logits is None:
            return self._captioned(given) if caption else given
        swapped = self.interpret([level.roll(len(level) // 2, 0) for level in levels], caption=False)
        assert swapped.class_logits is not None
        assert swapped.direction_logits is not None
        direction = (given.direction_logits - swapped.direction_logits) / 2
        here, there = direction.sigmoid()[:, None], (-direction).sigmoid()[:, None]
        classes = here * given.class_logits + there * swapped.class_logits
        gate = given.gate_logits
        if gate is not None and swapped.gate_logits is not None:
            gate = torch.maximum(gate, swapped.gate_logits)
        changed = 1 - classes.softmax(1)[:, BACKGROUND]
        growth = (changed * direction).mean((1, 2))
        seen = replace(given, class_logits=classes, direction_logits=direction, gate_logits=gate, growth=growth)
        seen = replace(seen, coarse=_chosen(growth < 0, given, swapped))
        return self._captioned(seen) if caption else seen

    def _captioned(self, seen: Interpretation) -> Interpretation:
        assert seen.coarse is not None
        return replace(seen, caption_caches=self.describe(*seen.coarse)[0])

    def describe(
        self, before: torch.Tensor, after: torch.Tensor, evidence: torch.Tensor | None = None, *, words: bool = True
    ) -> tuple[list[LayerCache] | None, torch.Tensor | None]:
        """Both dates' coarsest maps (B, C, H, W) and the mask's evidence -> the decoder's start, and gate logits."""
        gate_logits = self.gate(before, after, evidence) if self.gate is not None else None
        if not words:
            return None, gate_logits
        before, after = self.caption_neck(before, after)
        return self.caption_decoder.remember(before, after, evidence), gate_logits

    def restore_tables(self) -> None:
        """Recompute the tables that are not stored in weights: they follow from the settings."""
        positions = sinusoid_table(self.settings.caption_length, self.settings.decoder_width)
        self.caption_decoder.positions = positions

    def _mask(
        self, pairs: list[tuple[torch.Tensor, ...]], fine: tuple[torch.Tensor, ...]
    ) -> tuple[torch.Tensor, torch.Tensor | None]:
        before, after = self.detection_neck(*pairs[-1])
        dates = ([p[0] for p in pairs[:-1]] + [before], [p[1] for p in pairs[:-1]] + [after])
        logits = self.mask_head(*dates, fine)
        classes = len(CLASS_NAMES)
        return logits[:, :classes], logits[:, classes] if self.settings.tells_direction else None


def _chosen(backwards: torch.Tensor, given: Interpretation, swapped: Interpretation) -> Coarse:
    """Each pair's maps of the one order or the other."""
    assert given.coarse is not None
    assert swapped.coarse is not None
    rows = backwards[:, None, None, None]
    before, after, evidence = given.coarse
    other_before, other_after, other_evidence = swapped.coarse
    before, after = torch.where(rows, other_before, before), torch.where(rows, other_after, after)
    if evidence is None or other_evidence is None:
        return before, after, None
    return before, after, torch.where(rows, other_evidence, evidence)
