title = { $all }條官方數字中，{ $reproduced }條複算一致，{ $not_reproduced }條不一致
subtitle = 官方文件中的區域數字與本庫複算結果對照；每格一條，按所述年份排列
alt = 方格圖：{ $all }條官方區域數字的複算結論，每格一條。
description = 複算一致{ $reproduced }條，在容許誤差內{ $within_tolerance }條，不一致{ $not_reproduced }條，因資料不足無法複算{ $not_computable }條。各條出處與說明見資料表。
note = 各條出處與差異見網頁版資料表。
