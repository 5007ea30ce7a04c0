title = 省際差距中，四大板塊之間的部分：{ $first }年占{ $share_first }，{ $last }年占{ $share_last }
subtitle = 31省份人均地區生產總值的泰爾指數（人口加權）及其分解，{ $first }—{ $last }年
alt = 堆積柱狀圖：泰爾指數分解為四大板塊之間與板塊內部兩部分，{ $first }至{ $last }年。
description = 泰爾指數由{ $first }年的{ $total_first }變為{ $last }年的{ $total_last }；其中板塊之間的部分由{ $between_first }變為{ $between_last }，板塊內部由{ $within_first }變為{ $within_last }。兩部分之和等於總指數。
