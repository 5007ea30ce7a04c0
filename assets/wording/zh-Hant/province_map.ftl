title = { $highest }人均產出是全國的{ $highest_ratio }，{ $lowest }為{ $lowest_ratio }（{ $year }年）
subtitle = 各省份人均地區生產總值相當於全國（31省份合計）的百分比，{ $year }年
alt = 分級設色圖：{ $year }年各省份人均地區生產總值與全國之比，以全國為100%。
description = { $year }年{ $above }個省份高於全國，{ $below }個低於全國。最高：{ $top }。最低：{ $bottom }。
note = 示意圖，不作為劃界依據；南海諸島未在底圖中繪出。底圖：Apache ECharts。
