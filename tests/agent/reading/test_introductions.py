"""What people say of themselves is left out; what they ask or assert stays."""

import pytest

from agent.language.chinese import CHINESE
from agent.language.english import ENGLISH
from agent.language.french import FRENCH
from agent.language.german import GERMAN
from agent.language.spanish import SPANISH
from agent.reading.introductions import without_introduction


@pytest.mark.parametrize(
    ("question", "language", "asked"),
    [
        ("Hi there. I work for the county office. What happened here?", ENGLISH, "Hi there. What happened here?"),
        ("I'm underwriting this area. How many homes are new?", ENGLISH, "How many homes are new?"),
        ("Servus, ich bin Revierförster. Wurde hier Wald gerodet?", GERMAN, "Wurde hier Wald gerodet?"),
        ("Bonjour, je travaille à la mairie. Qu'est-ce qui a changé ?", FRENCH, "Qu'est-ce qui a changé ?"),
        ("Hola, soy agrónoma. ¿Qué pasó con los cultivos?", SPANISH, "¿Qué pasó con los cultivos?"),
        ("我是记者，请问这里发生了什么？", CHINESE, "请问这里发生了什么？"),  # noqa: RUF001
    ],
)
def test_sentences_on_who_asks_are_left_out(question, language, asked):
    assert without_introduction(question, language) == asked


@pytest.mark.parametrize(
    "question",
    [
        "I am an insurer.",
        "I am told that a barn was torn down. Is that so?",
        "We are sure that 25 were built. Confirm it.",
        "Are we looking at new houses? Tell me.",
    ],
)
def test_what_is_asked_or_asserted_stays(question):
    assert without_introduction(question, ENGLISH) == question
