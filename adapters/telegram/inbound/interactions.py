"""Presses, votes and reactions. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from adapters.telegram.api.ids import message_id, poll_id, room_in, room_of
from adapters.telegram.api.types import CallbackQuery, MessageReaction, PollAnswer, ReactionType, moment
from adapters.telegram.rooms.people import in_the_name_of, person
from adapters.telegram.rooms.state import Known
from bots.core.inbound import ButtonPressed, ChoiceMade, Person, ReactionAdded, ReactionRemoved, Value


def pressed(known: Known, query: CallbackQuery, now: datetime) -> list[Value]:
    """A button of ours. Telegram tells no time of a press: `now` stands in."""
    message = query.message
    if message is None or query.data is None:
        return []
    return [
        ButtonPressed(
            key=known.key("press", query.id), account=known.account, room=room_of(message), at=now,
            person=person(known, message.chat.id, query.author), button=query.data,
            message=message_id(message.chat.id, message.message_id), token=query.id,
        )
    ]  # fmt: skip


def voted(known: Known, answer: PollAnswer, update: int, now: datetime) -> list[Value]:
    """A vote names its poll, not its room, and no time; an admin may vote as the group."""
    if answer.voter_chat is not None:
        who = in_the_name_of(answer.voter_chat, answer.voter_chat)
    elif answer.user is not None:
        who = person(known, answer.user.id, answer.user)
    else:
        return []
    return [
        ChoiceMade(
            key=known.key("vote", answer.poll_id, who.user, update), account=known.account, room="", at=now, person=who,
            message=poll_id(answer.poll_id), choices=tuple(str(option) for option in answer.option_ids),
        )
    ]  # fmt: skip


def reacted(known: Known, update: MessageReaction, number: int) -> list[Value]:
    """What was added and what was taken back; the update tells the reactions before and after."""
    if update.user is not None:
        who = person(known, update.chat.id, update.user)
    elif update.actor_chat is not None:
        who = in_the_name_of(update.chat, update.actor_chat)
    else:
        return []
    before, after = _emoji(update.old_reaction), _emoji(update.new_reaction)
    added = [_added(known, update, who, emoji, number) for emoji in after if emoji not in before]
    return [*(_removed(known, update, who, emoji, number) for emoji in before if emoji not in after), *added]


def _emoji(reactions: Sequence[ReactionType]) -> list[str]:
    """Each as a sign; a custom emoji by its id, since it has no other. Paid ones are nobody's."""
    custom = {one: f"custom:{one.custom_emoji_id}" for one in reactions if one.custom_emoji_id}
    return [one.emoji or custom[one] for one in reactions if one.emoji or one in custom]


def _added(known: Known, update: MessageReaction, who: Person, emoji: str, number: int) -> Value:
    name = message_id(update.chat.id, update.message_id)
    return ReactionAdded(
        key=known.key("reacted", name, who.user, emoji, update.date, number), account=known.account,
        room=room_in(update.chat), at=moment(update.date), person=who, message=name, emoji=emoji,
        reaction=f"{name}/{who.user}/{emoji}",
    )  # fmt: skip


def _removed(known: Known, update: MessageReaction, who: Person, emoji: str, number: int) -> Value:
    name = message_id(update.chat.id, update.message_id)
    return ReactionRemoved(
        key=known.key("unreacted", name, who.user, emoji, update.date, number), account=known.account,
        room=room_in(update.chat), at=moment(update.date), person=who, message=name, emoji=emoji,
    )  # fmt: skip
