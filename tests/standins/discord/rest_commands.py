"""Application commands over REST: https://discord.com/developers/docs/interactions/application-commands"""

from __future__ import annotations

import regex

from tests.standins.discord.asked import Asked, Routes, invalid, unknown
from tests.standins.discord.records import Json

_NAME = regex.compile(r"[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}")
_GROUP, _SUBCOMMAND_GROUP, _INTEGER, _NUMBER = 1, 2, 4, 10


def check(command: Json, path: str = "0") -> None:
    """Check names, lengths and nesting. Raises Refusal."""
    if command.get("type", 1) != 1:
        if not 1 <= len(command["name"]) <= 32:
            raise invalid(f"{path}.name", "Must be between 1 and 32 in length.")
        return
    _check_named(command, path)
    _check_options(command.get("options", []), path, depth=0)
    if _size(command) > 8000:
        raise invalid(path, "Command exceeds maximum size (8000)")


def _check_named(item: Json, path: str) -> None:
    names = {"name": item["name"], **{f"name_localizations.{k}": v for k, v in _local(item, "name").items()}}
    for where, name in names.items():
        if not _NAME.fullmatch(name) or name != name.lower():
            raise invalid(f"{path}.{where}", f"Command name is invalid: {name}")
    texts = {"description": item.get("description", ""), **_local(item, "description")}
    for where, text in texts.items():
        if not 1 <= len(text) <= 100:
            raise invalid(f"{path}.{where}", "Must be between 1 and 100 in length.")


def _local(item: Json, what: str) -> dict[str, str]:
    return item.get(f"{what}_localizations") or {}


def _check_options(options: list[Json], path: str, depth: int) -> None:
    if len(options) > 25:
        raise invalid(f"{path}.options", "Must be 25 or fewer in length.")
    if len({option["name"] for option in options}) != len(options):
        raise invalid(f"{path}.options", "Application command options must have unique names")
    groups = [option["type"] in (_GROUP, _SUBCOMMAND_GROUP) for option in options]
    if any(groups) and not all(groups):
        raise invalid(f"{path}.options", "Sub-command and sub-command group option types are mutually exclusive")
    required = [bool(option.get("required")) for option in options]
    if required != sorted(required, reverse=True):
        raise invalid(f"{path}.options", "Required options must be placed before non-required options")
    for number, option in enumerate(options):
        _check_option(option, f"{path}.options.{number}", depth)


def _check_option(option: Json, path: str, depth: int) -> None:
    _check_named(option, path)
    if option["type"] in (_GROUP, _SUBCOMMAND_GROUP):
        if depth + (option["type"] == _GROUP) > 2 or (option["type"] == _SUBCOMMAND_GROUP and depth):
            raise invalid(path, "Groups cannot be nested so")
        _check_options(option.get("options", []), path, depth + 1)
        return
    choices = option.get("choices") or []
    if len(choices) > 25 or (choices and option.get("autocomplete")):
        raise invalid(f"{path}.choices", "Must be 25 or fewer in length, and not with autocomplete.")
    for choice in choices:
        if not 1 <= len(choice["name"]) <= 100 or len(str(choice["value"])) > 100:
            raise invalid(f"{path}.choices", "Must be between 1 and 100 in length.")


def _size(item: Json) -> int:
    """Return the length of names, descriptions and values together, with the longest translation of each."""
    texts = [max([item.get(what, ""), *_local(item, what).values()], key=len) for what in ("name", "description")]
    own = sum(len(text) for text in texts) + sum(
        len(choice["name"]) + len(str(choice["value"])) for choice in item.get("choices") or []
    )
    return own + sum(_size(option) for option in item.get("options", []))


def _held(asked: Asked) -> dict[int, Json]:
    if int(asked.args["application"]) != asked.store.application:
        raise unknown("Application Command")
    return asked.guild().commands if "guild" in asked.args else asked.store.commands


def _made(asked: Asked, body: Json, number: int | None = None) -> Json:
    found: Json = {
        "type": 1, "description": "", "options": [], "default_member_permissions": None, "dm_permission": True,
        "nsfw": False, "name_localizations": None, "description_localizations": None, "contexts": None,
        "integration_types": [0], **body,
    }  # fmt: skip
    found["id"] = str(number or asked.store.new_id())
    found["application_id"], found["version"] = str(asked.store.application), str(asked.store.new_id())
    return found | ({"guild_id": asked.args["guild"]} if "guild" in asked.args else {})


def overwrite(asked: Asked) -> list[Json]:
    """Replace all commands. A command with the same name and type keeps its id."""
    held = _held(asked)
    bodies = asked.body if isinstance(asked.body, list) else []
    for number, body in enumerate(bodies):
        check(body, str(number))
    names = [(body.get("type", 1), body["name"]) for body in bodies]
    if len(set(names)) != len(names):
        raise invalid("0.name", "Application command names must be unique")
    if sum(kind == 1 for kind, _ in names) > 100 or sum(kind == 3 for kind, _ in names) > 5:
        raise invalid("0", "Maximum number of application commands reached")
    before = {(one["type"], one["name"]): int(one["id"]) for one in held.values()}
    made = [_made(asked, body, before.get(name)) for name, body in zip(names, bodies, strict=True)]
    held.clear()
    held.update({int(one["id"]): one for one in made})
    return made


def fetch_all(asked: Asked) -> list[Json]:
    """Return all commands, with translations on request."""
    return list(_held(asked).values())


def upsert(asked: Asked) -> Json:
    """Add a command, or replace the one with the same name."""
    held, body = _held(asked), asked.json
    check(body)
    same = [one for one in held.values() if (one["type"], one["name"]) == (body.get("type", 1), body["name"])]
    made = _made(asked, body, int(same[0]["id"]) if same else None)
    held[int(made["id"])] = made
    return made


def fetch(asked: Asked) -> Json:
    """Return one command."""
    found = _held(asked).get(int(asked.args["command"]))
    if found is None:
        raise unknown("Application Command")
    return found


def change(asked: Asked) -> Json:
    """Change some fields of a command."""
    before = fetch(asked)
    made = _made(asked, {**before, **asked.json}, int(before["id"]))
    check(made)
    _held(asked)[int(made["id"])] = made
    return made


def delete(asked: Asked) -> None:
    """Delete a command."""
    del _held(asked)[int(fetch(asked)["id"])]


_GLOBAL, _GUILD = "/applications/{application}/commands", "/applications/{application}/guilds/{guild}/commands"
_EACH = (("PUT", "", overwrite), ("GET", "", fetch_all), ("POST", "", upsert), ("GET", "/{command}", fetch))
_CHANGES = (("PATCH", "/{command}", change), ("DELETE", "/{command}", delete))
ROUTES: Routes = {
    (method, base + path): handler for base in (_GLOBAL, _GUILD) for method, path, handler in (*_EACH, *_CHANGES)
}
