"""Lists with pages, and buttons that turn them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from msgspec import structs

from bots.commands.declaration import Args
from bots.core.card_id import PAGE_VERB
from bots.core.inbound import Attachment, ButtonPressed, CommandInvoked
from bots.core.integers import parse_int
from bots.core.outbound import CHOICE_EMOJI, Button, Content
from bots.core.refusal import Refusal
from bots.core.richtext import join
from bots.dialogs import invocation
from bots.routing.feature import CommandHandler, Listing
from bots.routing.router import Router
from bots.turn import cards, coordinator_answer
from bots.turn.turn import Turn
from storage.queries import placements

LINES_PER_PAGE = 10
ARGUMENT_SIGN = "~"
"""Between the name of a filtered list and its argument, in the button of a page."""


def list_command(name: str, source: Callable[[Turn], Awaitable[Listing]]) -> CommandHandler:
    """Return the handler of a command that shows the first page of the list `name`."""

    async def run(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
        show_page(name, await source(turn), turn)

    return run


def show_page(
    name: str, listing: Listing, turn: Turn, *, argument: str = "", files: tuple[Attachment, ...] = ()
) -> None:
    """Answer with the first page of a list, and `files`; of a filtered list with its `argument`, without a colon."""
    content = _page(f"{name}{ARGUMENT_SIGN}{argument}" if argument else name, listing, 1, turn)
    content = structs.replace(content, attachments=files) if files else content
    if listing.coordinators_only:
        coordinator_answer.answer(content, turn)
    else:
        turn.answer_content(content)


async def turn_page(press: ButtonPressed, turn: Turn, router: Router) -> None:
    """Show another page: in a private answer, or by editing the list that everybody sees.

    Some platforms let people press any button id, so check that the person may see the list and that the message shows
    it. Raises Refusal("button-unknown") and what the list's command would raise.
    """
    number = parse_int(press.choice)
    name, _, argument = press.subject.partition(ARGUMENT_SIGN)
    known = name in router.filtered_lists if argument else name in router.lists
    if not known or number is None or turn.room_context.room is None:
        raise Refusal("button-unknown")
    await invocation.check_allowed((router.filtered_lists if argument else router.lists)[name][0], turn)
    address = (press.account, press.room, press.message or "")
    placed = (await placements.placements_at(turn.uow, [address])).get(address)
    listing = await (router.filtered_lists[name][1](turn, argument) if argument else router.lists[name][1](turn))
    if turn.capabilities.private_answers:
        turn.answer_content(_page(press.subject, listing, number, turn))
        return
    if placed is None or f'"{PAGE_VERB}:{press.subject}:' not in placed.buttons:
        raise Refusal("button-unknown")
    content = _page(press.subject, listing, number, turn)
    cards.enqueue_edit(placed, content, turn, turn.value.key)


def _page(name: str, listing: Listing, number: int, turn: Turn) -> Content:
    """Return a page of the list, or the last page if the list is shorter by now."""
    pages = max(1, -(-len(listing.lines) // LINES_PER_PAGE))
    number = min(max(number, 1), pages)
    shown = [listing.title, *listing.lines[(number - 1) * LINES_PER_PAGE : number * LINES_PER_PAGE]]
    if pages > 1:
        shown.append(turn.text("page-of", page=number, pages=pages))
    buttons = (
        Button(f"{PAGE_VERB}:{name}:{number - 1}", turn.label("page-back"), "◀️") if number > 1 else None,
        Button(f"{PAGE_VERB}:{name}:{number + 1}", turn.label("page-on"), "▶️") if number < pages else None,
    )
    text = join([*shown, listing.footer] if listing.footer else shown)
    turning = tuple(button for button in buttons if button is not None)
    return Content(text=text, buttons=(*_of_lines(listing, number), *turning))


def _of_lines(listing: Listing, number: int) -> tuple[Button, ...]:
    """Return the buttons of a page's lines, in their order."""
    mine = listing.buttons[(number - 1) * LINES_PER_PAGE : number * LINES_PER_PAGE]
    return tuple(Button(one.id, one.label, emoji, one.tone) for one, emoji in zip(mine, CHOICE_EMOJI, strict=False))
