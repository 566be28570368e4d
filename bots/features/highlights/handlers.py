"""Commands: `highlight`, `highlight stop` and `me relay`."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.integers import parse_int
from bots.core.refusal import Refusal
from bots.features.highlights import collecting, conversations, rules, translations, withdrawal
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import cached_messages, consents, highlights
from storage.tables import Highlight, HighlightState, RelayConsent

_EXPLAINED = (
    HighlightState.ASKED, HighlightState.HELD, HighlightState.PUBLISHED, HighlightState.WITHDRAWN,
    HighlightState.REFUSED,
)  # fmt: skip
"""The states for which there is a text `highlight-is-…`."""
_STOPPABLE = (HighlightState.FETCHING, *rules.WITH_TEXT)


async def nominate(call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `highlight`, typed in reply to a message."""
    check_relaying(turn)
    if call.reply_to is None:
        raise Refusal("highlight-no-reply")
    highlight = await highlights.of_message(turn.uow, call.account, call.room, call.reply_to)
    if highlight is not None and highlight.state == HighlightState.EXPIRED:
        await turn.uow.delete(highlight)
        highlight = None
    if highlight is None:
        await _check_is_no_note(call, turn)
        await collecting.consider(call.reply_to, turn, nominated_by=turn.member_id, quoted=call.quoted)
        _confirm(turn)
    elif highlight.state == HighlightState.COUNTING:
        highlight.nominated_by = turn.member_id
        await collecting.hold(highlight, turn)
        _confirm(turn)
    elif highlight.state == HighlightState.FETCHING:
        highlight.nominated_by = turn.member_id
        _confirm(turn)
    else:
        raise Refusal(f"highlight-is-{highlight.state}")


def check_relaying(turn: Turn) -> None:
    """Raise Refusal if nothing leaves the community or the room, or no network would show it."""
    if not turn.community.relaying:
        raise Refusal("highlight-relaying-off")
    if not turn.room_context.shares_with:
        raise Refusal("highlight-nowhere")
    if turn.room.excluded:
        raise Refusal("highlight-room-excluded")


async def _check_is_no_note(call: CommandInvoked, turn: Turn) -> None:
    """Raise Refusal("highlight-is-…" | "highlight-no-reply") if the command replies to a note or copy of ours."""
    noted = await find_highlight(call, call.reply_to or "", turn)
    if noted is not None:
        raise Refusal(f"highlight-is-{noted.state}" if noted.state in _EXPLAINED else "highlight-no-reply")


def _confirm(turn: Turn) -> None:
    """Say that the message will be announced: the room reads it soon, but not in quiet hours."""
    end = quiet_until(turn.community, turn.now)
    if end is None:
        turn.acknowledge("highlight-nominated")
        return
    turn.answer("highlight-nominated-later", at=turn.moment(end, turn.answer_locale, "time"))


async def stop(call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `highlight stop`, typed in reply to the original, to the note beside it, or to a copy."""
    if call.reply_to is None:
        raise Refusal("highlight-stop-no-reply")
    highlight = await find_highlight(call, call.reply_to, turn)
    if highlight is None or highlight.state not in _STOPPABLE:
        raise Refusal("highlight-stop-nothing")
    await withdrawal.check_may_stop(highlight, turn)
    await withdrawal.withdraw(highlight, turn)
    at_home = turn.room.community_id == highlight.community_id
    turn.answer("highlight-stopped-by-you" if at_home else "highlight-stopped-from-afar")


async def find_highlight(call: CommandInvoked, message: str, turn: Turn) -> Highlight | None:
    """Return the highlight of the card or message that the command replies to."""
    card = await turn.card_replied_to(call)
    if card is not None and card.kind in ("highlight", "highlightnote"):
        return await turn.uow.get(Highlight, parse_int(card.subject))
    return await highlights.of_message(turn.uow, call.account, call.room, message)


async def set_consent(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `me relay ask|named|unnamed|off`: the answer for everywhere, earlier highlights of theirs too."""
    member = await turn.acting_member()
    member.relay = RelayConsent(args.text("consent"))
    await consents.forget(turn.uow, member.id)
    if member.relay == RelayConsent.OFF:
        await cached_messages.delete_of_member(turn.uow, member.id)
        await translations.drop_of_member(member.id, turn)
    elif member.relay == RelayConsent.UNNAMED:
        await translations.hide_name(member.id, turn)
    own = await highlights.by_author(turn.uow, turn.member_id, rules.WITH_TEXT)
    if member.relay == RelayConsent.OFF:
        await withdrawal.withdraw_many(own, turn)
    for highlight in own if member.relay != RelayConsent.OFF else ():
        highlight.named = highlight.named and member.relay != RelayConsent.UNNAMED
        turn.refresh_card(f"highlight:{conversations.shown_as(highlight)}")
    turn.answer(f"me-relay-{member.relay}")
