"""One explanation in three languages: a word for everything in use, no English in Chinese, equal figures."""

import html
import re
from dataclasses import replace

import duckdb
import pytest

from assets.explaining.card import card
from assets.explaining.explanation import Explanation, explain
from assets.explaining.inputs import BY_KEYS, inputs_of, parsed
from assets.explaining.nodes import compared
from assets.explaining.printing import printed
from assets.explaining.telling import Telling, telling
from assets.wording.figures import LANGUAGES
from assets.wording.messages import has_message, message_files
from tests.assets.explaining.explained_release import FILES, NORTHEAST, all_nodes, row_ids

CHINESE = ("zh-Hans", "zh-Hant")
MARTS = sorted({path.stem for path in FILES if path.parent.name == "marts"})
# Names of functions and formats, and signs of formulas: the same in every language.
ALLOWED = {"sha", "sha256", "GDP", "x"}
# Units that are signs.
ALIKE = {"%", "UTC"}
NUMBER = re.compile(r"\d(?:[\d,.]*\d)?")
TAG = re.compile(r"<style>.*?</style>|<[^>]*>", re.DOTALL)


class Unitless(Telling):
    """Tells no units, which have figures of their own: 100 million yuan is one character in Chinese."""

    def unit(self, text: str) -> str:
        return ""


def withheld(connection: duckdb.DuckDBPyConnection) -> str:
    """A group too few of whose members have a figure."""
    (row,) = connection.execute(
        "select view_id, membership, indicator_id, group_id, period from core.group_observations"
        " where null_reason = 'coverage_below_minimum' order by all limit 1"
    ).fetchall()
    return "/".join(["core.group_observations", *map(str, row)])


def explained(connection: duckdb.DuckDBPyConnection) -> list[Explanation]:
    """A number, a withheld group, one row of every mart with inputs, one without."""
    addresses = [f"{NORTHEAST}#ratio", withheld(connection)]
    addresses += [row_ids(connection, "marts", name)[0] for name in (*MARTS, "strategy_coverage", "mobility")]
    return [explain(connection, address) for address in addresses]


def not_ours(explanation: Explanation) -> set[str]:
    """What keeps its letters in every language: ids, what publishers printed, what is English only."""
    facts = [node.facts for nodes in explanation.parts.values() for node in all_nodes(nodes)]
    texts = {value for held in facts for value in held.values() if isinstance(value, str)}
    texts |= {node.address for nodes in explanation.parts.values() for node in all_nodes(nodes)}
    texts |= {value for line in explanation.leaves for value in line.values() if isinstance(value, str)}
    texts |= {cell.value for cell in explanation.row if isinstance(cell.value, str)}
    texts |= {cell.name for cell in explanation.row} | {cell.meaning_zh for cell in explanation.row}
    texts |= {explanation.address, explanation.description, explanation.release, *explanation.made_of}
    if explanation.method:
        texts |= {explanation.method.method_id, explanation.method.formula}
    return texts | {text.split("!")[-1] for text in texts}


def words_left(text: str, explanation: Explanation, names: set[str]) -> set[str]:
    """Words in Latin letters that are neither ids nor names nor text of others."""
    others = {each for each in not_ours(explanation) | names if re.search("[A-Za-z]", each)}
    for other in sorted(others, key=len, reverse=True):
        text = text.replace(other, " ")
    return set(re.findall(r"[A-Za-z][A-Za-z0-9]+", text)) - ALLOWED


@pytest.mark.parametrize("language", CHINESE)
def test_no_english_word_of_ours_in_chinese(release: duckdb.DuckDBPyConnection, language: str) -> None:
    told = telling(release, language)
    names = {name for held in told.names.values() for name in held.values()}
    for explanation in explained(release):
        for is_long in (False, True):
            text = printed(explanation, told, is_long=is_long)
            assert words_left(text, explanation, names) == set(), explanation.address
        page = html.unescape(TAG.sub(" ", card(explanation, told)))
        assert words_left(page, explanation, names) == set(), explanation.address


@pytest.mark.parametrize("is_long", [False, True])
def test_figures_are_equal_in_all_languages(release: duckdb.DuckDBPyConnection, is_long: bool) -> None:
    names = telling(release).names
    for explanation in explained(release):
        # names and meanings have figures of their own: 31 provinces, the 7th census
        bare = replace(
            explanation, row=tuple(replace(cell, meaning="", meaning_zh="") for cell in explanation.row)
        )
        found = [
            sorted(NUMBER.findall(printed(bare, Unitless(language, names), is_long=is_long)))
            for language in LANGUAGES
        ]
        assert found[0] == found[1] == found[2], explanation.address
        assert found[0]


def test_names_come_in_the_language(release: duckdb.DuckDBPyConnection) -> None:
    explanation = explain(release, f"{NORTHEAST}#ratio")
    hans, hant = (printed(explanation, telling(release, language)) for language in CHINESE)
    assert "├ 辽宁 " in hans and "└ 东北 " in hans and "元/人" in hans
    assert "├ 遼寧 " in hant and "└ 東北 " in hant and "國家統計局: " in hant
    assert "由公布数值重算：一致，" in hans
    # the catalogue has meanings in simplified Chinese only, methods in English only
    assert "（簡體）" in hant and "（简体）" not in hans
    assert explanation.method and f"{explanation.method.formula}（英文）" in hans


def test_a_page_names_its_language_and_marks_others(release: duckdb.DuckDBPyConnection) -> None:
    explanation = explain(release, f"{NORTHEAST}#ratio")
    page = card(explanation, telling(release, "zh-Hant"))
    assert '<html lang="zh-Hant">' in page
    assert explanation.method
    assert f'<span lang="en">{html.escape(explanation.method.formula)}</span>' in page
    assert f'<p lang="zh-Hans">{explanation.cell("ratio").meaning_zh}' in page


def test_json_is_the_same_whatever_the_language(release: duckdb.DuckDBPyConnection) -> None:
    text = explain(release, NORTHEAST).as_json()
    assert '"inputs": "inputs-marts-group-gap"' in text and '"how": "sums_divided"' in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_says_what_its_inputs_are(language: str) -> None:
    (path,) = [path for path in message_files("explaining") if path.parent.name == language]
    held = set(re.findall(r"^(inputs-\S+) = ", path.read_text(encoding="utf-8"), re.MULTILINE))
    tables = [path for path in FILES if "same_as" not in parsed(path)[0]]
    assert held == {f"inputs-{file.parent.name}-{file.stem}".replace("_", "-") for file in tables} | {BY_KEYS}


def test_a_file_that_is_another_s_says_the_same() -> None:
    from assets.explaining.inputs import Table

    found = inputs_of(Table("marts", "convergence_verdicts", ()), [])
    assert found and found.message == "inputs-metrics-convergence-test"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_and_rate_has_a_word(release: duckdb.DuckDBPyConnection, language: str) -> None:
    queries = [path.read_text(encoding="utf-8") for path in FILES]
    parts = {part for text in queries for part in re.findall(r"row_id, '(\w+)'", text)}
    for text in queries:
        for listed in re.findall(r"unnest\(\[([^\]]*)\]\) as part", text):
            parts |= set(re.findall(r"\w+", listed))
    assert {"subject", "reference", "nation", "before", "after", "first", "last"} <= parts
    rates = release.execute("select distinct rate_kind from core.exchange_rates").fetchall()
    wanted = [f"part-{part}" for part in parts] + [f"how-{rate.replace('_', '-')}" for (rate,) in rates]
    assert [message for message in wanted if not has_message("explaining", message, language)] == []


@pytest.mark.parametrize("language", CHINESE)
def test_every_unit_and_reason_has_a_word(release: duckdb.DuckDBPyConnection, language: str) -> None:
    told = telling(release, language)
    units = release.execute(
        "select distinct unit from reference.columns where unit is not null"
        " union select distinct unit_printed from ingest.snapshots"
    ).fetchall()
    assert sorted(unit for (unit,) in units if told.unit(unit) == unit and unit not in ALIKE) == []
    columns = release.execute(
        "select room, table_name, column_name from catalog.columns where column_name like '%null_reason'"
    ).fetchall()
    reasons = {
        reason
        for room, table, column in columns
        for (reason,) in release.execute(f"select distinct {column} from {room}.{table}").fetchall()
        if reason
    }
    assert "coverage_below_minimum" in reasons
    assert sorted(reason for reason in reasons if told.reason(reason) == reason) == []


def test_a_code_of_another_pack_is_shown_as_it_is(release: duckdb.DuckDBPyConnection) -> None:
    told = telling(release, "zh-Hans")
    assert told.unit("parsecs") == "parsecs" and told.reason("eclipse: 3 days") == "eclipse 3 days"
    assert told.value("region_id", "999999") == "999999"
    assert told.value("region_id", "110000") == "110000 (北京)"
    assert told.value("previous_vintage_id", "census5").startswith("census5 (第五次")
    assert told.value("has_break", True) == "是"


def test_a_number_that_differs_is_told(release: duckdb.DuckDBPyConnection) -> None:
    said = [telling(release, language).verdict(compared(2.0, 3.0)) for language in LANGUAGES]
    assert said == [
        "由公布数值重算：不一致，3，相差 1",
        "由公布數值重算：不一致，3，相差 1",
        "recomputed from the leaves: NOT EQUAL, 3, difference 1",
    ]
    assert telling(release, "zh-Hans").verdict(compared(None, None)) == "不予给出"
