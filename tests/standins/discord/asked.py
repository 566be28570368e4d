"""A REST request as a handler sees it, and its refusals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.standins.discord import rights
from tests.standins.discord.records import Channel, Guild, Json, Message
from tests.standins.discord.store import Store
from tests.standins.discord.talk import Talk


class Refusal(Exception):
    """An error response: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json"""

    def __init__(self, status: int, code: int, message: str, errors: Json | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.body: Json = {"message": message, "code": code, **({"errors": errors} if errors else {})}


def unknown(what: str) -> Refusal:
    """Return the refusal 404."""
    codes = {
        "Channel": 10003, "Guild": 10004, "Member": 10007, "Message": 10008, "User": 10013, "Webhook": 10015,
        "Interaction": 10062, "Guild Scheduled Event": 10070, "Application Command": 10063, "Role": 10011,
    }  # fmt: skip
    return Refusal(404, codes[what], f"Unknown {what}")


def invalid(field_path: str, what: str) -> Refusal:
    """Return the refusal 400 with the name of the field."""
    errors: Json = {"_errors": [{"code": "INVALID", "message": what}]}
    for name in reversed(field_path.split(".")):
        errors = {name: errors}
    return Refusal(400, 50035, "Invalid Form Body", errors)


@dataclass
class Asked:
    """A request with its path, query, body and files."""

    store: Store
    talk: Talk
    args: dict[str, str]
    query: dict[str, str]
    body: Json | list[Json] | None
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)

    @property
    def json(self) -> Json:
        """The body, if it is an object."""
        return self.body if isinstance(self.body, dict) else {}

    def limit(self, default: int, most: int) -> int:
        """Return the requested number of items."""
        wanted = int(self.query.get("limit", default))
        if not 1 <= wanted <= most:
            raise invalid("limit", f"between 1 and {most}")
        return wanted

    def guild(self, *needed: int) -> Guild:
        """Return the server of the path. Raises Refusal if the bot is not there or lacks the right."""
        guild = self.store.guilds.get(int(self.args["guild"]))
        if guild is None or self.store.bot.id not in guild.members:
            raise Refusal(403, 50001, "Missing Access") if guild else unknown("Guild")
        self._require(guild.permissions(self.store.bot), needed)
        return guild

    def channel(self, *needed: int) -> Channel:
        """Return the channel of the path. Raises Refusal if the bot can't see it or lacks the right."""
        channel = self.store.channels.get(int(self.args["channel"]))
        if channel is None:
            raise unknown("Channel")
        if channel.guild is not None:
            held = channel.guild.permissions(self.store.bot, channel)
            if not held & rights.VIEW_CHANNEL:
                raise Refusal(403, 50001, "Missing Access")
            self._require(held, needed)
        return channel

    def _require(self, held: int, needed: Sequence[int]) -> None:
        if any(not held & one for one in needed):
            raise Refusal(403, 50013, "Missing Permissions")

    def message(self, channel: Channel) -> Message:
        """Return the message of the path."""
        found = channel.messages.get(int(self.args["message"]))
        if found is None:
            raise unknown("Message")
        return found


Answer = Json | list[Json] | None
Handler = Callable[[Asked], Answer]
Routes = dict[tuple[str, str], Handler]
