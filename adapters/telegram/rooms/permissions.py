"""The bot's missing permissions in a chat, in Telegram's words, and what each of them breaks. Pure.

https://core.telegram.org/bots/api#chatmemberadministrator, https://core.telegram.org/bots/features#privacy-mode
"""

from __future__ import annotations

from telegram import ChatPermissions

from adapters.telegram.api.chats import Membership
from bots.core.inbound import MissingRight

ADMINISTRATOR = "administrator"
PRIVACY = (
    "access to all messages (BotFather: Bot Settings, Group Privacy, off; then add me again; or make me administrator)"
)
SEND, POLLS, MEDIA = "send messages", "send polls", "send media"
ADD_USERS, DELETE, TOPICS = "add users", "delete messages", "manage topics"


def missing_rights(
    me: Membership, *, reads_all: bool, everybody: ChatPermissions | None = None, joins_by_request: bool = False
) -> tuple[MissingRight, ...]:
    """Return the rights that the bot's membership lacks.

    `everybody`: the chat's default permissions of members; `reads_all`: the bot's privacy mode is off.
    """
    if me.status in ("administrator", "creator"):
        adds = not joins_by_request or me.can_invite_users
        return () if adds else (MissingRight(ADD_USERS, "moderate"),)
    # A plain member may send what nothing forbids to them or to everybody.
    rules: list[Membership | ChatPermissions] = [me] if everybody is None else [me, everybody]
    media = all(rule.can_send_photos is not False and rule.can_send_documents is not False for rule in rules)
    wanted = (
        (all(rule.can_send_messages is not False for rule in rules), SEND, "send"), (reads_all, PRIVACY, "read"),
        (False, ADMINISTRATOR, "react"), (False, ADMINISTRATOR, "members"),
        (all(rule.can_send_polls is not False for rule in rules), POLLS, "polls"), (media, MEDIA, "attach"),
    )  # fmt: skip
    return tuple(MissingRight(name, breaks) for held, name, breaks in wanted if not held)
