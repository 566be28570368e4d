"""`block`, `unblock` and `blocks`: whom a community doesn't want to take part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from msgspec import structs

from bots.commands.declaration import Args
from bots.core.inbound import ButtonPressed, CommandInvoked
from bots.core.outbound import CHOICE_EMOJI, Button, Content
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, join
from bots.core.sanitize import display_name, visible_line
from bots.dates.term import parse_term
from bots.dialogs.people import find_person, find_surely
from bots.features.communities import block_sharing, private_notices
from bots.turn import private_answer
from bots.turn.authorization import lacking_right, use_right
from bots.turn.mentions import mention
from bots.turn.notices import MemberBlocked
from bots.turn.turn import Turn
from storage.queries import blocks, members
from storage.tables import Block, BlockState, Community, Identity, Member, Role

MAX_REASON = 300
_MAX_SHOWN = 15
"""Blocks that one list shows; others are lifted by name."""
_MAX_NAME_WORDS = 6


async def block_command(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `block PERSON [for 30 days] [reason]`. Raises Refusal("block-self" | "block-connector")."""
    person, reason = await _find(call, args, turn)
    if person is None:
        return
    span = args.optional_text("span")
    await block(person, visible_line(reason, MAX_REASON), parse_term(span) if span is not None else None, turn)


async def _find(call: CommandInvoked, args: Args, turn: Turn) -> tuple[Identity | None, str]:
    """Return whom the command means, and why. Without a sign between them, the longest beginning that is a person."""
    pool = await members.identities_in_community(turn.uow, turn.community.id, turn.room.platform)
    text, reason = args.text("person").strip(), args.optional_text("reason") or ""
    words = [] if "offered" in args.values else text.split()
    unmentioned = structs.replace(call, mentions=())
    for size in range(min(len(words), _MAX_NAME_WORDS), 0, -1):
        found = await find_surely(unmentioned, " ".join(words[:size]), "", turn, pool) if len(words) > 1 else None
        if found is not None:
            return found, " ".join([*words[size:], reason])
    person = await find_person("block", call, args, turn, pool)
    behind = _behind_mention(text, person) if person is not None and len(call.mentions) == 1 else ""
    return person, f"{behind} {reason}"


def _behind_mention(text: str, person: Identity) -> str:
    """Return the text after a person's mention or name, in the forms that platforms use; empty if nothing follows."""
    said = (f"<@{person.user}>", f"@{person.user}", person.user, f"@{person.name}", person.name)
    return next((text.removeprefix(one).strip() for one in said if text.startswith(one)), "")


async def block(person: Identity, reason: str, life: timedelta | None, turn: Turn) -> None:
    """Block a person in the turn's community, or change the present block; tell them and the networks."""
    community = turn.community
    if person.member_id == turn.member_id:
        raise Refusal("block-self")
    if Role.CONNECTOR in await members.roles(turn.uow, person.member_id, community=community.id):
        raise Refusal("block-connector", name=mention(person))
    row = await blocks.of_member(turn.uow, person.member_id, community.id, turn.now)
    until = turn.now + life if life is not None else None
    if row is not None and row.origin_id is None:
        row.reason, row.until, row.made_by = reason or row.reason, until, turn.member_id
        await blocks.change_copies(turn.uow, row)
    else:
        fresh = Block(
            community_id=community.id, member_id=person.member_id, reason=reason, until=until, made_by=turn.member_id,
            created_at=turn.now,
        )  # fmt: skip
        row = await turn.uow.add(fresh)
        await _tell(row, community, person, turn)
        block_sharing.begin(row, community, turn)
        await turn.notify(MemberBlocked(community, person.member_id))
    turn.describe_act(subject=person.member_id, reason=row.reason)
    turn.answer("block-done", name=mention(person), **terms(row, turn))


def terms(row: Block, turn: Turn) -> dict[str, object]:
    """Return until when a block holds and why, for a text."""
    until = turn.moment(row.until, turn.answer_locale, "short") if row.until is not None else ""
    return {"ends": row.until is not None, "until": until, "reasoned": bool(row.reason), "reason": row.reason}


async def _tell(row: Block, community: Community, person: Identity, turn: Turn) -> None:
    """Tell the person in private, once: what it means, why, and how to appeal."""
    text = turn.text("block-told", community=community.name, shared=community.shares_blocks, **terms(row, turn))
    turn.send_direct(person.user, Content(text=text), key=f"block:{row.id}:told")


async def unblock_command(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `unblock PERSON`. Raises Refusal("block-none" | "block-not")."""
    pool = await blocks.blocked_identities(turn.uow, turn.community.id, turn.room.platform, turn.now)
    person = await find_person("unblock", call, args, turn, pool)
    if person is None:
        return
    row = await blocks.of_member(turn.uow, person.member_id, turn.community.id, turn.now)
    if row is None:
        raise Refusal("block-not", name=mention(person))
    await lift(row, turn)
    turn.answer("block-lifted", name=mention(person))


async def lift(row: Block, turn: Turn) -> None:
    """Lift a block and what others took over of it, and tell the person."""
    await end(row, BlockState.LIFTED, turn)
    if row.origin_id is None:
        await blocks.lift_copies(turn.uow, row, turn.now)
    community = await turn.uow.get(Community, row.community_id)
    if community is not None:
        await private_notices.tell_member(row.member_id, community, "block-lifted-you", f"block:{row.id}:lifted", turn)


async def end(row: Block, state: BlockState, turn: Turn) -> None:
    """End a block or an offer, and show it wherever somebody was asked about it."""
    turn.describe_act(subject=row.member_id)
    row.state, row.ended_at, row.ended_by = state, turn.now, turn.actor.member_id if turn.actor else None
    turn.uow.forget("blocks")
    for card in (private_notices.APPEAL_CARD, private_notices.OFFER_CARD):
        turn.refresh_card(f"{card}:{row.id}")


async def list_command(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `blocks`: the newest ones, in private wherever the platform can. Raises Refusal("block-none")."""
    found = await blocks.of_community(turn.uow, turn.community.id, turn.now)
    if not found:
        raise Refusal("block-none", community=turn.community.name)
    private_answer.answer(await _listing(found, turn), turn, sent="blocks-sent", unreachable="blocks-unreachable")


async def _listing(found: Sequence[Block], turn: Turn) -> Content:
    shown = found[:_MAX_SHOWN]
    lines = [turn.answer_text("blocks-title", community=turn.community.name)]
    lines += [(await _line(row, emoji, turn)) for row, emoji in zip(shown, CHOICE_EMOJI, strict=False)]
    if len(found) > len(shown):
        lines.append(turn.answer_text("blocks-more", count=len(found) - len(shown)))
    buttons = [
        Button(f"blocklift:{row.id}", turn.label("blocks-lift", number=number), emoji)
        for number, (row, emoji) in enumerate(zip(shown, CHOICE_EMOJI, strict=False), 1)
    ]
    return Content(text=join(lines), buttons=tuple(buttons))


async def _line(row: Block, emoji: str, turn: Turn) -> Rich:
    maker, origin = await turn.uow.get(Member, row.made_by), await block_sharing.origin_of(row, turn)
    return turn.answer_text(
        "blocks-line",
        number=emoji,
        name=await private_notices.name_of(row.member_id, turn),
        who=display_name(maker.name) if maker is not None else "–",
        since=turn.moment(row.created_at, turn.answer_locale, "short"),
        shared=origin is not None,
        origin=origin.name if origin is not None else "",
        waiting=row.state == BlockState.OFFERED,
        appealed=row.appealed_at is not None,
        appeal=row.appeal,
        **terms(row, turn),
    )


async def press_lift(press: ButtonPressed, turn: Turn) -> None:
    """Lift a block from the list or from a message to the connectors."""
    row = await decidable(press.subject, turn)
    await lift(row, turn)
    turn.answer("block-lifted", name=await private_notices.name_of(row.member_id, turn))


async def decidable(subject: str, turn: Turn, state: BlockState = BlockState.ACTIVE) -> Block:
    """Return a block in this state that the acting person may decide about, in their community or in private.

    Raises Refusal("button-unknown" | "link-decided"), and one that says who may.
    """
    row = await turn.row_of_id(Block, subject)
    at_home = turn.room.community_id == row.community_id
    if not at_home and not turn.room_context.is_direct:
        raise Refusal("button-unknown")
    runs = Role.CONNECTOR in await members.roles(turn.uow, turn.member_id, community=row.community_id)
    if not runs and not (at_home and await use_right(Right.CONNECTOR, turn)):
        raise await lacking_right(Right.CONNECTOR, "unblock", turn) if at_home else Refusal("button-unknown")
    if row.state not in (state, BlockState.OFFERED):
        raise Refusal("link-decided")
    turn.describe_act(subject=row.member_id, place=await turn.uow.get(Community, row.community_id), by=Right.CONNECTOR)
    return row
