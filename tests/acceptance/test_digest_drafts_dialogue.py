"""Tests for the digest before it goes out: preview, lines removed and added, review in the circle, skip and send."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.queries import editions
from storage.tables import EditionState, Network, RoomRole
from tests.acceptance.highlight_steps import NET, create_network_with_digest, nominate_message
from tests.stage import PLAIN, RICH, Stage, staged

CIRCLE = "#circle"
DIGEST = "What happened in Les Passeurs"
EVENING = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)


async def with_circle(stage: Stage, review: str = "4h") -> None:
    """Create a network with a digest, a circle, and a review some hours before."""
    network = await create_network_with_digest(stage)
    async with stage.database.transaction() as uow:
        await uow.add(stage._room_row(CIRCLE, role=RoomRole.CIRCLE, network=network.id))
    await stage.say("@nora", f"!config digest-review {review}", CIRCLE)


def digests(stage: Stage, room: str = NET) -> list[str]:
    """Return the digests that a room shows, without the previews."""
    shown = [message.text for message in stage.shown(room) if message.text.startswith(DIGEST)]
    return [text for text in shown if "digest skip" not in text]


@pytest.mark.parametrize("capabilities", [PLAIN, RICH])
async def test_removed_line_is_left_out_and_added_line_is_told(tmp_path: Path, capabilities: object) -> None:
    """The digest goes out without the line that a coordinator removed, and with the added one."""
    async with staged(tmp_path, capabilities) as stage:  # type: ignore[arg-type]  # one of two capabilities
        await create_network_with_digest(stage)
        await nominate_message(stage, "We planted 40 trees!")
        await nominate_message(stage, "The oven is broken")
        await stage.say("@nora", "!digest add The garden opens in May", NET)
        await stage.say("@nora", "!digest", NET)
        shown = stage.last(NET)
        assert "1. The garden opens in May" in shown.text
        assert "3. Lyon: “The oven is broken”" in shown.text
        if capabilities is RICH:
            await stage.press("@nora", shown, "Remove 3")
        else:
            await stage.say("@nora", "!digest remove 3", NET)
        await stage.say("@nora", "!digest", NET)
        assert "3. (removed) Lyon: “The oven is broken”" in stage.last(NET).text
        await stage.restart()
        await stage.until(EVENING)
        assert len(digests(stage)) == 1
        digest = digests(stage)[0]
        assert "• The garden opens in May" in digest
        assert "40 trees" in digest
        assert "oven" not in digest


async def test_removed_line_comes_back(tmp_path: Path) -> None:
    """Removing a line a second time puts it back."""
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage)
        await nominate_message(stage, "We planted 40 trees!")
        for answer in ("Removed", "in the next digest again"):
            await stage.say("@nora", "!digest remove 1", NET)
            assert answer in stage.last(NET).text
        await stage.until(EVENING)
        assert "40 trees" in digests(stage)[0]


async def test_bad_numbers_and_lines_are_explained(tmp_path: Path) -> None:
    """A line that isn't there, an empty or too long line, and a sixth one are answered with what to do."""
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage)
        await stage.say("@nora", "!digest remove 7", NET)
        assert "There is no line 7" in stage.last(NET).text
        await stage.say("@nora", "!cancel", NET)
        await stage.say("@nora", "!digest add " + "x" * 301, NET)
        assert "301 characters" in stage.last(NET).text
        await stage.say("@nora", "short", NET)
        for number in range(5):
            await stage.say("@nora", f"!digest add Line {number}", NET)
        assert "already has 5 lines" in stage.last(NET).text


async def test_members_cannot_change_the_digest(tmp_path: Path) -> None:
    """Who doesn't coordinate the network can neither see the draft nor change it, by words or by an old button."""
    async with staged(tmp_path, RICH) as stage:
        await create_network_with_digest(stage)
        await nominate_message(stage, "We planted 40 trees!")
        await stage.say("@nora", "!digest", NET)
        preview = stage.last(NET)
        await stage.press("@mia", preview, "Remove 1")
        await stage.say("@mia", "!digest skip", NET)
        await stage.until(EVENING)
        assert "40 trees" in digests(stage)[0]


@pytest.mark.parametrize("capabilities", [PLAIN, RICH])
async def test_circle_sees_the_digest_before_and_without_an_answer_it_goes_out(
    tmp_path: Path, capabilities: object
) -> None:
    """The circle sees the digest some hours before; nobody answers, so it goes out as it is, and the card says so."""
    async with staged(tmp_path, capabilities) as stage:  # type: ignore[arg-type]  # one of two capabilities
        await with_circle(stage)
        await nominate_message(stage, "We planted 40 trees!")
        await stage.until(EVENING - timedelta(hours=4, minutes=1))
        stage.never_saw("before it goes out", CIRCLE)
        await stage.until(EVENING - timedelta(hours=4))
        card = stage.sees("before it goes out", CIRCLE)
        assert "40 trees" in card.text
        assert "Without an answer it goes out" in card.text
        assert digests(stage) == []
        await stage.until(EVENING)
        assert len(digests(stage)) == 1
        assert "has gone out" in card.text
        assert "Send now" not in str(card)


async def test_circle_skips_one_digest(tmp_path: Path) -> None:
    """A digest that the circle skips stays away, and its news is not in the next one."""
    async with staged(tmp_path, RICH) as stage:
        await with_circle(stage)
        await nominate_message(stage, "We planted 40 trees!")
        await stage.until(EVENING - timedelta(hours=1))
        card = stage.sees("before it goes out", CIRCLE)
        await stage.press("@nora", card, "Skip this one")
        assert "left out this time" in card.text
        await stage.forward(seconds=5)
        await stage.press("@nora", card, "Let it go out")
        await stage.forward(seconds=5)
        await stage.press("@nora", card, "Skip this one")
        await stage.until(EVENING + timedelta(minutes=1))
        assert digests(stage) == []
        await nominate_message(stage, "Later news")
        await stage.until(EVENING + timedelta(days=1))
        assert ["40 trees" in text for text in digests(stage)] == [False]


async def test_send_now_goes_out_once(tmp_path: Path) -> None:
    """Send now replaces the digest that was due: it goes out once, and the card loses its buttons."""
    async with staged(tmp_path, RICH) as stage:
        await with_circle(stage)
        await nominate_message(stage, "We planted 40 trees!")
        await stage.until(EVENING - timedelta(hours=1))
        card = stage.sees("before it goes out", CIRCLE)
        await stage.press("@nora", card, "digestdo:1:send")
        await stage.restart()
        assert len(digests(stage)) == 1
        assert "Send now" not in str(card)
        await nominate_message(stage, "Later news")
        await stage.until(EVENING + timedelta(hours=1))
        assert len(digests(stage)) == 1
        await stage.until(EVENING + timedelta(days=1))
        assert "Later news" in digests(stage)[1]


async def test_digest_waits_for_an_answer_where_the_network_wants_it(tmp_path: Path) -> None:
    """With `digest-waits on` nothing goes out without an answer; what waited is in the digest that is sent at last."""
    async with staged(tmp_path, RICH) as stage:
        await with_circle(stage)
        await stage.say("@nora", "!config digest-waits on", CIRCLE)
        await nominate_message(stage, "We planted 40 trees!")
        await stage.until(EVENING + timedelta(days=1) - timedelta(minutes=1))
        assert digests(stage) == []
        card = stage.sees("It waits for your answer", CIRCLE)
        await stage.press("@nora", card, "Send now")
        assert "40 trees" in digests(stage)[0]


async def test_what_comes_after_the_review_is_shown_when_the_digest_is_due(tmp_path: Path) -> None:
    """Where the digest waits and there was nothing to show at first, the circle is asked when it is due."""
    async with staged(tmp_path, RICH) as stage:
        await with_circle(stage)
        await stage.say("@nora", "!config digest-waits on", CIRCLE)
        await stage.until(EVENING - timedelta(hours=1))
        stage.never_saw("before it goes out", CIRCLE)
        await nominate_message(stage, "We planted 40 trees!")
        await stage.until(EVENING)
        await stage.press("@nora", stage.sees("It waits for your answer", CIRCLE), "Send now")
        assert "40 trees" in digests(stage)[0]


async def test_added_line_that_is_removed_is_gone(tmp_path: Path) -> None:
    """An added line does not come back, and the bot says so; `digest preview` shows what is left."""
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage)
        await stage.say("@nora", "!digest add Bring a cake", NET)
        await stage.say("@nora", "!digest remove 1", NET)
        assert "is gone" in stage.last(NET).text
        await stage.say("@nora", "!digest preview", NET)
        assert "Nothing to tell about Les Passeurs yet" in stage.last(NET).text


async def test_typed_send_asks_first(tmp_path: Path) -> None:
    """`digest send` asks, sends after a yes, and says so when there is nothing to tell."""
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage)
        await nominate_message(stage, "We planted 40 trees!")
        await stage.say("@nora", "!digest send", NET)
        assert digests(stage) == []
        await stage.say("@nora", "yes", NET)
        assert len(digests(stage)) == 1
        await stage.forward(minutes=5)
        await stage.say("@nora", "!digest send", NET)
        await stage.say("@nora", "yes", NET)
        assert "nothing to tell" in stage.last(NET).text
        assert len(digests(stage)) == 1


async def test_review_needs_a_circle_and_a_length(tmp_path: Path) -> None:
    """Without a circle the draft would show where the digest itself appears; a bad length is asked again."""
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage)
        await stage.say("@nora", "!config digest-review 12h", NET)
        assert "room where only coordinators meet" in stage.last(NET).text
        await stage.say("@nora", "!config digest-review soon", NET)
        assert "isn’t a length of time" in stage.last(NET).text


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("fr", ("(retirée)", "Retirée du prochain récapitulatif", "Ce qui s’est passé dans Les Passeurs")),
        ("de", ("(entfernt)", "Aus dem nächsten Rückblick entfernt", "Das war los bei Les Passeurs")),
        ("es", ("(quitada)", "Quitada del próximo resumen", "Novedades de Les Passeurs")),
    ],
)
async def test_drafts_in_other_languages(tmp_path: Path, locale: str, words: tuple[str, ...]) -> None:
    """The commands and the draft are in the network's language."""
    removed, answer, title = words
    verbs = {"fr": "récapitulatif retirer 1", "de": "rückblick entfernen 1", "es": "resumen quitar 1"}
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage, locale=locale)
        await nominate_message(stage, "We planted 40 trees!")
        await nominate_message(stage, "The oven is broken")
        await stage.say("@nora", f"!{verbs[locale]}", NET)
        assert answer in stage.last(NET).text
        await stage.say("@nora", "!digest", NET)
        assert removed in stage.last(NET).text
        await stage.until(EVENING)
        digest = stage.last(NET).text
        assert title in digest
        assert "oven" in digest
        assert "trees" not in digest


async def test_period_that_ended_is_an_edition(tmp_path: Path) -> None:
    """Each period has one edition: sent, empty, or skipped."""
    async with staged(tmp_path) as stage:
        network = await create_network_with_digest(stage)
        await stage.until(EVENING)
        await nominate_message(stage, "We planted 40 trees!")
        await stage.until(EVENING + timedelta(days=1))
        await stage.say("@nora", "!digest skip", NET)
        await stage.until(EVENING + timedelta(days=2))
        async with stage.database.reading() as uow:
            place = await uow.get(Network, network.id)
            assert place is not None
            found = await editions.ended(uow, place, 10)
        assert [one.state for one in found] == [EditionState.SKIPPED, EditionState.SENT, EditionState.EMPTY]
        assert [one.since for one in found[:2]] == [one.until for one in found[1:]]
