joint = ；

level = { $direction ->
    [alone] { $subject }{ $indicator }：{ $last_year }年为全国水平的{ $last }，同一口径仅此一年。
    [up] { $subject }{ $indicator }：{ $first_year }年为全国水平的{ $first }，{ $last_year }年为{ $last }，口径相同；比值上升。
    [down] { $subject }{ $indicator }：{ $first_year }年为全国水平的{ $first }，{ $last_year }年为{ $last }，口径相同；比值下降。
   *[same] { $subject }{ $indicator }：{ $first_year }年为全国水平的{ $first }，{ $last_year }年为{ $last }，口径相同；按所示位数，比值持平。
}
share = { $direction ->
    [alone] { $subject }{ $indicator }：{ $last_year }年占各省份合计的{ $last }，同一口径仅此一年。
    [up] { $subject }{ $indicator }：{ $first_year }年占各省份合计的{ $first }，{ $last_year }年占{ $last }，口径相同；占比上升。
    [down] { $subject }{ $indicator }：{ $first_year }年占各省份合计的{ $first }，{ $last_year }年占{ $last }，口径相同；占比下降。
   *[same] { $subject }{ $indicator }：{ $first_year }年占各省份合计的{ $first }，{ $last_year }年占{ $last }，口径相同；按所示位数，占比持平。
}
members = { $verdict ->
    [converging] { $subject }各成员{ $indicator }，{ $first_year }—{ $last_year }年：收敛（人口加权，{ $members }个成员，p { $p }）；成员间差异由{ $first }缩小至{ $last }，变化的95%区间为{ $low }至{ $high }。
    [diverging] { $subject }各成员{ $indicator }，{ $first_year }—{ $last_year }年：发散（人口加权，{ $members }个成员，p { $p }）；成员间差异由{ $first }扩大至{ $last }，变化的95%区间为{ $low }至{ $high }。
    [inconclusive] { $subject }各成员{ $indicator }，{ $first_year }—{ $last_year }年：尚无定论（人口加权，{ $members }个成员，p { $p }）；成员间差异首年{ $first }、末年{ $last }，变化的95%区间为{ $low }至{ $high }。
    [too-few-units] { $subject }各成员{ $indicator }，{ $first_year }—{ $last_year }年：成员过少，不作检验（{ $members }个成员）。
    [not-testable-break] { $subject }各成员{ $indicator }，{ $first_year }—{ $last_year }年：时段内口径有变，不可检验（{ $members }个成员）。
   *[not-testable-values] { $subject }各成员{ $indicator }，{ $first_year }—{ $last_year }年：数值不适合，不可检验（{ $members }个成员）。
}
provinces = { $indicator }，各省份是否收敛：{ $verdicts }。
provinces-item = { $weighting ->
    [weighted] 人口加权
   *[unweighted] 不加权
}，{ $verdict ->
    [converging] { $first_year }—{ $last_year }年，{ $members }个省份：收敛（p { $p }，省际差异由{ $first }缩小至{ $last }，变化的95%区间为{ $low }至{ $high }）
    [diverging] { $first_year }—{ $last_year }年，{ $members }个省份：发散（p { $p }，省际差异由{ $first }扩大至{ $last }，变化的95%区间为{ $low }至{ $high }）
    [inconclusive] { $first_year }—{ $last_year }年，{ $members }个省份：尚无定论（p { $p }，省际差异首年{ $first }、末年{ $last }，变化的95%区间为{ $low }至{ $high }）
    [too-few-units] { $first_year }—{ $last_year }年，{ $members }个省份：成员过少，不作检验
    [not-testable-break] { $first_year }—{ $last_year }年，{ $members }个省份：时段内口径有变，不可检验
   *[not-testable-values] { $first_year }—{ $last_year }年，{ $members }个省份：数值不适合，不可检验
}
parity = { $verdict ->
    [closing-at-the-current-trend] { $subject }{ $indicator }{ $side ->
        [above] 高于
       *[below] 低于
    }全国水平；按近{ $changes }次年度变化的趋势，{ $issued }年起{ $years }年后与全国持平{ $range ->
        [both] （八成重抽样趋势：{ $low }年至{ $high }年）
        [open] （八成重抽样趋势：{ $low }年至永不持平）
       *[none] {""}
    }。趋势外推，不是预测。
   *[never-at-the-current-trend] { $subject }{ $indicator }{ $issued }年{ $side ->
        [above] 高于
       *[below] 低于
    }全国水平，按近{ $changes }次年度变化的趋势永不持平（重抽样趋势中永不持平的占{ $never }）。趋势外推，不是预测。
}
standing = { $extent ->
    [best] { $subject }优于全国最多的指标：{ $best }。
    [worst] { $subject }不及全国最多的指标：{ $worst }。
   *[both] { $subject }优于全国最多的指标：{ $best }；不及全国最多的指标：{ $worst }。
}
standing-item = { $indicator }为全国的{ $ratio }（{ $year }年）
claims = { $scope ->
    [release] 此处核对的全部官方数字：
   *[subject] 此处核对的有关官方数字：
}{ $checked }项{ NUMBER($reproduced) ->
    [0] {""}
   *[other] ；{ $reproduced }项复算一致
}{ NUMBER($within_tolerance) ->
    [0] {""}
   *[other] ；{ $within_tolerance }项在容许误差内
}{ NUMBER($not_reproduced) ->
    [0] {""}
   *[other] ；{ $not_reproduced }项复算不一致
}{ NUMBER($not_computable) ->
    [0] {""}
   *[other] ；{ $not_computable }项数据不足，无法复算
}。
region-level = { $direction ->
    [alone] { $subject }{ $indicator }：{ $last_year }年为全国水平的{ $last }{ $ranked ->
        [yes] （第{ $last_rank }位）
       *[no] {""}
    }，同一口径仅此一年。
    [up] { $subject }{ $indicator }：{ $first_year }年为全国水平的{ $first }{ $ranked ->
        [yes] （第{ $first_rank }位）
       *[no] {""}
    }，{ $last_year }年为{ $last }{ $ranked ->
        [yes] （第{ $last_rank }位）
       *[no] {""}
    }，口径相同；比值上升。
    [down] { $subject }{ $indicator }：{ $first_year }年为全国水平的{ $first }{ $ranked ->
        [yes] （第{ $first_rank }位）
       *[no] {""}
    }，{ $last_year }年为{ $last }{ $ranked ->
        [yes] （第{ $last_rank }位）
       *[no] {""}
    }，口径相同；比值下降。
   *[same] { $subject }{ $indicator }：{ $first_year }年为全国水平的{ $first }{ $ranked ->
        [yes] （第{ $first_rank }位）
       *[no] {""}
    }，{ $last_year }年为{ $last }{ $ranked ->
        [yes] （第{ $last_rank }位）
       *[no] {""}
    }，口径相同；按所示位数，比值持平。
}
revision = { $subject }{ $indicator }的最大修订：{ $year }年数值原为{ $before }{ $unit }，修订为{ $after }{ $unit }（{ $change }），{ $basis ->
    [new] 口径变更
   *[same] 口径未变
}。
extremes = { $measured ->
    [percent] { $indicator }，{ $year }年：最高为{ $highest_region }{ $highest }%，最低为{ $lowest_region }{ $lowest }%。
   *[other] { $indicator }（{ $unit }），{ $year }年：最高为{ $highest_region }{ $highest }，最低为{ $lowest_region }{ $lowest }。
}
between = { $direction ->
    [alone] { $indicator }：{ $last_year }年省际不平等有{ $last }在四大板块之间，同一口径仅此一年（泰尔T，{ $weighting ->
        [weighted] 人口加权
       *[unweighted] 不加权
    }）。
    [up] { $indicator }：{ $first_year }年省际不平等有{ $first }在四大板块之间，{ $last_year }年有{ $last }，口径相同；这一占比上升（泰尔T，{ $weighting ->
        [weighted] 人口加权
       *[unweighted] 不加权
    }）。
    [down] { $indicator }：{ $first_year }年省际不平等有{ $first }在四大板块之间，{ $last_year }年有{ $last }，口径相同；这一占比下降（泰尔T，{ $weighting ->
        [weighted] 人口加权
       *[unweighted] 不加权
    }）。
   *[same] { $indicator }：{ $first_year }年省际不平等有{ $first }在四大板块之间，{ $last_year }年有{ $last }，口径相同；按所示位数，这一占比持平（泰尔T，{ $weighting ->
        [weighted] 人口加权
       *[unweighted] 不加权
    }）。
}
coverage = { $years ->
    [one] { $indicator }：仅有{ $last_year }年数据，{ $expected }个省份中有{ $present }个。
   *[several] { $indicator }：有{ $first_year }年至{ $last_year }年数据，{ $last_year }年{ $expected }个省份中有{ $present }个。
}
verdicts = 各省份是否收敛（人口加权，全部年份或同一口径的最长时段），共{ $indicators }项指标{ NUMBER($converging) ->
    [0] {""}
   *[other] ；收敛{ $converging }项
}{ NUMBER($diverging) ->
    [0] {""}
   *[other] ；发散{ $diverging }项
}{ NUMBER($inconclusive) ->
    [0] {""}
   *[other] ；尚无定论{ $inconclusive }项
}{ NUMBER($few_units) ->
    [0] {""}
   *[other] ；成员过少{ $few_units }项
}{ NUMBER($breaks) ->
    [0] {""}
   *[other] ；因口径有变不可检验{ $breaks }项
}{ NUMBER($values) ->
    [0] {""}
   *[other] ；因数值不适合不可检验{ $values }项
}{ NUMBER($unweighted) ->
    [0] {""}
   *[other] ；另有{ $unweighted }项无权数可用，未计入
}。
