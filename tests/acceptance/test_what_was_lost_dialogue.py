"""What once went missing: each test is named by what broke."""

from datetime import timedelta
from pathlib import Path

from bots.core.inbound import ButtonPressed, ChoicesSnapshot, CurrentChoice
from bots.ports import Capabilities, Later
from tests.stage import PLAIN, Stage, staged

NET = "#network"


async def linked(stage: Stage) -> None:
    network = await stage.network(locale="en")
    await stage.community(network=network.id)
    await stage.say("@carla", "!relay on")


async def carried(stage: Stage, text: str = "We planted 40 trees!") -> None:
    """A message of Anna's with as many reactions as it takes."""
    source = await stage.say("@anna", text)
    for user in ("@b", "@c", "@d"):
        await stage.react(user, source, "❤️")


async def annexed(stage: Stage) -> None:
    """A community with two homes."""
    await stage.community()
    await stage.say("@carla", "Hello", room="#annex")
    stage.platform.invite_bot("#annex", "@carla")
    await stage.settle()
    await stage.say("@carla", "!room join Lyon", room="#annex")


async def forge(stage: Stage, user: str, room: str, button: str) -> None:
    """Somebody presses a button that was never offered to them, as a client of their own making can."""
    message = await stage.say(user, "Hello", room=room)
    pressed = ButtonPressed(
        key=f"memory:forged:{button}", account="memory", room=room, at=stage.clock.now(),
        person=stage.platform.person(user, room), button=button, message=message,
    )  # fmt: skip
    stage.platform.emit(pressed)
    await stage.forward(seconds=10)


async def test_a_reaction_while_a_card_was_on_its_way_is_counted(tmp_path: Path) -> None:
    """Reactions to a member's message wait for a card that is being posted, and count once it is there."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        message = await stage.say("@anna", "We planted 40 trees!")
        stage.platform.faults = [Later(5.0)]
        await stage.say("@carla", '!poll "Tea?" Green Black')
        for user in ("@b", "@c", "@d"):
            await stage.react(user, message, "❤️")
        await stage.forward(minutes=11)
        assert "40 trees" in stage.last(NET).text


async def test_a_reaction_while_a_card_was_on_its_way_survives_a_restart(tmp_path: Path) -> None:
    """The same when the bot is started again before the card is there."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        message = await stage.say("@anna", "We planted 40 trees!")
        stage.platform.faults = [Later(5.0)]
        await stage.say("@carla", '!poll "Tea?" Green Black')
        for user in ("@b", "@c", "@d"):
            await stage.react(user, message, "❤️")
        await stage.restart()
        await stage.forward(minutes=11)
        assert "40 trees" in stage.last(NET).text


async def test_another_members_edit_changes_no_copy(tmp_path: Path) -> None:
    """Homeservers pass on edits by anybody; only the author's is one."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        source = await stage.say("@anna", "We planted 40 trees!")
        for user in ("@b", "@c", "@d"):
            await stage.react(user, source, "❤️")
        await stage.forward(minutes=11)
        stage.platform.messages[source].author = "@mallory"
        stage.platform.edit(source, "Buy my coins")
        await stage.settle()
        assert "40 trees" in stage.last(NET).text


async def test_newcomers_are_greeted_after_the_room_was_lost_for_a_while(tmp_path: Path) -> None:
    """Who came in before the bot was removed, and who comes after it is back, are welcomed."""
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


async def test_a_ballot_cast_in_time_counts_after_a_downtime(tmp_path: Path) -> None:
    """The poll closed by its time while the bot was away; a vote from before is counted, and the results follow."""
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


async def test_a_ballot_cast_before_the_close_counts_though_the_card_was_not_noted_yet(tmp_path: Path) -> None:
    """The bot ended between posting the card and noting it; meanwhile somebody voted and the poll was closed."""
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


async def test_what_stands_in_a_native_poll_after_a_gap_is_the_ballots(tmp_path: Path) -> None:
    """Votes given, changed and taken back while the bot was away count, though the poll closed meanwhile; nobody is
    answered for them, and a ballot that did not change there is left alone."""
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


async def test_an_older_ballot_heard_later_replaces_nothing(tmp_path: Path) -> None:
    """What waited for its card may be heard after a newer vote; the newest one counts."""
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


async def test_results_are_said_in_another_room_where_the_polls_own_was_lost(tmp_path: Path) -> None:
    """They were queued for a room that nobody could be reached in."""
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


async def test_results_wait_for_a_room_to_say_them_in(tmp_path: Path) -> None:
    """With no other room the poll is closed once the bot is back; what was cast in time counts."""
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


async def test_a_reaction_taken_back_leaves_the_one_that_stands(tmp_path: Path) -> None:
    """Voting 1, then 2, then taking 2 back is a vote for 1."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" Green Black')
        card = stage.sees("Tea?")
        await stage.react("@anna", card, "1️⃣")
        await stage.react("@anna", card, "2️⃣")
        await stage.unreact("@anna", card, "2️⃣")
        await stage.forward(seconds=5)
        assert "Green\n▓▓▓▓▓▓▓▓ 1 (100 %)" in card.text


async def test_digits_of_other_scripts_are_no_numbers(tmp_path: Path) -> None:
    """`²` and numbers beyond any poll are answered like any other unknown number."""
    async with staged(tmp_path) as stage:
        await stage.community()
        for line in ("!poll results ²", "!poll close 99999999999999999999999", "!config threshold ²"):
            await stage.say("@carla", line)
            assert "went wrong" not in stage.last().text
        await stage.say("@carla", '!poll "Tea?" Green Black choices=²')
        assert "how many options" in stage.last().text


async def test_a_refused_command_ends_what_was_being_asked(tmp_path: Path) -> None:
    """The next sentence is for the others in the room, not an answer."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!poll")
        stage.sees("What is the question?")
        await stage.say("@carla", "!poll list")
        await stage.say("@carla", "Shall we have soup tonight?")
        stage.never_saw("Which options")


async def test_an_event_confirmed_after_the_digest_is_told_by_the_next(tmp_path: Path) -> None:
    """What the network hears of as new is the event, not its draft, which may be older than the last digest."""
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


async def test_whoever_coordinates_another_network_takes_no_copy_back(tmp_path: Path) -> None:
    """The button's number alone stops nothing: one has to coordinate a network where the copy is shown."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        await carried(stage)
        await stage.forward(minutes=11)
        await stage.network("#theirs", name="Others", coordinator="@mallory", code="netcode2")
        await forge(stage, "@mallory", "#theirs", "hlstop:1")
        stage.sees("Only the author", "#theirs")
        stage.sees("40 trees", NET)


async def test_another_communitys_buttons_do_nothing_here(tmp_path: Path) -> None:
    """Who forges the number of a poll, an event or a newcomer elsewhere neither answers there nor learns of it."""
    async with staged(tmp_path, Capabilities(buttons=True)) as stage:
        await stage.community()
        await stage.community("#oslo", name="Oslo", connector="@olav")
        await stage.join("@zoe", name="Zoé")
        await stage.forward(minutes=1)
        await stage.say("@carla", '!poll "Tea?" Green Black')
        await stage.say("@carla", "!event Secret picnic on 20 December 2026 at 15:00")
        await stage.say("@carla", "yes")
        for button in ("poll:1:0", "rsvp:1:yes", "ics:1", "greeted:1"):
            await forge(stage, "@olav", "#oslo", button)
            assert "no longer there" in stage.last("#oslo").text
        stage.never_saw("Secret", "#oslo")
        stage.never_saw("olav")
        assert "Green\n░" in stage.sees("Tea?").text


async def test_a_community_that_goes_to_another_network_relays_nothing_there_yet(tmp_path: Path) -> None:
    """It agreed to relay to the network that it leaves; what was shown in that one is in no digest of the other."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        await carried(stage)
        await stage.forward(minutes=11)
        await carried(stage, "On its way")
        await stage.network("#theirs", name="Others", coordinator="@mallory", code="netcode2")
        await stage.say("@carla", "!link netcode2")
        await carried(stage, "A later one")
        await stage.forward(minutes=11)
        await stage.say("@mallory", "!digest", room="#theirs")
        for words in ("On its way", "A later one", "40 trees"):
            stage.never_saw(words, "#theirs")
        await stage.say("@carla", "!relay on")
        await carried(stage, "One for all")
        await stage.forward(minutes=11)
        stage.sees("One for all", "#theirs")


async def test_what_was_held_when_relaying_was_switched_off_stays_at_home(tmp_path: Path) -> None:
    """Though relaying is switched on again within the hold-back."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        await carried(stage)
        await stage.say("@carla", "!relay off")
        await stage.forward(minutes=1)
        await stage.say("@carla", "!relay on")
        await stage.forward(minutes=15)
        stage.never_saw("40 trees", NET)


async def test_who_left_one_home_is_welcomed_in_the_other(tmp_path: Path) -> None:
    """A community may have several homes: a newcomer who comes back by another one is greeted there."""
    async with staged(tmp_path) as stage:
        await annexed(stage)
        await stage.join("@zoe", name="Zoé")
        stage.platform.leave("#lyon", "@zoe")
        await stage.settle()
        await stage.join("@zoe", "#annex", name="Zoé")
        await stage.forward(minutes=2)
        assert "Zoé" in stage.sees("Welcome", "#annex").text
        stage.never_saw("Welcome")


async def test_leaving_one_home_does_not_end_the_welcome_in_the_other(tmp_path: Path) -> None:
    """The journey belongs to the room that the newcomer came into."""
    async with staged(tmp_path) as stage:
        await annexed(stage)
        await stage.join("@zoe", name="Zoé")
        await stage.join("@zoe", "#annex", name="Zoé")
        stage.platform.leave("#annex", "@zoe")
        await stage.forward(minutes=2)
        assert "Zoé" in stage.sees("Welcome").text


async def test_a_list_is_turned_only_where_it_is_shown(tmp_path: Path) -> None:
    """The pages of a list that only a coordinator may ask for, with the network's code, come to nobody else."""
    async with staged(tmp_path, Capabilities(buttons=True)) as stage:
        await linked(stage)
        await forge(stage, "@anna", "#lyon", "page:communities:1")
        assert "no longer there" in stage.last().text
        stage.never_saw("netcode1")


async def test_an_older_vote_taken_back_later_leaves_the_newer_one(tmp_path: Path) -> None:
    """A native vote was taken back before a newer one was given by reaction, and is heard of after it."""
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
