"""After the greeting a newcomer learns what is next: the next event, an open poll, how to ask."""

from pathlib import Path

from tests.acceptance.event_steps import announce_event, plain_text
from tests.acceptance.newcomer_steps import join_and_be_welcomed
from tests.stage import staged


async def test_news_in_private_in_the_newcomers_language(tmp_path: Path) -> None:
    """A newcomer with a private conversation reads there what is next, in their own language."""
    async with staged(tmp_path) as stage:
        await stage.community(question="What brings you here?")
        await announce_event(stage)
        await stage.say("@carla", '!poll "Tea?" Green Black')
        await join_and_be_welcomed(stage)
        await stage.say("@zoe", "!me language de", room="direct-@zoe")
        await stage.say("@zoe", "Der Garten", room="direct-@zoe")
        before = len(stage.shown())
        await stage.say("@carla", "Hello Zoe!")
        news = plain_text(stage.last("direct-@zoe"))
        assert "demnächst: Potluck, Fr., 27. Nov. 2026, 19:00" in news
        assert "offene Umfrage: Tea?" in news
        assert "frag einfach im Raum" in news
        assert len(stage.shown()) == before


async def test_news_in_the_room_for_those_without_a_private_conversation(tmp_path: Path) -> None:
    """Newcomers whom the bot does not know in private read it in the room, in one silent post."""
    async with staged(tmp_path) as stage:
        await stage.community(locale="fr")
        await stage.join("@zoe", name="Zoé")
        await stage.join("@yan", name="Yan")
        await stage.forward(seconds=31)
        await stage.say("@carla", "!poll Où ? Ici, Là")
        await stage.say("@carla", "Bienvenue à tous !")
        news = stage.last()
        assert news.text.startswith("Zoé, Yan, voici la suite")
        assert "sondage en cours\u202f: Où" in news.text
        assert "Une question\u202f? Posez-la ici" in news.text
        assert news.content is not None and news.content.silent
        assert news.content.mentions == ("@zoe", "@yan")


async def test_whole_days_have_no_hour(tmp_path: Path) -> None:
    """An event of whole days is announced to newcomers with its day alone."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await announce_event(stage, "!event Camp 5-6 december")
        await stage.join("@zoe", name="Zoe")
        await stage.forward(seconds=31)
        await stage.say("@carla", "Welcome Zoe!")
        news = plain_text(stage.last())
        assert "Camp, Sat, 5 Dec 2026" in news and "00:00" not in news


async def test_answer_stays_readable_after_the_greeting(tmp_path: Path) -> None:
    """What a newcomer answered can still be read below the call after somebody said hello."""
    async with staged(tmp_path) as stage:
        await stage.community(question="What brings you here?")
        await join_and_be_welcomed(stage)
        await stage.say("@zoe", "I moved here, I like soup", room="direct-@zoe")
        call = stage.sees("is new here and says")
        await stage.say("@carla", "Hello Zoe!")
        assert stage.platform.messages[call.id].text == (
            "Zoe was greeted by carla.\nZoe says:\n> I moved here, I like soup"
        )
