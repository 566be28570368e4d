"""`me link` and `me unlink`: the accounts of one person, on any platform, count as one.

A code shown to one account and typed in private with the other proves that both are the same person's.
"""

from __future__ import annotations

from datetime import timedelta

from bots.commands.declaration import Args
from bots.core import codes
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.features.people import accounts
from bots.turn import private_answer
from bots.turn.notices import AccountsLinked
from bots.turn.turn import Turn
from storage.queries import invitations, link_codes, persons

LIFE = timedelta(minutes=15)
"""How long a code is valid."""
MOST_WRONG_CODES = 5
"""How many wrong codes a person may type in an hour, including those of invitations."""
MAX_ACCOUNTS = 10
"""How many accounts one person can link."""
_UNREACHABLE = "people-unreachable"


async def link(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `me link [code]`: give a code, or link the account that asked for this one.

    Count wrong codes, and don't reveal whether a code exists. Raises Refusal.
    """
    given = args.optional_text("code")
    if given is None:
        await _give(turn)
        return
    scope, code = f"member:{turn.member_id}", codes.typed(given)
    if not private_answer.is_private(turn):
        await link_codes.void(turn.uow, code)
        await invitations.count_wrong(turn.uow, [scope], turn.now)
        turn.answer("people-link-public")
        return
    until = await invitations.blocked_until(turn.uow, [(scope, MOST_WRONG_CODES)], turn.now)
    if until is not None:
        raise Refusal("code-too-many", at=turn.moment(until, turn.answer_locale, "time"))
    other = await link_codes.owner(turn.uow, code, turn.now)
    if other is None:
        await invitations.count_wrong(turn.uow, [scope], turn.now)
        turn.answer("people-link-unknown")
        return
    if other == turn.member_id:
        raise Refusal("people-link-own")
    await link_codes.void(turn.uow, code)
    await _link(other, turn)


async def _give(turn: Turn) -> None:
    """Show a new code to the acting person alone; an earlier one of theirs ends."""
    code = codes.new_code()
    link_codes.give(turn.uow, turn.member_id, code, turn.now + LIFE)
    minutes = LIFE // timedelta(minutes=1)
    text = turn.answer_text("people-link-code", code=code, minutes=minutes)
    private_answer.answer(Content(text=text), turn, sent="people-sent", unreachable=_UNREACHABLE)


async def _link(other: int, turn: Turn) -> None:
    """Make one person of the acting member's accounts and the other's, and tell all of them."""
    here, there = [await persons.accounts(turn.uow, member) for member in (turn.member_id, other)]
    if {one.id for one in here} & {one.id for one in there}:
        turn.answer("people-link-already", accounts=accounts.names(there))
        return
    if len(here) + len(there) > MAX_ACCOUNTS:
        turn.answer("people-link-many", limit=MAX_ACCOUNTS)
        return
    await persons.join(turn.uow, {one.member_id for one in (*here, *there)})
    turn.answer("people-linked", accounts=accounts.names(there))
    await turn.notify(AccountsLinked(turn.member_id))
    for one in there:
        await accounts.tell(one, "people-linked-with", turn, accounts=accounts.names(here))
    for one in here:
        if one.member_id != turn.member_id:
            await accounts.tell(one, "people-linked-with", turn, accounts=accounts.names(there))


async def unlink(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `me unlink`: the account one speaks from is a person of its own again. Raises Refusal."""
    known = await persons.accounts(turn.uow, turn.member_id)
    mine = [one for one in known if one.member_id == turn.member_id]
    others = [one for one in known if one.member_id != turn.member_id]
    if not others:
        raise Refusal("people-unlink-none")
    await persons.leave(turn.uow, turn.member_id)
    text = turn.answer_text("people-unlinked", accounts=accounts.names(others))
    private_answer.answer(Content(text=text), turn, sent="people-sent", unreachable=_UNREACHABLE)
    for one in others:
        await accounts.tell(one, "people-unlinked-from", turn, accounts=accounts.names(mine))
