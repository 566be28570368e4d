"""Tests for `undo`, and for taking back a reply, a vote, what came of a poll, and that a later one revoked it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.i18n import languages, texts
from tests.acceptance.event_steps import plain_text
from tests.stage import PLAIN, RICH, Stage, staged


async def told(stage: Stage, user: str, *lines: str) -> str:
    """Say these lines and return the last answer."""
    for line in lines:
        await stage.say(user, line)
    return plain_text(stage.last())


async def test_undo_names_the_way_back_and_a_yes_takes_it(tmp_path: Path) -> None:
    """Whoever closes a poll or cancels an event by mistake types undo, and yes."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await told(stage, "@carla", "!event Potluck 2026-12-04 19:00", "yes", "!event cancel 1 rain")
        assert "!event reopen 1" in await told(stage, "@carla", "!undo")
        assert "Potluck is on after all" in await told(stage, "@carla", "yes")
        await told(stage, "@carla", '!poll "Tea?" yes no', "!poll close 1")
        assert "!poll reopen 1" in await told(stage, "@carla", "!undo")
        await told(stage, "@carla", "yes")
        assert "!poll close 1" in await told(stage, "@carla", "!undo")


@pytest.mark.parametrize("typed", ["2026-12-04 19:00", "2026-12-04 19:00-21:30"])
async def test_undo_of_a_move_names_the_old_time(tmp_path: Path, typed: str) -> None:
    """Whoever moves an event by mistake reads when it was, also where a yes moved it, and a yes moves it back."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await told(stage, "@carla", f"!event Potluck {typed}", "yes", "!rsvp 1 yes")
        await told(stage, "@carla", "!event move 1 saturday 8pm", "yes")
        assert f"!event move 1 {typed} takes it back" in await told(stage, "@carla", "!undo")
        await told(stage, "@carla", "yes", "yes")
        assert "New: Friday, 4 December 2026 at 19:00" in "\n".join(plain_text(one) for one in stage.shown())


async def test_edit_says_what_was_there(tmp_path: Path) -> None:
    """Whoever changes an event's place reads the old one, so that undo can point to it."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await told(stage, "@carla", "!event Potluck 2026-12-04 19:00 at the garden", "yes")
        edited = await told(stage, "@carla", "!event edit 1 place: the church")
        assert "the place is now the church (before: “the garden”)" in edited
        assert "!event edit 1 …" in await told(stage, "@carla", "!undo")


async def test_undo_of_a_change_asks_for_what_was_there(tmp_path: Path) -> None:
    """A change is taken back by the same command; what can't be undone is said so."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        assert "!config rules …" in await told(stage, "@carla", "!config rules Be kind", "!undo")
        done = await told(stage, "@carla", '!poll "Tea?" yes no', "!poll delete 1", "yes", "!undo")
        assert done == "!poll delete can’t be undone."


async def test_undo_after_a_button_or_a_question(tmp_path: Path) -> None:
    """What a button or a yes did is named too, and not an older command."""
    async with staged(tmp_path, RICH) as stage:
        await stage.network()
        await stage.say("@nora", "!config digest never", "#network")
        await stage.say("@nora", "!network invites", "#network")
        await stage.press("@nora", stage.last("#network"), "1️⃣")
        await stage.say("@nora", "!undo", "#network")
        assert "revoked an invitation. To take it back, type !network invite" in plain_text(stage.last("#network"))
        await stage.say("@nora", "!config history 1 year", "#network")
        await stage.say("@nora", "yes", "#network")
        await stage.say("@nora", "!undo", "#network")
        assert "!config history …" in plain_text(stage.last("#network"))


async def test_undo_says_none_in_the_rooms_language(tmp_path: Path) -> None:
    """The word that empties something is the reader's own, and a yes runs it."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale="de")
        lines = ('!poll "Tee?" ja nein', "!poll close 1", "!poll outcome 1 Heute", "!undo")
        assert "!umfrage nachtrag 1 keine" in await told(stage, "@carla", *lines)
        assert "wieder gelöscht" in await told(stage, "@carla", "ja")


async def test_undo_of_a_draft_touches_no_other_event(tmp_path: Path) -> None:
    """Somebody who takes an event back before it is announced doesn't cancel the one that is."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await told(stage, "@carla", "!event Potluck 2026-12-04 19:00", "yes")
        answer = await told(stage, "@carla", "!event Walk 2026-12-05 19:00", "!undo")
        assert "!event cancel …" in answer and "yes" not in answer
        await told(stage, "@carla", "no")
        assert "Potluck" in await told(stage, "@carla", "!event list")


async def test_undo_after_a_vote_says_how_that_goes_back(tmp_path: Path) -> None:
    """The log holds no votes, so the answer says that it is about what was changed for everybody."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await told(stage, "@carla", '!poll "Tea?" yes no', "!poll vote 1 1")
        answer = await told(stage, "@carla", "!undo")
        assert "changed here for everybody was !poll" in answer
        assert "!poll vote 3 none" in answer


async def test_undo_of_a_limit_guesses_no_number(tmp_path: Path) -> None:
    """What was there before is in no log, so the person puts it in."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await told(stage, "@carla", "!event Potluck 2026-12-04 19:00 places=8", "yes")
        assert "!event limit 1 …" in await told(stage, "@carla", "!event limit 1 12", "!undo")


async def test_nobody_undoes_what_others_did(tmp_path: Path) -> None:
    """Each person reads their own acts only; a member without any hears how replies and votes are taken back."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await told(stage, "@carla", '!poll "Tea?" yes no', "!poll close 1")
        assert "I know of nothing you did here" in await told(stage, "@mia", "!undo")


@pytest.mark.parametrize("locale", languages.codes())
async def test_reply_and_vote_are_taken_back(tmp_path: Path, locale: str) -> None:
    """In every language `none` takes back a reply and a vote, by number and by title."""
    none = texts.words(locale, "config-empty")
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale=locale)
        await told(stage, "@carla", "!event Potluck 2026-12-04 19:00", "yes", '!poll "Tea?" yes no')
        for line in (f"!rsvp 1 {none}", f"!rsvp {none}"):
            await told(stage, "@mia", "!rsvp 1 yes")
            assert "✅ 1" in await told(stage, "@mia", "!event list")
            await told(stage, "@mia", line)
            assert "✅ 0" in await told(stage, "@mia", "!event list")
        await told(stage, "@mia", "!poll vote 1 2")
        assert "100" in await told(stage, "@mia", "!poll results 1")
        await told(stage, "@mia", f"!poll vote 1 {none}")
        assert "100" not in await told(stage, "@mia", "!poll results 1")


async def test_outcome_and_revocation_are_taken_back(tmp_path: Path) -> None:
    """A connector takes back what came of a poll, and that a later one revoked it."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        for number in ("1", "2"):
            await told(stage, "@carla", f'!poll "Tea {number}?" yes no', f"!poll close {number}")
            await stage.forward(minutes=1)
        await told(stage, "@carla", '!poll outcome 1 "We drink it"', "!poll revoke 1 2", "yes")
        result = await told(stage, "@carla", "!poll results 1")
        assert "We drink it" in result and "Revoked by" in result
        assert "taken back" in await told(stage, "@carla", "!poll outcome 1 none")
        assert "counts again" in await told(stage, "@carla", "!poll revoke 1 none")
        result = await told(stage, "@carla", "!poll results 1")
        assert "We drink it" not in result and "Revoked by" not in result
