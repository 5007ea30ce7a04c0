title = 省际人均产出变异系数（人口加权）：{ $peak_year }年最高，为{ $peak }，{ $last }年为{ $cv_last }
subtitle = 31省份人均地区生产总值的离散程度，{ $first }—{ $last }年；数值越大差距越大，0为无差距
alt = 折线图两幅：31省份人均地区生产总值的变异系数与泰尔指数，人口加权与各省等权，{ $first }至{ $last }年。
description = 人口加权变异系数{ $first }年为{ $cv_first }，{ $peak_year }年最高，为{ $peak }，{ $last }年为{ $cv_last }；各省等权为{ $cvu_last }。泰尔指数（人口加权）由{ $theil_first }变为{ $theil_last }。虚线处数据口径变更。
note = 虚线处数据口径变更，两侧年份不完全可比。
