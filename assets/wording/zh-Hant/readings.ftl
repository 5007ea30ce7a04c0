joint = ；

level = { $direction ->
    [alone] { $subject }{ $indicator }：{ $last_year }年為全國水準的{ $last }，同一口徑僅此一年。
    [up] { $subject }{ $indicator }：{ $first_year }年為全國水準的{ $first }，{ $last_year }年為{ $last }，口徑相同；比值上升。
    [down] { $subject }{ $indicator }：{ $first_year }年為全國水準的{ $first }，{ $last_year }年為{ $last }，口徑相同；比值下降。
   *[same] { $subject }{ $indicator }：{ $first_year }年為全國水準的{ $first }，{ $last_year }年為{ $last }，口徑相同；按所示位數，比值持平。
}
share = { $direction ->
    [alone] { $subject }{ $indicator }：{ $last_year }年占各省份合計的{ $last }，同一口徑僅此一年。
    [up] { $subject }{ $indicator }：{ $first_year }年占各省份合計的{ $first }，{ $last_year }年占{ $last }，口徑相同；占比上升。
    [down] { $subject }{ $indicator }：{ $first_year }年占各省份合計的{ $first }，{ $last_year }年占{ $last }，口徑相同；占比下降。
   *[same] { $subject }{ $indicator }：{ $first_year }年占各省份合計的{ $first }，{ $last_year }年占{ $last }，口徑相同；按所示位數，占比持平。
}
members = { $verdict ->
    [converging] { $subject }各成員{ $indicator }，{ $first_year }—{ $last_year }年：收斂（人口加權，{ $members }個成員，p { $p }）；成員間差異由{ $first }縮小至{ $last }，變化的95%區間為{ $low }至{ $high }。
    [diverging] { $subject }各成員{ $indicator }，{ $first_year }—{ $last_year }年：發散（人口加權，{ $members }個成員，p { $p }）；成員間差異由{ $first }擴大至{ $last }，變化的95%區間為{ $low }至{ $high }。
    [inconclusive] { $subject }各成員{ $indicator }，{ $first_year }—{ $last_year }年：尚無定論（人口加權，{ $members }個成員，p { $p }）；成員間差異首年{ $first }、末年{ $last }，變化的95%區間為{ $low }至{ $high }。
    [too-few-units] { $subject }各成員{ $indicator }，{ $first_year }—{ $last_year }年：成員過少，不作檢驗（{ $members }個成員）。
    [not-testable-break] { $subject }各成員{ $indicator }，{ $first_year }—{ $last_year }年：時段內口徑有變，不可檢驗（{ $members }個成員）。
   *[not-testable-values] { $subject }各成員{ $indicator }，{ $first_year }—{ $last_year }年：數值不適合，不可檢驗（{ $members }個成員）。
}
provinces = { $indicator }，各省份是否收斂：{ $verdicts }。
provinces-item = { $weighting ->
    [weighted] 人口加權
   *[unweighted] 不加權
}，{ $verdict ->
    [converging] { $first_year }—{ $last_year }年，{ $members }個省份：收斂（p { $p }，省際差異由{ $first }縮小至{ $last }，變化的95%區間為{ $low }至{ $high }）
    [diverging] { $first_year }—{ $last_year }年，{ $members }個省份：發散（p { $p }，省際差異由{ $first }擴大至{ $last }，變化的95%區間為{ $low }至{ $high }）
    [inconclusive] { $first_year }—{ $last_year }年，{ $members }個省份：尚無定論（p { $p }，省際差異首年{ $first }、末年{ $last }，變化的95%區間為{ $low }至{ $high }）
    [too-few-units] { $first_year }—{ $last_year }年，{ $members }個省份：成員過少，不作檢驗
    [not-testable-break] { $first_year }—{ $last_year }年，{ $members }個省份：時段內口徑有變，不可檢驗
   *[not-testable-values] { $first_year }—{ $last_year }年，{ $members }個省份：數值不適合，不可檢驗
}
parity = { $verdict ->
    [closing-at-the-current-trend] { $subject }{ $indicator }{ $side ->
        [above] 高於
       *[below] 低於
    }全國水準；按近{ $changes }次年度變化的趨勢，{ $issued }年起{ $years }年後與全國持平{ $range ->
        [both] （八成重抽樣趨勢：{ $low }年至{ $high }年）
        [open] （八成重抽樣趨勢：{ $low }年至永不持平）
       *[none] {""}
    }。趨勢外推，不是預測。
   *[never-at-the-current-trend] { $subject }{ $indicator }{ $issued }年{ $side ->
        [above] 高於
       *[below] 低於
    }全國水準，按近{ $changes }次年度變化的趨勢永不持平（重抽樣趨勢中永不持平的占{ $never }）。趨勢外推，不是預測。
}
standing = { $extent ->
    [best] { $subject }優於全國最多的指標：{ $best }。
    [worst] { $subject }不及全國最多的指標：{ $worst }。
   *[both] { $subject }優於全國最多的指標：{ $best }；不及全國最多的指標：{ $worst }。
}
standing-item = { $indicator }為全國的{ $ratio }（{ $year }年）
claims = { $scope ->
    [release] 此處核對的全部官方數字：
   *[subject] 此處核對的有關官方數字：
}{ $checked }項{ NUMBER($reproduced) ->
    [0] {""}
   *[other] ；{ $reproduced }項複算一致
}{ NUMBER($within_tolerance) ->
    [0] {""}
   *[other] ；{ $within_tolerance }項在容許誤差內
}{ NUMBER($not_reproduced) ->
    [0] {""}
   *[other] ；{ $not_reproduced }項複算不一致
}{ NUMBER($not_computable) ->
    [0] {""}
   *[other] ；{ $not_computable }項資料不足，無法複算
}。
region-level = { $direction ->
    [alone] { $subject }{ $indicator }：{ $last_year }年為全國水準的{ $last }{ $ranked ->
        [yes] （第{ $last_rank }位）
       *[no] {""}
    }，同一口徑僅此一年。
    [up] { $subject }{ $indicator }：{ $first_year }年為全國水準的{ $first }{ $ranked ->
        [yes] （第{ $first_rank }位）
       *[no] {""}
    }，{ $last_year }年為{ $last }{ $ranked ->
        [yes] （第{ $last_rank }位）
       *[no] {""}
    }，口徑相同；比值上升。
    [down] { $subject }{ $indicator }：{ $first_year }年為全國水準的{ $first }{ $ranked ->
        [yes] （第{ $first_rank }位）
       *[no] {""}
    }，{ $last_year }年為{ $last }{ $ranked ->
        [yes] （第{ $last_rank }位）
       *[no] {""}
    }，口徑相同；比值下降。
   *[same] { $subject }{ $indicator }：{ $first_year }年為全國水準的{ $first }{ $ranked ->
        [yes] （第{ $first_rank }位）
       *[no] {""}
    }，{ $last_year }年為{ $last }{ $ranked ->
        [yes] （第{ $last_rank }位）
       *[no] {""}
    }，口徑相同；按所示位數，比值持平。
}
revision = { $subject }{ $indicator }的最大修訂：{ $year }年數值原為{ $before }{ $unit }，修訂為{ $after }{ $unit }（{ $change }），{ $basis ->
    [new] 口徑變更
   *[same] 口徑未變
}。
extremes = { $measured ->
    [percent] { $indicator }，{ $year }年：最高為{ $highest_region }{ $highest }%，最低為{ $lowest_region }{ $lowest }%。
   *[other] { $indicator }（{ $unit }），{ $year }年：最高為{ $highest_region }{ $highest }，最低為{ $lowest_region }{ $lowest }。
}
between = { $direction ->
    [alone] { $indicator }：{ $last_year }年省際不平等有{ $last }在四大板塊之間，同一口徑僅此一年（泰爾T，{ $weighting ->
        [weighted] 人口加權
       *[unweighted] 不加權
    }）。
    [up] { $indicator }：{ $first_year }年省際不平等有{ $first }在四大板塊之間，{ $last_year }年有{ $last }，口徑相同；這一占比上升（泰爾T，{ $weighting ->
        [weighted] 人口加權
       *[unweighted] 不加權
    }）。
    [down] { $indicator }：{ $first_year }年省際不平等有{ $first }在四大板塊之間，{ $last_year }年有{ $last }，口徑相同；這一占比下降（泰爾T，{ $weighting ->
        [weighted] 人口加權
       *[unweighted] 不加權
    }）。
   *[same] { $indicator }：{ $first_year }年省際不平等有{ $first }在四大板塊之間，{ $last_year }年有{ $last }，口徑相同；按所示位數，這一占比持平（泰爾T，{ $weighting ->
        [weighted] 人口加權
       *[unweighted] 不加權
    }）。
}
coverage = { $years ->
    [one] { $indicator }：僅有{ $last_year }年資料，{ $expected }個省份中有{ $present }個。
   *[several] { $indicator }：有{ $first_year }年至{ $last_year }年資料，{ $last_year }年{ $expected }個省份中有{ $present }個。
}
verdicts = 各省份是否收斂（人口加權，全部年份或同一口徑的最長時段），共{ $indicators }項指標{ NUMBER($converging) ->
    [0] {""}
   *[other] ；收斂{ $converging }項
}{ NUMBER($diverging) ->
    [0] {""}
   *[other] ；發散{ $diverging }項
}{ NUMBER($inconclusive) ->
    [0] {""}
   *[other] ；尚無定論{ $inconclusive }項
}{ NUMBER($few_units) ->
    [0] {""}
   *[other] ；成員過少{ $few_units }項
}{ NUMBER($breaks) ->
    [0] {""}
   *[other] ；因口徑有變不可檢驗{ $breaks }項
}{ NUMBER($values) ->
    [0] {""}
   *[other] ；因數值不適合不可檢驗{ $values }項
}{ NUMBER($unweighted) ->
    [0] {""}
   *[other] ；另有{ $unweighted }項無權數可用，未計入
}。
