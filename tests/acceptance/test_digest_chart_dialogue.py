"""Tests for the digest's chart: a picture, and the same numbers as text."""

from io import BytesIO
from pathlib import Path

import pytest
from msgspec import structs
from PIL import Image

from bots.core.bar_chart import MAX_BARS, Bar, BarChart
from bots.testing import Shown
from schedules.delivery import bar_charts, charts
from tests.acceptance.highlight_steps import NET, create_network_with_digest
from tests.acceptance.test_digest_figures_dialogue import close_tea_poll
from tests.stage import RICH, Stage, staged

PICTURES = structs.replace(RICH, upload_bytes=1_000_000)


async def a_digest(stage: Stage, voters: int, how: str = "on") -> Shown:
    """Let people vote on a day; return its digest."""
    await create_network_with_digest(stage)
    await stage.say("@nora", f"!digest chart {how}", NET)
    await stage.forward(minutes=1)
    await close_tea_poll(stage, voters)
    await stage.forward(days=1)
    return stage.sees("What happened in Les Passeurs", NET)


async def test_digest_comes_with_a_picture_that_can_be_read_as_text(tmp_path: Path) -> None:
    """With `digest chart on` the digest has a picture; its description and the command tell the same numbers."""
    async with staged(tmp_path, PICTURES) as stage:
        shown = await a_digest(stage, 7)
        assert shown.content is not None
        [picture] = shown.content.attachments
        assert picture.mime == "image/png"
        assert "Les Passeurs: votes, guests and newcomers – " in picture.alt
        assert "25 Wed: 7" in picture.alt
        await stage.say("@nora", "!digest chart", NET)
        assert stage.last(NET).text == picture.alt


@pytest.mark.parametrize(("voters", "upload_bytes", "how"), [(4, 1_000_000, "on"), (7, 0, "on"), (7, 1_000_000, "off")])
async def test_no_picture_without_five_people_or_where_none_is_wanted(
    tmp_path: Path, voters: int, upload_bytes: int, how: str
) -> None:
    """There is no picture for fewer than five people, on platforms without pictures, or if the setting is off."""
    async with staged(tmp_path, structs.replace(RICH, upload_bytes=upload_bytes)) as stage:
        shown = await a_digest(stage, voters, how)
        assert shown.content is not None
        assert shown.content.attachments == ()


async def test_chart_of_nothing_is_explained(tmp_path: Path) -> None:
    """`digest chart` says why there is nothing to draw."""
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage)
        await stage.say("@nora", "!digest chart", NET)
        assert "nothing to draw" in stage.last(NET).text


@pytest.mark.parametrize("bars", [0, 1, 7, MAX_BARS])
def test_drawing_is_small_and_opaque(bars: int) -> None:
    """A chart is a picture of its own light ground, with bars as high as their numbers, and not too large to send."""
    chart = BarChart("Réseau d’ici: Gäste", tuple(Bar(f"Wed {number}", number * 5) for number in range(bars)))
    drawn = charts.draw(BarChart.decode(chart.encode()))
    assert len(drawn) < 60_000
    image = Image.open(BytesIO(drawn)).convert("RGB")
    assert image.size == (bar_charts.COLUMNS_WIDTH, bar_charts.COLUMNS_HEIGHT)
    assert image.getpixel((2, 2)) == (255, 255, 255)
    blue = sum(image.getpixel((x, 460)) == (11, 87, 208) for x in range(image.width))
    assert (blue > 0) == (bars > 1)
