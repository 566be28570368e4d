"""The steps of a journey, in private if possible, otherwise in the room."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.outbound import Button, Content
from bots.core.richtext import Rich, join
from bots.features.onboarding import calls, rules
from bots.features.onboarding.greeters import MAX_NAMES, names_of
from bots.features.onboarding.requests import admit, ask_to_admit
from bots.i18n import texts
from bots.turn.turn import OUTLIVES_COMMANDS, Turn
from storage.tables import ConsentStyle, Journey, JourneyStage, Member

ANSWER_DIALOG = "onboarding-answer"
ACCEPT_EMOJI = "🤝"
"""The emoji of the button that accepts the rules. A tick would look as if somebody had pressed it already."""


def welcome(journeys: Sequence[Journey], turn: Turn, *, private: bool = False) -> Content:
    """Return one greeting for these newcomers. `private`: say where the conversation goes on."""
    named, more = journeys[:MAX_NAMES], len(journeys) - MAX_NAMES
    text_id = "onboarding-welcome-own" if turn.community.welcome else "onboarding-welcome"
    text_id += "-more" if more > 0 else ""
    greeting = turn.text(
        text_id,
        names=names_of(named),
        count=len(named),
        more=more,
        community=turn.community.name,
        welcome=turn.community.welcome,
    )
    mentions = tuple(journey.user for journey in named)
    link = private_link(turn, "onboarding-go-on") if private else ()
    where = turn.text("onboarding-where-link" if link else "onboarding-where") if private else ()
    return Content(text=join([greeting, where, about_relaying(turn)]), buttons=link, mentions=mentions)


def about_relaying(turn: Turn) -> Rich:
    """Return what newcomers must know where messages may leave the room; nothing elsewhere."""
    networks = turn.room_context.shares_with
    if not networks or not turn.community.relaying:
        return ()
    asks = turn.community.consent == ConsentStyle.ASK
    text_id = "onboarding-relaying-ask" if asks else "onboarding-relaying"
    return turn.text(text_id, network=texts.All(network.name for network in networks))


async def enter(
    journey: Journey, stage: JourneyStage, turn: Turn, *, private: bool = True, inside: bool = False, call: bool = True
) -> None:
    """Take a newcomer to a stage and ask what it asks.

    Somebody who asked to join has all steps before they get in. Admit them instead of calling a greeter, unless they
    are `inside` already. Newcomers in a joint call to the greeters need only accept the rules.
    `call`: call the greeters now; otherwise the caller does it for several newcomers.
    """
    journey.stage = stage
    if journey.called_at is not None and stage != JourneyStage.RULES:
        journey.stage = JourneyStage.DONE  # The greeters know: this newcomer came with many others.
        return
    if stage == JourneyStage.GREETER:
        if journey.requested and not inside:
            admit(journey, turn)
        elif call:
            await calls.call_greeters(turn)
        return
    if stage == JourneyStage.REQUESTED:
        await ask_to_admit(journey, turn, key=f"journey:{rules.arrival_key(journey)}:{stage}:here")
        return
    if not private:
        await ask_in_room([journey], turn)
        return
    key = f"journey:{rules.arrival_key(journey)}:{stage}"
    content = step_content(journey, await in_own_language(journey, turn))
    turn.send_direct(journey.user, content, card=f"journey:{journey.id}", key=key)
    if not journey.place or journey.place == turn.room.room:
        turn.schedule("onboarding-nudge", str(journey.id), turn.now + rules.NUDGE_DELAY)


async def in_own_language(journey: Journey, turn: Turn) -> Turn:
    """Return the turn in the language that the newcomer chose, for what they read in private."""
    member = await turn.uow.get(Member, journey.member_id)
    return turn.in_language(member.locale) if member is not None and member.locale else turn


def step_content(journey: Journey, turn: Turn, button_id: str | None = None) -> Content:
    """Return the rules with a button to accept them (by default only for this newcomer), or the question."""
    community = turn.community
    if journey.stage == JourneyStage.RULES:
        accept = Button(button_id or f"rules:{journey.id}", turn.label("onboarding-accept"), ACCEPT_EMOJI)
        text = turn.text("onboarding-rules", community=community.name, rules=community.rules)
        return Content(text=text, buttons=(accept,))
    return Content(text=turn.text("onboarding-question", community=community.name, question=community.question))


async def ask_in_room(journeys: list[Journey], turn: Turn) -> None:
    """Ask newcomers at the same stage in the room, by name."""
    first, users = journeys[0], tuple(journey.user for journey in journeys)
    step = step_content(first, turn, f"rulesof:{turn.room.id}")
    text = (*turn.text("onboarding-here", name=names_of(journeys)), *step.text)
    buttons = (*step.buttons, *private_link(turn, "onboarding-in-private"))
    content = Content(text=text, buttons=buttons, mentions=users, asks=first.stage == JourneyStage.QUESTION)
    turn.post_content(content, key=f"journey:{rules.arrival_key(first)}:{first.stage}:here")
    for journey in journeys:
        journey.place = turn.room.room
        await expect_reply(journey, turn)


async def expect_reply(journey: Journey, turn: Turn, *, talked: bool = False) -> None:
    """Take the newcomer's next message in the room as their yes or their answer.

    `talked`: they have said something else since the rules were shown, so that a mere "yes" may mean another question.
    """
    state = {OUTLIVES_COMMANDS: True, "talked": talked}
    await turn.open_dialog(ANSWER_DIALOG, str(journey.id), state, user=journey.user)


def private_link(turn: Turn, label: str) -> tuple[Button, ...]:
    """Return a link into the private chat if the platform's bots may not write first."""
    link = turn.capabilities.private_link
    if not link:
        return ()
    return (Button("", turn.label(label), "💬", url=link.format(payload=f"r{turn.room.id}")),)
