"""Make a release: version, changelog, commit, tag, wheel. `make release VERSION=0.2.0`.

Nothing leaves this machine: push the commit and the tag, and publish `dist/`, yourself.
"""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
_VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+(?:(?:a|b|rc)[0-9]+)?")
_UNRELEASED = "## [Unreleased]\n"


def run(*command: str) -> str:
    """Run a command in the repository and return what it printed. Raises CalledProcessError."""
    return subprocess.run(command, cwd=ROOT, check=True, text=True, stdout=subprocess.PIPE).stdout.strip()


def replace_once(file: str, pattern: str, by: str) -> None:
    """Replace the one match of `pattern` in a file. Raises SystemExit where there is not exactly one."""
    path = ROOT / file
    text, count = re.subn(pattern, by, path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    if count != 1:
        raise SystemExit(f"{file}: expected {pattern!r} once, found it {count} times")
    path.write_text(text, encoding="utf-8")


def check(version: str) -> None:
    """Raise SystemExit unless the version is new, the work tree clean, and the changelog says what is new."""
    if not _VERSION.fullmatch(version):
        raise SystemExit("Give a version such as 0.2.0: make release VERSION=0.2.0")
    if run("git", "status", "--porcelain"):
        raise SystemExit("Commit or stash your changes first: a release is made from a clean work tree.")
    if run("git", "tag", "--list", f"v{version}"):
        raise SystemExit(f"There is a tag v{version} already.")
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    unreleased = text.partition(_UNRELEASED)[2].partition("\n## [")[0]
    if not unreleased.strip():
        raise SystemExit("CHANGELOG.md has nothing under [Unreleased].")


def main() -> None:
    """Check, write the version and the changelog, commit, tag, and build the wheel."""
    version = sys.argv[1] if len(sys.argv) > 1 else ""
    uv = sys.argv[2] if len(sys.argv) > 2 else "uv"
    check(version)
    today = datetime.now(UTC).date().isoformat()
    replace_once("pyproject.toml", r'^version = "[^"]+"$', f'version = "{version}"')
    replace_once("uv.lock", r'(?<=^name = "glocal"\nversion = ")[^"]+', version)
    replace_once("CHANGELOG.md", r"^## \[Unreleased\]\n", f"{_UNRELEASED}\n## [{version}] - {today}\n")
    run("git", "commit", "--quiet", "--all", "--message", f"Release {version}")
    run("git", "tag", "--annotate", f"v{version}", "--message", f"glocal {version}")
    run(uv, "build", "--quiet", "--out-dir", "dist")
    built = sorted(file.name for file in (ROOT / "dist").glob(f"*{version}*"))
    print(f"Built {', '.join(built)} in dist/. Next: git push --follow-tags, then publish dist/.")


if __name__ == "__main__":
    main()
