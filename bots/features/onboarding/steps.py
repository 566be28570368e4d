"""The steps of a journey, in private if possible, otherwise in the room."""

from __future__ import annotations

from bots.core.outbound import Button, Content
from bots.core.richtext import Mention, Rich, Text, join
from bots.core.sanitize import display_name
from bots.features.onboarding import rules
from bots.features.onboarding.greeters import MAX_NAMES, call_greeter
from bots.features.onboarding.requests import admit, ask_to_admit
from bots.turn.turn import OUTLIVES_COMMANDS, Turn
from storage.tables import Journey, JourneyStage, Member

ANSWER_DIALOG = "onboarding-answer"


def _names(journeys: list[Journey]) -> Rich:
    return join([(Mention(journey.user, display_name(journey.name)),) for journey in journeys], (Text(", "),))


def welcome(journeys: list[Journey], turn: Turn) -> Content:
    """Return one greeting for these newcomers."""
    named, more = journeys[:MAX_NAMES], len(journeys) - MAX_NAMES
    text_id = "onboarding-welcome-own" if turn.community.welcome else "onboarding-welcome"
    text_id += "-more" if more > 0 else ""
    greeting = turn.text(
        text_id,
        names=_names(named),
        count=len(named),
        more=more,
        community=turn.community.name,
        welcome=turn.community.welcome,
    )
    mentions = tuple(journey.user for journey in named)
    return Content(text=join([greeting, _about_relaying(turn)]), mentions=mentions)


def _about_relaying(turn: Turn) -> Rich:
    """Return what newcomers must know where messages may leave the room; nothing elsewhere."""
    network = turn.room_context.network
    if network is None or not turn.community.relaying:
        return ()
    return turn.text("onboarding-relaying", network=network.name)


async def enter(
    journey: Journey, stage: JourneyStage, turn: Turn, *, private: bool = True, inside: bool = False
) -> None:
    """Take a newcomer to a stage and ask what it asks.

    Somebody who asked to join has all steps before they get in. Admit them instead of calling a greeter, unless they
    are `inside` already. Those for whom the greeters were called together with others need only accept the rules.
    """
    journey.stage = stage
    if journey.called_at is not None and stage != JourneyStage.RULES:
        journey.stage = JourneyStage.DONE  # The greeters know: this newcomer came with many others.
        return
    if stage == JourneyStage.GREETER:
        if journey.requested and not inside:
            admit(journey, turn)
        else:
            await call_greeter(journey, turn)
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
        accept = Button(button_id or f"rules:{journey.id}", turn.label("onboarding-accept"), "✅")
        text = turn.text("onboarding-rules", community=community.name, rules=community.rules)
        return Content(text=text, buttons=(accept,))
    return Content(text=turn.text("onboarding-question", community=community.name, question=community.question))


async def ask_in_room(journeys: list[Journey], turn: Turn) -> None:
    """Ask newcomers at the same stage in the room, by name."""
    first, users = journeys[0], tuple(journey.user for journey in journeys)
    step = step_content(first, turn, f"rulesof:{turn.room.id}")
    text = (*turn.text("onboarding-here", name=_names(journeys)), *step.text)
    buttons = (*step.buttons, *_private_link(turn))
    content = Content(text=text, buttons=buttons, mentions=users, asks=first.stage == JourneyStage.QUESTION)
    turn.post_content(content, key=f"journey:{rules.arrival_key(first)}:{first.stage}:here")
    for journey in journeys:
        journey.place = turn.room.room
        if journey.stage == JourneyStage.QUESTION:
            await turn.open_dialog(ANSWER_DIALOG, str(journey.id), {OUTLIVES_COMMANDS: True}, user=journey.user)


def _private_link(turn: Turn) -> tuple[Button, ...]:
    """Return a link into the private chat if the platform's bots may not write first."""
    link = turn.capabilities.private_link
    if not link:
        return ()
    return (Button("", turn.label("onboarding-in-private"), "💬", url=link.format(payload=f"r{turn.room.id}")),)
