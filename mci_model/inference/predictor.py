"""Predicts change from two RGB arrays of any size: windows, batches, blending, captions. Knows no file and no map."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import numpy as np
import torch

from mci_model.architecture.folding import fold_norms
from mci_model.architecture.network import ChangeInterpretationNetwork, Interpretation
from mci_model.checkpoints.area_calibration import AreaCalibration
from mci_model.checkpoints.object_calibration import ObjectCalibration
from mci_model.checkpoints.road_calibration import RoadCalibration
from mci_model.checkpoints.weights import EMBEDDED_WEIGHTS, load_network
from mci_model.errors import ImageShapeError
from mci_model.inference.backends.backend import AUTO, TORCH
from mci_model.inference.backends.selection import VARIABLE, choose_backend, requested_backend
from mci_model.inference.backends.torch_backend import Precision, TorchBackend
from mci_model.inference.caption_generator import CaptionGenerator
from mci_model.inference.window_results import results
from mci_model.inference.window_sums import ImagePair, WindowSums, whole_pair
from mci_model.inference.windows import Image, Mask, cut, reach, windows, within
from mci_model.prediction import PartPrediction, Prediction, Window, WindowLook
from mci_model.settings import BACKGROUND, NetworkSettings
from mci_model.text.vocabulary import Vocabulary

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
        backend: str = TORCH,
        area: AreaCalibration | None = None,
        roads: RoadCalibration | None = None,
        objects: ObjectCalibration | None = None,
        road_caution: str = "",
    ) -> None:
        """Fold the network for inference and move it to the device.

        Args:
            network: in float32; modified in place.
            vocabulary: of the network.
            name: of the network in records.
            sha256: of its weights.
            device: "cpu", "cuda", or None for the best available.
            batch: windows in a batch; None: one on CPUs, where larger batches are slower, else eight.
            precision: "bfloat16" is faster where the hardware supports it, and may change single pixels.
            backend: what computes the network, as for `load_predictor`.
            area: calibration of measured areas.
            roads: calibration of how likely roads are.
            objects: calibration of counted buildings.
            road_caution: warning to show with every changed road, where the network is weak on roads.

        Raises:
            BackendError: the backend cannot be used.
        """
        chosen = device or ("cuda" if torch.cuda.is_available() else "cpu")
        self.device = torch.device(chosen)
        self.area, self.roads, self.objects, self.road_caution = area, roads, objects, road_caution
        fold_norms(network.eval())
        self.network: ChangeInterpretationNetwork = network.to(self.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.vocabulary, self.name, self.sha256 = vocabulary, name, sha256
        self.caption_generator = CaptionGenerator(self.network, vocabulary, self.device)
        self.batch = batch or (1 if self.device.type == "cpu" else 8)
        self._in_torch = TorchBackend(self.network, self.device, precision)
        self.inference_backend = choose_backend(requested_backend(backend), self._in_torch, sha256, self.prepare)

    def reference(self) -> Predictor:
        """The same network computed by torch, which other backends are held against."""
        other = copy(self)
        other.inference_backend = self._in_torch
        return other

    @property
    def backend(self) -> str:
        """What computes the network: name, version and processor."""
        return self.inference_backend.identity

    @property
    def tells_direction(self) -> bool:
        """Whether the network distinguishes objects that appeared from objects that disappeared."""
        settings: NetworkSettings = self.network.settings
        return settings.tells_direction

    @property
    def sees_ground(self) -> bool:
        """Whether the network tells change of any kind, and the land cover at either date."""
        settings: NetworkSettings = self.network.settings
        return settings.sees_ground

    @property
    def tells_gate(self) -> bool:
        """Whether the network judges a whole window as changed or unchanged."""
        settings: NetworkSettings = self.network.settings
        return settings.has_gate

    def predict(
        self, before: Image, after: Image, *, beams: int | None = None, progress: Progress | None = None
    ) -> Prediction:
        """Interpret one pair.

        Args:
            before: (H, W, 3) uint8 RGB, any size.
            after: the same shape.
            beams: beam width of captioning; 1 is greedy; None: from the network's settings.
            progress: called with the number of windows done and the total.

        Raises:
            ImageShapeError: the arrays are not two RGB images of one size.
        """
        return self.predict_batch([(before, after)], beams=beams, progress=progress)[0]

    def predict_batch(
        self, pairs: Sequence[ImagePair], *, beams: int | None = None, progress: Progress | None = None
    ) -> list[Prediction]:
        """Interpret several pairs, of any sizes, in shared batches of windows; arguments as for `predict`."""
        for before, after in pairs:
            _check_pair(before, after)
        parts = [whole_pair(pair) for pair in pairs]
        self._run(parts, progress, words=True)
        captions = self.caption_generator.generate(
            [part.caches for part in parts],
            [part.changed for part in parts],
            [part.backwards for part in parts],
            beams,
        )
        return [self._prediction(part, ids) for part, ids in zip(parts, captions, strict=True)]

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
        skipped and counts as unchanged.

        Args:
            before: (H, W, 3) uint8 RGB of `reach(*size, core)`, which is the core and up to 255 pixels around it.
            after: the same.
            valid: (H, W), true where both dates hold data.
            size: (height, width) of the whole scene.
            core: the part to interpret.
            progress: called with the number of windows done and the total.
        """
        _check_pair(before, after)
        region = reach(*size, core)

        def read(window: Window) -> ImagePair:
            inner = within(window, region).slices
            return before[inner], after[inner]

        used = [window for window in windows(*size, core) if valid[within(window, region).slices].any()]
        part = WindowSums(core, read, used)
        self._run([part], progress, words=False)
        appeared = part.mean_appeared() if self.tells_direction else None
        ground = part.mean_ground()
        return PartPrediction(core, part.mean_classes(), appeared, tuple(part.looks), ground)

    def describe(self, before: Image, after: Image, changed: float, *, beams: int | None = None) -> str:
        """Caption one window.

        Args:
            before: (H, W, 3) uint8 RGB with sides of at most 256.
            after: the same shape.
            changed: probability that the scene changed at all.
            beams: see `predict`.
        """
        part = whole_pair((before, after))
        self._run([part], None, words=True)
        ids = self.caption_generator.generate([part.caches], [changed], [part.backwards], beams)[0]
        return self.vocabulary.decode(ids)

    def interpret(self, before: torch.Tensor, after: torch.Tensor, *, caption: bool = True) -> Interpretation:
        """Interpret normalised (B, 3, 256, 256) tensors."""
        return self.inference_backend.interpret(before, after, caption=caption)

    @cached_property
    def _window_pool(self) -> ThreadPoolExecutor:
        """As many threads as torch would use, each running torch on one core.

        Parallel windows take less time than one window on all cores, and single-threaded results are bit-identical on
        machines with any number of cores.
        """
        return ThreadPoolExecutor(torch.get_num_threads(), "predictor", partial(torch.set_num_threads, 1))

    def _run(self, parts: Sequence[WindowSums], progress: Progress | None, *, words: bool) -> None:
        """Run all windows of all parts in batches, and add their results to the parts, in order."""
        work = [(part, window) for part in parts for window in part.windows]
        batches = [work[start : start + self.batch] for start in range(0, len(work), self.batch)]
        parallel = self.device.type == "cpu" and not words
        done = 0
        run = partial(self._interpret_batch, words=words)
        for batch, interpretation in zip(
            batches, self._window_pool.map(run, batches) if parallel else map(run, batches), strict=True
        ):
            self._accumulate(batch, interpretation)
            done += len(batch)
            if progress:
                progress(done, len(work))

    @torch.inference_mode()
    def _interpret_batch(self, batch: list[tuple[WindowSums, Window]], *, words: bool) -> Interpretation:
        # Always a full batch: results may differ in their last bits between batch sizes.
        padded = batch + [batch[-1]] * (self.batch - len(batch))
        pairs = [part.read(window) for part, window in padded]
        before, after = (self.prepare(np.stack([cut(pair[date]) for pair in pairs])) for date in (0, 1))
        return self.interpret(before, after, caption=words)

    @torch.inference_mode()
    def _accumulate(self, batch: list[tuple[WindowSums, Window]], interpretation: Interpretation) -> None:
        told = results(interpretation, [window for _, window in batch], self.roads)
        for row, (result, (part, window)) in enumerate(zip(told, batch, strict=True)):
            part.add(window, result)
            amount = float((1 - result.classes[BACKGROUND, : window.height, : window.width]).mean())
            change = WindowLook(window, result.changed, result.changed + amount)
            is_most_changed = part.most_changed is None or change.much > part.most_changed.much
            part.looks.append(change)
            # A scene of many windows is captioned at its most changed window.
            if is_most_changed:
                chosen = torch.tensor([row], device=self.device)
                part.caches = [cache.select(chosen) for cache in interpretation.caption_caches or []]
                part.backwards = interpretation.growth is not None and bool(interpretation.growth[row] < 0)

    def prepare(self, images: Image) -> torch.Tensor:
        """RGB images (B, H, W, 3) -> the network's input."""
        raw = torch.from_numpy(images).to(self.device).permute(0, 3, 1, 2).float()
        return normalise(raw, self.network.settings).contiguous(memory_format=torch.channels_last)

    def _prediction(self, part: WindowSums, ids: list[int]) -> Prediction:
        ground = part.mean_ground()
        probabilities = part.mean_classes()
        assert part.most_changed is not None
        return Prediction(
            mask=probabilities.argmax(0).astype(np.uint8),
            probabilities=probabilities,
            appeared=part.mean_appeared() if self.tells_direction else None,
            caption=self.vocabulary.decode(ids),
            caption_ids=ids,
            caption_window=part.most_changed.window,
            changed=part.changed,
            ground=ground,
        )


def load_predictor(
    path: Path | str | None = None, *, device: str | None = None, backend: str | None = None
) -> Predictor:
    """Load the embedded network, or the weights at `path` (.safetensors with its .json beside it).

    Args:
        path: weights to use instead of the embedded ones.
        device: "cpu", "cuda", or None for the best available.
        backend: what computes the network on a processor: "torch", "onnxruntime", "openvino", or "auto": the fastest of
            those that are installed and agree with torch, measured at first use; None: as the environment variable
            TERRADELTA_BACKEND says, else "auto".

    Raises:
        WeightsError: the weights are missing, damaged or foreign.
        BackendError: the backend asked for cannot be used.

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
    calibrations: dict[str, Any] = {"area": card.area, "roads": card.roads, "objects": card.objects}
    chosen_backend = backend or os.environ.get(VARIABLE) or AUTO
    return Predictor(network, card.vocabulary, **identity, **calibrations, device=device, backend=chosen_backend)


def _check_pair(before: Image, after: Image) -> None:
    for image in (before, after):
        if image.ndim != 3 or image.shape[2] != 3 or image.dtype != np.uint8:
            raise ImageShapeError(f"An image is (H, W, 3) uint8 RGB; this one is {image.shape} {image.dtype}.")
    if before.shape != after.shape:
        raise ImageShapeError(f"The two images differ in size: {before.shape[:2]} and {after.shape[:2]}.")
    if 0 in before.shape:
        raise ImageShapeError(f"The images are empty: {before.shape}.")
