"""Tests for highlights: a message that members like appears in the network's room."""

from pathlib import Path

from bots.ports import Capabilities, Later, Refused
from tests.acceptance.highlight_steps import NET, create_relaying_community, like, post_liked_message
from tests.stage import staged


async def test_three_reactions_make_a_highlight(tmp_path: Path) -> None:
    """A message with three reactions appears in the network's room after the hold-back, with its origin and link."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        source = await post_liked_message(stage)
        assert "will be shared with" in stage.last().text
        await stage.forward(minutes=9)
        assert stage.shown(NET) == []
        await stage.forward(minutes=1)
        copy = stage.last(NET)
        assert copy.text == ("Someone in Lyon\n> We planted 40 trees!\noriginal message · 3 people liked it")
        assert f"https://chat.example/#lyon/{source}" in str(copy.content)
        stage.sees("Now shown in Les Passeurs")


async def test_author_and_repeated_reactions_do_not_count(tmp_path: Path) -> None:
    """The author's own reaction and a second reaction of the same member do not count."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        message = await post_liked_message(stage, by=("@b", "@anna", "@c"))
        await stage.react("@b", message, "👍")
        await stage.forward(hours=1)
        assert stage.shown(NET) == []
        await stage.react("@d", message, "👍")
        await stage.forward(hours=1)
        assert len(stage.shown(NET)) == 1


async def test_connector_nominates_message(tmp_path: Path) -> None:
    """One nomination by a connector makes a highlight, and the bot refuses a member's."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        message = await stage.say("@anna", "Come and see")
        await stage.say("@anna", "!highlight", reply_to=message)
        assert "connector" in stage.last().text
        await stage.say("@carla", "!highlight")
        stage.sees("Reply to the message")
        await stage.say("@carla", "!highlight", reply_to=message)
        await stage.say("@carla", "!highlight", reply_to=message)
        stage.sees("on its way already")
        await stage.forward(minutes=10)
        assert "Come and see" in stage.last(NET).text
        assert len(stage.shown(NET)) == 1


async def test_copy_follows_edit_and_withdrawal(tmp_path: Path) -> None:
    """The bot edits the copy when the author edits the message, and deletes it when the author does."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        source = await post_liked_message(stage)
        await stage.forward(minutes=10)
        copy = stage.last(NET)
        stage.platform.edit(source, "We planted 41 trees!")
        await stage.settle()
        assert "41 trees" in copy.text
        assert copy.edits == 1
        stage.platform.delete(source)
        await stage.settle()
        assert copy.deleted
        assert len(stage.shown(NET)) == 0


async def test_reaction_on_copy_counts(tmp_path: Path) -> None:
    """Reactions on the copy count for the message, once for each person, and the copy becomes no highlight itself."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        await post_liked_message(stage)
        await stage.forward(minutes=10)
        copy = stage.last(NET)
        for user in ("@b", "@x", "@y", "@z"):
            await stage.react(user, copy, "🎉")
        await stage.forward(minutes=1)
        assert "6 people liked it" in copy.text
        await stage.unreact("@x", copy, "🎉")
        await stage.forward(minutes=30)
        assert "5 people liked it" in copy.text
        assert len(stage.shown(NET)) == 1


async def test_lost_reactions_stop_highlight(tmp_path: Path) -> None:
    """A highlight survives the loss of one reaction, stops below half the threshold, and comes back with new ones."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        message = await post_liked_message(stage)
        await stage.unreact("@b", message, "❤️")
        stage.never_saw("Not shared after all")
        await stage.unreact("@c", message, "❤️")
        await stage.forward(minutes=1)
        stage.sees("Not shared after all")
        await stage.forward(hours=1)
        assert stage.shown(NET) == []
        await stage.react("@b", message, "❤️")
        await stage.react("@c", message, "❤️")
        await stage.forward(minutes=10)
        assert len(stage.shown(NET)) == 1


async def test_highlight_shows_text_literally(tmp_path: Path) -> None:
    """A highlight shows HTML, @room and direction marks as harmless text."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        await post_liked_message(stage, "<script>@room</script> ‮txt.exe‬ **bold**\nsecond line")
        await stage.forward(minutes=10)
        assert "> <script>@room</script> txt.exe **bold**\n> second line" in stage.last(NET).text
        content = stage.last(NET).content
        assert content is not None
        assert content.mentions == ()


async def test_highlight_survives_restarts(tmp_path: Path) -> None:
    """A highlight survives a restart at every step and appears once."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        message = await stage.say("@anna", "Hello network")
        for user in ("@b", "@c", "@d"):
            await stage.react(user, message, "❤️")
            await stage.restart()
        await stage.forward(minutes=5)
        await stage.restart()
        await stage.forward(minutes=5)
        await stage.restart()
        await stage.settle()
        assert len(stage.shown(NET)) == 1


async def test_unreadable_message_can_be_nominated_again(tmp_path: Path) -> None:
    """The bot refuses a nomination of a message it can't fetch and accepts it once it can."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        message = await stage.say("@anna", "We planted 40 trees!")
        stage.platform.faults = [Refused("forbidden", "Missing Access")]
        await stage.say("@carla", "!highlight", reply_to=message)
        assert "That message stays here" in stage.last().text
        await stage.say("@carla", "!highlight", reply_to=message)
        await stage.forward(minutes=11)
        assert "40 trees" in stage.last(NET).text


async def test_reused_number_does_not_change_old_notice(tmp_path: Path) -> None:
    """A new highlight that reuses the number of a deleted one leaves the old one's notice unchanged."""
    async with staged(tmp_path, Capabilities(buttons=True, toasts=True, fetch=False)) as stage:
        await create_relaying_community(stage)
        await stage.community("#paris", name="Paris", connector="@paul", network=1)
        await stage.say("@paul", "!relay on", "#paris")
        message = await post_liked_message(stage)
        for user in ("@b", "@c"):
            await stage.unreact(user, message, "❤️")
        await stage.forward(seconds=10)
        note = stage.last()
        before = note.text
        await stage.forward(days=40)
        await stage.application.housekeeping.tidy()
        other = await stage.say("@pia", "Paris only", "#paris")
        for user in ("@x", "@y", "@z"):
            await stage.react(user, other, "❤️")
        await stage.forward(minutes=11)
        stage.sees("Paris only", NET)
        assert note.text == before


async def test_reaction_during_delayed_card_counts(tmp_path: Path) -> None:
    """Reactions to a member's message count although the bot was still posting a card."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        message = await stage.say("@anna", "We planted 40 trees!")
        stage.platform.faults = [Later(5.0)]
        await stage.say("@carla", '!poll "Tea?" Green Black')
        await like(stage, message)
        await stage.forward(minutes=11)
        assert "40 trees" in stage.last(NET).text


async def test_reaction_during_delayed_card_survives_restart(tmp_path: Path) -> None:
    """Reactions that wait for a card survive a restart."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        message = await stage.say("@anna", "We planted 40 trees!")
        stage.platform.faults = [Later(5.0)]
        await stage.say("@carla", '!poll "Tea?" Green Black')
        await like(stage, message)
        await stage.restart()
        await stage.forward(minutes=11)
        assert "40 trees" in stage.last(NET).text


async def test_edit_by_other_member_does_not_change_copy(tmp_path: Path) -> None:
    """An edit by somebody other than the author does not change the copy."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        source = await stage.say("@anna", "We planted 40 trees!")
        await like(stage, source)
        await stage.forward(minutes=11)
        stage.platform.messages[source].author = "@mallory"
        stage.platform.edit(source, "Buy my coins")
        await stage.settle()
        assert "40 trees" in stage.last(NET).text
