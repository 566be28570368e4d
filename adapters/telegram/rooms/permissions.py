"""What the bot may not do in a chat, in Telegram's words, and what does not work without it. Pure.

https://core.telegram.org/bots/api#chatmemberadministrator, https://core.telegram.org/bots/features#privacy-mode
"""

from __future__ import annotations

from telegram import ChatPermissions

from adapters.telegram.api.types import Standing
from bots.core.inbound import Missing

ADMINISTRATOR = "administrator"
PRIVACY = (
    "access to all messages (BotFather: Bot Settings, Group Privacy, off; then add me again; or make me administrator)"
)
SEND, POLLS, MEDIA = "send messages", "send polls", "send media"
ADD_USERS, DELETE, TOPICS = "add users", "delete messages", "manage topics"


def missing(
    me: Standing, *, reads_all: bool, everybody: ChatPermissions | None = None, joins_by_request: bool = False
) -> tuple[Missing, ...]:
    """What is lacking with this standing. `everybody`: what members who are no administrators may do; `reads_all`: the
    bot's privacy mode is off."""
    if me.status in ("administrator", "creator"):
        return _lacking([(not joins_by_request or bool(me.can_invite_users), ADD_USERS, "moderate")])
    sends, polls, media = _may(me, everybody)
    return _lacking(
        [
            (sends, SEND, "send"), (reads_all, PRIVACY, "read"), (False, ADMINISTRATOR, "react"),
            (False, ADMINISTRATOR, "members"), (polls, POLLS, "polls"), (media, MEDIA, "attach"),
        ]
    )  # fmt: skip


def _may(me: Standing, everybody: ChatPermissions | None) -> tuple[bool, bool, bool]:
    """Whether a plain member may send messages, polls and files: neither they nor everybody is kept from it."""
    held: list[Standing | ChatPermissions] = [me] if everybody is None else [me, everybody]
    return (
        all(standing.can_send_messages is not False for standing in held),
        all(standing.can_send_polls is not False for standing in held),
        all(standing.can_send_photos is not False and standing.can_send_documents is not False for standing in held),
    )


def _lacking(wanted: list[tuple[bool, str, str]]) -> tuple[Missing, ...]:
    return tuple(Missing(name, breaks) for held, name, breaks in wanted if not held)
