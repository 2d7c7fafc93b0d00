"""Batches are the same from a thread and from processes, and what processes meet is told once."""

import shutil
from dataclasses import replace

import pytest
import torch

from mci_model.errors import DatasetError
from mci_model.training.batch_stream import Drawn, _Steps, stream
from mci_model.training.samples import BatchSource
from tests.factories.trainings import new_trainer


@pytest.fixture
def source(recipe, tiny_settings, tiny_vocabulary):
    return BatchSource(recipe, tiny_settings, tiny_vocabulary)


def test_a_thread_draws_the_asked_steps_and_no_other(source, monkeypatch):
    drawn, batch = [], source.batch
    monkeypatch.setattr(source, "batch", lambda step: drawn.append(step) or batch(step))
    assert len(list(stream(source, 2, 5))) == 3
    assert drawn == [2, 3, 4]


def test_batches_travel_as_few_bytes_and_arrive_as_what_losses_take(source):
    batch = source.batch(0)
    assert {name: str(tensor.dtype)[6:] for name, tensor in batch.tensors().items()} == {
        "before": "uint8",
        "after": "uint8",
        "label": "uint8",
        "has_roads": "bool",
        "appeared": "int8",
        "changed": "int8",
        "captions": "int32",
    }
    wide = batch.to(torch.device("cpu"))
    assert wide.before.dtype == torch.float32
    assert wide.label.dtype == wide.appeared.dtype == wide.captions.dtype == torch.int64
    for name, tensor in batch.tensors().items():
        assert torch.equal(tensor.double(), wide.tensors()[name].double()), name
    unknown = replace(batch, changed=torch.tensor([-1, 1], dtype=torch.int8)).to(torch.device("cpu"))
    assert unknown.changed.tolist() == [-1, 1]


@pytest.mark.slow
@pytest.mark.model
def test_processes_draw_the_same_batches_and_the_network_learns_the_same(
    recipe, tiny_settings, tiny_vocabulary, tmp_path
):
    states = []
    for workers in (1, 2):
        folder = tmp_path / str(workers)
        trainer = new_trainer(recipe, tiny_settings, tiny_vocabulary, folder, workers=workers)
        trainer.run()
        states.append(trainer.average.state_dict())
    for name, tensor in states[0].items():
        assert torch.equal(tensor, states[1][name]), name


@pytest.mark.slow
def test_a_broken_pair_that_processes_meet_is_told_once(recipe, tiny_settings, tiny_vocabulary, tmp_path, caplog):
    shutil.copytree(recipe.data, tmp_path / "data")
    (tmp_path / "data" / "native" / "B" / "2.png").write_bytes(b"half a picture")
    damaged = replace(recipe, data=str(tmp_path / "data"), hybrid=0.0)
    source = BatchSource(damaged, tiny_settings, tiny_vocabulary)
    assert len(list(stream(source, 0, 12, workers=2))) == 12
    assert set(source.skipped) == {"2"}
    assert caplog.text.count("2.png cannot be decoded") == 1


def test_data_that_cannot_be_used_are_told_as_a_sentence_from_a_process(source):
    def broken(step):
        raise DatasetError("A sentence.")

    source.batch = broken
    assert _Steps(source)[0] == Drawn(None, {}, "A sentence.")
