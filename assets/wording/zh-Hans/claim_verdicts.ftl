title = { $all }条官方数字中，{ $reproduced }条复算一致，{ $not_reproduced }条不一致
subtitle = 官方文件中的区域数字与本库复算结果对照；每格一条，按所述年份排列
alt = 方格图：{ $all }条官方区域数字的复算结论，每格一条。
description = 复算一致{ $reproduced }条，在容许误差内{ $within_tolerance }条，不一致{ $not_reproduced }条，因数据不足无法复算{ $not_computable }条。各条出处与说明见数据表。
note = 各条出处与差异见网页版数据表。
