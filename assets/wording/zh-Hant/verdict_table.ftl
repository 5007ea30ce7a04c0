title = { $tested }項指標中，省際差異收斂的有{ $converging }項，發散的有{ $diverging }項，{ $unclear }項尚無定論或因加權而異
subtitle = 31省份對數標準差的變化，按指標、時段與加權方式；標題只計最長同口徑時段內結論一致者
alt = 熱力表：{ $indicators }項指標在各時段、各加權方式下的結論；收斂為深色下三角，發散為淺色上三角，尚無定論為白底圓圈。
description = 最長的同口徑時段內，各加權方式一致收斂的{ $converging }項：{ $converging_names }。發散{ $diverging }項：{ $diverging_names }。尚無定論{ $inconclusive }項；因加權方式而異{ $mixed }項：{ $mixed_names }。不可檢驗{ $untested }項。
note = 尚無定論不等於沒有變化。共{ $tests }次檢驗，各自的p未作校正（p小於0.05且區間不含0）；僅憑偶然也會有約{ $by_chance }次顯示變化。收斂指差異縮小，發散指差異擴大，均不指水準好壞。斜線為未作檢驗（口徑變更：時段內口徑有變；數值：有零值或缺值，不能取對數）。–：沒有該時段，或沒有自然權重。
span-longest = 最長的同口徑時段
span-to_base_year = 截至基年{ $year }年
span-from_base_year = { $year }年以來
weighted = 人口加權
unweighted = 不加權
cell-converging = 收斂
cell-diverging = 發散
cell-inconclusive = 尚無定論
cell-break = 口徑變更
cell-values = 數值
tip = { $start }—{ $end }年：{ $change }（{ $low }至{ $high }），{ $p }，n = { $n }
