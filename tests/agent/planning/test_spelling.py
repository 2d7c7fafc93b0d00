import pytest

from agent.planning.spelling import corrected, is_english


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("hwo many hectars of new buidlings", "how many hectares of new buildings"),
        ("exprot as geojosn", "export as geojson"),
        ("cuont the raods in pair 9", "count the roads in pair 9"),
        ("open test_000031 and train_7", "open test_000031 and train_7"),
        ("We had a fire here; the villagers wasn't amused", "We had a fire here; the villagers wasn't amused"),
        ("NDVI of Qxzyv", "NDVI of Qxzyv"),
    ],
)
def test_slips_are_put_right_and_words_are_left_alone(written, meant):
    assert corrected(written) == meant


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("How many houses are new?", True),
        ("NDVI", True),
        ("", True),
        ("¿Cuántas casas nuevas hay?", False),
        ("routes : combien ?", False),
        ("新增了多少栋建筑", False),
    ],
)
def test_languages_are_told_apart(text, english):
    assert is_english(text) is english
