"""What the command line of the training says becomes its recipe, and what is wrong in it one sentence."""

import json
import sys

import pytest

from mci_model import train as command


@pytest.fixture
def started(tmp_path, monkeypatch):
    """Call main with some words; gives what the training was started with."""
    (tmp_path / "vocab.json").write_text(json.dumps({"<NULL>": 0, "<UNK>": 1, "<START>": 2, "<END>": 3}), "utf-8")
    given = []
    monkeypatch.setattr(command, "train", lambda *values: given.append(values))

    def start(*words):
        needed = ["--data", "pairs", "--vocabulary", str(tmp_path / "vocab.json"), "--folder", str(tmp_path / "run")]
        monkeypatch.setattr(sys, "argv", ["train", *needed, *words])
        command.main()
        return given[-1]

    return start


def test_minutes_steps_and_workers_reach_the_training(started, tmp_path):
    (tmp_path / "timed.json").write_text('{"minutes": 5.0, "frozen_stages": 0}', "utf-8")
    config = ("--config", str(tmp_path / "timed.json"))
    recipe, _, folder, workers = started("--minutes", "9", "--workers", "15", "--split", "train=0.5", *config)
    assert (recipe.minutes, recipe.frozen_stages, recipe.splits) == (9.0, 0, (("train", 0.5),))
    assert (workers, folder) == (15, tmp_path / "run")
    recipe, *_, workers = started("--steps", "7", *config)
    assert (recipe.steps, recipe.minutes, workers) == (7, 0.0, 1)
    assert started(*config)[0].minutes == 5.0


def test_steps_and_minutes_exclude_each_other(started, capsys):
    with pytest.raises(SystemExit):
        started("--steps", "7", "--minutes", "9")
    assert "--minutes: not allowed with argument --steps" in capsys.readouterr().err


def test_a_setting_that_training_does_not_know_is_one_sentence(started, tmp_path):
    (tmp_path / "wrong.json").write_text('{"minuts": 5}', "utf-8")
    with pytest.raises(SystemExit, match=r"^The recipe names \['minuts'\], which training does not know\.$"):
        started("--config", str(tmp_path / "wrong.json"))
