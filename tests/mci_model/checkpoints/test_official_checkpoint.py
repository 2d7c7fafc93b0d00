"""Parity with the official code, on a checkpoint in its layout; and strictness about what it holds."""

import json
import runpy
import sys

import numpy as np
import pytest
import torch

from mci_model.checkpoints.conversion import convert_official, describe_weights
from mci_model.checkpoints.official_checkpoint import read_official
from mci_model.errors import CheckpointError, WeightsError
from mci_model.inference.predictor import load_predictor
from mci_model.text.vocabulary import SPECIAL, Vocabulary

pytestmark = pytest.mark.slow

REFERENCES = (0, 1, 2, 3, 7)


@pytest.fixture(scope="module")
def official(shared, tmp_path_factory):
    """The checkpoint with seed 0, written by the script that made the references."""
    folder = shared / "official_mci"
    path = tmp_path_factory.mktemp("official") / "MCI_model.pth"
    arguments = sys.argv
    sys.argv = ["make_checkpoint.py", str(path)]
    try:
        runpy.run_path(str(folder / "make_checkpoint.py"), run_name="__main__")
    finally:
        sys.argv = arguments
    return path


@pytest.fixture(scope="module")
def converted(official, shared, tmp_path_factory):
    vocabulary = shared / "official_mci" / "vocab.json"
    return convert_official(official, tmp_path_factory.mktemp("converted") / "official.safetensors", vocabulary)


@pytest.fixture(scope="module")
def predictor(converted):
    return load_predictor(converted, device="cpu")


@pytest.mark.parametrize("number", REFERENCES)
def test_masks_and_captions_equal_the_official_ones(predictor, shared, number):
    reference = np.load(shared / "official_mci" / f"reference_{number}.npz")
    tensors = [predictor.prepare(reference[date][None]) for date in ("before", "after")]
    with torch.inference_mode():
        logits = predictor.network(*tensors).class_logits[0].numpy()
    assert np.abs(logits - reference["logits"]).max() < 1e-4
    greedy = predictor.predict(reference["before"], reference["after"])
    assert np.array_equal(greedy.mask, reference["mask"])
    assert greedy.caption_ids == reference["caption_ids"].tolist()
    assert greedy.caption == str(reference["caption"]).strip()
    beam = predictor.predict(reference["before"], reference["after"], beams=3)
    assert beam.caption_ids == reference["beam3_ids"].tolist()


def test_all_references_at_once_say_the_same(predictor, shared):
    references = [np.load(shared / "official_mci" / f"reference_{number}.npz") for number in REFERENCES]
    for prediction, reference in zip(
        predictor.predict_batch([(r["before"], r["after"]) for r in references]), references, strict=True
    ):
        assert prediction.caption_ids == reference["caption_ids"].tolist()
        assert np.array_equal(prediction.mask, reference["mask"])


def test_the_card_describes_the_converted_weights(converted):
    description = describe_weights(converted)
    assert description["words"] == 468
    assert description["settings"]["trunk"] == "mit-b1"
    # 130,502,679 parameters of which 12,747,776 are never used by the official code.
    assert description["parameters"] == 117_754_903


def rewrite(official, tmp_path, change):
    parts = torch.load(official, weights_only=True, mmap=True)
    change(parts)
    torch.save(parts, tmp_path / "changed.pth")
    return tmp_path / "changed.pth"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda parts: parts["encoder_trans_dict"].pop("conv_dif.0.0.weight"), "difference.0.weight"),
        (lambda parts: parts["decoder_dict"].update(surprise=torch.zeros(1)), "surprise"),
        (lambda parts: parts["decoder_dict"].update({"wdc.bias": torch.zeros(3)}), "scores.bias"),
        (lambda parts: parts.pop("encoder_dict"), "should hold"),
    ],
    ids=["missing", "unknown", "other shape", "missing part"],
)
def test_a_checkpoint_that_is_not_quite_the_official_one_is_refused(official, shared, tmp_path, change, message):
    words = Vocabulary.from_ids(json.loads((shared / "official_mci" / "vocab.json").read_text(encoding="utf-8")))
    with pytest.raises(CheckpointError, match=message):
        read_official(rewrite(official, tmp_path, change), words)


def test_files_that_are_no_checkpoints_are_named(tmp_path):
    words = Vocabulary(SPECIAL)
    for content in (b"", b"not a checkpoint at all"):
        path = tmp_path / "x.pth"
        path.write_bytes(content)
        with pytest.raises(CheckpointError, match="cannot be read"):
            read_official(path, words)


class Trap:
    def __reduce__(self):
        return (print, ("executed",))


def test_a_checkpoint_that_would_run_code_is_refused_and_runs_nothing(tmp_path, capsys):
    torch.save({"encoder_dict": Trap()}, tmp_path / "evil.pth")
    with pytest.raises(CheckpointError, match="plain tensors"):
        read_official(tmp_path / "evil.pth", Vocabulary(SPECIAL))
    assert "executed" not in capsys.readouterr().out


def test_names_and_vocabularies_are_checked_first(tmp_path):
    with pytest.raises(CheckpointError, match="safetensors"):
        convert_official(tmp_path / "a.pth", tmp_path / "b.bin")
    with pytest.raises(CheckpointError, match="not found"):
        convert_official(tmp_path / "a.pth", tmp_path / "b.safetensors")
    (tmp_path / "a.pth").write_bytes(b"x")
    (tmp_path / "vocab.json").write_text("[1]", encoding="utf-8")
    with pytest.raises(WeightsError, match="not a vocabulary"):
        convert_official(tmp_path / "a.pth", tmp_path / "b.safetensors", tmp_path / "vocab.json")
