"""Rich text as Discord's markdown. Text is escaped, so that it shows as people wrote it.

https://support.discord.com/hc/en-us/articles/210298617, https://discord.com/developers/docs/reference#message-formatting
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from bots.core.invalid_characters import replace_invalid
from bots.core.richtext import Bold, Break, Code, Italic, Link, Mention, Moment, Node, Quote, Rich, Spoiler, Text, plain
from bots.core.sanitize import truncate
from bots.core.truncation import is_web_address, truncate_rich

MESSAGE_LENGTH = 2000
_SPECIAL = re.compile(r"[\\*_~|`<\[@]")
_SCHEME = re.compile(r"(?:https?|steam)(?=://)")
_LINE_STARTS = re.compile(r"(?m)^([^\S\n]*)([#>+-]|\d+(?=\.))")
_URL = re.compile(r"https?://[^\s<>]+[^<>.,:;\"'\]\s]")


@dataclass(frozen=True)
class Names:
    """What may become a mention: the ids of people to notify, and commands by their path (`poll open`: id).

    https://discord.com/developers/docs/reference#message-formatting
    """

    pings: Collection[str] = ()
    commands: Mapping[str, str] = field(default_factory=dict)


NO_NAMES = Names()


def truncated_markdown(rich: Rich, names: Names = NO_NAMES, length: int = MESSAGE_LENGTH) -> str:
    """Return as much of the text as fits into `length` characters of markdown."""
    shown, words = markdown(rich, names), length
    while len(shown) > length and words > 0:
        shown = markdown(truncate_rich(rich, words), names)
        words = max(1, words - max(1, (len(shown) - length) // 2)) if words > 1 else 0
    return truncate(shown, length)  # an address alone may be too long


def markdown(rich: Rich, names: Names = NO_NAMES) -> str:
    """Return the markdown of a text. Only people in `names.pings` become mentions; others appear by name."""
    shown = ""
    runs = [_joined(tuple(run)) for _, run in groupby((node for node in rich if plain((node,))), type)]
    for position, run in enumerate(runs):
        around = [other[0] for other in runs[max(0, position - 1) : position + 2]]
        for node in run:
            if isinstance(node, Quote):
                shown += _quote(node, names, shown)
            elif isinstance(node, Italic) and any(isinstance(other, Bold) for other in around):
                shown += markdown(node.children, names)  # the marks of both would run together
            else:
                shown += _render(node, names)
    return shown


def small_print(rich: Rich, names: Names, length: int) -> str:
    """Return a text of at most `length` characters as small print, with the mark on each line."""
    return "\n".join(f"-# {line}" for line in truncated_markdown(rich, names, length).split("\n"))


def _joined(run: Rich) -> Rich:
    """Join neighbours of the same emphasis, whose marks would run together."""
    first = run[0]
    if not isinstance(first, Bold | Italic):
        return run
    return (type(first)(tuple(child for node in run if isinstance(node, Bold | Italic) for child in node.children)),)


def _quote(node: Quote, names: Names, before: str) -> str:
    lines = markdown(node.children, names).split("\n")
    begin = "" if not before or before.endswith("\n") else "\n"
    return begin + "\n".join(f"> {line}" for line in lines)


def _render(node: Node, names: Names) -> str:
    match node:
        case Text(value):
            return escape(value)
        case Bold(children) | Italic(children):
            return _emphasize(markdown(children, names), "**" if isinstance(node, Bold) else "*")
        case Spoiler(children):
            return f"||{markdown(children, names)}||"
        case Code(value):
            return _command(value, names) or _code(value)
        case Link(url, children):
            return _link(url, markdown(children, names))
        case Mention(user, name):
            return f"<@{user}>" if user in names.pings and user.isdecimal() else escape(name)
        case Moment():
            return _moment(node)
        case Break():
            return "\n"
        case Quote():
            return _quote(node, names, "")


def _command(value: str, names: Names) -> str:
    """Return a command as a mention that opens it, and what follows as code; empty if it is not known."""
    words = value.removeprefix("/").split()
    for size in range(min(3, len(words)), 0, -1) if value.startswith("/") else ():
        path = " ".join(words[:size])
        if path in names.commands:
            rest = " ".join(words[size:])
            return f"</{path}:{names.commands[path]}>" + (f" {_code(rest)}" if rest else "")
    return ""


def _moment(moment: Moment) -> str:
    """Return an instant for the reader's own zone. A full one also says how far away it is."""
    seconds = int(moment.at.timestamp())
    if moment.form == "full":
        return f"<t:{seconds}:F> (<t:{seconds}:R>)"
    return f"<t:{seconds}:{'f' if moment.form == 'short' else 't'}>"


def escape(text: str) -> str:
    """Escape all of Discord's markup in a text.

    Addresses go into angle brackets, which Discord hides. Without them an address would include the marks after it.
    """
    text, parts, end = _clean(text), [], 0
    for url in _URL.finditer(text):
        parts += [_escape_words(text[end : url.start()]), f"<{url.group()}>"]
        end = url.end()
    return "".join([*parts, _escape_words(text[end:])])


def _escape_words(text: str) -> str:
    """Escape a text without addresses: special characters, list markers at line starts, and bare schemes."""
    text = _SCHEME.sub(r"\g<0>\\", _SPECIAL.sub(r"\\\g<0>", text))
    return _LINE_STARTS.sub(lambda found: found.group(1) + _escape_line_start(found.group(2)), text)


def _escape_line_start(marker: str) -> str:
    return f"{marker}\\" if marker.isdecimal() else f"\\{marker}"


def _emphasize(inside: str, mark: str) -> str:
    """Put marks around a text, with its outer blanks outside. A text with an address gets none: it could end them."""
    core = inside.strip()
    if not core or "<http" in core:
        return inside
    begin = inside.index(core)
    return f"{inside[:begin]}{mark}{core}{mark}{inside[begin + len(core) :]}"


def _code(value: str) -> str:
    words = _clean(value).replace("\n", " ")
    if not words.strip():
        return words
    fence = "`" * (max((len(run) for run in re.findall(r"`+", words)), default=0) + 1)
    edge = " " if "`" in (words[0], words[-1]) else ""
    return f"{fence}{edge}{words}{edge}{fence}"


def _link(url: str, label: str) -> str:
    """Return a link without a preview. Discord does not hide an address behind a label that looks like one."""
    if not is_safe_url(url):
        return label
    if label in ("", url) or escape(url) == label:
        return f"<{url}>"
    return f"{label} (<{url}>)" if "://" in label else f"[{label.replace(']', chr(92) + ']')}](<{url}>)"


def is_safe_url(url: str) -> bool:
    """Return whether markdown may link to an address, which stands in angle brackets."""
    return is_web_address(url) and not set("<>") & set(url)


def _clean(text: str) -> str:
    """Remove NUL and replace lone surrogates: JSON cannot carry them."""
    return replace_invalid(text.replace("\x00", ""))
