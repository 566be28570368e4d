"""A poll from the question to the result, as the room sees it."""

from datetime import timedelta
from pathlib import Path

import pytest

from bots.ports import Capabilities
from bots.testing import Shown
from storage.queries import polls
from tests.stage import PLAIN, RICH, Stage, staged

ASK = '!poll "Where do we meet?" "Garden" "Library"'


async def asked(stage: Stage, line: str = ASK, **settings: object) -> Shown:
    """A community with one open poll; returns its tally card."""
    await stage.community(**settings)  # type: ignore[arg-type]  # keywords pass through
    await stage.say("@carla", line)
    return stage.last()


def votes(card: Shown) -> list[str]:
    """The figures of the card's lines."""
    return [line.split(" ", 1)[1] for line in card.text.split("\n") if line[:1] in "▓░"]


async def test_three_members_vote_and_one_changes(tmp_path: Path) -> None:
    """By reaction or in the native poll; the tally moves in place and is never posted again."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await asked(stage)
        native = stage.shown()[-2]
        assert native.content is not None
        assert native.content.poll is not None
        assert votes(card) == ["0 (0 %)", "0 (0 %)"]
        await stage.react("@a", card, "1️⃣")
        await stage.vote("@b", native, "Library")
        await stage.react("@c", card, "1️⃣")
        await stage.forward(seconds=5)
        assert votes(card) == ["2 (67 %)", "1 (33 %)"]
        await stage.vote("@a", native, "Library")
        await stage.forward(seconds=5)
        assert votes(card) == ["1 (33 %)", "2 (67 %)"]
        assert len(stage.shown()) == 2


async def test_by_buttons_each_press_is_acknowledged_in_private(tmp_path: Path) -> None:
    """Where answers can be private the voter reads that it was counted, the room does not."""
    async with staged(tmp_path, RICH) as stage:
        card = await asked(stage)
        await stage.press("@a", card, "Garden")
        answer = stage.last()
        assert answer.text == "Counted: Garden. You can change it until the poll closes."
        assert answer.private_to == "@a"


async def test_a_flood_of_votes_is_few_edits(tmp_path: Path) -> None:
    """A hundred votes at once are counted all and drawn once or twice."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await asked(stage)
        for number in range(100):
            stage.platform.react(card.id, f"@m{number}", "1️⃣" if number % 4 else "2️⃣")
        await stage.forward(seconds=10)
        assert votes(card) == ["75 (75 %)", "25 (25 %)"]
        assert card.edits <= 2


async def test_it_closes_by_time_and_the_result_is_posted(tmp_path: Path) -> None:
    """At the deadline: result with the winner, final card, native poll ended, later votes refused."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await asked(stage, ASK + " close=2h")
        native = stage.shown()[-2]
        await stage.react("@a", card, "1️⃣")
        await stage.forward(hours=2)
        assert "Poll 1: Where do we meet? The answer is: Garden." in stage.last().text
        assert "One person voted." in stage.last().text
        assert "Poll 1 is closed." in card.text
        assert not native.poll_open
        await stage.react("@b", card, "2️⃣")
        assert "Poll 1 (“Where do we meet?”) is closed" in stage.last().text
        await stage.forward(hours=1)
        assert votes(card) == ["1 (100 %)", "0 (0 %)"]


async def test_a_connectors_client_ends_the_native_poll(tmp_path: Path) -> None:
    """Where clients may end a poll, that closes it: a connector's does, a member's does not, and it is closed once."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await asked(stage)
        native = stage.shown()[-2]
        await stage.react("@a", card, "1️⃣")
        stage.platform.end_poll(native.id, "@a")
        await stage.settle()
        assert native.poll_open
        stage.platform.end_poll(native.id, "@carla")
        stage.platform.end_poll(native.id, "@carla")
        await stage.forward(seconds=5)
        assert [shown.text for shown in stage.shown() if "The answer is: Garden" in shown.text] == [stage.last().text]
        assert "Poll 1 is closed." in card.text
        assert not native.poll_open


async def test_a_reply_to_the_card_says_which_poll_is_meant(tmp_path: Path) -> None:
    """Without a number: on a phone nobody looks it up. Somebody else's message says nothing."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await asked(stage)
        await stage.say("@carla", '!poll "Tea?" yes no')
        words = await stage.say("@a", "Tea for me")
        await stage.say("@carla", "!poll close", reply_to=words)
        assert "1 (Where do we meet?), 2 (Tea?)" in stage.last().text
        await stage.say("@carla", "!poll results", reply_to=card.id)
        assert "Where do we meet?" in stage.last().text
        await stage.say("@carla", "!poll close", reply_to=card.id)
        stage.sees("Poll 1: Where do we meet\\? Nobody voted")
        await stage.say("@carla", "!poll close")
        stage.sees("Poll 2: Tea\\? Nobody voted")


async def test_it_closes_by_command(tmp_path: Path) -> None:
    """Without a number the only open poll; with several open the numbers are asked for; ties and silence are named."""
    async with staged(tmp_path) as stage:
        await asked(stage)
        await stage.say("@carla", '!poll "Tea?" yes no')
        card = stage.last()
        await stage.say("@carla", "!poll close")
        assert "1 (Where do we meet?), 2 (Tea?)" in stage.last().text
        await stage.react("@a", card, "1️⃣")
        await stage.react("@b", card, "2️⃣")
        await stage.say("@carla", "!poll close 2")
        stage.sees("It is a tie between yes, no")
        await stage.say("@carla", "!poll close")
        stage.sees("Poll 1: Where do we meet\\? Nobody voted")
        await stage.say("@carla", "!poll close 1")
        assert "is closed" in stage.last().text
        await stage.say("@carla", "!poll close 9")
        assert "There is no poll 9 here" in stage.last().text
        await stage.say("@carla", "!poll close")
        assert "No poll is open" in stage.last().text


async def test_a_downtime_over_the_deadline_closes_once(tmp_path: Path) -> None:
    """Closed late, with the ballots that were cast, and once."""
    async with staged(tmp_path) as stage:
        card = await asked(stage, ASK + " close=1h")
        await stage.react("@a", card, "2️⃣")
        await stage.close()
        stage.clock.advance(timedelta(hours=5))
        await stage.open()
        await stage.settle()
        await stage.restart()
        await stage.settle()
        assert len(stage.matching(lambda m: "The answer is: Library" in m.text)) == 1


async def test_taking_the_reaction_back_withdraws_the_ballot(tmp_path: Path) -> None:
    """Only the current choice's; however the platform says it, in one batch or later."""
    async with staged(tmp_path) as stage:
        card = await asked(stage)
        first = await stage.react("@a", card, "1️⃣")
        second = await stage.react("@a", card, "2️⃣")
        stage.platform.redact_reaction("#lyon", first)
        await stage.forward(seconds=5)
        assert votes(card) == ["0 (0 %)", "1 (100 %)"]
        stage.platform.redact_reaction("#lyon", second)
        await stage.forward(seconds=5)
        assert votes(card) == ["0 (0 %)", "0 (0 %)"]
        both = stage.platform.react(card.id, "@b", "1️⃣")
        stage.platform.redact_reaction("#lyon", both)
        await stage.forward(seconds=5)
        assert votes(card) == ["0 (0 %)", "0 (0 %)"]


async def test_an_empty_native_vote_takes_it_back(tmp_path: Path) -> None:
    """MSC3381: a response without known answers spoils the ballot."""
    async with staged(tmp_path) as stage:
        card = await asked(stage)
        native = stage.shown()[-2]
        await stage.vote("@a", native, "Garden")
        await stage.vote("@a", native)
        await stage.forward(seconds=5)
        assert votes(card) == ["0 (0 %)", "0 (0 %)"]


@pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["reactions", "buttons"])
async def test_several_choices(tmp_path: Path, capabilities: Capabilities) -> None:
    """Up to the limit; one more is refused with what to do."""
    async with staged(tmp_path, capabilities) as stage:
        card = await asked(stage, '!poll "Which days?" "Mon" "Tue" "Wed" choices=2')
        for sign in ("1️⃣", "3️⃣", "2️⃣"):
            await (stage.press if capabilities.buttons else stage.react)("@a", card, sign)
        assert "You can choose up to 2" in stage.last().text
        await stage.forward(seconds=5)
        assert votes(card) == ["1 (100 %)", "0 (0 %)", "1 (100 %)"]
        await (stage.press if capabilities.buttons else stage.unreact)("@a", card, "1️⃣")
        await stage.forward(seconds=5)
        assert votes(card) == ["0 (0 %)", "0 (0 %)", "1 (100 %)"]


async def test_a_poll_is_typed_as_on_a_phone(tmp_path: Path) -> None:
    """A question without quotes is one question, and its options have as many words as they like; nothing is posted
    before there are two."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!poll Where shall we eat?\nPizza\nPasta and salad")
        assert "Where shall we eat?\n1️⃣ Pizza\n" in stage.last().text
        assert "2️⃣ Pasta and salad\n" in stage.last().text
        await stage.say("@carla", "!poll Tea or coffee?")
        stage.sees("Which options")
        await stage.say("@carla", "Tea, Coffee")
        assert "Tea or coffee?\n1️⃣ Tea\n" in stage.last().text


async def test_one_option_is_asked_for_another(tmp_path: Path) -> None:
    """What was typed right need not be typed twice."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Where do we meet?" Garden')
        assert "A poll needs two options or more" in stage.last().text
        await stage.say("@carla", "Garden, Library")
        assert "2️⃣ Library" in stage.sees("Where do we meet").text


async def test_missing_parts_are_asked_for(tmp_path: Path) -> None:
    """Step by step, over a restart; one option is too few and asked again."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!poll")
        assert stage.last().text == "What is the question?"
        await stage.restart()
        await stage.say("@carla", "Where do we meet?")
        await stage.say("@carla", "Garden")
        assert "A poll needs two options or more" in stage.last().text
        await stage.say("@carla", "Garden, Library\nSquare")
        assert "3️⃣ Square" in stage.last().text


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ('!poll "Q?" "only one"', "two options or more"),
        ('!poll "Q?" ' + " ".join(f"o{n}" for n in range(21)), "21 options are too many; 20"),
        (f'!poll "{"x" * 3000}" a b', "too long (3,000 characters). Please keep it to 300"),
        ('!poll "Q?" yes YES', "“YES” is there twice"),
        (f'!poll "Q?" yes {"n" * 101}', "An option is too long (101"),
        ('!poll "Q?" a b close=soonish', "I can’t read soonish as a time"),
        ('!poll "Q?" a b close="yesterday 8pm"', "That is in the past"),
        ('!poll "Q?" a b choices=5', "A number from 1 to 2"),
    ],
)
async def test_what_is_wrong_gets_a_sentence(tmp_path: Path, line: str, answer: str) -> None:
    """Each mistake is answered with what would do, and no poll is made."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", line)
        assert answer in stage.last().text
        await stage.say("@carla", "cancel")
        await stage.say("@carla", "!poll list")
        assert "No poll is open" in stage.last().text


async def test_only_a_connector_asks(tmp_path: Path) -> None:
    """A member is told who can."""
    async with staged(tmp_path) as stage:
        await stage.community(locale="fr")
        await stage.say("@anna", ASK)
        assert "Seul un connecteur" in stage.last().text


async def test_french_and_strange_letters(tmp_path: Path) -> None:
    """The room's language frames the words as they were typed, made harmless."""
    async with staged(tmp_path) as stage:
        card = await asked(stage, '!poll «On y va ?» "<b>@room</b>" "Z̷̧̢̛̛͍͖̎a" close="vendredi 19h"', locale="fr")
        assert "<b>@room</b>" in card.text
        assert "Ouvert jusqu’à vendredi 27 novembre 2026 à 19:00" in card.text.replace("\xa0", " ")
        assert card.content is not None
        assert card.content.mentions == ()


async def test_a_person_with_two_accounts_votes_once(tmp_path: Path) -> None:
    """The newest ballot of the member counts, whichever account cast it."""
    async with staged(tmp_path) as stage:
        card = await asked(stage)
        await stage.react("@a", card, "1️⃣")
        await stage.link_accounts("@a", "@a-phone")
        await stage.react("@a-phone", card, "2️⃣")
        await stage.forward(seconds=5)
        assert votes(card) == ["0 (0 %)", "1 (100 %)"]


async def test_a_restart_between_loses_no_vote(tmp_path: Path) -> None:
    """Ballots, tally and buttons live in the database alone."""
    async with staged(tmp_path) as stage:
        card = await asked(stage)
        for number, sign in enumerate(("1️⃣", "2️⃣", "1️⃣")):
            await stage.react(f"@m{number}", card, sign)
            await stage.restart()
        await stage.forward(seconds=5)
        assert votes(card) == ["2 (67 %)", "1 (33 %)"]
        async with stage.database.reading() as uow:
            assert sum(count for _, count in await polls.ballot_counts(uow, 1)) == 3


async def test_lists_and_results(tmp_path: Path) -> None:
    """What is open, and how it stands; a shown tally lives as well."""
    async with staged(tmp_path) as stage:
        first = await asked(stage, ASK + " close=2h")
        await stage.say("@anna", "!poll list")
        assert "1: Where do we meet? – until Wednesday, 25 November 2026 at 12:00" in stage.last().text
        await stage.say("@anna", "!poll results 1")
        again = stage.last()
        await stage.react("@a", again, "1️⃣")
        await stage.forward(seconds=5)
        assert votes(first) == votes(again) == ["1 (100 %)", "0 (0 %)"]


async def test_a_native_vote_taken_back_leaves_a_newer_press(tmp_path: Path) -> None:
    """Tidying the old vote away is no word about the button that was pressed since."""
    async with staged(tmp_path, Capabilities(buttons=True, private_answers=True, native_polls=True)) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" yes no native=yes')
        native, card = stage.shown()[-2:]
        await stage.vote("@anna", native, "yes")
        await stage.press("@anna", card, "no")
        await stage.vote("@anna", native)
        await stage.forward(seconds=10)
        assert votes(card) == ["0 (0 %)", "1 (100 %)"]


async def test_what_was_taken_back_in_time_is_taken_from_the_results_too(tmp_path: Path) -> None:
    """Heard after the close, it changes the card and the posted results alike."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await asked(stage, ASK + " close=10m")
        await stage.react("@a", card, "1️⃣")
        await stage.forward(minutes=5)
        stage.platform.unreact(card.id, "@a", "1️⃣")
        late = stage.platform.log.pop()
        await stage.forward(minutes=6)
        stage.platform.emit(late)
        await stage.forward(minutes=1)
        assert votes(card) == ["0 (0 %)", "0 (0 %)"]
        assert "1 (100" not in stage.sees("Nobody voted").text
