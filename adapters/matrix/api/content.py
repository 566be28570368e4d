"""What a message content says: its words without what a client put around them. Contents come from anybody: any value
may have any type.
"""

from __future__ import annotations

from collections.abc import Mapping

LONGEST_ID = 255
"""Bytes."""


def is_command(body: str) -> bool:
    """`!` and a letter: a command, not an exclamation."""
    return body[:1] == "!" and body[1:2].isalpha()


def named(value: object) -> str | None:
    """The event or room that a content names. No id has more than 255 bytes, and a longer one fits no request.

    https://spec.matrix.org/v1.11/appendices/#common-identifier-format
    """
    return value if isinstance(value, str) and 0 < len(value.encode("utf-8", "replace")) <= LONGEST_ID else None


def relation(content: Mapping[str, object]) -> Mapping[str, object]:
    """The m.relates_to of a content; empty when it relates to nothing."""
    relates = content.get("m.relates_to")
    return relates if isinstance(relates, dict) else {}


def replied_to(relates: Mapping[str, object]) -> str | None:
    """The event that is replied to. In a thread, clients name the latest message as a fallback: that is no reply.

    https://spec.matrix.org/v1.11/client-server-api/#fallback-for-unthreaded-clients
    """
    reply = relates.get("m.in_reply_to")
    event = named(reply.get("event_id")) if isinstance(reply, dict) else None
    return event if relates.get("is_falling_back") is not True else None


def thread_of(relates: Mapping[str, object]) -> str | None:
    """The event that began the thread in which something is said; None outside of threads."""
    return named(relates.get("event_id")) if relates.get("rel_type") == "m.thread" else None


def reply(message: str, thread: str | None) -> dict[str, object]:
    """The m.relates_to of an answer to a message, in its thread.

    https://spec.matrix.org/v1.11/client-server-api/#replies-within-threads
    """
    replies: dict[str, object] = {"m.in_reply_to": {"event_id": message}}
    if thread is None:
        return replies
    return {"rel_type": "m.thread", "event_id": thread, "is_falling_back": False, **replies}


def unquoted(body: str) -> str:
    """A reply's body without the quotation of what it replies to, which older clients put in front.

    https://spec.matrix.org/v1.11/client-server-api/#fallbacks-for-rich-replies
    """
    if not body.startswith("> <"):
        return body
    lines = body.split("\n")
    quoted = next((number for number, line in enumerate(lines) if not line.startswith(">")), len(lines))
    rest = lines[quoted:]
    return "\n".join(rest[1:] if rest and not rest[0] else rest)


def mentioned(content: Mapping[str, object]) -> tuple[str, ...]:
    """The users that a content means to notify."""
    mentions = content.get("m.mentions")
    users = mentions.get("user_ids") if isinstance(mentions, dict) else None
    return tuple(user for user in users if isinstance(user, str)) if isinstance(users, list) else ()
