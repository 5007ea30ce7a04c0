# Words of `qipan explain`: how a number came about. Reasons and units of columns are in site.ftl.

# a text the catalogue has in English only
in-english = （英文）
# a text the catalogue has in simplified Chinese only
in-simplified = （簡體）

release = 版次 { $id }
row = 資料列
method = 方法
method-says = 此處不重算；算法見方法
made-of = 構成
inputs = 輸入：{ $text }
made-as = 算法
true = 是
false = 否
equal = 由公布數值重算：一致，{ $recomputed }，相差 { $difference }
not-equal = 由公布數值重算：不一致，{ $recomputed }，相差 { $difference }
not-repeated = 此處不重算
withheld = 不予給出
no-figure = 無資料
present = { $of } 個中 { $n } 個有資料
reached-by = { $n } 個重大戰略覆蓋的地區
mean = 平均
# between names
joint = 、
days = { $first } 至 { $last }
leaves = 末端：{ $n } 個公布數值，其中出處較弱 { $weak } 個
leaves-unknown = 末端：本表未登記輸入；算法見方法與表的說明
leaf-line = { $indicator } { $years } 年，{ $edition }，{ $days } 公布，{ $publisher }
heading-leaves = 公布數值
weak = 出處較弱
weakly = { $n } 個出處較弱
files = 檔案；* 為出處較弱
file-edition = { $edition }，{ $days } 公布，單位：{ $unit }

part-subject = 本項
part-reference = 參照
part-nation = 全國
part-earlier = 五年前
part-before = 修訂前
part-after = 修訂後
part-start = 期初
part-first = 首年
part-last = 末年

role-value = 數值
role-numerator = 分子
role-denominator = 分母
role-weight = 權數

how-sum-over-members = 各成員之和
how-sums-divided = 分子之和 / 分母之和
how-numerator-over-denominator = { $scale } x 分子 / 分母
how-as-printed = 照公布數值
how-mean-of-year-ends = 同一版本上年末與本年末的平均
how-printed-number = 公布數值
how-printed-number-factor = 公布數值 x { $unit_factor }
how-printed-number-rate = 公布數值 x 匯率
how-printed-number-factor-rate = 公布數值 x { $unit_factor } x 匯率
how-embedded = 內置版本公布
how-printed = 此後由發布機構公布
how-cross-rate = 由兩種美元匯率套算
how-parity-mean = 每日中間價的平均

fact-indicator-id = 指標
fact-period = 年份
fact-group-id = 分組
fact-n-strategies = 戰略個數
fact-region-id = 地區
fact-n-members = 成員數
fact-n-present = 有資料的成員數
fact-coverage = 覆蓋率
fact-null-reason = 不予給出的緣由
fact-basis-text = 口徑
fact-has-break = 與上年口徑不同
fact-coverage-kind = 範圍
fact-scale = 倍數
fact-role = 作用
fact-vintage-id = 版本
fact-value-text = 公布原文
fact-unit-printed = 公布單位
fact-unit-factor = 單位換算倍數
fact-currency = 貨幣
fact-cell-address = 儲存格
fact-table-title = 原表
fact-snapshot-id = 檔案
fact-sha256 = 檔案的 sha256
fact-retrieved = 取得日期
fact-basis-id = 口徑
fact-published-on = 公布日期
fact-source-id = 發布機構
fact-is-weakly-attributed = 出處較弱
fact-attribution-note = 出處說明（英文）

column-indicator = 指標
column-years = 年份
column-edition = 版本
column-published = 公布日期
column-publisher = 發布機構
column-cells = 儲存格數

# what a row was made of, by table
inputs-by-keys = 該組各成員在本行所涉年份、本口徑視圖下該指標的全部數值。
inputs-core-observations = 公布數值本身。
inputs-core-printed-figures = { inputs-core-observations }
inputs-core-viewed-values = 該地區本身，按此口徑視圖。
inputs-core-region-values = 該地區本身。
inputs-core-group-observations = 該組的成員。
inputs-metrics-region-gap = 一個地區，以及由各省級單位加總的全國。
inputs-metrics-gap-between-groups = 一個分組與其參照分組，兩者均由成員加總。
inputs-metrics-gap-to-nation = { inputs-metrics-gap-between-groups }
inputs-metrics-gap-to-rest = 一個區域與全國；其餘地區為全國合計減去該區域合計。
inputs-metrics-gap-by-dose = 被相應個數的戰略覆蓋的省級單位，以及全國所有單位。
inputs-metrics-group-share = 一個分組的合計與全國各單位的合計。
inputs-metrics-claim-values = 官方表述所涉的分組或地區在期初與期末的數值，以及其對照對象。水準與變化先除以表述所用的單位倍數，再相加。
inputs-metrics-convergence-test = 時段首年與末年的成員，成員按面板所用的成員口徑。檢驗與區間由固定種子的隨機抽樣得出，此處不重做。
inputs-marts-claims = { inputs-metrics-claim-values }
inputs-marts-group-gap = { inputs-metrics-gap-between-groups }
inputs-marts-group-profile = 一個分組；該行與全國對比時有全國；該行給出變化時有五年前的該分組。
inputs-marts-group-share = { inputs-metrics-group-share }
inputs-marts-inequality = 該組的成員及其權數；各成員份額相等，或為其占權數合計的比重。
inputs-marts-province-gap = { inputs-metrics-region-gap }
inputs-marts-revisions = 一個地區的兩個版本；分組為各成員之和，各取截至該次修訂的最新版本與修訂之前的最新版本。
inputs-marts-strategy-overlap = { inputs-metrics-gap-by-dose }
inputs-marts-zone-gap = { inputs-metrics-gap-to-rest }最高與最低取自該區域自身成員。
