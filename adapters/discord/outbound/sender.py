"""Outbound values as requests to Discord: one method for each kind of call."""

from __future__ import annotations

from datetime import UTC, datetime

import discord

from adapters.discord.api.errors import (
    POLL_EXPIRED,
    THREAD_ARCHIVED,
    THREAD_LOCKED,
    UNKNOWN_CHANNEL,
    UNKNOWN_MESSAGE,
    direct_receipt,
    error_receipt,
)
from adapters.discord.api.rest import MessagePayload, RestClient
from adapters.discord.interactions.replies import Replies
from adapters.discord.interactions.responder import InteractionResponder
from adapters.discord.outbound.fetch import Fetcher
from adapters.discord.outbound.scheduled_events import ScheduledEvents
from adapters.discord.rendering import payloads
from adapters.discord.rooms.channels import Channels, ServerUnavailable, parse_id
from adapters.discord.rooms.lifecycle import RoomLifecycle
from adapters.discord.rooms.permissions import explaining_right
from adapters.discord.rooms.recent_posts import RecentPosts
from adapters.discord.rooms.state import AdapterState
from bots.core import outbound
from bots.core.outbound import Content
from bots.ports import Later, Receipt, Refused, Sending, Sent

CHANNEL = "/channels/{channel_id}"
MESSAGES = CHANNEL + "/messages"
MESSAGE = MESSAGES + "/{message_id}"
_RIGHTS: dict[type[outbound.Outbound], tuple[str, ...]] = {
    outbound.PublishScheduledEvent: ("events",),
    outbound.CancelScheduledEvent: ("events",),
    outbound.Post: ("send", "attach", "polls"),
    outbound.Fetch: ("history",),
    outbound.FetchHistory: ("history",),
}
"""The rights whose lack may explain a refusal, for the calls that need more than `send`."""


class Sender:
    """Sends the outbound values of one account."""

    def __init__(
        self, rest: RestClient, state: AdapterState, responder: InteractionResponder, lifecycle: RoomLifecycle,
        recent_posts: RecentPosts,
    ) -> None:  # fmt: skip
        self._rest = rest
        self._state = state
        self._lifecycle = lifecycle
        self._recent_posts = recent_posts
        self._fetcher = Fetcher(rest, state)
        self._scheduled_events = ScheduledEvents(rest, state)
        self._channels = Channels(rest, state)
        self._replies = Replies(responder, self._channels, self._post, self._send_direct)

    async def perform(self, sending: Sending) -> Receipt:
        """Perform one outbound value. Raises network errors."""
        call = sending.call
        try:
            return await self._perform_unarchiving(sending)
        except ServerUnavailable as error:
            return Later(1.0, f"server {error} is not there yet")
        except (discord.HTTPException, discord.RateLimited) as error:
            code = error.code if isinstance(error, discord.HTTPException) else 0
            if code == UNKNOWN_CHANNEL:
                self._lifecycle.lose_room(parse_id(call.room), "deleted")
            elif code == THREAD_LOCKED:
                self._lifecycle.close_thread(parse_id(call.room))
            channel = await self._channels.find_or_none(call.room) if isinstance(error, discord.Forbidden) else None
            return error_receipt(error, explaining_right(channel, *_RIGHTS.get(type(call), ("send",))))

    async def _perform_unarchiving(self, sending: Sending) -> Receipt:
        """Perform a value. Where an archived thread prevents it, unarchive the thread and try once more.

        Only members of a thread may unarchive it; the bot has joined it (RoomLifecycle), since nobody joins one now.
        https://discord.com/developers/docs/topics/threads#editing-deleting-threads
        """
        try:
            return await self._perform(sending)
        except discord.HTTPException as error:
            if error.code != THREAD_ARCHIVED:
                raise
        await self._rest.request("PATCH", CHANNEL, {"archived": False}, channel_id=parse_id(sending.call.room))
        return await self._perform(sending)

    async def _perform(self, sending: Sending) -> Receipt:
        match sending.call:
            case outbound.Post(room=room, content=content, reply_to=reply_to):
                return await self._post(room, content, sending, reply_to)
            case outbound.Answer() as call:
                return await self._replies.reply(call, sending)
            case outbound.ShowForm() as call:
                return await self._replies.show_form(call, sending)
            case outbound.DirectMessage() as call:
                return await self._send_direct(call, sending)
            case outbound.Edit(room=room, content=content):
                return await self._edit(room, sending.target, content)
            case outbound.Delete(room=room):
                return await self._delete(room, sending.target, sending.extra_messages)
            case outbound.ClosePoll(room=room):
                return await self._close_poll(room, sending.target)
        return await self._perform_without_message(sending)

    async def _perform_without_message(self, sending: Sending) -> Receipt:
        match sending.call:
            case outbound.CheckRights(room=room, subject=subject):
                return await self._check_rights(room, subject)
            case outbound.Join(room=room):
                return await self._join(room, sending.key)
            case outbound.Fetch() as call:
                return await self._fetcher.fetch(call, sending.key)
            case outbound.FetchHistory() as call:
                return await self._fetcher.fetch_history(call, sending.key)
            case outbound.PublishScheduledEvent() as call:
                return await self._scheduled_events.publish(await self._channels.find(call.room), call, sending)
            case outbound.CancelScheduledEvent() as call:
                return await self._scheduled_events.cancel(await self._channels.find(call.room), sending.target)
        return Refused("invalid", f"there is no {type(sending.call).__name__} on Discord")

    # Messages

    async def _post(self, room: str, content: Content, sending: Sending, reply_to: str | None = None) -> Receipt:
        """Post a message once per key: by its nonce, and by its content in what the bot posted before a restart."""
        if content.poll is not None and len(content.poll.options) > payloads.MAX_ANSWERS:
            return Refused("invalid", f"a Discord poll has at most {payloads.MAX_ANSWERS} answers")
        nonce = payloads.nonce(sending.key)
        await self._recent_posts.wait_if_posted_before(room, nonce, sending.queued_at)
        payload = await self._channels.build_message(room, content, sending, reply_to)
        message = self._recent_posts.find(room, nonce, payload.body, sending.queued_at)
        if message is None:
            payload = MessagePayload({**payload.body, "nonce": nonce, "enforce_nonce": True}, payload.files)
            posted = await self._rest.send_message(MESSAGES, payload, channel_id=parse_id(room))
            message = str(posted["id"])
        self._recent_posts.add_sent(nonce, message)
        if content.poll is not None:
            self._state.open_polls.add(room, message)
        return Sent((message,))

    async def _send_direct(self, call: outbound.DirectMessage, sending: Sending) -> Receipt:
        """Post a direct message. Their channel becomes a room in use, so that the bot reads the reply."""
        try:
            channel = await self._rest.request("POST", "/users/@me/channels", {"recipient_id": parse_id(call.user)})
        except (discord.HTTPException, discord.RateLimited) as error:
            return direct_receipt(error)
        room = str(channel["id"])
        receipt = await self._post(room, call.content, sending)
        if not isinstance(receipt, Sent):
            return Refused("unreachable-person", receipt.detail) if isinstance(receipt, Refused) else receipt
        if int(room) not in self._state.rooms:
            self._state.rooms.add(int(room))
            self._state.servers[int(room)] = 0
            self._state.queues.put(room, None, receipt.messages[0])
        return Sent(receipt.messages, room=room)

    async def _edit(self, room: str, target: str | None, content: Content) -> Receipt:
        if target is None:
            return Refused("gone", "the message was never shown")
        body = payloads.edit(content, await self._channels.surroundings(room, content))
        if not await self._replies.edit_private(target, body):
            await self._rest.request("PATCH", MESSAGE, body, channel_id=parse_id(room), message_id=parse_id(target))
        return Sent((target,))

    async def _delete(self, room: str, target: str | None, extra_messages: tuple[str, ...]) -> Receipt:
        if target is None:
            return Refused("gone", "the message was never shown")
        for message in map(parse_id, (target, *extra_messages)):
            self._state.own_deletions.add(message)
            try:
                await self._rest.request("DELETE", MESSAGE, channel_id=parse_id(room), message_id=message)
            except discord.HTTPException as error:
                self._state.own_deletions.discard(message)
                if error.code != UNKNOWN_MESSAGE:
                    raise
        return Sent()

    async def _close_poll(self, room: str, target: str | None) -> Receipt:
        if target is None:
            return Refused("gone", "the poll was never shown")
        path = "/channels/{channel_id}/polls/{message_id}/expire"
        try:
            await self._rest.request("POST", path, channel_id=parse_id(room), message_id=parse_id(target))
        except discord.HTTPException as error:
            if error.code != POLL_EXPIRED:
                raise
        self._state.open_polls.remove(room, target)
        return Sent()

    # Rooms

    async def _check_rights(self, room: str, subject: str) -> Receipt:
        channel = await self._channels.find(room)
        if channel is None:
            return Refused("gone", "the channel is not there")
        self._lifecycle.report_rights(channel, subject)
        return Sent()

    async def _join(self, room: str, key: str) -> Receipt:
        """Put a room into use. The bot is already in the server."""
        channel = await self._channels.find(room)
        if channel is None:
            return Refused("gone", "the channel is not there")
        if channel.id not in self._state.rooms:
            last = getattr(channel, "last_message_id", None) or discord.utils.time_snowflake(datetime.now(UTC))
            self._state.start_room(
                channel, channel.id, f"{self._state.account}:joined:{room}:{payloads.nonce(key)}", last
            )
        return Sent()
