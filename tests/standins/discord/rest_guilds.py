"""The bot itself, servers, channels, threads, members: https://discord.com/developers/docs/resources/guild"""

from __future__ import annotations

from tests.standins.discord import payloads, payloads_guilds, rights
from tests.standins.discord.asked import Asked, Refusal, Routes, unknown
from tests.standins.discord.contents import fill
from tests.standins.discord.records import FORUM, TEXT, Channel, Json, Message, Overwrite
from tests.standins.discord.store import CONTENT, MEMBERS


def me(asked: Asked) -> Json:
    """Return the bot's user."""
    return {**payloads.user(asked.store.bot), "flags": 0, "verified": True, "mfa_enabled": False, "locale": "en-US"}


def application(asked: Asked) -> Json:
    """Return the application, whose flags show the enabled privileged intents."""
    owner = next(iter(asked.store.users.values()))
    flags = (1 << 19 if asked.store.allowed_intents & CONTENT else 0) | (
        1 << 15 if asked.store.allowed_intents & MEMBERS else 0
    )
    return {
        "id": str(asked.store.application), "name": asked.store.name, "icon": None, "description": "", "summary": "",
        "rpc_origins": [], "bot_public": True, "bot_require_code_grant": False, "verify_key": "0" * 64, "team": None,
        "owner": payloads.user(owner), "flags": flags, "approximate_guild_count": len(asked.store.guilds),
        "redirect_uris": [], "interactions_endpoint_url": None, "bot": payloads.user(asked.store.bot),
    }  # fmt: skip


def gateway(asked: Asked) -> Json:
    """Return the gateway's address, and how many sessions may begin."""
    address = asked.store.url.replace("http", "ws", 1) + "/gateway"
    limit = {
        "total": 1000, "remaining": asked.store.sessions_left, "reset_after": asked.store.sessions_reset_ms,
        "max_concurrency": 1,
    }  # fmt: skip
    return {"url": address, "shards": 1, "session_start_limit": limit}


def user(asked: Asked) -> Json:
    """Return any user by id."""
    found = asked.store.users.get(int(asked.args["user"]))
    if found is None:
        raise unknown("User")
    return payloads.user(found)


def direct(asked: Asked) -> Json:
    """Open the direct message channel with a person, which always succeeds."""
    found = asked.store.users.get(int(asked.json["recipient_id"]))
    if found is None:
        raise unknown("User")
    return payloads.channel(asked.store.direct(found))


def guilds(asked: Asked) -> list[Json]:
    """Return the bot's servers."""
    store = asked.store
    return [
        {"id": str(one.id), "name": one.name, "icon": None, "owner": False, "features": [], "permissions": "0"}
        for one in store.guilds.values()
        if store.bot.id in one.members
    ]


def guild(asked: Asked) -> Json:
    """Return one server."""
    return payloads_guilds.guild(asked.guild())


def leave(asked: Asked) -> None:
    """Remove the bot from a server."""
    asked.store.expel_bot(asked.guild())


def channels(asked: Asked) -> list[Json]:
    """Return all channels, including hidden ones, without threads."""
    return [payloads.channel(one) for one in asked.guild().channels.values()]


def threads(asked: Asked) -> Json:
    """Return the active threads that the bot sees."""
    found, bot = asked.guild(), asked.store.bot
    seen = [
        one for one in found.threads.values() if not one.archived and found.permissions(bot, one) & rights.VIEW_CHANNEL
    ]
    return {"threads": [payloads.channel(one) for one in seen], "members": [], "has_more": False}


def roles(asked: Asked) -> list[Json]:
    """Return all roles."""
    return [payloads.role(one) for one in asked.guild().roles.values()]


def member(asked: Asked) -> Json:
    """Return one member."""
    found = asked.guild().members.get(asked.store.bot.id if asked.args["user"] == "@me" else int(asked.args["user"]))
    if found is None:
        raise unknown("Member")
    return payloads.member(found)


def members(asked: Asked) -> list[Json]:
    """Return the members by id. The bot needs the privileged intent."""
    if not asked.store.allowed_intents & MEMBERS:
        raise Refusal(403, 50001, "Missing Access")
    found, after = asked.guild().members, int(asked.query.get("after", 0))
    later = [number for number in sorted(found) if number > after][: asked.limit(1, 1000)]
    return [payloads.member(found[number]) for number in later]


def channel(asked: Asked) -> Json:
    """Return one channel."""
    return payloads.channel(asked.channel())


def make_channel(asked: Asked) -> Json:
    """Create a channel. The bot needs the right to manage channels."""
    found = asked.guild(rights.MANAGE_CHANNELS)
    made = asked.store.add_channel(found, asked.json["name"], kind=asked.json.get("type", TEXT))
    made.overwrites = [
        Overwrite(int(one["id"]), int(one["type"]), int(one.get("allow", 0)), int(one.get("deny", 0)))
        for one in asked.json.get("permission_overwrites", [])
    ]
    return payloads.channel(made)


def change_channel(asked: Asked) -> Json:
    """Rename a channel, or archive, unarchive and lock a thread."""
    found = asked.channel()
    wakes = found.is_thread and not found.locked and asked.json == {"archived": False}
    asked.channel(
        rights.SEND_IN_THREADS if wakes else rights.MANAGE_THREADS if found.is_thread else rights.MANAGE_CHANNELS
    )
    found.name = asked.json.get("name", found.name)
    found.archived = asked.json.get("archived", found.archived)
    found.locked = asked.json.get("locked", found.locked)
    asked.store.update_channel(found)
    return payloads.channel(found)


def delete_channel(asked: Asked) -> Json:
    """Delete a channel."""
    found = asked.channel(rights.MANAGE_CHANNELS)
    shown = payloads.channel(found)
    asked.store.delete_channel(found)
    return shown


def open_thread(asked: Asked) -> Json:
    """Create a thread in a channel, from a message, or as a forum post with its first message."""
    parent = asked.channel(rights.CREATE_THREADS)
    number = int(asked.args["message"]) if "message" in asked.args else None
    made = asked.store.add_thread(parent, asked.json["name"], asked.store.bot, number)
    shown = payloads.channel(made)
    return {**shown, "message": _first(asked, made)} if parent.kind == FORUM else shown


def _first(asked: Asked, thread: Channel) -> Json:
    message = Message(thread.id, thread, asked.store.bot)
    fill(asked, message, asked.json["message"], new=True)
    asked.talk.post(message, asked.json["message"].get("allowed_mentions"))
    return payloads.message(message, asked.store.bot)


def enter_thread(asked: Asked) -> None:
    """Add the bot to the thread."""
    asked.channel().joined[asked.store.bot.id] = asked.store.bot


_GUILD, _CHANNEL = "/guilds/{guild}", "/channels/{channel}"
ROUTES: Routes = {
    ("GET", "/users/@me"): me,
    ("GET", "/users/{user}"): user,
    ("POST", "/users/@me/channels"): direct,
    ("GET", "/users/@me/guilds"): guilds,
    ("DELETE", "/users/@me/guilds/{guild}"): leave,
    ("GET", "/oauth2/applications/@me"): application,
    ("GET", "/applications/@me"): application,
    ("GET", "/gateway/bot"): gateway,
    ("GET", "/gateway"): gateway,
    ("GET", _GUILD): guild,
    ("GET", _GUILD + "/channels"): channels,
    ("POST", _GUILD + "/channels"): make_channel,
    ("GET", _GUILD + "/threads/active"): threads,
    ("GET", _GUILD + "/roles"): roles,
    ("GET", _GUILD + "/members"): members,
    ("GET", _GUILD + "/members/{user}"): member,
    ("GET", _CHANNEL): channel,
    ("PATCH", _CHANNEL): change_channel,
    ("DELETE", _CHANNEL): delete_channel,
    ("POST", _CHANNEL + "/threads"): open_thread,
    ("POST", _CHANNEL + "/messages/{message}/threads"): open_thread,
    ("PUT", _CHANNEL + "/thread-members/@me"): enter_thread,
}
