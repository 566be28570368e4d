"""People press buttons, react and vote."""

from __future__ import annotations

from telegram.constants import ReactionEmoji

from tests.standins.telegram.messages import Message
from tests.standins.telegram.refusal import Impossible
from tests.standins.telegram.store import Query
from tests.standins.telegram.talking import Acting, Where
from tests.standins.telegram.users import BotAccount, Json

REACTIONS = frozenset(str(one.value) for one in ReactionEmoji)
"""https://core.telegram.org/bots/api#reactiontypeemoji"""


class Pressing(Acting):
    """A person's buttons, reactions and votes."""

    def press(self, chat: Where, message: int, button: str, *, said: str | None = None) -> str:
        """Press the button with this label, part of it, or data, and return the query's id (empty for a link).

        `said` replaces the button's data, as a modified client can do:
        https://core.telegram.org/method/messages.getBotCallbackAnswer
        """
        with self.store.lock:
            found = self.message(chat, message)
            if not found.chat.present(self.account):
                raise Impossible(f"{self.name} is not in the chat")
            pressed = _button(found, button)
            if "callback_data" not in pressed:
                return ""
            bot = found.sender
            assert isinstance(bot, BotAccount), "only bots have buttons"
            query = Query(self.store.large_id(), bot, self.account, found, self.store.now())
            self.store.queries[query.id] = query
            bot.met.add(self.user)
            told = {
                "id": query.id, "from": self.account.json(), "chat_instance": str(abs(found.chat.id) * 7),
                "message": found.inaccessible() if found.gone else found.json(),
                "data": said or pressed["callback_data"],
            }  # fmt: skip
            self.store.tell(bot, "callback_query", told)
            return query.id

    def react(self, chat: Where, message: int, *emoji: str, anonymous: bool = False) -> None:
        """Replace the person's reactions on a message by these."""
        with self.store.lock:
            found = self.message(chat, message)
            if found.gone or not found.chat.present(self.account):
                raise Impossible("one can't react to that")
            if unknown := set(emoji) - REACTIONS:
                raise Impossible(f"{unknown} is no reaction that Telegram has")
            actor = found.chat.id if anonymous else self.user
            old = found.reactions.pop(actor, ())
            if emoji:
                found.reactions[actor] = emoji
            if old != emoji:
                self._reacted(found, old, emoji, anonymous)

    def unreact(self, chat: Where, message: int, *, anonymous: bool = False) -> None:
        """Remove the person's reactions."""
        self.react(chat, message, anonymous=anonymous)

    def _reacted(self, found: Message, old: tuple[str, ...], new: tuple[str, ...], anonymous: bool) -> None:
        """Queue the update for the bots that are admins: https://core.telegram.org/bots/api#update"""
        who = {"actor_chat": found.chat.json()} if anonymous else {"user": self.account.json()}
        told = {
            "chat": found.chat.json(), "message_id": found.id, "date": int(self.store.now()), **who,
            "old_reaction": _emoji(old), "new_reaction": _emoji(new),
        }  # fmt: skip
        for bot in found.chat.bots():
            if found.chat.private is not None or found.chat.member(bot).admin:
                self.store.tell(bot, "message_reaction", told)

    def vote(self, chat: Where, message: int, *labels: str) -> None:
        """Vote in a native poll, or remove the vote without answers."""
        with self.store.lock:
            poll = self.message(chat, message).poll
            if poll is None or poll.closed or (len(labels) > 1 and not poll.multiple):
                raise Impossible("one can't vote so")
            chosen = tuple(sorted(poll.options.index(label) for label in labels))
            poll.votes.pop(self.user, None)
            if chosen:
                poll.votes[self.user] = chosen
            if poll.owner is not None and not poll.anonymous:
                told = {
                    "poll_id": poll.id, "user": self.account.json(), "option_ids": list(chosen),
                    "option_persistent_ids": [str(one) for one in chosen],
                }  # fmt: skip
                self.store.tell(poll.owner, "poll_answer", told)
            self.store.poll_changed(poll)


def _emoji(given: tuple[str, ...]) -> list[Json]:
    return [{"type": "emoji", "emoji": one} for one in given]


def _button(message: Message, wanted: str) -> Json:
    """Return the button with this data, label, or part of a label. Raises Impossible."""
    rows: list[list[Json]] = (message.inline() or {"inline_keyboard": []})["inline_keyboard"]
    buttons = [button for row in rows for button in row]
    for test in (
        lambda one: one.get("callback_data") == wanted,
        lambda one: one["text"] == wanted,
        lambda one: wanted in one["text"],
    ):
        found = [one for one in buttons if test(one)]
        if found:
            return found[0]
    raise Impossible(f"there is no button {wanted!r} but {[one['text'] for one in buttons]}")
