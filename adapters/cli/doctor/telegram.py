"""The checks of a Telegram account."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from functools import partial

import msgspec
from telegram import ChatPermissions

from adapters.cli.doctor.findings import Finding
from adapters.cli.doctor.requests import Requests
from adapters.cli.doctor.rooms import room_findings, rooms_of
from adapters.cli.settings import accounts
from adapters.cli.settings.model import Settings
from adapters.telegram.api.chats import Membership
from adapters.telegram.api.ids import parse_room
from adapters.telegram.rooms.permissions import missing_rights
from bots.core.inbound import MissingRight
from storage.tables import Room

_REMEDY = "Group info, Administrators, Add Administrator: choose the bot; what members may send is under Permissions"


async def telegram_findings(
    name: str, telegram: accounts.Telegram, settings: Settings, ask: Requests
) -> AsyncIterator[Finding]:
    """Check the token, privacy mode and the rooms."""
    api = f"{telegram.api}/bot{telegram.token.get_secret_value()}"
    answer = await ask.ask(f"{api}/getMe")
    if answer.status in (401, 404) and not answer.why:
        yield Finding(False, name, "the token is rejected. @BotFather, /mybots, API Token shows the right one")
        return
    me = answer.body.get("result")
    if not isinstance(me, dict):
        yield Finding(False, name, f"{answer.problem}. Check the network; try again later")
        return
    yield Finding(True, name, f"signed in as @{me.get('username')}")
    reads = bool(me.get("can_read_all_group_messages"))
    on = "privacy mode is on: @BotFather, /setprivacy, Disable; then remove the bot from its groups and add it again"
    yield Finding(reads, name, "privacy mode is off" if reads else on)
    check = partial(_lacking, ask, api, int(me.get("id") or 0), reads)
    async for finding in room_findings(await rooms_of(settings, name), check, _REMEDY):
        yield finding


async def _lacking(ask: Requests, api: str, me: int, reads_all: bool, room: Room) -> Sequence[MissingRight] | str:
    """Ask for the chat and for the bot's membership in it."""
    where = parse_room(room.room)
    if where is None:
        return "its id is none of Telegram's"
    chat = await ask.ask(f"{api}/getChat?chat_id={where.chat}")
    member = await ask.ask(f"{api}/getChatMember?chat_id={where.chat}&user_id={me}")
    about, found = chat.body.get("result"), member.body.get("result")
    if not isinstance(about, dict) or not isinstance(found, dict):
        failed = chat if not isinstance(about, dict) else member
        return f"Telegram doesn't tell ({failed.body.get('description') or failed.problem})"
    membership = msgspec.convert(found, Membership)
    if membership.status in ("left", "kicked"):
        return "the bot isn't in it any longer. Add it again"
    allowed = about.get("permissions")
    everybody = ChatPermissions(**allowed) if isinstance(allowed, dict) else None
    requests = bool(about.get("join_by_request"))
    return missing_rights(membership, reads_all=reads_all, everybody=everybody, joins_by_request=requests)
