"""Somebody links their accounts by a code: they are one person in polls and at events until they unlink them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlmodel import select

from bots.testing import Shown
from storage.queries import retention
from storage.tables import BallotReason, LinkCode
from tests.acceptance.announcement_steps import BONN, LYON, NET, three_towns
from tests.acceptance.event_steps import announce_event, first_lines, plain_text
from tests.acceptance.link_steps import code_for, link_by_code, private, talk
from tests.stage import PLAIN, RICH, Stage, staged
from tests.stores import store

TEA = '!poll "Tea?" yes no'


@pytest.fixture(params=[PLAIN, RICH], ids=["reactions", "buttons"])
async def stage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage with a community, where people have reactions or buttons."""
    async with staged(tmp_path, request.param) as made:
        await made.community()
        yield made


async def act(stage: Stage, user: str, card: Shown, sign: str) -> None:
    """Press the button or add the reaction with this sign."""
    await (stage.press if stage.capabilities.buttons else stage.react)(user, card, sign)
    await stage.forward(seconds=5)


async def poll(stage: Stage, line: str = TEA) -> Shown:
    """Open a poll as a connector."""
    await stage.say("@carla", line)
    return stage.sees("Tea?")


# The code


async def test_both_accounts_hear_of_it_and_either_undoes_it(stage: Stage) -> None:
    """Each side reads which account it is linked with and how to undo it; the one that undoes it tells the other."""
    answer = await link_by_code(stage, "@anna", "@annette")
    assert "Linked with anna (Memory: @anna)" in answer and "!me unlink" in answer
    told = stage.last(private("@anna")).text
    assert "linked with annette (Memory: @annette)" in told and "!me unlink" in told
    assert "counts by itself again, apart from annette" in await talk(stage, "@anna", "!me unlink")
    await stage.forward(seconds=5)
    assert "anna (Memory: @anna) is no longer linked" in stage.last(private("@annette")).text
    assert "isn’t linked" in await talk(stage, "@annette", "!me unlink")


async def test_a_code_works_once_and_not_for_long(stage: Stage) -> None:
    """A code that was used, replaced or is too old links nothing, and the answer is the same as for any other word."""
    code = await code_for(stage, "@anna")
    newer = await code_for(stage, "@anna")
    unknown = await talk(stage, "@mallory", "!me link abcdefgh")
    assert "can’t link anything" in unknown
    assert await talk(stage, "@ben", f"!me link {code}") == unknown
    await stage.forward(minutes=15)
    assert await talk(stage, "@ben", f"!me link {newer}") == unknown
    newest = await code_for(stage, "@anna")
    assert "Linked with" in await talk(stage, "@ben", f"!me link  {newest.upper()[:4]} {newest[4:]}")
    assert await talk(stage, "@mallory", f"!me link {newest}") == unknown


async def test_guessing_ends_soon(stage: Stage) -> None:
    """After five wrong codes even the right one has to wait; another hour, another try."""
    for number in range(5):
        assert "can’t link anything" in await talk(stage, "@mallory", f"!me link wrong{number}")
    code = await code_for(stage, "@anna")
    assert "Too many" in await talk(stage, "@mallory", f"!me link {code}")
    await stage.forward(hours=1)
    code = await code_for(stage, "@anna")
    assert "Linked with" in await talk(stage, "@mallory", f"!me link {code}")


async def test_a_code_in_a_room_is_void(stage: Stage) -> None:
    """Others could read it there: it links nothing any more, and who typed it hears what to do."""
    code = await code_for(stage, "@anna")
    await stage.say("@annette", f"!me link {code}")
    assert "Others could read that code" in stage.last().text
    assert "can’t link anything" in await talk(stage, "@annette", f"!me link {code}")


async def test_a_code_asked_for_in_a_room_comes_in_private(stage: Stage) -> None:
    """The room never reads the code, only its digest is kept, and it links nothing with the account that asked."""
    await stage.say("@anna", "!me link")
    await stage.forward(seconds=5)
    assert stage.last().text == "I’ve sent it to you in private."
    code = stage.last(private("@anna")).text.split("Your code is ")[1][:8]
    assert code not in stage.transcript()
    assert "asked for the code itself" in await talk(stage, "@anna", f"!me link {code}")
    async with stage.database.reading() as uow:
        (kept,) = await uow.all(select(LinkCode))
    assert code not in kept.code_hash
    await stage.forward(minutes=15)
    async with stage.database.transaction() as uow:
        await retention.delete_by_own_time(uow, stage.clock.now())
        assert await uow.all(select(LinkCode)) == []


async def test_the_same_two_are_linked_once(stage: Stage) -> None:
    """A second code between linked accounts changes nothing."""
    await link_by_code(stage, "@anna", "@annette")
    assert "linked already: anna" in await link_by_code(stage, "@annette", "@anna")


# Polls


async def test_one_vote_with_either_account(stage: Stage) -> None:
    """The newer vote replaces that of the other account; after unlinking it stays with the account that cast it."""
    card = await poll(stage)
    await link_by_code(stage, "@anna", "@annette")
    await act(stage, "@anna", card, "1️⃣")
    await act(stage, "@annette", card, "2️⃣")
    assert "no\n▓▓▓▓▓▓▓▓ 1 (100%)" in card.text
    await talk(stage, "@anna", "!me unlink")
    await act(stage, "@ben", card, "2️⃣")
    assert "no\n▓▓▓▓▓▓▓▓ 2 (100%)" in card.text
    if stage.capabilities.buttons:
        await act(stage, "@anna", card, "1️⃣")
    else:
        await stage.unreact("@anna", card, "1️⃣")
        await act(stage, "@anna", card, "1️⃣")
    assert "yes\n▓▓▓░░░░░ 1 (33%)" in card.text and "2 (67%)" in card.text


async def test_two_votes_before_linking_become_the_newer_one(stage: Stage) -> None:
    """In open polls the newer vote stands, and the person reads so; a closed poll keeps both."""
    await stage.say("@carla", '!poll "Old?" yes no')
    closed = stage.sees("Old?")
    await act(stage, "@anna", closed, "1️⃣")
    await act(stage, "@annette", closed, "2️⃣")
    await stage.say("@carla", "!poll close 1")
    card = await poll(stage)
    await act(stage, "@annette", card, "2️⃣")
    await act(stage, "@anna", card, "1️⃣")
    answer = await link_by_code(stage, "@anna", "@annette")
    assert "Only your newest vote counts now: Tea?" in answer
    await stage.forward(seconds=5)
    assert "yes\n▓▓▓▓▓▓▓▓ 1 (100%)" in card.text
    assert closed.text.count("1 (50%)") == 2
    await stage.say("@carla", "!poll reopen 1")
    await stage.forward(seconds=5)
    assert "no\n▓▓▓▓▓▓▓▓ 1 (100%)" in stage.sees("Old?").text


async def test_pressing_the_others_choice_keeps_it(tmp_path: Path) -> None:
    """Pressing what one's other account chose votes and does not withdraw; the second press withdraws."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        card = await poll(stage)
        await link_by_code(stage, "@anna", "@annette")
        await act(stage, "@anna", card, "1️⃣")
        await act(stage, "@annette", card, "1️⃣")
        assert "1 (100%)" in card.text
        await act(stage, "@annette", card, "1️⃣")
        assert "0 (0%)" in card.text


async def test_a_reaction_of_the_other_account_may_go(tmp_path: Path) -> None:
    """Taking an old reaction back leaves the vote that the other account cast since."""
    async with staged(tmp_path) as stage:
        await stage.community()
        card = await poll(stage)
        await link_by_code(stage, "@anna", "@annette")
        await act(stage, "@anna", card, "1️⃣")
        await act(stage, "@annette", card, "1️⃣")
        await stage.unreact("@anna", card, "1️⃣")
        await stage.forward(seconds=5)
        assert "1 (100%)" in card.text


async def test_the_ballot_of_both_is_one(stage: Stage) -> None:
    """Somebody fills a ballot with one account and finds it with the other."""
    await stage.say("@carla", '!poll "Tea?" Green Black Mint choices=2')
    card = stage.sees("Tea?")
    await link_by_code(stage, "@anna", "@annette")
    await act(stage, "@anna", card, "1️⃣")
    await act(stage, "@annette", card, "2️⃣")
    assert "one person has voted" in card.text
    assert card.text.count("1 (100%)") == 2


async def test_three_accounts(stage: Stage) -> None:
    """A third account joins through either of the two; who leaves takes only themselves out."""
    card = await poll(stage)
    await link_by_code(stage, "@anna", "@annette")
    await link_by_code(stage, "@annie", "@annette")
    for user in ("@anna", "@annette", "@annie"):
        await act(stage, user, card, "1️⃣")
    assert "1 (100%)" in card.text
    await talk(stage, "@anna", "!me unlink")
    await act(stage, "@annette", card, "2️⃣")
    assert "no\n▓▓▓▓▓▓▓▓ 1 (100%)" in card.text
    await act(stage, "@annie", card, "2️⃣")
    await stage.say("@anna", "!poll vote 1 1")
    await stage.forward(seconds=5)
    assert "2 people have voted" in card.text


async def test_one_vote_and_one_reminder_in_a_networks_poll(tmp_path: Path) -> None:
    """A person in two communities has one vote in their network's poll, and is reminded of it with one account."""
    async with staged(tmp_path) as stage:
        await three_towns(stage)
        for user, room in (("@anna", LYON), ("@annette", BONN), ("@ben", BONN)):
            await stage.say(user, "!help", room)
        await link_by_code(stage, "@anna", "@annette")
        await stage.say("@nora", '!poll "Tea?" yes no close=24h remind=10h to=network', NET)
        await stage.react("@nora", stage.last(NET), "✅")
        await stage.forward(hours=15)
        reminded = [user for user in ("@anna", "@annette", "@ben") if "Tea?" in stage.transcript(private(user))]
        assert reminded == ["@anna", "@ben"]
        await act(stage, "@anna", stage.sees("Tea?", LYON), "1️⃣")
        await act(stage, "@annette", stage.sees("Tea?", BONN), "2️⃣")
        for room in (LYON, BONN):
            assert plain_text(stage.sees("Tea?", room)).count("1 (100 %)") == 1, stage.transcript(room)
        assert stage.sees("Tea?", NET).text.count("1 (100%)") == 1


async def test_a_reason_goes_with_the_ballot(tmp_path: Path) -> None:
    """Somebody blocks with a reason and agrees with the other account: neither the block nor the reason is left."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await link_by_code(stage, "@anna", "@annette")
        await stage.say("@carla", '!poll consent "Tea?" close=2d')
        card = stage.sees("Tea?")
        await act(stage, "@anna", card, "🛑")
        await stage.say("@anna", "!poll reason 1 It is cold")
        async with stage.database.reading() as uow:
            assert [one.text for one in await uow.all(select(BallotReason))] == ["It is cold"]
        await act(stage, "@annette", card, "👍")
        assert "Agree\n▓▓▓▓▓▓▓▓ 1 (100%)" in card.text
        async with stage.database.reading() as uow:
            assert await uow.all(select(BallotReason)) == []


# Events


async def test_one_place_and_one_reminder(stage: Stage) -> None:
    """The newer reply counts, and the reminder calls the account that gave it."""
    card = await announce_event(stage)
    await link_by_code(stage, "@anna", "@annette")
    await act(stage, "@anna", card, "✅")
    await act(stage, "@annette", card, "✅")
    assert "1 coming: annette" in plain_text(card)
    await stage.forward(days=1, hours=9)
    reminded = stage.transcript()
    assert first_lines(stage) and "annette" in reminded.split("⏰")[-1] and "anna," not in reminded.split("⏰")[-1]


async def test_a_place_stays_when_accounts_are_linked(stage: Stage) -> None:
    """Somebody who has a place and waits with another account keeps the place, and the next in line moves up."""
    card = await announce_event(stage, "!event Tea friday 7pm places=2")
    for user in ("@anna", "@ben", "@annette", "@dave"):
        await act(stage, user, card, "✅")
    assert "2 of 2 places, 2 waiting" in card.text
    answer = await link_by_code(stage, "@anna", "@annette")
    assert "Only your newest reply counts now: Tea" in answer
    await stage.forward(seconds=5)
    assert "2 of 2 places, 1 waiting" in card.text, card.text
    await act(stage, "@annette", card, "❌")
    assert "ben" in card.text and "dave" in card.text and "annette" not in card.text.split("❌")[0], card.text


# Erasure and data


async def test_data_names_linked_accounts_and_erasing_spares_them(tmp_path: Path) -> None:
    """`me data` names them; `me erase` says that it forgets one account only, and the other hears no name."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        card = await poll(stage)
        stage.platform.direct_rooms["@zoe:x.org"] = "!private"
        await stage.say("@zoe:x.org", "!me link")
        code = stage.last("!private").text.split("Your code is ")[1][:8]
        assert "Linked with" in await talk(stage, "@ben", f"!me link {code}")
        await stage.say("@zoe:x.org", "!me data")
        assert "one person together: ben (Memory: @ben)" in stage.last("!private").text
        await act(stage, "@zoe:x.org", card, "1️⃣")
        await act(stage, "@ben", card, "2️⃣")
        await stage.say("@zoe:x.org", "!me erase")
        assert "Only this account goes. The ones linked with it stay (!me data names them)" in stage.last().text
        await stage.say("@zoe:x.org", "yes")
        await stage.forward(seconds=5)
        assert "no\n▓▓▓▓▓▓▓▓ 1 (100%)" in card.text
        told = stage.last(private("@ben")).text
        assert "on Memory" in told and "zoe" not in told
        assert "isn’t linked" in await talk(stage, "@ben", "!me unlink")
        await stage.forward(minutes=11)
    assert store().words_in(tmp_path, ("zoe:x.org",)) == set()


# Languages


@pytest.mark.parametrize(
    ("locale", "line", "linked"),
    [
        ("fr", "!moi relier", "Relié à anna"),
        ("de", "!ich verbinden", "Verbunden mit anna"),
        ("es", "!perfil vincular", "Vinculada con anna"),
    ],
)
async def test_in_other_languages(tmp_path: Path, locale: str, line: str, linked: str) -> None:
    """The commands have words in each language, and each account reads its own language."""
    async with staged(tmp_path) as stage:
        await stage.community(locale=locale)
        await talk(stage, "@anna", f"!me language {locale}")
        await talk(stage, "@annette", f"!me language {locale}")
        await talk(stage, "@anna", line)
        code = next(word for word in stage.last(private("@anna")).text.split() if len(word) == 9 and word[-1] == ".")
        assert linked in await talk(stage, "@annette", f"{line} {code[:8]}")
        assert "en private" not in stage.last(private("@anna")).text
