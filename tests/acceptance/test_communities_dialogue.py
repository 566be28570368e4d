"""A room becomes a community, a network is founded, and both are tuned, by talking."""

from pathlib import Path

import pytest

from bots.i18n import languages, texts
from bots.ports import Capabilities, Refused
from tests.stage import RICH, Stage, staged

ROOM, NET = "#lyon", "#network"


async def invite_bot(stage: Stage, room: str = ROOM, admin: str = "@carla") -> None:
    """Invite the bot to a room as its manager."""
    stage.platform.admins.add((room, admin))
    stage.platform.invite_bot(room, admin, name=room)
    await stage.settle()


async def test_bot_introduces_itself_once(tmp_path: Path) -> None:
    """The bot introduces itself once in a room and says what it stores."""
    async with staged(tmp_path) as stage:
        await invite_bot(stage)
        intro = stage.last().text
        assert "I keep votes, answers and dates, not your conversations" in intro
        assert "!setup" in intro
        stage.platform.invite_bot(ROOM, "@carla")
        await stage.settle()
        assert len(stage.shown()) == 1


async def test_setup_step_by_step(tmp_path: Path) -> None:
    """The set-up asks for name, language and time zone one by one, and again after a mistake, even over a restart."""
    async with staged(tmp_path) as stage:
        await invite_bot(stage)
        await stage.say("@carla", "!setup")
        assert "What is your community called?" in stage.last().text
        await stage.say("@anna", "Nobody asked me")
        await stage.say("@carla", "Lyon Croix-Rousse")
        assert "Which language" in stage.last().text
        await stage.say("@carla", "klingon")
        assert "I don’t speak klingon yet" in stage.last().text
        await stage.restart()
        await stage.say("@carla", "français")
        assert "fuseau horaire" in stage.last().text
        await stage.say("@carla", "Europe/Pariss")
        assert "Europe/Paris" in stage.last().text
        await stage.say("@carla", "Paris")
        assert "Lyon Croix-Rousse est prête" in stage.last().text
        assert "mercredi 25 novembre 2026" in stage.last().text


async def test_setup_is_in_managers_language(tmp_path: Path) -> None:
    """The set-up is in the manager's own language if the platform names it."""
    async with staged(tmp_path) as stage:
        stage.platform.locales["@carla"] = "fr"
        await invite_bot(stage)
        await stage.say("@carla", "!setup")
        assert "Comment s’appelle votre communauté" in stage.last().text
        await stage.say("@carla", "Lyon")
        await stage.say("@carla", "en")
        assert "Which time zone" in stage.last().text


async def test_setup_in_one_line(tmp_path: Path) -> None:
    """A set-up with all arguments asks nothing, and a second one points to !config."""
    async with staged(tmp_path) as stage:
        await invite_bot(stage)
        await stage.say("@carla", '!setup "Lyon" fr Europe/Paris')
        assert "Lyon est prête" in stage.last().text
        await stage.say("@carla", '!setup "Lyon 2" fr Europe/Paris')
        assert "!config" in stage.last().text


async def test_cancel_ends_questions(tmp_path: Path) -> None:
    """After `cancel` the bot takes the next message as ordinary talk."""
    async with staged(tmp_path) as stage:
        await invite_bot(stage)
        await stage.say("@carla", "!setup")
        await stage.say("@carla", "cancel")
        assert stage.last().text == "All right, forgotten."
        said = len(stage.shown())
        await stage.say("@carla", "Lyon")
        assert len(stage.shown()) == said


async def test_refused_answer_ends_question(tmp_path: Path) -> None:
    """After refusing an answer that can't be corrected, the bot takes the next message as ordinary talk."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        await stage.say("@carla", "!link")
        await stage.say("@carla", "netcode1")
        assert "already" in stage.last().text
        said = len(stage.shown())
        await stage.say("@carla", "Good morning everybody")
        assert len(stage.shown()) == said


async def test_question_ends_with_loss_of_role(tmp_path: Path) -> None:
    """A former connector's answer is refused once, and their next message is ordinary talk."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@bea", "!me")
        await stage.say("@carla", "!connector add bea")
        await stage.say("@bea", "!greeter add")
        await stage.say("@carla", "!connector remove bea")
        await stage.say("@bea", "carla")
        assert "connector" in stage.last().text
        said = len(stage.shown())
        await stage.say("@bea", "Good morning everybody")
        assert len(stage.shown()) == said


async def test_setup_names_missing_right(tmp_path: Path) -> None:
    """The bot refuses a member's set-up and names the missing right."""
    async with staged(tmp_path) as stage:
        await invite_bot(stage)
        await stage.say("@anna", "!setup")
        assert "power level 50" in stage.last().text
        await stage.say("@anna", "!link")
        assert "This room has no community yet" in stage.last().text


async def test_unknown_command_gets_suggestion(tmp_path: Path) -> None:
    """The bot answers an unknown command with the nearest command, in the room's language."""
    async with staged(tmp_path) as stage:
        await stage.community(locale="fr")
        await stage.say("@anna", "!hepl")
        assert "Vouliez-vous dire !help" in stage.last().text
        await stage.say("@anna", "!xyzzyxyzzy")
        assert "Je ne connais pas xyzzyxyzzy." in stage.last().text
        await stage.say("@carla", "!link a b c")
        assert "b c" in stage.last().text


async def test_community_joins_network_by_code(tmp_path: Path) -> None:
    """A community joins a new network with its code, both rooms read about it, and it can leave again."""
    async with staged(tmp_path) as stage:
        await invite_bot(stage, NET, "@nora")
        await stage.say("@nora", '!network create "Les Passeurs" fr Paris', room=NET)
        created = stage.last(NET).text
        code = created.split("!link ")[1].split(" ")[0]
        await stage.community(locale="en")
        await stage.say("@carla", "!link nonsense")
        assert "I know no network with the code nonsense" in stage.last().text
        await stage.say("@carla", "!link")
        await stage.say("@carla", code)
        assert "Linked to Les Passeurs" in stage.last().text
        assert stage.last(NET).text == "Lyon a rejoint le réseau."
        await stage.say("@carla", f"!link {code}")
        assert "linked to Les Passeurs already" in stage.last().text
        await stage.say("@nora", "!network show", room=NET)
        assert "une communauté" in stage.last(NET).text
        await stage.say("@carla", "!unlink")
        assert "has left Les Passeurs" in stage.last().text
        await stage.until(stage.clock.now().replace(hour=20))
        stage.never_saw("Ce qui s’est passé", NET)


async def test_network_cannot_become_parent_of_its_parent(tmp_path: Path) -> None:
    """A network cannot become part of one of its own parts."""
    async with staged(tmp_path) as stage:
        await stage.network("#a", name="A", code="aaaa")
        await stage.network("#b", name="B", code="bbbb")
        await stage.say("@nora", "!network parent aaaa", room="#b")
        assert "B is now part of A" in stage.last("#b").text
        await stage.say("@nora", "!network parent bbbb", room="#a")
        assert "can’t be its own parent" in stage.last("#a").text


async def test_config_checks_keys_and_values(tmp_path: Path) -> None:
    """The config command suggests a key for a mistyped one and names the limits of a wrong value."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!config")
        assert "threshold: 3" in stage.last().text
        await stage.say("@carla", "!config treshold 5")
        assert "Did you mean threshold" in stage.last().text
        await stage.say("@carla", "!config threshold lots")
        assert "from 1 to 50" in stage.last().text
        await stage.say("@carla", "!config threshold 5")
        assert "threshold is now: 5" in stage.last().text
        await stage.say("@carla", "!config reminders 1 day, 2h")
        assert "1d,2h" in stage.last().text
        await stage.say("@carla", "!config reminders whenever")
        assert "1 day, 2h, 30 min" in stage.last().text
        await stage.say("@carla", '!config welcome Tea is "on the left", <b>sit</b> @room')
        assert 'Tea is "on the left", <b>sit</b> @room' in stage.last().text
        await stage.say("@carla", "!config zone Atlantis")
        assert "I don’t know the time zone Atlantis" in stage.last().text
        await stage.say("@anna", "!config threshold 1")
        assert "Only a connector" in stage.last().text


async def test_french_settings(tmp_path: Path) -> None:
    """A French room can name settings and choices in French or English, with or without capitals and accents."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(locale="fr", network=network.id)
        await stage.say("@carla", "!config")
        assert "seuil: 3" in stage.last().text
        await stage.say("@carla", "!config Regles Soyez doux.")
        assert "règles vaut maintenant : Soyez doux." in stage.last().text.replace("\u202f", " ")
        await stage.say("@carla", "!config ecoute oui")
        assert "écoute vaut maintenant : oui" in stage.last().text.replace("\u202f", " ")
        await stage.say("@carla", "!config hold-back 5")
        assert "délai vaut maintenant : 5" in stage.last().text.replace("\u202f", " ")
        await stage.say("@carla", "!config suil 5")
        assert "seuil" in stage.last().text
        await stage.say("@carla", "!relay peut-être")
        assert "oui, non, état" in stage.last().text
        await stage.say("@carla", "!relais OUI")
        stage.sees("Le relais est activé")


async def test_last_connector_cannot_be_removed(tmp_path: Path) -> None:
    """Connectors can be added by id, mention or name, and the last one cannot be removed."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@anna", "!me")
        await stage.say("@carla", "!connector remove @carla")
        assert "the last connector" in stage.last().text
        await stage.say("@carla", "!connector add nobody")
        assert "I don’t know nobody" in stage.last().text
        await stage.say("@carla", "!connector add Anna")
        assert "anna is a connector now" in stage.last().text
        await stage.say("@anna", "!connector add Zed", mentions=("@zed",))
        assert "Zed is a connector now" in stage.last().text
        await stage.say("@anna", "!connector list")
        assert "anna, carla, Zed" in stage.last().text
        await stage.say("@anna", "!connector remove @carla")
        await stage.say("@carla", "!config threshold 1")
        assert "Only a connector" in stage.last().text


async def test_name_is_not_a_search_pattern(tmp_path: Path) -> None:
    """A name matches in any case, and `_` and `%` in it match only themselves."""
    async with staged(tmp_path) as stage:
        await stage.community()
        for user, name in (("@mallory", "johnXdoe"), ("@per", "100% Per"), ("@back", "back\\slash")):
            stage.platform.names[user] = name
            await stage.say(user, "!me")
        for pattern in ("john_doe", "%", "back_slash"):
            await stage.say("@carla", f'!connector add "{pattern}"')
            assert "is a connector" not in stage.last().text
            await stage.say("@carla", "cancel")
        await stage.say("@carla", "!connector add JOHNxdoe")
        assert "johnXdoe is a connector" in stage.last().text
        await stage.say("@carla", '!connector add "100% per"')
        assert "100% Per is a connector" in stage.last().text


async def test_member_is_found_by_new_name(tmp_path: Path) -> None:
    """The bot finds and lists a renamed member by the new name, and keeps it if the platform then names none."""
    async with staged(tmp_path) as stage:
        await stage.community()
        stage.platform.names["@anna"] = "Anna"
        await stage.say("@anna", "!me")
        stage.platform.names["@anna"] = "Annabel"
        await stage.say("@anna", "!me")
        await stage.say("@carla", "!connector add Annabel")
        assert "Annabel is a connector" in stage.last().text
        stage.platform.names["@anna"] = "Bella"
        await stage.say("@anna", "!greeter add Bella")
        assert "Bella is called when somebody new arrives" in stage.last().text
        del stage.platform.names["@anna"]
        await stage.say("@anna", "!greeter list")
        assert "Bella" in stage.last().text


async def test_guest_list_shows_new_name(tmp_path: Path) -> None:
    """The guest list shows a renamed member by the new name."""
    async with staged(tmp_path) as stage:
        await stage.community()
        stage.platform.names["@anna"] = "Anna"
        await stage.say("@carla", "!event Picnic tomorrow 18:00")
        await stage.say("@carla", "yes")
        await stage.react("@anna", stage.sees("Picnic"), "✅")
        stage.platform.names["@anna"] = "Annabel"
        await stage.say("@anna", "!me")
        await stage.say("@carla", "!event show 1")
        assert "Annabel" in stage.last().text


async def test_me_shows_account_and_consent(tmp_path: Path) -> None:
    """The me command shows a member's account and consent and sets their language."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@anna", "!me")
        assert "@anna" in stage.last().text
        assert "without your name" in stage.last().text
        await stage.say("@anna", "!me language fr")
        assert "je vous parle français" in stage.last().text


async def test_help_shows_permitted_commands(tmp_path: Path) -> None:
    """Help lists fewer commands for a member than for a connector and shows an example of a single one."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@anna", "!help")
        member = stage.last().text
        await stage.say("@carla", "!help")
        assert "!config" not in member
        assert "!config" in stage.last().text
        await stage.say("@anna", "!help link")
        assert "!link abcd2345" in stage.last().text


async def test_undecryptable_messages_are_reported_once(tmp_path: Path) -> None:
    """The bot says once that it can't read messages, even over a restart."""
    async with staged(tmp_path) as stage:
        await stage.community()
        for _ in range(3):
            stage.platform.post_undecryptable(ROOM, "@anna")
            await stage.settle()
        await stage.restart()
        stage.platform.post_undecryptable(ROOM, "@anna")
        await stage.settle()
        assert len(stage.matching(lambda m: "can’t read" in m.text)) == 1


async def test_lost_room_is_reported_to_network(tmp_path: Path) -> None:
    """The network reads that a community lost its only room, and an invitation restores it."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        stage.platform.remove_bot(ROOM)
        await stage.settle()
        assert "I was removed from the room “#lyon”" in stage.last(NET).text
        stage.platform.invite_bot(ROOM, "@carla")
        await stage.settle()
        assert "I am back in Lyon" in stage.last().text


async def test_room_that_refuses_posts_as_gone_is_lost(tmp_path: Path) -> None:
    """A post refused because the room is gone marks the room as lost, and an invitation restores it."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await invite_bot(stage, "#second")
        await stage.say("@carla", "!room join Lyon", "#second")
        stage.platform.faults = [Refused("gone", "bot was kicked")]
        await stage.say("@carla", '!poll "Tea?" yes no')
        assert "I was removed from the room" in stage.last("#second").text
        stage.platform.invite_bot(ROOM, "@carla")
        await stage.settle()
        stage.sees("I am back in Lyon")


async def test_message_restores_lost_room(tmp_path: Path) -> None:
    """A message in a room that the bot considers lost restores it without an invitation."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" yes no close=1h')
        stage.platform.remove_bot(ROOM)
        await stage.settle()
        await stage.say("@carla", "!poll list")
        await stage.join("@zoe", name="Zoé")
        await stage.forward(minutes=1)
        stage.sees("Welcome Zoé")


async def test_closed_room_is_reported_as_closed(tmp_path: Path) -> None:
    """The bot reports a closed room as closed instead of as one that removed it."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await invite_bot(stage, "#second")
        await stage.say("@carla", "!room join Lyon", "#second")
        stage.platform.remove_bot(ROOM, reason="closed")
        await stage.settle()
        assert "was closed" in stage.last("#second").text


async def test_missing_right_is_reported_to_connector_once(tmp_path: Path) -> None:
    """The bot tells a connector once, in private, which right a refused post lacked."""
    from bots.ports import Refused

    async with staged(tmp_path) as stage:
        await stage.community()
        for _ in range(2):
            stage.platform.faults = [Refused("forbidden", right="send messages")]
            await stage.say("@anna", "!me")
        told = stage.shown("direct-@carla")
        assert len(told) == 1
        assert "send messages" in told[0].text


async def test_private_message_gets_one_hint(tmp_path: Path) -> None:
    """The bot answers unexpected private messages with one hint within an hour."""
    async with staged(tmp_path) as stage:
        stage.platform.invite_bot("dm", "@anna", direct=True)
        await stage.settle()
        assert "Here I ask you things in private" in stage.last("dm").text
        await stage.say("@anna", "hello?", room="dm")
        await stage.say("@anna", "hello??", room="dm")
        assert len(stage.matching(lambda m: "did not understand" in m.text, "dm")) == 1
        await stage.say("@anna", "!newcomers", room="dm")
        assert "belongs in the community’s room" in stage.last("dm").text


async def test_choice_by_button(tmp_path: Path) -> None:
    """Only the person whom the bot asked can press a button of the question, and only once."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(locale="fr")
        await stage.say("@carla", "!room role")
        question = stage.last()
        await stage.press("@anna", question, "foyer")
        assert "Ce n’est pas à vous" in stage.last().text
        await stage.press("@carla", question, "événements")
        stage.sees("Les événements sont désormais annoncés")
        await stage.press("@carla", question, "foyer")
        assert "Ce n’est pas à vous" in stage.last().text


async def test_choice_by_reaction(tmp_path: Path) -> None:
    """On a platform without buttons a reaction answers a question, and the next question follows."""
    async with staged(tmp_path) as stage:
        await invite_bot(stage)
        await stage.say("@carla", "!setup")
        await stage.say("@carla", "Lyon")
        await stage.react("@carla", stage.sees("Which language"), "4️⃣")
        assert "fuseau horaire" in stage.last().text
        await stage.say("@carla", "Paris")
        assert "Lyon est prête" in stage.last().text


async def link_many_communities(stage: Stage) -> None:
    """Create a network with twenty-five communities."""
    network = await stage.network()
    for number in range(1, 26):
        await stage.community(f"#c{number}", name=f"Place {number:02}", network=network.id)


async def test_long_list_pages_by_buttons(tmp_path: Path) -> None:
    """Buttons page through a long list in place, ten lines at a time, and the last page has only a button back."""
    async with staged(tmp_path, Capabilities(buttons=True)) as stage:
        await link_many_communities(stage)
        await stage.say("@nora", "!network show", NET)
        shown = stage.last(NET)
        assert "25 communities" in shown.text and "Place 10\nPage 1 of 3" in shown.text
        await stage.press("@nora", shown, "More")
        await stage.forward(seconds=5)
        await stage.press("@nora", shown, "More")
        await stage.forward(seconds=5)
        assert "Place 21" in shown.text and "Page 3 of 3" in shown.text and "!link netcode1" in shown.text
        assert shown.content is not None and [button.label for button in shown.content.buttons] == ["Back"]
        assert shown == stage.last(NET)


async def test_long_list_pages_by_reactions(tmp_path: Path) -> None:
    """On a platform without buttons reactions page through a long list."""
    async with staged(tmp_path) as stage:
        await link_many_communities(stage)
        await stage.say("@nora", "!network show", NET)
        shown = stage.last(NET)
        await stage.react("@nora", shown, "▶️")
        assert "Place 20\nPage 2 of 3" in shown.text
        await stage.unreact("@nora", shown, "▶️")
        await stage.react("@nora", shown, "▶️")
        await stage.forward(seconds=5)
        assert "Page 3 of 3" in shown.text
        await stage.react("@ben", shown, "◀️")
        await stage.forward(seconds=5)
        assert "Page 2 of 3" in shown.text


async def test_short_list_has_no_pages(tmp_path: Path) -> None:
    """A short list shows no page number."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        await stage.say("@nora", "!network show", NET)
        assert "one community\n• Lyon\nNew ones type" in stage.last(NET).text
        assert "Page" not in stage.last(NET).text


@pytest.mark.parametrize("code", languages.codes())
async def test_member_chooses_any_language(tmp_path: Path, code: str) -> None:
    """The bot confirms a member's language in that language and offers every language by code and name."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@anna", f"!me language {code}")
        assert texts.words(code, "me-language-set") in stage.last().text
        await stage.say("@anna", "!me language klingon")
        assert all(f"{each} ({name})" in stage.last().text for each, name in languages.labels())
