"""A person uses the bot's buttons, menus, commands and forms, and sees its responses."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Sequence

from tests.standins.discord import payloads, rights
from tests.standins.discord.commands import NotOffered, Value, declared, invocation
from tests.standins.discord.records import ANSWER_SECONDS, Channel, Interaction, Json, Message, User, parts
from tests.standins.discord.talk import Talk

COMMAND, COMPONENT, TYPING, FORM = 2, 3, 4, 5


class InteractionFailed(Exception):
    """The bot did not answer in time: "This interaction failed"."""


class Interacting:
    """The interactions of one person."""

    def __init__(self, talk: Talk, user: User) -> None:
        self.talk = talk
        self.store = talk.store
        self.user = user

    async def press(self, message: Message, label: str) -> Interaction:
        """Press the button with this label (or this custom id). Raises InteractionFailed."""
        return await self.wait(self.begin_press(message, label))

    def begin_press(self, message: Message, label: str) -> Interaction:
        """Press without waiting for the response."""
        buttons = message.buttons
        by_id = {one.get("custom_id"): one for one in buttons.values()}
        button = buttons.get(label) or by_id.get(label)
        if button is None or button.get("disabled") or "custom_id" not in button:
            raise NotOffered(f"no button {label!r}; there are {sorted(buttons)}")
        data = {"custom_id": button["custom_id"], "component_type": 2, "id": button.get("id", 0)}
        return self._begin(COMPONENT, message.channel, data, message)

    async def choose(self, message: Message, labels: Sequence[str], menu: int = 0) -> Interaction:
        """Choose in a select menu by the options' labels."""
        return await self.wait(self.begin_choose(message, labels, menu))

    def begin_choose(self, message: Message, labels: Sequence[str], menu: int = 0) -> Interaction:
        """Choose without waiting for the response."""
        select = message.selects[menu]
        offered = {option["label"]: option["value"] for option in select.get("options", [])}
        if set(labels) - set(offered):
            raise NotOffered(f"{labels} are not all among {sorted(offered)}")
        if not select.get("min_values", 1) <= len(labels) <= select.get("max_values", 1):
            raise NotOffered(f"{len(labels)} cannot be chosen")
        data = {"custom_id": select["custom_id"], "component_type": 3, "values": [offered[one] for one in labels]}
        return self._begin(COMPONENT, message.channel, data, message)

    async def pick(self, message: Message, values: Sequence[User | Channel], menu: int = 0) -> Interaction:
        """Choose people or channels in a select menu for them."""
        select, resolved = message.selects[menu], dict[str, Json]()
        for value in values:
            kind, shown = ("users", payloads.user(value)) if isinstance(value, User) else (
                "channels", payloads.channel(value) | {"permissions": "0"}
            )  # fmt: skip
            resolved.setdefault(kind, {})[str(value.id)] = shown
        data: Json = {"custom_id": select["custom_id"], "component_type": select["type"], "resolved": resolved}
        data["values"] = [str(value.id) for value in values]
        return await self.wait(self._begin(COMPONENT, message.channel, data, message))

    async def run(self, channel: Channel, line: str, **given: Value) -> Interaction:
        """Run a slash command ("poll open") with its options by name."""
        return await self.wait(self.begin_run(channel, line, **given))

    def begin_run(self, channel: Channel, line: str, **given: Value) -> Interaction:
        """Run without waiting for the response."""
        command, data = invocation(self.store, channel.guild, line, given)
        self._may_run(command, channel)
        return self._begin(COMMAND, channel, data)

    async def types(self, channel: Channel, line: str, option: str, typed: str, **given: Value) -> list[str]:
        """Return the suggestions for an option while the person types it."""
        _, data = invocation(self.store, channel.guild, line, {**given, option: typed}, focused=option)
        one = await self.wait(self._begin(TYPING, channel, data))
        return [choice["name"] for choice in one.suggestions]

    async def use(self, message: Message, name: str) -> Interaction:
        """Use an entry of a message's context menu."""
        command = declared(self.store, message.channel.guild, name, kind=3)
        self._may_run(command, message.channel)
        shown = payloads.message(message, self.store.bot)
        data = {"id": command["id"], "name": name, "type": 3, "target_id": str(message.id)}
        data["resolved"] = {"messages": {str(message.id): shown}}
        return await self.wait(self._begin(COMMAND, message.channel, data))

    async def fill(self, asked: Interaction, **texts: str | Sequence[str]) -> Interaction:
        """Submit the form of an interaction, with texts or chosen values by custom id."""
        assert asked.form is not None, "no form was shown"
        return await self.wait(self.begin_fill(asked, asked.form, texts))

    def begin_fill(self, asked: Interaction, form: Json, texts: dict[str, str | Sequence[str]]) -> Interaction:
        """Submit the form without waiting for the response."""
        fields = {part["custom_id"]: part for part in parts(form["components"]) if "custom_id" in part}
        if set(texts) - set(fields):
            raise NotOffered(f"{sorted(texts)} are not all among {sorted(fields)}")
        components = [_submitted(item, texts) for item in form["components"]]
        data = {"custom_id": form["custom_id"], "components": [one for one in components if one]}
        return self._begin(FORM, asked.channel, data, asked.message)

    def _may_run(self, command: Json, channel: Channel) -> None:
        needed = command["default_member_permissions"]
        if channel.guild is None or needed is None:
            return
        held = channel.guild.permissions(self.user, channel)
        if not held & rights.USE_COMMANDS or held & int(needed) != int(needed):
            raise NotOffered(f"{self.user.name} may not run {command['name']!r}")

    def _begin(self, kind: int, channel: Channel, data: Json, message: Message | None = None) -> Interaction:
        one = Interaction(self.store.new_id(), secrets.token_urlsafe(48), kind, self.user, channel, data, message)
        self.store.interactions[one.id] = self.store.tokens[one.token] = one
        self.store.tell("INTERACTION_CREATE", self._payload(one), guild=one.channel.guild)
        return one

    def _payload(self, one: Interaction) -> Json:
        """Return the interaction: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object"""
        channel, guild, bot = one.channel, one.channel.guild, self.store.bot
        found: Json = {
            "id": str(one.id), "application_id": str(self.store.application), "type": one.kind, "token": one.token,
            "version": 1, "data": one.data, "channel_id": str(channel.id), "locale": self.user.locale,
            "entitlements": [], "entitlement_sku_ids": [], "attachment_size_limit": 10 * 1024 * 1024,
            "context": 0 if guild else 1,
        }  # fmt: skip
        found["channel"] = payloads.channel(channel)
        if one.message is not None:
            found["message"] = payloads.message(one.message, bot)
        if guild is None:
            owners = {"1": str(self.user.id)}
            return {**found, "user": payloads.user(self.user), "authorizing_integration_owners": owners,
                    "app_permissions": str(rights.ALL)}  # fmt: skip
        held = str(guild.permissions(self.user, channel))
        found["channel"]["permissions"] = held
        return {
            **found,
            "guild_id": str(guild.id),
            "guild": {"id": str(guild.id), "locale": guild.locale, "features": guild.features},
            "guild_locale": guild.locale,
            "member": {**payloads.member(guild.members[self.user.id]), "permissions": held},
            "app_permissions": str(guild.permissions(bot, channel)),
            "authorizing_integration_owners": {"0": str(guild.id)},
        }

    async def wait(self, one: Interaction) -> Interaction:
        """Wait for the acknowledgement. Raises InteractionFailed after three seconds."""
        try:
            await asyncio.wait_for(one.acknowledged.wait(), ANSWER_SECONDS)
        except TimeoutError:
            one.expired = True
            raise InteractionFailed(f"{self.user.name}: This interaction failed") from None
        return one


def _submitted(item: Json, texts: dict[str, str | Sequence[str]]) -> Json:
    """Return one component of a submitted form."""
    if item["type"] == 1:
        return {"type": 1, "id": item.get("id", 0), "components": [_field(one, texts) for one in item["components"]]}
    if item["type"] == 18:
        return {"type": 18, "id": item.get("id", 0), "component": _field(item["component"], texts)}
    return {"type": item["type"], "id": item.get("id", 0)}


def _field(item: Json, texts: dict[str, str | Sequence[str]]) -> Json:
    found: Json = {"type": item["type"], "id": item.get("id", 0), "custom_id": item["custom_id"]}
    given = texts.get(item["custom_id"])
    if item["type"] != 4:
        ready = [one["value"] for one in item.get("options", []) if one.get("default")]
        return {**found, "values": ready if given is None else list(given)}
    text = item.get("value") or "" if given is None else str(given)
    least = item.get("min_length") or (1 if item.get("required", True) else 0)
    if text and not least <= len(text) <= (item.get("max_length") or 4000):
        raise NotOffered(f"{item['custom_id']!r} does not take {text!r}")
    if not text and item.get("required", True):
        raise NotOffered(f"{item['custom_id']!r} must be filled in")
    return {**found, "value": text}
