title = 第五次經濟普查修訂{ $year }年地區生產總值：{ $most }，幅度最大；{ $provinces }個省份中{ $up }個上調，合計{ $nation }
subtitle = 地區生產總值修訂幅度；條形：第五次經濟普查（{ $year }年），圓圈：第四次經濟普查（{ $earlier_year }年）
alt = 條形圖：第五次經濟普查對各省份{ $year }年地區生產總值的修訂幅度；圓圈為第四次經濟普查對{ $earlier_year }年的修訂。
description = 第五次經濟普查對{ $year }年地區生產總值的修訂：{ $all }；31省份合計{ $nation }。第四次經濟普查對{ $earlier_year }年修訂幅度最大的是{ $earlier_most }，31省份合計{ $earlier_nation }；{ $earlier_provinces }個省份中{ $earlier_up }個上調。
note = 資料來源：國家統計局。版本：{ $year }年為「第五次經濟普查修訂後」對「第四次經濟普查修訂後」；{ $earlier_year }年為「第四次經濟普查修訂後」對「初次公布」，後者由各省自行核算。修訂改變的是資料，不是經濟本身。
head-bar = 修訂幅度
head-last =
    第五次
    { $last }年
head-earlier =
    第四次
    { $before }年
head-values =
    第五次修訂前→後
    （{ $unit }）
census-census5 = 第五次經濟普查
census-census4 = 第四次經濟普查
tip = { $name }，{ $year }年，{ $census }：{ $before } → { $value }{ $unit }（{ $change }）
