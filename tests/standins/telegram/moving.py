"""People join and leave, and admins change rights."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.standins.telegram import posting
from tests.standins.telegram.chats import PERMISSIONS, Chat, Member
from tests.standins.telegram.refusal import Impossible
from tests.standins.telegram.store import Store
from tests.standins.telegram.talking import Acting
from tests.standins.telegram.users import BotAccount, User

Other = Acting | BotAccount


def account(one: Other) -> User:
    """Return the account behind a person or a bot."""
    return one.account if isinstance(one, Acting) else one


def stand(store: Store, chat: Chat, actor: User, user: User, status: str, **more: Any) -> None:
    """Change a membership and send the updates. `rights` and `anonymous` belong to the status."""
    old = chat.member(user)
    about = {name: more.pop(name) for name in ("rights", "anonymous") if name in more}
    store.member_changed(chat, actor, old, Member(user, status, title=old.title, **about), **more)


def enter(store: Store, chat: Chat, user: User, actor: User, **more: Any) -> None:
    """Add a member, whom the actor may have brought. A big group sends no service message."""
    if chat.present(user):
        raise Impossible(f"{user.full_name} is in {chat.title} already")
    date = int(store.now())
    stand(store, chat, actor, user, "member", date=date, **more)
    if not chat.big and chat.kind != "channel":
        posting.service(store, chat, user if more else actor, {"new_chat_members": [user.json()]}, date=date)


def gone(store: Store, chat: Chat, user: User, actor: User, status: str) -> None:
    """Remove a member who left or was removed."""
    if not chat.present(user):
        raise Impossible(f"{user.full_name} is not in {chat.title}")
    date = int(store.now())
    if not chat.big and chat.kind != "channel":
        posting.service(store, chat, actor, {"left_chat_member": user.json()}, date=date)
    stand(store, chat, actor, user, status, date=date)


class Moving(Acting):
    """A person's actions on memberships."""

    def join(self, chat: int) -> None:
        """Join the chat."""
        with self.store.lock:
            enter(self.store, self.chat(chat), self.account, self.account)

    def leave(self, chat: int) -> None:
        """Leave the chat."""
        with self.store.lock:
            gone(self.store, self.chat(chat), self.account, self.account, "left")

    def invite(self, chat: int, other: Other) -> None:
        """Add another person."""
        with self.store.lock:
            enter(self.store, self.chat(chat), account(other), self.account)

    def kick(self, chat: int, other: Other) -> None:
        """Ban a person."""
        with self.store.lock:
            gone(self.store, self.chat(chat), account(other), self.account, "kicked")

    def ask_to_join(self, chat: int, bio: str = "") -> None:
        """Request to join. Admins with the right to invite get an update."""
        with self.store.lock:
            place = self.chat(chat)
            told = {"chat": place.json(), "from": self.account.json(), "user_chat_id": self.user,
                    "date": int(self.store.now())}  # fmt: skip
            for bot in place.bots():
                if place.member(bot).admin and place.member(bot).may("can_invite_users"):
                    bot.requests[(place.id, self.user)] = self.store.now()
                    self.store.tell(bot, "chat_join_request", told | ({"bio": bio} if bio else {}))

    def admit(self, chat: int, other: Acting) -> None:
        """Approve a join request."""
        with self.store.lock:
            admit(self.store, self.chat(chat), other.account, self.account)

    def add_bot(self, chat: int, bot: BotAccount) -> None:
        """Add a bot."""
        self.invite(chat, bot)

    def remove_bot(self, chat: int, bot: BotAccount) -> None:
        """Remove a bot."""
        self.kick(chat, bot)

    def promote(self, chat: int, other: Other, **rights: bool) -> None:
        """Make somebody an admin with all rights, except the given ones."""
        with self.store.lock:
            place = self.chat(chat)
            anonymous = rights.pop("is_anonymous", False)
            if unknown := set(rights) - set(place.all_rights()):
                raise Impossible(f"there are no such rights here: {unknown}")
            given = place.all_rights() | rights
            stand(self.store, place, self.account, account(other), "administrator", rights=given, anonymous=anonymous)

    def demote(self, chat: int, other: Other) -> None:
        """Make an admin a plain member."""
        with self.store.lock:
            stand(self.store, self.chat(chat), self.account, account(other), "member")

    def demote_bot(self, chat: int, bot: BotAccount) -> None:
        """Make a bot a plain member."""
        self.demote(chat, bot)

    def restrict_bot(self, chat: int, bot: BotAccount, **permissions: bool) -> None:
        """Take permissions away from a bot that is not an admin."""
        with self.store.lock:
            given = dict.fromkeys(PERMISSIONS, True) | permissions
            stand(self.store, self.chat(chat), self.account, bot, "restricted", rights=given)

    def be_anonymous(self, chat: int, title: str | None = None) -> None:
        """Act in the group's name from now on."""
        with self.store.lock:
            place = self.chat(chat)
            mine = place.member(self.account)
            place.members[self.user] = replace(mine, anonymous=True, title=title)

    def block(self, bot: BotAccount) -> None:
        """Block the bot."""
        with self.store.lock:
            if self.user not in bot.blocked:
                bot.blocked.add(self.user)
                self._told(bot, "member", "kicked")

    def unblock(self, bot: BotAccount) -> None:
        """Unblock the bot."""
        with self.store.lock:
            if self.user in bot.blocked:
                bot.blocked.discard(self.user)
                self._told(bot, "kicked", "member")

    def _told(self, bot: BotAccount, old: str, new: str) -> None:
        chat = self.store.private_chat(self.account, bot)
        self.store.member_changed(chat, self.account, Member(bot, old), Member(bot, new))


def admit(store: Store, chat: Chat, user: User, actor: User) -> None:
    """Approve a join request, after which no bot may write to the person because of it."""
    if not any(bot.requests.pop((chat.id, user.id), None) for bot in store.bots.values()):
        raise Impossible(f"{user.full_name} did not ask")
    enter(store, chat, user, actor, via_join_request=True)
