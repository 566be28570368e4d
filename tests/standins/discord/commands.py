"""A person's client turns a typed command into an interaction, as the bot declared the command."""

from __future__ import annotations

from tests.standins.discord import payloads
from tests.standins.discord.records import Channel, Guild, Json, User
from tests.standins.discord.store import Store

Value = str | int | float | bool | User | Channel
_TYPES: dict[int, tuple[type, ...]] = {3: (str,), 4: (int,), 5: (bool,), 10: (int, float)}
"""The types of values for string, integer, boolean and number options."""


class NotOffered(AssertionError):
    """The person's client does not offer this command, option or choice."""


def declared(store: Store, guild: Guild | None, name: str, kind: int = 1) -> Json:
    """Return the declared command with this name on the server."""
    offered: list[Json] = [*(guild.commands.values() if guild else ()), *store.commands.values()]
    for command in offered:
        if command["name"] == name and command["type"] == kind:
            found: Json = command
            return found
    raise NotOffered(f"no command {name!r}; there are {sorted(one['name'] for one in offered)}")


def invocation(
    store: Store, guild: Guild | None, line: str, given: dict[str, Value], *, focused: str = ""
) -> tuple[Json, Json]:
    """Return the command and the interaction's data for `line` ("poll open") with these options."""
    name, *deeper = line.split()
    command = declared(store, guild, name)
    node, kinds = command, []
    for word in deeper:
        node = _option(node, word, (1, 2))
        kinds.append(node["type"])
    if any(one["type"] in (1, 2) for one in node.get("options", [])):
        raise NotOffered(f"{line!r} alone cannot be run; it has subcommands")
    resolved: Json = {}
    options = [_filled(_option(node, key, None), value, resolved, store, guild) for key, value in given.items()]
    for option in options:
        if option["name"] == focused:
            option["focused"] = True
    if not focused:
        _require(node, given, line)
    for word, kind in zip(reversed(deeper), reversed(kinds), strict=True):
        options = [{"name": word, "type": kind, "options": options}]
    data: Json = {"id": command["id"], "name": name, "type": 1, "options": options}
    data |= {"guild_id": str(guild.id)} if guild and command in guild.commands.values() else {}
    return command, data | ({"resolved": resolved} if resolved else {})


def _option(node: Json, name: str, kinds: tuple[int, ...] | None) -> Json:
    for option in node.get("options", []):
        if option["name"] == name and (kinds is None or option["type"] in kinds):
            found: Json = option
            return found
    raise NotOffered(f"no {name!r} in {node['name']!r}: {[one['name'] for one in node.get('options', [])]}")


def _require(node: Json, given: dict[str, Value], line: str) -> None:
    missing = [one["name"] for one in node.get("options", []) if one.get("required") and one["name"] not in given]
    if missing:
        raise NotOffered(f"{line!r} needs {', '.join(missing)}")


def _filled(option: Json, value: Value, resolved: Json, store: Store, guild: Guild | None) -> Json:
    kind = option["type"]
    filled: Json = {"name": option["name"], "type": kind}
    if isinstance(value, User):
        resolved.setdefault("users", {})[str(value.id)] = payloads.user(value)
        if guild and value.id in guild.members:
            member = payloads.member(guild.members[value.id], with_user=False) | {"permissions": "0"}
            resolved.setdefault("members", {})[str(value.id)] = member
        return {**filled, "value": str(value.id)}
    if isinstance(value, Channel):
        shown = payloads.channel(value) | {"permissions": "0"}
        resolved.setdefault("channels", {})[str(value.id)] = shown
        return {**filled, "value": str(value.id)}
    if not isinstance(value, _TYPES.get(kind, ())):
        raise NotOffered(f"{option['name']!r} takes no {value!r}")
    choices = [one["value"] for one in option.get("choices") or []]
    if choices and value not in choices:
        raise NotOffered(f"{option['name']!r} offers {choices}, not {value!r}")
    if isinstance(value, str) and not option.get("min_length", 0) <= len(value) <= option.get("max_length", 6000):
        raise NotOffered(f"{option['name']!r} does not take so long or short a text")
    return {**filled, "value": value}
