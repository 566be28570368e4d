"""Check the body of a message as Discord does, and apply it to the message."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.standins.discord.asked import Asked, Refusal, invalid
from tests.standins.discord.records import Channel, Json, Message, Poll, parts
from tests.standins.discord.store import Store

_COMPONENTS_V2 = 1 << 15
_REQUEST_BYTES = 25_000_000
_SETTABLE = 4 | 64 | 4096 | _COMPONENTS_V2
_EDITABLE = 4 | _COMPONENTS_V2


def fill(asked: Asked, message: Message, body: Json, *, new: bool) -> None:
    """Apply the body to a message. Raises Refusal."""
    if "content" in body:
        message.content = body["content"] or ""
    if "embeds" in body:
        message.embeds = [{"type": "rich", **embed} for embed in body["embeds"] or []]
    if "components" in body:
        message.components = _numbered(body["components"] or [])
    if body.get("flags") is not None:
        chosen = _SETTABLE if new else _EDITABLE
        message.flags = message.flags & ~chosen | body["flags"] & chosen
    if "attachments" in body or asked.files:
        message.attachments = attachments(asked, message.channel, body, message.attachments)
    if body.get("poll"):
        message.poll = _poll(asked, body["poll"])
    check(message)


def check(message: Message) -> None:
    """Check the limits of https://discord.com/developers/docs/resources/message#create-message-limitations"""
    if len(message.content) > 2000:
        raise invalid("content", "Must be 2000 or fewer in length.")
    if len(message.embeds) > 10:
        raise invalid("embeds", "Must be 10 or fewer in length.")
    if sum(_length(embed) for embed in message.embeds) > 6000:
        raise invalid("embeds", "Embed size exceeds maximum size of 6000")
    check_components(message.components, v2=bool(message.flags & _COMPONENTS_V2))
    shown = (message.content, message.embeds, message.components, message.attachments, message.poll)
    if not any(shown):
        raise Refusal(400, 50006, "Cannot send an empty message")


def _length(embed: Json) -> int:
    texts = [embed.get("title"), embed.get("description"), embed.get("footer", {}).get("text")]
    texts += [text for part in embed.get("fields", []) for text in (part["name"], part["value"])]
    return sum(len(text or "") for text in texts)


def check_components(components: list[Json], *, v2: bool = False) -> None:
    """Check the rules of https://discord.com/developers/docs/components/reference"""
    if not v2 and len(components) > 5:
        raise invalid("components", "Must be 5 or fewer in length.")
    every = parts(components)
    if not v2 and any(item["type"] != 1 for item in components):
        raise invalid("components", 'Value of field "type" must be one of (1,).')
    names = [item["custom_id"] for item in every if "custom_id" in item]
    if len(set(names)) != len(names):
        raise invalid("components", "Component custom id cannot be duplicated")
    for item in every:
        _check_component(item)


def _check_component(item: Json) -> None:
    inner = item.get("components", [])
    row_full = item["type"] == 1 and (len(inner) > 5 or (len(inner) > 1 and any(one["type"] != 2 for one in inner)))
    if row_full or (item["type"] == 1 and not inner):
        raise invalid("components.0.components", "The specified component exceeds the maximum width")
    limits = {"custom_id": 100, "label": 80 if item["type"] == 2 else 45, "placeholder": 150}
    for name, most in limits.items():
        if len(item.get(name) or "") > most:
            raise invalid(f"components.0.components.0.{name}", f"Must be between 1 and {most} in length.")
    if item["type"] == 2:
        _check_button(item)
    if item["type"] == 3:
        _check_options(item)


def _check_button(item: Json) -> None:
    if (item["style"] == 5) != ("url" in item) or (item["style"] != 5) != ("custom_id" in item):
        raise invalid("components.0.components.0", "A custom id or url is required, and not both")
    if not item.get("label") and not item.get("emoji"):
        raise invalid("components.0.components.0", "A button needs a label or an emoji")


def _check_options(item: Json) -> None:
    options = item["options"]
    if not 1 <= len(options) <= 25:
        raise invalid("components.0.components.0.options", "Must be between 1 and 25 in length.")
    for option in options:
        for name in ("label", "value", "description"):
            if len(option.get(name) or "") > 100 or (name != "description" and not option.get(name)):
                raise invalid(f"components.0.components.0.options.0.{name}", "Must be between 1 and 100 in length.")
    if len({option["value"] for option in options}) != len(options):
        raise invalid("components.0.components.0.options", "The specified option value is already used")
    if item.get("max_values", 1) > len(options):
        raise invalid("components.0.components.0.max_values", "More than there are options")


def _numbered(components: list[Json]) -> list[Json]:
    """Give each component a number, as Discord does."""
    made = [dict(item) for item in components]
    for number, item in enumerate(parts(made), start=1):
        item.setdefault("id", number)
    return made


def attachments(asked: Asked, channel: Channel, body: Json, before: list[Json]) -> list[Json]:
    """Return the kept attachments (named by id) and the new ones (by the number of their file)."""
    kept = {one["id"]: one for one in before}
    listed: list[dict[str, Any]] = body.get("attachments", [])
    found = [kept[str(one["id"])] for one in listed if str(one["id"]) in kept]
    described = {str(one["id"]): one for one in listed}
    if sum(len(content) for _, content in asked.files.values()) > _REQUEST_BYTES:
        raise Refusal(413, 40005, "Request entity too large")
    for number, (name, content) in asked.files.items():
        about = described.get(number, {})
        if len(about.get("description") or "") > 1024:
            raise invalid(f"attachments.{number}.description", "Must be 1024 or fewer in length.")
        found.append(attach_file(asked.store, channel, about.get("filename", name), content, about.get("description")))
    return found


def attach_file(store: Store, channel: Channel, name: str, content: bytes, description: str | None = None) -> Json:
    """Store a file under its address and return the attachment."""
    number = store.new_id()
    store.files[number] = (name, content)
    address = f"{store.url}/attachments/{channel.id}/{number}/{name}"
    kind = "image/png" if name.endswith(".png") else "text/plain; charset=utf-8"
    found: Json = {"id": str(number), "filename": name, "size": len(content), "url": address, "proxy_url": address}
    return found | {"content_type": kind} | ({"description": description} if description else {})


def _poll(asked: Asked, body: Json) -> Poll:
    """Return a poll: https://discord.com/developers/docs/resources/poll#poll-create-request-object"""
    question, answers = body["question"]["text"], body["answers"]
    if not 1 <= len(question) <= 300:
        raise invalid("poll.question.text", "Must be between 1 and 300 in length.")
    if not 1 <= len(answers) <= 10:
        raise invalid("poll.answers", "Must be between 1 and 10 in length.")
    for number, answer in enumerate(answers):
        if not 1 <= len(answer["poll_media"].get("text") or "") <= 55:
            raise invalid(f"poll.answers.{number}.poll_media.text", "Must be between 1 and 55 in length.")
    hours = body.get("duration", 24)
    if not 1 <= hours <= 768:
        raise invalid("poll.duration", "between 1 and 768")
    numbered = [{"answer_id": number, **answer} for number, answer in enumerate(answers, start=1)]
    votes: dict[int, dict[int, Any]] = {one["answer_id"]: {} for one in numbered}
    ends = asked.store.now() + timedelta(hours=hours)
    return Poll(question, numbered, bool(body.get("allow_multiselect")), ends, votes)
