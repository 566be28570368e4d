"""The contract of bots/ports.py as one test class. A platform's test module subclasses it and provides the `rig`."""

from __future__ import annotations

from tests.contract.hears import Hears
from tests.contract.sends import Sends
from tests.contract.shows import Shows


class AdapterContract(Hears, Sends, Shows):
    """Each numbered point of the contract, and what every kind of call does."""
