"""Words of which Telegram makes nothing by itself.

In whatever a bot sends, Telegram looks for names and commands: `@anna` notifies Anna, `/poll_close` is sent by who taps
it. A word joiner behind the sign, which nobody sees, keeps it from that. Addresses stay whole, so that they lead where
they led: inside of them Telegram looks for nothing else.

https://core.telegram.org/bots/api#messageentity; what is a name, a command or an address:
https://github.com/tdlib/td/blob/master/td/telegram/MessageEntity.cpp (match_mentions, match_bot_commands, match_urls)
"""

from __future__ import annotations

import re

from msgspec import structs

from bots.core.richtext import Bold, Italic, Link, Mention, Moment, Node, Quote, Rich, Text

JOINER = "\u2060"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\."
_ADDRESS = rf"(?<![^ \n(])https?://(?:{_LABEL}){{1,8}}[A-Za-z]{{2,18}}[/?#][A-Za-z0-9._~:/?#@!$&*+,;=%-]*"
_SIGN = rf"(?<!\w)@(?![ \n{JOINER}])|(?<![\w/<>])/(?![ \n/{JOINER}])"
"""Whatever follows but a blank: Telegram takes some characters away before it looks."""
_LOOKED_FOR = re.compile(rf"(?P<address>{_ADDRESS})|{_SIGN}")


def inert(text: str) -> str:
    """The words, with a joiner where Telegram would see a name or a command."""
    return _LOOKED_FOR.sub(lambda found: found[0] if found["address"] else found[0] + JOINER, text)


def inert_rich(rich: Rich) -> Rich:
    """The same for all words in it; code is left as it is, by Telegram too."""
    return tuple(_inert(node) for node in rich)


def _inert(node: Node) -> Node:
    match node:
        case Text(value):
            return Text(inert(value))
        case Mention(user, name):
            return Mention(user, inert(name))
        case Moment(at, text):
            return Moment(at, inert(text))
        case Bold(children) | Italic(children) | Quote(children) | Link(_, children):
            return structs.replace(node, children=inert_rich(children))
    return node
