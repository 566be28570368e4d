"""Updates brought by Telegram. One is acknowledged when what it caused is committed, so that it is brought again
otherwise; who does not know the secret is not listened to.

Telegram itself knows which were acknowledged, one by one: with an offset, what waits to be brought again would count
among them. So none is stored, and one from before is forgotten. What is asked for later begins with all that waits.

https://core.telegram.org/bots/api#setwebhook
"""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram.error import TelegramError

from adapters.telegram.account import Webhook
from adapters.telegram.api import decode
from adapters.telegram.api.decode import Read
from adapters.telegram.inbound.offset import Reading
from adapters.telegram.inbound.processor import Taker
from bots.ports import Cursor, Inbox

log = structlog.get_logger()
LARGEST_BODY = 4_000_000
_GRACE_SECONDS = 2
_SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name


class _Server(uvicorn.Server):
    """Ends when its task is cancelled: signals are the whole program's business."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class Receiver:
    """Takes the updates of one signed-in account into one inbox."""

    def __init__(self, hook: Webhook, taker: Taker, inbox: Inbox) -> None:
        self._hook = hook
        self._taker = taker
        self._inbox = inbox

    async def run(self) -> None:
        """Listen until cancelled. Raises OSError when the port can't be had."""
        await self._inbox.submit([], Cursor(self._taker.known.account, Reading().token))
        path = urlsplit(self._hook.url).path or "/"
        app = Starlette(routes=[Route(path, self.take, methods=["POST"])])
        config = uvicorn.Config(
            app, host=self._hook.host, port=self._hook.port, log_config=None, access_log=False, lifespan="off",
            timeout_graceful_shutdown=_GRACE_SECONDS,
        )  # fmt: skip
        server = _Server(config)
        try:
            await server.serve()
        except SystemExit as error:  # uvicorn's way to say that it could not start
            raise OSError(f"nothing can listen on {self._hook.host}:{self._hook.port}") from error
        finally:
            if server.started:
                await server.shutdown()

    async def take(self, request: Request) -> Response:
        """One update."""
        given = request.headers.get(_SECRET, "")
        if not hmac.compare_digest(given.encode(), self._hook.secret.encode()):
            return Response(status_code=403)
        update = await _update(request)
        if update is None:
            return Response(status_code=400)
        try:
            await self._hand_in(update)
        except TelegramError as error:
            log.warning("telegram-update-later", update=update.update_id, why=str(error))
            return Response(status_code=503)
        except asyncio.CancelledError:  # the server ends: Telegram brings it again
            return Response(status_code=503)
        return Response(status_code=200)

    async def _hand_in(self, update: Read) -> None:
        await self._inbox.submit(await self._taker.values([update]))


async def _update(request: Request) -> Read | None:
    """The update in the body; None when there is none, or it is too long to be one."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            return None
    return decode.one(body)
