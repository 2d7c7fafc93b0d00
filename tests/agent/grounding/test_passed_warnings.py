import pytest

from agent.grounding.passed_warnings import is_passed_on

ROADS = (
    "Changed roads were learnt from single images with road masks, and new roads are often missed; look at the picture."
)
SHIFT = "The dates lie about 5.2 px apart: register them before relying on any change."


@pytest.mark.parametrize(
    ("warning", "text"),
    [
        (ROADS, "No road changed. But new roads are often missed, so check the picture."),
        (SHIFT, "Seven houses are new. Beware: the dates are about 5.2 px apart."),
        (SHIFT, "Register the images before relying on this."),
        (SHIFT, f"7 houses. {SHIFT}"),
        ("25 % of the common ground has no data on one date or both; nothing is known of it.", "25 % has no data."),
    ],
)
def test_a_warning_may_be_passed_on_in_other_words(warning, text):
    assert is_passed_on(warning, text, english=True)


@pytest.mark.parametrize("text", ["Seven houses are new.", "7 new roads; look at the picture.", "It is 5.2 %.", ""])
@pytest.mark.parametrize("warning", [ROADS, SHIFT])
def test_a_dropped_warning_is_noticed(warning, text):
    assert not is_passed_on(warning, text, english=True)


def test_words_far_apart_are_no_warning():
    text = "Roads are often seen. Seven houses. Nothing. None was missed. So. Old ones were learnt. Yes. A single one."
    assert not is_passed_on(ROADS, text, english=True)


def test_of_other_languages_only_numbers_are_asked():
    assert is_passed_on(SHIFT, "Die Bilder liegen 5,2 px auseinander.", english=False)
    assert not is_passed_on(SHIFT, "Die Bilder liegen gut.", english=False)
    assert is_passed_on(ROADS, "Neue Wege werden oft verpasst.", english=False)
