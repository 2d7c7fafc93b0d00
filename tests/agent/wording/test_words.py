"""Numbers and places as the speakers of a language write them."""

import pytest

from agent.wording.words import CODES, Words, key
from tools.number_format import percent, quantity

NARROW = "\u202f"


@pytest.mark.parametrize(
    ("code", "value", "written"),
    [
        ("de", 1234567.0, "1.234.567"),
        ("de", 12.34, "12,3"),
        ("de", 0.5, "0,50"),
        ("fr", 12345.6, f"12{NARROW}346"),
        ("fr", 0.00123, "0,0012"),
        ("es", 12345, "12.345"),
        ("zh", 12345.6, "12,346"),
        ("de", 0.0000012, "0,0000012"),
    ],
)
def test_numbers_are_rounded_as_in_english_and_written_by_locale(code, value, written):
    assert Words.of(code).quantity(value) == written


@pytest.mark.parametrize("value", [0, 7, 1234, 0.5, 12.34, 0.00123, 123456.7])
def test_english_numbers_are_those_of_the_tools(value):
    assert Words.of("en").quantity(value) == quantity(value)


@pytest.mark.parametrize("probability", [0.001, 0.01, 0.5, 0.99, 0.999])
def test_english_probabilities_are_those_of_the_tools(probability):
    assert Words.of("en").percent(probability) == percent(probability)


def test_a_probability_is_never_quite_sure():
    assert [Words.of(code).percent(0.999) for code in CODES] == [
        "over 99 %", "más del 99 %", "plus de 99\u00a0%", "über 99 %", "99%以上",
    ]  # fmt: skip
    assert Words.of("de").percent(0.001) == "unter 1 %"


def test_long_lists_are_told_whole():
    told = ", ".join(["building 7"] * 1000)
    assert Words.of("de").say("recap", told=told) == f"Bisher: {told}"
    assert Words.of("fr").say("statistic", name="mean_area", value="7 m²", them=told).endswith(f"({told}).")


def test_chinese_sets_english_and_step_numbers_apart():
    told = Words.of("zh").paragraph(["没有变化。 [1]", "共3处。", "Roads are weak.", "不确定。"])
    assert told == "没有变化。 [1] 共3处。 Roads are weak. 不确定。"


def test_differences_have_a_sign():
    assert Words.of("de").decimal(0.256, signed=True) == "+0,26"
    assert Words.of("fr").decimal(-0.256, signed=True) == "-0,26"
    assert Words.of("en").decimal(-0.001, signed=True) == "0.00"


def test_places_and_parts():
    assert [Words.of(code).place("north-west") for code in CODES] == [
        "in the north-west", "en el noroeste", "au nord-ouest", "im Nordwesten", "在西北部",
    ]  # fmt: skip
    assert Words.of("de").within("the northern half") == "in der nördlichen Hälfte"
    assert Words.of("fr").part("the upper left quarter") == "le quart supérieur gauche"


def test_names_of_no_list_stay_as_they_are():
    assert Words.of("de").cover("class 7") == "class 7"
    assert Words.of("zh").cover("湖") == "湖"
    assert key("bare or built-up ground") == "bare-or-built-up-ground"


def test_land_is_told_in_hectares_from_one_on():
    assert Words.of("de").land(100, 25_000.0) == "2,50 ha"
    assert Words.of("zh").land(100, 2500.0) == "2,500平方米"
    assert Words.of("fr").land(100, None) == "100 px"


def test_chinese_sentences_need_no_blank_but_before_english_ones():
    assert Words.of("zh").paragraph(["一。", "3栋。", "Roads are weak."]) == "一。3栋。 Roads are weak."
