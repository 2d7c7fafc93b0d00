# 工具所说的内容（中文）：警告、说明和拒绝。英文在其产生之处。

## 列表

list = { $first }、{ $last }
semicolons = { $first }；{ $last }
both = { $first }和{ $last }
in-a-row = { $first }{ $last }
and-more = { $named }以及另外 { $more } 个

## 分析之前

identical = 两幅影像逐像素完全相同：请检查给出的文件是否正确。
unfit-pixels =
    一个像素在地面上为 { $resolution } 米；网络以 { $trained } 米的分辨率训练，在 { $low } 至 { $high } 米之间可靠，因此可能有漏检和误报{ $remedy }。
try-resampling = ；可尝试 --resample { $metres }
coarser-image = 有一幅影像的像素为 { $native } 米，所显示的细节少于 { $resolution } 米的格网。
oblong-pixels = 像素在地面上宽 { $width } 米、高 { $height } 米，房屋因此看起来被拉伸；请用 --resample { $metres } 使其成为正方形。
no-photograph = { $name } 包含{ $content }，不是照片：不在其中查找建筑物和道路{ $remedy }。
by-radar = ，但 terradelta radar 可以说明哪里发生了变化
too-little-to-compare = 可见内容太少，无法判断两期影像是否对齐。
unlike = 无法判断两期影像是否对齐：它们看起来不相似。请目视比较。
turned = 两期影像似乎相对旋转了约 { $degrees } 度：请先做配准。
shifted =
    后期影像{ $side ->
        [left] 偏左
       *[right] 偏右
    } { $columns } 像素、{ $way ->
        [up] 偏上
       *[down] 偏下
    } { $rows } 像素：请先做配准，因为轮廓是在原位比较的。
blank = { $name } 什么也没有显示：其像素几乎全都一样；请检查文件是否正确。
no-data = 共同地面的 { $share }% 在一期或两期没有数据；对这部分一无所知。
clouds = { $name } 的 { $share }% 看起来像云、雪或反光；其下的内容看不到。

## 影像对

dates-swapped = 第一幅影像的日期是 { $first }，晚于第二幅（{ $second }）：两者可能颠倒了。
filled = { $name } 的 { $share }% 在所有波段中都是 { $fill }，虽然文件没有声明，仍视为无数据；如果不对，请声明正确的值：gdal_edit.py -a_nodata VALUE。
turned-unmoved = 两期影像似乎旋转了约 { $degrees } 度，因此没有移动任何影像。
unsure-unmoved = 无法确定两期影像之间的偏移，因此没有移动任何影像。
too-far-to-move = 配准偏移为 { $pixels } 像素，太大，无法在此校正；请先对影像做配准。
moved-back = 第二幅影像已移回 { $columns } 列、{ $rows } 行。
nowhere = 两幅影像都没有说明位置，因此面积以像素和百分比表示，而不是平方米。
nowhere-one = { $name } 没有说明位置；假定它与另一幅影像覆盖同一地面。
warped = 第二幅影像已转换到第一幅的格网上。
warped-from = 第二幅影像已转换到第一幅的格网上，{ $what }。
from-crs = 从 { $there } 到 { $here }
from-pixels = 像素从 { $there } 米到 { $here } 米
overlap = 只判断重叠部分：第一幅影像的 { $share }%。
resampled = 两幅影像都已重采样为 { $metres } 米的像素。
stretched = 数值为 { $types }（{ $kind }）；{ $low } 至 { $high } 已拉伸到 0–255，两期相同。
digital-numbers = DN 值
reflectance-reals = 0–1 的反射率
reflectance-numbers = 反射率 x 10,000
decibels = 分贝
unlike-kinds = 两期影像的数值种类不同，同一种拉伸会掩盖其中一方；在相信任何变化之前，请先统一数值种类。
in-decibels = 数值看起来是以分贝表示的雷达；网络只认识光学影像。

## 区域和分区

one-left-out =
    { $noun ->
        [zone] { $file } 中的分区 { $named } 未采用：它{ $reason }。
       *[feature] { $file } 中的要素 { $named } 未采用：它{ $reason }。
    }
some-left-out =
    { $noun ->
        [zone] { $file } 中有 { $count } 个分区未采用，因为每一个都{ $reason }：{ $named }。
       *[feature] { $file } 中有 { $count } 个要素未采用，因为每一个都{ $reason }：{ $named }。
    }
outside = 位于影像之外
too-small = 太小或太窄，没有任何像素中心落在其中
no-shape = 没有形状
no-degrees = 的坐标不是度数
unplaced = 无法整体投影到影像的坐标参考系
tangled = 自相交次数太多，无法修复
no-polygon =
    { $kind ->
        [Point] 是一个点
        [MultiPoint] 是一组点
        [LineString] 是一条线
        [LinearRing] 是一条线
        [MultiLineString] 是一组线
       *[other] 属于没有面积的类型
    }，不是多边形
too-many-corners = 无效，并且有超过 { $most } 个顶点
no-area = 没有围住任何面积
beyond-repair = 无法修复
no-outline = 少于三个顶点
no-numbers = 的坐标不是数字
no-places = 的坐标超出任何地图
nested-rings = 的环互相嵌套次数太多
area-left = 关注区域属于之前打开的影像对；对这一对查询的是全部范围。

## 文件

of-file = { $name } { $note }
day-by-name = 按文件名是 { $first }，按写入时间标签是 { $last }；采用 { $first }，并且不给出年变化率：请用 --date-before 和 --date-after 指明日期。
day-by-tag = 按写入时间标签是 { $first }，按文件名是 { $last }；采用 { $first }，并且不给出年变化率：请用 --date-before 和 --date-after 指明日期。
bands-by-number = { $name } 有 { $count } 个没有名称的波段，与 { $family } 相同；{ $numbers } 为红、绿、蓝。
first-three-bands = { $name } 没有给出波段名称；前三个视为红、绿、蓝。
pages = { $name } 包含 { $count } 页；只读取第一页。
camera-turned = { $name } 拍摄时相机是转动的，按存储的样子读取，没有扶正；如果另一幅影像方向不同，请先把两幅都扶正保存。
for-print = { $name } 是为印刷制作的（CMYK）；其颜色按经验换算为 RGB。
file-damaged = { $name } 已损坏或被截断，无法读取；请重新复制或下载。
overviews-damaged = { $name } 的概览图已损坏或被截断；读取像素时不使用它们。
metadata-damaged = { $name } 在像素以外的部分（元数据或后面的页）已损坏；其像素仍被读取。
placed-beside = { $name } 没有说明位置；按旁边的 world 文件或 .prj 定位。
world-file-alone =
    { $name } 旁边的 world 文件无法为它定位，因为旁边没有可读的 .prj 说明坐标参考系；请写入文件：gdal_translate -a_srs EPSG:CODE { $name } placed.tif。
elevations = 高程
radar-backscatter = 雷达后向散射
no-brightness = 不表示亮度的单一数值
ready-index = 现成的 { $index }

## 波段与缩放

band =
    { $key ->
        [A] 海岸蓝
        [B] 蓝
        [G] 绿
        [G1] 绿 1
        [N] 近红外
        [N2] 窄近红外
        [R] 红
        [RE1] 红边 1
        [RE2] 红边 2
        [RE3] 红边 3
        [S1] 短波红外 1
        [S2] 短波红外 2
        [T] 热红外
        [T1] 热红外 1
        [T2] 热红外 2
        [WV] 水汽
        [Y] 黄
       *[other] { $name }
    }
name-bands = 如果不对，请按顺序列出：--sensor { $sensor }:green,red,rededge,nir。
state-bands = 请用 --sensor 指明，可用已知传感器（{ $sensors }），或按顺序列出波段（{ $stated }:green,red,rededge,nir）
bands-unused = 波段 { $listed } 没有名称，不予使用；{ $named }
band-as-infrared = 波段 { $band } 没有名称，与红、绿、蓝一起时视为近红外；{ $named }
alpha-as-infrared = 波段 { $band } 标记为 alpha，但内容不只是覆盖范围，与红、绿、蓝一起时视为近红外；{ $named }
bands-by-product = 波段没有名称；按文件名所示的 { $sensor } 的顺序读取。
bands-by-count = 没有任何信息说明这 { $count } 个波段的名称；按数量视为 { $sensor } 的波段，并按其顺序；{ $named }
no-sensor = 这里没有传感器 { $name }；请从 { $sensors } 中选择，或列出波段：{ $stated }:green,red,nir。
no-band-of-sensor = { $listed } 中有 { $sensor } 没有的波段；它有 { $names }。
no-band-name = { $word } 不是波段名称；请使用 { $names }，跳过的波段用 -。
unknown-band = 没有任何信息能确定 { $name } 的唯一波段是什么；{ $ways }。
unknown-bands = 没有任何信息能确定 { $name } 的 { $count } 个波段是什么；{ $ways }。
too-many-bands-named = { $name } 有 { $count } 个波段，{ $sensor }有 { $named } 个；请按顺序列出它包含的波段，例如 --sensor { $example }。
the-list = 列表
stated = 由人指明
stated-baseline = 由人指明（基线 { $baseline }）
brightness = 8 位亮度
reals-as-reflectance = 实数视为反射率
numbers-as-reflectance = 整数视为反射率 x 10,000
own-scale = 文件自带的比例和偏移
of-collection-2 = 数值属于 Landsat Collection 2
rough-thresholds = 影像包含的是 8 位亮度，不是反射率：指数阈值对它们只是粗略的。
no-sensor-told = 文件没有说明传感器，因此其数值视为反射率 x 10,000；请用 --scale 和 --offset 指明其他比例。
large-reals = 文件包含大于 { $limit } 的实数，与整数一样视为 DN 值；请用 --scale 和 --offset 指明其他比例。
no-baseline = 文件没有说明处理基线；从 { $first } 起需要减去 { $offset }：请用 --baseline 或 --offset 指明。
as-collection-2 =
    文件中几乎没有低于 { $limit } 的数值，与 Landsat Collection 2 相同，因此采用其规则（反射率 = { $scale } x 数值 - { $offset }）；其他值请用 --scale、--offset 指明。
were-they-later = 如果是基线 { $first } 或更新的 Sentinel-2 数据，需要减去 { $offset }：请指明 --baseline。
different-scales = { $name } 的各波段声明了不同的比例和偏移；请统一，或用 --scale 和 --offset 指明。
unknown-sensor = 未知
two-sensors = 两期来自不同的传感器（{ $sensors }），其波段不完全相同。
two-scalings = 两期影像按不同的规则缩放（{ $rules }）。
offset-apart =
    即使是{ $which ->
        [later] 后期
       *[earlier] 前期
    }最暗的数值也高出约 { $higher }，就像 Sentinel-2 从 04.00 起的基线偏移那样；那么这种变化大多不是真实变化：请指明 --baseline before,after，例如 02.12,05.09。
seasons-apart = 两期在一年中的日期相差 { $days } 天，因此植物、雪和水的变化可能是季节造成的。
no-data-of-date =
    { $date ->
        [after] 后期
       *[before] 前期
    }影像在两期重叠处没有数据。
too-bright = 最亮的将为 { $bright }
too-dark = 某一波段有一半将低于 { $dark }
no-reflectance =
    { $date ->
        [after] 后期
       *[before] 前期
    }影像的数值不是反射率：{ $wrong }（{ $by }）。请指明实际情况：--scale 和 --offset（反射率 = 比例 x 数值 + 偏移）、--baseline 或 --sensor。
no-optical-bands = { $name } 包含{ $content }，没有可用于计算指数和地表覆盖的光学影像波段；请给出含有这些波段的影像。
ready-index-scaled = { $name } 的数值视为 { $index } x 10,000；请用 --scale 指明其他比例。

## 指数与迹象

ndwi-of-roofs = NDWI 也会把屋顶和有雾霾的裸地当作水（Xu 2006）；在城镇中 MNDWI 更可靠。
no-index = 没有光谱指数 { $asked }；相近的有 { $near }。
no-plain-index = { $index } 需要的不只是波段（{ $needs }）；请选择简单的指数，例如 ndvi。
no-known-index = 这里没有已知的像素：全部是云、没有数据或除以零；请选用其他日期。
index-lacks-bands =
    { $index } 需要{ $names }，而{ $date ->
        [after] 后期
       *[before] 前期
    }影像没有；{ $remedy }。
possible-here = 这里可用：{ $names }
none-possible = 用它的波段无法计算任何常用指数
views-lack-bands =
    六幅图需要 { $keys }；{ $date ->
        [after] 后期
       *[before] 前期
    }影像缺少 { $lacking }。Sentinel-2 全都具备。
sign-lacks-bands = 需要{ $names }，而并非两幅影像都有
no-cause = 没有测量到任何需要解释原因的内容：{ $reasons }。
no-cloud-band = 没有波段标示云，因此云和云影可能被当作变化。
bands-disagree = 两期波段的一致性太低（相关系数 { $agreement }），无法区分变化与未变化；请检查两者是否显示同一地点且没有雾霾。
mostly-changed = 一半以上的地面（{ $share }%）可能发生了变化，就像换了季节或发生洪水那样，因此无法确定地区分变化与未变化；请选用同一季节的影像。
too-few-pixels = 两期都已知的像素只有 { $count } 个，太少，无法用波段判断变化；请给出云更少或重叠更大的影像。

## 地表覆盖

spectral-rules = 光谱规则无法区分裸地与建筑物和道路，也无法区分草地与农作物；有叶的林地可以识别，无叶的算作裸地或低矮植被。
zones-no-classes = 分区是光谱相近的组，不是地表覆盖类别；它们像什么是从其平均光谱读出的。两期之间光照、雾霾和季节的差异也会使像素在分区之间移动。
too-few-clusters = 影像中的地面种类太少，不足以划分 { $count } 个分区；请减少数量。
zones-lack-bands = 分区至少需要两期共有的 { $least } 个波段；它们共有 { $count } 个。
cover-lacks-bands =
    地表覆盖需要{ $names }，而{ $date ->
        [after] 后期
       *[before] 前期
    }影像没有；请给出含近红外的影像，或两幅分类栅格，或询问多模态模型（--vision）。
numbers-alone = 没有任何信息说明分类图中数字的含义，因此类别以数字命名；请用 --legend 指明：{ $legends }，或包含数值和名称的 JSON 或 CSV 文件。
zero-as-class = 0 被算作一个类别；如果它表示无数据，请声明：gdal_edit.py -a_nodata 0。
class-as-no-data = { $name } 把 { $value } 声明为无数据，而它代表“{ $cover }”；因此该类别在其中未知。
no-class-map = { $name } 不是分类图：它包含 { $bands }，类型为 { $dtype }；请给出单波段整数文件，每个整数代表一个类别。
number-of-bands = { $count } 个波段
no-map = { $name } 包含超过 { $most } 个不同的数值，像照片一样；请给出分类图，或用 --legend 说明哪个数值是哪个类别。
values-without-names = { $name } 包含图例 { $legend } 没有的数值：{ $listed }。请用 --legend 指明正确的图例，或给出包含每个数值名称的 JSON 或 CSV 文件。
worldcover-versions = ESA WorldCover 2020 年和 2021 年的地图由不同版本的算法制作，因此它们之间的部分差异不是地面的变化。
corine-areas = CORINE Land Cover 地图只显示 25 公顷及以上的区域；更小的变化见其变化图层。
map-noise = 如果误差相互独立，两幅地图{ $known }{ $how }在两期都与地面一致的像素约占 { $agreement }%；在没有变化的地方，有 { $changed }% 会看似变化。
map-accuracy = （各有 { $right }% 的像素正确）
accuracy-assumed = （这是假定的，因为无人说明）
below-map-noise = 测得的变化 { $changed }% 低于其两倍，因此可能只是地图的误差；请对照影像检查{ $way }。
tell-accuracy = ，或用 --map-accuracy 说明其精度
much-exchange = 变化中有 { $part }% 是互换：成对的类别彼此给出的与得到的一样多，这是类别混淆的典型表现；请在影像上查看最大的变化。
correction-independent = 校正假定两期的误差相互独立；如果同一地方两次都出错，校正就过强。
correction-clipped = 校正中有 { $share }% 为负值，已设为零：混淆矩阵与这些地图不完全吻合。
no-known-class = 没有像素在两期都有已知的类别；请选用其他日期或其他区域。
no-known-cover = 这里没有已知的像素：全部是云或没有数据；请选用其他日期。
no-class-in-part = { $where }没有像素在两期都有已知的类别；请询问其他部分，或选用其他日期。
no-class-of = 这些分类图没有“{ $cover }”这个类别；它们有：{ $names }。
no-trees = 没有短波红外波段，就无法把树木与其他植物区分开。
no-land-rate = 无法说明每年的变化，因为影像的日期未知、相同或顺序不对；请用 --date-before 和 --date-after 给出，例如 2019-06-30。
burnt-polygons = 过火地面不写成多边形，因为它是按燃烧指数找到的，不在分类图上；请询问哪里被烧过，或索取树木或植被的文件，其中说明失去了什么。
burnt-before = 无法说明过火地面之前是什么，因为它是按燃烧指数找到的，不在分类图上；请询问哪里被烧过，或哪种地表覆盖变成了哪种。
burnt-unmeasured = 无法测量过火地面：{ $reason }。

## 建筑物和道路

roads-of-each-date = 变化的道路是指一期显示而另一期没有的道路；狭窄、有阴影和未铺装的道路常被漏掉；请查看图片。
roads-from-masks = 变化的道路是从带道路掩膜的单幅影像学来的，新道路常被漏掉；请查看图片。
roads-from-drawings = 变化的道路是从绘制的场景学来的；请在图片上检查。
no-direction =
    这些权重不能说明哪些{ $status ->
        [disappeared] 消失了
        [appeared] 是新出现的
       *[other] 发生了这种变化
    }；请询问所有变化，或使用能够说明的权重。
bands-no-direction =
    波段不能说明哪些{ $status ->
        [disappeared] 消失了
        [appeared] 是新出现的
       *[other] 发生了这种变化
    }；请询问所有变化。
no-other-change = 这些权重只识别变化的建筑物和道路；请不要使用 `any`。
none-spoken-of = 还没有提到过任何单个对象；请先询问最大的一个。
no-object = 这对影像中没有对象 { $number }；请询问最大的对象以获得编号。
nearest-to-what = 离什么最近？请用编号指明对象，或指明建筑物、道路或影像中心。
nothing-beside =
    这里没有找到变化的{ $of ->
        [building] 建筑物
        [road] 道路
       *[other] 对象
    }，因此其旁边不可能有任何东西。
near-nothing =
    这里没有找到变化的{ $to ->
        [building] 建筑物
        [road] 道路
       *[other] 对象
    }，因此其附近不可能有任何东西。
near-no-object = 这里没有对象 { $number }，因此其附近不可能有任何东西。
both-the-same =
    两者都是{ $of ->
        [building] 建筑物
        [road] 道路
       *[other] 对象
    } { $number }；请用编号指明两个对象。
too-few-objects = 找到的此类变化对象有 { $count } 个，因此没有距离可说。
no-other-object =
    这里没有找到其他变化的{ $of ->
        [building] 建筑物
        [road] 道路
       *[other] 对象
    }，因此没有到它的距离。
unfit-unit = { $statistic } 不能用 { $unit } 表示；请从 { $fitting } 中选择。
no-length = 只有道路有长度；其他变化的对象请询问周长。
no-rate = 无法说明每年的变化，因为影像的日期未知或相同；请用 --date-before 和 --date-after 给出，例如 2019-06-30。
no-class-named = 没有指明类别；请从 building、road、any 中选择，或不指明类别。
how-near = 没有说明多近；请指明 max_distance 或 min_distance。
distance-to-what = 距离需要说明量到哪里：用编号指明的对象、建筑物、道路或影像中心。

## 雷达

two-of-one-day = 有两个文件的日期都是 { $day }；请每个日期给一个，或先合并同一次过境的相邻条带：gdal_merge.py。
order-as-given = { $name } 没有说明日期，因此文件按给出的顺序使用。
days-swapped = 第一幅影像的日期是 { $first }，晚于第二幅（{ $second }）：两者可能颠倒了。
put-in-order = 文件已按日期排序。
mixed-orbits = 按要求比较了不同轨道的日期（{ $how }）：坡地、树林和房屋可能看似变化，实际上什么也没有发生。
orbits-differ = { $first } 和 { $other } 取自不同的轨道（{ $how }），因此坡地和房屋即使没有变化也会看起来不同；请给出同一相对轨道的日期，或用 --mixed-orbits 仍然进行比较。
passes =
    { $one ->
        [ascending] 升轨
       *[descending] 降轨
    }和{ $other ->
        [ascending] 升轨
       *[descending] 降轨
    }
orbits = 相对轨道 { $one } 和 { $other }
clocks = UTC { $one } 和 { $other }，同一轨道不可能如此
no-orbit = { $names } 没有说明轨道；假定各期属于同一相对轨道和过境方向。
no-orbits = { $names } 没有说明轨道；假定各期属于同一相对轨道和过境方向。
unnamed-radar-bands = { $name } 有 { $count } 个没有名称的波段；请用 --bands VV,VH 按顺序命名，或给出只含后向散射的文件。
brighter-as-vv = { $name } 没有给出波段名称；较亮的一个（{ $band }）视为 VV。
band-as-vv = { $name } 没有给出波段名称，视为 VV；如果不是，请指明 --bands VH。
no-common-polarisation = 各期没有共同的极化：{ $told }；请给出各期相同的极化。
has-polarisations = { $name } 有 { $names }
shared-polarisation = 只比较 { $shared }，因为并非各期都有 { $other }。
one-polarisation = 只有一种极化（{ $name }）；有 VV 和 VH 会找到更多变化。
nearest-pixels = { $name } 在另一格网上，按最近的像素读取，因此位置精确到半个像素。
common-ground = 只判断各期都覆盖的地面：{ $name } 的 { $share }%。
different-looks = { $first } 的像素为 { $one } 米，{ $second } 的为 { $two } 米，其视数不同；请取自同一产品，或以相同方式处理成同一像素大小。
no-pixel-known = 没有像素在各期都已知；请给出相互重叠的影像。
border = { $name } 的 { $share }% 为 0，如同场景边界之外；对这部分一无所知。
amplitude = { $name } 包含整数，视为振幅并取平方；它没有定标，因此不说明开阔水面。
decibels-to-power = { $name } 包含分贝值，已换算为功率。
hundredths-to-power = { $name } 包含百分之一分贝的数值，已换算为功率。
unknown-looks = 各期都已知的地面太少，无法估计视数；请指明，对 10 米的 Sentinel-1 GRD 用 --looks 4.4。
unchecked-looks = 已知的地面太少，无法检查所指明的视数。
wrong-looks = 指明的视数为 { $stated }，但影像显示约为 { $found }，这样大部分未变化的地面会被算作变化；请指明 --looks { $option }，或不指明。
doubted-looks = 指明的视数为 { $stated }，但影像显示约为 { $found }；数值不对时{ $effect }：不指明 --looks 即采用影像所显示的。
missed = 会漏掉变化
false-alarms = 未变化的地面会算作变化
filtered = 相邻像素非常相似（相关系数 { $correlation }），影像似乎经过斑点滤波或平均：视数不再成立，检验的显著性水平未知；请给出未经滤波的影像。
no-days = 影像的日期未知，因此日期图中是从 1 开始的日期编号。
nothing-known = 这片地面没有像素在各期都已知；请给出覆盖它且不含零值的影像。
no-radar = 不知道 { $name } 是否包含雷达数据；请给出波段名为 VV 和 VH、或文件名说明这一点的 Sentinel-1 影像。
radar-resampled = 雷达在其自身的像素上比较，因为其他像素的视数不同；请不要使用 --resample。

## 时间序列

no-series = 随时间的变化需要三个或更多日期；请打开一个序列：文件夹、多个文件，或包含 path,date 的 CSV 文件。
no-season-fitted = 只有 { $count } 个日期，不拟合季节，因此差异可能是季节造成的；从跨越一年的 12 个日期起会去除季节。只有最后一个日期显示的内容没有更晚的日期证实。
no-season-out = 日期太少，无法去除季节，因此差异可能是季节造成的。
short-span = 各日期跨度不到一年，因此无法把季节与变化区分开。
cloudy-dates = { $all } 个日期中有 { $count } 个完全没有晴空（{ $days }）。
too-few-clear = 没有像素具备所需的 { $least } 个晴空日期，因此不说明任何变化。
undeclared-fill = { $name } 没有声明 { $fill }，而其许多像素都是这个值，视为无数据。
same-of-more = 另有 { $count } 个文件也是如此。
days-of-writing = { $count } 个文件（{ $names }）的日期取自其写入时间标签，因为没有其他信息；如果不对，请给出含 path,date 两列的 CSV 文件。
day-merged = 有 { $count } 天有多幅影像，已合并（{ $days }）。
days-merged = 有 { $count } 天有多幅影像，已合并（{ $days }）。
long-gap = { $first } 至 { $second } 之间有 { $years } 年没有影像；其间的变化记在之后的日期上。
other-grids = { $all } 幅影像中有 { $count } 幅与 { $name } 的格网不同，已转换到其格网上（{ $names }）；它们没有覆盖的部分在其日期上未知。
series-nowhere = 影像没有说明位置，因此面积以像素表示；假定它们覆盖同一地面。
many-sensors = 各期来自不同的传感器（{ $sensors }），其波段不完全相同：随传感器更换而看似的变化可能不是变化。
unnamed-sensor = 没有名称的传感器
ready-values = 现成的数值
baselines = 各期按不同的规则缩放，如处理基线所规定的那样，已加以考虑。
no-cloud-masks = { $dates }没有自带云掩膜，因此只在数值离开其水平又恢复的地方发现云。
date = 1 个日期（{ $days }）
dates = { $count } 个日期（{ $days }）
numbers-as-index = 文件没有说明其数值是什么；视为 { $index }。
numbers-scaled = 文件的数值视为 { $index } x 10,000；请用 --scale 指明其他比例。
a-file = 某个文件
no-date = { $text } 不是日期；请写成 2021-06-30、2021-06 或 2021。
no-date-near = { $day } 附近没有日期；日期从 { $first } 到 { $last }。
few-dates = { $all } 个日期中有 { $count } 个在 { $since } 至 { $until } 之间，而随时间的变化需要 { $least } 个；日期从 { $first } 到 { $last }。
the-first = 第一个
the-last = 最后一个
few-clear-dates = { $since } 至 { $until } 之间只有 { $count } 个晴空日期；日期从 { $first } 到 { $last }。
history-dates = { $count } 个日期多于一次可比较的 { $most } 个；请给出起止日期。
no-such-patch = 这样的图斑有{ $count }块，没有第{ $rank }块。
same-date = { $before } 和 { $after } 都最接近 { $day }；请给出相隔更远的日期。
no-zone = 没有分区 { $name }；有 { $known }。
no-position = 影像没有说明位置，因此无法在其上找到坐标位置。
position-outside = { $place } 位于影像之外；请给出影像之内的位置。

## 对话与档案

no-images = 还没有影像；请先打开一幅前期和一幅后期影像。
no-pair = 这个对话中没有影像对 { $name }；有 { $known }。
no-zones = 没有给出分区；请用 --zones 指定多边形文件。
unknown-zones = 没有分区 { $asked }；有 { $known }。
no-pixel-size = { $stated } 不是像素大小；请以米给出，例如 0.5。
pixel-size-known = 不能假定像素为 { $metres } 米，因为影像已有地理参考，自身说明为 { $own } 米；请不要指定像素大小。
class-maps = 这些是分类图，不是照片；请询问什么变成了什么，或给出影像。
unseen-content = { $name } 包含{ $content }，不是照片，因此无法在其中查找建筑物和道路；{ $remedy }
subtract-heights = 请给出影像；如需高度变化，请用一个文件减去另一个：gdal_calc.py -A after.tif -B before.tif --calc=A-B --outfile=rise.tif。
ask-by-radar = 请询问雷达显示了什么变化或是否被淹，或运行 terradelta radar BEFORE AFTER。
ask-of-index = 请询问指数如何变化，或给出影像。
save-as-whole-numbers = 如果是照片，请保存为整数：gdal_translate -ot Byte -scale in.tif out.tif。
too-coarse = 一个像素在地面上为 { $metres } 米：无法辨认任何房屋，而网络以 { $trained } 米训练。请给出更精细的影像，或用 --any-resolution 仍然查找。
no-archive = 没有给出档案；请用 --archive 指明由 terradelta index add 建立的档案。
no-notes = { $folder } 还没有笔记。
blank-question = 问题是空的；请说明要找什么，例如：houses built beside a road。
ask-in-english = 文本模型阅读英语；请用英语提问，结果才可靠。
question-cut = 问题共 { $count } 个字母，已截取前 { $most } 个。
rough-search = 单个日期的内容只能粗略说明：文本模型是从描述变化的句子学习的。
vague-search = 问题没有指明哪种变化，因此变化最多的部分排在最前。
unspoken-search = 这些词都没有出现在这里的描述中，因此只由阅读英语的文本模型判断。
found-gone = 编号 { $number } 的影像已不在添加时的位置；请重新添加。
nothing-found-yet = 还没有找到任何内容；请先在档案中搜索。
no-number-found = 找到的内容中没有编号 { $number }；有 1 至 { $count }。

## 语言模型

router-alone = 这是路由器单独规划的：没有安装小型语言模型（pip install 'terradelta[parser]'），因此不常见的说法和英语以外的语言可能被误解。
withheld = 语言模型的一些句子没有显示（{ $faults }）；它们要说的内容按模板给出。
model-too-slow = 语言模型 { $name } 用时过长；由内置规划器回答。
model-gave-up = 语言模型 { $name } 没有给出可用的回答；由内置规划器回答。
model-failed = 语言模型 { $name } { $failure }；请检查其服务器、名称和密钥。由内置规划器回答。
did-not-answer = 没有回答（{ $kind }）
refused-with = 拒绝了请求，状态为 { $status }
note-lost = 无法把这个回答保存为笔记：{ $reason }
conversation-lost = 无法保存这个对话以备后用：{ $reason }

## 文件与格式

no-format = 没有格式 { $name }；请从 { $names } 中选择。
format-shows-all = { $name } 显示所有计入的对象；只要其中一部分时，请选用 geojson、gpkg 或 csv 等对象表，或为所有文件设置 --min-area 或 --min-probability。
format-without-land = { $name } 不包含地表覆盖的多边形；请选用 geojson、gpkg、shapefile、kml、csv 或 xlsx。
geojson-needs-place = GeoJSON 需要有地理参考的影像，而这些影像没有；请选用 gpkg 或 csv。
kml-needs-place = KML 需要有地理参考的影像，而这些影像没有；请选用 gpkg、shapefile 或 csv。
file-gone = { $name } 已不存在；请放回原处，或打开另一对影像。
file-changed = { $name } 在打开之后被修改过；请重新打开这对影像。
possible-there = 那里可用：{ $names }
date-lacks-bands = { $index } 需要{ $names }，而 { $name }（{ $day }）没有；{ $remedy }，或从序列中去掉这个日期。
series-empty = 序列中没有任何日期包含数据；请检查文件的无数据值。
band-names = 波段名称为 { $names }。
several-cells = 有多个单元的标识以 { $start } 开头；请给出更多字符。
no-cell = { $folder } 中没有单元 { $start }；请给出搜索结果中的标识，或两幅影像。
archive-empty = { $folder } 还没有影像对；请添加：terradelta index add { $quoted } FOLDER
too-many-results = 无法给出 { $asked } 个结果；请要求 1 至 { $most } 个。
days-crossed = 没有哪一天既在 { $since } 之后又在 { $until } 之前；请交换两者。
no-area-given = { $area } 不是面积；请以平方米给出。
no-day = { $text } 不是日期；请写成 2024-06-30 的形式。
nothing-measured = 还没有测量过可以重新计算的东西；请先询问一个数字。
trajectory-classes = 这些日期无法得到相同的土地覆盖类别，因为有些缺少波段；请去掉那些日期。
trajectory-unknown = 没有像素在{ $before }和{ $after }都有已知类别；请去掉其中一个日期。
trajectory-cover = 这里没有土地覆盖“{ $cover }”；有{ $names }。
no-absorption = 没有哪个类别只增不减，因此无法给出到达终点的时间。
doubt-appearance = 阴影、光照、拍摄角度不同，或只在当天出现的东西，都可能看起来像变化；仅凭两幅影像无法排除。请在该处对比两幅影像。
doubt-rebuilt = 翻新或重新粉刷的屋顶可能看起来像新建筑，在原轮廓上重建的房屋则可能看不出变化。不测量高度：扩建与新建只能凭轮廓区分。
doubt-hidden = 被树木、阴影或云遮挡的东西从上方看不到：可能漏掉，遮挡消失后又可能像新出现的。小的东西更容易漏掉。
doubt-season = 季节、收割、干旱和水位会看起来像植被、土壤和水体的变化；仅凭两个日期无法与持久变化区分。同一季节的两幅影像或时间序列可以。
doubt-use = 建筑物的用途、地面的材料以及生长的植物种类，从这些影像无法判断。
doubt-threshold-bands = 像素是否变化由其波段相对于场景中未变部分的检验决定（IR-MAD）。可在提问中限定大小和概率。
doubt-threshold = 变化的概率大于不变时，像素才算变化。可在提问中限定大小和概率。
doubt-position = 轮廓沿像素边界；偏差未经测量。
doubt-counted-twice = 每个像素只属于一类：建筑物、道路和其他地面分别测量，不会重复计算。
doubt-accuracy-bands = 以上均未经实地核查。土地覆盖和变化的规则是已发表的；在此处是否准确尚不清楚。
doubt-accuracy = 以上均未经实地核查。概率和区间是用其他有标注的影像对校准的：概率表示此类发现在那里属实的比例。
doubt-other-source = 我只看这两幅影像，看不到那个来源：它可能涉及别的区域或时段，或统计别的、更小的东西。
assessed-unplaced = { $name } 没有说明位置，因此各类别以像元占比而非面积给出。
assessed-uneven-pixels = { $name } 的像元地面大小相差达 { $spread }%，而每个像元被抽中的概率相同；要得到准确面积，请把地图转换为等积投影。
points-unlabelled = 样本中有 { $count } 个点没有标注，未计入，视同其他点。
points-disputed = 有 { $count } 个点的意见各占一半；它们平分计入各类别。
points-unclear = 样本中有 { $count } 个点未计入，因为没有人能判断其类别。
class-of-few-points = 地图类别“{ $name }”中只有 { $count } 个标注点；请标注更多点以得到可靠的区间。
class-without-error = 类别“{ $name }”的 { $count } 个标注点全部正确，因此其标准误差偏小。
no-assessment = 没有打开任何地图精度评估：须先由人标注其样本（terradelta assess），并与影像一起打开其文件夹。
assessed-elsewhere = 被评估的 { $name } 与这些影像不在同一地点；请打开这些影像的地图的评估。
no-assessed-class = 被评估的地图没有类别“{ $name }”；有 { $names }。
assessed-other-grid = { $name } 覆盖的地面与这些影像不同；其面积为整幅地图的面积。
assessed-other-map = 被评估的地图有 { $then } 平方米{ $name }，当前地图有 { $now } 平方米：其设置不同，扣除误差的面积属于被评估的地图。
zone-covariates = 请为每组指定 1 至 { $most } 个处理前已知的协变量。
zone-own-covariate = { $column } 是被解释的变量，不能同时作为协变量；请将其去掉。
zone-no-column = 没有列 { $name }；有 { $known }。
zones-too-few = 数值齐全的分区只有 { $count } 个（另有 { $left } 个缺值），不足以说明哪里的效应更大；需要约 { $least } 个或更多。
zones-of-one-treatment = 有 { $treated } 个分区接受处理，{ $others } 个没有；要比较，两者都至少需要 { $least } 个。
zone-treatment = 第 { $row } 行的 { $column } 为 { $value }；处理应写为 1 或 0。
zone-no-number = 第 { $row } 行的 { $column } 为 { $value }，此处需要数字；请把类别编码为 0 和 1 的列。
zone-constant = { $column } 在所有分区中都是 { $value }；需要在分区之间有差异的结果。
zone-probability = { $column } 必须是 0 和 1 之间（不含两端）的处理概率。
zone-constant-covariates = { $set } 的协变量在所有分区中相同；请指定有差异的协变量。
zones-without-overlap = { $share }% 的分区按其协变量几乎必然接受或不接受处理，无法代表另一种情形；需要同类分区中既有处理又有未处理的。
zones-left-out = { $count } 个分区缺值，未计入。
zones-unplaced = 分区没有位置，因此视为彼此独立；区间可能过窄。
zones-few-blocks = 只有 { $count } 个分区块，因此标准误差较粗略。
zones-not-drawn = 处理概率由协变量估计：若处理并非随机抽取，协变量未反映的因素可能是效应的原因。
zones-no-covariates = 分区没有其他数字列；需要处理前已知的协变量。
zones-which-column = 没有名为 { $role } 的列；请说明是 { $known } 中的哪一个。
event-outside = { $event } 的事件不在数值范围之内，数值从 { $first } 到 { $last }；请给出其间的日期。
control-gaps = 对照 { $name } 在 { $percent } % 的时间步上没有数值；请去掉它或补齐缺口。
even-steps = { $dates } 个日期按事件起算平均为 { $steps } 个等长时间步，每步 { $months } 个月。
open-steps = { $steps } 个时间步中有 { $gaps } 个缺少该地或某个对照的数值，不计入。
short-before = 事件之前只有 { $count } 个 { $months } 个月的时间步有数值，而需要 { $least } 个；请给出更早的日期或更少的对照。
short-after = 事件之后只有 { $count } 个时间步有数值，而需要 { $least } 个；请给出更晚的日期。
constant-values = { $name } 的数值在事件之前没有变化；用于比较的数值必须有变化。
mixed-units = { $name } 的数值从 { $low } 到 { $high }，似乎混用了单位；请统一单位。
percent-of-values = 数值的 { $percent } %
no-percent = 无比例，因为有数值为 0
check-fit = 事件之前模型误差为 { $rmse }（均方根；{ $mape }），95 % 区间包含 { $percent } % 的时间步。
check-few-controls = 对照少于两个时无法把该事件与其他变化区分开；请给出两个或更多。
check-controls = { $count } 个对照相当于 { $equal } 个等权对照。
check-trend = 带自身斜率（局部线性趋势）时效应为 { $mean }（95 %：{ $low } 至 { $high }）。
check-none-left = 没有可以去掉的对照。
check-left-out = 逐一去掉一个对照时，效应在 { $low } 至 { $high } 之间。
check-untouched-open = 对照少于两个时无法判断事件是否波及它们。
check-untouched = 没有对照在事件时出现自身效应。
check-touched = 这些对照出现自身效应，事件可能波及了它们：{ $names }；请去掉它们。
check-no-break = 在不告知事件的情况下搜索，没有三种方法中两种一致的断点。
check-break = 在不告知事件的情况下搜索，最近的断点始于 { $day }，相差 { $away } 个时间步。
check-no-second = 未征求第二意见，或其软件包 bsts-causalimpact 未安装。
check-second = bsts-causalimpact 得出 { $mean }（95 %：{ $low } 至 { $high }）。
check-interval = 95 % 区间从 { $low } 到 { $high }（p = { $p }）。
skipped-windows = ；以下日期之前的历史太短：{ $days }
check-no-window = 事件之前没有与真实窗口等长且历史足够的窗口{ $left }。
check-in-time = 事件之前的 { $count } 个窗口中，最大效应为 { $mean }，始于 { $day }{ $left }。
check-no-rank = 对照太少，无法将该地与其排序。
check-in-space = { $count } 个对照中有 { $stronger } 个显示同样强的效应（p = { $p }）。
check-no-hull = 没有可以包围该地的对照。
check-hull = 事件之前，该地在 { $percent } % 的时间步上位于其对照之间。
check-no-detectable = 安慰剂太少，无法说明多大的效应可被发现。
check-detectable = 按安慰剂估计，{ $size } 的效应在 100 次中可被发现 80 次。
no-treated-place = 不知道事件影响了哪个地方，因此无从比较；请给出关注区域，或给出分区及其中一个的名称。
no-like-place = 外部 { $count } 个地方在 { $event } 之前都与此地不相似，因此没有对照；请给出事件未波及的分区。
controls-chosen = 对照 { $names } 是外部 { $count } 个地方中仅按事件之前的数值最相似的；若事件波及其中之一，请另行指定。
two-dates-no-cause = 两个日期无法说明变化由什么引起；这需要事件前后的一系列日期，以及事件未波及的地方。
no-event-day = 没有说明事件发生的时间；请给出日期、月份或年份。
no-parcel-rule = { $rule } 不是地块规则；请写明减少、增加或变化的内容及其占比，例如 { $example }；可用的有 { $kinds }。
no-parcel-share = 没有 { $share } % 这样的占比；请写 0 到 100 之间的数。
no-kind-in-parcels = 这些影像不能说明地块中的{ $kind }；可以说明的有：{ $known }。
parcels-overlap = 有地块相互重叠（{ $count } 对：{ $named }）；每个地块单独测量，因此总和会重复计算共有部分。
no-parquet = 未写出 GeoParquet 文件，因为没有安装 pyarrow（附加组件 `parquet` 中包含）。
