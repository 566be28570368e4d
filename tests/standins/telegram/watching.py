"""Tests read messages, updates and requests of the stand-in."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from tests.standins.telegram import asking, moving
from tests.standins.telegram.chats import Chat
from tests.standins.telegram.people import Person
from tests.standins.telegram.refusal import Impossible
from tests.standins.telegram.requests import Request
from tests.standins.telegram.server import Server
from tests.standins.telegram.shown import Shown, Toast, shown
from tests.standins.telegram.store import Store
from tests.standins.telegram.users import BotAccount
from tests.waiting import PATIENCE, until

Place = int | Chat
"""A chat's id, or a private chat (Telegram.private)."""
_Found = TypeVar("_Found")


class Watching:
    """Reads that work in any thread, and waits that work in any loop."""

    def __init__(self, store: Store, server: Server) -> None:
        self.store = store
        self.server = server

    def _chat(self, place: Place) -> Chat:
        if isinstance(place, Chat):
            return place
        if place in self.store.chats:
            return self.store.chats[place]
        found = [chat for (user, _), chat in self.store.private.items() if user == place]
        if len(found) != 1:
            raise Impossible(f"which chat is {place}?")
        return found[0]

    def shown(
        self, chat: Place, *, thread: int | None = None, by: BotAccount | Person | None = None, service: bool = False
    ) -> list[Shown]:
        """Return the present messages of the chat, oldest first."""
        with self.store.lock:
            messages = [one for one in self._chat(chat).messages.values() if not one.gone]
            found = [shown(one) for one in messages if service or not one.service]
        whose = None if by is None else moving.account(by).id
        return [s for s in found if thread in (None, s.thread) and whose in (None, s.author)]

    def message(self, chat: Place, message: int) -> Shown:
        """Return a message, even a deleted one."""
        with self.store.lock:
            return shown(self._chat(chat).messages[message])

    async def sees(
        self, chat: Place, what: str, *, edits: int = 0, thread: int | None = None, after: int = 0,
        by: BotAccount | Person | None = None, patience: float = PATIENCE,
    ) -> Shown:  # fmt: skip
        """Wait for a message of a bot (or of `by`) that matches the regex, and return the newest."""

        def found() -> Shown | None:
            for one in reversed(self.shown(chat, thread=thread, by=by)):
                fits = one.id > after and one.edits >= edits and (by is not None or one.by_bot)
                if fits and re.search(what, one.text):
                    return one
            return None

        return await self.until(found, lambda: f"nobody said {what!r}:\n{self.transcript(chat)}", patience)

    async def until(
        self,
        look: Callable[[], _Found | None],
        why: Callable[[], str] = lambda: "it never came",
        patience: float = PATIENCE,
    ) -> _Found:
        """Return the result of `look` as soon as it is true."""
        return await until(look, why, patience)

    def transcript(self, chat: Place) -> str:
        """Return the chat as text."""
        return "\n".join(f"  {one.name}: {one.text} {one.labels or ''}" for one in self.shown(chat))

    def toast(self, query: str) -> Toast | None:
        """Return the answer to a press, if there is one."""
        with self.store.lock:
            answer = self.store.queries[query].answer
        if answer is None:
            return None
        return Toast(str(answer.get("text") or ""), bool(answer.get("show_alert")), str(answer.get("url") or ""))

    async def answered(self, query: str, patience: float = PATIENCE) -> Toast:
        """Wait for the answer to a press."""
        return await self.until(lambda: self.toast(query), lambda: f"the press {query} was never answered", patience)

    def pending(self, bot: BotAccount) -> int:
        """Return the number of updates that the bot has not confirmed."""
        with self.store.lock:
            return len(bot.queue)

    async def taken(self, bot: BotAccount, patience: float = PATIENCE) -> None:
        """Wait until the bot has confirmed all updates."""
        await self.until(lambda: not self.pending(bot), lambda: f"{self.pending(bot)} updates wait", patience)

    def menu(self, person: Person, chat: Place, bot: BotAccount) -> dict[str, str]:
        """Return the commands that the person's client offers."""
        with self.store.lock:
            return asking.menu(bot, person.account, self._chat(chat))

    def requests(self, method: str = "") -> list[Request]:
        """Return the calls so far (of this method)."""
        return [one for one in list(self.server.taken) if method.lower() in ("", one.method.lower())]

    @property
    def rejections(self) -> list[Request]:
        """The calls that the stand-in refused."""
        return [one for one in self.requests() if not one.ok]

    @property
    def flooded(self) -> int:
        """The number of 429s because of the limits, without scripted ones."""
        return sum(meter.flooded for meter in self.server.meters.values())
