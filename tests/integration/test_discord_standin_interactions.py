"""Commands, buttons, menus and forms of the Discord stand-in work with discord.py's command tree and views."""

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
class StandinSetup:
    """A channel with Anna and Ben, and a client with commands."""

    standin: Discord
    anna: DiscordPerson
    ben: DiscordPerson
    general: Channel
    client: Listener
    tree: app_commands.CommandTree[Listener]
    pressed: asyncio.Queue[Press]

    def show_buttons(self, *buttons: discord.ui.Button[discord.ui.View]) -> discord.ui.View:
        """Return a view with these buttons whose presses the test handles."""
        view = discord.ui.View(timeout=None)
        for button in buttons:
            view.add_item(button)
        return view

    async def press(self) -> Press:
        """Return the next interaction."""
        return await asyncio.wait_for(self.pressed.get(), PATIENCE)


class InteractionQueue(Listener):
    """Queues raw interactions for the test."""

    def __init__(self, pressed: asyncio.Queue[Press]) -> None:
        super().__init__()
        self._pressed = pressed

    async def on_interaction(self, interaction: Press) -> None:
        """Queue an interaction."""
        if interaction.type in (discord.InteractionType.component, discord.InteractionType.modal_submit):
            self._pressed.put_nowait(interaction)


@pytest.fixture
async def setup() -> AsyncIterator[StandinSetup]:
    """Yield a client that has registered its commands."""
    async with pointed_at() as standin:
        anna, ben = standin.person("Anna"), standin.person("Ben", locale="fr")
        general = anna.open_channel(anna.found("Lyon", ben), "general")
        pressed: asyncio.Queue[Press] = asyncio.Queue()
        client = InteractionQueue(pressed)
        tree = app_commands.CommandTree[Listener](client)
        declare(tree)
        async with connected(standin, client):
            await tree.sync()
            yield StandinSetup(standin, anna, ben, general, client, tree, pressed)


def declare(tree: app_commands.CommandTree[Listener]) -> None:
    """Declare commands with options, a command for managers, and a menu entry."""
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
    """A form with a text and a select."""

    name: discord.ui.TextInput[Form] = discord.ui.TextInput(label="Name", custom_id="name")
    zone = discord.ui.Label[discord.ui.Modal](
        text="Zone",
        component=discord.ui.Select(custom_id="zone", options=[discord.SelectOption(label="Paris", value="paris")]),
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        menu = self.zone.component
        assert isinstance(menu, discord.ui.Select)
        await interaction.response.send_message(f"{self.name.value} in {menu.values[0]}")


async def test_a_command_with_its_options(setup: StandinSetup) -> None:
    """The options of a command arrive, and the answer names the person."""
    one = await setup.ben.run(setup.general, "poll open", question="Tea?", many=True)
    assert [shown.content for shown in one.shown] == [f"Tea? True {setup.ben.user.id} fr"]
    heard = await setup.client.gets("message", discord.Message)
    assert heard.interaction_metadata is not None and heard.interaction_metadata.user.id == setup.ben.user.id
    assert heard.type is discord.MessageType.chat_input_command


async def test_invalid_commands_are_refused(setup: StandinSetup) -> None:
    """The stand-in refuses unknown commands, missing options, wrong types, and missing permissions."""
    for line in ("poll", "poll open", "poll shut", "nothing", "setup"):
        with pytest.raises(NotOffered):
            await setup.ben.run(setup.general, line)
    with pytest.raises(NotOffered):
        await setup.ben.run(setup.general, "poll open", question="Tea?", many="yes")


async def test_suggestions(setup: StandinSetup) -> None:
    """Autocompletion returns the bot's suggestions."""
    assert await setup.ben.types(setup.general, "poll close", "poll", "T") == ["Tea", "Theatre"]


async def test_people_as_options_and_private_answers(setup: StandinSetup) -> None:
    """A person as an option is resolved, and a private answer appears in no channel."""
    one = await setup.anna.run(setup.general, "thanks", who=setup.ben.user)
    assert one.shown[0].content == "Thank you Ben" and one.shown[0].reader is setup.anna.user
    assert setup.standin.said(setup.general) == [] and setup.client.count("message") == 0


async def test_a_deferred_answer(setup: StandinSetup) -> None:
    """The first follow-up replaces the "thinking…" message and stays private."""
    one = await setup.ben.run(setup.general, "poll close", poll="tea")
    async with asyncio.timeout(PATIENCE):
        while not one.shown:
            await asyncio.sleep(0.01)
    assert one.answer == 5 and [shown.content for shown in one.shown] == ["closed tea"]
    assert one.shown[0].reader is setup.ben.user and one.followups == []


async def test_a_menu_entry(setup: StandinSetup) -> None:
    """The interaction contains the message of the menu."""
    said = setup.ben.say(setup.general, "We planted a tree")
    one = await setup.anna.use(said, "Nominate")
    assert one.shown[0].content == "nominated We planted a tree"


async def test_a_form(setup: StandinSetup) -> None:
    """The stand-in shows a form and submits its texts and choices."""
    asked = await setup.anna.run(setup.general, "setup")
    assert asked.form is not None and asked.form["title"] == "About us"
    done = await setup.anna.fill(asked, name="Lyon", zone=["paris"])
    assert done.shown[0].content == "Lyon in paris"
    with pytest.raises(NotOffered):
        await setup.anna.fill(asked, zone=["paris"])


async def test_a_button(setup: StandinSetup) -> None:
    """A button press contains the message, and the bot edits it or answers privately, once."""
    button: discord.ui.Button[discord.ui.View] = discord.ui.Button(label="Yes", custom_id="poll:1:yes")
    await setup.client.get_partial_messageable(setup.general.id).send("Tea?", view=setup.show_buttons(button))
    card = setup.standin.said(setup.general)[0]
    pressing = setup.ben.begin_press(card, "Yes")
    press = await setup.press()
    assert press.data is not None and press.data["custom_id"] == "poll:1:yes"  # type: ignore[typeddict-item]
    assert press.message is not None and press.message.id == card.id
    await press.response.edit_message(content="Tea? 1 yes")
    await setup.ben.wait(pressing)
    assert (card.content, card.edits) == ("Tea? 1 yes", 1)
    with pytest.raises(discord.HTTPException) as again:
        await setup.client.http.request(
            discord.http.Route(
                "POST", "/interactions/{number}/{token}/callback", number=press.id, token=press.token
            ),
            json={"type": 6},
        )  # fmt: skip
    assert again.value.code == 40060
    await press.followup.send("Thank you", ephemeral=True)
    assert pressing.shown[-1].reader is setup.ben.user


async def test_a_menu(setup: StandinSetup) -> None:
    """The chosen values of a select arrive, up to its maximum."""
    menu: discord.ui.Select[discord.ui.View] = discord.ui.Select(
        custom_id="pick", options=[discord.SelectOption(label=name, value=name.lower()) for name in ("Tea", "Coffee")]
    )
    view = discord.ui.View(timeout=None)
    view.add_item(menu)
    await setup.client.get_partial_messageable(setup.general.id).send("What?", view=view)
    card = setup.standin.said(setup.general)[0]
    with pytest.raises(NotOffered):
        setup.ben.begin_choose(card, ["Tea", "Coffee"])
    choosing = setup.ben.begin_choose(card, ["Coffee"])
    press = await setup.press()
    await press.response.defer()
    await setup.ben.wait(choosing)
    assert press.data is not None and press.data["values"] == ["coffee"]  # type: ignore[typeddict-item]
    await press.edit_original_response(content="Coffee it is", view=None)
    assert (card.content, card.components) == ("Coffee it is", [])


async def test_no_response_in_time(setup: StandinSetup) -> None:
    """After 3 s without a response the person sees a failure, and the interaction is unknown."""
    button: discord.ui.Button[discord.ui.View] = discord.ui.Button(label="Yes", custom_id="x")
    await setup.client.get_partial_messageable(setup.general.id).send("Tea?", view=setup.show_buttons(button))
    with pytest.raises(InteractionFailed):
        await setup.ben.press(setup.standin.said(setup.general)[0], "Yes")
    press = await setup.press()
    with pytest.raises(discord.NotFound) as late:
        await press.response.defer()
    assert late.value.code == 10062


async def test_an_expired_token(setup: StandinSetup) -> None:
    """The stand-in refuses a follow-up with an expired token (50027)."""
    one = await setup.anna.run(setup.general, "thanks", who=setup.ben.user)
    one.expired = True
    hook = discord.Webhook.partial(setup.standin.store.application, one.token, client=setup.client)
    with pytest.raises(discord.HTTPException) as dead:
        await hook.send("late")
    assert dead.value.code == 50027
