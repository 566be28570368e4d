"""Event contents for outbound content, within the size limit of events.

A whole event may have 65,536 bytes: https://spec.matrix.org/v1.11/client-server-api/#size-limits
Encryption enlarges a content by a third, and nio escapes each character beyond ASCII before it.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from adapters.matrix.api import polls
from adapters.matrix.api.content import reply_relation
from adapters.matrix.rendering.html import html, plain, with_legend
from bots.core.outbound import Content, NativePoll
from bots.core.richtext import Rich
from bots.core.truncation import truncate_rich

MESSAGE_LENGTH = 16_000
LARGEST_PLAIN = 58_000
LARGEST_ENCRYPTED = 44_000
"""Bytes of a content, before encryption."""
_FALLBACK_LENGTH = 200


def message(
    content: Content, *, reply_to: str | None = None, thread: str | None = None, encrypted: bool = False,
    answers: bool = False,
) -> tuple[str, dict[str, object]]:  # fmt: skip
    """Return the event type and the content, for an encrypted room with `encrypted`.

    `thread` is the thread of the message it replies to. `answers`: only one person waits for it. Content with
    a poll becomes a single poll event, with the text and the legend as its fallback.
    """
    if (poll := content.poll) is not None:
        return polls.START, _fit(with_legend(content), lambda rich: polls.start(poll, _fallback(poll, rich)), encrypted)
    built = _fit(with_legend(content), lambda rich: _text(rich, content.mentions, answers=answers), encrypted)
    if reply_to:
        built["m.relates_to"] = reply_relation(reply_to, thread)
    return "m.room.message", built


def edit(target: str, content: Content, *, encrypted: bool = False) -> tuple[str, dict[str, object]]:
    """Return the event type and the content that replaces the message `target`.

    https://spec.matrix.org/v1.11/client-server-api/#event-replacements
    """
    kind, new = message(content, encrypted=encrypted)
    relates = {"rel_type": "m.replace", "event_id": target}
    if kind == polls.START:
        return kind, {"m.new_content": new, "m.relates_to": relates, "m.mentions": {}}
    fallback = plain(truncate_rich(with_legend(content), _FALLBACK_LENGTH))
    return kind, {
        "msgtype": new["msgtype"], "body": f"* {fallback}", "m.mentions": {}, "m.new_content": new,
        "m.relates_to": relates,
    }  # fmt: skip


def _text(rich: Rich, mentions: tuple[str, ...], *, answers: bool) -> dict[str, object]:
    """Build a text, or for an answer that mentions nobody a notice, which clients show in grey.

    Always set `m.mentions`: without it, names and @room in the text would notify people.
    https://spec.matrix.org/v1.11/client-server-api/#user-and-room-mentions
    """
    return {
        "msgtype": "m.notice" if answers and not mentions else "m.text",
        "body": plain(rich),
        "format": "org.matrix.custom.html",
        "formatted_body": html(rich, mentions),
        "m.mentions": {"user_ids": list(mentions)} if mentions else {},
    }


def _fallback(poll: NativePoll, rich: Rich) -> str:
    options = [f"{number}. {option.label}" for number, option in enumerate(poll.options, 1)]
    return "\n".join([plain(rich) or poll.question, *options])


def _fit(rich: Rich, build: Callable[[Rich], dict[str, object]], encrypted: bool) -> dict[str, object]:
    """Build a content from as much of the text as fits."""
    length, largest = MESSAGE_LENGTH, LARGEST_ENCRYPTED if encrypted else LARGEST_PLAIN
    built = build(truncate_rich(rich, length))
    while (size := len(json.dumps(built, ensure_ascii=encrypted).encode())) > largest and length > 1:
        length = max(1, int(length * 0.9 * largest / size))
        built = build(truncate_rich(rich, length))
    return built
