# 简体中文的回答。

## 数字与列表

unknown = 未知
share = { $value }%
share-over = { $value }%以上
share-under = 不到{ $value }%
pitch-size = （每个7140平方米）
amount =
    { $unit ->
        [m2] { $value }平方米
        [ha] { $value }公顷
        [km2] { $value }平方公里
        [acre] { $value }英亩
        [ft2] { $value }平方英尺
        [mi2] { $value }平方英里
        [are] { $value }公亩
        [mu] { $value }亩
        [football_pitch] { $value }个足球场{ pitch-size }
        [percent] { $value }%
        [m] { $value }米
        [km] { $value }公里
        [ft] { $value }英尺
        [mi] { $value }英里
        [per_ha] 每公顷{ $value }个
        [per_km2] 每平方公里{ $value }个
        [per_acre] 每英亩{ $value }个
        [per_mi2] 每平方英里{ $value }个
        [per_mpx] 每百万像素{ $value }个
       *[px] { $value }像素
    }
list-two = { $first }和{ $last }
list-comma = ，
list-semicolon = ；
list-conditions = ，
quoted = “{ $text }”
stop = { $told }。

## 位置

in-place =
    { $name ->
        [north] 在北部
        [north-east] 在东北部
        [east] 在东部
        [south-east] 在东南部
        [south] 在南部
        [south-west] 在西南部
        [west] 在西部
        [north-west] 在西北部
        [centre] 在中部
        [top] 在上方
        [top-right] 在右上方
        [right] 在右侧
        [bottom-right] 在右下方
        [bottom] 在下方
        [bottom-left] 在左下方
        [left] 在左侧
        [top-left] 在左上方
       *[other] 在{ $text }
    }
at-place = { in-place }
part =
    { $name ->
        [the-whole-image] 整幅影像
        [the-middle-ninth] 中央九分之一
        [the-northern-half] 北半部
        [the-eastern-half] 东半部
        [the-southern-half] 南半部
        [the-western-half] 西半部
        [the-north-eastern-quarter] 东北四分之一
        [the-south-eastern-quarter] 东南四分之一
        [the-south-western-quarter] 西南四分之一
        [the-north-western-quarter] 西北四分之一
        [the-upper-half] 上半部
        [the-right-half] 右半部
        [the-lower-half] 下半部
        [the-left-half] 左半部
        [the-upper-right-quarter] 右上四分之一
        [the-lower-right-quarter] 右下四分之一
        [the-lower-left-quarter] 左下四分之一
        [the-upper-left-quarter] 左上四分之一
       *[other] { $text }
    }
in-part = 在{ part }

## 事物

cover =
    { $name ->
        [agricultural-areas] 农业用地
        [artificial-surfaces] 人造地表
        [bare-ground] 裸地
        [bare-or-built-up-ground] 裸地或建设用地
        [bare-or-sparse-vegetation] 裸地或稀疏植被
        [buildings] 建筑物
        [built-up] 建成区
        [built-up-area] 建成区
        [built-up-ground] 建设用地
        [cropland] 耕地
        [crops] 农作物
        [flooded-vegetation] 淹水植被
        [forest-and-semi-natural-areas] 森林和半自然区域
        [grass] 草
        [grassland] 草地
        [herbaceous-wetland] 草本湿地
        [low-vegetation] 低矮植被
        [mangroves] 红树林
        [moss-and-lichen] 苔藓和地衣
        [paved-ground] 硬化地面
        [permanent-water-bodies] 常年水体
        [rangeland] 牧地
        [shrub-and-scrub] 灌丛
        [shrubland] 灌木地
        [snow-and-ice] 冰雪
        [snow-or-ice] 雪或冰
        [tree-cover] 林木
        [trees] 树木
        [vegetation] 植被
        [water] 水体
        [water-bodies] 水域
        [wetlands] 湿地
       *[other] { $text }
    }
classes =
    { $kind ->
        [building] 建筑物
        [road] 道路
       *[any] 其他变化
    }
objects =
    { $status ->
        [appeared]
            { $kind ->
                [building] { $count }栋新增建筑物
                [road] { $count }条新增道路
               *[any] { $count }处新增对象
            }
        [disappeared]
            { $kind ->
                [building] { $count }栋消失的建筑物
                [road] { $count }条消失的道路
               *[any] { $count }处消失的对象
            }
       *[any]
            { $kind ->
                [building] { $count }栋变化的建筑物
                [road] { $count }条变化的道路
               *[any] { $count }处变化
            }
    }

objects-named =
    { $status ->
        [appeared]
            { $kind ->
                [building] 新增建筑物
                [road] 新增道路
               *[any] 新增对象
            }
        [disappeared]
            { $kind ->
                [building] 消失的建筑物
                [road] 消失的道路
               *[any] 消失的对象
            }
       *[any]
            { $kind ->
                [building] 变化的建筑物
                [road] 变化的道路
               *[any] 变化的对象
            }
    }

## 条件

without-limits = ，不加此限制时有{ $count }个
filter = （{ $condition }）
filter-min-area = 面积至少{ $size }
filter-max-area = 面积至多{ $size }
filter-areas = 面积为{ $low }至{ $high }
filter-min-probability = 概率至少{ $probability }
filter-max-probability = 概率至多{ $probability }
filter-within = { $place }
near-beyond =
    { $kind ->
        [building] 距另一座变化的建筑至少{ $distance }
        [road] 距变化的道路至少{ $distance }
        [centre] 距影像中心至少{ $distance }
       *[number] 距对象{ $id }至少{ $distance }
    }
near-within =
    { $kind ->
        [building] 距另一座变化的建筑不超过{ $distance }
        [road] 距变化的道路不超过{ $distance }
        [centre] 距影像中心不超过{ $distance }
       *[number] 距对象{ $id }不超过{ $distance }
    }
beside =
    { $kind ->
        [building] 在{ object-name }{ $id }
        [road] 在{ object-name }{ $id }
       *[any] 在{ object-name }{ $id }
    }{ $direction ->
        [north] 以北
        [north-east] 东北方
        [east] 以东
        [south-east] 东南方
        [south] 以南
        [south-west] 西南方
        [west] 以西
       *[north-west] 西北方
    }
object-name =
    { $kind ->
        [building] 建筑物
        [road] 道路
       *[any] 地块
    }

## 影像对

card-bands = { $bands }个波段（{ $dtype }）
card-size = 影像大小为{ $width } x { $height }像素，有{ $bands }。
card-no-crs = 影像没有地理参考。
card-crs = 坐标系为{ $crs }；每个像素在地面上为{ $size }米。
card-crs-unnamed = 没有官方代码的坐标系
card-dates = 日期：{ $before }和{ $after }{ $apart }。
card-apart =（相隔{ $years }年，即{ $months }个月）
card-area = 两期共同覆盖{ $area }。
card-overlap = 第一幅影像的{ $share }在两个日期都有数据。
card-shift = 两幅影像的配准偏移为{ $shift }。

## 描述

description-probability = 发生任何变化的概率为{ $probability }。
description-look = 可能发生了地图上没有显示的变化，请查看影像。
description-sure = 网络对整体的判断较低，但地图上的对象是确定的。
description-unsure = 地图显示的内容并不确定，请查看影像。
clause-objects =
    { $certainty ->
        [maybe] 可能有{ objects }{ $where }
       *[sure] { objects }{ $where }
    }
clause-cover =
    { $certainty ->
        [maybe] { $size }可能由{ $before }变为{ $after }{ $where }（概率{ $probability }）
       *[sure] { $size }由{ $before }变为{ $after }{ $where }（概率{ $probability }）
    }
clause-ground =
    { $certainty ->
        [maybe] { $size }的地面可能发生了变化{ $where }（概率{ $probability }）
       *[sure] { $size }的地面发生了变化{ $where }（概率{ $probability }）
    }
clause-elsewhere =
    { $certainty ->
        [maybe] 其他地方的地面可能也有变化
       *[sure] 其他地方的地面也有变化
    }
clause-nothing =
    { $counting ->
        [some] 没有发现符合条件的建筑物或道路变化
       *[all] 没有发现建筑物或道路的变化
    }
clause-nothing-at-all =
    { $counting ->
        [some] 没有发现符合条件的建筑物或道路变化，也没有其他变化
       *[all] 没有发现建筑物或道路的变化，也没有其他变化
    }
clause-not-looked = 没有查找其他变化
where-alone = ，{ $place }
where-all = ，全部{ $place }
where-both = ，都{ $place }
where-mostly = ，主要{ $place }
where-apart = ，在影像的不同部分
where-spread = ，分布在整幅影像中

## 变化、数量与面积

summary = 变化的像素：{ $classes }。
summary-none = { $name }：无
summary-class = { $name }{ $pixels }（占有效面积的{ $share }{ $ground }）
summary-ground = ，{ $size }
summary-field = { $share }{ $place }
summary-where = { $size }，{ $fields }
no-data = { $share }的像素在一个或两个日期没有数据。
count-none =
    { $status ->
        [appeared]
            { $kind ->
                [building] 没有发现新增的建筑物{ $where }{ $without }。
                [road] 没有发现新增的道路{ $where }{ $without }。
               *[any] 没有发现新增的对象{ $where }{ $without }。
            }
        [disappeared]
            { $kind ->
                [building] 没有发现消失的建筑物{ $where }{ $without }。
                [road] 没有发现消失的道路{ $where }{ $without }。
               *[any] 没有发现消失的对象{ $where }{ $without }。
            }
       *[any]
            { $kind ->
                [building] 没有发现变化的建筑物{ $where }{ $without }。
                [road] 没有发现变化的道路{ $where }{ $without }。
               *[any] 没有发现变化的对象{ $where }{ $without }。
            }
    }
count-directions =
    { $kind ->
        [building] ：新增{ $appeared }栋，消失{ $disappeared }栋
        [road] ：新增{ $appeared }条，消失{ $disappeared }条
       *[any] ：新增{ $appeared }处，消失{ $disappeared }处
    }
count-others = ，其他地表变化{ $others }处
count-interval = { $level }的此类情况下在{ $low }至{ $high }之间。
count-at-most = { $level }的此类情况下不超过{ $high }。
count-doubtful =
    { $doubtful ->
       *[other] 其中{ $doubtful }栋很小且不确定，可能不是建筑物。
    }
count-sizes = （中位数{ $median }，最大{ $largest }）
count-largest = （最大{ $largest }）
count-size = （{ $largest }）
count-place =
    { $count ->
        [1] ，位置{ $place }
       *[other] ，最大的{ $place }
    }
touching-buildings = 相连的建筑物在狭窄处分开计数。
touching = 相连的算作一个。
area = { $them }占{ $size }
area-of-valid = （有效面积的百分比）
area-share = （占有效面积的{ $share }）
area-interval = ，{ $level }的情况下在{ $low }至{ $high }之间
area-ways = { "" }，其中出现{ $appeared }，消失{ $disappeared }
area-method =
    { $name ->
        [ground] { $area }；按像素面积求和。
       *[pixels] { $area }；按像素计数，因为影像没有地理参考。
    }
zones = { $zones }个分区中有{ $changed }个发生变化
zones-all = { $zones }：{ $told }。
zones-most = { $zones }，变化最大的是：{ $told }。
zone = { $zone }：{ $told }
zone-class = { $name }{ $size }（占其有效面积的{ $share }）
zone-inside = 只有{ $share }在影像内

## 其他地面

other-none = 除建筑物和道路外，没有发现变化。
other-one = 除建筑物和道路外：{ $region }。
other-all = 除建筑物和道路外，有{ $count }处发生变化，共{ $size }：{ $regions }。
other-among = 除建筑物和道路外，有{ $count }处发生变化，共{ $size }，其中：{ $regions }。
other-region = { $place }，{ $size }，{ $change }（概率{ $probability }）
ground-changed = 地面发生了变化
ground-became = { $before }变为{ $after }
bands-none = 根据两个日期的波段，没有发现变化。
bands-one = 根据两个日期的波段，有一处发生变化：{ $region }。
bands-many = 根据两个日期的波段，有{ $count }处发生变化，共{ $size }（占已知地面的{ $share }）；最大的几处：{ $regions }。
bands-kept = { $place }，{ $size }发生变化，仍为{ $cover }（概率{ $probability }）
bands-became = { $place }，{ $size }由{ $before }变为{ $after }（概率{ $probability }）
bands-partly = { $place }，{ $size }发生变化（概率{ $probability }），其中{ $share }由{ $before }变为{ $after }
bands-limits = 像素太粗，无法区分建筑物和道路；季节、收获和雾霾也算作变化，地表覆盖按光谱规则判定。
bands-unknown = { $share }的像素未知：没有数据，或被云、阴影或雪遮挡。

## 列表与比较

found = { $told }：{ $objects }。
found-first =
    { $order ->
        [smallest] { $them }中最小的：{ $one }。
        [surest] { $them }中最确定的：{ $one }。
        [unsurest] { $them }中最不确定的：{ $one }。
       *[largest] { $them }中最大的：{ $one }。
    }
found-ranked = { $them }{ $order }，第{ $rank }个：{ $one }。
found-away =
    { $kind ->
        [building] 距最近的另一建筑{ $distance }
        [road] 距最近的变化道路{ $distance }
        [centre] 距影像中心{ $distance }
       *[number] 距对象{ $id }{ $distance }
    }
found-extent =
    { $extent ->
        [length] 长{ $value }
       *[perimeter] 周长{ $value }
    }
object-rank =
    { $kind ->
        [building]
            { $count ->
                [1] { $told }，是唯一一栋变化的建筑物。
               *[other] { $told }，在{ $count }栋变化的建筑物中面积排第{ $rank }。
            }
        [road]
            { $count ->
                [1] { $told }，是唯一一条变化的道路。
               *[other] { $told }，在{ $count }条变化的道路中面积排第{ $rank }。
            }
       *[any]
            { $count ->
                [1] { $told }，是唯一一处变化。
               *[other] { $told }，在{ $count }处变化中面积排第{ $rank }。
            }
    }
found-together = ，共{ $size }
found-order =
    { $order ->
        [smallest] ，从小到大
        [surest] ，从最确定的开始
        [unsurest] ，从最不确定的开始
        [nearest] ，从近到远
        [farthest] ，从远到近
       *[largest] ，从大到小
    }
found-some = ，列出{ $count }个中的{ $listed }个
found-object = { object-name }{ $id }（{ $told }）
found-status =
    { $status ->
        [appeared] 新增
       *[disappeared] 消失
    }
found-at = 位于{ $latitude }, { $longitude }
found-became = { $told }：{ $change }
probable = 概率{ $probability }
compare-equal = 两处的变化一样多：{ $parts }。
compare-more =
    { $kind ->
        [building] 建筑物{ $place }变化更多：{ $parts }。
        [road] 道路{ $place }变化更多：{ $parts }。
       *[any] { $place }变化更多：{ $parts }。
    }
compare-part = { $part }{ $count }个对象，{ $size }

## 原因、把握与局限

why = 可能的原因：{ $causes }
why-cause = { $cause }（依据：{ $evidence }；需核对：{ $check }）。
why-hypotheses = 这些是符合依据的假设，而不是结论：两幅影像不能显示原因。
why-nothing = 没有需要解释原因的变化。
cause =
    { $name ->
        [a-new-estate-or-settlement] 新的住宅区
        [building-on-single-plots] 零星地块上的建设
        [redevelopment-buildings-made-room-for-others] 重建：旧建筑被新建筑取代
        [demolition-or-destruction-by-fire-flood-storm-or-an-earthquake] 拆除，或因火灾、洪水、风暴或地震毁坏
        [road-works-a-road-was-built-widened-or-resurfaced] 道路工程：新建、拓宽或重铺道路
        [clearing-harvest-or-the-start-of-building-works] 清理植被、收获或开始施工
        [a-new-pond-or-reservoir-or-a-flood] 新的池塘或水库，或洪水
        [drought-drainage-or-a-lower-water-level] 干旱、排水或水位下降
        [drought-drainage-or-overgrowth-of-the-water] 干旱、排水或水面长满植物
        [growth-planting-or-the-season] 生长、种植或季节
        [paving-a-yard-a-car-park-or-a-road] 铺装：院子、停车场或道路
        [no-change-on-the-ground-the-images-do-not-lie-on-each-other] 地面没有变化：影像没有对齐
        [light-shadow-or-season-rather-than-change] 光照、阴影或季节，而不是变化
        [clearing-harvest-drought-or-the-time-of-the-year] 清理植被、收获、干旱或季节
        [regrowth-planting-or-a-wetter-season] 再生、种植或较湿润的季节
        [a-flood-a-new-reservoir-or-a-high-tide] 洪水、新水库或涨潮
        [drought-withdrawal-of-water-or-a-low-tide] 干旱、取水或退潮
        [fire-or-felling-and-harvest-that-look-alike] 火灾，或看起来相似的砍伐和收获
        [snowfall-before-the-later-date] 后期之前的降雪
        [melt-before-the-later-date] 后期之前的融雪
        [construction-mining-ploughing-or-harvest] 建设、采矿、翻耕或收获
        [drought-harvest-or-felling] 干旱、收获或砍伐
       *[other] { $text }
    }
to-check =
    { $name ->
        [building-permits] 建筑许可
        [reports-of-events-between-the-dates-and-demolition-permits] 两个日期之间的事件报道和拆除许可
        [the-development-plan] 开发规划
        [the-road-authority-s-plans] 道路管理部门的规划
        [felling-permits] 采伐许可
        [water-levels-between-the-dates] 两个日期之间的水位
        [the-season-of-both-images] 两幅影像的季节
        [both-maps] 两幅地图
        [the-images-themselves] 影像本身
        [felling-permits-crop-calendars-and-rain-records] 采伐许可、农时历和降雨记录
        [images-of-the-same-month-in-other-years] 其他年份同月的影像
        [gauge-records-of-the-days-of-both-images] 两幅影像当天的水文记录
        [fire-alerts-between-the-dates] 两个日期之间的火情警报
        [weather-records] 气象记录
        [plans-and-permits-or-finer-images] 规划和许可，或更精细的影像
        [rain-records-and-crop-calendars] 降雨记录和农时历
       *[other] { $text }
    }
sign =
    { $name ->
        [vegetation-or-forest-lost] 植被或森林减少
        [vegetation-gained] 植被增加
        [water-gained] 水体增加
        [water-lost] 水体减少
        [burnt] 过火
        [snow-gained] 积雪增加
        [snow-lost] 积雪减少
        [ground-built-up-or-laid-bare] 地面被建设或裸露
        [moisture-lost] 湿度降低
       *[other] { $text }
    }
evidence-objects = { objects }，共{ $size }
evidence-cover = { $count }处{ $change }，共{ $size }
evidence-sign = { $sign }，{ $size }（{ $share }）
evidence-unsure = { $count }个对象的概率低于{ $below }
evidence-shift = 两幅影像的配准偏移为{ $shift }
evidence-no-building = 没有建筑物发生变化
sure =
    { $agree ->
        [bands] 根据波段，发生任何变化的概率为{ $probability }。
        [agree] 发生任何变化的概率为{ $probability }，与地图一致。
       *[differ] 发生任何变化的概率为{ $probability }，但与地图不一致。
    }
sure-some = { $objects }个对象中有{ $unsure }个的概率低于{ $below }，占变化像素的{ $share }。
sure-all = { $objects }个对象中有{ $unsure }个的概率低于{ $below }。
limits-here = { $pixels }（此处为{ $size }）
limits-seen = 我能看到{ $smallest }以上的变化（{ $kinds }）
limits-direction = ，并能区分新增与消失
limits-no-direction = ，但不能区分其方向
limits-resolution = ；适合每像素{ $low }至{ $high }的影像
limits-these = ，这些影像为{ $resolution }
limits-by-bands = 任何地面，根据其波段
limits-ground = 其他地面
limits-unseen = 我看不到：{ $unseen }。
limits-indices = 波段允许的光谱指数能说明更多：{ $indices }。
unseen =
    { $name ->
        [trees-and-crops] 树木和农作物
        [water] 水体
        [bare-soil] 裸土
        [vehicles] 车辆
        [what-a-building-is-used-for] 建筑物的用途
        [damage-that-leaves-a-roof-in-place] 屋顶仍在的损坏
        [heights] 高度
        [anything-that-came-and-went-between-the-two-dates] 两个日期之间出现又消失的事物
        [buildings-and-roads-one-by-one] 单个建筑物和道路
        [whether-plants-changed-by-themselves-with-the-season-or-by-people] 植物的变化是自然的、季节性的还是人为的
       *[other] { $text }
    }

## 光谱指数与地表覆盖

index =
    { $date ->
        [before] 前期的{ $index }{ $mean }，{ $range }。
       *[after] 后期的{ $index }{ $mean }，{ $range }。
    }
index-change = { $index }前期{ $before }，后期{ $after }；变化{ $change }，{ $range }。
index-mean = 平均为{ $value }
index-median = 中位数为{ $value }
index-range = 大多在{ $low }至{ $high }之间
index-class =
    { $name ->
        [bare-ground-or-water] 裸地或水体
        [sparse-vegetation] 稀疏植被
        [dense-vegetation] 茂密植被
        [dry-land] 干地
        [water] 水体
        [not-built-up] 非建设用地
        [built-up-or-bare] 建设用地或裸地
        [no-snow] 无雪
        [snow] 积雪
        [strong-regrowth] 强烈再生
        [weak-regrowth] 轻微再生
        [unburned] 未过火
        [low-severity] 轻度火烧
        [moderate-low-severity] 中低度火烧
        [moderate-high-severity] 中高度火烧
        [high-severity] 重度火烧
        [in-the-same-class] 类别不变
        [less-vegetation] 植被减少
        [more-vegetation] 植被增加
        [less-water] 水体减少
        [more-water] 水体增加
        [less-built-up-or-bare-ground] 建设用地或裸地减少
        [more-built-up-or-bare-ground] 建设用地或裸地增加
        [less-snow] 积雪减少
        [more-snow] 积雪增加
       *[other] { $text }
    }
index-unknown = { $share }的像素未知。
class-ground = { $name }{ $ground }
ground-share = { $size }（{ $share }）
cover-classes =
    { $date ->
        [before] 前期的地表覆盖：{ $classes }。
       *[after] 后期的地表覆盖：{ $classes }。
    }
cover-uses = 其用途似乎是：{ $uses }（{ $method }）。
use =
    { $name ->
        [annualcrop] 一年生作物
        [forest] 森林
        [herbaceousvegetation] 草本植被
        [highway] 公路
        [industrial] 工业
        [pasture] 牧草地
        [permanentcrop] 多年生作物
        [residential] 住宅
        [river] 河流
        [sealake] 海或湖
       *[other] { $text }
    }
cover-unknown = { $share }的像素类别未知。
transition = { $before }变为{ $after }{ $ground }
transitions-none = 两个日期之间没有像素改变地表覆盖类别。
transitions = 两个日期之间{ $changed }改变了类别，{ $kept }保持不变。
transitions-list = 由何变为何：{ $transitions }。
transitions-smaller = 其他的更小
transitions-yearly = 相当于每年{ $share }。
transitions-net = 净变化：{ $classes }。
transitions-corrected = 扣除地图误差后，{ $share }发生了变化
transitions-corrected-list = { $share }：{ $transitions }。

## 档案

archive-none = 档案中没有这样的内容。
archive = 在档案的{ $searched }个影像对部分中，{ archive-nearest }：
archive-nearest = 最接近的有{ $count }个
archive-score = 得分{ $score }
archive-dates = { $before }至{ $after }
archive-card = （{ $number }）“{ $caption }”（{ $told }）。
archive-opened =
    第{ $number }号现已作为影像对{ $pair }打开：{ $before }和{ $after }；找到的内容在第{ $left }至{ $right }列，第{ $top }至{ $bottom }行。
notes-none = 档案中没有相关的笔记。
notes = 保存的笔记：
note = “{ $text }”（来源：{ $source }）。

## 工作

export = { $file }包含{ $holds }。
export-limited = { $file }包含{ $holds }，仅限{ $limits }的对象。
export-objects = { $file }仅包含{ $them }。
export-empty = 因此{ $file }是空的。
export-whole = { $file }包含{ $holds }；其中是全部变化，不只是{ $them }。
export-land = { $file }包含{ $count }块{ $land }：失去{ $lost }，新增{ $gained }。小于{ $smallest }的不包括在内。
export-land-none = { $file }是空的：没有足够大的{ $land }失去或新增。
holds =
    { $name ->
        [the-class-of-change-at-each-pixel] 每个像素的变化类别
        [how-probable-change-is-at-each-pixel] 每个像素的变化概率
        [the-changed-objects-as-polygons-in-degrees] 变化对象的多边形（以度为单位）
        [the-changed-objects-as-polygons] 变化对象的多边形
        [the-changed-objects-as-a-table] 变化对象的表格
        [the-changed-objects-for-google-earth-and-other-globes] 供Google Earth等地球软件使用的变化对象
        [the-changed-objects-as-a-shapefile] 变化对象的shapefile
        [the-changed-objects-as-a-workbook-for-excel] 变化对象的Excel工作簿
        [the-earlier-image-as-a-picture] 供查看的前期影像
        [the-later-image-as-a-picture] 供查看的后期影像
        [the-later-image-with-what-changed] 标有变化的后期影像
        [a-map-of-a-spectral-index] 光谱指数图
        [a-map-of-land-cover] 地表覆盖图
        [the-land-cover-as-a-table] 地表覆盖的表格
        [a-drawing-of-which-land-cover-became-which] 地表覆盖转变的流向图
        [a-map-of-change-by-radar] 雷达变化图
        [a-picture-of-change-by-radar] 雷达变化图片
        [the-zones-with-what-changed-in-them] 各分区及其中的变化
        [the-zones-with-what-changed-in-them-as-a-table] 各分区及其中变化的表格
        [a-report-with-pictures-numbers-methods-and-limits-in-one-file] 一份包含图片、数字、方法和局限的单文件报告
        [the-same-report-as-pdf] 同一报告的PDF版
        [all-numbers-with-inputs-settings-and-checksums-for-terradelta-rerun] 所有数字及输入、设置和校验和，供terradelta rerun使用
        [what-one-kind-of-land-lost-and-gained] 某类地面的失去与新增
       *[other] { $text }
    }
holds-some = { $holds }，仅一部分
file = { $file }（{ $holds }）
file-of-pair = { $file }（{ $holds }；影像对{ $pair }）
files = 目前已写入本次对话文件夹的文件：{ $files }。
files-none = 还没有写过文件；可以要求一个，例如PDF报告或GeoJSON。
pair-swapped = 日期已互换：影像对{ $pair }以{ $before }为前期影像，以{ $after }为后期影像；此后的提问都针对它。
pair-current = 此后的提问都针对影像对{ $pair }：{ $before }为前期影像，{ $after }为后期影像。
assumed = 以上大小按每个像素{ $size }的假设计算。
assumed-now = 此后的面积和长度都按每个像素{ $size }的假设计算。
selftest-size = { $size }屋顶（宽{ $low }至{ $high }米）{ $planted }个中的{ $found }个
selftest = 在植入这对影像的建筑物中，网络找到了{ $sizes }。
selftest-road = 它标出了植入道路的{ $share }。
selftest-alarms = { $looks }次查看中误报{ $alarms }次，{ $rate } { $unit }。
batch = { $parts }，用时{ $seconds }秒。
batch-done = 完成{ $count }对
batch-failed = 失败{ $count }对
batch-kept = 沿用之前运行的{ $count }对
batch-twice = 重复列出{ $count }对

## 提供的功能

abilities = 我比较同一地点的两幅影像：我可以{ $others }，以及{ $last }。
ability =
    { $name ->
        [tell-what-the-images-are] 说明影像的情况
        [describe-what-changed] 描述发生了什么变化
        [draw-where-it-changed] 画出变化的位置
        [count-changed-buildings-and-roads] 统计变化的建筑物和道路
        [measure-changed-area-also-by-zones-or-parts-of-the-image] 测量变化面积，也可按分区或影像部分
        [list-the-largest] 列出最大的变化
        [tell-mean-sizes-densities-yearly-rates-lengths-and-spacing] 给出平均面积、密度、年变化率、长度和间距
        [compute-spectral-indices-and-their-change] 计算光谱指数及其变化
        [tell-land-cover-and-what-became-what] 说明地表覆盖及其转变
        [group-the-ground-into-zones-of-like-spectrum] 把地面划分为光谱相似的区域
        [tell-from-radar-what-changed-under-clouds] 用雷达说明云下的变化
        [search-an-archive-of-pairs] 搜索影像对档案
        [look-up-earlier-answers] 查找以前的回答
        [offer-causes-that-would-fit] 提出可能的原因
        [tell-how-sure-i-am-and-what-i-cannot-see] 说明我有多大把握以及看不到什么
        [write-maps-and-tables] 输出地图和表格
        [swap-the-dates] 互换两个日期
        [list-the-files-written-so-far] 列出目前已写的文件
        [tell-when-and-how-much-an-index-changed-over-many-dates] 说明某指数在多个日期何时变化、变化多少
        [draw-the-chart-of-a-place-or-zone-over-time] 绘制某地点或区域随时间的曲线
        [tell-which-zones-changed-first] 说明哪些区域最先变化
        [compare-periods] 比较两个时期
        [tell-areas-adjusted-by-a-labelled-sample] 在人工标注样本之后给出扣除地图误差的面积
        [tell-where-a-programme-was-most-effective-over-zones-with-an-outcome-and-a-treatment] 说明某项目在哪些分区最有效（需有结果与处理列）
        [compute-the-numbers-of-an-answer-anew-by-another-path] 用另一种方法重新计算回答中的数字
        [tell-the-history-of-buildings-or-roads-over-many-dates] 说明建筑物或道路在多个日期间何时新增和消失
        [list-pieces-of-land-one-by-one] 列出失去或新增的地块
        [rank-parcels-by-what-changed-in-them] 按变化为地块排序
        [tell-how-the-land-cover-developed-over-many-dates] 描述多个日期的土地覆盖演变
        [hold-what-an-event-did-against-places-that-it-did-not-reach] 用事件未波及的地方来检验某事件的作用
       *[other] { $text }
    }
cannot-yet = 在此版本中我不能{ $wish }。
wish =
    { $name ->
        [answer-free-questions-about-the-look-of-an-image] 回答关于影像外观的自由提问
       *[other] { $text }
    }
refused = 我不能：{ $reason }

## 统计

statistic =
    { $name ->
        [mean_area] 平均面积为{ $value }；统计对象：{ $them }。
        [median_area] 面积中位数为{ $value }；统计对象：{ $them }。
        [smallest_area] 最小面积为{ $value }；统计对象：{ $them }。
        [largest_area] 最大面积为{ $value }；统计对象：{ $them }。
        [length] 沿中心线的总长度为{ $value }；统计对象：{ $them }。
        [spacing] 到最近一个的平均距离为{ $value }（中心到中心）；统计对象：{ $them }。
       *[total_area] 总面积为{ $value }；统计对象：{ $them }。
    }
statistic-none = 只有一个对象，因此没有到另一个的距离；统计对象：{ $them }。
statistic-perimeter = 轮廓的平均长度为{ $value }，总长{ $total }；统计对象：{ $them }。
statistic-share =
    { $among ->
        [any] { $them }：占全部{ $count }个变化对象的{ $value }，占其面积的{ $area }。
       *[same] { $them }：占全部{ $count }个的{ $value }，占其面积的{ $area }。
    }
statistic-density = 有效地面上的密度为{ $value }；统计对象：{ $them }。
statistic-yearly-count = 每年{ $value }个；统计对象：{ $years }年内的{ $them }。
statistic-yearly-area = 每年的面积为{ $value }；统计对象：{ $years }年内的{ $them }。
numbered =
    { $kind ->
        [building] 建筑物{ $id }
        [road] 道路{ $id }
       *[any] 对象{ $id }
    }
distance = { $first }与{ $second }的轮廓相距{ $gap }，中心相距{ $centres }。
distance-touch = { $first }与{ $second }相接，中心相距{ $centres }。

## 某类地面的变化

land =
    { $name ->
        [water] 水体
        [trees] 树木覆盖的地面
        [vegetation] 植被
        [snow] 冰雪
        [built] 建设用地
        [soil] 裸地
       *[bare] 裸地或建设用地
    }
land-none = 两个日期都没有发现{ $land }{ $where }。
land-same = { $land }{ $where }与之前一样多，为{ $size }。
land-none-way =
    { $way ->
        [lost] { $where }没有减少的{ $land }。
       *[gained] { $where }没有增加的{ $land }。
    }
land-share =
    { $way ->
        [less] ，降幅为{ $share }
       *[more] ，增幅为{ $share }
    }
land-balance =
    { $way ->
        [less] { $land }{ $where }比之前减少了{ $size }{ $share }
        [more] { $land }{ $where }比之前增加了{ $size }{ $share }
       *[same] { $land }{ $where }与之前一样多{ $share }
    }：前期{ $before }，后期{ $after }；失去{ $lost }，新增{ $gained }。
land-where =
    { $way ->
        [lost] { $land }{ $where }失去{ $size }：{ $places }。
       *[gained] { $land }{ $where }新增{ $size }：{ $places }。
    }
land-halves = { $here }{ $first }，{ $there }{ $second }
land-all = 全部{ $place }
land-most = 最多的{ $place }（{ $share }）
land-parts =
    { $way ->
        [lost] { $land }{ $where }失去{ $size }：{ $parts }。
       *[gained] { $land }{ $where }新增{ $size }：{ $parts }。
    }
land-to = { $size }变为{ $cover }
land-from = { $size }原为{ $cover }
land-seen = 这是按地表外观判断的（概率{ $probability }），因为影像没有近红外波段。
land-seen-none = 没有看到{ $land }{ $where }的增减；没有近红外波段，小的变化无法判断。
land-seen-open = 无法判断{ $land }{ $where }是否有增减：有{ $size }的地表发生了变化，但没有近红外波段，看不出由什么变成什么。
land-seen-trees = 这样无法把树木与其他植物区分开。
land-seen-unclear = 另有{ $size }的地表发生了变化，但无法判断由什么变成什么。
land-rate =
    { $way ->
        [less] { $land }{ $where }每年减少{ $yearly }
        [more] { $land }{ $where }每年增加{ $yearly }
       *[same] { $land }{ $where }与之前一样多
    }（{ $years }{ $span ->
        [year] 年
       *[years] 年
    }内{ $size }）；每年失去{ $lost }，新增{ $gained }。
land-season = 两个日期相距不到一年，因此部分变化可能是季节造成的。
land-percent = 以上大小为占已知地面的比例。
land-noise = 仅地图的误差就会显示约{ $size }的减少{ $where }。
land-unknown = { $share }的像素的地面类别未知。
burnt = { $size }（占已知地面的{ $share }）看起来被火烧过{ $where }：在干燥处，其归一化燃烧指数（NBR）下降了0.27或更多。采伐和收获看起来可能相似。
burnt-where = 其中：{ $places }。
burnt-rate = 相当于每年{ $yearly }（{ $years }{ $span ->
        [year] 年
       *[years] 年
    }内）。
burnt-none = 两个日期之间没有发现火烧过的地面{ $where }。

## 雷达所见的变化

radar-when = { $before }至{ $after }之间
radar-when-unknown = 第一幅与最后一幅影像之间
radar-date-unknown = 日期未知
radar-changed = { $when }，雷达显示{ $size }（占已知地面的{ $share }）发生了变化：{ $parts }。
radar-changed-series = { $when }，雷达显示{ $size }（占已知地面的{ $share }）发生了变化；最后一次变化时{ $parts }。
radar-darker = { $size }变暗
radar-brighter = { $size }变亮
radar-mixed = { $size }在一种极化中变亮、在另一种中变暗
radar-place = 其中大部分{ $place }。
radar-intervals = 按日期的首次变化：{ $intervals }。
radar-interval = { $when }{ $size }
radar-none = { $when }，雷达未显示变化：没有{ $size }或更大的变化区域。
radar-flood = 很可能是的：{ $when }，{ $size }（占已知地面的{ $share }）很可能变成了开阔水面。
radar-flood-also = 在变化的地面中，{ $size }（占已知地面的{ $share }）很可能变成了开阔水面。
radar-flood-passed = 很可能一度是的：{ $when }，很可能的开阔水面曾覆盖{ $size }（占已知地面的{ $share }），后又退去。
radar-passed = 很可能的开阔水面曾一度覆盖{ $size }（占已知地面的{ $share }），在最后一幅影像上已不再覆盖。
radar-flood-none = { $when }没有发现新的开阔水面：没有{ $size }或更大的变化区域像平静水面那样暗。
radar-water = 最后一幅影像（{ $last }）上，很可能的开阔水面为{ $after }（占已知地面的{ $share }）；第一幅（{ $first }）上为{ $before }。
radar-water-untold = 无法从这些影像判断是否有开阔水面：它们未经定标，或者既没有VV也没有VH。
radar-slope = 没有提供高程，因此没有检查该地面是否像水面一样平坦。
radar-flat = 只计算了平坦地面。
radar-alike = 平滑的沙地、湿雪和沥青看起来与之相似，树下或房屋之间的水看不到。
radar-looks =
    { $how ->
        [stated] 检验按所说明的{ $looks }视处理斑点噪声。
       *[estimated] 检验按未变化地面所显示的{ $looks }视处理斑点噪声。
    }它会偶然标出{ $alpha }的未变化像素；这里共标出了{ $flagged }。小于{ $size }的区域不计。
radar-limits = 雷达只说明地表发生了变化，不说明原因：降雨、收割、翻耕、雪和冰也会使其变化。
radar-unknown = { $share }的像素情况未知。

## 结果之外

impossible =
    { $act ->
        [mail] 我不能发送任何内容，也不能发电子邮件；我写的文件在本次对话的文件夹中。
       *[print] 我不能打印、上传或打电话；我在这里回答并写文件。
    }
courtesy =
    { $act ->
        [thanks] 不客气。如有不清楚的地方，请继续提问。
        [enough] 好的。
       *[hello] 您好。请问两幅影像之间发生了什么变化：在哪里、有多少、为什么。
    }
recap = 到目前为止：{ $told }
recap-none = 还没有测量任何内容；请询问发生了什么变化。
beyond = 这一点我无法回答或完成：{ $things }。影像上看不出来，我的工具也做不到。
cannot-see = 我看不到：{ $things }。网络查找的是建筑物、道路和地面的其他变化。
balance =
    { $way ->
        [more] 比以前多，净变化{ $net }：
        [fewer] 比以前少，净变化{ $net }：
       *[same] 和以前一样多：
    }
method-alone = 这来自工具{ $tool }。
method = 这来自工具{ $tool }：{ $method }。
against =
    { $way ->
        [more] 比这多：
        [less] 比这少：
       *[unknown] 像元大小未知，无法判断是否更多；可以说“假设每像元0.5米”：
    }
pixel-size-unknown = 像元大小未知，因此大小以像素表示；可以说“假设每像元0.5米”。
land-one-date = 没有近红外波段，无法判断某一期有多少，只能说明变化：
most-in = 最多的{ $condition }：
difference-in = { $place }多{ $amount }：
difference = 相差{ $amount }：
difference-none = 两者相同：
built-up-not-apart = 用这些波段无法把建设用地与裸地区分开；两者合计：
yes-gross =
    { $way ->
        [loss] 是，失去{ $size }；总计：
       *[gain] 是，新增{ $size }；总计：
    }
no-thirds = 可以测量半部、四分之一和中间九分之一，不能测量三分之一，因此按半部计算：
part-unknown = 问题的一部分从这些影像无法得知；其余部分：
yes = 是：
no = 否：
claim-right = 属实：
claim-wrong = 不属实：
possibly = 可能：
hardly = 几乎没有，不超过地图误差会显示的量：
not-so-many = 不是{ $number }个：
not-more = 不对，没有超过{ $number }个：
not-fewer = 不对，不少于{ $number }个：
of-one-date =
    { $kind ->
        [building] 我统计发生变化的建筑物；某一日期共有多少栋，我无法判断。
        [road] 我统计发生变化的道路；某一日期共有多少条，我无法判断。
       *[any] 我统计发生的变化；某一日期有什么，我无法判断。
    }
not-used = 未采用的词语：{ $words }。
out-of-scope = 这些影像无法回答这个问题。可以问：变了什么、在哪里、有多少、有多大把握、为什么；“帮助”会列出我能做的一切。
when = 变化发生在两个日期之间；具体什么时候，两幅影像无法说明。
card-no-shift = 无法测定两期影像的配准情况，请目视比较。
limits-in =
    { $unit ->
        [px] 这些影像没有地理位置，因此限值按像素计算；要用平方米请给出 --pixel-size。
       *[m2] 这里的大小按平方米计算，限值也是如此，而不是按像素。
    }

## 随时间的变化

series-changed = { $index }，{ $count } 个日期，从 { $first } 到 { $last }：在有足够晴空日期的地面中，{ $share } 发生了变化{ $ground }。
series-none = { $index }，{ $count } 个日期，从 { $first } 到 { $last }：没有发现 { $limit } 或以上的变化。
series-dates = 变化最多的日期是 { $dates }；最早的变化见于 { $first }。
series-on =
    { $way ->
        [lower] { $day }（{ $share }，降低）
        [higher] { $day }（{ $share }，升高）
       *[both] { $day }（{ $share }，有升有降）
    }
series-trend =
    { $way ->
        [falls] 平均值每年下降 { $slope }（95 %：{ $low } 到 { $high }，p { $chance }）。
        [rises] 平均值每年上升 { $slope }（95 %：{ $low } 到 { $high }，p { $chance }）。
       *[none] 平均值没有确定的趋势：每年 { $slope }（95 %：{ $low } 到 { $high }，p { $chance }）。
    }
series-trend-unknown = 只有 { $count } 个晴空日期，不给出趋势。
series-p-under = 低于 0.001
series-shares = { $falling } 的地面有下降趋势，{ $rising } 有上升趋势（p 低于 0.05）。
series-suspect =
    { $count ->
       *[other] { $count } 个日期可疑（{ $days }）：数值当天偏离其水平又立即恢复，这不算变化。
    }
series-unknown = { $share } 的地面晴空日期太少，无法判断。
series-chart = { $place }的 { $index }，{ $count } 个晴空日期，从 { $first } 到 { $last }。
series-chart-empty = { $place }的 { $index } 只在 { $count } 个日期晴空，没有可画的内容。
series-whole = 整个地点
series-breaks = 数值{ $breaks }。
series-no-break = 数值没有突变。
series-break =
    { $way ->
        [fell] 下降了 { $size }，见于 { $day }（之前最后一个晴空日期：{ $since }）
       *[rose] 上升了 { $size }，见于 { $day }（之前最后一个晴空日期：{ $since }）
    }
series-zones =
    { $changed ->
        [0] { $index }：{ $zones } 个区域都没有突变。
       *[other] { $index }：{ $zones } 个区域中有 { $changed } 个发生突变。
    }
series-zones-first = 按时间顺序：{ $zones }。
series-zone = { $zone } { $told }
series-zones-falling =
    { $count ->
       *[other] { $count } 个区域有下降趋势，其中 { $zone } 最明显，每年 { $slope }。
    }
series-period = { $since } 至 { $until } 为 { $mean }（{ $count } 个晴空日期）
series-periods = { $place }的 { $index }：{ $first }，{ $second }。
series-difference =
    { $way ->
        [falls] 低了 { $difference }（95 %：{ $low } 到 { $high }）。
        [rises] 高了 { $difference }（95 %：{ $low } 到 { $high }）。
       *[none] 差值 { $difference } 并不确定（95 %：{ $low } 到 { $high }）。
    }
doubt-smallest = 此处从{ $smallest }起计。
doubt-on-ground = { $offset }（{ $ground }）
doubt-offset = 两个日期的配准偏移为{ $offset }，由这些影像测得。
doubt-season = 这两个日期在一年中相隔{ $days }天（{ $before }和{ $after }）。
doubt-covers = 我的数字适用于{ $before }至{ $after }的{ $area }。
verification-how = （用{ $again }代替{ $told }）
verification-outlines = { "" }按对象轮廓计算的面积也一致。
verification-number = { $name } { $told }，重算{ $again }
verification =
    { $verdict ->
        [pass] 已从文件重新计算{ $how }：{ $count }个数字全部一致。{ $outlines }
        [warn] 已从文件重新计算{ $how }：{ $count }个数字中有{ $some }个略有差异（{ $list }），其余一致。
       *[fail] 已从文件重新计算{ $how }：{ $count }个数字中有{ $some }个不一致（{ $list }）。请勿依赖这些数字。
    }
history-appeared =
    { $object ->
        [building]
            { $count ->
                [0] 没有新增建筑物
               *[other] 新增{ $count }栋建筑物
            }
       *[road]
            { $count ->
                [0] 没有新增道路
               *[other] 新增{ $count }条道路
            }
    }
history-disappeared =
    { $object ->
        [building]
            { $count ->
                [0] 没有建筑物消失
               *[other] 消失{ $count }栋
            }
       *[road]
            { $count ->
                [0] 没有道路消失
               *[other] 消失{ $count }条
            }
    }
history = 从{ $first }到{ $last }（{ $dates }个日期），{ $appeared }{ $gained }，{ $disappeared }{ $lost }。
history-ground = （{ $size }）
history-intervals = 逐期来看：{ $intervals }。
history-busiest = 变化最多的时段：{ $intervals }。
history-interval = { $since }至{ $until }新增{ $appeared }（每年{ $rate }）、消失{ $disappeared }
history-altered = { $grew ->
        [0] 原有的有{ $shrank }个变小。
       *[other] { $shrank ->
            [0] 原有的有{ $grew }个扩大。
           *[other] 原有的有{ $grew }个扩大，{ $shrank }个变小。
        }
    }
history-passing = 有{ $count }个新增后到最后一个日期已消失。
history-contradictions = 各时段在{ $count }个对象上互相矛盾（两次建成或两次消失）；只计一次。
history-direct = 仅比较第一个和最后一个日期：新增{ $appeared }，消失{ $disappeared }。
patches-none = 没有发现{ $way ->
        [lost] 失去
       *[gained] 新增
    }的{ $land }图斑{ $where }{ $without }。
patches-without = （不限面积时有{ $count }块）
patches = { $way ->
        [lost] 失去
       *[gained] 新增
    }的{ $land }图斑{ $where }共{ $count }块，合计{ $size }，由大到小：{ $pieces }。
patches-some = { $way ->
        [lost] 失去
       *[gained] 新增
    }的{ $land }图斑{ $where }共{ $count }块，合计{ $size }；最大的{ $shown }块：{ $pieces }。
patches-first = { $way ->
        [lost] 失去
       *[gained] 新增
    }的{ $land }图斑{ $where }共{ $count }块（合计{ $size }），最大的一块：{ $pieces }。
patches-ranked = { $way ->
        [lost] 失去
       *[gained] 新增
    }的{ $land }图斑{ $where }共{ $count }块，合计{ $size }；按面积第{ $rank }块：{ $pieces }。
patches-piece = { $size }（{ $told }）
patches-became = { $before }变为{ $after }
patches-smallest = 小于{ $size }的不列出。
patches-seen = 这是根据地面外观判断的；建筑物之下的不包括在内。
trajectory = 从{ $first }到{ $last }的{ $count }个日期的土地覆盖：{ $classes }。
trajectory-class = { $cover }从{ $before }到{ $after }
trajectory-still = 各类别的占比没有变化。
trajectory-path = 其在单纯形上的路径长{ $arc }（Fisher-Rao），直线距离{ $chord }；最大的一步为{ $step }，从{ $since }到{ $until }。
trajectory-rates =
    { $assumed ->
        [True] 最快的：{ $rates }；假设每幅图{ $right }的像素正确。
       *[False] 最快的：{ $rates }；据说明每幅图{ $right }的像素正确。
    }
trajectory-rate = { $before }变为{ $after }，每年占地面{ $share }（仅图的误差就会显示{ $noise }）
trajectory-until = 若速率不变，从{ $before }到{ $after }平均需要{ $years }年（标准差{ $deviation }）；仅图的误差会给出{ $noise }年。
trajectory-patches = { $cover }最大的斑块在{ $first }占其{ $before }，在{ $last }占{ $after }；斑块数为{ $few }和{ $many }。
trajectory-null = 数量和自相关相同的地面在{ $last }会有{ $expected }集中在一个斑块（p { $chance }）。
trajectory-dimension = 其盒计数维数为{ $before }和{ $after }。
assessed = 根据 { $points } 个标注点，{ $map } 扣除误差后的面积：{ $classes }。
assessed-class = { $name } { $adjusted }（{ $level } 置信区间 { $low } 至 { $high }），地图上为 { $mapped }
assessed-class-share = { $name } { $adjusted }（标准误差 { $error }），地图上为 { $mapped }
assessed-right = 地图的 { $overall } 是正确的（标准误差 { $error }）。
assessed-accuracies = 用户精度和生产者精度：{ $classes }。
assessed-accuracy = { $name } { $users } 和 { $producers }
assessed-people = { $people } 人参与标注，一致率 { $share }（kappa { $kappa }）。
assessed-people-share = { $people } 人参与标注，一致率 { $share }。
assessed-name =
    { $name ->
        [unchanged] 未变化
        [no-change] 未变化
        [changed] 变化
        [building] 建筑物
        [road] 道路
       *[other] { cover }
    }
zone-effects = 在 { $zones } 个分区中（其中 { $treated } 个接受处理），估计 { $treatment } 使 { $outcome } 平均变化 { $mean }（{ $level } 置信区间 { $low } 至 { $high }）。
zone-effects-differ = 各分区的效应大小不同：在协变量 { $set } 预测最大的三分之一中为 { $most }（{ $most_low } 至 { $most_high }），在预测最小的三分之一中为 { $least }（{ $least_low } 至 { $least_high }），均以预测未见过的分区评判（AUTOC { $autoc }，标准误差 { $error }）。
zone-effects-alike = 用协变量 { $set } 无法分辨效应更大的分区（AUTOC { $autoc }，标准误差 { $error }），因此没有证据表明它在某处更有效。
zone-effects-sets = 各组协变量并列，X 学习器与 T 学习器的 AUTOC：{ $sets }。
zone-effects-set = { $name } { $x } 和 { $t }
zone-effects-contrasts = 预测效应最大的分区与最小的分区的差别：{ $contrasts }。
zone-effects-contrast = { $column } { $most } 对 { $least }
zone-effects-names = 预测效应最大的分区：{ $names }。
effect-found = { $way ->
        [lower] 自 { $event } 起，{ $place }的 { $index } 比按{ $controls ->
            [0] 自身的过去
           *[other] { $controls } 个对照
        }所预期的低 { $size }（95 %：{ $low } 至 { $high }）。
        [higher] 自 { $event } 起，{ $place }的 { $index } 比按{ $controls ->
            [0] 自身的过去
           *[other] { $controls } 个对照
        }所预期的高 { $size }（95 %：{ $low } 至 { $high }）。
       *[none] 自 { $event } 起，{ $place }的 { $index } 与按{ $controls ->
            [0] 自身的过去
           *[other] { $controls } 个对照
        }所预期的相差 { $size }（95 %：{ $low } 至 { $high }），也可能没有差别。
    }
effect-verdict = 事件影响的结论：{ $verdict }。
effect-checks = 检验：{ $checks }。
effect-check = { $name ->
        [pre-period-fit] 事件前拟合
        [controls] 对照
        [interval] 区间
        [other-trend] 另一种趋势
        [placebo-in-time] 时间安慰剂
        [placebo-in-space] 空间安慰剂
        [leave-one-out] 逐一去掉对照
        [controls-untouched] 对照未受影响
        [date-of-the-break] 断点日期
        [second-opinion] 第二意见
        [convex-hull] 凸包
        [detectable-effect] 可检出效应
       *[other] { $text }
    }
verdict = { $name ->
        [supported] 成立
        [not-supported] 不成立
        [inconclusive] 无法判定
       *[other] { $text }
    }
parcels-about =
    { $way ->
        [lost] { $land }减少
        [gained] { $land }增加
       *[changed] { $land }
    }
parcels-none = 各地块中没有{ $about }。
parcels = { $parcels } 个地块中有 { $touched } 个有{ $about }，共 { $size }。
parcels-certain = 其中 { $certain } 个的变化超出地图误差所能造成的范围。
parcels-most = 占比最大的地块：{ $rows }。
parcel-row = { $parcel } 为 { $share }（{ $low } 至 { $high }），{ $size }
parcel-row-plain = { $parcel } 为 { $share }，{ $size }
parcels-rule = 规则（{ $rule }）在 { $holds } 个地块成立，在 { $undecided } 个地块尚无定论。
parcels-unmeasured = { $count } 个地块没有已知像素。
parcel-kind =
    { $name ->
        [water] 水体
        [trees] 树木
        [vegetation] 植被
        [snow] 雪
        [bare] 裸地
        [building] 建筑物变化
        [road] 道路变化
        [any] 地面变化
       *[other] { $text }
    }
effect-area = 关注区域
