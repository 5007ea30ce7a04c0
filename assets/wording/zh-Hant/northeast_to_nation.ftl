title = 東北人均床位數為全國的{ $beds }，人均地區生產總值為{ $gdp }（{ $last }年）
subtitle = 東北地區各項指標相當於全國的百分比：空心點為{ $first }年，實心點為{ $last }年
alt = 點圖：東北地區{ $count }項指標與全國之比，{ $first }年與{ $last }年，以全國為100%。
description = { $last }年，{ $count }項指標中有{ $above }項高於全國。人均地區生產總值由{ $first }年的{ $gdp_first }變為{ $gdp }，居民人均可支配收入由{ $income_first }變為{ $income }，每千人口床位由{ $beds_first }變為{ $beds }。
note = 兩點之間不連線的，其間口徑有變，不可直接相比。
