"""`highlight poll` and `highlight event`: a community's own results or event, shared because a connector says so."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from bots.commands.declaration import Args, Command
from bots.core.card_id import CardId
from bots.core.inbound import ButtonPressed, CommandInvoked
from bots.core.refusal import Refusal
from bots.core.richtext import Quote, plain
from bots.core.truncation import truncate_rich
from bots.dialogs import invocation
from bots.dialogs.yes_no import YesNo
from bots.features.highlights import commands, hold_back, relaying, rules, views, withdrawal
from bots.i18n import texts
from bots.turn import cards
from bots.turn.shared_objects import SharedObject
from bots.turn.turn import Turn
from storage.queries import communities, highlights, memberships
from storage.tables import Highlight

_KINDS: Mapping[str, Command] = {"poll": commands.HIGHLIGHT_POLL, "event": commands.HIGHLIGHT_EVENT}
"""The commands by the kind of object, which is also the kind of its card."""


def share_command(kind: str) -> Callable[[CommandInvoked, Args, Turn], Awaitable[None]]:
    """Return the handler of `highlight <kind> [NUMBER]`, which shows what will be seen, and asks."""

    async def share(call: CommandInvoked, args: Args, turn: Turn) -> None:
        _check_relaying(turn)
        number = await turn.extensions.sharings[kind].find(call, args.optional_text("number"), turn)
        await _ask(kind, number, turn)

    return share


async def press_share(press: ButtonPressed, turn: Turn) -> None:
    """Ask the same for the button on a result or a card."""
    command = _KINDS.get(press.subject)
    if command is None:
        raise Refusal("button-unknown")
    await invocation.check_allowed(command, turn)
    _check_relaying(turn)
    await _ask(press.subject, await turn.extensions.sharings[press.subject].check(press.choice, turn), turn)


def _check_relaying(turn: Turn) -> None:
    """Raise Refusal("highlight-relaying-off") if nothing leaves the community."""
    if not turn.community.relaying:
        raise Refusal("highlight-relaying-off")


async def _ask(kind: str, number: int, turn: Turn) -> None:
    """Show what others will see, and where. Raises Refusal if they see it already or nothing is left of it."""
    live = await highlights.of_source(turn.uow, f"{kind}:{number}", rules.WITH_TEXT)
    if live is not None:
        raise Refusal(f"highlight-is-{live.state}")
    shown = await turn.extensions.sharings[kind].render(number, turn.in_language(turn.answer_locale))
    if shown is None:
        raise Refusal("button-unknown")
    reach = await memberships.reach(turn.uow, turn.community)
    names = texts.All(network.name for network in reach) or ("–",)
    question = turn.answer_text("highlight-object-ask", network=names, about=_quote(shown))
    await SHARE[kind].ask(str(number), question, turn)


def _quote(shown: SharedObject) -> Quote:
    return Quote(truncate_rich(shown.text, views.MAX_QUOTE_LENGTH))


def _sharer(kind: str) -> Callable[[str, Mapping[str, str], Turn], Awaitable[None]]:
    async def share(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
        _check_relaying(turn)
        number = await turn.extensions.sharings[kind].check(subject, turn)
        await _hold(f"{kind}:{number}", turn)

    return share


async def _hold(source: str, turn: Turn) -> None:
    """Announce an object in its room, and share it after the hold-back."""
    if await highlights.of_source(turn.uow, source, rules.WITH_TEXT) is not None:
        return
    shown = await _shown(source, turn)
    if shown is None:
        raise Refusal("button-unknown")
    before = await highlights.count_of_source(turn.uow, source)
    highlight = Highlight(
        community_id=turn.community.id, room_id=turn.room.id, account=turn.room.account, room=turn.room.room,
        message=f"{source}.{before}", source=source, nominated_by=turn.member_id, text=plain(shown.text),
        files=relaying.encode(shown.files), posted_at=turn.now, created_at=turn.now,
    )  # fmt: skip
    await turn.uow.add(highlight)
    hold_back.start(highlight, turn)
    card = f"highlightnote:{highlight.id}"
    await cards.post(views.render_note, card, turn, key=f"{card}:{turn.value.key}")


async def _shown(source: str, turn: Turn) -> SharedObject | None:
    card = CardId.parse(source)
    return await turn.extensions.sharings[card.kind].render(int(card.subject), turn)


async def follow_card(card: CardId, turn: Turn) -> None:
    """Change what others see of an object when it changed; take it back when it is gone."""
    kind = "poll" if card.kind in ("poll", "pollresult", "pollnative") else card.kind
    highlight = await highlights.of_source(turn.uow, f"{kind}:{card.subject}", rules.WITH_TEXT)
    here = await _at_home(highlight, turn) if highlight is not None else None
    if highlight is None or here is None:
        return
    shown = await _shown(highlight.source, here)
    if shown is None or not here.community.relaying or await highlights.is_cut_off(turn.uow, highlight):
        await withdrawal.withdraw(highlight, here)
    elif plain(shown.text) != highlight.text:
        highlight.text = plain(shown.text)
        await hold_back.follow_change(highlight, here)


async def _at_home(highlight: Highlight, turn: Turn) -> Turn | None:
    """Return the same turn for the room where an object was shared, or for another one of its community."""
    rooms = await communities.rooms_of_community(turn.uow, highlight.community_id)
    room = next((room for room in rooms if room.id == highlight.room_id), next(iter(rooms), None))
    return await turn.for_room(room) if room is not None else None


SHARE = {
    kind: YesNo(kind=f"hl{kind}", yes="highlight-object-yes", command=command, act=_sharer(kind))
    for kind, command in _KINDS.items()
}
"""The questions by the kind of object."""
