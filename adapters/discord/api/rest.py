"""The line out: one request to Discord's API, through discord.py's own clients, which keep its rate limits."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import discord
from discord.http import Route
from discord.webhook.async_ import async_context

EVENTS = "/guilds/{guild_id}/scheduled-events"
EVENT = EVENTS + "/{event_id}"
Answered = dict[str, Any]
"""A JSON object as Discord sent it."""


@dataclass(frozen=True)
class Upload:
    """A file of a message."""

    name: str
    data: bytes
    alt: str = ""


@dataclass(frozen=True)
class Made:
    """A message object, and the files that go with it."""

    payload: dict[str, object]
    files: tuple[Upload, ...] = field(default=())


class Rest:
    """Requests of one client. All raise discord.HTTPException, discord.RateLimited and network errors."""

    def __init__(self, client: discord.Client) -> None:
        self.client = client
        self._hooks = async_context.get()

    async def ask(self, method: str, path: str, *, params: dict[str, object] | None = None, **ids: Any) -> Any:
        """A request without a body; `ids` fill the path."""
        return await self.client.http.request(Route(method, path, **ids), params=params or {})

    async def put(self, method: str, path: str, body: object, **ids: Any) -> Any:
        """A request with a JSON body."""
        return await self.client.http.request(Route(method, path, **ids), json=body)

    async def show(self, method: str, path: str, made: Made, **ids: Any) -> Answered:
        """A message with its files."""
        route = Route(method, path, **ids)
        if not made.files:
            return dict(await self.client.http.request(route, json=made.payload))
        files = _files(made.files)
        return dict(await self.client.http.request(route, form=_form(made.payload, files), files=files))

    async def hook(
        self, method: str, path: str, owner: int, token: str, body: object = None, files: Sequence[Upload] = ()
    ) -> Any:
        """A request in the name of an interaction, which no limit of the bot's own holds up.

        https://discord.com/developers/docs/interactions/receiving-and-responding#endpoints
        """
        session = discord.Webhook.partial(owner, token, client=self.client).session
        route = Route(method, f"/{path}", webhook_id=owner, webhook_token=token)
        with_response: dict[str, Any] = {"wait": "1", "with_response": "1"} if method == "POST" else {}
        if not files:
            return await self._hooks.request(route, session, payload=body, params=with_response)  # type: ignore[arg-type]  # any JSON object
        parts = _files(files)
        return await self._hooks.request(
            route, session, multipart=_form(body, parts), files=parts, params=with_response
        )


def _files(uploads: Sequence[Upload]) -> list[discord.File]:
    return [discord.File(io.BytesIO(file.data), filename=file.name, description=file.alt or None) for file in uploads]


def _form(body: object, files: Sequence[discord.File]) -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = [{"name": "payload_json", "value": json.dumps(body)}]
    for number, file in enumerate(files):
        parts.append(
            {
                "name": f"files[{number}]", "value": file.fp, "filename": file.filename,
                "content_type": "application/octet-stream",
            }
        )  # fmt: skip
    return parts
