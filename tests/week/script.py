"""What happens in the week: everything is said in chat, and time passes in the database."""

from __future__ import annotations

from tests.acceptance.killable_discord_bot import wait_for_answer
from tests.acceptance.process_conversation import SOON, STARTS_SOON
from tests.standins.telegram.people import Person
from tests.waiting import until
from tests.week.world import PATIENCE, Week


async def set_up(week: Week) -> None:
    """Found the network and its three communities."""
    await until(lambda: week.discord.store.commands, lambda: "no commands were declared", PATIENCE)
    await week.nora.run(week.net, "network create", name="Les Passeurs", locale="en", zone="UTC")
    await week.in_channel(week.net, "Les Passeurs is ready")
    await week.nora.run(week.oslo, "setup", name="Oslo", locale="en", zone="Europe/Oslo")
    await week.in_channel(week.oslo, "Oslo is set up")
    await week.carla.say(week.lyon, "!setup Lyon fr Europe/Paris")
    await week.in_lyon("est prête")
    await week.in_bonn("glocal")
    week.bea.say(week.bonn, "/setup Bonn de Europe/Berlin")
    await week.in_bonn("startklar")
    week.change(
        "UPDATE communities SET quiet_hours = '', consent = 'notice', hold_back_minutes = 0, greeting_seconds = 1,"
        " poll_style = 'card'; UPDATE networks SET quiet_hours = ''"
    )
    code = week.rows("SELECT code FROM invitations")[0][0]
    await week.carla.say(week.lyon, f"!link {code}")
    await week.in_lyon("Les Passeurs")
    await week.carla.say(week.lyon, "oui")
    week.bea.say(week.bonn, f"/link {code}")
    await week.in_bonn("Les Passeurs")
    week.bea.say(week.bonn, "ja")
    linked = await week.nora.run(week.oslo, "link", code=str(code))
    await week.nora.press(await wait_for_answer(linked, "Les Passeurs invites"), "Join")
    for name in ("Lyon", "Bonn"):  # Oslo is in at once: Nora runs both
        await week.in_channel(week.net, f"{name} asks to join")
        await week.ask(f"/network accept {name}", f"{name} has joined")
    await week.carla.say(week.lyon, "!relay on")
    await week.in_lyon("relais est activé")


async def welcome(week: Week) -> Person:
    """Let somebody come to Bonn, and be greeted."""
    zoe = week.telegram.person("Zoe", language="de")
    zoe.join(week.bonn)
    await week.in_bonn("Zoe")
    week.bea.say(week.bonn, "Hallo Zoe, schön dass du da bist!")
    return zoe


async def vote(week: Week) -> None:
    """Hold a poll of the whole network: five votes on three platforms make one tally."""
    await week.ask('/poll "Where do we meet?" Lyon Bonn to=network', "in 3 communities of Les Passeurs")
    week.nora.say(week.net, "yes")
    await week.everywhere("Where do we meet", "Where do we meet", "Where do we meet")
    anna, ben, cleo = week.passeurs
    card = await week.in_lyon("Where do we meet")
    for person, sign in ((anna, "1️⃣"), (ben, "1️⃣"), (cleo, "2️⃣")):
        await person.react(week.lyon, card, sign)
    week.tom.say(week.bonn, "/poll_vote 1 Bonn")
    week.finn.say(week.oslo, "/poll vote 1 Lyon")
    await week.in_bonn(r"Lyon\n?.*3 \(60")
    await week.in_channel(week.net, r"3 \(60")
    await week.ask("/poll close 1", "The answer is: Lyon")
    await week.everywhere("La réponse est.*Lyon", "Das Ergebnis: Lyon", "The answer is: Lyon")


async def meet(week: Week) -> None:
    """Plan an event of the whole network with two places: somebody waits, and moves up; all are reminded."""
    await week.ask("/event Assembly on 20 december at 19:00 places=2 to=network", "3 communities of Les Passeurs are")
    await week.ask("yes", "^Event 1: Assembly")
    await week.everywhere("invite à Assembly", "Assembly", "invites you")
    await week.carla.say(week.lyon, "!event accept")
    week.bea.say(week.bonn, "/event_accept")
    week.nora.say(week.oslo, "/event accept")
    await week.everywhere("Événement 1.*Assembly", "Termin 1.*Assembly", "Event 1: Assembly")
    anna, *_ = week.passeurs
    await anna.say(week.lyon, "!rsvp 1 oui")
    await week.until_rows("SELECT 1 FROM rsvps")
    week.tom.say(week.bonn, "/rsvp 1 ja")
    await week.until_rows("SELECT 1 FROM rsvps HAVING count(*) = 2")
    week.finn.say(week.oslo, "/rsvp 1 yes")
    await week.until_rows("SELECT 1 FROM rsvps WHERE waiting_since IS NOT NULL")
    await anna.say(week.lyon, "!rsvp 1 non")
    await week.until_rows("SELECT 1 FROM rsvps WHERE offered_until IS NOT NULL")
    week.finn.say(week.oslo, "/rsvp 1 yes")
    await week.until_rows("SELECT 1 FROM rsvps WHERE answer = 'yes' AND waiting_since IS NULL HAVING count(*) = 2")
    week.change(f"UPDATE occurrences SET {STARTS_SOON};UPDATE timers SET due = {SOON} WHERE kind = 'event-reminder'")
    await week.everywhere("🔔", "🔔", "🔔")


async def announce(week: Week) -> None:
    """Announce something to all."""
    await week.ask('/announce "The shed opens on Monday"', "not sent yet")
    week.nora.say(week.net, "yes")
    await week.everywhere("shed opens", "shed opens", "shed opens")


async def share_and_withdraw(week: Week) -> None:
    """Let a message rise to the network, and its author take it back."""
    anna, ben, cleo = week.passeurs
    message = await anna.say(week.lyon, "Nous avons planté 40 arbres")
    for person in (ben, cleo, week.carla):
        await person.react(week.lyon, message, "❤️")
    await week.in_channel(week.net, "planté 40 arbres")
    await anna.withdraw(week.lyon, message)
    await week.until_rows("SELECT 1 FROM highlights WHERE state = 'withdrawn' AND text = ''")


async def forget(week: Week, who: Person) -> None:
    """Let somebody who voted and came erase themselves."""
    who.say(week.bonn, "/me_erase")
    await week.in_bonn("endgültig|für immer|unwiderruflich")
    who.say(week.bonn, "ja")
    await week.in_bonn("vergessen")
    await week.until_rows(f"SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM identities WHERE \"user\" = '{who.user}')")
