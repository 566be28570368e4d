"""Other people's programs that the benchmarks compare with, in an environment of their own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PEERS = Path(__file__).parents[1] / ".tools" / "peers"


def install(module: str, *requirements: str) -> None:
    """Install a program into `.tools/peers`, unless its module is there."""
    if not (PEERS / "bin" / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", str(PEERS)], check=True)
    have = subprocess.run([PEERS / "bin" / "python", "-c", f"import {module}"], check=False, capture_output=True)
    if have.returncode:
        subprocess.run([PEERS / "bin" / "python", "-m", "pip", "install", "--quiet", *requirements], check=True)
