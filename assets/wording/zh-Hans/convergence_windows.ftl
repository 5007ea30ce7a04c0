title = { $windows }个时段中，β显著为负的有{ $marked }个{ $early }
subtitle = 31省份人均地区生产总值年均增速对期初水平对数的回归系数β，每个起止年份一格，{ $first }—{ $last }年；负值（绿色）表示期初较低的省份增长较快，圆点表示p < { $level }
alt = 热力图：31省份人均地区生产总值的β系数，每个起止年份一格，{ $first }至{ $last }年，显著者加圆点。
description = { $windows }个时段中，β为负的有{ $negative }个，其中p < { $level }的有{ $marked }个；β为正且p < { $level }的有{ $positive_marked }个。全部时段（{ $first }—{ $last }年）的β为{ $whole }。
note = 不是趋同与否的结论：负的β可能是向均值回归；时段重叠，未作多重检验校正；计数随数据版本而变。
early = ：{ $years }年起始的{ $all }个全部如此，此后起始的{ $others }个中有{ $few }个
