"""From two RGB arrays of any size to a `Prediction`: windows, batches, blending, words. Knows no file and no map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import torch

from mci_model.area_calibration import AreaCalibration
from mci_model.caption_decoder import LayerCache
from mci_model.datasets import UNCHANGED_SENTENCES
from mci_model.decoding import beam, beam_sentences, greedy
from mci_model.errors import ImageShapeError
from mci_model.folding import fold_norms
from mci_model.network import ChangeInterpretationNetwork, Interpretation
from mci_model.prediction import CHANGED_FROM, Prediction, Window
from mci_model.segformer_trunk import SegformerTrunk
from mci_model.settings import BACKGROUND, CLASS_NAMES, NetworkSettings
from mci_model.vocabulary import Vocabulary
from mci_model.weights import EMBEDDED_WEIGHTS, load_network
from mci_model.windows import Image, blend, cut, windows

ImagePair = tuple[Image, Image]
Precision = Literal["float32", "bfloat16"]
Progress = Callable[[int, int], None]

RECONCILING_BEAMS = 5


def normalise(images: torch.Tensor, settings: NetworkSettings) -> torch.Tensor:
    """Raw RGB 0-255 (B, 3, H, W) -> the network's input."""
    mean, deviation = (images.new_tensor(values)[:, None, None] for values in (settings.mean, settings.deviation))
    return (images - mean) / deviation


NOWHERE = Window(0, 0, 0, 0)


@dataclass(slots=True)
class _Scene:
    """Sums over the windows seen so far of one pair."""

    shape: tuple[int, int]
    classes: npt.NDArray[np.float32] = field(init=False)
    appeared: npt.NDArray[np.float32] = field(init=False)
    weight: npt.NDArray[np.float32] = field(init=False)
    changed: float = 0.0
    most: float = -1.0
    caption_window: Window = NOWHERE
    caches: list[LayerCache] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.classes = np.zeros((len(CLASS_NAMES), *self.shape), np.float32)
        self.appeared, self.weight = np.zeros(self.shape, np.float32), np.zeros(self.shape, np.float32)


class Predictor:
    """A network with its vocabulary, ready to interpret pairs."""

    def __init__(
        self,
        network: ChangeInterpretationNetwork,
        vocabulary: Vocabulary,
        *,
        name: str,
        sha256: str = "",
        device: str | None = None,
        batch: int = 4,
        precision: Precision = "float32",
        area: AreaCalibration | None = None,
        road_caution: str = "",
    ) -> None:
        """Take over a network: it is folded for inference and moved to the device.

        Args:
            network: what interprets.
            vocabulary: its words.
            name: what to call it in records.
            sha256: of its weights.
            device: "cpu", "cuda", or None for the best there is.
            batch: windows interpreted together.
            precision: "bfloat16" is faster where the processor multiplies in it, and may change single pixels.
            area: how far measured areas may be off.
            road_caution: what to say with every changed road, where roads are its weak side.
        """
        chosen = device or ("cuda" if torch.cuda.is_available() else "cpu")
        self.device = torch.device(chosen)
        self.precision, self.area, self.road_caution = precision, area, road_caution
        fold_norms(network.eval())
        self.network: ChangeInterpretationNetwork = network.to(self.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.vocabulary, self.name, self.sha256, self.batch = vocabulary, name, sha256, batch

    @property
    def tells_direction(self) -> bool:
        """Whether things that appeared are told from things that disappeared."""
        settings: NetworkSettings = self.network.settings
        return settings.tells_direction

    def predict(
        self, before: Image, after: Image, *, beams: int | None = None, progress: Progress | None = None
    ) -> Prediction:
        """Interpret one pair.

        Args:
            before: (H, W, 3) uint8 RGB, any size.
            after: the same shape.
            beams: sentences kept alive while captioning; 1 is greedy; None: as the network's settings say.
            progress: called with windows done and windows in all.

        Raises:
            ImageShapeError: the arrays are not two RGB images of one size.
        """
        return self.predict_batch([(before, after)], beams=beams, progress=progress)[0]

    def predict_batch(
        self, pairs: Sequence[ImagePair], *, beams: int | None = None, progress: Progress | None = None
    ) -> list[Prediction]:
        """Interpret several pairs, of any sizes, in shared batches of windows; arguments as for `predict`."""
        for before, after in pairs:
            _check(before, after)
        scenes = [_Scene(before.shape[:2]) for before, _ in pairs]
        work = [(index, window) for index, scene in enumerate(scenes) for window in windows(*scene.shape)]
        for start in range(0, len(work), self.batch):
            part = work[start : start + self.batch]
            self._see(pairs, scenes, part)
            if progress:
                progress(start + len(part), len(work))
        captions = self._caption(scenes, beams or self.network.settings.beams)
        return [self._finish(scene, ids) for scene, ids in zip(scenes, captions, strict=True)]

    @torch.inference_mode()
    def interpret(self, before: torch.Tensor, after: torch.Tensor, *, caption: bool = True) -> Interpretation:
        """Interpret normalised (B, 3, 256, 256) tensors in this predictor's precision.

        Depth-wise convolutions are slower in bfloat16 on processors, so the embedded trunk stays in float32.
        """
        half = self.precision == "bfloat16"
        dense = isinstance(self.network.trunk, SegformerTrunk) or self.device.type != "cpu"
        with torch.autocast(self.device.type, torch.bfloat16, enabled=half and dense):
            levels = self.network.trunk(torch.cat([before, after]))
        with torch.autocast(self.device.type, torch.bfloat16, enabled=half):
            seen = self.network.interpret(levels, caption=caption)
        # Words are chosen in float32: it costs next to nothing, and near ties stay what they are.
        caches = [LayerCache((c.memory[0].float(), c.memory[1].float())) for c in seen.caption_caches or []]
        return replace(seen, caption_caches=caches if caption else None)

    @torch.inference_mode()
    def _see(self, pairs: Sequence[ImagePair], scenes: list[_Scene], part: list[tuple[int, Window]]) -> None:
        """Run one batch of windows and add what it gives to their scenes."""
        dates = [np.stack([cut(pairs[index][date], window) for index, window in part]) for date in (0, 1)]
        before, after = (self._tensor(date) for date in dates)
        seen = self.interpret(before, after)
        assert seen.class_logits is not None
        classes = seen.class_logits.float().softmax(1).cpu().numpy()
        appeared = None if seen.direction_logits is None else seen.direction_logits.float().sigmoid().cpu().numpy()
        gates = None if seen.gate_logits is None else seen.gate_logits.float().sigmoid().tolist()
        for row, (index, window) in enumerate(part):
            height, width = window.height, window.width
            scene, weight = scenes[index], blend(height, width)
            scene.classes[:, *window.slices] += classes[row, :, :height, :width] * weight
            scene.weight[window.slices] += weight
            if appeared is not None:
                scene.appeared[window.slices] += appeared[row, :height, :width] * weight
            changing = 1 - classes[row, BACKGROUND, :height, :width]
            gate = gates[row] if gates is not None else float(changing.max())
            scene.changed = max(scene.changed, gate)
            self._keep_caption(scene, window, gate + float(changing.mean()), seen, row)

    def _keep_caption(self, scene: _Scene, window: Window, much: float, seen: Interpretation, row: int) -> None:
        """A scene of many windows is captioned where it changed most."""
        if much > scene.most:
            assert seen.caption_caches is not None
            chosen = torch.tensor([row], device=self.device)
            scene.most, scene.caption_window = much, window
            scene.caches = [cache.select(chosen) for cache in seen.caption_caches]

    def _tensor(self, images: Image) -> torch.Tensor:
        raw = torch.from_numpy(images).to(self.device).permute(0, 3, 1, 2).float()
        return normalise(raw, self.network.settings).contiguous(memory_format=torch.channels_last)

    @torch.inference_mode()
    def _caption(self, scenes: list[_Scene], beams: int) -> list[list[int]]:
        layers = zip(*(scene.caches for scene in scenes), strict=True)
        caches = [_join(list(layer)) for layer in layers]
        decoder = self.network.caption_decoder
        # Searching writes into the caches; what is searched again starts from the pair's own memory.
        fresh = [LayerCache(cache.memory) for cache in caches]
        said = greedy(decoder, fresh, len(scenes)) if beams == 1 else beam(decoder, fresh, len(scenes), beams)
        if self.network.gate is None:
            return said
        return [self._reconcile(scene, caches, row, said[row]) for row, scene in enumerate(scenes)]

    def _reconcile(self, scene: _Scene, caches: list[LayerCache], row: int, said: list[int]) -> list[int]:
        """The gate decides whether there was a change; the sentence follows it.

        Where the gate sees none, the fixed sentence for it is said. Where it sees one and the decoder says none, the
        likeliest other sentence of a beam search is said, if there is one.
        """
        if scene.changed < CHANGED_FROM:
            return self.vocabulary.encode(UNCHANGED_SENTENCES[0], self.network.settings.caption_length)
        if self.vocabulary.decode(said) not in UNCHANGED_SENTENCES:
            return said
        alone = [cache.select(torch.tensor([row], device=self.device)) for cache in caches]
        others = beam_sentences(self.network.caption_decoder, alone, 1, RECONCILING_BEAMS)[0]
        return next((ids for ids in others if self.vocabulary.decode(ids) not in UNCHANGED_SENTENCES), said)

    def _finish(self, scene: _Scene, ids: list[int]) -> Prediction:
        probabilities = scene.classes / scene.weight
        return Prediction(
            mask=probabilities.argmax(0).astype(np.uint8),
            probabilities=probabilities,
            appeared=scene.appeared / scene.weight if self.tells_direction else None,
            caption=self.vocabulary.decode(ids),
            caption_ids=ids,
            caption_window=scene.caption_window,
            changed=scene.changed,
        )


def load_predictor(path: Path | str | None = None, *, device: str | None = None) -> Predictor:
    """Load the embedded network, or the weights at `path` (.safetensors with its .json beside it).

    Args:
        path: weights to use instead of the embedded ones.
        device: "cpu", "cuda", or None for the best there is.

    Raises:
        WeightsError: the weights are missing, damaged or foreign.
    """
    chosen = EMBEDDED_WEIGHTS if path is None else Path(path)
    network, card = load_network(chosen)
    identity: dict[str, Any] = {"name": chosen.stem, "sha256": card.sha256}
    identity["road_caution"] = card.notes.get("roads", "")
    return Predictor(network, card.vocabulary, **identity, device=device, area=card.area)


def _join(caches: list[LayerCache]) -> LayerCache:
    key, value = (torch.cat([cache.memory[part] for cache in caches]) for part in (0, 1))
    return LayerCache((key, value))


def _check(before: Image, after: Image) -> None:
    for image in (before, after):
        if image.ndim != 3 or image.shape[2] != 3 or image.dtype != np.uint8:
            raise ImageShapeError(f"An image is (H, W, 3) uint8 RGB; this one is {image.shape} {image.dtype}.")
    if before.shape != after.shape:
        raise ImageShapeError(f"The two images differ in size: {before.shape[:2]} and {after.shape[:2]}.")
    if 0 in before.shape:
        raise ImageShapeError(f"The images are empty: {before.shape}.")
