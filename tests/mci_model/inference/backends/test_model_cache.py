"""Files of exported networks: whole or made anew, and not more of them than are of use."""

from dataclasses import replace

import pytest

from mci_model.inference.backends import model_cache
from mci_model.inference.backends.model_cache import MOST_KEPT, ModelCache, Verdict

VERDICT = Verdict("a" * 64, "", 0.5)


def made(weights, settings, content=b"network"):
    return ModelCache(weights, settings).model(lambda: content)


def test_a_network_is_made_once_and_whole(tiny_settings, kept):
    assert made("w", tiny_settings) == b"network"
    assert made("w", tiny_settings, b"not made again") == b"network"
    (path,) = kept.glob("*/network.onnx")
    for damage in (b"netw", b"foreign"):
        path.write_bytes(damage)
        assert made("w", tiny_settings) == b"network"
    path.with_name("network.sha256").write_bytes(b"\xff")
    assert made("w", tiny_settings, b"new") == b"new"
    assert not list(kept.rglob("*.partial"))


def test_weights_settings_and_code_have_a_folder_each(tiny_settings, monkeypatch):
    folders = {ModelCache("w", tiny_settings).folder, ModelCache("v", tiny_settings).folder}
    folders.add(ModelCache("w", replace(tiny_settings, segment_width=5)).folder)
    monkeypatch.setattr(model_cache, "_code", lambda: "another version of the architecture")
    folders.add(ModelCache("w", tiny_settings).folder)
    assert len(folders) == 4


@pytest.mark.parametrize("networks", [1, MOST_KEPT - 1, MOST_KEPT, MOST_KEPT + 3])
def test_the_latest_networks_are_kept(tiny_settings, kept, networks):
    for number in range(networks):
        made(str(number), tiny_settings)
    assert len(list(kept.glob("*/network.onnx"))) == min(networks, MOST_KEPT)
    assert ModelCache(str(networks - 1), tiny_settings).folder.is_dir()


def test_a_verdict_is_read_as_it_was_kept(tiny_settings, kept):
    cache = ModelCache("w", tiny_settings)
    assert cache.verdict("torch 1 on avx2") is None
    assert cache.can_be_written()
    assert cache.keep("torch 1 on avx2", VERDICT)
    assert cache.verdict("torch 1 on avx2") == VERDICT
    assert cache.verdict("torch 2 on avx2") is None


def test_a_folder_that_cannot_be_written_keeps_nothing_and_breaks_nothing(tiny_settings, kept):
    kept.parent.mkdir()
    kept.write_text("a file where the folder should be", encoding="ascii")
    cache = ModelCache("w", tiny_settings)
    assert not cache.can_be_written()
    with cache.locked():
        assert cache.model(lambda: b"network") == b"network"
        assert not cache.keep("torch", VERDICT)
