"""`terradelta evaluate series` prints scores."""

import json

from ui import cli


def test_scores_are_one_json_object(capsys):
    assert cli.run(["evaluate", "series", "--count", "30", "--dates", "24", "--years", "2", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["series"] == 30
    assert 0 <= told["break_found"] <= 1
