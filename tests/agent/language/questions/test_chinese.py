"""Ten short questions in Chinese, in one conversation and planned by their reading alone."""

import pytest

from agent.planning.dialogue.remarks import remarks
from agent.planning.remark import Impossible, Unseen, Whether
from tests.factories.questions.read_plans import calls, turn

COUNTED = turn("新建了多少栋建筑?", "count_objects", object_class="building")


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("新建了多少栋建筑?", [("count_objects", {"object_class": "building"})]),
        ("只要大于100平方米的", [("count_objects", {"object_class": "building", "min_area": 100.0})]),
        ("小于50的呢?", [("count_objects", {"object_class": "building", "max_area": 50.0})]),
        ("平均面积是多少?", [("measure_objects", {"object_class": "building", "statistic": "mean_area"})]),
        ("导出kml", [("export_result", {"format": "kml"})]),
        ("有房屋被拆除吗?", [("count_objects", {"object_class": "building", "status": "disappeared"})]),
        ("湖泊缩小了吗?", [("land_change", {"cover": "water"})]),
        ("有火灾吗?", [("land_change", {"cover": "burnt"})]),
        ("为什么?", [("explain_change", {})]),
        ("发邮件给我", []),
    ],
)
def test_ten_short_questions(question, plan):
    assert calls(question, COUNTED) == plan


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("有房屋被拆除吗?", Whether("loss")),
        ("湖泊缩小了吗?", Whether("loss")),
        ("有火灾吗?", Whether(None)),
        ("发邮件给我", Impossible("mail")),
    ],
)
def test_what_is_said_beside_results(question, told):
    assert remarks(question, COUNTED.plan if told != Impossible("mail") else (), [COUNTED.question]) == (told,)


def test_what_cannot_be_seen_is_said():
    assert calls("有多少游泳池?", COUNTED) == []
    assert any(isinstance(one, Unseen) for one in remarks("有多少游泳池?", (), [COUNTED.question]))
