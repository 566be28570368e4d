"""Interactions on the desk: each is acknowledged in time, and answered once.

Discord gives 3 s for the first response and 15 minutes for all others. A token of ours carries all that is needed to
answer, so that another process can. https://discord.com/developers/docs/interactions/receiving-and-responding
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import discord
import structlog

from adapters.discord.api.errors import (
    ALREADY_ANSWERED,
    NETWORK_ERRORS,
    UNKNOWN_INTERACTION,
    UNKNOWN_MESSAGE,
    UNKNOWN_WEBHOOK,
)
from adapters.discord.api.rest import Made, Rest
from adapters.discord.interactions.deferred import Deferred
from adapters.discord.rendering.payloads import ONLY_YOU
from bots.core.inbound import Value

log = structlog.get_logger()
DEFER_SECONDS = 2.0
_MOST = 10_000
_SAY, _THINK, _TAKE, _SUGGEST, _FORM = 4, 5, 6, 8, 9
_TOO_LATE = (ALREADY_ANSWERED, UNKNOWN_INTERACTION)
_INVALID_TOKEN = 50027
_OVER = (UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION, UNKNOWN_MESSAGE, _INVALID_TOKEN)
KINDS = {
    discord.InteractionType.application_command: "c",
    discord.InteractionType.component: "b",
    discord.InteractionType.modal_submit: "f",
}


@dataclass
class Case:
    """One interaction. `value`: what it is to the core. `state`: `new`; `thinking` (the person sees that something is
    coming); `taken` (a button that was acknowledged silently, or what was answered); `unknown`, after a restart or when
    Discord took no response."""

    kind: str
    id: int
    app: int
    token: str
    state: str = "new"
    value: Value | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def name(self) -> str:
        """The token that the core keeps."""
        return f"{self.kind}.{self.id}.{self.app}.{self.token}"

    @classmethod
    def read(cls, name: str) -> Case:
        """A case of another process."""
        kind, number, app, token = name.split(".", 3)
        return cls(kind, int(number), int(app), token, state="unknown")


class Desk:
    """The interactions of one account."""

    def __init__(self, deferred: Deferred) -> None:
        self._deferred = deferred
        self._cases: OrderedDict[str, Case] = OrderedDict()
        self._fresh: list[Case] = []
        self._news = asyncio.Event()
        self._rest: Rest | None = None

    def connect(self, rest: Rest) -> None:
        """Whom to talk to."""
        self._rest = rest

    def take(self, interaction: discord.Interaction) -> Case:
        """Something to answer. It is acknowledged by itself when no answer comes soon."""
        case = Case(KINDS[interaction.type], interaction.id, interaction.application_id, interaction.token)
        self._cases[case.name] = case
        while len(self._cases) > _MOST:
            self._cases.popitem(last=False)
        self._fresh.append(case)
        self._news.set()
        return case

    def find(self, name: str) -> Case:
        """The case of a token. Raises ValueError for one that is none of ours."""
        return self._cases.get(name) or Case.read(name)

    async def run(self) -> None:
        """Acknowledge what waits too long, until cancelled."""
        loop = asyncio.get_running_loop()
        waiting: deque[tuple[float, Case]] = deque()
        async with asyncio.TaskGroup() as tasks:
            while True:
                with suppress(TimeoutError):
                    async with asyncio.timeout(max(0.0, waiting[0][0] - loop.time()) if waiting else None):
                        await self._news.wait()
                self._news.clear()
                waiting.extend((loop.time() + DEFER_SECONDS, case) for case in self._fresh)
                self._fresh.clear()
                late: list[Case] = []
                while waiting and waiting[0][0] <= loop.time():
                    late.append(waiting.popleft()[1])
                late = [case for case in late if case.state == "new"]
                if late:
                    await self._deferred.keep({case.name: case.value for case in late if case.value is not None})
                for case in late:
                    tasks.create_task(self.acknowledge(case))

    async def acknowledge(self, case: Case) -> None:
        """Tell Discord that an answer will follow. From then on it can't be lost: it was kept before."""
        async with case.lock:
            if case.state != "new":
                return
            try:
                await self._respond(case, _TAKE if case.kind == "b" else _THINK, {"flags": ONLY_YOU})
                case.state = "taken" if case.kind == "b" else "thinking"
            except (discord.HTTPException, *NETWORK_ERRORS) as error:
                log.warning("discord-not-acknowledged", interaction=case.id, error=str(error))
                case.state = "unknown"

    async def accept(self, case: Case) -> None:
        """No answer is needed: the interaction is over. One of another process may be waited for still."""
        async with case.lock:
            with _over_is_fine():
                if case.state in ("new", "unknown"):
                    await self._respond(case, _TAKE if case.kind == "b" else _THINK, {"flags": ONLY_YOU})
            with _over_is_fine():
                if case.kind != "b" and case.state != "taken":
                    await self._hook("DELETE", case, "/messages/@original")
            self._done(case)

    def _done(self, case: Case) -> None:
        """Discord has its answer."""
        case.state = "taken"
        self._deferred.over(case.name)

    async def answer(self, case: Case, made: Made) -> str | None:
        """Say it to the person alone; the message's id, None when it is too late. Raises discord.HTTPException."""
        async with case.lock:
            if case.state in ("new", "unknown") and (said := await self._first(case, made)) is not None:
                return said
            try:
                return await self._second(case, made)
            except discord.HTTPException as error:
                if error.code in _OVER or error.status == 401:
                    self._deferred.over(case.name)
                    return None
                raise

    async def _first(self, case: Case, made: Made) -> str | None:
        """The first response; None when Discord takes none (any more)."""
        try:
            answered = await self._respond(case, _SAY, made.payload, made)
        except discord.HTTPException as error:
            if error.code not in _TOO_LATE:
                raise
            case.state = "unknown"
            return None
        self._done(case)
        return str(answered["resource"]["message"]["id"])

    async def _second(self, case: Case, made: Made) -> str:
        """In place of the waiting message, or one more."""
        if case.kind != "b" and case.state in ("thinking", "unknown"):
            said = await self._hook("PATCH", case, "/messages/@original", made)
        else:
            said = await self._hook("POST", case, "", made)
        self._done(case)
        return str(said["id"])

    async def form(self, case: Case, modal: dict[str, object]) -> bool:
        """Open a window; False when that can't be any more."""
        async with case.lock:
            if case.state not in ("new", "unknown"):
                return False
            try:
                await self._respond(case, _FORM, modal)
            except discord.HTTPException as error:
                if error.code not in _TOO_LATE:
                    raise
                case.state = "unknown"
                return False
            self._done(case)
            return True

    async def change(self, case: Case, message: str, payload: dict[str, object]) -> None:
        """Change a private answer, which can be reached by its interaction alone. Raises discord.HTTPException."""
        await self._hook("PATCH", case, f"/messages/{message}", Made(payload))

    async def suggest(self, interaction: discord.Interaction, choices: list[tuple[str, str]]) -> None:
        """Offer what may be meant; too late is no harm."""
        case = Case("s", interaction.id, interaction.application_id, interaction.token)
        offered = [{"name": label[:100] or value[:100], "value": value[:100]} for value, label in choices[:25]]
        try:
            await self._respond(case, _SUGGEST, {"choices": offered})
        except (discord.HTTPException, *NETWORK_ERRORS) as error:
            log.info("discord-suggestion-late", error=str(error))

    async def _respond(
        self, case: Case, kind: int, data: dict[str, object], made: Made | None = None
    ) -> dict[str, dict[str, dict[str, object]]]:
        assert self._rest is not None, "an interaction came in, so there is a client"
        body = {"type": kind, "data": data}
        path = "interactions/{webhook_id}/{webhook_token}/callback"
        found: dict[str, dict[str, dict[str, object]]] = await self._rest.hook(
            "POST", path, case.id, case.token, body, made.files if made else ()
        )
        return found

    async def _hook(self, method: str, case: Case, path: str, made: Made | None = None) -> dict[str, object]:
        assert self._rest is not None, "a sender has a client"
        where = "webhooks/{webhook_id}/{webhook_token}" + path
        payload = {**made.payload} if made else None
        if payload is not None and method == "PATCH":
            payload.pop("flags", None)
        found: dict[str, object] = await self._rest.hook(
            method, where, case.app, case.token, payload, made.files if made else ()
        )
        return found


@contextmanager
def _over_is_fine() -> Iterator[None]:
    """Nothing is left to do for an interaction that was answered, or ran out."""
    try:
        yield
    except discord.HTTPException as error:
        if error.code not in (*_OVER, ALREADY_ANSWERED):
            raise
