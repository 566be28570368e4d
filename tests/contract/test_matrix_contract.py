"""The Matrix adapter keeps the contract on a real Synapse, in plain and in encrypted rooms."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.contract.adapter_contract import AdapterContract
from tests.contract.matrix_rig import MatrixRig, opened
from tests.homeserver.synapse import Homeserver

pytestmark = pytest.mark.synapse


class TestMatrix(AdapterContract):
    """Contract tests of the Matrix adapter."""

    @pytest.fixture(params=[False, True], ids=["open", "encrypted"])
    async def rig(
        self, request: pytest.FixtureRequest, homeserver: Homeserver, tmp_path: Path
    ) -> AsyncIterator[MatrixRig]:
        """Yield a running adapter in a room with its people."""
        async with opened(homeserver, tmp_path, encrypted=request.param) as rig:
            yield rig
