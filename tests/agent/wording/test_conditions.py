"""Which objects a result is of is told in every language: size, probability, part of the image."""

from dataclasses import replace

import pytest

from agent.wording import sentence
from agent.wording.words import CODES, Words
from tools.change.change_map import ObjectFilter
from tools.change.objects import ObjectCount
from tools.change.shapes.nearness import Nearness
from tools.change.statistics.object_statistics import ObjectStatistic
from tools.change.summary import Area

LARGE = {"filter": ObjectFilter(min_area=250.0), "of": 14, "within": "south"}
COUNT = ObjectCount("1", "building", "any", 0, 0, 0, None, None, None, "m", (), **LARGE)
AREA = Area("1", "road", 300.0, "m2", 1200, 0.05, None, None, "sum of pixel areas", count=2, **LARGE)
MEAN = ObjectStatistic("1", "building", "mean_area", 304.0, "m2", 1, "m", **LARGE)
TOLD = {
    "en": (
        "No changed building of at least 250 m² in the southern half was found (14 without this limit).",
        "Changed roads of at least 250 m² in the southern half cover 300 m² (5 % of the valid area)",
        "The mean size is 304 m² (1 changed building of at least 250 m² in the southern half).",
    ),
    "es": (
        "No se encontró ningún edificio cambiado de al menos 250 m² en la mitad sur (14 sin este límite).",
        "Las carreteras cambiadas de al menos 250 m² en la mitad sur cubren 300 m² (5 % de la superficie válida)",
        "El tamaño medio es 304 m² (1 edificio cambiado de al menos 250 m² en la mitad sur).",
    ),
    "fr": (
        "Aucun bâtiment modifié d’au moins 250 m² dans la moitié sud n’a été trouvé (14 sans cette limite).",
        "Les routes modifiées d’au moins 250 m² dans la moitié sud couvrent 300 m² (5 % de la surface valide)",
        "La taille moyenne est de 304 m² (1 bâtiment modifié d’au moins 250 m² dans la moitié sud).",
    ),
    "de": (
        "Kein verändertes Gebäude von mindestens 250 m² in der südlichen Hälfte gefunden (14 ohne diese Grenze).",
        "Veränderte Straßen von mindestens 250 m² in der südlichen Hälfte bedecken 300 m² (5 % der gültigen Fläche)",
        "Die mittlere Größe beträgt 304 m² (1 verändertes Gebäude von mindestens 250 m² in der südlichen Hälfte).",
    ),
    "zh": (
        "没有发现变化的建筑物（面积至少250平方米，在南半部），不加此限制时有14个。",
        "变化的道路（面积至少250平方米，在南半部）占300平方米（占有效面积的5%）",
        "平均面积为304平方米；统计对象：1栋变化的建筑物（面积至少250平方米，在南半部）。",
    ),
}


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("code", CODES)
def test_filters_are_told_in_every_language(code):
    words = Words.of(code)
    for result, told in zip((COUNT, AREA, MEAN), TOLD[code], strict=True):
        assert plain(sentence(result, words)).startswith(told)


@pytest.mark.parametrize("code", CODES)
def test_each_limit_is_told(code):
    words = Words.of(code)
    kept = {
        "min": ObjectFilter(min_area=251.0), "max": ObjectFilter(max_area=952.0),
        "both": ObjectFilter(251.0, max_area=952.0), "sure": ObjectFilter(251.0, 0.83),
    }  # fmt: skip
    told = {name: sentence(replace(COUNT, filter=limits), words) for name, limits in kept.items()}
    assert {name: [number for number in ("251", "952", "83") if number in text] for name, text in told.items()} == {
        "min": ["251"], "max": ["952"], "both": ["251", "952"], "sure": ["251", "83"],
    }  # fmt: skip


def test_what_appeared_is_told_with_its_filter():
    new = replace(AREA, object_class="building", status="appeared")
    told = [plain(sentence(new, Words.of(code))).split(" 300")[0] for code in ("en", "es", "fr", "de")]
    assert told == [
        "Buildings that appeared of at least 250 m² in the southern half cover",
        "Los edificios nuevos de al menos 250 m² en la mitad sur cubren",
        "Les nouveaux bâtiments d’au moins 250 m² dans la moitié sud couvrent",
        "Neue Gebäude von mindestens 250 m² in der südlichen Hälfte bedecken",
    ]


@pytest.mark.parametrize(
    ("code", "near", "far"),
    [
        ("en", "within 30 m of a changed road", "at least 30 m from object 4"),
        ("es", "a 30 m como máximo de una carretera cambiada", "a 30 m o más del objeto 4"),
        ("fr", "à 30 m au plus d’une route modifiée", "à 30 m au moins de l’objet 4"),
        ("de", "höchstens 30 m entfernt von einer veränderten Straße", "mindestens 30 m entfernt von Objekt 4"),
        ("zh", "距变化的道路不超过30米", "距对象4至少30米"),
    ],
)
def test_a_distance_to_others_is_told(code, near, far):
    found = (Nearness("road", 30.0), Nearness(4, min_distance=30.0))
    texts = [plain(sentence(replace(COUNT, nearness=one), Words.of(code))) for one in found]
    assert near in texts[0]
    assert far in texts[1]
