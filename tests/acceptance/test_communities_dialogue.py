"""A room becomes a community, a network is founded, and both are tuned, by talking."""

from pathlib import Path

import pytest

from bots.i18n import languages, texts
from bots.ports import Capabilities, Refused
from tests.stage import RICH, Stage, staged

ROOM, NET = "#lyon", "#network"


async def invited(stage: Stage, room: str = ROOM, admin: str = "@carla") -> None:
    """A room whose manager has asked the bot in."""
    stage.platform.admins.add((room, admin))
    stage.platform.invite_bot(room, admin, name=room)
    await stage.settle()


async def test_the_bot_introduces_itself_and_what_it_keeps(tmp_path: Path) -> None:
    """Invited, it joins, says what it does and keeps, once."""
    async with staged(tmp_path) as stage:
        await invited(stage)
        intro = stage.last().text
        assert "I keep votes, answers and dates, not your conversations" in intro
        assert "!setup" in intro
        stage.platform.invite_bot(ROOM, "@carla")
        await stage.settle()
        assert len(stage.shown()) == 1


async def test_setup_step_by_step_with_a_wrong_zone_in_the_middle(tmp_path: Path) -> None:
    """Name, language and zone are asked one by one; a mistake is explained and asked again, over a restart."""
    async with staged(tmp_path) as stage:
        await invited(stage)
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


async def test_who_sets_a_room_up_is_asked_in_their_own_language(tmp_path: Path) -> None:
    """Where the platform tells which it is: the room itself has none yet."""
    async with staged(tmp_path) as stage:
        stage.platform.locales["@carla"] = "fr"
        await invited(stage)
        await stage.say("@carla", "!setup")
        assert "Comment s’appelle votre communauté" in stage.last().text
        await stage.say("@carla", "Lyon")
        await stage.say("@carla", "en")
        assert "Which time zone" in stage.last().text


async def test_setup_in_one_line(tmp_path: Path) -> None:
    """Given as arguments nothing is asked; a second time it is refused with what to use instead."""
    async with staged(tmp_path) as stage:
        await invited(stage)
        await stage.say("@carla", '!setup "Lyon" fr Europe/Paris')
        assert "Lyon est prête" in stage.last().text
        await stage.say("@carla", '!setup "Lyon 2" fr Europe/Paris')
        assert "!config" in stage.last().text


async def test_cancel_ends_the_questions(tmp_path: Path) -> None:
    """`cancel` is understood as an answer, and what follows is plain talk."""
    async with staged(tmp_path) as stage:
        await invited(stage)
        await stage.say("@carla", "!setup")
        await stage.say("@carla", "cancel")
        assert stage.last().text == "All right, forgotten."
        said = len(stage.shown())
        await stage.say("@carla", "Lyon")
        assert len(stage.shown()) == said


async def test_a_refused_answer_ends_its_question(tmp_path: Path) -> None:
    """What could not be answered by another word is said once, and what follows is plain talk."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        await stage.say("@carla", "!link")
        await stage.say("@carla", "netcode1")
        assert "already" in stage.last().text
        said = len(stage.shown())
        await stage.say("@carla", "Good morning everybody")
        assert len(stage.shown()) == said


async def test_a_question_is_over_once_the_right_to_answer_it_is_gone(tmp_path: Path) -> None:
    """Who is no connector any more is told so, once."""
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


async def test_setup_needs_the_right_and_names_it(tmp_path: Path) -> None:
    """A member is told which right is missing and who has it."""
    async with staged(tmp_path) as stage:
        await invited(stage)
        await stage.say("@anna", "!setup")
        assert "power level 50" in stage.last().text
        await stage.say("@anna", "!link")
        assert "This room has no community yet" in stage.last().text


async def test_an_unknown_command_gets_the_nearest_names(tmp_path: Path) -> None:
    """In the room's language, with what to type instead."""
    async with staged(tmp_path) as stage:
        await stage.community(locale="fr")
        await stage.say("@anna", "!hepl")
        assert "Vouliez-vous dire !help" in stage.last().text
        await stage.say("@anna", "!xyzzyxyzzy")
        assert "Je ne connais pas xyzzyxyzzy." in stage.last().text
        await stage.say("@carla", "!link a b c")
        assert "b c" in stage.last().text


async def test_a_network_is_founded_and_joined(tmp_path: Path) -> None:
    """Its room gets the code; a community that types it appears there; a wrong code is explained."""
    async with staged(tmp_path) as stage:
        await invited(stage, NET, "@nora")
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


async def test_networks_nest_without_circles(tmp_path: Path) -> None:
    """A network below another cannot become its parent."""
    async with staged(tmp_path) as stage:
        await stage.network("#a", name="A", code="aaaa")
        await stage.network("#b", name="B", code="bbbb")
        await stage.say("@nora", "!network parent aaaa", room="#b")
        assert "B is now part of A" in stage.last("#b").text
        await stage.say("@nora", "!network parent bbbb", room="#a")
        assert "can’t be its own parent" in stage.last("#a").text


async def test_config_shows_checks_and_sets(tmp_path: Path) -> None:
    """Mistyped keys get the nearest, wrong values the bounds."""
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


async def test_settings_and_choices_are_understood_in_french(tmp_path: Path) -> None:
    """Shown in the room's language; English words, capitals and a keyboard without accents will do too."""
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


async def test_connectors_come_and_go_and_one_stays(tmp_path: Path) -> None:
    """By id, by mention or by a name seen before; the last one cannot leave by mistake."""
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


async def test_a_name_is_no_pattern(tmp_path: Path) -> None:
    """Whoever is meant bears the very name, any case: `_` and `%` stand for themselves."""
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


async def test_a_new_name_is_learnt(tmp_path: Path) -> None:
    """Who calls themselves otherwise is found and listed by the new name, in the very message too; an account whose
    name was not told keeps the one it had."""
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


async def test_who_comes_is_called_by_their_new_name(tmp_path: Path) -> None:
    """Answers given before name the person as they are called now."""
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


async def test_me_says_what_is_known(tmp_path: Path) -> None:
    """Account, roles, language, consent; the language can be chosen."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@anna", "!me")
        assert "@anna" in stage.last().text
        assert "without your name" in stage.last().text
        await stage.say("@anna", "!me language fr")
        assert "je vous parle français" in stage.last().text


async def test_help_shows_what_one_may(tmp_path: Path) -> None:
    """A member sees less than a connector; a command is shown with its example."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@anna", "!help")
        member = stage.last().text
        await stage.say("@carla", "!help")
        assert "!config" not in member
        assert "!config" in stage.last().text
        await stage.say("@anna", "!help link")
        assert "!link abcd2345" in stage.last().text


async def test_an_unreadable_room_is_told_once(tmp_path: Path) -> None:
    """However many messages cannot be decrypted."""
    async with staged(tmp_path) as stage:
        await stage.community()
        for _ in range(3):
            stage.platform.post_undecryptable(ROOM, "@anna")
            await stage.settle()
        await stage.restart()
        stage.platform.post_undecryptable(ROOM, "@anna")
        await stage.settle()
        assert len(stage.matching(lambda m: "can’t read" in m.text)) == 1


async def test_a_lost_room_is_reported_elsewhere(tmp_path: Path) -> None:
    """The network hears that the only room of a community was lost; invited again it goes on."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        stage.platform.remove_bot(ROOM)
        await stage.settle()
        assert "I was removed from the room “#lyon”" in stage.last(NET).text
        stage.platform.invite_bot(ROOM, "@carla")
        await stage.settle()
        assert "I am back in Lyon" in stage.last().text


async def test_a_room_that_is_found_gone_is_reported_elsewhere(tmp_path: Path) -> None:
    """The platform never said that the bot was removed; what it refuses to post does. Invited again, it goes on."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await invited(stage, "#second")
        await stage.say("@carla", "!room join Lyon", "#second")
        stage.platform.faults = [Refused("gone", "bot was kicked")]
        await stage.say("@carla", '!poll "Tea?" yes no')
        assert "I was removed from the room" in stage.last("#second").text
        stage.platform.invite_bot(ROOM, "@carla")
        await stage.settle()
        stage.sees("I am back in Lyon")


async def test_a_room_thought_lost_in_which_somebody_speaks_is_not(tmp_path: Path) -> None:
    """Its reminders and greetings go on without an invitation."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" yes no close=1h')
        stage.platform.remove_bot(ROOM)
        await stage.settle()
        await stage.say("@carla", "!poll list")
        await stage.join("@zoe", name="Zoé")
        await stage.forward(minutes=1)
        stage.sees("Welcome Zoé")


async def test_a_closed_room_is_reported_as_closed(tmp_path: Path) -> None:
    """Closed is not removed."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await invited(stage, "#second")
        await stage.say("@carla", "!room join Lyon", "#second")
        stage.platform.remove_bot(ROOM, reason="closed")
        await stage.settle()
        assert "was closed" in stage.last("#second").text


async def test_a_missing_right_is_named_to_a_connector(tmp_path: Path) -> None:
    """Once a day, in private when there is no other room."""
    from bots.ports import Refused

    async with staged(tmp_path) as stage:
        await stage.community()
        for _ in range(2):
            stage.platform.faults = [Refused("forbidden", right="send messages")]
            await stage.say("@anna", "!me")
        told = stage.shown("direct-@carla")
        assert len(told) == 1
        assert "send messages" in told[0].text


async def test_private_words_get_a_hint_once_an_hour(tmp_path: Path) -> None:
    """Talk that nobody takes is answered with where to look."""
    async with staged(tmp_path) as stage:
        stage.platform.invite_bot("dm", "@anna", direct=True)
        await stage.settle()
        assert "Here I ask you things in private" in stage.last("dm").text
        await stage.say("@anna", "hello?", room="dm")
        await stage.say("@anna", "hello??", room="dm")
        assert len(stage.matching(lambda m: "did not understand" in m.text, "dm")) == 1
        await stage.say("@anna", "!newcomers", room="dm")
        assert "belongs in the community’s room" in stage.last("dm").text


async def test_a_choice_is_asked_for_with_buttons(tmp_path: Path) -> None:
    """Who was asked presses one instead of typing; somebody else's press, or one too late, changes nothing."""
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


async def test_a_choice_is_asked_for_with_reactions(tmp_path: Path) -> None:
    """Where a platform has no buttons; the other questions of the command follow."""
    async with staged(tmp_path) as stage:
        await invited(stage)
        await stage.say("@carla", "!setup")
        await stage.say("@carla", "Lyon")
        await stage.react("@carla", stage.sees("Which language"), "4️⃣")
        assert "fuseau horaire" in stage.last().text
        await stage.say("@carla", "Paris")
        assert "Lyon est prête" in stage.last().text


async def many_linked(stage: Stage) -> None:
    """A network with twenty-five communities."""
    network = await stage.network()
    for number in range(1, 26):
        await stage.community(f"#c{number}", name=f"Place {number:02}", network=network.id)


async def test_a_long_list_is_turned_by_buttons(tmp_path: Path) -> None:
    """Ten lines a page, in place; the last page has no way on, and a list that became shorter still opens."""
    async with staged(tmp_path, Capabilities(buttons=True)) as stage:
        await many_linked(stage)
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


async def test_a_long_list_is_turned_by_reactions(tmp_path: Path) -> None:
    """Where a platform has no buttons."""
    async with staged(tmp_path) as stage:
        await many_linked(stage)
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


async def test_a_short_list_has_one_page(tmp_path: Path) -> None:
    """And no buttons."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        await stage.say("@nora", "!network show", NET)
        assert "one community\n• Lyon\nNew ones type" in stage.last(NET).text
        assert "Page" not in stage.last(NET).text


@pytest.mark.parametrize("code", languages.codes())
async def test_every_language_can_be_chosen_for_private_answers(tmp_path: Path, code: str) -> None:
    """The bot confirms in the language that was chosen, and offers all of them by code and name."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@anna", f"!me language {code}")
        assert texts.words(code, "me-language-set") in stage.last().text
        await stage.say("@anna", "!me language klingon")
        assert all(f"{each} ({name})" in stage.last().text for each, name in languages.labels())
