"""The page at /replay/: which faults there are, which are on, and what was asked. Everything is escaped."""

from collections import Counter
from collections.abc import Iterable
from html import escape

from orchestration.replay.faults import FAULTS, Fault
from orchestration.replay.wire import HTML_HEADERS, Reply, Request

STYLE = (
    "body{font:15px/1.5 sans-serif;margin:2em auto;max-width:60em}table{border-collapse:collapse}"
    "td,th{text-align:left;padding:.15em 1.2em .15em 0;vertical-align:top}input{width:9em}"
)


def control_page(publishers: Iterable[str], switched: Iterable[str], requests: list[Request]) -> Reply:
    """The page as a reply; `switched` are sentences about the faults that are on."""
    asked = Counter(request.host for request in requests)
    hosts = "".join(_row(host, str(asked[host])) for host in sorted(publishers))
    on = "".join(f"<li>{escape(text)}</li>" for text in switched) or "<li>none</li>"
    faults = "".join(_fault_row(fault) for fault in sorted(FAULTS.values(), key=lambda fault: fault.name))
    text = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Replay</title>
<style>{STYLE}</style></head><body><h1>Replay server</h1>
<p>Answers as the publishers give them, from figures already published. Nothing here is live.</p>
<h2>Publishers</h2><table><tr><th>host</th><th>questions so far</th></tr>{hosts}</table>
<h2>Faults that are on</h2><ul>{on}</ul>
<form method="post" action="/replay/clear"><button>Switch all off</button></form>
<h2>Faults</h2><form method="post" action="/replay/faults">
<p>times <input name="times" placeholder="until off"> host <input name="host" placeholder="all">
path contains <input name="path_contains"></p>
<table><tr><th></th><th>what happens</th><th>error it must lead to</th></tr>{faults}</table>
</form></body></html>"""
    return Reply(text.encode(), 200, HTML_HEADERS)


def _fault_row(fault: Fault) -> str:
    name = escape(fault.name, quote=True)
    button = f'<button name="fault" value="{name}">{name}</button>'
    return f"<tr><td>{button}</td><td>{escape(fault.description)}</td><td>{escape(fault.error)}</td></tr>"


def _row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
