"""Rich text as Discord's markdown. What people wrote is escaped: it shows as they wrote it.

https://support.discord.com/hc/en-us/articles/210298617, https://discord.com/developers/docs/reference#message-formatting
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import groupby
from urllib.parse import urlsplit

from bots.core.richtext import Bold, Break, Code, Italic, Link, Mention, Moment, Node, Quote, Rich, Text, plain

_SIGNS = re.compile(r"[\\*_~|`<\[@]")
_SCHEME = re.compile(r"(?:https?|steam)(?=://)")
_LINE_STARTS = re.compile(r"(?m)^(\s*)([#>+-]|\d+(?=\.))")
_URL = re.compile(r"https?://[^\s<>]+[^<>.,:;\"'\]\s]")


def markdown(rich: Rich, pings: Collection[str] = ()) -> str:
    """The text to send; only the persons in `pings` become mentions, the others are named."""
    shown = ""
    runs = [_merged(tuple(run)) for _, run in groupby((node for node in rich if plain((node,))), type)]
    for position, run in enumerate(runs):
        around = [other[0] for other in runs[max(0, position - 1) : position + 2]]
        for node in run:
            if isinstance(node, Quote):
                shown += _block(node, pings, shown)
            elif isinstance(node, Italic) and any(isinstance(other, Bold) for other in around):
                shown += markdown(node.children, pings)  # the marks of both would run together
            else:
                shown += _shown(node, pings)
    return shown


def _merged(run: Rich) -> Rich:
    """Neighbours of one emphasis are one: their marks would run together."""
    match run[0]:
        case Bold():
            return (Bold(tuple(child for node in run if isinstance(node, Bold) for child in node.children)),)
        case Italic():
            return (Italic(tuple(child for node in run if isinstance(node, Italic) for child in node.children)),)
        case _:
            return run


def _block(node: Quote, pings: Collection[str], before: str) -> str:
    lines = markdown(node.children, pings).split("\n")
    begin = "" if not before or before.endswith("\n") else "\n"
    return begin + "\n".join(f"> {line}" for line in lines)


def _shown(node: Node, pings: Collection[str]) -> str:
    match node:
        case Text(value):
            return escaped(value)
        case Bold(children):
            return _marked(markdown(children, pings), "**")
        case Italic(children):
            return _marked(markdown(children, pings), "*")
        case Code(value):
            return _code(value)
        case Link(url, children):
            return _link(url, markdown(children, pings))
        case Mention(user, name):
            return f"<@{user}>" if user in pings and user.isdecimal() else escaped(name)
        case Moment(at, _):
            return f"<t:{int(at.timestamp())}:F>"
        case Break():
            return "\n"
        case Quote():
            return _block(node, pings, "")


def escaped(text: str) -> str:
    """Somebody's words with every sign that means something to Discord made plain. Addresses stand in angle brackets,
    which do not show: else they would take in the marks behind them."""
    text, parts, end = _sound(text), [], 0
    for url in _URL.finditer(text):
        parts += [_plain(text[end : url.start()]), f"<{url.group()}>"]
        end = url.end()
    return "".join([*parts, _plain(text[end:])])


def _plain(text: str) -> str:
    """A dot behind digits at the beginning of a line would number it, a dash would list it; a scheme alone would make
    an address of the signs behind it."""
    text = _SCHEME.sub(r"\g<0>\\", _SIGNS.sub(r"\\\g<0>", text))
    return _LINE_STARTS.sub(lambda found: found.group(1) + _start(found.group(2)), text)


def _start(sign: str) -> str:
    return f"{sign}\\" if sign.isdecimal() else f"\\{sign}"


def _marked(inside: str, mark: str) -> str:
    """Blanks stand outside of the marks, where they would undo them; signs in an address would end them early."""
    core = inside.strip()
    if not core or "<http" in core:
        return inside
    begin = inside.index(core)
    return f"{inside[:begin]}{mark}{core}{mark}{inside[begin + len(core) :]}"


def _code(value: str) -> str:
    words = _sound(value).replace("\n", " ")
    if not words.strip():
        return words
    fence = "`" * (max((len(run) for run in re.findall(r"`+", words)), default=0) + 1)
    edge = " " if "`" in (words[0], words[-1]) else ""
    return f"{fence}{edge}{words}{edge}{fence}"


def _link(url: str, label: str) -> str:
    """Discord does not hide an address behind words that look like one; angle brackets keep previews away."""
    if not safe(url):
        return label
    if label in ("", url) or escaped(url) == label:
        return f"<{url}>"
    return f"{label} (<{url}>)" if "://" in label else f"[{label.replace(']', chr(92) + ']')}](<{url}>)"


def safe(url: str) -> bool:
    """http and https alone; no address that hides a blank or ends the brackets around it."""
    if any(letter.isspace() or not letter.isprintable() or letter in "<>" for letter in url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _sound(text: str) -> str:
    """Without what JSON on the wire can't carry everywhere: NUL and halves of surrogate pairs."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()
