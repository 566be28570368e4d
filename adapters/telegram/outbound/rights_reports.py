"""Report the rights that the bot lacks in a room."""

from __future__ import annotations

from datetime import UTC, datetime

from telegram import Chat
from telegram.error import TelegramError

from adapters.telegram.api.ids import Destination, parse_room, room_id
from adapters.telegram.outbound.receipts import receipt_for
from adapters.telegram.outbound.requests import RequestSender
from adapters.telegram.rooms import permissions
from adapters.telegram.rooms.admins import to_membership
from bots.core.inbound import MissingRight, RightsReported
from bots.core.outbound import CheckRights
from bots.ports import Receipt, Refused, Sent


async def check_rights(requests: RequestSender, key: str, call: CheckRights) -> Receipt:
    """Ask Telegram for the bot's rights in the room, and submit what is missing."""
    where = parse_room(call.room)
    if where is None:
        return Refused("gone", f"{call.room!r} is no room of Telegram")
    state, missing = requests.state, tuple[MissingRight, ...]()
    try:
        chat = await requests.bot.get_chat(where.chat)
        if chat.type != Chat.PRIVATE:
            missing = permissions.missing_rights(
                to_membership(await requests.bot.get_chat_member(where.chat, state.bot_id)), reads_all=state.reads_all,
                everybody=chat.permissions, joins_by_request=bool(chat.join_by_request),
            )  # fmt: skip
    except TelegramError as error:
        return receipt_for(error)
    fields = state.fields(call.room, datetime.now(UTC), "check", key)
    await requests.inbox.submit([RightsReported(**fields, subject=call.subject, missing=missing)])
    return Sent()


async def report_missing_media_right(requests: RequestSender, where: Destination) -> None:
    """Report that files had to be left out. The key allows one report per room and day."""
    now, room = datetime.now(UTC), room_id(where.chat, where.thread)
    fields = requests.state.fields(room, now, "lacks", room, permissions.MEDIA, now.date())
    report = RightsReported(**fields, missing=(MissingRight(permissions.MEDIA, "attach"),))
    await requests.inbox.submit([report])
