"""Ten short questions in Spanish, in one conversation and planned by their reading alone."""

import pytest

from agent.planning.dialogue.remarks import remarks
from agent.planning.remark import Impossible, Unseen, Whether
from tests.factories.questions.read_plans import calls, turn

COUNTED = turn("¿Cuántos edificios nuevos hay?", "count_objects", object_class="building")


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("¿Cuántos edificios nuevos hay?", [("count_objects", {"object_class": "building"})]),
        ("solo los de más de 100 m2", [("count_objects", {"object_class": "building", "min_area": 100.0})]),
        ("¿y por debajo de 50?", [("count_objects", {"object_class": "building", "max_area": 50.0})]),
        ("¿Cuál es el tamaño medio?", [("measure_objects", {"object_class": "building", "statistic": "mean_area"})]),
        ("exporta en kml", [("export_result", {"format": "kml"})]),
        ("¿se ha demolido alguna casa?", [("count_objects", {"object_class": "building", "status": "disappeared"})]),
        ("¿se ha reducido el lago?", [("land_change", {"cover": "water"})]),
        ("¿hubo un incendio?", [("land_change", {"cover": "burnt"})]),
        ("¿por qué?", [("explain_change", {})]),
        ("envíalo por correo", []),
    ],
)
def test_ten_short_questions(question, plan):
    assert calls(question, COUNTED) == plan


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿se ha demolido alguna casa?", Whether("loss")),
        ("¿se ha reducido el lago?", Whether("loss")),
        ("¿hubo un incendio?", Whether(None)),
        ("envíalo por correo", Impossible("mail")),
    ],
)
def test_what_is_said_beside_results(question, told):
    assert remarks(question, COUNTED.plan if told != Impossible("mail") else (), [COUNTED.question]) == (told,)


def test_what_cannot_be_seen_is_said():
    assert calls("¿Cuántas piscinas hay?", COUNTED) == []
    assert any(isinstance(one, Unseen) for one in remarks("¿Cuántas piscinas hay?", (), [COUNTED.question]))
