"""The three commands in turn: what was packed here trains there, and its weights come back."""

import json
import tarfile

import pytest

from mci_model.checkpoints.weights import load_network, save_weights
from mci_model.errors import TrainingError
from mci_model.remote_training.__main__ import main
from mci_model.training.trainer import Trainer
from tests.factories.trainings import drawn_split

SETTINGS = {"splits": [["native", 0.5]], "steps": 2, "batches": [[64, 2, 1.0]], "rendered": 3, "warm_up": 1}


@pytest.fixture
def unpacked(tmp_path, tiny_network, tiny_vocabulary, monkeypatch):
    """The folder on the other machine, as the first command's archives leave it."""
    # A tiny network is none of today's shape: it is not extended.
    monkeypatch.setattr("mci_model.training.start.EMBEDDED", tiny_network.settings)
    drawn_split(tmp_path / "data")
    (tmp_path / "gpu.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
    words = {word: number for number, word in enumerate(tiny_vocabulary.words)}
    (tmp_path / "words.json").write_text(json.dumps(words), encoding="utf-8")
    initial = save_weights(tiny_network, tiny_vocabulary, tmp_path / "tiny.safetensors", half=True)
    given = {"data": "data", "vocabulary": "words.json", "config": "gpu.json", "out": "pack"}
    options = [word for name, value in given.items() for word in (f"--{name}", str(tmp_path / value))]
    main(["pack", *options, "--initial", str(initial), "--limit-mb", "5.9"])
    assert len(list((tmp_path / "pack").iterdir())) == 2
    for path in (tmp_path / "pack").iterdir():
        with tarfile.open(path) as archive:
            archive.extractall(tmp_path / "there", filter="data")
    return tmp_path / "there"


@pytest.mark.model
def test_weights_come_back_in_parts(unpacked, tmp_path, tiny_vocabulary, capsys):
    main(["train", "--folder", str(unpacked), "--out", str(tmp_path / "parts"), "--limit-mb", "2"])
    assert max(path.stat().st_size for path in (tmp_path / "parts").iterdir()) <= 2_000_000
    main(["join", str(tmp_path / "parts"), str(tmp_path / "back")])
    assert "back/embedded.safetensors" in capsys.readouterr().out
    there, here = unpacked / "run" / "embedded.safetensors", tmp_path / "back" / "embedded.safetensors"
    assert there.read_bytes() == here.read_bytes()
    _, card = load_network(here)
    assert card.vocabulary == tiny_vocabulary
    assert card.notes["made by"] == "python -m mci_model.train --steps 2, seed 0"


@pytest.mark.model
def test_what_a_training_that_stops_has_written_comes_back_too(unpacked, tmp_path, monkeypatch):
    def stops(trainer):
        trainer.folder.mkdir()
        (trainer.folder / "log.csv").write_text("step\n", encoding="utf-8")
        raise TrainingError("It stopped at step 3.")

    monkeypatch.setattr(Trainer, "run", stops)
    with pytest.raises(SystemExit, match="It stopped at step 3"):
        main(["train", "--folder", str(unpacked), "--out", str(tmp_path / "parts")])
    main(["join", str(tmp_path / "parts"), str(tmp_path / "back")])
    names = {path.name for path in (tmp_path / "back").iterdir()}
    assert names == {"embedded.safetensors", "embedded.json", "log.csv"}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["--minutes", "0"], "0 minutes are no training; give 0.5 to 10000"),
        (["--minutes", "nan"], "nan minutes are no training"),
        (["--minutes", "long"], "long minutes are no training"),
        (["--workers", "0"], "0 workers cannot be used; give 1 to 256"),
        (["--workers", "many"], "many workers cannot be used"),
    ],
)
def test_lengths_and_workers_that_cannot_be_are_told(given, told, tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["train", "--out", str(tmp_path), *given])
    assert told in capsys.readouterr().err
