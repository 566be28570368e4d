"""Every kind of poll from the question to the result: with buttons, with reactions, and in other languages."""

from pathlib import Path

import pytest
from sqlalchemy import func
from sqlmodel import select

from bots.ports import Capabilities
from bots.testing import Shown
from storage.tables import BallotReason, PollStyle
from tests.stage import PLAIN, RICH, Stage, staged

TELEGRAM = Capabilities(buttons=True, toasts=True, private_link="https://t.me/bot?start={payload}")
"""Like Telegram: buttons that everybody sees, short notices, and private chats that people open themselves."""
DOORS = pytest.mark.parametrize("capabilities", [PLAIN, RICH, TELEGRAM], ids=["reactions", "private", "buttons"])


async def ballot_of(stage: Stage, user: str, card: Shown) -> Shown:
    """Ask for a ballot as somebody, and return it."""
    await (stage.press if stage.capabilities.buttons else stage.react)(user, card, "🗳️")
    await stage.forward(seconds=5)
    return stage.last() if stage.capabilities.private_answers else stage.shown(f"direct-{user}")[-1]


async def rank(stage: Stage, user: str, card: Shown, *signs: str) -> None:
    """Rank the options as somebody: by presses, or by reactions."""
    ballot = await ballot_of(stage, user, card)
    for sign in signs:
        if stage.capabilities.private_answers:
            await stage.press(user, stage.last(), sign)
        else:
            await (stage.press if stage.capabilities.buttons else stage.react)(user, ballot, sign)
    await stage.forward(seconds=5)


async def closed(stage: Stage, number: int = 1) -> str:
    """Close a poll and return its result."""
    await stage.say("@carla", f"!poll close {number}")
    return next(shown.text for shown in reversed(stage.shown()) if shown.text.startswith(("Poll", "Sondage")))


@DOORS
async def test_ranked_poll(tmp_path: Path, capabilities: Capabilities) -> None:
    """Ranked ballots are filled in beside the card, and the result tells every round of the run-off."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@carla", '!poll ranked "Where?" Garden, Park, Hall')
        card = stage.last()
        assert "▓" not in card.text
        await rank(stage, "@a", card, "1️⃣", "2️⃣")
        await rank(stage, "@b", card, "1️⃣", "2️⃣")
        await rank(stage, "@c", card, "2️⃣")
        await rank(stage, "@d", card, "2️⃣", "3️⃣")
        await rank(stage, "@e", card, "3️⃣", "2️⃣")
        assert "5 people have voted" in card.text
        assert "▓" not in card.text
        result = await closed(stage)
        assert result.startswith("Poll 1: Where? The answer is: Park.")
        assert "1. Garden 2, Park 2, Hall 1 → out: Hall\n2. Garden 2, Park 3" in result


@DOORS
async def test_ranked_ballot_shows_itself(tmp_path: Path, capabilities: Capabilities) -> None:
    """A ballot shows the order so far; an option pressed again, or a reaction taken back, leaves it."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@carla", '!poll ranked "Where?" Garden, Park, Hall')
        await rank(stage, "@a", stage.last(), "3️⃣", "1️⃣")
        ballot = stage.last() if capabilities.private_answers else stage.shown("direct-@a")[-1]
        if capabilities.toasts:
            ballot = next(shown for shown in stage.shown("direct-@a") if "Where?" in shown.text)
        assert "Counted: 1. Hall, 2. Garden" in ballot.text
        await (stage.press if capabilities.buttons else stage.unreact)("@a", ballot, "3️⃣")
        await stage.forward(seconds=5)
        shown = stage.last() if capabilities.private_answers else ballot
        assert "Counted: 1. Garden" in shown.text


@pytest.mark.parametrize("capabilities", [PLAIN, TELEGRAM], ids=["reactions", "buttons"])
async def test_ballot_typed_in_private(tmp_path: Path, capabilities: Capabilities) -> None:
    """Numbers typed in the private chat are the ballot, the last ones count, and unusable ones are explained."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@carla", '!poll score "How good?" Soup, Pie close=1d')
        await ballot_of(stage, "@a", stage.last())
        await stage.say("@a", "5 0", room="direct-@a")
        assert stage.last("direct-@a").text == "Counted: Soup 5, Pie 0"
        await stage.say("@a", "1=2, 2=4", room="direct-@a")
        await stage.say("@a", "7 7", room="direct-@a")
        assert "5 points at most" in stage.last("direct-@a").text
        await stage.say("@a", "hello", room="direct-@a")
        assert "Counted" not in stage.last("direct-@a").text
        await stage.forward(days=2)
        result = stage.sees("The answer is: Pie.").text
        assert "▓▓▓░░░░░ 2.0 / 5" in result
        await stage.say("@a", "5 5", room="direct-@a")
        assert "is closed; voting has ended" in stage.last("direct-@a").text


@pytest.mark.parametrize("capabilities", [RICH, TELEGRAM], ids=["private", "buttons"])
async def test_score_by_buttons(tmp_path: Path, capabilities: Capabilities) -> None:
    """Buttons ask for the points of one option after the other, and everything can begin again."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@carla", '!poll score "How good?" Soup, Pie points=3')
        ballot = await ballot_of(stage, "@a", stage.last())
        assert "How many points for Soup, 0 to 3?" in ballot.text
        for sign in ("3️⃣", "1️⃣"):
            await stage.press("@a", stage.last() if capabilities.private_answers else ballot, sign)
            await stage.forward(seconds=3)
        ballot = stage.last() if capabilities.private_answers else ballot
        assert "Counted: Soup 3, Pie 1" in ballot.text
        await stage.press("@a", ballot, "↩️")
        await stage.forward(seconds=3)
        ballot = stage.last() if capabilities.private_answers else ballot
        assert "You haven’t voted yet." in ballot.text


@pytest.mark.parametrize("capabilities", [RICH, TELEGRAM], ids=["private", "buttons"])
async def test_dots_by_buttons(tmp_path: Path, capabilities: Capabilities) -> None:
    """Each press adds a dot until all are used; one more is refused."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@carla", '!poll dots "What first?" Fence, Shed points=2')
        ballot = await ballot_of(stage, "@a", stage.last())
        for _ in range(2):
            await stage.press("@a", stage.last() if capabilities.private_answers else ballot, "2️⃣")
            await stage.forward(seconds=3)
        ballot = stage.last() if capabilities.private_answers else ballot
        assert "You have used all your dots." in ballot.text
        await stage.press("@a", ballot, "1️⃣")
        stage.sees("You have 2 dots, and that makes 3", ballot.room)
        assert "2️⃣ Shed\n▓▓▓▓▓▓▓▓ 2 (100%)" in await closed(stage)


@DOORS
async def test_consent_with_a_block(tmp_path: Path, capabilities: Capabilities) -> None:
    """A block stops the proposal, its reason is asked in private, and is shown with the name only as they choose."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@carla", '!poll consent "We paint the shed" close=2d')
        card = stage.last()
        act = stage.press if capabilities.buttons else stage.react
        await act("@anna", card, "👍")
        await act("@ben", card, "🛑")
        await act("@zoe", card, "🛑")
        if capabilities.private_answers:
            await stage.say("@ben", "!poll reason 1 It is toxic named=yes")
            await stage.say("@zoe", "!poll reason 1 Too dear")
        else:
            await stage.say("@ben", "It is toxic", room="direct-@ben")
            await act("@ben", stage.shown("direct-@ben")[-1], "🏷️")
            await stage.say("@zoe", "Too dear", room="direct-@zoe")
        await stage.forward(days=3)
        result = stage.sees("There is no consent: 2 people block.").text
        assert "ben blocks:\n> It is toxic" in result
        assert "Somebody blocks:\n> Too dear" in result
        assert "zoe" not in result


@DOORS
async def test_consent_reached_after_the_block_is_taken_back(tmp_path: Path, capabilities: Capabilities) -> None:
    """After somebody changes their mind they no longer block, and their reason is forgotten."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@carla", '!poll consent "We paint the shed"')
        card = stage.last()
        act = stage.press if capabilities.buttons else stage.react
        await act("@ben", card, "🛑")
        if not capabilities.private_answers:
            await stage.say("@ben", "It is toxic", room="direct-@ben")
        await act("@ben", card, "👍")
        result = await closed(stage)
        assert "There is consent: nobody blocks." in result
        assert "toxic" not in result


@pytest.mark.parametrize(
    ("locale", "line", "sign", "said"),
    [
        ("fr", "!sondage consentement « On repeint la cabane »", "👍", "Il y a consentement"),
        ("de", "!umfrage konsent „Wir streichen den Schuppen“", "👍", "Es gibt Konsent"),
        ("es", '!encuesta consentimiento "Pintamos el cobertizo"', "👍", "Hay consentimiento"),
        ("fr", "!sondage oui/non : On se voit lundi ?", "1️⃣", "La réponse est.: Oui"),
    ],
)
async def test_kinds_in_other_languages(tmp_path: Path, locale: str, line: str, sign: str, said: str) -> None:
    """People name the kind in their own language, and read the result in it."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale=locale)
        await stage.say("@carla", line)
        card = stage.last()
        await stage.react("@a", card, sign)
        await stage.say("@carla", "!poll close")
        stage.sees(said)


@pytest.mark.parametrize("capabilities", [PLAIN, TELEGRAM], ids=["reactions", "buttons"])
async def test_ranked_in_french(tmp_path: Path, capabilities: Capabilities) -> None:
    """A ranked poll in French: the kind as an argument, the ballot in private, the rounds in the result."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community(locale="fr")
        await stage.say("@carla", "!sondage Où va-t-on ? Jardin, Parc type=classement")
        card = stage.last()
        ballot = await ballot_of(stage, "@a", card)
        assert "Vous n’avez pas encore voté." in ballot.text
        await stage.say("@a", "2 > 1", room="direct-@a")
        assert "1. Parc, 2. Jardin" in stage.last("direct-@a").text
        assert "Vote alternatif, décidé en un tour" in await closed(stage)


async def test_ballot_where_the_bot_cannot_write_first(tmp_path: Path) -> None:
    """Who has no private chat with the bot is told in the room how to open one."""
    async with staged(tmp_path, TELEGRAM) as stage:
        await stage.community()
        await stage.say("@carla", '!poll ranked "Where?" Garden, Park')
        stage.platform.closed_to_bot.add("@a")
        await stage.press("@a", stage.last(), "🗳️")
        told = stage.sees("I can’t write to you in private yet")
        assert told.content is not None
        assert told.content.buttons[0].url == "https://t.me/bot?start=ballot"


async def test_typed_vote_and_unknown_kind(tmp_path: Path) -> None:
    """A ballot can be typed as a command, and the answer to an unknown kind lists the kinds."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Where?" Garden, Park kind=lottery')
        assert "lottery" in stage.last().text
        await stage.say("@carla", "ranked")
        await stage.say("@a", "!poll vote 1 2 1")
        assert stage.last().text == "Counted: 1. Park, 2. Garden"
        await stage.say("@a", "!poll vote 1 2 2")
        assert "twice" in stage.last().text


async def test_strangers_cannot_press_a_ballot(tmp_path: Path) -> None:
    """A ballot's button counts only on the ballot that the bot sent to this person."""
    async with staged(tmp_path, TELEGRAM) as stage:
        await stage.community()
        await stage.say("@carla", '!poll ranked "Where?" Garden, Park')
        card = stage.last()
        ballot = await ballot_of(stage, "@a", card)
        stage.platform.direct_rooms["@mallory"] = ballot.room
        await stage.press("@mallory", ballot, "1️⃣")
        await stage.forward(seconds=5)
        assert "nobody has voted" in card.text


async def test_deleted_poll_takes_its_reasons_along(tmp_path: Path) -> None:
    """Nothing of a reason is left when its poll is deleted."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", '!poll consent "We paint the shed"')
        await stage.react("@ben", stage.last(), "🛑")
        await stage.say("@ben", "It is toxic", room="direct-@ben")
        await stage.say("@carla", "!poll delete 1")
        await stage.say("@carla", "yes")
        async with stage.database.reading() as uow:
            assert await uow.first(select(func.count()).select_from(BallotReason)) == 0
        assert not stage.matching(lambda shown: "We paint the shed" in shown.text, "direct-@ben")


@pytest.mark.parametrize(("locale", "word", "left"), [("en", "none", "voted yet"), ("fr", "aucun", "pas encore voté")])
async def test_typed_ballot_is_taken_back_in_private(tmp_path: Path, locale: str, word: str, left: str) -> None:
    """Who typed a ballot in private takes it back there with `none`, in their language; nothing else does."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale=locale)
        await stage.say("@carla", '!poll ranked "Where?" Garden, Park')
        card = stage.last()
        await ballot_of(stage, "@a", card)
        await stage.say("@a", "2 1", room="direct-@a")
        await stage.say("@a", word, room="direct-@a")
        assert left in stage.last("direct-@a").text
        await stage.forward(seconds=5)
        assert "nobody has voted yet" in card.text or "personne n’a encore voté" in card.text


async def test_consent_card_asks_for_its_signs(tmp_path: Path) -> None:
    """Where reactions vote, the card of a consent names its signs, since it has no numbers."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(poll_style=PollStyle.CARD)
        await stage.say("@carla", '!poll consent "We paint the shed"')
        assert "React with one of the emoji above to vote." in stage.last().text
        assert "React with a number" not in stage.last().text
