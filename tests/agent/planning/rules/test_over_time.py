"""Questions on a series by their wording, and those that are about something else."""

import pytest

from agent.planning.plan import PlannedCall
from agent.planning.rules.over_time import plan


@pytest.mark.parametrize(
    ("question", "tool", "arguments"),
    [
        ("When was the forest cleared?", "series_change", {}),
        ("Is it getting worse?", "series_change", {}),
        ("is it gettin worse", "series_change", {}),
        ("is there less forest than before", "series_change", {}),
        ("What changed between 2019 and 2021-06?", "series_change", {"since": "2019", "until": "2021-06"}),
        ("What has changed since 2020-05-03?", "series_change", {"since": "2020-05-03"}),
        ("When did it burn? Use nbr.", "series_change", {"index": "nbr"}),
        ("Which parcels changed first?", "series_zones", {}),
        ("When did each field change?", "series_zones", {}),
        ("Show the chart of this place", "series_chart", {}),
        ("Plot the NDVI curve of parcel 12", "series_chart", {"index": "ndvi", "zone": "12"}),
        ("Show me 45.87, 14.55", "series_chart", {"latitude": 45.87, "longitude": 14.55}),
        (
            "Compare 2019-2021 with 2021-2023",
            "compare_periods",
            {"first_since": "2019", "first_until": "2021", "second_since": "2021", "second_until": "2023"},
        ),
        (
            "compare 2019 with 2021",
            "compare_periods",
            {"first_since": "2019", "first_until": "2019", "second_since": "2021", "second_until": "2021"},
        ),
        ("Open the images of 2021-05 and 2019-05", "open_dates", {"before": "2019-05", "after": "2021-05"}),
        ("Wann wurde der Wald abgeholzt?", "series_change", {}),
        ("Zeig mir das Diagramm", "series_chart", {}),
        ("Quand la forêt a-t-elle été coupée ?", "series_change", {}),
        ("Montre la courbe de ce lieu", "series_chart", {}),
        ("¿Cuándo cambió más?", "series_change", {}),
        ("Muestra la curva de este lugar", "series_chart", {}),
        ("森林什么时候被砍伐的", "series_change", {}),
        ("When were the roads built?", "object_history", {"object_class": "road"}),
        ("How many buildings appeared each year?", "object_history", {"object_class": "building"}),
        (
            "how many houses were built between 2015 and 2019",
            "object_history",
            {"object_class": "building", "since": "2015", "until": "2019"},
        ),
        ("Wann wurden die Häuser gebaut?", "object_history", {"object_class": "building"}),
        ("Combien de bâtiments sont apparus chaque année ?", "object_history", {"object_class": "building"}),
        ("¿Cuántos edificios aparecieron cada año?", "object_history", {"object_class": "building"}),
        ("每年新增多少建筑物?", "object_history", {"object_class": "building"}),
        ("画出这里的曲线", "series_chart", {}),
    ],
)
def test_while_a_series_is_open_questions_are_about_time(question, tool, arguments):
    (call,) = plan(question, is_open=True)
    assert (call.tool, call.arguments) == (tool, arguments)


@pytest.mark.parametrize(
    "question",
    [
        "How many buildings appeared?",
        "Export it as a GeoTIFF.",
        "What are these two images?",
    ],
)
def test_questions_on_objects_and_pairs_are_left_to_the_planner(question):
    assert plan(question, is_open=True) is None


@pytest.mark.parametrize(
    "question",
    [
        "What has changed?", "When did it change?", "Show the chart.", "Is it getting worse?",
        "How did the NDVI change?",
        "Open the second one.", "How much changed in each parcel?", "Which parcels changed most?",
        "Compare the north with the south.", "What am I supposed to notice in this scene over time?",
    ],
)  # fmt: skip
def test_without_a_series_only_clear_wordings_are_about_time(question):
    assert plan(question, is_open=False) is None


def test_clear_wordings_are_about_time_whatever_is_open():
    assert plan("How did the vegetation change over all dates?", is_open=False)[0].tool == "series_change"
    assert plan("Which parcels changed first over time?", is_open=False)[0].tool == "series_zones"


@pytest.mark.parametrize(
    "question",
    [
        "How did the land cover develop over the years?",
        "Describe the trajectory of the land cover",
        "Wie hat sich die Landbedeckung entwickelt?",
        "Quelle est l'évolution de l'occupation du sol ?",
        "¿Cómo fue la evolución de la cobertura del suelo?",
        "土地覆盖的演变情况如何",
    ],
)
def test_land_cover_over_all_dates(question):
    assert plan(question, is_open=True) == (PlannedCall("describe_trajectory"),)


def test_without_a_series_land_cover_is_that_of_a_pair():
    assert plan("How did the land cover develop?", is_open=False) is None
    spanned = plan("How did land cover evolve from 2018 to 2021?", is_open=True)
    assert spanned == (PlannedCall("describe_trajectory", {"since": "2018", "until": "2021"}),)
