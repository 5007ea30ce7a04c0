title = 省際基尼係數中，四大板塊之間的部分{ $first }年占{ $between_share_first }，{ $last }年占{ $between_share_last }；板塊交疊部分先後占{ $overlap_share_first }與{ $overlap_share_last }
subtitle = 31省份人均地區生產總值的基尼係數（人口加權）按達古姆方法分為三部分，{ $first }—{ $last }年
alt = 堆積面積圖：基尼係數分為四大板塊之間、板塊內部與板塊交疊三部分，{ $first }至{ $last }年。
description = 基尼係數由{ $first }年的{ $total_first }變為{ $last }年的{ $total_last }；其中板塊之間由{ $between_first }變為{ $between_last }，板塊內部由{ $within_first }變為{ $within_last }，交疊由{ $overlap_first }變為{ $overlap_last }。三部分之和等於基尼係數。
note = 板塊之間：各板塊均值之差；交疊：均值較低板塊中的省份高於均值較高板塊中的省份所帶來的部分。
