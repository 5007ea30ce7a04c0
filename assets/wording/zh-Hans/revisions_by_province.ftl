title = 第五次经济普查修订{ $year }年地区生产总值：{ $most }，幅度最大；{ $provinces }个省份中{ $up }个上调，合计{ $nation }
subtitle = 地区生产总值修订幅度；条形：第五次经济普查（{ $year }年），圆圈：第四次经济普查（{ $earlier_year }年）
alt = 条形图：第五次经济普查对各省份{ $year }年地区生产总值的修订幅度；圆圈为第四次经济普查对{ $earlier_year }年的修订。
description = 第五次经济普查对{ $year }年地区生产总值的修订：{ $all }；31省份合计{ $nation }。第四次经济普查对{ $earlier_year }年修订幅度最大的是{ $earlier_most }，31省份合计{ $earlier_nation }；{ $earlier_provinces }个省份中{ $earlier_up }个上调。
note = 数据来源：国家统计局。版本：{ $year }年为“第五次经济普查修订后”对“第四次经济普查修订后”；{ $earlier_year }年为“第四次经济普查修订后”对“初次公布”，后者由各省自行核算。修订改变的是数据，不是经济本身。
head-bar = 修订幅度
head-last =
    第五次
    { $last }年
head-earlier =
    第四次
    { $before }年
head-values =
    第五次修订前→后
    （{ $unit }）
census-census5 = 第五次经济普查
census-census4 = 第四次经济普查
tip = { $name }，{ $year }年，{ $census }：{ $before } → { $value }{ $unit }（{ $change }）
