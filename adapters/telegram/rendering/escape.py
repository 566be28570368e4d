"""Keep Telegram from turning names and commands in the bot's texts into links.

Telegram looks for them in whatever a bot sends: `@anna` notifies Anna, a tap on `/poll_close` sends it. An invisible
word joiner after the sign prevents that. Web addresses stay unchanged, so that they keep working: Telegram looks for
nothing else inside of them.

https://core.telegram.org/bots/api#messageentity; how Telegram finds names, commands and addresses:
https://github.com/tdlib/td/blob/master/td/telegram/MessageEntity.cpp (match_mentions, match_bot_commands, match_urls)
"""

from __future__ import annotations

import re

from msgspec import structs

from bots.core.richtext import Bold, Italic, Link, Mention, Moment, Node, Quote, Rich, Spoiler, Text

JOINER = "\u2060"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\."
_ADDRESS = rf"(?<![^ \n(])https?://(?:{_LABEL}){{1,8}}[A-Za-z]{{2,18}}[/?#][A-Za-z0-9._~:/?#@!$&*+,;=%-]*"
_SIGN = rf"(?<!\w)@(?![ \n{JOINER}])|(?<![\w/<>])/(?![ \n/{JOINER}])"
"""Any character but a blank may follow: Telegram removes some characters before it looks."""
_PATTERN = re.compile(rf"(?P<address>{_ADDRESS})|{_SIGN}")


def neutralize_mentions(text: str) -> str:
    """Insert a joiner where Telegram would see a name or a command."""
    return _PATTERN.sub(lambda found: found[0] if found["address"] else found[0] + JOINER, text)


def neutralize_rich(rich: Rich) -> Rich:
    """Neutralize every text of a rich text, except code, in which Telegram does not look either."""
    return tuple(_neutralize_node(node) for node in rich)


def _neutralize_node(node: Node) -> Node:
    match node:
        case Text(value):
            return Text(neutralize_mentions(value))
        case Mention(user, name):
            return Mention(user, neutralize_mentions(name))
        case Moment(at, text):
            return Moment(at, neutralize_mentions(text))
        case Bold(children) | Italic(children) | Quote(children) | Spoiler(children) | Link(_, children):
            return structs.replace(node, children=neutralize_rich(children))
    return node
