"""`terradelta evaluate radar` prints its figures as JSON, and refuses a folder that holds no chips."""

import json

from ui.cli import run
from ui.error_table import BAD_INPUT, DONE


def test_the_figures_are_printed_within_their_bounds(capsys):
    assert run(["evaluate", "radar", "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert told["oracles_hold"]
    assert all(0.009 <= one["share"] <= 0.011 for one in told["unchanged"])
    assert all(one["pixels"] == 200_000 for one in told["unchanged"])
    assert told["planted"]["found"] >= 0.99
    assert told["looks"]["wrong_are_told"]
    assert not told["looks"]["right_are_told"]
    assert told["water"] is None


def test_a_folder_without_chips(tmp_path, capsys):
    assert run(["evaluate", "radar", str(tmp_path)]) == BAD_INPUT
    assert "holds no NAME_S1.tif" in capsys.readouterr().err
