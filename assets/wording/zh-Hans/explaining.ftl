# Words of `qipan explain`: how a number came about. Reasons and units of columns are in site.ftl.

# a text the catalogue has in English only
in-english = （英文）
# a text the catalogue has in simplified Chinese only
in-simplified = { "" }

release = 版次 { $id }
row = 数据行
method = 方法
method-says = 此处不重算；算法见方法
made-of = 构成
inputs = 输入：{ $text }
made-as = 算法
true = 是
false = 否
equal = 由公布数值重算：一致，{ $recomputed }，相差 { $difference }
not-equal = 由公布数值重算：不一致，{ $recomputed }，相差 { $difference }
not-repeated = 此处不重算
withheld = 不予给出
no-figure = 无数据
present = { $of } 个中 { $n } 个有数据
reached-by = { $n } 个重大战略覆盖的地区
mean = 平均
# between names
joint = 、
days = { $first } 至 { $last }
leaves = 末端：{ $n } 个公布数值，其中出处较弱 { $weak } 个
leaves-unknown = 末端：本表未登记输入；算法见方法与表的说明
leaf-line = { $indicator } { $years } 年，{ $edition }，{ $days } 公布，{ $publisher }
heading-leaves = 公布数值
weak = 出处较弱
weakly = { $n } 个出处较弱
files = 文件；* 为出处较弱
file-edition = { $edition }，{ $days } 公布，单位：{ $unit }

part-subject = 本项
part-reference = 参照
part-nation = 全国
part-earlier = 五年前
part-before = 修订前
part-after = 修订后
part-start = 期初
part-first = 首年
part-last = 末年

role-value = 数值
role-numerator = 分子
role-denominator = 分母
role-weight = 权数

how-sum-over-members = 各成员之和
how-sums-divided = 分子之和 / 分母之和
how-numerator-over-denominator = { $scale } x 分子 / 分母
how-as-printed = 照公布数值
how-mean-of-year-ends = 同一版本上年末与本年末的平均
how-printed-number = 公布数值
how-printed-number-factor = 公布数值 x { $unit_factor }
how-printed-number-rate = 公布数值 x 汇率
how-printed-number-factor-rate = 公布数值 x { $unit_factor } x 汇率
how-embedded = 内置版本公布
how-printed = 此后由发布机构公布
how-cross-rate = 由两种美元汇率套算
how-parity-mean = 每日中间价的平均

fact-indicator-id = 指标
fact-period = 年份
fact-group-id = 分组
fact-n-strategies = 战略个数
fact-region-id = 地区
fact-n-members = 成员数
fact-n-present = 有数据的成员数
fact-coverage = 覆盖率
fact-null-reason = 不予给出的理由
fact-basis-text = 口径
fact-has-break = 与上年口径不同
fact-coverage-kind = 范围
fact-scale = 倍数
fact-role = 作用
fact-vintage-id = 版本
fact-value-text = 公布原文
fact-unit-printed = 公布单位
fact-unit-factor = 单位换算倍数
fact-currency = 货币
fact-cell-address = 单元格
fact-table-title = 原表
fact-snapshot-id = 文件
fact-sha256 = 文件的 sha256
fact-retrieved = 取得日期
fact-basis-id = 口径
fact-published-on = 公布日期
fact-source-id = 发布机构
fact-is-weakly-attributed = 出处较弱
fact-attribution-note = 出处说明（英文）

column-indicator = 指标
column-years = 年份
column-edition = 版本
column-published = 公布日期
column-publisher = 发布机构
column-cells = 单元格数

# what a row was made of, by table
inputs-by-keys = 该组各成员在本行所涉年份、本口径视图下该指标的全部数值。
inputs-core-observations = 公布数值本身。
inputs-core-printed-figures = { inputs-core-observations }
inputs-core-viewed-values = 该地区本身，按此口径视图。
inputs-core-region-values = 该地区本身。
inputs-core-group-observations = 该组的成员。
inputs-metrics-region-gap = 一个地区，以及由各省级单位加总的全国。
inputs-metrics-gap-between-groups = 一个分组与其参照分组，两者均由成员加总。
inputs-metrics-gap-to-nation = { inputs-metrics-gap-between-groups }
inputs-metrics-gap-to-rest = 一个区域与全国；其余地区为全国合计减去该区域合计。
inputs-metrics-gap-by-dose = 被相应个数的战略覆盖的省级单位，以及全国所有单位。
inputs-metrics-group-share = 一个分组的合计与全国各单位的合计。
inputs-metrics-claim-values = 官方表述所涉的分组或地区在期初与期末的数值，以及其对照对象。水平与变化先除以表述所用的单位倍数，再相加。
inputs-metrics-convergence-test = 时段首年与末年的成员，成员按面板所用的成员口径。检验与区间由固定种子的随机抽样得出，此处不重做。
inputs-marts-claims = { inputs-metrics-claim-values }
inputs-marts-group-gap = { inputs-metrics-gap-between-groups }
inputs-marts-group-profile = 一个分组；该行与全国对比时有全国；该行给出变化时有五年前的该分组。
inputs-marts-group-share = { inputs-metrics-group-share }
inputs-marts-inequality = 该组的成员及其权数；各成员份额相等，或为其占权数合计的比重。
inputs-marts-province-gap = { inputs-metrics-region-gap }
inputs-marts-revisions = 一个地区的两个版本；分组为各成员之和，各取截至该次修订的最新版本与修订之前的最新版本。
inputs-marts-strategy-overlap = { inputs-metrics-gap-by-dose }
inputs-marts-zone-gap = { inputs-metrics-gap-to-rest }最高与最低取自该区域自身成员。
