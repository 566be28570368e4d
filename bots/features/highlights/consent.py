"""The author's consent: asked once, for one message or for all that they post in a community."""

from __future__ import annotations

from datetime import timedelta

from bots.core.inbound import ButtonPressed, TimerFired
from bots.core.refusal import Refusal
from bots.features.highlights import conversations, hold_back, rules, withdrawal
from bots.turn.turn import Turn
from storage.queries import consents, highlights
from storage.tables import Community, ConsentStyle, Highlight, HighlightState, RelayConsent

UNANSWERED_TIMER = "highlight-unanswered"
ANSWER_TIME = timedelta(days=3)
"""How long a question waits for its author. Without an answer the message stays where it is."""


async def must_ask(highlight: Highlight, community: Community, turn: Turn) -> bool:
    """Return whether the author has to agree before the message may leave."""
    if community.consent != ConsentStyle.ASK or highlight.author_id is None:
        return False
    return await consents.of_member(turn.uow, highlight.author_id, community.id) == RelayConsent.ASK


async def is_awaited(highlight: Highlight, turn: Turn) -> bool:
    """Return whether the author has to agree, or somebody who took part in a conversation."""
    if conversations.is_conversation(highlight):
        return any(part.state == HighlightState.ASKED for part in await conversations.parts_of(highlight, turn))
    return await must_ask(highlight, turn.community, turn)


def expect_answer(highlight: Highlight, turn: Turn) -> None:
    """Wait for the author's answer."""
    highlight.state, highlight.created_at = HighlightState.ASKED, turn.now
    turn.schedule(UNANSWERED_TIMER, str(highlight.id), turn.now + ANSWER_TIME)


async def agree(highlight: Highlight, turn: Turn) -> None:
    """Begin the hold-back, as the author agrees to this one."""
    turn.cancel_timer(UNANSWERED_TIMER, str(highlight.id))
    hold_back.start(highlight, turn)
    await hold_back.refresh_cards(highlight, turn)
    turn.acknowledge("highlight-agreed-named" if highlight.named else "highlight-agreed")


async def _own(press: ButtonPressed, turn: Turn) -> Highlight:
    """Return the highlight of a button that only its author may press."""
    highlight = await turn.row_of_id(Highlight, press.subject)
    if highlight.author_id != turn.member_id:
        raise Refusal("highlight-consent-not-yours")
    return highlight


async def press_agree(press: ButtonPressed, turn: Turn) -> None:
    """Agree to one message, without a name."""
    highlight = await _own(press, turn)
    if highlight.state == HighlightState.ASKED:
        await agree(highlight, turn)


async def press_show_name(press: ButtonPressed, turn: Turn) -> None:
    """Show the author's name with this highlight, as the author agrees. Asked for consent, this is a yes."""
    highlight = await turn.row_of_id(Highlight, press.subject)
    if highlight.author_id != turn.member_id:
        raise Refusal("highlight-name-not-yours")
    highlight.named = True
    if highlight.state == HighlightState.ASKED:
        await agree(highlight, turn)
        return
    await hold_back.refresh_cards(highlight, turn)
    turn.acknowledge("highlight-named")


async def release_show_name(press: ButtonPressed, turn: Turn) -> None:
    """Hide the author's name again. If it was their yes, ask again."""
    highlight = await turn.row_of_id(Highlight, press.subject)
    if highlight.author_id == turn.member_id and highlight.named:
        highlight.named = False
        await _take_back_yes(highlight, turn)


async def release_agree(press: ButtonPressed, turn: Turn) -> None:
    """Ask again, as the author takes their yes back; their name would be another yes."""
    highlight = await turn.row_of_id(Highlight, press.subject)
    if highlight.author_id == turn.member_id and not highlight.named:
        await _take_back_yes(highlight, turn)


async def _take_back_yes(highlight: Highlight, turn: Turn) -> None:
    """End the hold-back that began with the author's yes. Published messages stay until the author takes them back."""
    if highlight.state == HighlightState.HELD and await must_ask(highlight, turn.community, turn):
        turn.cancel_timer("highlight-publish", str(highlight.id))
        expect_answer(highlight, turn)
    await hold_back.refresh_cards(highlight, turn)


async def press_always(press: ButtonPressed, turn: Turn) -> None:
    """Make the answer to one message the answer for all that the author posts in this community."""
    highlight = await _own(press, turn)
    relay = RelayConsent.NAMED if highlight.named else RelayConsent.UNNAMED
    await consents.store(turn.uow, turn.member_id, highlight.community_id, relay, turn.now)
    await hold_back.refresh_cards(highlight, turn)
    turn.acknowledge(f"highlight-always-{relay}")


async def press_never(press: ButtonPressed, turn: Turn) -> None:
    """Keep this message, and all that the author posts in this community; take back what is shown."""
    highlight = await _own(press, turn)
    await refuse_all(highlight.community_id, turn)


async def refuse_all(community_id: int, turn: Turn) -> None:
    """Let nothing of the acting person leave a community any longer, and take back what is shown."""
    await consents.store(turn.uow, turn.member_id, community_id, RelayConsent.OFF, turn.now)
    own = await highlights.by_author(turn.uow, turn.member_id, rules.WITH_TEXT)
    await withdrawal.withdraw_many([one for one in own if one.community_id == community_id], turn)
    turn.acknowledge("highlight-never")


async def give_up(timer: TimerFired, turn: Turn) -> None:
    """Keep a message whose author has not answered, and forget its words."""
    highlight = await turn.uow.get(Highlight, int(timer.subject))
    if highlight is not None and highlight.state == HighlightState.ASKED:
        await conversations.release_parts(highlight, turn, shown=False)
        rules.erase(highlight, HighlightState.REFUSED)
        turn.refresh_card(f"highlightnote:{highlight.id}", rewrite=True)
