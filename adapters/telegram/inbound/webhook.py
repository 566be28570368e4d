"""The webhook server. It acknowledges an update after the commit; Telegram sends all other updates again.

Requests without the secret get a 403. Telegram keeps track of the acknowledged updates one by one. A stored offset
would skip those that wait to be sent again, so the server stores none and clears an old one. If polling is configured
later, it begins with all waiting updates.

https://core.telegram.org/bots/api#setwebhook
"""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from weakref import WeakValueDictionary

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from adapters.http_server import Server
from adapters.telegram.account import Webhook
from adapters.telegram.api import decode
from adapters.telegram.api.decode import DecodedUpdate
from adapters.telegram.api.updates import Update
from adapters.telegram.inbound.offset import UpdateOffset
from adapters.telegram.inbound.processor import UpdateProcessor
from adapters.telegram.inbound.update_order import UpdateOrder
from bots.core.inbound import Value
from bots.ports import Cursor, Inbox

LARGEST_BODY = 4_000_000
_GRACE_SECONDS = 2
_SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name


@dataclass(frozen=True)
class WebhookServer:
    """Receives the updates of one signed-in account and submits them to its inbox."""

    hook: Webhook
    processor: UpdateProcessor
    inbox: Inbox
    order: UpdateOrder = field(default_factory=UpdateOrder)
    _chats: WeakValueDictionary[int, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    async def run(self) -> None:
        """Serve until cancelled. Raises OSError when the port is taken."""
        await self.inbox.submit([], Cursor(self.processor.state.account, UpdateOffset().token))
        path = urlsplit(self.hook.url).path or "/"
        app = Starlette(routes=[Route(path, self.receive, methods=["POST"])])
        config = uvicorn.Config(
            app, host=self.hook.host, port=self.hook.port, log_config=None, access_log=False, lifespan="off",
            timeout_graceful_shutdown=_GRACE_SECONDS,
        )  # fmt: skip
        server = Server(config)
        try:
            await server.serve()
        except SystemExit as error:  # uvicorn raises it when it can't start.
            raise OSError(f"nothing can listen on {self.hook.host}:{self.hook.port}") from error
        finally:
            if server.started:
                await server.shutdown()
                await _drop(server)

    async def receive(self, request: Request) -> Response:
        """Handle one webhook request."""
        given = request.headers.get(_SECRET, "")
        if not hmac.compare_digest(given.encode(), self.hook.secret.encode()):
            return Response(status_code=403)
        update = await _read_update(request)
        if update is None:
            return Response(status_code=400)
        try:
            await self.order.wait(update.update_id)
            await self.inbox.submit(await self._to_values(update))
        except asyncio.CancelledError:  # The server ends; Telegram will send the update again.
            return Response(status_code=503)
        return Response(status_code=200)

    async def _to_values(self, update: DecodedUpdate) -> Sequence[Value]:
        """Translate an update after the earlier ones of its chat, once the chat's admins are known."""
        chat = update.chat.id if isinstance(update, Update) and update.chat is not None else 0
        async with self._chats.setdefault(chat, asyncio.Lock()):
            translated = await self.processor.to_values([update])
            while translated.held:
                translated = await self.processor.to_values([update])
            return translated.values


async def _drop(server: uvicorn.Server) -> None:
    """Drop the remaining connections, such as those opened while the server was closing."""
    for connection in list(server.server_state.connections):
        if connection.transport is not None:
            connection.transport.abort()
    await asyncio.sleep(0)


async def _read_update(request: Request) -> DecodedUpdate | None:
    """Decode the request's body; None when it is too long or not an update."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            return None
    return decode.decode_update(body)
