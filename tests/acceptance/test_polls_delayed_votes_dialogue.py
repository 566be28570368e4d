"""Tests for votes that reach the bot late, out of order, or while a room is lost."""

from datetime import timedelta
from pathlib import Path

from bots.core.inbound import ChoicesSnapshot, CurrentChoice
from bots.ports import Capabilities
from bots.testing import Shown
from storage.queries import polls
from tests.acceptance.room_steps import add_home_room
from tests.stage import PLAIN, Stage, staged

POLL_LINE = '!poll "Where do we meet?" "Garden" "Library"'


async def open_poll(stage: Stage, line: str = POLL_LINE, **settings: object) -> Shown:
    """Create a community and open a poll in it. Return the poll's card."""
    await stage.community(**settings)  # type: ignore[arg-type]  # keywords pass through
    await stage.say("@carla", line)
    return stage.last()


def vote_counts(card: Shown) -> list[str]:
    """Return the votes and percentages on a card, one text for each option."""
    return [line.split(" ", 1)[1] for line in card.text.split("\n") if line[:1] in "▓░"]


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
        assert stage.sees("The answer is: Black")
        stage.never_saw("voting has ended")


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
        number = len(stage.shown())
        current = (("@anna", ("1",)), ("@cleo", ("1",)), ("@dora", ("0",)))
        person = stage.platform.person
        chosen = tuple(CurrentChoice(person=person(user, "#lyon"), choices=ids) for user, ids in current)
        for gap in ("memory:gap1", "memory:gap2"):
            snapshot = ChoicesSnapshot(
                key=gap, account="memory", room="", at=stage.clock.now(), message=native.id, choices=chosen
            )
            stage.platform.emit(snapshot)
            await stage.forward(seconds=10)
            assert "Black\n▓▓▓▓▓▓▓▓ 3 (100%)" in stage.sees("The answer is: Black").text
        assert len(stage.shown()) == number


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
        assert "Black\n▓▓▓▓▓▓▓▓ 1 (100%)" in card.text


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
        assert "Black\n▓▓▓▓▓▓▓▓ 1 (100%)" in card.text


async def test_late_withdrawal_corrects_results(tmp_path: Path) -> None:
    """A vote withdrawn before the deadline leaves the results even if the bot reads it after the close."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await open_poll(stage, POLL_LINE + " close=10m")
        await stage.react("@a", card, "1️⃣")
        await stage.forward(minutes=5)
        stage.platform.unreact(card.id, "@a", "1️⃣")
        late = stage.platform.log.pop()
        await stage.forward(minutes=6)
        stage.platform.emit(late)
        await stage.forward(minutes=1)
        assert vote_counts(card) == ["0 (0%)", "0 (0%)"]
        assert "1 (100" not in stage.sees("Nobody voted").text


async def test_deadline_during_downtime_closes_poll_once(tmp_path: Path) -> None:
    """A poll whose deadline passed during a downtime closes once, with the votes that were cast."""
    async with staged(tmp_path) as stage:
        card = await open_poll(stage, POLL_LINE + " close=1h")
        await stage.react("@a", card, "2️⃣")
        await stage.close()
        stage.clock.advance(timedelta(hours=5))
        await stage.open()
        await stage.settle()
        await stage.restart()
        await stage.settle()
        assert len(stage.matching(lambda m: "The answer is: Library" in m.text)) == 1


async def test_votes_survive_restarts(tmp_path: Path) -> None:
    """Votes survive a restart after each of them."""
    async with staged(tmp_path) as stage:
        card = await open_poll(stage)
        for number, sign in enumerate(("1️⃣", "2️⃣", "1️⃣")):
            await stage.react(f"@m{number}", card, sign)
            await stage.restart()
        await stage.forward(seconds=5)
        assert vote_counts(card) == ["2 (67%)", "1 (33%)"]
        async with stage.database.reading() as uow:
            assert sum(count for _, count in await polls.ballot_counts(uow, 1)) == 3


async def test_results_go_to_another_room_if_room_is_lost(tmp_path: Path) -> None:
    """The results of a poll whose room is lost go to another room of the community."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await add_home_room(stage)
        await stage.say("@carla", '!poll "Tea?" Green Black close=1h')
        await stage.react("@anna", stage.sees("Tea?"), "1️⃣")
        stage.platform.remove_bot("#lyon")
        await stage.forward(hours=2)
        assert stage.sees("The answer is: Green", "#annex")


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
        assert stage.sees("The answer is: Green")
