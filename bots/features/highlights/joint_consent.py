"""The consent of everybody who wrote a message of a conversation. A single no keeps the whole conversation."""

from __future__ import annotations

from bots.core.inbound import ButtonPressed
from bots.core.refusal import Refusal
from bots.features.highlights import consent, conversations, hold_back, rules
from bots.turn.turn import Turn
from storage.tables import Highlight, HighlightState


async def _own(press: ButtonPressed, turn: Turn) -> tuple[Highlight, list[Highlight]]:
    """Return the conversation, and the messages in it of the person who pressed."""
    whole = await turn.row_of_id(Highlight, press.subject)
    parts = [part for part in await conversations.parts_of(whole, turn) if part.author_id == turn.member_id]
    if not parts:
        raise Refusal("highlight-consent-not-yours")
    return whole, parts


async def press_yes(press: ButtonPressed, turn: Turn) -> None:
    """Agree, without a name."""
    await _agree(press, turn, named=False)


async def press_name(press: ButtonPressed, turn: Turn) -> None:
    """Agree, with a name."""
    await _agree(press, turn, named=True)


async def _agree(press: ButtonPressed, turn: Turn, *, named: bool) -> None:
    """Note one author's yes, and begin the hold-back after the last one's."""
    whole, parts = await _own(press, turn)
    if whole.state not in rules.WITH_TEXT:
        return
    for part in parts:
        part.named = named
        if part.state == HighlightState.ASKED:
            part.state = HighlightState.HELD
    complete = not await consent.is_awaited(whole, turn)
    if whole.state == HighlightState.ASKED and complete:
        turn.cancel_timer(consent.UNANSWERED_TIMER, str(whole.id))
        hold_back.start(whole, turn)
    await hold_back.refresh_cards(whole, turn)
    turn.acknowledge("highlight-conversation-complete" if complete else "highlight-conversation-agreed")


async def release_yes(press: ButtonPressed, turn: Turn) -> None:
    """Ask again, as an author takes their yes back; their name would be another yes."""
    await _take_back(press, turn, named=False)


async def release_name(press: ButtonPressed, turn: Turn) -> None:
    """Hide the name again, and ask again if it was a yes."""
    await _take_back(press, turn, named=True)


async def _take_back(press: ButtonPressed, turn: Turn, *, named: bool) -> None:
    whole, parts = await _own(press, turn)
    for part in parts:
        if part.named == named:
            part.named = False
            if whole.state in rules.WAITING and await consent.must_ask(part, turn.community, turn):
                part.state = HighlightState.ASKED
    if whole.state == HighlightState.HELD and await consent.is_awaited(whole, turn):
        turn.cancel_timer("highlight-publish", str(whole.id))
        consent.expect_answer(whole, turn)
    await hold_back.refresh_cards(whole, turn)


async def press_never(press: ButtonPressed, turn: Turn) -> None:
    """Keep the conversation, and all that the author posts in this community."""
    whole, _ = await _own(press, turn)
    await consent.refuse_all(whole.community_id, turn)
