"""What pages at secret addresses share: their headers, and the answer to a browser that has the page already."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

Page = Callable[[Request], Awaitable[Response]]
MOST_WAITING, MOST_IN_ALL = 4, 100
"""How many requests may wait for one page, and for all pages; answer further ones with 503."""
_LONGEST_PAUSE = 1.0

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, max-age=300",
}
"""The address is a secret: no search engine keeps it, and no link gives it away."""


class PageTurns:
    """Make one page at a time, and rest as long as it took: somebody who knows an address may request it all day."""

    def __init__(self) -> None:
        self._making = asyncio.Lock()
        self._asked = Counter[str]()

    def routes(self, routes: Sequence[Route]) -> list[Route]:
        """Return routes whose pages are made in turns."""
        return [Route(route.path, self._in_turn(route.endpoint), methods=["GET", "HEAD"]) for route in routes]

    def _in_turn(self, page: Page) -> Page:
        async def take_turn(request: Request) -> Response:
            address = request.url.path
            if self._asked[address] > MOST_WAITING or self._asked.total() > MOST_IN_ALL:
                return PlainTextResponse(
                    "too many requests\n", status_code=503, headers={**HEADERS, "Retry-After": "60"}
                )
            self._asked[address] += 1
            try:
                async with self._making:
                    return await _made(page, request)
            finally:
                self._asked[address] -= 1
                self._asked += Counter()  # without what is 0

        return take_turn


async def _made(page: Page, request: Request) -> Response:
    begun = time.monotonic()
    response = await page(request)
    await asyncio.sleep(min(time.monotonic() - begun, _LONGEST_PAUSE))
    return response


def not_found() -> Response:
    """Answer 404, as for any unknown address."""
    return PlainTextResponse("not found\n", status_code=404, headers=HEADERS)


def answer(request: Request, content: bytes, kind: str, more: Mapping[str, str] | None = None) -> Response:
    """Return the content, or that it is what the reader has already."""
    tag = f'"{hashlib.blake2s(content, digest_size=12).hexdigest()}"'
    headers = {**HEADERS, "ETag": tag, **(more or {})}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=kind, headers=headers)
