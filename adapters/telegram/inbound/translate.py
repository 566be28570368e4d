"""From an update to inbound values. Pure: nothing is sent, stored or awaited.

An update that says nothing to the core becomes no value.
"""

from __future__ import annotations

from datetime import datetime

from adapters.telegram.api.types import Update
from adapters.telegram.inbound import interactions, members, messages
from adapters.telegram.rooms.state import Known
from bots.core.inbound import Value


def translate(known: Known, update: Update, now: datetime) -> list[Value]:
    """The values in one update."""
    if update.message is not None:
        return messages.said(known, update.message)
    if update.callback_query is not None:
        return interactions.pressed(known, update.callback_query, now)
    if update.message_reaction is not None:
        return interactions.reacted(known, update.message_reaction, update.update_id)
    if update.poll_answer is not None:
        return interactions.voted(known, update.poll_answer, update.update_id, now)
    if update.edited_message is not None:
        return messages.edited(known, update.edited_message, update.update_id)
    return _standing(known, update)


def _standing(known: Known, update: Update) -> list[Value]:
    if update.chat_member is not None:
        return members.changed(known, update.chat_member)
    if update.my_chat_member is not None:
        return members.of_the_bot(known, update.my_chat_member, update.update_id)
    if update.chat_join_request is not None:
        return members.asked(known, update.chat_join_request)
    return []
