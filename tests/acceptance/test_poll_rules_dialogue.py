"""The rules of a poll: secret ballots, quorum, threshold, who may vote, reasons, reminders, early and late."""

from pathlib import Path

import pytest
from sqlalchemy import func
from sqlmodel import select

from bots.features.polls import settings
from bots.ports import Capabilities
from storage.tables import Ballot, BallotCount, Identity, Poll, Reaction
from tests.stage import PLAIN, RICH, Stage, staged

TELEGRAM = Capabilities(buttons=True, toasts=True, private_link="https://t.me/bot?start={payload}")
DOORS = pytest.mark.parametrize("capabilities", [PLAIN, RICH, TELEGRAM], ids=["reactions", "private", "buttons"])


async def act(stage: Stage, user: str, message: object, sign: str) -> None:
    """Press a button, or react where there are none."""
    await (stage.press if stage.capabilities.buttons else stage.react)(user, message, sign)  # type: ignore[arg-type]


async def vote_in_secret(stage: Stage, user: str, card: object, sign: str) -> None:
    """Vote in a secret poll: by a button of the card, or on a ballot in private."""
    if stage.capabilities.buttons:
        await stage.press(user, card, sign)  # type: ignore[arg-type]
    else:
        await stage.react(user, card, "🗳️")  # type: ignore[arg-type]
        await stage.forward(seconds=5)
        await stage.react(user, stage.shown(f"direct-{user}")[-1], sign)
    await stage.forward(seconds=5)


async def rows(stage: Stage, table: type) -> int:
    """Return how many rows a table has."""
    async with stage.database.reading() as uow:
        return await uow.first(select(func.count()).select_from(table)) or 0


@DOORS
async def test_anonymous_poll(tmp_path: Path, capabilities: Capabilities) -> None:
    """An anonymous poll is shown first, hides its figures, and forgets who chose what a day after the close."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Who leads?" Ann, Bob anonymous=yes close=2h')
        assert "can’t be undone once the poll is published" in stage.last().text
        assert "Until then whoever runs me could look" in stage.last().text
        await act(stage, "@carla", stage.last(), "✅")
        card = stage.sees("nobody has voted yet")
        assert card.content is not None
        assert len(card.content.buttons) == (2 if capabilities.buttons else 1)
        await vote_in_secret(stage, "@a", card, "1️⃣")
        await vote_in_secret(stage, "@b", card, "2️⃣")
        await vote_in_secret(stage, "@c", card, "2️⃣")
        assert "3 people have voted" in card.text
        assert "▓" not in card.text and "%" not in card.text
        await stage.forward(hours=3)
        assert "The answer is: Bob." in stage.sees("The answer is").text
        assert await rows(stage, Ballot) == 3
        await stage.forward(days=2)
        assert (await rows(stage, Ballot), await rows(stage, BallotCount)) == (0, 2)
        async with stage.database.reading() as uow:
            signs = await uow.all(select(Reaction.emoji))
        assert not {"1️⃣", "2️⃣"} & set(signs)
        await stage.say("@carla", "!poll results 1")
        assert "2 (67%)" in stage.last().text
        await stage.say("@carla", "!poll reopen 1")
        assert "I no longer know who voted" in stage.last().text


async def test_secret_vote_typed_in_the_room_does_not_count(tmp_path: Path) -> None:
    """A ballot that others could read is not counted, and the answer says what to do."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Who leads?" Ann, Bob hidden=yes')
        card = stage.last()
        await stage.say("@a", "!poll vote 1 2")
        assert "poll 1 is secret" in stage.last().text
        await stage.react("@a", card, "🗳️")
        await stage.say("@a", "2", room="direct-@a")
        assert stage.last("direct-@a").text == "Counted: Bob"


async def test_secret_consent_by_reactions(tmp_path: Path) -> None:
    """A hidden consent gives ballots in private, and a block there is asked for its reason."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", '!poll consent "We paint" hidden=yes')
        await vote_in_secret(stage, "@ben", stage.last(), "🛑")
        assert "What is your reason?" in stage.last("direct-@ben").text
        await stage.say("@ben", "Toxic", room="direct-@ben")
        await stage.say("@carla", "!poll close")
        assert "Toxic" in stage.sees("There is no consent").text


@pytest.mark.parametrize(
    ("rule", "signs", "said"),
    [
        ("quorum=3", "1 1", "2 voted; 3 would have been needed."),
        ("quorum=2", "1 1", "The answer is: Ann."),
        ("threshold=2/3", "1 1 2", "The answer is: Ann."),
        ("threshold=2/3", "1 1 2 2 1", "The winner needs 2/3 of the votes."),
        ('threshold="two thirds"', "1 2", "The winner needs 2/3 of the votes."),
        ("threshold=unanimity", "1 1 2", "The winner needs every vote."),
        ("threshold=majority", "1 2", "more than half"),
        ("threshold=60%", "1 1 1 2 2", "The answer is: Ann."),
        ("threshold=3", "1 1", "The winner needs 3 votes."),
    ],
)
async def test_quorum_and_threshold(tmp_path: Path, rule: str, signs: str, said: str) -> None:
    """The result says whether the poll's own rules are met, and which one is not."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", f'!poll "Who leads?" Ann, Bob {rule}')
        card = stage.last()
        for number, sign in enumerate(signs.split()):
            await stage.press(f"@p{number}", card, "1️⃣" if sign == "1" else "2️⃣")
        await stage.say("@carla", "!poll close")
        stage.sees(said)
        assert ("Nothing is decided" in stage.sees("Poll 1: Who leads").text) == ("answer" not in said)


@DOORS
async def test_who_may_vote(tmp_path: Path, capabilities: Capabilities) -> None:
    """Only connectors vote in a poll for connectors; others are told so, and nothing of theirs is counted."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Hire?" Yes, No voters=connectors')
        card = stage.last()
        await act(stage, "@a", card, "1️⃣")
        assert "Only connectors vote in poll 1." in stage.last().text
        await act(stage, "@carla", card, "2️⃣")
        await stage.forward(seconds=5)
        assert "one person has voted" in card.text


async def test_newcomers_wait_where_voters_must_be_known(tmp_path: Path) -> None:
    """Somebody whom the bot met after the time that the poll asks for can't vote yet."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@old", "!help")
        await stage.forward(days=40)
        await stage.say("@carla", '!poll "Hire?" Yes, No since=30d')
        card = stage.last()
        await stage.press("@new", card, "1️⃣")
        assert "had known for 30 days" in stage.last().text
        await stage.press("@old", card, "1️⃣")
        assert "Counted: Yes" in stage.last().text


async def test_poll_closes_when_all_have_voted(tmp_path: Path) -> None:
    """A poll for connectors that closes early does so with the last connector's vote."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Hire?" Yes, No voters=connectors early=yes')
        await stage.press("@carla", stage.last(), "1️⃣")
        stage.sees("The answer is: Yes.")


async def test_poll_closes_with_the_third_vote(tmp_path: Path) -> None:
    """`early=3` closes a poll with the third voter, and somebody who changes their vote is one voter."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Hire?" Yes, No early=3')
        card = stage.last()
        for user, sign in (("@a", "1️⃣"), ("@b", "1️⃣"), ("@b", "2️⃣")):
            await stage.press(user, card, sign)
        stage.never_saw("The answer is")
        await stage.press("@c", card, "2️⃣")
        stage.sees("The answer is: No.")


async def test_reasons_beside_votes(tmp_path: Path) -> None:
    """Where people may say why, the card has a button for it, and the result shows what they said."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Where?" Garden, Park reasons=yes')
        card = stage.last()
        await stage.react("@a", card, "💬")
        assert "Vote in poll 1 first" in stage.last().text
        await stage.react("@a", card, "1️⃣")
        await stage.unreact("@a", card, "💬")
        await stage.react("@a", card, "💬")
        assert "Why did you vote like that" in stage.last("direct-@a").text
        await stage.say("@a", "It has shade", room="direct-@a")
        await stage.say("@carla", "!poll close")
        assert "Somebody, for Garden:\n> It has shade" in stage.sees("The answer is: Garden").text


@pytest.mark.parametrize("capabilities", [PLAIN, TELEGRAM], ids=["reactions", "buttons"])
async def test_own_signs(tmp_path: Path, capabilities: Capabilities) -> None:
    """Options can have their own emoji, which people press or react with."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "What?" Pizza, Salad emoji="🍕 🥗"')
        card = stage.last()
        assert "🍕 Pizza" in card.text
        await act(stage, "@a", card, "🥗")
        await stage.forward(seconds=5)
        assert "🥗 Salad\n▓▓▓▓▓▓▓▓ 1 (100%)" in card.text
        await stage.say("@carla", '!poll "What?" Pizza, Salad emoji="🍕"')
        assert "2 different emoji" in stage.last().text


async def test_one_reminder_for_those_who_have_not_voted(tmp_path: Path) -> None:
    """People who have not voted get one private reminder, outside quiet hours, unless they declined it."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(quiet_hours="21:00-08:00")
        for user in ("@a", "@b", "@c"):
            await stage.say(user, "!help")
        await stage.say("@carla", '!poll "Where?" Garden, Park close=24h remind=10h')
        await stage.react("@a", stage.last(), "1️⃣")
        await stage.forward(hours=20)
        assert not stage.shown("direct-@b")
        await stage.forward(hours=3)
        assert "You haven’t voted yet" in stage.last("direct-@b").text
        assert not stage.shown("direct-@a")
        await stage.react("@b", stage.last("direct-@b"), "🔕")
        await stage.say("@carla", '!poll "When?" Now, Later close=2h remind=1h')
        await stage.forward(hours=3)
        assert len([shown for shown in stage.shown("direct-@b") if "voting" in shown.text]) == 1
        assert len([shown for shown in stage.shown("direct-@c") if "voting" in shown.text]) == 2


async def test_poll_that_opens_later(tmp_path: Path) -> None:
    """A poll with a start waits, is in the list, and opens on time; its deadline counts from then."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Where?" Garden, Park start="tomorrow 9am" close=2h')
        assert "opens on Thursday" in stage.last().text
        await stage.say("@a", "!poll list")
        assert "1: Where? – opens on" in stage.last().text
        await stage.say("@a", "!poll vote 1 1")
        assert "Poll 1 opens on" in stage.last().text
        await stage.forward(days=1)
        card = stage.sees("nobody has voted yet")
        await stage.press("@a", card, "1️⃣")
        await stage.forward(hours=2)
        stage.sees("The answer is: Garden.")


async def test_waiting_poll_is_dropped(tmp_path: Path) -> None:
    """A poll that waits can be deleted, and never opens."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Where?" Garden, Park start="tomorrow 9am"')
        await stage.say("@carla", "!poll delete 1")
        await stage.say("@carla", "yes")
        await stage.say("@carla", '!poll "When?" Today, Tomorrow start="tomorrow 9am"')
        await stage.forward(days=2)
        opened = [shown.text for shown in stage.shown() if "nobody has voted yet" in shown.text]
        assert len(opened) == 1 and opened[0].startswith("When?")


async def test_poll_again(tmp_path: Path) -> None:
    """A copy of an old poll has its words and rules, lasts as long, and is shown before it is asked."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", '!poll ranked "Where?" Garden, Park close=2h quorum=2')
        await stage.forward(hours=3)
        await stage.say("@carla", "!poll again 1")
        assert "Ranked" in stage.last().text and "Counts if 2 people vote." in stage.last().text
        await stage.say("@carla", "yes")
        card = stage.sees("nobody has voted yet")
        assert "Where?" in card.text and "Open until" in card.text


@DOORS
async def test_buttons_below_the_preview(tmp_path: Path, capabilities: Capabilities) -> None:
    """The buttons below a preview change its kind and its rules, and the poll has them."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@carla", "!poll garden or park?")
        await act(stage, "@carla", stage.last(), "🔀")
        assert "Score: each person gives each option 0 to 5 points." in stage.last().text
        await act(stage, "@carla", stage.last(), "🙈")
        assert "The figures come at the close." in stage.last().text
        await act(stage, "@carla", stage.last(), "✅")
        card = stage.sees("nobody has voted yet")
        assert card.content is not None
        assert [button.emoji for button in card.content.buttons] == ["🗳️"]
        assert "▓" not in card.text and "░" not in card.text


@DOORS
async def test_more_rules_by_buttons(tmp_path: Path, capabilities: Capabilities) -> None:
    """Behind ⚙️ each press takes a rule one step on and the label says where to; the published poll has them."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community(quiet_hours="")
        await stage.say("@carla", "!poll garden or park?")
        for sign in ("⚙️", "👥", "👥", "📏", "📏", "🔑", "🌱", "💬", "⏩", "⏳"):
            await act(stage, "@carla", stage.last(), sign)
        shown = stage.last()
        assert shown.content is not None
        labels = [button.label for button in shown.content.buttons]
        assert "Quorum: 10" in labels and "Unanimity" in labels and "Open for 3 days" in labels
        assert "No quorum" not in labels and "Remind 1 hour before" in labels
        await act(stage, "@carla", shown, "🔔")
        await act(stage, "@carla", stage.last(), "✅")
        card = stage.sees("nobody has voted yet").text
        said = ("Counts if 5 people vote", "2/3 of the votes", "Only connectors", "30 days", "as soon as everybody")
        assert [words for words in said if words not in card] == []
        assert "Open until Thursday, 26 November 2026" in card
        async with stage.database.reading() as uow:
            poll = await uow.get(Poll, 1)
            assert poll is not None
            given = settings.of(poll)
        assert (given.remind_minutes, given.reasons, given.since_days) == (60, True, 30)


@pytest.mark.parametrize("locale", ["fr", "de", "es"])
async def test_a_rule_that_goes_round(tmp_path: Path, locale: str) -> None:
    """After its last value a rule is gone again; what somebody typed begins anew; the deadline stays what it was."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(locale=locale)
        await stage.say("@carla", "!poll garden or park? quorum=7 close=2h")
        before = stage.last().text
        for sign in ("⚙️", "👥"):
            await act(stage, "@carla", stage.last(), sign)
        assert "7" not in stage.last().text.replace("27", "").replace("17", "")
        for sign in ("⏩", "⏩"):
            await act(stage, "@carla", stage.last(), sign)
        until = next(line for line in before.splitlines() if "2026" in line)
        assert until in stage.last().text


async def test_rules_in_french(tmp_path: Path) -> None:
    """Rules have French names and words, and the card says them in French."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale="fr")
        await stage.say("@carla", '!sondage masqué "Qui ?" Anne, Luc seuil="deux tiers" quorum=2 votants=connecteurs')
        card = stage.last()
        for line in ("Les chiffres viennent à la clôture.", "Seuls les connecteurs votent.", "2/3 des voix"):
            assert line in card.text
        await stage.say("@carla", "!poll close")
        stage.sees("Personne n’a voté")


async def test_rules_in_words_are_shown_first(tmp_path: Path) -> None:
    """Rules in words around the poll are shown to its author, who publishes it then."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale="fr")
        await stage.say("@carla", "!sondage quorum 3 Quel thème ? rouge, bleu majorité des deux tiers")
        for line in ("Quel thème ?", "2️⃣ bleu", "2/3 des voix"):
            assert line in stage.last().text
        assert "quorum" not in stage.last().text
        await stage.say("@carla", "oui")
        assert "2/3 des voix" in stage.last().text
        assert "Sondage 1" in stage.last().text


async def test_accounts_of_one_person_have_one_vote(tmp_path: Path) -> None:
    """Two accounts of one person are one voter: the newer vote counts."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Where?" Garden, Park')
        card = stage.last()
        await stage.press("@a", card, "1️⃣")
        await stage.link_accounts("@a", "@a2")
        await stage.press("@a2", card, "2️⃣")
        await stage.forward(seconds=5)
        assert "one person has voted" in card.text
        assert "2️⃣ Park\n▓▓▓▓▓▓▓▓ 1 (100%)" in card.text
        assert await rows(stage, Identity) == 3


async def test_vote_typed_by_name(tmp_path: Path) -> None:
    """A typed vote may name the option; one that fits no option is answered with what to type."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Who leads?" "Ann Lee", Bob')
        await stage.say("@a", "!poll vote 1 ann")
        assert stage.last().text == "Counted: Ann Lee"
        await stage.say("@a", "!poll vote 1 Cyril")
        assert "Type the options or their numbers, from 1 to 2" in stage.last().text


async def test_poll_again_after_an_early_close(tmp_path: Path) -> None:
    """A copy lasts as long as its poll was meant to, however early that was closed: without a deadline, or the same."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Where?" Garden, Park')
        await stage.forward(minutes=1)
        await stage.say("@carla", "!poll close")
        await stage.say("@carla", "!poll again 1")
        assert "Open until" not in stage.last().text
        await stage.say("@carla", "no")
        await stage.say("@carla", '!poll "When?" Today, Tomorrow close=1d')
        await stage.forward(minutes=1)
        await stage.say("@carla", "!poll close 2")
        await stage.say("@carla", "!poll again 2")
        assert "Open until Thursday, 26 November 2026" in stage.last().text


@pytest.mark.parametrize(
    ("locale", "answer"),
    [
        ("en", "it opens only on Thursday"),
        ("fr", "il n’ouvre que le"),
        ("de", "öffnet aber erst"),
        ("es", "no se abre hasta"),
    ],
)
async def test_a_close_before_the_start(tmp_path: Path, locale: str, answer: str) -> None:
    """A close that is still to come, but before the poll opens, is refused with both times."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale=locale)
        await stage.say("@carla", '!poll "Where?" Garden, Park start=2026-11-26 close=2026-11-25')
        assert answer in stage.last().text
