"""From two RGB arrays of any size to a `Prediction`: windows, batches, blending, words. Knows no file and no map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch

from mci_model.architecture.caption_decoder import LayerCache
from mci_model.architecture.folding import fold_norms
from mci_model.architecture.network import ChangeInterpretationNetwork, Interpretation
from mci_model.checkpoints.area_calibration import AreaCalibration
from mci_model.checkpoints.weights import EMBEDDED_WEIGHTS, load_network
from mci_model.errors import ImageShapeError
from mci_model.inference.caption_generator import CaptionGenerator
from mci_model.inference.window_sums import ImagePair, WindowSums, whole_pair
from mci_model.inference.windows import Image, Mask, cut, reach, windows, within
from mci_model.prediction import PartPrediction, Prediction, Window, WindowLook
from mci_model.settings import BACKGROUND, NetworkSettings
from mci_model.text.vocabulary import Vocabulary

Precision = Literal["float32", "bfloat16"]
Progress = Callable[[int, int], None]


def normalise(images: torch.Tensor, settings: NetworkSettings) -> torch.Tensor:
    """Raw RGB 0-255 (B, 3, H, W) -> the network's input."""
    mean, deviation = (images.new_tensor(values)[:, None, None] for values in (settings.mean, settings.deviation))
    return (images - mean) / deviation


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
        batch: int | None = None,
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
            batch: windows interpreted together; None: one on processors, where more together are slower, else eight.
            precision: "bfloat16" is faster where the processor multiplies in it, and may change single pixels.
            area: how far measured areas may be off.
            road_caution: what to say with every changed road, where roads are its weak side.
        """
        chosen = device or ("cuda" if torch.cuda.is_available() else "cpu")
        self.device = torch.device(chosen)
        self.precision, self.area, self.road_caution = precision, area, road_caution
        fold_norms(network.eval())
        self.network: ChangeInterpretationNetwork = network.to(self.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.vocabulary, self.name, self.sha256 = vocabulary, name, sha256
        self.speaker = CaptionGenerator(self.network, vocabulary, self.device)
        self.batch = batch or (1 if self.device.type == "cpu" else 8)

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
        parts = [whole_pair(pair) for pair in pairs]
        self._see(parts, progress, words=True)
        captions = self.speaker.speak([part.caches for part in parts], [part.changed for part in parts], beams)
        return [self._finish(part, ids) for part, ids in zip(parts, captions, strict=True)]

    def predict_part(
        self,
        before: Image,
        after: Image,
        valid: Mask,
        size: tuple[int, int],
        core: Window,
        progress: Progress | None = None,
    ) -> PartPrediction:
        """Interpret a part of a scene that need not fit into memory.

        The result is the same, bit by bit, whatever parts the scene is cut into: windows lie where the whole scene has
        them, are interpreted in batches of one size, and are added up in one order. A window without a valid pixel is
        passed over and counts as unchanged.

        Args:
            before: (H, W, 3) uint8 RGB of `reach(*size, core)`, which is the core and up to 255 pixels around it.
            after: the same.
            valid: (H, W), true where both dates hold data.
            size: (height, width) of the whole scene.
            core: the part to interpret.
            progress: called with windows done and windows in all.
        """
        _check(before, after)
        region = reach(*size, core)

        def cut_out(window: Window) -> ImagePair:
            inner = within(window, region).slices
            return before[inner], after[inner]

        seen = [window for window in windows(*size, core) if valid[within(window, region).slices].any()]
        part = WindowSums(core, cut_out, seen)
        self._see([part], progress, words=False)
        appeared = part.mean_appeared() if self.tells_direction else None
        return PartPrediction(core, part.mean_classes(), appeared, tuple(part.looks))

    def describe(self, before: Image, after: Image, changed: float, *, beams: int | None = None) -> str:
        """The sentence for one window.

        Args:
            before: (H, W, 3) uint8 RGB with sides of at most 256.
            after: the same shape.
            changed: probability that the scene changed at all.
            beams: see `predict`.
        """
        part = whole_pair((before, after))
        self._see([part], None, words=True)
        return self.vocabulary.decode(self.speaker.speak([part.caches], [changed], beams)[0])

    @torch.inference_mode()
    def interpret(self, before: torch.Tensor, after: torch.Tensor, *, caption: bool = True) -> Interpretation:
        """Interpret normalised (B, 3, 256, 256) tensors in this predictor's precision.

        Depth-wise convolutions are slower in bfloat16 on processors, so the embedded trunk stays in float32.
        """
        half = self.precision == "bfloat16"
        dense = self.network.trunk.fast_in_bfloat16 or self.device.type != "cpu"
        with torch.autocast(self.device.type, torch.bfloat16, enabled=half and dense):
            levels = self.network.trunk(torch.cat([before, after]))
        with torch.autocast(self.device.type, torch.bfloat16, enabled=half):
            seen = self.network.interpret(levels, caption=caption)
        # Words are chosen in float32: it costs next to nothing, and near ties stay what they are.
        caches = [LayerCache((c.memory[0].float(), c.memory[1].float())) for c in seen.caption_caches or []]
        return replace(seen, caption_caches=caches if caption else None)

    @cached_property
    def _lookers(self) -> ThreadPoolExecutor:
        """As many threads as torch would use, each of which computes alone.

        Windows side by side take less time than one window on all cores; and what one thread computes has the same
        last bits on machines with more or fewer cores.
        """
        return ThreadPoolExecutor(torch.get_num_threads(), "looker", partial(torch.set_num_threads, 1))

    def _see(self, parts: Sequence[WindowSums], progress: Progress | None, *, words: bool) -> None:
        """Run all windows of all parts in batches, and add what they give to their parts, in order."""
        work = [(part, window) for part in parts for window in part.windows]
        batches = [work[start : start + self.batch] for start in range(0, len(work), self.batch)]
        spread = self.device.type == "cpu" and not words
        done = 0
        look = partial(self._look, words=words)
        for some, seen in zip(batches, self._lookers.map(look, batches) if spread else map(look, batches), strict=True):
            self._take_in(some, seen)
            done += len(some)
            if progress:
                progress(done, len(work))

    @torch.inference_mode()
    def _look(self, some: list[tuple[WindowSums, Window]], *, words: bool) -> Interpretation:
        # Always a full batch: results may differ in their last bits between batch sizes.
        padded = some + [some[-1]] * (self.batch - len(some))
        pairs = [part.read(window) for part, window in padded]
        before, after = (self._tensor(np.stack([cut(pair[date]) for pair in pairs])) for date in (0, 1))
        return self.interpret(before, after, caption=words)

    @torch.inference_mode()
    def _take_in(self, some: list[tuple[WindowSums, Window]], seen: Interpretation) -> None:
        assert seen.class_logits is not None
        classes = seen.class_logits.float().softmax(1).cpu().numpy()
        appeared = None if seen.direction_logits is None else seen.direction_logits.float().sigmoid().cpu().numpy()
        gates = None if seen.gate_logits is None else seen.gate_logits.float().sigmoid().tolist()
        for row, (part, window) in enumerate(some):
            changing = 1 - classes[row, BACKGROUND, : window.height, : window.width]
            gate = gates[row] if gates is not None else float(changing.max())
            part.add(window, classes[row], None if appeared is None else appeared[row])
            look = WindowLook(window, gate, gate + float(changing.mean()))
            telling = part.telling is None or look.much > part.telling.much
            part.looks.append(look)
            # A scene of many windows is captioned where it changed most.
            if telling:
                chosen = torch.tensor([row], device=self.device)
                part.caches = [cache.select(chosen) for cache in seen.caption_caches or []]

    def _tensor(self, images: Image) -> torch.Tensor:
        raw = torch.from_numpy(images).to(self.device).permute(0, 3, 1, 2).float()
        return normalise(raw, self.network.settings).contiguous(memory_format=torch.channels_last)

    def _finish(self, part: WindowSums, ids: list[int]) -> Prediction:
        probabilities = part.mean_classes()
        assert part.telling is not None
        return Prediction(
            mask=probabilities.argmax(0).astype(np.uint8),
            probabilities=probabilities,
            appeared=part.mean_appeared() if self.tells_direction else None,
            caption=self.vocabulary.decode(ids),
            caption_ids=ids,
            caption_window=part.telling.window,
            changed=part.changed,
        )


def load_predictor(path: Path | str | None = None, *, device: str | None = None) -> Predictor:
    """Load the embedded network, or the weights at `path` (.safetensors with its .json beside it).

    Args:
        path: weights to use instead of the embedded ones.
        device: "cpu", "cuda", or None for the best there is.

    Raises:
        WeightsError: the weights are missing, damaged or foreign.

    Examples:
        >>> import numpy as np
        >>> import terradelta
        >>> predictor = terradelta.load_predictor()
        >>> grey = np.full((256, 256, 3), 128, np.uint8)
        >>> prediction = predictor.predict(grey, grey)
        >>> prediction.mask.shape, prediction.probabilities.shape, int(prediction.mask.max())
        ((256, 256), (3, 256, 256), 0)
    """
    chosen = EMBEDDED_WEIGHTS if path is None else Path(path)
    network, card = load_network(chosen)
    identity: dict[str, Any] = {"name": chosen.stem, "sha256": card.sha256}
    identity["road_caution"] = card.notes.get("roads", "")
    return Predictor(network, card.vocabulary, **identity, device=device, area=card.area)


def _check(before: Image, after: Image) -> None:
    for image in (before, after):
        if image.ndim != 3 or image.shape[2] != 3 or image.dtype != np.uint8:
            raise ImageShapeError(f"An image is (H, W, 3) uint8 RGB; this one is {image.shape} {image.dtype}.")
    if before.shape != after.shape:
        raise ImageShapeError(f"The two images differ in size: {before.shape[:2]} and {after.shape[:2]}.")
    if 0 in before.shape:
        raise ImageShapeError(f"The images are empty: {before.shape}.")
