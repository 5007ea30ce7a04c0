"""The report: one page with every chart, the claims, the checks and the sources, that opens offline.

Text that comes from tables is escaped by the template; chart specifications are inlined as data, with
`<` written so that no label can end a script.
"""

import importlib.metadata
import json
from pathlib import Path
from typing import Any

import duckdb

from assets.charts.page import bundle, content_policy
from assets.steps import Outcome, Place, Step, digest_files

LANGUAGES = ("zh-Hans", "en")
TEMPLATE = Path(__file__).parent / "pages" / "report.html.jinja"
# Draws every chart in the language of the page; `ast` needs no right to evaluate text.
SCRIPT = """
const specs = JSON.parse(document.getElementById("specs").textContent);
const draw = async () => {
  const language = document.documentElement.lang;
  for (const place of document.querySelectorAll(".chart")) {
    const spec = specs[place.dataset.chart][language];
    place.setAttribute("aria-label", spec.description || "");
    await vegaEmbed(place, spec, { actions: false, renderer: "svg", ast: true });
  }
};
document.getElementById("switch").addEventListener("click", () => {
  const root = document.documentElement;
  root.lang = root.lang === "en" ? "zh-Hans" : "en";
  history.replaceState(null, "", root.lang === "en" ? "#en" : "#zh");
  draw();
});
const wanted = location.hash === "#zh" ? "zh" : location.hash === "#en" ? "en" : navigator.language;
document.documentElement.lang = wanted.startsWith("zh") ? "zh-Hans" : "en";
draw();
"""
VERDICTS = {
    "reproduced": {"zh-Hans": "复算一致", "en": "reproduced"},
    "within_tolerance": {"zh-Hans": "在允许误差内", "en": "within stated tolerance"},
    "not_reproduced": {"zh-Hans": "未能复算", "en": "not reproduced"},
    "not_computable": {"zh-Hans": "无法计算", "en": "not computable"},
}
REASONS = {
    "indicator_not_held": {"zh-Hans": "未收录该指标", "en": "the indicator is not held"},
    "period_not_held": {"zh-Hans": "未收录该年份，现有", "en": "the year is not held; held are"},
    "no_value_in_this_view": {"zh-Hans": "该口径下无数值", "en": "no figure in this edition"},
    "no_value_of_reference": {"zh-Hans": "参照对象无数值", "en": "the reference has no figure"},
    "not_aggregated": {"zh-Hans": "该指标不能加总到地区组", "en": "the indicator does not add up to groups"},
    "no_weight": {"zh-Hans": "缺少权数", "en": "the weights are not held"},
    "partial_members": {"zh-Hans": "仅含部分辖区", "en": "members belong only in part"},
    "coverage_below_minimum": {"zh-Hans": "覆盖不足", "en": "too few members have a figure"},
}
QUERIES = {
    "claims": "select * from marts.claims order by claim_id",
    "verdicts": (
        "select verdict, count(*) as claims from marts.claims group by verdict order by list_position("
        "['reproduced', 'within_tolerance', 'not_reproduced', 'not_computable'], verdict)"
    ),
    "blocs": (
        "select * from marts.group_profile where partition_id = 'nbs4'"
        " and indicator_id in ('gdp_per_head', 'disposable_income_per_capita_all')"
        " order by indicator_id desc, ratio_to_nation desc"
    ),
    "coverage": (
        "select indicator_id, indicator_name_zh_hans, indicator_name_en, field, unit_zh_hans, unit_en,"
        " publisher_zh_hans, publisher_en, min(period) as first_period, max(period) as last_period,"
        " max(n_present) as regions, bool_or(is_weakly_attributed) as is_weakly_attributed"
        " from marts.coverage where view_id = 'latest' and region_level = 'province'"
        " group by all order by field, indicator_id"
    ),
    "warnings": (
        "select asset_key, check_name, reason, observed from build.checks"
        " where not is_passed and asset_key <> 'marts/claims' order by asset_key, check_name"
    ),
    "checks": (
        "select count(*) filter (is_passed) as passed,"
        " count(*) filter (not is_passed and not is_critical) as warned,"
        " count(*) filter (not is_passed and is_critical) as failed from build.checks"
    ),
}


def report_step(place: Place, charts: list[Step]) -> Step:
    """One step that writes `report/index.html`: bundle once, every chart in both languages."""

    def run(connection: duckdb.DuckDBPyConnection) -> Outcome:
        import jinja2

        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATE.parent),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        pictures = [_picture(place, step) for step in charts]
        page = environment.get_template(TEMPLATE.name).render(
            pictures=pictures,
            specs=_inline_json({picture["id"]: picture["specs"] for picture in pictures}),
            bundle=bundle(),
            script=SCRIPT,
            policy=content_policy(bundle(), SCRIPT),
            verdict_names=VERDICTS,
            reason=reason_in_words,
            **{name: _records(connection, query) for name, query in QUERIES.items()},
        )
        target = place.staged / "report" / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page, encoding="utf-8")
        return Outcome(facts={"charts": len(pictures), "megabytes": round(len(page.encode()) / 1e6, 2)})

    return Step(
        key="report/index",
        description="The report page: all charts, claims, checks, coverage and sources, offline.",
        deps=(
            *(step.key for step in charts),
            "marts/claims",
            "marts/group_profile",
            "marts/coverage",
        ),
        digest=digest_files(
            [Path(__file__), TEMPLATE, Path(__file__).parent / "charts" / "page.py"],
            importlib.metadata.version("vl-convert-python"),
        ),
        run=run,
        kinds=("html",),
    )


def _picture(place: Place, step: Step) -> dict[str, Any]:
    """A chart's specifications and words in every language, as its step left them."""
    name = step.key.split("/")[1]
    specs = {language: json.loads(_chart_file(place, name, language).read_text()) for language in LANGUAGES}
    return {
        "id": name,
        "specs": specs,
        "alt": {lang: spec.get("description", "") for lang, spec in specs.items()},
    }


def _chart_file(place: Place, name: str, language: str) -> Path:
    """The file made in this build, or the published one when the chart had no reason to be made again."""
    file = f"{name}.{language}.vl.json"
    fresh = place.staged / "charts" / file
    return fresh if fresh.is_file() else place.build / "charts" / file


def reason_in_words(null_reason: str) -> dict[str, str]:
    """Why a claim has no value, per language; an unknown reason is shown as it is."""
    code, _, detail = null_reason.partition(": ")
    words = REASONS.get(code, {language: code for language in LANGUAGES})
    return {language: f"{text} {detail}".strip() for language, text in words.items()}


def _inline_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


def _records(connection: duckdb.DuckDBPyConnection, query: str) -> list[dict[str, Any]]:
    cursor = connection.execute(query)
    columns = [column[0] for column in cursor.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
