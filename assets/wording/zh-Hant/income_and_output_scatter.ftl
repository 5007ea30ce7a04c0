title = { $first }—{ $last }年，{ $mover }人均產出相對全國{ $output }，收入{ $income }
subtitle = 四大板塊人均地區生產總值（橫軸）與居民人均可支配收入（縱軸）相當於全國的百分比，每年一點，{ $first }—{ $last }年
alt = 連線散點圖：四大板塊人均地區生產總值、居民人均可支配收入與全國之比，{ $first }至{ $last }年，對角線處兩者相等。
description = { $first }年到{ $last }年相當於全國的百分比。{ $all }
note = 圓圈為末年，標註產出與收入；對角線以上表示收入相對高於產出。軌跡只是描述，不表示兩者的因果。
bloc = { $name }：產出{ $output }，收入{ $income }。
rises = 由{ $before }升至{ $after }
falls = 由{ $before }降至{ $after }
stays = 仍為{ $after }
axis-output = 人均產出（全國 = 100%）
axis-income = 居民收入（全國 = 100%）
output = 產出
income = 收入
equal = 產出 = 收入
nation = 全國
