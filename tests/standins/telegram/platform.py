"""The stand-in's interface for tests: create people and chats, read messages, plan faults."""

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
    """The whole stand-in. Its Bot API is at `url`, and its methods are thread-safe."""

    def __init__(
        self, clock: Clock, limits: Limits | None, *, checked: bool, webhook_retry: float, latency: float
    ) -> None:  # fmt: skip
        store = Store(clock, checked=checked)
        super().__init__(store, Server(store, limits, webhook_retry, latency))

    @property
    def url(self) -> str:
        """The API's address. PTB's base_url is this and /bot, its base_file_url this and /file/bot."""
        return f"http://127.0.0.1:{self.server.port}"

    # People and chats

    def bot(self, username: str = "glocal_bot", name: str = "glocal", *, privacy: bool = True) -> BotAccount:
        """Create a bot with a token, as BotFather does."""
        with self.store.lock:
            return self.store.add_bot(username, name, privacy=privacy)

    def person(
        self, name: str, *, language: str | None = "en", username: str | None = None, last_name: str | None = None
    ) -> Person:
        """Create a person."""
        with self.store.lock:
            account = User(self.store.new_user_id(), name, last_name, username, language)
            return Person(self.store, self.store.add_user(account))

    def group(self, title: str, owner: Person, *others: Person | BotAccount, **more: Any) -> int:
        """Create a basic group with these members and return its id. `admins` are promoted."""
        return self._room("group", title, owner, others, **more)

    def supergroup(self, title: str, owner: Person, *others: Person | BotAccount, **more: Any) -> int:
        """Create a supergroup. A `big` one has no service messages of joins, and a `username` makes it public."""
        return self._room("supergroup", title, owner, others, **more)

    def forum(self, title: str, owner: Person, *others: Person | BotAccount, **more: Any) -> int:
        """Create a supergroup with topics."""
        return self._room("supergroup", title, owner, others, forum=True, **more)

    def channel(
        self, title: str, owner: Person, *bots: BotAccount, discussion: int | None = None, **more: Any
    ) -> int:  # fmt: skip
        """Create a channel with its bots as admins, which forwards posts to the discussion group."""
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
        """Return the private chat of a person and a bot."""
        return self.store.private_chat(person.account, bot)

    def move(self, chat: int, *, told: bool = True) -> int:
        """Migrate a basic group. Without `told` only the errors of later calls show it."""
        with self.store.lock:
            place = self.store.chats[chat]
            owner = next(one.user for one in place.members.values() if one.status == "creator")
            if told:
                return Person(self.store, owner).migrate(chat)
            return managing.move(self.store, place).id

    # Faults

    def fault(self, method: str, fault: Fault, *, times: int = 1, chat: int | None = None) -> None:
        """Plan the fault for the next calls of the method (any for "") in the chat."""
        with self.store.lock:
            self.server.plan.add(method, fault, times, chat)

    def mend(self) -> None:
        """Drop all planned faults."""
        with self.store.lock:
            self.server.plan.clear()

    @property
    def faults_left(self) -> int:
        """The number of planned faults that have not happened."""
        return self.server.plan.left

    def malformed(self, bot: BotAccount, update: Json | None = None) -> int:
        """Queue an update that no client can parse, and return its id."""
        with self.store.lock:
            broken: Json = {"message": {"message_id": "one", "date": "yesterday", "from": 5, "text": {}}}
            return bot.queue.add_raw(broken if update is None else update, self.store.now())

    def restart_ids(self, bot: BotAccount, at: int | None = None) -> None:
        """Choose a lower update id, as after a week without updates. No update may be pending."""
        with self.store.lock:
            bot.queue.restart_ids(at)

    def down(self) -> None:
        """Cut all connections from now on, including open polls."""
        self.server.down = True
        for bot in list(self.store.bots.values()):
            self.server.in_loop(partial(self.server.listening.terminate, bot))

    def up(self) -> None:
        """Accept connections again."""
        self.server.down = False

    def second_poller(self, bot: BotAccount) -> None:
        """Poll once as another process, which ends the bot's poll with 409."""
        if not self.server.in_loop(lambda: self.server.listening.terminate(bot)):
            self.fault("getUpdates", Conflict())

    def service_message(self, chat: int, body: Json) -> int:
        """Post a service message such as {"message_auto_delete_timer_changed": {...}}."""
        with self.store.lock:
            place = self._chat(chat)
            owner = next(one.user for one in place.members.values() if one.status == "creator")
            return posting.service(self.store, place, owner, body).id

    def check(self) -> None:
        """Raise AssertionError if a request, update or answer did not match the public description."""
        problems = "\n".join(self.store.problems)
        assert not self.store.problems, f"{len(self.store.problems)} are invalid:\n{problems}"


@contextmanager
def opened(
    clock: Clock | None = None, limits: Limits | None = None, *, checked: bool = True, webhook_retry: float = 0.05,
    latency: float = 0.0,
) -> Iterator[Telegram]:  # fmt: skip
    """Run a stand-in and check it at the end. `latency` is the delay of each answer in seconds."""
    made = Telegram(clock or SystemClock(), limits, checked=checked, webhook_retry=webhook_retry, latency=latency)
    made.server.start()
    try:
        yield made
        made.check()
    finally:
        made.server.stop()
