title = 同一年同一差距，口径不同：{ $marked }年东部与中部人均产出之比为{ $low }至{ $high }
subtitle = 东部人均地区生产总值为中部的倍数，按数据版本，{ $first }—{ $last }年
alt = 折线图：东部与中部人均地区生产总值之比在四个数据版本中的数值，{ $first }至{ $last }年。
description = { $marked }年，经济普查前的版本为{ $precensus }，初次公布值为{ $first_print }，2018年普查修订后为{ $census4 }，2023年普查修订后为{ $census5 }。折线断开处，人口数据改用新的普查口径。
note = 初次公布值自2019年起由国家统一核算，与此前年份不可直接相比。
