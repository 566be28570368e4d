"""Who hears of an event that moves, is edited, is cancelled or begins: every room in its way, each person once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.acceptance.announcement_steps import BONN, LYON, NET, three_towns
from tests.acceptance.event_steps import announce_event
from tests.acceptance.link_steps import link_by_code, private
from tests.acceptance.second_platform import TwoPlatformStage, on_two_platforms
from tests.acceptance.test_network_events_dialogue import card, decide, plan, reply
from tests.stage import PLAIN, RICH, Stage, staged

NEWS = {
    "moved": ("!event move 1 20:00", r"déplacé|verlegt|moved|is now"),
    "cancelled": ("!event cancel 1", r"annulé|abgesagt|fällt aus|cancelled"),
}


async def tell(stage: Stage, line: str, by: str = "@carla", room: str = LYON) -> None:
    """Type a command about the event, and confirm it."""
    await stage.say(by, line, room)
    await stage.say(by, "yes", room)
    await stage.forward(seconds=5)


def times(stage: Stage, what: str, room: str) -> int:
    """Return how many of the bot's messages in a room match."""
    return len(stage.matching(lambda shown: re.search(what, shown.text) is not None, room))


def calls(stage: Stage, room: str = LYON) -> list[tuple[str, ...]]:
    """Return whom each of the bot's messages in a room notifies, of those that notify somebody."""
    contents = (shown.content for shown in stage.shown(room))
    return [content.mentions for content in contents if content is not None and content.mentions]


@pytest.mark.parametrize("news", NEWS)
async def test_who_has_no_private_chat_is_called_once_in_their_room(tmp_path: Path, news: str) -> None:
    """A network's event: who can't be written to is named in the room where they replied last, and nobody else is."""
    line, words = NEWS[news]
    async with staged(tmp_path, PLAIN) as stage:
        await three_towns(stage)
        await plan(stage)
        await decide(stage, "✅", LYON, BONN)
        await reply(stage, LYON, "✅", "@anna", "@ben")
        await reply(stage, BONN, "✅", "@ben")
        stage.platform.closed_to_bot.add("@ben")
        await tell(stage, line, "@nora", NET)
        assert times(stage, words, private("@anna")) == 1
        assert calls(stage, LYON) == calls(stage, NET) == [] and calls(stage, BONN) == [("@ben",)]


async def test_an_event_of_a_community_calls_people_in_its_room(tmp_path: Path) -> None:
    """Its news and reminder name those who come, once, and nobody gets it in private too; an edit calls nobody."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(quiet_hours="")
        shown = await announce_event(stage)
        await stage.press("@anna", shown, "✅")
        await stage.say("@carla", "!event edit 1 place: the mill")
        assert calls(stage) == []
        for line in ("!event move 1 20:00", "!event cancel 1", "!event reopen 1"):
            await tell(stage, line)
        await stage.forward(days=3)
        assert calls(stage) == [("@anna",)] * 6, stage.transcript()
        assert stage.shown(private("@anna")) == []


async def two_homes(stage: TwoPlatformStage) -> None:
    """Create a community with a home on each platform, and an event to which people of both come."""
    made = await stage.community(quiet_hours="")
    await stage.add_room("#elsewhere", community=made.id)
    shown = await announce_event(stage)
    await stage.press("@anna", shown, "✅")
    await stage.forward(seconds=5)
    await stage.say_there("@olga", "!rsvp 1 yes", "#elsewhere")


async def test_who_is_on_another_platform_hears_of_it_in_private(tmp_path: Path) -> None:
    """The event's room can't call who is on the community's other platform: they are told in private, once each."""
    async with on_two_platforms(tmp_path) as stage:
        await two_homes(stage)
        await tell(stage, "!event move 1 20:00")
        await stage.forward(days=2, hours=9)
        told = [one.text for one in stage.there(private("@olga"))]
        assert len([text for text in told if "moved" in text or "is now" in text]) == 1, told
        assert len([text for text in told if "Potluck" in text and "⏰" in text]) == 2, told
        assert stage.shown(private("@anna")) == [] and set(calls(stage)) == {("@anna",)}


async def test_linked_accounts_are_told_where_they_replied_last(tmp_path: Path) -> None:
    """One person on two platforms is called in the room of the one, or told in private on the other, never both."""
    async with on_two_platforms(tmp_path) as stage:
        await two_homes(stage)
        stage.platform.invite_bot(private("@anna"), "@anna", direct=True)
        await stage.settle()
        await stage.say("@anna", "!me link", private("@anna"))
        code = re.search(r"me link ([a-z0-9]{8})", stage.last(private("@anna")).text)
        assert code is not None
        await stage.say_there("@olga", f"!me link {code[1]}", private("@olga"))
        before = len(stage.there(private("@olga"))), len(calls(stage))
        await tell(stage, "!event move 1 20:00")
        assert len(stage.there(private("@olga"))) == before[0] + 1
        assert len(calls(stage)) == before[1]
        await stage.press("@anna", stage.sees("^Event 1"), "✅")
        await tell(stage, "!event move 1 21:00")
        assert len(stage.there(private("@olga"))) == before[0] + 1
        assert calls(stage)[before[1] :] == [("@anna",)], stage.transcript()


async def test_an_edit_is_read_in_all_rooms_and_calls_nobody(tmp_path: Path) -> None:
    """A new place of a network's event stands in each room, without a sound; a new title only on the card."""
    async with staged(tmp_path, PLAIN) as stage:
        await shown_in_two(stage)
        await reply(stage, LYON, "✅", "@anna")
        before = {room: len(stage.shown(room)) for room in ("#york", LYON, BONN)}
        await stage.say("@nora", "!event edit 1 place: the mill", NET)
        await stage.forward(seconds=5)
        for room, words in ((LYON, "nouveau lieu"), (BONN, "Ort")):
            assert words in stage.last(room).text and "the mill" in stage.last(room).text
            content = stage.last(room).content
            assert content is not None and content.silent and not content.mentions
            assert len(stage.shown(room)) == before[room] + 1 and "the mill" in card(stage, room).text
        await stage.say("@nora", "!event edit 1 title: Assembly of all", NET)
        await stage.forward(seconds=5)
        assert "Assembly of all" in card(stage, LYON).text
        assert len(stage.shown(LYON)) == before[LYON] + 1 and len(stage.shown("#york")) == before["#york"]
        assert stage.shown(private("@anna")) == []


async def test_private_news_says_all_that_counts(tmp_path: Path) -> None:
    """The private reminder has the place and the link, which the rooms may not show; the end of an event its reason."""
    async with staged(tmp_path, RICH) as stage:
        await three_towns(stage)
        link = "https://meet.example/1"
        line = f"!event Assembly on 27 November 2026 at 19:00 at the mill {link} link-for=attendees to=network"
        await plan(stage, line)
        await decide(stage, "✅", LYON)
        await reply(stage, LYON, "✅", "@anna")
        await stage.forward(days=1, hours=12)
        reminders = stage.matching(lambda shown: "⏰" in shown.text, private("@anna"))
        assert len(reminders) == 1 and "the mill" in reminders[0].text and link in reminders[0].text
        assert link not in stage.sees("⏰", LYON).text
        await tell(stage, "!event cancel 1 Storm", "@nora", NET)
        assert "Storm" in stage.last(private("@anna")).text


# Those who leave


async def leave(stage: Stage, user: str, room: str) -> None:
    """Leave a room."""
    if user not in stage.platform.members.setdefault(room, []):
        stage.platform.members[room].append(user)
    stage.platform.leave(room, user)
    await stage.forward(seconds=5)


async def shown_in_two(stage: Stage, line: str = "") -> None:
    """Let Lyon and Bonn show a network's event."""
    await three_towns(stage)
    await plan(stage, f"!event Assembly on 27 November 2026 at 19:00 to=network {line}".strip())
    await decide(stage, "✅", LYON, BONN)


async def test_a_reply_goes_with_the_person(tmp_path: Path) -> None:
    """Who leaves the room where they replied but is in another that shows the event still comes, and is told there."""
    async with staged(tmp_path, RICH) as stage:
        await shown_in_two(stage)
        await reply(stage, LYON, "✅", "@ben")
        await stage.say("@ben", "!events", BONN)
        await leave(stage, "@ben", LYON)
        assert "1 coming" in card(stage, NET).text
        assert "1 dabei: ben" in card(stage, BONN).text and "ben" not in card(stage, LYON).text
        stage.platform.closed_to_bot.add("@ben")
        await tell(stage, "!event cancel 1", "@nora", NET)
        assert calls(stage, BONN) == [("@ben",)]
        assert calls(stage, LYON) == []


async def test_a_reply_ends_with_the_last_room(tmp_path: Path) -> None:
    """Who leaves all rooms that show the event frees their place; joining one of them again counts."""
    async with staged(tmp_path, RICH) as stage:
        await shown_in_two(stage, "places=1")
        await reply(stage, LYON, "✅", "@anna")
        await reply(stage, BONN, "✅", "@ben")
        await stage.say("@anna", "Salut", LYON)
        await leave(stage, "@anna", LYON)
        assert stage.last(private("@ben")).content is not None
        await stage.press("@ben", stage.last(private("@ben")), "✅")
        await stage.forward(seconds=5)
        assert "1 dabei: ben" in card(stage, BONN).text
        await stage.join("@anna", BONN)
        await stage.forward(seconds=5)
        assert "1 auf der Warteliste: anna" in card(stage, BONN).text.replace("\u202f", " "), card(stage, BONN).text


@pytest.mark.parametrize("removed", [False, True])
async def test_who_leaves_is_told_that_they_no_longer_count(tmp_path: Path, removed: bool) -> None:
    """Who leaves the last room we know of reads once in private how to count again; who was put out reads nothing."""
    async with staged(tmp_path, RICH) as stage:
        await shown_in_two(stage)
        await reply(stage, LYON, "✅", "@anna")
        await reply(stage, LYON, "❌", "@ben")
        for user in ("@anna", "@ben"):
            stage.platform.members[LYON].append(user)
            stage.platform.leave(LYON, user, removed=removed)
            await stage.forward(seconds=5)
        assert times(stage, "Vous venez quand même", private("@anna")) == (0 if removed else 1)
        assert times(stage, "Vous venez quand même", private("@ben")) == 0
        await reply(stage, BONN, "✅", "@anna")
        assert "1 dabei: anna" in card(stage, BONN).text


async def test_a_linked_account_keeps_the_reply(tmp_path: Path) -> None:
    """Who leaves with the account that replied, and is still there with a linked one, comes with that one."""
    async with staged(tmp_path, RICH) as stage:
        await shown_in_two(stage)
        await stage.say("@annette", "!events", BONN)
        await link_by_code(stage, "@anna", "@annette")
        await reply(stage, LYON, "✅", "@anna")
        await stage.say("@annette", "!events", BONN)
        await leave(stage, "@anna", LYON)
        assert "1 dabei: annette" in card(stage, BONN).text
        await tell(stage, "!event cancel 1", "@nora", NET)
        assert times(stage, "abgesagt|fällt aus", private("@annette")) == 1
        assert times(stage, "annulé|abgesagt|fällt aus|cancelled", private("@anna")) == 0
