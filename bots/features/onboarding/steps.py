"""The steps of a journey, asked in private where that is possible, else in the room."""

from __future__ import annotations

from datetime import timedelta

from bots.core import outbound
from bots.core.outbound import Button, Content
from bots.core.richtext import Mention, Node, Text
from bots.core.sanitize import name as safe_name
from bots.features.onboarding import rules
from bots.turn.turn import STANDS, Turn
from storage.queries import members
from storage.tables import Community, Journey

MOST_NAMED = 10
ANSWER = "onboarding-answer"


def named(journeys: list[Journey]) -> tuple[Node, ...]:
    """The newcomers' names in a row."""
    found: list[Node] = []
    for number, journey in enumerate(journeys):
        if number:
            found.append(Text(", "))
        found.append(Mention(journey.user, safe_name(journey.name)))
    return tuple(found)


def community_of(turn: Turn) -> Community:
    """The community of the turn's room. Raises LookupError where there is none."""
    if turn.scene.community is None:
        raise LookupError(f"{turn.value.key}: the room has no community")
    return turn.scene.community


def greet(journeys: list[Journey], turn: Turn) -> None:
    """One greeting for all who came since the last one."""
    shown, more = journeys[:MOST_NAMED], len(journeys) - MOST_NAMED
    community = community_of(turn)
    text_id = "onboarding-welcome-own" if community.welcome else "onboarding-welcome"
    text_id += "-more" if more > 0 else ""
    turn.post(
        text_id,
        mentions=tuple(journey.user for journey in shown),
        names=named(shown),
        count=len(shown),
        more=more,
        community=community.name,
        welcome=community.welcome,
    )


def _arrival(journey: Journey) -> str:
    """What makes the steps of one arrival the same if they are ever taken again, and others when somebody is back."""
    return f"{journey.id}:{int(journey.joined_at.timestamp())}"


async def enter(journey: Journey, stage: str, turn: Turn, *, private: bool = True, inside: bool = False) -> None:
    """Take a newcomer to the next stage and ask what it asks. `inside`: they have come in; before that, who asked to
    join is let in where others wait for a greeter."""
    journey.stage = stage
    if stage == "greeter" and journey.requested and not inside:
        _let_in(journey, turn)
        return
    if stage == "greeter":
        await call_greeter(journey, turn)
        return
    content = content_of(journey, turn)
    if not private:
        await ask_here([journey], turn)
    elif journey.place and journey.place != turn.room.room:
        turn.direct(journey.user, content, card=f"journey:{journey.id}", key=f"journey:{_arrival(journey)}:{stage}")
    else:
        turn.direct(journey.user, content, card=f"journey:{journey.id}", key=f"journey:{_arrival(journey)}:{stage}")
        turn.schedule("onboarding-nudge", str(journey.id), turn.now + rules.NUDGE)


def content_of(journey: Journey, turn: Turn, accepting: str | None = None) -> Content:
    """The rules with a button to accept them (`accepting`: its id, else the newcomer's own), or the question."""
    community = community_of(turn)
    if journey.stage == "rules":
        accept = Button(accepting or f"rules:{journey.id}", turn.label("onboarding-accept"), "✅")
        text = turn.text("onboarding-rules", community=community.name, rules=community.rules)
        return Content(text=text, buttons=(accept,))
    return Content(text=turn.text("onboarding-question", community=community.name, question=community.question))


async def ask_here(journeys: list[Journey], turn: Turn) -> None:
    """Ask in the room, by name, what could not be asked in private of newcomers who are at the same stage."""
    first, users = journeys[0], tuple(journey.user for journey in journeys)
    content = content_of(first, turn, f"rulesof:{turn.room.id}")
    text = (*turn.text("onboarding-here", name=named(journeys)), *content.text)
    buttons = (*content.buttons, *_private_link(turn))
    here = Content(text=text, buttons=buttons, mentions=users, asks=first.stage == "question")
    turn.post_content(here, key=f"journey:{_arrival(first)}:{first.stage}:here")
    for journey in journeys:
        journey.place = turn.room.room
        if journey.stage == "question":
            await turn.expect(ANSWER, str(journey.id), {STANDS: True}, user=journey.user)


def _let_in(journey: Journey, turn: Turn) -> None:
    journey.stage = "admitted"
    admit = outbound.Admit(room=turn.room.room, user=journey.user)
    turn.call(turn.account, admit, key=f"journey:{_arrival(journey)}:admit")


def ask_there(journey: Journey, content: Content, turn: Turn) -> None:
    """Ask in the private talk that the turn is in, as often as its link is opened."""
    turn.post_content(content, card=f"journey:{journey.id}")


def _private_link(turn: Turn) -> tuple[Button, ...]:
    """Where a bot may not write first: the way for newcomers to begin the private talk."""
    link = turn.capabilities.private_link
    if not link:
        return ()
    return (Button("", turn.label("onboarding-in-private"), "💬", url=link.format(payload=f"r{turn.room.id}")),)


async def call_greeter(journey: Journey, turn: Turn) -> None:
    """Ask a human to say hello, and watch whether somebody does."""
    community = community_of(turn)
    journey.called_at = turn.now
    mentions = await greeters(turn)
    turn.post_content(
        greeter_call(journey, turn, mentions), card=f"newcomer:{journey.id}", key=f"newcomer:{_arrival(journey)}"
    )
    turn.watch(turn.room, on=True)
    turn.schedule("greeter-late", str(journey.id), turn.now + timedelta(minutes=community.greeter_minutes))


def greeter_call(journey: Journey, turn: Turn, greeters: list[Mention]) -> Content:
    """The call, with what the newcomer answered."""
    text_id = "onboarding-greeter-answer" if journey.answer else "onboarding-greeter"
    who = Mention(journey.user, safe_name(journey.name))
    text = turn.text(text_id, name=who, answer=journey.answer, greeters=_row(greeters, turn))
    wave = Button(f"greeted:{journey.id}", turn.label("onboarding-wave"), "👋")
    return Content(text=text, buttons=(wave,), mentions=tuple(greeter.user for greeter in greeters))


async def greeters(turn: Turn) -> list[Mention]:
    """The community's greeters on this platform; its connectors where it has none."""
    community = community_of(turn)
    for role in ("greeter", "connector"):
        holders = await members.animators(turn.uow, role, community=community.id)
        found = await members.platform_users(turn.uow, [holder.member_id for holder in holders], turn.room.platform)
        if found:
            return [Mention(who.user, safe_name(who.name)) for who in found]
    return []


def _row(who: list[Mention], turn: Turn) -> tuple[Node, ...]:
    if not who:
        return turn.text("onboarding-somebody")
    found: list[Node] = [who[0]]
    for mention in who[1:]:
        found.extend((Text(", "), mention))
    return tuple(found)


def outside(journey: Journey, turn: Turn, greeters: list[Mention], *, key: str) -> None:
    """Somebody asked to join and can't be asked anything: humans have to let them in."""
    turn.post(
        "onboarding-outside",
        key=key,
        mentions=tuple(greeter.user for greeter in greeters),
        name=Text(safe_name(journey.name)),
        greeters=_row(greeters, turn),
    )


def late(journey: Journey, turn: Turn, greeters: list[Mention]) -> None:
    """Nobody said hello within the set time: the greeters are told, once."""
    who = Mention(journey.user, safe_name(journey.name))
    turn.post(
        "onboarding-late",
        key=f"newcomer:{_arrival(journey)}:late",
        mentions=tuple(greeter.user for greeter in greeters),
        name=who,
        greeters=_row(greeters, turn),
        minutes=community_of(turn).greeter_minutes,
    )
