"""Chinese in simplified characters: words of questions, and units of answers."""

from __future__ import annotations

from agent.language.answers.chinese import CHINESE_ANSWERS
from agent.language.language import Language, UnitName
from agent.language.questions.chinese import CHINESE_QUESTIONS

CLASSES = {
    "building": "栋 幢 建筑物 建筑 房屋 房子 楼房 民房 厂房 仓库 别墅 屋顶",
    "road": "道路 公路 马路 街道 小路 车道",
}
NOUN = "|".join(word for line in CLASSES.values() for word in line.split())

CHINESE = Language(
    code="zh",
    questions=CHINESE_QUESTIONS,
    glosses=CHINESE_ANSWERS,
    spaced=False,
    training_share=0.13,
    classes=CLASSES,
    numbers={word: value for value, word in enumerate("两 三 四 五 六 七 八 九 十".split(), 2)},
    units=(
        UnitName("ha", "area", 1e4, "公顷", tool_unit="ha"),
        UnitName("km2", "area", 1e6, "平方公里|平方千米", tool_unit="km2"),
        UnitName("m2", "area", 1.0, "平方米|平米", tool_unit="m2"),
        UnitName("square feet", "area", 0.09290304, "平方英尺", tool_unit="ft2"),
        UnitName("mu", "area", 10_000 / 15, "亩", tool_unit="mu"),
        UnitName("football pitches", "area", 7140.0, "足球场", tool_unit="football_pitch"),
        UnitName("%", "share", 0.01, "百分比|百分之", tool_unit="percent"),
        UnitName("px", "pixels", 1.0, "像素|像元", tool_unit="px"),
    ),
    dates={"before": "前期 早期 前一期 变化前", "after": "后期 近期 后一期 变化后"},
    formats={"csv": "表格", "png": "图片 截图", "html": "网页", "pdf": "报告"},
    indices={
        "ndvi": "植被",
        "ndwi": "水体",
        "nbr": "火烧",
        "savi": "土壤",
        "ndmi": "湿度",
        "ndsi": "积雪",
    },
    land_covers={
        "ndvi": "树木 森林 树林 植被 农作物 草地",
        "ndwi": "湖泊 河流 水体 水库 池塘",
        "ndsi": "积雪 冰川",
        "nothing": "汽车 车辆 卡车 轮船 船只 飞机 行人 动物 游泳池 集装箱 桥梁",
    },
    ordinals=tuple("第一 第二 第三 第四 第五 第六 第七 第八 第九 第十".split()),
    compass={
        "north": "北部 北边 北侧 北面 北半部",
        "south": "南部 南边 南侧 南面 南半部",
        "east": "东部 东边 东侧 东面 东半部",
        "west": "西部 西边 西侧 西面 西半部",
        "north-east": "东北部 东北角 东北边 东北侧",
        "south-east": "东南部 东南角 东南边 东南侧",
        "south-west": "西南部 西南角 西南边 西南侧",
        "north-west": "西北部 西北角 西北边 西北侧",
        "centre": "中部 中央 中心 中间",
    },
    picture_sides={
        "top": "上方 上半部 上部",
        "bottom": "下方 下半部 下部",
        "left": "左侧 左边 左半部",
        "right": "右侧 右边 右半部",
    },
    signs={
        "appeared": "新增 新建 新盖 建成 出现",
        "disappeared": "消失 拆除 拆掉 拆了 被毁 不见了",
    },
    negations="不 没 没有 无 未 别",
    orders={"largest": "最大", "smallest": "最小"},
    compares="比较|对比|相比|更多|还是|哪边|哪个",
    goes_on=r"\s*(?:那么?|还有|只看?)",
    why="为什么|为何|原因|怎么会",
    sure="多大把握|可靠吗|确定吗|可信吗|有把握吗",
    limits="看不到什么|看不见什么|不能看到什么|有什么局限",
    how_many=rf"\s*(?:一共)?(?:新增|新建|出现|有)?了?多少[栋座条幢间个]?(?:新的?)?(?:{NOUN})[\s\uff1f?。.!\uff01]*",
)
