"""Requests to Discord's API through discord.py's HTTP clients, which keep its rate limits."""

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
JsonObject = dict[str, Any]


@dataclass(frozen=True)
class Upload:
    """A file of a message."""

    name: str
    data: bytes
    alt: str = ""


@dataclass(frozen=True)
class MessagePayload:
    """A message object of the API, and its files."""

    body: dict[str, object]
    files: tuple[Upload, ...] = field(default=())


class RestClient:
    """The API requests of one client. All raise discord.HTTPException, discord.RateLimited and network errors."""

    def __init__(self, client: discord.Client) -> None:
        self.client = client
        self._webhooks = async_context.get()

    async def request(self, method: str, path: str, *, params: dict[str, object] | None = None, **ids: Any) -> Any:
        """Make a request without a body. `ids` fill the path."""
        return await self.client.http.request(Route(method, path, **ids), params=params or {})

    async def request_json(self, method: str, path: str, body: object, **ids: Any) -> Any:
        """Make a request with a JSON body."""
        return await self.client.http.request(Route(method, path, **ids), json=body)

    async def send_message(self, method: str, path: str, message: MessagePayload, **ids: Any) -> JsonObject:
        """Make a request with a message and its files."""
        route = Route(method, path, **ids)
        if not message.files:
            return dict(await self.client.http.request(route, json=message.body))
        files = _files(message.files)
        return dict(await self.client.http.request(route, form=_form(message.body, files), files=files))

    async def request_webhook(
        self, method: str, path: str, owner: int, token: str, body: object = None, files: Sequence[Upload] = ()
    ) -> Any:
        """Make a request with the token of an interaction. The bot's own rate limits do not apply to it.

        https://discord.com/developers/docs/interactions/receiving-and-responding#endpoints
        """
        session = discord.Webhook.partial(owner, token, client=self.client).session
        route = Route(method, f"/{path}", webhook_id=owner, webhook_token=token)
        with_response: dict[str, Any] = {"wait": "1", "with_response": "1"} if method == "POST" else {}
        if not files:
            return await self._webhooks.request(route, session, payload=body, params=with_response)  # type: ignore[arg-type]  # any JSON object
        parts = _files(files)
        return await self._webhooks.request(
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
