import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.language.chinese import CHINESE
from agent.language.english import ENGLISH
from agent.language.french import FRENCH
from agent.language.german import GERMAN
from agent.language.spanish import SPANISH
from agent.reading.reading import read
from agent.reading.thresholds import NO_LIMITS, Thresholds, to_number

SQUARE_METRES = {"m2": 1.0, "m²": 1.0, "square metres": 1.0, "sqm": 1.0, "ha": 1e4, "hectares": 1e4, "km2": 1e6}
LEAST = ("over", "above", "larger than", "more than", "at least", "bigger than", ">", "no smaller than")
MOST = ("under", "below", "smaller than", "less than", "at most", "up to", "<", "no larger than")
SURE = (
    "only those {} % sure",
    "the ones with at least {}% confidence",
    "those with a probability above {} percent",
    "which are you more than {} per cent certain of?",
)
numbers = st.integers(1, 999_999) | st.decimals(
    min_value="0.1", max_value="9999", places=1, allow_nan=False, allow_infinity=False
)


def limits(text, language=ENGLISH):
    return read(text, language).limits


@given(numbers, st.sampled_from(sorted(SQUARE_METRES)), st.sampled_from(LEAST))
def test_any_least_size_is_read_back(number, unit, words):
    read_back = limits(f"buildings {words} {number} {unit}")
    assert read_back == Thresholds(min_area=pytest.approx(float(number) * SQUARE_METRES[unit]))


@given(numbers, st.sampled_from(sorted(SQUARE_METRES)), st.sampled_from(MOST))
def test_any_largest_size_is_read_back(number, unit, words):
    read_back = limits(f"how many houses {words} {number} {unit}?")
    assert read_back == Thresholds(max_area=pytest.approx(float(number) * SQUARE_METRES[unit]))


@given(st.integers(1, 9_999), st.integers(1, 9_999), st.sampled_from(sorted(SQUARE_METRES)))
def test_any_two_sizes_are_read_back(low, high, unit):
    scale = SQUARE_METRES[unit]
    assert limits(f"buildings between {low} and {high} {unit}") == Thresholds(
        pytest.approx(low * scale), pytest.approx(high * scale)
    )


@given(st.integers(2, 100), st.sampled_from(SURE))
def test_any_probability_is_read_back(percent, wording):
    assert limits(wording.format(percent)) == Thresholds(min_probability=pytest.approx(percent / 100))


@given(st.integers(1_000, 999_999))
def test_thousands_may_be_set_apart(number):
    for written in (f"{number:,}", f"{number:_}".replace("_", " ")):
        assert limits(f"larger than {written} m2") == Thresholds(min_area=float(number))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("skip anything under 50 m2", Thresholds(min_area=50.0)),
        ("ignore the ones smaller than 50 m2", Thresholds(min_area=50.0)),
        ("leave out those below 50 m2", Thresholds(min_area=50.0)),
        ("without the houses over 200 m2", Thresholds(max_area=200.0)),
        ("100 m2 or more", Thresholds(min_area=100.0)),
        ("100 m2 or less", Thresholds(max_area=100.0)),
        ("and below 50?", Thresholds(max_area=50.0)),
        ("above 100", Thresholds(min_area=100.0)),
    ],
)
def test_what_is_left_out_turns_the_limit_and_a_unit_may_be_missing(text, expected):
    assert limits(text) == expected


@pytest.mark.parametrize(
    "text", ["how many buildings?", "building 3", "the 20 largest houses", "in 2018", "how many m2 changed?"]
)
def test_other_numbers_are_no_limit(text):
    assert limits(text) == NO_LIMITS
    assert not limits(text)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("edificios de más de 1,5 ha", SPANISH, Thresholds(min_area=15_000.0)),
        ("bâtiments de moins de 80 m²", FRENCH, Thresholds(max_area=80.0)),
        ("Häuser über 100 Quadratmeter", GERMAN, Thresholds(min_area=100.0)),
        ("大于100平方米的房屋", CHINESE, Thresholds(min_area=100.0)),
        ("小于50的呢?", CHINESE, Thresholds(max_area=50.0)),
        ("小于50的呢\uff1f", CHINESE, Thresholds(max_area=50.0)),
    ],
)
def test_limits_in_other_languages(text, language, expected):
    assert limits(text, language) == expected


@pytest.mark.parametrize(
    ("written", "number"), [("1,200", 1200.0), ("1 200", 1200.0), ("0.125", 0.125), ("1,5", 1.5), ("12.25", 12.25)]
)
def test_numbers_as_written(written, number):
    assert to_number(written) == number


def test_the_unit_of_a_limit_is_kept():
    assert read("bigger than 1000 px").limits.in_pixels is True
    assert read("bigger than 1000 m2").limits.in_pixels is False
    assert read("and below 50?").limits.in_pixels is None


@pytest.mark.parametrize(
    ("text", "language", "least"),
    [
        ("ignore anything below 70%", ENGLISH, 0.7),
        ("only above 80 percent please", ENGLISH, 0.8),
        ("lass alles unter 70 % weg", GERMAN, 0.7),
        ("ignore ceux sous 70 %", FRENCH, 0.7),
        ("solo por encima del 80 %", SPANISH, 0.8),
        ("只看80%以上的", CHINESE, 0.8),
    ],
)
def test_a_limit_in_per_cent_alone_is_one_of_probability(text, language, least):
    assert limits(text, language) == Thresholds(min_probability=least)
    assert read(text, language).status is None


def test_a_share_of_land_is_no_probability():
    assert limits("did the forest shrink by more than 20 %?") == NO_LIMITS


def test_a_limit_without_a_unit_may_go_on():
    assert limits("how many are over 200 then") == Thresholds(min_area=200.0)


@pytest.mark.parametrize(
    ("text", "size"),
    [("now 2 ha instead of 1", 2e4), ("rather 300 m2", 300.0), ("above 2 ha", None), ("how many?", None)],
)
def test_a_size_without_a_word_that_limits(text, size):
    assert read(text).size == size
