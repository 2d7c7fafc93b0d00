"""What holds of every runtime that is installed: it computes what torch computes, in any batch, thread and part."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
import torch

from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.inference.backends.agreement import TOLERANCE, difference
from mci_model.inference.backends.exported import export
from mci_model.inference.backends.selection import RUNTIMES
from mci_model.inference.predictor import Predictor
from mci_model.inference.windows import reach
from mci_model.prediction import Window

pytest.importorskip("onnx", reason="needs the extra [onnx], to export the network")
PAIR = np.random.default_rng(0).integers(0, 255, (2, 300, 500, 3), dtype=np.uint8)


@pytest.fixture(params=[runtime.name for runtime in RUNTIMES])
def runtime(request):
    chosen = next(one for one in RUNTIMES if one.name == request.param)
    if chosen.version() is None:
        pytest.skip(f"needs the extra [{chosen.extra}]")
    return chosen


@pytest.fixture
def predictor(runtime, tiny_network, tiny_vocabulary):
    return Predictor(tiny_network, tiny_vocabulary, name="tiny", device="cpu", backend=runtime.name)


def images(count):
    return torch.randn(2, count, 3, 256, 256, generator=torch.Generator().manual_seed(0))


def test_it_tells_what_torch_tells(runtime, predictor, tiny_network, tiny_vocabulary):
    assert predictor.backend.startswith(f"{runtime.name} {runtime.version()} on ")
    plain = Predictor(tiny_network, tiny_vocabulary, name="tiny", device="cpu")
    pair = images(1)
    assert 0 < difference(plain.interpret(*pair), predictor.interpret(*pair)) <= TOLERANCE
    one, other = plain.predict(*PAIR), predictor.predict(*PAIR)
    np.testing.assert_allclose(one.probabilities, other.probabilities, atol=TOLERANCE)
    np.testing.assert_allclose(one.appeared, other.appeared, atol=TOLERANCE)
    assert one.changed == pytest.approx(other.changed, abs=TOLERANCE)
    assert one.caption_ids == other.caption_ids
    unsure = np.sort(one.probabilities, axis=0)[-1] - np.sort(one.probabilities, axis=0)[-2] < 2 * TOLERANCE
    assert np.array_equal(one.mask[~unsure], other.mask[~unsure])


def test_a_window_is_the_same_bit_by_bit_in_any_batch_and_thread(runtime, predictor, tiny_network):
    batch = images(3)
    together = predictor.interpret(*batch)
    with ThreadPoolExecutor(4) as pool:
        alone = list(pool.map(lambda row: predictor.interpret(*batch[:, row : row + 1]), [0, 1, 2] * 4))
    for row, seen in zip([0, 1, 2] * 4, alone, strict=True):
        for name in ("class_logits", "direction_logits", "gate_logits", "any_logits"):
            assert torch.equal(getattr(seen, name)[0], getattr(together, name)[row])
        assert torch.equal(seen.cover_logits, together.cover_logits[[row, 3 + row]])
    model, window = export(tiny_network), [date[:1].numpy() for date in batch]
    first = runtime.load(model, 1)(*window)
    several = runtime.load(model, 3)(*window)
    assert all(np.array_equal(first[name], several[name]) for name in first)


def test_parts_equal_the_whole_bit_by_bit(predictor):
    before, after = PAIR
    size, valid = (300, 500), np.ones((300, 500), bool)
    whole = predictor.predict_part(before, after, valid, size, Window(0, 0, *size))
    for core in (Window(0, 0, 140, 500), Window(140, 0, 160, 270), Window(140, 270, 160, 230)):
        region = reach(*size, core).slices
        part = predictor.predict_part(before[region], after[region], valid[region], size, core)
        assert np.array_equal(part.probabilities, whole.probabilities[:, *core.slices])
        assert np.array_equal(part.appeared, whole.appeared[core.slices])
        assert set(part.looks) <= set(whole.looks)


@pytest.mark.parametrize("without", ["has_gate", "tells_direction", "sees_ground", "words_see_mask"])
def test_networks_that_tell_less_are_computed_too(runtime, tiny_network, tiny_settings, tiny_vocabulary, without):
    network = ChangeInterpretationNetwork(replace(tiny_settings, **{without: False})).eval()
    ground = {name: tensor for name, tensor in tiny_network.state_dict().items() if name.startswith("ground")}
    network.load_state_dict(ground if network.ground else {}, strict=False)
    plain = Predictor(network, tiny_vocabulary, name="less", device="cpu")
    predictor = Predictor(network, tiny_vocabulary, name="less", device="cpu", backend=runtime.name)
    assert difference(plain.interpret(*images(2)), predictor.interpret(*images(2))) <= TOLERANCE


def test_no_runtime_reports_its_use(predictor):
    assert sys.modules.get("openvino_telemetry") is None
