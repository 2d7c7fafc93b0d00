import math

import pytest

from mci_model import benchmark
from mci_model.inference.backends.agreement import TOLERANCE

pytestmark = pytest.mark.slow


@pytest.fixture
def small(monkeypatch, tiny_settings, tiny_predictor, tmp_path):
    monkeypatch.setenv("TERRADELTA_CACHE", str(tmp_path))
    monkeypatch.setattr(benchmark, "OFFICIAL", tiny_settings)
    monkeypatch.setattr(benchmark, "load_predictor", lambda device=None: tiny_predictor)
    monkeypatch.setattr(benchmark, "MATRIX_SIZE", 64)


def test_a_machine_without_bfloat16_skips_it(monkeypatch, small):
    monkeypatch.setattr(benchmark, "multiplies_bfloat16", lambda device: False)
    result = benchmark.benchmark(repeats=3, device="cpu")
    assert result["official_bfloat16"] is None
    assert set(result["matrix_multiply_gflops"]) == {"float32"}
    assert set(result["speed_up"]) == {"official", "embedded_over_official"}


def test_one_run_prints_every_figure(monkeypatch, small):
    monkeypatch.setattr(benchmark, "multiplies_bfloat16", lambda device: True)
    result = benchmark.benchmark(repeats=3, device="cpu")
    for network in ("embedded", "official", "official_bfloat16"):
        figures = result[network]
        assert {"mask_ms", "mask_and_caption_ms", "pairs_per_second_in_batches", "share_of_peak"} <= set(figures)
        assert all(math.isfinite(figure) and figure > 0 for figure in figures.values())
    assert set(result["speed_up"]) == {"official", "official_bfloat16", "embedded_over_official"}
    assert result["peak_memory_mb"] > 100
    assert set(result["backends"]) == {"onnxruntime", "openvino"}
    for figures in result["backends"].values():
        if "refused" not in figures:  # its extra is installed
            assert figures["share_of_torch"] > 0
            assert figures["largest_difference"] <= TOLERANCE
