"""Answers to "how do I vote?" and "which polls are open?" in everyday words, where the bot is spoken to."""

from __future__ import annotations

from bots.core.inbound import MessagePosted
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import join
from bots.features.polls import listing
from bots.i18n import inquiries
from bots.turn import home
from bots.turn.turn import Turn


async def answer(message: MessagePosted, turn: Turn) -> None:
    """Answer a question about polls to the bot, or below a poll: which are open, and how to vote."""
    if inquiries.read(message.text) != "vote":
        return
    there = await home.of_speaker(message, turn)
    if there is None or not (message.direct or message.addressed or await _is_below_poll(message, turn)):
        return
    there = there.in_language(turn.answer_locale)
    try:
        found = await listing.list_polls(there)
    except Refusal as refusal:
        turn.answer(refusal.text_id, **refusal.text_args)
        return
    how = there.text("inquiry-vote-private" if message.direct else "inquiry-vote")
    turn.answer_content(Content(text=join([found.title, *found.lines, how])))


async def _is_below_poll(message: MessagePosted, turn: Turn) -> bool:
    """Return whether a message replies to a poll."""
    card = await turn.card_replied_to(message)
    return card is not None and card.kind in ("poll", "pollnative")
