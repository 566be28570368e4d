"""The gateway: https://discord.com/developers/docs/events/gateway"""

from __future__ import annotations

import asyncio
import json
import secrets
import time

from aiohttp import WSMsgType, web

from tests.standins.discord import payloads, payloads_guilds, rights
from tests.standins.discord.records import Guild, Json
from tests.standins.discord.sessions import Link, Session, control
from tests.standins.discord.store import CONTENT, GUILDS, MEMBERS, PRESENCES, News, Store

_PRIVILEGED = CONTENT | MEMBERS | PRESENCES
_CHUNK = 1000


class Gateway:
    """All sessions of the bot.

    `heartbeat_ms` is the heartbeat interval. Servers arrive `late` seconds after READY. Members are listed only if
    `listing` is true, and all members of a server only once in `list_seconds` (30 s on Discord). New sessions that
    come faster than one in `start_seconds` (5 s on Discord) are `hasty` and refused.
    """

    def __init__(self, store: Store, *, heartbeat_ms: int = 41_250) -> None:
        self.store = store
        self.heartbeat_ms = heartbeat_ms
        self.sessions: dict[str, Session] = {}
        self.identifies = 0
        self.resumes = 0
        self.late = 0.0
        self.listing = True
        self.list_seconds = 0.0
        self.start_seconds = 0.0
        self.hasty = 0
        self._started = float("-inf")
        self._listed: dict[int, float] = {}
        store.tellers.append(self._told)

    @property
    def listening(self) -> bool:
        """Whether a bot is connected."""
        return any(session.link is not None for session in self.sessions.values())

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection."""
        socket = web.WebSocketResponse(compress=False, max_msg_size=4096 * 16)
        await socket.prepare(request)
        link = Link(request, socket)
        link.put(control(10, {"heartbeat_interval": self.heartbeat_ms}))
        session: Session | None = None
        try:
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    session = await self._take(link, session, json.loads(frame.data))
        finally:
            if session is not None and session.link is link:
                session.link = None
            await link.close()
        return socket

    async def _take(self, link: Link, session: Session | None, payload: Json) -> Session | None:
        match payload["op"]:
            case 1:
                link.put(control(11, None))
            case 2:
                return await self._identify(link, payload["d"])
            case 6:
                return await self._resume(link, payload["d"])
            case 8 if session is not None:
                await self._members(link, session, payload["d"])
            case 3 | 4:
                pass
            case _:
                await link.close(4001)
        return session

    async def _identify(self, link: Link, data: Json) -> Session | None:
        self.identifies += 1
        self.store.sessions_left -= 1
        if self.store.sessions_left < 0:
            self.store.reset_token()
        if data["token"] != self.store.token:
            await link.close(4004)
            return None
        if data["intents"] & _PRIVILEGED & ~self.store.allowed_intents:
            await link.close(4014)
            return None
        if time.monotonic() - self._started < self.start_seconds:
            self.hasty += 1
            link.put(control(9, False))
            return None
        self._started = time.monotonic()
        shard = data.get("shard", [0, 1])
        session = Session(secrets.token_hex(16), data["intents"], (shard[0], shard[1]), link)
        dead = [key for key, old in self.sessions.items() if old.link is None and old.shard == session.shard]
        for key in dead:
            del self.sessions[key]
        self.sessions[session.id] = session
        guilds = [guild for guild in self._guilds() if session.hears(guild)]
        session.push("READY", self._ready(session, guilds))
        for guild in guilds:
            if session.intents & GUILDS and self.late:
                asyncio.get_running_loop().call_later(self.late, self._tell_guild, session, guild)
            elif session.intents & GUILDS:
                self._tell_guild(session, guild)
        return session

    def _tell_guild(self, session: Session, guild: Guild) -> None:
        session.push("GUILD_CREATE", payloads_guilds.guild_create(guild, self.store.bot, known=True))

    def _guilds(self) -> list[Guild]:
        return [guild for guild in self.store.guilds.values() if self.store.bot.id in guild.members]

    def _ready(self, session: Session, guilds: list[Guild]) -> Json:
        return {
            "v": 10,
            "user": {
                **payloads.user(self.store.bot),
                "verified": True,
                "mfa_enabled": False,
                "email": None,
                "flags": 0,
            },
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self.store.url.replace("http", "ws", 1) + "/gateway",
            "shard": list(session.shard),
            "application": {"id": str(self.store.application), "flags": 1 << 19 | 1 << 15},
            "private_channels": [],
            "_trace": [],
        }

    async def _resume(self, link: Link, data: Json) -> Session | None:
        session = self.sessions.get(data["session_id"])
        if data["token"] != self.store.token:
            await link.close(4004)
            return None
        if session is None:
            link.put(control(9, False))
            return None
        self.resumes += 1
        session.link = link
        for number, text in session.sent:
            if number > data["seq"]:
                link.put(text)
        session.push("RESUMED", {"_trace": []})
        return session

    async def _members(self, link: Link, session: Session, data: Json) -> None:
        """Answer https://discord.com/developers/docs/events/gateway-events#request-guild-members"""
        guild = self.store.guilds[int(data["guild_id"])]
        found = list(guild.members.values())
        if not self.listing or self._is_too_soon(session, data):
            return
        if "user_ids" in data:
            named = data["user_ids"] if isinstance(data["user_ids"], list) else [data["user_ids"]]
            wanted = {int(one) for one in named}
            found = [member for member in found if member.user.id in wanted]
        elif data.get("query"):
            begin = data["query"].lower()
            found = [one for one in found if (one.nick or one.user.name).lower().startswith(begin)]
        elif not session.intents & MEMBERS:
            found = []
        found = found[: data["limit"] or None]
        chunks = [found[at : at + _CHUNK] for at in range(0, len(found), _CHUNK)] or [[]]
        for index, chunk in enumerate(chunks):
            answer = {"guild_id": str(guild.id), "chunk_index": index, "chunk_count": len(chunks)}
            answer |= {"members": [payloads.member(one) for one in chunk]}
            session.push("GUILD_MEMBERS_CHUNK", answer | ({"nonce": data["nonce"]} if "nonce" in data else {}))

    def _is_too_soon(self, session: Session, data: Json) -> bool:
        """Apply https://discord.com/developers/docs/events/gateway-events#rate-limited"""
        number, now = int(data["guild_id"]), time.monotonic()
        if "user_ids" in data or data.get("query") or data["limit"]:
            return False
        left = self._listed.get(number, 0.0) + self.list_seconds - now
        if left <= 0:
            self._listed[number] = now
            return False
        meta = {"guild_id": str(number), "nonce": data.get("nonce")}
        session.push("RATE_LIMITED", {"opcode": 8, "retry_after": round(left, 3), "meta": meta})
        return True

    # Events

    def _told(self, news: News) -> None:
        for session in self.sessions.values():
            if session.hears(news.guild) and self._reaches(session, news):
                session.push(news.event, self._censored(session, news))

    def _reaches(self, session: Session, news: News) -> bool:
        if news.intent and not session.intents & news.intent:
            return False
        if news.event == "INTERACTION_CREATE":  # servers may have only the commands
            return True
        if news.guild and self.store.bot.id not in news.guild.members:
            return False
        if news.channel is None or news.event.startswith("CHANNEL_"):
            return True
        return self.store.may(self.store.bot, news.channel, rights.VIEW_CHANNEL)

    def _censored(self, session: Session, news: News) -> Json:
        """Empty other people's messages without the intent, except direct messages and mentions of the bot."""
        data = news.data
        if session.intents & CONTENT or news.guild is None or not news.event.startswith("MESSAGE_"):
            return data
        me = str(self.store.bot.id)
        if "author" not in data or data["author"]["id"] == me or any(one["id"] == me for one in data["mentions"]):
            return data
        return {**data, "content": "", "embeds": [], "attachments": [], "components": []}

    async def close(self) -> None:
        """Drop all connections."""
        for session in self.sessions.values():
            if session.link is not None:
                await session.link.close(1001)

    # Faults

    def push(self, event: str, data: object) -> None:
        """Send any event with any payload."""
        for session in self.sessions.values():
            session.push(event, data)

    def cut(self) -> None:
        """Drop all connections like a network failure. The bot may resume."""
        for session in self.sessions.values():
            if session.link is not None:
                session.link.cut()
                session.link = None

    def forget(self, *, resumable: bool = False) -> None:
        """Send INVALID_SESSION. If it is not resumable, unread events are lost."""
        for session in list(self.sessions.values()):
            if session.link is not None:
                session.link.put(control(9, resumable))
            if not resumable:
                session.link = None
                del self.sessions[session.id]

    def ask_to_reconnect(self) -> None:
        """Send RECONNECT, as Discord does before maintenance."""
        for session in self.sessions.values():
            if session.link is not None:
                session.link.put(control(7, None))
