import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.reading.claims import Claim
from agent.reading.reading import read


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("confirm that 25 were built", Claim(25, "exactly")),
        ("Is it true that 25 houses were built?", Claim(25, "exactly")),
        ("the report says 25 new buildings, correct?", Claim(25, "exactly")),
        ("so zero houses?", Claim(0, "exactly")),
        ("so no houses?", Claim(0, "exactly")),
        ("so there are no new buildings?", Claim(0, "exactly")),
        ("were more than 20 buildings built?", Claim(20, "at least")),
        ("are there fewer than three new roads?", Claim(3, "at most")),
    ],
)
def test_numbers_that_a_question_asserts(text, claim):
    assert read(text).claim == claim


@given(st.integers(0, 9_999))
def test_any_number_is_read_back(number):
    assert read(f"confirm that {number} buildings were built").claim == Claim(number, "exactly")


@pytest.mark.parametrize(
    "text",
    [
        "how many of the 25 buildings are new?",
        "export 25 buildings",
        "the 25 houses",
        "the cadastre says 6.5 ha were built over, is that so?",
        "is it true that 12 % of the houses are new?",
    ],
)
def test_what_asserts_nothing(text):
    assert read(text).claim is None
