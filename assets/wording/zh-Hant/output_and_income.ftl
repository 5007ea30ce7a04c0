title = 東北：人均產出為全國的{ $northeast_gdp }，居民收入為{ $northeast_income }（{ $last }年）
subtitle = 人均地區生產總值（產出）與居民人均可支配收入（收入）相當於全國的百分比，{ $first }—{ $last }年
alt = 小型多圖：四大板塊人均地區生產總值和居民人均可支配收入與全國之比，{ $first }至{ $last }年。
description = { $last }年產出與收入相當於全國的比例：東部{ $east_gdp }與{ $east_income }，中部{ $central_gdp }與{ $central_income }，西部{ $west_gdp }與{ $west_income }，東北{ $northeast_gdp }與{ $northeast_income }。
