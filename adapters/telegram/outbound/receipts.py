"""How a request ended, in the words of the contract. Telegram tells errors apart by their description alone.

https://core.telegram.org/bots/api#making-requests
"""

from __future__ import annotations

import httpx
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from adapters.telegram.api.retry import seconds
from adapters.telegram.rooms import permissions
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
_LONG = ("message is too long", "caption is too long", "message_too_long", "too big", "too large")
_UNSHOWABLE = ("photo_", "image_process_failed")
_RIGHTS = {
    "to send polls": permissions.POLLS, "to send text": permissions.SEND, "to send a message": permissions.SEND,
    "to send messages": permissions.SEND, "to send": permissions.MEDIA, "send_poll_forbidden": permissions.POLLS,
    "send_plain_forbidden": permissions.SEND, "chat_send_": permissions.MEDIA, "write_forbidden": permissions.SEND,
    "chat_restricted": permissions.SEND, "no rights": permissions.SEND, "be deleted": permissions.DELETE,
    "topic_closed": permissions.TOPICS, "chat_admin_required": permissions.ADMINISTRATOR,
    "not enough rights": permissions.ADMINISTRATOR, "need administrator rights": permissions.ADMINISTRATOR,
}  # fmt: skip
"""Whatever else can't be sent is a kind of file: https://core.telegram.org/method/messages.sendMedia (CHAT_SEND_…),
https://github.com/tdlib/td/blob/master/td/telegram/MessageContent.cpp (can_send_message_content)"""
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol, RuntimeError)
"""What stands behind an error when nothing left: no connection, or a client that is closed."""
_NOT_TAKEN_IN = ("bad gateway", "service unavailable")
"""502 and 503, which what stands before Telegram answers when it reaches no worker. PTB tells them by their words."""
_PAGE = ". Parsing the server response"


def failed(error: TelegramError, *, private: bool = False, right: str | None = None) -> Receipt:
    """The receipt of a request that Telegram refused, or that got no answer. `private`: it was for one person; `right`:
    what such a request takes, where Telegram does not say."""
    said = str(error).partition(_PAGE)[0] or type(error).__name__
    if isinstance(error, RetryAfter):
        return Later(seconds(error), said)
    if isinstance(error, ChatMigrated):
        return Refused("gone", "it stayed behind when the group became a supergroup")
    if any(words in said.lower() for words in _LONG):  # 413 is none of PTB's bad requests
        return Refused("too-long", said)
    if isinstance(error, BadRequest | Forbidden):
        return _refused(said, private=private, needed=right)
    if isinstance(error, InvalidToken | Conflict):
        return Later(0.0, said, account_wide=True)
    return _unanswered(said, error.__cause__)


def is_unshowable(receipt: object) -> bool:
    """Whether it was refused because Telegram could make no picture of the file."""
    return isinstance(receipt, Refused) and any(words in receipt.detail.lower() for words in _UNSHOWABLE)


def takes_no_files(receipt: object) -> bool:
    """Whether it was refused because the bot may send no such file there."""
    return isinstance(receipt, Refused) and receipt.right == permissions.MEDIA


def _refused(said: str, *, private: bool, needed: str | None) -> Receipt:
    """Telegram took the request in and says no. PTB counts BadRequest among the network errors: it is none."""
    lower = said.lower()
    if any(words in lower for words in _DONE):
        return Sent()
    if private and any(words in lower for words in _PERSON):
        return Refused("unreachable-person", said)
    if any(words in lower for words in _GONE):
        return Refused("gone", said)
    right = next((right for words, right in _RIGHTS.items() if words in lower), None)
    return Refused("forbidden", said, needed or right) if right else Refused("invalid", said)


def _unanswered(said: str, cause: BaseException | None) -> Receipt:
    """It never left: again later, with everything else. It got no further than what stands before Telegram: again
    later, for this chat. Anything else (no answer, an unreadable one, another 5xx) leaves open whether it was done."""
    if isinstance(cause, _NOT_SENT):
        return Later(0.0, said, account_wide=True)
    return Later(0.0, said) if said.lower().startswith(_NOT_TAKEN_IN) else Unknown(said)
