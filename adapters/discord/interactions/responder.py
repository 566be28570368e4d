"""Responses to interactions: a deferral in time, and one answer.

Discord gives 3 s for the first response, and 15 minutes for all others.
https://discord.com/developers/docs/interactions/receiving-and-responding
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

import discord
import structlog

from adapters.discord.api import errors
from adapters.discord.api.bounded_dict import BoundedDict
from adapters.discord.api.errors import NETWORK_ERRORS
from adapters.discord.api.rest import JsonObject, MessagePayload, RestClient
from adapters.discord.interactions.deferred import DeferredInteractions
from adapters.discord.interactions.pending import PendingInteraction, ResponseState
from adapters.discord.rendering.payloads import EPHEMERAL

log = structlog.get_logger()
DEFER_SECONDS = 1.0
"""With the time for saving and the way to Discord, half of its 3 s remain."""
_MAX_REMEMBERED = 10_000
_REPLY, _DEFER_REPLY, _DEFER_UPDATE, _AUTOCOMPLETE, _MODAL = 4, 5, 6, 8, 9
_TOO_LATE = (errors.ALREADY_ANSWERED, errors.UNKNOWN_INTERACTION)
_INVALID_TOKEN = 50027
_EXPIRED = (errors.UNKNOWN_WEBHOOK, errors.UNKNOWN_INTERACTION, errors.UNKNOWN_MESSAGE, _INVALID_TOKEN)


class InteractionResponder:
    """Responds to the interactions of one account. Set `rest` before the first one."""

    rest: RestClient

    def __init__(self, deferred: DeferredInteractions) -> None:
        self._deferred = deferred
        self._interactions: BoundedDict[str, PendingInteraction] = BoundedDict(_MAX_REMEMBERED)
        self._new: list[PendingInteraction] = []
        self._wake = asyncio.Event()

    def register(self, interaction: discord.Interaction) -> PendingInteraction:
        """Add an interaction. `run` defers it when no response comes soon."""
        pending = PendingInteraction.of(interaction)
        self._interactions[pending.reference] = pending
        self._new.append(pending)
        self._wake.set()
        return pending

    def find(self, reference: str) -> PendingInteraction:
        """Return the interaction of a reference. Raises ValueError for a foreign reference."""
        return self._interactions.get(reference) or PendingInteraction.parse(reference)

    async def run(self) -> None:
        """Defer the interactions without a response in time, until cancelled."""
        loop = asyncio.get_running_loop()
        waiting: deque[tuple[float, PendingInteraction]] = deque()
        async with asyncio.TaskGroup() as tasks:
            while True:
                with suppress(TimeoutError):
                    async with asyncio.timeout(max(0.0, waiting[0][0] - loop.time()) if waiting else None):
                        await self._wake.wait()
                self._wake.clear()
                waiting.extend((loop.time() + DEFER_SECONDS, pending) for pending in self._new)
                self._new.clear()
                late: list[PendingInteraction] = []
                while waiting and waiting[0][0] <= loop.time():
                    late.append(waiting.popleft()[1])
                late = [pending for pending in late if pending.state is ResponseState.NONE]
                if late:
                    await self._deferred.save({one.reference: one.value for one in late if one.value is not None})
                for pending in late:
                    tasks.create_task(self.defer(pending))

    async def defer(self, pending: PendingInteraction) -> None:
        """Tell Discord that an answer will follow. Save the interaction before that."""
        async with pending.lock:
            if pending.state is not ResponseState.NONE:
                return
            try:
                await self._send_deferral(pending)
                pending.state = ResponseState.ACKNOWLEDGED if pending.is_button else ResponseState.THINKING
            except Exception as error:  # noqa: BLE001 - whatever it is, the others must be acknowledged
                log.warning("discord-not-acknowledged", interaction=pending.id, error=str(error) or repr(error))
                pending.state = ResponseState.UNKNOWN

    async def complete(self, pending: PendingInteraction) -> None:
        """End an interaction without an answer. Delete the message that says that the bot is thinking."""
        async with pending.lock:
            with _ignoring_expired():
                if pending.may_be_unanswered:
                    await self._send_deferral(pending)
            with _ignoring_expired():
                if not pending.is_button and pending.state is not ResponseState.ACKNOWLEDGED:
                    await self._request_webhook("DELETE", pending, "/messages/@original")
            self._finish(pending)

    def _finish(self, pending: PendingInteraction) -> None:
        pending.state = ResponseState.ACKNOWLEDGED
        self._deferred.remove(pending.reference)

    async def reply(self, pending: PendingInteraction, message: MessagePayload) -> str | None:
        """Reply to the person alone. Return the id of the message, or None when it is too late.

        Raises discord.HTTPException and network errors.
        """
        async with pending.lock:
            if pending.may_be_unanswered:
                answered = await self._respond_in_time(pending, _REPLY, message)
                if answered is not None:
                    return str(answered["resource"]["message"]["id"])
            try:
                return await self._follow_up(pending, message)
            except discord.HTTPException as error:
                if error.code in _EXPIRED or error.status == 401:
                    self._deferred.remove(pending.reference)
                    return None
                raise

    async def _follow_up(self, pending: PendingInteraction, message: MessagePayload) -> str:
        """Replace the message that says that the bot is thinking, or send one more message."""
        if not pending.is_button and pending.state is not ResponseState.ACKNOWLEDGED:
            sent = await self._request_webhook("PATCH", pending, "/messages/@original", message)
        else:
            sent = await self._request_webhook("POST", pending, "", message)
        self._finish(pending)
        return str(sent["id"])

    async def open_form(self, pending: PendingInteraction, modal: dict[str, object]) -> bool:
        """Open a modal. Return False when it is too late: only a first response can open one."""
        async with pending.lock:
            if not pending.may_be_unanswered:
                return False
            return await self._respond_in_time(pending, _MODAL, MessagePayload(modal)) is not None

    async def edit(self, pending: PendingInteraction, message: str, body: dict[str, object]) -> None:
        """Edit a private reply, which only its interaction can reach. Raises discord.HTTPException."""
        await self._request_webhook("PATCH", pending, f"/messages/{message}", MessagePayload(body))

    async def offer_choices(self, interaction: discord.Interaction, choices: list[tuple[str, str]]) -> None:
        """Offer values and labels for the option that somebody types in. Log it when that is too late."""
        offered = [{"name": label[:100] or value[:100], "value": value[:100]} for value, label in choices[:25]]
        try:
            await self._respond(PendingInteraction.of(interaction), _AUTOCOMPLETE, MessagePayload({"choices": offered}))
        except (discord.HTTPException, *NETWORK_ERRORS) as error:
            log.info("discord-suggestion-late", error=str(error))

    async def _send_deferral(self, pending: PendingInteraction) -> None:
        kind = _DEFER_UPDATE if pending.is_button else _DEFER_REPLY
        await self._respond(pending, kind, MessagePayload({"flags": EPHEMERAL}))

    async def _respond_in_time(self, pending: PendingInteraction, kind: int, data: MessagePayload) -> JsonObject | None:
        """Send the answer as the first response. Return None when it is too late for one."""
        try:
            answered = await self._respond(pending, kind, data)
        except discord.HTTPException as error:
            if error.code not in _TOO_LATE:
                raise
            pending.state = ResponseState.UNKNOWN
            return None
        self._finish(pending)
        return answered

    async def _respond(self, pending: PendingInteraction, kind: int, data: MessagePayload) -> JsonObject:
        path = "interactions/{webhook_id}/{webhook_token}/callback"
        message = MessagePayload({"type": kind, "data": data.body}, data.files)
        return await self.rest.request_webhook("POST", path, pending.id, pending.token, message)

    async def _request_webhook(
        self, method: str, pending: PendingInteraction, path: str, message: MessagePayload | None = None
    ) -> JsonObject:
        url = "webhooks/{webhook_id}/{webhook_token}" + path
        if message and method == "PATCH":
            message = replace(message, body={field: value for field, value in message.body.items() if field != "flags"})
        return await self.rest.request_webhook(method, url, pending.app, pending.token, message)


@contextmanager
def _ignoring_expired() -> Iterator[None]:
    """Ignore the errors for an interaction that was answered or has expired."""
    try:
        yield
    except discord.HTTPException as error:
        if error.code not in (*_EXPIRED, errors.ALREADY_ANSWERED):
            raise
