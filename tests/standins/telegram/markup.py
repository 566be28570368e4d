"""Text and entities: parse HTML as Telegram does, and find entities in plain text.

The rules are those of td/telegram/MessageEntity.cpp (parse_html, match_bot_commands, match_mentions).
Offsets and lengths are in UTF-16 code units.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from tests.standins.telegram.users import Json

_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,7})|#([0-9]{1,8})|(lt|gt|amp|quot)(?![a-zA-Z]));?")
_START = re.compile(r"<([^\s>]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_ATTRIBUTE = re.compile(r"([^\s=>/\"']+)\s*(?:=\s*(?:\"([^\"]*)\"|'([^']*)'|([A-Za-z0-9.\-]+)(?=[\s>]|$)))?")
_LINK = re.compile(r"(?i)^(https?|tg|ton|mailto|tel|ftp)://?\S+$|^[\w-]+(\.[\w-]+)+(/\S*)?$")
_USER = re.compile(r"(?i)^tg://user\?id=(\d+)$")
_FOUND = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>@])")),
    ("mention", re.compile(r"(?<!\w)@[a-zA-Z0-9_]{2,32}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")),
    ("url", re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")),
)


class Unparsable(Exception):
    """Telegram refuses this HTML with this message."""


@dataclass
class _Open:
    tag: str
    argument: str
    offset: int
    start: int


def units(text: str) -> int:
    """Return the length in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def part(text: str, entity: Json) -> str:
    """Return the text of an entity."""
    raw = text.encode("utf-16-le")
    return raw[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2].decode("utf-16-le")


def read_html(source: str) -> tuple[str, list[Json]]:
    """Return the plain text and the entities. Raises Unparsable."""
    out: list[str] = []
    opened: list[_Open] = []
    entities: list[Json] = []
    position = offset = 0
    while position < len(source):
        if source[position] != "<":
            match = _REFERENCE.match(source, position)
            piece = _decoded(match) if match else None
            out.append(piece or source[position])
            offset += units(out[-1])
            position = match.end() if match and piece else position + 1
        elif source.startswith("</", position):
            position = _close(source, position, opened, entities, (offset, "".join(out)))
        else:
            tag, argument, position = _begin(source, position)
            opened.append(_Open(tag, argument, offset, len("".join(out))))
    if opened:
        raise Unparsable(f'Can\'t find end tag corresponding to start tag "{opened[-1].tag}"')
    return "".join(out), sorted(entities, key=lambda one: (one["offset"], -one["length"]))


def _decoded(match: re.Match[str]) -> str | None:
    if match[3]:
        return html.unescape(match[0])
    code = int(match[1], 16) if match[1] else int(match[2])
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF else None


def _bytes(source: str, position: int) -> int:
    return len(source[:position].encode())


def _begin(source: str, position: int) -> tuple[str, str, int]:
    """Return the tag, its argument, and its end."""
    at = _bytes(source, position)
    match = _START.match(source, position)
    name = re.match(r"<([^\s>]*)", source[position:])
    tag = name[1].lower() if name else ""
    if match is None and not re.search(r"[\s>]", source[position:]):
        raise Unparsable(f"Unclosed start tag at byte offset {at}")
    if tag not in _TAGS:
        raise Unparsable(f'Unsupported start tag "{tag}" at byte offset {at}')
    if match is None:
        raise Unparsable(f'Unclosed start tag "{tag}" at byte offset {at}')
    argument = _argument(tag, match[2], at)
    if tag == "span" and argument != "spoiler":
        raise Unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
    return tag, argument, match.end()


def _argument(tag: str, attributes: str, at: int) -> str:
    argument = ""
    rest = _ATTRIBUTE.sub("", attributes).strip()
    if rest:
        raise Unparsable(f'Empty attribute name in the tag "{tag}" at byte offset {at}')
    for name, double, single, bare in _ATTRIBUTE.findall(attributes):
        value = html.unescape(double or single) or bare.lower()
        if (tag, name) in {("a", "href"), ("tg-emoji", "emoji-id"), ("tg-time", "unix")}:
            argument = value
        elif tag == "blockquote" and name == "expandable":
            argument = "1"
        elif (tag, name) == ("code", "class") and value.startswith("language-"):
            argument = value.removeprefix("language-")
        elif (tag, name) == ("span", "class") and value.startswith("tg-"):
            argument = value.removeprefix("tg-")
    return argument


def _close(
    source: str, position: int, opened: list[_Open], entities: list[Json], reached: tuple[int, str]
) -> int:  # fmt: skip
    """Add the entity that ends here, and return the end of the tag."""
    at = _bytes(source, position)
    if not opened:
        raise Unparsable(f"Unexpected end tag at byte offset {at}")
    match = re.match(r"</([^\s>]*)\s*>", source[position:])
    if match is None:
        raise Unparsable(f"Unclosed end tag at byte offset {at}")
    one = opened[-1]
    if match[1] and match[1].lower() != one.tag:
        raise Unparsable(
            f'Unmatched end tag at byte offset {at}, expected "</{one.tag}>", found "</{match[1].lower()}>"'
        )
    opened.pop()
    if reached[0] > one.offset:
        _add(one, reached, entities)
    return position + match.end()


def _add(one: _Open, reached: tuple[int, str], entities: list[Json]) -> None:
    found: Json = {"type": _TAGS[one.tag], "offset": one.offset, "length": reached[0] - one.offset}
    if one.tag == "a":
        url = one.argument or reached[1][one.start :]
        user = _USER.match(url)
        if user:
            found |= {"type": "text_mention", "user": int(user[1])}
        elif _LINK.match(url):
            found["url"] = url
        else:
            return
    elif one.tag == "tg-emoji":
        if not one.argument.isdigit():
            raise Unparsable("Invalid custom emoji identifier specified")
        found["custom_emoji_id"] = one.argument
    elif one.tag == "blockquote" and one.argument:
        found["type"] = "expandable_blockquote"
    elif one.tag == "tg-time":
        found["unix_time"] = int(one.argument)
    elif one.tag == "pre" and entities and _same(entities[-1], found, "code"):
        entities.pop()
    entities.append(found)


def _same(one: Json, other: Json, kind: str) -> bool:
    return one["type"] == kind and (one["offset"], one["length"]) == (other["offset"], other["length"])


def found_in(text: str, known: list[Json]) -> list[Json]:
    """Return the known entities, and those that Telegram finds in the rest.

    Of two overlapping entities the first one counts, so an address contains no name (td: find_entities,
    remove_intersecting_entities).
    """
    entities = list(known)
    for entity in sorted(_candidates(text), key=lambda one: (one["offset"], -one["length"])):
        if not any(_overlap(entity, other) for other in entities if other["type"] not in _STYLES):
            entities.append(entity)
    return sorted(entities, key=lambda one: (one["offset"], -one["length"]))


def _candidates(text: str) -> list[Json]:
    return [
        {"type": kind, "offset": units(text[: match.start()]), "length": units(match[0])}
        for kind, pattern in _FOUND
        for match in pattern.finditer(text)
    ]


_STYLES = ("bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote")


def _overlap(one: Json, other: Json) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"]
    )  # fmt: skip


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Strip white space as Telegram does (leading space only before the first entity)."""
    end = text.rstrip()
    lead = len(end) - len(end.lstrip())
    cut, length = units(end[:lead]), units(end[lead:])
    kept = []
    for one in entities:
        offset = max(one["offset"] - cut, 0)
        size = min(one["offset"] - cut + one["length"], length) - offset
        if size > 0:
            kept.append(one | {"offset": offset, "length": size})
    return end[lead:], kept
