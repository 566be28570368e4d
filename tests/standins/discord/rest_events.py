"""Scheduled events over REST: https://discord.com/developers/docs/resources/guild-scheduled-event"""

from __future__ import annotations

from base64 import b64decode
from datetime import datetime

from tests.standins.discord import payloads, rights
from tests.standins.discord.asked import Asked, Refusal, Routes, invalid, unknown
from tests.standins.discord.records import Gathering, Guild, Json
from tests.standins.discord.recurrence import recurring

_NEXT = {1: (2, 4), 2: (3,), 3: (), 4: ()}
"""Which states may follow which."""
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8")


def create(asked: Asked) -> Json:
    """Create an event. The bot needs the right to create events; since February 2026 managing is not enough."""
    guild, body = asked.guild(), asked.json
    if not guild.permissions(asked.store.bot) & rights.CREATE_EVENTS:
        raise Refusal(403, 50013, "Missing Permissions")
    made = Gathering(asked.store.new_id(), guild, asked.store.bot, "", asked.store.now(), None, None, None)
    made.kind = int(body["entity_type"])
    if int(body["privacy_level"]) != 2:
        raise invalid("privacy_level", "Value must be one of {2}.")
    _fill(asked, made, body, starts=True)
    asked.store.add_gathering(made)
    asked.store.set_interest(made, asked.store.bot, on=True)
    return payloads.gathering(made)


def _fill(asked: Asked, one: Gathering, body: Json, *, starts: bool) -> None:
    one.name = body.get("name", one.name)
    one.description = body.get("description", one.description)
    one.place = (body.get("entity_metadata") or {}).get("location", one.place)
    one.channel = body.get("channel_id", one.channel)
    one.kind = int(body.get("entity_type", one.kind))
    if "scheduled_start_time" in body:
        one.starts_at = datetime.fromisoformat(body["scheduled_start_time"])
        starts = True
    if body.get("scheduled_end_time"):
        one.ends_at = datetime.fromisoformat(body["scheduled_end_time"])
    if "recurrence_rule" in body:
        one.recurrence = None if body["recurrence_rule"] is None else recurring(body["recurrence_rule"])
    if "image" in body:
        one.image = None if body["image"] is None else _image(body["image"])
    _check(asked, one, starts=starts)


def _image(data: str) -> bytes:
    """Return the content of a data URI: https://discord.com/developers/docs/reference#image-data"""
    head, _, content = data.partition(";base64,")
    image = b64decode(content, validate=True)
    if head not in {"data:image/png", "data:image/jpeg", "data:image/gif"} or not image.startswith(_SIGNATURES):
        raise invalid("image", "Invalid image data")
    return image


def _check(asked: Asked, one: Gathering, *, starts: bool) -> None:
    for name, text, least, most in (
        ("name", one.name, 1, 100),
        ("description", one.description or "", 0, 1000),
        ("entity_metadata.location", one.place or "", 1 if one.kind == 3 else 0, 100),
    ):
        if not least <= len(text) <= most:
            raise invalid(name, f"Must be between {least} and {most} in length.")
    if starts and one.starts_at <= asked.store.now():
        raise invalid("scheduled_start_time", "Cannot schedule event in the past.")
    if one.kind == 3 and one.ends_at is None:
        raise invalid("scheduled_end_time", "This field is required")
    if one.ends_at is not None and one.ends_at <= one.starts_at:
        raise invalid("scheduled_end_time", "Cannot schedule event to end before start.")


def _found(asked: Asked) -> tuple[Guild, Gathering]:
    guild = asked.guild()
    one = guild.gatherings.get(int(asked.args["event"]))
    if one is None:
        raise unknown("Guild Scheduled Event")
    return guild, one


def _managed(asked: Asked) -> Gathering:
    """Return an event that the bot may change: its own, or any with the right to manage events."""
    guild, one = _found(asked)
    held = guild.permissions(asked.store.bot)
    enough = rights.MANAGE_EVENTS | (rights.CREATE_EVENTS if one.creator is asked.store.bot else 0)
    if not held & enough:
        raise Refusal(403, 50013, "Missing Permissions")
    return one


def change(asked: Asked) -> Json:
    """Change an event that is not over."""
    one, body = _managed(asked), asked.json
    if one.state > 2:
        raise Refusal(400, 180000, "Cannot update a finished event")
    if "status" in body and int(body["status"]) != one.state:
        if int(body["status"]) not in _NEXT[one.state]:
            raise invalid("status", "Invalid Guild Scheduled Event Status Transition")
        one.state = int(body["status"])
    _fill(asked, one, {key: value for key, value in body.items() if key != "status"}, starts=False)
    asked.store.tell_gathering("UPDATE", one)
    return payloads.gathering(one)


def delete(asked: Asked) -> None:
    """Delete an event."""
    one = _managed(asked)
    del one.guild.gatherings[one.id]
    asked.store.tell_gathering("DELETE", one)


def fetch(asked: Asked) -> Json:
    """Return one event."""
    return payloads.gathering(_found(asked)[1])


def fetch_all(asked: Asked) -> list[Json]:
    """Return the scheduled and active events."""
    return [payloads.gathering(one) for one in asked.guild().gatherings.values() if one.state < 3]


def interested(asked: Asked) -> list[Json]:
    """Return the interested people, sorted by id."""
    guild, one = _found(asked)
    later = [number for number in sorted(one.interested) if number > int(asked.query.get("after", 0))]
    found = []
    for number in later[: asked.limit(100, 100)]:
        entry: Json = {"guild_scheduled_event_id": str(one.id), "user": payloads.user(one.interested[number])}
        if asked.query.get("with_member") in ("true", "True", "1") and number in guild.members:
            entry["member"] = payloads.member(guild.members[number])
        found.append(entry)
    return found


_ALL = "/guilds/{guild}/scheduled-events"
ROUTES: Routes = {
    ("GET", _ALL): fetch_all,
    ("POST", _ALL): create,
    ("GET", _ALL + "/{event}"): fetch,
    ("PATCH", _ALL + "/{event}"): change,
    ("DELETE", _ALL + "/{event}"): delete,
    ("GET", _ALL + "/{event}/users"): interested,
}
