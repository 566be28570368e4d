"""Translate button presses, votes and reactions. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from adapters.telegram.api.chats import moment
from adapters.telegram.api.ids import message_id, poll_id, room_of_chat, room_of_message
from adapters.telegram.api.updates import CallbackQuery, MessageReaction, PollAnswer, ReactionType
from adapters.telegram.rooms.people import chat_as_person, user_as_person
from adapters.telegram.rooms.state import AdapterState
from bots.core import inbound
from bots.core.inbound import Person, Value
from bots.core.inbound.base import CommonFields


def button_pressed(state: AdapterState, query: CallbackQuery, now: datetime) -> list[Value]:
    """Translate a press on one of our buttons. Telegram gives no time for it, so use `now`."""
    message = query.message
    if message is None or query.data is None:
        return []
    fields = state.fields(room_of_message(message), now, "press", query.id)
    person = user_as_person(state, message.chat.id, query.author)
    name = message_id(message.chat.id, message.message_id)
    return [inbound.ButtonPressed(**fields, person=person, button=query.data, message=name, token=query.id)]


def vote_changed(state: AdapterState, answer: PollAnswer, update: int, now: datetime) -> list[Value]:
    """Translate a vote, which names its poll but neither room nor time. An admin may vote as the group."""
    if answer.voter_chat is not None:
        person = Person(platform="telegram", user=str(answer.voter_chat.id), name=answer.voter_chat.name)
    elif answer.user is not None:
        person = user_as_person(state, answer.user.id, answer.user)
    else:
        return []
    fields, choices = state.fields("", now, "vote", answer.poll_id, person.user, update), map(str, answer.option_ids)
    return [inbound.ChoiceMade(**fields, person=person, message=poll_id(answer.poll_id), choices=tuple(choices))]


def reactions_changed(state: AdapterState, update: MessageReaction, number: int) -> list[Value]:
    """Compare the reactions before and after, and translate the removed and the added ones."""
    if update.user is not None:
        person = user_as_person(state, update.chat.id, update.user)
    elif update.actor_chat is not None:
        person = chat_as_person(state, update.chat, update.actor_chat)
    else:
        return []
    before, after = _emoji(update.old_reaction), _emoji(update.new_reaction)
    name, room, at = message_id(update.chat.id, update.message_id), room_of_chat(update.chat), moment(update.date)

    def fields(event: str, emoji: str) -> CommonFields:
        return state.fields(room, at, event, name, person.user, emoji, update.date, number)

    removed = [
        inbound.ReactionRemoved(**fields("unreacted", emoji), person=person, message=name, emoji=emoji)
        for emoji in before
        if emoji not in after
    ]
    added = [
        inbound.ReactionAdded(
            **fields("reacted", emoji), person=person, message=name, emoji=emoji,
            reaction=f"{name}/{person.user}/{emoji}",
        )
        for emoji in after if emoji not in before
    ]  # fmt: skip
    return [*removed, *added]


def _emoji(reactions: Sequence[ReactionType]) -> list[str]:
    """Return each reaction as an emoji; a custom emoji as its id. Leave out paid reactions, which are anonymous."""
    custom = {one: f"custom:{one.custom_emoji_id}" for one in reactions if one.custom_emoji_id}
    return [one.emoji or custom[one] for one in reactions if one.emoji or one in custom]
