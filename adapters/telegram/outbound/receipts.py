"""Turn Telegram's errors into receipts. Only the description of an error tells which one it is.

https://core.telegram.org/bots/api#making-requests
"""

from __future__ import annotations

import httpx
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, TelegramError

from adapters.telegram.api.http import CutAnswer
from adapters.telegram.api.retry import retry_after_seconds
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
"""The right named by part of a description; the first match counts. Other "to send" rights are about kinds of files.

https://core.telegram.org/method/messages.sendMedia (CHAT_SEND_…),
https://github.com/tdlib/td/blob/master/td/telegram/MessageContent.cpp (can_send_message_content)"""
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol, RuntimeError)
"""The causes of errors after which no byte was sent: no connection, or a closed client."""
_NOT_PROCESSED = ("bad gateway", "service unavailable")
"""502 and 503: Telegram's proxy found no server. PTB reports them by their words."""
_PAGE = ". Parsing the server response"


def receipt_for(error: TelegramError, *, private: bool = False, right: str | None = None) -> Receipt:
    """Return the receipt of a request that failed.

    `private`: the request was for one person; `right`: the right it needs, where Telegram does not name it.
    """
    if isinstance(error, CutAnswer):
        return Sent()
    description = str(error).partition(_PAGE)[0] or type(error).__name__
    if (seconds := retry_after_seconds(error)) is not None:
        return Later(seconds, description)
    if isinstance(error, ChatMigrated):
        return Refused("gone", "it stayed behind when the group became a supergroup")
    if any(words in description.lower() for words in _LONG):  # PTB does not map 413 to BadRequest.
        return Refused("too-long", description)
    if isinstance(error, BadRequest | Forbidden):
        return _refused(description, private=private, needed=right)
    if isinstance(error, InvalidToken | Conflict):
        return Later(0.0, description, account_wide=True)
    return _unanswered(description, error.__cause__)


def is_bad_photo(receipt: object) -> bool:
    """Return whether Telegram refused the file as an invalid photo."""
    return isinstance(receipt, Refused) and any(words in receipt.detail.lower() for words in _UNSHOWABLE)


def lacks_media_right(receipt: object) -> bool:
    """Return whether Telegram refused the file because the bot may not send such files there."""
    return isinstance(receipt, Refused) and receipt.right == permissions.MEDIA


def _refused(description: str, *, private: bool, needed: str | None) -> Receipt:
    """Return the receipt of a request that Telegram processed and rejected."""
    lower = description.lower()
    if any(words in lower for words in _DONE):
        return Sent()
    if private and any(words in lower for words in _PERSON):
        return Refused("unreachable-person", description)
    if any(words in lower for words in _GONE):
        return Refused("gone", description)
    right = next((right for words, right in _RIGHTS.items() if words in lower), None)
    return Refused("forbidden", description, needed or right) if right else Refused("invalid", description)


def _unanswered(description: str, cause: BaseException | None) -> Receipt:
    """Return Later when the request was not sent (for the whole account) or not processed; otherwise Unknown.

    No answer, an unreadable answer and other 5xx leave open whether Telegram performed it.
    """
    if isinstance(cause, _NOT_SENT):
        return Later(0.0, description, account_wide=True)
    return Later(0.0, description) if description.lower().startswith(_NOT_PROCESSED) else Unknown(description)
