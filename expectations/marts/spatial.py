"""What must hold of units and neighbours: scores are standardised, quadrants follow from them."""

from expectations.suite import INDICATOR_LABELS, Rule, Suite, labels_complete, no_rows

ROW = ("view_id", "indicator_id", "group_id", "period", "region_id")
CELL = ", ".join(ROW)
YEAR = ", ".join(ROW[:-1])

SUITE = Suite(
    query="""
        select indicator_id, min(moran_index) as lowest, max(moran_index) as highest
        from marts.spatial
        group by all
    """,
    rules=(
        Rule(
            "moran_is_not_below_its_limit",
            "ExpectColumnValuesToBeBetween",
            "-0.13 was the lowest observed; weights that add to 1 in each row rarely reach -1",
            {"column": "lowest", "min_value": -1},
        ),
        Rule(
            "moran_is_not_above_its_limit",
            "ExpectColumnValuesToBeBetween",
            "0.58 was the highest observed; above 1 the weights of some row do not add to 1",
            {"column": "highest", "max_value": 1.1},
        ),
        no_rows(
            "every_weight_keeps_its_limits",
            f"select distinct {YEAR}, nearest_4_moran_index, inverse_distance_moran_index from marts.spatial"
            " where abs(nearest_4_moran_index) > 1.1 or abs(inverse_distance_moran_index) > 1.1",
            "-0.19 to 0.50 with the four nearest and -0.10 to 0.17 with inverse distances were observed;"
            " beyond 1 the weights of some row do not add to 1",
        ),
        no_rows(
            "an_index_has_its_p",
            f"select distinct {YEAR}, nearest_4_p_value, inverse_distance_p_value from marts.spatial"
            " where (nearest_4_moran_index is null) <> (nearest_4_p_value is null)"
            " or (inverse_distance_moran_index is null) <> (inverse_distance_p_value is null)"
            " or least(permutation_p_value, nearest_4_permutation_p_value,"
            " inverse_distance_permutation_p_value) <= 0",
            "a reading of robustness without its test would be no reading; a pseudo p is never 0",
        ),
        no_rows(
            "scores_are_standardised",
            f"select {YEAR}, sum(standard_score) as total, avg(standard_score ** 2) as variance"
            " from marts.spatial group by all"
            " having abs(sum(standard_score)) > 1e-6 or abs(avg(standard_score ** 2) - 1) > 1e-6",
            "the axes of a Moran scatter are deviations in standard deviations",
        ),
        no_rows(
            "local_indices_make_the_global_one",
            f"select {YEAR}, sum(local_index) / (count(*) - 1) as from_local, any_value(moran_index) as said"
            " from marts.spatial group by all"
            " having abs(sum(local_index) / (count(*) - 1) - any_value(moran_index)) > 1e-9",
            "with weights that add to 1 in each row the mean of local indices is the global one",
        ),
        no_rows(
            "quadrants_follow_the_scores",
            f"select {CELL}, standard_score, neighbours_score, quadrant from marts.spatial"
            " where abs(standard_score) > 1e-9 and abs(neighbours_score) > 1e-9"
            " and quadrant <> case when standard_score > 0 then 'high_' else 'low_' end"
            " || case when neighbours_score > 0 then 'high' else 'low' end",
            "a cluster map and a scatter must tell the same story",
        ),
        no_rows(
            "the_newest_year_is_tested",
            """
            with newest as (
                select view_id, indicator_id, max(period) as period
                from marts.spatial
                group by all
            )
            select spatial.view_id, spatial.indicator_id, spatial.period, spatial.region_id
            from marts.spatial
            inner join newest
                on spatial.view_id = newest.view_id
                and spatial.indicator_id = newest.indicator_id
                and spatial.period = newest.period
            where spatial.local_p_value is null
            """,
            "the map of the newest year marks what chance would rarely give",
        ),
        labels_complete("marts.spatial", "region_short_name", *INDICATOR_LABELS, "view_name"),
    ),
)
