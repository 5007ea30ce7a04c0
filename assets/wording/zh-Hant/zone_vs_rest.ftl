title = 人均產出相當於其餘地區的百分比，{ $first }年與{ $last }年：長江經濟帶{ $yreb_first }與{ $yreb_last }，京津冀{ $jjj_first }與{ $jjj_last }
subtitle = 各重大戰略區域人均地區生產總值相當於全國其餘地區的百分比，{ $first }—{ $last }年；成員按現行範圍固定
alt = 小型多圖：各重大戰略區域人均地區生產總值與其餘地區之比，{ $first }至{ $last }年，虛線為戰略起始時間。
description = { $first }年與{ $last }年：京津冀{ $jjj_first }、{ $jjj_last }，長三角{ $yrd_first }、{ $yrd_last }，長江經濟帶{ $yreb_first }、{ $yreb_last }，黃河流域{ $yellow_river_first }、{ $yellow_river_last }。虛線前後的變化只是描述，不代表戰略的效果。
note = 區域互有重疊，各圖單獨與其餘省份比較；粵港澳大灣區以城市資料計算，口徑不同，未列入。
