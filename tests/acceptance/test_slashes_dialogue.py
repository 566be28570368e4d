"""Slash commands, forms, scheduled events and rights, as a platform that has them shows them."""

from pathlib import Path

from bots.core.inbound import Attachment, MissingRight
from bots.ports import Capabilities
from tests.acceptance.slash_commands import SLASH_COMMANDS, ask_in, fill_in, form, interest, lose_right, slash
from tests.stage import Stage, staged


async def fresh(stage: Stage) -> None:
    """A room that nobody set up, managed by Carla."""
    stage.platform.admins.add(("#lyon", "@carla"))
    stage.platform.invite_bot("#lyon", "@carla")
    await stage.settle()


async def test_setup_is_one_form_and_a_mistake_in_it_costs_nothing(tmp_path: Path) -> None:
    """Missing arguments are asked for in a form; what was typed comes back when one of them won't do."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await fresh(stage)
        await slash(stage, "@carla", "setup", name="Lyon")
        assert [(field.id, field.value, bool(field.choices)) for field in form(stage).fields] == [
            ("name", "Lyon", False), ("locale", "", True), ("zone", "", False), ("network", "", False)
        ]  # fmt: skip
        await fill_in(stage, "@carla", locale="fr", zone="Pariss")
        refused = stage.sees("Did you mean Europe/Paris")
        assert refused.private_to == "@carla"
        await stage.press("@carla", refused, "✏️")
        assert {field.id: field.value for field in form(stage).fields} == {
            "name": "Lyon", "locale": "fr", "zone": "Pariss", "network": ""
        }  # fmt: skip
        await fill_in(stage, "@carla", zone="Paris")
        stage.sees("Lyon est prête")
        await stage.say("@carla", "Pariss")
        stage.sees("/poll open question:")


async def test_a_member_gets_no_form_for_what_they_may_not_do(tmp_path: Path) -> None:
    """The right is named instead, to them alone."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await slash(stage, "@anna", "poll")
        assert stage.platform.forms == []
        assert stage.sees("Only a connector").private_to == "@anna"


async def test_options_are_read_by_name(tmp_path: Path) -> None:
    """A list comes as one line; an answer to a press is private, and every interaction is answered once."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await slash(stage, "@carla", "poll", question="Tea?", options="Green, Black", close="2h")
        card = stage.sees("Tea?")
        before = stage.platform.sends
        await stage.press("@anna", card, "Black")
        assert stage.sees("Counted: Black").private_to == "@anna"
        assert stage.platform.sends == before + 2
        assert card.content is not None and card.content.poll is None


async def test_two_presses_at_once_are_one_ballot(tmp_path: Path) -> None:
    """A finger that trembles: both presses of one batch are answered, and one vote is counted."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await slash(stage, "@carla", "poll", question="Tea?", options="Green, Black")
        card = stage.sees("Tea?")
        for _ in range(2):
            stage.platform.press(card.id, "@anna", "Black")
        await stage.settle()
        await stage.forward(seconds=5)
        assert "one person has voted" in card.text
        assert len(stage.matching(lambda shown: "Counted: Black" in shown.text)) == 2


async def test_a_native_poll_comes_when_it_is_asked_for(tmp_path: Path) -> None:
    """Beside the buttons, into one tally; refused where it can't hold the options."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await slash(stage, "@carla", "poll", question="Tea?", options="Green, Black", native="yes")
        native = next(shown for shown in stage.shown() if shown.poll_open)
        card = stage.sees("nobody has voted")
        await stage.vote("@anna", native, "Black")
        await stage.press("@ben", card, "Black")
        await stage.forward(seconds=5)
        assert "2 (100 %)" in card.text
        many = ", ".join(f"o{number}" for number in range(11))
        await slash(stage, "@carla", "poll", question="Tea?", options=many, native="yes")
        assert "up to 10" in stage.last().text


async def test_an_event_is_mirrored_and_interest_there_is_a_maybe(tmp_path: Path) -> None:
    """It is made, moved and cancelled with ours; interest never takes a yes away."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await slash(stage, "@carla", "event", what="Potluck friday 7pm at the garden")
        await stage.press("@carla", stage.sees("Shall I announce this"), "Announce it")
        card = stage.sees("Event 1")
        ((gathering, shown),) = stage.platform.scheduled_events.items()
        assert (shown.title, shown.place) == ("Potluck", "the garden")
        await interest(stage, "@anna", gathering, on=True)
        await stage.press("@ben", card, "Coming")
        await interest(stage, "@ben", gathering, on=True)
        await interest(stage, "@ben", gathering, on=False)
        await stage.forward(seconds=5)
        assert "1 coming: ben" in card.text and "1 maybe: anna" in card.text
        await interest(stage, "@anna", gathering, on=False)
        await slash(stage, "@carla", "event move", when="saturday 8pm")
        await stage.forward(seconds=5)
        assert "maybe" not in card.text
        assert stage.platform.scheduled_events[gathering].start.isoformat() == "2026-11-28T19:00:00+00:00"
        await slash(stage, "@carla", "event cancel")
        assert stage.platform.scheduled_events == {}


async def test_an_event_goes_into_ones_own_calendar(tmp_path: Path) -> None:
    """The file comes to who asks for it, with the event's times in UTC."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await slash(stage, "@carla", "event", what="Potluck friday 7pm at the garden")
        await stage.press("@carla", stage.sees("Shall I announce this"), "Announce it")
        await stage.press("@anna", stage.sees("Event 1"), "📆")
        told = stage.sees("for your own calendar")
        (data,) = stage.platform.received_files[told.id]
        assert data is not None and b"DTSTART:20261127T180000Z" in data and b"LOCATION:the garden" in data
        assert told.private_to == "@anna"


async def test_missing_rights_are_named_with_what_they_break(tmp_path: Path) -> None:
    """At the setup, when asked, and when a right is lost; nothing is said when nothing is missing."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await fresh(stage)
        stage.platform.missing_rights["#lyon"] = (MissingRight("Create Events", "events"),)
        await slash(stage, "@carla", "setup", name="Lyon", locale="en", zone="Paris")
        assert "Create Events: events do not appear" in stage.sees("I lack these rights").text
        stage.platform.missing_rights.clear()
        await slash(stage, "@carla", "check")
        stage.sees("I have all the rights I need here")
        await lose_right(stage, MissingRight("Add Reactions", "react"))
        assert "Add Reactions: reactions" in stage.last().text


async def test_a_room_that_went_silent_is_told_of_elsewhere(tmp_path: Path) -> None:
    """Where the bot can say nothing any more, a connector hears it in private."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await lose_right(stage, MissingRight("Send Messages", "send"))
        assert "Send Messages: I can’t say anything here" in stage.last("direct-@carla").text
        assert stage.shown() == []


async def test_who_asks_to_join_takes_the_steps_first(tmp_path: Path) -> None:
    """Rules and question in private, then the door opens, and a human is called once they are in."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community(rules="Be kind.", question="What brings you here?")
        await ask_in(stage, "@zoe")
        assert stage.platform.approved_requests == []
        await stage.press("@zoe", stage.last("direct-@zoe"), "✅")
        await stage.say("@zoe", "I moved here", room="direct-@zoe")
        assert stage.platform.approved_requests == [("#lyon", "@zoe")]
        assert "says" not in stage.transcript()
        await stage.join("@zoe", name="Zoé")
        await stage.forward(seconds=31)
        stage.sees("Welcome Zoé")
        assert "I moved here" in stage.sees("is new here and says").text


async def test_without_steps_who_asks_is_let_in(tmp_path: Path) -> None:
    """There is nothing to wait for."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await ask_in(stage, "@zoe")
        assert stage.platform.approved_requests == [("#lyon", "@zoe")]


async def test_a_listening_community_hears_the_network_in_its_own_language(tmp_path: Path) -> None:
    """The copy in its home is framed in its language, follows the source, and its reactions count for it."""
    async with staged(tmp_path) as stage:
        network = await stage.network(locale="en")
        await stage.community(network=network.id)
        await stage.community(
            "#bath", name="Bath", locale="fr", network=network.id, connector="@bob", receives_highlights=True
        )
        await stage.say("@carla", "!relay on")
        source = await stage.say("@anna", "We planted 40 trees!")
        for user in ("@b", "@c", "@d"):
            await stage.react(user, source, "❤️")
        await stage.forward(minutes=11)
        heard = stage.last("#bath")
        assert heard.text.startswith("Du côté de Les Passeurs\u202f: Lyon")
        assert len(stage.shown("#network")) == 1
        await stage.react("@e", heard, "🎉")
        await stage.forward(seconds=5)
        assert "4 people" in stage.last("#network").text
        stage.platform.delete(source)
        await stage.settle()
        assert stage.shown("#bath") == [] == stage.shown("#network")


async def test_files_travel_with_a_highlight_as_far_as_they_fit(tmp_path: Path) -> None:
    """What is small enough is uploaded again; what is not is counted."""
    fits = Capabilities(buttons=False, idempotent=True, upload_bytes=100)
    async with staged(tmp_path, fits) as stage:
        network = await stage.network(locale="en")
        await stage.community(network=network.id)
        await stage.say("@carla", "!relay on")
        stage.platform.files["f1"] = b"a picture"
        small = Attachment(name="a.png", mime="image/png", size=9, source="f1", account="memory", alt="Trees")
        large = Attachment(name="b.mp4", mime="video/mp4", size=101, source="f2", account="memory")
        source = await stage.say("@anna", "Look", attachments=[small, large])
        for user in ("@b", "@c", "@d"):
            await stage.react(user, source, "❤️")
        await stage.forward(minutes=11)
        copy = stage.last("#network")
        assert "(with one attachment)" in copy.text
        assert stage.platform.received_files[copy.id] == (b"a picture",)
