title = 省际差距中，四大板块之间的部分：{ $first }年占{ $share_first }，{ $last }年占{ $share_last }
subtitle = 31省份人均地区生产总值的泰尔指数（人口加权）及其分解，{ $first }—{ $last }年
alt = 堆积柱状图：泰尔指数分解为四大板块之间与板块内部两部分，{ $first }至{ $last }年。
description = 泰尔指数由{ $first }年的{ $total_first }变为{ $last }年的{ $total_last }；其中板块之间的部分由{ $between_first }变为{ $between_last }，板块内部由{ $within_first }变为{ $within_last }。两部分之和等于总指数。
