"""REST v10 over a socket: authentication, rate limits, faults and responses."""

from __future__ import annotations

import asyncio
import fnmatch
import json
from dataclasses import dataclass, field

from aiohttp import web

from tests.standins.discord import rest_commands, rest_events, rest_guilds, rest_interactions, rest_messages
from tests.standins.discord.asked import Answer, Asked, Handler, Refusal
from tests.standins.discord.faults import Fault, Faults
from tests.standins.discord.limits import Limits
from tests.standins.discord.records import Json
from tests.standins.discord.talk import Talk

ROUTES = {
    **rest_messages.ROUTES, **rest_guilds.ROUTES, **rest_events.ROUTES, **rest_commands.ROUTES,
    **rest_interactions.ROUTES,
}  # fmt: skip
_OPEN = ("/interactions/", "/webhooks/")
"""Known by their token, without the bot's."""
_PREFIX = "/api/v10"


@dataclass(frozen=True)
class Call:
    """A request that arrived."""

    method: str
    path: str
    body: Json | list[Json] | None
    status: int


@dataclass
class Rest:
    """The API. `calls` has all requests, oldest first.

    `open` has the paths of the requests in progress, and `seen_open` what they were whenever one began.
    """

    talk: Talk
    limits: Limits = field(default_factory=Limits)
    faults: Faults = field(default_factory=Faults)
    calls: list[Call] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    seen_open: list[list[str]] = field(default_factory=list)

    def most_open(self, path: str) -> int:
        """How many requests for such a path were in progress at the same time."""
        return max((len(fnmatch.filter(paths, path)) for paths in self.seen_open), default=0)

    def __post_init__(self) -> None:
        self.store = self.talk.store
        self._routes: dict[tuple[str, int], list[tuple[str, list[str], Handler]]] = {}
        for (method, path), handler in ROUTES.items():
            shape = path.split("/")
            self._routes.setdefault((method, len(shape)), []).append((path, shape, handler))

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Handle one request."""
        path = request.rel_url.raw_path.removeprefix(_PREFIX)
        self.open.append(path)
        self.seen_open.append(list(self.open))
        try:
            return await self._handle(request, path)
        finally:
            self.open.remove(path)

    async def _handle(self, request: web.Request, path: str) -> web.StreamResponse:
        body, files = await _read(request)
        fault = self.faults.strike(request.method, path)
        if fault is not None and fault.seconds:
            await asyncio.sleep(fault.seconds)
        if fault is not None and not fault.performed:
            return self._failed(request, path, body, fault)
        if self.limits.banned:
            return web.Response(status=429, text="error code: 1015", headers={"Retry-After": "3600"})
        status, answer, headers = self._answered(request, path, body, files)
        self.limits.note(status, headers)
        self.calls.append(Call(request.method, path, body, status))
        if fault is not None and fault.status == 0:
            return _cut(request)
        headers["Via"] = "1.1 google"
        if status == 204:
            return web.Response(status=204, headers=headers)
        return web.Response(body=json.dumps(answer), status=status, headers=headers, content_type="application/json")

    def _answered(
        self, request: web.Request, path: str, body: Json | list[Json] | None, files: dict[str, tuple[str, bytes]]
    ) -> tuple[int, Answer, dict[str, str]]:
        route, handler, args = self._find(request.method, path)
        if handler is None:
            return 404, {"message": "404: Not Found", "code": 0}, {}
        if request.headers.get("Authorization") != f"Bot {self.store.token}" and not path.startswith(_OPEN):
            return 401, {"message": "401: Unauthorized", "code": 0}, {}
        verdict = self.limits.ask(request.method, route, args)
        if verdict.retry_after:
            refused = {"message": "You are being rate limited.", "retry_after": round(verdict.retry_after, 3)}
            return 429, refused | {"global": verdict.everywhere}, verdict.headers
        asked = Asked(self.store, self.talk, args, dict(request.query), body, files)
        try:
            answer = handler(asked)
        except Refusal as refusal:
            return refusal.status, refusal.body, verdict.headers
        return 204 if answer is None else 200, answer, verdict.headers

    def _find(self, method: str, path: str) -> tuple[str, Handler | None, dict[str, str]]:
        """Return the route whose literal parts match best."""
        asked = path.split("/")
        best: tuple[int, str, Handler | None, dict[str, str]] = (0, "", None, {})
        for route, shape, handler in self._routes.get((method, len(asked)), ()):
            pairs = list(zip(shape, asked, strict=True))
            literal = sum(part == given for part, given in pairs)
            if literal > best[0] and all(part == given or part.startswith("{") for part, given in pairs):
                args = {part[1:-1]: given for part, given in pairs if part.startswith("{")}
                best = (literal, route, handler, args)
        return best[1:]

    def _failed(
        self, request: web.Request, path: str, body: Json | list[Json] | None, fault: Fault
    ) -> web.StreamResponse:
        self.calls.append(Call(request.method, path, body, fault.status))
        if fault.status == 0:
            return _cut(request)
        said = json.dumps({"message": "scripted", "code": fault.code}).encode()
        return web.Response(body=said, status=fault.status, content_type="application/json")

    async def file(self, request: web.Request) -> web.Response:
        """Return the file behind an attachment's address."""
        found = self.store.files.get(int(request.match_info["number"]))
        if found is None:
            return web.Response(status=404)
        return web.Response(body=found[1])


async def _read(request: web.Request) -> tuple[Json | list[Json] | None, dict[str, tuple[str, bytes]]]:
    """Read JSON, or a form with payload_json and files[0], files[1]…"""
    files: dict[str, tuple[str, bytes]] = {}
    if not request.content_type.startswith("multipart/"):
        text = await request.text()
        return (json.loads(text) if text else None), files
    body: Json = {}
    form = await request.post()
    for name, value in form.items():
        if isinstance(value, web.FileField):
            files[name.removeprefix("files[").rstrip("]")] = (value.filename, value.file.read())
        elif name == "payload_json" and isinstance(value, str):
            body = json.loads(value)
    return body, files


def _cut(request: web.Request) -> web.StreamResponse:
    """Close the connection without a response."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
