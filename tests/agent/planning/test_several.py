"""Several tasks in one question, in languages that the trained parts know less."""

import pytest

from agent.planning.several import pieces


@pytest.mark.parametrize(
    ("question", "code", "parted"),
    [
        (
            "Wie viele Häuser sind neu, und wie groß sind sie im Schnitt?",
            "de",
            ["Wie viele Häuser sind neu", "wie groß sind sie im Schnitt?"],
        ),
        (
            "¿Cuántos edificios nuevos hay y cuánto ocupan?",
            "es",
            ["¿Cuántos edificios nuevos hay", "cuánto ocupan?"],
        ),
        (
            "La nouvelle voie fait quelle longueur et où passe-t-elle ?",
            "fr",
            ["La nouvelle voie fait quelle longueur", "où passe-t-elle ?"],
        ),
        ("新盖了多少房子，一共占地多少平方米", "zh", ["新盖了多少房子", "一共占地多少平方米"]),  # noqa: RUF001
    ],
)
def test_each_task_is_a_piece(question, code, parted):
    assert pieces(question, code) == parted


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("Wie viele Häuser und Straßen sind neu?", "de"),
        ("Y a-t-il des maisons, des routes et des arbres ?", "fr"),
        ("¿Dónde está la más grande?", "es"),
        ("北部和南部有多少房子？", "zh"),  # noqa: RUF001
    ],
)
def test_one_task_stays_whole(question, code):
    assert pieces(question, code) == [question]


@pytest.mark.parametrize(
    ("question", "code", "number"),
    [
        ("¿Hay alguna carretera nueva? ¿Y alguna piscina?", "es", 2),
        ("道路有没有变化\uff1f有没有被洪水淹过的迹象\uff1f", "zh", 2),
        ("Wie groß ist das größte davon und wo liegt es?", "de", 1),
        ("Nur die größer als 0,5 ha, wie viele sind das?", "de", 1),
    ],
)
def test_another_subject_behind_a_question_mark_is_another_question(question, code, number):
    assert len(pieces(question, code)) == number
