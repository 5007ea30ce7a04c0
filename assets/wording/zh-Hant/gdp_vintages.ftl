title = 同一年同一差距，口徑不同：{ $marked }年東部與中部人均產出之比為{ $low }至{ $high }
subtitle = 東部人均地區生產總值為中部的倍數，按資料版本，{ $first }—{ $last }年
alt = 折線圖：東部與中部人均地區生產總值之比在四個資料版本中的數值，{ $first }至{ $last }年。
description = { $marked }年，經濟普查前的版本為{ $precensus }，初次公布值為{ $first_print }，2018年普查修訂後為{ $census4 }，2023年普查修訂後為{ $census5 }。折線斷開處，人口資料改用新的普查口徑。
note = 初次公布值自2019年起由國家統一核算，與此前年份不可直接相比。
