"""What must hold of transition matrices: rows are distributions, intervals hold their estimate."""

from expectations.suite import INDICATOR_LABELS, Rule, Suite, labels_complete, no_rows

ROW = ("view_id", "indicator_id", "group_id", "class_scheme", "from_class", "to_class")
CELL = ", ".join(ROW)
BEFORE = ", ".join(ROW[:-1])
MATRIX = ", ".join(ROW[:-2])

SUITE = Suite(
    query="""
        select
            class_scheme, count(distinct from_class) as n_classes,
            min(shorrocks_index) as lowest, max(shorrocks_index) as highest
        from marts.mobility
        group by all
    """,
    rules=(
        Rule(
            "scheme_is_known",
            "ExpectColumnValuesToBeInSet",
            "three ways to make classes, each explained in columns.csv",
            {
                "column": "class_scheme",
                "value_set": ["relative_to_mean", "yearly_quartiles", "yearly_quintiles"],
            },
        ),
        Rule(
            "mobility_is_not_negative",
            "ExpectColumnValuesToBeBetween",
            "0 means that nobody moves",
            {"column": "lowest", "min_value": 0},
        ),
        Rule(
            "mobility_is_within_its_limit",
            "ExpectColumnValuesToBeBetween",
            "k / (k - 1), 4/3 with four classes, is reached when everybody always moves",
            {"column": "highest", "max_value": 4 / 3},
        ),
        no_rows(
            "moves_are_of_stated_years",
            f"select {CELL}, period_start, period_end from marts.mobility"
            " where period_start is null or period_end is null or period_start >= period_end",
            "a move needs two years, and a reader must know which were counted",
        ),
        no_rows(
            "a_matrix_is_of_one_span",
            f"select {MATRIX}, count(distinct (period_start, period_end)) as n_spans from marts.mobility"
            " group by all having count(distinct (period_start, period_end)) > 1",
            "all cells of a matrix count the same years",
        ),
        no_rows(
            "rows_of_a_matrix_add_to_one",
            f"select {BEFORE}, sum(probability) as total from marts.mobility"
            " where probability is not null group by all having abs(sum(probability) - 1) > 1e-9",
            "a region that leaves a class goes somewhere",
        ),
        no_rows(
            "unknown_is_not_zero",
            f"select {BEFORE}, sum(n_moves) as moves from marts.mobility group by all"
            " having (sum(n_moves) = 0) <> (count(probability) = 0)",
            "a class nobody was in has no probabilities, every other has all of them",
        ),
        no_rows(
            "an_interval_holds_its_estimate",
            f"select {CELL}, probability_low, probability, probability_high from marts.mobility"
            " where probability_low > probability_high or probability_low < 0 or probability_high > 1",
            "bounds are shares, the lower first",
        ),
        no_rows(
            "long_run_shares_add_to_one",
            f"select {MATRIX}, sum(ergodic_share) / count(distinct to_class) as total from marts.mobility"
            " group by all having abs(sum(ergodic_share) / count(distinct to_class) - 1) > 1e-6",
            "in the long run every region is somewhere",
        ),
        labels_complete("marts.mobility", *INDICATOR_LABELS, "view_name"),
    ),
)
