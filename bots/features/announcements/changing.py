"""`announce edit`, `announce text` and `announce recall`: everywhere, also where it is still on its way."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands import checks
from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked, TimerFired
from bots.core.integers import parse_int
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.dialogs.yes_no import YesNo
from bots.features.announcements import commands, drafts, lookup, rules, views
from bots.i18n import languages
from bots.turn import cards, rounds
from bots.turn.turn import Turn
from storage.queries import announcements, communities, erasure, recipients
from storage.tables import Announcement, AnnouncementState, Network, RecipientState

ASKED_TIMER = "announce-asked"
"""Refreshes what connectors were asked. Its subject: the announcement, and the last recipient that had its turn."""
_CHANGES = ("text", "to", "at", "deep", "urgent")


async def edit(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `announce edit [NUMBER] [text] [to=…] [at=…]`. What is sent changes after a question."""
    found = await lookup.find(call, args, turn, draft=True)
    if not any(args.optional_text(name) for name in _CHANGES):
        raise Refusal("announce-edit-what", argument="text", number=str(found.number)).remembering(
            {"number": str(found.number)}
        )
    await _change(found, args, found.locale, turn)


async def add_text(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `announce text [NUMBER] LANGUAGE text`: the words for the communities of a language."""
    found = await lookup.find(call, args, turn, draft=True)
    await _change(found, Args({"text": args.text("text")}), checks.known_language(args.text("language")), turn)


async def _change(found: Announcement, args: Args, locale: str, turn: Turn) -> None:
    if found.state != AnnouncementState.SENT:
        drafts.check_unsent(found)
        await drafts.change_unsent(found, args, locale, turn)
        return
    if any(args.optional_text(name) for name in _CHANGES if name != "text"):
        raise Refusal("announce-edit-sent", number=str(found.number))
    text = rules.text(args.text("text"))
    count = (await recipients.count_by_state(turn.uow, found.id)).get(RecipientState.SHOWN, 0)
    question = turn.answer_text(
        "announce-change-ask", number=str(found.number), language=languages.language(locale).name, count=count,
        about=views.quote(text),
    )  # fmt: skip
    await CHANGE.ask(str(found.id), question, turn, {"locale": locale, "text": text})


async def _act_change(subject: str, kept: Mapping[str, str], turn: Turn) -> None:
    found = await lookup.of_network(parse_int(subject), lookup.own_network(turn), turn)
    if found.state != AnnouncementState.SENT:
        raise Refusal(f"announce-is-{found.state}", number=str(found.number))
    drafts.store_text(found, kept["locale"], kept["text"], turn)
    turn.refresh_card(views.copy_of(found), rewrite=True)
    turn.refresh_card(views.draft_of(found))
    _refresh_asked(found, turn)
    turn.answer("announce-changed", number=str(found.number))


async def recall(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `announce recall [NUMBER]`. One that is not sent yet is dropped; its words are lost, so it asks too."""
    found = await lookup.find(call, args, turn)
    if found.state in drafts.UNSENT:
        about = await views.excerpt(found, turn)
        await DROP.ask(
            str(found.id), turn.answer_text("announce-drop-ask", number=str(found.number), about=about), turn
        )
        return
    if found.state != AnnouncementState.SENT:
        raise Refusal(f"announce-is-{found.state}", number=str(found.number))
    count = (await recipients.count_by_state(turn.uow, found.id)).get(RecipientState.SHOWN, 0)
    about = await views.excerpt(found, turn)
    question = turn.answer_text("announce-recall-ask", number=str(found.number), about=about, count=count)
    await RECALL.ask(str(found.id), question, turn)


async def _act_drop(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    found = await lookup.of_network(parse_int(subject), lookup.own_network(turn), turn)
    drafts.check_unsent(found)
    await drafts.drop(found, turn)
    turn.answer("announce-card-dropped", number=str(found.number))


async def _act_recall(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    found = await lookup.of_network(parse_int(subject), lookup.own_network(turn), turn)
    if found.state != AnnouncementState.SENT:
        raise Refusal(f"announce-is-{found.state}", number=str(found.number))
    await take_back(found, turn)
    turn.answer("announce-recalled", number=str(found.number))


async def take_back(announcement: Announcement, turn: Turn) -> None:
    """Delete an announcement everywhere, also what is on its way, and forget its words."""
    announcement.state = AnnouncementState.RECALLED
    await announcements.delete_texts(turn.uow, announcement.id)
    copy = views.copy_of(announcement)
    idempotent = [account for account, can in turn.capabilities_by_account.items() if can.idempotent]
    await erasure.erase(turn.uow, [copy], turn.now, idempotent)
    network = await turn.uow.get(Network, announcement.network_id)
    unsent = {(post.account, post.room) for post in await erasure.unsent_posts(turn.uow, copy)}
    for room in (await communities.rooms_by_address(turn.uow, unsent)).values():
        there = await turn.for_room(room)
        text = there.text("announce-recalled-here", network=network.name if network is not None else "–")
        await cards.rewrite_unsent(copy, Content(text=text), there)
    await turn.withdraw_card(copy)
    turn.refresh_card(views.draft_of(announcement), rewrite=True)
    _refresh_asked(announcement, turn)


def _refresh_asked(announcement: Announcement, turn: Turn) -> None:
    turn.schedule(ASKED_TIMER, f"{announcement.id}/0", turn.now)


async def refresh_asked(timer: TimerFired, turn: Turn) -> None:
    """Show the next connectors that an announcement changed, or was taken back."""
    number, after = map(int, timer.subject.split("/"))
    announcement = await turn.uow.get(Announcement, number)
    if announcement is None:
        return
    asked = await recipients.asked_after(turn.uow, number, after=after, limit=rounds.SIZE)
    if announcement.state == AnnouncementState.RECALLED:
        await erasure.erase(turn.uow, [views.ask_of(row) for row in asked], turn.now, ())
    for row in asked:
        turn.refresh_card(views.ask_of(row), rewrite=True)
    if len(asked) == rounds.SIZE:
        turn.schedule(ASKED_TIMER, f"{number}/{asked[-1].id}", turn.now)


CHANGE = YesNo(kind="annchange", yes="announce-change-yes", command=commands.ANNOUNCE_EDIT, act=_act_change)
RECALL = YesNo(kind="annrecall", yes="announce-recall-yes", command=commands.ANNOUNCE_RECALL, act=_act_recall)
DROP = YesNo(kind="annunsent", yes="announce-unschedule", command=commands.ANNOUNCE_RECALL, act=_act_drop)
