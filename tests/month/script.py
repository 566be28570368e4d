"""What happens in the month, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from tests.month.towns import CIRCLES, COMMONS, TOWNS, Circle, Town, code_of, found, move, start
from tests.month.world import Chat, World

BEGIN = datetime(2026, 10, 5, 7, 0, tzinfo=UTC)
"""A Monday. Europe's clocks change on the 25th of October, Halifax's on the 1st of November."""

_LINK_CODE = r"me[ _]link[ _](?:code:)?(\w+)"


@dataclass
class Month:
    """The world with its rooms, by the names of their communities and networks."""

    world: World
    rooms: dict[str, Chat]
    towns: dict[str, Town]
    circles: dict[str, Circle]

    def __getitem__(self, name: str) -> Chat:
        return self.rooms[name]

    async def at(self, day: int, hour: int, minute: int = 0, *, month: int = 10) -> None:
        """Let time pass until then (UTC)."""
        await self.world.until(datetime(2026, month, day, hour, minute, tzinfo=UTC))


async def live(world: World) -> Month:
    """Live the whole month."""
    month = Month(
        world, {}, {town.name: town for town in TOWNS}, {circle.name: circle for circle in (*CIRCLES, COMMONS)}
    )
    for scene in SCENES:
        await scene(month)
    return month


async def founding(month: Month) -> None:
    """On Monday the networks are founded, and the communities join them."""
    for circle in month.circles.values():
        month.rooms[circle.name] = await start(month.world, circle)
    for town in TOWNS:
        month.rooms[town.name] = await found(month.world, town)
    await month.at(5, 9)
    for circle in CIRCLES:
        code = code_of(month[circle.name])
        for name in circle.towns:
            town, home = month.towns[name], month[name]
            await home.say(town.connector, f"!link {code}")
            await home.press(town.connector, circle.name, "✅")
            await month[circle.name].press(circle.coordinator, name, "✅")
    code = code_of(month[COMMONS.name])
    for circle in CIRCLES:
        await month[circle.name].say(circle.coordinator, f"!network parent {code}")
        await month[circle.name].press(circle.coordinator, COMMONS.name, "✅")
        await month[COMMONS.name].press(COMMONS.coordinator, circle.name, "✅")


async def sharing(month: Month) -> None:
    """On Tuesday all but Gijón agree to share, and the networks pass on what they get."""
    await month.at(6, 8)
    for town in TOWNS:
        if town.name != "Gijón":
            await month[town.name].say(town.connector, "!relay on")
    for circle in CIRCLES:
        await month[circle.name].say(circle.coordinator, "!relay on")
        await month[circle.name].say(circle.coordinator, f"!network listen on {COMMONS.name}")


async def newcomer(month: Month) -> None:
    """On Tuesday evening Lyon writes down its rules; a newcomer arrives on Wednesday, accepts them and answers."""
    lyon = month["Lyon"]
    await month.at(6, 16)
    await lyon.say("Carla", "!config règles Ici on se tutoie, et on range après.")
    await lyon.say("Carla", "!config question Qu’est-ce qui t’amène ?")
    await lyon.say("Carla", "!config bienvenue Le thé est à gauche, installe-toi !")
    await month.at(7, 9)
    await lyon.join("Zoé")
    await month.at(7, 9, 5)
    await lyon.press("Zoé", "range après", "🤝")
    await month.at(7, 9, 7)
    await lyon.say("Zoé", "Je viens d’emménager et je cherche un jardin partagé.", private=True)
    await month.at(7, 9, 10)
    await lyon.press("Carla", "Un petit bonjour", "👋")
    await lyon.say("Carla", "Bienvenue Zoé ! Le jardin, c’est le samedi matin.")


async def local_polls(month: Month) -> None:
    """On Wednesday four rooms ask something, each in its language and as its platform does it."""
    await month.at(7, 10)
    asked = (
        ("Lyon", '!sondage "Atelier vélo : quel jour ?" "Samedi" "Dimanche" clôture=demain 18h', "vélo", "1️⃣"),
        ("Leipzig", '!umfrage "Wo treffen wir uns?" "Garten" "Bibliothek" ende="morgen 18 Uhr"', "Wo treffen", "2️⃣"),
        ("Sevilla", '!encuesta "¿Qué plantamos?" "Tomates" "Calabazas" cierre="mañana a las 18h"', "plantamos", "1️⃣"),
        ("Cork", '!poll "Soup or stew?" "Soup" "Stew" close=tomorrow 6pm', "Soup or stew", "2️⃣"),
    )
    for name, line, _, _ in asked:
        await month[name].say(month.towns[name].connector, line)
    for name, _, words, most in asked:
        for number, member in enumerate(month.towns[name].members):
            await month.at(7, 11, 10 * number)
            other = "2️⃣" if most == "1️⃣" else "1️⃣"
            await month[name].press(member, words, most if number % 3 else other)
    await month.at(8, 19)


async def series(month: Month) -> None:
    """On Thursday three rooms plan what comes every week, and Cork starts a ritual."""
    await month.at(9, 15)
    planned = (
        ("Graz", "!event Stammtisch jeden Dienstag 19 Uhr im Café Promenade", "Stammtisch"),
        ("Halifax", "!event Repair café every saturday 2pm at the library", "Repair"),
        ("Valencia", "!evento Paella cada domingo a las 14h en el huerto", "Paella"),
    )
    for name, line, title in planned:
        home, town = month[name], month.towns[name]
        await home.say(town.connector, line)
        await home.press(town.connector, title, "✅")
        for member, answer in zip(town.members, ("✅", "✅", "🤔", "❌"), strict=False):
            await home.press(member, title, answer)
    await month["Cork"].say("Grace", '!ritual "What are your goals this week?" every monday 9:00')
    await month["Cork"].press("Grace", "goals", "✅")


async def highlights(month: Month) -> None:
    """A message of Lille is liked; its author shares it by name, and it rises to Commons. Sina of Basel says no."""
    lille, basel = month["Lille"], month["Basel"]
    await month.at(10, 9)
    news = await lille.say("Inès", "On a réparé 14 vélos ce matin, merci à tout le monde !")
    for fan in ("Gaspard", "Hugo", "Karim"):
        await lille.react(fan, news, "❤️")
    await month.at(10, 9, 20)
    await lille.press("Inès", "14 vélos", "🙋")
    shy = await basel.say("Sina", "Mein erster Kuchen ist gelungen, danke für das Rezept!")
    for fan in ("Nico", "Otto", "Petra"):
        await basel.react(fan, shy, "🎉")
    await month.at(10, 9, 40)
    await basel.press("Sina", "Kuchen", "🚫")
    await month.at(10, 12)


async def announcement(month: Month) -> None:
    """On Monday of the second week Commons announces something to all; Cork adds a line, Sevilla declines."""
    await month.at(12, 8)
    commons = month["Commons"]
    await commons.say("Wanda", '!announce "The seed library opens: write to seeds@commons.example" deep=yes')
    await commons.press("Wanda", "seed library", "✅")
    await month.at(12, 9)
    await month["Cork"].say("Grace", "!announce accept 1 We bring beans and leeks!")
    await month["Sevilla"].say("Alba", "!announce decline 1 Ya tenemos una biblioteca de semillas")
    await month.at(12, 10)
    await commons.say("Wanda", "!announce show 1")


async def ritual(month: Month) -> None:
    """Cork answers its ritual; two days later the replies are in one message."""
    await month.at(12, 11)
    cork = month["Cork"]
    asked = cork.sees("What are your goals")
    await cork.say("Hugh", "Fix the shed roof before the rain.", to=asked)
    await cork.say("Isla", "Finish the compost bays!", to=asked)


async def places(month: Month) -> None:
    """Leeds has three places at a quiz; the fourth person waits, and moves up when somebody can't come."""
    await month.at(12, 12)
    leeds = month["Leeds"]
    await leeds.say("Abby", "!event Pub quiz friday 7pm at the Fenton")
    await leeds.press("Abby", "Pub quiz", "✅")
    await leeds.say("Abby", "!event limit 1 3")
    for member in ("Barney", "Cath", "Dev", "Ellie"):
        await leeds.press(member, "Pub quiz", "✅")
    await month.at(13, 7)
    await leeds.press("Cath", "Pub quiz", "❌")
    await leeds.press("Ellie", "Pub quiz", "✅")


async def network_poll(month: Month) -> None:
    """Francophonie asks all three of its communities one question; the votes make one tally."""
    await month.at(13, 8)
    circle = month["Francophonie"]
    options = '"Lyon" "Lille" "Nice" clôture="jeudi 18h" to=network'
    await circle.say("Sabine", f'!sondage "Où se retrouver au printemps ?" {options}')
    await circle.press("Sabine", "printemps", "✅")
    await month.at(13, 10)
    for name, button in (("Lyon", "1️⃣"), ("Lille", "2️⃣"), ("Nice", "3️⃣")):
        for number, member in enumerate(month.towns[name].members):
            await month[name].press(member, "printemps", button if number < 3 else "3️⃣")
    await month.at(15, 17)


async def wide_poll(month: Month) -> None:
    """Commons asks everybody below; who doesn't want to take part isn't asked."""
    await month.at(15, 18)
    commons = month["Commons"]
    await commons.say("Wanda", '!poll "When do we all meet?" "May" "June" close="sunday 6pm" to=network')
    await commons.press("Wanda", "When do we all meet", "✅")
    await month.at(16, 8)
    for name, button in (("Lyon", "1️⃣"), ("Sevilla", "2️⃣"), ("Leipzig", "2️⃣"), ("Halifax", "2️⃣")):
        for member in month.towns[name].members[:3]:
            await month[name].press(member, "When do we all meet", button)


async def withdrawal(month: Month) -> None:
    """Inès takes her message back; it goes from every room. Rose of Nice reads what is stored, and has it erased."""
    await month.at(16, 9)
    lille, nice = month["Lille"], month["Nice"]
    await lille.press("Inès", "14 vélos", "🚫")
    await nice.say("Rose", "!me data")
    await nice.say("Rose", "!me erase")
    await month.at(16, 9, 5)
    await nice.say("Rose", "oui")
    await month.at(16, 10)


async def handover(month: Month) -> None:
    """Fanny hands Lille over to Karim before she leaves; Basel moves to another room."""
    await month.at(19, 8)
    lille = month["Lille"]
    await lille.say("Fanny", "!handover @karim")
    await lille.press("Karim", "Fanny", "✅")
    await month.at(19, 9)
    await lille.leave("Fanny")
    await month.at(20, 8)
    basel = month.towns["Basel"]
    month.rooms["Basel (neu)"] = await move(month.world, basel, month["Basel"], "basel-neu")


async def hellos(month: Month) -> None:
    """Connectors show up now and then; Gala of Gijón doesn't, so that somebody has to ask."""
    await month.at(21, 17)
    for town in TOWNS:
        if town.name not in ("Gijón", "Lille"):
            await month[town.name].say(town.connector, "👋")


async def linked(month: Month) -> None:
    """Amine of Lyon is in Nice too, as Amine06 on Matrix; from now on the two accounts are one person."""
    await month.at(21, 18)
    lyon, nice = month["Lyon"], month["Nice"]
    await lyon.say("Amine", "!me link", private=True)
    await nice.say("Amine06", "Salut !")
    await nice.say("Amine06", f"!me link {code_of(lyon, _LINK_CODE)}", private=True)


async def network_event(month: Month) -> None:
    """Commons plans one event for all; six communities accept, each in its language and by its clock. Four places."""
    await month.at(22, 9)
    commons = month["Commons"]
    await commons.say("Wanda", "!event Video call of all gardens on 31 October 2026 at 17:00 to=network")
    await commons.press("Wanda", "Video call", "✅")
    await month.at(22, 10)
    accepted = {"Lyon": "✅", "Nice": "✅", "Leipzig": "✅", "Cork": "🔁", "Halifax": "✅", "Sevilla": "❌"}
    for name, button in accepted.items():
        await month[name].press(month.towns[name].connector, "🌐.*Video call", button)
    await commons.say("Wanda", "!event limit 1 4")
    await month.at(22, 12)
    coming = (
        ("Lyon", "Amine"),
        ("Nice", "Amine06"),
        ("Leipzig", "Cem"),
        ("Cork", "Hugh"),
        ("Halifax", "Nell"),
        ("Leipzig", "Doris"),
    )
    for name, member in coming:
        await month[name].press(member, "Video call", "✅")
    await month.at(23, 9)
    await commons.say("Wanda", "!event move 1 18:00")
    await commons.press("Wanda", "Video call", "✅")
    await month["Cork"].press("Hugh", "Video call", "❌")
    await month.at(23, 12)


async def clocks(month: Month) -> None:
    """The clocks change, in Europe and then in Halifax; what comes every week keeps its hour on the wall."""
    await month.at(26, 12)
    await month.at(3, 12, month=11)


async def digests(month: Month) -> None:
    """In the end Sabine looks at her communities, and Wanda at the whole tree."""
    await month.at(3, 18, month=11)
    await month["Francophonie"].say("Sabine", "!communities")
    await month["Commons"].say("Wanda", "!network show")
    await month.at(4, 7, month=11)


SCENES = (
    founding,
    sharing,
    newcomer,
    local_polls,
    series,
    highlights,
    announcement,
    ritual,
    places,
    network_poll,
    wide_poll,
    withdrawal,
    handover,
    hellos,
    linked,
    network_event,
    clocks,
    digests,
)
