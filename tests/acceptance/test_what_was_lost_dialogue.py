"""What once went missing: each test is named by what broke."""

from datetime import timedelta
from pathlib import Path

from bots.core.inbound import ButtonPressed, ChoicesSnapshot, CurrentChoice
from bots.ports import Capabilities, Later
from tests.stage import PLAIN, Stage, staged

NET = "#network"


async def link_network(stage: Stage) -> None:
    """Create a community that relays to a network."""
    network = await stage.network(locale="en")
    await stage.community(network=network.id)
    await stage.say("@carla", "!relay on")


async def post_liked_message(stage: Stage, text: str = "We planted 40 trees!") -> None:
    """Post a message as Anna and let three members react to it."""
    source = await stage.say("@anna", text)
    for user in ("@b", "@c", "@d"):
        await stage.react(user, source, "❤️")


async def create_community_with_two_rooms(stage: Stage) -> None:
    """Create a community with two home rooms."""
    await stage.community()
    await stage.say("@carla", "Hello", room="#annex")
    stage.platform.invite_bot("#annex", "@carla")
    await stage.settle()
    await stage.say("@carla", "!room join Lyon", room="#annex")


async def press_forged_button(stage: Stage, user: str, room: str, button: str) -> None:
    """Press a button that the bot never offered to this person, as a modified client can."""
    message = await stage.say(user, "Hello", room=room)
    pressed = ButtonPressed(
        key=f"memory:forged:{button}", account="memory", room=room, at=stage.clock.now(),
        person=stage.platform.person(user, room), button=button, message=message,
    )  # fmt: skip
    stage.platform.emit(pressed)
    await stage.forward(seconds=10)


async def test_reaction_during_delayed_card_counts(tmp_path: Path) -> None:
    """Reactions to a member's message count although the bot was still posting a card."""
    async with staged(tmp_path) as stage:
        await link_network(stage)
        message = await stage.say("@anna", "We planted 40 trees!")
        stage.platform.faults = [Later(5.0)]
        await stage.say("@carla", '!poll "Tea?" Green Black')
        for user in ("@b", "@c", "@d"):
            await stage.react(user, message, "❤️")
        await stage.forward(minutes=11)
        assert "40 trees" in stage.last(NET).text


async def test_reaction_during_delayed_card_survives_restart(tmp_path: Path) -> None:
    """Reactions that wait for a card survive a restart."""
    async with staged(tmp_path) as stage:
        await link_network(stage)
        message = await stage.say("@anna", "We planted 40 trees!")
        stage.platform.faults = [Later(5.0)]
        await stage.say("@carla", '!poll "Tea?" Green Black')
        for user in ("@b", "@c", "@d"):
            await stage.react(user, message, "❤️")
        await stage.restart()
        await stage.forward(minutes=11)
        assert "40 trees" in stage.last(NET).text


async def test_edit_by_other_member_does_not_change_copy(tmp_path: Path) -> None:
    """An edit by somebody other than the author does not change the copy."""
    async with staged(tmp_path) as stage:
        await link_network(stage)
        source = await stage.say("@anna", "We planted 40 trees!")
        for user in ("@b", "@c", "@d"):
            await stage.react(user, source, "❤️")
        await stage.forward(minutes=11)
        stage.platform.messages[source].author = "@mallory"
        stage.platform.edit(source, "Buy my coins")
        await stage.settle()
        assert "40 trees" in stage.last(NET).text


async def test_newcomers_are_greeted_after_room_is_restored(tmp_path: Path) -> None:
    """The bot greets newcomers from before its removal and from after its return."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.join("@zoe", name="Zoé")
        stage.platform.remove_bot("#lyon")
        await stage.forward(minutes=2)
        stage.platform.invite_bot("#lyon", "@carla")
        await stage.settle()
        await stage.join("@yan", name="Yan")
        await stage.forward(minutes=1)
        assert "Zoé, Yan" in stage.sees("Welcome").text


async def test_vote_before_deadline_counts_after_downtime(tmp_path: Path) -> None:
    """A vote from before the deadline counts although the bot was down then."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" Green Black close=1h')
        card = stage.sees("Tea?")
        stage.platform.react(card.id, "@anna", "2️⃣")
        stage.clock.advance(timedelta(hours=2))
        await stage.application.timers.fire_due()
        await stage.settle()
        await stage.forward(seconds=10)
        results = stage.sees("The answer is: Black")
        assert "One person voted." in results.text
        assert len(stage.matching(lambda shown: "The answer is" in shown.text or "Nobody voted" in shown.text)) == 1
        stage.platform.react(card.id, "@ben", "1️⃣")
        await stage.settle()
        stage.sees("Poll 1 .* is closed")


async def test_vote_on_unrecorded_card_counts(tmp_path: Path) -> None:
    """A vote on a card counts although the bot had not yet recorded that it posted the card."""
    async with staged(tmp_path, Capabilities(buttons=False, idempotent=True)) as stage:
        await stage.community()
        stage.platform.lost_replies = 1
        await stage.say("@carla", '!poll "Tea?" Green Black')
        await stage.react("@anna", stage.sees("Tea?"), "2️⃣")
        stage.clock.advance(timedelta(seconds=1))
        await stage.say("@carla", "!poll close")
        await stage.forward(seconds=20)
        stage.sees("The answer is: Black")
        stage.never_saw("votes count no more")


async def test_native_votes_after_gap_replace_ballots(tmp_path: Path) -> None:
    """Native votes that changed during a downtime replace the ballots of a closed poll, and no voter gets an answer."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" Green Black close=1h')
        native, card = stage.shown()[-2:]
        await stage.vote("@anna", native, "Green")
        await stage.vote("@ben", native, "Green")
        await stage.vote("@dora", native, "Green")
        await stage.react("@dora", card, "2️⃣")
        await stage.forward(hours=2)
        stage.sees("The answer is: Green")
        said = len(stage.shown())
        standing = (("@anna", ("1",)), ("@cleo", ("1",)), ("@dora", ("0",)))
        person = stage.platform.person
        chosen = tuple(CurrentChoice(person=person(user, "#lyon"), choices=ids) for user, ids in standing)
        for gap in ("memory:gap1", "memory:gap2"):
            found = ChoicesSnapshot(
                key=gap, account="memory", room="", at=stage.clock.now(), message=native.id, choices=chosen
            )
            stage.platform.emit(found)
            await stage.forward(seconds=10)
            assert "Black\n▓▓▓▓▓▓▓▓ 3 (100 %)" in stage.sees("The answer is: Black").text
        assert len(stage.shown()) == said


async def test_older_vote_read_later_is_ignored(tmp_path: Path) -> None:
    """An older vote that the bot reads after a newer one is ignored."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" Green Black')
        card = stage.sees("Tea?")
        stage.platform.react(card.id, "@anna", "1️⃣")
        older = stage.platform.log.pop()
        stage.clock.advance(timedelta(seconds=1))
        await stage.react("@anna", card, "2️⃣")
        stage.platform.emit(older)
        await stage.forward(seconds=5)
        assert "Black\n▓▓▓▓▓▓▓▓ 1 (100 %)" in card.text


async def test_results_go_to_another_room_if_room_is_lost(tmp_path: Path) -> None:
    """The results of a poll whose room is lost go to another room of the community."""
    async with staged(tmp_path) as stage:
        await stage.community()
        stage.platform.invite_bot("#annex", "@carla")
        await stage.settle()
        await stage.say("@carla", "!room join Lyon", "#annex")
        await stage.say("@carla", '!poll "Tea?" Green Black close=1h')
        await stage.react("@anna", stage.sees("Tea?"), "1️⃣")
        stage.platform.remove_bot("#lyon")
        await stage.forward(hours=2)
        stage.sees("The answer is: Green", "#annex")


async def test_results_wait_for_lost_room(tmp_path: Path) -> None:
    """The results wait for the bot's return if the community has no other room."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" Green Black close=1h')
        await stage.react("@anna", stage.sees("Tea?"), "1️⃣")
        stage.platform.remove_bot("#lyon")
        await stage.forward(hours=2)
        stage.never_saw("The answer is")
        stage.platform.invite_bot("#lyon", "@carla")
        await stage.forward(hours=2)
        stage.sees("The answer is: Green")


async def test_removed_reaction_leaves_earlier_one(tmp_path: Path) -> None:
    """A member who reacts with 1 and 2 and then removes 2 votes for 1."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" Green Black')
        card = stage.sees("Tea?")
        await stage.react("@anna", card, "1️⃣")
        await stage.react("@anna", card, "2️⃣")
        await stage.unreact("@anna", card, "2️⃣")
        await stage.forward(seconds=5)
        assert "Green\n▓▓▓▓▓▓▓▓ 1 (100 %)" in card.text


async def test_unusual_digits_and_huge_numbers_are_refused(tmp_path: Path) -> None:
    """The bot refuses `²` and huge numbers like any other unknown number."""
    async with staged(tmp_path) as stage:
        await stage.community()
        for line in ("!poll results ²", "!poll close 99999999999999999999999", "!config threshold ²"):
            await stage.say("@carla", line)
            assert "went wrong" not in stage.last().text
        await stage.say("@carla", '!poll "Tea?" Green Black choices=²')
        assert "how many options" in stage.last().text


async def test_another_command_ends_question(tmp_path: Path) -> None:
    """Another command ends an open question, so that the next message is ordinary talk."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!poll")
        stage.sees("What is the question?")
        await stage.say("@carla", "!poll list")
        await stage.say("@carla", "Shall we have soup tonight?")
        stage.never_saw("Which options")


async def test_event_confirmed_after_digest_is_in_next_one(tmp_path: Path) -> None:
    """An event that is drafted before a digest and confirmed after it is in the next digest."""
    async with staged(tmp_path) as stage:
        network = await stage.network(locale="en")
        await stage.community(network=network.id)
        async with stage.database.transaction() as uow:
            await stage.set_timer(uow, "digest", str(network.id), stage.clock.now() + timedelta(minutes=5))
        await stage.say("@carla", "!event Picnic on 20 December 2026 at 15:00")
        await stage.forward(minutes=10)
        stage.never_saw("Picnic", NET)
        await stage.say("@carla", "yes")
        await stage.forward(hours=25)
        stage.sees("Picnic", NET)


async def test_coordinator_of_other_network_cannot_withdraw_copy(tmp_path: Path) -> None:
    """The coordinator of another network cannot withdraw a copy with a forged button."""
    async with staged(tmp_path) as stage:
        await link_network(stage)
        await post_liked_message(stage)
        await stage.forward(minutes=11)
        await stage.network("#theirs", name="Others", coordinator="@mallory", code="netcode2")
        await press_forged_button(stage, "@mallory", "#theirs", "hlstop:1")
        stage.sees("Only the author", "#theirs")
        stage.sees("40 trees", NET)


async def test_forged_buttons_of_other_community_do_nothing(tmp_path: Path) -> None:
    """Forged buttons of another community's poll, event or newcomer neither change nor reveal anything."""
    async with staged(tmp_path, Capabilities(buttons=True)) as stage:
        await stage.community()
        await stage.community("#oslo", name="Oslo", connector="@olav")
        await stage.join("@zoe", name="Zoé")
        await stage.forward(minutes=1)
        await stage.say("@carla", '!poll "Tea?" Green Black')
        await stage.say("@carla", "!event Secret picnic on 20 December 2026 at 15:00")
        await stage.say("@carla", "yes")
        for button in ("poll:1:0", "rsvp:1:yes", "ics:1", "greeted:1"):
            await press_forged_button(stage, "@olav", "#oslo", button)
            assert "no longer there" in stage.last("#oslo").text
        stage.never_saw("Secret", "#oslo")
        stage.never_saw("olav")
        assert "Green\n░" in stage.sees("Tea?").text


async def test_relaying_stops_when_community_changes_network(tmp_path: Path) -> None:
    """A community that changes its network shares nothing with the new one until it switches relaying on again."""
    async with staged(tmp_path) as stage:
        await link_network(stage)
        await post_liked_message(stage)
        await stage.forward(minutes=11)
        await post_liked_message(stage, "On its way")
        await stage.network("#theirs", name="Others", coordinator="@mallory", code="netcode2")
        await stage.say("@carla", "!link netcode2")
        await post_liked_message(stage, "A later one")
        await stage.forward(minutes=11)
        await stage.say("@mallory", "!digest", room="#theirs")
        for words in ("On its way", "A later one", "40 trees"):
            stage.never_saw(words, "#theirs")
        await stage.say("@carla", "!relay on")
        await post_liked_message(stage, "One for all")
        await stage.forward(minutes=11)
        stage.sees("One for all", "#theirs")


async def test_switching_relaying_off_drops_held_message(tmp_path: Path) -> None:
    """Switching relaying off drops a held message for good, even if it is switched on again."""
    async with staged(tmp_path) as stage:
        await link_network(stage)
        await post_liked_message(stage)
        await stage.say("@carla", "!relay off")
        await stage.forward(minutes=1)
        await stage.say("@carla", "!relay on")
        await stage.forward(minutes=15)
        stage.never_saw("40 trees", NET)


async def test_newcomer_is_welcomed_in_second_room(tmp_path: Path) -> None:
    """A newcomer who leaves one home room and enters another is welcomed in the other."""
    async with staged(tmp_path) as stage:
        await create_community_with_two_rooms(stage)
        await stage.join("@zoe", name="Zoé")
        stage.platform.leave("#lyon", "@zoe")
        await stage.settle()
        await stage.join("@zoe", "#annex", name="Zoé")
        await stage.forward(minutes=2)
        assert "Zoé" in stage.sees("Welcome", "#annex").text
        stage.never_saw("Welcome")


async def test_leaving_second_room_keeps_welcome(tmp_path: Path) -> None:
    """A newcomer who leaves the second home room is still welcomed in the first."""
    async with staged(tmp_path) as stage:
        await create_community_with_two_rooms(stage)
        await stage.join("@zoe", name="Zoé")
        await stage.join("@zoe", "#annex", name="Zoé")
        stage.platform.leave("#annex", "@zoe")
        await stage.forward(minutes=2)
        assert "Zoé" in stage.sees("Welcome").text


async def test_list_pages_need_the_right(tmp_path: Path) -> None:
    """A member cannot page through a coordinator's list with a forged button."""
    async with staged(tmp_path, Capabilities(buttons=True)) as stage:
        await link_network(stage)
        await press_forged_button(stage, "@anna", "#lyon", "page:communities:1")
        assert "no longer there" in stage.last().text
        stage.never_saw("netcode1")


async def test_late_withdrawal_of_older_vote_keeps_newer_one(tmp_path: Path) -> None:
    """The late withdrawal of an older native vote keeps the newer vote by reaction."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" Green Black')
        native, card = stage.shown()[-2:]
        await stage.vote("@anna", native, "Green")
        stage.clock.advance(timedelta(seconds=1))
        stage.platform.vote(native.id, "@anna")
        older = stage.platform.log.pop()
        stage.clock.advance(timedelta(seconds=1))
        await stage.react("@anna", card, "2️⃣")
        stage.platform.emit(older)
        await stage.forward(seconds=5)
        assert "Black\n▓▓▓▓▓▓▓▓ 1 (100 %)" in card.text
