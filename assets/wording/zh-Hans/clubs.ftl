title = 对数t检验在31省份人均产出中找出{ $clubs }个俱乐部，合并后{ $merged }个（{ $first }—{ $last }年）
subtitle = 人均地区生产总值的收敛俱乐部，{ $first }—{ $last }年；数字为俱乐部编号，同一编号内相对收敛的假设未被拒绝
alt = 地图两幅与表：{ $first }—{ $last }年各省份所属收敛俱乐部，合并前后。
description = 合并前{ $clubs }个俱乐部，合并后{ $merged }个；{ $none }个省份不属任何俱乐部：{ $outside }。各种算法的俱乐部数：{ $ways }。
note = 方法：菲利普斯和萨尔（2007、2009年）。白色不属任何俱乐部，灰色为表中无数据。斜率t值不高于−1.65者拒绝俱乐部内收敛，此处{ $rejected }个。结果随口径、年份和算法而变：{ $ways }。示意图，不作为划界依据；南海诸岛未在底图中绘出。底图：Apache ECharts。
ways = 两种程序未合并时{ $clubs }个和{ $clubs_stata }个、菲利普斯—萨尔合并{ $merged }个、冯林克—滕尼森合并{ $merged_otherwise }个
