"""Requests to Discord's API through discord.py's HTTP clients, which keep its rate limits."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord.http import Route
from discord.webhook.async_ import async_context

EVENTS = "/guilds/{guild_id}/scheduled-events"
EVENT = EVENTS + "/{event_id}"
PAGE_SIZE = 100
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
    files: tuple[Upload, ...] = ()


class RestClient:
    """The API requests of one client. All raise discord.HTTPException, discord.RateLimited and network errors."""

    def __init__(self, client: discord.Client) -> None:
        self.client = client
        self._webhooks = async_context.get()

    async def request(self, method: str, path: str, body: object = None, **ids: Any) -> Any:
        """Make a request, with a JSON body if there is one. `ids` fill the path."""
        content: JsonObject = {} if body is None else {"json": body}
        return await self.client.http.request(Route(method, path, **ids), **content)

    async def fetch_users(
        self, path: str, users_of: Callable[[Any], Sequence[JsonObject]], *, kind: int | None = None, **ids: Any
    ) -> list[JsonObject]:
        """Fetch a list of users, which Discord returns a hundred at a time. `users_of` takes them out of a page.

        `kind`: the type of reaction, in lists of reactions.
        https://discord.com/developers/docs/resources/message#get-reactions
        https://discord.com/developers/docs/resources/poll#get-answer-voters
        https://discord.com/developers/docs/resources/guild-scheduled-event#get-guild-scheduled-event-users
        """
        found: list[JsonObject] = []
        while True:
            params: JsonObject = {"limit": PAGE_SIZE, **({} if kind is None else {"type": kind})}
            params |= {"after": found[-1]["id"]} if found else {}
            page = users_of(await self.client.http.request(Route("GET", path, **ids), params=params))
            found += page
            if len(page) < PAGE_SIZE:
                return found

    async def send_message(self, path: str, message: MessagePayload, **ids: Any) -> JsonObject:
        """Post a message and its files."""
        route = Route("POST", path, **ids)
        if not message.files:
            return dict(await self.client.http.request(route, json=message.body))
        files = _files(message)
        return dict(await self.client.http.request(route, form=_form(message.body, files), files=files))

    async def request_webhook(
        self, method: str, path: str, owner: int, token: str, message: MessagePayload | None = None
    ) -> JsonObject:
        """Make a request with the token of an interaction. The bot's own rate limits do not apply to it.

        https://discord.com/developers/docs/interactions/receiving-and-responding#endpoints
        """
        content: JsonObject = {"payload": message.body if message else None}
        if message and message.files:
            files = _files(message)
            content = {"multipart": _form(message.body, files), "files": files}
        content["params"] = {"wait": "1", "with_response": "1"} if method == "POST" else {}
        session = discord.Webhook.partial(owner, token, client=self.client).session
        content["proxy"] = self.client.http.proxy
        route = Route(method, f"/{path}", webhook_id=owner, webhook_token=token)
        response: JsonObject = await self._webhooks.request(route, session, **content)
        return response


def _files(message: MessagePayload) -> list[discord.File]:
    return [
        discord.File(io.BytesIO(file.data), filename=file.name, description=file.alt or None) for file in message.files
    ]


def _form(body: object, files: Sequence[discord.File]) -> list[JsonObject]:
    form: list[JsonObject] = [{"name": "payload_json", "value": json.dumps(body)}]
    for number, file in enumerate(files):
        part = {"name": f"files[{number}]", "value": file.fp, "filename": file.filename}
        form.append(part | {"content_type": "application/octet-stream"})
    return form
