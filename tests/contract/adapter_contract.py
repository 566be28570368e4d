"""The contract of bots/ports.py as one test class, which each platform's test module subclasses with its `rig`."""

from __future__ import annotations

from tests.contract.display_contract import DisplayContract
from tests.contract.inbound_contract import InboundContract
from tests.contract.outbound_contract import OutboundContract


class AdapterContract(InboundContract, OutboundContract, DisplayContract):
    """All numbered points of the contract, for every kind of call."""
