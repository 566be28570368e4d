"""Presses, votes and reactions. Pure."""

from __future__ import annotations

from datetime import datetime

from telegram import (
    CallbackQuery,
    MessageReactionUpdated,
    PollAnswer,
    ReactionType,
    ReactionTypeCustomEmoji,
    ReactionTypeEmoji,
)

from adapters.telegram.known import Known
from adapters.telegram.people import in_the_name_of, person, sound
from adapters.telegram.places import message_id, poll_id, room_around, room_in
from bots.core.inbound import ButtonPressed, ChoiceMade, Person, ReactionAdded, ReactionRemoved, Value


def pressed(known: Known, query: CallbackQuery, now: datetime) -> list[Value]:
    """A button of ours. Telegram tells no time of a press: `now` stands in."""
    message = query.message
    if message is None or query.data is None:
        return []
    return [
        ButtonPressed(
            key=known.key("press", query.id), account=known.account, room=room_around(message), at=now,
            person=person(known, message.chat.id, query.from_user), button=sound(query.data),
            message=message_id(message.chat.id, message.message_id), token=query.id,
        )
    ]  # fmt: skip


def voted(known: Known, answer: PollAnswer, update: int, now: datetime) -> list[Value]:
    """A vote names its poll, not its room, and no time; an admin may vote as the group.

    https://core.telegram.org/bots/api#pollanswer
    """
    if answer.voter_chat is not None:
        who = Person(platform="telegram", user=str(answer.voter_chat.id), name=sound(answer.voter_chat.title or ""))
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


def reacted(known: Known, update: MessageReactionUpdated, number: int) -> list[Value]:
    """What was added and what was taken back; the update tells the reactions before and after.

    https://core.telegram.org/bots/api#messagereactionupdated
    """
    if update.user is not None:
        who = person(known, update.chat.id, update.user)
    elif update.actor_chat is not None:
        who = in_the_name_of(update.chat, update.actor_chat)
    else:
        return []
    before, after = _emoji(update.old_reaction), _emoji(update.new_reaction)
    added = [_added(known, update, who, emoji, number) for emoji in after if emoji not in before]
    return [*(_removed(known, update, who, emoji, number) for emoji in before if emoji not in after), *added]


def _emoji(reactions: tuple[ReactionType, ...]) -> tuple[str, ...]:
    """Each as a sign; a custom emoji by its id, since it has no other."""
    found = []
    for reaction in reactions:
        if isinstance(reaction, ReactionTypeEmoji):
            found.append(reaction.emoji)
        elif isinstance(reaction, ReactionTypeCustomEmoji):
            found.append(f"custom:{reaction.custom_emoji_id}")
    return tuple(found)


def _added(known: Known, update: MessageReactionUpdated, who: Person, emoji: str, number: int) -> Value:
    name = message_id(update.chat.id, update.message_id)
    stamp = int(update.date.timestamp())
    return ReactionAdded(
        key=known.key("reacted", name, who.user, emoji, stamp, number), account=known.account,
        room=room_in(update.chat), at=update.date, person=who, message=name, emoji=emoji,
        reaction=f"{name}/{who.user}/{emoji}",
    )  # fmt: skip


def _removed(known: Known, update: MessageReactionUpdated, who: Person, emoji: str, number: int) -> Value:
    name = message_id(update.chat.id, update.message_id)
    stamp = int(update.date.timestamp())
    return ReactionRemoved(
        key=known.key("unreacted", name, who.user, emoji, stamp, number), account=known.account,
        room=room_in(update.chat), at=update.date, person=who, message=name, emoji=emoji,
    )  # fmt: skip
