"""Read Discord's markdown as its client shows it, without the marks.

The rules are those of the client's parser: a backslash escapes any character but letters, digits and blanks, and
addresses come before emphasis.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("code", re.compile(r"^(`+)([\s\S]*?[^`])\1(?!`)")),
    ("escape", re.compile(r"^\\([^0-9A-Za-z\s])")),
    ("angled", re.compile(r"^<(https?://[^\s>]+)>")),
    ("link", re.compile(r"^\[((?:\\.|[^\[\]\\])+)\]\(\s*<?([^\s>)]+)>?\s*\)")),
    ("url", re.compile(r"^(https?://[^\s<]+[^<.,:;\"'\]\s])")),
    ("time", re.compile(r"^<t:(-?\d+)(?::[tTdDfFR])?>")),
    ("user", re.compile(r"^<@!?(\d+)>")),
    ("strong", re.compile(r"^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)")),
    ("under", re.compile(r"^__((?:\\[\s\S]|[^\\])+?)__(?!_)")),
    ("strike", re.compile(r"^~~([\s\S]+?)~~(?!_)")),
    ("spoiler", re.compile(r"^\|\|([\s\S]+?)\|\|")),
    ("em", re.compile(r"^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)")),
    ("em", re.compile(r"^_((?:__|\\[\s\S]|[^\\_])+?)_\b")),
)
_AT_START = (
    ("quote", re.compile(r"^> ?(?=\S|$)")),
    ("heading", re.compile(r"^ *#{1,3} +(?=\S)")),
    ("small", re.compile(r"^-# +(?=\S)")),
    ("list", re.compile(r"^ *(?:[*+-]|\d+\.) +(?=\S)")),
)
_SIGN = {"quote": "> ", "heading": "", "small": "", "list": "• "}
_BEFORE_UNDERSCORE = re.compile(r"\w$")


def visible(content: str, names: Mapping[str, str] | None = None, *, depth: int = 0) -> str:
    """Return the visible text. A mention shows as @name, a time as its number of seconds."""
    shown, at = "", 0
    while at < len(content):
        rest = content[at:]
        if depth == 0 and (at == 0 or content[at - 1] == "\n"):
            start = next(((kind, found) for kind, rule in _AT_START if (found := rule.match(rest))), None)
            if start is not None:
                shown, at = shown + _SIGN[start[0]], at + start[1].end()
                continue
        kind, found = _first(rest, shown)
        if found is None:
            shown, at = shown + rest[0], at + 1
            continue
        shown, at = shown + _words(kind, found, names or {}, depth), at + found.end()
    return shown


def _first(rest: str, before: str) -> tuple[str, re.Match[str] | None]:
    """Return the first markup in the text, or nothing."""
    for kind, rule in _RULES:
        found = rule.match(rest)
        if found and not (rest[0] == "_" and kind == "em" and _BEFORE_UNDERSCORE.search(before)):
            return kind, found
    return "", None


def _words(kind: str, found: re.Match[str], names: Mapping[str, str], depth: int) -> str:
    inner: Callable[[int], str] = lambda group: visible(found.group(group), names, depth=depth + 1)  # noqa: E731 - used once
    match kind:
        case "code":
            words = found.group(2)
            return words[1:-1] if words[:1] == words[-1:] == " " and "`" in words else words
        case "escape" | "angled" | "url":
            return found.group(1)
        case "link":
            return inner(1)
        case "time":
            return found.group(1)
        case "user":
            return f"@{names.get(found.group(1), found.group(1))}"
        case _:
            return inner(1)
