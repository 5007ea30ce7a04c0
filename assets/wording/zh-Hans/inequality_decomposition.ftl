title = 省际基尼系数中，四大板块之间的部分{ $first }年占{ $between_share_first }，{ $last }年占{ $between_share_last }；板块交叠部分先后占{ $overlap_share_first }与{ $overlap_share_last }
subtitle = 31省份人均地区生产总值的基尼系数（人口加权）按达古姆方法分为三部分，{ $first }—{ $last }年
alt = 堆积面积图：基尼系数分为四大板块之间、板块内部与板块交叠三部分，{ $first }至{ $last }年。
description = 基尼系数由{ $first }年的{ $total_first }变为{ $last }年的{ $total_last }；其中板块之间由{ $between_first }变为{ $between_last }，板块内部由{ $within_first }变为{ $within_last }，交叠由{ $overlap_first }变为{ $overlap_last }。三部分之和等于基尼系数。
note = 板块之间：各板块均值之差；交叠：均值较低板块中的省份高于均值较高板块中的省份所带来的部分。
