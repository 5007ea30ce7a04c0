title = { $windows }個時段中，β顯著為負的有{ $marked }個{ $early }
subtitle = 31省份人均地區生產總值年均增速對期初水準對數的迴歸係數β，每個起止年份一格，{ $first }—{ $last }年；負值（綠色）表示期初較低的省份增長較快，圓點表示p < { $level }
alt = 熱力圖：31省份人均地區生產總值的β係數，每個起止年份一格，{ $first }至{ $last }年，顯著者加圓點。
description = { $windows }個時段中，β為負的有{ $negative }個，其中p < { $level }的有{ $marked }個；β為正且p < { $level }的有{ $positive_marked }個。全部時段（{ $first }—{ $last }年）的β為{ $whole }。
note = 不是趨同與否的結論：負的β可能是向均值迴歸；時段重疊，未作多重檢驗校正；計數隨資料版本而變。
early = ：{ $years }年起始的{ $all }個全部如此，此後起始的{ $others }個中有{ $few }個
