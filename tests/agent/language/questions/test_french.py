"""Ten short questions in French, in one conversation and planned by their reading alone."""

import pytest

from agent.planning.dialogue.remarks import remarks
from agent.planning.remark import Impossible, Unseen, Whether
from tests.factories.questions.read_plans import calls, turn

COUNTED = turn("Combien de nouveaux bâtiments ?", "count_objects", object_class="building")


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("Combien de nouveaux bâtiments ?", [("count_objects", {"object_class": "building"})]),
        ("seulement ceux de plus de 100 m2", [("count_objects", {"object_class": "building", "min_area": 100.0})]),
        ("et en dessous de 50 ?", [("count_objects", {"object_class": "building", "max_area": 50.0})]),
        (
            "quelle est la taille moyenne ?",
            [("measure_objects", {"object_class": "building", "statistic": "mean_area"})],
        ),
        ("exporte en kml", [("export_result", {"format": "kml"})]),
        (
            "des maisons ont-elles été démolies ?",
            [("count_objects", {"object_class": "building", "status": "disappeared"})],
        ),
        ("le lac a-t-il rétréci ?", [("land_change", {"cover": "water"})]),
        ("y a-t-il eu un incendie ?", [("land_change", {"cover": "burnt"})]),
        ("pourquoi ?", [("explain_change", {})]),
        ("envoie-le par mail", []),
    ],
)
def test_ten_short_questions(question, plan):
    assert calls(question, COUNTED) == plan


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("des maisons ont-elles été démolies ?", Whether("loss")),
        ("le lac a-t-il rétréci ?", Whether("loss")),
        ("y a-t-il eu un incendie ?", Whether(None)),
        ("envoie-le par mail", Impossible("mail")),
    ],
)
def test_what_is_said_beside_results(question, told):
    assert remarks(question, COUNTED.plan if told != Impossible("mail") else (), [COUNTED.question]) == (told,)


def test_what_cannot_be_seen_is_said():
    assert calls("Combien de piscines ?", COUNTED) == []
    assert any(isinstance(one, Unseen) for one in remarks("Combien de piscines ?", (), [COUNTED.question]))
