"""Commands, buttons, menus and forms of the stand-in, answered by discord.py's own command tree and views."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import discord
import pytest
from discord import app_commands

from tests.standins.discord.commands import NotOffered
from tests.standins.discord.interacting import InteractionFailed
from tests.standins.discord.people import DiscordPerson
from tests.standins.discord.records import Channel
from tests.standins.discord.server import Discord
from tests.standins.discord_client import Listener, connected, pointed_at
from tests.waiting import PATIENCE

pytestmark = [pytest.mark.discord]
Press = discord.Interaction[Listener]


@dataclass
class Scene:
    """A channel with Anna and Ben, and a client that takes commands."""

    town: Discord
    anna: DiscordPerson
    ben: DiscordPerson
    general: Channel
    client: Listener
    tree: app_commands.CommandTree[Listener]
    pressed: asyncio.Queue[Press]

    def ask(self, *buttons: discord.ui.Button[discord.ui.View]) -> discord.ui.View:
        """A view with these buttons, whose presses are handed to the test by the event."""
        view = discord.ui.View(timeout=None)
        for button in buttons:
            view.add_item(button)
        return view

    async def press(self) -> Press:
        """The next interaction."""
        return await asyncio.wait_for(self.pressed.get(), PATIENCE)


class Taker(Listener):
    """Hands raw interactions to the test."""

    def __init__(self, pressed: asyncio.Queue[Press]) -> None:
        super().__init__()
        self._pressed = pressed

    async def on_interaction(self, interaction: Press) -> None:
        """One more."""
        if interaction.type in (discord.InteractionType.component, discord.InteractionType.modal_submit):
            self._pressed.put_nowait(interaction)


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    """Ready, with the commands registered."""
    async with pointed_at() as town:
        anna, ben = town.person("Anna"), town.person("Ben", locale="fr")
        general = anna.open_channel(anna.found("Lyon", ben), "general")
        pressed: asyncio.Queue[Press] = asyncio.Queue()
        client = Taker(pressed)
        tree = app_commands.CommandTree[Listener](client)
        declare(tree)
        async with connected(town, client):
            await tree.sync()
            yield Scene(town, anna, ben, general, client, tree, pressed)


def declare(tree: app_commands.CommandTree[Listener]) -> None:
    """/poll open question many, /poll close poll, /thanks who, /setup for managers, and a menu entry."""
    group = app_commands.Group(name="poll", description="Polls")

    @group.command(name="open", description="Ask")
    async def opening(interaction: Press, question: str, many: bool = False) -> None:
        await interaction.response.send_message(f"{question} {many} {interaction.user.id} {interaction.locale}")

    @group.command(name="close", description="End")
    async def closing(interaction: Press, poll: str) -> None:
        await interaction.response.defer(ephemeral=True)
        await interaction.followup.send(f"closed {poll}")

    @closing.autocomplete("poll")
    async def polls(interaction: Press, current: str) -> list[app_commands.Choice[str]]:
        names = [name for name in ("Tea", "Theatre", "Garden") if name.startswith(current)]
        return [app_commands.Choice(name=name, value=name.lower()) for name in names]

    @tree.command(name="thanks", description="Thank")
    async def thanks(interaction: Press, who: discord.Member) -> None:
        await interaction.response.send_message(f"Thank you {who.display_name}", ephemeral=True)

    @tree.command(name="setup", description="Set up")
    @app_commands.default_permissions(manage_guild=True)
    async def setup(interaction: Press) -> None:
        await interaction.response.send_modal(Form())

    @tree.context_menu(name="Nominate")
    async def nominate(interaction: Press, message: discord.Message) -> None:
        await interaction.response.send_message(f"nominated {message.content}", ephemeral=True)

    tree.add_command(group)


class Form(discord.ui.Modal, title="About us"):
    """A name and a zone."""

    name: discord.ui.TextInput[Form] = discord.ui.TextInput(label="Name", custom_id="name")
    zone = discord.ui.Label[discord.ui.Modal](
        text="Zone",
        component=discord.ui.Select(custom_id="zone", options=[discord.SelectOption(label="Paris", value="paris")]),
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        menu = self.zone.component
        assert isinstance(menu, discord.ui.Select)
        await interaction.response.send_message(f"{self.name.value} in {menu.values[0]}")


async def test_a_command_with_its_options(scene: Scene) -> None:
    """Typed options arrive; the answer is seen by all and says who asked."""
    one = await scene.ben.run(scene.general, "poll open", question="Tea?", many=True)
    assert [shown.content for shown in one.shown] == [f"Tea? True {scene.ben.user.id} fr"]
    heard = await scene.client.gets("message", discord.Message)
    assert heard.interaction_metadata is not None and heard.interaction_metadata.user.id == scene.ben.user.id
    assert heard.type is discord.MessageType.chat_input_command


async def test_what_is_not_declared_is_not_offered(scene: Scene) -> None:
    """Unknown words, missing options, wrong types, and commands that one may not run."""
    for line in ("poll", "poll open", "poll shut", "nothing", "setup"):
        with pytest.raises(NotOffered):
            await scene.ben.run(scene.general, line)
    with pytest.raises(NotOffered):
        await scene.ben.run(scene.general, "poll open", question="Tea?", many="yes")


async def test_suggestions(scene: Scene) -> None:
    """What the bot suggests while one types."""
    assert await scene.ben.types(scene.general, "poll close", "poll", "T") == ["Tea", "Theatre"]


async def test_people_as_options_and_private_answers(scene: Scene) -> None:
    """A person chosen is resolved; a private answer is in no channel and told to nobody."""
    one = await scene.anna.run(scene.general, "thanks", who=scene.ben.user)
    assert one.shown[0].content == "Thank you Ben" and one.shown[0].reader is scene.anna.user
    assert scene.town.said(scene.general) == [] and scene.client.count("message") == 0


async def test_a_deferred_answer(scene: Scene) -> None:
    """Acknowledged at once; the first follow-up takes the place of the waiting answer and stays private."""
    one = await scene.ben.run(scene.general, "poll close", poll="tea")
    async with asyncio.timeout(PATIENCE):
        while not one.shown:
            await asyncio.sleep(0.01)
    assert one.answer == 5 and [shown.content for shown in one.shown] == ["closed tea"]
    assert one.shown[0].reader is scene.ben.user and one.followups == []


async def test_a_menu_entry(scene: Scene) -> None:
    """The message it was used on comes inside."""
    said = scene.ben.say(scene.general, "We planted a tree")
    one = await scene.anna.use(said, "Nominate")
    assert one.shown[0].content == "nominated We planted a tree"


async def test_a_form(scene: Scene) -> None:
    """The form is shown, filled in, and its texts and choices arrive."""
    asked = await scene.anna.run(scene.general, "setup")
    assert asked.form is not None and asked.form["title"] == "About us"
    done = await scene.anna.fill(asked, name="Lyon", zone=["paris"])
    assert done.shown[0].content == "Lyon in paris"
    with pytest.raises(NotOffered):
        await scene.anna.fill(asked, zone=["paris"])


async def test_a_button(scene: Scene) -> None:
    """The press comes with the message; the bot changes it, or answers privately, once."""
    button: discord.ui.Button[discord.ui.View] = discord.ui.Button(label="Yes", custom_id="poll:1:yes")
    await scene.client.get_partial_messageable(scene.general.id).send("Tea?", view=scene.ask(button))
    card = scene.town.said(scene.general)[0]
    pressing = scene.ben.begin_press(card, "Yes")
    press = await scene.press()
    assert press.data is not None and press.data["custom_id"] == "poll:1:yes"  # type: ignore[typeddict-item]
    assert press.message is not None and press.message.id == card.id
    await press.response.edit_message(content="Tea? 1 yes")
    await scene.ben.wait(pressing)
    assert (card.content, card.edits) == ("Tea? 1 yes", 1)
    with pytest.raises(discord.HTTPException) as again:
        await scene.client.http.request(
            discord.http.Route(
                "POST", "/interactions/{number}/{token}/callback", number=press.id, token=press.token
            ),
            json={"type": 6},
        )  # fmt: skip
    assert again.value.code == 40060
    await press.followup.send("Thank you", ephemeral=True)
    assert pressing.shown[-1].reader is scene.ben.user


async def test_a_menu(scene: Scene) -> None:
    """Chosen values arrive; too many cannot be chosen."""
    menu: discord.ui.Select[discord.ui.View] = discord.ui.Select(
        custom_id="pick", options=[discord.SelectOption(label=name, value=name.lower()) for name in ("Tea", "Coffee")]
    )
    view = discord.ui.View(timeout=None)
    view.add_item(menu)
    await scene.client.get_partial_messageable(scene.general.id).send("What?", view=view)
    card = scene.town.said(scene.general)[0]
    with pytest.raises(NotOffered):
        scene.ben.begin_choose(card, ["Tea", "Coffee"])
    choosing = scene.ben.begin_choose(card, ["Coffee"])
    press = await scene.press()
    await press.response.defer()
    await scene.ben.wait(choosing)
    assert press.data is not None and press.data["values"] == ["coffee"]  # type: ignore[typeddict-item]
    await press.edit_original_response(content="Coffee it is", view=None)
    assert (card.content, card.components) == ("Coffee it is", [])


async def test_nobody_answers_in_time(scene: Scene) -> None:
    """After three seconds the person is told that it failed, and the bot that the interaction is unknown."""
    button: discord.ui.Button[discord.ui.View] = discord.ui.Button(label="Yes", custom_id="x")
    await scene.client.get_partial_messageable(scene.general.id).send("Tea?", view=scene.ask(button))
    with pytest.raises(InteractionFailed):
        await scene.ben.press(scene.town.said(scene.general)[0], "Yes")
    press = await scene.press()
    with pytest.raises(discord.NotFound) as late:
        await press.response.defer()
    assert late.value.code == 10062


async def test_the_token_dies(scene: Scene) -> None:
    """A follow-up after the token's life is refused with 50027."""
    one = await scene.anna.run(scene.general, "thanks", who=scene.ben.user)
    one.expired = True
    hook = discord.Webhook.partial(scene.town.world.application, one.token, client=scene.client)
    with pytest.raises(discord.HTTPException) as dead:
        await hook.send("late")
    assert dead.value.code == 50027
