"""Write packaging/constraints.txt: the versions of uv.lock that the tests ran with. `--check` only compares.

The bot's own packages are in it, those for tests are not.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
FILE = ROOT / "packaging" / "constraints.txt"
_EXPORT = (
    "export",
    "--quiet",
    "--frozen",
    "--no-default-groups",
    "--all-extras",
    "--no-emit-project",
    "--no-hashes",
    "--no-header",
)
_HEAD = "# The versions of uv.lock, for `pip install --constraint`. `make constraints` writes this file.\n"


def exported() -> str:
    """Return what the file should hold. Raises CalledProcessError."""
    uv = shutil.which("uv") or str(ROOT / ".tools" / "bin" / "uv")
    done = subprocess.run([uv, *_EXPORT, "--no-annotate"], cwd=ROOT, check=True, text=True, stdout=subprocess.PIPE)
    return _HEAD + done.stdout


def main() -> int:
    """Write the file, or compare it; return the exit code."""
    wanted = exported()
    if "--check" not in sys.argv[1:]:
        FILE.write_text(wanted, encoding="utf-8")
        print(f"Wrote {FILE.relative_to(ROOT)}.")
    elif not FILE.exists() or FILE.read_text(encoding="utf-8") != wanted:
        print(f"{FILE.relative_to(ROOT)} is not what uv.lock says. Run: make constraints")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
