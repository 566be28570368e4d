"""Linked accounts in two processes, on both stores: whatever happens at the same moment, a person counts once."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import col, select

from storage.queries import persons
from storage.tables import Ballot, Identity, Rsvp
from tests.acceptance.event_steps import announce_event
from tests.acceptance.link_steps import code_for, link_by_code, private
from tests.integration.test_races import submit_to_both, two_processes
from tests.stage import Stage
from tests.stores import BOTH

ROUNDS = 6


async def _members(stage: Stage, *users: str) -> list[int]:
    async with stage.database.reading() as uow:
        found = {one.user: one.member_id for one in await uow.all(select(Identity))}
    return [found[user] for user in users]


@pytest.mark.parametrize("kind", BOTH)
async def test_two_accounts_vote_at_the_same_moment(tmp_path: Path, kind: str) -> None:
    """Both accounts of a person vote in two processes at once: the poll has one ballot, from one of them."""
    async with two_processes(tmp_path, kind) as (first, second):
        await link_by_code(first, "@anna", "@annette")
        for number in range(1, ROUNDS + 1):
            await first.say("@carla", f'!poll "Tea {number}?" yes no')
            card = first.sees(f"Tea {number}?")
            first.platform.press(card.id, "@anna", "1️⃣")
            first.platform.press(card.id, "@annette", "2️⃣")
            anna, annette = first.platform.log[-2:]
            await submit_to_both((first, anna), (second, annette))
            await first.forward(seconds=5)
            async with first.database.reading() as uow:
                assert len(await uow.all(select(Ballot).where(Ballot.poll_id == number))) == 1
            assert card.text.count("1 (100%)") == 1, card.text


@pytest.mark.parametrize("kind", BOTH)
async def test_two_accounts_take_the_last_place_at_the_same_moment(tmp_path: Path, kind: str) -> None:
    """Both accounts say yes at once: one place is taken, and nobody waits."""
    async with two_processes(tmp_path, kind) as (first, second):
        await link_by_code(first, "@anna", "@annette")
        for number in range(1, ROUNDS + 1):
            card = await announce_event(first, f"!event Tea {number} friday 7pm places={number % 2 + 1}")
            first.platform.press(card.id, "@anna", "✅")
            first.platform.press(card.id, "@annette", "✅")
            anna, annette = first.platform.log[-2:]
            await submit_to_both((first, anna), (second, annette))
            await first.forward(seconds=5)
            assert f"1 of {number % 2 + 1} place" in card.text and "waiting" not in card.text, card.text


@pytest.mark.parametrize("kind", BOTH)
async def test_a_vote_and_the_link_at_the_same_moment(tmp_path: Path, kind: str) -> None:
    """One account votes while the other is being linked with it: the person has one ballot."""
    async with two_processes(tmp_path, kind) as (first, second):
        for number in range(1, ROUNDS + 1):
            one, other = f"@anna{number}", f"@annette{number}"
            await first.say("@carla", f'!poll "Tea {number}?" yes no')
            card = first.sees(f"Tea {number}?")
            await first.press(one, card, "1️⃣")
            code = await code_for(first, one)
            first.platform.invite_bot(private(other), other, direct=True)
            await first.settle()
            first.platform.press(card.id, other, "2️⃣")
            first.platform.say(private(other), other, f"!me link {code}")
            vote, link = first.platform.log[-2:]
            await submit_to_both((first, vote), (second, link))
            await first.forward(seconds=5)
            async with first.database.reading() as uow:
                ballots = await uow.all(select(Ballot).where(Ballot.poll_id == number))
            assert len(ballots) == 1
            assert card.text.count("1 (100%)") == 1, card.text


@pytest.mark.parametrize("kind", BOTH)
async def test_one_code_and_two_who_type_it(tmp_path: Path, kind: str) -> None:
    """Two people type one code at the same moment: one of them is linked."""
    async with two_processes(tmp_path, kind) as (first, second):
        for number in range(1, ROUNDS + 1):
            users = [f"@{name}{number}" for name in ("anna", "ben", "cleo")]
            code = await code_for(first, users[0])
            for user in users[1:]:
                first.platform.invite_bot(private(user), user, direct=True)
            await first.settle()
            for user in users[1:]:
                first.platform.say(private(user), user, f"!me link {code}")
            ben, cleo = first.platform.log[-2:]
            await submit_to_both((first, ben), (second, cleo))
            await first.forward(seconds=5)
            (anna,) = await _members(first, users[0])
            async with first.database.reading() as uow:
                assert len(await persons.linked(uow, anna)) == 1


@pytest.mark.parametrize("kind", BOTH)
async def test_linking_and_unlinking_three_accounts(tmp_path: Path, kind: str) -> None:
    """Whoever leaves, and in whichever order: rows stay with who gave them, and no key is taken twice."""
    async with two_processes(tmp_path, kind) as (stage, _):
        await stage.say("@carla", '!poll "Tea?" yes no')
        poll, event = stage.sees("Tea?"), await announce_event(stage, "!event Walk friday 7pm")
        await link_by_code(stage, "@anna", "@ben")
        await stage.press("@anna", poll, "1️⃣")
        await stage.press("@ben", event, "✅")
        await link_by_code(stage, "@cleo", "@ben")
        anna, ben, cleo = await _members(stage, "@anna", "@ben", "@cleo")
        for leaving, others in ((anna, [ben, cleo]), (ben, [])):
            async with stage.database.transaction() as uow:
                await persons.leave(uow, leaving)
                assert [one.id for one in await persons.linked(uow, cleo)] == [one for one in others if one != cleo]
        async with stage.database.reading() as uow:
            ballots = await uow.rows(select(col(Ballot.member_id), col(Ballot.person_id)))
            replies = await uow.rows(select(col(Rsvp.member_id), col(Rsvp.person_id)))
        assert [tuple(row) for row in ballots] == [(anna, anna)]
        assert [tuple(row) for row in replies] == [(ben, ben)]
