"""Pages read back: tags, links, data blocks and the numbers bound to rows."""

import json
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

FETCHING = ("src", "srcset", "href", "action", "data", "poster", "background", "data-static")


def unpacked(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Packed rows as rows by address."""
    found = {}
    for table, packed in data["tables"].items():
        for key, place, *cells in packed["rows"]:
            held = {
                name: cell for name, cell in zip(packed["columns"], cells, strict=True) if cell is not None
            }
            found[f"{table}/{key}"] = packed["same"] | held | {"inputs": data["inputs"][place]}
    return found


class ReadPage(HTMLParser):
    """Tags with attributes, text outside scripts, data blocks by id, and what each number says."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: dict[str, str] = {}
        self.scripts: list[dict[str, str | None]] = []
        # numbers of tables and lists, and numbers of sentences, which may be worked out from a row's
        self.figures: list[tuple[str, str]] = []
        self.spoken: list[tuple[str, str]] = []
        self.text = ""
        self._block = ""
        self._figure = ""
        self._of = ""
        self._is_sentence = False
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if tag == "div":
            self._is_sentence = attributes.get("class") == "readings"
        if tag == "script":
            self.scripts.append(attributes)
            self._block = attributes.get("id") or "unnamed"
        if tag == "tr":
            self._of = attributes.get("data-of") or ""
        figure = attributes.get("data-figure") or "" if tag == "button" else ""
        self._figure = f"{self._of}{figure}" if figure.startswith("#") else figure

    def handle_endtag(self, tag: str) -> None:
        self._block = ""
        self._figure = ""
        if tag == "tr":
            self._of = ""
        if tag == "div":
            self._is_sentence = False

    def handle_data(self, data: str) -> None:
        if self._block:
            self.blocks[self._block] = self.blocks.get(self._block, "") + data
            return
        self.text += data
        if self._figure:
            (self.spoken if self._is_sentence else self.figures).append((self._figure, data))

    @cached_property
    def rows(self) -> dict[str, dict[str, Any]]:
        """The rows behind the numbers, by address, as card.js unpacks them."""
        (page,) = [attributes["data-page"] for tag, attributes in self.tags if tag == "body"]
        report = self.path.parents[(page or "").count("/") + 1]
        text = (report / "static" / "rows" / f"{page}.js").read_text(encoding="utf-8")
        return unpacked(json.loads(text.removeprefix("globalThis.qipanRows = ").removesuffix(";\n")))

    @property
    def policy(self) -> dict[str, list[str]]:
        """The content policy by directive."""
        (content,) = [
            attributes["content"]
            for tag, attributes in self.tags
            if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
        ]
        rules = [rule.split() for rule in (content or "").split(";") if rule.strip()]
        return {name: values for name, *values in rules}

    def asked(self) -> list[str]:
        """Addresses the page fetches by itself."""
        return [
            value or ""
            for tag, attributes in self.tags
            for name, value in attributes.items()
            if name in FETCHING and tag != "a"
        ]

    def links(self) -> list[str]:
        """Addresses people may follow."""
        return [
            attributes["href"] or "" for tag, attributes in self.tags if tag == "a" and "href" in attributes
        ]
