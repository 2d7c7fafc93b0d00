"""Speed of the networks on this machine, compared with the schedule of the official code. Knows no command line.

Everything is measured in one run, on noise: the time of a network does not depend on the images except through the
length of captions, which are decoded to the maximal length here.
"""

from __future__ import annotations

import resource
import statistics
import time
from collections.abc import Callable, Iterator
from typing import Any

import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from mci_model.architecture.caption_decoder import causal_mask
from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.errors import BackendError
from mci_model.hardware import multiplies_bfloat16
from mci_model.inference.backends.agreement import deviation_from, fixed_pair, share_of_torch
from mci_model.inference.backends.backend import InferenceBackend, Requested
from mci_model.inference.backends.selection import RUNTIMES, choose_backend
from mci_model.inference.backends.torch_backend import Precision, TorchBackend
from mci_model.inference.decoding import beam, greedy
from mci_model.inference.predictor import Predictor, load_predictor
from mci_model.inference.windows import SIDE
from mci_model.settings import OFFICIAL
from mci_model.text.vocabulary import END, START, Vocabulary

MATRIX_SIZE = 2048
BATCH_SIZE = 8


def benchmark(repeats: int = 10, device: str | None = None) -> dict[str, Any]:
    """Milliseconds a 256 x 256 pair, pairs a second, peak memory, and share of the machine's matrix-multiply peak."""
    started = time.perf_counter()
    embedded = load_predictor(device=device)
    load_seconds = time.perf_counter() - started
    dtypes = DTYPES if multiplies_bfloat16(embedded.device.type) else {"float32": torch.float32}
    peaks = {name: _matrix_peak(dtype, embedded.device) for name, dtype in dtypes.items()}
    result: dict[str, Any] = {
        "device": str(embedded.device),
        "threads": torch.get_num_threads(),
        "backend": embedded.backend,
        "matrix_multiply_gflops": peaks,
        "embedded": {"load_seconds": load_seconds} | _measure(embedded, repeats, peaks["float32"]),
        "backends": dict(_backends(embedded)),
    }
    official = _official(device, "float32")
    result["official"] = _measure(official, repeats, peaks["float32"])
    naive = result["naive_schedule_ms"] = _naive_milliseconds(official, repeats)
    result["official_bfloat16"] = None
    if "bfloat16" in dtypes:
        result["official_bfloat16"] = _measure(_official(device, "bfloat16"), repeats, peaks["bfloat16"])
    times = {name: result[name]["mask_and_caption_ms"] for name in NETWORKS if result[name]}
    result["speed_up"] = {name: naive / ms for name, ms in times.items() if name != "embedded"}
    result["speed_up"]["embedded_over_official"] = times["official"] / times["embedded"]
    result["peak_memory_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return result


DTYPES = {"float32": torch.float32, "bfloat16": torch.bfloat16}
NETWORKS = ("embedded", "official", "official_bfloat16")


def _backends(predictor: Predictor) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each backend of a network beside torch, on one core each; or why it cannot be used."""
    reference = TorchBackend(predictor.network, predictor.device)
    pair = fixed_pair(predictor.prepare)
    for runtime in RUNTIMES:
        try:
            backend = choose_backend(Requested(runtime.name), reference, predictor.sha256, predictor.prepare)
        except BackendError as error:
            yield runtime.name, {"refused": str(error)}
            continue
        shares = {"share_of_torch": share_of_torch(reference, backend, pair)}
        yield (
            runtime.name,
            {"backend": backend.identity} | shares | {"largest_difference": deviation_from(reference, backend, pair)},
        )


def _naive_milliseconds(official: Predictor, repeats: int) -> float:
    """The official schedule on an unfolded network: separate norms, logits from a full-size map."""
    network = _official_network().to(official.device).eval()
    network.mask_head.segment = nn.Sequential(*network.mask_head.segment)
    pair = [date.contiguous() for date in _noise(official, 1)]
    return _median(lambda: _naive(network, *pair), max(3, repeats // 3))


def _official_network() -> ChangeInterpretationNetwork:
    """The official network with random weights that never end a sentence, so that captions have maximal length."""
    torch.manual_seed(0)
    network = ChangeInterpretationNetwork(OFFICIAL)
    with torch.no_grad():
        network.caption_decoder.scores.bias[END] = -1e4
    return network


def _official(device: str | None, precision: Precision) -> Predictor:
    words = tuple(f"word{number}" for number in range(OFFICIAL.vocabulary_size - 4))
    vocabulary = Vocabulary(("<NULL>", "<UNK>", "<START>", "<END>", *words))
    return Predictor(_official_network(), vocabulary, name="official", device=device, precision=precision)


def _measure(predictor: Predictor, repeats: int, peak: float) -> dict[str, float]:
    pair, batch = _noise(predictor, 1), _noise(predictor, BATCH_SIZE)
    with FlopCounterMode(display=False) as counter:  # counts what torch computes
        _mask_and_caption(predictor, *pair, TorchBackend(predictor.network, predictor.device))
    pair_milliseconds = _median(lambda: _mask_and_caption(predictor, *pair), repeats)
    batch_milliseconds = _median(lambda: _mask_and_caption(predictor, *batch), max(3, repeats // 3))
    work = counter.get_total_flops() / 1e9
    return {
        "mask_ms": _median(lambda: predictor.interpret(*pair, caption=False), repeats),
        "mask_and_caption_ms": pair_milliseconds,
        "pairs_per_second_in_batches": 1000 * BATCH_SIZE / batch_milliseconds,
        "gflop_per_pair": work,
        "share_of_peak": work / (pair_milliseconds / 1000) / peak,
    }


def _mask_and_caption(
    predictor: Predictor, before: torch.Tensor, after: torch.Tensor, backend: InferenceBackend | None = None
) -> None:
    interpretation = (backend or predictor).interpret(before, after, caption=True)
    assert interpretation.caption_caches is not None
    beams, decoder = predictor.network.settings.beams, predictor.network.caption_decoder
    with torch.inference_mode():
        if beams > 1:
            beam(decoder, interpretation.caption_caches, len(before), beams)
        else:
            greedy(decoder, interpretation.caption_caches, len(before))


@torch.inference_mode()
def _naive(network: ChangeInterpretationNetwork, before: torch.Tensor, after: torch.Tensor) -> None:
    """The official schedule: the trunk once per date, both necks, and the whole sentence again for each word."""
    decoder, length = network.caption_decoder, network.settings.caption_length
    levels = [torch.cat(pair) for pair in zip(network.trunk(before), network.trunk(after), strict=True)]
    network.interpret(levels, caption=False)
    memory = decoder.memorise(*network.caption_neck(*network.lateral[-1](levels[-1]).chunk(2)))
    ids = torch.full((1, length), START, device=before.device)
    mask = causal_mask(length, before.device)
    for step in range(length):
        scores = decoder(ids, decoder.project(memory), mask)
        if step + 1 < length:
            ids[:, step + 1] = scores[:, step].argmax(-1)


def _noise(predictor: Predictor, count: int) -> tuple[torch.Tensor, torch.Tensor]:
    torch.manual_seed(1)
    shape = (2, count, 3, SIDE, SIDE)
    before, after = torch.randn(shape, device=predictor.device)
    before, after = (date.contiguous(memory_format=torch.channels_last) for date in (before, after))
    return before, after


def _median(work: Callable[[], object], repeats: int) -> float:
    """Median time in milliseconds, after two warm-up rounds."""
    times = []
    for round_number in range(repeats + 2):
        started = time.perf_counter()
        work()
        if torch.cuda.is_available():
            torch.cuda.synchronize()
        if round_number >= 2:
            times.append(1000 * (time.perf_counter() - started))
    return statistics.median(times)


def _matrix_peak(dtype: torch.dtype, device: torch.device) -> float:
    """GFLOP per second of a square matrix product."""
    matrix = torch.randn(MATRIX_SIZE, MATRIX_SIZE, device=device).to(dtype)
    milliseconds = _median(lambda: matrix @ matrix, 5)
    return 2 * MATRIX_SIZE**3 / 1e6 / milliseconds
