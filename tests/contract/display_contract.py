"""Points 5 and 6 of the contract: people's text is data, and people can press buttons and vote in polls."""

from __future__ import annotations

import pytest

from bots.core.inbound import ButtonPressed, ChoiceMade, ReactionAdded
from bots.core.outbound import Button, ClosePoll, Content, Edit, NativePoll, PollOption, Post
from bots.core.richtext import Bold, Mention, Rich, Text
from bots.core.sanitize import graphemes
from bots.ports import Sent
from tests.contract.rig import Rig, key, posted, send, words

NASTY = '<b>bold</b> & "quotes" *stars* _lines_ `code` @room @everyone [a](https://evil.example)'
ZALGO = "Z̵̡̢̛̗̘̙̜̝̞̟̠͇̊̋̌̍̎̏̿̿̿"
RIGHT_TO_LEFT = "\u202eشلوم עולם"
YES, NO = Button("rsvp:1:yes", "Yes", "✅"), Button("rsvp:1:no", "No", "❌")
POLL = NativePoll("Tea?", (PollOption("0", "Green"), PollOption("1", "Black")))


class DisplayContract:
    """How messages appear to people."""

    # Point 5: people's text is data

    @pytest.mark.parametrize("text", [NASTY, ZALGO, RIGHT_TO_LEFT, "two\nlines", "  spaces  ", "👩‍👩‍👧‍👦"])
    async def test_text_is_shown_as_it_was_written(self, rig: Rig, text: str) -> None:
        """People's text appears as they wrote it and notifies nobody."""
        shown = await posted(rig, Content((Text(text), Bold((Text(text),)))))
        seen = await rig.seen(rig.room, shown)
        assert seen.text == text + text
        assert seen.pings == ()

    async def test_only_mentioned_people_are_notified(self, rig: Rig) -> None:
        """A mention notifies only people in the content's `mentions`, and text that looks like one notifies nobody."""
        rich: Rich = (Text("Hello "), Mention(rig.guest.user, rig.guest.name))
        written = f"Hello @{rig.guest.name}, @{rig.guest.user}, {rig.guest.user}, <@{rig.guest.user}>"
        quiet = await posted(rig, Content(rich))
        spelt = await posted(rig, Content((Text(written), Mention(rig.guest.user, f"@{rig.guest.name}"))))
        loud = await posted(rig, Content(rich, mentions=(rig.guest.user,)))
        assert (await rig.seen(rig.room, quiet)).pings == ()
        assert (await rig.seen(rig.room, spelt)).pings == ()
        seen = await rig.seen(rig.room, loud)
        assert seen.pings == (rig.guest.user,)
        assert rig.guest.name in seen.text

    async def test_long_text_is_truncated_at_a_grapheme(self, rig: Rig) -> None:
        """A long text is truncated between graphemes to the platform's length and ends with an ellipsis."""
        length = rig.adapter.capabilities.message_length
        family = "👩‍👩‍👧‍👦"
        shown = await posted(rig, words(family * (length // 2)))
        seen = await rig.seen(rig.room, shown)
        assert len(seen.text) <= length
        assert seen.text.endswith("…")
        assert set(graphemes(seen.text[:-1])) == {family}

    # Point 6: buttons and polls

    async def test_pressed_buttons_arrive(self, rig: Rig) -> None:
        """A person can press a button, or react with its emoji, and the press arrives."""
        shown = await posted(rig, Content((Text("Coming?"),), buttons=(YES, NO)), card="rsvp:1")
        seen = await rig.seen(rig.room, shown)
        assert seen.offered == ("✅", "❌")
        await rig.guest.react(rig.room, shown, "✅")
        if rig.adapter.capabilities.buttons:
            pressed = await rig.inbox.gets(ButtonPressed, lambda value: value.message == shown)
            assert (pressed.button, pressed.person.user) == (YES.id, rig.guest.user)
        else:
            added = await rig.inbox.gets(ReactionAdded, lambda value: value.message == shown)
            assert (added.emoji, added.person.user) == ("✅", rig.guest.user)

    async def test_edit_adds_buttons(self, rig: Rig) -> None:
        """A person can press the buttons that an edit adds."""
        shown = await posted(rig, Content((Text("Coming?"),), buttons=(YES,)), card="rsvp:1")
        edit = Edit(room=rig.room, card="rsvp:1", content=Content((Text("Coming?"),), buttons=(YES, NO)))
        assert isinstance(await send(rig, key(), edit, shown), Sent)
        assert (await rig.seen(rig.room, shown)).offered == ("✅", "❌")

    async def test_native_votes_arrive(self, rig: Rig) -> None:
        """A native vote has our answer id, a changed vote the new one, and the poll can be closed."""
        if not rig.adapter.capabilities.native_polls:
            return
        receipt = await send(rig, key(), Post(room=rig.room, content=Content((), poll=POLL), card="poll:9"))
        assert isinstance(receipt, Sent)
        shown = receipt.messages[0]
        assert (await rig.seen(rig.room, shown)).poll_open
        await rig.guest.vote(rig.room, shown, ["Green"])
        first = await rig.inbox.gets(ChoiceMade, lambda value: value.choices == ("0",))
        await rig.guest.vote(rig.room, shown, ["Black"])
        second = await rig.inbox.gets(ChoiceMade, lambda value: value.choices == ("1",))
        assert [(vote.message, vote.person.user) for vote in (first, second)] == [(shown, rig.guest.user)] * 2
        closing = ClosePoll(room=rig.room, card="poll:9", text=(Text("Black wins"),))
        assert isinstance(await send(rig, key(), closing, shown, also=receipt.messages[1:]), Sent)
        assert not (await rig.seen(rig.room, shown)).poll_open
