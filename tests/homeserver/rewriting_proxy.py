"""A proxy before the homeserver that rewrites replies, as another homeserver or a broken proxy would write them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import ClientSession, web

from tests.ports import free_port

Rewrite = Callable[[dict[str, Any]], str | None]
_KEPT = ("Authorization", "Content-Type")


class RewritingProxy:
    """Forwards requests. `rewrites` maps the end of a path to a function of the reply's JSON, or its own reply.

    A function that returns None leaves the reply as it is. `seen` lists the requests, `statuses` what
    the homeserver answered to each.
    """

    def __init__(self, homeserver: str) -> None:
        self.url = ""
        self.rewrites: dict[str, Rewrite] = {}
        self.refusals: dict[str, Callable[[], web.Response | None]] = {}
        self.seen: list[str] = []
        self.statuses: list[tuple[str, int]] = []
        self._homeserver = homeserver

    async def forward(self, request: web.Request) -> web.Response:
        """Forward a request and rewrite its reply."""
        self.seen.append(f"{request.method} {request.path}")
        for part, refuse in self.refusals.items():
            if part in request.path and (refusal := refuse()) is not None:
                return refusal
        headers = {name: request.headers[name] for name in _KEPT if name in request.headers}
        async with (
            ClientSession() as session,
            session.request(
                request.method, self._homeserver + request.raw_path, headers=headers, data=await request.read()
            ) as reply,
        ):
            body = await reply.read()
            self.statuses.append((f"{request.method} {request.path}", reply.status))
            for end, rewrite in self.rewrites.items():
                if request.path.endswith(end) and reply.status == 200:
                    body = (rewrite(json.loads(body)) or body.decode()).encode()
            return web.Response(status=reply.status, body=body, content_type=reply.content_type)


@asynccontextmanager
async def rewriting(homeserver: str) -> AsyncIterator[RewritingProxy]:
    """Run a proxy before a homeserver."""
    proxy, port = RewritingProxy(homeserver), free_port()
    app = web.Application(client_max_size=100_000_000)
    app.router.add_route("*", "/{path:.*}", proxy.forward)
    runner = web.AppRunner(app, shutdown_timeout=0.1)  # a sync under way would hold it up for half a minute
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    proxy.url = f"http://127.0.0.1:{port}"
    try:
        yield proxy
    finally:
        await runner.cleanup()
