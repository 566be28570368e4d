"""People on a real homeserver, each with their own nio client, also in encrypted rooms."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from nio.api import RoomPreset
from nio.client.async_client import AsyncClientConfig
from nio.events import Event, MegolmEvent
from nio.responses import ErrorResponse, Response

from adapters.matrix.api.client import MatrixClient
from tests.contract.matrix_reading import visible
from tests.contract.rig import Seen
from tests.waiting import until

_POLL = "org.matrix.msc3381.poll"


class MatrixPerson:
    """A person with a Matrix client, guarded like the bot's, since forged events reach all clients."""

    def __init__(self, homeserver: str, user: str, device: str, token: str, store: Path, *, bot: str) -> None:
        self.bot = bot
        store.mkdir(parents=True, exist_ok=True)
        self.client = MatrixClient(
            homeserver, user, device_id=device, store_path=str(store), config=AsyncClientConfig(encryption_enabled=True)
        )
        self.client.restore_login(user, device, token)
        self.user = user
        self.name = user[1:].split(":")[0]

    async def close(self) -> None:
        """Close the client."""
        await self.client.close()  # type: ignore[no-untyped-call]  # nio does not annotate it
        if self.client.store is not None:
            self.client.store.database.close()

    async def look(self) -> None:
        """Sync once, and exchange keys."""
        done(await self.client.sync(0, full_state=not self.client.next_batch or None))
        client = self.client
        if client.should_upload_keys:
            done(await client.keys_upload())
        if client.should_query_keys:
            done(await client.keys_query())
        if client.should_claim_keys:
            done(await client.keys_claim(client.get_users_for_key_claiming()))
        await client.send_to_device_messages()

    async def open_room(self, *others: str, encrypted: bool = False, **more: Any) -> str:
        """Create a room and invite others."""
        state = [{"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}]
        more.setdefault("name", "Garden")
        more.setdefault("preset", RoomPreset.public_chat)
        made = done(
            await self.client.room_create(invite=list(others), initial_state=state if encrypted else [], **more)
        )
        return str(made.room_id)

    async def invite_bot(self) -> str:
        """Create a room and invite the bot."""
        return await self.open_room(self.bot)

    async def put(self, room: str, kind: str, content: dict[str, Any]) -> str:
        """Send any event and return its id. In an encrypted room, look first who needs the key."""
        known = self.client.rooms.get(room)
        if known is None or known.encrypted:
            await self.look()
        sent = await self.client.room_send(room, kind, content, ignore_unverified_devices=True)
        return str(done(sent).event_id)

    async def say(self, room: str, text: str, *, reply_to: str | None = None, html: str = "") -> str:
        """Post a message, formatted with `html`, and return its id."""
        content: dict[str, Any] = {"msgtype": "m.text", "body": text}
        if html:
            content |= {"format": "org.matrix.custom.html", "formatted_body": html}
        if reply_to:
            content["m.relates_to"] = {"m.in_reply_to": {"event_id": reply_to}}
        return await self.put(room, "m.room.message", content)

    async def edit(self, room: str, message: str, text: str) -> None:
        """Edit a message."""
        new = {"msgtype": "m.text", "body": text}
        relates = {"rel_type": "m.replace", "event_id": message}
        await self.put(
            room, "m.room.message", {**new, "body": f"* {text}", "m.new_content": new, "m.relates_to": relates}
        )

    async def withdraw(self, room: str, message: str) -> None:
        """Delete a message."""
        done(await self.client.room_redact(room, message))

    async def react(self, room: str, message: str, emoji: str) -> str | None:
        """React and return the reaction's id."""
        relates = {"rel_type": "m.annotation", "event_id": message, "key": emoji}
        return await self.put(room, "m.reaction", {"m.relates_to": relates})

    async def unreact(self, room: str, message: str, emoji: str, reaction: str | None) -> None:
        """Remove a reaction."""
        assert reaction is not None
        await self.withdraw(room, reaction)

    async def vote(self, room: str, poll: str, labels: Sequence[str]) -> None:
        """Vote in a native poll by the answers' labels."""
        content, _ = await self.content_of(room, poll)
        answers = content[f"{_POLL}.start"]["answers"]
        ids = [answer["id"] for answer in answers if answer["org.matrix.msc1767.text"] in labels]
        assert len(ids) == len(labels), answers
        relates = {"rel_type": "m.reference", "event_id": poll}
        await self.put(room, f"{_POLL}.response", {"m.relates_to": relates, f"{_POLL}.response": {"answers": ids}})

    async def end_poll(self, room: str, poll: str) -> None:
        """End a native poll."""
        relates = {"rel_type": "m.reference", "event_id": poll}
        content = {"m.relates_to": relates, f"{_POLL}.end": {}, "org.matrix.msc1767.text": "The poll has ended."}
        await self.put(room, f"{_POLL}.end", content)

    async def enter(self, room: str) -> None:
        """Join a room."""
        done(await self.client.join(room))
        await self.look()

    async def leave(self, room: str) -> None:
        """Leave a room."""
        done(await self.client.room_leave(room))

    async def request(
        self, method: str, path: str, content: dict[str, Any] | None = None, *, token: str | None = None
    ) -> dict[str, Any]:
        """Return the JSON of a client API request, as another person with their `token`."""
        headers = {"Authorization": f"Bearer {token or self.client.access_token}", "Content-Type": "application/json"}
        data = None if content is None else json.dumps(content)
        async with await self.client.send(method, f"/_matrix/client/{path}", data, headers) as answer:
            found = json.loads(await answer.text())
        assert answer.status == 200, (path, found)
        assert isinstance(found, dict)
        return found

    async def get(self, path: str) -> dict[str, Any]:
        """Return the JSON at a path of the client API."""
        return await self.request("GET", path)

    async def store_account_data(self, kind: str, content: dict[str, Any]) -> None:
        """Set global account data."""
        await self.request("PUT", f"v3/user/{quote(self.user)}/account_data/{kind}", content)

    async def readable(self, room: str, raw: dict[str, Any]) -> dict[str, Any]:
        """Return a raw event's content, decrypted if necessary; wait for the key."""
        if raw["type"] != "m.room.encrypted" or not raw["content"]:
            return dict(raw["content"])
        event = Event.parse_event(dict(raw))
        assert isinstance(event, MegolmEvent)
        event.room_id = room

        async def holds_key() -> bool:
            if not self._holds_key(event):
                await self.look()
            return self._holds_key(event)

        await until(holds_key, lambda: f"no key for {raw['event_id']}")
        return dict(self.client.decrypt_event(event).source["content"])

    def _holds_key(self, event: MegolmEvent) -> bool:
        assert self.client.olm is not None
        keys = self.client.olm.inbound_group_store
        return keys.get(event.room_id, event.sender_key or "", event.session_id or "") is not None

    async def content_of(self, room: str, message: str) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return a message's content, and its raw event."""
        raw = await self.get(f"v3/rooms/{quote(room)}/event/{quote(message)}")
        return await self.readable(room, raw), raw

    async def related(self, room: str, message: str, relation: str) -> list[dict[str, Any]]:
        """Return the raw events that relate to a message."""
        found = await self.get(f"v1/rooms/{quote(room)}/relations/{quote(message)}/{relation}?limit=100&dir=f")
        return [event for event in found["chunk"] if isinstance(event, dict)]

    async def seen(self, room: str, message: str) -> Seen:
        """Return the message as this person's client shows it."""
        content, raw = await self.content_of(room, message)
        gone = "redacted_because" in raw.get("unsigned", {}) or not content
        edits = await self.related(room, message, "m.replace")
        shown = (await self.readable(room, edits[-1]))["m.new_content"] if edits and not gone else content
        reactions = await self.related(room, message, "m.annotation")
        offered = [event["content"]["m.relates_to"]["key"] for event in reactions if event["sender"] == self.bot]
        ended = [event for event in await self.related(room, message, "m.reference") if await self._ends(room, event)]
        relates = content.get("m.relates_to", {})
        return Seen(
            text=visible(shown), author=raw["sender"], reply_to=relates.get("m.in_reply_to", {}).get("event_id"),
            pings=_pinged(shown), offered=tuple(offered), gone=gone,
            poll_open=f"{_POLL}.start" in content and not ended,
        )  # fmt: skip

    async def _ends(self, room: str, raw: dict[str, Any]) -> bool:
        return f"{_POLL}.end" in await self.readable(room, raw)


async def withhold_keys(person: MatrixPerson, room: str) -> list[dict[str, Any]]:
    """Start a new session without sharing its key; return the messages for the others' devices."""
    await person.look()
    client = person.client
    if client.olm is None:
        raise AssertionError("no encryption")
    missing = client.get_missing_sessions(room)
    if missing:
        done(await client.keys_claim(missing))
    users = list(client.rooms[room].users)
    withheld = [parcel for _, parcel in client.olm.share_group_session_parallel(room, users, True)]
    client.olm.outbound_group_sessions[room].shared = True
    return withheld


async def share_keys(person: MatrixPerson, withheld: list[dict[str, Any]]) -> None:
    """Send the keys."""
    for parcel in withheld:
        await person.request("PUT", f"v3/sendToDevice/m.room.encrypted/{uuid4().hex}", parcel)


def done(answer: Response) -> Any:
    """Return the answer, which must not be an error."""
    assert not isinstance(answer, ErrorResponse), answer
    return answer


def _pinged(content: dict[str, Any]) -> tuple[str, ...]:
    """Return the notified users. Without m.mentions, clients search the text for names and @room."""
    if "m.mentions" not in content and content:
        return ("whoever the words name",)
    mentions = content.get("m.mentions", {})
    return (*mentions.get("user_ids", ()), *(["@room"] if mentions.get("room") else []))
