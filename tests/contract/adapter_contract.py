"""The contract of bots/ports.py as one test class. A platform's test module subclasses it and provides the `rig`."""

from __future__ import annotations

from tests.contract.display_contract import DisplayContract
from tests.contract.inbound_contract import InboundContract
from tests.contract.outbound_contract import OutboundContract


class AdapterContract(InboundContract, OutboundContract, DisplayContract):
    """Each numbered point of the contract, and what every kind of call does."""
