title = 對數t檢驗在31省份人均產出中找出{ $clubs }個俱樂部，合併後{ $merged }個（{ $first }—{ $last }年）
subtitle = 人均地區生產總值的收斂俱樂部，{ $first }—{ $last }年；數字為俱樂部編號，同一編號內相對收斂的假設未被拒絕
alt = 地圖兩幅與表：{ $first }—{ $last }年各省份所屬收斂俱樂部，合併前後。
description = 合併前{ $clubs }個俱樂部，合併後{ $merged }個；{ $none }個省份不屬任何俱樂部：{ $outside }。各種算法的俱樂部數：{ $ways }。
note = 方法：菲利普斯和薩爾（2007、2009年）。白色不屬任何俱樂部，灰色為表中無資料。斜率t值不高於−1.65者拒絕俱樂部內收斂，此處{ $rejected }個。結果隨口徑、年份和算法而變：{ $ways }。示意圖，不作為劃界依據；南海諸島未在底圖中繪出。底圖：Apache ECharts。
ways = 兩種程式未合併時{ $clubs }個和{ $clubs_stata }個、菲利普斯—薩爾合併{ $merged }個、馮林克—滕尼森合併{ $merged_otherwise }個
