"""A connector's rehearsal: the dialogues of the documentation play as written, and what goes wrong is told clearly."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from adapters.cli.rehearse.command import run_file
from adapters.cli.rehearse.runner import run_script
from adapters.cli.rehearse.script import ScriptError, parse

DOCS = Path(__file__).parents[2] / "docs"
DIALOGUES = sorted((DOCS / "dialogues").glob("*.txt"))
TUTORIALS = sorted((DOCS / "tutorial").glob("*.md"))
_BLOCK = re.compile(r"^```text\n((?:#|room |salon ).*?)^```", re.MULTILINE | re.DOTALL)
SCENE = """
room Garden on Discord, en, Europe/Paris
people Carla (manages), Anna, Zoé (new)
Carla: /setup Lyon en Europe/Paris
"""


def write(folder: Path, text: str) -> Path:
    """A dialogue in a file."""
    path = folder / "dialogue.txt"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_the_dialogues_of_the_docs_play_as_written(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each dialogue in docs/dialogues ends well."""
    assert run_file(path) == 0, capsys.readouterr().out
    assert "checked: all came as expected." in capsys.readouterr().out


def test_there_are_dialogues_in_both_languages() -> None:
    """Welcome, poll and event are there in English and in French."""
    names = {path.stem for path in DIALOGUES}
    assert {f"{what}-{language}" for what in ("welcome", "poll", "event") for language in ("en", "fr")} <= names


@pytest.mark.parametrize("path", TUTORIALS, ids=lambda path: path.stem)
async def test_what_the_tutorial_shows_is_what_happens(path: Path) -> None:
    """Every dialogue printed in the tutorial is played."""
    for block in _BLOCK.findall(path.read_text(encoding="utf-8")):
        played = await run_script(parse(block))
        assert not played.failed, "\n".join(played.lines)


async def test_what_did_not_come_is_shown_beside_what_came() -> None:
    """The line, the words that were expected, and the nearest that came with the difference marked."""
    played = await run_script(parse(SCENE + "glocal: Paris is set up\n"))
    told = "\n".join(played.lines)
    assert played.failed == 1
    assert "✗ line 5: expected: Paris is set up" in told
    assert "[-Paris-] {+Lyon+} is set" in told
    assert played.lines[-1] == "1 checked: 1 not as expected."


async def test_what_came_in_another_place_is_told() -> None:
    """Expected in the room, said in private: the difference says where it was."""
    played = await run_script(parse(SCENE + "Carla: /config threshold 4\nglocal: threshold … 4\n"))
    assert "but in private to Carla: Done. threshold is now: 4" in "\n".join(played.lines)


async def test_what_must_not_come_is_told_when_it_does() -> None:
    """`glocal does not say` fails on what was said."""
    played = await run_script(parse(SCENE + "glocal does not say: set up\n"))
    assert "✗ line 5: not expected: set up" in "\n".join(played.lines)


async def test_one_message_meets_one_expectation() -> None:
    """What is expected twice has to come twice."""
    played = await run_script(parse(SCENE + "glocal: is set up\nglocal: is set up\n"))
    assert played.failed == 1


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('Anna presses "Yes"', "That button is no longer there"),
        ('Anna withdraws "is set up"', "That message is no longer there"),
        ("Zoé: hello", "You are not in this room"),
        ("forward a while", "no length of time"),
    ],
)
async def test_what_cannot_be_done_is_told_and_the_rest_goes_on(line: str, why: str) -> None:
    """A step that fails names its line; later ones are played."""
    played = await run_script(parse(f"{SCENE}{line}\nAnna: hello\n"))
    assert played.failed == 1
    assert any("✗ line 5" in told and why in told for told in played.lines), played.lines
    assert any("Anna: hello" in told for told in played.lines)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Carla: hello", "no room is named"),
        ("room Garden on IRC", "line 1: there is no IRC here. Choose one of: Matrix, Discord, Telegram"),
        ("people Carla", "line 1: name a room first"),
        (f"{SCENE}Bob: hello", "line 5: nobody is called Bob. There are: Anna, Carla, Zoé"),
        (f"{SCENE}in Kitchen", "line 5: there is no room Kitchen"),
        (f"{SCENE}well then", "line 5: I can’t read “well then”"),
        ("room Garden on Discord\npeople Carla (queen)", "line 2: “Carla (queen)” names nobody"),
        ("room Garden on Discord, en, Mars/Olympus", "line 1: there is no time zone Mars/Olympus"),
        (f"{SCENE}it is 2026-13-45 10:00", "line 5: “2026-13-45 10:00” is no date and time"),
        (f"{SCENE}room Garden on Matrix", "line 5: line 2 has a room Garden already"),
        (f"{SCENE}room garden! on Matrix", "line 5: line 2 has a room Garden already"),
        (f"{SCENE}people Maya, Glocal", "line 5: Glocal is what the bot is called"),
        (f"{SCENE}forward to 25:00", "line 5: “25:00” is no time of day"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(text: str, why: str) -> None:
    """Nothing is played; the message says which line and what would do."""
    with pytest.raises(ScriptError, match=re.escape(why)):
        parse(text)


def test_a_dialogue_may_begin_before_ten() -> None:
    """The hour is written as people write it."""
    assert parse(f"{SCENE}it is 2026-11-25 9:05").begin.isoformat() == "2026-11-25T09:05:00"


NOTICES = """
room Jardin on Telegram, fr, Europe/Paris
people Carla (manages), Anna, Ben
Carla: /setup Lyon fr Europe/Paris
Carla: /poll "On plante quoi ?" "Des fèves" "De l’ail" close=2h
Anna presses "De l’ail"
"""


async def test_a_short_notice_can_be_expected_by_who_reads_it() -> None:
    """What a press is answered with in a room like Telegram's is in the transcript, and only that person's."""
    played = await run_script(
        parse(f"{NOTICES}glocal to Anna: C’est noté … De l’ail\nglocal does not say: C’est noté\n")
    )
    assert not played.failed, "\n".join(played.lines)
    assert any("glocal → Anna: C’est noté" in line for line in played.lines)


async def test_each_of_several_notices_is_kept() -> None:
    """Two press, the one's notice does not take the place of the other's; a third person got none."""
    expected = "glocal to Ben: Des fèves\nglocal to Anna: De l’ail\nglocal to Carla: C’est noté\n"
    played = await run_script(parse(f'{NOTICES}Ben presses "Des fèves"\n{expected}'))
    assert played.failed == 1, "\n".join(played.lines)
    assert "expected: C’est noté" in "\n".join(played.lines)


def test_exit_codes_tell_how_it_went(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """0 all came, 1 something did not, 2 the file cannot be read."""
    assert run_file(write(tmp_path, SCENE + "glocal: is set up\n")) == 0
    assert run_file(write(tmp_path, SCENE + "glocal: nonsense\n")) == 1
    assert run_file(write(tmp_path, "nonsense\n")) == 2
    assert run_file(tmp_path / "nowhere.txt") == 2
    assert "No such file" in capsys.readouterr().err


def test_the_command_prints_the_transcript(tmp_path: Path) -> None:
    """As a connector runs it."""
    path = write(tmp_path, SCENE + "glocal: nonsense\n")
    command = [sys.executable, "-m", "adapters.cli.main", "rehearse", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert "10:00 Carla: /setup Lyon en Europe/Paris\n10:00 glocal: Lyon is set up" in done.stdout
    assert "✗ line 5: expected: nonsense" in done.stdout


def test_a_file_that_is_no_text_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A picture given by mistake."""
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\xff\xfe")
    assert run_file(path) == 2
    assert "no text file" in capsys.readouterr().err
