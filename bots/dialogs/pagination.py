"""Long lists, a page at a time, turned by buttons."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bots.commands.declaration import Args
from bots.core.inbound import ButtonPressed, CommandInvoked
from bots.core.integers import whole
from bots.core.outbound import Button, Content
from bots.core.refusal import Refusal
from bots.core.richtext import join
from bots.routing.feature import CommandHandler, Listing
from bots.routing.router import Router
from bots.turn import cards
from bots.turn.turn import Turn
from storage.queries import outbox, placements

TURN = "page"
"""The verb of a button that turns to another page: `page:<list>:<number>`."""
LINES = 10
"""Of a list on one page."""


def command(name: str, source: Callable[[Turn], Awaitable[Listing]]) -> CommandHandler:
    """The handler of a command that shows the first page of the list `name`."""

    async def run(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
        turn.answer_content(_page(name, await source(turn), 1, turn))

    return run


async def turned(press: ButtonPressed, turn: Turn, router: Router) -> None:
    """Show another page, in place where everybody sees the list; of that list only, since some platforms let the
    presser say which. Raises Refusal("button-unknown")."""
    source, number = router.lists.get(press.subject), whole(press.choice)
    if source is None or number is None or turn.scene.room is None:
        raise Refusal("button-unknown")
    address = (press.account, press.room, press.message or "")
    placed = (await placements.placements_at(turn.uow, [address])).get(address)
    if turn.capabilities.private_answers:
        turn.answer_content(_page(press.subject, await source(turn), number, turn))
        return
    if placed is None or f'"{TURN}:{press.subject}:' not in placed.buttons:
        raise Refusal("button-unknown")
    content = _page(press.subject, await source(turn), number, turn)
    placed.buttons = outbox.offered(content.buttons)
    cards.put(placed, content, turn, turn.value.key)


def _page(name: str, listing: Listing, number: int, turn: Turn) -> Content:
    """A page of the list; the last one where there are fewer by now."""
    pages = max(1, -(-len(listing.lines) // LINES))
    number = min(max(number, 1), pages)
    shown = [listing.title, *listing.lines[(number - 1) * LINES : number * LINES]]
    if pages > 1:
        shown.append(turn.text("page-of", page=number, pages=pages))
    buttons = (
        Button(f"{TURN}:{name}:{number - 1}", turn.label("page-back"), "◀️") if number > 1 else None,
        Button(f"{TURN}:{name}:{number + 1}", turn.label("page-on"), "▶️") if number < pages else None,
    )
    text = join([*shown, listing.foot] if listing.foot else shown)
    return Content(text=text, buttons=tuple(button for button in buttons if button is not None))
