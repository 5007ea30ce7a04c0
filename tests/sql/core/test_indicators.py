"""core/indicators: indicators with the symbol of their unit and their publisher."""

# ruff: noqa: E501 (whole rows stand on one line)

from tests.sql.given import check, rows, run_model

INDICATORS = """
    indicator_id  unit_id   source_id  is_compared  numerator_indicator_id
    gdp_per_head  cny       ours       true         gdp
    beds          per_1000  nhc        true         -
    gdp           cny       nbs        false        -
"""


def indicators():
    return run_model(
        {
            "reference/indicators": rows(
                INDICATORS,
                field="economy",
                kind="rate",
                aggregation="ratio",
                polarity="higher",
                price_basis="current",
                name_zh_hans="简",
                name_zh_hant="繁",
                name_en="Name",
                definition="what it is",
            ),
            "reference/units": """
                unit_id   symbol_zh_hans  symbol_zh_hant  symbol_en  decimals
                cny       元              元              CNY        0
                per_1000  张/千人         張/千人         per 1,000  2
                unused    -               -               -          1
            """,
            "reference/sources": """
                source_id  publisher_zh_hans  publisher_zh_hant  publisher_en
                nbs        国家统计局         國家統計局         NBS
                nhc        卫健委             衛健委             NHC
                ours       本项目             本項目             our derivation
            """,
        },
        "core/indicators",
    )


def test_units_and_publishers_are_joined_to_every_indicator_once():
    # what is derived names the publisher of its numerator first
    check(
        indicators(),
        """
        indicator_id  indicator_kind  is_compared  numerator_indicator_id  unit_zh_hans  unit_zh_hant  unit_en    decimals  publisher_zh_hans  publisher_zh_hant  publisher_en
        beds          rate            true         -                       张/千人       張/千人       per 1,000  2         卫健委             衛健委             NHC
        gdp           rate            false        -                       元            元            CNY        0         国家统计局         國家統計局         NBS
        gdp_per_head  rate            true         gdp                     元            元            CNY        0         国家统计局 · 本项目  國家統計局 · 本項目  NBS · our derivation
        """,
    )


def test_what_is_carried_over_unchanged():
    for row in indicators():
        assert (row["field"], row["aggregation"], row["polarity"]) == ("economy", "ratio", "higher")
        assert (row["indicator_name_zh_hans"], row["indicator_name_zh_hant"]) == ("简", "繁")
        assert (row["indicator_name_en"], row["definition"]) == ("Name", "what it is")
