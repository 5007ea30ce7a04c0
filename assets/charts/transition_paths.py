"""Do the members of each convergence club draw together, and the clubs themselves?"""

from collections.abc import Mapping
from operator import sub
from typing import TYPE_CHECKING, Any

from assets.charts.assembly import arranged
from assets.charts.axes import Axes, rounded_domain
from assets.charts.chart import Chart
from assets.charts.facts import computed, first_year, last_year
from assets.charts.lines import end_labels, lines, reference_line
from assets.charts.reading import column
from assets.charts.theme import BLOCS, GREY, INK, PALE, SMALL
from assets.charts.words import COLUMNS, thousandths, times
from assets.wording.figures import Figure, joined
from assets.wording.messages import worded

if TYPE_CHECKING:
    import polars as pl

# The clubs of the chart of clubs: same basis, same program, before merging.
QUERY = """
select *
from marts.transition_paths
where view_id = 'latest'
    and indicator_id = 'gdp_per_head'
    and convention = 'R'
    and merging = 'none'
    and club_number is not null
    and transition_coefficient is not null
order by club_number, sort_order, period
"""

WIDTH, HEIGHT = 176, 126
MEAN = "mean"
RELATIVE = {"zh-Hans": "相对转移系数", "zh-Hant": "相對轉移係數", "en": "Relative path"}
COLUMNS.update(
    transition_coefficient=RELATIVE,
    h=RELATIVE,
    club_mean_coefficient={"zh-Hans": "俱乐部均值", "zh-Hant": "俱樂部均值", "en": "Mean of the club"},
)
WORDS = {
    "zh-Hans": {
        "club": "俱乐部{}：{}个省份（t = {}）",
        "rejected": "俱乐部{}：{}个省份（t = {}，拒绝）",
        "outside": "不属任何俱乐部：{}个省份",
        "mean": "均值 {}",
    },
    "zh-Hant": {
        "club": "俱樂部{}：{}個省份（t = {}）",
        "rejected": "俱樂部{}：{}個省份（t = {}，拒絕）",
        "outside": "不屬任何俱樂部：{}個省份",
        "mean": "均值 {}",
    },
    "en": {
        "club": "Club {}: {} provinces (t = {})",
        "rejected": "Club {}: {} provinces (t = {}, rejected)",
        "outside": "In no club: {} provinces",
        "mean": "mean {}",
    },
}
# A short name, and as many digits as a reader may ask for: both stand in every row of the picture's data.
PATH, DIGITS = "h", 6


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """How many clubs have a smaller range at the end, and how far the outer clubs' means are apart."""
    first, last = first_year(frame), last_year(frame)
    numbers = sorted(set(frame["club_number"]) - {0})
    ends = {
        number: [frame.filter(club_number=number, period=year.value) for year in (first, last)]
        for number in numbers
    }
    ranges = [[_range(part) for part in parts] for parts in ends.values()]
    outer = zip(ends[numbers[0]], ends[numbers[-1]], strict=True)
    before, after = (_apart(top, bottom) for top, bottom in outer)
    message = "widens" if after.value > before.value else "narrows"
    if before.written(language) == after.written(language):
        message = "stays"
    closing = [
        number for number, (start, end) in zip(numbers, ranges, strict=True) if end.value < start.value
    ]
    spans = [joined([start, end], " → ", language) for start, end in ranges]
    return {
        "clubs": computed(len(numbers), "count", frame.filter(period=last.value), "club_number"),
        "closing": computed(
            len(closing), "count", frame.filter(frame["club_number"].is_in(closing)), "transition_coefficient"
        ),
        "between": worded("transition_paths", message, language, {"before": before, "after": after}),
        "ranges": joined(spans, ", " if language == "en" else "，", language),
        "first": first,
        "last": last,
    }


def _range(part: "pl.DataFrame") -> Figure:
    """From the lowest to the highest member of a club in a year."""
    paths = part["transition_coefficient"]
    return computed(paths.max() - paths.min(), "index", part, "transition_coefficient")


def _apart(top: "pl.DataFrame", bottom: "pl.DataFrame") -> Figure:
    """Distance between the means of two clubs in a year."""
    means = (club["club_mean_coefficient"][0] for club in (top, bottom))
    return computed(sub(*means), "index", top.vstack(bottom), "club_mean_coefficient")


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A panel a club from the top downwards, all on one scale, then the provinces in no club."""
    years = frame["period"].min(), frame["period"].max()
    values = rounded_domain(frame["transition_coefficient"], 0.05)
    # a panel has room for the first and the last year only
    axes = Axes(WIDTH, HEIGHT, years, values, ".2f", year_step=years[1] + 1, ticks=5)
    numbers = sorted(set(frame["club_number"]), key=lambda number: (number == 0, number))
    panels = [_panel(frame.filter(club_number=number), axes, language) for number in numbers]
    return arranged(panels, columns=2, spacing=(18, 14))


def _panel(part: "pl.DataFrame", axes: Axes, language: str) -> Any:
    """Members thin, their mean thick, the members that end highest and lowest named."""
    import altair as alt
    import polars as pl

    row = part.row(0, named=True)
    number = row["club_number"]
    value = pl.col("transition_coefficient").round(DIGITS).alias(PATH)
    paths = part.select("period", value, line=column("region_short_name", language))
    named = _extremes(part, language)
    is_named = pl.col("line").is_in(list(named))
    layers = reference_line(1, "", axes)
    for rows, colour, width in ((paths.filter(~is_named), PALE, 0.9), (paths.filter(is_named), GREY, 1.4)):
        if len(rows):
            colours = dict.fromkeys(rows["line"].unique(maintain_order=True), colour)
            layers.append(
                lines(rows, "line", PATH, colours, axes, language, width=width, whose="region_short_name")
            )
    shades = dict.fromkeys(named, INK)
    if number:
        value = pl.col("club_mean_coefficient").round(DIGITS).alias(PATH)
        mean = part.select("period", value, line=pl.lit(MEAN)).unique(maintain_order=True)
        shades[MEAN] = BLOCS["bloc_east"]
        layers.append(lines(mean, "line", PATH, {MEAN: shades[MEAN]}, axes, language, width=3))
        named[MEAN] = WORDS[language]["mean"].format(thousandths(mean.sort("period")[PATH][-1]))
        paths = pl.concat([paths, mean])
    layers += end_labels(paths, "line", PATH, named, shades, axes, size=SMALL, line_gap=13)
    return (
        alt.layer(*layers)
        .resolve_scale(color="independent")
        .properties(width=axes.width, height=axes.height, title=alt.TitleParams(
            _head(row, part["region_id"].n_unique(), language), fontSize=12, fontWeight="normal", offset=8,
            anchor="start", frame="group"))
    )  # fmt: skip


def _extremes(part: "pl.DataFrame", language: str) -> dict[str, str]:
    """Labels of the members that end highest and lowest."""
    last = part.filter(period=part["period"].max()).sort("transition_coefficient")
    names = column("region_short_name", language)
    return {
        row[names]: f"{row[names]} {thousandths(row['transition_coefficient'])}"
        for row in (last.row(-1, named=True), last.row(0, named=True))
    }


def _head(row: Mapping[str, Any], members: int, language: str) -> str:
    words = WORDS[language]
    if not row["club_number"]:
        return words["outside"].format(members)
    word = words["rejected" if row["is_rejected"] else "club"]
    return word.format(row["club_number"], members, times(row["t_statistic"]).replace("-", "−"))


CHART = Chart(
    chart_id="transition_paths",
    mart="marts/transition_paths",
    query=QUERY,
    facts=facts,
    body=body,
    table=("region_short_name", "club_number", "period", "transition_coefficient", "club_mean_coefficient"),
)
