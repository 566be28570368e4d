"""The console script. It imports nothing slow, so that Ctrl-C at the very start ends it without a traceback."""

import signal

_INTERRUPTED = 130
"""The exit code that shells use after Ctrl-C."""


def main() -> None:
    """Let Ctrl-C end the process at once while the program is still being loaded."""
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.SIG_IGN:  # `nohup` and background jobs ignore it
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from adapters.cli.main import main as run

    signal.signal(signal.SIGINT, before)
    try:
        run()
    except KeyboardInterrupt:  # before a command began, which handles it itself
        raise SystemExit(_INTERRUPTED) from None
