"""The fields indicators belong to, in the order they are shown, and their names per language."""

FIELDS = {
    "zh-Hans": {
        "economy": "经济", "income": "收入与消费", "fiscal": "财政", "industry": "产业", "innovation": "创新",
        "infrastructure": "基础设施", "public_services": "公共服务", "population": "人口", "openness": "开放",
        "ecology": "生态",
    },
    "zh-Hant": {
        "economy": "經濟", "income": "收入與消費", "fiscal": "財政", "industry": "產業", "innovation": "創新",
        "infrastructure": "基礎設施", "public_services": "公共服務", "population": "人口", "openness": "開放",
        "ecology": "生態",
    },
    "en": {
        "economy": "Economy", "income": "Income and consumption", "fiscal": "Public finance",
        "industry": "Industry", "innovation": "Innovation", "infrastructure": "Infrastructure",
        "public_services": "Public services", "population": "Population", "openness": "Openness",
        "ecology": "Ecology",
    },
}  # fmt: skip
