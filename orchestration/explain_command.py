"""`qipan explain`: how a number came about, down to the cells it was printed in."""

import sys
from pathlib import Path
from typing import Annotated

import click
import typer

from assets.wording.figures import LANGUAGES


def explain_command(
    address: Annotated[
        str,
        typer.Argument(metavar="ADDRESS", help="room.table/key/…, or a number of it with #column"),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="the whole tree as JSON")] = False,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="write a page that stands alone")
    ] = None,
    is_long: Annotated[
        bool, typer.Option("--long", help="every printed figure and every column spelled out")
    ] = False,
    language: Annotated[
        str,
        typer.Option(click_type=click.Choice(LANGUAGES), help="of the text and the page; JSON has ids"),
    ] = "en",
) -> None:
    """Show how a row or number of the published warehouse came about, from the mart down to printed cells.

    \b
      qipan explain marts.claims/H043 --language zh-Hans
      qipan explain 'marts.group_gap/latest/dated/gdp_per_head/bloc_east/national31/2024#ratio'

    The numbers are worked out again from the printed text and compared with what is stored. The exit code
    is 1 when they differ.
    """
    import duckdb

    from assets.explaining.address import AddressError
    from assets.explaining.explanation import explain
    from assets.explaining.telling import telling
    from orchestration.place import default_place

    file = default_place().published_file
    if not file.is_file():
        sys.exit("explain: nothing is published yet; run qipan refresh")
    try:
        with duckdb.connect(str(file), read_only=True) as connection:
            explanation = explain(connection, address)
            told = telling(connection, language)
    except AddressError as error:
        sys.exit(f"explain: {error}")
    if html:
        from assets.explaining.card import card

        html.write_text(card(explanation, told), encoding="utf-8")
        print(f"explain: {html} ({html.stat().st_size / 1e3:.0f} kB)")
    if as_json:
        print(explanation.as_json())
    elif not html:
        from assets.explaining.printing import printed

        print(printed(explanation, told, is_long=is_long))
    wrong = [name for name, figure in explanation.figures.items() if figure.is_equal is False]
    if wrong:
        sys.exit(f"explain: {', '.join(wrong)} differ from what the printed figures give")
