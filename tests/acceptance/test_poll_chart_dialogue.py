"""The result of a poll as a picture: after the text, once, with the same words as its description."""

from io import BytesIO
from pathlib import Path

import pytest
from msgspec import structs
from PIL import Image

from bots.core.bar_chart import LARGEST, Bar, BarChart
from bots.core.inbound import Attachment
from bots.ports import Capabilities
from bots.testing import Shown
from schedules.delivery import bar_charts, charts
from schedules.delivery.files import FileStore
from tests.stage import PLAIN, RICH, Stage, staged

DOORS = pytest.mark.parametrize(
    "capabilities",
    [structs.replace(one, upload_bytes=1_000_000) for one in (PLAIN, RICH)],
    ids=["reactions", "buttons"],
)


async def vote(stage: Stage, user: str, sign: str, what: str) -> None:
    """Vote as somebody by a press or by a reaction."""
    await (stage.press if stage.capabilities.buttons else stage.react)(user, stage.sees(what), sign)


async def closed(stage: Stage, voters: int, what: str = "Which film", number: int = 1) -> list[Shown]:
    """Let people vote, close the poll, and return the messages with a picture."""
    for voter in range(voters):
        await vote(stage, f"@v{voter}", "1️⃣" if voter % 3 else "2️⃣", what)
    await stage.forward(seconds=5)
    await stage.say("@carla", f"!poll close {number}")
    await stage.forward(seconds=5)
    return pictures(stage)


def pictures(stage: Stage) -> list[Shown]:
    """Return the messages with a picture."""
    return [one for one in stage.shown() if one.content is not None and one.content.attachments]


@DOORS
async def test_picture_follows_the_result(tmp_path: Path, capabilities: Capabilities) -> None:
    """Of five voters the result is followed by one picture, whose description has the same figures."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Which film?" "Alien 👽", Brazil native=no')
        [picture] = await closed(stage, 5)
        assert "▓" in stage.sees("The answer is: Alien").text
        assert picture.content is not None
        [file] = picture.content.attachments
        said = "Poll 1: Which film? The answer is: Alien. – Alien: 3 (60%), Brazil: 2 (40%). 5 people voted."
        assert file.alt == said
        await stage.say("@carla", "!poll results 1")
        assert len(pictures(stage)) == 1


@DOORS
async def test_picture_of_few_or_unwanted(tmp_path: Path, capabilities: Capabilities) -> None:
    """Four voters get none by themselves, nor does a community that wants none; the command draws both."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community(locale="fr")
        await stage.say("@carla", '!poll "Quel film ?" Alien, Brazil native=non')
        assert not await closed(stage, 4, "Quel film")
        await stage.say("@anna", "!poll chart 1")
        [picture] = pictures(stage)
        assert "Sondage 1" in picture.text
        await stage.say("@carla", "!config image-sondage off")
        await stage.say("@carla", '!poll "Quel repas ?" Soupe, Tarte native=non')
        assert len(await closed(stage, 6, "Quel repas", 2)) == 1


async def test_words_in_the_place_of_a_picture(tmp_path: Path) -> None:
    """Where the platform shows no pictures, or the letters are others, the command answers with the words."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Which film?" Alien, Brazil')
        assert not await closed(stage, 5)
        await stage.say("@carla", "!poll chart 1")
        assert "Alien: 3 (60%), Brazil: 2 (40%). 5 people voted." in stage.last().text
    async with staged(tmp_path / "other", structs.replace(RICH, upload_bytes=1_000_000)) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Which film?" 東京, Brazil')
        assert not await closed(stage, 5)


async def test_proposal_without_a_mark_ends_with_a_stop(tmp_path: Path) -> None:
    """In the picture nothing is bold, so a stop separates the proposal from what was decided."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "We paint the shed" kind=consent')
        await vote(stage, "@anna", "👍", "We paint the shed")
        await stage.say("@carla", "!poll close 1")
        await stage.say("@carla", "!poll chart 1")
        assert stage.last().text.startswith("Poll 1: We paint the shed. ")


async def test_late_votes_replace_it(tmp_path: Path) -> None:
    """A ballot that arrives after the close changes the result, and a new picture takes the place of the old one."""
    async with staged(tmp_path, structs.replace(RICH, upload_bytes=1_000_000)) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Which film?" Alien, Brazil close=1h')
        card = stage.last()
        for voter in range(5):
            await stage.press(f"@v{voter}", card, "1️⃣")
        stage.platform.press(card.id, "@late", "2️⃣")
        late = stage.platform.log.pop()
        await stage.forward(hours=2)
        [before] = pictures(stage)
        stage.platform.emit(late)
        await stage.forward(minutes=2)
        [after] = pictures(stage)
        assert after.id != before.id
        assert after.content is not None
        assert "Brazil: 1 (17%). 6 people voted." in after.content.attachments[0].alt


@DOORS
async def test_reopened_takes_it_back(tmp_path: Path, capabilities: Capabilities) -> None:
    """The picture goes when the poll is opened again or deleted."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Which film?" Alien, Brazil native=no')
        await closed(stage, 5)
        await stage.say("@carla", "!poll reopen 1")
        await stage.forward(seconds=5)
        assert not pictures(stage)


@pytest.mark.parametrize("bars", [2, 7, 20])
def test_bar_charts_are_small_and_opaque(bars: int) -> None:
    """The picture has its own light ground, a size for phones, room for long words, and is not too large to send."""
    long = "Nous retrouver au jardin partagé, près du grand portail, avec les enfants et de quoi manger " * 4
    made = tuple(Bar(f"{at} {long[: 20 * at]}", at, f"{at} (5%)", leads=at == 3) for at in range(bars))
    drawn = charts.draw(BarChart.decode(BarChart(long, made, horizontal=True, note="20 people voted.").encode()))
    assert len(drawn) < LARGEST
    image = Image.open(BytesIO(drawn)).convert("RGB")
    assert image.width == bar_charts.WIDTH
    assert image.getpixel((2, 2)) == (255, 255, 255)
    assert image.getpixel((image.width - 2, image.height - 2)) == (255, 255, 255)


def test_words_of_people_are_drawn_as_they_are() -> None:
    """A dollar sign begins no formula, and a character that the font lacks is left out."""
    bars = (Bar("$5 or $10 ★", 2, "2 (67%)", leads=True), Bar(r"$\frac{1}{0}$", 1, "1 (33%)"))
    drawn = charts.draw(BarChart("Pay $x^2$ or 10 $?", bars, horizontal=True, note="3 people → voted."))
    plain = BarChart("Pay $x^2$ or 10 $?", (structs.replace(bars[0], label="$5 or $10 "), bars[1]), horizontal=True)
    assert drawn == charts.draw(structs.replace(plain, note="3 people  voted."))


async def test_failed_picture_holds_nothing_back() -> None:
    """A chart that cannot be drawn is left out, and its message goes without it."""

    async def nothing(_attachment: Attachment) -> bytes | None:
        return None

    store = FileStore(nothing)
    broken = Attachment(name="poll.png", mime="image/png", size=LARGEST, data="{}", chart=True)
    async with store.lend([broken]) as files:
        assert files == (None,)
    store.close()
