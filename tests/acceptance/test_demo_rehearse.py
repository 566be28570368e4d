"""Tests for `glocal rehearse`: the dialogues of the documentation pass, and mistakes are reported clearly."""

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
OPENING = """
room Garden on Discord, en, Europe/Paris
people Carla (manages), Anna, Zoé (new)
Carla: /setup Lyon en Europe/Paris
"""


def write_dialogue(folder: Path, text: str) -> Path:
    """Write a dialogue to a file. Return its path."""
    path = folder / "dialogue.txt"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_dialogues_of_docs_pass(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each dialogue in docs/dialogues passes."""
    assert run_file(path) == 0, capsys.readouterr().out
    assert "checked: all came as expected." in capsys.readouterr().out


def test_docs_have_dialogues_in_english_and_french() -> None:
    """The docs have dialogues for welcome, poll and event in English and in French."""
    names = {path.stem for path in DIALOGUES}
    assert {f"{what}-{language}" for what in ("welcome", "poll", "event") for language in ("en", "fr")} <= names


@pytest.mark.parametrize("path", TUTORIALS, ids=lambda path: path.stem)
async def test_dialogues_of_tutorial_pass(path: Path) -> None:
    """Every dialogue in the tutorial passes."""
    for block in _BLOCK.findall(path.read_text(encoding="utf-8")):
        played = await run_script(parse(block))
        assert not played.failed, "\n".join(played.lines)


async def test_failed_expectation_shows_nearest_message() -> None:
    """A failed expectation shows its line and the nearest message with the differences marked."""
    played = await run_script(parse(OPENING + "glocal: Paris is set up\n"))
    transcript = "\n".join(played.lines)
    assert played.failed == 1
    assert "✗ line 5: expected: Paris is set up" in transcript
    assert "[-Paris-] {+Lyon+} is set" in transcript
    assert played.lines[-1] == "1 checked: 1 not as expected."


async def test_message_in_other_place_is_reported() -> None:
    """A message that came in private instead of in the room is reported with its place."""
    played = await run_script(parse(OPENING + "Carla: /config threshold 4\nglocal: threshold … 4\n"))
    assert "but in private to Carla: Done. threshold is now: 4" in "\n".join(played.lines)


async def test_forbidden_message_fails() -> None:
    """`glocal does not say` fails if the message came."""
    played = await run_script(parse(OPENING + "glocal does not say: set up\n"))
    assert "✗ line 5: not expected: set up" in "\n".join(played.lines)


async def test_message_meets_one_expectation() -> None:
    """One message meets only one of two equal expectations."""
    played = await run_script(parse(OPENING + "glocal: is set up\nglocal: is set up\n"))
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
async def test_impossible_step_fails_and_later_steps_run(line: str, why: str) -> None:
    """An impossible step is reported with its line, and later steps still run."""
    played = await run_script(parse(f"{OPENING}{line}\nAnna: hello\n"))
    assert played.failed == 1
    assert any("✗ line 5" in entry and why in entry for entry in played.lines), played.lines
    assert any("Anna: hello" in entry for entry in played.lines)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Carla: hello", "no room is named"),
        ("room Garden on IRC", "line 1: there is no IRC here. Choose one of: Matrix, Discord, Telegram"),
        ("people Carla", "line 1: name a room first"),
        (f"{OPENING}Bob: hello", "line 5: nobody is called Bob. There are: Anna, Carla, Zoé"),
        (f"{OPENING}in Kitchen", "line 5: there is no room Kitchen"),
        (f"{OPENING}well then", "line 5: I can’t read “well then”"),
        ("room Garden on Discord\npeople Carla (queen)", "line 2: “Carla (queen)” names nobody"),
        ("room Garden on Discord, en, Mars/Olympus", "line 1: there is no time zone Mars/Olympus"),
        (f"{OPENING}it is 2026-13-45 10:00", "line 5: “2026-13-45 10:00” is no date and time"),
        (f"{OPENING}room Garden on Matrix", "line 5: line 2 has a room Garden already"),
        (f"{OPENING}room garden! on Matrix", "line 5: line 2 has a room Garden already"),
        (f"{OPENING}people Maya, Glocal", "line 5: Glocal is what the bot is called"),
        (f"{OPENING}forward to 25:00", "line 5: “25:00” is no time of day"),
    ],
)
def test_unreadable_line_is_reported(text: str, why: str) -> None:
    """An unreadable line raises an error that names the line and a correction."""
    with pytest.raises(ScriptError, match=re.escape(why)):
        parse(text)


def test_hour_may_have_one_digit() -> None:
    """A dialogue's start may have an hour with one digit."""
    assert parse(f"{OPENING}it is 2026-11-25 9:05").begin.isoformat() == "2026-11-25T09:05:00"


NOTICES = """
room Jardin on Telegram, fr, Europe/Paris
people Carla (manages), Anna, Ben
Carla: /setup Lyon fr Europe/Paris
Carla: /poll "On plante quoi ?" "Des fèves" "De l’ail" close=2h
Anna presses "De l’ail"
"""


async def test_private_notice_is_expected_by_member() -> None:
    """A private notice is in the transcript and meets only its own member's expectation."""
    played = await run_script(parse(f"{NOTICES}glocal to Anna: ✅ De l’ail\nglocal does not say: ✅\n"))
    assert not played.failed, "\n".join(played.lines)
    assert any("glocal → Anna: ✅ De l’ail" in line for line in played.lines)


async def test_every_notice_is_kept() -> None:
    """Each member's notice is kept, and a member without one fails the expectation."""
    expected = "glocal to Ben: Des fèves\nglocal to Anna: De l’ail\nglocal to Carla: C’est noté\n"
    played = await run_script(parse(f'{NOTICES}Ben presses "Des fèves"\n{expected}'))
    assert played.failed == 1, "\n".join(played.lines)
    assert "expected: C’est noté" in "\n".join(played.lines)


def test_exit_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The exit code is 0 for success, 1 for failed expectations and 2 for an unreadable file."""
    assert run_file(write_dialogue(tmp_path, OPENING + "glocal: is set up\n")) == 0
    assert run_file(write_dialogue(tmp_path, OPENING + "glocal: nonsense\n")) == 1
    assert run_file(write_dialogue(tmp_path, "nonsense\n")) == 2
    assert run_file(tmp_path / "nowhere.txt") == 2
    assert "No such file" in capsys.readouterr().err


def test_command_prints_transcript(tmp_path: Path) -> None:
    """The command prints the transcript with its failures."""
    path = write_dialogue(tmp_path, OPENING + "glocal: nonsense\n")
    command = [sys.executable, "-m", "adapters.cli.main", "rehearse", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert "10:00 Carla: /setup Lyon en Europe/Paris\n10:00 glocal: Lyon is set up" in done.stdout
    assert "✗ line 5: expected: nonsense" in done.stdout


def test_binary_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command refuses a file that is not text."""
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\xff\xfe")
    assert run_file(path) == 2
    assert "no text file" in capsys.readouterr().err
