"""How a request ended, in the words of the contract. Telegram tells errors apart by their description alone.

https://core.telegram.org/bots/api#making-requests
"""

from __future__ import annotations

import httpx
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from adapters.telegram import rights
from adapters.telegram.reach import seconds
from bots.ports import Later, Receipt, Refused, Sent, Unknown

_DONE = (
    "message is not modified", "query is too old", "query id is invalid", "message to delete not found",
    "poll has already been closed", "user_already_participant", "hide_requester_missing",
)  # fmt: skip
_GONE = (
    "message to edit not found", "message can't be edited", "message with poll to stop not found", "chat not found",
    "thread not found", "topic_deleted", "group chat was deactivated", "channel_private", "message_id_invalid",
    "was kicked", "not a member", "group chat was upgraded",
)  # fmt: skip
_PERSON = (
    "chat not found", "user not found", "peer_id_invalid", "blocked by the user", "user_is_blocked", "have no access",
    "initiate conversation", "user is deactivated", "bots can't send messages to bots",
)  # fmt: skip
_LONG = ("message is too long", "caption is too long", "message_too_long", "too big", "too large", "request entity")
_RIGHTS = {
    "to send polls": rights.POLLS, "to send photos": rights.MEDIA, "to send documents": rights.MEDIA,
    "to send stickers": rights.MEDIA, "to send": rights.SEND, "write_forbidden": rights.SEND,
    "no rights": rights.SEND, "be deleted": rights.DELETE, "topic_closed": rights.TOPICS,
    "chat_admin_required": rights.ADMINISTRATOR, "not enough rights": rights.ADMINISTRATOR,
    "need administrator rights": rights.ADMINISTRATOR,
}  # fmt: skip
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)


def failed(error: TelegramError, *, private: bool = False, right: str | None = None) -> Receipt:
    """The receipt of a request that Telegram refused, or that got no answer. `private`: it was for one person; `right`:
    what such a request takes, where Telegram does not say."""
    if isinstance(error, RetryAfter):
        return Later(seconds(error), str(error))
    if isinstance(error, ChatMigrated):
        return Refused("gone", "it stayed behind when the group became a supergroup")
    if isinstance(error, BadRequest | Forbidden):
        return _refused(str(error), private=private, needed=right)
    if isinstance(error, InvalidToken | Conflict):
        return Later(0.0, str(error), account_wide=True)
    return _unanswered(error)


def _refused(said: str, *, private: bool, needed: str | None) -> Receipt:
    """Telegram took the request in and says no. PTB counts BadRequest among the network errors: it is none."""
    lower = said.lower()
    if any(words in lower for words in _DONE):
        return Sent()
    if private and any(words in lower for words in _PERSON):
        return Refused("unreachable-person", said)
    if any(words in lower for words in _GONE):
        return Refused("gone", said)
    if any(words in lower for words in _LONG):
        return Refused("too-long", said)
    right = next((right for words, right in _RIGHTS.items() if words in lower), None)
    return Refused("forbidden", said, needed or right) if right else Refused("invalid", said)


def _unanswered(error: TelegramError) -> Receipt:
    """Never sent, or refused by what stands before Telegram: again later. Sent, and no answer came: nobody knows."""
    if isinstance(error.__cause__, _NOT_SENT) or not isinstance(error.__cause__, httpx.HTTPError):
        return Later(0.0, str(error) or type(error).__name__, account_wide=True)
    return Unknown(str(error) or type(error).__name__)
