"""Dialogues about the connectors who decide on an announcement, what members answer, and the report."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.announcement_steps import BONN, LYON, NET, WORDS, YORK, announce, three_towns
from tests.stage import PLAIN, RICH, Stage, staged

CIRCLE = "#circle"


@pytest.fixture(params=[RICH, PLAIN], ids=["buttons", "reactions"])
async def stage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage on which Bonn's connector is asked about announcements."""
    async with staged(tmp_path, request.param) as made:
        await three_towns(made)
        await made.say("@bea", "!config durchsagen fragen", BONN)
        yield made


def private(stage: Stage, user: str = "@bea") -> str:
    """Return the private room of a person."""
    return stage.platform.direct_rooms[user]


def is_shown(stage: Stage, words: str = WORDS) -> bool:
    """Return whether Bonn's home shows these words."""
    return bool(stage.matching(lambda one: words in one.text, BONN))


async def test_a_connector_decides_in_private_first(stage: Stage) -> None:
    """The question comes in private, in the community's language; after the press the home shows it."""
    await announce(stage)
    assert WORDS in stage.last(YORK).text
    assert not is_shown(stage)
    question = stage.last(private(stage))
    assert "Soll Bonn sie zeigen?" in question.text
    assert "zeige ich sie." in question.text
    await stage.press("@bea", question, "✅")
    await stage.forward(seconds=5)
    assert is_shown(stage)
    assert "Bonn zeigt diese Durchsage" in stage.sees("Bonn zeigt diese", private(stage)).text


async def test_a_connector_adds_a_line(stage: Stage) -> None:
    """What the connector types next stands below the announcement, with the community's name; it can change later."""
    await announce(stage)
    await stage.press("@bea", stage.last(private(stage)), "✏️")
    await stage.say("@bea", "Wir treffen uns am Tor", private(stage))
    await stage.forward(seconds=5)
    assert "Bonn: Wir treffen uns am Tor" in stage.last(BONN).text
    stage.never_saw("am Tor", YORK)
    await stage.press("@bea", stage.sees("Bonn zeigt diese", private(stage)), "✏️")
    await stage.say("@bea", "Wir treffen uns am Brunnen", private(stage))
    await stage.forward(seconds=5)
    assert "am Brunnen" in stage.last(BONN).text
    assert len(stage.matching(lambda one: WORDS in one.text, BONN)) == 1


async def test_a_connector_puts_it_off(stage: Stage) -> None:
    """It is shown at the time that the connector names, on the community's clock; nonsense is asked again once."""
    await announce(stage)
    await stage.press("@bea", stage.last(private(stage)), "⏰")
    await stage.say("@bea", "irgendwann mal", private(stage))
    await stage.say("@bea", "morgen 9 Uhr", private(stage))
    assert "später: " in stage.sees("später: ", private(stage)).text
    await stage.forward(hours=20)
    assert not is_shown(stage)
    await stage.forward(hours=5)
    assert is_shown(stage)


async def test_a_connector_declines_with_a_reason(stage: Stage) -> None:
    """It is not shown, not even when the time is over, and the report tells the reason."""
    await announce(stage)
    await stage.press("@bea", stage.last(private(stage)), "❌")
    await stage.say("@bea", "Betrifft uns nicht", private(stage))
    await stage.forward(hours=30)
    assert not is_shown(stage)
    assert "Not shown in one community: Bonn (“Betrifft uns nicht”)" in await report(stage)


async def test_without_an_answer_it_is_shown(stage: Stage) -> None:
    """When nobody answers within the network's time, the community's own choice counts: at first, it is shown."""
    await announce(stage)
    await stage.forward(hours=23)
    assert not is_shown(stage)
    await stage.forward(hours=2)
    assert is_shown(stage)


async def test_without_an_answer_it_may_stay_out(stage: Stage) -> None:
    """A community can choose that silence means no; the question says so."""
    await stage.say("@bea", "!config unbeantwortet ablehnen", BONN)
    await announce(stage)
    assert "zeige ich sie nicht." in stage.last(private(stage)).text
    await stage.forward(hours=30)
    assert not is_shown(stage)
    assert "Bonn (nobody answered)" in await report(stage)


async def test_a_later_decline_takes_it_down(stage: Stage) -> None:
    """A connector takes a shown announcement down in their own room, and may show it again."""
    await announce(stage)
    await stage.say("@yan", "!announce decline 1 We had this last week", YORK)
    await stage.forward(seconds=5)
    stage.never_saw(WORDS, YORK)
    assert "York doesn’t show it" in stage.last(YORK).text
    assert WORDS in stage.last(LYON).text
    await stage.say("@yan", "!announce accept 1 See you there", YORK)
    await stage.forward(seconds=5)
    assert "York: See you there" in stage.sees(WORDS, YORK).text


async def test_only_connectors_decide(stage: Stage) -> None:
    """A member can neither take an announcement down nor decide for another community."""
    await announce(stage)
    await stage.say("@mia", "!announce decline 1", YORK)
    await stage.forward(seconds=5)
    assert stage.sees(WORDS, YORK)
    question = stage.last(private(stage))
    await stage.press("@mia", question, "✅")
    await stage.forward(seconds=5)
    assert not is_shown(stage)


async def test_a_recall_ends_the_question(stage: Stage) -> None:
    """After a recall the question says so, and its button shows nothing."""
    await announce(stage)
    question = stage.last(private(stage))
    await stage.say("@nora", "!announce recall 1", NET)
    await stage.say("@nora", "yes", NET)
    await stage.forward(hours=30)
    assert "zurückgeholt" in stage.sees("zurückgeholt", private(stage)).text
    stage.never_saw(WORDS, private(stage))
    await stage.react("@bea", question, "✅")
    await stage.forward(seconds=5)
    assert not is_shown(stage)


async def test_connectors_who_cannot_be_reached_are_asked_at_home(stage: Stage) -> None:
    """Where no private message arrives, the question appears in the community's home."""
    stage.platform.closed_to_bot.add("@bea")
    await announce(stage)
    await stage.forward(minutes=1)
    question = stage.sees("Soll Bonn sie zeigen?", BONN)
    await stage.press("@mia", question, "✅")
    assert len(stage.matching(lambda one: WORDS in one.text, BONN)) == 1
    await stage.press("@bea", question, "✅")
    await stage.forward(seconds=5)
    assert "Durchsage von Les Passeurs:" in stage.sees("Durchsage von Les Passeurs:", BONN).text


async def report(stage: Stage) -> str:
    """Return the report on the first announcement, as its coordinator reads it."""
    await stage.say("@nora", "!announce show 1", NET)
    rooms = (NET, *stage.platform.direct_rooms.values())
    found = [one.text for room in rooms for one in stage.shown(room) if ", sent " in one.text]
    return found[-1]


async def make_circle(stage: Stage) -> None:
    """Give the network a circle."""
    stage.platform.invite_bot(CIRCLE, "@nora")
    await stage.settle()
    stage.platform.admins.add((CIRCLE, "@nora"))
    await stage.say("@nora", "!room join Les Passeurs", CIRCLE)


async def test_the_report_is_for_coordinators(stage: Stage) -> None:
    """It says who displayed it; where everybody reads along, it comes in private."""
    await announce(stage)
    await stage.say("@nora", "!announce show", NET)
    await stage.say("@mia", "!announce show", NET)
    for message in stage.shown(NET):
        assert message.private_to is not None or "Shown in" not in message.text
    text = await report(stage)
    assert "Shown in 2 communities: Lyon, York" in text
    assert "A connector has yet to decide in one community: Bonn" in text


async def test_an_answer_goes_to_the_circle_only_on_purpose(stage: Stage) -> None:
    """Replies stay in the room. What somebody gives after the press goes to the circle, and can be taken back."""
    await make_circle(stage)
    await announce(stage)
    shown = stage.sees(WORDS, YORK)
    await stage.say("@mia", "I can't come", YORK, reply_to=shown.id)
    stage.never_saw("t come", CIRCLE)
    await stage.press("@mia", shown, "✉️")
    assert "goes to their circle, with your name" in stage.last(YORK).text
    await stage.say("@mia", "Count us in", YORK)
    assert "About announcement 1, mia from York" in stage.last(CIRCLE).text
    assert "Count us in" in stage.last(CIRCLE).text
    stage.never_saw("Count us in", NET)
    await stage.press("@mia", stage.last(YORK), "🚫")
    await stage.forward(seconds=5)
    stage.never_saw("Count us in", CIRCLE)


async def test_somebody_without_a_name_answers_without_it(stage: Stage) -> None:
    """Somebody whose messages leave without their name reads that, and answers without it."""
    await make_circle(stage)
    await announce(stage)
    await stage.say("@mia", "!me relay unnamed", YORK)
    await stage.press("@mia", stage.sees(WORDS, YORK), "✉️")
    assert "without your name" in stage.last(YORK).text
    await stage.say("@mia", "Count us in", YORK)
    assert "someone from York" in stage.last(CIRCLE).text


async def test_cancel_keeps_an_answer_in_the_room(stage: Stage) -> None:
    """After cancel, the next message is an ordinary one."""
    await make_circle(stage)
    await announce(stage)
    await stage.press("@mia", stage.sees(WORDS, YORK), "✉️")
    await stage.say("@mia", "cancel", YORK)
    await stage.say("@mia", "Just between us", YORK)
    stage.never_saw("between us", CIRCLE)


async def test_reactions_are_counted_from_five_people_up(stage: Stage) -> None:
    """The report tells no figure of fewer than five people, in all and for each community."""
    await announce(stage)
    for number in range(4):
        await stage.react(f"@y{number}", stage.sees(WORDS, YORK), "🎉")
    assert "Reactions: from fewer than five people" in await report(stage)
    for number in range(5):
        await stage.react(f"@l{number}", stage.sees(WORDS, LYON), "👍")
    text = await report(stage)
    assert "Reactions from 9 people: 👍 5 · 🎉 4" in text
    assert "• Lyon" not in text  # the rest would be York's four
    await stage.react("@y4", stage.sees(WORDS, YORK), "🎉")
    text = await report(stage)
    assert "• Lyon: 👍 5" in text
    assert "• York: 🎉 5" in text


async def test_lists_show_what_was_announced_and_what_arrived(stage: Stage) -> None:
    """`announce list` lists drafts, plans and what was sent; in a community's room what reached it."""
    await announce(stage)
    await announce(stage, '"See you on Friday" at=friday 9am')
    await stage.say("@nora", '!announce "Not yet"', NET)
    await stage.say("@nora", "!announce list", NET)
    text = stage.last(NET).text
    assert "3 · draft: Not yet" in text
    assert "2 · goes out Friday" in text
    assert "1 · sent Wednesday" in text
    await stage.say("@yan", "!announce list", YORK)
    assert f"1 of Les Passeurs · shown: {WORDS}" in stage.last(YORK).text
    await stage.say("@bea", "!announce list", BONN)
    assert "wartet auf die Orga" in stage.last(BONN).text


async def test_a_line_that_is_too_long_is_asked_for_again(stage: Stage) -> None:
    """The bot says how long a line may be; the next message is the line."""
    await announce(stage)
    await stage.press("@bea", stage.last(private(stage)), "✏️")
    await stage.say("@bea", "lang " * 80, private(stage))
    assert "300" in stage.last(private(stage)).text
    await stage.say("@bea", "Wir treffen uns am Tor", private(stage))
    await stage.forward(seconds=5)
    assert "Bonn: Wir treffen uns am Tor" in stage.last(BONN).text


async def test_the_audit_log_tells_who_decided_but_no_words(stage: Stage) -> None:
    """What a connector decides in private stands in the community's log, without words that can be taken back."""
    await announce(stage)
    await stage.press("@bea", stage.last(private(stage)), "✏️")
    await stage.say("@bea", "Wir treffen uns am Tor", private(stage))
    await stage.say("@bea", "!audit", BONN)
    rooms = (BONN, private(stage))
    log = next(one.text for room in rooms for one in reversed(stage.shown(room)) if "durchsage aufnehmen" in one.text)
    assert "am Tor" not in log
    await stage.say("@nora", "!audit", NET)
    others = (NET, *stage.platform.direct_rooms.values())
    log = next(
        one.text
        for room in others
        for one in reversed(stage.shown(room))
        if "nora" in one.text and "announce" in one.text
    )
    assert WORDS not in log
