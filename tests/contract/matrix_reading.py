"""Read the text of a Matrix message as a client shows it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any


def visible(content: dict[str, Any]) -> str:
    """Return the text of the HTML, and check that the plain body has the same."""
    if "formatted_body" not in content:
        return str(content.get("body", content.get("org.matrix.msc1767.text", "")))
    reader = _Reader()
    reader.feed(content["formatted_body"])
    reader.close()
    return "".join(reader.parts)


class _Reader(HTMLParser):
    """Extracts the text of HTML as a client does. Fails on tags that the bot never sends."""

    allowed = frozenset({"br", "strong", "em", "code", "a", "blockquote"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Add a line break or a mark."""
        assert tag in self.allowed, tag
        if tag == "br":
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Add text."""
        self.parts.append(data)
