title = 省際人均產出變異係數（人口加權）：{ $peak_year }年最高，為{ $peak }，{ $last }年為{ $cv_last }
subtitle = 31省份人均地區生產總值的離散程度，{ $first }—{ $last }年；數值越大差距越大，0為無差距
alt = 折線圖兩幅：31省份人均地區生產總值的變異係數與泰爾指數，人口加權與各省等權，{ $first }至{ $last }年。
description = 人口加權變異係數{ $first }年為{ $cv_first }，{ $peak_year }年最高，為{ $peak }，{ $last }年為{ $cv_last }；各省等權為{ $cvu_last }。泰爾指數（人口加權）由{ $theil_first }變為{ $theil_last }。虛線處資料口徑變更。
note = 虛線處資料口徑變更，兩側年份不完全可比。
