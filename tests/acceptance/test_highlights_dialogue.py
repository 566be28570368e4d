"""Tests for highlights: a message that members like appears in the network's room."""

from datetime import timedelta
from pathlib import Path

from bots.ports import Capabilities, Refused
from tests.stage import PLAIN, RICH, Stage, staged

NET = "#network"


async def link_network(stage: Stage, **settings: object) -> None:
    """Create a community that relays to a network; three reactions make a highlight."""
    network = await stage.network(locale="en")
    await stage.community(network=network.id, **settings)  # type: ignore[arg-type]  # keywords pass through
    await stage.say("@carla", "!relay on")


async def post_liked_message(
    stage: Stage, text: str = "We planted 40 trees!", by: tuple[str, ...] = ("@b", "@c", "@d")
) -> str:
    """Post a message as Anna and let members react to it. Return its id."""
    message = await stage.say("@anna", text)
    for user in by:
        await stage.react(user, message, "❤️")
    return message


async def test_three_reactions_make_a_highlight(tmp_path: Path) -> None:
    """A message with three reactions appears in the network's room after the hold-back, with its origin and link."""
    async with staged(tmp_path) as stage:
        await link_network(stage)
        source = await post_liked_message(stage)
        assert "It goes there in 10 minutes" in stage.last().text
        await stage.forward(minutes=9)
        assert stage.shown(NET) == []
        await stage.forward(minutes=1)
        copy = stage.last(NET)
        assert copy.text == (
            "Lyon · somebody there\n> We planted 40 trees!\nsee it where it was said · 3 people liked it"
        )
        assert f"https://chat.example/#lyon/{source}" in str(copy.content)
        stage.sees("Now shown in Les Passeurs")


async def test_highlight_is_stopped_by_reply(tmp_path: Path) -> None:
    """The author stops a highlight by replying to its notice, and a coordinator by replying to the copy."""
    async with staged(tmp_path) as stage:
        await link_network(stage)
        await post_liked_message(stage)
        note = stage.sees("It goes there in 10 minutes")
        await stage.say("@anna", "!highlight stop", reply_to=note.id)
        assert "It stays here" in stage.last().text
        await post_liked_message(stage, "The kiln is back!")
        await stage.forward(minutes=11)
        copy = stage.last(NET)
        await stage.say("@eve", "!highlight stop", NET, reply_to=copy.id)
        assert "Only the author" in stage.last(NET).text
        await stage.say("@nora", "!highlight stop", NET, reply_to=copy.id)
        assert "the message stays in its own room" in stage.last(NET).text
        assert copy.deleted
        stage.sees("A message stays here")


async def test_author_and_repeated_reactions_do_not_count(tmp_path: Path) -> None:
    """The author's own reaction and a second reaction of the same member do not count."""
    async with staged(tmp_path) as stage:
        await link_network(stage)
        message = await post_liked_message(stage, by=("@b", "@anna", "@c"))
        await stage.react("@b", message, "👍")
        await stage.forward(hours=1)
        assert stage.shown(NET) == []
        await stage.react("@d", message, "👍")
        await stage.forward(hours=1)
        assert len(stage.shown(NET)) == 1


async def test_message_older_than_relaying_is_not_shared(tmp_path: Path) -> None:
    """Neither reactions nor a nomination share a message that is older than relaying."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        old = await stage.say("@anna", "An old secret")
        for user in ("@b", "@c", "@d"):
            await stage.react(user, old, "❤️")
        await stage.say("@carla", "!highlight", reply_to=old)
        stage.sees("Relaying is off")
        await stage.say("@carla", "!relay on")
        stage.platform.posted_at[old] = stage.clock.now() - timedelta(hours=1)
        await stage.say("@carla", "!highlight", reply_to=old)
        await stage.forward(hours=1)
        assert stage.shown(NET) == []
        stage.sees("That message stays here")


async def test_connector_nominates_message(tmp_path: Path) -> None:
    """One nomination by a connector makes a highlight, and the bot refuses a member's."""
    async with staged(tmp_path) as stage:
        await link_network(stage)
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
        await link_network(stage)
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
        await link_network(stage)
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


async def test_author_stops_highlight_by_button(tmp_path: Path) -> None:
    """The author can stop a highlight by its button during the hold-back, and another member cannot."""
    async with staged(tmp_path, RICH) as stage:
        await link_network(stage)
        await post_liked_message(stage)
        note = stage.sees("It goes there")
        await stage.press("@b", note, "🚫")
        stage.sees("Only the author of the message")
        await stage.press("@anna", note, "🚫")
        await stage.forward(hours=1)
        assert stage.shown(NET) == []
        assert "stays here" in note.text


async def test_author_shows_name_by_reaction(tmp_path: Path) -> None:
    """Only the author can show their name with a highlight, and hide it again, by a reaction."""
    async with staged(tmp_path, PLAIN) as stage:
        await link_network(stage)
        await post_liked_message(stage)
        note = stage.sees("It goes there")
        await stage.react("@b", note, "🙋")
        stage.sees("Only the author can have")
        reaction = await stage.react("@anna", note, "🙋")
        await stage.forward(minutes=10)
        assert "Lyon · anna" in stage.last(NET).text
        stage.platform.redact_reaction("#lyon", reaction)
        await stage.forward(minutes=1)
        assert "Lyon · somebody there" in stage.last(NET).text


async def test_opt_out_withdraws_highlights(tmp_path: Path) -> None:
    """`me relay off` withdraws the author's highlights and prevents new ones."""
    async with staged(tmp_path) as stage:
        await link_network(stage)
        await post_liked_message(stage)
        await stage.forward(minutes=10)
        assert len(stage.shown(NET)) == 1
        await stage.say("@anna", "!me relay off")
        assert stage.shown(NET) == []
        await post_liked_message(stage, "Another one")
        await stage.forward(minutes=10)
        assert stage.shown(NET) == []


async def test_named_consent_shows_name(tmp_path: Path) -> None:
    """`me relay named` shows the author's name with each highlight."""
    async with staged(tmp_path) as stage:
        await link_network(stage)
        await stage.say("@anna", "!me relay perhaps")
        assert "named" in stage.last().text
        await stage.say("@anna", "!me relay named")
        await post_liked_message(stage)
        await stage.forward(minutes=10)
        assert "Lyon · anna" in stage.last(NET).text


async def test_lost_reactions_stop_highlight(tmp_path: Path) -> None:
    """A highlight survives the loss of one reaction, stops below half the threshold, and comes back with new ones."""
    async with staged(tmp_path) as stage:
        await link_network(stage)
        message = await post_liked_message(stage)
        await stage.unreact("@b", message, "❤️")
        stage.never_saw("stays here after all")
        await stage.unreact("@c", message, "❤️")
        await stage.forward(minutes=1)
        stage.sees("stays here after all")
        await stage.forward(hours=1)
        assert stage.shown(NET) == []
        await stage.react("@b", message, "❤️")
        await stage.react("@c", message, "❤️")
        await stage.forward(minutes=10)
        assert len(stage.shown(NET)) == 1


async def test_relaying_needs_network_and_posts_notice(tmp_path: Path) -> None:
    """Relaying needs a network, and switching it on posts the notice with its terms."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!relay on")
        assert "!link CODE" in stage.last().text
    async with staged(tmp_path / "b") as stage:
        await link_network(stage, locale="fr")
        notice = stage.last().text
        assert "3 personnes réagissent" in notice
        assert "!me relay non" in notice
        await stage.say("@carla", "!relay off")
        await post_liked_message(stage)
        await stage.forward(hours=1)
        assert stage.shown(NET) == []


async def test_highlight_shows_text_literally(tmp_path: Path) -> None:
    """A highlight shows HTML, @room and direction marks as harmless text."""
    async with staged(tmp_path) as stage:
        await link_network(stage)
        await post_liked_message(stage, "<script>@room</script> ‮txt.exe‬ **bold**\nsecond line")
        await stage.forward(minutes=10)
        assert "> <script>@room</script> txt.exe **bold**\n> second line" in stage.last(NET).text
        content = stage.last(NET).content
        assert content is not None
        assert content.mentions == ()


async def test_highlight_survives_restarts(tmp_path: Path) -> None:
    """A highlight survives a restart at every step and appears once."""
    async with staged(tmp_path) as stage:
        await link_network(stage)
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


async def add_home_room(stage: Stage) -> None:
    """Add a second home room to the community."""
    stage.platform.invite_bot("#annex", "@carla")
    await stage.settle()
    await stage.say("@carla", "!room join Lyon", "#annex")


async def test_every_room_of_community_reads_relaying_notice(tmp_path: Path) -> None:
    """Every room of a community reads that relaying is on."""
    async with staged(tmp_path) as stage:
        network = await stage.network(locale="en")
        await stage.community(network=network.id)
        await add_home_room(stage)
        await stage.say("@carla", "!relay on")
        for room in ("#lyon", "#annex"):
            assert len(stage.matching(lambda shown: "Relaying is on" in shown.text, room)) == 1


async def test_room_joining_relaying_community_keeps_older_messages(tmp_path: Path) -> None:
    """A room that joins a relaying community reads the notice and shares only newer messages."""
    async with staged(tmp_path) as stage:
        await link_network(stage)
        stage.platform.invite_bot("#annex", "@carla")
        await stage.settle()
        old = await stage.say("@anna", "An old secret", "#annex")
        await stage.forward(minutes=1)
        await stage.say("@carla", "!room join Lyon", "#annex")
        stage.sees("Relaying is on", "#annex")
        new = await stage.say("@anna", "We planted 40 trees!", "#annex")
        for message in (old, new):
            for user in ("@b", "@c", "@d"):
                await stage.react(user, message, "❤️")
        await stage.forward(minutes=11)
        assert ["40 trees" in shown.text for shown in stage.shown(NET)] == [True]


async def test_unreadable_message_can_be_nominated_again(tmp_path: Path) -> None:
    """The bot refuses a nomination of a message it can't fetch and accepts it once it can."""
    async with staged(tmp_path) as stage:
        await link_network(stage)
        message = await stage.say("@anna", "We planted 40 trees!")
        stage.platform.faults = [Refused("forbidden", "Missing Access")]
        await stage.say("@carla", "!highlight", reply_to=message)
        assert "That message stays here" in stage.last().text or "stays here" in stage.last().text
        await stage.say("@carla", "!highlight", reply_to=message)
        await stage.forward(minutes=11)
        assert "40 trees" in stage.last(NET).text


async def test_reused_number_does_not_change_old_notice(tmp_path: Path) -> None:
    """A new highlight that reuses the number of a deleted one leaves the old one's notice unchanged."""
    async with staged(tmp_path, Capabilities(buttons=True, toasts=True, fetch=False)) as stage:
        await link_network(stage)
        await stage.community("#paris", name="Paris", connector="@paul", network=1)
        await stage.say("@paul", "!relay on", "#paris")
        message = await post_liked_message(stage)
        for user in ("@b", "@c"):
            await stage.unreact(user, message, "❤️")
        await stage.forward(seconds=10)
        note = stage.last()
        before = note.text
        await stage.forward(days=40)
        await stage.application.timers.delete_expired()
        other = await stage.say("@pia", "Paris only", "#paris")
        for user in ("@x", "@y", "@z"):
            await stage.react(user, other, "❤️")
        await stage.forward(minutes=11)
        stage.sees("Paris only", NET)
        assert note.text == before
