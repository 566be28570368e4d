"""The platform as tests use it: makes people and chats, tells what is to be seen, plans what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from bots.clock import SystemClock
from bots.ports import Clock
from tests.standins.telegram import managing, moving, posting
from tests.standins.telegram.chats import Chat, Member
from tests.standins.telegram.faults import Conflict, Fault
from tests.standins.telegram.limits import Limits
from tests.standins.telegram.people import Person
from tests.standins.telegram.server import Server
from tests.standins.telegram.store import Store
from tests.standins.telegram.users import BotAccount, Json, User
from tests.standins.telegram.watching import Watching


class Telegram(Watching):
    """Telegram: `url` is where its Bot API is. Methods are safe in every thread."""

    def __init__(
        self, clock: Clock, limits: Limits | None, *, checked: bool, webhook_retry: float, latency: float
    ) -> None:  # fmt: skip
        store = Store(clock, checked=checked)
        super().__init__(store, Server(store, limits, webhook_retry, latency))

    @property
    def url(self) -> str:
        """Of the API; PTB's base_url is this and /bot, its base_file_url this and /file/bot."""
        return f"http://127.0.0.1:{self.server.port}"

    # Who and where

    def bot(self, username: str = "glocal_bot", name: str = "glocal", *, privacy: bool = True) -> BotAccount:
        """A bot as BotFather makes it, its token with it."""
        with self.store.lock:
            return self.store.add_bot(username, name, privacy=privacy)

    def person(
        self, name: str, *, language: str | None = "en", username: str | None = None, last_name: str | None = None
    ) -> Person:
        """Somebody new."""
        with self.store.lock:
            account = User(self.store.new_user_id(), name, last_name, username, language)
            return Person(self.store, self.store.add_user(account))

    def group(self, title: str, owner: Person, *others: Person | BotAccount, **more: Any) -> int:
        """A basic group with these in it; its id. `admins` are promoted."""
        return self._room("group", title, owner, others, **more)

    def supergroup(self, title: str, owner: Person, *others: Person | BotAccount, **more: Any) -> int:
        """A supergroup. `big`: who comes and goes is told by no message; `username`: it is public."""
        return self._room("supergroup", title, owner, others, **more)

    def forum(self, title: str, owner: Person, *others: Person | BotAccount, **more: Any) -> int:
        """A supergroup with topics."""
        return self._room("supergroup", title, owner, others, forum=True, **more)

    def channel(
        self, title: str, owner: Person, *bots: BotAccount, discussion: int | None = None, **more: Any
    ) -> int:  # fmt: skip
        """A channel, its bots as admins; its posts are forwarded to the discussion group."""
        made = self._room("channel", title, owner, bots, admins=bots, **more)
        if discussion is not None:
            self.store.chats[made].linked = self.store.chats[discussion]
            self.store.chats[discussion].linked = self.store.chats[made]
        return made

    def _room(
        self, kind: str, title: str, owner: Person, others: tuple[Person | BotAccount, ...], *,
        admins: tuple[Person | BotAccount, ...] = (), **more: Any,
    ) -> int:  # fmt: skip
        with self.store.lock:
            chat = self.store.add_chat(kind, title, **more)
            chat.members[owner.user] = Member(owner.account, "creator")
            for one in others:
                account = moving.account(one)
                if isinstance(account, BotAccount):
                    moving.enter(self.store, chat, account, owner.account)
                else:
                    chat.members[account.id] = Member(account)
            for one in admins:
                owner.promote(chat.id, one)
            return chat.id

    def private(self, person: Person, bot: BotAccount) -> Chat:
        """Their private chat."""
        return self.store.private_chat(person.account, bot)

    def move(self, chat: int, *, told: bool = True) -> int:
        """A basic group becomes a supergroup; not told, only the errors of later calls say so."""
        with self.store.lock:
            place = self.store.chats[chat]
            owner = next(one.user for one in place.members.values() if one.status == "creator")
            if told:
                return Person(self.store, owner).migrate(chat)
            return managing.move(self.store, place).id

    # What goes wrong

    def fault(self, method: str, fault: Fault, *, times: int = 1, chat: int | None = None) -> None:
        """The next so many calls of the method (any: "") in the chat go wrong like this."""
        with self.store.lock:
            self.server.plan.add(method, fault, times, chat)

    def mend(self) -> None:
        """Nothing goes wrong any more."""
        with self.store.lock:
            self.server.plan.clear()

    @property
    def faults_left(self) -> int:
        """Planned ones that did not happen yet."""
        return self.server.plan.left

    def malformed(self, bot: BotAccount, update: Json | None = None) -> int:
        """An update that no client can read; its id."""
        with self.store.lock:
            broken: Json = {"message": {"message_id": "one", "date": "yesterday", "from": 5, "text": {}}}
            return bot.queue.add_raw(broken if update is None else update, self.store.now())

    def restart_ids(self, bot: BotAccount, at: int | None = None) -> None:
        """As after a week without updates: the next id is another, lower one. Nothing may wait."""
        with self.store.lock:
            bot.queue.restart_ids(at)

    def down(self) -> None:
        """Cut every connection from now on, those that hang too."""
        self.server.down = True
        for bot in list(self.store.bots.values()):
            self.server.in_loop(partial(self.server.listening.terminate, bot))

    def up(self) -> None:
        """Take connections again."""
        self.server.down = False

    def second_poller(self, bot: BotAccount) -> None:
        """Another process polls once with the bot's token: the bot's poll is ended with 409."""
        if not self.server.in_loop(lambda: self.server.listening.terminate(bot)):
            self.fault("getUpdates", Conflict())

    def service_message(self, chat: int, body: Json) -> int:
        """A message of the platform itself, such as {"message_auto_delete_timer_changed": {...}}."""
        with self.store.lock:
            place = self._chat(chat)
            owner = next(one.user for one in place.members.values() if one.status == "creator")
            return posting.service(self.store, place, owner, body).id

    def check(self) -> None:
        """Raises AssertionError when a request, an update or an answer was none by the public description."""
        problems = "\n".join(self.store.problems)
        assert not self.store.problems, f"{len(self.store.problems)} are invalid:\n{problems}"


@contextmanager
def opened(
    clock: Clock | None = None, limits: Limits | None = None, *, checked: bool = True, webhook_retry: float = 0.05,
    latency: float = 0.0,
) -> Iterator[Telegram]:  # fmt: skip
    """A running platform, checked at the end. `latency`: seconds between what is performed and the reply."""
    made = Telegram(clock or SystemClock(), limits, checked=checked, webhook_retry=webhook_retry, latency=latency)
    made.server.start()
    try:
        yield made
        made.check()
    finally:
        made.server.stop()
