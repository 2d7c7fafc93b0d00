"""Ten short questions in German, in one conversation and planned by their reading alone."""

import pytest

from agent.planning.dialogue.remarks import remarks
from agent.planning.remark import Impossible, Unseen, Whether
from tests.factories.questions.read_plans import calls, turn

COUNTED = turn("Wie viele neue Gebäude gibt es?", "count_objects", object_class="building")


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("Wie viele neue Gebäude gibt es?", [("count_objects", {"object_class": "building"})]),
        ("nur die über 100 m2", [("count_objects", {"object_class": "building", "min_area": 100.0})]),
        ("und unter 50?", [("count_objects", {"object_class": "building", "max_area": 50.0})]),
        (
            "Wie groß sind sie im Durchschnitt?",
            [("measure_objects", {"object_class": "building", "statistic": "mean_area"})],
        ),
        ("als kml exportieren", [("export_result", {"format": "kml"})]),
        ("wurden Häuser abgerissen?", [("count_objects", {"object_class": "building", "status": "disappeared"})]),
        ("ist der See kleiner geworden?", [("land_change", {"cover": "water"})]),
        ("gab es einen Brand?", [("land_change", {"cover": "burnt"})]),
        ("warum?", [("explain_change", {})]),
        ("schick es per E-Mail", []),
    ],
)
def test_ten_short_questions(question, plan):
    assert calls(question, COUNTED) == plan


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("wurden Häuser abgerissen?", Whether("loss")),
        ("ist der See kleiner geworden?", Whether("loss")),
        ("gab es einen Brand?", Whether(None)),
        ("schick es per E-Mail", Impossible("mail")),
    ],
)
def test_what_is_said_beside_results(question, told):
    assert remarks(question, COUNTED.plan if told != Impossible("mail") else (), [COUNTED.question]) == (told,)


def test_what_cannot_be_seen_is_said():
    assert calls("Wie viele Schwimmbäder gibt es?", COUNTED) == []
    assert any(isinstance(one, Unseen) for one in remarks("Wie viele Schwimmbäder gibt es?", (), [COUNTED.question]))
