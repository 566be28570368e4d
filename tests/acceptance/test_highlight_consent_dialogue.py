"""Tests for consent: when a message may be shared, under which name, and how its author withdraws it."""

from datetime import timedelta
from pathlib import Path

from tests.acceptance.highlight_steps import NET, create_relaying_community, like, post_liked_message
from tests.acceptance.network_steps import link
from tests.acceptance.room_steps import add_home_room
from tests.stage import PLAIN, RICH, staged


async def test_highlight_is_stopped_by_reply(tmp_path: Path) -> None:
    """The author stops a highlight by replying to its notice, and a coordinator by replying to the copy."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        await post_liked_message(stage)
        note = stage.sees("will be shared with")
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
        stage.sees("One message was kept in this room")


async def test_message_older_than_relaying_is_not_shared(tmp_path: Path) -> None:
    """Neither reactions nor a nomination share a message that is older than relaying."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        old = await stage.say("@anna", "An old secret")
        await like(stage, old)
        await stage.say("@carla", "!highlight", reply_to=old)
        stage.sees("Relaying is off")
        await stage.say("@carla", "!relay on")
        stage.platform.posted_at[old] = stage.clock.now() - timedelta(hours=1)
        await stage.say("@carla", "!highlight", reply_to=old)
        await stage.forward(hours=1)
        assert stage.shown(NET) == []
        stage.sees("That message stays here")


async def test_author_stops_highlight_by_button(tmp_path: Path) -> None:
    """The author can stop a highlight by its button during the hold-back, and another member cannot."""
    async with staged(tmp_path, RICH) as stage:
        await create_relaying_community(stage)
        await post_liked_message(stage)
        note = stage.sees("will be shared with")
        await stage.press("@b", note, "🚫")
        stage.sees("Only the author of the message")
        await stage.press("@anna", note, "🚫")
        await stage.forward(hours=1)
        assert stage.shown(NET) == []
        assert "was kept in this room" in note.text


async def test_author_shows_name_by_reaction(tmp_path: Path) -> None:
    """Only the author can show their name with a highlight, and hide it again, by a reaction."""
    async with staged(tmp_path, PLAIN) as stage:
        await create_relaying_community(stage)
        await post_liked_message(stage)
        note = stage.sees("will be shared with")
        await stage.react("@b", note, "🙋")
        stage.sees("Only the author can have")
        reaction = await stage.react("@anna", note, "🙋")
        await stage.forward(minutes=10)
        assert "Lyon · anna" in stage.last(NET).text
        stage.platform.redact("#lyon", reaction)
        await stage.forward(minutes=1)
        assert "Someone in Lyon" in stage.last(NET).text


async def test_opt_out_withdraws_highlights(tmp_path: Path) -> None:
    """`me relay off` withdraws the author's highlights and prevents new ones."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
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
        await create_relaying_community(stage)
        await stage.say("@anna", "!me relay perhaps")
        assert "named" in stage.last().text
        await stage.say("@anna", "!me relay named")
        await post_liked_message(stage)
        await stage.forward(minutes=10)
        assert "Lyon · anna" in stage.last(NET).text


async def test_relaying_needs_network_and_posts_notice(tmp_path: Path) -> None:
    """Relaying needs a network, and switching it on posts the notice with its terms."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!relay on")
        assert "!link CODE" in stage.last().text
    async with staged(tmp_path / "b") as stage:
        await create_relaying_community(stage, locale="fr")
        notice = stage.last().text
        assert "3 personnes réagissent" in notice
        assert "!moi relais non" in notice
        await stage.say("@carla", "!relay off")
        await post_liked_message(stage)
        await stage.forward(hours=1)
        assert stage.shown(NET) == []


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
        await create_relaying_community(stage)
        stage.platform.invite_bot("#annex", "@carla")
        await stage.settle()
        stage.platform.admins.add(("#annex", "@carla"))
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


async def test_switching_relaying_off_drops_held_message(tmp_path: Path) -> None:
    """Switching relaying off drops a held message for good, even if it is switched on again."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        await post_liked_message(stage)
        await stage.say("@carla", "!relay off")
        await stage.forward(minutes=1)
        await stage.say("@carla", "!relay on")
        await stage.forward(minutes=15)
        stage.never_saw("40 trees", NET)
        await post_liked_message(stage, "The well is dug!")
        await stage.forward(minutes=15)
        assert "The well is dug!" in stage.last(NET).text


async def test_second_network_gets_nothing_before_the_community_says_so(tmp_path: Path) -> None:
    """A community that joins another network shares nothing with it until it switches relaying on there, too."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        await post_liked_message(stage)
        await stage.forward(minutes=11)
        await post_liked_message(stage, "On its way")
        await stage.network("#theirs", name="Others", coordinator="@mallory", code="netcode2")
        await link(stage, "@carla", "netcode2")
        await stage.say("@mallory", "!network accept Lyon", room="#theirs")
        await post_liked_message(stage, "A later one")
        await stage.forward(minutes=11)
        await stage.say("@mallory", "!digest", room="#theirs")
        for words in ("On its way", "A later one", "40 trees"):
            stage.never_saw(words, "#theirs")
        assert stage.sees("A later one", "#network")
        await stage.say("@carla", "!relay on")
        await post_liked_message(stage, "One for all")
        await stage.forward(minutes=11)
        assert stage.sees("One for all", "#theirs")


async def test_edit_after_relaying_is_off_takes_copy_back(tmp_path: Path) -> None:
    """After relaying is switched off no new words leave, and an edit takes back what it removes."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        await stage.say("@carla", "!relay on")
        source = await stage.say("@anna", "Call me: 0612345678")
        await like(stage, source)
        await stage.forward(minutes=11)
        await stage.say("@carla", "!relay off")
        assert "0612345678" in stage.last("#network").text
        stage.platform.edit(source, "Our door code is 1234")
        await stage.forward(seconds=5)
        assert stage.shown("#network") == []


async def test_edit_restarts_hold_back(tmp_path: Path) -> None:
    """Words that an edit brings in are announced for the whole hold-back before they leave."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        source = await post_liked_message(stage, "We planted 40 trees!")
        await stage.forward(minutes=9)
        stage.platform.edit(source, "We felled 40 trees!")
        await stage.forward(minutes=9)
        assert stage.shown("#network") == []
        assert "felled" in stage.sees("will be shared with").text
        await stage.forward(minutes=2)
        assert "felled" in stage.last("#network").text


async def test_author_is_mentioned_in_the_announcement(tmp_path: Path) -> None:
    """The note before a message leaves notifies its author."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        await post_liked_message(stage)
        note = stage.sees("will be shared with")
        assert note.content is not None
        assert note.content.mentions == ("@anna",)


async def test_newcomers_of_relaying_community_are_told(tmp_path: Path) -> None:
    """Somebody who joins after relaying was switched on reads about it in the greeting."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        await stage.join("@zoe")
        await stage.forward(minutes=1)
        assert "Relaying to Les Passeurs is on" in stage.sees("Relaying to").text
        await stage.say("@carla", "!relay off")
        await stage.join("@yan")
        await stage.forward(minutes=1)
        assert len(stage.matching(lambda message: "Relaying to" in message.text)) == 1
