"""The language of short questions."""

import pytest

from agent.language.detection import CODES, language_of, language_of_conversation

QUESTIONS = {
    "en": (
        "n whats ur error rate",
        "How many?", "And in the north?", "what changed?", "Show the roads", "the largest one", "Why?", "thanks",
        "new houses", "Are you sure?", "In hectares?", "list them", "Which is the biggest building in Villa Nueva?",
        "compare the north with the south",
    ),
    "es": (
        "¿cuántos?", "cuantos edificios", "¿Y en el sur?", "y las carreteras?", "gracias", "¿Qué cambió?", "por qué",
        "¿estás seguro?", "el más grande", "edificios nuevos", "muéstrame las casas", "en hectáreas", "y al norte",
        "lista de casas", "qué desapareció en Berlin",
    ),
    "fr": (
        "combien ?", "Et au nord ?", "et les routes ?", "merci", "Qu\u2019est-ce qui a changé ?", "pourquoi ?",
        "tu es sûr ?", "le plus grand", "nouveaux bâtiments", "montre les maisons", "dans l'est", "à l'est",
        "Combien de maisons à Saint-Denis ?", "surface des routes",
    ),
    "de": (
        "wie viele?", "Und die Straßen?", "und im Norden?", "danke", "Was hat sich verändert?", "warum?",
        "bist du sicher?", "das größte", "neue Gebäude", "zeig die Häuser", "in Hektar", "welche Straße",
        "Wie viele Häuser in San Francisco?", "was ist neu",
    ),
    "zh": (
        "多少\uff1f", "北部呢", "变化了什么", "谢谢", "为什么\uff1f", "道路呢\uff1f", "新建筑", "NDVI是多少",
        "用公顷", "最大的",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("code", "question"), [(code, one) for code, told in QUESTIONS.items() for one in told])
def test_short_questions_are_recognised(code, question):
    for before in CODES:
        assert language_of(question, before) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "ok",
        "NDVI",
        "12.5",
        "Berlin",
        "EPSG:32614",
        "csv",
        "Zürich 2020",
        "...",
        "OK!",
        "Málaga",
        "Besançon",
        "Köln",
    ],
)
def test_what_is_of_no_language_keeps_that_of_the_conversation(text):
    for before in CODES:
        assert language_of(text, before) == before
    assert language_of(text) == "en"


def test_as_much_for_two_languages_keeps_that_of_the_conversation():
    assert language_of("la", "fr") == "fr"
    assert language_of("la", "es") == "es"
    assert language_of("la", "de") == "de"


def test_a_chinese_name_in_an_english_question_is_no_evidence():
    assert language_of("How many buildings were there in the district of 北京 before?") == "en"


def test_a_conversation_goes_on_in_its_language_until_it_changes():
    assert language_of_conversation([]) == "en"
    assert language_of_conversation(["Wie viele Häuser?", "NDVI", "ok"]) == "de"
    assert language_of_conversation(["Wie viele Häuser?", "and the roads?"]) == "en"
