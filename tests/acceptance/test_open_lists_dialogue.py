"""Open lists: people add options, a connector takes one out, and no vote moves."""

from pathlib import Path

import pytest
from sqlmodel import select

from bots.ports import Capabilities
from storage.tables import PollAddition
from tests.acceptance.announcement_steps import BONN, LYON, NET, three_towns
from tests.stage import PLAIN, RICH, Stage, staged

FORMS = Capabilities(buttons=True, private_answers=True, forms=True)
BOTH = pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["reactions", "buttons"])
FILM = '!poll open list "Which film?" Alien, Brazil'


async def choose(stage: Stage, user: str, sign: str, what: str = "Which film") -> None:
    """Vote as somebody by a press or by a reaction."""
    await (stage.press if stage.capabilities.buttons else stage.react)(user, stage.sees(what), sign)
    await stage.forward(seconds=5)


@BOTH
async def test_votes_stay_when_an_option_comes(tmp_path: Path, capabilities: Capabilities) -> None:
    """A member adds an option by a reply; the card shows it at once, it can be voted for, and earlier votes stay."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@carla", FILM)
        card = stage.last()
        assert "Open list: everybody may add options, up to 3 each." in card.text
        await choose(stage, "@anna", "1️⃣")
        await stage.say("@ben", '!poll add "Cléo de 5 à 7?"', reply_to=card.id)
        assert "“Cléo de 5 à 7?” is in poll 1 now. Votes stay as they are." in stage.last().text
        await stage.forward(seconds=5)
        await choose(stage, "@ben", "3️⃣")
        await choose(stage, "@zoe", "3️⃣")
        shown = stage.sees("Which film").text
        assert "1️⃣ Alien\n▓▓▓░░░░░ 1 (33%)" in shown
        assert "3️⃣ Cléo de 5 à 7?\n▓▓▓▓▓░░░ 2 (67%)" in shown
        await stage.say("@carla", "!poll close 1")
        stage.sees("The answer is: Cléo de 5 à 7?")
        async with stage.database.reading() as uow:
            assert not await uow.all(select(PollAddition))


@BOTH
async def test_votes_go_when_an_option_goes(tmp_path: Path, capabilities: Capabilities) -> None:
    """What a connector takes out counts no longer, the card says so, and the others keep their signs and votes."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Which film?" Alien, Brazil, Cube additions=yes early=2')
        for user, sign in (("@anna", "1️⃣"), ("@ben", "3️⃣")):
            await choose(stage, user, sign) if user == "@anna" else None
        await stage.say("@anna", "!poll remove 1 Alien")
        assert "is for connectors" in stage.last().text
        await stage.say("@carla", "!poll remove 1 ALIEN")
        assert "Take “Alien” out of poll 1?" in stage.last().text
        await stage.say("@carla", "yes")
        await stage.forward(seconds=5)
        shown = stage.sees("Which film").text
        assert "Alien" not in shown
        assert "nobody has voted yet" in shown
        assert "An option was taken out on" in shown
        await choose(stage, "@ben", "3️⃣")
        assert "3️⃣ Cube\n▓▓▓▓▓▓▓▓ 1 (100%)" in stage.sees("Which film").text
        await stage.say("@carla", "!poll remove 1 2")
        assert "needs two options or more" in stage.last().text
        await choose(stage, "@anna", "2️⃣")
        stage.sees("Tie: Brazil, Cube")


@BOTH
async def test_kind_refusals(tmp_path: Path, capabilities: Capabilities) -> None:
    """The same option, too many of one person, a fixed list and an empty option are refused with what to do."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community(locale="fr")
        await stage.say("@carla", '!poll liste ouverte "Quel film ?" Été, Brazil')
        await stage.say("@ben", "!poll ajouter 1 ete")
        assert "« Été » est déjà dans la liste : votez pour elle avec 1️⃣." in stage.last().text.replace("\u202f", " ")
        await stage.say("@ben", "!poll ajouter 1 ...")
        assert "Quelle est l’option" in stage.last().text
        for number in range(4):
            await stage.say("@ben", f"!poll ajouter 1 film {number}")
        assert "Vous avez ajouté 3 options" in stage.last().text
        await stage.say("@carla", '!poll "Fixe ?" oui non')
        await stage.say("@ben", "!poll ajouter 2 peut-être")
        assert "Les options du sondage 2 sont fixes" in stage.last().text
        await stage.say("@carla", '!poll consent "On peint ?" ajouts=oui')
        assert "options fixes" in stage.last().text


async def test_the_list_has_an_end(tmp_path: Path) -> None:
    """Twenty options are the most; then the button goes, and one more is refused."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", FILM)
        for number in range(18):
            await stage.say(f"@p{number // 3}", f"!poll add 1 film {number}")
        await stage.forward(seconds=5)
        card = stage.sees("Which film")
        assert "The list is full" in card.text
        assert card.content is not None
        assert len(card.content.buttons) == 20
        await stage.say("@q", "!poll add 1 one more")
        assert "has all the 20 options" in stage.last().text


async def test_linked_accounts_add_as_one(tmp_path: Path) -> None:
    """Who linked two accounts adds three options with both together."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", FILM)
        await stage.say("@ben", "!poll add 1 Cube")
        await stage.link_accounts("@ben", "@ben2")
        for number in range(2):
            await stage.say("@ben2", f"!poll add 1 film {number}")
        await stage.say("@ben", "!poll add 1 Dune")
        assert "You have added 3 options" in stage.last().text


async def test_button_asks(tmp_path: Path) -> None:
    """The button asks the person who pressed it, and their next message is the option."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(locale="fr")
        await stage.say("@carla", '!poll ranked liste ouverte "Quel film ?" Alien, Brazil')
        await stage.press("@anna", stage.last(), "➕")
        assert "Quelle option ajoutez-vous" in stage.last().text
        await stage.say("@ben", "Cube")
        await stage.say("@anna", "Dune")
        await stage.forward(seconds=5)
        shown = stage.sees("Quel film").text
        assert "3️⃣ Dune" in shown
        assert "Cube" not in shown


async def test_form_asks(tmp_path: Path) -> None:
    """Where there are forms, the button opens one."""
    async with staged(tmp_path, FORMS) as stage:
        await stage.community()
        await stage.say("@carla", FILM)
        await stage.press("@anna", stage.last(), "➕")
        form = stage.platform.forms[-1]
        assert "option" in [field.id for field in form.fields]


async def test_dates_are_read(tmp_path: Path) -> None:
    """An option of a poll of dates is read as a date, and the card shows its weekday."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", '!poll dates "When?" sat 5 dec 15:00 / sun 6 dec 11:00 additions=yes')
        await stage.press("@carla", stage.last(), "✅")
        await stage.say("@ben", "!poll add 1 mon 7 dec 18:00")
        await stage.forward(seconds=5)
        assert "3️⃣ Monday, 7 December at 18:00" in stage.sees("When").text
        await stage.say("@ben", "!poll add 1 whenever")
        assert "3️⃣" not in stage.last().text
        await choose(stage, "@anna", "1️⃣", "When")
        await choose(stage, "@anna", "3️⃣", "When")
        assert "(100%)" in stage.sees("When").text


@pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["reactions", "buttons"])
async def test_many_places_one_list(tmp_path: Path, capabilities: Capabilities) -> None:
    """What somebody adds to a network's poll in one community is shown in all, in the order in which it came."""
    async with staged(tmp_path, capabilities) as stage:
        await three_towns(stage)
        await stage.say("@nora", '!poll "Where do we meet?" Lyon Bari to=network additions=yes', NET)
        await stage.press("@nora", stage.last(NET), "✅")
        await stage.forward(seconds=5)
        await stage.say("@anna", "!poll ajouter Turin", LYON)
        await stage.say("@ben", "!poll ergänzen 1 turin", BONN)
        await stage.forward(seconds=5)
        for room in (NET, LYON, BONN):
            assert stage.sees("Where do we meet", room).text.count("3️⃣ Turin") == 1, stage.transcript(room)


async def test_edits_keep_the_gap(tmp_path: Path) -> None:
    """A typo that is mended after an option was taken out moves no vote."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Which film?" Alien, Brasil, Cube additions=yes emoji="👽 🌴 🧊"')
        await choose(stage, "@ben", "🧊")
        await stage.say("@carla", "!poll remove 1 👽")
        await stage.say("@carla", "yes")
        await stage.say("@carla", '!poll edit 1 "Which film?" "Brazil" "Cube"')
        await stage.say("@zoe", "!poll add 1 Dune")
        await stage.forward(seconds=5)
        shown = stage.sees("Which film").text
        assert "🌴 Brazil\n░░░░░░░░ 0 (0%)" in shown
        assert "🧊 Cube\n▓▓▓▓▓▓▓▓ 1 (100%)" in shown
        assert "1️⃣ Dune" in shown


@pytest.mark.parametrize("double", ["Alien\u200b", "Аlien", "ΑLIEN", "A l i e n", "Álien\ufe0f"])
async def test_nobody_adds_a_double(tmp_path: Path, double: str) -> None:
    """What readers would take for an option that is there is refused; other signs make another option."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", '!poll open list "Which one?" Alien, "C"')
        await stage.say("@mallory", f"!poll add 1 {double}")
        assert "is in the list already: vote for it with 1️⃣" in stage.last().text
        for other in ("C++", "C#", "Alien 👽", "Aliens"):
            await stage.say(f"@{other}", f"!poll add 1 {other}")
            assert "is in poll 1 now" in stage.last().text
