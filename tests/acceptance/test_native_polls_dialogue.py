"""Tests for a poll where reactions stand in for buttons: one native poll, one line below it, one result."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bots.core.inbound import ChoiceMade, RoomMoved
from bots.testing import Shown
from storage.tables import PollStyle
from tests.stage import PLAIN, RICH, Stage, staged

POLL_LINE = '!poll "Where do we meet?" "Garden" "Library"'


async def open_poll(stage: Stage, line: str = POLL_LINE, style: PollStyle = PollStyle.NATIVE) -> tuple[Shown, Shown]:
    """Create a community whose polls have this style, and open a poll. Return the native poll and what is below."""
    await stage.community(poll_style=style)
    await stage.say("@carla", line)
    native, below = stage.shown()
    return native, below


async def test_a_poll_is_one_native_poll_and_one_line(tmp_path: Path) -> None:
    """The line below a native poll has number, end and the way to vote without it, and no reactions of the bot's."""
    async with staged(tmp_path, PLAIN) as stage:
        native, line = await open_poll(stage, POLL_LINE + " close=2h")
        assert native.poll_open
        assert line.text.startswith("Poll 1, open until Wednesday, 25 November")
        how = " · no poll above? React here to “Where do we meet?” with 1️⃣\u00a0Garden · 2️⃣\u00a0Library"
        assert line.text.endswith(how)
        assert (native.reactions, line.reactions) == ([], [])


async def test_the_line_names_votes_that_the_native_poll_does_not_count(tmp_path: Path) -> None:
    """Native votes never edit the line. Votes by reaction are named there, also where they differ from a native one."""
    async with staged(tmp_path, PLAIN) as stage:
        native, line = await open_poll(stage)
        for user in ("@a", "@b"):
            await stage.vote(user, native, "Garden")
        await stage.forward(seconds=5)
        assert line.edits == 0
        await stage.react("@c", line, "2️⃣")
        await stage.forward(seconds=5)
        assert line.text.startswith("Poll 1 · not in the poll above: +1 Library · no poll above?")
        await stage.react("@a", line, "2️⃣")
        await stage.forward(seconds=5)
        assert "not in the poll above: −1 Garden, +2 Library ·" in line.text
        await stage.unreact("@c", line, "2️⃣")
        await stage.forward(seconds=5)
        await stage.vote("@a", native, "Library")
        await stage.forward(seconds=5)
        assert line.text.startswith("Poll 1 · no poll above?")
        assert line.edits == 4


async def test_one_result_counts_both_kinds_of_votes(tmp_path: Path) -> None:
    """The close ends the native poll once and posts one result, which names what the native poll doesn't count."""
    async with staged(tmp_path, PLAIN) as stage:
        native, line = await open_poll(stage)
        await stage.vote("@a", native, "Garden")
        await stage.vote("@b", native, "Library")
        await stage.react("@c", line, "2️⃣")
        await stage.say("@carla", "!poll close")
        await stage.forward(seconds=5)
        assert not native.poll_open
        assert line.text == "Poll 1 is closed; the result is below."
        assert line.content is not None and line.content.buttons == ()
        assert [shown.text.split("\n")[0] for shown in stage.shown()[2:]] == [
            "Poll 1: Where do we meet? The answer is: Library."
        ]
        ending = "3 people voted. That includes votes the poll above doesn’t count: +1 Library."
        assert stage.last().text.endswith(ending)


async def test_a_result_without_reactions_needs_no_remark(tmp_path: Path) -> None:
    """Where the native poll counts every vote, the result has only the same figures."""
    async with staged(tmp_path, PLAIN) as stage:
        native, _ = await open_poll(stage)
        await stage.vote("@a", native, "Garden")
        await stage.say("@carla", "!poll close")
        assert stage.last().text.endswith("One person voted.")


async def test_a_poll_that_an_admin_ended_is_not_ended_again(tmp_path: Path) -> None:
    """When an admin ends the native poll in a client, the bot posts the result and ends it no second time."""
    async with staged(tmp_path, PLAIN) as stage:
        native, _ = await open_poll(stage)
        stage.platform.admins.add(("#lyon", "@mod"))
        await stage.vote("@a", native, "Garden")
        stage.platform.end_poll(native.id, "@mod")
        native.poll_open = True  # the bot would close it again
        await stage.settle()
        assert stage.last().text.startswith("Poll 1: Where do we meet? The answer is: Garden.")
        assert native.poll_open


async def test_results_of_an_open_native_poll_are_answered(tmp_path: Path) -> None:
    """Somebody who asks how a native poll stands gets an answer, not a second poll."""
    async with staged(tmp_path, PLAIN) as stage:
        native, line = await open_poll(stage)
        await stage.vote("@a", native, "Garden")
        await stage.say("@b", "!poll results 1")
        assert stage.last().text.startswith("Where do we meet?\n1️⃣ Garden\n▓▓▓▓▓▓▓▓ 1")
        assert stage.last().reactions == []
        assert line.text.startswith("Poll 1")


async def test_a_community_may_prefer_the_card(tmp_path: Path) -> None:
    """With `poll-style card` a poll is one card with reactions, which go away when it closes."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(poll_style=PollStyle.NATIVE)
        await stage.say("@carla", "!config poll-style pictures")
        assert stage.last().text == "pictures isn’t valid. Choose one of: native, card, both."
        await stage.say("@carla", "!config poll-style carte")
        assert stage.last().text == "Done. poll-style is now: card\nTo go back: !config poll-style native"
        await stage.say("@carla", POLL_LINE)
        card = stage.last()
        assert card.content is not None and card.content.poll is None
        assert "React with a number to vote" in card.text
        assert [emoji for _, emoji in card.reactions] == ["1️⃣", "2️⃣"]
        await stage.react("@a", card, "1️⃣")
        await stage.say("@carla", "!poll close")
        await stage.forward(seconds=5)
        assert card.reactions == [("@a", "1️⃣")]
        await stage.say("@carla", POLL_LINE + " native=yes")
        assert stage.shown()[-2].poll_open


async def test_a_poll_style_changes_nothing_where_there_are_buttons(tmp_path: Path) -> None:
    """On a platform with buttons a poll is a card with buttons."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(poll_style=PollStyle.NATIVE)
        await stage.say("@carla", POLL_LINE)
        (card,) = stage.shown()
        await stage.press("@a", card, "Garden")
        await stage.forward(seconds=5)
        assert "▓▓▓▓▓▓▓▓ 1" in card.text


async def test_an_open_native_poll_moves_with_its_room(tmp_path: Path) -> None:
    """In an upgraded room the native poll and its line are posted again, and the line names the earlier votes."""
    async with staged(tmp_path, PLAIN) as stage:
        native, _ = await open_poll(stage)
        await stage.vote("@a", native, "Garden")
        stage.platform.emit(
            RoomMoved(key="memory:move", account="memory", room="#lyon", at=stage.clock.now(), new_room="#new")
        )
        await stage.settle()
        again, line = stage.shown("#new")[-2:]
        assert again.poll_open
        assert "not in the poll above: +1 Garden" in line.text


async def test_the_newest_vote_by_its_claimed_time_counts(tmp_path: Path) -> None:
    """A vote that claims to be older than the person's last one changes nothing, neither here nor in the native poll.

    One that claims to be from the future counts from now on, so that the person can still change it.
    """
    async with staged(tmp_path, PLAIN) as stage:
        native, line = await open_poll(stage)
        await stage.vote("@a", native, "Garden")
        for number, (days, choices) in enumerate(((-3, ("1",)), (-2, ()), (400, ("1",)))):
            cast = ChoiceMade(
                key=f"memory:odd{number}", account="memory", room="#lyon", at=stage.clock.now() + timedelta(days=days),
                person=stage.platform.person("@b" if days > 0 else "@a", "#lyon"), message=native.id, choices=choices,
            )  # fmt: skip
            stage.platform.emit(cast)
        await stage.forward(seconds=5)
        await stage.vote("@b", native, "Garden")
        await stage.forward(seconds=5)
        assert line.edits == 0
        await stage.say("@carla", "!poll close")
        assert "Garden\n▓▓▓▓▓▓▓▓ 2 (100%)" in stage.last().text
        assert stage.last().text.endswith("2 people voted.")
