title = 人均产出相当于其余地区的百分比，{ $first }年与{ $last }年：长江经济带{ $yreb_first }与{ $yreb_last }，京津冀{ $jjj_first }与{ $jjj_last }
subtitle = 各重大战略区域人均地区生产总值相当于全国其余地区的百分比，{ $first }—{ $last }年；成员按现行范围固定
alt = 小型多图：各重大战略区域人均地区生产总值与其余地区之比，{ $first }至{ $last }年，虚线为战略起始时间。
description = { $first }年与{ $last }年：京津冀{ $jjj_first }、{ $jjj_last }，长三角{ $yrd_first }、{ $yrd_last }，长江经济带{ $yreb_first }、{ $yreb_last }，黄河流域{ $yellow_river_first }、{ $yellow_river_last }。虚线前后的变化只是描述，不代表战略的效果。
note = 区域互有重叠，各图单独与其余省份比较；粤港澳大湾区以城市数据计算，口径不同，未列入。
