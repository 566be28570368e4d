"""HTTP requests to the Bot API, whose answers may break off.

An answer with the status 200 comes after Telegram performed the request. If the connection breaks while it is being
read, the request must not be repeated: a message would be shown twice.
"""

from __future__ import annotations

import json
import re
import ssl
from collections.abc import AsyncIterator
from contextlib import suppress
from functools import cache

import httpx
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

from adapters.telegram.api.pacer import RequestPacer

_PERFORMED = re.compile(rb'\s*\{\s*"ok"\s*:\s*true\b')
_MESSAGE = re.compile(rb'"result"\s*:\s*\[?\s*\{\s*"message_id"\s*:\s*(\d+)\s*,')


@cache
def certificates() -> ssl.SSLContext:
    """Return the trusted certificates, shared by all connections: reading them takes more than 10 ms each time."""
    return httpx.create_ssl_context()


class CutAnswer(TelegramError):
    """Telegram performed the request, but its answer is incomplete. `message`: the id of the (first) new message."""

    def __init__(self, payload: bytes) -> None:
        super().__init__("the answer of a performed request is incomplete")
        found = _MESSAGE.search(payload)
        self.number = int(found[1]) if found else None


class _UntilItBreaks(httpx.AsyncByteStream):
    """A body that ends where the connection broke."""

    def __init__(self, body: httpx.AsyncByteStream) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with suppress(httpx.TransportError):
            async for part in self._body:
                yield part

    async def aclose(self) -> None:
        await self._body.aclose()


async def _keep_what_came(response: httpx.Response) -> None:
    """Read a performed request's answer as far as it comes. Downloads, which don't use POST, must be complete."""
    if response.status_code == httpx.codes.OK and response.request.method == "POST":
        assert isinstance(response.stream, httpx.AsyncByteStream)
        response.stream = _UntilItBreaks(response.stream)


class ApiRequest(HTTPXRequest):
    """The client library's requests, paced. Raises CutAnswer for an answer that breaks off."""

    def __init__(self, *, connections: int, read_timeout: float, pacer: RequestPacer | None = None) -> None:
        self._pacer = pacer or RequestPacer()
        super().__init__(
            connection_pool_size=connections, pool_timeout=10.0, read_timeout=read_timeout,
            httpx_kwargs={"verify": certificates(), "event_hooks": {"response": [_keep_what_came]}},
        )  # fmt: skip

    async def do_request(self, url: str, method: str, *args: object, **more: object) -> tuple[int, bytes]:
        """Make a request. Raises TelegramError."""
        await self._pacer.wait(url.rpartition("/")[2])
        return await super().do_request(url, method, *args, **more)  # type: ignore[arg-type]  # passed on as they came

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, object]:
        """Parse an answer. Raises TelegramError."""
        try:
            parsed = json.loads(payload)
        except (ValueError, RecursionError) as error:
            if _PERFORMED.match(payload):
                raise CutAnswer(payload) from error
            raise TelegramError("Invalid server response") from error
        return parsed if isinstance(parsed, dict) else {}
