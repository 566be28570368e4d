"""Translate an update to inbound values. Pure: nothing is sent, stored or awaited."""

from __future__ import annotations

from datetime import datetime

from adapters.telegram.api.updates import Update
from adapters.telegram.inbound import interactions, memberships, messages
from adapters.telegram.rooms.state import AdapterState
from bots.core.inbound import Value


def translate(state: AdapterState, update: Update, now: datetime) -> list[Value]:
    """Return the values in one update; none when it does not matter to the core."""
    if update.message is not None:
        return messages.message_posted(state, update.message)
    if update.callback_query is not None:
        return interactions.button_pressed(state, update.callback_query, now)
    if update.message_reaction is not None:
        return interactions.reactions_changed(state, update.message_reaction, update.update_id)
    if update.poll_answer is not None:
        return interactions.vote_changed(state, update.poll_answer, update.update_id, now)
    if update.edited_message is not None:
        return messages.message_edited(state, update.edited_message, update.update_id)
    if update.chat_member is not None:
        return memberships.membership_changed(state, update.chat_member)
    if update.my_chat_member is not None:
        return memberships.bot_membership_changed(state, update.my_chat_member, update.update_id)
    if update.chat_join_request is not None:
        return memberships.join_requested(state, update.chat_join_request)
    return []
