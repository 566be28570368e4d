"""Parts of a message content. Anybody can send one, so any value may have any type."""

from __future__ import annotations

import re
from collections.abc import Mapping

LONGEST_ID = 255
"""Bytes."""
_QUOTATION = re.compile(r"> ?(?:\* ?)?<")
"""The quotation of a text (`> <@anna:example.org> …`) or of an emote (`> * <@anna:example.org> …`)."""
_QUOTED_PERSON = re.compile(_QUOTATION.pattern + r"[^<>\s][^<>]*>")


def command_line(body: str) -> str | None:
    """Return the line after the `!` of a command, also with blanks before it, or None for any other text."""
    text = body.lstrip() if body[:1].isspace() else body
    return text[1:] if text[:1] == "!" and text[1:2].isalpha() else None


def valid_id(value: object) -> str | None:
    """Return an event or room id if it is one, else None. Ids have at most 255 bytes.

    https://spec.matrix.org/v1.11/appendices/#common-identifier-format
    """
    return value if isinstance(value, str) and 0 < len(value.encode("utf-8", "replace")) <= LONGEST_ID else None


def relation(content: Mapping[str, object]) -> Mapping[str, object]:
    """Return the m.relates_to of a content, or an empty mapping."""
    relates = content.get("m.relates_to")
    return relates if isinstance(relates, dict) else {}


def replied_to(relates: Mapping[str, object]) -> str | None:
    """Return the event that the message replies to, or None.

    In a thread, clients name the latest message as a fallback. That is not a reply.
    https://spec.matrix.org/v1.11/client-server-api/#fallback-for-unthreaded-clients
    """
    reply = relates.get("m.in_reply_to")
    event = valid_id(reply.get("event_id")) if isinstance(reply, dict) else None
    return event if relates.get("is_falling_back") is not True else None


def thread_of(relates: Mapping[str, object]) -> str | None:
    """Return the root event of the message's thread, or None."""
    return valid_id(relates.get("event_id")) if relates.get("rel_type") == "m.thread" else None


def reply_relation(message: str, thread: str | None) -> dict[str, object]:
    """Build the m.relates_to of a reply to a message, in its thread.

    https://spec.matrix.org/v1.11/client-server-api/#replies-within-threads
    """
    replies: dict[str, object] = {"m.in_reply_to": {"event_id": message}}
    if thread is None:
        return replies
    return {"rel_type": "m.thread", "event_id": thread, "is_falling_back": False, **replies}


def own_words(body: str, content: Mapping[str, object], *, edited: bool = False) -> str:
    """Return a body without the words of others that clients put in front of a reply.

    The new content of an edit does not say whether it is a reply, so it always loses such a quotation.
    https://spec.matrix.org/v1.11/client-server-api/#fallbacks-for-rich-replies
    """
    if "m.in_reply_to" in relation(content):
        return _unquoted(body, _QUOTATION)
    return _unquoted(body, _QUOTED_PERSON) if edited else body


def _unquoted(body: str, begins: re.Pattern[str]) -> str:
    """Remove all quotations in front. Some clients put the quotation of the quoted message there as well."""
    lines = body.split("\n")
    start = 0
    while start < len(lines) and begins.match(lines[start]):
        start = next((at for at in range(start, len(lines)) if not lines[at].startswith(">")), len(lines))
        while start < len(lines) and not lines[start].strip():
            start += 1
    return "\n".join(lines[start:]) if start else body


def mentions_of(content: Mapping[str, object]) -> tuple[str, ...]:
    """Return the users that a content mentions."""
    mentions = content.get("m.mentions")
    users = mentions.get("user_ids") if isinstance(mentions, dict) else None
    return tuple(user for user in users if isinstance(user, str)) if isinstance(users, list) else ()
