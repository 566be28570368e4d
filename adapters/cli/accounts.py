"""From the settings to the adapters they ask for."""

from __future__ import annotations

from adapters.cli.settings import Settings
from bots.ports import Adapter


def adapters(settings: Settings) -> list[Adapter]:
    """One adapter for each account that is configured."""
    found: list[Adapter] = []
    if settings.matrix is not None:
        from adapters.matrix.account import MatrixAccount
        from adapters.matrix.adapter import MatrixAdapter

        matrix = settings.matrix
        account = MatrixAccount(
            account="matrix",
            homeserver=matrix.homeserver,
            user=matrix.user,
            store=settings.folder / matrix.store,
            password=matrix.password.get_secret_value() if matrix.password else None,
            token=matrix.token.get_secret_value() if matrix.token else None,
            device=matrix.device,
            display_name=matrix.display_name,
        )
        found.append(MatrixAdapter(account))
    return found


def configured(settings: Settings) -> bool:
    """Whether there is any account at all."""
    return settings.matrix is not None
