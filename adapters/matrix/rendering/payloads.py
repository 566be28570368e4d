"""Event contents for what the core wants shown, never larger than an event may be.

An event, all included, may have 65,536 bytes: https://spec.matrix.org/v1.11/client-server-api/#size-limits
Encryption makes a third more of a content, in which nio writes each letter beyond ASCII as an escape.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from adapters.matrix.api import polls
from adapters.matrix.api.content import reply
from adapters.matrix.rendering.html import html, plain, shown
from bots.core.outbound import Content
from bots.core.richtext import Rich
from bots.core.truncation import shortened

MESSAGE_LENGTH = 16_000
LARGEST_OPEN = 58_000
LARGEST_SEALED = 44_000
"""Bytes of a content, before encryption."""
_FALLBACK_LENGTH = 200


def message(
    content: Content, *, reply_to: str | None = None, thread: str | None = None, sealed: bool = False
) -> tuple[str, dict[str, object]]:
    """The event type and content that show it, in the `thread` of what it replies to; `sealed`: in an encrypted room. A
    content with a poll is one poll event: its text and the legend of its buttons stand in where a client knows no
    polls."""
    if content.poll is not None:
        poll = content.poll
        fallback = shown(content) or content.text
        return polls.START, _fitting(fallback, lambda rich: polls.start(poll, _poll_fallback(content, rich)), sealed)
    made = _fitting(shown(content), lambda rich: _text(rich, content.mentions), sealed)
    if reply_to:
        made["m.relates_to"] = reply(reply_to, thread)
    return "m.room.message", made


def edit(target: str, content: Content, *, sealed: bool = False) -> tuple[str, dict[str, object]]:
    """The event type and content that replace what `target` shows.

    https://spec.matrix.org/v1.11/client-server-api/#event-replacements
    """
    kind, new = message(content, sealed=sealed)
    relates = {"rel_type": "m.replace", "event_id": target}
    if kind == polls.START:
        return kind, {"m.new_content": new, "m.relates_to": relates, "m.mentions": {}}
    fallback = plain(shortened(shown(content), _FALLBACK_LENGTH))
    return kind, {
        "msgtype": new["msgtype"], "body": f"* {fallback}", "m.mentions": {}, "m.new_content": new,
        "m.relates_to": relates,
    }  # fmt: skip


def _text(rich: Rich, mentions: tuple[str, ...]) -> dict[str, object]:
    """A notice, as bots send, which clients show quietly; a message that is to notify somebody must be a text.
    `m.mentions` is always there: without it, names and @room in the words would notify.

    https://spec.matrix.org/v1.11/client-server-api/#user-and-room-mentions
    """
    return {
        "msgtype": "m.text" if mentions else "m.notice",
        "body": plain(rich),
        "format": "org.matrix.custom.html",
        "formatted_body": html(rich, mentions),
        "m.mentions": {"user_ids": list(mentions)} if mentions else {},
    }


def _poll_fallback(content: Content, rich: Rich) -> str:
    assert content.poll is not None
    options = [f"{number}. {option.label}" for number, option in enumerate(content.poll.options, 1)]
    return "\n".join([plain(rich) or content.poll.question, *options])


def _fitting(rich: Rich, make: Callable[[Rich], dict[str, object]], sealed: bool) -> dict[str, object]:
    """What `make` makes of as much of the text as fits."""
    length, largest = MESSAGE_LENGTH, LARGEST_SEALED if sealed else LARGEST_OPEN
    made = make(shortened(rich, length))
    while (size := len(json.dumps(made, ensure_ascii=sealed).encode())) > largest and length > 1:
        length = max(1, int(length * 0.9 * largest / size))
        made = make(shortened(rich, length))
    return made
