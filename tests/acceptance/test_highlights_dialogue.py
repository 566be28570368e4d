"""A message travels from a local room to the network's, and comes back when it should."""

from datetime import timedelta
from pathlib import Path

from bots.ports import Capabilities, Refused
from tests.stage import PLAIN, RICH, Stage, staged

NET = "#network"


async def linked(stage: Stage, **settings: object) -> None:
    """Lyon relays to a network; three reactions carry a message."""
    network = await stage.network(locale="en")
    await stage.community(network=network.id, **settings)  # type: ignore[arg-type]  # keywords pass through
    await stage.say("@carla", "!relay on")


async def carried(stage: Stage, text: str = "We planted 40 trees!", by: tuple[str, ...] = ("@b", "@c", "@d")) -> str:
    message = await stage.say("@anna", text)
    for user in by:
        await stage.react(user, message, "❤️")
    return message


async def test_three_people_carry_a_message_to_the_network(tmp_path: Path) -> None:
    """After the hold-back it appears with origin, author as consented, and the link."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        source = await carried(stage)
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


async def test_it_is_taken_back_by_replying_to_what_shows_it(tmp_path: Path) -> None:
    """Its author may reply to the note about it, and who coordinates to the copy; another community's connector not."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        await carried(stage)
        note = stage.sees("It goes there in 10 minutes")
        await stage.say("@anna", "!highlight stop", reply_to=note.id)
        assert "It stays here" in stage.last().text
        await carried(stage, "The kiln is back!")
        await stage.forward(minutes=11)
        copy = stage.last(NET)
        await stage.say("@eve", "!highlight stop", NET, reply_to=copy.id)
        assert "Only the author" in stage.last(NET).text
        await stage.say("@nora", "!highlight stop", NET, reply_to=copy.id)
        assert "the message stays in its own room" in stage.last(NET).text
        assert copy.deleted
        stage.sees("A message stays here")


async def test_two_reactions_or_ones_own_are_not_enough(tmp_path: Path) -> None:
    """The author's own reaction does not count, nor does one person reacting three times."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        message = await carried(stage, by=("@b", "@anna", "@c"))
        await stage.react("@b", message, "👍")
        await stage.forward(hours=1)
        assert stage.shown(NET) == []
        await stage.react("@d", message, "👍")
        await stage.forward(hours=1)
        assert len(stage.shown(NET)) == 1


async def test_nothing_leaves_before_relaying_was_switched_on(tmp_path: Path) -> None:
    """Neither reactions nor a nomination move a message that is older than the switch."""
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


async def test_a_connector_nominates(tmp_path: Path) -> None:
    """One nomination is enough; a member's is refused with the right that is missing."""
    async with staged(tmp_path) as stage:
        await linked(stage)
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


async def test_edits_and_withdrawals_follow(tmp_path: Path) -> None:
    """The copy is edited in place with its source, and goes with it."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        source = await carried(stage)
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


async def test_a_reaction_on_the_copy_counts_and_never_loops(tmp_path: Path) -> None:
    """The copy's reactions count for the source, each person once; the copy is never relayed itself."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        await carried(stage)
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


async def test_the_author_keeps_it_here(tmp_path: Path) -> None:
    """During the hold-back, or after, the author (and nobody but a connector) takes it back."""
    async with staged(tmp_path, RICH) as stage:
        await linked(stage)
        await carried(stage)
        note = stage.sees("It goes there")
        await stage.press("@b", note, "🚫")
        stage.sees("Only the author of the message")
        await stage.press("@anna", note, "🚫")
        await stage.forward(hours=1)
        assert stage.shown(NET) == []
        assert "stays here" in note.text


async def test_the_author_signs(tmp_path: Path) -> None:
    """Only the author can have their name shown, and take it back; on Matrix by a reaction."""
    async with staged(tmp_path, PLAIN) as stage:
        await linked(stage)
        await carried(stage)
        note = stage.sees("It goes there")
        await stage.react("@b", note, "🙋")
        stage.sees("Only the author can have")
        reaction = await stage.react("@anna", note, "🙋")
        await stage.forward(minutes=10)
        assert "Lyon · anna" in stage.last(NET).text
        stage.platform.redact_reaction("#lyon", reaction)
        await stage.forward(minutes=1)
        assert "Lyon · somebody there" in stage.last(NET).text


async def test_an_opt_out_is_honoured_and_takes_back(tmp_path: Path) -> None:
    """`me relay off`: what was shared goes, and nothing follows."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        await carried(stage)
        await stage.forward(minutes=10)
        assert len(stage.shown(NET)) == 1
        await stage.say("@anna", "!me relay off")
        assert stage.shown(NET) == []
        await carried(stage, "Another one")
        await stage.forward(minutes=10)
        assert stage.shown(NET) == []


async def test_named_consent_shows_the_name(tmp_path: Path) -> None:
    """`me relay named` signs what travels; a wrong word is answered with the choices."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        await stage.say("@anna", "!me relay perhaps")
        assert "named" in stage.last().text
        await stage.say("@anna", "!me relay named")
        await carried(stage)
        await stage.forward(minutes=10)
        assert "Lyon · anna" in stage.last(NET).text


async def test_support_that_melts_away_lets_go(tmp_path: Path) -> None:
    """One reaction less does not flap; below half the threshold it stays, until carried again."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        message = await carried(stage)
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


async def test_relaying_needs_a_network_and_says_its_terms(tmp_path: Path) -> None:
    """Without a network it can't be switched on; with one the whole room reads the notice."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!relay on")
        assert "!link CODE" in stage.last().text
    async with staged(tmp_path / "b") as stage:
        await linked(stage, locale="fr")
        notice = stage.last().text
        assert "3 personnes réagissent" in notice
        assert "!me relay non" in notice
        await stage.say("@carla", "!relay off")
        await carried(stage)
        await stage.forward(hours=1)
        assert stage.shown(NET) == []


async def test_what_people_write_stays_data(tmp_path: Path) -> None:
    """HTML, @room and bidi tricks travel as harmless words."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        await carried(stage, "<script>@room</script> ‮txt.exe‬ **bold**\nsecond line")
        await stage.forward(minutes=10)
        assert "> <script>@room</script> txt.exe **bold**\n> second line" in stage.last(NET).text
        content = stage.last(NET).content
        assert content is not None
        assert content.mentions == ()


async def test_a_restart_at_every_step_changes_nothing(tmp_path: Path) -> None:
    """Counting, hold-back and copies survive restarts; nothing is shown twice."""
    async with staged(tmp_path) as stage:
        await linked(stage)
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


async def annexed(stage: Stage) -> None:
    """A second room of the community."""
    stage.platform.invite_bot("#annex", "@carla")
    await stage.settle()
    await stage.say("@carla", "!room join Lyon", "#annex")


async def test_each_room_of_a_community_is_told_that_it_relays(tmp_path: Path) -> None:
    """Not only the one in which it was switched on."""
    async with staged(tmp_path) as stage:
        network = await stage.network(locale="en")
        await stage.community(network=network.id)
        await annexed(stage)
        await stage.say("@carla", "!relay on")
        for room in ("#lyon", "#annex"):
            assert len(stage.matching(lambda shown: "Relaying is on" in shown.text, room)) == 1


async def test_a_room_that_comes_to_a_relaying_community_is_told_and_keeps_its_past(tmp_path: Path) -> None:
    """What was said there before does not travel; what is said from then on does."""
    async with staged(tmp_path) as stage:
        await linked(stage)
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


async def test_a_message_that_the_platform_does_not_show_may_be_nominated_again(tmp_path: Path) -> None:
    """Who nominated it is told; once the bot may read there, it travels."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        message = await stage.say("@anna", "We planted 40 trees!")
        stage.platform.faults = [Refused("forbidden", "Missing Access")]
        await stage.say("@carla", "!highlight", reply_to=message)
        assert "That message stays here" in stage.last().text or "stays here" in stage.last().text
        await stage.say("@carla", "!highlight", reply_to=message)
        await stage.forward(minutes=11)
        assert "40 trees" in stage.last(NET).text


async def test_a_number_given_anew_shows_nobody_elses_words(tmp_path: Path) -> None:
    """The note about a message that was let go kept its number after the message was forgotten."""
    async with staged(tmp_path, Capabilities(buttons=True, toasts=True, fetch=False)) as stage:
        await linked(stage)
        await stage.community("#paris", name="Paris", connector="@paul", network=1)
        await stage.say("@paul", "!relay on", "#paris")
        message = await carried(stage)
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
