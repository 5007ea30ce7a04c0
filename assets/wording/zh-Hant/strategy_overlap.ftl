title = 人均產出相對全國的年均變化：列入{ $most }項戰略的省份{ $year }年前{ $most_before }，其後{ $most_after }；未列入的{ $none_before }，其後{ $none_after }
subtitle = 按所屬重大戰略數目歸併的省份，人均地區生產總值相當於全國的百分比，{ $first }—{ $last }年，現行成員；虛線為首個戰略之前的趨勢及其外推
alt = 折線圖：按所屬重大戰略數目分組的省份，人均地區生產總值與全國之比，{ $first }至{ $last }年，附{ $year }年前趨勢的外推。
description = 與全國之比的年均變化（{ $year }年前；其後）：{ $trends }。{ $last }年未列入任何重大戰略的省份為全國的{ $none_last }（{ $first }年{ $none_first }），列入{ $most }項的為{ $most_last }（{ $most_first }）。走勢變化與戰略在時間上重合，不能看作戰略的效果。
note = 描述性比較：與戰略時間重合，不代表戰略效果；戰略範圍本就與發展水準有關。各組以首個戰略生效年份劃分前後，部分省份的戰略到{ $reached }年才生效。斜率為對數差距的最小二乘估計（前{ $years_before }年、後{ $years_after }年），隨資料版本和起始年份而變，未作檢驗；外推不是預測。
trend = { $n }項：{ $before }、{ $after }
