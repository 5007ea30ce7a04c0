"""The charts, in the order the report shows them. A new chart is one module here and one line below."""

from assets.charts import (
    bloc_gdp_per_head,
    bloc_gdp_share,
    claim_verdicts,
    dispersion_over_time,
    gdp_vintages,
    group_heat_table,
    northeast_to_nation,
    output_and_income,
    province_map,
    strategy_overlap,
    strategy_timeline,
    theil_between_within,
    zone_spread,
    zone_vs_rest,
)

CHARTS = (
    bloc_gdp_per_head.CHART,
    output_and_income.CHART,
    bloc_gdp_share.CHART,
    province_map.CHART,
    dispersion_over_time.CHART,
    theil_between_within.CHART,
    northeast_to_nation.CHART,
    zone_vs_rest.CHART,
    zone_spread.CHART,
    strategy_timeline.CHART,
    strategy_overlap.CHART,
    group_heat_table.CHART,
    gdp_vintages.CHART,
    claim_verdicts.CHART,
)
