title = { $first }—{ $last }年，{ $mover }人均产出相对全国{ $output }，收入{ $income }
subtitle = 四大板块人均地区生产总值（横轴）与居民人均可支配收入（纵轴）相当于全国的百分比，每年一点，{ $first }—{ $last }年
alt = 连线散点图：四大板块人均地区生产总值、居民人均可支配收入与全国之比，{ $first }至{ $last }年，对角线处两者相等。
description = { $first }年到{ $last }年相当于全国的百分比。{ $all }
note = 圆圈为末年，标注产出与收入；对角线以上表示收入相对高于产出。轨迹只是描述，不表示两者的因果。
bloc = { $name }：产出{ $output }，收入{ $income }。
rises = 由{ $before }升至{ $after }
falls = 由{ $before }降至{ $after }
stays = 仍为{ $after }
axis-output = 人均产出（全国 = 100%）
axis-income = 居民收入（全国 = 100%）
output = 产出
income = 收入
equal = 产出 = 收入
nation = 全国
