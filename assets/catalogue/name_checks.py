"""A name is written in one script: no simplified character in zh_hant, no Chinese in en."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assets.catalogue.columns import Column
from assets.catalogue.pack import Pack, Problem, quoted
from assets.catalogue.specs import TABLES

# Simplified and traditional form in turn, for characters that have one reading in names of this
# field. Left out on purpose: characters that are right in both scripts (后 里 云 台 系 干 余 复).
_PAIRS = (
    "东東两兩个個为為义義乡鄉书書习習产產亿億业業专專严嚴丝絲临臨丽麗举舉乐樂买買争爭亚亞从從仓倉"
    "仪儀们們价價优優会會伟偉传傳体體债債儿兒兰蘭关關兴興养養内內军軍农農减減刘劉则則刚剛创創别別"
    "剂劑剧劇劳勞势勢务務动動励勵区區医醫华華协協单單卖賣卫衛厂廠厅廳历歷压壓厦廈县縣双雙变變号號"
    "吴吳员員启啟响響围圍园園图圖圆圓场場坏壞块塊坚堅坝壩声聲处處备備头頭奖獎奥奧学學宁寧宝寶实實"
    "审審宪憲宽寬对對导導将將尔爾层層属屬岛島岭嶺币幣师師带帶帮幫库庫应應庆慶庐廬废廢开開异異张張"
    "归歸当當录錄径徑态態总總护護报報拥擁择擇换換据據损損携攜数數断斷无無时時显顯晋晉术術机機杂雜"
    "权權条條来來杨楊极極构構标標树樹样樣桥橋检檢楼樓横橫欢歡欧歐残殘汉漢沟溝没沒沪滬泽澤洁潔济濟"
    "测測浓濃润潤涨漲渔漁湾灣湿濕滨濱满滿灭滅灵靈点點炼煉热熱爱愛独獨献獻环環现現电電画畫疗療盐鹽"
    "监監盘盤础礎确確离離积積称稱稳穩竞競筑築签簽简簡粮糧类類紧緊级級纪紀约約纯純纲綱纳納纵縱纸紙"
    "线線组組细細织織终終经經结結绕繞给給绝絕统統继繼绩績续續维維绿綠综綜缩縮网網罗羅罚罰职職联聯"
    "肃肅肠腸胜勝脑腦舰艦艺藝节節苏蘇荣榮药藥获獲营營蓝藍虑慮补補规規视視览覽觉覺计計认認议議记記"
    "讲講许許论論设設访訪证證评評识識诉訴词詞试試话話详詳语語说說请請读讀课課调調谈談贝貝负負贡貢"
    "财財责責贤賢败敗货貨质質贫貧购購贯貫贵貴贸貿费費贺賀资資赛賽赣贛赵趙趋趨车車轨軌转轉轮輪软軟"
    "轻輕载載较較辅輔辆輛辉輝输輸辽遼达達迁遷过過运運还還这這进進远遠连連迟遲适適选選递遞遗遺邓鄧"
    "郑鄭邻鄰释釋针針钢鋼铁鐵铜銅银銀链鏈销銷锋鋒错錯镇鎮长長门門闭閉问問间間闻聞队隊阳陽阴陰阵陣"
    "阶階际際陆陸陈陳陕陝险險随隨隐隱难難静靜韩韓页頁顶頂项項顺順须須顾顧预預领領频頻题題颜顏风風"
    "飞飛饮飲馆館马馬驱驅验驗鱼魚鲁魯鲜鮮鸟鳥鸡雞齐齊龙龍国國发發"
)
TO_TRADITIONAL = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
TO_SIMPLIFIED = {traditional: simplified for simplified, traditional in TO_TRADITIONAL.items()}
# Han characters and the full-width punctuation that comes with them.
_CHINESE = re.compile(r"[\u3001-\u303f\u3400-\u9fff\uff01-\uff60]")


def mixed_scripts(pack: Pack) -> Iterator[Problem]:
    """Simplified names hold no traditional characters, and the other way round."""
    for name, spec in TABLES.items():
        languages = [(column.name, language) for column in spec.columns if (language := _of(column))]
        table = pack.tables[name]
        for line, row in table.numbered():
            for column, language in languages:
                fault = _fault(row[column], language)
                if fault:
                    yield table.problem(line, column, *fault)


def _of(column: Column) -> str:
    """Tell the language of a column from its name; columns of prose are left alone."""
    match = re.fullmatch(r"(?:short_|scheme_)?(?:name|symbol|publisher)_(zh_hans|zh_hant|en)", column.name)
    return match[1] if match else ""


def _fault(cell: str, language: str) -> tuple[str, str] | None:
    if language == "en":
        match = _CHINESE.search(cell)
        return (f"{quoted(match[0])} in {quoted(cell)}", "write it in English") if match else None
    script, right = (
        ("simplified", TO_TRADITIONAL) if language == "zh_hant" else ("traditional", TO_SIMPLIFIED)
    )
    for character in cell:
        if character in right:
            found = f"the {script} {quoted(character)} in {quoted(cell)}"
            return found, f"write {quoted(right[character])}"
    return None
