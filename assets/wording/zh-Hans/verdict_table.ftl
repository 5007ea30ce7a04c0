title = { $tested }项指标中，省际差异收敛的有{ $converging }项，发散的有{ $diverging }项，{ $unclear }项尚无定论或因加权而异
subtitle = 31省份对数标准差的变化，按指标、时段与加权方式；标题只计最长同口径时段内结论一致者
alt = 热力表：{ $indicators }项指标在各时段、各加权方式下的结论；收敛为深色下三角，发散为浅色上三角，尚无定论为白底圆圈。
description = 最长的同口径时段内，各加权方式一致收敛的{ $converging }项：{ $converging_names }。发散{ $diverging }项：{ $diverging_names }。尚无定论{ $inconclusive }项；因加权方式而异{ $mixed }项：{ $mixed_names }。不可检验{ $untested }项。
note = 尚无定论不等于没有变化。共{ $tests }次检验，各自的p未作校正（p小于0.05且区间不含0）；仅凭偶然也会有约{ $by_chance }次显示变化。收敛指差异缩小，发散指差异扩大，均不指水平好坏。斜线为未作检验（口径变更：时段内口径有变；数值：有零值或缺值，不能取对数）。–：没有该时段，或没有自然权重。
span-longest = 最长的同口径时段
span-to_base_year = 截至基年{ $year }年
span-from_base_year = { $year }年以来
weighted = 人口加权
unweighted = 不加权
cell-converging = 收敛
cell-diverging = 发散
cell-inconclusive = 尚无定论
cell-break = 口径变更
cell-values = 数值
tip = { $start }—{ $end }年：{ $change }（{ $low }至{ $high }），{ $p }，n = { $n }
