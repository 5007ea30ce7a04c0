title = 东北：人均产出为全国的{ $northeast_gdp }，居民收入为{ $northeast_income }（{ $last }年）
subtitle = 人均地区生产总值（产出）与居民人均可支配收入（收入）相当于全国的百分比，{ $first }—{ $last }年
alt = 小型多图：四大板块人均地区生产总值和居民人均可支配收入与全国之比，{ $first }至{ $last }年。
description = { $last }年产出与收入相当于全国的比例：东部{ $east_gdp }与{ $east_income }，中部{ $central_gdp }与{ $central_income }，西部{ $west_gdp }与{ $west_income }，东北{ $northeast_gdp }与{ $northeast_income }。
