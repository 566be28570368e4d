"""From an inbound value to its handler, inside one transaction."""
