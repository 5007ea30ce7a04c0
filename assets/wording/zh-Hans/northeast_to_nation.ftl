title = 东北人均床位数为全国的{ $beds }，人均地区生产总值为{ $gdp }（{ $last }年）
subtitle = 东北地区各项指标相当于全国的百分比：空心点为{ $first }年，实心点为{ $last }年
alt = 点图：东北地区{ $count }项指标与全国之比，{ $first }年与{ $last }年，以全国为100%。
description = { $last }年，{ $count }项指标中有{ $above }项高于全国。人均地区生产总值由{ $first }年的{ $gdp_first }变为{ $gdp }，居民人均可支配收入由{ $income_first }变为{ $income }，每千人口床位由{ $beds_first }变为{ $beds }。
note = 两点之间不连线的，其间口径有变，不可直接相比。
