"""`appeal`: a blocked person says once why the block is wrong; a connector lifts it or keeps it."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import ButtonPressed, CommandInvoked
from bots.core.outbound import Button, Content
from bots.core.refusal import Refusal
from bots.core.sanitize import visible_line
from bots.features.communities import blocking, private_notices
from bots.turn.turn import Turn
from storage.queries import blocks
from storage.tables import Block, BlockState, Community

MAX_APPEAL = 600


async def appeal_command(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `appeal TEXT`, in the community's room or in private: once for each block.

    In private it goes to every community that blocks the person. Raises Refusal("appeal-none" | "appeal-once").
    """
    held = await blocks.all_of_member(turn.uow, turn.member_id, turn.now)
    here = [row for row in held if turn.room.community_id in (None, row.community_id)]
    open_ones = [row for row in here if row.appealed_at is None]
    if not open_ones:
        raise Refusal("appeal-once" if here else "appeal-none")
    reason = args.optional_text("text")
    if reason is None:
        raise Refusal("ask-appeal-text", argument="text")
    names = []
    for row in open_ones:
        community = await turn.uow.get(Community, row.community_id)
        if community is not None:
            row.appeal, row.appealed_at = visible_line(reason, MAX_APPEAL), turn.now
            await private_notices.ask_connectors(private_notices.APPEAL_CARD, render, row, community, turn)
            names.append(community.name)
    turn.answer("appeal-sent", names=tuple(names))


async def render(subject: str, turn: Turn) -> Content | None:
    """Render an appeal for a connector, or what became of it."""
    row = await turn.uow.get(Block, int(subject))
    community = await turn.uow.get(Community, row.community_id) if row is not None else None
    if row is None or community is None:
        return None
    turn = turn.in_language(community.locale)
    name = await private_notices.name_of(row.member_id, turn)
    if row.state != BlockState.ACTIVE or not row.appeal:
        text_id = "appeal-lifted" if row.state == BlockState.LIFTED else "appeal-kept"
        return Content(text=turn.text(text_id, name=name, community=community.name))
    buttons = (
        Button(f"blocklift:{row.id}", turn.label("appeal-lift"), "✅"),
        Button(f"appealkeep:{row.id}", turn.label("appeal-keep"), "❌"),
    )
    text = turn.text("appeal-ask", name=name, community=community.name, appeal=row.appeal, **blocking.terms(row, turn))
    return Content(text=text, buttons=buttons)


async def press_keep(press: ButtonPressed, turn: Turn) -> None:
    """Keep a block. Forget the words of the appeal, and tell the person."""
    row = await blocking.decidable(press.subject, turn)
    community = await turn.uow.get(Community, row.community_id)
    if community is None or not row.appeal:
        raise Refusal("link-decided")
    row.appeal = ""
    turn.refresh_card(f"{private_notices.APPEAL_CARD}:{row.id}")
    await private_notices.tell_member(row.member_id, community, "appeal-kept-you", f"block:{row.id}:kept", turn)
    turn.answer("appeal-kept", name=await private_notices.name_of(row.member_id, turn), community=community.name)
