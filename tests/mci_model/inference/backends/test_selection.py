"""Which backend is chosen, what is refused, and what is kept of it."""

from __future__ import annotations

import copy
import hashlib
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from mci_model.errors import BackendError
from mci_model.inference.backends import selection
from mci_model.inference.backends.backend import told
from mci_model.inference.predictor import Predictor
from tests.factories.inference.runtimes import standing_in


@pytest.fixture
def opened(tiny_network, tiny_vocabulary):
    def open_with(backend, **settings):
        named = {"name": "tiny", "device": "cpu", "sha256": "f" * 64}
        own = copy.deepcopy(tiny_network)  # as each predictor loads its own, which it lays out in memory
        return Predictor(own, tiny_vocabulary, backend=backend, **(named | settings))

    return open_with


@pytest.fixture
def install(monkeypatch, tiny_network):
    """One runtime is installed, and takes this share of torch's time; nothing is exported."""

    def installed(share=0.5, **stand_in):
        measured = []
        monkeypatch.setattr(selection, "RUNTIMES", (standing_in(tiny_network, **stand_in),))
        monkeypatch.setattr(selection, "export", lambda network: b"an exported network")
        monkeypatch.setattr(selection, "share_of_torch", lambda *_: measured.append(share) or share)
        return measured

    return installed


@pytest.mark.parametrize("name", ["tensorrt", "Torch", "", "auto,torch"])
def test_an_unknown_backend_is_refused_with_those_there_are(opened, name):
    with pytest.raises(BackendError, match="choose auto, torch, onnxruntime or openvino"):
        opened(name)


def test_the_fastest_is_chosen_once_and_kept(opened, install, kept):
    measured = install(0.5)
    assert opened("auto").backend.startswith("onnxruntime 1.0 on ")
    assert opened("auto").backend.startswith("onnxruntime 1.0 on ")
    assert measured == [0.5], "the second time, what was kept is read"
    install(0.5, version="1.1")
    assert opened("auto").backend.startswith("onnxruntime 1.1 on "), "another version is measured anew"


def test_one_that_is_hardly_faster_is_not_chosen(opened, install):
    install(0.95)
    assert opened("auto").backend.startswith("torch ")
    assert opened("onnxruntime").backend.startswith("onnxruntime ")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda told: told | {"class_logits": told["class_logits"] * 1.01},
        lambda told: told | {"gate_logits": told["gate_logits"] + 0.01},
        lambda told: told | {"any_logits": told["any_logits"] * float("nan")},
        lambda told: told | {"coarse_before": told["coarse_before"] * 1.01},
        lambda told: {name: value for name, value in told.items() if name != "direction_logits"},
        lambda told: told | {"cover_logits": told["cover_logits"][::-1]},
    ],
    ids=["classes", "gate", "not a number", "caption", "less", "dates"],
)
def test_one_that_computes_something_else_is_refused_by_name_and_passed_over_otherwise(opened, install, spoil):
    measured = install(0.1, spoil=spoil)
    for _ in range(2):
        with pytest.raises(BackendError, match=r"computes something else than torch.*choose --backend torch"):
            opened("onnxruntime")
    assert opened("auto").backend.startswith("torch ")
    assert not measured


def test_one_that_fails_is_refused(opened, install):
    def fail(_):
        raise RuntimeError("illegal instruction")

    install(0.1, spoil=fail)
    with pytest.raises(BackendError, match=r"does not run this network \(illegal instruction\)"):
        opened("onnxruntime")
    assert opened("auto").backend.startswith("torch ")


def test_one_that_is_not_installed_is_refused_with_the_way_to_it(opened, install):
    install(version="")
    with pytest.raises(BackendError, match=r"onnxruntime is not installed; pip install 'terradelta\[onnx\]'"):
        opened("onnxruntime")
    assert opened("auto").backend.startswith("torch ")


def test_without_the_package_that_exports_torch_computes(opened, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(BackendError, match=r"package onnx: pip install 'terradelta\[onnx\]'"):
        opened("onnxruntime")
    assert opened("auto").backend.startswith("torch ")


def test_where_nothing_can_be_kept_torch_computes(opened, install, kept):
    measured = install(0.1)
    kept.parent.mkdir()
    kept.write_text("no folder", encoding="ascii")
    assert opened("auto").backend.startswith("torch ")
    assert not measured
    assert opened("onnxruntime").backend.startswith("onnxruntime "), "asked for by name, it is checked each time"


def test_a_damaged_kept_network_is_made_anew_and_a_foreign_one_is_checked(opened, install, kept):
    install(0.5)
    opened("auto")
    (model,) = kept.glob("*/network.onnx")
    model.write_bytes(model.read_bytes()[:-3])
    opened("auto")
    assert model.read_bytes() == b"an exported network"
    measured = install(0.1, spoil=lambda told: told | {"class_logits": told["class_logits"] * 2})
    model.write_bytes(b"another network")
    model.with_name("network.sha256").write_text(hashlib.sha256(b"another network").hexdigest(), encoding="ascii")
    assert opened("auto").backend.startswith("torch ")
    assert not measured


@pytest.mark.parametrize("content", ["", '{"model_sha256": "x", "refused": "", "share_of_torch": "0"}'])
def test_a_damaged_verdict_is_found_anew(opened, install, kept, content):
    measured = install(0.5)
    opened("auto")
    (verdict,) = kept.glob("*/*.json")
    verdict.write_text(content, encoding="utf-8")
    assert opened("auto").backend.startswith("onnxruntime ")
    assert measured == [0.5, 0.5]


def test_other_weights_have_a_network_of_their_own(opened, install, kept):
    install(0.5)
    for sha256 in ("a" * 64, "b" * 64, ""):
        opened("auto", sha256=sha256)
    assert len(list(kept.glob("*/network.onnx"))) == 3


def test_many_that_start_at_once_measure_once(opened, install):
    measured = install(0.5)
    with ThreadPoolExecutor(4) as pool:
        chosen = {predictor.backend for predictor in pool.map(lambda _: opened("auto"), range(4))}
    assert len(chosen) == 1
    assert len(measured) == 1


def test_a_worker_is_told_name_and_version_and_refuses_another(opened, install):
    install(0.5)
    parent = opened("auto").backend
    install(0.99)
    assert opened(**told(parent)).backend == parent, "it measures nothing of its own"
    assert told("torch 2.13.0 on cuda") == {"backend": "torch 2.13.0", "device": "cuda"}
    for other in ("onnxruntime 0.9", "torch 1.0"):
        with pytest.raises(BackendError, match=r"installed on this worker.*install (onnxruntime==0.9|torch==1.0)"):
            opened(other)
    assert opened(**told(opened("torch").backend)).backend.startswith("torch ")


def test_what_computes_in_half_precision_is_torch(opened, install):
    install(0.1)
    assert opened("auto", precision="bfloat16").backend.startswith("torch ")
    with pytest.raises(BackendError, match="in float32, and the network is to run on cpu in bfloat16"):
        opened("onnxruntime", precision="bfloat16")


def test_the_reference_is_the_same_network_computed_by_torch(opened):
    predictor = opened("onnxruntime")
    reference = predictor.reference()
    assert (reference.backend.split()[0], predictor.backend.split()[0]) == ("torch", "onnxruntime")
    assert (reference.sha256, reference.network) == (predictor.sha256, predictor.network)
