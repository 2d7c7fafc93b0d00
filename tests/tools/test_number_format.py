import pytest

from tools.number_format import counted, percent, plural, quantity, significant


@pytest.mark.parametrize(
    ("value", "text"),
    [(3512.4, "3,512"), (12.34, "12.3"), (0.5, "0.50"), (0.00123, "0.0012"), (0.0, "0"), (7, "7"), (None, "unknown")],
)
def test_quantities_have_the_decimals_that_matter(value, text):
    assert quantity(value) == text


@pytest.mark.parametrize(
    ("probability", "text"), [(0.9997, "over 99 %"), (0.126, "13 %"), (0.0001, "under 1 %"), (0.5, "50 %")]
)
def test_probabilities_are_never_quite_certain(probability, text):
    assert percent(probability) == text


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (1234.5, 4, "1,234"),
        (999.87, 4, "999.9"),
        (0.123456, 4, "0.1235"),
        (0.5, 4, "0.5"),
        (7.0, 4, "7"),
        (123.4, 3, "123"),
        (12.34, 3, "12.3"),
        (-0.5, 3, "-0.5"),
    ],
)
def test_numbers_of_tables_show_no_digits_that_mean_nothing(value, digits, text):
    assert significant(value, digits) == text


@pytest.mark.parametrize(
    ("count", "kind", "text"),
    [(1, "cell", "1 cell"), (0, "cell", "0 cells"), (12_345, "cell", "12,345 cells"), (1, "road", "1 road")],
)
def test_things_are_counted(count, kind, text):
    assert counted(count, kind) == text


def test_what_a_thing_is_stays_behind_its_plural():
    assert plural("house that appeared", 2) == "houses that appeared"
