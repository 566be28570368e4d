"""After “Spam” on a message: offer a button that blocks its author."""

from __future__ import annotations

from collections.abc import Mapping

from bots.dialogs.yes_no import YesNo
from bots.features.communities import blocking, commands
from bots.turn.mentions import mention
from bots.turn.notices import SpamMarked
from bots.turn.turn import Turn
from storage.queries import members
from storage.tables import Identity


async def offer_block(notice: SpamMarked, turn: Turn) -> None:
    """Ask a connector whether to block the author. A coordinator elsewhere has no say in that: tell them so."""
    person = await members.identity_by_user(turn.uow, turn.room.platform, notice.user)
    if turn.room.community_id != notice.community.id or person is None or person.member_id == turn.member_id:
        turn.answer("spam-declined", community=notice.community.name)
        return
    text = turn.answer_text("spam-ask", name=mention(person), community=notice.community.name)
    await BLOCK.ask(str(person.id), text, turn)


async def _block(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    await blocking.block(await turn.row_of_id(Identity, subject), turn.label("spam-reason"), None, turn)


BLOCK = YesNo(kind="spamblock", yes="spam-block", command=commands.BLOCK, act=_block)
